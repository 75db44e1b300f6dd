"""What a chronology lists: entries, with values derived from claims. Field names are those of `record.schema.json`."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model.claim import Claim
from dateline.model.event import EntryKind, Family, Modality, Outcome, Polarity, Responsibility, Role
from dateline.model.resolution import ActorKind, Candidate, DateBasis, DatePrecision, PlacePrecision

Ids = tuple[str, ...]
"""Claim ids, never empty."""


@dataclass(frozen=True, slots=True)
class EntryDate:
    """When. `start` and `end` are inclusive ISO 8601 days (with a time where known)."""

    edtf: str
    start: str | None
    end: str | None
    precision: DatePrecision
    basis: DateBasis
    claims: Ids


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """Where. `uncertainty_m` is a radius in metres, `town` the town that it is, or lies in or near."""

    name: str
    precision: PlacePrecision
    claims: Ids
    basis: str = "named"
    lat: float | None = None
    lon: float | None = None
    uncertainty_m: float | None = None
    gazetteer_id: str | None = None
    admin1: str | None = None
    country: str | None = None
    candidates: tuple[Candidate, ...] = ()
    town: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who. `private` names are shown as `description` in everything that leaves the program unless asked for."""

    role: Role
    name: str
    kind: ActorKind
    claims: Ids
    actor_id: str | None = None
    responsibility: Responsibility | None = None
    candidates: tuple[Candidate, ...] = ()
    private: bool = False
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many. `rule` names how low, best and high came out of the claims."""

    outcome: Outcome
    low: int | None
    best: int | None
    high: int | None
    rule: str
    claims: Ids
    whom: str | None = None
    scope: str = "collective"
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument, slogan, theme or channel: a name and, for some, a kind or id."""

    name: str
    claims: Ids
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """Money, videos, weapons: not people."""

    what: str
    value: float
    unit: str
    claims: Ids


@dataclass(frozen=True, slots=True)
class Content:
    """What a communication says, through what, to whom."""

    claims: Ids
    themes: tuple[str, ...] = ()
    channel: str | None = None
    addressee: str | None = None
    demands: tuple[str, ...] = ()
    not_mentioned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statistic:
    """A count over a place and period, with `part` of it singled out where the report does so."""

    measure: str
    value: float
    claims: Ids
    part: float | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How an entry stands to another."""

    type: str
    entry: str
    claims: Ids


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim with what its document is: the form in which it stands in an entry."""

    claim: Claim
    document: str
    outlet: str | None = None
    published: str | None = None
    prefix: str = ""
    suffix: str = ""
    """Up to 32 characters before and after the evidence (W3C TextQuoteSelector)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a chronology: a cluster of event mentions whose values are derived from claims by stated rules."""

    id: str
    kind: EntryKind
    family: Family
    type: str
    title: str
    polarity: Polarity
    modality: Modality
    claims: tuple[SourcedClaim, ...]
    documents: int
    independent: int
    ongoing: bool = False
    contested: tuple[str, ...] = ()
    date: EntryDate | None = None
    duration: str | None = None
    duration_claims: Ids = ()
    places: tuple[EntryPlace, ...] = ()
    participants: tuple[Participant, ...] = ()
    instruments: tuple[Named, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    amounts: tuple[Amount, ...] = ()
    content: Content | None = None
    slogans: tuple[Named, ...] = ()
    statistic: Statistic | None = None
    relations: tuple[Relation, ...] = ()
    aliases: tuple[str, ...] = ()
    review: str = "unreviewed"
    events: tuple[str, ...] = field(default=())
    """Ids of the event mentions in the cluster."""


@dataclass(frozen=True, slots=True)
class Link:
    """A scored, explained proposal that two event mentions tell one event."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision, appended and never overwritten."""

    id: str
    action: str
    subjects: tuple[str, ...]
    person: str
    made: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Code version, configuration, resource and model versions: enough to do it again. The id is their hash."""

    id: str
    code: str
    configuration: str
    resources: str
