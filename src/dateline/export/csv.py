"""Entries as comma-separated values: one row an entry, or one row a claim.

Text that a spreadsheet would read as a formula gets an apostrophe in front; numbers do not (-1.67 is a longitude). Beside
each code stands its `_label`. `<outcome>_low|best|high` are filled when an entry has one overall figure for that outcome; where
it has several (for different people), they stand in `quantities` only, because adding them up would be a guess.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from dateline.export import wording
from dateline.export.options import ExportOptions
from dateline.export.privacy import Privacy
from dateline.export.record import claim as claim_record
from dateline.model.entry import Entry, EntryPlace, Participant, Quantity, SourcedClaim
from dateline.model.event import Outcome, Role
from dateline.resources.outlines.loader import load

Cell: TypeAlias = "str | int | float | None"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_lines(entries: Iterable[Entry], options: ExportOptions | None = None) -> Iterator[str]:
    """Yield lines of CSV (RFC 4180), the header first; a value with line breaks stays within one item."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for row in csv_rows(entries, options):
        writer.writerow([_cell(value) for value in row.values()])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def csv_rows(entries: Iterable[Entry], options: ExportOptions | None = None) -> Iterator[dict[str, Cell]]:
    """Yield rows as dictionaries in column order; the first is the header, each name under itself."""
    options = options or ExportOptions()
    if not options.names:
        entries = list(entries)
    privacy = Privacy(() if options.names else entries, options)
    columns = CLAIM_COLUMNS if options.per_claim else ENTRY_COLUMNS
    yield {name: name for name in columns}
    for entry in entries:
        if options.per_claim:
            for sourced in entry.claims:
                yield _claim_row(entry, sourced, privacy)
        else:
            yield _entry_row(entry, privacy)


def _cell(value: Cell) -> Cell:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _entry_row(entry: Entry, privacy: Privacy) -> dict[str, Cell]:
    row: dict[str, Cell] = dict.fromkeys(ENTRY_COLUMNS)
    row |= {
        "id": entry.id,
        "kind": entry.kind.value,
        "family": entry.family.value,
        "type": entry.type,
        "type_label": wording.capital(wording.label(entry.type)),
        "title": privacy.value(entry.title),
        "polarity": entry.polarity.value,
        "modality": entry.modality.value,
        "ongoing": str(entry.ongoing).lower(),
        "contested": "; ".join(entry.contested),
        "documents": entry.documents,
        "independent": entry.independent,
        "claims": len(entry.claims),
        "review": entry.review,
        "date_label": wording.date_heading(entry.date),
    }
    if entry.date:
        date = entry.date
        row |= {"date_edtf": date.edtf, "date_start": date.start, "date_end": date.end}
        row |= {"date_precision": date.precision.value, "date_basis": date.basis.value}
    return row | _where(entry) | _who(entry, privacy) | _how_many(entry, privacy) | _content(entry, privacy)


def _where(entry: Entry) -> dict[str, Cell]:
    place = wording.shared(entry.places)
    if place is None:
        return {}
    names = load().names
    return {
        "place": place.name,
        "place_precision": place.precision.value,
        "place_basis": place.basis,
        "town": place.town,
        "admin1": place.admin1,
        "country": place.country,
        "country_label": names.get(place.country or ""),
        "lat": place.lat,
        "lon": place.lon,
        "uncertainty_m": place.uncertainty_m,
        "places": "; ".join(_place(p, names.get(p.country or "", "")) for p in entry.places),
    }


def _place(place: EntryPlace, country: str) -> str:
    return f"{wording.place_words(place, country)} ({wording.place_note(place)})"


def _who(entry: Entry, privacy: Privacy) -> dict[str, Cell]:
    def listed(people: Iterable[Participant]) -> str:
        return "; ".join(_person(p, privacy) for p in people)

    return {
        "perpetrators": listed(p for p in entry.participants if p.role is Role.PERPETRATOR),
        "participants": "; ".join(f"{p.role.value}: {_person(p, privacy)}" for p in entry.participants),
        "instruments": "; ".join(i.name for i in entry.instruments),
    }


