"""Gerunds: "police firing" as one noun, where the parser takes it for police who fire ("two were killed in police firing")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.parse import Token

_GERUNDS = frozenset({"firing", "shelling"})
_LEADING = frozenset({"in", "during", "after", "following", "to", "from", "of", "by", "the", "this", "that", "and"})
_NOMINAL = frozenset({"pobj", "nsubj", "nsubjpass", "dobj"})
_OBJECTS = frozenset({"dobj", "aux", "auxpass", "nsubj"})


def compounded(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with such a gerund as the head of its noun."""
    gerunds = [t for t in tokens if t.tag == "VBG" and t.lower in _GERUNDS]
    found = [t.i for t in gerunds if _is_noun(tokens, t)]
    plain = [t for t in gerunds if t.dep in _NOMINAL and any(tokens[j].dep == "compound" for j in t.children)]
    if not found and not plain:
        return tokens
    out = list(tokens)
    for gerund in plain:
        out[gerund.i] = replace(gerund, lemma=gerund.lower, pos="NOUN", tag="NN")
    for i in found:
        noun, gerund = out[i - 1], out[i]
        root = noun.head == noun.i
        out[i] = replace(gerund, lemma=gerund.lower, pos="NOUN", tag="NN", dep=noun.dep, head=i if root else noun.head)
        out[i - 1] = replace(noun, dep="compound", head=i)
        for j in noun.children:
            if j != i:
                out[j] = replace(out[j], head=i)
    return _with_children(out)


def _is_noun(tokens: Sequence[Token], gerund: Token) -> bool:
    """Tell whether a bare noun stands right before a gerund without an object, after a preposition or article or at the start."""
    i = gerund.i
    noun = tokens[i - 1]
    if not i or noun.tag not in ("NN", "NNS", "NNP"):
        return False
    led = noun.dep == "pobj" and noun.head == i - 2
    if not (gerund.dep == "acl" and gerund.head == i - 1) and not (gerund.dep == "advcl" and led):
        return False
    if any(tokens[j].dep in _OBJECTS for j in gerund.children):
        return False
    return i == 1 or tokens[i - 2].lower in _LEADING


def _with_children(tokens: Sequence[Token]) -> tuple[Token, ...]:
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return tuple(replace(token, children=tuple(children[token.i])) for token in tokens)
