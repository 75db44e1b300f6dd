"""An invented set of entries over three reports, made by hand: what the exports are tested and looked at with."""

from __future__ import annotations

from dateline.export import Report
from dateline.model.entry import (
    Content,
    Entry,
    EntryDate,
    EntryPlace,
    Named,
    Participant,
    Quantity,
    Relation,
)
from dateline.model.event import Certainty, EntryKind, Family, Modality, Outcome, Polarity, Responsibility, Role
from dateline.model.resolution import ActorKind, DateBasis, DatePrecision, PlacePrecision
from tests.export.elsewhere import bridge, commander, crash, displacement, foiled, march, slogans, statistic
from tests.export.telling import Telling, day, ids, tellings, town


def sample() -> tuple[list[Entry], list[Report]]:
    """Return the entries and the reports."""
    marun, sel, review = tellings()
    entries = [
        prison(marun, sel),
        recording(marun),
        arrests(marun),
        clash(marun),
        march(sel),
        slogans(sel),
        bridge(sel),
        statistic(review),
        crash(review),
        displacement(review),
        foiled(review),
        commander(review),
    ]
    return entries, [marun.report(), sel.report(), review.report()]


def prison(marun: Telling, sel: Telling) -> Entry:
    """A prison break in three tellings, contested."""
    ministry = marun.said("the interior ministry", "told", "the interior ministry told Radio Sel")
    radio = marun.said("Radio Sel", "told")
    official = marun.said("a local official", "said")
    spokesman = marun.said("a speaker of the Red Dawn Front", "said", "a speaker who called himself its spokesman")
    kind = marun.claim("e1/type", "stormed Sarvand Central Prison", "prison break", "stormed")
    when = marun.claim("e1/date", "in the night to 14 March 2019", {"edtf": "2019-03-13/2019-03-14"})
    where = marun.claim("e1/place", "Sarvand Central Prison south of Mosul", {"name": "Sarvand Central Prison"})
    who = marun.claim("e1/participant:perpetrator", "Gunmen from the Red Dawn Front", {"name": "Red Dawn Front"})
    about = marun.claim(
        "e1/quantity:freed", "freed about 40 inmates", {"low": 36, "best": 40, "high": 44}, "about 40", (radio, ministry)
    )
    boast = marun.claim(
        "e2/quantity:freed",
        "all our brothers, 65 of them, are home",
        {"low": 65, "best": 65, "high": 65},
        "all our brothers, 65 of them",
        (spokesman,),
        Certainty.CLAIMED,
    )
    again = sel.claim(
        "e3/quantity:freed",
        "no more than forty men had got out of Sarvand prison",
        {"low": None, "best": None, "high": 40},
        "no more than forty men",
        (sel.said("the interior ministry", "repeated", "The interior ministry"),),
    )
    monitors = sel.claim(
        "e3/quantity:freed",
        "Independent monitors counted 52 missing inmates",
        {"low": 52, "best": 52, "high": 52},
        "52 missing inmates",
        (sel.said("independent monitors", "counted", "Independent monitors"),),
    )
    guards = marun.claim(
        "e1/quantity:killed",
        "At least six guards were killed",
        {"low": 6, "best": 6, "high": None},
        "At least six guards",
        (official,),
    )
    bomb = marun.claim("e1/instrument", "with a car bomb", "car bomb", "a car bomb")
    by_group = marun.claim(
        "e2/responsibility",
        "a speaker who called himself its spokesman said that",
        "claimed",
        None,
        (spokesman,),
        Certainty.CLAIMED,
    )
    place = EntryPlace(
        "Sarvand Central Prison", PlacePrecision.FACILITY, ids(where), "named", 36.17, 43.17, 200.0, "sup:1", "Nineveh", "IQ"
    )
    return Entry(
        "inc-7f3a",
        EntryKind.INCIDENT,
        Family.ATTACK,
        "prison break",
        "Prison break at Sarvand Central Prison by Red Dawn Front",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind, when, where, who, by_group, about, boast, again, monitors, guards, bomb),
        documents=2,
        independent=2,
        contested=("quantity:freed",),
        date=EntryDate("2019-03-13/2019-03-14", "2019-03-13", "2019-03-14", DatePrecision.DAYS, DateBasis.STATED, ids(when)),
        places=(place,),
        participants=(
            Participant(
                Role.PERPETRATOR, "Red Dawn Front", ActorKind.ARMED_GROUP, ids(who, by_group), "red-dawn", Responsibility.CLAIMED
            ),
        ),
        instruments=(Named("car bomb", ids(bomb), "explosive"),),
        quantities=(
            Quantity(Outcome.FREED, 36, None, 65, "range of independent speakers", ids(about, boast, again, monitors)),
            Quantity(Outcome.KILLED, 6, 6, None, "single claim", ids(guards), "guards"),
        ),
    )


