"""Which facility a mention means: a known one, one in a known town, or the one told of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.resolution import Candidate, PlacePrecision, PlaceValue, Resolution
from dateline.resolve.places import weights
from dateline.resolve.places.decisions import Decisions
from dateline.resolve.places.ranking import prior
from dateline.resolve.places.values import beside, inferred, plain, within
from dateline.resources.gazetteer import Feature, Gazetteer, Match, PlaceRecord
from dateline.resources.gazetteer.names import normalise, without_class

_DEFINITE = frozenset({"the", "this", "that", "its", "their", "same", "these", "those"})
_RELATED = {
    "base": ("base", "airport"),
    "airport": ("airport", "base"),
    "prison": ("prison", "camp"),
    "camp": ("camp", "prison", "base"),
}
"""Classes that reports use for one another: a base called an airport, a camp where people are held called a prison."""
_DISTINCT = frozenset(
    {
        "prison",
        "camp",
        "base",
        "hospital",
        "mosque",
        "church",
        "school",
        "airport",
        "embassy",
        "market",
        "checkpoint",
        "border crossing",
    }
)
_MOST_OUTERS = 6
_SURE = 0.94
_SOUNDS = 0.85
"""Score of a name that differs in spelling alone; nothing else in the text need point there."""
_REMEMBERED = 8
"""Sentences over which "the prison" still means the last one."""


def known_by_name(gazetteer: Gazetteer, mention: Mention) -> dict[int, Match]:
    """Return the known facilities that a named mention may mean, by record index."""
    kind = mention.key.partition(":")[0]
    bare = without_class(normalise(mention.text), gazetteer.words.facilities, gazetteer.words.fillers)
    town = any(m.record.feature in (Feature.CITY, Feature.ADMIN1) for m in gazetteer.lookup(bare))
    matches: dict[int, Match] = {}
    # A town has facilities of many classes: "Homs camp" is not its prison.
    for related in (kind,) if town else _RELATED.get(kind, (kind,)):
        for match in gazetteer.facility(mention.text, related):
            matches.setdefault(match.record.index, match)
    for match in gazetteer.lookup(mention.text):
        if match.record.feature is Feature.FACILITY:
            matches[match.record.index] = match
    return matches


def certain(gazetteer: Gazetteer, mentions: Sequence[Mention]) -> list[PlaceRecord]:
    """Return the facilities that a document names by names of their own: they tell what it is about."""
    out: dict[int, PlaceRecord] = {}
    for mention in mentions:
        if mention.kind is MentionKind.FACILITY and mention.key.endswith(":named"):
            matches = known_by_name(gazetteer, mention)
            if len(matches) == 1:
                (match,) = matches.values()
                if match.score >= _SURE:
                    out[match.record.index] = match.record
    return list(out.values())


class Facilities:
    """Resolves the facility mentions of one document, after its places."""

    def __init__(self, sentences: Sequence[Sentence], decisions: Decisions) -> None:
        self.gazetteer = decisions.gazetteer
        self.sentences = {s.index: s for s in sentences}
        self.decisions = decisions
        self.ranking = decisions.ranking
        self.clues = decisions.clues
        self.told: list[tuple[int, str, PlaceValue]] = []
        self.by_name: dict[str, PlaceValue] = {}

    def resolve(self, number: int, mention: Mention) -> Resolution[PlaceValue]:
        """Return the resolution of one mention; call in text order."""
        kind, _, named = mention.key.partition(":")
        found = self._resolve(number, mention, kind, bool(named))
        if found.value is not None and found.value.precision is PlacePrecision.FACILITY and self._beside(mention):
            return replace(found, value=beside(found.value))
        if found.value is not None and found.value.lat is not None:
            self.told.append((mention.sentence, self._sort(mention, kind), found.value))
            if named:
                self.by_name.setdefault(self._bare(mention), found.value)
        return found

    def _bare(self, mention: Mention) -> str:
        return without_class(normalise(mention.text), self.gazetteer.words.facilities, self.gazetteer.words.fillers)

    def _sort(self, mention: Mention, kind: str) -> str:
        """Return what a later "the ..." must repeat: the class, or the noun where the class is wide."""
        return kind if kind in _DISTINCT else normalise(mention.text).split(" ")[-1]

    def _resolve(self, number: int, mention: Mention, kind: str, named: bool) -> Resolution[PlaceValue]:
        holders = self._holders(number, abroad=kind == "embassy")
        if named:
            known = self._known(mention, kind, holders)
            if known is not None:
                return known
            if not holders and (before := self.by_name.get(self._bare(mention))) is not None:
                return Resolution(mention, before, "facility-again", confidence=0.65)
        holder = holders[0] if holders else (self._in_name(mention, kind) if named else None)
        if (outer := self._in_unknown(number)) is not None:
            name = mention.text if named else f"{mention.text}, {outer.name}"
            return Resolution(mention, within(name, outer, settlement=False), "facility-in-place", confidence=0.5)
        if holder is not None and (central := self._main_one(mention, kind, holder)) is not None:
            return Resolution(mention, plain(central), "facility", (), 0.7)
        if holder is not None:
            return self._inside(mention, holder, named=named)
        if not named:
            return self._again(mention, kind)
        return Resolution(mention, PlaceValue(mention.text, PlacePrecision.UNRESOLVED), "unknown-facility", confidence=0.4)

    def _holders(self, number: int, *, abroad: bool) -> list[PlaceRecord]:
        """Return the places that the text says it is in or near, narrowest said first; an embassy is not in its country."""
        found = [self.decisions.record(n) for n in self._outers(number)]
        return [record for record in found if record is not None and not (abroad and record.feature is Feature.COUNTRY)]

    def _outers(self, number: int) -> list[int]:
        """Return the places that the text puts a facility in or near; through another facility, those that one is in."""
        out = [*self.clues.inside.get(number, ()), *self.clues.close.get(number, ())]
        for outer in out:
            if outer not in self.ranking.queries and len(out) < _MOST_OUTERS:
                out += [n for n in (*self.clues.inside.get(outer, ()), *self.clues.close.get(outer, ())) if n not in out]
        return out

    def _in_unknown(self, number: int) -> PlaceValue | None:
        """Return the value of an unknown village or quarter that it is in, where the text tells where that one lies."""
        first = next(iter(self._outers(number)), None)
        value = self.decisions.value(first) if first is not None and self.decisions.record(first) is None else None
        return value if value is not None and value.lat is not None else None

    def _known(self, mention: Mention, kind: str, holders: list[PlaceRecord]) -> Resolution[PlaceValue] | None:
        matches = known_by_name(self.gazetteer, mention)
        scored = sorted(((self._score(m, kind, holders), m) for m in matches.values()), key=lambda p: (-p[0], p[1].record.index))
        candidates = tuple(
            Candidate(m.record.id, m.record.name, round(min(1.0, s / weights.HIGHEST), 3), m.record.country)
            for s, m in scored[: weights.KEPT]
        )
        for score, match in scored:
            record = match.record
            here = self.ranking.focus.share(record.country)
            said = any(self.gazetteer.contains(h, record) for h in holders)
            abroad = holders and not said and all(h.country and h.country != record.country for h in holders)
            if abroad or (not here and not said and self.ranking.focus.countries and record.country):
                continue
            sounds = match.score >= _SOUNDS and (bool(here) or not self.ranking.focus.countries)
            if match.score >= _SURE or said or sounds or here >= weights.ALIKE_NEEDS:
                return Resolution(
                    mention, plain(record), "facility", candidates, round(min(0.95, 0.35 + score / weights.HIGHEST), 2)
                )
        return None

    def _score(self, match: Match, kind: str, holders: list[PlaceRecord]) -> float:
        said = any(self.gazetteer.contains(h, match.record) for h in holders)
        fits = weights.LEARNED["type fits"] if match.record.kind == kind else 0.0
        focus = weights.LEARNED["country"] * self.ranking.focus.share(match.record.country)
        return prior(match) + fits + focus + weights.LEARNED["contained"] * said

    def _in_name(self, mention: Mention, kind: str) -> PlaceRecord | None:
        """Return the town in a facility's name ("Hasaka Central Prison", "Aleppo airport")."""
        bare = self._bare(mention)
        if not bare or kind == "embassy":
            return None
        focus = self.ranking.focus
        found = [
            m for m in self.gazetteer.lookup(bare) if m.record.feature in (Feature.CITY, Feature.ADMIN1, Feature.NEIGHBOURHOOD)
        ]
        scored = [
            (prior(m) + weights.LEARNED["country"] * focus.share(m.record.country), m)
            for m in found
            if focus.share(m.record.country) > 0.1
        ]
        return max(scored, key=lambda p: (p[0], -p[1].record.index))[1].record if scored else None

    def _main_one(self, mention: Mention, kind: str, holder: PlaceRecord) -> PlaceRecord | None:
        """Return the town's own facility for "the prison in X" and "a central jail in X", if it is known."""
        words = normalise(mention.text).split(" ")
        if not (self._definite(mention) or any(w in {"central", "main", "city"} for w in words)):
            return None
        found = [m for m in self.gazetteer.facility(f"{holder.name} {mention.text}", kind) if m.score >= _SURE]
        return found[0].record if len(found) == 1 and found[0].record.country == holder.country else None

    def _beside(self, mention: Mention) -> bool:
        """Tell "near the X farm" and "outside X prison" from at it."""
        before = [t.lower for t in self.sentences[mention.sentence].tokens if t.end <= mention.span.start][-3:]
        while before and before[-1] in _DEFINITE:
            before.pop()
        return before[-1:] in (["near"], ["outside"], ["around"]) or before[-2:] in (["vicinity", "of"], ["close", "to"])

    def _definite(self, mention: Mention) -> bool:
        tokens = self.sentences[mention.sentence].tokens
        before = [t.lower for t in tokens if t.end <= mention.span.start][-2:]
        return any(word in _DEFINITE for word in before)

    def _inside(self, mention: Mention, holder: PlaceRecord, *, named: bool) -> Resolution[PlaceValue]:
        """Return the value of an unknown or unnamed facility in a known place: the place's point and extent."""
        if named:
            value = inferred(mention.text, holder, precision=PlacePrecision.FACILITY)
        else:
            value = inferred(f"{mention.text}, {holder.name}", holder)
        return Resolution(mention, value, "facility-in-place", confidence=0.7 if named else 0.6)

    def _again(self, mention: Mention, kind: str) -> Resolution[PlaceValue]:
        """Return what "the prison" means: the last facility of its class, if it was told of a few sentences ago."""
        if self._definite(mention):
            told = [
                (n, v) for n, sort, v in self.told if sort == self._sort(mention, kind) and mention.sentence - n <= _REMEMBERED
            ]
            if told:
                last, value = told[-1]
                # Two told of in one breath: the text says no longer which of them is meant.
                if all(v.name == value.name for n, v in told if n == last):
                    return Resolution(mention, value, "facility-again", confidence=0.55)
        return Resolution(mention, None, "generic-facility", confidence=0.5)
