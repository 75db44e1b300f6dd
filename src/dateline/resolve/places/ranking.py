"""How the evidence ranks the candidates of a document's places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.resolve.places import evidence, weights
from dateline.resolve.places.candidates import Query
from dateline.resolve.places.clues import Clues
from dateline.resolve.places.evidence import Context
from dateline.resolve.places.focus import Surroundings, count_focus
from dateline.resources.gazetteer import Feature, Gazetteer, Match, PlaceRecord, distance_m

ROUNDS = 2


def total(found: Iterable[tuple[str, float]]) -> float:
    """Return the logarithm of a candidate's odds: the sum of its evidence, weighted."""
    return sum(weights.LEARNED[name] * value for name, value in found)


def prior(match: Match) -> float:
    """Return the score of a candidate before the document is asked."""
    return total(evidence.known(match))


class Ranking:
    """Ranks the candidates of all place mentions of one document."""

    def __init__(
        self, gazetteer: Gazetteer, queries: Sequence[Query], clues: Clues, known: Sequence[PlaceRecord] = (), outlet: str = ""
    ) -> None:
        self.gazetteer = gazetteer
        self.queries = {q.number: q for q in queries}
        self.clues = clues
        self.known = known
        self.outlet = outlet
        self._children: dict[int, list[int]] = {}
        for inner, outers in clues.inside.items():
            for outer in outers:
                self._children.setdefault(outer, []).append(inner)
        self._own: dict[tuple[int, int], float] = {}
        """What does not change from round to round, by mention and record."""
        for query in queries:
            for match in query.matches:
                self._own[query.number, match.record.index] = prior(match) + total(evidence.around(gazetteer, query, match))
            _sort(query, [(self._own[query.number, m.record.index], m) for m in query.matches])
        self.focus = count_focus(queries, clues, known)
        """What the text points to before it is ranked; what it is ranked by."""
        self.found = self.focus
        """The same after ranking, for deciding what is too far away."""

    def run(self) -> None:
        """Rank everything twice: what is likely after the first round is evidence in the second."""
        for _ in range(ROUNDS):
            context = self.context()
            said = {n: self.said(q) for n, q in self.queries.items()}
            shared = self.shared(said)
            memo: dict[tuple[str, int], float] = {}
            scored = {n: self._scored(q, context, (said[n], shared[q.name]), memo) for n, q in self.queries.items()}
            for number, query in self.queries.items():
                _sort(query, scored[number])
        self.found = count_focus(list(self.queries.values()), self.clues, self.known)

    def explained(self, query: Query) -> list[tuple[Match, dict[str, float]]]:
        """Return each candidate of a mention with its evidence, as the document is ranked now."""
        context = self.context()
        said = {n: self.said(q) for n, q in self.queries.items() if q.name == query.name}
        pair = (said[query.number], self.shared(said)[query.name])
        out = []
        for match in query.matches:
            found = [*evidence.known(match), *evidence.around(self.gazetteer, query, match), *context.of(query, match)]
            out.append((match, dict([*found, *chosen(pair, match.record.index)])))
        return out

    def context(self) -> Context:
        """Return what the document says as its places are ranked now."""
        queries = list(self.queries.values())
        return Context(self.gazetteer, self.focus, Surroundings(self.gazetteer, queries, self.known), self.outlet)

    def _scored(
        self,
        query: Query,
        context: Context,
        said: tuple[dict[int, list[tuple[str, float]]], dict[int, list[tuple[str, float]]]],
        memo: dict[tuple[str, int], float],
    ) -> list[tuple[float, Match]]:
        out = []
        for match in query.matches:
            key = (query.name, match.record.index)
            if key not in memo:
                memo[key] = total(context.of(query, match))
            here = total(chosen(said, match.record.index))
            out.append((self._own[query.number, match.record.index] + memo[key] + here, match))
        return out

    def shared(self, said: dict[int, dict[int, list[tuple[str, float]]]]) -> dict[str, dict[int, list[tuple[str, float]]]]:
        """Return, by name, the best that is said of any mention of it."""
        by_name: dict[str, dict[int, list[tuple[str, float]]]] = {}
        for number, told in said.items():
            own = by_name.setdefault(self.queries[number].name, {})
            for index, found in told.items():
                if index not in own or total(found) > total(own[index]):
                    own[index] = found
        return by_name

    def said(self, query: Query) -> dict[int, list[tuple[str, float]]]:
        """Return evidence for each candidate that lies where the text says it lies, by record index."""
        out: dict[int, list[tuple[str, float]]] = {}
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
            found = []
            at_home = code and record.country == code and record.feature is not Feature.COUNTRY
            if at_home or any(self._holds(outer, record) for outer in outers):
                found.append(("contained", 1.0))
            if any(
                self.gazetteer.contains(record, inner.record)
                for q in inners
                for inner in _leading(q)
                if inner.record.index != record.index
            ):
                found.append(("contains", 1.0))
            if any(distance_m(record, other.record) < weights.CLOSE_M for q in close for other in _leading(q)):
                found.append(("close", 1.0))
            if found:
                out[record.index] = found
        return out

    def _holds(self, outer: Query, record: PlaceRecord) -> bool:
        return any(self.gazetteer.contains(m.record, record) for m in _leading(outer) if m.record.index != record.index)

    def same_spot(self, one: PlaceRecord, other: PlaceRecord) -> bool:
        """Tell whether two candidates do not contradict each other."""
        gazetteer = self.gazetteer
        if Feature.COUNTRY in (one.feature, other.feature):
            return False
        near = distance_m(one, other) < weights.SAME_SPOT_M
        namesakes = (one.name, one.country, one.admin1) == (other.name, other.country, other.admin1)
        return near or namesakes or gazetteer.contains(one, other) or gazetteer.contains(other, one)


def chosen(
    said: tuple[dict[int, list[tuple[str, float]]], dict[int, list[tuple[str, float]]]], index: int
) -> Iterable[tuple[str, float]]:
    """Return what is said of a mention's candidate; if nothing is said of the mention, what is said of its namesakes."""
    own, shared = said
    if own:
        return own.get(index, ())
    return ((f"{name} elsewhere", value) for name, value in shared.get(index, ()))


def _sort(query: Query, scored: list[tuple[float, Match]]) -> None:
    query.scored = sorted(scored, key=lambda pair: (-pair[0], pair[1].record.index))[: weights.CANDIDATES]


def _peers(one: Query, other: Query) -> bool:
    """Tell whether two names with a comma between them are two provinces rather than a town in a province."""
    leading = [max(q.matches, key=prior).record.feature for q in (one, other) if q.matches]
    return leading == [Feature.ADMIN1, Feature.ADMIN1]


def _leading(query: Query) -> list[Match]:
    """Return the likeliest candidates so far."""
    return [m for _, m in query.scored[:6]] if query.scored else query.matches[:12]
