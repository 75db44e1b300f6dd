"""Circumstances: the place, date, weapon, slogan and channel of each event of a sentence, and what it borrows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.extract.arguments.ownership import owners
from dateline.extract.arguments.placing import Known, Placing
from dateline.extract.arguments.times import tells_when
from dateline.extract.arguments.weapons import no_weapon
from dateline.extract.arguments.whereabouts import is_indirect, locators, one_deed
from dateline.extract.context import SentenceContext
from dateline.model.event import LISTED_MODALITIES, EventMention, Polarity, Role
from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Token

_KINDS = {
    MentionKind.PLACE: Role.PLACE,
    MentionKind.FACILITY: Role.PLACE,
    MentionKind.DATE: Role.DATE,
    MentionKind.INSTRUMENT: Role.INSTRUMENT,
    MentionKind.SLOGAN: Role.SLOGAN,
    MentionKind.OUTLET: Role.CHANNEL,
}
_ARMED = frozenset({"attack", "battle", "accident", "unrest"})
_DATELINE = 20
"""Characters between a dateline's place and its date."""
_NEAR = 4
"""Arcs in the parse within which a dateline's date may be that of what a report opens with."""
_FAR_OFF = 10
"""Arcs in the parse beyond which a weapon is hardly this event's."""
_TELLING = frozenset({"communication", "campaign"})
_BORROWED = 10
"""Distances from here on are of what an event borrows from another."""


@dataclass(slots=True)
class Found:
    """What the events of one sentence have so far: role -> (mention, distance), by event."""

    context: SentenceContext
    events: Sequence[EventMention]
    families: Sequence[str]
    by_event: dict[int, dict[Role, list[tuple[int, Mention]]]] = field(default_factory=dict)
    locating: Mapping[Mention, Mention] = field(default_factory=dict)
    """Places that only say where another one lies, with that."""


def circumstances(context: SentenceContext, events: Sequence[EventMention], families: Sequence[str], known: Known) -> Found:
    """Give each date, weapon, slogan and outlet of the sentence to the event that owns its words, each place to its events.

    `families` are the events' codebook families, "" for a word that tells no event of ours.
    """
    found = Found(context, events, families, locating=locators(context, known.places))
    owner = owners(context, events)
    for mention in context.mentions:
        role = _KINDS.get(mention.kind)
        if role is None or role is Role.PLACE or mention.rule == "dateline" or known.speaks(mention):
            continue
        n, distance = owner[mention.head]
        if n < 0 and role in (Role.DATE, Role.CHANNEL):
            continue
        if n < 0 or not _takes(context, mention, role, families[n], distance) or _is_anchor(mention, events, role):
            continue
        if role is Role.DATE and distance > _NEAR and _of_filing(context, mention):
            continue
        if role is Role.DATE and not tells_when(context, mention, events[n], families[n]):
            continue
        for index in _sharers(events, n, mention):
            found.by_event.setdefault(index, {}).setdefault(role, []).append((distance, mention))
    _place(found, Placing(context, events, families, known))
    _narrow(found)
    _share(found)
    return found


def _place(found: Found, placing: Placing) -> None:
    """Give each event the places that are likely its own; of events with one anchor, each those that tell it apart."""
    done = set()
    for n, event in enumerate(found.events):
        if event.anchor in done:
            continue
        done.add(event.anchor)
        for candidate in placing.chosen(n):
            if not _takes(found.context, candidate.mention, Role.PLACE, found.families[n], candidate.distance):
                continue
            for index in _sharers(found.events, n, candidate.mention):
                own = found.by_event.setdefault(index, {}).setdefault(Role.PLACE, [])
                own.append((min(candidate.distance, _BORROWED - 1), candidate.mention))


def _narrow(found: Found) -> None:
    """Drop places that only locate another, and those of an event's subject where it has its own."""
    for n, own in found.by_event.items():
        given = own.get(Role.PLACE, [])
        taken = {m for _, m in given}
        kept = [(d, m) for d, m in given if not _locates(found.locating.get(m), taken)]
        direct = [(d, m) for d, m in kept if not is_indirect(found.context, m, found.events[n])]
        if given:
            own[Role.PLACE] = direct or kept


def _locates(located: Mention | None, taken: Collection[Mention]) -> bool:
    """Tell whether what a place locates is the event's, or a place of its own that is not ("without a base in X" is neither)."""
    return located is not None and (located in taken or located.kind is MentionKind.PLACE or located.key.endswith(":named"))


def _is_anchor(mention: Mention, events: Sequence[EventMention], role: Role) -> bool:
    """Tell whether a "weapon" is the event itself ("artillery fire")."""
    return role is Role.INSTRUMENT and any(mention.span.overlaps(e.anchor) for e in events)


