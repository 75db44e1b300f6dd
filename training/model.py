"""The encoder with one linear layer of heads, and what it loses on a batch."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from training.examples import SILENT, Batch
from training.layout import layout, width
from training.scheme import RELATIONS, SPEECH
from training.settings import BASE, Settings

BUCKETS = (1, 2, 3, 5, 9, 17, 33)
"""Distances in words at which a new bucket begins; as many before the anchor as after it, and the anchor itself."""


def base() -> Path:
    """Return the folder of the weights and tokenizer that training starts from."""
    return Path(str(importlib.import_module(BASE).__file__)).parent / "model"


def bucket(distance: Tensor) -> Tensor:
    """Return the bucket of signed distances in words."""
    steps = torch.bucketize(distance.abs(), torch.tensor(BUCKETS), right=True)
    return torch.where(distance < 0, len(BUCKETS) - steps, len(BUCKETS) + steps)


class Reader(nn.Module):  # type: ignore[misc]
    """MiniLM and its heads."""

    def __init__(self, settings: Settings) -> None:
        """Load the base weights."""
        super().__init__()
        # Any other attention exports a graph that is wrong on padded batches, without an error; on a processor it is faster, too.
        options = {"attn_implementation": "eager", "attention_probs_dropout_prob": 0.0, "add_pooling_layer": False}
        self.encoder = AutoModel.from_pretrained(str(base()), **options)
        # Names are not to be learned: what a word is stays what the base says, what it does is trained.
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[: settings.frozen]):
            part.requires_grad_(False)
        self.columns = layout(settings.pair_width)
        self.drop = nn.Dropout(settings.dropout)
        self.heads = nn.Linear(self.encoder.config.hidden_size, width(self.columns))
        self.distances = nn.Parameter(torch.zeros(len(RELATIONS), 2 * len(BUCKETS) + 1))
        self.none = nn.Parameter(torch.zeros(len(RELATIONS), settings.pair_width + 1))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Return the columns of every piece."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        out: Tensor = self.heads(self.drop(hidden.float()))
        return out

    def split(self, values: Tensor) -> dict[str, Tensor]:
        """Return the columns of all heads: in training far cheaper than one after the other."""
        return dict(zip(self.columns, values.split([last - first for first, last in self.columns.values()], -1), strict=True))

    def pointing(self, relation: int, queries: Tensor, keys: Tensor, anchors: Tensor) -> Tensor:
        """Return the scores of every word of a window, and of none as the last, for each anchor and its query."""
        scale = keys.shape[-1] ** 0.5
        scores = queries @ keys.T / scale
        scores = scores + self.distances[relation][bucket(torch.arange(len(keys))[None] - anchors[:, None])]
        none = queries @ self.none[relation, :-1, None] / scale + self.none[relation, -1]
        return torch.cat([scores, none], 1)

    def fold(self, temperatures: Mapping[str, float], shifts: Mapping[str, float]) -> None:
        """Divide the scores of heads by their temperatures and shift them, for good."""
        with torch.no_grad():
            for head, t in temperatures.items():
                first, last = self.columns[head]
                self.heads.weight[first:last] /= t
                self.heads.bias[first:last] = self.heads.bias[first:last] / t + shifts.get(head, 0.0)
                if head.endswith(".anchor"):
                    n = RELATIONS.index(head.removesuffix(".anchor"))
                    self.distances[n] /= t
                    self.none[n, -1] /= t


def losses(model: Reader, data: Batch, values: Tensor) -> dict[str, Tensor]:
    """Return the loss of each task that the batch says something of."""
    words = model.split(values[data.rows, data.columns])
    out: dict[str, Tensor] = {}
    for name, labels in data.tags.items():
        if (labels != SILENT).any():
            loss = functional.cross_entropy(words[name], labels, ignore_index=SILENT)
            task = "speech" if name in SPEECH else name
            out[task] = out.get(task, torch.zeros(())) + loss
    if len(data.facts[0]):
        out["factuality"] = functional.smooth_l1_loss(words["factuality"][data.facts[0], 0], data.facts[1])
    rows, columns, types = data.marks
    if len(rows):
        marks = model.split(values[rows, columns])
        out["types"] = functional.binary_cross_entropy_with_logits(marks["types"], types) * types.shape[1]
        told = types.amax(1)
        out["relevance"] = functional.binary_cross_entropy_with_logits(marks["relevance"][:, 0], told)
    if len(data.relevant[0]):
        starts = model.split(values[data.relevant[0], 0])["document_relevance"][:, 0]
        out["relevance"] = out.get("relevance", torch.zeros(())) + functional.binary_cross_entropy_with_logits(
            starts, data.relevant[1]
        )
    return out | _pointing_losses(model, data, words)


def _pointing_losses(model: Reader, data: Batch, words: dict[str, Tensor]) -> dict[str, Tensor]:
    out: dict[str, Tensor] = {}
    sizes = [len(e.words) for e in data.examples]
    for relation, name in enumerate(RELATIONS):
        items = [[p for p in e.pointers if p[0] == relation] for e in data.examples]
        flat = [first + p[1] for first, found in zip(data.firsts, items, strict=True) for p in found]
        if not flat:
            continue
        queries = words[f"{name}.anchor"][torch.tensor(flat)].split([len(found) for found in items])
        keys = words[f"{name}.target"].split(sizes)
        lost = [
            _pointing_loss(model.pointing(relation, q, k, torch.tensor([p[1] for p in found])), found)
            for found, q, k in zip(items, queries, keys, strict=True)
            if found
        ]
        out[name] = torch.cat(lost).mean()
    return out


def _pointing_loss(scores: Tensor, items: list[tuple[int, int, list[int]]]) -> Tensor:
    right = torch.zeros_like(scores, dtype=torch.bool)
    for row, (_, _, targets) in enumerate(items):
        right[row, targets or [scores.shape[1] - 1]] = True
    return scores.logsumexp(1) - scores.masked_fill(~right, float("-inf")).logsumexp(1)
