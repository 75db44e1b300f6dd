"""Figures on texts that were not trained on: how well each head does by itself, before rules come in."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from training.predicted import Array, Predicted, sigmoid, softmax
from training.scheme import ROLES, SPEECH, TYPES, Word

Columns = dict[str, tuple[int, int]]
Run = tuple[int, int, int]
FLOOR = 0.5


def figures(predicted: Sequence[Predicted], columns: Columns) -> dict[str, float]:
    """Return every figure that the texts allow, by corpus and name."""
    by_corpus: dict[str, list[Predicted]] = {}
    for p in predicted:
        by_corpus.setdefault(p.text.corpus, []).append(p)
    out: dict[str, float] = {}
    for corpus, measure in MEASURES.items():
        if corpus in by_corpus:
            out |= {f"{corpus}.{name}": value for name, value in measure(by_corpus[corpus], columns).items()}
    return out


def f1(right_predicted: float, predicted: float, right_gold: float, gold: float) -> dict[str, float]:
    """Return precision, recall and F1."""
    p = right_predicted / predicted if predicted else 0.0
    r = right_gold / gold if gold else 0.0
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def table(p: Predicted, sentence: int, span: tuple[int, int]) -> Array:
    """Return the scores of one head for every word of a sentence."""
    return np.stack([p.words[sentence, i][span[0] : span[1]] for i in range(len(p.text.sentences[sentence]))])


def runs(probabilities: Array, begin: int, floor: float = FLOOR) -> list[Run]:
    """Return runs (begin label, first, last) of words whose probability of a tag is at least `floor`."""
    whole = probabilities[:, begin] + probabilities[:, begin + 1]
    out: list[Run] = []
    first = -1
    for i in range(len(whole) + 1):
        inside = i < len(whole) and whole[i] >= floor
        begins = inside and probabilities[i, begin] * 2 > whole[i]
        if first >= 0 and (not inside or begins):
            out.append((begin, first, i - 1))
            first = -1
        if inside and first < 0:
            first = i
    return out


def gold_runs(labels: Sequence[int], begin: int) -> list[Run]:
    """Return the runs that labels mark."""
    sharp = np.zeros((len(labels), begin + 2), dtype=np.float32)
    for i, label in enumerate(labels):
        if label in (begin, begin + 1):
            sharp[i, label] = 1
    return runs(sharp, begin)


def _roles(items: Sequence[Predicted], columns: Columns) -> dict[str, float]:
    counts = np.zeros((len(ROLES), 4))
    words = np.zeros((len(ROLES), 4))
    for p in items:
        for n in range(len(ROLES)):
            named: set[str] = set()
            meant: set[str] = set()
            for s, labels in enumerate(p.text.tags["roles"]):
                if not labels:
                    continue
                found = runs(softmax(table(p, s, columns["roles"])), 1 + 2 * n)
                gold = gold_runs(labels, 1 + 2 * n)
                both = len(set(found) & set(gold))
                counts[n] += (both, len(found), both, len(gold))
                lower = [w.lower() for w in p.text.sentences[s]]
                named.update(" ".join(lower[a : b + 1]) for _, a, b in found)
                meant.update(" ".join(lower[a : b + 1]) for _, a, b in gold)
            words[n] += (len(named & meant), len(named), len(named & meant), len(meant))
    out = {f"span.{k}": v for k, v in f1(*counts.sum(0)).items()} | {f"string.{k}": v for k, v in f1(*words.sum(0)).items()}
    out |= {f"string.{role}.f1": f1(*row)["f1"] for role, row in zip(ROLES, words, strict=True)}
    return out | _types(items, columns)


def _types(items: Sequence[Predicted], columns: Columns) -> dict[str, float]:
    counts = np.zeros((len(TYPES), 4))
    told = np.zeros(4)
    documents = np.zeros(4)
    first, last = columns["types"]
    for p in items:
        for s, gold in enumerate(p.text.types or ()):
            if s not in p.marks:
                continue
            mark = np.max(p.marks[s], axis=0)
            found = sigmoid(mark[first:last]) >= FLOOR
            for k in range(len(TYPES)):
                both = bool(found[k]) and k in gold
                counts[k] += (both, found[k], both, k in gold)
            relevant = bool(sigmoid(mark[columns["relevance"][0]]) >= FLOOR)
            told += (relevant and bool(gold), relevant, relevant and bool(gold), bool(gold))
        reports = bool(max(float(sigmoid(start[columns["document_relevance"][0]])) for start in p.starts) >= FLOOR)
        right = reports and bool(p.text.relevant)
        documents += (right, reports, right, bool(p.text.relevant))
    return {
        "sentence_type.f1": f1(*counts.sum(0))["f1"],
        "sentence_relevance.f1": f1(*told)["f1"],
        **{f"document_relevance.{k}": v for k, v in f1(*documents).items()},
    }


def _event_location(items: Sequence[Predicted], columns: Columns) -> dict[str, float]:
    right = {"with_place": [0, 0], "none": [0, 0], "word": [0, 0]}
    for p in items:
        for _, _, targets, scores, none in p.pointed[:1]:
            best = max(scores, key=scores.__getitem__)
            right["word"][0] += (best in targets) if targets and scores[best] > none else (not targets and scores[best] <= none)
            right["word"][1] += 1
            chosen = choose(p.text.candidates, scores, none)
            kind = "with_place" if targets else "none"
            right[kind][0] += (chosen is not None and set(chosen) <= set(targets)) if targets else chosen is None
            right[kind][1] += 1
    a, b = right["with_place"], right["none"]
    shares = {f"exact.{k}": n / max(1, of) for k, (n, of) in right.items()}
    return {"exact": (a[0] + b[0]) / max(1, a[1] + b[1]), **shares}


def choose(candidates: Sequence[Sequence[Word]], scores: dict[Word, float], none: float) -> Sequence[Word] | None:
    """Return the candidate a word points at, or None."""
    reachable = [(best_of(c, scores), n) for n, c in enumerate(candidates) if any(w in scores for w in c)]
    top = max(reachable, default=(-math.inf, -1))
    return candidates[top[1]] if top[0] > none else None


def best_of(words: Sequence[Word], scores: dict[Word, float]) -> float:
    """Return the score of a run of words: the log of its words' summed weights."""
    here = [scores[w] for w in words if w in scores]
    top = max(here)
    return top + math.log(sum(math.exp(s - top) for s in here))