def _takes(context: SentenceContext, mention: Mention, role: Role, family: str, distance: int) -> bool:
    if role is Role.INSTRUMENT:
        # "artillery fire" and "air strikes" are events, not what they were done with
        if distance >= _FAR_OFF or no_weapon(context, mention.head):
            return False
        return family in _ARMED and context.sentence.tokens[mention.head].lemma.lower() not in context.frames.nouns
    if role in (Role.SLOGAN, Role.CHANNEL):
        return family in _TELLING
    if role is Role.PLACE:
        if context.sentence.tokens[mention.head].lemma.lower() == "mine" and "step" in context.lemmas:
            return False  # what was stepped on
        token = context.sentence.tokens[mention.head]
        if family in _TELLING and token.dep in ("nsubj", "dobj", "nsubjpass"):
            # "Syria accused Israel": who speaks and who is spoken of, not where
            return False
    return True


def _sharers(events: Sequence[EventMention], n: int, mention: Mention) -> Iterator[int]:
    """Yield the events that a mention of event `n` belongs to: of one anchor told apart, the one it tells apart."""
    anchor = events[n].anchor
    siblings = [i for i, e in enumerate(events) if e.anchor == anchor and e.distinguishing is not None]
    if not siblings:
        yield n
        return
    spans = {i: events[i].distinguishing for i in siblings}
    exact = [i for i, span in spans.items() if span == mention.span]
    if exact:
        yield from exact
        return
    kinds = _told_apart_by(events, siblings, mention)
    if kinds:
        # A place beside one of the places that tell the events apart describes that one ("the X prison west of Y").
        before = [i for i in siblings if (s := spans[i]) is not None and s.start <= mention.span.start]
        yield before[-1] if before else siblings[0]
        return
    yield from siblings


def _told_apart_by(events: Sequence[EventMention], siblings: Sequence[int], mention: Mention) -> bool:
    first, last = events[siblings[0]].distinguishing, events[siblings[-1]].distinguishing
    if first is None or last is None or mention.kind not in (MentionKind.PLACE, MentionKind.FACILITY):
        return False
    return first.start <= mention.span.start and mention.span.start <= last.end + 60


def _share(found: Found) -> None:
    """Let an event without place or date borrow from another actual one of its sentence."""
    for n, event in enumerate(found.events):
        own = found.by_event.setdefault(n, {})
        for role in (Role.PLACE, Role.DATE):
            if own.get(role) or not _actual(event):
                continue
            lenders = [
                (abs(other.head - event.head), m) for m, other in enumerate(found.events) if m != n and _lends(found, n, m, role)
            ]
            if lenders:
                lender = min(lenders)[1]
                own[role] = [(d + _BORROWED, mention) for d, mention in found.by_event[lender][role] if d < _BORROWED]


def _of_filing(context: SentenceContext, mention: Mention) -> bool:
    """Tell whether a date is that of the dateline, which is of no other event than the one a report opens with."""
    if mention.kind is not MentionKind.DATE:
        return False
    return any(m.rule == "dateline" and 0 <= mention.span.start - m.span.end <= _DATELINE for m in context.mentions)


def _lends(found: Found, n: int, m: int, role: Role) -> bool:
    """Tell whether event `m` may lend its place or date to `n`: the day of a statement is not that of the deed."""
    event, other = found.events[n], found.events[m]
    if not _actual(other) or not found.by_event.get(m, {}).get(role):
        return False
    if (found.families[n] in _TELLING) != (found.families[m] in _TELLING):
        return False
    if role is Role.PLACE and not (_akin(found.families[n], found.families[m]) and one_deed(found.context, event, other)):
        return False
    return not _told_before(found.context, event, other) and not _aside(found.context, other, event)


def _akin(one: str, two: str) -> bool:
    """Tell whether two events may be one deed: nobody is tried or deployed where a bombing was."""
    return one == two or {one, two} <= _ARMED


def _aside(context: SentenceContext, other: EventMention, event: EventMention) -> bool:
    """Tell whether `other` stands in a relative clause that `event` is outside of ("the camp, which was hit in 2012")."""
    for token in (context.sentence.tokens[other.head], *context.sentence.ancestors(other.head)):
        if token.i == event.head:
            return False
        if token.dep == "relcl":
            return token.head != event.head
    return False


def _actual(event: EventMention) -> bool:
    return event.modality in LISTED_MODALITIES and event.polarity is Polarity.ASSERTED


def _told_before(context: SentenceContext, one: EventMention, other: EventMention) -> bool:
    """Tell whether one of two events lies further back: past perfect against simple past."""
    return _perfect(context, context.sentence.tokens[one.head]) != _perfect(context, context.sentence.tokens[other.head])


def _perfect(context: SentenceContext, token: Token) -> bool:
    return any(c.dep == "aux" and c.lower == "had" for c in context.sentence.children(token.i))
