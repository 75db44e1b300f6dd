"""The model alone on roles5: one template for each type it sees, its fillers as tagged. What rules have to add to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from dateline.evaluate.figures import totals
from dateline.evaluate.suites.roles5 import Template, counts, figures, read_gold
from training.measure import Columns, runs, table
from training.predicted import Array, Predicted, sigmoid, softmax
from training.scheme import ROLES, TYPES

NAMES = dict(zip(ROLES, ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon"), strict=True))


def alone(predicted: Sequence[Predicted], columns: Columns, folder: Path, split: str, floor: float = 0.5) -> dict[str, float]:
    """Return the suite's figures for what the model alone would fill in."""
    ours = {p.text.id.partition("/")[2]: list(templates(p, columns, floor)) for p in predicted if p.text.corpus == "roles5"}
    gold = [d for d in read_gold(folder, split) if d.id in ours]
    told = figures(totals([counts(d.templates, ours[d.id]) for d in gold]))
    return {f"roles5.alone.{name}": told[name] for name in ("f1", "precision", "recall", "f1_one_to_one", "incident_type.f1")}


def templates(p: Predicted, columns: Columns, floor: float) -> Iterator[Template]:
    """Yield a template for each type that some sentence tells, if the document reports an incident at all."""
    at = columns["document_relevance"][0]
    if max(float(sigmoid(start[at])) for start in p.starts) < floor:
        return
    first, last = columns["types"]
    told = {s: sigmoid(np.max(marks, axis=0)[first:last]) for s, marks in p.marks.items()}
    best = np.max(list(told.values()), axis=0)
    kinds = [k for k in range(len(TYPES)) if best[k] >= floor] or [int(best.argmax())]
    fillers: dict[int, dict[str, dict[str, None]]] = {k: {role: {} for role in ROLES} for k in kinds}
    for s, words in enumerate(p.text.sentences):
        if s in told and words:
            kind = max(kinds, key=lambda k, s=s: float(told[s][k]))  # type: ignore[misc]
            _fill(fillers[kind], words, softmax(table(p, s, columns["roles"])), floor)
    for kind in kinds:
        yield Template((TYPES[kind],), _roles(fillers[kind]))


def _fill(into: dict[str, dict[str, None]], words: Sequence[str], probabilities: Array, floor: float) -> None:
    for n, role in enumerate(ROLES):
        for _, a, b in runs(probabilities, 1 + 2 * n, floor):
            into[role][" ".join(words[a : b + 1]).lower()] = None


def _roles(fillers: Mapping[str, Mapping[str, None]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {NAMES[role]: tuple((words,) for words in found) for role, found in fillers.items()}
