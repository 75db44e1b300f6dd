"""The indiapolice suite on an invented report of six sentences."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dateline.evaluate.coder import Report
from dateline.evaluate.suite import GoldError, Miss
from dateline.evaluate.suites import indiapolice
from dateline.evaluate.suites._alignment import Alignment, containing
from dateline.evaluate.suites.indiapolice import KINDS, Labelled
from dateline.model.event import Family, Outcome, Role
from dateline.model.resolution import ActorKind
from dateline.model.span import Span
from tests.evaluate.chronologies import chronology, claim, count, document, entry, who

SENTENCES = (
    "police opened fire at the mob in the market.",
    "two people died and six were hurt.",
    "in all, 34 persons were arrested.",
    "a mob stabbed a trader.",
    "the rebels arrested a clerk.",
    "police said that the town was calm.",
)
DOC = document(" ".join(SENTENCES))
POLICE = who(Role.PERPETRATOR, "police", ActorKind.STATE_FORCE)
FIRING = entry(
    "fire",
    "armed attack",
    Family.ATTACK,
    [claim(DOC, "type", "opened fire", "armed attack"), claim(DOC, "quantity:killed", "two people", event="evt-2")],
    participants=(POLICE,),
    quantities=(count(Outcome.KILLED, 2),),
)
ARREST = entry("arrest", "arrest", Family.CUSTODY, [claim(DOC, "type", "arrested", "arrest")])
STABBING = entry(
    "stab",
    "armed attack",
    Family.ATTACK,
    [claim(DOC, "type", "stabbed", "armed attack")],
    participants=(who(Role.PERPETRATOR, "mob", ActorKind.CIVILIAN),),
)
BY_REBELS = entry(
    "rebels",
    "arrest",
    Family.CUSTODY,
    [claim(DOC, "type", "rebels arrested", "arrest")],
    participants=(who(Role.CUSTODIAN, "the rebels", ActorKind.ARMED_GROUP),),
)


def test_scored() -> None:
    gold = Labelled(
        Report("7", DOC.text),
        SENTENCES,
        (
            frozenset({"FORCE", "ANY_ACTION"}),
            frozenset({"KILL", "FORCE", "ANY_ACTION"}),
            frozenset({"ARREST", "ANY_ACTION"}),
            frozenset({"FAIL"}),
            frozenset(),
            frozenset({"ANY_ACTION"}),
        ),
    )
    found = indiapolice.scored([gold], chronology([FIRING, ARREST, STABBING, BY_REBELS], **{"7": DOC}))
    assert found.metrics["sentence_f1.KILL"] == 1.0  # a figure counted in the sentence, by whom police are behind
    assert found.metrics["sentence_f1.ARREST"] == 1.0  # nobody named, which an arrest leaves to the authorities; not to rebels
    assert found.metrics["sentence_f1.FORCE"] == 1.0  # to kill is to use force
    assert found.metrics["sentence_precision.ANY_ACTION"] == 1.0
    assert found.metrics["sentence_recall.ANY_ACTION"] == 0.75
    assert found.misses == (Miss("7", "ANY_ACTION", "ANY_ACTION", "", SENTENCES[5]),)
    assert found.items == 4  # sentences with a label other than FAIL
    assert found.baselines["sentence_f1.KILL/always"] == pytest.approx(2 / 7)
    assert found.predictions == (
        {"doc_id": "7", "sent_id": 0, "sent_labels": ["ANY_ACTION", "FORCE"]},
        {"doc_id": "7", "sent_id": 1, "sent_labels": ["ANY_ACTION", "FORCE", "KILL"]},
        {"doc_id": "7", "sent_id": 2, "sent_labels": ["ANY_ACTION", "ARREST"]},
    )


def test_every_name_of_the_table_is_in_the_codebook() -> None:
    from dateline.resources.codebook import load_codebook

    assert {name for fits in KINDS.values() for fit in fits for name in fit.types} <= set(load_codebook().types)


def test_alignment_survives_repairs() -> None:
    text = "the \u2018mob\u2019 fled .\n\nit's over. The End"
    spans = Alignment(text).spans(["the \u00e2\u20ac\u02dcmob\u00e2\u20ac\u2122 fled.", "nowhere", "it''s   over.", "the end"])
    assert [text[s.start : s.end] if s else None for s in spans] == ["the \u2018mob\u2019 fled", None, "it's over", "The End"]
    assert containing(spans, text.index("mob")) == 0
    assert containing(spans, text.index("over")) == 2
    assert containing(spans, text.index(".\n")) is None
    assert containing([None, Span(5, 9)], 3) is None


def test_read_gold(tmp_path: Path) -> None:
    where = tmp_path / "mini"
    where.mkdir()

    def write(name: str, rows: list[dict[str, object]]) -> None:
        (where / f"{name}.jsonl.gz").write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))

    write("docs", [{"doc_id": 7, "doc_text": DOC.text}])
    write("metadata", [{"doc_id": 7, "date": "2002-03-01"}])
    sentences: list[dict[str, object]] = [
        {"doc_id": 7, "sent_id": 1, "sent_labels": [], "sent_text": "b"},
        {"doc_id": 7, "sent_id": 0, "sent_labels": ["KILL"], "sent_text": "a"},
    ]
    write("sents", sentences)
    (found,) = indiapolice.read_gold(tmp_path, "mini")
    assert found == Labelled(Report("7", DOC.text, published="2002-03-01"), ("a", "b"), (frozenset({"KILL"}), frozenset()))
    write("docs", [{"doc_id": 8, "doc_text": "x"}])
    with pytest.raises(GoldError, match="no sentences of document 8"):
        indiapolice.read_gold(tmp_path, "mini")
