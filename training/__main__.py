"""One command from data to weights: read, train, calibrate, measure, export, write the model card."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

import torch

from dateline.resources.encoder.pieces import Pieces
from training.alone import alone
from training.calibrate import calibration, reliability
from training.card import card
from training.corpora import prepare, texts
from training.examples import examples
from training.export import export
from training.measure import figures
from training.model import base
from training.predict import predict
from training.settings import Settings
from training.train import train

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "dateline" / "resources" / "encoder" / "weights"


def main() -> None:
    """Train from the command line."""
    options = _options()
    settings = Settings() if options.epochs is None else replace(Settings(), epochs=options.epochs)
    torch.set_num_threads(options.threads)
    prepare(options.data, options.work)
    pieces = Pieces(base() / "tokenizer.json")
    learned = texts(options.work, "train")
    model = train(examples((t for t in learned if not t.held_out), pieces), pieces.pad, settings, options.work)
    kept = examples((t for t in learned if t.held_out), pieces)
    temperatures, shifts = calibration(predict(model, kept, pieces.pad), model.columns)
    model.fold(temperatures, shifts)
    held_out = predict(model, kept, pieces.pad)
    dev = predict(model, examples(texts(options.work, "dev"), pieces), pieces.pad)
    report = {
        "version": _version(settings),
        "settings": asdict(settings),
        "temperatures": temperatures,
        "shifts": shifts,
        "held_out": figures(held_out, model.columns),
        "dev": figures(dev, model.columns) | alone(dev, model.columns, options.data / "muc4" / "roles5", "dev"),
        "reliability": {"held_out": reliability(held_out, model.columns), "dev": reliability(dev, model.columns)},
    }
    export(model, settings, options.target, str(report["version"]))
    (options.target / "figures.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    if options.target == WEIGHTS:
        (HERE / "CARD.md").write_text(card(report, Counter(t.corpus for t in learned)), encoding="utf-8")
    json.dump({"held_out": report["held_out"], "dev": report["dev"]}, sys.stdout, indent=1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data", help="folder of the training data")
    parser.add_argument("--work", type=Path, default=HERE.parent / "build" / "training", help="where what is half done is kept")
    parser.add_argument("--target", type=Path, default=WEIGHTS, help="folder for the weights")
    parser.add_argument("--epochs", type=int, help="passes over the data")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
    return parser.parse_args()


def _version(settings: Settings) -> str:
    """Return a hash of the settings and of the code that trains: the same again for the same weights."""
    seen = hashlib.sha256(json.dumps(asdict(settings), sort_keys=True).encode())
    for path in sorted(HERE.rglob("*.py")):
        seen.update(path.read_bytes())
    return seen.hexdigest()[:12]


if __name__ == "__main__":
    main()
