"""From the trained model to what the program loads: an int8 graph, the tokenizer, and what its columns are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from dateline.resources.encoder.pieces import Pieces
from dateline.resources.encoder.windows import LONGEST, windows
from training.model import BUCKETS, Reader, base
from training.scheme import RELATIONS, TYPES
from training.settings import Settings

OPSET = 18
SENTENCES = (
    ("Two police officers were killed on Monday when gunmen attacked a checkpoint near the town of Sarvand .",),
    ("A spokesman said the bomb had been placed under the bridge , but the army denied it .", "No one was hurt ."),
    ("The minister is to visit the port next week .",),
)
"""Texts of our own whose scores are kept beside the weights, so that the graph can be checked without the framework."""


def export(trained: Reader, settings: Settings, target: Path, version: str) -> dict[str, Any]:
    """Write `encoder.onnx`, `tokenizer.json`, `layout.json` and `reference.npz` into `target`; return the layout."""
    target.mkdir(parents=True, exist_ok=True)
    model = Reader(settings)
    model.load_state_dict(trained.state_dict())
    model.eval()
    whole = target / "whole.onnx"
    _graph(model, whole)
    quantize_dynamic(
        str(whole),
        str(target / "encoder.onnx"),
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=_heads(whole, model.heads.out_features),
        extra_options={"MatMulConstBOnly": True},
    )
    for path in target.glob("whole.onnx*"):
        path.unlink()
    shutil.copyfile(base() / "tokenizer.json", target / "tokenizer.json")
    _reference(model, target)
    layout = {
        "version": version,
        "longest": LONGEST,
        "types": TYPES,
        "columns": model.columns,
        "buckets": BUCKETS,
        "relations": {
            name: {"distances": model.distances[n].tolist(), "none": model.none[n].tolist()} for n, name in enumerate(RELATIONS)
        },
    }
    (target / "layout.json").write_text(json.dumps(layout, indent=1) + "\n", encoding="utf-8")
    return layout


def _graph(model: Reader, path: Path) -> None:
    ids = torch.tensor([[101, 2048, 2610, 102], [101, 2048, 102, 0]])
    mask = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    dynamic = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        model,
        (ids, mask),
        str(path),
        input_names=["ids", "mask"],
        output_names=["values"],
        dynamic_axes={"ids": dynamic, "mask": dynamic, "values": dynamic},
        opset_version=OPSET,
        dynamo=False,
    )


def _heads(path: Path, width: int) -> list[str]:
    """Return the names of the nodes that make the heads: small, and not to be rounded."""
    import onnx

    graph = onnx.load(str(path)).graph
    sizes = {i.name: list(i.dims) for i in graph.initializer}
    return [n.name for n in graph.node if any(width in sizes.get(name, ()) for name in n.input)]


def _reference(model: Reader, target: Path) -> None:
    pieces = Pieces(target / "tokenizer.json")
    packed = [w.ids for text in SENTENCES for w in windows([s.split() for s in text], pieces)]
    longest = max(map(len, packed))
    ids = np.array([w + [pieces.pad] * (longest - len(w)) for w in packed], dtype=np.int64)
    mask = np.array([[1] * len(w) + [0] * (longest - len(w)) for w in packed], dtype=np.int64)
    with torch.inference_mode():
        values = model(torch.from_numpy(ids), torch.from_numpy(mask)).numpy()
    np.savez_compressed(target / "reference.npz", ids=ids, mask=mask, values=values.astype(np.float32))
