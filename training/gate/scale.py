"""Scale: from scores to probabilities, and thresholds that lose few relevant documents, set on documents held out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline.resources.gate import AVERAGE, WINDOW, Gate, Scale
from training.gate.labels import Labelled
from training.gate.own import OWN
from training.gate.windows import is_relevant, placed

FOLDS = 5
LOST_LONG = 0.003
"""Share of documents relevant by gold, of a window or more, that may be lost."""
LOST_SHORT = 0.005
"""Share of shorter texts that may be lost. Most of these are relevant by the rules only, and some wrongly so."""


@dataclass(frozen=True)
class Judged:
    """A document as a gate that had not seen it scores it."""

    corpus: str
    words: int
    best: float
    average: float
    relevant: bool
    gold: bool
    """Whether gold says so, and not only the rules."""

    @property
    def is_short(self) -> bool:
        """Tell whether it is shorter than a window."""
        return self.words < WINDOW


def fold_of(document: Labelled) -> int:
    """Return the fold to which a document belongs, the same every time."""
    return hashlib.sha256(f"{document.corpus}:{document.id}".encode()).digest()[0] % FOLDS


def judged(gate: Gate, document: Labelled) -> Judged | None:
    """Return how a gate scores a document; none if it is unknown whether it is relevant, or if it has no words."""
    words, _ = placed(document)
    relevant = is_relevant(document)
    if relevant is None or not words:
        return None
    scores = gate.scores(words)
    gold = document.relevant is not None
    return Judged(document.corpus, len(words), max(scores), sum(scores) / len(scores), relevant, gold)


def scaled(found: Sequence[Judged], short: bool) -> Scale:
    """Fit the scale of short or of long documents. Probabilities are as if half of all documents were relevant."""
    some = [j for j in found if j.is_short == short]
    right = np.array([j.relevant for j in some])
    model = LogisticRegression(C=1e4).fit(_features(some, short), right, sample_weight=_weights(some, right))
    best, average = (float(c) for c in (*model.coef_[0], 0.0)[:2])
    shift = float(model.intercept_[0])
    free = Scale(round(best, 3), round(average, 3), round(shift, 3), 0.0)
    counted = [j for j in some if j.relevant and (short or (j.gold and j.corpus != OWN))]
    lowest = np.quantile([free.verdict(j.best, j.average).probability for j in counted], LOST_SHORT if short else LOST_LONG)
    return Scale(free.best, free.average, free.shift, round(float(lowest), 4))


def _features(found: Sequence[Judged], short: bool) -> np.ndarray:
    best = np.array([[j.best] for j in found])
    return best if short else np.hstack([best, np.clip([[j.average] for j in found], *AVERAGE)])


def _weights(found: Sequence[Judged], right: np.ndarray) -> np.ndarray:
    sizes = Counter((j.corpus, j.relevant) for j in found)
    weights = np.array([sizes[j.corpus, j.relevant] ** -0.5 for j in found])
    for side in (right, ~right):
        weights[side] *= 0.5 * len(found) / weights[side].sum()
    return weights
