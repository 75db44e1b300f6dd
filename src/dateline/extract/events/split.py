"""Splitting: one anchor that tells several events ("messages in January, May and October", "attacks on A and B")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.extract.context import SentenceContext
from dateline.extract.events.candidates import Candidate
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token
from dateline.model.span import Span

_JOINT = re.compile(
    r"\s*(?:,|;|and|,\s*and|as well as|&|,?\s*(?:and\s+)?(?:again\s+)?in|and\s+on)\s*(?:in|on|the)?\s*", re.IGNORECASE
)
_LINK = re.compile(r"\b(?:and|,)")


def distinguishing(context: SentenceContext, candidate: Candidate, text: str) -> list[Span]:
    """Return the argument spans that tell the events of a plural noun apart, or nothing if it tells one."""
    token = context.sentence.tokens[candidate.head]
    if candidate.verb or token.tag not in ("NNS", "NNPS"):
        return []
    dates = _coordinated([m for m in context.mentions if m.kind is MentionKind.DATE], text)
    if len(dates) > 1 and _near(context, token, dates[0]):
        return [m.span for m in dates]
    targets = _targets(context, candidate, text)
    return [m.span for m in targets] if len(targets) > 1 else []


def _coordinated(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Return the first run of mentions that only commas and conjunctions part."""
    run: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: m.span):
        if run and mention.span.start >= run[-1].span.end and _JOINT.fullmatch(text[run[-1].span.end : mention.span.start]):
            run.append(mention)
        elif len(run) > 1:
            break
        else:
            run = [mention]
    return run if len(run) > 1 else []


def _near(context: SentenceContext, anchor: Token, date: Mention) -> bool:
    """Tell whether a date hangs on the anchor: in its subtree, or in the clause of the verb above it."""
    head = context.sentence.tokens[date.head]
    above = {anchor.i, anchor.head}
    return any(t.i in above for t in context.sentence.ancestors(head.i))


def _targets(context: SentenceContext, candidate: Candidate, text: str) -> list[Mention]:
    """Return the coordinated named places or facilities under the anchor's "on", "in" or "at"."""
    sentence = context.sentence
    found: list[Mention] = []
    for c in sentence.children(candidate.head):
        if c.dep != "prep" or c.lower not in ("on", "in", "at", "against"):
            continue
        under = [sentence.tokens[i] for i in sentence.subtree(c.i)]
        for token in under:
            mention = context.headed(token.i, MentionKind.FACILITY) or context.headed(token.i, MentionKind.PLACE)
            if mention is not None and mention.head == token.i and mention not in found and _tops(context, token, c):
                found.append(mention)
        if found:
            break
    named = [m for m in found if m.kind is MentionKind.PLACE or m.key.endswith(":named")]
    kinds = {m.kind for m in named}
    return named if len(named) > 1 and len(kinds) == 1 and _LINK.search(text[named[0].span.end : named[-1].span.start]) else []


def _tops(context: SentenceContext, token: Token, prep: Token) -> bool:
    """Tell whether `token` is the object of `prep` or coordinated with it, however deep the coordination hangs."""
    for above in (token, *context.sentence.ancestors(token.i)):
        if above.i == prep.i:
            return True
        if above.dep not in ("pobj", "conj") and above.i != token.i:
            return False
        if above.i == token.i and above.dep == "pobj" and above.head != prep.i:
            return False
    return False
