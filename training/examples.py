"""Windows with their labels, and batches of them as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from dateline.resources.encoder.pieces import Pieces
from dateline.resources.encoder.windows import Window, windows
from training.scheme import RELATIONS, SPEECH, TYPES, Text, Word
from training.settings import Settings

SILENT = -100
"""Label of a word a corpus says nothing of."""
TAG_SETS = ("roles", *SPEECH)


@dataclass
class Example:
    """One window: labels for its words and sentences; pointers as (relation, anchor, targets) over its words."""

    text: Text
    window: Window
    words: list[Word]
    tags: dict[str, list[int]]
    facts: list[tuple[int, float]] = field(default_factory=list)
    pointers: list[tuple[int, int, list[int]]] = field(default_factory=list)
    types: list[list[float]] | None = None


def examples(texts: Iterable[Text], pieces: Pieces) -> list[Example]:
    """Return the windows of texts with their labels."""
    return [e for text in texts for window in windows(text.sentences, pieces) for e in (_example(text, window),)]


def _example(text: Text, window: Window) -> Example:
    words = [(p.sentence, i) for p in window.parts for i in range(p.first, p.last)]
    at = {word: n for n, word in enumerate(words)}
    tags = {name: [labels[s][i] for s, i in words] for name, labels in text.tags.items()}
    example = Example(text, window, words, tags)
    example.facts = [(at[s, i], value) for s, i, value in text.factuality if (s, i) in at]
    for p in text.pointers:
        targets = [at[t] for t in p.targets if t in at]
        if p.anchor in at and (targets or not p.targets):
            example.pointers.append((RELATIONS.index(p.relation), at[p.anchor], targets))
    if text.types is not None:
        example.types = [[float(k in text.types[p.sentence]) for k in range(len(TYPES))] for p in window.parts]
    return example


@dataclass
class Batch:
    """Tensors of one batch. Word tensors are flat over all words of the batch: `rows` and `columns` find their pieces."""

    examples: list[Example]
    ids: Tensor
    mask: Tensor
    rows: Tensor
    columns: Tensor
    tags: dict[str, Tensor]
    facts: tuple[Tensor, Tensor]
    marks: tuple[Tensor, Tensor, Tensor]
    relevant: tuple[Tensor, Tensor]
    firsts: list[int]
    """Index of each example's first word among the flat words."""


def batch(items: list[Example], pad: int) -> Batch:
    """Return examples as padded tensors."""
    longest = max(len(e.window.ids) for e in items)
    ids = torch.tensor([e.window.ids + [pad] * (longest - len(e.window.ids)) for e in items])
    mask = torch.tensor([[1] * len(e.window.ids) + [0] * (longest - len(e.window.ids)) for e in items])
    firsts, n = [], 0
    for e in items:
        firsts.append(n)
        n += len(e.words)
    rows = torch.tensor([b for b, e in enumerate(items) for _ in e.words])
    columns = torch.tensor([c for e in items for c in e.window.firsts])
    tags = {name: torch.tensor([t for e in items for t in e.tags.get(name, [SILENT] * len(e.words))]) for name in TAG_SETS}
    facts = [(firsts[b] + w, v) for b, e in enumerate(items) for w, v in e.facts]
    marked = [
        (b, p.mark, t) for b, e in enumerate(items) if e.types is not None for p, t in zip(e.window.parts, e.types, strict=True)
    ]
    relevant = [(b, float(e.text.relevant)) for b, e in enumerate(items) if e.text.relevant is not None]
    return Batch(
        items,
        ids,
        mask,
        rows,
        columns,
        tags,
        (torch.tensor([w for w, _ in facts], dtype=torch.long), torch.tensor([v for _, v in facts])),
        (
            torch.tensor([m[0] for m in marked], dtype=torch.long),
            torch.tensor([m[1] for m in marked], dtype=torch.long),
            torch.tensor([m[2] for m in marked]).reshape(-1, len(TYPES)),
        ),
        (torch.tensor([b for b, _ in relevant], dtype=torch.long), torch.tensor([r for _, r in relevant])),
        firsts,
    )


def plan(items: Sequence[Example], settings: Settings, epoch: int) -> Iterator[list[Example]]:
    """Yield the batches of an epoch: the same for the same seed and epoch."""
    chance = random.Random(settings.seed * 1000 + epoch)
    drawn: dict[str, bool] = {}
    chosen = []
    for e in items:
        kind = "roles5/irrelevant" if e.text.corpus == "roles5" and not e.text.relevant else e.text.corpus
        if e.text.id not in drawn:
            drawn[e.text.id] = chance.random() < settings.shares.get(kind, 1.0)
        if drawn[e.text.id]:
            chosen.append(e)
    chance.shuffle(chosen)
    groups: list[list[Example]] = []
    for start in range(0, len(chosen), 1500):
        groups += packed(sorted(chosen[start : start + 1500], key=lambda e: len(e.window.ids)), settings.batch_pieces)
    chance.shuffle(groups)
    yield from groups


def packed(ordered: Iterable[Example], room: int) -> Iterator[list[Example]]:
    """Yield runs of examples, ordered by length, whose padded size stays within `room`."""
    group: list[Example] = []
    for e in ordered:
        if group and len(e.window.ids) * (len(group) + 1) > room:
            yield group
            group = []
        group.append(e)
    if group:
        yield group
