"""What a model says of a text, gathered out of its windows; no training framework is needed to look at it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from training.scheme import Text, Word

Array = NDArray[np.float32]
Pointed = tuple[str, Word, list[Word], dict[Word, float], float]
"""(relation, anchor, targets, score of every word of the window, score of none)."""


@dataclass
class Predicted:
    """Raw scores of one text: of words by head, of sentence parts, of windows, and of what pointers point at."""

    text: Text
    words: dict[Word, Array] = field(default_factory=dict)
    marks: dict[int, list[Array]] = field(default_factory=dict)
    starts: list[Array] = field(default_factory=list)
    pointed: list[Pointed] = field(default_factory=list)


def softmax(scores: Array) -> Array:
    """Return probabilities along the last axis."""
    exp = np.exp(scores - scores.max(-1, keepdims=True))
    out: Array = exp / exp.sum(-1, keepdims=True)
    return out


def sigmoid(scores: Array) -> Array:
    """Return the probability of each score."""
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)
