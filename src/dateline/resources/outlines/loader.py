"""Loading the compiled outlines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

COMPILED = Path(__file__).parent.parent / "compiled" / "outlines.json"


@dataclass(frozen=True, slots=True)
class Town:
    """A large town, by which a reader finds their way: position in map units."""

    name: str
    country: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A country's outline: ISO 3166-1 alpha-2 code (or nothing), SVG path data, and where its name goes, in map units."""

    code: str
    path: str
    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Outlines:
    """Outlines of the world, in Mercator's projection."""

    scale: int
    latitude: float
    shapes: tuple[Shape, ...]
    names: Mapping[str, str]
    """English name of each country by its code."""
    towns: tuple[Town, ...]
    """The most populous first."""


@lru_cache(maxsize=2)
def load(path: Path = COMPILED) -> Outlines:
    """Return the compiled outlines. Raises FileNotFoundError if the resources have not been compiled."""
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing: run `python -m dateline.resources.build`")
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Outlines(
        raw["scale"],
        raw["latitude"],
        tuple(Shape(*shape) for shape in raw["shapes"]),
        raw["names"],
        tuple(Town(*town) for town in raw["towns"]),
    )
