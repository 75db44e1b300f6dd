"""From the parser's arrays to our own tokens: one pass over integers, strings looked up once each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.parse.layout import Piece
from dateline.model.document import ZoneKind
from dateline.model.parse import Entity, Sentence, Token
from dateline.model.span import Span

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = ["ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "IDX", "LENGTH", "SENT_START"]
_LONGEST_SENTENCE = 1_000
"""Tokens; a longer "sentence" is a list or a table and is cut, so that later steps stay linear."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands: paragraph index, kind and start of its zone."""

    paragraph: int
    kind: ZoneKind
    offset: int


class Strings:
    """The parser's strings by number, remembered."""

    def __init__(self, store: StringStore) -> None:
        """Read through to `store`."""
        self._store = store
        self._known: dict[int, str] = {0: ""}
        self._lower: dict[int, str] = {0: ""}

    def __getitem__(self, number: int) -> str:
        """Return the string of a number."""
        text = self._known.get(number)
        if text is None:
            text = self._known[number] = str(self._store[number])
        return text

    def number(self, text: str) -> int:
        """Return the number of a string, which is added if it is new."""
        return int(self._store.add(text))

    def lower(self, number: int) -> str:
        """Return the string of a number in lower case."""
        text = self._lower.get(number)
        if text is None:
            text = self._lower[number] = self[number].lower()
        return text

    def trim(self) -> None:
        """Forget everything once there is too much of it."""
        if len(self._known) > 200_000:
            self._known, self._lower = {0: ""}, {0: ""}


def sentences_of(doc: Doc, piece: Piece, place: Place, strings: Strings) -> Iterator[Sentence]:
    """Yield the sentences of a parsed piece; their `index` is 0 and is set by the caller."""
    rows = doc.to_array(_COLUMNS)
    columns = [rows[:, c].tolist() for c in range(len(_COLUMNS))]
    heads = rows[:, 5].astype("int64").tolist()
    starts = rows[:, 10].tolist()
    offsets = _offsets(piece, place.offset, columns[8], columns[9])
    for j, at in enumerate(columns[8] if piece.stand_ins else ()):
        if at in piece.stand_ins:
            columns[0][j] = columns[1][j] = strings.number(piece.stand_ins[at])
    n = len(heads)
    first = 0
    for i in range(1, n + 1):
        if i == n or starts[i] == 1 or i - first >= _LONGEST_SENTENCE:
            yield _sentence((first, i), columns, heads, offsets, (place, strings))
            first = i


def _offsets(piece: Piece, offset: int, at: list[int], lengths: list[int]) -> list[tuple[int, int]]:
    """Return start and end of every token in the document."""
    starts, shifts = piece.starts, piece.shifts
    if len(starts) == 1:
        base = offset + shifts[0]
        return [(base + a, base + a + n) for a, n in zip(at, lengths, strict=True)]
    out = []
    k, last = 0, len(starts) - 1
    for a, n in zip(at, lengths, strict=True):
        while k < last and starts[k + 1] <= a:
            k += 1
        start = offset + a + shifts[k]
        e, final = k, a + n - 1
        while e < last and starts[e + 1] <= final:
            e += 1
        out.append((start, offset + final + shifts[e] + 1))
    return out


def _sentence(
    limits: tuple[int, int],
    columns: list[list[int]],
    heads: list[int],
    offsets: list[tuple[int, int]],
    context: tuple[Place, Strings],
) -> Sentence:
    first, end = limits
    place, strings = context
    size = end - first
    orth, lemma, pos, tag, dep = columns[:5]
    children: list[list[int]] = [[] for _ in range(size)]
    governors = [0] * size
    for i in range(size):
        head = i + heads[first + i]
        if not 0 <= head < size:
            head = i
        governors[i] = head
        if head != i:
            children[head].append(i)
    tokens = []
    for i in range(size):
        j = first + i
        part = strings[pos[j]]
        start, stop = offsets[j]
        tokens.append(
            Token(
                i,
                start,
                stop,
                strings[orth[j]],
                strings[lemma[j]] if part == "PROPN" else strings.lower(lemma[j]),
                part,
                strings[tag[j]],
                strings[dep[j]],
                governors[i],
                tuple(children[i]),
            )  # fmt: skip
        )
    span = Span(tokens[0].start, tokens[-1].end)
    entities = _entities(columns[6][first:end], columns[7][first:end], strings)
    return Sentence(0, place.paragraph, place.kind, span, tuple(tokens), entities)


def _entities(iob: list[int], types: list[int], strings: Strings) -> tuple[Entity, ...]:
    """Return the names: 3 begins one, 1 goes on with it."""
    out: list[Entity] = []
    start = -1
    for i, mark in enumerate([*iob, 2]):
        if mark != 1 and start >= 0:
            out.append(Entity(start, i - 1, strings[types[start]]))
            start = -1
        if mark == 3:
            start = i
    return tuple(out)
