"""One entry with all its claims side by side."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export import wording
from dateline.export.options import ExportOptions, by_role, named
from dateline.export.privacy import Privacy
from dateline.export.record import claim as claim_record
from dateline.export.terminal.chronology import WIDTH
from dateline.export.terminal.layout import Layout, Line
from dateline.model.entry import Entry, SourcedClaim
from dateline.resources.outlines.loader import load


def detail(entry: Entry, options: ExportOptions | None = None) -> Iterator[str]:
    """Yield the lines of one entry: its values, then every field with all its claims, each with its quotation whole."""
    options = options or ExportOptions()
    entry = named(entry, options.sources)
    privacy = Privacy((entry,), options)
    layout = Layout(options.width or WIDTH, options.colour)
    yield from layout.render([*_summary(entry, privacy), Line(), *_claims(entry, privacy)])


def _summary(entry: Entry, privacy: Privacy) -> list[Line]:
    lines = [Line(right=entry.id).add(privacy.value(entry.title), "section")]
    standing = wording.standing(entry)
    kind = f"{entry.kind.value} · {entry.family.value}: {wording.label(entry.type)}"
    lines.append(Line().add(" · ".join((kind, *standing))))
    when = wording.date_heading(entry.date)
    note = wording.date_note(entry.date)
    _field(lines, "when", f"{when} ({note})" if note else when, f"EDTF {entry.date.edtf}" if entry.date else "")
    if entry.duration:
        _field(lines, "for", entry.duration)
    names = load().names
    for place in entry.places:
        at = f"{place.lat:.4f}, {place.lon:.4f}" if place.lat is not None and place.lon is not None else ""
        words = f"{wording.place_words(place, names.get(place.country or '', ''))} ({wording.place_note(place)})"
        _field(lines, "where", words, at)
        if place.candidates:
            _field(lines, "could be", "; ".join(f"{c.name} {c.detail} ({c.score:.2f})" for c in place.candidates))
    for person in by_role(entry.participants):
        note = wording.responsibility_note(person)
        _field(lines, wording.label(person.role.value), privacy.participant(person) + (f" ({note})" if note else ""))
    for instrument in entry.instruments:
        _field(lines, "with", instrument.name)
    for quantity in entry.quantities:
        words = wording.range_words(quantity.low, quantity.best, quantity.high)
        whom = f" {privacy.value(quantity.whom)}" if quantity.whom else ""
        scope = "" if quantity.scope == "collective" else f", {quantity.scope}"
        best = f", best {wording.number(quantity.best)}" if quantity.best is not None and quantity.low != quantity.high else ""
        _field(lines, wording.quantity_label(quantity), words + whom + scope + best, f"rule: {quantity.rule}")
    _field(lines, "reports", f"{entry.documents}, {entry.independent} independent")
    for relation in entry.relations:
        _field(lines, wording.label(relation.type), relation.entry)
    if entry.aliases:
        _field(lines, "was", ", ".join(entry.aliases))
    if entry.contested:
        contested = ", ".join(dict.fromkeys(wording.contested_words(f) for f in entry.contested))
        lines.append(Line(2, 4).add("contested: ", "contested").add(contested))
    return lines


def _field(lines: list[Line], name: str, words: str, right: str = "") -> None:
    lines.append(Line(2, 18, right=right).add(f"{name:<16}  ", "label").add(words))


def _claims(entry: Entry, privacy: Privacy) -> list[Line]:
    by_field: dict[str, list[SourcedClaim]] = {}
    for sourced in entry.claims:
        by_field.setdefault(sourced.claim.field, []).append(sourced)
    lines: list[Line] = []
    for field, claims in by_field.items():
        mark = "  contested" if field in entry.contested else ""
        heading = Line(right=f"{len(claims)} claim{'s' if len(claims) > 1 else ''}").add(wording.field_label(field), "heading")
        lines.append(heading.add(mark, "contested"))
        for sourced in claims:
            lines += _claim(sourced, privacy)
        lines.append(Line())
    return lines[:-1]


def _claim(sourced: SourcedClaim, privacy: Privacy) -> list[Line]:
    one, shown = sourced.claim, claim_record(sourced, privacy)
    evidence = shown["evidence"]
    assert isinstance(evidence, dict)
    speaker = wording.speaker_words(sourced, privacy) or wording.OWN_VOICE
    where = sourced.outlet or sourced.document
    when = f", {wording.published_words(sourced.published)}" if sourced.published else ""
    certainty = one.certainty.value
    return [
        Line(2, 4, right=one.id).add(wording.value_words(one.field, shown["value"]), "value"),
        Line(4, 1).add(f"“{evidence['exact']}”"),
        Line(4, 2).add(f"{speaker} · {where}{when} · {certainty} · confidence {one.confidence:.2f}", "dim"),
    ]
