"""Narrative: the place and date that a sentence takes over from the one before it."""

from __future__ import annotations

from collections import defaultdict

from dateline.model.event import LISTED_MODALITIES, Argument, EventMention, Polarity, Role
from dateline.model.layer import EVENTS, SENTENCES, AnnotatedDocument
from dateline.model.parse import Sentence

_REACH = 2
"""Sentences of the same paragraph over which a story carries its place and date."""
_CARRIED = 0.5
_BREAKS = frozenset(
    {
        "meanwhile",
        "elsewhere",
        "separately",
        "previously",
        "earlier",
        "later",
        "another",
        "other",
        "similar",
        "also",
        "since",
        "recent",
        "past",
    }
)
_FAMILIES_CARRIED = frozenset({Role.PLACE, Role.DATE})


def carry_over(annotated: AnnotatedDocument, arguments: list[Argument]) -> list[Argument]:
    """Return the arguments with those added that an actual event takes over from the last one of its paragraph."""
    sentences = annotated[SENTENCES]
    have: dict[EventMention, dict[Role, list[Argument]]] = defaultdict(lambda: defaultdict(list))
    for argument in arguments:
        have[argument.event][argument.role].append(argument)
    out = list(arguments)
    previous: EventMention | None = None
    for event in annotated[EVENTS]:
        if event.modality not in LISTED_MODALITIES or event.polarity is Polarity.DENIED or event.type == "statistic":
            continue
        sentence = sentences[event.sentence]
        if previous is not None and previous.sentence != event.sentence and _continues(sentences[previous.sentence], sentence):
            for role in (Role.PLACE, Role.DATE):
                if not have[event][role] and not _breaks(sentence):
                    for lent in have[previous][role][:1]:
                        carried = Argument(event, role, lent.mention, rule="carried over", confidence=_CARRIED)
                        have[event][role].append(carried)
                        out.append(carried)
        if have[event][Role.DATE] or have[event][Role.PLACE]:
            previous = event
    return out


def _continues(before: Sentence, sentence: Sentence) -> bool:
    return before.paragraph == sentence.paragraph and 0 < sentence.index - before.index <= _REACH


def _breaks(sentence: Sentence) -> bool:
    return any(t.lower in _BREAKS for t in sentence.tokens[:3]) or any(
        t.lower == "had" and t.dep == "aux" for t in sentence.tokens
    )
