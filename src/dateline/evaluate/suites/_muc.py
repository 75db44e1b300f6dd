"""What the MUC-4 suites share: which of our entries are incidents of theirs, and who and what is told of each in one report.

The type comes from the codebook's crosswalk. Of an entry, only what the report itself says is taken: its participants and
instruments with the words of that report's own claims. What a template is, and what is none, is as the task defines it (TD:
MUC-4 template-doc-part1, version 7), where an entry tells it: incidents of one type are one template unless dates, places,
categories or perpetrators differ (TD 5.0); who fights whom is war, and "an attack" with nobody in it is nothing (TD 1.0).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.evaluate.suites._muc_names import is_named, is_person, normalised, organisation, person_name
from dateline.model.claim import Claim
from dateline.model.document import Document
from dateline.model.entry import Entry, EntryPlace, Participant
from dateline.model.event import Modality, Polarity, Role
from dateline.model.resolution import ActorKind, PlacePrecision
from dateline.resources.codebook import load_codebook

SCHEME = "muc4"
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
STAGES = {
    Modality.ACTUAL: "ACCOMPLISHED",
    Modality.ATTEMPTED: "ATTEMPTED",
    Modality.FOILED: "ATTEMPTED",
    Modality.THREATENED: "THREATENED",
}
PERPETRATORS = frozenset({Role.PERPETRATOR, Role.ORGANISER, Role.PARTICIPANT})
SUFFERERS = frozenset({Role.TARGET, Role.VICTIM, Role.DETAINEE, Role.LEADER})
THINGS = frozenset({ActorKind.FACILITY, ActorKind.PROPERTY})
OF_STATE = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
_FIGHTERS = frozenset({ActorKind.STATE_FORCE, ActorKind.ARMED_GROUP})
_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.UNRESOLVED})


@dataclass(frozen=True, slots=True)
class Filler:
    """A participant or instrument of an incident, with its mentions in one report, the first one first."""

    role: str
    mentions: tuple[str, ...]
    participant: Participant | None = None
    claims: tuple[Claim, ...] = ()

    def same(self, other: Filler) -> bool:
        """Tell whether both are one in a role: by actor, by words, or a person by a shorter form of the name."""
        if self.role != other.role:
            return False
        if {normalised(m) for m in self.mentions} & {normalised(m) for m in other.mentions}:
            return True
        if self.role == "PerpOrg" and self.participant is not None and other.participant is not None:
            return self.participant.actor_id is not None and self.participant.actor_id == other.participant.actor_id
        one, two = (frozenset(normalised(f.mentions[0]).split()) for f in (self, other))
        return self.role == "Victim" and (one <= two or two <= one)

    def __or__(self, other: Filler) -> Filler:
        """Return both as one, the fuller name of a person first."""
        fuller = self.role == "Victim" and len(other.mentions[0].split()) > len(self.mentions[0].split())
        first, second = (other, self) if fuller else (self, other)
        return replace(first, mentions=(*first.mentions, *second.mentions), claims=(*first.claims, *second.claims))


@dataclass(frozen=True, slots=True)
class Incident:
    """What one report tells of one incident: the entries that are one template, and their claims that stand on it, by id."""

    type: str
    stage: str
    entries: tuple[Entry, ...]
    claims: Mapping[str, Claim]
    fillers: tuple[Filler, ...]

    def of(self, role: str) -> list[Filler]:
        """Return the fillers of a role, in order."""
        return [f for f in self.fillers if f.role == role]

    @property
    def participants(self) -> list[tuple[Participant, tuple[Claim, ...]]]:
        """Return the participants whom the report itself tells, with its claims."""
        told = [(p, tuple(self.claims[id] for id in p.claims if id in self.claims)) for e in self.entries for p in e.participants]
        return [(participant, claims) for participant, claims in told if claims]

    def __or__(self, other: Incident) -> Incident:
        """Return both as one."""
        fillers = list(self.fillers)
        for filler in other.fillers:
            at = next((n for n, held in enumerate(fillers) if held.same(filler)), None)
            if at is None:
                fillers.append(filler)
            else:
                fillers[at] |= filler
        return replace(self, entries=self.entries + other.entries, claims={**self.claims, **other.claims}, fillers=tuple(fillers))


@lru_cache(maxsize=1)
def incident_types() -> dict[str, str]:
    """Return the MUC-4 incident type of each codebook type that has one, in capitals."""
    return {name: t.crosswalk[SCHEME][0] for name, t in load_codebook().types.items() if SCHEME in t.crosswalk}


def incidents(entries: Iterable[Entry], document: Document) -> list[Incident]:
    """Return the incidents that a document tells, out of the entries that stand on it, in the order of the text."""
    out: list[Incident] = []
    for incident in sorted(_told(entries, document), key=_start):
        at = next((n for n, held in enumerate(out) if one_template(held, incident)), None)
        if at is None:
            out.append(incident)
        else:
            out[at] |= incident
    return [i for i in out if _relevant(i)]


def _told(entries: Iterable[Entry], document: Document) -> Iterator[Incident]:
    types = incident_types()
    for entry in entries:
        claims = {s.claim.id: s.claim for s in entry.claims if s.document == document.id}
        if claims and entry.polarity is Polarity.ASSERTED and entry.modality in STAGES and entry.type in types:
            plain = Incident(types[entry.type], STAGES[entry.modality], (entry,), claims, ())
            yield replace(plain, entries=()) | replace(plain, fillers=tuple(_fillers(plain, document.text)))


def _start(incident: Incident) -> tuple[int, str]:
    return min(c.evidence.span.start for c in incident.claims.values()), incident.entries[0].id


def one_template(one: Incident, other: Incident) -> bool:
    """Tell whether no date, place, category or named perpetrator tells two incidents of one type and stage apart (TD 5.0)."""
    if (one.type, one.stage) != (other.type, other.stage):
        return False
    mine, theirs = one.of("PerpOrg"), other.of("PerpOrg")
    if mine and theirs and not any(a.same(b) for a in mine for b in theirs):
        return False
    if {True, False} <= {of_state(one), of_state(other)}:
        return False
    return not any(_apart(a, b) for a in one.entries for b in other.entries)


def of_state(incident: Incident) -> bool | None:
    """Tell whether all perpetrators are of the state, none if there are none."""
    kinds = {f.participant.kind for f in incident.fillers if f.role.startswith("Perp") and f.participant is not None}
    return kinds <= OF_STATE if kinds else None


def _apart(one: Entry, other: Entry) -> bool:
    """Tell whether the dates of two entries share no day, or no place of one is or contains one of the other."""
    a, b = one.date, other.date
    if a is not None and b is not None and ((a.end or "9999") < (b.start or "") or (b.end or "9999") < (a.start or "")):
        return True
    return bool(one.places and other.places) and not any(_meet(p, q) for p in one.places for q in other.places)


def _meet(one: EntryPlace, other: EntryPlace) -> bool:
    if one.name.lower() == other.name.lower() or (one.gazetteer_id or "-") == other.gazetteer_id:
        return True
    if one.country is not None and other.country is not None and one.country != other.country:
        return False
    if {one.precision, other.precision} & _WIDE:
        return True
    return PlacePrecision.ADMIN1 in (one.precision, other.precision) and one.admin1 == other.admin1


def _relevant(incident: Incident) -> bool:
    """Tell whether somebody or something is told of, and those attacked are not all fighters (TD 1.0, 1 and 7)."""
    suffered = {p.kind for p, _ in incident.participants if p.role in SUFFERERS}
    if suffered and suffered <= _FIGHTERS:
        return False
    counted = any(c.field.startswith("quantity:") for c in incident.claims.values())
    return bool(suffered) or counted or bool(incident.fillers)


def _fillers(incident: Incident, text: str) -> Iterator[Filler]:
    for participant, claims in incident.participants:
        yield from _of_participant(participant, claims, text)
    for entry in incident.entries:
        for instrument in entry.instruments:
            told = tuple(incident.claims[id] for id in instrument.claims if id in incident.claims)
            if told:
                yield Filler("Weapon", words_of(told), None, told)


def _of_participant(participant: Participant, told: tuple[Claim, ...], text: str) -> Iterator[Filler]:
    """Yield a participant in the role that the task has for it; a group named within a description stands for itself."""
    words = words_of(told)
    if participant.role in PERPETRATORS and participant.kind not in THINGS:
        name = organisation(participant, words, text)
        if name is None or normalised(name) not in {normalised(w) for w in words}:
            yield Filler("PerpInd", words, participant, told)
        if name is not None:
            yield Filler("PerpOrg", (name,), participant, told)
    elif participant.role in SUFFERERS:
        if participant.kind in THINGS or (not is_person(participant) and is_named(participant)):
            yield Filler("Target", words, participant, told)
        elif is_person(participant) and is_named(participant):
            yield Filler("Victim", (person_name(participant, words),), participant, told)


def words_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the different words on which claims stand, in order."""
    return tuple(dict.fromkeys(" ".join(c.evidence.exact.split()) for c in claims))
