"""Relations: how the entries of one report stand to each other (a claim of responsibility to its attack, a riot to its raid)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.entry import Entry, Participant, Relation
from dateline.model.event import EntryKind, Family, Responsibility, Role

_REACH = 12
"""Sentences within which a claim of responsibility is taken to mean the nearest attack."""

_NEXT = 2
"""Sentences within which who claims an attack becomes its doer, where nothing else tells one."""


def relate(entries: Sequence[Entry], first_sentence: Sequence[int]) -> list[Entry]:
    """Return the entries with relations; an attack that its perpetrator claims says so.

    `first_sentence` holds, for each entry, the index of the sentence that first tells it.
    """
    out = list(entries)
    for n, entry in enumerate(entries):
        if entry.type not in ("claim of responsibility", "denial"):
            continue
        speakers = {p.actor_id or p.name.lower() for p in entry.participants if p.role is Role.SPEAKER}
        near = [
            (abs(first_sentence[m] - first_sentence[n]), first_sentence[m] > first_sentence[n], m)
            for m, other in enumerate(entries)
            if other.kind is EntryKind.INCIDENT and other.family in (Family.ATTACK, Family.BATTLE) and _fits(other, speakers)
        ]
        if not near or min(near)[0] > _REACH:
            continue
        m = min(near)[2]
        kind = "claims_responsibility_for" if entry.type == "claim of responsibility" else "denies_responsibility_for"
        claims = tuple(c.claim.id for c in entry.claims if c.claim.field == "type")
        out[n] = replace(out[n], relations=(*out[n].relations, Relation(kind, out[m].id, claims)))
        if kind == "claims_responsibility_for":
            participants = tuple(_claimed(p, speakers, claims) for p in out[m].participants)
            if min(near)[0] <= _NEXT and not any(p.role is Role.PERPETRATOR for p in participants):
                participants += tuple(_claimant(p) for p in entry.participants if p.role is Role.SPEAKER and p.actor_id)
            out[m] = replace(out[m], participants=participants)
    return out


def _claimant(speaker: Participant) -> Participant:
    """Return who claims an attack whose doer nothing else tells as its doer."""
    return replace(speaker, role=Role.PERPETRATOR, responsibility=Responsibility.CLAIMED)


def _fits(other: Entry, speakers: set[str]) -> bool:
    perpetrators = {p.actor_id or p.name.lower() for p in other.participants if p.role is Role.PERPETRATOR and p.actor_id}
    return not perpetrators or bool(perpetrators & speakers)


def _claimed(participant: Participant, speakers: set[str], claims: tuple[str, ...]) -> Participant:
    if participant.role is not Role.PERPETRATOR or (participant.actor_id or participant.name.lower()) not in speakers:
        return participant
    return replace(participant, responsibility=Responsibility.CLAIMED, claims=(*participant.claims, *claims))
