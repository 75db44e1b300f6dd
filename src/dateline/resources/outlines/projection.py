"""Mercator's projection, in which a circle on the ground stays a circle on the map."""

from __future__ import annotations

import math

SCALE = 20_000
"""Units around the equator: two kilometres each there."""
LATITUDE = 83.7
"""Degrees to which the map goes, north and south."""


def project(latitude: float, longitude: float) -> tuple[int, int]:
    """Return x and y of a point in whole units: x grows eastward from 180° W, y southward from the northern edge."""
    bounded = max(-LATITUDE, min(LATITUDE, latitude))
    x = (longitude + 180) / 360 * SCALE
    return round(x), round(_south(bounded) - _south(LATITUDE))


def height() -> int:
    """Return the height of the map in units."""
    return round(_south(-LATITUDE) - _south(LATITUDE))


def _south(latitude: float) -> float:
    return -SCALE / (2 * math.pi) * math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
