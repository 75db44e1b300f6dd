"""The gva suite on three invented incidents, worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.evaluate.coder import Report
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import gva
from dateline.evaluate.suites._counts import Told, best, derivable, showing, told
from dateline.model.event import Family, Outcome
from tests.evaluate.chronologies import chronology, claim, count, day, document, entry, town

K, I = Outcome.KILLED, Outcome.INJURED  # noqa: E741


@pytest.mark.parametrize(
    ("wanted", "outcome", "text", "yes"),
    [
        (2, K, "Two men were killed on Elm Street.", True),
        (2, K, "Two men were shot. They were killed.", False),  # number and cue in different sentences
        (2, K, "2 dead after argument\nPolice are investigating.", True),
        (12, K, "A 12-year-old boy died.", False),  # an age
        (1, K, "A 12-year-old boy died.", True),
        (1, K, "The shooting was deadly.", False),  # nobody singular
        (3, I, "Three others were wounded.", True),
        (3, I, "Three others were killed.", False),
        (1, I, "One was hurt.", True),
        (4, I, "It happened at 4:30, and people were hurt.", False),
        (21, K, "Police found 21 dead.", True),
        (34, K, "In all 20-34 were killed.", True),
        (47, K, "He was killed with an AK-47.", False),
    ],
)
def test_derivable(wanted: int, outcome: Outcome, text: str, yes: bool) -> None:
    assert derivable(wanted, outcome, [text]) is yes


def test_the_sentence_is_shown() -> None:
    assert showing(2, K, ["Quiet night.", "It rained. Two died. Two were killed."]) == "Two died."


def test_figures_of_different_people_add_up_and_parts_do_not() -> None:
    assert told([count(K, 3, "men"), count(K, 1, "woman"), count(I, 5)], K) == Told(4, 4, 4)
    assert told([count(K, 3, "people"), count(K, 1, "child", "part")], K) == Told(3, 3, 3)
    assert told([count(I, 1, "woman", "part")], I) == Told(1, 1, 1)
    assert told([count(I, 1)], K) is None


def test_nothing_told_is_zero() -> None:
    assert best(None, K) == 0


A1 = document("Two men were killed and one man was wounded in Springfield on Sunday.")
A2 = document("A second report: three men were killed in Springfield, police said, and a man was hurt.")
B1 = document("A boy was hurt in Marion.")
INCIDENTS = [
    gva.Incident("A", "2014-05-04", "Springfield", "Ohio", {K: 3, I: 1}, (Report("a1", A1.text), Report("a2", A2.text))),
    gva.Incident("B", "2014-05-06", "Marion (Crest Hill)", "Iowa", {K: 0, I: 1}, (Report("b1", B1.text),)),
]


def test_scored() -> None:
    first_a = entry(
        "x1", "armed attack", Family.ATTACK, [claim(A1, "type", "killed")], quantities=(count(K, 2, "men"), count(I, 1, "man"))
    )
    both_a = entry(
        "x",
        "armed attack",
        Family.ATTACK,
        [claim(A1, "type", "killed"), claim(A2, "type", "killed")],
        date=day("2014-05-04"),
        places=(town("Springfield", "Ohio"),),
        quantities=(count(K, 3, "men"),),
    )
    # Police speak in the second report; a communication is never what a report of a shooting is about.
    said = entry("s", "statement", Family.COMMUNICATION, [claim(A2, "type", "said")] * 9)
    of_b = entry(
        "y",
        "accidental shooting",
        Family.ACCIDENT,
        [claim(B1, "type", "hurt")],
        date=day("2014-05-05"),
        places=(town("Marion", "Ohio"),),
        quantities=(count(I, 1),),
    )
    merged = chronology([said, both_a, of_b], a1=A1, a2=A2, b1=B1)
    first = {"a1": chronology([first_a], a1=A1), "b1": chronology([of_b], b1=B1)}
    found = gva.scored(INCIDENTS, merged, first)
    assert (found.documents, found.items) == (3, 2)
    assert found.metrics == {
        "b3_f1": 1.0,
        "pairwise_f1": 1.0,
        "killed_exact": 1.0,  # 3, and 0 where nobody is told killed
        "killed_exact.derivable": 1.0,  # only A: a 0 is not derivable
        "injured_exact": 0.5,  # the merged entry of A lost its injured man
        "injured_exact.derivable": 0.5,
        "first.killed_exact.derivable": 0.0,  # the 3 of A is not in its first report: no item
        "first.injured_exact.derivable": 1.0,
        "date_exact": 0.5,
        "date_within_1": 1.0,
        "city_state_exact": 0.5,  # the Marion of Ohio is not that of Iowa
    }
    assert found.baselines["killed_exact/constant_0"] == 0.5
    assert found.baselines["first.injured_exact.derivable/constant_1"] == 1.0
    assert {(miss.document, miss.what) for miss in found.misses} == {
        ("a1", "injured_exact.derivable"),
        ("b1", "date"),
        ("b1", "city_state"),
    }


def test_read_gold(tmp_path: Path) -> None:
    row = {
        "incident_id": "7",
        "date": "2014-05-04",
        "state": "Ohio",
        "city": "Springfield",
        "killed": 1,
        "injured": 0,
        "docs": [
            {"id": "late", "title": "t", "dct": "2014-05-06", "content": "c"},
            {"id": "early", "title": "t", "dct": "2014-05-05", "content": "c"},
        ],
    }
    (tmp_path / "mini.jsonl").write_text(json.dumps(row) + "\n")
    (incident,) = gva.read_gold(tmp_path, "mini")
    assert [report.id for report in incident.reports] == ["early", "late"]
    del row["killed"]
    (tmp_path / "broken.jsonl").write_text(json.dumps(row) + "\n")
    with pytest.raises(GoldError, match=r"broken\.jsonl, line 1: no killed"):
        gva.read_gold(tmp_path, "broken")
    with pytest.raises(GoldError, match=r"no none\.jsonl"):
        gva.read_gold(tmp_path, "none")
