"""What is an entity or a relation of re3d among our mentions and claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.model.claim import Claim, Coded, EventRecord
from dateline.model.event import Family
from dateline.model.layer import ACTORS, MENTIONS, PLACES, SENTENCES, AnnotatedDocument
from dateline.model.mention import MentionKind
from dateline.model.resolution import ActorKind, PlacePrecision
from dateline.model.span import Span
from dateline.resources.codebook import load_codebook

PERSON = frozenset({"Person"})
ORGANISATION = frozenset({"Organisation"})
ENTITIES: Mapping[MentionKind, frozenset[str]] = {
    MentionKind.ACTOR: PERSON | ORGANISATION,
    MentionKind.OUTLET: ORGANISATION,
    MentionKind.PLACE: frozenset({"Location"}),
    MentionKind.FACILITY: frozenset({"Location"}),
    MentionKind.DATE: frozenset({"Temporal"}),
    MentionKind.INSTRUMENT: frozenset({"Weapon", "MilitaryPlatform"}),
}
"""What a mention of ours can be there. An actor is a Person if it is one, any other kind an Organisation ("rebels", "civilians");
a country that a claim says acts is an Organisation too. Without a counterpart: Quantity (ours take in what is counted), Money,
Nationality, Vehicle (not military), DocumentReference, Coordinate, CommsIdentifier, Frequency, Url."""
ENTITY_TYPES = frozenset().union(*ENTITIES.values())

SYMMETRIC = frozenset({"FightingAgainst", "AlliesOf", "CoLocated", "CommWith", "IsSynonymOf"})
DIRECTED = frozenset({"Dislikes", "BelongsTo", "InChargeOf"})
RELATION_TYPES = SYMMETRIC | DIRECTED
"""Without a counterpart: HasAttrOf (numbers and nationalities of things), Likes, Apart.

FightingAgainst: who attacks or fights, and whom, in an event of the families attack and battle. AlliesOf: two who attack
together. CoLocated: who or what takes part in an event and its place, and a place and the country it lies in. CommWith: speaker
and addressee, or two parties to an agreement. Dislikes: who accuses or threatens whom. BelongsTo and InChargeOf: a person and the
group that they lead or speak for. IsSynonymOf: two names of one actor.
"""
_ATTACKING = frozenset({"participant:perpetrator"})
_ATTACKED = frozenset({"participant:target", "participant:victim", "participant:opponent", "quantity:killed", "quantity:injured"})
_THERE = frozenset(
    {*_ATTACKING, *_ATTACKED, "participant:participant", "participant:organiser", "participant:detainee", "instrument"}
)
_HOSTILE = frozenset({"accusation", "threat"})


@dataclass(frozen=True, slots=True)
class OurEntity:
    """A stretch of our text and the types it can be."""

    types: frozenset[str]
    span: Span


@dataclass(frozen=True, slots=True)
class OurRelation:
    """Two stretches of one sentence of ours and the relations that they can stand in."""

    types: frozenset[str]
    source: Span
    target: Span


def entities(annotated: AnnotatedDocument, coded: Coded) -> Iterator[OurEntity]:
    """Yield our entities, in the order of the text."""
    kinds = {r.mention: r.value.kind for r in annotated[ACTORS] if r.value is not None}
    states = {c.evidence.span for record in coded.events for c in record.claims if _of_state(c)}
    for mention in annotated[MENTIONS]:
        types = ENTITIES.get(mention.kind)
        if types is None:
            continue
        if mention.kind is MentionKind.PLACE and mention.span in states:
            types = ORGANISATION
        elif mention in kinds:
            types = PERSON if kinds[mention] is ActorKind.PERSON else ORGANISATION
        yield OurEntity(types, mention.span)


def _of_state(claim: Claim) -> bool:
    value = claim.value
    return claim.field.startswith("participant:") and isinstance(value, dict) and value.get("kind") == ActorKind.GOVERNMENT.value


def relations(annotated: AnnotatedDocument, coded: Coded) -> list[OurRelation]:
    """Return our relations: pairs of stretches in one sentence."""
    found = [*_of_places(annotated), *_of_actors(annotated)]
    for record in coded.events:
        found += _of_event(record)
    sentences = [sentence.span for sentence in annotated[SENTENCES]]
    return [r for r in dict.fromkeys(found) if any(s.contains(r.source) and s.contains(r.target) for s in sentences)]


def _of_event(record: EventRecord) -> Iterator[OurRelation]:
    family = load_codebook().types[record.type].family
    told: dict[str, list[Span]] = defaultdict(list)
    for claim in record.claims:
        told[claim.field].append(claim.evidence.span)
    attacking, attacked, there = (_spans(told, fields) for fields in (_ATTACKING, _ATTACKED, _THERE))
    if family in (Family.ATTACK, Family.BATTLE):
        # two sides of a fight may both be opponents
        against = [(a, b) for a in attacking for b in attacked] or list(combinations(told["participant:opponent"], 2))
        yield from _pairs("FightingAgainst", against)
        yield from _pairs("AlliesOf", combinations(attacking, 2))
    yield from _pairs("CoLocated", [(a, b) for a in there for b in told["place"]])
    yield from _pairs("CommWith", combinations(told["participant:participant"], 2) if record.type.startswith("agreement") else ())
    addressed = [(a, b) for a in told["participant:speaker"] for b in told["participant:addressee"]]
    yield from _pairs("Dislikes" if record.type in _HOSTILE else "CommWith", addressed)


def _spans(told: Mapping[str, Sequence[Span]], fields: frozenset[str]) -> list[Span]:
    return [span for field in sorted(fields) for span in told.get(field, ())]


def _pairs(type: str, ends: Iterable[tuple[Span, Span]]) -> Iterator[OurRelation]:
    for source, target in ends:
        if not source.overlaps(target):
            yield OurRelation(frozenset({type}), source, target)


def _of_places(annotated: AnnotatedDocument) -> Iterator[OurRelation]:
    """Yield each place with the country of the same sentence in which it lies."""
    known = [(r.mention, r.value) for r in annotated[PLACES] if r.value is not None]
    for inner, place in known:
        for outer, country in known:
            if (
                country.precision is PlacePrecision.COUNTRY
                and place.precision is not PlacePrecision.COUNTRY
                and place.country == country.country
                and inner.sentence == outer.sentence
            ):
                yield OurRelation(frozenset({"CoLocated"}), inner.span, outer.span)


def _of_actors(annotated: AnnotatedDocument) -> Iterator[OurRelation]:
    """Yield two names of one actor, and people with the group that they lead or speak for."""
    known = [(r.mention, r.value) for r in annotated[ACTORS] if r.value is not None and not r.mention.key.startswith("anaphor")]
    for (left, one), (right, other) in combinations(known, 2):
        if left.sentence != right.sentence or left.span.overlaps(right.span):
            continue
        if one.actor_id is not None and one.actor_id == other.actor_id and left.text.lower() != right.text.lower():
            yield OurRelation(frozenset({"IsSynonymOf"}), left.span, right.span)
        if one.group_id is not None and one.group_id == other.actor_id:
            yield OurRelation(frozenset({"BelongsTo", "InChargeOf"}), left.span, right.span)
        if other.group_id is not None and other.group_id == one.actor_id:
            yield OurRelation(frozenset({"BelongsTo", "InChargeOf"}), right.span, left.span)
