"""Narrative: the place and date that a sentence takes over from the one before it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.extract.arguments import opening
from dateline.model.document import ZoneKind
from dateline.model.event import LISTED_MODALITIES, Argument, EntryKind, EventMention, Family, Polarity, Role
from dateline.model.layer import EVENTS, MENTIONS, PLACES, SENTENCES, AnnotatedDocument
from dateline.model.mention import POINTED, Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.resolution import PlacePrecision, PlaceValue
from dateline.resources.codebook import load_codebook

_REACH = 2
"""Sentences of the same paragraph over which a story carries its place and date."""
_CARRIED = 0.5
_RUN_IN = 0.6
_HEADING_WORDS = 14
_FROM_DATELINE = 0.45
_FROM_LEAD = 0.45
_TOLD_AFTER = 0.5
_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.ADMIN1})
_LEAD = 3
"""Sentences at the top of a report, the headline among them, that say what it is about."""
_STILL = 8
_SAME_M = 15_000.0
_AT_HOME = 0.75
"""Share of a report's other place names in the country it was filed from, below which that tells nothing of its events."""
_FINE = frozenset(
    {PlacePrecision.TOWN, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.FACILITY, PlacePrecision.NEAR, PlacePrecision.UNRESOLVED}
)
_VIOLENT = frozenset({Family.ATTACK, Family.BATTLE, Family.ACCIDENT, Family.UNREST})
"""Families of which one's place is the next one's too, as the story goes on."""
_CARRIED_ROLES = (Role.PLACE, Role.DATE)
_TYPES = load_codebook().types
_PLACELESS = frozenset(t.name for t in _TYPES.values() if t.kind in (EntryKind.COMMUNICATION, EntryKind.CAMPAIGN))
"""Types whose place is told with them or not at all: a message is not sent from where the last attack was."""
_NO_POINT = ("duration", "vague", "set", "stretch")
"""Date mentions that do not tell when."""
_GOES_ON = frozenset({"soon after", "after this", "after that", "shortly after", "shortly afterwards", "then ,", "afterwards ,"})
_TURNS = frozenset("meanwhile elsewhere separately previously earlier since".split())
"""Adverbs that turn to another event at the start of a sentence."""
_ONE_MORE = frozenset("another other second third fourth previous prior similar separate also recent past different".split())
_OF_DAY = frozenset({"today", "in", "that", "this", "on"})
"""What may follow "earlier" without leaving the event."""
_OPENING = 4
_UNITS = frozenset("minute hour day week month year night".split())
_SHIFTS = frozenset({"ago", "before", "earlier", "later", "after"})


def carry_over(annotated: AnnotatedDocument, arguments: list[Argument]) -> list[Argument]:
    """Return the arguments with those added that an actual event takes over from the last one of its paragraph."""
    sentences = annotated[SENTENCES]
    have: dict[EventMention, dict[Role, list[Argument]]] = defaultdict(lambda: defaultdict(list))
    unknown = {r.mention for r in annotated[PLACES] if r.value is None and r.mention.rule == POINTED}
    for argument in arguments:
        # A name that only the encoder takes for a place, and no gazetteer knows, leaves room for the town that is told.
        if argument.mention not in unknown:
            have[argument.event][argument.role].append(argument)
    out = [*arguments, *_opened(annotated, have)]
    last: dict[Role, EventMention] = {}
    framed = _run_in(annotated)
    named = _named_in(annotated)
    dateline = _filed_at_home(annotated)
    lead = _lead(annotated, have)
    placed: set[Family] = set()
    for event in annotated[EVENTS]:
        if event.modality not in LISTED_MODALITIES or event.polarity is Polarity.DENIED or event.type == "statistic":
            continue
        sentence = sentences[event.sentence]
        for role, mention in framed.get(event.sentence, {}).items():
            if not [a for a in have[event][role] if not a.mention.key.startswith(_NO_POINT)]:
                given = Argument(event, role, mention, rule="run-in heading", confidence=_RUN_IN)
                have[event][role] = [given]
                out.append(given)
        for role in _CARRIED_ROLES:
            own = [a for a in have[event][role] if not a.mention.key.startswith(_NO_POINT)]
            lender = last.get(role)
            # A mention that points back ("the attack") is joined to its event and takes nothing over.
            free = not own and not event.anaphoric
            if free and role is Role.PLACE:
                # What has a day of its own is told anew.
                free = (
                    not have[event][Role.DATE]
                    and event.sentence not in named
                    and lender is not None
                    and _same_story(lender, event)
                )
            if free and lender is not None and _continues(sentences[lender.sentence], sentence) and not _breaks(sentence):
                own = [Argument(event, role, have[lender][role][0].mention, rule="carried over", confidence=_CARRIED)]
                have[event][role] = own
                out.extend(own)
            if own:
                last[role] = event
                have[event][role] = own
        bare = not have[event][Role.PLACE] and not have[event][Role.DATE] and event.sentence not in named
        if lead is not None and bare and _goes_on(lead.event, event, sentence):
            given = Argument(event, Role.PLACE, lead.mention, rule="the report's place", confidence=_FROM_LEAD)
            have[event][Role.PLACE] = [given]
            out.append(given)
        family = _TYPES[event.type].family
        untold = not have[event][Role.PLACE] and event.sentence not in named and not (event.anaphoric and family in placed)
        if have[event][Role.PLACE]:
            placed.add(family)
        if untold and dateline is not None and event.type not in _PLACELESS and not _breaks(sentence):
            # What is told without a place is most often told from its own country; claims keep only the country of it.
            out.append(Argument(event, Role.PLACE, dateline, rule="dateline", confidence=_FROM_DATELINE))
    return out


