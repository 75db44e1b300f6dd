"""The airwars_syria suite on two invented incidents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.evaluate.coder import Report
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import airwars_syria
from dateline.evaluate.suites._belligerents import BELLIGERENTS, civilian, gold_sides, named_sides, side
from dateline.evaluate.suites._counts import overlap
from dateline.evaluate.suites.airwars_syria import Incident
from dateline.model.event import Family, Outcome, Role
from dateline.model.resolution import ActorKind
from dateline.resources.actors import load_register
from tests.evaluate.chronologies import chronology, claim, count, day, document, entry, town, who


def test_sides() -> None:
    assert side("tr-air-force") == side("tr-military") == "tr"
    assert side("ypj") == side("ypg") == side("sdf")
    assert gold_sides("Turkish Military, YPG") == {"tr", side("ypg")}
    assert gold_sides("Somebody Else") == {"somebody else"}
    assert named_sides(["A Turkish drone flew over.", "The SDF said so."]) >= {"tr", side("sdf")}


def test_belligerents_are_in_the_register() -> None:
    assert all(load_register().get(b.actor_id) is not None for b in BELLIGERENTS.values())


def test_fighters_are_no_civilians() -> None:
    assert not civilian("soldiers")
    assert not civilian("two militants")
    assert civilian("women")
    assert civilian(None)


def test_overlap() -> None:
    assert overlap((1, 3), (2, 5)) == pytest.approx(2 / 5)
    assert overlap((4, 4), (4, 4)) == 1
    assert overlap((1, 2), (0, 0)) == 0


A = document(
    "Turkish shells killed 2 to 3 people and a soldier in Deir Alma on Monday; the SDF was blamed too. Two were wounded."
)
B = document("Four were injured in a strike.")
INCIDENTS = [
    Incident(
        "1",
        "2022-05-02",
        (36.0, 37.0),
        frozenset({"tr", side("sdf")}),
        True,
        {"deaths": (2, 3), "injured": (2, 2)},
        (Report("a", A.text),),
    ),
    Incident("2", "2022-05-09", None, frozenset({"ru"}), False, {"deaths": None, "injured": (4, 4)}, (Report("b", B.text),)),
]


def test_scored() -> None:
    shelling = entry(
        "x",
        "shelling",
        Family.ATTACK,
        [claim(A, "type", "shells")],
        date=day("2022-05-03"),
        places=(town("Deir Alma", lat=36.1, lon=37.0),),
        participants=(
            who(Role.PERPETRATOR, "Turkish army", ActorKind.STATE_FORCE, "tr-army"),
            who(Role.PERPETRATOR, "SDF", ActorKind.ARMED_GROUP, "sdf"),
        ),
        quantities=(
            count(Outcome.KILLED, 2, "people", ends=(2, 3)),
            count(Outcome.KILLED, 1, "soldier"),
            count(Outcome.INJURED, 2),
        ),
    )
    found = airwars_syria.scored(INCIDENTS, chronology([shelling], a=A, b=B))
    assert found.metrics == {
        "b3_f1": 1.0,
        "belligerent_f1": pytest.approx(0.8),  # two right of two, and of three in gold
        "deaths_max_exact.derivable": 1.0,  # the soldier is no civilian
        "injured_max_exact.derivable": 0.5,
        "deaths_iou.derivable": 1.0,
        "contested_recall.derivable": 1.0,
        "date_within_1": 0.5,
        "within_5km": 0.0,  # eleven kilometres
        "within_25km": 1.0,
    }
    assert {(miss.document, miss.what) for miss in found.misses} == {("b", "injured_max"), ("b", "belligerents"), ("b", "date")}


def test_read_gold(tmp_path: Path) -> None:
    where = tmp_path / "mini"
    where.mkdir()
    page = {"source_id": "s", "title": "", "text": "t", "date": "2022-05-03T10:00:00Z"}
    row: dict[str, Any] = {
        "internal_id": "1",
        "incident_date": "2022-05-02",
        "alleged_belligerent": "YPG",
        "assessment": None,
        "latitude": None,
        "longitude": None,
        "doc_ids": ["s"],
        "civilian_deaths_min": None,
        "civilian_deaths_max": 2,
        "civilian_injuries_min": None,
        "civilian_injuries_max": None,
    }
    (where / "docs.jsonl").write_text(json.dumps(page) + "\n")
    (where / "incidents.jsonl").write_text(json.dumps(row) + "\n")
    (found,) = airwars_syria.read_gold(tmp_path, "mini")
    assert found.counts == {"deaths": (2, 2), "injured": None}
    assert found.reports == (Report("s", "t", published="2022-05-03"),)
    row["doc_ids"] = ["elsewhere"]
    (where / "incidents.jsonl").write_text(json.dumps(row) + "\n")
    with pytest.raises(GoldError, match="no page elsewhere"):
        airwars_syria.read_gold(tmp_path, "mini")
