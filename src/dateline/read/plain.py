"""Blocks of plain text and markdown: hard-wrapped lines are put together again, other lines stand alone."""

from __future__ import annotations

import re

from dateline.model.span import Span
from dateline.read.block import Block

MIN_WIDTH, MAX_WIDTH = 40, 160
"""Widths at which anybody wraps lines."""
WRAPPED_SHARE = 0.8
"""Share of line ends that wrapping explains, above which a text is taken as hard-wrapped: it is 0.9 or more on every
text of muc4/tst1, and on airwars_syria/dev reached only by posts of a few short lines
(`python -m dateline.read.zones.calibrate FILE`)."""
MOSTLY_CLOSED = 0.5
MIN_ENDS = 3
CAPITALS = 0.9
SPACED = 0.8
"""Share of line ends with a blank line behind them from which those part no paragraphs."""
LONGEST = 20_000
"""Characters of a block: parsers take memory by the length of what they are given at once."""
BULLET = re.compile(r"[ \t]*(?:[•●▪◦‣*·–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
MARK = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
RULE = re.compile(r"[\s=_*~#+.-]{3,}\Z")
CLOSED = re.compile(r"[.!?…:؟][\"'”’»)\]]*\Z")
BREAK = re.compile(r"[.!?][\"'”’)\]]*\s")
BLANKS = re.compile(r"\s+")
Line = tuple[int, int]


def blocks_of(text: str, marked: bool = False) -> list[Block]:
    """Return the blocks of a frozen text; `marked` says that it is markdown, where `#` makes a heading."""
    lines = _lines(text)
    width = wrap_width(text, lines)
    if not width and _in_capitals(text):
        return [block for group in _paragraphs(text, lines) for block in _cut(text, group, marked)]
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if i and _continues(text, groups[-1], line, width) and not (marked and MARK.match(text, line[0], line[1])):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [block for group in groups for block in _cut(text, group, marked)]


def _in_capitals(text: str) -> bool:
    """Tell whether a text is in capitals throughout, so that no small letter shows where a line goes on."""
    head = text[:4000]
    small, large = sum(map(str.islower, head)), sum(map(str.isupper, head))
    return large > CAPITALS * (small + large) and large >= MIN_WIDTH * MIN_ENDS


def _paragraphs(text: str, lines: list[Line]) -> list[list[Line]]:
    """Return the paragraphs of a text in capitals: wires wrap each at a width of its own, or set a blank line after every line.

    A line goes on as long as no sentence has ended, or, where blank lines part the paragraphs, as long as it is full.
    """
    ends = list(zip(lines, lines[1:], strict=False))
    spaced = bool(ends) and sum(after[0] == before[1] + 2 for before, after in ends) >= SPACED * len(ends)
    gap = 2 if spaced and len(ends) >= MIN_ENDS and _open(text, lines) > MOSTLY_CLOSED else 1
    groups: list[list[Line]] = []
    for line in lines:
        before = groups[-1][-1] if groups else None
        if before is None or not before[1] < line[0] <= before[1] + gap or text[line[0]] in " \t" or BULLET.match(text, *line):
            groups.append([line])
            continue
        size = before[1] - before[0]
        full = gap == 1 and size + 1 + len(text[slice(*line)].split(" ", 1)[0]) > max(e - s for s, e in groups[-1]) - 3
        closed = CLOSED.search(text[slice(*before)]) is not None
        if size >= MIN_WIDTH and (not closed or (full and len(groups[-1]) > 1)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _open(text: str, lines: list[Line]) -> float:
    """Return the share of lines that break off in mid-sentence."""
    return sum(CLOSED.search(text[start:end]) is None for start, end in lines[:-1]) / max(len(lines) - 1, 1)


def _lines(text: str) -> list[Line]:
    """Return start and end of each line that has more than a rule in it."""
    found: list[Line] = []
    at = 0
    for line in text.split("\n"):
        if line and not RULE.match(line):
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def wrapped_share(text: str, lines: list[Line] | None = None) -> tuple[float, int, int]:
    """Return the share of line ends that wrapping at one width explains, how many ends there are, and the width.

    An end is explained if the next line's first word would not have fitted any more.
    """
    lines = _lines(text) if lines is None else lines
    width = max((end - start for start, end in lines), default=0)
    explained = ends = closed = 0
    for (start, end), (after, stop) in zip(lines, lines[1:], strict=False):
        if after != end + 1 or text[after] in " \t" or BULLET.match(text, after, stop):
            continue
        first = text[after:stop].split(" ", 1)[0]
        # The last line of a paragraph says nothing; it is told by a sentence's end well before the margin.
        if end - start < 0.6 * width and CLOSED.search(text[start:end]):
            continue
        ends += 1
        # Wrapping does not care for sentences: where most lines end one, they are paragraphs of like length.
        closed += CLOSED.search(text[start:end]) is not None
        explained += end - start + 1 + len(first) > width - 3
    if closed > MOSTLY_CLOSED * ends:
        return 0.0, ends, width
    return (explained / ends if ends else 0.0), ends, width


def wrap_width(text: str, lines: list[Line]) -> int:
    """Return the width at which a text is hard-wrapped, or 0 if it is not."""
    share, ends, width = wrapped_share(text, lines)
    return width if ends >= MIN_ENDS and share >= WRAPPED_SHARE and MIN_WIDTH <= width <= MAX_WIDTH else 0


def _continues(text: str, group: list[Line], line: Line, width: int) -> bool:
    """Tell whether a line goes on with the paragraph that the lines before it make."""
    before = group[-1]
    if line[0] != before[1] + 1 or text[line[0]] in " \t" or BULLET.match(text, line[0], line[1]):
        return False
    if width:
        first = text[line[0] : line[1]].split(" ", 1)[0]
        return before[1] - before[0] + 1 + len(first) > width - 3 or not CLOSED.search(text[before[0] : before[1]])
    # A sentence broken by a stray newline: cut off in mid-line, and gone on with in lower case.
    # An author who starts lines in lower case anyway says nothing by it.
    broken = before[1] - before[0] >= MIN_WIDTH and not text[group[0][0]].islower()
    return broken and text[line[0]].islower() and not CLOSED.search(text[before[0] : before[1]])


def _cut(text: str, group: list[Line], marked: bool) -> list[Block]:
    start, end = group[0][0], group[-1][1]
    heading = bool(marked and (mark := MARK.match(text, start, end)) and (start := mark.end()))
    bullet = None if heading else BULLET.match(text, start, end)
    listed = bullet is not None and not bullet.group().strip()[0].isalpha()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if bullet and marked:
        start = bullet.end()
    pieces = []
    while end - start > LONGEST:
        at = _cutting_point(text, start)
        pieces.append(Span(start, at))
        start = at + len(text[at:end]) - len(text[at:end].lstrip())
    pieces.append(Span(start, end))
    return [Block(s, BLANKS.sub(" ", s.of(text)).strip(), heading, listed) for s in pieces if s.of(text).strip()]


def _cutting_point(text: str, start: int) -> int:
    """Return where to cut an overlong block: after its last sentence that fits, else at a blank, else anywhere."""
    last = max((m.end() for m in BREAK.finditer(text, start + LONGEST // 2, start + LONGEST)), default=0)
    blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
    at = last or blank if last or blank > 0 else start + LONGEST
    return at - 1 if text[at - 1 : at].isspace() else at