def _opened(annotated: AnnotatedDocument, have: dict[EventMention, dict[Role, list[Argument]]]) -> list[Argument]:
    """Return the day and town that a report gives the acts it opens with in other sentences, and put them into `have`."""
    acts = [event for event in annotated[EVENTS] if _opens(annotated, event)]
    if not acts:
        return []
    dates = opening.by_sentence(annotated)
    named = _named_in(annotated)
    town = None if _told_elsewhere(annotated, have) else opening.home(annotated)
    out: list[Argument] = []
    for act in acts:
        dated = any(not a.mention.key.startswith(_NO_POINT) for a in have[act][Role.DATE])
        day = None if dated else _of_lead(annotated, have, acts, act) or opening.day_after(annotated[SENTENCES], dates, act)
        if day is not None:
            have[act][Role.DATE] = [Argument(act, Role.DATE, day, rule=opening.TOLD_AFTER, confidence=_TOLD_AFTER)]
            out += have[act][Role.DATE]
        placed = bool(have[act][Role.PLACE])
        there = None if placed or act.sentence in named else opening.town_after(annotated, act)
        if there is not None:
            have[act][Role.PLACE] = [Argument(act, Role.PLACE, there, rule=opening.TOLD_AFTER, confidence=_TOLD_AFTER)]
            out += have[act][Role.PLACE]
        elif town is not None and not placed and act.sentence not in named - {town.sentence}:
            have[act][Role.PLACE] = [Argument(act, Role.PLACE, town, rule=opening.HOME, confidence=_FROM_LEAD)]
            out += have[act][Role.PLACE]
    return out


def _of_lead(
    annotated: AnnotatedDocument,
    have: Mapping[EventMention, Mapping[Role, list[Argument]]],
    acts: Sequence[EventMention],
    act: EventMention,
) -> Mention | None:
    """Return the day of the act that the text opens with for a headline's act of the same family: it tells the same."""
    sentences = annotated[SENTENCES]
    if sentences[act.sentence].zone is not ZoneKind.TITLE:
        return None
    body = [e for e in acts if sentences[e.sentence].zone is not ZoneKind.TITLE]
    first = next((e for e in body if _TYPES[e.type].family is _TYPES[act.type].family), None)
    days = [m for a in have[first][Role.DATE] if opening.is_day(m := a.mention)] if first is not None else []
    return days[0] if days else None


def _opens(annotated: AnnotatedDocument, event: EventMention) -> bool:
    """Tell whether an event is an act of violence with which a report opens, and one act."""
    real = event.modality in LISTED_MODALITIES and event.polarity is Polarity.ASSERTED
    top = event.sentence < _LEAD and _TYPES[event.type].family in _VIOLENT
    return real and top and annotated[SENTENCES][event.sentence].tokens[event.head].tag != "NNS"


def _told_elsewhere(annotated: AnnotatedDocument, have: Mapping[EventMention, Mapping[Role, list[Argument]]]) -> bool:
    """Tell whether a report says more closely than by country or state where any of its acts of violence was."""
    values = {r.mention: r.value for r in annotated[PLACES]}
    violent = [event for event in have if _TYPES[event.type].family in _VIOLENT]
    told = [values.get(a.mention) for event in violent for a in have[event][Role.PLACE]]
    return any(v is not None and v.precision not in _WIDE and v.lat is not None for v in told)


def _lead(annotated: AnnotatedDocument, have: Mapping[EventMention, Mapping[Role, list[Argument]]]) -> Argument | None:
    """Return the place of the act of violence that a report opens with, if all its other places are there or around it."""
    values = {r.mention: r.value for r in annotated[PLACES]}
    found = [
        (argument, value)
        for event in annotated[EVENTS]
        if event.modality in LISTED_MODALITIES and event.type not in _PLACELESS
        for argument in have[event][Role.PLACE]
        if argument.rule != "dateline" and (value := values.get(argument.mention)) is not None
    ]
    first = next(
        (
            (a, v)
            for a, v in found
            if a.event.sentence < _LEAD and v.precision in _FINE and v.lat is not None and _TYPES[a.event.type].family in _VIOLENT
        ),
        None,
    )
    return first[0] if first is not None and all(_at(v, first[1]) for _, v in found) else None


