"""Citing: who hands on what another says ("local media quoted officials as saying", "according to X, which cited Y")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.context import SentenceContext
from dateline.extract.speech.found import Found, extent
from dateline.extract.speech.speakers import can_speak
from dateline.extract.syntax import is_passive, surface_subjects
from dateline.model.event import Certainty
from dateline.model.parse import Token
from dateline.model.span import Span

CITING = frozenset({"quote", "cite"})


def cited(context: SentenceContext, token: Token) -> tuple[int, ...]:
    """Return whom or what a verb of citing cites, if that can tell anything ("citing police", not "citing fears")."""
    objects = [c.i for c in context.sentence.children(token.i) if c.dep == "dobj" and c.lower != "it"]
    return tuple(i for i in objects[:1] if can_speak(context, i))


def quoted_as(context: SentenceContext, token: Token, speakers: tuple[int, ...], certainty: Certainty) -> Iterator[Found]:
    """Yield "local media quoted officials as saying ...": two speakers, the outer first; nothing for "cited it as a reason"."""
    objects = [c.i for c in context.sentence.children(token.i) if c.dep == "dobj"][:1]
    for c in context.sentence.children(token.i):
        if c.dep == "prep" and c.lower == "as" and objects:
            for saying in context.sentence.children(c.i):
                if saying.lemma.lower() in context.frames.speech["verbs"]:
                    content = extent(context, saying.i)
                    yield Found(content, token, (*speakers, *objects), certainty, "quoted as")
                    return


def misread_quote(context: SentenceContext, token: Token) -> Iterator[Found]:
    """Yield "media quoted officials as saying" where the parser took "quoted" for an adjective of "officials"."""
    sentence = context.sentence
    inner = sentence.tokens[token.head]
    saying = next((c for c in sentence.children(token.i) if c.dep == "pcomp"), None)
    quote = next((c for c in sentence.children(inner.i) if c.dep == "amod" and c.lemma in ("quote", "quoted", "cite")), None)
    outer = [c.i for c in sentence.children(quote.i) if c.dep == "nsubj"] if quote is not None else []
    if saying is not None and quote is not None and outer:
        yield Found(extent(context, saying.i), quote, (outer[0], inner.i), Certainty.STATED, "quoted as")


def with_cited(context: SentenceContext, found: Sequence[Found]) -> list[Found]:
    """Return what was found with those whom its speakers cite ("X, citing Y, said") and who cite them ("X cited Y, who said")."""
    out = list(found)
    for token in context.sentence.tokens:
        if token.pos != "VERB" or token.lemma not in CITING or is_passive(context.sentence, token.i):
            continue
        inner, outer = cited(context, token), _citing(context, token)
        if inner and outer:
            out = [_joined(context, f, token, outer, inner) for f in out]
    return out


def _joined(context: SentenceContext, f: Found, token: Token, outer: tuple[int, ...], inner: tuple[int, ...]) -> Found:
    if f.cue.i == token.i or not f.speakers:
        return f
    if f.speakers[-1] == outer[0]:
        told = f.content
        phrase = extent(context, token.i)
        if told.start == phrase.start and phrase.end < told.end:
            told = Span(phrase.end, told.end)
        return replace(f, content=told, speakers=(*f.speakers, *inner))
    return replace(f, speakers=(*outer, *f.speakers)) if f.speakers[0] == inner[0] and outer[0] not in f.speakers else f


def _citing(context: SentenceContext, token: Token) -> tuple[int, ...]:
    """Return who cites."""
    sentence = context.sentence
    above = sentence.tokens[token.head]
    if token.dep in ("acl", "relcl") and above.pos in ("NOUN", "PROPN"):
        return (above.i,)
    if token.i > 1 and sentence.tokens[token.i - 1].text == ",":
        before = sentence.tokens[token.i - 2]
        if before.pos == "VERB" and before.lemma.lower() in context.frames.speech["verbs"]:
            # "X reported, citing Y, that ...": parsers join it to what is after
            return tuple(surface_subjects(sentence, before.i)[:1])
    own = surface_subjects(sentence, token.i)[:1]
    if not own and token.dep == "advcl":
        own = surface_subjects(sentence, above.i)[:1]
    return tuple(own)
