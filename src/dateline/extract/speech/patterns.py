"""Patterns of one sentence: verbs of saying, "according to", hedges, and nouns that report.

After the pattern families of Pareti's attribution corpora (PARC 3.0, PolNeAR): source, cue and content of a span.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.context import SentenceContext
from dateline.extract.speech.citing import misread_quote
from dateline.extract.speech.clauses import verb
from dateline.extract.speech.found import Found, extent
from dateline.extract.speech.speakers import ISSUING, PAPERS, can_speak
from dateline.extract.syntax import is_passive, prep_objects, surface_subjects
from dateline.model.event import Certainty
from dateline.model.mention import MentionKind
from dateline.model.parse import Token
from dateline.model.span import Span

_HEDGED = frozenset({"VERB", "AUX", "NOUN", "PROPN", "NUM", "ADJ"})
_CONFIRMING = frozenset("report confirm announce record document claim disclose reveal learn".split())
_RULES = frozenset(
    "code law constitution plan schedule rule regulation agreement custom tradition article provision principle norm procedure "
    "treaty accord convention decree timetable policy protocol act statute".split()
)
_IMPERSONAL = frozenset("information investigation inquiry report estimate figure rumour rumor account data".split())
_PLAIN = frozenset(
    (
        "the a some these those current initial early first preliminary latest unconfirmed various available new recent "
        "other more further conflicting same several"
    ).split()
)
_ANNOUNCED = frozenset({"announcement", "confirmation", "rumour", "rumor"})
_TOLLS = frozenset("toll number figure count total casualty".split())
_FRONT = 8
"""Tokens before a fronted "according to" at most ("Meanwhile, on Friday, according to ...")."""
_OPENERS = frozenset({"ADV", "ADP", "CCONJ", "DET", "PUNCT", "NOUN", "PROPN", "NUM", "SCONJ", "ADJ", "INTJ", "X"})


def find(context: SentenceContext) -> Iterator[Found]:
    """Yield the attributions of one sentence."""
    cues = context.frames.speech
    for token in context.sentence.tokens:
        lemma = token.lemma.lower()
        if token.pos in ("VERB", "AUX") and lemma in cues["verbs"]:
            yield from verb(context, token, Certainty(cues["verbs"][lemma]))
        if token.pos == "VERB" and (lemma in cues["passives"] or lemma in _CONFIRMING):
            yield from _passive(context, token, Certainty(cues["passives"].get(lemma, "reported")))
        if token.lower in cues["adverbs"]:
            yield from _adverb(context, token, Certainty(cues["adverbs"][token.lower]))
        if token.pos == "VERB" and lemma in ("put", "place"):
            yield from _toll(context, token)
        if token.lower == "as" and token.dep == "prep":
            yield from misread_quote(context, token)
        if token.lower in cues["phrases"]:
            yield from _according(context, token, Certainty(cues["phrases"][token.lower]))
        if token.dep == "pobj" and lemma in PAPERS:
            yield from _in_a_statement(context, token)
        if token.dep == "dobj" and lemma in PAPERS and context.sentence.tokens[-1].text == ":":
            yield from _issued(context, token)
        if token.pos == "NOUN" and lemma in cues["nouns"]:
            yield from _noun(context, token, Certainty(cues["nouns"][lemma]))
        if token.lower in cues["adjectives"] and token.dep in ("amod", "acl"):
            governor = context.sentence.tokens[token.head]
            yield Found(extent(context, governor.i), token, (), Certainty(cues["adjectives"][token.lower]), "adjective")


def _passive(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    sentence = context.sentence
    if not is_passive(sentence, token.i) or token.dep == "amod" or any(c.dep == "neg" for c in sentence.children(token.i)):
        return
    subjects = [s.i for s in sentence.children(token.i) if s.dep == "nsubjpass"]
    by = [i for i in prep_objects(sentence, token.i, frozenset({"by"}))[:1] if can_speak(context, i)]
    source = by or [i for i in prep_objects(sentence, token.i, frozenset({"from"}))[:1] if token.lemma == "learn"]
    for c in sentence.children(token.i):
        if c.dep in ("xcomp", "ccomp", "oprd", "advcl") or (
            c.dep == "prep" and c.lower in ("of", "with") and token.lemma in context.frames.speech["accusing"]
        ):
            content = extent(context, c.i)
            if subjects:
                content = content.cover(extent(context, subjects[0]))
            yield Found(content, token, tuple(source), certainty, "passive")
            return
    if source and token.lemma == "learn" and not by:
        # "it was learned from judicial sources that ..."
        yield Found(Span(token.end, sentence.span.end), token, tuple(source), certainty, "passive")
    elif subjects and token.lemma in _CONFIRMING and token.head == token.i and (source or token.lemma == "report"):
        # "the attack was confirmed by the ministry", "clashes were reported in the north"
        yield Found(sentence.span, token, tuple(source), Certainty.STATED if by else certainty, "passive")


def _adverb(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    governor = context.sentence.tokens[token.head]
    if governor.i != token.i and governor.pos in _HEDGED:
        yield Found(extent(context, governor.i), token, (), certainty, "hedge")


def _according(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    """Yield "according to X": what it hangs on, or all of the sentence where it stands first, last or between commas."""
    sentence = context.sentence
    phrase = extent(context, token.i)
    speakers = [o.i for c in sentence.children(token.i) if c.dep == "prep" for o in sentence.children(c.i) if o.dep == "pobj"]
    if not speakers:
        speakers = [o.i for o in sentence.children(token.i) if o.dep == "pobj"]
    if not speakers or not can_speak(context, speakers[0]) or context.sentence.tokens[speakers[0]].lemma.lower() in _RULES:
        # "according to the law", "according to plan": nobody speaks
        return
    governor = sentence.tokens[token.head]
    content = extent(context, governor.i, frozenset({token.i})) if governor.i != token.i else sentence.span
    bracket = _parenthesis(context, token)
    if bracket is not None:
        content = bracket
    elif phrase.start - sentence.span.start < 3 or sentence.span.end - phrase.end < 3 or _fronted(context, token):
        others = [t.end for t in sentence.tokens[3 : token.i] if t.lower == token.lower]
        # "300 according to the army, and 400 according to the rebels": each has its own number
        content = sentence.span if not others else Span(others[-1], sentence.span.end)
    elif any(t.lower == token.lower or _said_apart(context, t, governor) for t in sentence.tokens[token.i + 1 :]):
        content = Span(content.start, max(content.start, min(content.end, phrase.end)))
    if _impersonal(context, speakers[0]):
        yield Found(content, token, (), Certainty.REPORTED, "according to")
    else:
        yield Found(content, token, tuple(speakers[:1]), certainty, "according to")


def _said_apart(context: SentenceContext, token: Token, governor: Token) -> bool:
    """Tell whether a later verb puts what it governs in another's mouth ("..., according to X, but B happened, Y said")."""
    if (
        token.i == governor.i
        or token.tag not in ("VBD", "VBZ", "VBP")
        or token.lemma.lower() not in context.frames.speech["tells"]
    ):
        return False
    subjects = [c for c in context.sentence.children(token.i) if c.dep == "nsubj"]
    return bool(subjects) and can_speak(context, subjects[0].i) and token.i not in context.sentence.subtree(governor.i)


