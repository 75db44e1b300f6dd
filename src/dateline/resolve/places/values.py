"""Records as place values: precision, parts of places, nearness, facilities."""

from __future__ import annotations

import math
from dataclasses import replace

from dateline.model.resolution import PlacePrecision, PlaceValue
from dateline.resources.gazetteer import Feature, Gazetteer, PlaceRecord

PRECISION = {
    Feature.REGION: PlacePrecision.REGION,
    Feature.COUNTRY: PlacePrecision.COUNTRY,
    Feature.ADMIN1: PlacePrecision.ADMIN1,
    Feature.ADMIN2: PlacePrecision.ADMIN2,
    Feature.AREA: PlacePrecision.REGION,
    Feature.CITY: PlacePrecision.TOWN,
    Feature.NEIGHBOURHOOD: PlacePrecision.NEIGHBOURHOOD,
    Feature.FACILITY: PlacePrecision.FACILITY,
}
_CENTROIDS = frozenset({Feature.COUNTRY, Feature.ADMIN1, Feature.ADMIN2, Feature.REGION, Feature.AREA})
NEAR_M = 10_000.0
"""How far "near" may be from a town, beyond the town itself."""
NEAR_FACILITY_M = 1000.0
LAND_AROUND = frozenset({"countryside", "outskirts"})
LARGE_M = 5000.0
"""Towns of at least this radius (170,000 people) have parts that are worth telling apart."""
BETWEEN_M = 200_000.0
"""Towns further apart are two parties or the ends of a journey rather than the ends of a stretch of land."""
PART_SHIFT, PART_SIZE = 0.5, 0.65
"""The middle of "northern X" lies half-way to the border, and the part is two thirds as wide as the whole."""


def value_of(gazetteer: Gazetteer, record: PlaceRecord, key: dict[str, str], *, part_name: str | None = None) -> PlaceValue:
    """Return the value for a record as the text puts it: the place, a part of it, or somewhere near it.

    `part_name` is how the text calls a part that the gazetteer knows ("north-eastern Syria").
    """
    relation = key.get("rel", "")
    part = key.get("part", "")
    if relation:
        return _near(gazetteer, record, relation, float(key.get("km", "0")))
    if key.get("type") in LAND_AROUND and record.feature in (Feature.CITY, Feature.NEIGHBOURHOOD):
        return _near(gazetteer, record, "near", 0.0)
    if part_name:
        return plain(record, part_name)
    if part and (record.feature in _CENTROIDS or (record.feature is Feature.CITY and record.uncertainty_m >= LARGE_M)):
        return _part(gazetteer, record, part)
    return plain(record)


def plain(record: PlaceRecord, name: str | None = None) -> PlaceValue:
    """Return the value for a record itself."""
    return PlaceValue(
        name=name or record.name,
        precision=PRECISION[record.feature],
        basis="centroid" if record.feature in _CENTROIDS else "named",
        lat=record.lat,
        lon=record.lon,
        uncertainty_m=record.uncertainty_m or None,
        gazetteer_id=record.id,
        admin1=(record.name if record.feature is Feature.ADMIN1 else record.admin1) or None,
        country=record.country or None,
        town=record.name if record.feature is Feature.CITY else None,
    )


def within(name: str, outer: PlaceValue, *, settlement: bool) -> PlaceValue:
    """Return the value for something unknown that the text puts in or near a place: that place's point and extent.

    A village said to lie in a town lies near it, so its uncertainty is wider. Of one in a country only that much is known.
    """
    if outer.precision is PlacePrecision.COUNTRY:
        return unlocated(name, outer.country)
    near = settlement and outer.precision in (PlacePrecision.TOWN, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.FACILITY)
    return replace(
        outer,
        name=name,
        precision=PlacePrecision.NEAR if near else outer.precision,
        basis="inferred",
        uncertainty_m=(outer.uncertainty_m or 0.0) + NEAR_M if near else outer.uncertainty_m,
        gazetteer_id=None,
    )


def unlocated(name: str, country: str | None) -> PlaceValue:
    """Return the value for something unknown in a country: its name, without a point."""
    return PlaceValue(name, PlacePrecision.UNRESOLVED, "inferred", country=country)


