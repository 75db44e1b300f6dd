"""Participants and weapons that the encoder reads where syntax ties them to no event, often sentences away from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model.event import (
    LISTED_MODALITIES,
    PARTICIPANT_ROLES,
    READ,
    Argument,
    EventMention,
    Polarity,
    Responsibility,
    Role,
)
from dateline.model.layer import ATTRIBUTIONS, EVENTS, MENTIONS, READINGS, SENTENCES, AnnotatedDocument
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.reading import ROLE_TAGS, Tag
from dateline.model.span import Span
from dateline.resources.codebook import load_codebook

SCHEME = "muc4"
"""The encoder learned roles on incidents of this scheme: events of a type that has a counterpart there can take one."""
FLOOR = 0.3
"""How likely the head of a mention must be what its tag says, to be weighed at all."""
REACH = 6
"""Sentences between a mention and the event it is given to."""
_KINDS = {
    Tag.PERP_IND: frozenset({MentionKind.ACTOR}),
    Tag.PERP_ORG: frozenset({MentionKind.ACTOR}),
    Tag.TARGET: frozenset({MentionKind.FACILITY, MentionKind.ACTOR}),
    Tag.VICTIM: frozenset({MentionKind.ACTOR}),
    Tag.WEAPON: frozenset({MentionKind.INSTRUMENT}),
}
_ROLES = {
    Tag.PERP_IND: Role.PERPETRATOR,
    Tag.PERP_ORG: Role.PERPETRATOR,
    Tag.TARGET: Role.TARGET,
    Tag.VICTIM: Role.VICTIM,
    Tag.WEAPON: Role.INSTRUMENT,
}
_TAKEN = PARTICIPANT_ROLES | {Role.INSTRUMENT}
_MAY_HAVE_DONE_IT = {
    ("claim of responsibility", Role.SPEAKER): Responsibility.CLAIMED,
    ("accusation", Role.ADDRESSEE): Responsibility.BLAMED,
}
"""Who, in an event that only talks of another, may be who did that."""
_UNDERGOING = frozenset({"dobj", "nsubjpass"})
_BLAMING = frozenset(
    "accuse blame suspect charge arrest detain capture identify convict sentence indict acquit seek want hold name".split()
)
_AGAINST = frozenset("against on of into upon to towards toward by".split())


def read(annotated: AnnotatedDocument, arguments: Sequence[Argument]) -> list[Argument]:
    """Return the arguments with those added that only the encoder sees."""
    types = load_codebook().types
    events = [
        e
        for e in annotated[EVENTS]
        if e.modality in LISTED_MODALITIES and e.polarity is Polarity.ASSERTED and SCHEME in types[e.type].crosswalk
    ]
    taken = [a.mention.span for a in arguments if a.role in _TAKEN and (a.event.type, a.role) not in _MAY_HAVE_DONE_IT]
    taken += [s.span for a in annotated[ATTRIBUTIONS] if a.asserts for s in a.chain]
    tied = {a.mention.span: _MAY_HAVE_DONE_IT.get((a.event.type, a.role)) for a in arguments}
    have = {(a.event, a.role, _key(a.mention)) for a in arguments}
    out = list(arguments)
    for mention, role, probability in _tagged(annotated):
        if any(span.overlaps(mention.span) for span in taken):
            continue
        event = _nearest(mention, events)
        if event is None or (event, role, _key(mention)) in have:
            continue
        have.add((event, role, _key(mention)))
        blame = (tied.get(mention.span) or Responsibility.STATED) if role is Role.PERPETRATOR else None
        out.append(Argument(event, role, mention, responsibility=blame, rule=READ, confidence=round(probability, 2)))
    return out


def _tagged(annotated: AnnotatedDocument) -> Iterator[tuple[Mention, Role, float]]:
    """Yield each mention that is likely one of an incident's, with its role and how likely it is."""
    readings = annotated[READINGS]
    done: list[Span] = []
    for mention in sorted(annotated[MENTIONS], key=lambda m: (m.span.start, -len(m.span))):
        if mention.key.startswith("anaphor") or any(span.contains(mention.span) for span in done):
            continue
        reading = readings[mention.sentence]
        tags = [tag for tag in ROLE_TAGS if mention.kind in _KINDS[tag]]
        tag = max(tags, key=lambda tag: reading.probability(tag, mention.head), default=None)
        if tag is not None and (probability := reading.probability(tag, mention.head)) >= FLOOR:
            done.append(mention.span)
            if _may_be(annotated[SENTENCES][mention.sentence], mention, _ROLES[tag]):
                yield mention, _ROLES[tag], probability


def _may_be(sentence: Sentence, mention: Mention, role: Role) -> bool:
    """Tell whether the syntax around a mention lets it have a role: the encoder often takes one side for the other."""
    token = sentence.tokens[mention.head]
    while token.dep == "conj" or (token.dep in ("appos", "compound") and token.head != token.i):
        token = sentence.tokens[token.head]
    governor = sentence.tokens[token.head]
    if role is Role.PERPETRATOR:
        return token.dep not in _UNDERGOING or governor.lemma.lower() in _BLAMING
    if role is Role.VICTIM:
        return not (token.dep in _UNDERGOING and governor.lemma.lower() in _BLAMING)
    if role is Role.TARGET and token.dep == "pobj":
        # "outside a bar", "near two schools": only where it happened
        return governor.lower in _AGAINST
    return True


def _nearest(mention: Mention, events: Sequence[EventMention]) -> EventMention | None:
    """Return the event told nearest to a mention, the earlier of two."""
    near = [e for e in events if abs(e.sentence - mention.sentence) <= REACH]
    return min(near, key=lambda e: _away(mention, e), default=None)


def _away(mention: Mention, event: EventMention) -> tuple[int, bool, int]:
    gap = event.sentence - mention.sentence
    return abs(gap), gap > 0, abs(event.anchor.start - mention.span.start)


def _key(mention: Mention) -> str:
    return mention.text.lower()
