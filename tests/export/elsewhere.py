"""Sample entries: what the second and third report tell."""

from __future__ import annotations

from dateline.model.entry import (
    Content,
    Entry,
    EntryDate,
    EntryPlace,
    Named,
    Participant,
    Quantity,
    Statistic,
)
from dateline.model.event import Certainty, EntryKind, Family, Modality, Outcome, Polarity, Responsibility, Role
from dateline.model.resolution import ActorKind, DateBasis, DatePrecision, PlacePrecision
from tests.export.telling import Telling, day, ids, town


def march(sel: Telling) -> Entry:
    """A demonstration elsewhere, met with force."""
    office = sel.said("the city's health office", "according to")
    kind = sel.claim("e7/type", "In Bogotá, thousands marched on 19 March", "demonstration met with force", "marched")
    crowd = sel.claim("e7/quantity:took_part", "thousands marched", {"low": 2000, "best": None, "high": None}, "thousands")
    hurt = sel.claim("e7/quantity:injured", "14 people were injured", {"low": 14, "best": 14, "high": 14}, "14 people", (office,))
    return Entry(
        "inc-c3d9",
        EntryKind.INCIDENT,
        Family.UNREST,
        "demonstration met with force",
        "Demonstration met with force in Bogotá",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind, crowd, hurt),
        1,
        1,
        date=day("2019-03-19", kind),
        places=(town("Bogotá", "CO", (4.61, -74.08), kind),),
        participants=(Participant(Role.OPPONENT, "police", ActorKind.STATE_FORCE, ids(kind)),),
        quantities=(
            Quantity(Outcome.TOOK_PART, 2000, None, None, "single claim", ids(crowd)),
            Quantity(Outcome.INJURED, 14, 14, 14, "single claim", ids(hurt), "people"),
        ),
    )


def slogans(sel: Telling) -> Entry:
    """A campaign under a hashtag, still going on, nowhere in particular."""
    kind = sel.claim(
        "e8/type", 'Since January the front has called on its followers to "burn the ledgers"', "slogan campaign", "has called on"
    )
    tag = sel.claim("e8/slogan", "#AshesFirst", "#AshesFirst")
    channel = sel.claim("e8/channel", "its channel The Lantern", "The Lantern")
    return Entry(
        "cam-d4e5",
        EntryKind.CAMPAIGN,
        Family.CAMPAIGN,
        "slogan campaign",
        "Slogan campaign #AshesFirst by Red Dawn Front",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind, tag, channel),
        1,
        1,
        ongoing=True,
        date=EntryDate("2019-01/2019-03", "2019-01-01", "2019-03-20", DatePrecision.MONTH, DateBasis.RELATIVE, ids(kind)),
        participants=(Participant(Role.ORGANISER, "Red Dawn Front", ActorKind.ARMED_GROUP, ids(kind), "red-dawn"),),
        slogans=(Named("#AshesFirst", ids(tag)),),
        content=Content(ids(kind, channel), ("arson",), "The Lantern", "its followers"),
    )


def bridge(sel: Telling) -> Entry:
    """Neither dated nor placed."""
    kind = sel.claim(
        "e9/type", "Reports suggest that a bridge was damaged by an explosion", "bombing", "an explosion", (), Certainty.REPORTED
    )
    return Entry(
        "inc-e5f6",
        EntryKind.INCIDENT,
        Family.ATTACK,
        "bombing",
        "Bombing by unknown perpetrators",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind,),
        1,
        1,
        participants=(
            Participant(Role.PERPETRATOR, "unknown", ActorKind.UNKNOWN, ids(kind), responsibility=Responsibility.UNKNOWN),
            Participant(Role.TARGET, "a bridge", ActorKind.PROPERTY, ids(kind)),
        ),
        quantities=(Quantity(Outcome.DAMAGED, 1, 1, 1, "single claim", ids(kind), "bridge"),),
    )


def statistic(review: Telling) -> Entry:
    """A count over a year and a region."""
    source = review.said("the Northern Review's database", "shows", "the Northern Review's database shows")
    figure = review.claim(
        "e10/statistic",
        "at least 1,240 people had been killed in attacks on roads",
        {"measure": "people killed in attacks on roads", "value": 1240, "part": 310, "of": "children"},
        "at least 1,240 people",
        (source,),
    )
    where = review.claim("e10/place", "in the Sahel", {"name": "Sahel"})
    when = review.claim("e10/date", "in the year before", {"edtf": "2019-04/2020-03"})
    sahel = EntryPlace("Sahel", PlacePrecision.REGION, ids(where), "centroid", 15.5, 2.0, 1_500_000.0)
    return Entry(
        "sta-f607",
        EntryKind.STATISTIC,
        Family.STATISTIC,
        "people killed",
        "1,240 people killed in attacks on roads, Sahel",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (figure, where, when),
        1,
        1,
        date=EntryDate("2019-04/2020-03", "2019-04-01", "2020-03-31", DatePrecision.YEAR, DateBasis.RELATIVE, ids(when)),
        places=(sahel,),
        statistic=Statistic("people killed in attacks on roads", 1240, ids(figure), 310, "children"),
    )


