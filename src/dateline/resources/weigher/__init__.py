"""Weigher: the trained weights that turn what is known of a claim into the probability that it is right."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.json")
"""For claims that rules make."""
READ = Path(__file__).with_name("read.json")
"""For claims whose argument the encoder read."""
PLACE_NAMES = Path(__file__).with_name("place_names.json")
"""For names that may be places'."""


def left_out(weights: Path, corpus: str) -> Path:
    """Return where weights are that were trained on the same without one corpus, to be measured on it."""
    return weights.with_name(f"{weights.stem}-without-{corpus}.json")


@dataclass(frozen=True, slots=True)
class Weigher:
    """A logistic regression over named features; what it was not trained on weighs nothing."""

    weights: Mapping[str, float]
    bias: float
    version: str

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability (0 to 1) that a claim with these features is right."""
        score = self.bias + sum(self.weights.get(feature, 0.0) for feature in features)
        return 1.0 / (1.0 + math.exp(-score))

    def reasons(self, features: Iterable[str], most: int = 5) -> list[tuple[str, float]]:
        """Return the features that weigh most, heaviest first, with their weights (log-odds)."""
        weighed = [(feature, self.weights[feature]) for feature in features if feature in self.weights]
        return sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


@cache
def load_weigher(weights: Path = WEIGHTS) -> Weigher | None:
    """Return the weigher that belongs to this version, or none where none has been trained."""
    if not weights.is_file():
        return None
    read = json.loads(weights.read_text(encoding="utf-8"))
    return Weigher(read["weights"], read["bias"], read["version"])
