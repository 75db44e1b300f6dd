"""Ownership: to which event of a sentence each of its words belongs, by distance in the parse."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from dateline.extract.context import SentenceContext
from dateline.model.event import EventMention
from dateline.model.parse import Token

SAYING = -1
"""Owner of what belongs to a verb of saying ("police said on Monday")."""

_FAR = frozenset({"relcl", "ccomp", "advcl", "parataxis", "acl", "csubj"})
_FAR_COST, _CONJ_COST, _NEAR_COST = 3, 2, 1
# Going down from an event to its dependents is the normal way; going up leaves its clause.
_UP_COST = 2


def owners(context: SentenceContext, events: Sequence[EventMention]) -> list[tuple[int, int]]:
    """Return for each token the index of the event that owns it, or SAYING, with the distance.

    `events` are those of the sentence. Ties go to the event that comes first in the text.
    """
    sentence = context.sentence
    heap: list[tuple[int, int, int]] = []
    for n, event in enumerate(events):
        for i in anchor_tokens(context, event):
            heapq.heappush(heap, (0, n, i))
    taken = {i for _, _, i in heap}
    for token in sentence.tokens:
        if token.i not in taken and _says(context, token):
            heapq.heappush(heap, (0, len(events), token.i))
    best: dict[int, tuple[int, int]] = {}
    while heap:
        cost, owner, i = heapq.heappop(heap)
        if i in best:
            continue
        best[i] = (owner, cost)
        token = sentence.tokens[i]
        for c in sentence.children(i):
            if c.i not in best:
                heapq.heappush(heap, (cost + _arc(c), owner, c.i))
        if token.head not in best:
            heapq.heappush(heap, (cost + _arc(token) + _UP_COST, owner, token.head))
    nobody = (SAYING, 99)
    found = (best.get(t.i, nobody) for t in sentence.tokens)
    return [(SAYING if owner == len(events) else owner, cost) for owner, cost in found]


def anchor_tokens(context: SentenceContext, event: EventMention) -> list[int]:
    """Return the tokens an event stands on: its anchor, its results, and the light verb above a noun."""
    out = [event.head, *(i for i, _ in event.results)]
    governor = light_verb(context, event.head)
    return [*out, governor.i] if governor is not None else out


def light_verb(context: SentenceContext, head: int) -> Token | None:
    """Return the verb that only says that a noun's event took place ("carried out an attack"), if there is one."""
    token = context.sentence.tokens[head]
    governor = context.sentence.tokens[token.head]
    words = context.frames.words
    if token.pos not in ("NOUN", "PROPN") or governor.pos not in ("VERB", "AUX"):
        return None
    lemma = governor.lemma.lower()
    if token.dep in ("dobj", "nsubjpass", "oprd") and (lemma in words["light"] or lemma in words["suffer"]):
        return governor
    if token.dep in ("nsubj", "nsubjpass", "attr") and (lemma in words["occur"] or lemma == "be"):
        return governor
    return None


def _arc(token: Token) -> int:
    if token.dep in _FAR:
        return _FAR_COST
    return _CONJ_COST if token.dep == "conj" and token.pos in ("VERB", "AUX") else _NEAR_COST


def _says(context: SentenceContext, token: Token) -> bool:
    if token.pos != "VERB" or token.lemma not in context.frames.words["say"]:
        return False
    return any(c.dep in ("ccomp", "parataxis", "mark") for c in context.sentence.children(token.i)) or token.dep in (
        "parataxis",
        "ccomp",
    )
