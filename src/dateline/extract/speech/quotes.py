"""Quotes: direct quotation that runs over several sentences belongs to the speaker named beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model.event import Attribution
from dateline.model.parse import Sentence
from dateline.model.span import Span

_OPEN, _CLOSE = "“", "”"
_LONGEST = 5000


def quoted_sentences(sentences: Sequence[Sentence], attributions: Sequence[Attribution], text: str) -> Iterator[Attribution]:
    """Yield an attribution for each whole sentence that lies inside a quotation somebody near is said to speak."""
    named = [a for a in attributions if a.chain]
    for quote in _quotes(text):
        inside = [s for s in sentences if quote.contains(s.span)]
        if not inside:
            continue
        speaker = _speaker(quote, named, sentences)
        if speaker is None:
            continue
        for sentence in inside:
            if not any(a.content.contains(sentence.span) and a.sentence == sentence.index for a in named):
                yield Attribution(sentence.span, sentence.index, speaker.chain, speaker.certainty, "quotation")


def _quotes(text: str) -> Iterator[Span]:
    """Yield the quotations of a text: curly pairs, and straight ones that open after white space and close before it."""
    start: int | None = None
    for i, character in enumerate(text):
        if character == _OPEN and start is not None and text[:i].rstrip(" ").endswith("\n"):
            # a quotation of several paragraphs opens anew with each and closes once
            continue
        if character == _OPEN or (character == '"' and start is None and (i == 0 or not text[i - 1].isalnum())):
            start = i
        elif start is not None and (character == _CLOSE or character == '"'):
            if 0 < i - start <= _LONGEST:
                yield Span(start + 1, i)
            start = None


def _speaker(quote: Span, named: Sequence[Attribution], sentences: Sequence[Sentence]) -> Attribution | None:
    """Return the attribution whose speaker stands in the sentence that holds an end of the quotation, or right before it."""
    touching = [s.index for s in sentences if s.span.overlaps(Span(max(0, quote.start - 2), quote.end + 2))]
    if not touching:
        return None
    near = [a for a in named if touching[0] - 1 <= a.sentence <= touching[-1]]
    inside = [a for a in near if a.content.overlaps(quote)]
    best = inside or [a for a in near if a.sentence == touching[0] - 1]
    return best[0] if best else None