def crash(review: Telling) -> Entry:
    """An accident in the middle of a month."""
    army = review.said("the army", "said", "the army said")
    kind = review.claim("e11/type", "An army helicopter crashed near Gao", "other accident", "crashed", (army,))
    when = review.claim("e11/date", "in mid-November 2019", {"edtf": "2019-11-11/2019-11-20"})
    dead = review.claim("e11/quantity:killed", "13 soldiers died", {"low": 13, "best": 13, "high": 13})
    gao = EntryPlace("Gao", PlacePrecision.NEAR, ids(kind), "named", 16.27, -0.04, 20000.0, None, "Gao", "ML")
    return Entry(
        "inc-0718",
        EntryKind.INCIDENT,
        Family.ACCIDENT,
        "other accident",
        "Accident near Gao",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind, when, dead),
        1,
        1,
        date=EntryDate("2019-11-11/2019-11-20", "2019-11-11", "2019-11-20", DatePrecision.DAYS, DateBasis.STATED, ids(when)),
        places=(gao,),
        quantities=(Quantity(Outcome.KILLED, 13, 13, 13, "single claim", ids(dead), "soldiers"),),
    )


def displacement(review: Telling) -> Entry:
    """A season and a province."""
    kind = review.claim("e12/type", "people fled their homes", "displacement", "fled")
    when = review.claim("e12/date", "In the summer of 2019", {"edtf": "2019-22"})
    many = review.claim("e12/quantity:displaced", "some 9,000 people", {"low": 8100, "best": 9000, "high": 9900})
    where = review.claim("e12/place", "Kidal region", {"name": "Kidal"})
    kidal = EntryPlace("Kidal", PlacePrecision.ADMIN1, ids(where), "centroid", 19.9, 1.4, 250_000.0, None, "Kidal", "ML")
    return Entry(
        "inc-1829",
        EntryKind.INCIDENT,
        Family.MOVEMENT,
        "displacement",
        "Displacement in Kidal",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind, when, many, where),
        1,
        1,
        date=EntryDate("2019-22", "2019-06-01", "2019-08-31", DatePrecision.SEASON, DateBasis.STATED, ids(when)),
        places=(kidal,),
        quantities=(Quantity(Outcome.DISPLACED, 8100, 9000, 9900, "single claim", ids(many), "people"),),
    )


def foiled(review: Telling) -> Entry:
    """Something foiled, with a country's middle next to a town."""
    police = review.said("Nigerian police", "said")
    kind = review.claim(
        "e13/type", "A plan to bomb the market of Lagos was foiled", "bombing", "bomb", (police,), Certainty.CLAIMED
    )
    when = review.claim("e13/date", "in December 2019", {"edtf": "2019-12"})
    return Entry(
        "inc-293a",
        EntryKind.INCIDENT,
        Family.ATTACK,
        "bombing",
        "Bombing foiled in Lagos",
        Polarity.ASSERTED,
        Modality.FOILED,
        (kind, when),
        1,
        1,
        date=EntryDate("2019-12", "2019-12-01", "2019-12-31", DatePrecision.MONTH, DateBasis.STATED, ids(when)),
        places=(
            town("Lagos", "NG", (6.45, 3.39), kind),
            EntryPlace("Nigeria", PlacePrecision.COUNTRY, ids(kind), "centroid", 9.1, 8.7, 500_000.0, None, None, "NG"),
        ),
    )


def commander(review: Telling) -> Entry:
    """A leader's death without a day."""
    group = review.said("the group", "said", "the group said")
    kind = review.claim("e14/type", "was killed, the group said", "leader killed", "was killed", (group,))
    who = review.claim("e14/participant:leader", "Abu Talha al-Marwani", {"name": "Abu Talha al-Marwani"}, None, (group,))
    return Entry(
        "inc-3a4b",
        EntryKind.INCIDENT,
        Family.LEADERSHIP,
        "leader killed",
        "Leader of Red Dawn Front killed",
        Polarity.ASSERTED,
        Modality.ACTUAL,
        (kind, who),
        1,
        1,
        participants=(Participant(Role.LEADER, "Abu Talha al-Marwani", ActorKind.PERSON, ids(who), "al-marwani"),),
    )
