"""The event_location suite on invented sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.evaluate.coder import Coder
from dateline.evaluate.suite import GoldError, Miss
from dateline.evaluate.suites import event_location
from dateline.evaluate.suites.event_location import Answer, Gold
from dateline.model.span import Span


def row(text: str, verb: str, *places: str) -> dict[str, object]:
    spans = [{"start": text.index(verb), "end": text.index(verb) + len(verb), "label": "VERB"}]
    spans += [{"start": text.index(p), "end": text.index(p) + len(p), "label": "LOCATION"} for p in places]
    return {"id": "s", "text": text, "spans": spans}


def write(folder: Path, *rows: dict[str, object]) -> None:
    (folder / "mini.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))


def test_read_gold(tmp_path: Path) -> None:
    write(tmp_path, row("Rebels raided Gao.", "raided", "Gao"))
    assert event_location.read_gold(tmp_path, "mini") == [Gold("s#1", "Rebels raided Gao.", Span(7, 13), (Span(14, 17),))]
    for spans, told in (
        ([], "no verb is marked"),
        ([{"start": 0, "end": 99, "label": "VERB"}], "no VERB at 0 to 99"),
        ([{"start": 0, "end": 3, "label": "DAY"}], "no DAY"),
        ([{"start": 0}], "without start, end and label"),
    ):
        write(tmp_path, {"id": "s", "text": "Rebels raided Gao.", "spans": spans})
        with pytest.raises(GoldError, match=told):
            event_location.read_gold(tmp_path, "mini")


def test_scored() -> None:
    gold = [
        Gold("a", "Rebels raided Gao near Ber.", Span(7, 13), (Span(14, 17),)),
        Gold("b", "Rebels fled.", Span(7, 11), ()),
        Gold("c", "They met in Ber.", Span(5, 8), ()),
    ]
    gao, ber = Span(14, 17), Span(23, 26)
    found = event_location.scored(gold, {"a": Answer((gao,), gao, ber), "c": Answer((), Span(12, 15), Span(12, 15))})
    assert found.metrics == pytest.approx({"exact": 2 / 3, "exact.with_place": 1.0, "exact.none": 0.5})
    assert found.baselines["exact/nearest"] == pytest.approx(1 / 3)
    assert found.baselines["exact/none"] == pytest.approx(2 / 3)
    assert found.misses == (Miss("c", "met", "", "Ber", "They met in Ber."),)


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("Gunmen killed two teachers in Mosul on Monday.", "killed", "Mosul"),
        # The type noun belongs to the name where it is capitalised, and only then; a described building stands in a town.
        ("Gunmen killed two teachers in Idlib Governorate.", "killed", "Idlib Governorate"),
        ("Gunmen killed two teachers at a home in Belfast.", "killed", "Belfast"),
        # What it only lies in, whichever comes first.
        ("A man was shot dead in the West Bank village of Idna.", "shot", "Idna"),
        # A word that tells no event of ours, and one whose place is not told.
        ("The minister lectured in Lima on Monday.", "lectured", "Lima"),
        ("The minister condemned the killing of two teachers.", "condemned", None),
    ],
)
def test_whole(text: str, verb: str, place: str | None, tmp_path: Path) -> None:
    # White space around a text and the same text asked about twice: each row keeps its own answer.
    rows = [row(f"  {text}\n", verb, *([place] if place else [])), row(f"  {text}\n", text.split()[0])]
    write(tmp_path, *rows)
    found = event_location.score(tmp_path, "mini", Coder(1))
    assert found.documents == 2
    assert [m for m in found.misses if m.document == "s#1"] == []
