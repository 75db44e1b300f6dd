"""One command from data to the gate's weights: label, learn, set the thresholds, measure."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from dateline.resources.gate import WEIGHTS, Gate, Scale
from training.gate import streams
from training.gate.classes import classes
from training.gate.fit import fitted, table
from training.gate.labels import Labelled, labelled
from training.gate.own import OWN, own_texts
from training.gate.scale import FOLDS, Judged, fold_of, judged, scaled
from training.gate.vocabulary import names, shared_pairs, shared_words
from training.gate.windows import Piece, pieces, placed

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OWN_WEIGHT = 4.0
"""How much more a line of our own counts: they are few, and stand for whole subjects."""


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.gate", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="folder of the training data")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "training" / "gate", help="where the labels are kept")
    parser.add_argument("--target", type=Path, default=WEIGHTS, help="file for the weights")
    options = parser.parse_args()
    documents = [*labelled(streams.train(options.data), options.work), *own_texts()]
    gate, held_out = trained(documents)
    report: dict[str, object] = {
        "version": _version(),
        "trained_on": _sizes(documents),
        "held_out": figures(gate, held_out),
        "dev": measured(gate, streams.dev(options.data)),
    }
    write(replace(gate, version=str(report["version"])), report, options.target)
    json.dump(report, sys.stdout, indent=1)
    print()


def trained(documents: Sequence[Labelled]) -> tuple[Gate, list[Judged]]:
    """Return the gate, with scales from what gates without a fifth of the documents make of that fifth; and these verdicts."""
    learned = [(fold_of(d), replace(p, weight=OWN_WEIGHT) if p.corpus == OWN else p) for d in documents for p in pieces(d)]
    columns = table(*_features(documents, [piece for _, piece in learned]))
    found: list[Judged] = []
    for fold in range(FOLDS):
        gate = fitted([piece for own, piece in learned if own != fold], columns)
        made = (judged(gate, document) for document in documents if fold_of(document) == fold)
        found += [verdict for verdict in made if verdict is not None]
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr, flush=True)
    gate = fitted([piece for _, piece in learned], columns)
    return replace(gate, scales=(scaled(found, short=False), scaled(found, short=True))), found


def figures(gate: Gate, found: Iterable[Judged]) -> dict[str, dict[str, float]]:
    """Return how many documents of each kind pass, by corpus; and how often a probability is right (reliability)."""
    passed: dict[str, list[bool]] = defaultdict(list)
    tenths: dict[str, list[bool]] = defaultdict(list)
    for one in found:
        verdict = gate.scales[one.is_short].verdict(one.best, one.average)
        kind = ("gold" if one.gold else "rules") if one.relevant else "irrelevant"
        passed[f"{one.corpus}, {kind}{', short' if one.is_short else ''}"].append(verdict.passes)
        tenths[f"probability from {min(9, int(verdict.probability * 10)) / 10:.1f}"].append(one.relevant)
    out = {name: {"documents": len(p), "passed": round(sum(p) / len(p), 4)} for name, p in sorted(passed.items())}
    return out | {name: {"documents": len(r), "relevant": round(sum(r) / len(r), 4)} for name, r in sorted(tenths.items())}


def measured(gate: Gate, sources: Iterable[streams.Source]) -> dict[str, dict[str, float]]:
    """Return how many documents pass, by corpus, those that gold calls relevant apart."""
    passed: dict[str, list[bool]] = defaultdict(list)
    for source in sources:
        verdict = gate.verdict([source.title, source.text])
        passed[f"{source.corpus}, {'relevant' if source.relevant else 'others'}"].append(verdict.passes)
    return {name: {"documents": len(p), "passed": round(sum(p) / len(p), 4)} for name, p in sorted(passed.items())}


def write(gate: Gate, report: dict[str, object], target: Path) -> None:
    """Write the weights, those of the same weight together, with what they were made of."""
    by_weight: dict[float, list[str]] = defaultdict(list)
    for name, weight in gate.weights.items():
        by_weight[weight].append(name)
    made = {
        **report,
        "bias": gate.bias,
        "short": gate.short,
        "scales": {"long": _row(gate.scales[0]), "short": _row(gate.scales[1])},
        "weights": {f"{weight:g}": "|".join(sorted(same)) for weight, same in sorted(by_weight.items())},
    }
    target.write_text(json.dumps(made, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def _row(scale: Scale) -> dict[str, float]:
    return asdict(scale)


def _features(documents: Sequence[Labelled], learned: Sequence[Piece]) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    named = names(documents)
    alone = shared_words(documents, named, {f"{d.corpus}:{d.id}": placed(d)[0] for d in documents})
    return alone | shared_pairs(learned, alone), {name: members - named for name, members in classes().items()}


def _sizes(documents: Iterable[Labelled]) -> dict[str, int]:
    sizes: dict[str, int] = defaultdict(int)
    for document in documents:
        sizes[document.corpus] += 1
    return dict(sizes)


def _version() -> str:
    """Return a hash of the code and texts that this is made with."""
    seen = hashlib.sha256()
    for path in sorted(p for p in HERE.rglob("*") if p.suffix in {".py", ".txt", ".yaml"}):
        seen.update(path.read_bytes())
    return seen.hexdigest()[:12]


if __name__ == "__main__":
    main()
