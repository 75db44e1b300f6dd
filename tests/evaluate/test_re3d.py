"""The re3d suite on an invented report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import re3d
from dateline.evaluate.suites._re3d_gold import Entity, GoldDocument, Related, is_dev, read_gold
from dateline.evaluate.suites._re3d_ours import DIRECTED, SYMMETRIC, OurEntity, OurRelation, entities, relations
from dateline.evaluate.suites.re3d import Found, Placed, core
from dateline.model.span import Span

TEXT = "The Lion Brigade shelled Tassara's market. Colonel Ba of the brigade was there with a mortar."


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def ours(type: str, words: str) -> OurEntity:
    return OurEntity(frozenset({type}), at(words))


GOLD = GoldDocument(
    "d",
    TEXT,
    (
        Entity("Organisation", at("The Lion Brigade")),
        Entity("Location", at("Tassara's market")),
        Entity("Person", at("Colonel Ba")),
        Entity("Weapon", at("a mortar")),
        Entity("Quantity", at("a mortar")),  # without a counterpart
    ),
    (
        Related("FightingAgainst", at("The Lion Brigade"), at("Tassara's market")),
        Related("FightingAgainst", at("Tassara's market"), at("The Lion Brigade")),  # the same once more
        Related("BelongsTo", at("Colonel Ba"), at("the brigade")),
        Related("Likes", at("Colonel Ba"), at("a mortar")),  # without a counterpart
    ),
)
FOUND = Found(
    TEXT,
    (
        ours("Organisation", "Lion Brigade"),  # right, but for the article
        ours("Location", "Tassara"),  # other words
        ours("Organisation", "Colonel Ba"),  # another type
        OurEntity(frozenset({"MilitaryPlatform", "Weapon"}), at("mortar")),
    ),
    (
        OurRelation(frozenset({"FightingAgainst"}), at("Tassara"), at("Lion")),  # shares a word with either end, either way round
        OurRelation(frozenset({"BelongsTo", "InChargeOf"}), at("the brigade"), at("Ba")),  # the wrong way round
    ),
    (at("The Lion Brigade"), at("Tassara"), at("Colonel Ba")),
)


def test_scored() -> None:
    found = re3d.scored([GOLD], {"d": FOUND})
    assert (found.metrics["span_p"], found.metrics["span_r"], found.items) == (2 / 4, 2 / 4, 4)
    assert found.metrics["span_f1.Weapon"] == 1.0
    assert found.metrics["span_f1.Organisation"] == pytest.approx(2 / 3)
    assert (found.metrics["relation_p"], found.metrics["relation_r"]) == (1 / 2, 1 / 2)
    assert found.metrics["relation_f1.FightingAgainst"] == 1.0
    assert found.metrics["relation_f1.BelongsTo"] == 0.0
    # one of three capitalised names, of four entities
    assert found.baselines["span_f1/every name an organisation"] == pytest.approx(2 / 7)
    assert [miss.what for miss in found.misses] == [
        "entity: missing",
        "entity: missing",
        "entity: not so",
        "entity: not so",
        "BelongsTo: missing",
        "BelongsTo/InChargeOf: not so",
    ]
    assert re3d.scored([GOLD], {}).metrics["span_f1"] == 0.0  # a report that was rejected


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("the Lion Brigade's", "Lion Brigade"),
        (" “An army”,", "army"),
        ("theatre", "theatre"),
        ("The", "The"),
        ("-- ", ""),
        ("thé noir", "thé noir"),
    ],
)
def test_core(words: str, kept: str) -> None:
    assert core(words, Span(0, len(words))).of(words) == kept


def test_placed() -> None:
    gold, mine = 'He said ""stop"" .\nIn Tassara’s port', 'He said "stop" .\n\nIn Tassara\'s port'
    placed = Placed(gold, mine)
    there = placed.span(at("Tassara’s port", gold))
    assert there is not None and there.of(mine) == "Tassara's port"
    assert placed.span(Span(8, 10)) is None


def test_ours() -> None:
    text = "Islamic State fighters attacked a police station in Mosul, Iraq, on 3 May 2016 with assault rifles."
    ((_, annotated, coded),) = Coder(1).claims([Report("1", text)])
    found = {e.span.of(text): set(e.types) for e in entities(annotated, coded)}
    assert found["Mosul"] == {"Location"}
    assert found["3 May 2016"] == {"Temporal"}
    assert found["Islamic State fighters"] == {"Organisation"}
    assert found["assault rifles"] == {"Weapon", "MilitaryPlatform"}
    told = {(*sorted(r.types), r.source.of(text), r.target.of(text)) for r in relations(annotated, coded)}
    assert ("FightingAgainst", "Islamic State fighters", "police station") in told
    assert ("CoLocated", "Mosul", "Iraq") in told
    assert not SYMMETRIC & DIRECTED


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_read_gold(tmp_path: Path) -> None:
    ids = [f"doc {n}" for n in range(12)]
    folder = tmp_path / "re3d"
    for where in (folder, folder / "sealed"):
        write(where / "Source" / "documents.json", [{"_id": id, "text": "Ba ran."} for id in ids])
        entity = {"documentId": ids[0], "begin": 0, "end": 2, "type": "Person", "confidence": 1}
        write(where / "Source" / "entities.json", [entity, {**entity, "type": "Vehicle", "confidence": 0}])
        ends = {"sourceBegin": 0, "sourceEnd": 2, "targetBegin": 3, "targetEnd": 6}
        write(where / "Source" / "relations.json", [{"documentId": ids[0], "type": "Likes", "confidence": 0.9, **ends}])
    dev, train = read_gold(folder, "dev"), read_gold(folder, "train")
    assert [d.id for d in dev] == [id for id in ids if is_dev(id)]
    assert sorted(d.id for d in dev + train) == sorted(ids)
    everything = read_gold(folder, "sealed")
    assert len(everything) == 12
    (first,) = (d for d in everything if d.id == ids[0])
    assert first.entities == (Entity("Person", Span(0, 2)),)  # what the crowd rejected is no gold
    assert first.relations == (Related("Likes", Span(0, 2), Span(3, 6)),)
    with pytest.raises(GoldError, match="no folder other"):
        read_gold(folder, "other")
    with pytest.raises(GoldError, match=r"no folder with documents\.json"):
        read_gold(tmp_path / "nowhere", "dev")
    (folder / "Source" / "relations.json").unlink()
    with pytest.raises(GoldError, match=r"relations\.json"):
        read_gold(folder, "dev")
