"""Logistic regression over named features: the strength chosen by cross-validation over texts, and how right it is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

STRENGTHS = (0.01, 0.02, 0.05, 0.1, 0.2)
"""Inverse strengths of the L2 penalty that are tried."""
FOLDS = 10
LEAST = 3
"""A feature seen less often than this teaches nothing."""


@dataclass(frozen=True)
class Example:
    """The features of a claim, whether it is right, and the text it is of: claims of one text are never on both sides."""

    features: dict[str, float]
    right: bool
    text: str


def _chosen(examples: Sequence[Example], strengths: Sequence[float]) -> tuple[float, np.ndarray]:
    """Return the strength with the least loss on texts held out, and the probabilities it gives there."""
    best: tuple[float, float, np.ndarray] | None = None
    right = np.array([e.right for e in examples])
    folds = list(GroupKFold(FOLDS).split(right, groups=[e.text for e in examples]))
    for strength in strengths:
        held_out = np.zeros(len(examples))
        for learn, test in folds:
            weights, bias = _fitted([examples[i] for i in learn], strength)
            for i in test:
                score = bias + sum(weights.get(name, 0.0) for name in examples[i].features)
                held_out[i] = 1 / (1 + np.exp(-score))
        loss = float(-np.mean(np.log(np.where(right, held_out, 1 - held_out))))
        print(f"strength {strength}: loss {loss:.4f}", file=sys.stderr)
        if best is None or loss < best[0]:
            best = (loss, strength, held_out)
    assert best is not None
    return best[1], best[2]


def _fitted(examples: Sequence[Example], strength: float) -> tuple[dict[str, float], float]:
    counts: dict[str, int] = {}
    for example in examples:
        for name in example.features:
            counts[name] = counts.get(name, 0) + 1
    table = DictVectorizer()
    rows = table.fit_transform([{n: 1.0 for n in e.features if counts[n] >= LEAST} for e in examples])
    model = LogisticRegression(C=strength, max_iter=5_000).fit(rows, [e.right for e in examples])
    return dict(zip(table.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True)), float(model.intercept_[0])


def _curve(probability: np.ndarray, right: np.ndarray) -> list[dict[str, float]]:
    """Return, for each floor, the share kept and how much of it is right; and how right each tenth is (reliability)."""
    out = []
    for floor in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = probability >= floor
        within = kept & (probability < floor + 0.1)
        out.append(
            {
                "floor": floor,
                "kept": round(float(kept.mean()), 3),
                "right": round(float(right[kept].mean()), 3) if kept.any() else 0.0,
                "in_this_tenth": int(within.sum()),
                "right_in_this_tenth": round(float(right[within].mean()), 3) if within.any() else 0.0,
            }
        )
    return out


def trained(examples: Sequence[Example], strengths: Sequence[float] = STRENGTHS) -> dict[str, object]:
    """Return bias, weights and what is known of them, as the weigher reads them."""
    strength, held_out = _chosen(examples, strengths)
    weights, bias = _fitted(examples, strength)
    return {
        "trained_on": len(examples),
        "strength": strength,
        "held_out": _curve(held_out, np.array([e.right for e in examples])),
        "bias": round(bias, 4),
        "weights": {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= 0.0015},
    }
