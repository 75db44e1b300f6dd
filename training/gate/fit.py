"""Fit: a logistic regression over pieces, and the gate that its weights make."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from dateline.resources.gate import WINDOW, Gate, Scale
from training.gate.windows import Piece

STRENGTH = 0.05
"""Inverse strength of the L2 penalty: of 0.01, 0.02 and 0.05, the one at which fewest irrelevant documents held out passed."""
LEAST = 0.01
"""A weight smaller than this is left out."""


@dataclass(frozen=True)
class Table:
    """The columns of each word and pair of words: its own, and those of its classes. The last is that of shortness."""

    columns: Mapping[str, tuple[int, ...]]
    width: int


def table(vocabulary: Iterable[str], classes: Mapping[str, Iterable[str]]) -> Table:
    """Return the columns of a vocabulary, and of classes some of whose members it may lack."""
    columns: dict[str, list[int]] = defaultdict(list)
    names = sorted(vocabulary)
    for number, name in enumerate(names):
        columns[name].append(number)
    for number, (_, members) in enumerate(sorted(classes.items()), len(names)):
        for member in sorted(members):
            columns[member].append(number)
    return Table({name: tuple(found) for name, found in columns.items()}, len(names) + len(classes) + 1)


def fitted(pieces: Sequence[Piece], columns: Table, strength: float = STRENGTH) -> Gate:
    """Return a gate with fitted weights; its scales are not fitted yet, and everything passes it."""
    right = np.array([piece.relevant for piece in pieces])
    model = LogisticRegression(C=strength, max_iter=500)
    model.fit(_rows(pieces, columns), right, sample_weight=_weights(pieces, right))
    found = model.coef_[0]
    weights = {name: round(float(sum(found[i] for i in own)), 2) for name, own in columns.columns.items()}
    kept = {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= LEAST}
    unscaled = Scale(1.0, 0.0, 0.0, 0.0)
    return Gate(kept, round(float(model.intercept_[0]), 3), round(float(found[-1]), 3), (unscaled, unscaled), "")


def _rows(pieces: Sequence[Piece], columns: Table) -> csr_matrix:
    where: list[int] = []
    ends = [0]
    values: list[float] = []
    for piece in pieces:
        for name in (*piece.words, *(f"{a} {b}" for a, b in pairwise(piece.words))):
            where += columns.columns.get(name, ())
        values += [1.0] * (len(where) - len(values))
        where.append(columns.width - 1)
        values.append(math.log(WINDOW / len(piece.words)))
        ends.append(len(where))
    made = csr_matrix((values, where, ends), shape=(len(pieces), columns.width))
    made.sum_duplicates()
    return made


def _weights(pieces: Sequence[Piece], right: np.ndarray) -> np.ndarray:
    """Weigh large corpora down, so that none of them decides alone, and relevant and irrelevant pieces alike."""
    sizes = Counter((piece.corpus, piece.relevant) for piece in pieces)
    weights = np.array([piece.weight * sizes[piece.corpus, piece.relevant] ** -0.5 for piece in pieces])
    for side in (right, ~right):
        weights[side] *= 0.5 * len(pieces) / weights[side].sum()
    return weights
