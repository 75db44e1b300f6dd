"""Opening: the day and town that a report gives the act of violence it opens with, outside that act's own sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model.document import ZoneKind
from dateline.model.event import EventMention
from dateline.model.layer import MENTIONS, PLACES, SENTENCES, AnnotatedDocument
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence, Token
from dateline.model.resolution import PlacePrecision, PlaceValue
from dateline.resources.gazetteer import Gazetteer

TOLD_AFTER = "told after"
"""Rule of days told in a sentence that goes on with the act before it ("It happened on Sunday")."""
HOME = "local report"
"""Rule of towns that a report comes from or whose police it quotes."""
_AFTER = 4
"""Sentences after an act in which it may be said when it was."""
_LATER = 10
"""The same where no other day is told in between."""
_TOP = 6
"""Sentences at the top of a report in which its police are named."""
_DAYS = frozenset(
    "date:weekday date:month-day date:month-day-year date:day-month date:day-month-year date:today date:tonight "
    "date:which-time-of-day".split()
)
_IT = frozenset({"it", "this", "that", "incident", "shooting", "attack", "gunfire", "accident", "shots"})
_HAPPEN = frozenset({"happen", "occur", "take", "unfold", "begin", "start", "ring", "break", "erupt"})
_CALLED = frozenset({"respond", "dispatch", "call", "summon", "alert", "rush", "receive", "arrive", "get"})
_HELP = frozenset("police officer deputy trooper paramedic medic crew firefighter authority department dispatcher".split())
_LOCAL = frozenset("police officer deputy sheriff department authority firefighter detective".split())


def day_after(sentences: Sequence[Sentence], dates: Mapping[int, Sequence[Mention]], act: EventMention) -> Mention | None:
    """Return the day on which the act was, where one of the sentences after it says nothing but that, or when help came."""
    for n in range(act.sentence, min(act.sentence + _LATER + 1, len(sentences))):
        days = [m for m in dates.get(n, ()) if is_day(m)]
        told = next((m for m in days if _of_it(sentences[n], m.head)), None)
        if told is not None or (days and n > act.sentence + _AFTER):
            return told
    return None


def is_day(mention: Mention) -> bool:
    """Tell whether a date mention names a day, not a stretch or a time of the day alone."""
    return mention.rule in _DAYS


def town_after(annotated: AnnotatedDocument, act: EventMention) -> Mention | None:
    """Return the town where the act was, where one of the sentences after it says that it happened or help was called there."""
    sentences = annotated[SENTENCES]
    for resolution in sorted(annotated[PLACES], key=lambda r: r.mention.span):
        mention, value = resolution.mention, resolution.value
        near = act.sentence <= mention.sentence <= act.sentence + _AFTER and mention.kind is MentionKind.PLACE
        if near and value is not None and value.precision is PlacePrecision.TOWN and mention.rule != "dateline":
            token = sentences[mention.sentence].tokens[mention.head]
            if token.dep == "pobj" and _of_it(sentences[mention.sentence], mention.head):
                return mention
    return None


def _of_it(sentence: Sentence, i: int) -> bool:
    """Tell whether a date or place is that on which or where "it happened" or officers were called."""
    verb = next((t for t in sentence.ancestors(i) if t.pos in ("VERB", "AUX")), None)
    if verb is None or verb.dep == "relcl":
        return False
    if any(c.dep in ("neg", "mark") or c.lower == "had" for c in sentence.children(verb.i)):
        return False
    subjects = _subjects(sentence, verb)
    if "they" in subjects and verb.dep == "ccomp":
        subjects |= _subjects(sentence, sentence.tokens[verb.head])  # "deputies say they were called on Sunday"
    lemma = verb.lemma.lower()
    return (lemma in _HAPPEN and bool(subjects & _IT)) or (lemma in _CALLED and bool(subjects & _HELP))


def _subjects(sentence: Sentence, verb: Token) -> set[str]:
    return {c.lemma.lower() for c in sentence.children(verb.i) if c.dep in ("nsubj", "nsubjpass")}


def home(annotated: AnnotatedDocument) -> Mention | None:
    """Return the town of a local report: of its dateline, of the police it quotes, of its headline, and no national capital."""
    sentences = annotated[SENTENCES]
    headline: Mention | None = None
    for resolution in sorted(annotated[PLACES], key=lambda r: r.mention.span):
        mention, value = resolution.mention, resolution.value
        if value is None or value.precision is not PlacePrecision.TOWN or mention.kind is MentionKind.FACILITY or _capital(value):
            continue
        if mention.rule == "dateline" or (mention.sentence < _TOP and _of_police(sentences[mention.sentence], mention)):
            return mention
        if headline is None and sentences[mention.sentence].zone is ZoneKind.TITLE:
            headline = mention
    return headline


def _of_police(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a place is that of a local authority: "Marlow police", "the Marlow Fire Department"."""
    token: Token = sentence.tokens[mention.head]
    while token.dep in ("compound", "nmod", "poss") and token.head > token.i:
        token = sentence.tokens[token.head]
    return token.i != mention.head and token.lemma.lower() in _LOCAL


def _capital(value: PlaceValue) -> bool:
    record = Gazetteer.open().by_id(value.gazetteer_id) if value.gazetteer_id else None
    return record is None or record.kind == "capital"


def by_sentence(annotated: AnnotatedDocument) -> dict[int, list[Mention]]:
    """Return the date mentions of each sentence."""
    out: dict[int, list[Mention]] = {}
    for mention in annotated[MENTIONS]:
        if mention.kind is MentionKind.DATE:
            out.setdefault(mention.sentence, []).append(mention)
    return out
