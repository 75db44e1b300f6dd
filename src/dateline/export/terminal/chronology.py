"""The chronology by date: one block an entry, each value with who says so; campaigns, statistics and the undated apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.export import wording
from dateline.export.options import ExportOptions, by_role, claims_by_id, in_order, named
from dateline.export.privacy import Privacy
from dateline.export.record import claim as claim_record
from dateline.export.terminal.layout import Layout, Line
from dateline.model.entry import Content, Entry, Named, Participant, Quantity, SourcedClaim
from dateline.model.event import EntryKind
from dateline.resources.outlines.loader import load

WIDTH = 100
QUOTED = 90
"""Characters of a quotation that are shown in the list; `dateline show ENTRY` shows it whole."""
SHOWN_CLAIMS = 6
"""Tellings of one figure that are listed; the rest are counted."""
ROOMY = 60
"""Characters up to which a line has room for the command on its right."""
EMPTY = "No entries."


def table(entries: Iterable[Entry], options: ExportOptions | None = None) -> Iterator[str]:
    """Yield the lines of a chronology, each with its line end."""
    options = options or ExportOptions()
    listed = [named(entry, options.sources) for entry in in_order(entries)]
    layout = Layout(options.width or WIDTH, options.colour)
    privacy = Privacy(listed, options)
    if not listed:
        yield EMPTY + "\n"
    first = True
    for heading, section in _sections(listed):
        lines = [] if first else [Line()]
        first = False
        if heading:
            lines += [Line().add(heading, "section"), Line()]
        yield from layout.render(lines)
        yield from _section(section, layout, privacy)


def _sections(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the parts of a chronology that have entries; the first has no heading of its own."""
    apart = (EntryKind.CAMPAIGN, EntryKind.STATISTIC)
    dated = [e for e in entries if e.date is not None and (e.date.start or e.date.end)]
    undated = [e for e in entries if not (e.date is not None and (e.date.start or e.date.end))]
    for heading, section in (
        ("", [e for e in dated if e.kind not in apart]),
        ("Campaigns", [e for e in dated if e.kind is EntryKind.CAMPAIGN]),
        ("Statistics (never added to incidents)", [e for e in dated if e.kind is EntryKind.STATISTIC]),
        ("Undated (the reports do not say when)", undated),
    ):
        if section:
            yield heading, section


def _section(entries: Sequence[Entry], layout: Layout, privacy: Privacy) -> Iterator[str]:
    last = ""
    for number, entry in enumerate(entries):
        heading = wording.date_heading(entry.date)
        note = wording.date_note(entry.date)
        whole = f"{heading} · {note}" if note else heading
        lines = [Line()] if number else []
        if whole != last and heading != wording.UNDATED:
            lines.append(Line().add(heading, "heading"))
            if note:
                lines[-1].add(f" · {note}", "dim")
            last = whole
        yield from layout.render(lines + block(entry, privacy))


def block(entry: Entry, privacy: Privacy) -> list[Line]:
    """Return the lines of one entry in the list."""
    claims = claims_by_id(entry)
    lines = [_head(entry)]
    if who := _who(entry.participants, privacy):
        lines.append(who)
    if entry.content or entry.slogans:
        lines += _message(entry.content, entry.slogans, privacy)
    if entry.statistic:
        s = entry.statistic
        lines.append(Line(4, 4).add(f"{wording.number(s.value)} ", "value").add(s.measure))
        if s.part is not None:
            lines[-1].add(f", {wording.number(s.part)} of them {s.of or ''}".rstrip())
        lines[-1].add("    ").add(_tellings(s.claims, claims, privacy))
    lines += _counts(entry.quantities, claims, privacy)
    for amount in entry.amounts:
        words = f"{wording.number(amount.value)} {amount.unit} {amount.what}".replace("  ", " ")
        lines.append(Line(4, 4).add(f"{words}    ", "value").add(_tellings(amount.claims, claims, privacy)))
    if not (entry.quantities or entry.statistic or entry.amounts):
        lines.append(Line(4, 4).add(" · ".join(_in_context(claims[i], privacy) for i in _first_claims(entry))))
    show = f"dateline show {entry.id}"
    if entry.contested:
        lines.append(_contested(entry))
        lines[-1].right = show
    else:
        next((line for line in lines[1:] if len(line) < ROOMY), lines[-1]).right = show
    return lines


def _head(entry: Entry) -> Line:
    line = Line(2, 4).add(wording.capital(wording.label(entry.type)), "type")
    if standing := wording.standing(entry):
        line.add(f" [{', '.join(standing)}]", "label")
    names = load().names
    for number, place in enumerate(entry.places):
        line.add("   " if number == 0 else "; ")
        line.add(wording.place_words(place, names.get(place.country or "", "")))
        line.add(f" ({wording.place_note(place)})", "dim")
    plural = "report" if entry.documents == 1 else "reports"
    line.right = f"{entry.documents} {plural}"
    if entry.documents > 1:
        line.right += f", {entry.independent} independent"
    return line


