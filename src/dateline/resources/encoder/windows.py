"""Windows: whole sentences packed together up to the encoder's length. The same at training and at run time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.resources.encoder.pieces import Pieces

LONGEST = 128
"""Word pieces of a window, with one mark at its start and one after each sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or a part of one too long for a window: its words [first, last) and the position of its mark."""

    sentence: int
    first: int
    last: int
    mark: int


@dataclass(slots=True)
class Window:
    """What the encoder reads at once: ids of pieces, the position of each word's first piece, and the parts."""

    ids: list[int]
    firsts: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def windows(sentences: Sequence[Sequence[str]], pieces: Pieces, longest: int = LONGEST) -> list[Window]:
    """Return the words of a document's sentences as windows, in order, every word in exactly one."""
    out: list[Window] = []
    for sentence, words in enumerate(sentences):
        ids = [pieces[word] for word in words]
        for first, last, size in _cuts(ids, longest - 2):
            if not out or len(out[-1].ids) + size + 1 > longest:
                out.append(Window([pieces.start]))
            window = out[-1]
            at = len(window.ids)
            for word in ids[first:last]:
                window.firsts.append(at)
                window.ids += word
                at += len(word)
            window.parts.append(Part(sentence, first, last, at))
            window.ids.append(pieces.end)
    return out


def _cuts(ids: Sequence[Sequence[int]], room: int) -> Iterator[tuple[int, int, int]]:
    """Yield (first word, word after the last, pieces) of stretches that fit into `room`."""
    first, size = 0, 0
    for i, word in enumerate(ids):
        if size + len(word) > room:
            yield first, i, size
            first, size = i, 0
        size += len(word)
    if size:
        yield first, len(ids), size
