"""Pairs: which words of a document go together, scored when asked for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.model.reading import Choice, Relation, Word
from dateline.resources.encoder import Layout

Array = NDArray[np.float32]


class WordPairs:
    """Vectors of the words of one document; implements `Pairs`.

    Only words that were read in the same window are compared: a candidate outside it has probability 0.
    """

    __slots__ = ("_firsts", "_scoring", "_vectors", "_windows")

    def __init__(self, vectors: Array, windows: NDArray[np.int64], firsts: Sequence[int], scoring: Scoring) -> None:
        """Keep the columns of every word, the number of its window, and the index of each sentence's first word."""
        self._vectors = vectors
        self._windows = windows
        self._firsts = firsts
        self._scoring = scoring

    def choose(self, relation: Relation, anchor: Word, candidates: Sequence[Sequence[Word]]) -> Choice:
        """Return how likely `anchor` points at each candidate (a run of words), and at none."""
        at = self._firsts[anchor[0]] + anchor[1]
        runs = [[self._firsts[s] + w for s, w in run] for run in candidates]
        here = self._windows[at]
        near = [[w for w in run if self._windows[w] == here] for run in runs]
        words = np.fromiter((w for run in near for w in run), dtype=np.int64)
        scores, none = self._scoring.scores(relation, self._vectors, at, words)
        weights, done = [], 0
        top = max(none, float(scores.max())) if len(words) else none
        exps = np.exp(scores - top)
        for run in near:
            weights.append(float(exps[done : done + len(run)].sum()))
            done += len(run)
        rest = float(np.exp(none - top))
        total = sum(weights) + rest
        return Choice(tuple(w / total for w in weights), rest / total)


class Scoring:
    """How two words' columns make a score: once a process, from the layout."""

    def __init__(self, layout: Layout) -> None:
        """Take what the layout says of each relation."""
        self._anchors = {r: layout.columns[f"{r}.anchor"] for r in Relation}
        self._targets = {r: layout.columns[f"{r}.target"] for r in Relation}
        self._distances = {r: np.array(layout.distances[r], dtype=np.float32) for r in Relation}
        self._none = {r: np.array(layout.none[r], dtype=np.float32) for r in Relation}
        self._buckets = np.array(layout.buckets)

    def scores(self, relation: Relation, vectors: Array, anchor: int, words: NDArray[np.int64]) -> tuple[Array, float]:
        """Return the score of each word, and of none."""
        query = vectors[anchor, self._anchors[relation]]
        scale = len(query) ** 0.5
        away = words - anchor
        steps = np.searchsorted(self._buckets, np.abs(away), side="right")
        distances = self._distances[relation][np.where(away < 0, -steps, steps) + len(self._buckets)]
        none = self._none[relation]
        scores = vectors[words, self._targets[relation]] @ query / scale + distances
        return scores, float(query @ none[:-1] / scale + none[-1])
