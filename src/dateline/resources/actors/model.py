"""The register's own types."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.resolution import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the register. Times are ISO 8601 to the year, month or day; `leads` is the group of a person."""

    id: str
    name: str
    kind: ActorKind
    countries: tuple[str, ...] = ()
    parent: str | None = None
    predecessor: str | None = None
    successor: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    rivals: tuple[str, ...] = ()
    leads: str | None = None
    office: str | None = None

    def valid(self, first_year: int, last_year: int) -> bool:
        """Tell whether the actor may have been there in any of the years."""
        start = int(self.valid_from[:4]) if self.valid_from else 0
        end = int(self.valid_to[:4]) if self.valid_to else 9999
        return start <= last_year and first_year <= end


@dataclass(frozen=True, slots=True)
class Country:
    """One country of the tables."""

    code: str
    name: str
    adjective: str


@dataclass(frozen=True, slots=True)
class CountryTerm:
    """A country's name as a word in a text: `form` is `name`, `adjective`, `people` or `capital`."""

    code: str
    form: str
    exact: str
    """The letters that must stand there exactly, for names in capitals; otherwise empty."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch of a state."""

    id: str
    name: str
    kind: ActorKind
    parent: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun that describes an actor says about it."""

    kind: ActorKind
    relation: str | None
    branch: str | None
    one: bool
    """True for a noun that names one person in office ("president")."""
    group: bool
    """True where "the <noun>" can point back to a group."""
    bound: bool
    """True for a noun that is an actor only with a name or when it points back ("the group")."""


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that describes an actor, as found: its singular and its role."""

    singular: str
    plural: bool
    role: Role


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the register in a sentence: tokens [first, last] and the ids it may be.

    `how` is `exact` (written as in the register), `loose` (other capitals), `skeleton` (another transliteration),
    `acronym` (capital letters), `short` (part of a person's name) or `state` (country and branch).
    """

    first: int
    last: int
    ids: tuple[str, ...]
    how: str
    country: str | None = None
