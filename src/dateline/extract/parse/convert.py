"""From the parser's arrays to our own tokens: one pass over integers, strings looked up once each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.parse.forms import Form, WordForms, after_pair
from dateline.extract.parse.gerunds import compounded
from dateline.extract.parse.headlines import repaired
from dateline.extract.parse.layout import Piece
from dateline.extract.parse.stand_ins import KnownName, places_of
from dateline.model.document import ZoneKind
from dateline.model.parse import Entity, Sentence, Token
from dateline.model.span import Span

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_OF_TEXT: list[int | str] = ["ORTH", "IDX", "LENGTH"]
_OF_TREE: list[int | str] = ["TAG", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
Word = tuple[str, str, str, str, str]
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

    def __getitem__(self, number: int) -> str:
        """Return the string of a number."""
        text = self._known.get(number)
        if text is None:
            text = self._known[number] = str(self._store[number])
        return text

    def trim(self) -> None:
        """Forget everything once there is too much of it."""
        if len(self._known) > 200_000:
            self._known = {0: ""}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as it is, with its names marked, and its tree, in which stand-ins may be read for names."""

    doc: Doc
    tree: Doc
    names: Sequence[KnownName]


def sentences_of(parsed: Parsed, piece: Piece, place: Place, source: tuple[Strings, WordForms]) -> Iterator[Sentence]:
    """Yield the sentences of a parsed piece; their `index` is 0 and is set by the caller."""
    orth, at, lengths = _columns(parsed.doc, _OF_TEXT)
    tag, dep, heads, starts, iob, types = _grown(parsed)
    offsets = _offsets(piece, place.offset, at, lengths)
    strings, forms = source
    words = _words(forms.of(list(zip(orth, tag, dep, strict=True))), [orth, tag, dep], strings)
    for j, position in enumerate(at if piece.stand_ins else ()):
        if position in piece.stand_ins:
            words[j] = (piece.stand_ins[position], piece.stand_ins[position], *words[j][2:])
    n = len(heads)
    first = 0
    for i in range(1, n + 1):
        if i == n or starts[i] == 1 or i - first >= _LONGEST_SENTENCE:
            names = _entities(iob[first:i], types[first:i], strings)
            tokens = repaired(compounded(_tokens(words[first:i], heads[first:i], offsets[first:i])), place.kind)
            yield Sentence(0, place.paragraph, place.kind, Span(tokens[0].start, tokens[-1].end), tokens, names)
            first = i


def _columns(doc: Doc, names: list[int | str]) -> list[list[int]]:
    rows = doc.to_array(names)
    return [rows[:, c].astype("int64").tolist() if name == "HEAD" else rows[:, c].tolist() for c, name in enumerate(names)]


def _grown(parsed: Parsed) -> list[list[int]]:
    """Return the tree's columns for every token of the text: the words of a name stand under its last."""
    columns = _columns(parsed.tree, _OF_TREE)
    if not parsed.names:
        return columns
    strings = parsed.doc.vocab.strings
    name, compound, article, det = (strings.add(s) for s in ("NNP", "compound", "DT", "det"))
    modifying = {strings.add(s) for s in ("compound", "nmod", "amod")}
    places = places_of(len(parsed.tree), parsed.names)
    out: list[tuple[int, ...]] = []
    for k, (place, tag, dep, head, start, iob, kind) in enumerate(zip(places, *columns, strict=True)):
        governor = places[k + head]
        if len(out) < place and parsed.doc[len(out)].lower_ == "the":
            at = len(out)
            out.append((article, det, (governor if dep in modifying else place) - at, start, 2 if iob == 3 else iob, 0))
            start = -1
        while len(out) < place:
            out.append((name, compound, place - len(out), start, iob, kind))
            start, iob = -1, 1 if iob == 3 else iob
        out.append((tag, dep, governor - place, start, iob, kind))
    return [list(column) for column in zip(*out, strict=True)]


def _words(forms: list[Form], columns: list[list[int]], strings: Strings) -> list[Word]:
    """Return text, lemma, part of speech, tag and dependency of every token."""
    out: list[Word] = []
    last_word = last_dep = ""
    for (pos, lemma), orth, tag, dep in zip(forms, *columns, strict=True):
        text, label = strings[orth], strings[dep]
        if last_dep == "expl" or last_word == "let":
            pos, lemma = after_pair(last_dep, last_word, text.lower(), (pos, lemma))
        out.append((text, lemma, pos, strings[tag], label))
        last_word, last_dep = text.lower(), label
    return out


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


def _tokens(words: list[Word], heads: list[int], offsets: list[tuple[int, int]]) -> tuple[Token, ...]:
    """Return the tokens of a sentence; a governor outside of it makes a root."""
    size = len(words)
    children: list[list[int]] = [[] for _ in range(size)]
    governors = list(range(size))
    for i, distance in enumerate(heads):
        head = i + distance
        if distance and 0 <= head < size:
            governors[i] = head
            children[head].append(i)
    return tuple(
        Token(i, start, end, *word, governors[i], tuple(children[i]))
        for i, (word, (start, end)) in enumerate(zip(words, offsets, strict=True))
    )


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
