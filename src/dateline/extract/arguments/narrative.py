"""Narrative: the place and date that a sentence takes over from the one before it."""

from __future__ import annotations

from collections import defaultdict

from dateline.model.event import LISTED_MODALITIES, Argument, EntryKind, EventMention, Polarity, Role
from dateline.model.layer import EVENTS, MENTIONS, SENTENCES, AnnotatedDocument
from dateline.model.mention import MentionKind
from dateline.model.parse import Sentence
from dateline.resources.codebook import load_codebook

_REACH = 2
"""Sentences of the same paragraph over which a story carries its place and date."""
_CARRIED = 0.5
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
    dateline = next((m for m in annotated[MENTIONS] if m.kind is MentionKind.PLACE and m.rule == "dateline"), None)
    for event in annotated[EVENTS]:
        if event.modality not in LISTED_MODALITIES or event.polarity is Polarity.DENIED or event.type == "statistic":
            continue
        sentence = sentences[event.sentence]
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
        if not have[event][Role.PLACE] and dateline is not None and event.type not in _PLACELESS:
            # What is told without a place is most often told from its own country; claims keep only the country of it.
            out.append(Argument(event, Role.PLACE, dateline, rule="dateline", confidence=_FROM_DATELINE))
    return out


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
