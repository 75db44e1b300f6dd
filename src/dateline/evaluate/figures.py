"""Figures over counts: precision, recall, F, and their bootstrap intervals over documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

Counts = Mapping[str, float]
"""What one document (or incident) adds to each sum."""
Figures = Callable[[Counts], Mapping[str, float]]
"""Makes the metrics out of the sums over all documents."""

RESAMPLES = 1_000
SEED = 20_240_101


def ratio(part: float, whole: float) -> float:
    """Return part / whole, 0 where there is no whole."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean, 0 where both are 0."""
    return ratio(2 * precision * recall, precision + recall)


def prf(right_ours: float, ours: float, right_gold: float, gold: float) -> tuple[float, float, float]:
    """Return precision, recall and F; what is right may differ in number seen from either side."""
    precision, recall = ratio(right_ours, ours), ratio(right_gold, gold)
    return precision, recall, f1(precision, recall)


def totals(counts: Sequence[Counts]) -> dict[str, float]:
    """Return the sums by name."""
    sums: dict[str, float] = {}
    for one in counts:
        for name, value in one.items():
            sums[name] = sums.get(name, 0.0) + value
    return sums


def with_intervals(
    counts: Sequence[Counts], figures: Figures, resamples: int = RESAMPLES
) -> tuple[dict[str, float], dict[str, tuple[float, float]]]:
    """Return the metrics over all units and their 95 % percentile bootstrap intervals, units drawn with replacement.

    Efron and Tibshirani, An Introduction to the Bootstrap (1993), ch. 13. The seed is fixed: the same counts give the same
    intervals.
    """
    metrics = dict(figures(totals(counts)))
    if len(counts) < 2:
        return metrics, {}
    names = sorted({name for one in counts for name in one})
    table = np.array([[one.get(name, 0.0) for name in names] for one in counts])
    generator = np.random.default_rng(SEED)
    drawn: dict[str, list[float]] = {name: [] for name in metrics}
    for _ in range(resamples):
        weights = np.bincount(generator.integers(0, len(counts), len(counts)), minlength=len(counts))
        resampled = figures(dict(zip(names, (weights @ table).tolist(), strict=True)))
        for name in metrics:
            drawn[name].append(resampled.get(name, 0.0))
    low_high = {name: np.percentile(values, [2.5, 97.5]) for name, values in drawn.items()}
    return metrics, {name: (float(low), float(high)) for name, (low, high) in low_high.items()}
