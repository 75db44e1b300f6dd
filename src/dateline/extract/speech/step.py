"""SpeechStep: attributions with their chains of speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.extract.context import SentenceContext, contexts
from dateline.extract.speech.patterns import Found, extent, find
from dateline.extract.speech.quotes import quoted_sentences
from dateline.extract.speech.trailing import trailing_source
from dateline.model.document import ZoneKind
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.layer import ACTORS, ATTRIBUTIONS, EVENTS, MENTIONS, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import Mention, MentionKind
from dateline.model.span import Span

_WHO = (MentionKind.ACTOR, MentionKind.OUTLET, MentionKind.PLACE)
_LONGEST_NAME = 12
_LONGEST_SOURCE = 6
_DASHES = frozenset({"–", "—", "-", "--", ":"})
_CUTS = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "prep", "advcl"})


class SpeechStep:
    """Finds what is put in whose mouth, and what the report hedges."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES, MENTIONS, ACTORS, EVENTS)
    provides = ATTRIBUTIONS

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Attribution] | StepError]:
        """Return the attributions of each document, in text order."""
        return [Layer(tuple(_attributions(annotated))) for annotated in batch]


def _attributions(annotated: AnnotatedDocument) -> list[Attribution]:
    text = annotated.document.text
    out: list[Attribution] = []
    for context in contexts(annotated):
        found = [_attribution(context, f, text) for f in find(context)]
        found = _with_trailing(found, list(trailing_source(context, text)))
        out.extend(_nested(found))
        if context.sentence.zone is ZoneKind.TITLE:
            out.extend(_headline_source(context))
    out.extend(quoted_sentences(annotated[SENTENCES], out, text))
    return sorted(out, key=lambda a: (a.content, a.sentence, a.rule))


def _headline_source(context: SentenceContext) -> Iterator[Attribution]:
    """Yield the source that a headline ends with ("Four killed in strike – police", "Ten arrested: ministry")."""
    tokens = context.sentence.tokens
    for i in range(len(tokens) - 2, 1, -1):
        if tokens[i].text in _DASHES and len(tokens) - i <= _LONGEST_SOURCE:
            named = [m for m in context.mentions if m.kind in _WHO[:2] and m.span.start >= tokens[i].end]
            if named:
                content = Span(tokens[0].start, tokens[i].start)
                speaker = Speaker(named[0].span, named[0].text, tokens[i].text, named[0])
                yield Attribution(content, context.sentence.index, (speaker,), Certainty.STATED, "headline")
            return


def _with_trailing(found: list[Attribution], trailing: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with the trailing source; the parse's own reading of the same verb stays only if it agrees."""
    for source in trailing:
        speaker = source.chain[-1]
        same_verb = [a for a in found if a.chain and a.chain[-1].cue == speaker.cue and a.rule == "clause"]
        if any(a.chain[-1].span.overlaps(speaker.span) for a in same_verb):
            continue
        found = [*(a for a in found if a not in same_verb), source]
    return found


def _attribution(context: SentenceContext, found: Found, text: str) -> Attribution:
    chain = tuple(_speaker(context, i, found.cue.text, text) for i in found.speakers)
    return Attribution(found.content, context.sentence.index, chain, found.certainty, found.rule)


def _speaker(context: SentenceContext, i: int, cue: str, text: str) -> Speaker:
    """Return the speaker at token `i`: the mention there, or its noun phrase without clauses."""
    mention = context.headed(i, *_WHO)
    if mention is not None and mention.head == i:
        return Speaker(mention.span, mention.text, cue, mention)
    token = context.sentence.tokens[i]
    cut = frozenset(c.i for c in context.sentence.children(i) if c.dep in _CUTS and not (c.dep == "prep" and c.lower == "of"))
    span = extent(context, i, cut)
    if len(context.sentence.tokens_in(span)) > _LONGEST_NAME:
        span = token.span
    return Speaker(span, context.printed(span, text), cue, _inside(context, i, mention))


def _inside(context: SentenceContext, i: int, mention: Mention | None) -> Mention | None:
    return mention if mention is not None and mention.head == i else None


def _nested(found: Sequence[Attribution]) -> list[Attribution]:
    """Put the chain of an enclosing attribution before that of one told inside it."""
    out: list[Attribution] = []
    for inner in found:
        around = [a for a in found if _encloses(a, inner)]
        outer = min(around, key=lambda a: len(a.content), default=None)
        if outer is None or outer.certainty is Certainty.DENIED or _same(outer.chain[-1], inner.chain[-1]):
            out.append(inner)
        else:
            out.append(Attribution(inner.content, inner.sentence, (*outer.chain, *inner.chain), inner.certainty, inner.rule))
    return out


def _same(one: Speaker, other: Speaker) -> bool:
    return one.span == other.span or one.text.lower() == other.text.lower()


def _encloses(outer: Attribution, inner: Attribution) -> bool:
    if outer is inner or not outer.chain or not inner.chain or len(outer.content) <= len(inner.content):
        return False
    return outer.content.contains(inner.content) and outer.content.contains(inner.chain[-1].span)
