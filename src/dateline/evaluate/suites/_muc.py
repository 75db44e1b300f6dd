"""What the MUC-4 suites share: which of our entries are incidents of theirs, and who and what is told of each in one report.

One entry is one template; its type comes from the codebook's crosswalk. Of an entry, only what the report itself says is
taken: its participants and instruments with the words of that report's own claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.evaluate.suites._muc_names import is_named, is_person, normalised, organisation, person_name
from dateline.model.claim import Claim
from dateline.model.document import Document
from dateline.model.entry import Entry, Participant
from dateline.model.event import Modality, Polarity, Role
from dateline.model.resolution import ActorKind
from dateline.resources.codebook import load_codebook

SCHEME = "muc4"
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
STAGES = {
    Modality.ACTUAL: "ACCOMPLISHED",
    Modality.ATTEMPTED: "ATTEMPTED",
    Modality.FOILED: "ATTEMPTED",
    Modality.THREATENED: "THREATENED",
}
_PERPETRATORS = frozenset({Role.PERPETRATOR, Role.ORGANISER, Role.PARTICIPANT})
_SUFFERERS = frozenset({Role.TARGET, Role.VICTIM, Role.DETAINEE, Role.LEADER})
_THINGS = frozenset({ActorKind.FACILITY, ActorKind.PROPERTY})
OF_STATE = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})


@dataclass(frozen=True, slots=True)
class Filler:
    """A participant or instrument of an incident, with its mentions in one report, the first one first."""

    role: str
    mentions: tuple[str, ...]
    participant: Participant | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """What one report tells of one entry: `claims` are those of the entry that stand on the report, by id."""

    type: str
    stage: str
    entry: Entry
    claims: Mapping[str, Claim]
    fillers: tuple[Filler, ...]

    def of(self, role: str) -> list[Filler]:
        """Return the fillers of a role, in order."""
        return [f for f in self.fillers if f.role == role]


@lru_cache(maxsize=1)
def incident_types() -> dict[str, str]:
    """Return the MUC-4 incident type of each codebook type that has one, in capitals."""
    return {name: t.crosswalk[SCHEME][0] for name, t in load_codebook().types.items() if SCHEME in t.crosswalk}


def incidents(entries: Iterable[Entry], document: Document) -> list[Incident]:
    """Return the incidents that a document tells, out of the entries that stand on it, in their order."""
    types = incident_types()
    out = []
    for entry in entries:
        claims = {s.claim.id: s.claim for s in entry.claims if s.document == document.id}
        if claims and entry.polarity is Polarity.ASSERTED and entry.modality in STAGES and entry.type in types:
            fillers = {(f.role, normalised(f.mentions[0])): f for f in reversed([*_fillers(entry, claims, document.text)])}
            out.append(Incident(types[entry.type], STAGES[entry.modality], entry, claims, tuple(reversed(fillers.values()))))
    return out


def _fillers(entry: Entry, claims: Mapping[str, Claim], text: str) -> Iterator[Filler]:
    for participant in entry.participants:
        told = tuple(claims[id] for id in participant.claims if id in claims)
        if told:
            yield from _of_participant(participant, told, text)
    for instrument in entry.instruments:
        told = tuple(claims[id] for id in instrument.claims if id in claims)
        if told:
            yield Filler("Weapon", _words(told), None, told)


def _of_participant(participant: Participant, told: tuple[Claim, ...], text: str) -> Iterator[Filler]:
    """Yield a participant in the role that the task has for it; a group named within a description stands for itself."""
    words = _words(told)
    if participant.role in _PERPETRATORS and participant.kind not in _THINGS:
        name = organisation(participant, words, text)
        if name is None or normalised(name) not in {normalised(w) for w in words}:
            yield Filler("PerpInd", words, participant, told)
        if name is not None:
            yield Filler("PerpOrg", (name,), participant, told)
    elif participant.role in _SUFFERERS:
        if participant.kind in _THINGS or (not is_person(participant) and is_named(participant)):
            yield Filler("Target", words, participant, told)
        elif is_person(participant) and is_named(participant):
            yield Filler("Victim", (person_name(participant, words),), participant, told)


def _words(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(c.evidence.exact.split()) for c in claims))
