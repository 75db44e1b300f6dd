"""Values: the JSON forms in which claims carry dates, places, participants and counts (docs/record.md)."""

from __future__ import annotations

from dateline.model.claim import JsonValue
from dateline.model.event import Argument, Responsibility, Role
from dateline.model.mention import Mention, MentionKind
from dateline.model.resolution import ActorValue, DateValue, PlacePrecision, PlaceValue, QuantityValue, Resolution
from dateline.resources.gazetteer import Gazetteer

_MAX_CANDIDATES = 5


def plain(mention: Mention) -> JsonValue:
    """Return a name for a weapon, slogan, outlet or theme: {name, kind}."""
    kind = mention.key.split(":")[-1] if mention.key else None
    return {"name": " ".join(mention.text.split()).strip("'\"“”‘’"), "kind": kind}


def date(value: DateValue) -> JsonValue:
    """Return {edtf, start, end, precision, basis, anchor}."""
    return {
        "edtf": value.edtf,
        "start": value.start,
        "end": value.end,
        "precision": value.precision.value,
        "basis": value.basis.value,
        "anchor": value.anchor,
    }


def place(value: PlaceValue | None, resolution: Resolution[PlaceValue]) -> JsonValue:
    """Return a place's fields; without a value the words as written, unresolved, with their candidates."""
    candidates: list[JsonValue] = [
        {"id": c.id, "name": c.name, "score": round(c.score, 3), "detail": c.detail}
        for c in resolution.candidates[:_MAX_CANDIDATES]
    ]
    if value is None:
        return {
            "name": " ".join(resolution.mention.text.split()),
            "precision": PlacePrecision.UNRESOLVED.value,
            "basis": "named",
            "candidates": candidates,
        }
    return {
        "name": value.name,
        "precision": value.precision.value,
        "basis": value.basis,
        "lat": value.lat,
        "lon": value.lon,
        "uncertainty_m": value.uncertainty_m,
        "gazetteer_id": value.gazetteer_id,
        "town": value.town,
        "admin1": value.admin1,
        "country": value.country,
    }


def country_of(value: PlaceValue | None) -> PlaceValue | None:
    """Return the country around a place, as inferred, or none if it is not known."""
    record = Gazetteer.open().country(value.country) if value is not None and value.country else None
    if record is None:
        return None
    return PlaceValue(
        record.name,
        PlacePrecision.COUNTRY,
        "inferred",
        record.lat,
        record.lon,
        record.uncertainty_m,
        record.id,
        None,
        record.country,
    )


def acts(value: PlaceValue | None) -> bool:
    """Tell whether a place can stand for those who govern it: a country does, a village does not."""
    return value is not None and value.precision is PlacePrecision.COUNTRY


def actor(resolution: Resolution[ActorValue], mention: Mention, responsibility: Responsibility | None) -> JsonValue:
    """Return {name, kind, actor_id, ...}; an ambiguous actor keeps its name as written and its candidates."""
    value = resolution.value
    out: dict[str, JsonValue] = {
        "name": value.name if value is not None else " ".join(mention.text.split()),
        "kind": value.kind.value if value is not None else "unknown",
        "actor_id": value.actor_id if value is not None else None,
    }
    if value is not None:
        out |= {"country": value.country, "private": value.private, "description": value.description, "group_id": value.group_id}
    else:
        out["candidates"] = [
            {"id": c.id, "name": c.name, "score": round(c.score, 3)} for c in resolution.candidates[:_MAX_CANDIDATES]
        ]
    if responsibility is not None:
        out["responsibility"] = responsibility.value
    return out


def place_as_participant(
    resolution: Resolution[PlaceValue], mention: Mention, role: Role, responsibility: Responsibility | None
) -> JsonValue:
    """Return a country that acts as its government, or a facility or place that is acted upon."""
    name = resolution.value.name if resolution.value is not None else " ".join(mention.text.split())
    acts = role is not Role.TARGET and mention.kind is MentionKind.PLACE
    out: dict[str, JsonValue] = {
        "name": name,
        "kind": "government" if acts else "facility" if mention.kind is MentionKind.FACILITY else "property",
        "actor_id": None,
        "country": resolution.value.country if resolution.value is not None else None,
        "named": mention.key.endswith(":named") or mention.kind is MentionKind.PLACE,
    }
    if responsibility is not None:
        out["responsibility"] = responsibility.value
    return out


def thing(mention: Mention) -> JsonValue:
    """Return an attacked thing that is nobody: {name, kind: property}."""
    return {"name": mention.text, "kind": "property", "actor_id": None}


def quantity(value: QuantityValue, scope: str, part_of: str | None, includes: str | None = None) -> JsonValue:
    """Return {low, best, high, bound, unit, whom, people, scope, part_of}.

    `includes` names an outcome whose people are counted too ("shot": those who died of it).
    """
    out: dict[str, JsonValue] = {
        "low": value.low,
        "best": value.best,
        "high": value.high,
        "bound": value.bound,
        "unit": value.unit,
        "whom": value.whom,
        "people": value.people,
        "scope": scope,
        "part_of": part_of,
    }
    return out | {"includes": includes} if includes is not None else out


def amount(value: QuantityValue) -> JsonValue:
    """Return {what, value, low, high, unit} of things: videos, rifles, money."""
    number = value.best if value.best is not None else value.low
    return {"what": value.whom or value.unit, "value": number, "low": value.low, "high": value.high, "unit": value.unit}


def one_person(scope: str, mention: Mention, includes: str | None = None) -> JsonValue:
    """Return the count that one named person makes."""
    whom = "person named" if mention.key.startswith(("ner", "register")) else " ".join(mention.text.split()).lower()
    out: dict[str, JsonValue] = {
        "low": 1,
        "best": 1,
        "high": 1,
        "bound": "exact",
        "unit": "person",
        "whom": whom,
        "people": True,
        "scope": scope,
        "part_of": None,
    }
    return out | {"includes": includes} if includes is not None else out


def statistic(value: QuantityValue, argument: Argument, measure: str) -> JsonValue:
    """Return {measure, value, outcome, role}: `role` tells the whole from the part singled out."""
    return {
        "measure": measure if argument.outcome is None else f"people {argument.outcome.value}",
        "value": value.best if value.best is not None else value.low,
        "low": value.low,
        "high": value.high,
        "role": "part" if argument.part_of is not None else "whole",
    }
