"""Calibration on the held-out tenth: a temperature (and shift) a head, folded into the weights, and figures of reliability."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from training.predicted import Array, Pointed, Predicted, sigmoid, softmax
from training.scheme import RELATIONS, SPEECH, TYPES

GRID = np.exp(np.linspace(np.log(0.5), np.log(4.0), 61))
SHIFTS = np.linspace(-3, 3, 61)
Columns = dict[str, tuple[int, int]]


def calibration(predicted: Sequence[Predicted], columns: Columns) -> tuple[dict[str, float], dict[str, float]]:
    """Return the temperature of each head, and the shift of those of yes and no.

    The likeliest of several windows or parts is likelier than it should be: hence the shifts.
    """
    temperatures: dict[str, float] = {}
    shifts: dict[str, float] = {}
    for head, (scores, gold) in _multiclass(predicted, columns):
        temperatures[head] = _best([float(_log_loss(scores / t, gold)) for t in GRID])
    for head, (scores, yes) in _binary(predicted, columns):
        t = temperatures[head] = _best([min(float(_binary_loss(scores / t + b, yes)) for b in SHIFTS) for t in GRID])
        shifts[head] = float(SHIFTS[int(np.argmin([_binary_loss(scores / t + b, yes) for b in SHIFTS]))])
    for relation in RELATIONS:
        items = [_row(p) for q in predicted for p in q.pointed if p[0] == relation]
        if items:
            temperatures[f"{relation}.anchor"] = _best([_pointing_loss(items, t) for t in GRID])
    return temperatures, shifts


def reliability(predicted: Sequence[Predicted], columns: Columns) -> dict[str, dict[str, object]]:
    """Return, for each head, tenths of probability: how many, how sure on average, how often right; and the mean gap."""
    out = {}
    for head, (scores, gold) in _multiclass(predicted, columns):
        p = softmax(scores)
        out[head] = _tenths(p[:, 1:].ravel(), (np.arange(p.shape[1])[None, 1:] == gold[:, None]).ravel())
    for head, (scores, yes) in _binary(predicted, columns):
        out[head] = _tenths(sigmoid(scores), yes > 0)
    return out


def _multiclass(predicted: Sequence[Predicted], columns: Columns) -> Iterator[tuple[str, tuple[Array, NDArray[np.int64]]]]:
    for head in ("roles", *SPEECH):
        first, last = columns[head]
        rows = [
            (p.words[s, i][first:last], label)
            for p in predicted
            if head in p.text.tags
            for s, labels in enumerate(p.text.tags[head])
            for i, label in enumerate(labels)
        ]
        if rows:
            yield head, (np.stack([r[0] for r in rows]), np.array([r[1] for r in rows]))


def _binary(predicted: Sequence[Predicted], columns: Columns) -> Iterator[tuple[str, tuple[Array, Array]]]:
    marks = [
        (np.max(p.marks[s], axis=0), gold)
        for p in predicted
        if p.text.types
        for s, gold in enumerate(p.text.types)
        if s in p.marks
    ]
    if marks:
        first, last = columns["types"]
        types = np.array([[k in gold for k in range(len(TYPES))] for _, gold in marks], dtype=np.float32)
        yield "types", (np.stack([m[first:last] for m, _ in marks]).ravel(), types.ravel())
        at = columns["relevance"][0]
        yield "relevance", (np.array([m[at] for m, _ in marks]), types.max(1))
    at = columns["document_relevance"][0]
    documents = [(max(s[at] for s in p.starts), p.text.relevant) for p in predicted if p.text.relevant is not None]
    if documents:
        yield "document_relevance", (np.array([d[0] for d in documents]), np.array([d[1] for d in documents], dtype=np.float32))


def _best(lost: Sequence[float]) -> float:
    return float(GRID[int(np.argmin(lost))])


def _log_loss(scores: Array, gold: NDArray[np.int64]) -> np.float32:
    return np.float32(-np.log(softmax(scores)[np.arange(len(gold)), gold] + 1e-9).mean())


def _binary_loss(scores: Array, gold: Array) -> np.float32:
    p = sigmoid(scores)
    return np.float32(-(gold * np.log(p + 1e-9) + (1 - gold) * np.log(1 - p + 1e-9)).mean())


def _row(pointed: Pointed) -> tuple[Array, NDArray[np.bool_]]:
    """Return the scores of all words and of none, and which of them are right."""
    _, _, targets, scores, none = pointed
    right = [word in targets for word in scores]
    return np.array([*scores.values(), none], dtype=np.float32), np.array([*right, not targets])


def _pointing_loss(items: Sequence[tuple[Array, NDArray[np.bool_]]], t: float) -> float:
    return float(-np.mean([np.log(softmax(scores / t)[right].sum() + 1e-9) for scores, right in items]))


def _tenths(p: Array, right: NDArray[np.bool_]) -> dict[str, object]:
    rows = []
    gap = 0.0
    for n in range(10):
        inside = (p >= n / 10) & ((p < (n + 1) / 10) if n < 9 else (p <= 1))
        if inside.any():
            sure, share = float(p[inside].mean()), float(right[inside].mean())
            rows.append({"from": n / 10, "items": int(inside.sum()), "probability": round(sure, 4), "right": round(share, 4)})
            gap += abs(sure - share) * float(inside.mean())
    return {"gap": round(gap, 4), "tenths": rows}