def _who(participants: Sequence[Participant], privacy: Privacy) -> Line | None:
    if not participants:
        return None
    line = Line(2, 4)
    for number, person in enumerate(by_role(participants)):
        line.add("" if number == 0 else " · ")
        line.add(f"{wording.role_label(person)} ", "dim").add(privacy.participant(person))
        if note := wording.responsibility_note(person):
            line.add(f" ({note})")
    return line


def _message(content: Content | None, slogans: Sequence[Named], privacy: Privacy) -> list[Line]:
    """Return what a communication or campaign says, to whom and through what, on one line."""
    parts = [("slogan", ", ".join(f"“{privacy.value(s.name)}”" for s in slogans))]
    if content:
        parts += [
            ("about", ", ".join(content.themes)),
            ("demands", ", ".join(privacy.value(d) for d in content.demands)),
            ("leaves out", ", ".join(privacy.value(d) for d in content.not_mentioned)),
            ("to", privacy.value(content.addressee) if content.addressee else ""),
            ("through", content.channel or ""),
        ]
    line = Line(2, 4)
    for label, words in parts:
        if words:
            line.add(" · " if line.left else "").add(f"{label} ", "dim").add(words)
    return [line] if line.left else []


def _counts(quantities: Sequence[Quantity], claims: dict[str, SourcedClaim], privacy: Privacy) -> list[Line]:
    names = [wording.quantity_label(q) for q in quantities]
    words = [
        wording.range_words(q.low, q.best, q.high) + (f" {privacy.value(q.whom)}" if q.whom and q.scope == "part" else "")
        for q in quantities
    ]
    wide = max((len(n) for n in names), default=0)
    broad = min(20, max((len(w) for w in words), default=0))
    lines = []
    for quantity, name, count in zip(quantities, names, words, strict=True):
        scope = {"each": " in each place", "part": " (part of another figure)"}.get(quantity.scope, "")
        line = Line(2, wide + broad + 4).add(f"{name:<{wide}}  ", "label").add(f"{count:<{broad}}{scope}  ", "value")
        lines.append(line.add(_tellings(quantity.claims, claims, privacy)))
    return lines


def _tellings(ids: Sequence[str], claims: dict[str, SourcedClaim], privacy: Privacy) -> str:
    """Return the quotations with who says so, the same words by the same speaker once."""
    told: list[str] = []
    for claim_id in ids:
        if claim_id in claims:
            words = telling(claims[claim_id], privacy)
            if words not in told:
                told.append(words)
    if len(told) > SHOWN_CLAIMS:
        told[SHOWN_CLAIMS:] = [f"and {len(told) - SHOWN_CLAIMS} more"]
    return " · ".join(told)


def _in_context(sourced: SourcedClaim, privacy: Privacy) -> str:
    """Return a claim with the words around it: what tells an event by itself is often a single verb."""
    evidence = claim_record(sourced, privacy)["evidence"]
    assert isinstance(evidence, dict)
    prefix, exact, suffix = (str(evidence.get(key, "")) for key in ("prefix", "exact", "suffix"))
    return _attributed(f"{wording.before(prefix)}{exact}{wording.after(suffix)}", sourced, privacy)


def telling(sourced: SourcedClaim, privacy: Privacy, limit: int = QUOTED) -> str:
    """Return one claim as `"about 40" interior ministry, in Radio Sel (claimed)`."""
    quoted = " ".join(privacy.text(sourced.document, sourced.claim.text).split())
    return _attributed(quoted if len(quoted) <= limit else quoted[: limit - 1].rstrip() + "…", sourced, privacy)


def _attributed(quoted: str, sourced: SourcedClaim, privacy: Privacy) -> str:
    quoted = quoted.replace('"', "'")
    speaker = wording.speaker_words(sourced, privacy)
    outlet = sourced.outlet or sourced.document
    words = f'"{quoted}" {speaker}, in {outlet}' if speaker else f'"{quoted}" {outlet}'
    certainty = wording.certainty_words(sourced.claim.certainty)
    return f"{words} ({certainty})" if certainty else words


def _first_claims(entry: Entry) -> list[str]:
    """Return the claims that tell the event itself, one a document."""
    typed = [s for s in entry.claims if s.claim.field == "type"] or list(entry.claims)
    return list({s.document: s.claim.id for s in reversed(typed)}.values())[::-1]


def _contested(entry: Entry) -> Line:
    words = ", ".join(dict.fromkeys(wording.contested_words(f) for f in entry.contested))
    return Line(2, 4).add("contested: ", "contested").add(words)
