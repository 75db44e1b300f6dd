"""The one annotation scheme that every corpus is read into."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

TYPES = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
ROLES = ("perp_ind", "perp_org", "target", "victim", "weapon")
SPEECH = ("source", "cue", "content")
RELATIONS = ("place", "source", "cue")
OUTSIDE, BEGIN, INSIDE = 0, 1, 2

Word = tuple[int, int]
"""Index of the sentence, index of the word in it."""


@dataclass
class Pointer:
    """A word that points at one of some words, or at none where `targets` is empty."""

    relation: str
    anchor: Word
    targets: list[Word]


@dataclass
class Text:
    """A text as sentences of words, and what a corpus says of it. What it is silent on is None or missing."""

    id: str
    corpus: str
    sentences: list[list[str]]
    starts: list[list[int]]
    """Character offset of each word in the source text."""
    tags: dict[str, list[list[int]]] = field(default_factory=dict)
    """Tag set (`roles` or one of SPEECH) -> label of every word."""
    types: list[list[int]] | None = None
    """Indices of TYPES each sentence tells of."""
    relevant: int | None = None
    factuality: list[tuple[int, int, float]] = field(default_factory=list)
    """(sentence, word, value)."""
    pointers: list[Pointer] = field(default_factory=list)
    candidates: list[list[Word]] = field(default_factory=list)
    """Runs of words that a tagger takes for places; used in measuring only."""

    @property
    def held_out(self) -> bool:
        """Tell whether the text is in the tenth that is not trained on, by a hash of its id."""
        return hashlib.sha256(self.id.encode()).digest()[0] < 26


def save(texts: Iterable[Text], path: Path) -> None:
    """Write texts as JSON lines, the file appearing when it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as out:
        for text in texts:
            out.write(json.dumps(asdict(text), ensure_ascii=False) + "\n")
    part.replace(path)


def load(path: Path) -> Iterator[Text]:
    """Read what `save` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            read: dict[str, Any] = json.loads(line)
            pointers = [
                Pointer(p["relation"], _word(p["anchor"]), [_word(t) for t in p["targets"]]) for p in read.pop("pointers")
            ]
            candidates = [[_word(w) for w in run] for run in read.pop("candidates")]
            yield Text(**read, pointers=pointers, candidates=candidates)


def _word(pair: list[int]) -> Word:
    return pair[0], pair[1]
