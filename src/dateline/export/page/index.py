"""The index by which the page's own script filters, draws and finds: no text of reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.export import wording
from dateline.export.privacy import Privacy
from dateline.model.claim import JsonValue
from dateline.model.entry import Entry, EntryPlace
from dateline.resources.outlines.loader import Outlines
from dateline.resources.outlines.projection import project

TOWNS_A_COUNTRY = 40
TOWNS_AT_ALL = 120


def index(entries: Sequence[Entry], outlines: Outlines, privacy: Privacy) -> JsonValue:
    """Return what the page's script needs to filter, draw and find: no text of reports."""
    countries = {p.country for e in entries for p in e.places if p.country}
    return {
        "entries": [_index_entry(entry, privacy) for entry in entries],
        "countries": {code: outlines.names.get(code, code) for code in sorted(countries)},
        "map": {
            "scale": outlines.scale,
            "shapes": [[s.code, s.path, outlines.names.get(s.code, ""), s.x, s.y, s.width] for s in outlines.shapes],
            "towns": _towns(outlines, countries),
        },
    }


def _index_entry(entry: Entry, privacy: Privacy) -> JsonValue:
    date = entry.date
    claims: dict[str, JsonValue] = {s.claim.id: s.document for s in entry.claims}
    return {
        "id": entry.id,
        "family": entry.family.value,
        "type": wording.capital(wording.label(entry.type)),
        "title": privacy.value(entry.title),
        "start": date.start if date else None,
        "end": date.end if date else None,
        "when": wording.date_heading(date),
        "countries": _sorted(p.country for p in entry.places if p.country),
        "actors": _sorted(privacy.participant(p) for p in entry.participants if p.actor_id or p.kind.value == "armed_group"),
        "contested": bool(entry.contested),
        "places": [_index_place(place) for place in entry.places if place.lat is not None and place.lon is not None],
        "claims": claims,
    }


def _sorted(values: Iterable[str]) -> list[JsonValue]:
    return [*sorted(set(values))]


def _index_place(place: EntryPlace) -> JsonValue:
    x, y = project(place.lat or 0.0, place.lon or 0.0)
    area = place.basis == "centroid" or place.precision.value in ("admin1", "admin2", "admin3", "country", "region")
    return {
        "name": place.name,
        "x": x,
        "y": y,
        "lat": place.lat,
        "radius": place.uncertainty_m,
        "area": area,
        "country": place.country if place.precision.value == "country" else None,
        "note": wording.place_note(place),
    }


def _towns(outlines: Outlines, countries: set[str]) -> list[JsonValue]:
    """Return name, x and y of towns to find one's way by: the largest of the world, more where the entries are."""
    kept: dict[str, int] = defaultdict(int)
    out: list[JsonValue] = []
    for number, town in enumerate(outlines.towns):
        kept[town.country] += 1
        if number < TOWNS_AT_ALL or (town.country in countries and kept[town.country] <= TOWNS_A_COUNTRY):
            out.append([town.name, town.x, town.y])
    return out
