"""Outlines: the projection, and what the map is drawn from."""

from __future__ import annotations

import re

import pytest

from dateline.resources.outlines.loader import load
from dateline.resources.outlines.projection import LATITUDE, SCALE, height, project


def test_the_equator_and_greenwich_cross_in_the_middle() -> None:
    assert project(0, 0) == (SCALE // 2, height() // 2)
    assert project(LATITUDE, -180) == (0, 0)
    assert project(90, 180) == (SCALE, 0)


# Where a country is, roughly: a point in it must lie within the outline's box.
INSIDE = [("SY", 35.0, 38.5), ("NG", 9.1, 8.7), ("CO", 4.6, -74.1), ("FR", 46.5, 2.5), ("NO", 61.0, 9.0), ("XK", 42.6, 20.9)]


@pytest.mark.parametrize(("code", "latitude", "longitude"), INSIDE)
def test_countries_are_where_they_are(code: str, latitude: float, longitude: float) -> None:
    shape = next(shape for shape in load().shapes if shape.code == code)
    x, y = project(latitude, longitude)
    assert any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes(shape.path))


def boxes(path: str) -> list[tuple[int, int, int, int]]:
    out = []
    for ring in re.findall(r"M([-\d ]+)l([-\d ]+)z", path):
        x, y = (int(n) for n in ring[0].split())
        xs, ys = [x], [y]
        steps = [int(n) for n in ring[1].split()]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            xs.append(x)
            ys.append(y)
        out.append((min(xs), min(ys), max(xs), max(ys)))
    return out


def test_every_country_has_a_name_and_the_largest_towns_come_first() -> None:
    outlines = load()
    assert {shape.code for shape in outlines.shapes} - {""} <= outlines.names.keys()
    assert outlines.names["SY"] == "Syria"
    assert outlines.towns[0].name in {"Shanghai", "Tokyo", "Delhi", "Mumbai"}
    assert {"Damascus", "Baghdad", "Bamako"} <= {town.name for town in outlines.towns}


def test_the_page_can_carry_it() -> None:
    assert sum(len(shape.path) for shape in load().shapes) < 90_000
