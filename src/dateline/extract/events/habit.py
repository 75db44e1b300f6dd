"""Habits, trends and totals: words that tell of many events at once, and so of none in particular."""

from __future__ import annotations

import re

from dateline.extract.context import SentenceContext
from dateline.extract.events.candidates import Candidate
from dateline.model.document import ZoneKind
from dateline.model.event import Family
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token

_LONG = re.compile(r"\b(?:years?|months?|decades?|(?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:in |during |over )?(?:the )?(?:(?:last|this|past) year|(?:19|20)\d\d)", re.IGNORECASE)
_UNCOUNTED = frozenset({"sabotage", "violence", "shelling", "looting", "theft", "fighting", "vandalism", "destruction", "arson"})
_SPANS = frozenset({"date:stretch", "date:duration", "date:some-duration", "date:since-then", "date:habit", "date:each"})
_LASTING = frozenset({"kidnapping", "hostage-taking", "territory taken", "strike", "armed clash", "base set up"})
"""Of one event of these types, as of any in custody, "for months" may be said."""
_THROUGH = frozenset({"for", "over", "during", "throughout", "within"})
_VAGUE_DATES = frozenset({"date:vague", "date:past-or-future", "date:present"})
_GROWING = frozenset({"increase", "intensify", "escalate", "expand", "multiply", "double", "triple", "boost", "grow", "decrease"})
_GROWING_UP = frozenset({"step", "ramp"})
_UNTOLD = frozenset({"many", "dozens", "hundreds", "thousands", "numerous", "countless", "scores", "innumerable", "innocent"})
_SORTS = frozenset({"nature", "kind", "type", "sort"})
_TIMES = frozenset({"each", "every"})
_TOO_MANY = {"killed": 1000, "injured": 1000, "abducted": 1000, "arrested": 5000, "displaced": 100_000}
_MILLION = 1_000_000
_TALLY = 10
_NEAR = 10
_SEVERAL = frozenset({"several", "many", "numerous", "countless", "dozens", "hundreds"})
_SHOTS_COUNTED = frozenset({"armed attack", "execution"})
_WORDED = {"thousand": 1000, "thousands": 2000, "million": _MILLION, "millions": _MILLION}


def of_many(context: SentenceContext, candidate: Candidate) -> str:
    """Return the word by which a candidate tells of many events and of none in particular, or nothing."""
    token = context.sentence.tokens[candidate.head]
    clause = token if candidate.verb else _clause_of(context, token)
    if _each_time(context):
        return "each time"
    if span := _long_span(context, candidate, token, clause):
        return span.text.lower()
    if not candidate.verb and (cue := _of_noun(context, token, clause)):
        return cue
    if candidate.verb and (cue := _of_verb(context, candidate, token)):
        return cue
    return _total(context, candidate)


def _clause_of(context: SentenceContext, noun: Token) -> Token:
    """Return the verb a noun is said under, or the noun itself."""
    return next((t for t in context.sentence.ancestors(noun.i) if t.pos in ("VERB", "AUX")), noun)


def _each_time(context: SentenceContext) -> bool:
    tokens = context.sentence.tokens
    return any(
        (a.lower in _TIMES and b.lower == "time") or a.lower == "whenever" for a, b in zip(tokens, tokens[1:], strict=False)
    )


def _long_span(context: SentenceContext, candidate: Candidate, token: Token, clause: Token) -> Mention | None:
    """Return the period of months or years that the candidate's clause is said to fill ("for months", "since 2018")."""
    tokens = context.sentence.tokens
    for mention in context.mentions:
        if mention.kind is not MentionKind.DATE or not 0 <= mention.head < len(tokens):
            continue
        before = next((t.lower for t in reversed(tokens) if t.end <= mention.span.start), "")
        since = before == "since" or mention.text.lower().startswith("since")
        filled = before in _THROUGH or mention.rule == "date:stretch" or since or mention.rule in ("date:habit", "date:each")
        if not filled or not (since or mention.rule in _SPANS) or not (since or _LONG.search(mention.text)):
            continue
        if before in ("for", "over") and (candidate.frame.family is Family.CUSTODY or candidate.frame.type in _LASTING):
            continue
        if since and (not _LONG.search(mention.text) or not _perfect(context, clause, token)):
            continue
        if _governs(context, mention, token, clause) and not _dated(context, mention):
            return mention
    return None


