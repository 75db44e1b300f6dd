"""QuantityStep: what each counted phrase says, as least, most and best count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dateline.model.layer import MENTIONS, QUANTITIES, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.resolution import QuantityValue, Resolution
from dateline.resources.lexicons.numerals import MULTIPLIERS, Numeral, bounded, cardinal, read

_PERSON = frozenset("people person other soul life body one individual dead wounded injured missing killed old".split())
"""Lemmas that say no more than "human being"."""
_QUOTES = frozenset({'"', "'", "''", "``", "“", "”", "‘", "’"})
_SKIPPED = _QUOTES | frozenset(
    "of more other others additional further the its their his those these a an another any no -".split()
)
_CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_STATED = {"singular": 1, "couple": 2, "zero": 0}
_CONFIDENCE = {"bare": 0.9, "singular": 0.85, "family": 0.85, "couple": 0.85, "zero": 0.9}
"""Set by hand: less where the words leave the person or the number to be understood."""


class QuantityStep:
    """Resolves quantity mentions, one resolution each, in the order of the mentions.

    `about` allows a tenth either side, "nearly" a tenth below. `best` is the number the words give; vague words
    ("hundreds": 200 or more) and ranges have none. Numbers with a fraction are no mentions.
    """

    requires: tuple[LayerKey[Any], ...] = (SENTENCES, MENTIONS)
    provides = QUANTITIES

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Resolution[QuantityValue]] | StepError]:
        """Return the resolutions of each document."""
        return [Layer(tuple(_resolutions(annotated))) for annotated in batch]


def _resolutions(annotated: AnnotatedDocument) -> list[Resolution[QuantityValue]]:
    sentences = annotated[SENTENCES]
    out: list[Resolution[QuantityValue]] = []
    for mention in annotated[MENTIONS]:
        if mention.kind is MentionKind.QUANTITY:
            found = resolve(mention, sentences[mention.sentence])
            if mention.rule == "elided:share" and out and out[-1].mention.sentence == mention.sentence:
                found = _with_unit(found, out[-1].value)
            out.append(found)
    return out


def _with_unit(share: Resolution[QuantityValue], whole: QuantityValue | None) -> Resolution[QuantityValue]:
    """Return a share with the unit of the whole that it is told of."""
    if share.value is None or whole is None:
        return share
    return replace(share, value=replace(share.value, unit=whole.unit, whom=whole.whom))


def resolve(mention: Mention, sentence: Sentence) -> Resolution[QuantityValue]:
    """Return what a quantity mention says; no value where its number is not a whole one."""
    kind, *flags = mention.key.split(";")
    tokens = sentence.tokens_in(mention.span)
    words = [t.text.lower() for t in tokens]
    numeral = _numeral(words, flags)
    if numeral is None:
        return Resolution(mention, None, "quantity:no whole number", confidence=0.0)
    people = kind == "people"
    head = sentence.tokens[mention.head]
    value = QuantityValue(
        numeral.low,
        numeral.high,
        numeral.best,
        numeral.bound,
        _unit(head, kind, flags, mention.text),
        _whom(tokens, words, numeral, flags),
        people,
    )
    confidence = min((_CONFIDENCE[f] for f in flags if f in _CONFIDENCE), default=1.0)
    return Resolution(mention, value, f"quantity:{numeral.bound}", confidence=confidence)


def _numeral(words: Sequence[str], flags: Sequence[str]) -> Numeral | None:
    """Return the numeral of a mention, with what bounds it."""
    for flag, count in _STATED.items():
        if flag in flags:
            return Numeral(0, 1, count, count, count, "exact")
    if "family" in flags:
        number = cardinal(words, 3)
        return Numeral(3, number[1], number[0], number[0], number[0], "exact") if number else None
    for i in range(len(words)):
        numeral = read(words, i)
        if numeral is not None:
            return bounded(words, numeral)
    return None


def _unit(head: Token, kind: str, flags: Sequence[str], first: str) -> str:
    lemma = head.lemma.lower()
    if head.tag == "NNPS" and lemma.endswith("s"):
        lemma = lemma[:-1]
    if kind == "people" and ("bare" in flags or lemma in _PERSON):
        return "person"
    if kind == "money":
        return lemma if lemma.isalpha() and lemma not in MULTIPLIERS else _CURRENCIES.get(first[:1], "dollar")
    return "percent" if kind == "percent" else lemma


def _whom(tokens: Sequence[Token], words: Sequence[str], numeral: Numeral, flags: Sequence[str]) -> str:
    """Return the words of the mention behind its number, in the parser's case."""
    if "bare" in flags:
        return ""
    i = 0 if numeral.best is None and numeral.end == 0 else numeral.end
    if "family" in flags:
        return "family"
    if "singular" in flags or "couple" in flags or "zero" in flags:
        i = 1 if words[0] in _SKIPPED else 0
    while i < len(words) and words[i] in _SKIPPED:
        i += 1
    if i < len(words) and words[i] in ("them", "whom"):
        i += 1
    if i < len(words) and numeral.end > 1 and (number := cardinal(words, i)) and number[1] < len(words):
        i = number[1]
    out = ""
    for j in range(i, len(tokens)):
        gap = " " if j > i and tokens[j].start > tokens[j - 1].end else ""
        out += gap + tokens[j].text
    return out
