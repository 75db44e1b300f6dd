"""PlaceStep: one Resolution for each place and facility mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dateline.model.layer import MENTIONS, PLACES, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.resolution import PlaceValue, Resolution
from dateline.resolve.places import weights
from dateline.resolve.places.candidates import Query, candidates
from dateline.resolve.places.clues import Clues, read_clues
from dateline.resolve.places.decisions import Decisions
from dateline.resolve.places.facilities import Facilities, certain
from dateline.resolve.places.focus import count_focus
from dateline.resolve.places.ranking import Ranking, prior
from dateline.resources.actors import load_register
from dateline.resources.gazetteer import Feature, Gazetteer, PlaceRecord

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

    def ranking(self, annotated: AnnotatedDocument) -> tuple[Ranking, list[Mention]]:
        """Return a document's places ranked, and what was ranked as it was parsed."""
        sentences, gazetteer = annotated[SENTENCES], self.gazetteer
        given, standing = _given(annotated)
        mentions = _as_parsed(given, sentences)
        clues = read_clues(sentences, mentions[:standing], gazetteer)
        _home_countries(annotated[MENTIONS], clues)
        known = certain(gazetteer, mentions)
        outlet = (annotated.document.capture.outlet or "").lower()
        ranking = Ranking(gazetteer, _queries(gazetteer, mentions, clues, known), clues, known, outlet)
        ranking.run()
        return ranking, mentions

    def _resolve(self, annotated: AnnotatedDocument) -> list[Resolution[PlaceValue]]:
        given, _ = _given(annotated)
        ranking, mentions = self.ranking(annotated)
        decisions = Decisions(self.gazetteer, ranking, ranking.clues)
        places = decisions.all()
        facilities = Facilities(annotated[SENTENCES], decisions)
        return [
            replace(places[n] if n in places else facilities.resolve(n, mention), mention=given[n])
            for n, mention in enumerate(mentions)
        ]


def _given(annotated: AnnotatedDocument) -> tuple[list[Mention], int]:
    """Return the mentions to be resolved, and how many of them stand by themselves.

    Names within names come last: they are places like others, but stand beside none.
    """
    standing = [m for m in annotated[MENTIONS] if m.kind in _KINDS]
    within = [m for m in annotated[MENTIONS] if m.kind is MentionKind.ORIGIN and not m.key.startswith("country=")]
    return standing + within, len(standing)


def _home_countries(mentions: Sequence[Mention], clues: Clues) -> None:
    """Count the country of each group that is at home in one, as a demonym: "the FMLN" fights in El Salvador."""
    register = load_register()
    for mention in mentions:
        kind, _, rest = mention.key.partition(":")
        if mention.kind is not MentionKind.ACTOR or kind != "register" or "how=demonym" in rest:
            continue
        actor = register.get(rest.partition(":")[0])
        if actor is not None and len(actor.countries) == 1:
            clues.demonyms[actor.countries[0]] += 1


def _as_parsed(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the mentions with the text of their tokens: in the case the parse gave them, on one line."""
    by_index = {s.index: s for s in sentences}
    out: list[Mention] = []
    for mention in mentions:
        text, end = "", -1
        for token in by_index[mention.sentence].tokens_in(mention.span):
            text += ("" if end in (-1, token.start) else " ") + token.text
            end = token.end
        out.append(mention if text in ("", mention.text) else replace(mention, text=text))
    return out


def _queries(gazetteer: Gazetteer, mentions: Sequence[Mention], clues: Clues, known: Sequence[PlaceRecord]) -> list[Query]:
    """Look every place mention up; other spellings are tried only in countries that the text is about."""
    places = [(n, m) for n, m in enumerate(mentions) if m.kind is not MentionKind.FACILITY]
    exact = [candidates(gazetteer, n, m, frozenset()) for n, m in places]
    _other_spellings(gazetteer, exact, clues)
    if all(q.matches for q in exact):
        return exact
    for query in exact:
        query.scored = sorted(((prior(m), m) for m in query.matches), key=lambda pair: -pair[0])
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
