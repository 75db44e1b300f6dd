"""Candidates for a name and how the evidence ranks them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model.mention import Mention
from dateline.resolve.places import weights
from dateline.resolve.places.clues import Clues
from dateline.resources.gazetteer import Feature, Gazetteer, Match, PlaceRecord, distance_m, normalise
from dateline.resources.gazetteer.names import fold

_TOWNS = frozenset("village town city hamlet township municipality neighbourhood neighborhood quarter street".split())
"""Type nouns of what is no country; "the capital of X" is another matter."""
_WATERS = frozenset({"river", "lake", "sea", "strait", "gulf"})
_FEW = 2
"""Place names that a document needs before their country is what it is about."""
_AS_SPELT = 0.95
_ROMANISED = frozenset(
    "AF IQ IR SY JO LB PS IL SA YE OM AE KW QA BH EG LY TN DZ MA EH SD SS SO ET ER TD DJ MR PK IN BD NP LK MM TH KH LA CN TW "
    "JP KR KP MN RU UA BY BG RS MK BA XK GE AM AZ KZ KG TJ TM UZ GR CY".split()
)
"""Countries whose names reach English in several romanisations; elsewhere another spelling is another name."""


def read_key(mention: Mention) -> dict[str, str]:
    """Return what the finder wrote into the mention's key."""
    return dict(part.split("=", 1) for part in mention.key.split(";") if "=" in part)


