"""What a pattern finds before its chain of speakers is known, and the stretch of text under a token."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.context import SentenceContext
from dateline.model.event import Certainty
from dateline.model.parse import Sentence, Token
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution before its chain is known: content, cue token, speaker tokens (outermost first)."""

    content: Span
    cue: Token
    speakers: tuple[int, ...]
    certainty: Certainty
    rule: str


_DASHES = frozenset({"--", "—", "–"})
_DATELINE = 30
_TURNING = frozenset({"but", "while", "whereas", "and"})
_TAGS = frozenset({"[", "]"})


def told_from(sentence: Sentence) -> int:
    """Return where a sentence begins to tell: after its dateline, if it has one ("LIMA, 3 May (AFP) -- [TEXT] ...")."""
    tokens = sentence.tokens
    for t in tokens[: min(_DATELINE, len(tokens) - 1)]:
        if t.text in _DASHES:
            after = t.i + 1
            while after + 2 < len(tokens) and tokens[after].text == "[":
                close = next((u.i for u in tokens[after : after + _DATELINE] if u.text == "]"), None)
                if close is None or close + 1 >= len(tokens):
                    break
                after = close + 1
            return tokens[after].start
        if t.pos not in ("PROPN", "NUM", "PUNCT", "X", "SYM") and not (t.text.isupper() or t.text in _TAGS):
            break
    return sentence.span.start


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


def after_another(context: SentenceContext, cue: Token, content: Span) -> Span:
    """Return a content before its cue without what another source is given in it ("A, according to X, but B, Y said")."""
    tokens = context.sentence.tokens
    start = content.start
    for t in tokens[: cue.i] if content.end <= cue.start else ():
        if t.lower in context.frames.speech["phrases"] and content.contains(t.span):
            turn = (u for u in tokens[t.i : cue.i] if u.lower in _TURNING and tokens[u.i - 1].text == ",")
            start = max(start, next((u.end for u in turn), start))
    return Span(min(start, content.end), content.end)
