"""The plover suite on invented sentences."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import plover
from dateline.evaluate.suites.plover import TABLE, Gold, Sides
from dateline.model.claim import Claim, EventRecord, Quotation
from dateline.model.span import Span
from dateline.resources.codebook import load_codebook

TEXT = "Rebels shelled Tassara after soldiers arrested a farmer."


def at(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def gold(id: str, kind: str, source: str, target: str) -> Gold:
    return Gold(id, TEXT, kind, TABLE[kind], (source,) if source else (), (target,) if target else ())


SHELLING = Sides("shelling", at("Rebels"), at("Tassara"))
ARREST = Sides("arrest", at("soldiers"), at("a farmer"))


def test_scored() -> None:
    coded = [
        gold("right", "FIGHT", "rebels", "Tassara"),
        gold("no target named", "COERCE/arrest", "soldiers", ""),
        gold("turned round", "COERCE/arrest", "farmer", "soldiers"),
        gold("no such event", "THREATEN", "Rebels", "soldiers"),
    ]
    found = plover.scored(coded, {g.id: (TEXT, [SHELLING, ARREST]) for g in coded})
    assert found.metrics["direction"] == 2 / 4
    assert found.metrics["events_found"] == 3 / 4
    assert found.metrics["direction.events_found"] == 2 / 3
    assert (found.metrics["source"], found.metrics["target"]) == (2 / 4, 1 / 3)
    assert found.baselines["direction/the first named acts"] == 3 / 4
    assert [(miss.document, miss.ours) for miss in found.misses] == [
        ("turned round", "arrest: soldiers -> a farmer"),
        ("no such event", ""),
    ]


def test_words_on_both_sides() -> None:
    both = Sides("armed clash", at("Rebels"), at("Rebels", "soldiers"))  # two sides of a fight: neither is wrong
    counts, best = plover.judge(gold("g", "FIGHT", "Rebels", "soldiers"), TEXT, [ARREST, both])
    assert counts["right"] == 1.0
    assert best is both


def test_sides_of() -> None:
    def claim(field: str, words: str) -> Claim:
        return Claim("evt-1", field, None, words, Quotation("t", at(words)[0], words))

    claims = (claim("type", "shelled"), claim("participant:perpetrator", "Rebels"), claim("place", "Tassara"))
    record = EventRecord("evt-1", "doc-1", "shelling", at("shelled")[0], 0, claims)
    assert plover.sides_of(record, "shelling") == SHELLING


def test_table() -> None:
    assert {name for fit in TABLE.values() for name in fit.types} <= set(load_codebook().types)
    assert TABLE["PROTEST"].takes("riot") and not TABLE["PROTEST"].takes("bombing")


def test_read_gold(tmp_path: Path) -> None:
    rows = [
        {"id": "0", "event": "DOCUMENT"},
        {"id": "1", "event": "AID", "text": "X helped Y."},
        {
            "id": "2",
            "event": "PROTEST",
            "mode": "riot",
            "text": "Youths of  Tassara rioted.",
            "source": [{"actorText": "Youths ... Tassara (a town)"}],
            "target": "",
        },
    ]
    path = tmp_path / "PLOVER_GSR_CAMEO.txt.gz"
    path.write_bytes(gzip.compress(json.dumps(rows).encode()))
    (found,) = plover.read_gold(tmp_path, "gsr")
    assert found == Gold("2", "Youths of Tassara rioted.", "PROTEST/riot", TABLE["PROTEST"], ("Youths", "Tassara"), ())
    path.write_bytes(gzip.compress(b"{"))
    with pytest.raises(GoldError, match="not JSON"):
        plover.read_gold(tmp_path, "gsr")
    with pytest.raises(GoldError, match="no PLOVER"):
        plover.read_gold(tmp_path / "nowhere", "gsr")