def _goes_on(lead: EventMention, event: EventMention, sentence: Sentence) -> bool:
    """Tell whether a report may still speak of what it opened with: soon after it, of one act, of one of a kind."""
    near = 0 <= event.sentence - lead.sentence <= _STILL
    return near and sentence.tokens[event.head].tag != "NNS" and not _breaks(sentence) and _same_story(lead, event)


def _at(value: PlaceValue, lead: PlaceValue) -> bool:
    """Tell whether a place is that of the lead, in it, or merely around it."""
    if value.precision in _FINE:
        return value.lat is not None and _metres(value, lead) <= _SAME_M
    return value.country in (lead.country, None) and value.admin1 in (lead.admin1, None)


def _metres(one: PlaceValue, other: PlaceValue) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return 111_320.0 * math.hypot(one.lat - other.lat, east)


def _same_story(lender: EventMention, event: EventMention) -> bool:
    """Tell whether the place of one event may be that of the next: of acts of violence, or of two acts of a kind."""
    one, two = (_TYPES[e.type].family for e in (lender, event))
    return event.type not in _PLACELESS and (one is two or (one in _VIOLENT and two in _VIOLENT))


def _named_in(annotated: AnnotatedDocument) -> set[int]:
    """Return the sentences that name a place narrower than a country: their events are there or at one not understood."""
    return {
        r.mention.sentence
        for r in annotated[PLACES]
        if r.mention.rule not in ("dateline", POINTED if r.value is None else "")
        and r.mention.kind is not MentionKind.ORIGIN
        and (r.value.precision is not PlacePrecision.COUNTRY if r.value is not None else r.mention.kind is MentionKind.PLACE)
    }


def _filed_at_home(annotated: AnnotatedDocument) -> Mention | None:
    """Return the dateline of a report that names hardly any place outside the country that it was filed from."""
    filed = next((r for r in annotated[PLACES] if r.mention.rule == "dateline" and r.value is not None), None)
    if filed is None or filed.value is None:
        return None
    sentences = annotated[SENTENCES]
    told = {
        (r.value.gazetteer_id or r.value.name, r.value.country)
        for r in annotated[PLACES]
        if r.value is not None
        and r.value.country
        and r.mention.kind is not MentionKind.ORIGIN
        and r.mention.rule != "dateline"
        # "U.S. missionaries" are no place abroad
        and sentences[r.mention.sentence].tokens[r.mention.head].dep not in ("compound", "amod", "nmod", "poss")
    }
    here = sum(country == filed.value.country for _, country in told)
    return filed.mention if here >= _AT_HOME * len(told) else None


def _run_in(annotated: AnnotatedDocument) -> dict[int, dict[Role, Mention]]:
    """Return, for each sentence under a run-in heading ("10 March, Bourem cercle."), the date and place it gives."""
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in annotated[MENTIONS]:
        if mention.kind in (MentionKind.DATE, MentionKind.PLACE) and not mention.key.startswith(_NO_POINT):
            by_sentence[mention.sentence].append(mention)
    out: dict[int, dict[Role, Mention]] = {}
    current: dict[Role, Mention] = {}
    paragraph = -1
    previous: Sentence | None = None
    for sentence in annotated[SENTENCES]:
        goes_on = current and sentence.paragraph == paragraph + 1 and previous is not None and _is_heading(previous)
        if sentence.paragraph != paragraph and not goes_on:
            current = {}
        if any(m.rule == "dateline" for m in by_sentence[sentence.index]):
            current = {}
        elif _is_heading(sentence) and any(m.kind is MentionKind.DATE for m in by_sentence[sentence.index]):
            kinds = {MentionKind.DATE: Role.DATE, MentionKind.PLACE: Role.PLACE}
            current = {kinds[m.kind]: m for m in reversed(by_sentence[sentence.index])}
        elif current:
            out[sentence.index] = current
        paragraph, previous = sentence.paragraph, sentence
    return out


def _is_heading(sentence: Sentence) -> bool:
    """Tell whether a sentence is short and has no verb."""
    return len(sentence.tokens) <= _HEADING_WORDS and not any(t.pos in ("VERB", "AUX") for t in sentence.tokens)


def _continues(before: Sentence, sentence: Sentence) -> bool:
    gap = sentence.index - before.index
    if before.paragraph == sentence.paragraph:
        return 0 < gap <= _REACH
    # "Soon after, ..." goes on with the story across a paragraph's end
    return 0 < gap <= _REACH and " ".join(t.lower for t in sentence.tokens[:2]) in _GOES_ON


def _breaks(sentence: Sentence) -> bool:
    """Tell whether a sentence turns from the event told before it to another."""
    words = [t.lower for t in sentence.tokens[: _OPENING + 1]]
    for n, word in enumerate(words[:_OPENING]):
        following = words[n + 1] if n + 1 < len(words) else ""
        if word in _TURNS and not (word == "earlier" and following in _OF_DAY):
            return True
        if word in _ONE_MORE or (sentence.tokens[n].lemma in _UNITS and following in _SHIFTS):
            return True
    return any(t.lower == "had" and t.dep == "aux" for t in sentence.tokens)
