"""Sentences and words of a training text, cut by the same step that cuts reports."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dateline.extract.parse import ParseStep
from dateline.model.document import Capture, Document, Zone, ZoneKind
from dateline.model.layer import AnnotatedDocument, StepError
from dateline.model.parse import Sentence
from dateline.model.span import Span
from training.scheme import Text, Word

PLACE_LABELS = {"GPE", "LOC", "FAC"}


@dataclass(frozen=True)
class Segmented:
    """A text cut into words, and where each stands."""

    sentences: tuple[Sentence, ...]
    words: list[Word]
    starts: list[int]
    ends: list[int]

    def covered(self, start: int, end: int) -> list[Word]:
        """Return the words that overlap the characters [start, end)."""
        return self.words[bisect_right(self.ends, start) : bisect_left(self.starts, end)]

    def blank(self) -> list[list[int]]:
        """Return a label 0 for every word."""
        return [[0] * len(s.tokens) for s in self.sentences]

    def text(self, id_: str, corpus: str) -> Text:
        """Return the text in the scheme, with nothing said of it yet."""
        return Text(
            id_,
            corpus,
            [[t.text for t in s.tokens] for s in self.sentences],
            [[t.start for t in s.tokens] for s in self.sentences],
        )

    def places(self) -> list[list[Word]]:
        """Return the names of places as the parser's tagger marks them."""
        return [
            [(s.index, i) for i in range(e.first, e.last + 1)]
            for s in self.sentences
            for e in s.entities
            if e.label in PLACE_LABELS
        ]


def segment(text: str, paragraph: str = r"\n+") -> Segmented:
    """Cut a text whose paragraphs are split by the pattern `paragraph`."""
    zones, at = [], 0
    for match in [*re.finditer(paragraph, text), None]:
        end = match.start() if match else len(text)
        if text[at:end].strip():
            zones.append(Zone(ZoneKind.BODY, Span(at, end)))
        at = match.end() if match else end
    capture = Capture(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), "training")
    layer = ParseStep()([AnnotatedDocument(Document(capture, text, "en", tuple(zones)))])[0]
    if isinstance(layer, StepError):
        raise ValueError(layer.reason)
    tokens = [(s.index, t.i, t.start, t.end) for s in layer.items for t in s.tokens]
    return Segmented(layer.items, [(s, i) for s, i, _, _ in tokens], [t[2] for t in tokens], [t[3] for t in tokens])


def mark(labels: list[list[int]], words: list[Word], begin: int = 1) -> None:
    """Label a run of words as one thing: `begin` for the first, `begin + 1` for the others."""
    for n, (sentence, word) in enumerate(words):
        labels[sentence][word] = begin if n == 0 else begin + 1
