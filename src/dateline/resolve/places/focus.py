"""What a document is about: the countries and provinces that its places are in, and where they lie."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.resolve.places import weights
from dateline.resolve.places.candidates import Query
from dateline.resolve.places.clues import Clues
from dateline.resources.gazetteer import Feature, Gazetteer, Match, PlaceRecord, distance_m

_FEW = 2
"""Place names that a document needs before their country is what it is about."""
_CLOSE = 6
"""Readings of a name that count."""
_WIDE = frozenset({Feature.COUNTRY, Feature.REGION})
_NEGLIGIBLE = 0.02
"""Probability of a reading below which it is no evidence."""
_CELL = 2.0
"""Degrees between the lines of the grid in which neighbours are looked for."""


@dataclass(slots=True)
class Focus:
    """What a document is about: weights of countries in all and by the names that gave them."""

    countries: dict[str, float] = field(default_factory=dict)
    by_name: dict[str, dict[str, float]] = field(default_factory=dict)
    strength: dict[str, float] = field(default_factory=dict)
    """How much each name tells: villages bear names of villages elsewhere."""
    _most: dict[str, tuple[str, float]] = field(default_factory=dict)

    def add(self, name: str, code: str, weight: float) -> None:
        """Count a hint; `name` is the place name that gave it, or nothing."""
        if code:
            self.strength.setdefault(name, 1.0)
            self.countries[code] = self.countries.get(code, 0.0) + weight
            own = self.by_name.setdefault(name, {})
            own[code] = own.get(code, 0.0) + weight

    def share(self, code: str, name: str = "") -> float:
        """Return the share of the hints that point to a country, without those of `name`: it must not vote for itself."""
        own = self.by_name.get(name, {}) if name else {}
        everything = sum(self.countries.values()) - sum(own.values())
        # A single vague hint is no focus.
        return (self.countries.get(code, 0.0) - own.get(code, 0.0)) / max(everything, 1.0)

    def main(self, name: str) -> float:
        """Return the share of the country that the document is most about, without the hints of `name`."""
        return max((self.share(code, name) for code in self.countries), default=0.0)

    def placed(self, code: str, name: str) -> float:
        """Return the share of the distinct place names other than `name` that point to a country; demonyms do not count."""
        others = [(own, self.strength[other]) for other, own in self.by_name.items() if other and other != name]
        here = sum(strength * own.get(code, 0.0) / (sum(own.values()) or 1.0) for own, strength in others)
        return here / max(sum(strength for _, strength in others), _FEW)

    def placed_most(self, name: str) -> tuple[str, float]:
        """Return the country that most of the other place names point to, and its share."""
        known = self._most.get(name)
        if known is None:
            codes = sorted(self.countries)
            known = max(((c, self.placed(c, name)) for c in codes), key=lambda pair: pair[1], default=("", 0.0))
            self._most[name] = known
        return known


def shares(scored: Sequence[tuple[float, Match]]) -> list[tuple[float, Match]]:
    """Return the likeliest readings of a name with their probabilities, out of scores that are logarithms of odds."""
    if not scored:
        return []
    close = [(math.exp(score - scored[0][0]), m) for score, m in scored[:_CLOSE]]
    total = sum(w for w, _ in close)
    return [(w / total, m) for w, m in close]


def count_focus(queries: Sequence[Query], clues: Clues, known: Sequence[PlaceRecord] = ()) -> Focus:
    """Return the countries that mentions, demonyms and known facilities point to."""
    focus = Focus()
    for code, n in sorted(clues.demonyms.items()):
        focus.add("", code, 0.5 * min(n, 8))
    for record in known:
        focus.add(record.id, record.country, 1.0)
    for query in queries:
        if not query.scored:
            continue
        weight = 0.5 if query.mention.rule == "dateline" else 1.0
        first = query.scored[0][1].record
        if first.feature is Feature.CITY and first.population < weights.VILLAGE and not first.id.startswith("dateline:"):
            weight *= weights.VILLAGE_TELLS
            focus.strength[query.name] = weights.VILLAGE_TELLS
        for share, match in shares(query.scored):
            focus.add(query.name, match.record.country, weight * share)
    return focus


class Surroundings:
    """Where the places of a document lie, each name once with its likeliest readings: provinces told of, and neighbours."""

    def __init__(self, gazetteer: Gazetteer, queries: Sequence[Query], known: Sequence[PlaceRecord] = ()) -> None:
        self._gazetteer = gazetteer
        self._told: dict[int, dict[str, float]] = {}
        """By a subdivision's index, how surely each name means it."""
        self._holds: dict[int, dict[str, float]] = {}
        """By a subdivision's index, how surely each name means something in it."""
        self._cells: dict[tuple[int, int], list[tuple[PlaceRecord, float, str]]] = {}
        self.names: set[str] = set()
        readings: dict[str, dict[int, tuple[float, PlaceRecord]]] = {}
        for query in queries:
            for share, match in shares(query.scored):
                own = readings.setdefault(query.name, {})
                own[match.record.index] = (max(share, own.get(match.record.index, (0.0, match.record))[0]), match.record)
        for record in known:
            readings.setdefault(record.id, {})[record.index] = (1.0, record)
        for name, own in readings.items():
            self.names.add(name)
            for share, record in own.values():
                self._count(name, share, record)

    def _count(self, name: str, share: float, record: PlaceRecord) -> None:
        if share < _NEGLIGIBLE:
            return
        if record.feature in (Feature.ADMIN1, Feature.ADMIN2):
            own = self._told.setdefault(record.index, {})
            own[name] = max(share, own.get(name, 0.0))
        for wider in self._gazetteer.wider(record):
            if wider.feature in (Feature.ADMIN1, Feature.ADMIN2):
                own = self._holds.setdefault(wider.index, {})
                own[name] = own.get(name, 0.0) + share
        if (
            record.feature not in _WIDE
            and record.feature is not Feature.ADMIN1
            and record.lat is not None
            and record.lon is not None
        ):
            cell = (math.floor(record.lat / _CELL), math.floor(record.lon / _CELL))
            self._cells.setdefault(cell, []).append((record, share, name))

    def told(self, index: int, name: str) -> float:
        """Return how surely another name means the subdivision of that index."""
        return max((share for other, share in self._told.get(index, {}).items() if other != name), default=0.0)

    def held(self, index: int, name: str) -> float:
        """Return the number of other names that mean something in the subdivision of that index."""
        return sum(min(1.0, share) for other, share in self._holds.get(index, {}).items() if other != name)

    def near(self, record: PlaceRecord, name: str) -> float:
        """Return the number of other names that mean something near, the nearer the more."""
        if record.lat is None or record.lon is None or not self._cells:
            return 0.0
        row, column = math.floor(record.lat / _CELL), math.floor(record.lon / _CELL)
        best: dict[str, float] = {}
        for i in (row - 1, row, row + 1):
            for j in (column - 1, column, column + 1):
                for other, share, its in self._cells.get((i, j), ()):
                    if its != name and other.index != record.index:
                        here = share * math.exp(-distance_m(record, other) / weights.NEARBY_M)
                        best[its] = max(here, best.get(its, 0.0))
        return sum(best.values())
