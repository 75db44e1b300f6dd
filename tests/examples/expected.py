"""Reader of `examples/expected`: what an analyst expects out of each report. The form is told in `examples/README.md`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dateline.model.event import EntryKind, Modality, Outcome, Responsibility, Role
from dateline.model.resolution import PlacePrecision

Chain = tuple[str, ...]
"""Speakers, outermost first; empty for the report's own voice."""
Days = tuple[str | None, str | None]
"""First and last day, inclusive; None where the text does not tell."""

UNKNOWN: Days = (None, None)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as listed."""

    name: str
    country: str | None = None
    precision: PlacePrecision | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A participant as listed."""

    role: Role
    name: str
    responsibility: Responsibility | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as listed; `bounds` holds only the keys that are to be compared."""

    outcome: Outcome
    bounds: tuple[tuple[str, int | None], ...]
    whom: str | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """One expected entry."""

    type: str
    kind: EntryKind
    days: Days | None
    """None where the text does not tell when."""
    modality: Modality
    optional: bool
    places: tuple[Place, ...]
    participants: tuple[Participant, ...]
    quantities: tuple[Quantity, ...]
    said_by: tuple[tuple[str, tuple[Chain, ...]], ...]
    statistic: tuple[tuple[str, str | int], ...]
    amounts: tuple[tuple[str, float], ...]
    slogans: tuple[str, ...]

    @property
    def label(self) -> str:
        """Return words that name it within its report."""
        when = (self.days[0] or "?") if self.days else "undated"
        return " ".join([self.type, when, *(place.name for place in self.places[:1])])


@dataclass(frozen=True, slots=True)
class NotEntry:
    """Words that must not become an entry of their own, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """What is expected of one report, or of one row of a table. `name` is file name, or file name `#` row."""

    name: str
    published: Days
    entries: tuple[Expected, ...]
    not_entries: tuple[NotEntry, ...]


def read_expected(folder: Path) -> list[Report]:
    """Return the reports in order of file and row. Raises ValueError for a key that nobody would read."""
    return [_report(found) for path in sorted(folder.glob("*.yaml")) for found in yaml.safe_load_all(path.read_text("utf-8"))]


def _report(found: dict[str, Any]) -> Report:
    _only(found, "report published entries not_entries")
    published = found["published"]
    return Report(
        found["report"],
        UNKNOWN if published == "unknown" else _days(published),
        tuple(_entry(entry) for entry in found["entries"]),
        tuple(NotEntry(**words) for words in found.get("not_entries", ())),
    )


def _entry(found: dict[str, Any]) -> Expected:
    _only(found, "type kind date modality optional places participants quantities said_by statistic amounts slogans")
    return Expected(
        type=found["type"],
        kind=EntryKind(found["kind"]),
        days=_days(found["date"]) if found["date"] else None,
        modality=Modality(found.get("modality", "actual")),
        optional=found.get("optional", False),
        places=tuple(_place(place) for place in found.get("places", ())),
        participants=tuple(_participant(person) for person in found.get("participants", ())),
        quantities=tuple(_quantity(quantity) for quantity in found.get("quantities", ())),
        said_by=tuple((field, _chains(chains)) for field, chains in found.get("said_by", {}).items()),
        statistic=tuple(found.get("statistic", {}).items()),
        amounts=tuple((amount["what"], float(amount["value"])) for amount in found.get("amounts", ())),
        slogans=tuple(found.get("slogans", ())),
    )


def _days(found: dict[str, date]) -> Days:
    return found["start"].isoformat(), found["end"].isoformat()


def _place(found: dict[str, Any]) -> Place:
    _only(found, "name country precision")
    precision = found.get("precision")
    return Place(found["name"], found.get("country"), PlacePrecision(precision) if precision else None)


def _participant(found: dict[str, Any]) -> Participant:
    _only(found, "role name responsibility")
    tie = found.get("responsibility")
    return Participant(Role(found["role"]), found["name"], Responsibility(tie) if tie else None)


def _quantity(found: dict[str, Any]) -> Quantity:
    _only(found, "outcome whom scope low best high")
    bounds = tuple((key, found[key]) for key in ("low", "best", "high") if key in found)
    return Quantity(Outcome(found["outcome"]), bounds, found.get("whom"), found.get("scope") == "part")


def _chains(found: list[Any]) -> tuple[Chain, ...]:
    """Read one chain of speakers, or a list of such chains."""
    nested = any(isinstance(speaker, list) for speaker in found)
    return tuple(tuple(chain) for chain in found) if nested else (tuple(found),)


def _only(found: dict[str, Any], keys: str) -> None:
    if unknown := sorted(set(found) - set(keys.split())):
        raise ValueError(f"unknown key {', '.join(unknown)} in {found}")
