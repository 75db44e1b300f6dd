"""Training of the weights that say which place of a sentence is that of an event.

    python -m training.event_places --data ../shared/data

Two regressions over event_location/train. The encoder learned from nine tenths of it and is too sure there, so that how the words
stand is learned from these, and how far to believe the encoder beside that from the tenth that its training held out, texts
that stand in both left out. Their sum is written. A place that overlaps what gold marks is right; what only locates that teaches
nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.suites._alignment import Alignment
from dateline.evaluate.suites.event_location import Gold, read_gold, stands
from dateline.extract.arguments.placing import READ, WEIGHTS, Placing
from dateline.extract.arguments.step import anchored_at
from dateline.model.layer import AnnotatedDocument
from training.scheme import Text

HERE = Path(__file__).parent
SYNTAX, BOTH = 0.1, 0.3
"""Inverse strengths of the two L2 penalties: the best by what the held-out tenth says, by cross-validation for the second."""
LEAST = 5
"""A feature seen less often than this teaches nothing."""


@dataclass(frozen=True)
class Example:
    """A place as seen from an event, whether it is the event's, and whether the encoder learned from its text."""

    features: tuple[str, ...]
    right: bool
    held_out: bool


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.event_places", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder of the training data")
    options = parser.parse_args()
    found = list(_examples(options.data / "event_location"))
    learned, held_out = [e for e in found if not e.held_out], [e for e in found if e.held_out]
    print(f"{len(learned)} places in texts the encoder learned from, {len(held_out)} in others", file=sys.stderr)
    weights, bias = _weights(learned, held_out)
    version = hashlib.sha256(json.dumps(weights, sort_keys=True).encode()).hexdigest()[:12]
    report = {"version": version, "trained_on": [len(learned), len(held_out)], "bias": round(bias, 4), "weights": weights}
    WEIGHTS.write_text(json.dumps(report, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def _weights(learned: Sequence[Example], held_out: Sequence[Example]) -> tuple[dict[str, float], float]:
    """Return the sum of both regressions: the first as one feature of the second."""
    syntax, syntax_bias = _fitted([{f: 1.0 for f in e.features if not f.startswith(READ)} for e in learned], learned, SYNTAX)
    rows = []
    for e in held_out:
        stands_so = syntax_bias + sum(syntax.get(f, 0.0) for f in e.features)
        rows.append({f: 1.0 for f in e.features if f.startswith(READ)} | {"syntax": stands_so})
    read, bias = _fitted(rows, held_out, BOTH)
    share = read.pop("syntax")
    summed = {f: round(share * w, 3) for f, w in syntax.items()} | {f: round(w, 3) for f, w in read.items()}
    return {f: w for f, w in sorted(summed.items()) if abs(w) >= 0.0015}, bias + share * syntax_bias


def _fitted(rows: Sequence[dict[str, float]], examples: Sequence[Example], strength: float) -> tuple[dict[str, float], float]:
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    table = DictVectorizer()
    x = table.fit_transform([{n: v for n, v in row.items() if counts[n] >= LEAST} for row in rows])
    model = LogisticRegression(C=strength, max_iter=5_000).fit(x, np.array([e.right for e in examples]))
    return dict(zip(table.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True)), float(model.intercept_[0])


def _examples(folder: Path) -> Iterator[Example]:
    gold = read_gold(folder, "train")
    by_text: dict[str, list[tuple[Gold, bool]]] = {}
    for n, g in enumerate(gold):
        text = Text(f"event_location/{g.id.rpartition('#')[0]}/{n}", "event_location", [], [])
        by_text.setdefault(g.text, []).append((g, text.held_out))
    texts = list(by_text)
    for report, annotated, _ in Coder(workers=1).claims([Report(str(n), text) for n, text in enumerate(texts)]):
        rows = by_text[texts[int(report.id)]]
        new = all(held_out for _, held_out in rows)
        for g, held_out in rows:
            if held_out == new:
                yield from _of_row(g, annotated, held_out)


def _of_row(gold: Gold, annotated: AnnotatedDocument, held_out: bool) -> Iterator[Example]:
    there = Alignment(annotated.document.text)
    verb = stands(there, gold.text, gold.verb)
    anchored = anchored_at(annotated, verb) if verb is not None else None
    if anchored is None:
        return
    places = [s for p in gold.places if (s := stands(there, gold.text, p)) is not None]
    found = Placing(anchored.context, anchored.events, anchored.families, anchored.known).candidates(anchored.n)
    right = {c.mention: any(c.mention.span.overlaps(s) for s in places) for c in found}
    for candidate in found:
        if right[candidate.mention] or not any(right.values()) or "locates" not in candidate.features:
            yield Example(candidate.features, right[candidate.mention], held_out)


if __name__ == "__main__":
    main()