def _toll(context: SentenceContext, token: Token) -> Iterator[Found]:
    """Yield "X put the toll at 17"."""
    sentence = context.sentence
    speakers = surface_subjects(sentence, token.i)[:1]
    counted = any(c.dep == "dobj" and c.lemma.lower() in _TOLLS for c in sentence.children(token.i))
    if counted and not is_passive(sentence, token.i) and speakers and can_speak(context, speakers[0]):
        yield from (
            Found(extent(context, c.i), token, tuple(speakers), Certainty.STATED, "toll")
            for c in sentence.children(token.i)
            if c.dep == "prep" and c.lower == "at"
        )


def _impersonal(context: SentenceContext, i: int) -> bool:
    """Tell whether nobody is named behind what is cited ("according to initial reports")."""
    if context.sentence.tokens[i].lemma.lower() not in _IMPERSONAL or context.headed(i, MentionKind.OUTLET) is not None:
        return False
    return all(c.lower in _PLAIN or c.dep == "punct" for c in context.sentence.children(i))


def _fronted(context: SentenceContext, token: Token) -> bool:
    """Tell whether nothing but an opening phrase stands before ("In the north, according to ...")."""
    before = context.sentence.tokens[: token.i]
    return len(before) <= _FRONT and all(t.pos in _OPENERS for t in before)


