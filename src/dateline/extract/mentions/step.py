"""MentionStep: every finder over a document, then one reading where two of them claim the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from dateline.extract.mentions import actors, dates, facilities, instruments, outlets, places, quantities, slogans
from dateline.extract.mentions.places.pointed import with_pointed
from dateline.model.document import Document
from dateline.model.layer import MENTIONS, READINGS, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence

Finder: TypeAlias = Callable[[Document, Sequence[Sentence]], list[Mention]]

FINDERS: tuple[Finder, ...] = (
    dates.find,
    quantities.find,
    places.find,
    places.find_origins,
    facilities.find,
    actors.find,
    outlets.find,
    instruments.find,
    slogans.find,
)
_INSIDE = {
    MentionKind.QUANTITY: frozenset({MentionKind.DATE}),
    MentionKind.PLACE: frozenset({MentionKind.OUTLET, MentionKind.SLOGAN}),
    MentionKind.ACTOR: frozenset({MentionKind.OUTLET, MentionKind.SLOGAN}),
    MentionKind.INSTRUMENT: frozenset({MentionKind.SLOGAN}),
}
"""Kinds that give way inside a mention of another kind."""
_SURE_PLACES = frozenset({"type-noun", "type-list", "place-list"})
"""Rules by which the words around a name make it a place."""
_ACTING = frozenset({"nsubj", "agent", "poss"})


class MentionStep:
    """Finds mentions of all kinds; overlaps are settled by kind and length."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES,)
    provides = MENTIONS

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Mention] | StepError]:
        """Return the mentions of each document, in text order."""
        return [Layer(tuple(_mentions(annotated))) for annotated in batch]


def _mentions(annotated: AnnotatedDocument) -> list[Mention]:
    sentences = annotated[SENTENCES]
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for finder in FINDERS:
        for mention in finder(annotated.document, sentences):
            by_sentence[mention.sentence].append(mention)
    # Rules alone find mentions too; where the encoder has read the document, it adds places that they missed.
    readings = annotated[READINGS] if READINGS.name in annotated.layers else ()
    out: list[Mention] = []
    for sentence in sentences:
        mentions = settle(by_sentence[sentence.index], sentence) if sentence.index in by_sentence else []
        if readings:
            mentions = with_pointed(annotated.document.text, sentence, readings[sentence.index], mentions)
        out.extend(mentions)
    return out


def settle(mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """Return the mentions of one sentence that stand, in text order."""
    surely = [m.span for m in mentions if m.kind is MentionKind.PLACE and m.rule in _SURE_PLACES]
    mentions = [m for m in mentions if not (_guessed(m) and any(m.span.overlaps(span) for span in surely))]
    longest = sorted(dict.fromkeys(mentions), key=lambda m: (-len(m.span), m.span, m.kind))
    kept: list[Mention] = []
    for mention in longest:
        if not any(_yields(mention, other, sentence) for other in kept):
            kept.append(mention)
    kept = [m for m in kept if not any(_yields_equal(m, other, sentence) for other in kept if other is not m)]
    kept += _origins(mentions, kept)
    return sorted(kept, key=lambda m: (m.span, m.kind))


def _origins(mentions: Sequence[Mention], kept: Sequence[Mention]) -> list[Mention]:
    """Return the places that gave way to a name around them or to their government: they tell whose it is."""
    taken = [m.span for m in kept if m.kind in (MentionKind.PLACE, MentionKind.ORIGIN)]
    lost = (m for m in mentions if m.kind is MentionKind.PLACE and not any(m.span.overlaps(span) for span in taken))
    return [replace(m, kind=MentionKind.ORIGIN, rule=f"within:{m.rule}") for m in lost]


def _guessed(mention: Mention) -> bool:
    """Tell a person or people that only the tagger saw: it takes names of villages for those."""
    return mention.kind is MentionKind.ACTOR and mention.key.startswith(("ner:PERSON", "ner:NORP"))


def _yields(mention: Mention, kept: Mention, sentence: Sentence) -> bool:
    """Tell whether `mention`, no longer than `kept`, gives way to it."""
    if not mention.span.overlaps(kept.span):
        return False
    if mention.kind is kept.kind:
        # Parts and totals of a count may nest; everything else of one kind has one reading.
        return mention.kind is not MentionKind.QUANTITY or mention.span == kept.span
    if kept.kind in _INSIDE.get(mention.kind, ()) or (mention.kind is MentionKind.ORIGIN and kept.kind is MentionKind.PLACE):
        return True
    if mention.kind is MentionKind.PLACE and kept.kind is MentionKind.ACTOR and mention.span != kept.span:
        return _named(kept) and kept.span.contains(mention.span)
    return False


def _yields_equal(mention: Mention, other: Mention, sentence: Sentence) -> bool:
    """Settle a country or town that is also read as an actor by what it does in the sentence."""
    if mention.span != other.span or {mention.kind, other.kind} != {MentionKind.PLACE, MentionKind.ACTOR}:
        return False
    token = sentence.tokens[mention.head]
    if "demonym" in (mention.rule, other.rule):
        # "a US raid": whose it was, not where
        return mention.kind is MentionKind.PLACE
    acts = token.dep in _ACTING or (token.dep == "pobj" and sentence.tokens[token.head].lower == "by")
    return (mention.kind is MentionKind.PLACE) == acts


def _named(actor: Mention) -> bool:
    return actor.key.startswith(("register", "ner", "acronym"))
