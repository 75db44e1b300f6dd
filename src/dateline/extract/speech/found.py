"""What a pattern finds before its chain of speakers is known, and the stretch of text under a token."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.context import SentenceContext
from dateline.model.event import Certainty
from dateline.model.parse import Token
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution before its chain is known: content, cue token, speaker tokens (outermost first)."""

    content: Span
    cue: Token
    speakers: tuple[int, ...]
    certainty: Certainty
    rule: str


def extent(context: SentenceContext, i: int, without: frozenset[int] = frozenset()) -> Span:
    """Return the span of the subtree of `i`, leaving out the subtrees rooted at `without`."""
    tokens = context.sentence.tokens
    kept: list[int] = []
    stack = [i]
    while stack:
        j = stack.pop()
        if j in without:
            continue
        kept.append(j)
        stack.extend(tokens[j].children)
    return Span(min(tokens[j].start for j in kept), max(tokens[j].end for j in kept))
