"""The main story of a page: the stretch of prose that the title, its place and its own vocabulary point to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model.document import ZoneKind
from dateline.read.zones.line import Line, Vocabulary

ANOTHER_STORY = 0.4
"""Relative cohesion of a stretch of prose with the main story below which it is another one. On airwars_syria/dev 95 of 100
halves of a report reach it against the other half, and 43 of 100 reports against one of another outlet on the same war
(`python -m dateline.read.zones.calibrate FILE`)."""
OWN_HEADLINE = 1.0
"""The same for a stretch with a headline of its own, and for all after it: 2 of 100 other reports reach it, but also only 46 of
100 halves; a half has no headline that fits it better than the whole."""
GAP = 2
"""Unpunctuated or furniture blocks in a row that part two stretches of prose."""
FIRST_ENOUGH = 0.3
"""Without a title the main story is the first stretch that has this share of the longest one's words."""
TEASER_BLOCKS = 2
MANY = 4
"""Blocks of a story from which it can be told that a sentence is not of it."""
HEADLINE_WORDS = 5
SHARED = 2
"""Content words that a headline has in common with the first paragraphs under it."""


@dataclass(slots=True)
class Stretch:
    """Blocks of prose in a row, and the last unpunctuated block above them."""

    above: Line | None
    lines: list[Line] = field(default_factory=list)

    @property
    def words(self) -> int:
        """Return how many words it has."""
        return sum(line.words for line in self.lines)

    def overlap(self, title: frozenset[str]) -> float:
        """Return the share of a title's content words that stand in it."""
        return len(frozenset().union(*(line.content for line in self.lines)) & title) / len(title)


def find_story(lines: Sequence[Line], title: frozenset[str]) -> Vocabulary:
    """Mark the main story's blocks as its core, other stories as furniture, and return the core's vocabulary."""
    stretches = _stretches(lines)
    if not stretches:
        return Vocabulary(title=title)
    main = _main(stretches, title)
    for line in stretches[main].lines:
        line.core = True
    vocabulary = Vocabulary(stretches[main].lines, title)
    over = False
    for i, stretch in enumerate(stretches):
        if i == main:
            continue
        over = i > main and (over or _own_headline(stretch, vocabulary))
        if _relative(stretch, vocabulary) >= (OWN_HEADLINE if over else ANOTHER_STORY):
            for line in stretch.lines:
                line.core = True
        elif over or len(stretch.lines) > 1:
            for line in stretch.lines:
                line.settle(ZoneKind.FURNITURE, "another story")
    _settle_teasers(lines, title)
    return Vocabulary((line for line in lines if line.core), title)


def _settle_teasers(lines: Sequence[Line], title: frozenset[str]) -> None:
    """Mark headlines with a sentence or two under them that end a page and have more to do with each other than with it."""
    end = len(lines)
    while True:
        start = next((i for i in range(end - 1, -1, -1) if lines[i].kind is None and not lines[i].sentence), None)
        if start is None or lines[start].words < HEADLINE_WORDS or lines[start].block.heading and lines[start].block.inside:
            return
        under = [line for line in lines[start:end] if line.core]
        if not 0 < len(under) <= TEASER_BLOCKS or any(line.block.inside for line in under):
            return
        for line in under:
            line.core = False
        rest = Vocabulary((line for line in lines if line.core), title)
        stretch = Stretch(lines[start], under)
        if rest.blocks < MANY or not _own_headline(stretch, rest) or _relative(stretch, rest) >= ANOTHER_STORY:
            for line in under:
                line.core = True
            return
        for line in lines[start:end]:
            if line.kind is None:
                line.settle(ZoneKind.FURNITURE, "teaser: another story")
        end = start


def _stretches(lines: Sequence[Line]) -> list[Stretch]:
    """Return runs of prose, parted by gaps of other blocks."""
    stretches: list[Stretch] = []
    gap = GAP
    above: Line | None = None
    for line in lines:
        if line.kind is None and line.appeal:
            continue
        if line.kind is None and (line.sentence or line.block.listed and gap == 0):
            if gap >= GAP:
                stretches.append(Stretch(above))
            stretches[-1].lines.append(line)
            gap, above = 0, None
        elif not (line.furniture and line.sentence and line.reason in {"repetition", "another script"}):
            gap += 1
            if line.words >= HEADLINE_WORDS and not line.sentence and line.reason in {"", "repetition"}:
                above = line
    return stretches


def _main(stretches: Sequence[Stretch], title: frozenset[str]) -> int:
    sizes = [stretch.words for stretch in stretches]
    if title:
        overlaps = [stretch.overlap(title) for stretch in stretches]
        best = max(overlaps)
        # Of two stretches that hold the title's words alike, the first is the story and the other its sequel or copy.
        candidates = [i for i, o in enumerate(overlaps) if best > 0 and o >= 0.7 * best]
        if candidates:
            most = max(sizes[i] for i in candidates)
            return next(i for i in candidates if sizes[i] >= FIRST_ENOUGH * most)
    return next(i for i, size in enumerate(sizes) if size >= FIRST_ENOUGH * max(sizes))


def _own_headline(stretch: Stretch, vocabulary: Vocabulary) -> bool:
    """Tell whether the block above a stretch names its matter, and names it better than that of the main story."""
    if stretch.above is None:
        return False
    content = stretch.above.content
    opening = frozenset().union(*(line.content for line in stretch.lines[:2]))
    own = len(content & opening)
    return own >= SHARED and own > vocabulary.shared(stretch.above)


def _relative(stretch: Stretch, vocabulary: Vocabulary) -> float:
    content = sum(len(line.content) for line in stretch.lines)
    return sum(vocabulary.shared(line) for line in stretch.lines) / content / vocabulary.usual if content else 0.0
