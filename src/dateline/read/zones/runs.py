"""Blocks that end without a full stop: headings, captions, standfirsts, or lists of links to other stories."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.document import ZoneKind
from dateline.read.zones.labels import label_of
from dateline.read.zones.line import INNER_END, RELATED, Line, Vocabulary

UNRELATED = 0.35
"""Relative cohesion below which a long line between paragraphs is a link to another story and no heading."""
CONTINUED = 0.5
"""The same for one right after the prose that has whole sentences in it: a paragraph with something stuck to its end."""
HEADING_WORDS = 14
STANDFIRST_LINES, STANDFIRST_WORDS = 3, 7
"""Between title and first paragraph, up to so many lines of so many words are standfirst or caption unless unrelated."""
LONG_LINK = 7
LONG_CUT = 15
"""Words from which one cut-off block after the prose is where the capture ended, and no teaser."""
UNPUNCTUATED_SHARE = 0.75
"""Share of a page's words in unpunctuated blocks above which its author may just not punctuate."""
ALIKE = 0.3


def settle_runs(lines: Sequence[Line], vocabulary: Vocabulary) -> None:
    """Decide about every run of unpunctuated blocks by where it stands and what it shares with the main story."""
    if _unpunctuated_author(lines, vocabulary):
        return
    prose = [i for i, line in enumerate(lines) if line.kind is None and line.sentence]
    if not prose:
        return
    start = 0
    for end in [*prose, len(lines)]:
        run = [line for line in lines[start:end] if line.kind is None]
        others = sum(line.furniture for line in lines[start:end])
        before = lines[start - 1] if start else None
        if run:
            if end == len(lines):
                _trailing(run, not any(line.furniture for line in lines), before, vocabulary)
            elif before is None:
                _leading(lines[:end], vocabulary)
            else:
                _between(run, others, before, vocabulary)
        start = end + 1


def settle_lists(lines: Sequence[Line]) -> None:
    """Decide about a page without prose: many lines that have nothing to do with each other are a list of links."""
    rest = [line for line in lines if line.kind is None and line.words >= 4]
    vocabulary = Vocabulary(rest)
    for line in rest:
        line.core = True
    alike = sum(map(vocabulary.cohesion, rest)) / len(rest) if rest else 0.0
    unrelated = len(rest) >= 6 and alike < ALIKE
    for line in lines:
        if line.kind is None and (unrelated or line.words < 4 and len(lines) > 1):
            line.settle(ZoneKind.FURNITURE, "link list" if unrelated else "label")


def _unpunctuated_author(lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Tell whether most of a page is unpunctuated and all about one thing: a post or notes, which are taken as prose."""
    rest = [line for line in lines if line.kind is None]
    open_ended = [line for line in rest if not line.sentence and line.words >= 6 and not line.cut]
    words = sum(line.words for line in open_ended)
    if words < UNPUNCTUATED_SHARE * sum(line.words for line in rest) or not open_ended:
        return False
    return sum(map(vocabulary.cohesion, open_ended)) / len(open_ended) >= ALIKE


def _leading(lines: Sequence[Line], vocabulary: Vocabulary) -> None:
    title = next((i for i, line in enumerate(lines) if line.kind is ZoneKind.TITLE), len(lines))
    few = sum(line.kind is None for line in lines[title:]) <= STANDFIRST_LINES
    few = few and all(line.reason != "link list" for line in lines[title:])
    for i, line in enumerate(lines):
        if line.kind is not None:
            continue
        limit = UNRELATED if few and i > title and line.words >= STANDFIRST_WORDS else RELATED
        if line.words >= 4 and (vocabulary.relative(line) >= limit or line.block.inside):
            line.settle(ZoneKind.HEADING if line.words <= HEADING_WORDS else ZoneKind.BODY)
        else:
            line.settle(ZoneKind.FURNITURE, "before the story" if line.words >= 4 else "label")


def _between(run: Sequence[Line], others: int, before: Line, vocabulary: Vocabulary) -> None:
    for line in run:
        cohesion = vocabulary.relative(line)
        if line.block.listed or before.block.text.endswith(":") and not line.cut or line.block.inside and not line.block.heading:
            line.settle(ZoneKind.BODY)
        elif line.block.heading and (line.block.inside or cohesion >= UNRELATED):
            line.settle(ZoneKind.HEADING)
        elif line.cut and cohesion < RELATED and (len(run) > 1 or others):
            line.settle(ZoneKind.FURNITURE, "teaser: cut off")
        elif len(run) == 1 and not others:
            _alone(line, cohesion)
        elif cohesion >= RELATED and line.words >= 4:
            line.settle(ZoneKind.BODY if line.words > HEADING_WORDS else ZoneKind.HEADING)
        else:
            line.settle(ZoneKind.FURNITURE, "link list" if line.words >= 4 else "label")


def _alone(line: Line, cohesion: float) -> None:
    """Decide about one unpunctuated block between two paragraphs."""
    if line.words >= LONG_LINK and cohesion < UNRELATED and not INNER_END.search(line.block.text):
        line.settle(ZoneKind.FURNITURE, "unrelated to the story")
    else:
        line.settle(ZoneKind.HEADING if line.words <= HEADING_WORDS else ZoneKind.BODY)


def _trailing(run: Sequence[Line], clean: bool, before: Line | None, vocabulary: Vocabulary) -> None:
    """Nothing follows a run at the end, so its lines head nothing: they are links, teasers and credits, or a list's items."""
    listing = before is not None and (before.block.listed or before.block.text.endswith(":"))
    for i, line in enumerate(run):
        cohesion = vocabulary.relative(line)
        listing = listing and (line.block.listed or line.block.inside)
        whole = len(run) <= 2 or INNER_END.search(line.block.text) is not None
        if line.cut and (len(run) > 1 or line.words < LONG_CUT):
            whole = False
        limit = (0.0 if line.cut else UNRELATED) if len(run) == 1 and clean else CONTINUED if len(run) > 2 else RELATED
        only = i == 0 and whole and line.words >= 8 and cohesion >= limit
        if listing or line.block.inside and cohesion >= UNRELATED or only:
            line.settle(ZoneKind.BODY)
        else:
            line.settle(ZoneKind.FURNITURE, _trailing_reason(line))


def _trailing_reason(line: Line) -> str:
    if line.words < 4 or label_of(line.key, line.block.text):
        return "label"
    return "teaser: cut off" if line.cut or INNER_END.search(line.block.text) else "link list"