def inferred(name: str, record: PlaceRecord, *, precision: PlacePrecision | None = None) -> PlaceValue:
    """Return the value for something unknown that lies in a known place: its point and its whole extent."""
    base = plain(record)
    return PlaceValue(
        name=name,
        precision=precision or base.precision,
        basis="inferred",
        lat=base.lat,
        lon=base.lon,
        uncertainty_m=base.uncertainty_m,
        admin1=base.admin1,
        country=base.country,
        town=base.town,
    )


def beside(value: PlaceValue) -> PlaceValue:
    """Return the value of something near a facility."""
    return replace(
        value,
        name=f"near {value.name}",
        precision=PlacePrecision.NEAR,
        basis="inferred",
        uncertainty_m=(value.uncertainty_m or 0.0) + NEAR_FACILITY_M,
    )


def _near(gazetteer: Gazetteer, record: PlaceRecord, relation: str, km: float) -> PlaceValue:
    base = plain(record)
    words = relation.removesuffix(" of")
    bearing = gazetteer.words.parts.get(words, -1)
    spread = max(3000.0, 300.0 * km) if km else NEAR_M
    lat, lon = base.lat, base.lon
    if km and bearing >= 0 and lat is not None and lon is not None:
        lat, lon = shifted(lat, lon, bearing, 1000.0 * km)
        name = f"{km:g} km {relation} {record.name}"
    else:
        spread += 1000.0 * km
        name = f"{relation} {record.name}" if relation != "border" else f"border of {record.name}"
    return PlaceValue(
        name=name,
        precision=PlacePrecision.NEAR,
        basis="inferred",
        lat=lat,
        lon=lon,
        uncertainty_m=(base.uncertainty_m or 0.0) + spread,
        gazetteer_id=record.id,
        admin1=base.admin1 if record.feature is not Feature.COUNTRY else None,
        country=base.country,
        town=base.town,
    )


def _part(gazetteer: Gazetteer, record: PlaceRecord, part: str) -> PlaceValue:
    """Return the value of "northern X"; a part of a country or province is a region of its own."""
    base = plain(record)
    bearing = gazetteer.words.parts.get(part, -1)
    lat, lon, size = base.lat, base.lon, base.uncertainty_m
    if lat is not None and lon is not None and size is not None and bearing >= 0:
        lat, lon = shifted(lat, lon, bearing, PART_SHIFT * size / 1.5)
    return PlaceValue(
        name=f"{part} {record.name}",
        precision=PlacePrecision.REGION if record.feature in (Feature.COUNTRY, Feature.REGION) else base.precision,
        basis="centroid",
        lat=lat,
        lon=lon,
        uncertainty_m=None if size is None else round(PART_SIZE * size, 1),
        gazetteer_id=record.id,
        admin1=base.admin1,
        country=base.country,
        town=base.town,
    )


def half_way(one: PlaceValue, other: PlaceValue) -> PlaceValue | None:
    """Return the value of "between A and B"; none where they lie so far apart that no spot can be meant."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None or abs(one.lon - other.lon) > 180:
        return None
    north = (one.lat - other.lat) * 111_320
    east = (one.lon - other.lon) * 111_320 * math.cos(math.radians((one.lat + other.lat) / 2))
    apart = math.hypot(north, east)
    if apart > BETWEEN_M:
        return None
    return PlaceValue(
        name=f"between {one.name} and {other.name}",
        precision=PlacePrecision.NEAR,
        basis="inferred",
        lat=round((one.lat + other.lat) / 2, 5),
        lon=round((one.lon + other.lon) / 2, 5),
        uncertainty_m=round(apart / 2 + max(one.uncertainty_m or 0.0, other.uncertainty_m or 0.0), 1),
        admin1=one.admin1 if one.admin1 == other.admin1 else None,
        country=one.country if one.country == other.country else None,
    )


def shifted(lat: float, lon: float, bearing: int, distance: float) -> tuple[float, float]:
    """Return the point that lies `distance` metres away in the direction of `bearing` degrees."""
    north = distance * math.cos(math.radians(bearing)) / 111_320
    east = distance * math.sin(math.radians(bearing)) / (111_320 * max(0.05, math.cos(math.radians(lat))))
    return round(max(-90.0, min(90.0, lat + north)), 5), round((lon + east + 180.0) % 360.0 - 180.0, 5)
