"""Victims: which words beside a predicate hold the count of those it befell, where the parse alone does not say."""

from __future__ import annotations

from dateline.extract.context import SentenceContext
from dateline.extract.syntax import conjuncts
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token

_SHARES = frozenset("most many some all several half both few none".split())
_WITHIN = frozenset({"including", "included", "among"})
_TOGETHER = frozenset({"along", "together"})


def victims(context: SentenceContext, head: int, patients: tuple[int, ...]) -> tuple[int, ...]:
    """Return the tokens whose counts are those of the victims of the predicate at `head`, whose deep objects are `patients`."""
    some = [m.head for m in context.at(head, MentionKind.QUANTITY) if m.rule == "elided:pronoun"]
    if some:
        return (some[0],)
    told = (*(_counted_for(context, i) for i in patients), *_with(context, head))
    return tuple(dict.fromkeys(told)) or _right_after(context, head)


def _counted_for(context: SentenceContext, i: int) -> int:
    """Return the token whose count is that of the victims at `i`, which mostly is `i` itself.

    What is set beside or inside a counted phrase takes its participle away from it: "four people, possibly all civilians, killed
    in"; "4 villagers or militants killed"; "six men including foreigners killed"; "15 people, most of them women, were killed".
    """
    if _count(context, i) is not None:
        return i
    tokens = context.sentence.tokens
    token = tokens[i]
    share = [t.lower for t in tokens[i + 1 : i + 3]] in (["of", "them"], ["of", "whom"])
    if token.lower in _SHARES and share and any(t.pos in ("NOUN", "ADJ") for t in tokens[i + 3 : i + 4]):
        return next((j for j in range(i - 1, max(-1, i - 4), -1) if _count(context, j) is not None), i)
    if not any(c.dep in ("acl", "relcl") for c in context.sentence.children(i)):
        return i
    above = _set_beside(context, token)
    return above if above is not None and _count(context, above) is not None else i


def _set_beside(context: SentenceContext, token: Token) -> int | None:
    """Return the noun that a plural noun is an apposition or alternative of, or that it is told to be within."""
    tokens = context.sentence.tokens
    if token.tag not in ("NNS", "NNPS", "JJ"):
        return None
    governor = tokens[token.head]
    if token.dep in ("appos", "conj") and governor.i < token.i:
        return governor.i
    if token.dep == "pobj" and governor.lower in _WITHIN and governor.head < governor.i:
        return governor.head
    return None


def _with(context: SentenceContext, head: int) -> tuple[int, ...]:
    """Return who is told to have suffered the same with others ("was killed along with four of his guards")."""
    tokens = context.sentence.tokens
    out: list[int] = []
    for c in context.sentence.children(head):
        together = tokens[c.i + 1] if c.lower in _TOGETHER and c.i + 1 < len(tokens) else c
        if together.lower == "with" and tokens[together.i - 1].lower in _TOGETHER:
            out += [j for o in context.sentence.children(together.i) if o.dep == "pobj" for j in conjuncts(context.sentence, o.i)]
    return tuple(dict.fromkeys(out))


def whole_of(context: SentenceContext, head: int, patients: tuple[int, ...]) -> Mention | None:
    """Return the count of all whom a predicate befell where its subject is only some of them, or none of its own.

    "4-6 killed in a strike"; "eight children among 13 reported killed"; "at least 7 of 13 killed were children".
    """
    for mention in context.at(head, MentionKind.QUANTITY):
        if mention.rule == "elided:state" and mention.head < head and not _flagged_part(mention):
            return None if any(_count(context, i) == mention for i in patients) else mention
    for some in (*patients, head):
        for c in context.sentence.children(some):
            if c.dep != "prep" or c.lower != "among":
                continue
            objects = [o.i for o in context.sentence.children(c.i) if o.dep == "pobj"]
            for i in (*objects, c.i + 1):
                found = _count(context, i)
                if found is not None and "singular" not in found.key and found.span.start > context.sentence.tokens[c.i].start:
                    return found
    return None


def among(context: SentenceContext, whole: Mention) -> Mention | None:
    """Return the count of those who are told to be among the people of another ("two nurses, among up to six killed")."""
    tokens = context.sentence.tokens
    preposition = tokens[tokens[whole.head].head]
    if tokens[whole.head].dep != "pobj" or preposition.lower != "among" or tokens[preposition.head].pos != "NOUN":
        return None
    some = _count(context, preposition.head)
    return some if some is not None and some != whole else None


def _right_after(context: SentenceContext, head: int) -> tuple[int, ...]:
    """Return the number right behind a verb that the parser tied to it by no object's arc ("the strike kills 4-5")."""
    tokens = context.sentence.tokens
    if tokens[head].pos != "VERB" or head + 1 >= len(tokens):
        return ()
    found = _count(context, head + 1)
    return (head + 1,) if found is not None and found.rule == "elided:bare" and found.span.start == tokens[head + 1].start else ()


def _flagged_part(mention: Mention) -> bool:
    return "part" in mention.key.split(";")


def _count(context: SentenceContext, i: int) -> Mention | None:
    found = context.headed(i, MentionKind.QUANTITY)
    return found if found is not None and found.key.startswith("people") else None