def _governs(context: SentenceContext, mention: Mention, token: Token, clause: Token) -> bool:
    """Tell whether a date is said of the clause or of the noun itself, and not of some other clause."""
    for above in context.sentence.ancestors(mention.head):
        if above.i in (token.i, clause.i):
            return True
        if above.pos in ("VERB", "AUX"):
            # "has been fighting for years, killing ...", "has fought and killed for years"
            return clause.dep in ("advcl", "conj", "xcomp") and clause.head == above.i
    return False


def _perfect(context: SentenceContext, clause: Token, token: Token) -> bool:
    if any(c.dep == "aux" and c.lemma == "have" for c in context.sentence.children(clause.i)):
        return True
    return clause.tag == "VBN" and clause.dep in ("acl", "amod", "ROOT", "conj") or clause.i == token.i and token.pos == "NOUN"


def _dated(context: SentenceContext, but: Mention | None = None) -> bool:
    """Tell whether the sentence has a date that is more than "now" and the like, and no period of months."""
    return any(
        m.kind is MentionKind.DATE
        and m is not but
        and m.rule not in _VAGUE_DATES
        and not (m.rule in _SPANS and _LONG.search(m.text))
        for m in context.mentions
    )


def _of_noun(context: SentenceContext, token: Token, clause: Token) -> str:
    """Read "has increased its shelling", "attacks of this nature"."""
    sentence = context.sentence
    if token.tag == "NN" and _yearly(context, token):
        return "year"
    if token.tag == "NNS" and _monthly(context, token):
        return "month"
    for c in sentence.children(token.i):
        if c.dep == "prep" and c.lower == "of" and any(o.lemma.lower() in _SORTS for o in sentence.children(c.i)):
            return c.lower
    lemma = clause.lemma.lower()
    up = lemma in _GROWING_UP and any(c.lower == "up" for c in sentence.children(clause.i))
    if (lemma in _GROWING or up) and not _dated(context) and _argument_of(context, token, clause):
        return lemma
    if lemma == "use" and _standing_use(context, clause):
        return lemma
    present = clause.tag in ("VBP", "VBZ", "VB") and not any(c.dep in ("aux", "auxpass") for c in sentence.children(clause.i))
    if present and sentence.zone is ZoneKind.BODY and _argument_of(context, token, clause):
        plural = token.tag == "NNS" and not any(c.dep in ("det", "poss", "nummod") for c in sentence.children(token.i))
        subject = token.dep in ("nsubj", "nsubjpass")
        if plural and subject and clause.lemma not in ("continue", "rage", "be") and not _dated(context):
            return clause.lower
    return ""


def _yearly(context: SentenceContext, token: Token) -> bool:
    """Read "losses last year due to sabotage": a noun without an article, and no date but the year."""
    dates = [m for m in context.mentions if m.kind is MentionKind.DATE and m.rule not in _VAGUE_DATES]
    if token.lemma.lower() not in _UNCOUNTED or not dates or not all(_YEAR.fullmatch(m.text.strip()) for m in dates):
        return False
    return not any(c.dep in ("det", "poss") for c in context.sentence.children(token.i))


def _monthly(context: SentenceContext, token: Token) -> bool:
    """Read "the confrontations in January": more than one, on no day."""
    months = [c for c in context.sentence.children(token.i) if c.dep == "prep" and c.lower in ("in", "during")]
    under = {o.i for c in months for o in context.sentence.children(c.i)}
    return any(m.rule == "date:month" and m.head in under for m in context.mentions)


def _argument_of(context: SentenceContext, token: Token, clause: Token) -> bool:
    """Tell whether a noun is the subject or object of a verb, or coordinated with it, or named as part of it."""
    for above in (token, *context.sentence.ancestors(token.i)):
        if above.head == clause.i:
            return above.dep in ("dobj", "nsubj", "nsubjpass")
        linked = above.dep in ("conj", "pobj", "appos") or (above.dep == "prep" and above.lower in ("including", "like", "as"))
        if not linked or (above.dep == "pobj" and context.sentence.tokens[above.head].lower not in ("including", "like", "as")):
            return False
    return False


def _standing_use(context: SentenceContext, verb: Token) -> bool:
    """Tell whether somebody "has used drones to attack": a way of fighting, not a fight."""
    children = list(context.sentence.children(verb.i))
    return any(c.dep == "aux" and c.lemma == "have" for c in children) or verb.tag in ("VBZ", "VBP")


