"""Sentences and tokens: our own thin types, so that no parser's object leaves its step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.document import ZoneKind
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a dependency parse (Universal POS, Penn tags, CLEAR dependency labels as spaCy's English models use them)."""

    i: int
    """Index in its sentence."""
    start: int
    end: int
    """Code-point offsets in the document's text."""
    text: str
    lemma: str
    """Lower case, except for proper nouns."""
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the governor in the sentence; the root's own index for the root."""
    children: tuple[int, ...] = ()

    @property
    def span(self) -> Span:
        """Return the token's span."""
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        """Return the text in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as the tagger marks it: token range [first, last] inclusive and its OntoNotes label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence of a coded zone (title, body, heading); furniture is never parsed."""

    index: int
    """Index in the document."""
    paragraph: int
    """Index of its zone in `Document.zones`."""
    zone: ZoneKind
    span: Span
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()

    @property
    def root(self) -> Token:
        """Return the root of the (first) tree."""
        for token in self.tokens:
            if token.head == token.i:
                return token
        return self.tokens[0]

    def children(self, i: int) -> Iterator[Token]:
        """Yield the direct dependents of token `i`, left to right."""
        return (self.tokens[j] for j in self.tokens[i].children)

    def subtree(self, i: int) -> list[int]:
        """Return the indices of `i` and everything under it, in text order."""
        out: list[int] = []
        stack = [i]
        while stack:
            j = stack.pop()
            out.append(j)
            stack.extend(self.tokens[j].children)
        out.sort()
        return out

    def ancestors(self, i: int) -> Iterator[Token]:
        """Yield the governors of token `i`, nearest first, without the token itself."""
        seen = {i}
        while (head := self.tokens[i].head) not in seen:
            seen.add(head)
            yield self.tokens[head]
            i = head

    def tokens_in(self, span: Span) -> list[Token]:
        """Return the tokens that overlap `span`."""
        return [t for t in self.tokens if t.start < span.end and span.start < t.end]

    def head_of(self, span: Span) -> Token:
        """Return the token in `span` whose governor lies outside it (the last such, as English heads are final).

        Raises ValueError if no token overlaps the span.
        """
        inside = self.tokens_in(span)
        if not inside:
            raise ValueError(f"no token in [{span.start}, {span.end})")
        members = {t.i for t in inside}
        heads = [t for t in inside if t.head not in members or t.head == t.i]
        return heads[-1] if heads else inside[-1]