def _person(person: Participant, privacy: Privacy) -> str:
    name = privacy.participant(person)
    return f"{name} ({person.responsibility.value})" if person.responsibility else name


def _how_many(entry: Entry, privacy: Privacy) -> dict[str, Cell]:
    out: dict[str, Cell] = {}
    for outcome in Outcome:
        overall = [q for q in entry.quantities if q.outcome is outcome and q.scope != "part"]
        if len(overall) > 1:
            overall = [q for q in overall if q.whom is None]
        if len(overall) == 1:
            one = overall[0]
            out |= {f"{outcome}_low": one.low, f"{outcome}_best": one.best, f"{outcome}_high": one.high}
    out["quantities"] = "; ".join(_count(q, privacy) for q in entry.quantities)
    out["amounts"] = "; ".join(f"{a.what}: {wording.number(a.value)} {a.unit}".rstrip() for a in entry.amounts)
    if entry.statistic:
        s = entry.statistic
        out |= {"statistic_measure": s.measure, "statistic_value": s.value, "statistic_part": s.part, "statistic_of": s.of}
    return out


def _count(quantity: Quantity, privacy: Privacy) -> str:
    words = f"{wording.quantity_label(quantity)} {wording.range_words(quantity.low, quantity.best, quantity.high)}"
    whom = f" {privacy.value(quantity.whom)}" if quantity.whom else ""
    return words + whom + (f" ({quantity.scope})" if quantity.scope != "collective" else "")


def _content(entry: Entry, privacy: Privacy) -> dict[str, Cell]:
    out: dict[str, Cell] = {
        "slogans": "; ".join(privacy.value(s.name) for s in entry.slogans),
        "relations": "; ".join(f"{r.type} {r.entry}" for r in entry.relations),
        "duration": entry.duration,
    }
    if entry.content:
        content = entry.content
        out |= {"themes": "; ".join(content.themes), "channel": content.channel}
        out["addressee"] = privacy.value(content.addressee) if content.addressee else None
        out["demands"] = "; ".join(privacy.value(d) for d in content.demands)
        out["not_mentioned"] = "; ".join(privacy.value(d) for d in content.not_mentioned)
    return out


def _claim_row(entry: Entry, sourced: SourcedClaim, privacy: Privacy) -> dict[str, Cell]:
    one, shown = sourced.claim, claim_record(sourced, privacy)
    evidence = shown["evidence"]
    assert isinstance(evidence, dict)
    return {
        "id": one.id,
        "entry": entry.id,
        "entry_title": privacy.value(entry.title),
        "field": one.field,
        "value": json.dumps(shown["value"], ensure_ascii=False),
        "value_label": wording.value_words(one.field, shown["value"]),
        "text": str(shown["text"]),
        "said_by": " > ".join(privacy.speaker(said) for said in one.said_by),
        "cues": " > ".join(said.cue for said in one.said_by),
        "certainty": one.certainty.value,
        "confidence": round(one.confidence, 4),
        "decided_by": "; ".join(one.decided_by),
        "text_id": one.evidence.text_id,
        "start": one.evidence.span.start,
        "end": one.evidence.span.end,
        "exact": str(evidence["exact"]),
        "document": sourced.document,
        "outlet": sourced.outlet,
        "published": sourced.published,
    }


ENTRY_COLUMNS = tuple(
    (
        "id kind family type type_label title polarity modality ongoing contested "
        "date_label date_edtf date_start date_end date_precision date_basis duration "
        "place place_precision place_basis town admin1 country country_label lat lon uncertainty_m places "
        "perpetrators participants instruments quantities"
    ).split()
    + [f"{outcome}_{bound}" for outcome in Outcome for bound in ("low", "best", "high")]
    + (
        "amounts statistic_measure statistic_value statistic_part statistic_of themes channel addressee demands not_mentioned "
        "slogans relations documents independent claims review"
    ).split()
)
CLAIM_COLUMNS = tuple(
    (
        "id entry entry_title field value value_label text said_by cues certainty confidence decided_by text_id start end exact "
        "document outlet published"
    ).split()
)
