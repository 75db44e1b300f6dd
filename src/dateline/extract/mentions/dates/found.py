"""What a reading is made of: the matched pieces of one sentence, and the parse around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.extract.mentions.dates.tokens import Piece
from dateline.model.parse import Entity, Sentence, Token
from dateline.resources.timex import Timex

_NAMING = frozenset({"PERSON", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression read: pieces `first` to `last` (inclusive) and what they say; two expressions are an interval."""

    first: int
    last: int
    says: tuple[Timex, ...]
    parts: tuple[tuple[int, int], ...] = ()
    """For an interval whose ends stand apart: first and last piece of each."""


@dataclass(slots=True)
class Scene:
    """A sentence with its pieces. `shouting` is true where capitals tell nothing."""

    sentence: Sentence
    pieces: Sequence[Piece]
    shouting: bool
    _starts: list[int] = field(default_factory=list)

    def token(self, piece: Piece) -> Token:
        """Return the parsed token that a piece begins in."""
        if not self._starts:
            self._starts = [t.start for t in self.sentence.tokens]
        at = bisect_right(self._starts, self.sentence.span.start + piece.start) - 1
        return self.sentence.tokens[max(at, 0)]

    def entity(self, piece: Piece) -> Entity | None:
        """Return the tagged name that covers a piece, if any."""
        i = self.token(piece).i
        return next((e for e in self.sentence.entities if e.first <= i <= e.last), None)

    def names(self, piece: Piece) -> bool:
        """Tell whether the tagger takes a piece for part of the name of something that is no date."""
        entity = self.entity(piece)
        return entity is not None and entity.label in _NAMING

    def surnames(self, piece: Piece) -> bool:
        """Tell whether a capitalised word ends a name ("Theresa May", "Women's March", "Russia Today")."""
        token = self.token(piece)
        before = self.sentence.tokens[token.i - 1] if token.i else None
        if before is None or token.tag != "NNP":
            return False
        return (before.tag == "NNP" and before.head == token.i) or before.tag == "POS"

    def governor_lemma(self, piece: Piece) -> str:
        """Return the lemma of the verb that governs a piece through at most a preposition; empty if none does."""
        for token in list(self.sentence.ancestors(self.token(piece).i))[:2]:
            if token.pos != "ADP":
                return token.lemma if token.pos == "VERB" else ""
        return ""

    def counts(self, piece: Piece) -> bool:
        """Tell whether a number counts the noun after it ("on 3 May 15 people")."""
        token = self.token(piece)
        head = self.sentence.tokens[token.head]
        return token.dep == "nummod" and head.i > token.i and head.tag == "NNS"


@dataclass(frozen=True, slots=True)
class Found:
    """A match of one rule: pieces `first` to `last`, inclusive."""

    scene: Scene
    first: int
    last: int

    def __iter__(self) -> Iterator[Piece]:
        """Yield the matched pieces."""
        return iter(self.scene.pieces[self.first : self.last + 1])

    def every(self, *names: str) -> list[Piece]:
        """Return the matched pieces of these classes."""
        return [p for p in self if p.name in names]

    def one(self, *names: str) -> Piece | None:
        """Return the first matched piece of these classes."""
        return next((p for p in self if p.name in names), None)

    def has(self, *names: str) -> bool:
        """Tell whether a piece of one of these classes was matched."""
        return any(p.name in names for p in self)

    def before(self, n: int = 1) -> Piece | None:
        """Return the nth piece before the match."""
        return self.scene.pieces[self.first - n] if self.first >= n else None

    def after(self, n: int = 1) -> Piece | None:
        """Return the nth piece after the match."""
        return self.scene.pieces[self.last + n] if self.last + n < len(self.scene.pieces) else None

    def preceded_by(self, *names: str) -> bool:
        """Tell whether the piece before the match is of one of these classes."""
        piece = self.before()
        return piece is not None and piece.name in names

    def says(self, *expressions: Timex) -> list[Reading]:
        """Return the whole match as one reading."""
        return [Reading(self.first, self.last, expressions)]

    def cut(self, piece: Piece, expression: Timex) -> list[Reading]:
        """Return the match up to and including a piece as one reading."""
        last = next(i for i in range(self.first, self.last + 1) if self.scene.pieces[i] is piece)
        return [Reading(self.first, last, (expression,))]
