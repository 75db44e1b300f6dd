"""The weights that ship: the graph says what the training framework said, padded or not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dateline.resources.encoder import WEIGHTS, Encoder, MissingWeightsError, load_encoder, missing

REFERENCE = WEIGHTS / "reference.npz"
pytestmark_weights = pytest.mark.skipif(bool(missing()) or not REFERENCE.is_file(), reason="no weights: run `make train`")
TOLERATED = 0.06
"""Mean difference of int8 scores from the framework's (logits, whose own spread is several)."""


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "layout.json").write_text("{}", encoding="utf-8")
    with pytest.raises(MissingWeightsError, match=r"encoder\.onnx, tokenizer\.json not found in .*make train"):
        Encoder(tmp_path)


@pytestmark_weights
def test_padded_batches_give_what_the_framework_gave() -> None:
    reference = np.load(REFERENCE)
    ids, mask, expected = reference["ids"], reference["mask"], reference["values"]
    assert (mask == 0).any(), "the reference must hold padding"
    here = mask == 1
    values = load_encoder()(ids, mask)
    assert np.abs(values[here] - expected[here]).mean() < TOLERATED
    alike = np.corrcoef(values[here].ravel(), expected[here].ravel())[0, 1]
    assert alike > 0.99


@pytestmark_weights
def test_padding_changes_next_to_nothing() -> None:
    reference = np.load(REFERENCE)
    ids, mask = reference["ids"], reference["mask"]
    together = load_encoder()(ids, mask)
    for row, size in enumerate(mask.sum(1)):
        alone = load_encoder()(ids[row : row + 1, :size], mask[row : row + 1, :size])
        assert np.corrcoef(alone.ravel(), together[row, :size].ravel())[0, 1] > 0.995


@pytestmark_weights
def test_the_weights_are_small_enough_to_ship() -> None:
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir()) <= 30 * 1024 * 1024
