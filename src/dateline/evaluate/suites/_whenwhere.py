"""When and where: days between an entry's date and gold's, kilometres between its place and gold's."""

from __future__ import annotations

import math
from datetime import date

from dateline.model.entry import Entry

EARTH_KM = 6_371.0088


def days_apart(entry: Entry | None, day: str) -> float:
    """Return how many days lie between an entry's date and a day, infinity if its date is none or more than one day."""
    if entry is None or entry.date is None or not entry.date.start or not entry.date.end:
        return math.inf
    start, end = entry.date.start[:10], entry.date.end[:10]
    return between(start, day) if start == end else math.inf


def between(one: str | None, other: str) -> float:
    """Return how many days lie between two ISO 8601 days, infinity if one is not a whole day."""
    try:
        return abs((date.fromisoformat((one or "")[:10]) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return math.inf


def km_apart(entry: Entry | None, lat: float, lon: float) -> float:
    """Return how far the first place with coordinates of an entry, its finest, is from a point; infinity if it has none."""
    for place in entry.places if entry is not None else ():
        if place.lat is not None and place.lon is not None:
            return km(place.lat, place.lon, lat, lon)
    return math.inf


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance (haversine)."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))
