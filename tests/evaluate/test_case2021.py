"""The case2021 suite: its table against the codebook, and what makes one code and not another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline.evaluate.coder import Report
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import case2021
from dateline.evaluate.suites.case2021 import ACLED, TABLE, Line, code_of
from dateline.model.entry import Entry, Named
from dateline.model.event import EntryKind, Family, Modality, Outcome, Role
from dateline.model.resolution import ActorKind
from dateline.resources.codebook import load_codebook
from tests.evaluate.chronologies import chronology, claim, count, document, entry, who

BESIDE_THE_CROSSWALK = {
    ("FORCE_AGAINST_PROTEST", "armed attack"): "protesters attacked",
    ("FORCE_AGAINST_PROTEST", "massacre"): "protesters attacked",
    ("VIOL_DEMONSTR", "armed clash"): "protesters who fight",
    ("VIOL_DEMONSTR", "armed attack"): "protesters who attack",
    ("VIOL_DEMONSTR", "arson"): "protesters who burn",
    ("VIOL_DEMONSTR", "destruction"): "protesters who destroy",
    ("PROTEST_WITH_INTER", "arrest"): "protesters arrested",
    ("PROTEST_WITH_INTER", "detention"): "protesters arrested",
    ("MOB_VIOL", "armed clash"): "people without arms who fight",
    ("MOB_VIOL", "armed attack"): "people without arms who attack",
    ("PEACE_PROTEST", "strike"): "a strike is told as a protest or not at all",
    ("DISR_WEAP", "bombing"): "a bomb found in time",
    ("DISR_WEAP", "suicide bombing"): "a bomber stopped in time",
    ("DISR_WEAP", "grenade"): "a grenade that did no harm",
    ("DISR_WEAP", "shelling"): "a missile shot down",
    ("DISR_WEAP", "drone strike"): "a drone shot down",
    ("DISR_WEAP", "air strike"): "an attack from the air that was stopped",
    ("CHANGE_TO_GROUP_ACT", "arrest"): "fighters who surrendered",
    ("PROTEST_WITH_INTER", "demonstration"): "a demonstration that was stopped",
}


def test_every_code_has_a_row_and_every_row_its_counterpart() -> None:
    types = load_codebook().types
    assert {row.code for row in TABLE} == set(ACLED)
    for row in TABLE:
        for name in row.types:
            told = ACLED[row.code] in types[name].crosswalk.get("acled", ())
            assert told or (row.code, name) in BESIDE_THE_CROSSWALK, (row.code, name)


def test_every_incident_type_that_acled_knows_is_in_the_table() -> None:
    listed = {name for row in TABLE for name in row.types}
    known = {t.name for t in load_codebook().types.values() if t.kind is EntryKind.INCIDENT and t.crosswalk.get("acled")}
    assert known <= listed


DOC = document("Students marched and police fired and rebels attacked a base and a bomb was found.")
ARMY = who(Role.PERPETRATOR, "army", ActorKind.STATE_FORCE)
REBELS = who(Role.PERPETRATOR, "rebels", ActorKind.ARMED_GROUP)
VILLAGERS = who(Role.PERPETRATOR, "villagers", ActorKind.CIVILIAN)


def told(type: str, words: str = "marched", **values: Any) -> Entry:
    return entry(type, type, load_codebook().types[type].family, [claim(DOC, "type", words)], **values)


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([], "OTHER"),
        ([told("statement")], "OTHER"),
        ([told("demonstration")], "PEACE_PROTEST"),
        ([told("demonstration"), told("demonstration met with force", participants=(ARMY,))], "PROTEST_WITH_INTER"),
        ([told("demonstration met with force", quantities=(count(Outcome.KILLED, 1),))], "FORCE_AGAINST_PROTEST"),
        ([told("demonstration met with force", participants=(VILLAGERS,))], "FORCE_AGAINST_PROTEST"),
        ([told("demonstration"), told("riot")], "VIOL_DEMONSTR"),
        ([told("demonstration"), told("armed attack", "attacked", participants=(ARMY,))], "FORCE_AGAINST_PROTEST"),
        ([told("arrest", participants=(who(Role.DETAINEE, "nine protesters", ActorKind.CIVILIAN),))], "PROTEST_WITH_INTER"),
        ([told("armed attack", participants=(who(Role.TARGET, "a rally", ActorKind.CIVILIAN),))], "FORCE_AGAINST_PROTEST"),
        ([told("armed attack", participants=(REBELS, who(Role.TARGET, "army base", ActorKind.FACILITY)))], "ARMED_CLASH"),
        # A protest against an attack is a protest, an attack on a protest told later an attack.
        ([told("armed attack", "attacked"), told("demonstration")], "PEACE_PROTEST"),
        ([told("territory taken", participants=(ARMY,))], "GOV_REGAINS_TERIT"),
        ([told("territory taken", participants=(REBELS,))], "NON_STATE_ACTOR_OVERTAKES_TER"),
        ([told("armed attack", participants=(REBELS,))], "ATTACK"),
        ([told("armed attack", participants=(REBELS, who(Role.TARGET, "base", ActorKind.STATE_FORCE)))], "ARMED_CLASH"),
        ([told("armed attack", participants=(VILLAGERS,))], "MOB_VIOL"),
        ([told("armed attack", participants=(VILLAGERS,), instruments=(Named("rifles", ("c",)),))], "ATTACK"),
        ([told("armed clash", participants=(VILLAGERS,))], "MOB_VIOL"),
        ([told("armed clash", participants=(REBELS,)), told("shelling")], "ARMED_CLASH"),
        ([told("bombing")], "REM_EXPLOS"),
        ([told("arrest"), told("armed attack", "attacked")], "ARREST"),
    ],
)
def test_code_of(entries: list[Entry], code: str) -> None:
    assert code_of(entries) == code


def test_a_bomb_found_in_time_disrupts_weapons() -> None:
    from dataclasses import replace

    assert code_of([replace(told("bombing"), modality=Modality.FOILED)]) == "DISR_WEAP"


def test_scored() -> None:
    gold = [Line(Report("1", "a"), "ARREST"), Line(Report("2", "b"), "ARREST"), Line(Report("3", "c"), "ATTACK")]
    a, b = document("a man was held"), document("b was shot")
    written = {
        "1": chronology([entry("1", "arrest", Family.CUSTODY, [claim(a, "type", "held")])], **{"1": a}),
        "2": chronology([entry("2", "armed attack", Family.ATTACK, [claim(b, "type", "shot")])], **{"2": b}),
    }
    found = case2021.scored(gold, written)
    # ARREST: precision 1, recall a half; ATTACK: none of one right; OTHER: ours for the third line, none in gold.
    assert found.metrics == {"weighted_f1": pytest.approx(2 / 3 * 2 / 3), "macro_f1": pytest.approx(2 / 9)}
    assert found.baselines["weighted_f1/most_frequent"] == pytest.approx(2 / 3 * 0.8)
    assert found.predictions == ("1\tARREST", "2\tATTACK", "3\tOTHER")


def test_read_gold(tmp_path: Path) -> None:
    (tmp_path / "event_types.txt").write_text("ARREST\nATTACK\n")
    (tmp_path / "mini").mkdir()
    (tmp_path / "mini" / "input.txt").write_text("1\tA man was arrested.\n")
    (tmp_path / "mini" / "output.txt").write_text("1\tARREST\n")
    assert case2021.read_gold(tmp_path, "mini") == [Line(Report("1", "A man was arrested."), "ARREST")]
    (tmp_path / "mini" / "output.txt").write_text("2\tARREST\n")
    with pytest.raises(GoldError, match="line 1 of the input has no code"):
        case2021.read_gold(tmp_path, "mini")
    (tmp_path / "event_types.txt").write_text("ARREST\nWEATHER\n")
    with pytest.raises(GoldError, match="no counterpart is written down for WEATHER"):
        case2021.read_gold(tmp_path, "mini")
