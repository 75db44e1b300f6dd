"""Patterns: clauses under verbs of saying, "according to", hedges, accusations and direct quotation.

After the pattern families of Pareti's attribution corpora (PARC 3.0, PolNeAR): source, cue and content of a span.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.context import SentenceContext
from dateline.extract.syntax import is_passive, prep_objects, surface_subjects
from dateline.model.event import Certainty
from dateline.model.parse import Token
from dateline.model.span import Span

_CLAUSES = frozenset({"ccomp", "parataxis"})
_ACCUSING = frozenset({"accuse", "suspect", "charge"})
_SPEAKING = frozenset({"person", "group", "state", "media", "armed", "militant", "leader"})
_DOCUMENTS = frozenset(
    (
        "author report statement source communique document study letter message record account press newspaper agency "
        "bulletin witness spokesman spokeswoman spokesperson announcement indictment court ministry office authority "
        "police media channel site post article paper organization organisation broadcast radio television monitor "
        "observatory dispatch version investigation"
    ).split()
)
_HEDGED = frozenset({"VERB", "AUX", "NOUN", "PROPN", "NUM", "ADJ"})


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution before its chain is known: content, cue token, speaker tokens (outermost first)."""

    content: Span
    cue: Token
    speakers: tuple[int, ...]
    certainty: Certainty
    rule: str


def find(context: SentenceContext) -> Iterator[Found]:
    """Yield the attributions of one sentence."""
    cues = context.frames.speech
    for token in context.sentence.tokens:
        lemma = token.lemma.lower()
        if token.pos in ("VERB", "AUX") and lemma in cues["verbs"]:
            yield from _verb(context, token, Certainty(cues["verbs"][lemma]))
        if token.pos == "VERB" and lemma in cues["passives"]:
            yield from _passive(context, token, Certainty(cues["passives"][lemma]))
        if token.lower in cues["adverbs"]:
            yield from _adverb(context, token, Certainty(cues["adverbs"][token.lower]))
        if token.lower == "as" and token.dep == "prep":
            yield from _misread_quote(context, token)
        if token.lower in cues["phrases"]:
            yield from _according(context, token, Certainty(cues["phrases"][token.lower]))
        if token.pos == "NOUN" and lemma in cues["nouns"]:
            yield from _noun(context, token, Certainty(cues["nouns"][lemma]))
        if token.lower in cues["adjectives"] and token.dep in ("amod", "acl"):
            governor = context.sentence.tokens[token.head]
            yield Found(extent(context, governor.i), token, (), Certainty(cues["adjectives"][token.lower]), "adjective")


def extent(context: SentenceContext, i: int, without: frozenset[int] = frozenset()) -> Span:
    """Return the span of the subtree of `i`, leaving out the subtrees rooted at `without`."""
    tokens = context.sentence.tokens
    kept: list[int] = []
    stack = [i]
    while stack:
        j = stack.pop()
        if j in without:
            continue
        kept.append(j)
        stack.extend(tokens[j].children)
    return Span(min(tokens[j].start for j in kept), max(tokens[j].end for j in kept))


