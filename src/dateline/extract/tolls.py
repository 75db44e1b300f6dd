"""Tolls: which count a noun such as "toll" or "number" is told to have, and whether it takes the place of an earlier one."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.context import SentenceContext
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token

TOLLS = frozenset({"toll", "number", "total", "count", "tally", "figure"})
_CHANGES = frozenset(
    "rise climb increase grow jump soar swell mount raise bring push lift revise update correct lower fall drop reduce".split()
)
_TELLS = _CHANGES | frozenset("be reach stand put total exceed pass top hit surpass remain give estimate place".split())


def toll_count(context: SentenceContext, head: int) -> Mention | None:
    """Return the count of the toll that token `head` is, or that it belongs to ("the number of people killed rose to 12")."""
    noun = _toll(context.sentence, context.sentence.tokens[head])
    if noun is None:
        return None
    return next((m for i in _places(context.sentence, noun) if (m := _people(context, i)) is not None), None)


def is_update(context: SentenceContext, head: int) -> bool:
    """Tell whether the toll's count takes the place of an earlier one ("raising the toll to 31")."""
    noun = _toll(context.sentence, context.sentence.tokens[head])
    return noun is not None and context.sentence.tokens[noun.head].lemma.lower() in _CHANGES


def _toll(sentence: Sentence, token: Token) -> Token | None:
    """Return the toll that a token is or stands under: the toll; the number of dead; the number of people killed."""
    for _ in range(3):
        if token.lemma.lower() in TOLLS and token.pos == "NOUN":
            return token
        governor = sentence.tokens[token.head]
        if token.dep not in ("pobj", "prep", "acl", "relcl") or (token.dep == "prep" and token.lower != "of"):
            return None
        token = governor if governor.pos != "ADP" or token.dep != "pobj" else sentence.tokens[governor.head]
        if governor.pos == "ADP" and governor.lower != "of":
            return None
    return token if token.lemma.lower() in TOLLS and token.pos == "NOUN" else None


def _places(sentence: Sentence, noun: Token) -> Iterator[int]:
    """Yield the tokens where a toll's count may stand, the likeliest first."""
    verb = sentence.tokens[noun.head]
    if verb.pos in ("VERB", "AUX") and verb.lemma.lower() in _TELLS and noun.dep in ("nsubj", "nsubjpass", "dobj"):
        yield from _objects(sentence, verb, ("to", "at", "from"))
        if noun.dep != "dobj":
            yield from (c.i for c in sentence.children(verb.i) if c.dep in ("dobj", "attr", "npadvmod") and c.i > verb.i)
    yield from (c.i for c in sentence.children(noun.i) if c.dep in ("appos", "nummod") and c.i > noun.i)
    yield from _objects(sentence, noun, ("of", "to", "at"))


def _objects(sentence: Sentence, governor: Token, prepositions: tuple[str, ...]) -> Iterator[int]:
    """Yield the objects of prepositions, also of one that hangs on another ("from 12 to 15")."""
    found = [c for c in sentence.children(governor.i) if c.dep == "prep"]
    found += [c for p in found for c in sentence.children(p.i) if c.dep == "prep"]
    for word in prepositions:
        yield from (o.i for p in found if p.lower == word for o in sentence.children(p.i) if o.dep == "pobj")


def _people(context: SentenceContext, i: int) -> Mention | None:
    found = context.headed(i, MentionKind.QUANTITY)
    return found if found is not None and found.key.startswith("people") and "singular" not in found.key else None
