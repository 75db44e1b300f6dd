"""Scale: from scores to probabilities, and thresholds that lose few relevant documents, set on documents held out."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline.resources.gate import AVERAGE, WINDOW, Gate, Scale
from training.gate.labels import Labelled
from training.gate.own import OWN
from training.gate.windows import is_relevant, placed

FOLDS = 5
LOST_LONG = 0.003
"""Share of documents relevant by gold, of a window or more, that may be lost."""
LOST_ANYWHERE = 0.006
"""Share of those that may be lost of any one corpus."""
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
    return replace(free, threshold=round(_threshold(free, some, short), 4))


def _threshold(scale: Scale, found: Sequence[Judged], short: bool) -> float:
    """Return the probability below which not more than the shares above are lost."""
    kept = [j for j in found if j.relevant and (short or (j.gold and j.corpus != OWN))]
    by_corpus: dict[str, list[float]] = defaultdict(list)
    for one in kept:
        by_corpus[one.corpus].append(scale.verdict(one.best, one.average).probability)
    together = _lowest([p for some in by_corpus.values() for p in some], LOST_SHORT if short else LOST_LONG)
    return together if short else min(together, *(_lowest(some, LOST_ANYWHERE) for some in by_corpus.values()))


def _lowest(probabilities: Sequence[float], lost: float) -> float:
    return float(np.quantile(probabilities, lost, method="lower")) - 0.0001


def _features(found: Sequence[Judged], short: bool) -> np.ndarray:
    best = np.array([[j.best] for j in found])
    return best if short else np.hstack([best, np.clip([[j.average] for j in found], *AVERAGE)])


def _weights(found: Sequence[Judged], right: np.ndarray) -> np.ndarray:
    sizes = Counter((j.corpus, j.relevant) for j in found)
    weights = np.array([sizes[j.corpus, j.relevant] ** -0.5 for j in found])
    for side in (right, ~right):
        weights[side] *= 0.5 * len(found) / weights[side].sum()
    return weights
