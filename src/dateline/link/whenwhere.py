"""When and where: an entry's date and places out of its claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.link.facts import LENT, as_object, float_of, text_of
from dateline.model.claim import Claim, JsonValue
from dateline.model.entry import EntryDate, EntryPlace
from dateline.model.resolution import Candidate, DateBasis, DatePrecision, PlacePrecision

_DATE_RANK = {p.value: n for n, p in enumerate(DatePrecision)}
_PLACE_RANK = {p.value: n for n, p in enumerate(PlacePrecision)}


def derive_date(claims: Sequence[Claim]) -> EntryDate | None:
    """Return the most precise date told of the event itself, the first of several; one carried over only if no other."""
    dated = [(c, as_object(c.value)) for c in claims if c.field == "date"]
    own = [(c, v) for c, v in dated if not LENT & set(c.decided_by)] or dated
    if not own:
        return None
    best, value = min(own, key=lambda cv: (_DATE_RANK[text_of(cv[1]["precision"])], -cv[0].confidence, cv[0].evidence.span))
    same = [best.id, *(c.id for c, v in own if c.id != best.id and _agree(v, value))]
    return EntryDate(
        text_of(value["edtf"]),
        text_of(value.get("start")) or None,
        text_of(value.get("end")) or None,
        DatePrecision(text_of(value["precision"])),
        DateBasis(text_of(value["basis"])),
        tuple(dict.fromkeys(same)),
    )


def _agree(one: dict[str, JsonValue], other: dict[str, JsonValue]) -> bool:
    """Tell whether two dates share at least a day."""
    return text_of(one.get("start")) <= (text_of(other.get("end")) or "9999") and text_of(other.get("start")) <= (
        text_of(one.get("end")) or "9999"
    )


def derive_places(claims: Sequence[Claim]) -> tuple[EntryPlace, ...]:
    """Return the places told, finest first, without those that only contain a finer one."""
    placed = [(c, as_object(c.value)) for c in claims if c.field == "place"]
    own = [(c, v) for c, v in placed if not LENT & set(c.decided_by)] or placed
    merged: dict[str, EntryPlace] = {}
    for claim, value in sorted(own, key=lambda cv: (_PLACE_RANK[text_of(cv[1]["precision"])], cv[0].evidence.span)):
        place = _place(claim, value)
        key = next((k for k, held in merged.items() if _same(held, place) or _within(held, place)), None)
        if key is None:
            merged[place.gazetteer_id or place.name.lower()] = place
        else:
            held = merged[key]
            merged[key] = _fill(held, place)
    return tuple(merged.values())


def _place(claim: Claim, value: dict[str, JsonValue]) -> EntryPlace:
    raw = value.get("candidates")
    candidates = tuple(_candidates(raw if isinstance(raw, list) else []))
    return EntryPlace(
        text_of(value.get("name")),
        PlacePrecision(text_of(value.get("precision"))),
        (claim.id,),
        text_of(value.get("basis")) or "named",
        float_of(value.get("lat")),
        float_of(value.get("lon")),
        float_of(value.get("uncertainty_m")),
        text_of(value.get("gazetteer_id")) or None,
        text_of(value.get("admin1")) or None,
        text_of(value.get("country")) or None,
        candidates,
        text_of(value.get("town")) or None,
    )


def _candidates(raw: Iterable[JsonValue]) -> Iterable[Candidate]:
    for item in raw:
        entry = as_object(item)
        yield Candidate(
            text_of(entry.get("id")),
            text_of(entry.get("name")),
            float_of(entry.get("score")) or 0.0,
            text_of(entry.get("detail")),
        )


def _same(held: EntryPlace, place: EntryPlace) -> bool:
    if held.gazetteer_id and place.gazetteer_id:
        return held.gazetteer_id == place.gazetteer_id
    return held.name.lower() == place.name.lower()


def _within(fine: EntryPlace, coarse: EntryPlace) -> bool:
    """Tell whether `coarse` merely contains `fine`, or says nothing of its own beside it."""
    if coarse.precision is PlacePrecision.COUNTRY:
        return fine.country in (coarse.country, None)
    if coarse.precision in (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2, PlacePrecision.ADMIN3):
        return fine.country == coarse.country and (fine.admin1 == coarse.admin1 or None in (fine.admin1, coarse.admin1))
    if coarse.precision is PlacePrecision.REGION:
        return coarse.country in (fine.country, None)
    if coarse.precision is PlacePrecision.UNRESOLVED:
        return coarse.name.lower() in fine.name.lower()
    return fine.precision is PlacePrecision.FACILITY and fine.lat is None and fine.country == coarse.country


def _fill(held: EntryPlace, other: EntryPlace) -> EntryPlace:
    """Add the other's claims; a facility without coordinates takes those of the town named beside it."""
    merged = replace(
        held,
        claims=(*held.claims, *other.claims),
        country=held.country or other.country,
        admin1=held.admin1 or other.admin1,
        town=held.town or other.town,
    )
    if merged.lat is None and other.lat is not None and _PLACE_RANK[other.precision.value] <= _PLACE_RANK["near"]:
        return replace(
            merged, lat=other.lat, lon=other.lon, uncertainty_m=max(other.uncertainty_m or 0.0, 5000.0), basis="inferred"
        )
    return merged
