"""What the encoder reads into a sentence: probabilities for every word, and how well words go together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Tag(StrEnum):
    """What a word can be a part of. Each has two columns: the first word of it, and a later one."""

    PERP_IND = "perp_ind"
    PERP_ORG = "perp_org"
    TARGET = "target"
    VICTIM = "victim"
    WEAPON = "weapon"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


class Relation(StrEnum):
    """What a word can point at: an event's word at its place, a cue at its source, a word said at its cue."""

    PLACE = "place"
    SOURCE = "source"
    CUE = "cue"


ROLE_TAGS = (Tag.PERP_IND, Tag.PERP_ORG, Tag.TARGET, Tag.VICTIM, Tag.WEAPON)
SPEECH_TAGS = (Tag.SOURCE, Tag.CUE, Tag.CONTENT)
COLUMNS = {tag: 2 * i for i, tag in enumerate(Tag)}
"""First of the two columns of each tag; the column after all of them is factuality."""
FACTUALITY = 2 * len(Tag)
WIDTH = FACTUALITY + 1

Word = tuple[int, int]
"""A word of a document: index of its sentence, index of its token."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How likely each candidate, and none of them, is what a word points at. Sums to 1."""

    candidates: tuple[float, ...]
    none: float

    @property
    def best(self) -> int | None:
        """Return the index of the likeliest candidate, or None where none is likelier."""
        if not self.candidates:
            return None
        top = max(range(len(self.candidates)), key=self.candidates.__getitem__)
        return top if self.candidates[top] > self.none else None


class Pairs(Protocol):
    """Scores which words of one document go together."""

    def choose(self, relation: Relation, anchor: Word, candidates: Sequence[Sequence[Word]]) -> Choice:
        """Return how likely `anchor` points at each candidate (a run of words), and at none."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """A run of words read as one thing: token range [first, last] inclusive and its mean probability."""

    tag: Tag
    first: int
    last: int
    probability: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder reads into one sentence. All probabilities are calibrated on texts held out from training."""

    sentence: int
    types: Mapping[str, float]
    """How likely the sentence tells something of an incident of each type (names of the MUC-4 incident types)."""
    relevance: float
    """How likely the sentence tells something of any incident."""
    document_relevance: float
    """How likely the document reports an incident: the likeliest of its windows; the same for all its sentences."""
    values: memoryview[float]
    """Numbers of all words, `WIDTH` each, as 32-bit floats."""
    pairs: Pairs

    def __len__(self) -> int:
        return len(self.values) // WIDTH

    def probability(self, tag: Tag, word: int) -> float:
        """Return how likely a word is part of a `tag`."""
        at = word * WIDTH + COLUMNS[tag]
        return float(self.values[at] + self.values[at + 1])

    def begins(self, tag: Tag, word: int) -> float:
        """Return how likely a word is the first of a `tag`."""
        return float(self.values[word * WIDTH + COLUMNS[tag]])

    def mean(self, tag: Tag, first: int, last: int) -> float:
        """Return the mean probability of `tag` over the words [first, last]."""
        return sum(self.probability(tag, i) for i in range(first, last + 1)) / (last - first + 1)

    def factuality(self, word: int) -> float:
        """Return how the text puts the predicate at `word`: 3 a fact, 0 open, -3 denied. Means nothing for other words."""
        return float(self.values[word * WIDTH + FACTUALITY])

    def found(self, tag: Tag, floor: float = 0.5) -> list[Found]:
        """Return the runs of words whose probability of `tag` is at least `floor`, cut where a new one begins."""
        out: list[Found] = []
        first = -1
        size = len(self)
        for i in range(size + 1):
            inside = i < size and self.probability(tag, i) >= floor
            begins = inside and self.begins(tag, i) * 2 > self.probability(tag, i)
            if first >= 0 and (not inside or begins):
                out.append(Found(tag, first, i - 1, self.mean(tag, first, i - 1)))
                first = -1
            if inside and first < 0:
                first = i
        return out
