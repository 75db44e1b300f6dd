"""The evidence for a candidate: what its name, the words around it and the document say, each under a name that has a weight."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.resolve.places import weights
from dateline.resolve.places.candidates import AS_SPELT, Query, fits
from dateline.resolve.places.focus import Focus, Surroundings
from dateline.resources.gazetteer import Feature, Gazetteer, Match, PlaceRecord

Evidence = Iterator[tuple[str, float]]
_SUBDIVISIONS = frozenset({Feature.ADMIN1, Feature.ADMIN2})
_HALF = 2.0
"""Names in a province, or close by, that are half as good as very many."""


def known(match: Match) -> Evidence:
    """Yield what speaks for a candidate before anything is read: its name, kind and size."""
    record = match.record
    yield "name", match.score
    yield f"is {record.feature.value}", 1.0
    if match.primary:
        yield "own name", 1.0
    if record.id.startswith("dateline:"):
        yield "supplement", 1.0
    if record.kind == "capital":
        yield "capital", 1.0
    if record.lat is None:
        yield "nowhere", 1.0
    people = math.log10(record.population + 1)
    subdivision = record.feature in _SUBDIVISIONS
    yield ("people in subdivision" if subdivision else "people"), people
    if people > 5.0:
        yield ("large subdivision" if subdivision else "large"), people - 5.0


def around(gazetteer: Gazetteer, query: Query, match: Match) -> Evidence:
    """Yield what the words right beside a mention say: "province", "eastern", "the countryside of"."""
    kind, record, key = query.key.get("type", ""), match.record, query.key
    if key.get("rel") == "border":
        if record.feature in (Feature.COUNTRY, Feature.ADMIN1):
            yield "has a border", 1.0
        return
    if kind == "countryside" or (key.get("part") and not kind):
        # A part of a province is likelier meant than a part of the town of the same name, but for capitals.
        capital = not kind and any(_capital(m) and m.record.country == record.country for m in query.matches)
        if (_capital(match) and not kind) if capital else record.feature is Feature.ADMIN1:
            yield "part of province", 1.0
        return
    if kind == "outskirts":
        if record.feature is Feature.CITY:
            yield "type fits", 1.0
        return
    if key.get("holds") and record.feature is Feature.ADMIN1:
        yield "part of province", 1.0
        return
    if key.get("label") and record.feature is Feature.ADMIN1:
        yield "type fits", 1.0
        return
    fitting = gazetteer.words.types.get(kind)
    if fitting:
        if record.feature.value in fitting:
            yield "type fits", 1.0
        else:
            yield ("type differs" if fits(kind, fitting, record) else "type excludes"), 1.0


@dataclass(slots=True)
class Context:
    """What the document says so far, and who tells it."""

    gazetteer: Gazetteer
    focus: Focus
    surroundings: Surroundings
    outlet: str = ""

    def of(self, query: Query, match: Match) -> Evidence:
        """Yield what the rest of the document says for a candidate, whichever mention of the name it is."""
        record, name = match.record, query.name
        share = self.focus.share(record.country, name)
        yield "country", share
        country = record.feature is Feature.COUNTRY
        namesake = self._one_at_home(query, record)
        if record.country and (namesake or not (country or well_known(match))):
            strange = (1.0 - min(1.0, share / weights.ALIKE_NEEDS)) * self.focus.placed_most(name)[1]
            famous = "country abroad" if country else "famous abroad" if well_known(match) else "abroad"
            yield famous, strange
        if country:
            return
        if record.kind == "capital":
            yield "capital at home", share
        if self.outlet and record.country and self.outlet.endswith(_ENDINGS.get(record.country, f".{record.country.lower()}")):
            yield "outlet's country", 1.0
        yield from self._provinces(name, record)
        near = self.surroundings.near(record, name)
        yield "near", near / (near + _HALF)
        yield "near share", near / max(_HALF, len(self.surroundings.names) - 1)

    def _provinces(self, name: str, record: PlaceRecord) -> Evidence:
        others = max(_HALF, len(self.surroundings.names) - 1)
        if record.feature in _SUBDIVISIONS:
            held = self.surroundings.held(record.index, name)
            yield ("province of others" if record.feature is Feature.ADMIN1 else "district of others"), held / (held + _HALF)
        if record.feature is Feature.ADMIN1:
            return
        for wider in self.gazetteer.wider(record):
            if wider.feature is Feature.ADMIN1:
                held = self.surroundings.held(wider.index, name)
                yield "in province told", self.surroundings.told(wider.index, name)
                yield "in province of others", held / (held + _HALF)
                yield "province share", held / others
            elif wider.feature is Feature.ADMIN2:
                yield "in district told", self.surroundings.told(wider.index, name)

    def _one_at_home(self, query: Query, record: PlaceRecord) -> bool:
        """Tell whether a place abroad has a namesake in the country that most of the document's places are in."""
        code, share = self.focus.placed_most(query.name)
        if not share or record.country == code or self.focus.share(record.country, query.name) > weights.UNLIKELY:
            return False
        return any(m.record.country == code and m.primary and m.score >= AS_SPELT for m in query.matches)


_ENDINGS = {"GB": ".uk"}
"""Endings of addresses that differ from the country's code."""


def well_known(match: Match) -> bool:
    """Tell whether a place may be meant by its bare name anywhere in the world."""
    if match.record.feature in _SUBDIVISIONS:
        return match.record.population >= 5 * weights.WELL_KNOWN
    return match.primary and (match.record.population >= weights.WELL_KNOWN or match.record.kind == "capital")


def _capital(match: Match) -> bool:
    return match.record.kind == "capital" and match.primary
