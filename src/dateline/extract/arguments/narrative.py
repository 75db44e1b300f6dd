"""Narrative: the place and date that a sentence takes over from the one before it."""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.model.event import LISTED_MODALITIES, Argument, EntryKind, EventMention, Polarity, Role
from dateline.model.layer import EVENTS, MENTIONS, PLACES, SENTENCES, AnnotatedDocument
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.resolution import PlacePrecision
from dateline.resources.codebook import load_codebook

_REACH = 2
"""Sentences of the same paragraph over which a story carries its place and date."""
_CARRIED = 0.5
_RUN_IN = 0.6
_AT_HOME = 0.45
_HOME_TOLD = 3
_HOME_SHARE = 0.7
"""A report that names several towns is about one of them only if it names that one this often, and this share of the time."""
_HEADING_WORDS = 14
_FINE = frozenset({PlacePrecision.TOWN, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.FACILITY})
_FROM_DATELINE = 0.45
_CARRIED_ROLES = (Role.PLACE, Role.DATE)
_PLACELESS = frozenset(t.name for t in load_codebook().types.values() if t.kind in (EntryKind.COMMUNICATION, EntryKind.CAMPAIGN))
"""Types whose place is told with them or not at all: a message is not sent from where the last attack was."""
_NO_POINT = ("duration", "vague", "set", "stretch")
"""Date mentions that do not tell when."""
_GOES_ON = frozenset({"soon after", "after this", "after that", "shortly after", "shortly afterwards", "then ,", "afterwards ,"})
_BREAKS = frozenset(
    {
        "meanwhile",
        "elsewhere",
        "separately",
        "previously",
        "earlier",
        "later",
        "another",
        "other",
        "similar",
        "also",
        "since",
        "recent",
        "past",
    }
)


def carry_over(annotated: AnnotatedDocument, arguments: list[Argument]) -> list[Argument]:
    """Return the arguments with those added that an actual event takes over from the last one of its paragraph."""
    sentences = annotated[SENTENCES]
    have: dict[EventMention, dict[Role, list[Argument]]] = defaultdict(lambda: defaultdict(list))
    for argument in arguments:
        have[argument.event][argument.role].append(argument)
    out = list(arguments)
    last: dict[Role, EventMention] = {}
    home = _home(annotated)
    framed = _run_in(annotated)
    dateline = next((m for m in annotated[MENTIONS] if m.kind is MentionKind.PLACE and m.rule == "dateline"), None)
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
            free = not own and not event.anaphoric and not (role is Role.PLACE and event.type in _PLACELESS)
            if free and lender is not None and _continues(sentences[lender.sentence], sentence) and not _breaks(sentence):
                own = [Argument(event, role, have[lender][role][0].mention, rule="carried over", confidence=_CARRIED)]
                have[event][role] = own
                out.extend(own)
            if own:
                last[role] = event
                have[event][role] = own
        if not have[event][Role.PLACE] and home is not None and event.type not in _PLACELESS:
            given = Argument(event, Role.PLACE, home, rule="the report's place", confidence=_AT_HOME)
            have[event][Role.PLACE] = [given]
            out.append(given)
        if not have[event][Role.PLACE] and dateline is not None and event.type not in _PLACELESS:
            # What is told without a place is most often told from its own country; claims keep only the country of it.
            out.append(Argument(event, Role.PLACE, dateline, rule="dateline", confidence=_FROM_DATELINE))
    return out


def _home(annotated: AnnotatedDocument) -> Mention | None:
    """Return the first mention of the one town or finer place that most of a report's places are, or none."""
    found = [
        r
        for r in annotated[PLACES]
        if r.value is not None and r.value.precision in _FINE and r.value.gazetteer_id and r.mention.rule != "dateline"
    ]
    told = Counter(r.value.gazetteer_id for r in found if r.value is not None)
    if not told:
        return None
    best, times = told.most_common(1)[0]
    if len(told) > 1 and (times < _HOME_TOLD or times < _HOME_SHARE * sum(told.values())):
        return None
    return next(r.mention for r in found if r.value is not None and r.value.gazetteer_id == best)


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
    return any(t.lower in _BREAKS for t in sentence.tokens[:3]) or any(
        t.lower == "had" and t.dep == "aux" for t in sentence.tokens
    )