@dataclass(slots=True)
class Query:
    """A place mention with its candidates and their scores, best first once `rank` has run."""

    number: int
    mention: Mention
    key: dict[str, str]
    matches: list[Match]
    part_name: str | None = None
    """The part as the text calls it, where the gazetteer knows the part itself ("north-eastern Syria")."""
    scored: list[tuple[float, Match]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return the key by which mentions of one name are told."""
        return normalise(self.mention.text)

    @property
    def best(self) -> PlaceRecord | None:
        """Return the best candidate."""
        return self.scored[0][1].record if self.scored else None


def candidates(gazetteer: Gazetteer, number: int, mention: Mention, focus: frozenset[str]) -> Query:
    """Look a mention up: with its part, with its type noun, as it stands, and in other spellings within `focus`."""
    key = read_key(mention)
    if part := key.get("part"):
        named = [
            m
            for m in gazetteer.lookup(f"{part} {mention.text}")
            if m.record.feature in (Feature.REGION, Feature.AREA, Feature.ADMIN1)
        ]
        if named:
            return Query(number, mention, key, named, part_name=f"{part} {mention.text}")
    found = list(gazetteer.lookup(mention.text))
    if (kind := key.get("type")) and kind in gazetteer.words.types:
        known = {m.record.index for m in found}
        found += [m for m in gazetteer.lookup(f"{mention.text} {kind}") if m.record.index not in known]
    words = mention.text.split()
    settled = words[-1].lower() in _TOWNS and not any(m.primary for m in found)
    if len(words) > 1 and words[-1].lower() in gazetteer.words.types and (settled or not found):
        known = {m.record.index for m in found}
        found += [m for m in gazetteer.lookup(" ".join(words[:-1])) if m.record.index not in known]
        key.setdefault("type", words[-1].lower())
    found += _of_the_name(gazetteer, found)
    if not found and len(mention.text) == 2 and mention.text.isupper():
        states = (gazetteer.subdivision(f"{country}-{mention.text}") for country in ("US", "CA", "AU"))
        found = [Match(state, 1.0, False) for state in states if state is not None]
    if not found:
        alike = gazetteer.alike(mention.text)
        found = [m for m in alike if m.record.country in focus & _ROMANISED and m.record.feature is not Feature.COUNTRY]
    return Query(number, mention, key, found[: 3 * weights.CANDIDATES])


def _of_the_name(gazetteer: Gazetteer, found: Sequence[Match]) -> list[Match]:
    """Return the provinces that towns in `found` bear the names of, where the name as spelt is not known as theirs."""
    known = {m.record.index for m in found}
    out: list[Match] = []
    for match in found[:_FEW]:
        outer = gazetteer.admin1_of(match.record) if match.record.feature is Feature.CITY and match.score == 1.0 else None
        if outer is not None and outer.index not in known and fold(normalise(outer.name)) == fold(normalise(match.record.name)):
            known.add(outer.index)
            out.append(Match(outer, match.score, match.primary))
    return out


@dataclass(slots=True)
class Focus:
    """What a document is about: weights of countries in all and by the names that gave them, and the places settled."""

    countries: dict[str, float] = field(default_factory=dict)
    by_name: dict[str, dict[str, float]] = field(default_factory=dict)
    strength: dict[str, float] = field(default_factory=dict)
    """How much each name tells: villages bear names of villages elsewhere."""
    settled: list[PlaceRecord] = field(default_factory=list)
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

    def nearby(self, record: PlaceRecord) -> float:
        """Return the share of the settled places that lie near, the place itself left out."""
        others = [s for s in self.settled if s.index != record.index]
        if not others or record.lat is None:
            return 0.0
        return sum(distance_m(record, s) < weights.NEARBY_M for s in others) / len(others)


def count_focus(queries: Sequence[Query], clues: Clues, known: Sequence[PlaceRecord] = ()) -> Focus:
    """Return the countries that mentions, demonyms and known facilities point to, before anything is ranked."""
    focus = Focus()
    for code, n in sorted(clues.demonyms.items()):
        focus.add("", code, 0.5 * min(n, 8))
    for record in known:
        focus.add(record.id, record.country, 1.0)
    for query in queries:
        if not query.matches:
            continue
        weight = 0.5 if query.mention.rule == "dateline" else 1.0
        priors = query.scored or sorted(((prior(m), m) for m in query.matches[: weights.CANDIDATES]), key=lambda pair: -pair[0])
        first = priors[0][1].record
        if first.feature is Feature.CITY and first.population < weights.VILLAGE and not first.id.startswith("dateline:"):
            weight *= weights.VILLAGE_TELLS
            focus.strength[query.name] = weights.VILLAGE_TELLS
        close = [(math.exp(6 * (score - priors[0][0])), m) for score, m in priors[:6]]
        total = sum(w for w, _ in close)
        for share, match in close:
            focus.add(query.name, match.record.country, weight * share / total)
    return focus


def well_known(match: Match) -> bool:
    """Tell whether a place may be meant by its bare name anywhere in the world."""
    if match.record.feature in (Feature.ADMIN1, Feature.ADMIN2):
        return match.record.population >= 5 * weights.WELL_KNOWN
    return match.primary and (match.record.population >= weights.WELL_KNOWN or match.record.kind == "capital")


def prior(match: Match) -> float:
    """Return the score of a candidate before the document is asked."""
    record = match.record
    ours = weights.SUPPLEMENT if record.id.startswith("dateline:") else 0.0
    people = math.log10(record.population + 1)
    size = weights.POPULATION * people + weights.LARGE * max(0.0, people - 5.0)
    return (
        weights.NAME * match.score
        + weights.PRIMARY * match.primary
        + size * (weights.ADMIN if record.feature in (Feature.ADMIN1, Feature.ADMIN2) else 1.0)
        + weights.FEATURE[record.feature]
        + ours
    )


class Ranking:
    """Ranks the candidates of all place mentions of one document."""

    def __init__(self, gazetteer: Gazetteer, queries: Sequence[Query], clues: Clues, known: Sequence[PlaceRecord] = ()) -> None:
        self.gazetteer = gazetteer
        self.queries = {q.number: q for q in queries}
        self.clues = clues
        self.known = known
        self.focus = count_focus(queries, clues, known)
        """What the text points to before anything is ranked; what it is ranked by."""
        self.found = self.focus
        """The same after ranking, for deciding what is too far away."""
        self._children: dict[int, list[int]] = {}
        for inner, outers in clues.inside.items():
            for outer in outers:
                self._children.setdefault(outer, []).append(inner)
        self._memo: dict[tuple[str, int], float] = {}

    def run(self) -> None:
        """Rank everything twice: the clear cases of the first round are evidence in the second."""
        for _ in range(2):
            self._memo.clear()
            said = {n: self._said(q) for n, q in self.queries.items()}
            by_name: dict[str, dict[int, float]] = {}
            for number, query in self.queries.items():
                shared = by_name.setdefault(query.name, {})
                for index, bonus in said[number].items():
                    shared[index] = max(bonus, shared.get(index, 0.0))
            for number, query in self.queries.items():
                self._rank(query, said[number], by_name[query.name])
            self.focus.settled = self._clear()
        self.found = count_focus(list(self.queries.values()), self.clues, self.known)

    def _rank(self, query: Query, said: dict[int, float], shared: dict[int, float]) -> None:
        scored = []
        for match in query.matches:
            index = match.record.index
            # What is said of this mention counts in full; if nothing is, what is said of its namesakes.
            here = said.get(index, 0.0) if said else weights.SAME_NAME * shared.get(index, 0.0)
            scored.append((self._general(query, match) + here + self._type(query, match), match))
        query.scored = sorted(scored, key=lambda pair: (-pair[0], pair[1].record.index))[: weights.CANDIDATES]

    def _general(self, query: Query, match: Match) -> float:
        """Return what does not depend on the single mention."""
        record, name = match.record, query.name
        known = self._memo.get((name, record.index))
        if known is None:
            known = prior(match) + weights.FOCUS_COUNTRY * self.focus.share(record.country, name)
            if record.feature is not Feature.COUNTRY:
                known += weights.FOCUS_NEARBY * self.focus.nearby(record)
                if record.country and (not well_known(match) or self._one_at_home(query, record)):
                    strange = 1.0 - min(1.0, self.focus.share(record.country, name) / weights.ALIKE_NEEDS)
                    known -= weights.ABROAD * strange * self.focus.placed_most(name)[1]
            self._memo[name, record.index] = known
        return known

    def _one_at_home(self, query: Query, record: PlaceRecord) -> bool:
        """Tell whether a well-known place abroad has a namesake in the country that most of the document's places are in."""
        code, share = self.focus.placed_most(query.name)
        if share < weights.STRONG or record.country == code or self.focus.share(record.country, query.name) > weights.UNLIKELY:
            return False
        return any(m.record.country == code and m.primary and m.score >= _AS_SPELT for m in query.matches)

    def _type(self, query: Query, match: Match) -> float:
        kind, record = query.key.get("type", ""), match.record
        if query.key.get("rel") == "border":
            return 0.3 if record.feature in (Feature.COUNTRY, Feature.ADMIN1) else 0.0
        if kind == "countryside" or (query.key.get("part") and not kind):
            # A part of a province is likelier meant than a part of the town of the same name, but for capitals.
            if not kind and any(_capital(m) and m.record.country == record.country for m in query.matches):
                return weights.PART_OF_PROVINCE if _capital(match) else 0.0
            return weights.PART_OF_PROVINCE if record.feature is Feature.ADMIN1 else 0.0
        if kind == "outskirts":
            return weights.TYPE_FITS if record.feature is Feature.CITY else 0.0
        if query.key.get("holds") and record.feature is Feature.ADMIN1:
            return weights.PART_OF_PROVINCE
        if query.key.get("label") and record.feature is Feature.ADMIN1:
            return weights.TYPE_FITS
        fitting = self.gazetteer.words.types.get(kind)
        if not fitting:
            return 0.0
        if record.feature.value in fitting:
            return weights.TYPE_FITS
        return weights.TYPE_DIFFERS if fits(kind, fitting, record) else weights.TYPE_EXCLUDES

    def _said(self, query: Query) -> dict[int, float]:
        """Return a bonus for each candidate that lies where the text says it lies, by record index."""
        out: dict[int, float] = {}
        code = self.clues.demonym.get(query.number)
        outers = [self.queries[o] for o in self.clues.inside.get(query.number, ()) if o in self.queries]
        if query.number not in self.clues.firm:
            outers = [o for o in outers if not _peers(query, o)]
        inners = [self.queries[i] for i in self._children.get(query.number, ()) if i in self.queries]
        close = [self.queries[o] for o in self.clues.close.get(query.number, ()) if o in self.queries]
        if not (code or outers or inners or close):
            return out
        for match in query.matches:
            record = match.record
            bonus = weights.CONTAINED if code and record.country == code and record.feature is not Feature.COUNTRY else 0.0
            if any(self._holds(outer, record) for outer in outers):
                bonus = max(bonus, weights.CONTAINED)
            if any(
                self.gazetteer.contains(record, inner.record)
                for q in inners
                for inner in _leading(q)
                if inner.record.index != record.index
            ):
                bonus += weights.CONTAINS
            if any(distance_m(record, other.record) < weights.CLOSE_M for q in close for other in _leading(q)):
                bonus += weights.CLOSE
            if bonus:
                out[record.index] = bonus
        return out

    def _holds(self, outer: Query, record: PlaceRecord) -> bool:
        return any(self.gazetteer.contains(m.record, record) for m in _leading(outer) if m.record.index != record.index)

    def _clear(self) -> list[PlaceRecord]:
        """Return the places about which there is no doubt, each once; countries are too wide to be near anything."""
        out: dict[int, PlaceRecord] = {r.index: r for r in self.known}
        for query in self.queries.values():
            best = query.best
            if best is None or best.feature in (Feature.COUNTRY, Feature.REGION):
                continue
            rival = next((s for s, m in query.scored[1:] if not self.same_spot(best, m.record)), -math.inf)
            if query.scored[0][0] - rival > 2 * weights.MARGIN:
                out[best.index] = best
        return list(out.values())[:12]

    def same_spot(self, one: PlaceRecord, other: PlaceRecord) -> bool:
        """Tell whether two candidates do not contradict each other."""
        gazetteer = self.gazetteer
        if Feature.COUNTRY in (one.feature, other.feature):
            return False
        near = distance_m(one, other) < weights.SAME_SPOT_M
        namesakes = (one.name, one.country, one.admin1) == (other.name, other.country, other.admin1)
        return near or namesakes or gazetteer.contains(one, other) or gazetteer.contains(other, one)


def _capital(match: Match) -> bool:
    return match.record.kind == "capital" and match.primary


def fits(kind: str, fitting: tuple[str, ...], record: PlaceRecord) -> bool:
    """Tell whether a type noun can be said of a record at all: no country is a town and no town a river."""
    if record.feature in (Feature.COUNTRY, Feature.REGION):
        return kind not in _TOWNS
    if kind in _WATERS and record.feature in (Feature.ADMIN1, Feature.ADMIN2):
        return False
    return record.feature not in (Feature.CITY, Feature.NEIGHBOURHOOD) or fitting != ("area",)


def _peers(one: Query, other: Query) -> bool:
    """Tell whether two names with a comma between them are two provinces rather than a town in a province."""
    leading = [max(q.matches, key=prior).record.feature for q in (one, other) if q.matches]
    return leading == [Feature.ADMIN1, Feature.ADMIN1]


def _leading(query: Query) -> list[Match]:
    """Return the likeliest candidates so far."""
    return [m for _, m in query.scored[:6]] if query.scored else query.matches[:12]
