"""What mentions refer to: normalised values, or none with their candidates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from dateline.model.mention import Mention

V = TypeVar("V")


class DatePrecision(StrEnum):
    """How wide a date is, finest first."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    YEARS = "years"


class DateBasis(StrEnum):
    """How the date came about."""

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED = "inferred"


class PlacePrecision(StrEnum):
    """How narrow a place is, finest first."""

    FACILITY = "facility"
    NEIGHBOURHOOD = "neighbourhood"
    TOWN = "town"
    NEAR = "near"
    ADMIN3 = "admin3"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    REGION = "region"
    UNRESOLVED = "unresolved"


class ActorKind(StrEnum):
    """What sort of participant an actor is."""

    ARMED_GROUP = "armed_group"
    STATE_FORCE = "state_force"
    GOVERNMENT = "government"
    POLITICAL = "political"
    CIVILIAN = "civilian"
    MEDIA = "media"
    INTERNATIONAL = "international"
    PERSON = "person"
    FACILITY = "facility"
    PROPERTY = "property"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A point or interval in time.

    `start` and `end` are ISO 8601 days, both inclusive, with `THH:MM` where the text tells the time; either is None where
    the interval is open. `edtf` is the same as an Extended Date/Time Format string. `anchor` names what a relative date
    was counted from ("published 2022-01-24", "'July 2013'"). `duration` is ISO 8601 ("P2W") for mentions that tell how
    long and not when; such a mention has neither start nor end, and no more have those that tell how often ("every Friday")
    or a vague time ("recently"). `timex` is what the words name as a TIMEX3 value (TimeML 1.2.1): "2022-01" for "late January
    2022", "P2W", "XXXX-WXX-5", "PAST_REF"; the two ends with a slash for an interval.
    """

    edtf: str
    start: str | None
    end: str | None
    precision: DatePrecision
    basis: DateBasis
    anchor: str = ""
    duration: str | None = None
    timex: str = ""


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A place on the map. Coordinates in WGS84 degrees, `uncertainty_m` a radius in metres.

    `country` is ISO 3166-1 alpha-2. A centroid of a country or subdivision says so in `basis`
    (`named`, `inferred`, `centroid`) and in its precision. `town` is the town that it is, or lies in or near.
    """

    name: str
    precision: PlacePrecision
    basis: str = "named"
    lat: float | None = None
    lon: float | None = None
    uncertainty_m: float | None = None
    gazetteer_id: str | None = None
    admin1: str | None = None
    country: str | None = None
    town: str | None = None


@dataclass(frozen=True, slots=True)
class ActorValue:
    """An actor, known to the register or described.

    `name` is the register's preferred name, or for unknown ones the description or name as written. `private` marks the
    name of a private person: what leaves the program shows `description` ("a shopkeeper") instead. `group_id` is the
    register id of the group that a person leads or speaks for, where known.
    """

    name: str
    kind: ActorKind
    actor_id: str | None = None
    country: str | None = None
    private: bool = False
    description: str | None = None
    group_id: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A count of people or things with its bounds.

    `low` and `high` are inclusive and None where open ("more than 500": low 501, high None; "hundreds": low 200, high
    None). `best` is the single number that the words give (500 for "more than 500", none for "hundreds"). `exact` is true only
    for a plain number.
    `unit` is the lemma of the counted noun in lower case ("prisoner"), `whom` the counted phrase without its number
    ("security forces personnel"). `people` tells people from things. Words in between such as "at least" stay in `bound`
    (`exact`, `at-least`, `more-than`, `at-most`, `less-than`, `about`, `range`, `vague`).
    """

    low: int | None
    high: int | None
    best: int | None
    bound: str
    unit: str
    whom: str
    people: bool

    @property
    def exact(self) -> bool:
        """Tell whether the words give one plain number."""
        return self.bound == "exact"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of an ambiguous mention, with its score between 0 and 1."""

    id: str
    name: str
    score: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Resolution(Generic[V]):
    """A mention's normalised value or none, the candidates it had, and why it won.

    `confidence` is the machine's, between 0 and 1. A tie stays unresolved: `value` None, `candidates` kept.
    """

    mention: Mention
    value: V | None
    rule: str
    candidates: tuple[Candidate, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Publication:
    """When the document came out, as far as anybody can tell; both ends None if unknown.

    `basis` is `flag`, `metadata`, `stated`, `inferred` or `unknown`; `reason` says in words what it rests on.
    """

    start: str | None
    end: str | None
    precision: DatePrecision | None
    basis: str
    reason: str = ""
