"""The dronestream suite on three invented summaries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.evaluate.coder import Report
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import dronestream
from dateline.evaluate.suites._whenwhere import km
from dateline.evaluate.suites.dronestream import Strike
from dateline.model.event import Family, Outcome
from tests.evaluate.chronologies import chronology, claim, count, document, entry, town

A = document("6-8 killed in a strike near Mirali, two injured.")
B = document("At least three killed.")
C = document("A car was hit and four died.")


def test_scored() -> None:
    gold = [
        Strike(Report("a", A.text), {"deaths": (6, 8), "injured": (2, 2)}, (33.0, 70.3)),
        Strike(Report("b", B.text), {"deaths": (3, 5), "injured": None}, None),  # 5 is not in the summary: no item
        Strike(Report("c", C.text), {"deaths": (4, 4), "injured": (0, 0)}, (32.0, 69.0)),
    ]
    strike = entry(
        "x",
        "drone strike",
        Family.ATTACK,
        [claim(A, "type", "strike")],
        quantities=(count(Outcome.KILLED, 7, ends=(6, 8)), count(Outcome.INJURED, 3)),
        places=(town("Mirali", lat=33.1, lon=70.3),),
    )
    found = dronestream.scored(gold, {"a": chronology([strike], a=A), "c": chronology([], c=C)})
    assert found.metrics == {"deaths_exact.derivable": 0.5, "injured_exact.derivable": 0.0, "within_25km": 0.5}
    assert (found.documents, found.items) == (3, 2)
    assert {(miss.document, miss.what) for miss in found.misses} == {("a", "injured"), ("c", "deaths"), ("c", "place")}


def test_kilometres() -> None:
    assert km(0, 0, 0, 1) == pytest.approx(111.195, abs=0.01)  # a degree of the equator
    assert km(48.2, 16.37, 48.2, 16.37) == 0


def test_read_gold(tmp_path: Path) -> None:
    row = {
        "_id": "1",
        "date": "2010-01-02T00:00:00.000Z",
        "deaths_min": "0",
        "deaths_max": "4",
        "injuries": "Some",
        "bij_summary_short": "Up to four killed.",
        "lat": "33.1",
        "lon": "70.3",
    }
    (tmp_path / "mini.json").write_text(json.dumps([row]))
    assert dronestream.read_gold(tmp_path, "mini") == [
        Strike(Report("1", "Up to four killed.", published="2010-01-02"), {"deaths": (0, 4), "injured": None}, (33.1, 70.3))
    ]
    (tmp_path / "mini.json").write_text("{}")
    with pytest.raises(GoldError, match="no list of strikes"):
        dronestream.read_gold(tmp_path, "mini")
