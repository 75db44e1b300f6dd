"""Our own places: facilities, camps, villages, neighbourhoods and regions that the city list lacks, and further names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import yaml

from dateline.resources.gazetteer.names import normalise, without_articles, without_class
from dateline.resources.gazetteer.record import Feature
from dateline.resources.gazetteer.sources import Place, distance_m

DATA = Path(__file__).parent / "data"
TYPICAL_M = {"facility": 1000.0, "neighbourhood": 1500.0, "city": 3000.0, "area": 50_000.0, "region": 200_000.0}
"""Uncertainty of a supplement place that gives none, by feature."""
FAR_M = 60_000
SAME_PLACE_M = 10_000
"""A settlement of the sources with one of our names this near is the same one."""


class Entry(TypedDict):
    """One line of a supplement file. `at` is [latitude, longitude], `of` names a place that only gets further names."""

    name: str
    also: NotRequired[list[str]]
    feature: NotRequired[str]
    kind: NotRequired[str]
    country: NotRequired[str]
    at: NotRequired[list[float]]
    radius_m: NotRequired[float]
    within: NotRequired[str]
    rank: NotRequired[int]
    shown: NotRequired[str]
    source: NotRequired[str]


@dataclass(slots=True)
class Known:
    """The places there are before the supplement, for finding what an entry lies in or adds names to."""

    by_country: Mapping[str, Place]
    by_name: Mapping[tuple[str, str], list[Place]]
    cities: Mapping[str, list[Place]]

    @classmethod
    def of(cls, by_country: Mapping[str, Place], places: Iterable[Place]) -> Known:
        """Index `places` by country and name."""
        index: dict[tuple[str, str], list[Place]] = {}
        cities: dict[str, list[Place]] = {}
        for place in places:
            if place.feature is Feature.CITY:
                cities.setdefault(place.country, []).append(place)
            for name in {place.name, *place.names}:
                if name.isascii() or name == place.name:
                    index.setdefault((place.country, without_articles(normalise(name))), []).append(place)
        return cls(by_country, index, cities)

    def find(self, name: str, country: str) -> list[Place]:
        """Return the places of that name in a country, the most populous first."""
        found = self.by_name.get((country, without_articles(normalise(name))), [])
        return sorted(found, key=lambda p: (p.feature is not Feature.CITY, -p.population, p.id))


def entries(file: str) -> list[Entry]:
    """Return the entries of one supplement file, each with the file's source note if it has none of its own."""
    raw = yaml.safe_load((DATA / file).read_text(encoding="utf-8"))
    # The file's note and defaults hold for every entry that says nothing else.
    return [cast("Entry", {"source": raw["source"], **raw.get("defaults", {}), **entry}) for entry in raw["places"]]


def places(known: Known) -> list[Place]:
    """Return the supplement's places. Raises ValueError where an entry names a place that is not there."""
    out: list[Place] = []
    seen: set[str] = set()
    for path in sorted((DATA).glob("places-*.yaml")):
        for entry in entries(path.name):
            place = _place(entry, known, path.name)
            if place.id in seen:
                raise ValueError(f"{path.name}: two entries have the id {place.id}")
            seen.add(place.id)
            if not _merged(place, known):
                out.append(place)
    return out


def _merged(place: Place, known: Known) -> bool:
    """Give our names to a settlement or subdivision that the sources have already; tell whether there was one."""
    for other in known.find(place.name, place.country):
        settlement = place.feature in (Feature.CITY, Feature.NEIGHBOURHOOD) and other.feature is Feature.CITY
        near = distance_m(place.lat or 0.0, place.lon or 0.0, other.lat or 0.0, other.lon or 0.0) < SAME_PLACE_M
        if (settlement and near) or (place.feature is Feature.REGION and other.feature is Feature.ADMIN1):
            other.names += [other.name, *place.names]
            other.name = place.name
            if settlement or place.population:
                # A rank says that reports use the name for more than the sources' records tell.
                other.feature = place.feature
                other.population = max(other.population, place.population)
            return True
    return False


def place_id(entry: Entry) -> str:
    """Return the id of a supplement place ("dateline:taji-prison-iq")."""
    return "-".join((f"dateline:{normalise(entry['name']).replace(' ', '-')}", *filter(None, [entry.get("country", "").lower()])))


def _place(entry: Entry, known: Known, file: str) -> Place:
    feature = Feature(entry.get("feature", "facility"))
    country = entry.get("country", "")
    place = Place(place_id(entry), entry["name"], feature, country)
    if "at" in entry:
        place.lat, place.lon = entry["at"]
    place.uncertainty_m = float(entry.get("radius_m", TYPICAL_M[feature.value]))
    place.kind = entry.get("kind", "")
    place.population = entry.get("rank", 0)
    place.names = list(entry.get("also", []))
    if country and country not in known.by_country:
        raise ValueError(f"{file}: {entry['name']!r} names an unknown country {country!r}")
    place.within = _around(place, known) if "at" in entry else known.by_country.get(country)
    if "within" in entry:
        found = known.find(entry["within"], country)
        if not found:
            raise ValueError(f"{file}: {entry['name']!r} lies in {entry['within']!r}, which is not in {country}")
        place.within = _nearest(place, found)
    return place


