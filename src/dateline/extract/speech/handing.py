"""Outlets named last: "..., reports Dawn", "... on Monday reports The Hindu", also where the full stops were lost.

All of the sentence before is the outlet's; what follows, with or without a full stop between, is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.extract.context import SentenceContext
from dateline.model.event import Attribution, Certainty, Speaker
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token
from dateline.model.span import Span
from dateline.resources.actors import load_register

RULE = "outlet last"
_VERBS = frozenset({"reports", "reported"})
_OTHER_VERBS = frozenset({"said", "says", "quoting", "citing"})
_STOPS = frozenset({",", "”", '"', "''", "-", "--", "–", "—"})
_AFTER = frozenset({".", ",", ";", ")", "”", '"', "on", "adding", "adds", "quoting", "citing", "today", "yesterday", "here"})
_NOT_BEFORE = frozenset("that who which to and or of the a an latest media news press further initial police some".split())
_PAPER = frozenset(
    "times post express tribune news star herald standard excelsior telegraph chronicle gazette mail guardian journal sentinel "
    "statesman observer nation independent pioneer press daily today tv radio sun mirror patriot".split()
)
_OPENERS = frozenset({"DET", "ADP", "PRON", "NUM", "SCONJ", "ADV", "CCONJ", "VERB", "AUX"})
_LONGEST = 5
_FIRST = 4
"""Tokens that at least stand before the verb."""


@dataclass(frozen=True, slots=True)
class _Name:
    """The name of an outlet by its first and last token, and the mention of it if that is as long."""

    first: int
    last: int
    mention: Mention | None
    known: bool


def handed_on(context: SentenceContext, text: str) -> Iterator[Attribution]:
    """Yield the attributions to outlets named after their verb."""
    tokens = context.sentence.tokens
    begin = 0
    for token in tokens[_FIRST:-1]:
        if token.lower not in _VERBS and token.lower not in _OTHER_VERBS:
            continue
        before = tokens[token.i - 1]
        name = None if before.lower in _NOT_BEFORE or before.pos in ("PRON", "AUX") else _name(context, token.i + 1)
        if name is None or token.i <= begin or not _inverted(context, token, name):
            continue
        span = Span(tokens[name.first].start, tokens[name.last].end)
        speaker = Speaker(span, context.printed(span, text), token.text, name.mention)
        certainty = Certainty(context.frames.speech["verbs"].get(token.lemma.lower(), "reported"))
        end = tokens[token.i - 2].end if before.text in _STOPS else before.end
        yield Attribution(Span(tokens[begin].start, end), context.sentence.index, (speaker,), certainty, RULE)
        begin = min(name.last + 1, len(tokens) - 1)


def _inverted(context: SentenceContext, token: Token, name: _Name) -> bool:
    """Tell whether the name is who reports, not what is reported."""
    tokens = context.sentence.tokens
    before = tokens[token.i - 1]
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    ends = after is None or after.lower in _AFTER or after.text[:1].isupper()
    set_off = before.text in _STOPS or before.text == ")" or bool(context.at(before.i, MentionKind.DATE))
    if token.lower in _OTHER_VERBS:
        return name.known and name.mention is not None and before.text in _STOPS and ends
    if name.known:
        subject = any(m.kind is MentionKind.OUTLET for m in context.at(before.i))
        return ends and not subject and (set_off or token.lower == "reports" or after is None)
    return set_off and ends and (after is None or after.text in (".", ";", ",") or after.pos in _OPENERS)


def _name(context: SentenceContext, i: int) -> _Name | None:
    """Return the name that begins at token `i`: an outlet known or by the word it ends in, or some other name."""
    tokens = context.sentence.tokens
    if not tokens[i].text[:1].isupper():
        return None
    for j in range(i, min(i + 4, len(tokens))):
        found = [m for m in context.at(j, MentionKind.OUTLET) if m.span.start <= tokens[j].start]
        if found:
            last = max(t.i for t in context.sentence.tokens_in(found[0].span))
            whole = j == i or (j == i + 1 and tokens[i].lower == "the")
            return _with_of(tokens, i, last, found[0] if whole else None)
        if not tokens[j].text[:1].isupper():
            break
    last = i
    while last - i < _LONGEST and last + 1 < len(tokens) and (last == i or tokens[last].lower not in _PAPER):
        follows = tokens[last + 1]
        if not follows.text[:1].isupper() or (follows.pos in _OPENERS and (last > i or tokens[i].lower != "the")):
            break
        last += 1
    if tokens[last].lower in _PAPER:
        named = _with_of(tokens, i, last, None)
        if named.last > i:
            return named
    if tokens[i].text in _one_word():
        # "Dawn" is an hour as well
        return _Name(i, i, None, True)
    if context.at(i, MentionKind.DATE) or (tokens[i].lower == "the" and last == i):
        return None
    return _Name(i, last, None, False)


@lru_cache(maxsize=1)
def _one_word() -> frozenset[str]:
    """Return the outlets whose name is one word."""
    return frozenset(name for name in load_register().outlets["names"] if name.isalpha() and len(name) > 2)


def _with_of(tokens: Sequence[Token], first: int, last: int, mention: Mention | None) -> _Name:
    """Return a name with the "of" that goes on with it ("The Times of India")."""
    if last + 2 < len(tokens) and tokens[last + 1].lower == "of" and tokens[last + 2].text[:1].isupper():
        return _Name(first, last + 2, None, True)
    return _Name(first, last, mention, True)


def with_handed_on(found: list[Attribution], handed: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with those to outlets named last in place of what the parser made of the same verb."""
    cues = {source.chain[-1].cue for source in handed}
    kept = [a for a in found if all(s.cue not in cues for s in a.chain)]
    for source in handed:
        kept = [_outside(a, source) for a in kept]
    return [*kept, *handed]


def _outside(attribution: Attribution, source: Attribution) -> Attribution:
    """Return an attribution whose content ends where an outlet's name and its verb stand inside it."""
    content, end = attribution.content, source.content.end
    if content.start < end < content.end and not any(s.span.start >= end for s in attribution.chain):
        return replace(attribution, content=Span(content.start, end))
    return attribution
