"""Windows: pieces of documents that the rules found something in, or nothing, as examples to learn from."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.resources.gate import NUMBER, WINDOW
from training.gate.labels import Found, Labelled

STRIDE = 20
SHORT = (6, 30)
"""Least and most words of the pieces that teach what short texts look like."""
SEED = 13
VIOLENT = frozenset({"attack", "battle", "unrest", "custody", "statistic"})
"""Families whose listed events make a piece relevant."""
ARMED = frozenset({"accidental shooting", "accidental explosion"})
"""Types of other families that do. The rest, told of everybody (statements, crashes), says neither."""
_WORD = re.compile(r"[a-z]+|[0-9]+(?:[.,][0-9]+){0,8}")


@dataclass(frozen=True)
class Piece:
    """Words in a row, whether they are relevant, and how much they count."""

    corpus: str
    words: tuple[str, ...]
    relevant: bool
    weight: float = 1.0


def placed(document: Labelled) -> tuple[list[str], list[int]]:
    """Return the words of a document as the gate sees them, and where each begins."""
    text = " ".join(document.stretches)
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found = list(_WORD.finditer(lowered))
    return [m[0] if m[0] >= "a" else NUMBER for m in found], [m.start() for m in found]


def pieces(document: Labelled) -> Iterator[Piece]:
    """Yield the pieces of a document that are known to be relevant, or not to be."""
    words, starts = placed(document)
    told = sorted(document.found, key=lambda f: f.start)
    chance = random.Random(f"{SEED} {document.corpus} {document.id}")
    for first, last in _bounds(len(words), chance):
        relevant = _relevance(document, [f for f in told if starts[first] <= f.start <= starts[last - 1]])
        if relevant is not None:
            yield Piece(document.corpus, tuple(words[first:last]), relevant)


def is_relevant(document: Labelled) -> bool | None:
    """Tell whether a document is relevant, by gold or by the rules; none where neither says."""
    if document.relevant is not None:
        return document.relevant
    if any(tells(f) for f in document.found):
        return True
    return None if document.found else False


def tells(found: Found) -> bool:
    """Tell whether an event makes what tells it relevant."""
    return found.listed and (found.family in VIOLENT or found.type in ARMED)


def _bounds(length: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    if not length:
        return
    if length <= WINDOW:
        yield 0, length
    else:
        yield from ((first, min(first + WINDOW, length)) for first in range(0, length - WINDOW + STRIDE, STRIDE))
    for first in range(0, max(1, length - SHORT[0]), STRIDE * 2):
        yield first, min(length, first + chance.randint(*SHORT))


def _relevance(document: Labelled, found: Sequence[Found]) -> bool | None:
    if any(tells(f) for f in found):
        return True
    silent = not found and is_relevant(document) is False
    return False if silent else None
