"""ArgumentStep: participants, counts and circumstances of every event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.extract.arguments.circumstances import Found, circumstances
from dateline.extract.arguments.counts import counts
from dateline.extract.arguments.narrative import carry_over
from dateline.extract.arguments.participants import participants
from dateline.extract.arguments.placing import Known, is_named
from dateline.extract.arguments.read import read
from dateline.extract.arguments.responsible import RULE
from dateline.extract.context import SentenceContext, contexts
from dateline.model.event import Argument, EventMention, Role
from dateline.model.layer import (
    ACTORS,
    ARGUMENTS,
    ATTRIBUTIONS,
    EVENTS,
    MENTIONS,
    PLACES,
    READINGS,
    SENTENCES,
    AnnotatedDocument,
    Layer,
    LayerKey,
    StepError,
)
from dateline.model.mention import Mention
from dateline.model.span import Span
from dateline.resources.codebook import load_codebook

_CONFIDENCE = {Role.PLACE: 0.8, Role.DATE: 0.8, Role.INSTRUMENT: 0.7, Role.SLOGAN: 0.7, Role.CHANNEL: 0.6}


class ArgumentStep:
    """Ties mentions to events: by syntax within a sentence, by the run of the story between sentences."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES, READINGS, MENTIONS, PLACES, ACTORS, EVENTS, ATTRIBUTIONS)
    provides = ARGUMENTS

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Argument] | StepError]:
        """Return the arguments of each document, ordered by event."""
        return [Layer(tuple(_arguments(annotated))) for annotated in batch]


def _arguments(annotated: AnnotatedDocument) -> list[Argument]:
    by_sentence: dict[int, list[EventMention]] = defaultdict(list)
    for event in annotated[EVENTS]:
        by_sentence[event.sentence].append(event)
    attributions = [a for a in annotated[ATTRIBUTIONS] if a.asserts]
    cited: dict[int, list[Mention]] = defaultdict(list)
    for attribution in attributions:
        cited[attribution.sentence].extend(s.mention for s in attribution.chain if s.mention is not None)
    sources: dict[int, list[tuple[Span, Span]]] = defaultdict(list)
    for attribution in attributions:
        said = annotated[SENTENCES][attribution.sentence].span if attribution.rule == "trailing source" else attribution.content
        sources[attribution.sentence].extend((s.span, said) for s in attribution.chain)
    families = load_codebook().types
    places = {r.mention: r for r in annotated[PLACES]}
    out: list[Argument] = []
    for context in contexts(annotated):
        events = by_sentence.get(context.sentence.index)
        if not events:
            continue
        told = [families[e.type].family.value for e in events]
        known = Known(places, cited[context.sentence.index], annotated[READINGS][context.sentence.index])
        found = circumstances(context, events, told, known)
        for n, event in enumerate(events):
            telling = families[event.type].family.value in ("communication", "campaign")
            out.extend(a for a in participants(context, event) if telling or not _is_source(a, sources[event.sentence]))
            out.extend(counts(context, event))
            out.extend(_circumstances_of(found, n, event))
    return carry_over(annotated, read(annotated, out))


def placed(annotated: AnnotatedDocument, word: Span) -> list[Argument]:
    """Return where what is told at a word was, an event of ours or not: what the step gives an event anchored there.

    Nothing is taken over from other sentences. The arguments of a word that tells no event of ours are of one without a type. A
    building that is only described ("a home in X") comes with the places that say where it stands.
    """
    anchored = anchored_at(annotated, word)
    if anchored is None:
        return []
    found = circumstances(anchored.context, anchored.events, anchored.families, anchored.known)
    out = [a for a in _circumstances_of(found, anchored.n, anchored.events[anchored.n]) if a.role is Role.PLACE]
    around = [(where, a) for a in out for where, located in found.locating.items() if located == a.mention]
    return [*out, *(replace(a, mention=where) for where, a in around if not is_named(a.mention))]


@dataclass(frozen=True, slots=True)
class Anchored:
    """A word of a sentence as an event, the `n`-th of the sentence's."""

    context: SentenceContext
    events: Sequence[EventMention]
    families: Sequence[str]
    known: Known
    n: int


def anchored_at(annotated: AnnotatedDocument, word: Span) -> Anchored | None:
    """Return the event of ours at a word, else the word as an event without a type; none where the word was not read."""
    context = next((c for c in contexts(annotated) if c.sentence.tokens_in(word)), None)
    if context is None:
        return None
    index, head = context.sentence.index, context.sentence.head_of(word)
    events = [e for e in annotated[EVENTS] if e.sentence == index]
    own = next((e for e in events if e.head == head.i or any(i == head.i for i, _ in e.results)), None)
    if own is None:
        own = EventMention("", head.span, index, head.i)
        events.append(own)
    types = load_codebook().types
    families = [types[e.type].family.value if e.type else "" for e in events]
    cited = [s.mention for a in annotated[ATTRIBUTIONS] if a.sentence == index for s in a.chain if s.mention is not None]
    known = Known({r.mention: r for r in annotated[PLACES]}, cited, annotated[READINGS][index])
    return Anchored(context, events, families, known, events.index(own))


def _is_source(argument: Argument, sources: list[tuple[Span, Span]]) -> bool:
    """Tell whether a participant only tells of the event ("activists reported hearing an explosion", "..., doctors said")."""
    if argument.rule == RULE:
        return False
    span, anchor = argument.mention.span, argument.event.anchor
    return argument.mention.sentence == argument.event.sentence and any(
        source.contains(span) and said.contains(anchor) for source, said in sources
    )


def _circumstances_of(found: Found, n: int, event: EventMention) -> Iterator[Argument]:
    for role, mentions in found.by_event.get(n, {}).items():
        for distance, mention in sorted(mentions, key=lambda dm: (dm[0], dm[1].span)):
            borrowed = distance >= 10
            confidence = _CONFIDENCE[role] - 0.03 * min(distance, 8) - (0.1 if borrowed else 0.0)
            yield Argument(event, role, mention, rule="shared" if borrowed else "owned", confidence=round(confidence, 2))
