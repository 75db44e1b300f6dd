"""Times: whether a date or duration that stands near an event's words says when the event was, or how long it took."""

from __future__ import annotations

from dateline.extract.arguments.ownership import anchor_tokens
from dateline.extract.context import SentenceContext
from dateline.extract.syntax import path_up
from dateline.extract.tolls import toll_count
from dateline.model.event import LISTED_MODALITIES, EventMention
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token

_TELLING = frozenset({"communication", "campaign"})
_BRIEF = frozenset({"attack", "accident"})
"""Families whose events take no months."""
_LONG = ("Y", "M", "W")
_BESIDE = frozenset({"after", "before", "since", "following", "until", "ahead", "despite"})
"""Prepositions under which a day is that of something else ("after the vote on 2 May")."""
_OF_DAY = frozenset("dawn dusk midnight midday noon sunset sunrise prayer daybreak nightfall hour o'clock".split())
_WITHIN = frozenset({"in", "during", "at", "by", "from", "on"})
_TAKES = frozenset({"take", "be"})
_CLAIMS = frozenset({":", "“", '"', "``"})
_PRINTED = frozenset("posted updated published modified created revised uploaded".split())
"""Words before the time at which a page was put up."""
_ANSWERS = frozenset("respond dispatch arrive call summon alert notify".split())
"""What help and police do once it has happened: the day is the event's, the minute is not."""
_REACTS = frozenset(
    (
        "meet demand condemn mourn investigate discuss schedule probe protest deplore denounce repudiate lament urge call "
        "commemorate remember visit review decry honor honour"
    ).split()
)
"""Verbs of what is done about an event later on: their day is not that of what they are about."""
_LATER = frozenset({"after", "since", "following", "once", "because", "although", "though", "until", "before"})


def tells_when(context: SentenceContext, mention: Mention, event: EventMention, family: str) -> bool:
    """Tell whether a date mention that stands by an event's words dates or measures that event."""
    if "cue=since" in mention.key:
        # "since 2019" opens a period; only a count over it is dated by it
        return family == "statistic"
    if mention.key.startswith("duration"):
        return _lasts(context, mention, event, family)
    if "direction=coming" in mention.key and event.modality in LISTED_MODALITIES:
        return False
    if family in _TELLING and _quoted(context, mention, event):
        return False
    if _put_up(context, mention):
        return False
    return not _of_another(context, mention, event, family) and not _above(context, mention, event, family)


def _put_up(context: SentenceContext, mention: Mention) -> bool:
    """Tell whether a date is when the page was put up ("Posted: Friday, ...", "Last updated 4 May")."""
    before = [t.lower for t in context.sentence.tokens if t.end <= mention.span.start][-3:]
    while before and before[-1] in (":", "on", "at", "-"):
        before.pop()
    return bool(before) and before[-1] in _PRINTED and (len(before) == 1 or ":" in before or before[0] == "last")


def _above(context: SentenceContext, mention: Mention, event: EventMention, family: str) -> bool:
    """Tell whether a date is that of a verb above the event, of what was done about it or after it."""
    sentence = context.sentence
    verb = next((t for t in sentence.ancestors(mention.head) if t.pos in ("VERB", "AUX")), None)
    own = set(anchor_tokens(context, event))
    if verb is None or verb.i in own or verb.lemma in context.frames.words["occur"] | _TAKES:
        return False
    if verb.lemma.lower() in _ANSWERS and mention.key.startswith("time"):
        return True
    if any(c.dep in ("nsubj", "nsubjpass", "dobj") and toll_count(context, c.i) is not None for c in sentence.children(verb.i)):
        # "the death toll rose to 31 on Wednesday"
        return True
    path = path_up(sentence, event.head, verb.i)
    if path is None:
        return False
    if verb.lemma.lower() in _REACTS and family not in _TELLING and mention.head < event.head:
        return True
    return any(_behind(context, token) for token in path)


def _behind(context: SentenceContext, token: Token) -> bool:
    """Tell whether a clause tells what lies before the verb above it ("rebuilt in 2012 after it was hit")."""
    if token.dep == "advcl":
        return any(c.dep == "mark" and c.lower in _LATER for c in context.sentence.children(token.i))
    return False


def _lasts(context: SentenceContext, mention: Mention, event: EventMention, family: str) -> bool:
    """Tell whether a duration is the event's: no "hours of Tuesday", "largest in 10 years" or "for months"."""
    tokens = context.sentence.tokens
    after = next((t.lower for t in tokens if t.start >= mention.span.end), "")
    if after == "of" or (event.type != "statistic" and "cue=in" in mention.key):
        return False
    value = mention.key.partition("value=")[2].split(" ")[0]
    return not (family in _BRIEF and ("X" in value or (value[-1:] in _LONG and "T" not in value)))


def _quoted(context: SentenceContext, mention: Mention, event: EventMention) -> bool:
    """Tell whether a date is in what a message says, and not when it was sent."""
    tokens = context.sentence.tokens
    return any(t.lower in _CLAIMS for t in tokens[event.head + 1 : mention.head])


def _of_another(context: SentenceContext, mention: Mention, event: EventMention, family: str) -> bool:
    """Tell whether a date belongs to a clause or noun between it and the event ("the road that was mined in May")."""
    tokens = context.sentence.tokens
    own = set(anchor_tokens(context, event))
    below = tokens[mention.head]
    for token in context.sentence.ancestors(mention.head):
        if token.i in own:
            return False
        if token.dep == "relcl" and token.head not in own and not _held_in(context, token.head, own):
            # "the robbery of a van, which was to take place in May": the parse cannot tell which noun it was
            return family in _TELLING or token.lemma not in context.frames.words["occur"] | _TAKES
        if token.lower in _BESIDE and token.pos in ("ADP", "SCONJ", "VERB") and below.i != token.i:
            timed = context.at(below.i, MentionKind.DATE) or below.lemma.lower() in _OF_DAY
            if not timed and below.pos in ("NOUN", "PROPN"):
                return True
        below = token
    return False


def _held_in(context: SentenceContext, noun: int, own: set[int]) -> bool:
    """Tell whether a noun is what the event happened in ("killed in an operation that began on Monday")."""
    tokens = context.sentence.tokens
    preposition = tokens[tokens[noun].head]
    return preposition.lower in _WITHIN and preposition.head in own