def _around(place: Place, known: Known) -> Place | None:
    """Return the subdivision that the nearest town lies in; wide and far-off places get the country alone."""
    country = known.by_country.get(place.country)
    if country is None or place.feature is Feature.REGION or place.lat is None or place.lon is None:
        return country
    lat, lon = place.lat, place.lon
    best: tuple[float, Place | None] = (FAR_M, None)
    for city in known.cities.get(place.country, ()):
        if city.lat is not None and city.lon is not None and abs(city.lat - lat) < 1:
            best = min(best, (distance_m(lat, lon, city.lat, city.lon), city), key=lambda pair: pair[0])
    return best[1].within if best[1] is not None else country


def _nearest(place: Place, found: list[Place]) -> Place:
    if place.lat is None or place.lon is None:
        return found[0]
    lat, lon = place.lat, place.lon
    located = [p for p in found if p.lat is not None and p.lon is not None]
    return min(
        located or found,
        key=lambda p: (distance_m(lat, lon, p.lat or 0.0, p.lon or 0.0) // 20_000, p.feature is not Feature.CITY),
    )


def add_names(known: Known) -> None:
    """Give known places the further names of `names.yaml`. Raises ValueError where a place is not there."""
    for entry in entries("names.yaml"):
        country = entry.get("country", "")
        if entry["name"] == "*":
            known.by_country[country].names += entry.get("also", [])
            continue
        found = known.find(entry["name"], country)
        wanted = entry.get("feature")
        found = [p for p in found if wanted is None or p.feature.value == wanted]
        if not found:
            raise ValueError(f"names.yaml: there is no {entry['name']!r} in {country}")
        found[0].names += [found[0].name, *entry.get("also", [])]
        found[0].name = entry.get("shown", found[0].name)
        found[0].population = entry.get("rank", found[0].population)


def centroids() -> dict[str, tuple[float, float]]:
    """Return the countries' central points by ISO 3166-1 alpha-2 code."""
    return _points("centroids")


def middles() -> dict[str, tuple[float, float]]:
    """Return central points of wide subdivisions by ISO 3166-2 code."""
    return _points("subdivisions")


def _points(section: str) -> dict[str, tuple[float, float]]:
    raw: dict[str, list[float]] = yaml.safe_load((DATA / "countries.yaml").read_text(encoding="utf-8"))[section]
    return {code: (lat, lon) for code, (lat, lon) in raw.items()}


def demonyms() -> dict[str, str]:
    """Return demonyms and adjectives in lower case with the country's code."""
    raw: dict[str, list[str]] = yaml.safe_load((DATA / "demonyms.yaml").read_text(encoding="utf-8"))["demonyms"]
    out: dict[str, str] = {}
    for code, words in raw.items():
        for word in words:
            if out.setdefault(word.lower(), code) != code:
                raise ValueError(f"demonyms.yaml: {word!r} stands under {out[word.lower()]} and {code}")
    return out


class Words(TypedDict):
    """The shape of `words.yaml`."""

    type_nouns: dict[str, list[str]]
    parts: dict[str, int]
    prepositions: dict[str, int]
    facilities: dict[str, list[str]]
    near: list[str]
    weak: list[str]
    not_before: list[str]
    adjectives: list[str]
    fillers: list[str]
    titles: list[str]
    no_places: list[str]


def words() -> dict[str, dict[str, str]]:
    """Return the word lists as tables of strings."""
    raw: Words = yaml.safe_load((DATA / "words.yaml").read_text(encoding="utf-8"))
    types: dict[str, str] = {}
    for feature, nouns in raw["type_nouns"].items():
        for noun in nouns:
            types[noun] = f"{types[noun]} {feature}" if noun in types else feature
    nouns_of: dict[str, str] = {}
    for kind, nouns in raw["facilities"].items():
        for noun in nouns:
            if nouns_of.setdefault(noun, kind) != kind:
                raise ValueError(f"words.yaml: {noun!r} stands under {nouns_of[noun]} and {kind}")
    lists = {
        "near": raw["near"],
        "weak": raw["weak"],
        "not_before": raw["not_before"],
        "adjectives": raw["adjectives"],
        "fillers": raw["fillers"],
        "titles": raw["titles"],
        "no_places": raw["no_places"],
    }
    return {
        "types": types,
        "parts": {word: str(degrees) for word, degrees in raw["parts"].items()},
        "prepositions": {word: str(sure) for word, sure in raw["prepositions"].items()},
        "facilities": nouns_of,
        "lists": {name: "|".join(entries) for name, entries in lists.items()},
        "facility_names": _facility_names(nouns_of, frozenset(raw["fillers"])),
    }


def _facility_names(nouns: dict[str, str], fillers: frozenset[str]) -> dict[str, str]:
    """Return ids of our facilities by class and name without the words for the class ("prison:kangbayi")."""
    out: dict[str, str] = {}
    for path in sorted(DATA.glob("places-*.yaml")):
        for entry in entries(path.name):
            if entry.get("feature", "facility") == "facility":
                for name in (entry["name"], *entry.get("also", [])):
                    bare = without_class(normalise(name), nouns, fillers)
                    if bare:
                        out.setdefault(f"{entry.get('kind', '')}:{bare}", place_id(entry))
    return out
