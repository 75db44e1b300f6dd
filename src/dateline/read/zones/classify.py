"""From blocks to zones: explicit furniture first, then the main story, then what stands between and around its prose."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.document import Zone, ZoneKind
from dateline.read.block import Block
from dateline.read.zones.edges import settle_appeals, settle_edges
from dateline.read.zones.explicit import settle_explicit
from dateline.read.zones.line import Line, line_of
from dateline.read.zones.runs import settle_lists, settle_runs
from dateline.read.zones.story import find_story
from dateline.read.zones.title import settle_title


def zones_of(blocks: Sequence[Block], title: str | None = None) -> tuple[Zone, ...]:
    """Return a zone for each block, in order; `title` is the report's title where something else than the text gives it."""
    lines = [line_of(block) for block in blocks]
    settle_title(lines, title)
    settle_explicit(lines)
    if any(line.sentence and not line.furniture for line in lines):
        _settle_prose(lines, title)
    else:
        settle_lists(lines)
    _rescue(lines)
    return tuple(Zone(line.kind or ZoneKind.BODY, line.block.span, line.reason) for line in lines)


def _settle_prose(lines: list[Line], title: str | None) -> None:
    known = next((line.content for line in lines if line.kind is ZoneKind.TITLE), frozenset())
    if not known and title:
        known = frozenset(line_of(Block(lines[0].block.span, title)).content)
    vocabulary = find_story(lines, known)
    settle_appeals(lines, vocabulary)
    settle_runs(lines, vocabulary)
    settle_edges(lines, vocabulary)
    for line in lines:
        if line.kind is None:
            line.settle(ZoneKind.HEADING if line.block.heading and not line.sentence else ZoneKind.BODY)


def _rescue(lines: Sequence[Line]) -> None:
    """Where nothing at all was left to code, take back the prose: furniture coded by mistake is the smaller harm."""
    if any(line.kind in (ZoneKind.BODY, None) for line in lines):
        return
    for line in lines:
        if line.furniture and line.sentence and line.words >= 5 and line.reason in UNSURE:
            line.settle(ZoneKind.BODY)


UNSURE = frozenset({"another story", "unrelated to the story", "addresses the reader", "after the end"})
"""Reasons that weigh a block against the rest of its page."""
