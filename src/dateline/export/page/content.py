"""What the page shows, in words: entries and reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.export import wording
from dateline.export.options import Report, by_role
from dateline.export.page.claims import FieldView, fields
from dateline.export.page.segments import Evidence, Paragraph, paragraphs
from dateline.export.privacy import Privacy
from dateline.model.entry import Entry, EntryPlace, Participant, Quantity


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an entry's head: its label, its words, and a note on how sure or how wide it is."""

    label: str
    words: str
    note: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """An outcome with its bounds."""

    label: str
    words: str
    whom: str
    rule: str
    contested: bool


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry in words."""

    id: str
    title: str
    family: str
    kind: str
    type: str
    year: str
    when: str
    when_note: str
    where: str
    where_note: str
    actors: str
    standing: tuple[str, ...]
    contested: tuple[str, ...]
    counts: tuple[Count, ...]
    facts: tuple[Fact, ...]
    fields: tuple[FieldView, ...]
    relations: tuple[tuple[str, str, str], ...]
    documents: int
    independent: int
    claims: int


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report in segments."""

    id: str
    title: str
    outlet: str
    published: str
    locator: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    claims: int
    entries: int
    furniture: int


def entry_view(entry: Entry, titles: dict[str, str], names: dict[str, str], privacy: Privacy) -> EntryView:
    """Return an entry in words. `titles` are those of the other entries, `names` those of countries."""
    heading = wording.date_heading(entry.date)
    start = (entry.date.start or entry.date.end or "") if entry.date else ""
    place = entry.places[0] if entry.places else None
    return EntryView(
        entry.id,
        privacy.value(entry.title),
        entry.family.value,
        entry.kind.value,
        wording.capital(wording.label(entry.type)),
        start[:4] or wording.UNDATED,
        heading,
        wording.date_note(entry.date),
        _places(entry.places, names),
        wording.place_note(place) if place else "",
        "; ".join(_who(p, privacy) for p in _leading(entry.participants)),
        tuple(wording.standing(entry)),
        tuple(dict.fromkeys(wording.contested_words(f) for f in entry.contested)),
        tuple(_counts(entry, privacy)),
        tuple(_facts(entry, names, privacy)),
        tuple(fields(entry, privacy)),
        tuple((wording.label(r.type), r.entry, titles.get(r.entry, "")) for r in entry.relations),
        entry.documents,
        entry.independent,
        len(entry.claims),
    )


def _places(places: Sequence[EntryPlace], names: dict[str, str]) -> str:
    words = "; ".join(_where(place, names) for place in places[:2])
    return f"{words} and {len(places) - 2} more" if len(places) > 2 else words


def _where(place: EntryPlace, names: dict[str, str]) -> str:
    return wording.place_words(place, names.get(place.country or "", ""))


def _leading(participants: Sequence[Participant]) -> list[Participant]:
    """Return whom the list names: who did it or speaks, else the first two told of."""
    first = [p for p in by_role(participants) if p.role.value in ("perpetrator", "speaker", "organiser", "custodian", "leader")]
    return (first or by_role(participants))[:2]


def _who(person: Participant, privacy: Privacy) -> str:
    note = wording.responsibility_note(person)
    return privacy.participant(person) + (f" ({note})" if note else "")


def _counts(entry: Entry, privacy: Privacy) -> list[Count]:
    out = [
        Count(
            wording.capital(wording.quantity_label(q)),
            wording.range_words(q.low, q.best, q.high),
            _whom(q, privacy),
            q.rule,
            f"quantity:{q.outcome.value}" in entry.contested,
        )
        for q in entry.quantities
    ]
    if entry.statistic:
        s = entry.statistic
        rest = f"{s.measure}; {wording.number(s.part)} of them {s.of or ''}".rstrip() if s.part is not None else s.measure
        out.append(Count("Total", wording.number(s.value), rest, "as told", "statistic" in entry.contested))
    out += [Count("Amount", f"{wording.number(a.value)} {a.unit}".rstrip(), a.what, "as told", False) for a in entry.amounts]
    return out


def _whom(quantity: Quantity, privacy: Privacy) -> str:
    whom = privacy.value(quantity.whom) if quantity.whom else ""
    scope = {"each": "in each place", "part": "(part)"}.get(quantity.scope, "")
    return f"{whom} {scope}".strip()


def _facts(entry: Entry, names: dict[str, str], privacy: Privacy) -> list[Fact]:
    note = wording.date_note(entry.date)
    out = [Fact("When", wording.date_heading(entry.date), note, entry.date.edtf if entry.date else "")]
    if entry.duration:
        out.append(Fact("For", entry.duration))
    for place in entry.places:
        at = f"{place.lat:.3f}, {place.lon:.3f}" if place.lat is not None and place.lon is not None else ""
        out.append(Fact("Where", _where(place, names), wording.place_note(place), at))
        if place.candidates:
            out.append(Fact("Could be", "; ".join(" ".join((c.name, c.detail)).strip() for c in place.candidates), "undecided"))
    for person in by_role(entry.participants):
        role = wording.capital(wording.label(person.role.value))
        out.append(Fact(role, privacy.participant(person), wording.responsibility_note(person)))
    out += [Fact("With", instrument.name) for instrument in entry.instruments]
    if entry.content:
        content = entry.content
        for label, words in (
            ("About", content.themes),
            ("Demands", content.demands),
            ("Leaves out", content.not_mentioned),
            ("To", (content.addressee,) if content.addressee else ()),
            ("Through", (content.channel,) if content.channel else ()),
        ):
            if words:
                out.append(Fact(label, privacy.value("; ".join(words))))
    out += [Fact("Slogan", privacy.value(slogan.name)) for slogan in entry.slogans]
    return out


def evidence_of(entries: Iterable[Entry]) -> dict[tuple[str, str], dict[Evidence, str]]:
    """Return for each document and text what stands on its text, with the entry to which it belongs."""
    out: dict[tuple[str, str], dict[Evidence, str]] = defaultdict(dict)
    for entry in entries:
        for sourced in entry.claims:
            claim = sourced.claim
            found = out[sourced.document, claim.evidence.text_id]
            found[Evidence(claim.evidence.span, claim.id)] = entry.id
            for said in claim.said_by:
                if said.evidence.text_id == claim.evidence.text_id:
                    found.setdefault(Evidence(said.evidence.span, claim.id, True), entry.id)
    return out


def report_view(report: Report, evidence: Mapping[Evidence, str], privacy: Privacy) -> ReportView:
    """Return a report with its evidence marked."""
    withheld = list(privacy.spans(report.id, report.text))
    shown = paragraphs(report.text, report.zones, list(evidence), withheld)
    return ReportView(
        report.id,
        privacy.text(report.id, report.title or wording.locator_words(report.locator) or report.id),
        report.outlet or "",
        wording.published_words(report.published),
        wording.locator_words(report.locator),
        report.language if report.language != "und" else "",
        tuple(shown),
        sum(not e.speaker for e in evidence),
        len(set(evidence.values())),
        sum(p.kind.value == "furniture" for p in shown),
    )
