"""The actor_aliases suite on invented names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.evaluate.coder import Coder
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import actor_aliases
from dateline.evaluate.suites.actor_aliases import Named, ambiguous, plain, read_gold, scored

GOLD = [
    Named("1", ("Zelvan Harbour Front", "ZHF", "Frente Harbour Zelvan")),
    Named("2", ("Marubi Dawn Brigade", "Liwa Marubi Dawn")),
    Named("3", ("Marubi Dawn Party", "Dawn")),
    Named("4", ("Dawn", "Ostrel Miners")),
]


def test_plain() -> None:
    assert plain("Frente  Popular—Libertação (FPL)") == "frente popular libertacao fpl"
    assert plain("—") == ""


def test_names_that_several_bear_are_apart() -> None:
    assert ambiguous(GOLD) == {"dawn"}


def test_scored() -> None:
    found = scored("un", GOLD)
    # six of the seven names that are not shared are with all of theirs: "Ostrel Miners" is alone, and so is "Marubi Dawn Party"
    assert found.items == 7
    assert found.metrics["un.b3_f1"] == 1.0
    assert found.metrics["un.pairwise_f1"] == 1.0
    # the two of one name only besides "Dawn" have none left to be linked by
    assert found.metrics["un.acc1"] == pytest.approx(5 / 7)
    # who bears "Dawn" is known, and which of the two is meant stays open
    assert (found.metrics["un.ambiguous.open"], found.metrics["un.ambiguous.kept"]) == (1.0, 1.0)
    assert found.baselines["un.b3_f1/singletons"] < 1.0
    assert all("Dawn" not in m.what.split() for m in found.misses)


def test_reads_names_once(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    row = {"id": "A.1 ", "name": "ZELVAN FRONT", "orig": None, "aliases": ["Zelvan Front", "Zelvan\n   Union", ""]}
    (tmp_path / "dev" / "un.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert read_gold(tmp_path, "dev", "un") == [Named("A.1", ("ZELVAN FRONT", "Zelvan Union"))]


def test_all_lists_are_scored(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    for name in actor_aliases.LISTS:
        rows = ({"id": a.id, "aliases": a.names} for a in GOLD)
        (tmp_path / "dev" / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    found = actor_aliases.score(tmp_path, "dev", Coder())
    assert found.metrics["ucdp.b3_f1"] == found.metrics["triad.b3_f1"] == 1.0
    assert (found.documents, found.items, len(found.predictions)) == (12, 21, 12)


def test_without_data(tmp_path: Path) -> None:
    with pytest.raises(GoldError):
        actor_aliases.score(tmp_path, "dev", Coder())
