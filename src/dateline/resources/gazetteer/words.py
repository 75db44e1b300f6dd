"""Words around place names and words for facilities, as compiled from `data/words.yaml`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Word lists, all in lower case.

    `types` maps a type noun to the features that fit it; `parts` an adjective to its bearing in degrees (-1: the middle);
    `prepositions` a preposition to how surely a place follows (1 surely, 2 perhaps); `facilities` the words of a facility
    noun, joined by spaces, to its class; `facility_names` class and bare name of a known facility ("prison:kangbayi") to its id.
    """

    types: dict[str, tuple[str, ...]]
    parts: dict[str, int]
    prepositions: dict[str, int]
    near: frozenset[str]
    facilities: dict[str, str]
    facility_names: dict[str, str]
    weak: frozenset[str]
    not_before: frozenset[str]
    adjectives: frozenset[str]
    fillers: frozenset[str]
    titles: frozenset[str]
    no_places: frozenset[str]

    def direction(self, word: str) -> str:
        """Return the adjective for a direction however it is written: "NE", "northeast" and "north-east" are north-eastern."""
        return _DIRECTIONS.get(self.parts.get(word, 999), word)


_DIRECTIONS = {
    0: "northern", 45: "north-eastern", 90: "eastern", 135: "south-eastern", 180: "southern", 225: "south-western",
    270: "western", 315: "north-western", -1: "central",
}  # fmt: skip


def read(path: Path) -> PlaceWords:
    """Return the lists from their compiled file."""
    tables: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    lists = tables["lists"]
    return PlaceWords(
        types={word: tuple(features.split()) for word, features in tables["types"].items()},
        parts={word: int(degrees) for word, degrees in tables["parts"].items()},
        prepositions={word: int(sure) for word, sure in tables["prepositions"].items()},
        near=frozenset(lists["near"].split("|")),
        facilities=tables["facilities"],
        facility_names=tables["facility_names"],
        weak=frozenset(lists["weak"].split("|")),
        not_before=frozenset(lists["not_before"].split("|")),
        adjectives=frozenset(lists["adjectives"].split("|")),
        fillers=frozenset(lists["fillers"].split("|")),
        titles=frozenset(lists["titles"].split("|")),
        no_places=frozenset(lists["no_places"].split("|")),
    )
