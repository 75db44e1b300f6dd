"""The gazetteer at run time: opens in milliseconds, reads only the pages it needs."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path

from dateline.resources.gazetteer import layout, words
from dateline.resources.gazetteer.names import (
    acronym,
    digest,
    fold,
    normalise,
    similarity,
    skeleton,
    without_articles,
    without_class,
)
from dateline.resources.gazetteer.record import FEATURES, Feature, Match, PlaceRecord

COMPILED = Path(__file__).parent.parent / "compiled" / "gazetteer.bin"
WITHOUT_ARTICLE = 0.95
"""Score of a name that fits but for an article ("Hasaka" for Al-Hasakah)."""
SPELT_ALIKE = 0.72
"""Folded spellings less alike than this are different names. Set on the pairs in tests/resources/gazetteer/test_names.py."""
SAME_FACILITY = 0.85
"""As above for the few known facilities of one class, where a wrong one does more harm."""
SUPPLEMENT_IDS = 1 << 31


class Gazetteer:
    """Places by name, by id and by country."""

    def __init__(self, path: Path = COMPILED) -> None:
        self._header, self._at = layout.read(path)
        self._supplement = {name: SUPPLEMENT_IDS + i for i, name in enumerate(self._header["supplement"])}
        self._demonyms = self._header["tables"]["demonyms"]
        self._subdivisions = self._header["tables"]["subdivisions"]
        self.words = words.read(path.with_name("place_words.json"))
        self.record = lru_cache(maxsize=20_000)(self._record)
        self.lookup = lru_cache(maxsize=20_000)(self._lookup)
        self.alike = lru_cache(maxsize=5_000)(self._alike)

    @classmethod
    def open(cls, path: Path = COMPILED) -> Gazetteer:
        """Return the gazetteer compiled at `path`, mapped once a process. Raises FileNotFoundError if it was not built."""
        return _opened(path)

    @property
    def version(self) -> str:
        """Return what it was compiled from."""
        return self._header["version"]

    def __len__(self) -> int:
        return len(self._at["id"])

    def _lookup(self, name: str) -> tuple[Match, ...]:
        """Return the places that bear the name, weightiest first: countries, then by population.

        Case, diacritics, apostrophes, hyphens and Arabic articles do not matter; capitals do in acronyms ("US").
        """
        key = acronym(name) or normalise(name)
        if not key:
            return ()
        found = dict(self._posts(key, 1.0))
        if key.startswith("="):
            found = found or dict(self._posts(normalise(name), 1.0))
            return self._matches(found)
        short = without_articles(key)
        if short != key:
            for record, (score, primary) in self._posts(short, WITHOUT_ARTICLE):
                found.setdefault(record, (score, primary))
        return self._matches(found)

    def is_acronym(self, name: str) -> bool:
        """Tell whether the name in capitals stands for a place ("US", "U.A.E."), rather than merely spelling one."""
        key = acronym(name)
        return key is not None and next(self._posts(key, 1.0), None) is not None

    def _matches(self, found: dict[int, tuple[float, bool]]) -> tuple[Match, ...]:
        # Records are numbered by weight, so their order is the ranking.
        return tuple(Match(self.record(i), *found[i]) for i in sorted(found))

    def _posts(self, key: str, score: float) -> Iterator[tuple[int, tuple[float, bool]]]:
        keys, wanted = self._at["key"], digest(key)
        at = bisect_left(keys, wanted)
        if at == len(keys) or keys[at] != wanted:
            return
        ends = self._at["key_end"]
        for post in self._at["key_post"][ends[at] : ends[at + 1]]:
            yield post >> 2, (min(score, WITHOUT_ARTICLE) if post & 2 else score, bool(post & 1))

    def _alike(self, name: str) -> tuple[Match, ...]:
        """Return places with a name spelt otherwise but sounding alike, best first; their scores are below 0.9."""
        key = normalise(name)
        bones = skeleton(key) if len(key) > 3 else ""
        keys, wanted = self._at["bone"], digest(bones)
        at = bisect_left(keys, wanted)
        if not bones or at == len(keys) or keys[at] != wanted:
            return ()
        ends, posts, mine = self._at["bone_end"], self._at["bone_post"], fold(key)
        best: dict[int, float] = {}
        for j in range(ends[at], ends[at + 1], 2):
            alike = similarity(mine, self._fold_at(posts[j + 1]))
            if alike >= SPELT_ALIKE and alike > best.get(posts[j], 0.0):
                best[posts[j]] = alike
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Match(self.record(i), round(0.89 * score, 4), False) for i, score in ranked)

    def facility(self, name: str, kind: str) -> tuple[Match, ...]:
        """Return known facilities of a class by name, with or without the words for the class, in any usual spelling."""
        bare = without_class(normalise(name), self.words.facilities, self.words.fillers)
        if not bare:
            return ()
        known = self.words.facility_names.get(f"{kind}:{bare}")
        best = {known: 1.0} if known else {}
        mine = fold(bare)
        for other, identifier in self._facilities.get(kind, ()) if len(mine) > 3 else ():
            alike = similarity(mine, other)
            if alike >= SAME_FACILITY and 0.89 * alike > best.get(identifier, 0.0):
                best[identifier] = 0.89 * alike
        found = (
            (self.by_id(identifier), score) for identifier, score in sorted(best.items(), key=lambda item: (-item[1], item[0]))
        )
        return tuple(Match(record, score, score == 1.0) for record, score in found if record is not None)

    @cached_property
    def _facilities(self) -> dict[str, list[tuple[str, str]]]:
        out: dict[str, list[tuple[str, str]]] = {}
        for key, identifier in self.words.facility_names.items():
            kind, _, bare = key.partition(":")
            out.setdefault(kind, []).append((fold(bare), identifier))
        return out

    def _fold_at(self, offset: int) -> str:
        blob = self._at["fold"]
        return str(blob[offset + 1 : offset + 1 + blob[offset]], "ascii")

    def _record(self, i: int) -> PlaceRecord:
        """Return the record of that number."""
        at = self._at
        ends = at["name_end"]
        lat, raw = at["lat"][i], at["id"][i]
        wider = list(self._wider(i))
        return PlaceRecord(
            index=i,
            id=self._header["supplement"][raw - SUPPLEMENT_IDS] if raw >= SUPPLEMENT_IDS else f"geonames:{raw}",
            name=str(at["name"][ends[i] : ends[i + 1]], "utf-8"),
            lat=None if math.isnan(lat) else round(lat, 5),
            lon=None if math.isnan(lat) else round(at["lon"][i], 5),
            uncertainty_m=round(at["uncertainty"][i], 1),
            feature=FEATURES[at["feature"][i]],
            population=at["population"][i],
            country=self._header["codes"][at["country"][i]],
            admin1=next((self.record(j).name for j in wider if at["feature"][j] == _ADMIN1), ""),
            admin2=next((self.record(j).name for j in wider if at["feature"][j] == _ADMIN2), ""),
            within=at["within"][i],
            kind=self._header["kinds"][at["kind"][i]],
        )

    def _wider(self, i: int) -> Iterator[int]:
        within = self._at["within"]
        j = within[i]
        for _ in range(8):
            if j < 0:
                return
            yield j
            j = within[j]

    def wider(self, record: PlaceRecord) -> Iterator[PlaceRecord]:
        """Yield the places that contain the record, nearest first."""
        return (self.record(j) for j in self._wider(record.index))

    def contains(self, outer: PlaceRecord, inner: PlaceRecord) -> bool:
        """Tell whether `outer` contains `inner` (or is it). A region without members contains what lies in its radius."""
        if outer.index == inner.index or outer.index in self._wider(inner.index):
            return True
        if outer.feature is Feature.COUNTRY and _ONCE_IN.get(inner.country) == outer.country:
            return True
        if outer.feature in (Feature.REGION, Feature.AREA) or outer.feature is Feature.CITY:
            return distance_m(outer, inner) <= outer.uncertainty_m * (1.0 if outer.feature is not Feature.CITY else 1.5)
        return False

    def by_id(self, identifier: str) -> PlaceRecord | None:
        """Return the record with that id ("geonames:163843", "dateline:taji-prison-iq")."""
        if identifier in self._supplement:
            raw = self._supplement[identifier]
        elif identifier.startswith("geonames:") and identifier[9:].isdigit():
            raw = int(identifier[9:])
        else:
            return None
        ids, order = self._at["id"], self._at["id_order"]
        at = bisect_left(order, raw, key=lambda i: ids[i])
        return self.record(order[at]) if at < len(order) and ids[order[at]] == raw else None

    def country(self, code: str) -> PlaceRecord | None:
        """Return the country of an ISO 3166-1 alpha-2 code."""
        return self._countries().get(code.upper())

    def _countries(self) -> dict[str, PlaceRecord]:
        out: dict[str, PlaceRecord] = {}
        for i in range(len(self)):
            # Countries are numbered first.
            if FEATURES[self._at["feature"][i]] is not Feature.COUNTRY:
                break
            out[self._header["codes"][self._at["country"][i]]] = self.record(i)
        return out

    def subdivision(self, code: str) -> PlaceRecord | None:
        """Return the first-level subdivision of an ISO 3166-2 code ("US-KS")."""
        return self.by_id(self._subdivisions.get(code.upper(), ""))

    def admin1_of(self, record: PlaceRecord) -> PlaceRecord | None:
        """Return the first-level subdivision that the record is or lies in."""
        if record.feature is Feature.ADMIN1:
            return record
        return next((w for w in self.wider(record) if w.feature is Feature.ADMIN1), None)

    def demonym(self, word: str) -> str | None:
        """Return the country code of an adjective or people ("Syrian", "Afghans")."""
        return self._demonyms.get(word.lower())


_ONCE_IN = {"SS": "SD", "ER": "ET", "TL": "ID", "XK": "RS", "ME": "RS"}
"""Countries that reports of earlier years put into another one."""
_ADMIN1 = FEATURES.index(Feature.ADMIN1)
_ADMIN2 = FEATURES.index(Feature.ADMIN2)


@lru_cache(maxsize=4)
def _opened(path: Path) -> Gazetteer:
    return Gazetteer(path)


def distance_m(one: PlaceRecord, other: PlaceRecord) -> float:
    """Return the great-circle distance in metres; infinite where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    a, b = math.radians(one.lat), math.radians(other.lat)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 12_742_000 * math.asin(math.sqrt(min(1.0, h)))