def _of_verb(context: SentenceContext, candidate: Candidate, token: Token) -> str:
    """Read "has used drones to attack", "murderers who have killed many judges"."""
    sentence = context.sentence
    governor = sentence.tokens[token.head]
    if governor.lemma == "use" and token.dep in ("xcomp", "advcl") and _standing_use(context, governor):
        return "use"
    have = any(c.dep == "aux" and c.lemma == "have" for c in sentence.children(token.i))
    if have and candidate.frame.type not in _SHOTS_COUNTED and _several_times(context, token):
        return "times"
    if token.tag == "VBG" and _against_own(context, token):
        return "own"
    if have and not _dated(context):
        if _untold(context, candidate):
            return "have"
        if token.dep == "relcl" and sentence.tokens[token.head].tag == "NNS" and not _exact(context, candidate):
            return "have"
    return ""


def _untold(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether the victims are many and no more is said ("have killed many judges")."""
    dying = candidate.roles.agents if candidate.frame.agent_outcome is not None else ()
    for i in (*candidate.roles.patients, *dying):
        words = {context.sentence.tokens[i].lower, *(c.lower for c in context.sentence.children(i))}
        if words & _UNTOLD:
            return True
    return False


def _several_times(context: SentenceContext, token: Token) -> bool:
    """Read "has bombed convoys several times"."""
    return any(
        c.lower == "times" and any(g.lower in _SEVERAL for g in context.sentence.children(c.i))
        for c in context.sentence.children(token.i)
    )


def _against_own(context: SentenceContext, token: Token) -> bool:
    """Read "they are killing their own people": a reproach, and no deed."""
    children = list(context.sentence.children(token.i))
    present = any(c.dep == "aux" and c.lower in ("are", "is", "'re", "'s") for c in children)
    return present and any(
        c.dep == "dobj" and c.tag == "NNS" and any(g.lower == "own" for g in context.sentence.children(c.i)) for c in children
    )


def _exact(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether a victim is counted, named or pointed at."""
    tokens = context.sentence.tokens
    for i in candidate.roles.patients:
        children = list(context.sentence.children(i))
        if any(c.dep in ("nummod", "poss", "det") for c in children) or tokens[i].pos in ("PROPN", "PRON", "NUM"):
            return True
    return False


def _total(context: SentenceContext, candidate: Candidate) -> str:
    """Read the toll of a war ("the killing of 70,000 people") and a tally ("Hasakah: 21 attacks")."""
    sentence = context.sentence
    token = sentence.tokens[candidate.head]
    plural = token.tag == "NNS"
    counted = plural or candidate.frame.outcome_only
    own = next((_plain(c.text) for c in sentence.children(token.i) if c.dep == "nummod" and counted), 0)
    outcome = candidate.frame.outcome or candidate.frame.agent_outcome
    if outcome is not None and outcome.value in _TOO_MANY:
        sufferers = candidate.roles.patients if candidate.frame.outcome is not None else candidate.roles.agents
        most = max([own, *(_number(context, i) for i in sufferers)])
        if most >= _TOO_MANY[outcome.value]:
            return str(most)
    if not candidate.frame.outcome_only and not candidate.verb and plural and not _dated(context):
        aimed = any(c.dep == "prep" and c.lower in ("on", "against", "at") for c in sentence.children(token.i))
        plain = aimed and not _perfect(context, _clause_of(context, token), token)
        return str(own) if own >= _TALLY and not plain else ""
    return ""


def _number(context: SentenceContext, i: int) -> int:
    """Return the largest number said of a token; "thousands" and "half a million" are too many for one event."""
    if context.at(i, MentionKind.DATE):
        return 0
    words = {context.sentence.tokens[i].lower, *(c.lower for c in context.sentence.children(i))}
    words |= {g.lower for c in context.sentence.children(i) if c.dep == "nummod" for g in context.sentence.children(c.i)}
    said = max((n for word, n in _WORDED.items() if word in words), default=0)
    return max(said, *(_plain(c.text) for c in (context.sentence.tokens[i], *context.sentence.children(i))))


def among_many(context: SentenceContext, candidate: Candidate) -> bool:
    """Tell whether a candidate is named as a kind of many counted things ("223 operations, including shelling")."""
    tokens = context.sentence.tokens
    for t in (tokens[candidate.head], *context.sentence.ancestors(candidate.head)):
        if t.lower == "including":
            # the parser often hangs it on the place between
            near = [n for n in tokens[max(0, t.i - _NEAR) : t.i] if n.tag == "NNS"]
            return any(_plain(c.text) >= _TALLY for n in near for c in context.sentence.children(n.i) if c.dep == "nummod")
    return False


def _plain(word: str) -> int:
    digits = word.replace(",", "").replace(".", "")
    return int(digits) if digits.isdecimal() and len(digits) < 10 else 0