def recording(marun: Telling) -> Entry:
    """A claim of responsibility two days later."""
    kind = marun.claim("e4/type", "In a recording spread on the group's channel", "claim of responsibility", "a recording")
    when = marun.claim("e4/date", "two days later", {"edtf": "2019-03-16"})
    return Entry(
        "com-11aa",
        EntryKind.COMMUNICATION,
        Family.COMMUNICATION,
        "claim of responsibility",
        "Claim of responsibility by Red Dawn Front",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind, when),
        1,
        1,
        date=day("2019-03-16", when, basis=DateBasis.RELATIVE),
        participants=(Participant(Role.SPEAKER, "Red Dawn Front", ActorKind.ARMED_GROUP, ids(kind), "red-dawn"),),
        content=Content(ids(kind), ("prison break", "promise of further attacks"), "the group's channel"),
        relations=(Relation("claims_responsibility_for", "inc-7f3a", ids(kind)),),
    )


def arrests(marun: Telling) -> Entry:
    """Arrests, with a private person who speaks and one who suffers."""
    haddad = marun.said("Samir Haddad", "told", "Haddad told the Marun Post", private=True)
    kind = marun.claim("e5/type", "Police arrested 11 people in Basra on 17 March", "arrest", "arrested")
    count = marun.claim("e5/quantity:arrested", "arrested 11 people", {"low": 11, "best": 11, "high": 11}, "11 people")
    person = marun.claim("e5/participant:victim", "A shopkeeper, Samir Haddad, said", {"name": "Samir Haddad"}, "Samir Haddad")
    door = marun.claim("e5/place", "They broke the door at four in the morning", {"name": "Basra"}, None, (haddad,))
    denial = marun.claim(
        "e5/responsibility", "The Haddad Brigade, a militia", {"name": "Haddad Brigade", "responsibility": "denied"}
    )
    return Entry(
        "inc-a022",
        EntryKind.INCIDENT,
        Family.CUSTODY,
        "arrest",
        "Arrest of Samir Haddad's sons and others in Basra",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind, count, person, door, denial),
        1,
        1,
        date=day("2019-03-17", kind),
        places=(town("Basra", "IQ", (30.508, 47.783), kind, "Basra"),),
        participants=(
            Participant(Role.CUSTODIAN, "police", ActorKind.STATE_FORCE, ids(kind)),
            Participant(Role.VICTIM, "Samir Haddad", ActorKind.CIVILIAN, ids(person), private=True, description="a shopkeeper"),
            Participant(
                Role.PERPETRATOR, "Haddad Brigade", ActorKind.ARMED_GROUP, ids(denial), "haddad-brigade", Responsibility.DENIED
            ),
        ),
        quantities=(Quantity(Outcome.ARRESTED, 11, 11, 11, "single claim", ids(count)),),
    )


def clash(marun: Telling) -> Entry:
    """A village retaken on a day that the bare "Monday" gives."""
    kind = marun.claim("e6/type", "retook the village of Tell Amra", "territory taken", "retook")
    when = marun.claim("e6/date", "on Monday", {"edtf": "2019-03-18"})
    hurt = marun.claim("e6/quantity:injured", "three soldiers were wounded", {"low": 3, "best": 3, "high": 3}, "three soldiers")
    near = EntryPlace("Tell Amra", PlacePrecision.NEAR, ids(kind), "inferred", 36.32, 41.88, 15000.0, None, "Nineveh", "IQ")
    return Entry(
        "inc-b1c4",
        EntryKind.INCIDENT,
        Family.BATTLE,
        "territory taken",
        "Territory taken at Tell Amra by National Guard",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind, when, hurt),
        1,
        1,
        date=day("2019-03-18", when, basis=DateBasis.RELATIVE),
        places=(near,),
        participants=(
            Participant(
                Role.PERPETRATOR, "National Guard", ActorKind.STATE_FORCE, ids(kind), responsibility=Responsibility.STATED
            ),
        ),
        quantities=(Quantity(Outcome.INJURED, 3, 3, 3, "single claim", ids(hurt), "soldiers"),),
    )
