"""Statistics: counts of events or victims over a period, never told as an incident."""

from __future__ import annotations

import re

from dateline.extract.context import SentenceContext
from dateline.extract.events.candidates import Candidate
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token

_PERIOD = re.compile(
    r"(?:(?:in|during|throughout|over|for|since)\s+)?(?:the\s+)?(?:(?:last|this|past|previous|first|same)\s+)?(?:year|decade|month|\w+\s+(?:years|months|decades)"
    r"|(?:year\s+)?(?:19|20)\d\d|(?:first|second)\s+half\s+of.*)(?:\s+alone|\s+so\s+far)?",
    re.IGNORECASE,
)
_COUNTED = frozenset(
    (
        "attack bombing incident killing case airstrike strike raid protest demonstration kidnapping abduction operation murder "
        "assassination death explosion clash confrontation violation arrest riot assault"
    ).split()
)
_WEEK = re.compile(
    r"(?:(?:in|during|over)\s+)?(?:this|last|the\s+last|the\s+past|the)\s+(?:week|weekend|month)"
    r"|(?:in\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
_LONG_WHILE = re.compile(r"(?:in|over|during)?\s*the\s+(?:last|past)\s+(?:month|year)", re.IGNORECASE)
_THROUGHOUT = frozenset({"throughout", "nationwide", "countrywide"})
_SEPARATE = frozenset({"separate", "various", "unrelated"})
_OCCURRENCES = frozenset({"incident", "attack", "shooting"})
_LEAST = 3
_MASS = 100


def is_statistic(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether a candidate is a count over a period: "288 attacks last year", "400 people have been killed since May"."""
    token = context.sentence.tokens[candidate.head]
    if _in_weeks(context, candidate, token) or _in_separate(context, candidate, token):
        return True
    period = _period(context)
    if period is None:
        return False
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


def _in_weeks(context: SentenceContext, candidate: Candidate, token: Token) -> bool:
    """Tell whether a candidate counts what happened in some weeks: "five ambushes this week", "386 clashes in January"."""
    dates = [m for m in context.mentions if m.kind is MentionKind.DATE]
    if len(dates) != 1:
        return False
    text = dates[0].text.strip()
    if not candidate.verb:
        counts = [_amount(c.text) for c in context.sentence.children(token.i) if c.dep == "nummod"]
        return token.tag == "NNS" and bool(counts) and max(counts) >= _LEAST and _WEEK.fullmatch(text) is not None
    most = max((_amount(c.text) for i in candidate.roles.patients for c in context.sentence.children(i)
                if c.dep == "nummod" and c.text[:1].isdigit()), default=0)  # fmt: skip
    if most >= _MASS and _LONG_WHILE.fullmatch(text) is not None:
        return True
    if most < _LEAST or _WEEK.fullmatch(text) is None:
        return False
    return any(t.lower in _THROUGHOUT or (t.tag == "NNS" and t.lemma in _COUNTED) for t in context.sentence.tokens)


def _in_separate(context: SentenceContext, candidate: Candidate, token: Token) -> bool:
    """Tell whether victims are added up over deeds that are not told ("six people were killed in separate incidents")."""
    if not (candidate.verb and candidate.frame.generic and candidate.frame.outcome is not None):
        return False
    sentence = context.sentence
    for c in sentence.children(token.i):
        if c.dep == "prep" and c.lower == "in":
            for o in sentence.children(c.i):
                words = {g.lower for g in sentence.children(o.i)}
                if o.tag == "NNS" and o.lemma in _OCCURRENCES and words & _SEPARATE:
                    return True
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
