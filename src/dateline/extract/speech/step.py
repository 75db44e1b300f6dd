"""SpeechStep: attributions with their chains of speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.extract.context import SentenceContext, contexts
from dateline.extract.speech.citing import with_cited
from dateline.extract.speech.colons import colon_source, headline_source, split_headline
from dateline.extract.speech.found import Found
from dateline.extract.speech.handing import handed_on, with_handed_on
from dateline.extract.speech.patterns import find
from dateline.extract.speech.posts import posts
from dateline.extract.speech.quotes import quoted_sentences
from dateline.extract.speech.reading import elided, read_on
from dateline.extract.speech.speakers import called_back, rejoined, speaker
from dateline.extract.speech.tagged import tagged
from dateline.extract.speech.trailing import trailing_source
from dateline.extract.speech.turns import turns
from dateline.model.document import ZoneKind
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.layer import (
    ACTORS,
    ATTRIBUTIONS,
    EVENTS,
    MENTIONS,
    READINGS,
    SENTENCES,
    AnnotatedDocument,
    Layer,
    LayerKey,
    StepError,
)


class SpeechStep:
    """Finds what is put in whose mouth, and what the report hedges."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES, READINGS, MENTIONS, ACTORS, EVENTS)
    provides = ATTRIBUTIONS

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Attribution] | StepError]:
        """Return the attributions of each document, in text order."""
        return [Layer(tuple(_attributions(annotated))) for annotated in batch]


def _attributions(annotated: AnnotatedDocument) -> list[Attribution]:
    document, sentences = annotated.document, annotated[SENTENCES]
    out: list[Attribution] = []
    before: SentenceContext | None = None
    every = contexts(annotated)
    for context in every:
        found = [_attribution(context, f, document.text) for f in with_cited(context, list(find(context)))]
        found = _with_trailing(found, list(trailing_source(context, document.text)))
        found = with_handed_on(found, list(handed_on(context, document.text)))
        found.extend(colon_source(context, document.text))
        if context.sentence.zone is ZoneKind.TITLE:
            found.extend(headline_source(context))
            if before is not None:
                out.extend(split_headline(before, context))
            before = context
        if not any(a.chain for a in found):
            found.extend(elided(context, out[-8:]))
        out.extend(_nested(found))
    out = rejoined(out, sentences, annotated[MENTIONS])
    wide = list(turns(document, sentences, annotated[MENTIONS]))
    if wide:
        spoken = {a.sentence for a in wide}
        out = [*(a for a in out if a.sentence not in spoken), *_inside([a for a in out if a.sentence in spoken], wide)]
    else:
        wide = [*posts(document, sentences, annotated[MENTIONS]), *quoted_sentences(document, sentences, out)]
        wide += read_on(sentences, [*out, *wide], document.text)
        out = _inside(out, wide)
    more = list(tagged(every, annotated[READINGS], [*out, *wide], document.text))
    wide += _inside([a for a in more if a.asserts], [*out, *wide])
    wide += (a for a in more if not a.asserts)
    known = {r.mention for r in annotated[ACTORS] if r.value is not None}
    return called_back(sorted([*out, *wide], key=lambda a: (a.content, a.sentence, a.rule)), known)


def _with_trailing(found: list[Attribution], trailing: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with the trailing source; the parse's own reading of the same verb stays only if it agrees."""
    for source in trailing:
        last = source.chain[-1]
        same_verb = [a for a in found if a.chain and a.chain[-1].cue == last.cue and a.rule == "clause"]
        if any(a.chain[-1].span.overlaps(last.span) and len(a.content) * 2 > len(source.content) for a in same_verb):
            continue
        found = [*(a for a in found if a not in same_verb), source]
    return found


def _attribution(context: SentenceContext, found: Found, text: str) -> Attribution:
    chain = tuple(speaker(context, i, found.cue.text, text) for i in found.speakers)
    return Attribution(found.content, context.sentence.index, chain, found.certainty, found.rule)


def _nested(found: Sequence[Attribution]) -> list[Attribution]:
    """Put the chain of an enclosing attribution before that of one told inside it."""
    out: list[Attribution] = []
    for inner in found:
        around = [a for a in found if _encloses(a, inner)]
        out.append(_under(inner, min(around, key=lambda a: len(a.content), default=None)))
    return out


def _inside(found: Sequence[Attribution], wide: Sequence[Attribution]) -> list[Attribution]:
    """Put the speaker of a turn or quotation before who is cited in it."""
    by_sentence: dict[int, list[Attribution]] = {}
    for a in wide:
        by_sentence.setdefault(a.sentence, []).append(a)
    out = []
    for inner in found:
        around = [a for a in by_sentence.get(inner.sentence, ()) if _encloses(a, inner)]
        out.append(_under(inner, min(around, key=lambda a: len(a.content), default=None)))
    return out


def _under(inner: Attribution, outer: Attribution | None) -> Attribution:
    if outer is None or outer.certainty is Certainty.DENIED or _same(outer.chain[-1], inner.chain[0]):
        return inner
    if any(_same(o, i) for o in outer.chain for i in inner.chain):
        return inner
    return Attribution(inner.content, inner.sentence, (*outer.chain, *inner.chain), inner.certainty, inner.rule)


def _same(one: Speaker, other: Speaker) -> bool:
    return one.span == other.span or one.text.lower() == other.text.lower()


def _encloses(outer: Attribution, inner: Attribution) -> bool:
    if outer is inner or not outer.chain or not inner.chain or len(outer.content) <= len(inner.content):
        return False
    return outer.content.contains(inner.content) and outer.content.contains(inner.chain[-1].span)
