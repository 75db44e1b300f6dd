"""Quotes: direct quotation, be it over several sentences, belongs to the speaker named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model.document import Document, ZoneKind
from dateline.model.event import Attribution
from dateline.model.parse import Sentence
from dateline.model.span import Span

_OPEN, _CLOSE = "“", "”"
_STRAIGHT = ('"', "''")
_MARK = re.compile("[“”\"]|''")
_LONGEST = 8000
_SHORT = 12
"""Characters of the longest quotation that is taken for a name or a nickname."""


def quoted_sentences(
    document: Document, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield an attribution for each quotation that somebody near is said to speak: one for each sentence it touches."""
    named = [a for a in attributions if a.chain]
    by_sentence: dict[int, list[Attribution]] = {}
    for a in named:
        by_sentence.setdefault(a.sentence, []).append(a)
    at = 0
    last: tuple[int, Attribution] | None = None
    for quote in quotes(document):
        while at < len(sentences) and sentences[at].span.end <= quote.start:
            at += 1
        touched = []
        for sentence in sentences[at:]:
            if sentence.span.start >= quote.end:
                break
            touched.append(sentence)
        if not touched or len(quote) <= _SHORT:
            continue
        speaker = _speaker(quote, by_sentence, touched, sentences)
        alone = _is_paragraph(quote, touched, sentences)
        if speaker is None and alone and last is not None and touched[0].paragraph - last[0] in (1, 2):
            # a paragraph that is nothing but quotation goes on with what was quoted before it
            speaker = last[1]
        last = None if speaker is None else (touched[-1].paragraph, speaker)
        if speaker is None:
            continue
        for sentence in touched:
            inside = Span(max(sentence.span.start, quote.start), min(sentence.span.end, quote.end))
            if not any(a.content.contains(inside) for a in by_sentence.get(sentence.index, ()) if a.chain == speaker.chain):
                yield Attribution(inside, sentence.index, speaker.chain, speaker.certainty, "quotation")


def quotes(document: Document) -> Iterator[Span]:
    """Yield the quotations of a text, without their marks.

    Curly pairs, and straight marks that open after white space and close before it. A quotation of several paragraphs
    may open anew with each and closes once; a straight one that was never closed ends where a paragraph has no mark.
    """
    text = document.text
    start: int | None = None
    curly = False
    for zone in document.zones:
        if zone.kind is ZoneKind.FURNITURE:
            continue
        first = True
        for found in _MARK.finditer(text, zone.span.start, zone.span.end):
            i, mark = found.start(), found.group()
            leads = first and not text[zone.span.start : i].strip()
            if first and not leads and (mark != _CLOSE or not curly):
                start = None
            first = False
            if mark == _OPEN or (mark in _STRAIGHT and _opens(text, i) and (start is None or leads)):
                start = found.end() if start is None else start
                curly = mark == _OPEN
            elif start is not None:
                if 0 < i - start <= _LONGEST:
                    yield Span(start, i)
                start = None
        if first and not curly:
            start = None


def _opens(text: str, i: int) -> bool:
    return i == 0 or text[i - 1].isspace() or text[i - 1] in "([-—–"


def _speaker(
    quote: Span, by_sentence: dict[int, list[Attribution]], touched: Sequence[Sentence], sentences: Sequence[Sentence]
) -> Attribution | None:
    """Return the attribution whose speaker stands outside the quotation, in a sentence that holds one of its ends, or before."""
    near = [a for s in (touched[-1], touched[0]) for a in by_sentence.get(s.index, ())]
    near = [a for a in near if not quote.overlaps(a.chain[0].span)]
    direct = [a for a in near if a.content.overlaps(quote) and a.rule != "quotation"]
    if direct:
        return max(direct, key=lambda a: (_overlap(a.content, quote), -len(a.content)))
    first = touched[0]
    if first.index == 0:
        return None
    before = sentences[first.index - 1]
    if quote.start - first.span.start > 2 or not _introduces(before, first):
        return None
    found = [a for a in by_sentence.get(before.index, ()) if not quote.overlaps(a.chain[0].span)]
    return found[-1] if found else None


def _is_paragraph(quote: Span, touched: Sequence[Sentence], sentences: Sequence[Sentence]) -> bool:
    first, last = touched[0], touched[-1]
    if quote.start - first.span.start > 2 or last.span.end - quote.end > 2:
        return False
    opens = first.index == 0 or sentences[first.index - 1].paragraph != first.paragraph
    return opens and (last.index + 1 == len(sentences) or sentences[last.index + 1].paragraph != last.paragraph)


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _introduces(before: Sentence, first: Sentence) -> bool:
    """Tell whether a sentence leads to the quotation after it: by a colon, or in the same paragraph."""
    return before.tokens[-1].text == ":" or before.paragraph == first.paragraph
