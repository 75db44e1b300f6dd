"""Keys read and written, messages, and the way from entries to filled templates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites._muc_key import Fill, Template, parse_fill, read_keys, read_messages, written
from dateline.evaluate.suites.muc4 import read_gold, scored, templates_of
from dateline.model.document import StatedDate
from dateline.model.entry import Entry, Named
from dateline.model.event import Family, Modality, Outcome, Responsibility, Role
from dateline.model.resolution import ActorKind
from tests.evaluate.chronologies import chronology, claim, count, day, document, entry, town, who

KEY = """
;;; a remark
0.  MESSAGE: ID                     TST9-MUC3-0001
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
2.  INCIDENT: DATE                  (02 FEB 90) / (- 02 FEB 90)
3.  INCIDENT: LOCATION              PERU: LERMA (CITY) - TIPO (CITY)
4.  INCIDENT: TYPE                  BOMBING / ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID         "SMALL BOMB" / "BOMB"
                                    ? "FUSE"
7.  INCIDENT: INSTRUMENT TYPE       BOMB: "SMALL BOMB" / "BOMB"
8.  PERP: INCIDENT CATEGORY         -
9.  PERP: INDIVIDUAL ID             "MEN WHO CALL THEMSELVES \\"OWLS\\""
10. PERP: ORGANIZATION ID           "OWLS"
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT / CLAIMED OR ADMITTED: "OWLS"
12. PHYS TGT: ID                    -
13. PHYS TGT: TYPE                  -
14. PHYS TGT: NUMBER                -
15. PHYS TGT: FOREIGN NATION        -
16. PHYS TGT: EFFECT OF INCIDENT    -
17. PHYS TGT: TOTAL NUMBER          *
18. HUM TGT: NAME                   "RUTH MORALES"
19. HUM TGT: DESCRIPTION            "MAYOR" / "MAYOR OF LERMA": "RUTH MORALES"
                                    "A WOMAN FROM THE VILLAGE ON THE
                                    RIVER"
20. HUM TGT: TYPE                   GOVERNMENT OFFICIAL: "RUTH MORALES"
21. HUM TGT: NUMBER                 0 / 1 / -: "RUTH MORALES"
22. HUM TGT: FOREIGN NATION         -
23. HUM TGT: EFFECT OF INCIDENT     ? INJURY: "RUTH MORALES"
24. HUM TGT: TOTAL NUMBER           -

0.  MESSAGE: ID                     TST9-MUC3-0002 (SOMEBODY)
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"""
TEXT = """TST9-MUC3-0001

   LERMA, 3 FEB 90 (AGENCY) -- [TEXT] OWLS BURNED A BARN.

TST9-MUC3-0002 (SOMEBODY)

   TIPO, 3 FEB 90 (AGENCY) -- [TEXT] NOTHING HAPPENED.
