"""What was reached and must stay so: `found.yaml`, entry by entry, and `examples/floors.yaml`, in figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import yaml

from tests.conftest import ROOT

FOUND = ROOT / "tests/examples/found.yaml"
FLOORS = ROOT / "examples/floors.yaml"
HEADER = "# Written by `python -m tests.examples.compare --write`."
SLACK = {"found": -0.02, "right": -0.02, "false_entries": 3, "forbidden": 0, "published": 0}
"""How far a bound lies from what was measured; below it for floors, above it where less is better."""


@dataclass(frozen=True, slots=True)
class Floor:
    """A bound, what was measured when it was set, and when that was."""

    bound: float
    measured: float
    day: date

    @property
    def text(self) -> str:
        """Return it as a line of the table."""
        return f"{{bound: {self.bound:g}, measured: {self.measured:g}, day: {self.day}}}"


def holds(name: str, bound: float, measured: float) -> bool:
    """Tell whether a figure keeps to its bound."""
    return measured <= bound if SLACK[name] >= 0 and name != "published" else measured >= bound


def read_floors() -> dict[str, Floor]:
    """Return the bounds by name of figure, none if there is no table yet."""
    if not FLOORS.exists():
        return {}
    return {name: Floor(**floor) for name, floor in yaml.safe_load(FLOORS.read_text("utf-8")).items()}


def raised(measured: Mapping[str, float]) -> dict[str, Floor]:
    """Return the bounds, each moved where what was measured allows a stricter one, never to a looser one."""
    floors = read_floors()
    for name, value in measured.items():
        bound = round(value + SLACK[name], 3)
        if name not in floors or (bound != floors[name].bound and holds(name, floors[name].bound, bound)):
            floors[name] = Floor(bound, value, datetime.now(UTC).date())
    return floors


def write_floors(floors: Mapping[str, Floor]) -> None:
    """Write the table of bounds."""
    note = "# At least the bound: found, right (shares), published (reports). At most: false_entries, forbidden."
    FLOORS.write_text("\n".join([HEADER, note, *(f"{name}: {floor.text}" for name, floor in floors.items())]) + "\n", "utf-8")


def read_found() -> dict[str, list[str]]:
    """Return which entries were found, by report."""
    found: dict[str, list[str]] = yaml.safe_load(FOUND.read_text("utf-8"))
    return found


def write_found(found: Mapping[str, list[str]]) -> None:
    """Write which entries are found, by report."""
    text = yaml.safe_dump(dict(found), allow_unicode=True, sort_keys=True, width=1000)
    FOUND.write_text(f"{HEADER}\n{text}", "utf-8")
