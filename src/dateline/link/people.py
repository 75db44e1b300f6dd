"""People: an entry's participants out of its claims, one a role and actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.link.facts import as_object, float_of, text_of
from dateline.model.claim import Claim
from dateline.model.entry import Participant
from dateline.model.event import Responsibility, Role
from dateline.model.resolution import ActorKind, Candidate

_FIRMER = (Responsibility.STATED, Responsibility.CLAIMED, Responsibility.BLAMED, Responsibility.SUSPECTED, Responsibility.UNKNOWN)


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
    if responsibility is Responsibility.STATED and claim.said_by:
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
    """Fold "gunmen" or "the attackers" into the only named actor of the same role, keeping the claims."""
    out: list[Participant] = []
    for participant in participants:
        named = [p for p in participants if p.role is participant.role and p.actor_id and p.kind is participant.kind]
        if (
            participant.actor_id is None
            and len(named) == 1
            and participant.role in (Role.PERPETRATOR, Role.CUSTODIAN, Role.SPEAKER)
        ):
            continue
        out.append(participant)
    folded: list[Participant] = []
    for kept in out:
        vague = [p for p in participants if p not in out and p.role is kept.role and p.kind is kept.kind] if kept.actor_id else []
        folded.append(replace(kept, claims=(*kept.claims, *(c for p in vague for c in p.claims))) if vague else kept)
    return folded
