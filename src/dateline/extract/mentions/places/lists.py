"""Names that a type noun makes places, whatever the tagger says: "the villages of A, B and C", "A and B towns"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.mentions.places.runs import PARTICLES, is_name
from dateline.extract.mentions.places.surroundings import Surroundings, around, type_noun
from dateline.model.parse import Sentence, Token
from dateline.resources.gazetteer.words import PlaceWords

_SEPARATORS = frozenset({",", "and", "or", "&"})
_HYPHENS = frozenset("-–‐‑")
_SETTLEMENTS = frozenset(
    (
        "village town city hamlet township settlement neighbourhood neighborhood district subdistrict canton quarter barrio "
        "corregimiento caserio vereda barangay"
    ).split()
)
"""Type nouns after which a name can be nothing else; a "region" or a "community" may be of many things."""
_OTHERWISE = frozenset({"quarter", "settlement", "countryside"})
"""Type nouns that also come after other things than names: "the Christian quarter", "a Jewish settlement"."""
_PARTS = frozenset("center centre outskirts countryside area road market attack suburb suburbs entrance".split())
"""Nouns before which a type noun is no mere modifier: "Alina city center", but not "Alina district attorney"."""
_MARKS = frozenset("'’‘`ʿ")
_LONGEST = 5
_MOST = 12


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a list: its tokens, what is said of all the names of the list, and the number of names."""

    first: int
    last: int
    said: Surroundings
    of: int


def typed_names(sentence: Sentence, words: PlaceWords) -> Iterator[Named]:
    """Yield the names that stand in a list with a type noun before or after it, each once."""
    tokens = sentence.tokens
    end = -1
    for noun in tokens:
        if noun.pos not in {"NOUN", "PROPN"} or noun.i <= end:
            continue
        kind = type_noun(noun.lower, words)
        if kind not in _SETTLEMENTS and kind != "countryside":
            continue
        plural = noun.lower != kind
        if not noun.text.islower() and not plural:
            # "Sherawa District" is a name as it stands.
            continue
        for named in _after(tokens, noun.i, kind, plural, words) or _before(tokens, noun, kind, words):
            end = max(end, named.last)
            yield named


def _after(tokens: tuple[Token, ...], noun: int, kind: str, plural: bool, words: PlaceWords) -> list[Named]:
    """Return the names after "villages of", "the cities" or "countryside of"."""
    i = noun + 1
    if i + 1 < len(tokens) and tokens[i].lower == "of":
        i += 2 if tokens[i + 1].lower == "the" else 1
    elif not plural:
        return []
    found = list(_items(tokens, i, several=plural or kind == "countryside"))
    while len(found) > 1 and not plural and _has_own_type(tokens, found[-1][1] + 1, words):
        # "The countryside of A, and B village"
        found.pop()
    if not found:
        return []
    said = around(tokens, *found[0], words)
    if plural and len(found) == 1 and kind in {"village", "town", "hamlet"} and tokens[noun + 1].lower == "of":
        # "Villages of X" lie around X.
        kind = "countryside"
    said.type = kind
    return [Named(first, last, said, len(found)) for first, last in found]


def coordinated(tokens: tuple[Token, ...]) -> Iterator[list[tuple[int, int]]]:
    """Yield the token ranges of names in each list of at least three: "A, B and C"."""
    i = 0
    while i < len(tokens):
        found = list(_items(tokens, i, several=True)) if is_name(tokens[i]) else []
        if len(found) > 2:
            yield found
        i = found[-1][1] + 1 if found else i + 1


def _has_own_type(tokens: tuple[Token, ...], i: int, words: PlaceWords) -> bool:
    return i < len(tokens) and tokens[i].text.islower() and type_noun(tokens[i].lower, words) in _SETTLEMENTS


def _items(tokens: tuple[Token, ...], i: int, *, several: bool) -> Iterator[tuple[int, int]]:
    """Yield the names from `i` on, with what is put between them: commas, "and", other names in brackets."""
    for _ in range(_MOST):
        last = name_end(tokens, i)
        if last < i:
            return
        yield i, last
        i = last + 1
        if i + 2 < len(tokens) and tokens[i].text == "(":
            closing = next((j for j in range(i + 2, min(i + 6, len(tokens))) if tokens[j].text == ")"), None)
            i = closing + 1 if closing else i
        start = i
        while i < len(tokens) and tokens[i].lower in _SEPARATORS:
            i += 1
        if i == start or not several:
            return


def name_end(tokens: tuple[Token, ...], first: int) -> int:
    """Return the last token of the name that begins at `first`, or less than `first` if none does."""
    last, j = first - 1, first
    while j < len(tokens) and j - first <= 2 * _LONGEST:
        token = tokens[j]
        glued = j > first and tokens[j - 1].end == token.start
        if is_name(token) or (token.text[0].isupper() and glued):
            last = j
        elif token.text in _MARKS and j > first and j + 1 < len(tokens) and tokens[j + 1].start == token.end:
            # "Sayadah 'On Dadat": a letter that romanisation writes as an apostrophe.
            if not tokens[j + 1].text[0].isupper():
                break
        elif not (token.lower in PARTICLES and (j == first or j == last + 1)) and not (token.text in _HYPHENS and glued):
            break
        j += 1
    return last


def _before(tokens: tuple[Token, ...], noun: Token, kind: str, words: PlaceWords) -> list[Named]:
    """Return the names of "A, B and C villages", at least two, or the name of "A village"."""
    plural = noun.lower != kind
    if not plural and (kind in _OTHERWISE or (noun.dep == "compound" and tokens[noun.head].lower not in _PARTS)):
        return []
    ends: list[tuple[int, int]] = []
    j = noun.i - 1
    if j > 0 and tokens[j].text in _MARKS and tokens[j].start == tokens[j - 1].end:
        j -= 1
    while j >= 0 and len(ends) < _MOST:
        first = j
        while first >= 0 and (is_name(tokens[first]) or _joined(tokens, first)):
            first -= 1
        first += 1
        while first <= j and (tokens[first].text in _HYPHENS or tokens[first].lower in words.parts):
            first += 1
        if first > j or not any(is_name(t) for t in tokens[first : j + 1]):
            break
        ends.append((first, j))
        j = first - 1
        start = j
        while j >= 0 and tokens[j].lower in _SEPARATORS:
            j -= 1
        if j == start or not plural:
            break
    if len(ends) < 1 + plural:
        return []
    said = around(tokens, *ends[-1], words)
    said.type = kind if plural else said.type or kind
    return [Named(first, last, said, len(ends)) for first, last in reversed(ends)]


def _joined(tokens: tuple[Token, ...], i: int) -> bool:
    """Tell the particles and hyphens inside a name that ends further right: "al", "-" of "al-Alqamiyah"."""
    if i + 1 >= len(tokens):
        return False
    if tokens[i].text in _HYPHENS:
        return tokens[i].end == tokens[i + 1].start
    return tokens[i].lower in PARTICLES and (is_name(tokens[i + 1]) or tokens[i + 1].text in _HYPHENS)
