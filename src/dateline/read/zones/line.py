"""A block with what deciding about it needs: its content words and how it ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.document import ZoneKind
from dateline.read.block import Block

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
# What comes after a sentence's end without being part of it: web addresses, hash tags, picture links, symbols.
AFTER = re.compile(
    r"(?:\s*(?:https?://\S{1,300}|pic\.twitter\.com/\S{1,40}|#\w{1,60}|[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]))+\s*\Z"
)
CLOSED = re.compile(r"[.!?؟。][\"'”’»)\]\s]{0,6}\Z")
CUT = re.compile(r"(?:…|\.\.\.)[\"'”’»)\]\s]{0,6}\Z")
INNER_END = re.compile(r"[^\W\d_]{2,}[\"'”’»)\]]*[.!?][\"'”’»)\]]*\s+[\"'“‘«(\[]*[^\W\d_a-z]")
STEM = 6
"""Words that agree in this many first letters count as one: a stemmer good enough to compare vocabularies."""
FUNCTION_WORDS = frozenset(
    """a about above across after again against all almost alone along already also although always am amid among an and
    another any anyone anything are around as at away back be became because become been before began behind being below
    between both but by came can cannot could did do does doing done down due during each either else ever every few first
    for from further get had has have having he her here hers him himself his how however i if in including instead into is
    it its itself just last later least less like made make many may me meanwhile might more moreover most much must my near
    neither never new next no nor not nothing now of off often on once one only onto or other others our out over own per
    rather said same say says second see several shall she should since so some still such than that the their them then
    there these they this those though three through thus to told today together too toward towards two under until up upon
    us very via was we well went were what when where whether which while who whom whose why will with within without would
    yesterday yet you your""".split()
)


@dataclass(slots=True)
class Line:
    """One block under decision; `kind` stays None until something settles it."""

    block: Block
    words: int
    content: frozenset[str]
    """Stems of its content words."""
    function_words: int
    closed: bool
    """It ends as a sentence does."""
    cut: bool
    """It ends in an ellipsis."""
    key: str
    """Its words alone, to find repetitions."""
    kind: ZoneKind | None = None
    reason: str = ""
    appeal: float = 0.0
    """How far it speaks to the page's reader by its words: the relative cohesion with the story that clears it of that."""
    core: bool = False
    """It belongs to the main story, whose vocabulary the others are measured by."""

    @property
    def sentence(self) -> bool:
        """Tell whether the block reads as prose."""
        return self.closed and (self.words >= 4 or self.block.inside) or self.words >= LONG

    def settle(self, kind: ZoneKind, reason: str = "") -> None:
        """Say what the block is."""
        self.kind, self.reason = kind, reason

    @property
    def furniture(self) -> bool:
        """Tell whether the block has been found to be furniture."""
        return self.kind is ZoneKind.FURNITURE


LONG = 60
"""Words from which a block is prose however it ends."""
INTRODUCING = 6
"""Words from which a block that ends in a colon is a sentence and no label."""


def words_of(text: str) -> str:
    """Return a text's words in lower case, one blank between them, whatever its apostrophes and punctuation."""
    return " ".join(WORD.findall(text.replace("’", "'").replace("‘", "'").lower()))


def line_of(block: Block) -> Line:
    """Return a block with its words looked at."""
    text = block.text
    lower = words_of(text[:8000]).split(" ")
    lower = lower if lower[0] else []
    content = frozenset(w[:STEM] for w in lower if len(w) > 2 and w not in FUNCTION_WORDS and not w[0].isdigit())
    ending = AFTER.sub("", text[-700:])
    cut = CUT.search(ending) is not None
    closed = not cut and (CLOSED.search(ending) is not None or ending.endswith(":") and len(lower) >= INTRODUCING)
    return Line(block, len(lower), content, sum(w in FUNCTION_WORDS for w in lower), closed, cut, " ".join(lower))


RELATED = 0.8
"""Relative cohesion from which an unpunctuated block among others speaks of the main story (a standfirst, a caption)."""
LEAST_USUAL = 0.2
"""Where blocks of the story itself share less than this, sharing little tells nothing about others."""


class Vocabulary:
    """In how many blocks of the main story each content word stands."""

    def __init__(self, lines: Iterable[Line] = (), title: frozenset[str] = frozenset()) -> None:
        self._count: Counter[str] = Counter()
        self._title = title
        kept = list(lines)
        self.blocks = len(kept)
        for line in kept:
            self._count.update(line.content)
        usual = sorted(self.cohesion(line) for line in kept if line.words >= 8)
        self.usual = max(usual[len(usual) // 2], LEAST_USUAL) if usual else 1.0

    def holds(self, stem: str, line: Line) -> bool:
        """Tell whether a content word stands in the main story outside `line`."""
        return stem in self._title or self._count[stem] > (line.core and stem in line.content)

    def cohesion(self, line: Line) -> float:
        """Return the share of a block's content words that stand elsewhere in the main story, from 0 to 1."""
        return self.shared(line) / len(line.content) if line.content else 0.0

    def relative(self, line: Line) -> float:
        """Return a block's cohesion as a share of what is usual in the main story: short stories repeat little."""
        return self.cohesion(line) / self.usual if self.blocks > 1 else 1.0

    def shared(self, line: Line) -> int:
        """Return how many of a block's content words stand elsewhere in the main story."""
        needed = 2 if line.core else 1
        return sum(self._count[s] >= needed or s in self._title for s in line.content)