def _parenthesis(context: SentenceContext, token: Token) -> Span | None:
    tokens = context.sentence.tokens
    if token.i == 0 or tokens[token.i - 1].text != "(":
        return None
    close = next((t for t in tokens[token.i :] if t.text == ")"), None)
    return None if close is None else Span(tokens[token.i].start, close.start)


def _noun(context: SentenceContext, token: Token, certainty: Certainty) -> Iterator[Found]:
    """Yield "reports of an attack", "the claim that rebels fired first", "the announcement made by X of the arrest"."""
    sentence = context.sentence
    owner = _owner(context, token)
    for c in sentence.children(token.i):
        if c.dep in ("acl", "ccomp", "relcl") and any(g.lower == "that" and g.dep == "mark" for g in sentence.children(c.i)):
            yield Found(extent(context, c.i), token, owner, certainty, "noun clause")
        elif c.dep == "prep" and c.lower == "of" and _told_of(context, token, c, owner):
            yield Found(extent(context, c.i), token, owner, certainty, "noun of")
        elif c.dep == "acl" and c.tag == "VBN" and owner:
            # "the announcement made by the minister of the arrest": "of" may hang on either
            below = [*sentence.children(c.i), *(g for g in sentence.children(owner[0]) if token.lemma in _ANNOUNCED)]
            for g in below:
                if g.dep == "prep" and g.lower == "of":
                    yield Found(extent(context, g.i), token, owner, certainty, "noun of")


def _in_a_statement(context: SentenceContext, token: Token) -> Iterator[Found]:
    """Yield "in a statement by X, ..." at the front of a sentence."""
    by = context.sentence.tokens[token.head]
    owner = _owner(context, token)
    named = bool(owner) and context.sentence.tokens[owner[0]].pos != "PRON"
    if by.lower == "in" and named and _fronted(context, by):
        yield Found(context.sentence.span, token, owner, Certainty.STATED, "in a statement")


def _issued(context: SentenceContext, token: Token) -> Iterator[Found]:
    """Yield "X issued the following statement:", whose content comes after."""
    issuing = context.sentence.tokens[token.head]
    subjects = surface_subjects(context.sentence, issuing.i)[:1] if issuing.lemma in ISSUING else []
    if subjects and can_speak(context, subjects[0]):
        yield Found(context.sentence.tokens[-1].span, issuing, tuple(subjects), Certainty.STATED, "issued")


def _told_of(context: SentenceContext, noun: Token, of: Token, owner: tuple[int, ...]) -> bool:
    """Tell whether "of" leads to what is reported, not to who reports ("the statement of the ministry")."""
    if any(o.i in owner for o in context.sentence.children(of.i)):
        return False
    return noun.tag == "NNS" or bool(owner) or noun.lemma in _ANNOUNCED


def _owner(context: SentenceContext, noun: Token) -> tuple[int, ...]:
    """Return whose report, claim or announcement it is."""
    sentence = context.sentence
    owners = [c.i for c in sentence.children(noun.i) if c.dep == "poss"]
    owners += prep_objects(sentence, noun.i, frozenset({"by", "from"}))
    for c in sentence.children(noun.i):
        if c.dep == "acl":
            owners += prep_objects(sentence, c.i, frozenset({"by"}))
    return tuple(i for i in owners[:1] if can_speak(context, i))