def _factuality(items: Sequence[Predicted], columns: Columns) -> dict[str, float]:
    at = columns["factuality"][0]
    pairs = [(float(p.words[s, i][at]), v) for p in items for s, i, v in p.text.factuality]
    said, gold = np.array(pairs).T
    said = said.clip(-3, 3)
    return {
        "mae": float(np.abs(said - gold).mean()),
        "mae.constant_3": float(np.abs(3 - gold).mean()),
        "pearson": float(np.corrcoef(said, gold)[0, 1]),
    }


def _polnear(items: Sequence[Predicted], columns: Columns) -> dict[str, float]:
    out: dict[str, float] = {}
    for name in SPEECH:
        exact, words = np.zeros(4), np.zeros(4)
        for p in items:
            for s, labels in enumerate(p.text.tags[name]):
                if not labels:
                    continue
                found, gold = runs(softmax(table(p, s, columns[name])), 1), gold_runs(labels, 1)
                both = len(set(found) & set(gold))
                exact += (both, len(found), both, len(gold))
                here = {i for _, a, b in found for i in range(a, b + 1)}
                there = {i for i, label in enumerate(labels) if label}
                words += (len(here & there), len(here), len(here & there), len(there))
        out |= {f"{name}.span_f1": f1(*exact)["f1"], f"{name}.word_f1": f1(*words)["f1"]}
    for relation in ("source", "cue"):
        right = total = 0
        for p in items:
            for kind, _, targets, scores, none in p.pointed:
                if kind == relation:
                    best = max(scores, key=scores.__getitem__)
                    right += (best in targets) if scores[best] > none else not targets
                    total += 1
        out[f"{relation}_of.accuracy"] = right / max(1, total)
    return out


MEASURES = {"roles5": _roles, "event_location": _event_location, "factuality": _factuality, "polnear": _polnear}
