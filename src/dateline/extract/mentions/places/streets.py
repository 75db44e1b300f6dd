"""Streets by the word that ends their names: "420 Augusta St.", "the corner of North Nokomis Street and Darling Avenue"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.parse import Sentence, Token

_STREETS = frozenset("street road avenue boulevard lane drive freeway parkway expressway turnpike highway".split())
_SHORT = frozenset("st rd ave blvd ln dr pkwy hwy".split())
_SIDES = frozenset("n s e w ne nw se sw n.e. n.w. s.e. s.w. northeast northwest southeast southwest".split())
"""What follows the word in cities that are cut in quarters: "Seventh Street N.W."."""
_FIRST = frozenset({"the", "high", "main"})
_LONGEST = 4


def streets(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each street's name, without a house number."""
    tokens, done = sentence.tokens, -1
    for token in tokens:
        if token.text[0].isupper() and _ends_street(tokens, token):
            first = token.i
            while first > done + 1 and token.i - first < _LONGEST and _in_name(tokens, first - 1, done):
                first -= 1
            if first < token.i and not (first + 1 == token.i and tokens[first].lower in _FIRST and tokens[first].text.islower()):
                done = token.i + (token.i + 1 < len(tokens) and tokens[token.i + 1].lower in _SIDES)
                yield first, done


def _ends_street(tokens: tuple[Token, ...], token: Token) -> bool:
    if token.lower in _STREETS:
        # "Road Traffic Act", "Highway Patrol"
        return not _goes_on(tokens, token.i + 1)
    return token.lower.rstrip(".") in _SHORT and not token.text.isupper() and not _goes_on(tokens, token.i + 1)


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    """Tell whether a name goes on: "St. Louis", "Highway Patrol", "Highway 19"."""
    return i < len(tokens) and (tokens[i].text[0].isupper() or tokens[i].text[0].isdigit()) and tokens[i].lower not in _SIDES


def _in_name(tokens: tuple[Token, ...], i: int, done: int) -> bool:
    token = tokens[i]
    if token.text[0].isdigit():
        # "42nd Street", but not "420 Augusta St."
        return token.text[-1].isalpha() and token.text[-1].islower()
    if token.text in {"'s", "’s"} or (token.text == "-" and i > done + 1):
        return token.start == tokens[i - 1].end and tokens[i - 1].text[0].isupper() if i else False
    return token.text[0].isupper() and token.pos not in {"ADP", "DET", "VERB", "PRON", "CCONJ", "SCONJ", "AUX", "PUNCT"}
