"""Training of the weigher: claims that readers judged right or wrong, the features of the claims made now, a regression.

    python -m training.weigher --data ../shared/data

The labels (`training/labels/claims.jsonl`) name claims by id and texts by corpus and id; no text is in them. A claim that the
rules no longer make has no features and teaches nothing; what is left is told.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from dateline.jobs.read import read
from dateline.model.document import Document
from dateline.model.layer import AnnotatedDocument
from dateline.pipeline.claims import Draft, drafts
from dateline.pipeline.features import Features
from dateline.pipeline.order import build_pipeline
from dateline.read import ReadOptions
from dateline.resources.weigher import WEIGHTS
from dateline.store import Database, View
from training.readers.reports import Source, reports

HERE = Path(__file__).parent
LABELS = HERE / "labels" / "claims.jsonl"
STRENGTHS = (0.01, 0.02, 0.05, 0.1, 0.2)
"""Inverse strengths of the L2 penalty that are tried."""
FOLDS = 10
LEAST = 3
"""A feature seen less often than this teaches nothing."""
BATCH = 32


@dataclass(frozen=True)
class Example:
    """The features of a claim, whether it is right, and the text it is of: claims of one text are never on both sides."""

    features: dict[str, float]
    right: bool
    text: str


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.weigher", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder of the training data")
    parser.add_argument("--target", type=Path, default=WEIGHTS, help="file for the weights")
    options = parser.parse_args()
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    examples = list(_examples(labels, reports(options.data, {label["report"] for label in labels})))
    print(
        f"{len(labels)} judged claims, {len(examples)} of them still made, {_share(examples):.3f} of these right", file=sys.stderr
    )
    strength, held_out = _chosen(examples)
    weights, bias = _fitted(examples, strength)
    report = {
        "version": hashlib.sha256(LABELS.read_bytes()).hexdigest()[:12],
        "trained_on": len(examples),
        "strength": strength,
        "held_out": _curve(held_out, np.array([e.right for e in examples])),
        "bias": round(bias, 4),
        "weights": {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= 0.0015},
    }
    options.target.write_text(json.dumps(report, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    json.dump({"held_out": report["held_out"], "strength": strength}, sys.stdout, indent=1)
    print()


def _examples(labels: Sequence[dict[str, object]], sources: Sequence[Source]) -> Iterator[Example]:
    judged = {str(label["claim"]): label for label in labels}
    documents = list(_documents(sources))
    pipeline = build_pipeline()
    for start in range(0, len(documents), BATCH):
        for annotated in pipeline.annotate(documents[start : start + BATCH]):
            if not isinstance(annotated, AnnotatedDocument):
                continue
            features = Features(annotated)
            for _, made in drafts(annotated):
                for draft in made:
                    label = judged.get(draft.claim.id)
                    if label is not None and _holds(label, draft):
                        named = dict.fromkeys(features.of(draft.made), 1.0)
                        yield Example(named, bool(label["right"]), annotated.document.text_id)


def _holds(label: dict[str, object], draft: Draft) -> bool:
    """Tell whether a verdict is still one on this claim: its id does not cover the event's type and the speakers."""
    same_type = label["type"] == draft.made.event.type
    same_speakers = label["said"] == [[said.evidence.span.start, said.evidence.span.end] for said in draft.claim.said_by]
    return same_speakers and (same_type or (not label["right"] and label["kind"] not in ("type", "not-an-event", "not-happened")))


def _documents(sources: Sequence[Source]) -> Iterator[Document]:
    """Read the reports as `dateline run` does, so that the texts are the same to the character."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "reports.jsonl"
        table.write_text("".join(json.dumps(source.row, ensure_ascii=False) + "\n" for source in sources), encoding="utf-8")
        with Database(str(Path(folder) / "reports.db")) as database:
            found = read(database, [str(table)], ReadOptions())
            yield from (View(database).document(id) for id in dict.fromkeys(found.documents))


def _chosen(examples: Sequence[Example]) -> tuple[float, np.ndarray]:
    """Return the strength with the least loss on texts held out, and the probabilities it gives there."""
    best: tuple[float, float, np.ndarray] | None = None
    right = np.array([e.right for e in examples])
    folds = list(GroupKFold(FOLDS).split(right, groups=[e.text for e in examples]))
    for strength in STRENGTHS:
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


def _share(examples: Sequence[Example]) -> float:
    return sum(e.right for e in examples) / max(1, len(examples))


if __name__ == "__main__":
    main()