def _verb(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    sentence = context.sentence
    if is_passive(sentence, token.i):
        by = prep_objects(sentence, token.i, frozenset({"by"}))
        if not by:
            return
        speakers: tuple[int, ...] = tuple(by[:1])
    else:
        speakers = tuple(surface_subjects(sentence, token.i)[:1])
    if not speakers or not _can_speak(context, speakers[0]) or _negated(context, token):
        return
    if token.lemma in ("quote", "cite"):
        yield from _quoted(context, token, speakers, certainty)
        return
    if token.lemma in ("accuse", "blame", "charge", "suspect"):
        yield from _accused(context, token, speakers, certainty)
    clause = _clause(context, token)
    if clause is None and context.sentence.tokens[-1].text == ":":
        # "The statement says:" and then a quotation
        clause = context.sentence.tokens[-1].span
    if clause is None:
        return
    outlet = _told_to(context, token)
    yield Found(clause, token, (*outlet, *speakers), certainty, "clause")


def _can_speak(context: SentenceContext, i: int) -> bool:
    """Tell whether token `i` is somebody, or something that tells in somebody's stead."""
    token = context.sentence.tokens[i]
    return bool(context.classes(i) & _SPEAKING) or token.lemma.lower() in _DOCUMENTS or token.pos in ("PRON", "PROPN")


def _negated(context: SentenceContext, token: Token) -> bool:
    if token.lemma == "deny":
        return False
    children = list(context.sentence.children(token.i))
    nobody = any(g.lower == "no" for c in children if c.dep == "nsubj" for g in context.sentence.children(c.i))
    return nobody or any(c.dep == "neg" or (c.dep == "nsubj" and c.lower in ("nobody", "none")) for c in children)


def _clause(context: SentenceContext, token: Token) -> Span | None:
    """Return what is said: the clause under the verb, or the clause the saying is set into ("..., police said")."""
    sentence = context.sentence
    for c in sentence.children(token.i):
        if c.dep in _CLAUSES or (
            c.dep in ("xcomp", "advcl") and any(g.dep == "mark" and g.lower == "that" for g in sentence.children(c.i))
        ):
            return extent(context, c.i)
    governor = sentence.tokens[token.head]
    if token.dep in ("parataxis", "ccomp") and governor.i != token.i and governor.pos in ("VERB", "AUX", "NOUN"):
        inside = extent(context, token.i)
        if token.i > governor.i and len(inside) < len(sentence.span) // 2:
            return Span(sentence.span.start, max(inside.start, sentence.span.start))
        if token.dep == "parataxis":
            return extent(context, governor.i)
    for c in sentence.children(token.i):
        if c.dep == "dobj" and token.lemma in (
            "report",
            "confirm",
            "announce",
            "claim",
            "document",
            "record",
            "deny",
            "allege",
            "admit",
        ):
            return extent(context, c.i)
    return None


def _told_to(context: SentenceContext, token: Token) -> tuple[int, ...]:
    """Return the outlet that somebody told something: it is who hands it on."""
    if token.lemma != "tell":
        return ()
    for c in context.sentence.children(token.i):
        if c.dep in ("dobj", "dative") and any(m.kind.value == "outlet" for m in context.at(c.i)):
            return (c.i,)
    return ()


def _quoted(context: SentenceContext, token: Token, speakers: tuple[int, ...], certainty: Certainty) -> Iterator[Found]:
    """Yield "local media quoted officials as saying ...": two speakers, the outer first."""
    sentence = context.sentence
    inner = [c.i for c in sentence.children(token.i) if c.dep == "dobj"]
    for c in sentence.children(token.i):
        if c.dep == "prep" and c.lower == "as":
            for saying in sentence.children(c.i):
                objects = [
                    extent(context, g.i) for g in sentence.children(saying.i) if g.dep in ("ccomp", "dobj", "xcomp", "parataxis")
                ]
                content = objects[0] if objects else extent(context, saying.i)
                yield Found(content.cover(extent(context, saying.i)), token, (*speakers, *inner[:1]), certainty, "quoted as")
                return
    clause = _clause(context, token)
    if clause is not None:
        yield Found(clause, token, (*speakers, *inner[:1]), certainty, "quoted")


def _misread_quote(context: SentenceContext, token: Token) -> Iterator[Found]:
    """Yield "media quoted officials as saying" where the parser took "quoted" for an adjective of "officials"."""
    sentence = context.sentence
    inner = sentence.tokens[token.head]
    saying = next((c for c in sentence.children(token.i) if c.dep == "pcomp"), None)
    quote = next((c for c in sentence.children(inner.i) if c.dep == "amod" and c.lemma in ("quote", "quoted", "cite")), None)
    outer = [c.i for c in sentence.children(quote.i) if c.dep == "nsubj"] if quote is not None else []
    if saying is not None and quote is not None and outer:
        yield Found(extent(context, saying.i), quote, (outer[0], inner.i), Certainty.STATED, "quoted as")


def _accused(context: SentenceContext, token: Token, speakers: tuple[int, ...], certainty: Certainty) -> Iterator[Found]:
    """Yield "X accused Y of doing Z", "X blamed Y for Z": the accused and the deed are the content."""
    for c in context.sentence.children(token.i):
        if c.dep in ("prep", "dobj") and (c.dep == "dobj" or c.lower in ("of", "for", "on", "with")):
            yield Found(extent(context, c.i), token, speakers, certainty, "accusation")


def _passive(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    sentence = context.sentence
    if not is_passive(sentence, token.i) or token.dep == "amod":
        return
    for c in sentence.children(token.i):
        if c.dep in ("xcomp", "ccomp", "oprd", "advcl") or (
            c.dep == "prep" and c.lower in ("of", "with") and token.lemma in _ACCUSING
        ):
            subjects = [s.i for s in sentence.children(token.i) if s.dep == "nsubjpass"]
            content = extent(context, c.i)
            if subjects:
                content = content.cover(extent(context, subjects[0]))
            yield Found(content, token, (), certainty, "passive")
            return


def _adverb(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    governor = context.sentence.tokens[token.head]
    if governor.i != token.i and governor.pos in _HEDGED:
        yield Found(extent(context, governor.i), token, (), certainty, "hedge")


def _according(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    """Yield "according to X": what it hangs on, or all of the sentence where it stands first or last."""
    sentence = context.sentence
    phrase = extent(context, token.i)
    speakers = [o.i for c in sentence.children(token.i) if c.dep == "prep" for o in sentence.children(c.i) if o.dep == "pobj"]
    if not speakers:
        speakers = [o.i for o in sentence.children(token.i) if o.dep == "pobj"]
    if not speakers:
        return
    governor = sentence.tokens[token.head]
    content = extent(context, governor.i, frozenset({token.i})) if governor.i != token.i else sentence.span
    if phrase.start - sentence.span.start < 3 or sentence.span.end - phrase.end < 3:
        content = sentence.span
    yield Found(content, token, tuple(speakers[:1]), certainty, "according to")


def _noun(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    """Yield "reports of an attack", "the claim that rebels fired first"."""
    sentence = context.sentence
    owner = [c.i for c in sentence.children(token.i) if c.dep == "poss"]
    for c in sentence.children(token.i):
        if c.dep in ("acl", "ccomp", "relcl") and any(g.lower == "that" and g.dep == "mark" for g in sentence.children(c.i)):
            yield Found(extent(context, c.i), token, tuple(owner[:1]), certainty, "noun clause")
        elif c.dep == "prep" and c.lower == "of" and token.tag == "NNS":
            yield Found(extent(context, c.i), token, tuple(owner[:1]), certainty, "noun of")
