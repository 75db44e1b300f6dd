"""Reading the gold of re3d: documents by source, their entities and relations."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import _rows
from dateline.model.span import Span

LIKELY = 0.5
"""Gold gives the probability that a label is right, out of the answers of crowd workers: what is more likely wrong is no gold.
That is a quarter of the entities, most of them proposed by a machine and rejected by everybody."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of gold's text and what it is."""

    type: str
    span: Span


@dataclass(frozen=True, slots=True)
class Related:
    """Two stretches of gold's text and how one stands to the other."""

    type: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with all its entities and relations, whether they have a counterpart or not."""

    id: str
    text: str
    entities: tuple[Entity, ...]
    relations: tuple[Related, ...]


def read_gold(folder: Path, split: str) -> list[GoldDocument]:
    """Return the documents of a split. Raises GoldError.

    Of a folder of sources, a quarter is `dev` and the rest `train`, by a hash of the id; any other split is a folder of its own.
    """
    where = folder / split if (folder / split).is_dir() else folder
    if where == folder and split not in ("dev", "train", "test"):
        raise GoldError(f"{folder}: no folder {split}")
    paths = sorted(where.glob("*/documents.json"))
    if not paths:
        raise GoldError(f"{where}: no folder with documents.json")
    found = [document for path in paths for document in _documents(path)]
    if where == folder and split != "test":
        found = [document for document in found if is_dev(document.id) == (split == "dev")]
    return found


def is_dev(id: str) -> bool:
    """Tell whether a document is in the quarter that is not trained on."""
    return int(hashlib.sha256(id.encode()).hexdigest(), 16) % 4 == 0


def _documents(path: Path) -> list[GoldDocument]:
    entities: dict[str, list[Entity]] = defaultdict(list)
    relations: dict[str, list[Related]] = defaultdict(list)
    try:
        for row in _likely(path.with_name("entities.json"), ("documentId", "begin", "end", "type", "confidence")):
            entities[row["documentId"]].append(Entity(row["type"], Span(row["begin"], row["end"])))
        ends = ("sourceBegin", "sourceEnd", "targetBegin", "targetEnd")
        for row in _likely(path.with_name("relations.json"), ("documentId", "type", "confidence", *ends)):
            source, target = Span(row[ends[0]], row[ends[1]]), Span(row[ends[2]], row[ends[3]])
            relations[row["documentId"]].append(Related(row["type"], source, target))
    except (TypeError, ValueError) as e:
        raise GoldError(f"{path.parent}: entities or relations without whole positions: {e}") from e
    return [
        GoldDocument(row["_id"], row["text"], tuple(entities[row["_id"]]), tuple(relations[row["_id"]]))
        for row in _rows.rows(path, ("_id", "text"))
    ]


def _likely(path: Path, needed: tuple[str, ...]) -> list[Mapping[str, Any]]:
    return [row for row in _rows.rows(path, needed) if float(row["confidence"]) >= LIKELY]
