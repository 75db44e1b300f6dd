"""PlaceStep: one Resolution for each place and facility mention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.model.layer import MENTIONS, PLACES, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import Mention, MentionKind
from dateline.model.resolution import Candidate, PlacePrecision, PlaceValue, Resolution
from dateline.resolve.places import weights
from dateline.resolve.places.clues import Clues, read_clues
from dateline.resolve.places.facilities import Facilities, certain
from dateline.resolve.places.ranking import Query, Ranking, candidates, count_focus
from dateline.resolve.places.values import inferred, value_of
from dateline.resources.gazetteer import Feature, Gazetteer, Match, PlaceRecord, normalise
from dateline.resources.gazetteer.names import fold

_NARROW = frozenset({Feature.CITY, Feature.ADMIN2, Feature.NEIGHBOURHOOD})
_HOLDERS = frozenset({Feature.COUNTRY, Feature.REGION, Feature.ADMIN1, Feature.ADMIN2})
"""What a comma may put an unknown name into; between towns it separates a list."""
_KINDS = frozenset({MentionKind.PLACE, MentionKind.FACILITY})


class PlaceStep:
    """Resolves place and facility mentions by name, containment in the text, document focus, type and population."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES, MENTIONS)
    provides = PLACES

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._given = gazetteer

    @property
    def gazetteer(self) -> Gazetteer:
        """Return the gazetteer given, else the compiled one, opened at first use."""
        return self._given or Gazetteer.open()

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Resolution[PlaceValue]] | StepError]:
        """Return the resolutions of each document, in the order of its place and facility mentions."""
        return [Layer(tuple(self._resolve(annotated))) for annotated in batch]

    def _resolve(self, annotated: AnnotatedDocument) -> list[Resolution[PlaceValue]]:
        mentions = [m for m in annotated[MENTIONS] if m.kind in _KINDS]
        sentences = annotated[SENTENCES]
        gazetteer = self.gazetteer
        clues = read_clues(sentences, mentions, gazetteer)
        known = certain(gazetteer, mentions)
        ranking = Ranking(gazetteer, _queries(gazetteer, mentions, clues, known), clues, known)
        ranking.run()
        facilities = Facilities(gazetteer, sentences, ranking, clues)
        out: list[Resolution[PlaceValue]] = []
        for number, mention in enumerate(mentions):
            if mention.kind is MentionKind.FACILITY:
                out.append(facilities.resolve(number, mention))
            else:
                out.append(decide(gazetteer, ranking, ranking.queries[number], clues))
        return out


def _queries(gazetteer: Gazetteer, mentions: Sequence[Mention], clues: Clues, known: Sequence[PlaceRecord]) -> list[Query]:
    """Look every place mention up; other spellings are tried only in countries that the text is about."""
    places = [(n, m) for n, m in enumerate(mentions) if m.kind is MentionKind.PLACE]
    exact = [candidates(gazetteer, n, m, frozenset()) for n, m in places]
    _other_spellings(gazetteer, exact, clues)
    if all(q.matches for q in exact):
        return exact
    counted = count_focus(exact, clues, known)
    focus = frozenset(code for code in counted.countries if counted.share(code) >= weights.ALIKE_NEEDS) | frozenset(
        clues.demonym.values()
    )
    return [q if q.matches else candidates(gazetteer, q.number, q.mention, focus) for q in exact]


def _other_spellings(gazetteer: Gazetteer, queries: Sequence[Query], clues: Clues) -> None:
    """Where no reading lies in the country the text says, add those there that are spelt otherwise."""
    by_number = {q.number: q for q in queries}
    for query in queries:
        outers = [
            by_number[o].matches[0].record for o in clues.inside.get(query.number, ()) if o in by_number and by_number[o].matches
        ]
        code = clues.demonym.get(query.number) or next((o.country for o in outers if o.feature is Feature.COUNTRY), "")
        if code and query.matches and all(m.record.country not in ("", code) for m in query.matches):
            alike = gazetteer.alike(query.mention.text)
            query.matches += [m for m in alike if m.record.country == code and m.score >= weights.SOUNDS_RIGHT]


