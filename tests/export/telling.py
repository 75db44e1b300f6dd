"""Three invented reports, and the means to write down their claims: quotations are found in the texts, or fail loudly."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.export import Report
from dateline.model.claim import Claim, JsonValue, Quotation, Said
from dateline.model.document import Zone, ZoneKind, text_id
from dateline.model.entry import EntryDate, EntryPlace, SourcedClaim
from dateline.model.event import Certainty
from dateline.model.resolution import DateBasis, DatePrecision, PlacePrecision
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