"""


def write(folder: Path) -> Path:
    """Write a split of two messages."""
    place = folder / "corpora" / "tst9"
    place.mkdir(parents=True)
    (place / "key-tst9.v1").write_text(KEY)
    (place / "tst9-muc3").write_text(TEXT)
    return place


def test_reading_a_key(tmp_path: Path) -> None:
    keys = read_keys(write(tmp_path))
    assert keys["TST9-MUC3-0002"] == []
    (found,) = keys["TST9-MUC3-0001"]
    assert found.optional and found.number == 1
    assert found.without == {17}
    assert found.of(2) == (Fill(("02 FEB 90", "- 02 FEB 90")),)
    assert found.of(3) == (Fill(("PERU: LERMA (CITY) - TIPO (CITY)",)),)
    assert found.of(4) == (Fill(("BOMBING", "ATTACK")),)
    assert found.of(6) == (Fill(("SMALL BOMB", "BOMB")), Fill(("FUSE",), (), True))
    assert found.of(8) == ()
    assert found.of(9) == (Fill(('MEN WHO CALL THEMSELVES "OWLS"',)),)
    assert found.of(11) == (Fill(("REPORTED AS FACT", "CLAIMED OR ADMITTED"), ("OWLS",)),)
    assert found.of(19) == (
        Fill(("MAYOR", "MAYOR OF LERMA"), ("RUTH MORALES",)),
        Fill(("A WOMAN FROM THE VILLAGE ON THE RIVER",)),
    )
    assert found.of(21) == (Fill(("0", "1"), ("RUTH MORALES",), True),)  # `-` among the alternatives: none is right too
    assert found.of(23) == (Fill(("INJURY",), ("RUTH MORALES",), True),)


def test_reading_messages(tmp_path: Path) -> None:
    messages = read_messages(write(tmp_path))
    assert [m.id for m in messages] == ["TST9-MUC3-0001", "TST9-MUC3-0002"]
    assert messages[0].text.strip().endswith("OWLS BURNED A BARN.")


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    ours = Template(
        "TST9-MUC3-0001",
        1,
        {
            2: (Fill(("- 02 FEB 90",)),),
            4: (Fill(("ARSON",)),),
            9: (Fill(('"OWLS"',)), Fill(("MEN",))),
            23: (Fill(("DEATH",), ("RUTH MORALES",)),),
        },
        frozenset({6, 7}),
    )
    text = written([ours], "TST9-MUC3-0001") + "\n" + written([], "TST9-MUC3-0002")
    (tmp_path / "key-ours").write_text(text)
    assert read_keys(tmp_path) == {"TST9-MUC3-0001": [ours], "TST9-MUC3-0002": []}
    assert "6.  INCIDENT: INSTRUMENT ID         *\n" in text
    assert "8.  PERP: INCIDENT CATEGORY         -\n" in text
    assert '9.  PERP: INDIVIDUAL ID             "\\"OWLS\\""\n                                    "MEN"\n' in text


def test_nothing_to_fill() -> None:
    assert parse_fill(12, "-") is None
    assert parse_fill(6, "*") is None


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="tst8"):
        read_gold(tmp_path, "tst8")
    place = write(tmp_path)
    (place / "key-tst9.v1").write_text(KEY.partition("0.  MESSAGE: ID                     TST9-MUC3-0002")[0])
    with pytest.raises(GoldError, match="TST9-MUC3-0002"):
        read_gold(tmp_path, "tst9")
    (place / "key-tst9.v1").write_text("no template")
    with pytest.raises(GoldError, match="line 1"):
        read_gold(tmp_path, "tst9")


DOC = replace(
    document(
        "Members of the FMLN shot the mayor Tomas Beltran and two farmers with rifles in the town of Lerma and burned a bank."
    ),
    published=StatedDate("1990-02-04", "stated"),
)


def attack(**changes: object) -> Entry:
    """Return an entry that tells an attack in full."""
    told = {
        "type": claim(DOC, "type", "shot", "armed attack"),
        "perp": claim(DOC, "participant:perpetrator", "Members of the FMLN"),
        "mayor": claim(DOC, "participant:victim", "the mayor Tomas Beltran"),
        "farmers": claim(DOC, "participant:victim", "farmers"),
        "dead": claim(
            DOC, "quantity:killed", "two farmers", {"low": 2, "best": 2, "high": 2, "bound": "exact", "whom": "farmers"}
        ),
        "one": claim(DOC, "quantity:injured", "the mayor Tomas Beltran", {"low": 1, "best": 1, "high": 1, "bound": "exact"}),
        "bank": claim(DOC, "participant:target", "bank"),
        "gun": claim(DOC, "instrument", "rifles", {"name": "rifles"}),
        "place": claim(DOC, "place", "Lerma", {"precision": "town", "name": "Lerma"}),
        "date": claim(DOC, "date", "shot"),
    }
    ids = {name: (c.claim.id,) for name, c in told.items()}
    group = who(Role.PERPETRATOR, "Farabundo Martí National Liberation Front", ActorKind.ARMED_GROUP, "fmln")
    found = entry(
        "inc-1",
        "armed attack",
        Family.ATTACK,
        list(told.values()),
        participants=(
            replace(group, claims=ids["perp"], description="members of the FMLN", responsibility=Responsibility.STATED),
            replace(who(Role.VICTIM, "Tomas Beltran", ActorKind.PERSON), claims=ids["mayor"], description="a mayor"),
            replace(who(Role.VICTIM, "farmers", ActorKind.CIVILIAN), claims=ids["farmers"], description="farmers"),
            replace(who(Role.TARGET, "bank", ActorKind.FACILITY), claims=ids["bank"]),
        ),
        instruments=(Named("rifle", ids["gun"], "firearm"),),
        quantities=(count(Outcome.KILLED, 2),),
        date=replace(day("1990-02-02"), claims=ids["date"]),
        places=(replace(town("Lerma"), claims=ids["place"], country="PE"),),
    )
    return replace(found, **changes)  # type: ignore[arg-type]


def test_an_entry_as_a_filled_template() -> None:
    ((found,),) = templates_of(chronology([attack()], r1=DOC)).values()
    assert {slot: found.of(slot) for slot in range(2, 25) if found.of(slot)} == {
        2: (Fill(("02 FEB 90",)),),
        3: (Fill(("PERU: LERMA (CITY)",)),),
        4: (Fill(("ATTACK",)),),
        5: (Fill(("ACCOMPLISHED",)),),
        6: (Fill(("RIFLES",)),),
        7: (Fill(("RIFLE",), ("RIFLES",)),),
        8: (Fill(("TERRORIST ACT",)),),
        9: (Fill(("MEMBERS OF THE FMLN",)),),
        10: (Fill(("FMLN",)),),
        11: (Fill(("REPORTED AS FACT",), ("FMLN",)),),
        12: (Fill(("BANK",)),),
        13: (Fill(("FINANCIAL",), ("BANK",)),),
        14: (Fill(("1",), ("BANK",)),),
        18: (Fill(("TOMAS BELTRAN",)),),
        19: (Fill(("THE MAYOR",), ("TOMAS BELTRAN",)), Fill(("FARMERS",))),
        20: (Fill(("GOVERNMENT OFFICIAL",), ("TOMAS BELTRAN",)), Fill(("CIVILIAN",), ("FARMERS",))),
        21: (Fill(("1",), ("TOMAS BELTRAN",)), Fill(("2",), ("FARMERS",))),
        23: (Fill(("INJURY",), ("TOMAS BELTRAN",)), Fill(("DEATH",), ("FARMERS",))),
    }


def test_incidents_that_nothing_tells_apart_are_one_template() -> None:
    again = attack(id="inc-2", date=None, places=())
    (found,) = templates_of(chronology([attack(), again], r1=DOC)).values()
    assert len(found) == 1 and found[0].of(18) == (Fill(("TOMAS BELTRAN",)),)
    later = attack(id="inc-2", date=replace(day("1990-02-03"), claims=attack().date.claims))  # type: ignore[union-attr]
    (found,) = templates_of(chronology([attack(), later], r1=DOC)).values()
    assert len(found) == 2


def test_what_is_no_incident_of_the_task() -> None:
    soldiers = replace(attack().participants[2], kind=ActorKind.STATE_FORCE)
    cases = [
        attack(participants=(attack().participants[0], soldiers)),  # fighters attack fighters
        attack(participants=(), instruments=(), claims=attack().claims[-2:]),  # nobody in it
        attack(modality=Modality.PLANNED),
        attack(type="armed clash"),  # no counterpart
    ]
    for case in cases:
        assert templates_of(chronology([case], r1=DOC)) == {"r1": []}


def test_stages_and_slots_that_do_not_apply() -> None:
    ((found,),) = templates_of(chronology([attack(type="kidnapping", modality=Modality.FOILED)], r1=DOC)).values()
    assert found.of(5) == (Fill(("ATTEMPTED",)),)
    assert not found.of(6) and not found.of(12) and {6, 12, 17} <= found.without


def test_scored_message_by_message(tmp_path: Path) -> None:
    messages, keys = read_gold(write(tmp_path).parent.parent, "tst9")
    ours = {"TST9-MUC3-0001": [Template("TST9-MUC3-0001", 1, {4: (Fill(("BOMBING",)),), 10: (Fill(("OWLS",)),)})]}
    score = scored(messages, keys, ours)
    assert score.documents == 2
    assert score.metrics["all_templates_p"] == 1.0
    assert len(score.predictions) == 2 and isinstance(score.predictions[0], str)
    assert "all_templates_f/most frequent fills" in score.baselines
    assert [m.what for m in scored(messages, keys, {}).misses] == []  # the only template is optional
