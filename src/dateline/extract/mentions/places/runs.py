"""Runs of capitalised tokens, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.document import Document
from dateline.model.parse import Sentence, Token

_NEVER = frozenset({"ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "ADV", "PART", "NUM", "PUNCT", "INTJ", "SPACE", "SYM"})
PARTICLES = frozenset(
    "al el ez es ed as ash ad ar an at ul e i de del la las los le les du da do dos di van von bin bani".split()
)
_LINKS = frozenset({"of", "the"})
_HYPHENS = frozenset("-–‐‑")
_LONGEST = 8
_LONGEST_TOKEN = 40


def is_name(token: Token) -> bool:
    """Tell whether a token can be part of a name: a capital and no function word."""
    text = token.text
    return text[0].isupper() and token.pos not in _NEVER and len(text) <= _LONGEST_TOKEN


def _starts(token: Token) -> bool:
    # "As Turkey said" opens a sentence, "As Suwayda" a name.
    return is_name(token) or (token.text in _CAPITAL_PARTICLES and (token.i > 0 or token.pos not in _NEVER))


_CAPITAL_PARTICLES = frozenset(
    {"Al", "El", "As", "Ar", "Ash", "Ad", "Az", "An", "At", "Deir", "Ain", "La", "Las", "Los", "San", "Santa", "Le", "De"}
)


def runs(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Yield first and last index of each longest run of name tokens, with the particles and hyphens inside it."""
    i = 0
    while i < len(tokens):
        if not _starts(tokens[i]):
            i += 1
            continue
        last = i
        while last - i < _LONGEST and (after := _continues(tokens, last)) is not None:
            last = after
        yield i, last
        i = last + 1


def _continues(tokens: tuple[Token, ...], last: int) -> int | None:
    """Return the index of the next name token if the run goes on after `last`."""
    j, steps = last + 1, 0
    while j < len(tokens) and steps <= 4:
        token = tokens[j]
        glued = tokens[j - 1].end == token.start
        if (token.text in _HYPHENS and glued) or token.text in PARTICLES or token.text in _LINKS:
            j, steps = j + 1, steps + 1
            continue
        if not _starts(token):
            return None
        if tokens[j - 1].text in _HYPHENS and not glued:
            return None
        return j
    return None


def parts_of(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a run between "of" and "the"."""
    start = first
    for j in range(first, last + 1):
        if tokens[j].text in _LINKS:
            if j > start:
                yield start, j - 1
            start = j + 1
    if start <= last:
        yield start, last


def text_of(document: Document, tokens: tuple[Token, ...], first: int, last: int) -> str:
    """Return the name in the case the parse gave it, with white space as single spaces."""
    out = tokens[first].text
    for j in range(first + 1, last + 1):
        out += ("" if tokens[j].start == tokens[j - 1].end else " ") + tokens[j].text
    return out


def hyphenated(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """Widen a range over what hyphens join to its left and, if capitalised, to its right: "Hol" to "Al-Hol"."""
    while first >= 2 and tokens[first - 1].text in _HYPHENS and tokens[first - 1].start == tokens[first - 2].end:
        if tokens[first - 1].end != tokens[first].start or not tokens[first - 2].text[0].isalpha():
            break
        if not (is_name(tokens[first - 2]) or tokens[first - 2].lower in PARTICLES):
            break
        first -= 2
        if tokens[first].text in PARTICLES and first and is_name(tokens[first - 1]):
            first -= 1
    while last + 2 < len(tokens) and tokens[last + 1].text in _HYPHENS and tokens[last].end == tokens[last + 1].start:
        if tokens[last + 1].end != tokens[last + 2].start or not is_name(tokens[last + 2]):
            break
        last += 2
    return first, last


def all_capitalised(sentence: Sentence) -> bool:
    """Tell whether most words are capitalised, as in a headline: capitals then say little."""
    words = [t for t in sentence.tokens if t.text[0].isalpha()]
    return len(words) > 5 and sum(t.text[0].isupper() for t in words) > 0.65 * len(words)