def decide(gazetteer: Gazetteer, ranking: Ranking, query: Query, clues: Clues) -> Resolution[PlaceValue]:
    """Return the best candidate, or none where two that contradict each other score alike."""
    mention = query.mention
    kept = tuple(
        Candidate(
            m.record.id,
            m.record.name,
            round(max(0.0, min(1.0, s / weights.HIGHEST)), 3),
            _detail(m.record.admin1, m.record.country),
        )
        for s, m in query.scored[: weights.KEPT]
    )
    holder = _holder(ranking, query, clues)
    if not query.scored or not _credible(ranking, query, holder, firm=query.number in clues.firm):
        if holder is not None:
            return Resolution(mention, inferred(mention.text, holder), "in-known-place", kept, 0.5)
        return Resolution(mention, PlaceValue(mention.text, PlacePrecision.UNRESOLVED), "unknown-name", kept, 0.4)
    score, match = _town_first(query)
    rival = next((s for s, m in query.scored[1:] if not ranking.same_spot(match.record, m.record)), 0.0)
    if score - rival < weights.MARGIN:
        return Resolution(mention, None, "ambiguous", kept, 0.3)
    value = value_of(gazetteer, match.record, query.key, part_name=query.part_name)
    return Resolution(
        mention, value, "gazetteer" if match.score >= 0.9 else "alike", kept, _confidence(score - rival, match.score)
    )


def _credible(ranking: Ranking, query: Query, holder: PlaceRecord | None, *, firm: bool) -> bool:
    """Tell whether the best candidate can be meant: not a small namesake elsewhere, not a mere likeness."""
    record, score = query.scored[0][1].record, query.scored[0][1].score
    if holder is not None and ranking.gazetteer.contains(holder, record):
        return True
    if record.feature not in _NARROW:
        return True
    if holder is not None and firm and _elsewhere(record.country, holder):
        return False
    if score < weights.SOUNDS_RIGHT:
        return False
    focus = ranking.focus
    abroad = focus.share(record.country, query.name) < weights.UNLIKELY
    return not (abroad and record.population < weights.SMALL and focus.main(query.name) >= weights.STRONG)


def _town_first(query: Query) -> tuple[float, Match]:
    """Return the best candidate, but the town where a subdivision is named after it and no word says which is meant."""
    score, match = query.scored[0]
    if match.record.feature in (Feature.ADMIN1, Feature.ADMIN2) and not query.key.get("type") and not query.key.get("part"):
        for _, other in query.scored[1:]:
            town = other.record
            inside = match.record.name in (town.admin1, town.admin2) and town.country == match.record.country
            if town.feature is Feature.CITY and inside and _bare(town.name) == _bare(match.record.name):
                return score, other
    return score, match


def _bare(name: str) -> str:
    return fold(normalise(name))


def _detail(admin1: str, country: str) -> str:
    return ", ".join(part for part in (admin1, country) if part)


def _holder(ranking: Ranking, query: Query, clues: Clues) -> PlaceRecord | None:
    """Return the place that the text puts the mention in, if that is settled."""
    for number in clues.inside.get(query.number, ()):
        outer = ranking.queries.get(number)
        if outer is not None and outer.best is not None and (query.number in clues.firm or outer.best.feature in _HOLDERS):
            return outer.best
    code = clues.demonym.get(query.number)
    return ranking.gazetteer.country(code) if code and query.key.get("type") else None


def _elsewhere(country: str, holder: PlaceRecord | None) -> bool:
    return holder is not None and bool(country and holder.country and country != holder.country)


def _confidence(lead: float, name: float) -> float:
    """Return the machine's confidence: how far the best candidate leads, times how well its name fits."""
    return round(min(0.97, 0.6 + 0.5 * min(lead, 0.74)) * min(1.0, name + 0.05), 2)
