"""Statistics: counts of events or victims over a period, never told as an incident."""

from __future__ import annotations

import re

from dateline.extract.context import SentenceContext
from dateline.extract.events.candidates import Candidate
from dateline.model.mention import Mention, MentionKind

_PERIOD = re.compile(
    r"(?:(?:in|during|throughout|over|for|since)\s+)?(?:the\s+)?(?:(?:last|this|past|previous|first|same)\s+)?(?:year|decade|month|\w+\s+(?:years|months|decades)"
    r"|(?:year\s+)?(?:19|20)\d\d|(?:first|second)\s+half\s+of.*)(?:\s+alone|\s+so\s+far)?",
    re.IGNORECASE,
)
_COUNTED = frozenset(
    (
        "attack bombing incident killing case airstrike strike raid protest demonstration kidnapping abduction operation murder "
        "assassination death explosion clash violation arrest riot assault"
    ).split()
)
_LEAST = 3


def is_statistic(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether a candidate is a count over a period: "288 attacks last year", "400 people have been killed since May"."""
    period = _period(context)
    if period is None:
        return False
    token = context.sentence.tokens[candidate.head]
    if not candidate.verb and token.lemma in _COUNTED and token.tag == "NNS":
        return any(c.dep == "nummod" and _amount(c.text) >= _LEAST for c in context.sentence.children(token.i)) or _quantified(
            context, token.i
        )
    since_then = any(t.lower == "since" for t in context.sentence.tokens)
    if candidate.verb and candidate.frame.outcome is not None and (candidate.frame.generic or since_then):
        counted = any(context.at(i, MentionKind.QUANTITY) for i in (*candidate.roles.patients, *candidate.roles.agents))
        perfect = any(c.dep == "aux" and c.lemma == "have" for c in context.sentence.children(token.i))
        return counted and (perfect or not since_then) and not _other_date(context, period)
    return False


def _period(context: SentenceContext) -> Mention | None:
    for mention in context.mentions:
        if mention.kind is not MentionKind.DATE:
            continue
        before = [t.lower for t in context.sentence.tokens if t.end <= mention.span.start][-1:]
        if _PERIOD.fullmatch(mention.text.strip()) or before == ["since"] or mention.text.lower().startswith("since"):
            return mention
    return None


def _other_date(context: SentenceContext, period: Mention) -> bool:
    return any(m.kind is MentionKind.DATE and m is not period for m in context.mentions)


def _quantified(context: SentenceContext, i: int) -> bool:
    return any(m.head == i and _amount(m.text.split()[0]) != 1 for m in context.at(i, MentionKind.QUANTITY))


def _amount(word: str) -> int:
    digits = word.replace(",", "")
    return (
        int(digits)
        if digits.isdecimal() and len(digits) < 10
        else (_LEAST if word[:1].isalpha() and word.lower() not in ("one", "two", "a") else 0)
    )
