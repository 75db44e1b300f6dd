"""An invented set of entries over three reports, made by hand: what the exports are tested and looked at with.

Everything in it is invented. Quotations are found in the texts, so that a changed text fails loudly.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.export import Report
from dateline.model.claim import Claim, JsonValue, Quotation, Said
from dateline.model.document import Zone, ZoneKind, text_id
from dateline.model.entry import (
    Content,
    Entry,
    EntryDate,
    EntryPlace,
    Named,
    Participant,
    Quantity,
    Relation,
    SourcedClaim,
    Statistic,
)
from dateline.model.event import Certainty, EntryKind, Family, Modality, Outcome, Polarity, Responsibility, Role
from dateline.model.resolution import ActorKind, DateBasis, DatePrecision, PlacePrecision
from dateline.model.span import Span

MARUN = """# Gunmen storm Sarvand prison as fighting spreads along the Tigris road
By our correspondent in Mosul

Gunmen from the Red Dawn Front stormed Sarvand Central Prison south of Mosul in the night to 14 March 2019, blew up its eastern \
wall with a car bomb and freed about 40 inmates, the interior ministry told Radio Sel. At least six guards were killed, a local \
official said.

In a recording spread on the group's channel two days later, a speaker who called himself its spokesman said that "all our \
brothers, 65 of them, are home", and promised more such nights.

## Arrests in Basra
Police arrested 11 people in Basra on 17 March on suspicion of having smuggled the explosives. A shopkeeper, Samir Haddad, said \
officers had taken his two sons. "They broke the door at four in the morning," Haddad told the Marun Post. The Haddad Brigade, a \
militia that shares nothing with him but the name, denied any part in the raid.

Fighters of the National Guard retook the village of Tell Amra, near Sinjar, on Monday after three hours of fighting in which \
three soldiers were wounded.

Read more: Ten cafés to visit in Erbil this spr...
"""
SEL = """# Radio Sel: forty escaped, ministry insists
BAGHDAD, 20 March 2019 — The interior ministry repeated on Wednesday that no more than forty men had got out of Sarvand prison. \
Independent monitors counted 52 missing inmates in their own tally of the register, a figure the ministry called "fantasy".

<script>alert("never run")</script> was all that the ministry's page showed for some hours on Tuesday; it blamed a faulty update.

In Bogotá, thousands marched on 19 March against the killing of community leaders. Police used tear gas, and 14 people were \
injured, according to the city's health office.

قال شاهد من أهل القرية إن الجنود وصلوا فجر يوم الاثنين.

Since January the front has called on its followers to "burn the ledgers" under the slogan #AshesFirst, in a string of messages \
spread through its channel The Lantern. Reports suggest that a bridge was damaged by an explosion, but nobody could say where.
"""
REVIEW = """# Northern Review, a year on
By April 2020, at least 1,240 people had been killed in attacks on roads in the Sahel in the year before, 310 of them \
children, the Northern Review's database shows.

An army helicopter crashed near Gao in mid-November 2019; 13 soldiers died. The crash was an accident, the army said.

In the summer of 2019 some 9,000 people fled their homes in Kidal region. A plan to bomb the market of Lagos was foiled in \
December 2019, Nigerian police said.

The old commander of the Red Dawn Front, Abu Talha al-Marwani, was killed, the group said in a statement that gave no day. The \
front later named his deputy as its leader.
"""


@dataclass
class Telling:
    """One report while its claims are written down."""

    document: str
    text: str
    outlet: str
    published: str | None
    title: str
    locator: str
    claims: list[SourcedClaim] = field(default_factory=list)

    def quote(self, exact: str) -> Quotation:
        """Return the quotation of words that stand in the text once."""
        assert self.text.count(exact) == 1, exact
        start = self.text.index(exact)
        return Quotation(text_id(self.text), Span(start, start + len(exact)), exact)

    def claim(
        self,
        where: str,
        exact: str,
        value: JsonValue,
        written: str | None = None,
        said: tuple[Said, ...] = (),
        certainty: Certainty = Certainty.STATED,
    ) -> SourcedClaim:
        """Return a claim; `where` is `event/field`."""
        event, name = where.split("/")
        quotation = self.quote(exact)
        claim = Claim(event, name, value, written or exact, quotation, said, certainty, 0.91, ("rule:sample",))
        start, end = quotation.span.start, quotation.span.end
        before, after = self.text[max(0, start - 32) : start], self.text[end : end + 32]
        return SourcedClaim(claim, self.document, self.outlet, self.published, before, after)

    def said(self, name: str, cue: str, exact: str | None = None, *, private: bool = False) -> Said:
        """Return a speaker."""
        return Said(name, cue, self.quote(exact or name), None, private)

    def report(self) -> Report:
        """Return the report for the page: lines are zones; `##` is a heading, "Read more" is furniture."""
        zones: list[Zone] = []
        at = 0
        for line in self.text.split("\n"):
            span = Span(at, at + len(line))
            at += len(line) + 1
            if not line.strip():
                continue
            kind, reason = ZoneKind.BODY, ""
            if line.startswith("# "):
                kind, span = ZoneKind.TITLE, Span(span.start + 2, span.end)
            elif line.startswith("## "):
                kind, span = ZoneKind.HEADING, Span(span.start + 3, span.end)
            elif line.startswith("Read more"):
                kind, reason = ZoneKind.FURNITURE, "teaser: cut off"
            zones.append(Zone(kind, span, reason))
        key = text_id(self.text)
        return Report(self.document, key, self.text, tuple(zones), self.title, self.outlet, self.published, self.locator)


def tellings() -> tuple[Telling, Telling, Telling]:
    """Return the three reports."""
    return (
        Telling("doc-marun", MARUN, "Marun Post", "2019-03-18", "Gunmen storm Sarvand prison", "reports/marun-post.txt"),
        Telling("doc-sel", SEL, "Radio Sel", "2019-03-20", "Radio Sel: forty escaped", "reports/radio-sel.html"),
        Telling("doc-review", REVIEW, "Northern Review", None, "Northern Review, a year on", "https://example.org/review"),
    )


def ids(*claims: SourcedClaim) -> tuple[str, ...]:
    """Return the ids of claims."""
    return tuple(sourced.claim.id for sourced in claims)


def day(iso: str, *claims: SourcedClaim, basis: DateBasis = DateBasis.STATED) -> EntryDate:
    """Return a plain day."""
    return EntryDate(iso, iso, iso, DatePrecision.DAY, basis, ids(*claims))


def town(name: str, country: str, at: tuple[float, float], claim: SourcedClaim, admin1: str | None = None) -> EntryPlace:
    """Return a town with a radius of three kilometres."""
    return EntryPlace(name, PlacePrecision.TOWN, ids(claim), "named", *at, 3000.0, None, admin1, country)


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
