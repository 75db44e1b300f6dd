"""People: an entry's participants out of its claims, one a role and actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.link.facts import as_object, float_of, text_of
from dateline.model.claim import Claim
from dateline.model.entry import Participant
from dateline.model.event import Certainty, Responsibility, Role
from dateline.model.resolution import ActorKind, Candidate

_FIRMER = (
    Responsibility.STATED,
    Responsibility.CLAIMED,
    Responsibility.BLAMED,
    Responsibility.SUSPECTED,
    Responsibility.DENIED,
    Responsibility.UNKNOWN,
)


def derive_participants(claims: Sequence[Claim]) -> tuple[Participant, ...]:
    """Return each actor once a role; vague descriptions give way to a named actor in the same agent role."""
    merged: dict[tuple[str, str], Participant] = {}
    for claim in claims:
        if not claim.field.startswith("participant:"):
            continue
        participant = _participant(claim)
        key = (participant.role.value, participant.actor_id or participant.name.lower())
        held = merged.get(key)
        merged[key] = _merge(held, participant) if held is not None else participant
    return tuple(_without_vague(list(merged.values())))


def _participant(claim: Claim) -> Participant:
    value = as_object(claim.value)
    role = Role(claim.field.split(":", 1)[1])
    responsibility = Responsibility(text_of(value["responsibility"])) if value.get("responsibility") else None
    if responsibility is Responsibility.STATED and claim.certainty is Certainty.SUSPECTED:
        responsibility = Responsibility.SUSPECTED
    elif responsibility is Responsibility.STATED and claim.said_by:
        own = claim.said_by[-1].actor_id
        told_by_itself = own is not None and own in (value.get("actor_id"), value.get("group_id"))
        responsibility = (
            Responsibility.CLAIMED if told_by_itself else Responsibility.BLAMED if _accused(claim) else Responsibility.STATED
        )
    raw = value.get("candidates")
    candidates = tuple(
        Candidate(text_of(e.get("id")), text_of(e.get("name")), float_of(e.get("score")) or 0.0)
        for e in (as_object(item) for item in (raw if isinstance(raw, list) else []))
    )
    return Participant(
        role,
        text_of(value.get("name")),
        ActorKind(text_of(value.get("kind")) or "unknown"),
        (claim.id,),
        text_of(value.get("actor_id")) or None,
        responsibility,
        candidates,
        bool(value.get("private")),
        text_of(value.get("description")) or None,
    )


def _accused(claim: Claim) -> bool:
    return any(
        s.cue.lower().split()[0] in ("accused", "accuses", "blamed", "blames", "accusing", "blaming")
        for s in claim.said_by
        if s.cue
    )


def _merge(held: Participant, other: Participant) -> Participant:
    firmer = held.responsibility
    if other.responsibility is not None and (firmer is None or _FIRMER.index(other.responsibility) < _FIRMER.index(firmer)):
        firmer = other.responsibility
    return replace(held, claims=(*held.claims, *other.claims), responsibility=firmer)


def _without_vague(participants: list[Participant]) -> list[Participant]:
    """Fold "gunmen" into the only named actor of the same role and kind, "the prison" into the only named facility."""
    into: dict[int, int] = {}
    for n, participant in enumerate(participants):
        homes = [m for m, other in enumerate(participants) if m != n and _stands_for(participant, other)]
        if len(homes) == 1:
            into[n] = homes[0]
    out = []
    for n, participant in enumerate(participants):
        if n not in into:
            folded = [participants[m] for m, home in into.items() if home == n]
            out.append(replace(participant, claims=(*participant.claims, *(c for p in folded for c in p.claims))))
    return out


def _stands_for(vague: Participant, named: Participant) -> bool:
    if vague.role is not named.role or vague.kind is not named.kind:
        return False
    if vague.kind is ActorKind.FACILITY:
        return vague.name[:1].islower() and named.name[:1].isupper() and _head_noun(vague.name) in named.name.lower()
    acting = vague.role in (Role.PERPETRATOR, Role.CUSTODIAN, Role.SPEAKER)
    return acting and vague.actor_id is None and named.actor_id is not None


def _head_noun(name: str) -> str:
    return name.split(",")[0].split()[-1].lower().rstrip("s")
