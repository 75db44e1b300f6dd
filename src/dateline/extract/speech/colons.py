"""Sources set off by a colon or dash: headlines ("Four killed in strike: police", "Police: four killed") and "X: ..." in text."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.context import SentenceContext
from dateline.extract.speech.clauses import colon
from dateline.extract.speech.speakers import can_speak
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token
from dateline.model.span import Span

_WHO = (MentionKind.ACTOR, MentionKind.OUTLET)
_LONGEST_SOURCE = 6
_DASHES = frozenset({"–", "—", "-", "--"})
_ORGANS = frozenset(
    "agency observatory news network radio tv television press post times rights media channel daily herald tribune".split()
)


def headline_source(context: SentenceContext) -> Iterator[Attribution]:
    """Yield the source that a headline ends with; a site's name after a dash is none."""
    tokens = context.sentence.tokens
    for i in range(len(tokens) - 2, 1, -1):
        mark = tokens[i].text
        spaced = tokens[i - 1].end < tokens[i].start
        if not (mark == ":" or (mark in _DASHES and spaced)) or len(tokens) - i > _LONGEST_SOURCE + 1:
            continue
        named = [m for m in context.mentions if m.kind in _WHO and m.span.start >= tokens[i].end]
        whole = bool(named) and len(named[0].span) * 2 >= tokens[-1].end - tokens[i].end
        if whole and not (mark in _DASHES and _site(named[0], tokens[i:])):
            content = Span(tokens[0].start, tokens[i].start)
            speaker = Speaker(named[0].span, named[0].text, mark, named[0])
            yield Attribution(content, context.sentence.index, (speaker,), Certainty.STATED, "headline")
        return


def split_headline(before: SentenceContext, context: SentenceContext) -> Iterator[Attribution]:
    """Yield the source of a headline that was cut in two at its colon ("Four killed in strike:" and "ministry")."""
    sentence = before.sentence
    if sentence.tokens[-1].text == ":" and len(context.sentence.tokens) <= _LONGEST_SOURCE:
        named = [m for m in context.mentions if m.kind in _WHO and len(m.span) * 2 >= len(context.sentence.span)]
        for mention in named[:1]:
            speaker = Speaker(mention.span, mention.text, ":", mention)
            yield Attribution(sentence.span, sentence.index, (speaker,), Certainty.STATED, "headline")


def _site(mention: Mention, tail: tuple[Token, ...]) -> bool:
    """Tell whether what follows a dash is the name of the site, not of a source."""
    return mention.kind is MentionKind.OUTLET or any(t.lower in _ORGANS for t in tail)


def colon_source(context: SentenceContext, text: str) -> Iterator[Attribution]:
    """Yield the source that a sentence or headline opens with ("Witness: the soldiers fired first")."""
    for words, mark in colon(context):
        span = Span(words[0].start, words[-1].end)
        head = context.sentence.head_of(span)
        mention = context.headed(head.i, *_WHO)
        speaking = head.lemma.lower() in context.frames.speech["speaking"]
        if not (speaking or mention is not None) or not can_speak(context, head.i) or _names_a_topic(context, head):
            return
        whole = mention if mention is not None and mention.head == head.i else None
        speaker = Speaker(span, context.printed(span, text), mark.text, whole)
        told = Span(mark.end, context.sentence.span.end) if mark.end < context.sentence.span.end else mark.span
        if mark.end < context.sentence.span.end and not any(c.isalpha() for c in told.of(text)):
            return
        yield Attribution(told, context.sentence.index, (speaker,), Certainty.STATED, "colon")


def _names_a_topic(context: SentenceContext, head: Token) -> bool:
    """Tell whether a word before a colon says what a text is about: a place, or an armed group ("Islamic State: ...")."""
    if context.at(head.i, MentionKind.PLACE) or head.tag == "NNS" and head.lemma not in context.frames.speech["speaking"]:
        return True
    return bool(context.classes(head.i) & {"militant", "weapon"}) and head.lemma.lower() not in context.frames.speech["speaking"]
