"""Decisions: what each place mention of a ranked document means, or what it lies in."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.resolution import Candidate, PlacePrecision, PlaceValue, Resolution
from dateline.resolve.places import weights
from dateline.resolve.places.candidates import Query, fits
from dateline.resolve.places.clues import Clues
from dateline.resolve.places.evidence import well_known
from dateline.resolve.places.ranking import Ranking
from dateline.resolve.places.values import half_way, inferred, unlocated, value_of, within
from dateline.resources.gazetteer import Feature, Gazetteer, Match, PlaceRecord, distance_m, normalise
from dateline.resources.gazetteer.names import fold

_NARROW = frozenset({Feature.CITY, Feature.ADMIN2, Feature.NEIGHBOURHOOD})
_HOLDERS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})
"""What a comma may put an unknown name into; between towns it separates a list."""
_SETTLEMENTS = frozenset(
    "village town city hamlet township settlement locality canton countryside corregimiento caserio vereda barangay".split()
)
_QUARTERS = frozenset({"neighbourhood", "neighborhood", "quarter", "district"})
_SUBDIVISIONS = frozenset({"district", "county", "tehsil", "raion"})
_LISTS = frozenset({"type-list", "place-list"})
_ENDS = frozenset({Feature.CITY, Feature.NEIGHBOURHOOD, Feature.FACILITY})
_DEEPEST = 4


class Decisions:
    """The resolutions of the place mentions of one document. A place inside an unknown one lies where that one does."""

    def __init__(self, gazetteer: Gazetteer, ranking: Ranking, clues: Clues) -> None:
        self.gazetteer = gazetteer
        self.ranking = ranking
        self.clues = clues
        self._made: dict[int, Resolution[PlaceValue]] = {}
        self._settled_in = {
            outer
            for inner, outers in clues.inside.items()
            if inner in clues.firm and inner in ranking.queries and ranking.queries[inner].key.get("type") in _SETTLEMENTS
            for outer in outers
        }
        """Mentions in which the text puts a village or town: a province rather than the town of its name."""

    def all(self) -> dict[int, Resolution[PlaceValue]]:
        """Return the resolution of each place mention by its number."""
        for number in self.ranking.queries:
            self._decide(number, 0)
        self._repeat()
        self._between()
        return self._made

    def value(self, number: int) -> PlaceValue | None:
        """Return what a place mention was resolved to."""
        return self._made[number].value if number in self._made else None

    def record(self, number: int) -> PlaceRecord | None:
        """Return the gazetteer's record of a place mention, if it was resolved to one."""
        value = self.value(number)
        if value is None or value.gazetteer_id is None:
            return None
        query = self.ranking.queries[number]
        return next((m.record for _, m in query.scored if m.record.id == value.gazetteer_id), None)

    def _decide(self, number: int, depth: int) -> Resolution[PlaceValue]:
        if number not in self._made:
            self._made[number] = self._known(self.ranking.queries[number], depth)
        return self._made[number]

    def _known(self, query: Query, depth: int) -> Resolution[PlaceValue]:
        """Return the best candidate, or none where two that contradict each other score alike."""
        kept = _candidates(query)
        if not query.scored or not self._credible(query):
            return self._unknown(query, kept, depth)
        score, match = self._town_first(query)
        rival = next((s for s, m in query.scored[1:] if not self.ranking.same_spot(match.record, m.record)), 0.0)
        if score - rival < weights.MARGIN:
            return Resolution(query.mention, None, "ambiguous", kept, 0.3)
        value = value_of(self.gazetteer, match.record, query.key, part_name=query.part_name)
        rule = "gazetteer" if match.score >= 0.9 else "alike"
        return Resolution(query.mention, value, rule, kept, _confidence((score - rival) / 6, match.score))

    def _unknown(self, query: Query, kept: tuple[Candidate, ...], depth: int) -> Resolution[PlaceValue]:
        """Return where the text puts a name that no candidate fits: the place it is in or near, at least the country."""
        mention = query.mention
        outer = self._holder(query, depth)
        if outer is not None:
            settlement = query.key.get("type") in _SETTLEMENTS
            return Resolution(mention, within(mention.text, outer, settlement=settlement), "in-known-place", kept, 0.5)
        country = self._country(query)
        if country is not None:
            return Resolution(mention, unlocated(mention.text, country.country), "in-document-country", kept, 0.35)
        return Resolution(mention, PlaceValue(mention.text, PlacePrecision.UNRESOLVED), "unknown-name", kept, 0.4)

    def _holder(self, query: Query, depth: int) -> PlaceValue | None:
        """Return the narrowest place that the text puts the mention in or near, if that is settled."""
        number = query.number
        for outers, firm in ((self.clues.inside, number in self.clues.firm), (self.clues.close, True)):
            for outer in outers.get(number, ()):
                if outer not in self.ranking.queries or depth >= _DEEPEST:
                    continue
                value = self._decide(outer, depth + 1).value
                if value is not None and value.lat is not None and (firm or value.precision in _HOLDERS):
                    return value
        code = self.clues.demonym.get(number)
        record = self.gazetteer.country(code) if code and query.key.get("type") else None
        return inferred(query.mention.text, record) if record is not None else None

    def _country(self, query: Query) -> PlaceRecord | None:
        """Return the country of an unknown village or town in a document whose places are nearly all in one country."""
        if query.key.get("type") not in _SETTLEMENTS | _QUARTERS and query.mention.rule not in _LISTS:
            return None
        code, share = self.ranking.found.placed_most(query.name)
        return self.gazetteer.country(code) if share >= weights.ONE_COUNTRY else None

    def _credible(self, query: Query) -> bool:
        """Tell whether the best candidate can be meant: not a small namesake elsewhere, not a mere likeness."""
        match = query.scored[0][1]
        record, score = match.record, match.score
        fitting = self.gazetteer.words.types.get(query.key.get("type", ""), ())
        if fitting and not fits(query.key["type"], fitting, record):
            return False
        said = self._said(query)
        if said and any(self.gazetteer.contains(outer, record) for outer in said):
            return True
        if record.feature not in _NARROW and record.feature is not Feature.ADMIN1:
            return True
        if query.number in self.clues.firm and any(o.country and record.country and o.country != record.country for o in said):
            return False
        if score < weights.SOUNDS_RIGHT or ((score < 0.9 or record.population < weights.SMALL) and self._far(query, record)):
            return False
        return not self._abroad(query, match)

    def _abroad(self, query: Query, match: Match) -> bool:
        """Tell whether a candidate lies in a country that the text never speaks of, while it speaks of another."""
        focus = self.ranking.found
        village = match.record.feature is Feature.CITY and match.record.population < weights.VILLAGE
        if focus.share(match.record.country, query.name) >= (weights.ALIKE_NEEDS if village else weights.UNLIKELY):
            return False
        sure = match.primary or match.record.population >= weights.SMALL
        about = focus.placed_most(query.name)[1] if sure else focus.main(query.name)
        return about >= weights.STRONG and not (well_known(match) and query.key.get("type") not in {"village", "hamlet"})

    def _said(self, query: Query) -> list[PlaceRecord]:
        """Return the best candidates for what the text puts the mention in."""
        outers = [self.ranking.queries[o] for o in self.clues.inside.get(query.number, ()) if o in self.ranking.queries]
        return [o.best for o in outers if o.best is not None]

    def _far(self, query: Query, record: PlaceRecord) -> bool:
        """Tell whether a candidate lies far from the place that the text puts the mention in or near."""
        inside = self.clues.inside.get(query.number, ()) if query.number in self.clues.firm else ()
        near = [self.ranking.queries[n] for n in (*self.clues.close.get(query.number, ()), *inside) if n in self.ranking.queries]
        places = [(q.best, float(q.key.get("km", "0"))) for q in near if q.best is not None and q.best.feature in _NARROW]
        return bool(places) and all(distance_m(p, record) > weights.CLOSE_M + 1500.0 * km for p, km in places)

    def _town_first(self, query: Query) -> tuple[float, Match]:
        """Return the best candidate, but the town where a subdivision has its name and no word says which is meant."""
        score, match = query.scored[0]
        bare = not any(query.key.get(said) for said in ("type", "part", "label", "holds"))
        if match.record.feature is Feature.CITY and query.key.get("type") in _SUBDIVISIONS:
            # "Alder District" is not the town of Alder
            return next(((s, m) for s, m in query.scored[1:] if _around(m.record, match.record)), (score, match))
        if match.record.feature in (Feature.ADMIN1, Feature.ADMIN2) and bare and query.number not in self._settled_in:
            for _, other in query.scored[1:]:
                town = other.record
                inside = self.gazetteer.contains(match.record, town)
                if town.feature is Feature.CITY and inside and _bare(town.name) == _bare(match.record.name):
                    return score, other
        return score, match

    def _between(self) -> None:
        """Put what is told of between two towns half-way, as wide as to reach both."""
        for one, other in self.clues.between.items():
            ends = [self.record(one), self.record(other)]
            values = [self.value(one), self.value(other)]
            if one < other and all(r is not None and r.feature in _ENDS for r in ends) and None not in values:
                first, second = (v for v in values if v is not None)
                middle = half_way(first, second)
                if middle is not None:
                    for number, value in ((one, first), (other, second)):
                        self._made[number] = replace(self._made[number], value=replace(middle, gazetteer_id=value.gazetteer_id))

    def _repeat(self) -> None:
        """Give an unknown name the place that another mention of it was put in, the narrowest of them."""
        known: dict[str, PlaceValue] = {}
        for resolution in self._made.values():
            value = resolution.value
            if resolution.rule == "in-known-place" and value is not None:
                key = _bare(resolution.mention.text)
                if key not in known or (value.uncertainty_m or 1e9) < (known[key].uncertainty_m or 1e9):
                    known[key] = value
        for number, resolution in self._made.items():
            value = known.get(_bare(resolution.mention.text))
            if value is not None and resolution.rule in {"unknown-name", "in-document-country", "in-known-place"}:
                name = resolution.mention.text
                self._made[number] = replace(resolution, value=replace(value, name=name), rule="in-known-place", confidence=0.45)


def _candidates(query: Query) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            m.record.id,
            m.record.name,
            round(max(0.0, min(1.0, s / weights.HIGHEST)), 3),
            ", ".join(part for part in (m.record.admin1, m.record.country) if part),
        )
        for s, m in query.scored[: weights.KEPT]
    )


def _bare(name: str) -> str:
    return fold(normalise(name))


def _confidence(lead: float, name: float) -> float:
    """Return the machine's confidence: how far the best candidate leads, times how well its name fits."""
    return round(min(0.97, 0.6 + 0.5 * min(lead, 0.74)) * min(1.0, name + 0.05), 2)


def _around(outer: PlaceRecord, town: PlaceRecord) -> bool:
    """Tell whether a record is the subdivision that bears the name of a town in it."""
    named = outer.feature is Feature.ADMIN2 and _bare(outer.name) == _bare(town.name)
    return named and outer.country == town.country and outer.admin1 == town.admin1
