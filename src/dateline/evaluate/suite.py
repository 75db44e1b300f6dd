"""What a suite is given and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.evaluate.coder import Coder
from dateline.model.claim import JsonValue


class GoldError(ValueError):
    """Gold data that are missing or not in the form that a suite reads, named in words for the user."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One error for the error browser: the words it is about, what gold says, and what we say ("" for nothing)."""

    document: str
    what: str
    gold: str
    ours: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Figures of one suite on one split. Shares and F are between 0 and 1; an interval is a 95 % bootstrap interval."""

    documents: int
    items: int
    """How many gold items the main figure stands on."""
    metrics: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    baselines: Mapping[str, float] = field(default_factory=dict)
    """What needs no reading (always none, nearest), under the name of the metric and, after a slash, of the baseline."""
    misses: tuple[Miss, ...] = ()
    predictions: tuple[JsonValue, ...] = ()
    """One JSON value a document, for `--predictions`; strings are written as they are."""


@dataclass(frozen=True, slots=True)
class Published:
    """A figure somebody else published for a metric, for the accuracy page."""

    metric: str
    figure: float
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """A body of gold data and how it is scored. `score` takes the suite's folder, the split and what codes texts.

    It raises GoldError where the data are not there.
    """

    name: str
    about: str
    splits: tuple[str, ...]
    """The first is the default; where several are given together, `+` joins them ("tst1+tst2")."""
    score: Callable[[Path, str, Coder], Score]
    published: tuple[Published, ...] = ()
    main: tuple[str, ...] = ()
    """The metrics that the accuracy page puts first."""
    folder: str = ""
    """Where its data lie in the folder of all suites, if not under its own name."""
