"""Encoder: the trained weights that read sentences, their tokenizer, and what the columns of their output are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.resources.encoder.pieces import Pieces
from dateline.resources.encoder.windows import Part, Window, windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Encoder", "Layout", "MissingWeightsError", "Part", "Pieces", "Window", "load_encoder", "missing", "windows"]

WEIGHTS = Path(__file__).with_name("weights")
FILES = ("encoder.onnx", "layout.json", "tokenizer.json")


class MissingWeightsError(RuntimeError):
    """The weights are not where they belong."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of the output are, and how words that point at words are scored. Written by training."""

    version: str
    longest: int
    types: tuple[str, ...]
    columns: Mapping[str, slice]
    buckets: tuple[int, ...]
    """Distances in words at which a new bucket begins, on either side of the anchor."""
    distances: Mapping[str, tuple[float, ...]]
    """Relation -> score of each bucket, from furthest before the anchor to furthest after it."""
    none: Mapping[str, tuple[float, ...]]
    """Relation -> what the anchor's vector is multiplied with to score "none", and a constant as the last."""


class Encoder:
    """The weights, opened: ids of word pieces in, a row of numbers for each piece out."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        """Open the files. Raises MissingWeightsError if one is not there."""
        lacking = missing(folder)
        if lacking:
            raise MissingWeightsError(f"{', '.join(lacking)} not found in {folder}: install dateline again, or run `make train`")
        # Only where a report is read: opening it takes a tenth of a second that no other command should pay.
        import onnxruntime

        self.layout = _layout(json.loads((folder / "layout.json").read_text(encoding="utf-8")))
        self.pieces = Pieces(folder / "tokenizer.json")
        options = onnxruntime.SessionOptions()
        # Worker processes have the cores already; and results must not depend on how work is split.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])

    def __call__(self, ids: NDArray[np.int64], mask: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the columns of every piece of padded windows."""
        values: NDArray[np.float32] = self._session.run(["values"], {"ids": ids, "mask": mask})[0]
        return values


def missing(folder: Path = WEIGHTS) -> list[str]:
    """Return the names of the files that are not there."""
    return [name for name in FILES if not (folder / name).is_file()]


@cache
def load_encoder() -> Encoder:
    """Open the weights once a process."""
    return Encoder()


def _layout(read: dict[str, Any]) -> Layout:
    return Layout(
        read["version"],
        read["longest"],
        tuple(read["types"]),
        {name: slice(first, last) for name, (first, last) in read["columns"].items()},
        tuple(read["buckets"]),
        {name: tuple(told["distances"]) for name, told in read["relations"].items()},
        {name: tuple(told["none"]) for name, told in read["relations"].items()},
    )
