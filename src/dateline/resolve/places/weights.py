"""The weights of the evidence for a candidate, which are learned, and the few thresholds beside them, which are set by hand.

`python -m training.place_ranks` learns the weights on geoparsing LGL, TR-News and GeoVirus, held to values set by hand on the
seed, airwars_syria/dev and muc4 tst1. They stand in `ranker.json`, those that were learned without one of the three
for measuring on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict


class _Table(TypedDict):
    all: dict[str, float]
    without: dict[str, dict[str, float]]


_TABLE: _Table = json.loads((Path(__file__).parent / "ranker.json").read_text(encoding="utf-8"))
LEARNED: dict[str, float] = dict(_TABLE["all"])
"""What each piece of evidence adds to the logarithm of a candidate's odds; evidence.py says what the names mean."""


@contextmanager
def without(corpus: str) -> Iterator[None]:
    """Rank with the weights that were learned without a corpus, for measuring on it; with all of them if none were."""
    LEARNED.update(_TABLE["without"].get(corpus, {}))
    try:
        yield
    finally:
        LEARNED.update(_TABLE["all"])


CLOSE_M = 100_000.0
"""What is "near" a place lies within this distance of it."""
NEARBY_M = 80_000.0
"""Distance over which what a neighbour tells falls to a third."""
ONE_COUNTRY = 0.6
"""Share of the document's place names in one country from which an unknown village is taken to be there too."""
WELL_KNOWN = 1_000_000
"""A city abroad that is at least as large, or a province five times as large, may be meant by its name alone."""
SMALL = 100_000
"""A smaller place far from where the text puts its name is another of the name."""
MARGIN = 0.35
"""Places whose logarithms of odds are further apart are told apart; nearer ones stay unresolved with their candidates.

Below these odds, 1.4 to one, fewer than half of the best readings are right (LGL, by weights learned without it).
"""
SAME_SPOT_M = 30_000.0
"""Candidates within this distance, or one inside the other, do not contradict each other."""
ALIKE_NEEDS = 0.15
"""Share of the document's focus that a country needs before another spelling of a name is accepted there."""
VILLAGE = 20_000
VILLAGE_TELLS = 0.5
"""What a smaller place tells about the country that a document is about, beside a larger one or a country."""
UNLIKELY = 0.03
"""Share of the focus below which a small place in another country is not accepted on its name alone."""
STRONG = 0.5
"""Share of the focus from which a document is about one country."""
SOUNDS_RIGHT = 0.75
"""Score of another spelling that is accepted without the text saying where the place lies."""
CANDIDATES = 24
KEPT = 6
"""Candidates that a resolution keeps."""
HIGHEST = 30.0
"""About the highest possible sum; candidates' scores are given as shares of it."""
