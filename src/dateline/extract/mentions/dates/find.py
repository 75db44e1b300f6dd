"""Finder of date mentions: every expression of time in a sentence, with its reading as the mention's key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush

from dateline.extract.mentions.dates.found import Found, Reading, Scene
from dateline.extract.mentions.dates.grammar import RULES
from dateline.extract.mentions.dates.join import join
from dateline.extract.mentions.dates.tense import tense
from dateline.extract.mentions.dates.tokens import ALPHABET, NOTHING, TRIGGER, pieces
from dateline.model.document import Document
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.span import Span
from dateline.resources.timex import Timex, TimexKind, encode

_TENSELESS = frozenset({TimexKind.DURATION, TimexKind.SET, TimexKind.VAGUE})
_CUES = frozenset("since until by before after from over for within between in on at ago".split())
_BY_NEED = {code: [n for n, rule in enumerate(RULES) if code in rule.needs] for code in set().union(*(r.needs for r in RULES))}
_KINDS = {rule.name: rule.kind for rule in RULES}
_PASSED_OVER = frozenset({"the", "approx"})


def find(document: Document, sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the date mentions of the sentences, in text order."""
    mentions: list[Mention] = []
    for sentence in sentences:
        text = sentence.span.of(document.text)
        if TRIGGER.search(text.lower()):
            mentions.extend(_in_sentence(sentence, text))
    return mentions


def _in_sentence(sentence: Sentence, text: str) -> list[Mention]:
    scene = Scene(sentence, pieces(_printed(sentence, text) if text.islower() else text), text.isupper())
    codes = "".join([ALPHABET.get(p.name, NOTHING) for p in scene.pieces])
    chosen = join(scene, codes, _chosen(scene, codes))
    return [_mention(scene, text, rule, reading) for rule, reading in chosen if _read(scene, reading)]


def _read(scene: Scene, reading: Reading) -> bool:
    """Tell whether the parser read the words of an expression: what editors put in brackets it passes over."""
    offset = scene.sentence.span.start
    span = Span(offset + scene.pieces[reading.first].start, offset + scene.pieces[reading.last].end)
    return bool(scene.sentence.tokens_in(span))


def _printed(sentence: Sentence, text: str) -> str:
    """Return a text in small letters with the capitals that the parser gave it, which tell "March" from a march."""
    letters = list(text)
    for token in sentence.tokens:
        if len(token.text) == token.end - token.start:
            letters[token.start - sentence.span.start : token.end - sentence.span.start] = token.text
    return "".join(letters)


def _chosen(scene: Scene, codes: str) -> list[tuple[str, Reading]]:
    """Return the readings of the leftmost longest matches that their rules accept."""
    present = frozenset(codes)
    matches: list[tuple[int, int, int]] = []
    for order in sorted({order for code in present for order in _BY_NEED.get(code, ())}):
        matches.extend([(m.start(), -m.end(), order) for m in RULES[order].template.finditer(codes)])
    heapify(matches)
    free = 0
    out: list[tuple[str, Reading]] = []
    while matches:
        start, minus_end, order = heappop(matches)
        rule = RULES[order]
        if start < free:
            # What is left of a match whose beginning is taken may be one by itself ("a year later in 2014").
            if free < -minus_end and (m := rule.template.search(codes, free, -minus_end)) is not None:
                heappush(matches, (m.start(), -m.end(), order))
            continue
        readings = rule.read(Found(scene, start, -minus_end - 1))
        if readings is None:
            continue
        out.extend((rule.name, reading) for reading in readings)
        free = readings[-1].last + 1 if readings else -minus_end
    return out


def _mention(scene: Scene, text: str, rule: str, reading: Reading) -> Mention:
    start, end = scene.pieces[reading.first].start, scene.pieces[reading.last].end
    offset = scene.sentence.span.start
    span = Span(offset + start, offset + end)
    head = scene.sentence.head_of(span).i
    says = tuple(_placed(scene, reading, head, x) for x in reading.says)
    if reading.parts:
        ends = ((scene.pieces[a].start - start, scene.pieces[b].end - start) for a, b in reading.parts)
        says = tuple(replace(x, at=f"{a}-{b}") for x, (a, b) in zip(says, ends, strict=True))
    return Mention(
        _KINDS.get(rule, MentionKind.DATE), span, scene.sentence.index, head, text[start:end], f"date:{rule}", encode(*says)
    )


def _placed(scene: Scene, reading: Reading, head: int, x: Timex) -> Timex:
    """Add what stands around the expression: the preposition before it and the tense it is told in."""
    at = reading.first - 1
    while at >= 0 and scene.pieces[at].name in _PASSED_OVER:
        at -= 1
    cue = x.cue or (scene.pieces[at].name if at >= 0 and scene.pieces[at].name in _CUES else "")
    return replace(x, tense="" if x.kind in _TENSELESS else tense(scene.sentence, head, cue), cue=cue)
