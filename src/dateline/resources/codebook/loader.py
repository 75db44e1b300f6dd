"""Loading the compiled codebook."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.model.event import EntryKind, Family

COMPILED = Path(__file__).parent.parent / "compiled" / "codebook.json"


@dataclass(frozen=True, slots=True)
class EventType:
    """One codebook type. `broader` names the type of which it is a kind, within its family."""

    name: str
    family: Family
    kind: EntryKind
    broader: str | None
    definition: str
    crosswalk: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Its counterparts in other schemes by the scheme's name, the closest first; none where there is none."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """All types by name, with the version of the data."""

    version: str
    types: Mapping[str, EventType]

    def compatible(self, left: str, right: str) -> bool:
        """Tell whether one event could carry both types: the same, or one broader than the other."""
        return left == right or left in self.broader(right) or right in self.broader(left)

    def broader(self, name: str) -> tuple[str, ...]:
        """Return the types of which `name` is a kind, nearest first."""
        out: list[str] = []
        current = self.types[name].broader
        while current is not None:
            out.append(current)
            current = self.types[current].broader
        return tuple(out)


@lru_cache(maxsize=1)
def load_codebook() -> Codebook:
    """Load the codebook once a process. Raises FileNotFoundError if the project was not built."""
    raw = json.loads(COMPILED.read_text(encoding="utf-8"))
    return Codebook(raw["version"], {t["name"]: _type(t) for t in raw["types"]})


def _type(raw: Mapping[str, Any]) -> EventType:
    crosswalk = {scheme: tuple(names) for scheme, names in raw.get("crosswalk", {}).items() if names}
    kind = EntryKind(raw["kind"])
    return EventType(raw["name"], Family(raw["family"]), kind, raw.get("broader"), raw.get("definition", ""), crosswalk)
