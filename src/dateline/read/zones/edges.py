"""Prose that is not of the story: appeals to the reader, comment sections, biographies, what stands among furniture."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.document import ZoneKind
from dateline.read.zones.explicit import speaks_to_us
from dateline.read.zones.labels import BIO
from dateline.read.zones.line import RELATED, STEM, Line, Vocabulary

NEIGHBOUR = 0.35
"""Relative cohesion below which a block beside one that speaks to the reader is furniture."""
NEIGHBOUR_ADDRESSING = 0.75
"""The same if it says you, we or our itself."""
WEAK = 0.15
"""The same for a sentence at the page's edge among other furniture. This and those above are set so that no block of a story is
lost on airwars_syria/dev, by reading the zones of all its pages."""
ENOUGH = 6
"""Blocks of a story from which its vocabulary is wide enough to miss something in a single sentence."""
FEW_WORDS = 5
"""Words up to which an appeal's label is too short to weigh against the story."""
LABEL_WORDS = 8
"""Unpunctuated blocks of more words are judged as links, not as an appeal's heading."""
FOUND = 3
"""Blocks that an article finder must have found to be believed about the rest."""
BIO_PART = 0.75
"""Biographies stand in the last quarter of a page."""
APPEAL = "addresses the reader"


def settle_appeals(lines: Sequence[Line], vocabulary: Vocabulary) -> None:
    """Mark what speaks to the reader and shares little with the story, and what stands beside it and shares less."""
    for line in lines:
        few = line.words <= FEW_WORDS and not line.sentence
        if line.kind is None and line.appeal and not line.block.inside and (few or vocabulary.relative(line) < line.appeal):
            line.settle(ZoneKind.FURNITURE, APPEAL)
    for order in (lines, lines[::-1]):
        beside = False
        for line in order:
            if line.kind is None and beside and not line.block.inside and (line.sentence or line.words < LABEL_WORDS):
                limit = NEIGHBOUR_ADDRESSING if speaks_to_us(line) else NEIGHBOUR
                if vocabulary.relative(line) < limit:
                    line.settle(ZoneKind.FURNITURE, APPEAL)
            beside = line.furniture and (line.reason == APPEAL or beside)


def settle_edges(lines: Sequence[Line], vocabulary: Vocabulary) -> None:
    """Mark comment sections, biographies, and unrelated sentences at the page's edges."""
    _comments(lines)
    _beyond(lines, vocabulary)
    for i, line in enumerate(lines):
        if line.kind is None and i >= BIO_PART * len(lines) - 1 and _is_biography(line, vocabulary):
            line.settle(ZoneKind.FURNITURE, "biography of an author")
    if sum(line.core for line in lines) >= ENOUGH:
        _walk(lines[::-1], vocabulary, "after the end")
        _walk(lines, vocabulary, "before the story")


def _beyond(lines: Sequence[Line], vocabulary: Vocabulary) -> None:
    """Mark what stands before or after the article that a page's markup and the article finder show, unless it is of it."""
    found = [i for i, line in enumerate(lines) if line.block.inside]
    if len(found) < FOUND:
        return
    for i, line in enumerate(lines):
        if not found[0] <= i <= found[-1] and line.kind in (None, ZoneKind.HEADING) and vocabulary.relative(line) < RELATED:
            line.settle(ZoneKind.FURNITURE, "outside the article")


def _comments(lines: Sequence[Line]) -> None:
    """Mark all that follows a comment section's label, once the story has been told."""
    told, total = 0, sum(line.words for line in lines if line.core)
    inside = False
    for line in lines:
        told += line.words if line.core else 0
        inside = inside or (line.reason == "comments" and told >= 0.5 * total > 0)
        if inside and not line.furniture and not line.block.inside and line.kind is not ZoneKind.TITLE:
            line.settle(ZoneKind.FURNITURE, "comments")


def _is_biography(line: Line, vocabulary: Vocabulary) -> bool:
    """Tell whether a block says what its subject does for a living, that subject being nobody in the story."""
    match = BIO.match(line.block.text)
    if match is None:
        return False
    return not vocabulary.holds(match[1].split()[-1].lower()[:STEM], line)


def _walk(lines: Sequence[Line], vocabulary: Vocabulary, reason: str) -> None:
    """Go inwards from an edge as long as blocks are furniture, or share next to nothing with the story."""
    beside = False
    for line in lines:
        if line.furniture:
            beside = True
            continue
        if line.kind is ZoneKind.TITLE:
            continue
        if not beside or line.block.inside or vocabulary.relative(line) >= WEAK:
            return
        line.settle(ZoneKind.FURNITURE, reason)
