"""Furniture that shows by itself: markup, labels, time stamps, credits, repetitions, other scripts."""

from __future__ import annotations

import re

from dateline.model.document import ZoneKind
from dateline.read.zones.credits import is_credit
from dateline.read.zones.labels import ADDRESSED, ADDRESSED_PERHAPS, READER, TAG_LINE, is_stamp, label_of
from dateline.read.zones.line import Line

LETTER = re.compile(r"[^\W\d_]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
QUOTED = re.compile(r"[“\"‘«][^”\"’»]{0,2000}[”\"’»]")
ADDRESSING, ADDRESSING_PERHAPS = 0.9, 0.75
"""Relative cohesion below which a block with words for the reader is furniture, if those are sure, or may be of a speech."""
APPEAL_WORDS = 60
REPEATED_WORDS = 5
"""A block of fewer words may well come twice ("Background", "He denied it.")."""
OPENING = 12
"""Words of a cut-off block that must open another one for it to be its teaser."""
TOKEN = 200
"""Characters without a blank beyond which a block is no prose (encoded data, addresses)."""


def settle_explicit(lines: list[Line]) -> None:
    """Mark as furniture what its own words or markup give away, whatever the rest of the page says."""
    latin = _has_latin(lines)
    for line in lines:
        if line.kind is None and (reason := _reason(line, latin)):
            line.settle(ZoneKind.FURNITURE, reason)
    _repetitions(lines)
    for line in lines:
        line.appeal = _appeal(line) if line.kind is None else 0.0


def _has_latin(lines: list[Line]) -> bool:
    """Tell whether enough of a page is in Latin letters to read that part alone."""
    text = " ".join(line.block.text[:2000] for line in lines)
    letters = len(LETTER.findall(text))
    return len(LATIN.findall(text)) >= 0.2 * letters and letters > 0


def _reason(line: Line, latin: bool) -> str:
    block = line.block
    text = block.text
    if line.words == 0:
        return "no words"
    if block.outside and not (block.heading and block.inside):
        return block.outside
    if latin and 2 * len(LATIN.findall(text[:2000])) < len(LETTER.findall(text[:2000])):
        return "another script"
    if max(map(len, text[:5000].split())) > TOKEN and line.words < 40:
        return "no prose"
    if not block.heading or line.words <= 4:
        if label := label_of(" ".join(text.lower().split()).strip(" :.…»>|·-–—([])!↑▲⇧"), text):
            return label
        if is_stamp(line.key):
            return "time stamp"
    if not (line.closed and line.words > 20) and is_credit(text, line.words):
        return "credit"
    return "tags" if TAG_LINE.match(text) else ""


def _repetitions(lines: list[Line]) -> None:
    """Mark what comes a second time, and what is the cut-off opening of another block."""
    seen: dict[str, Line] = {}
    for line in lines:
        if line.furniture or line.words < REPEATED_WORDS and not line.block.heading:
            continue
        if line.key in seen:
            line.settle(ZoneKind.FURNITURE, "repetition")
        else:
            seen[line.key] = line
    openings = {" ".join(key.split()[:OPENING]): line for key, line in seen.items() if len(key.split()) > OPENING}
    for line in lines:
        if line.furniture or line.closed or line.kind is ZoneKind.TITLE:
            continue
        words = line.key.split()
        whole = openings.get(" ".join(words[:OPENING])) if len(words) >= OPENING else None
        # A teaser may be cut in mid-word, so its last word counts only as far as it goes.
        if whole is not None and whole is not line and len(whole.key) > len(line.key) and whole.key.startswith(line.key):
            line.settle(ZoneKind.FURNITURE, "teaser: the opening of another block")


def _appeal(line: Line) -> float:
    """Return the relative cohesion below which a block is taken to speak to the page's reader; 0 if it does not."""
    text = line.block.text[:2000]
    if ADDRESSED.search(text):
        return ADDRESSING
    return ADDRESSING_PERHAPS if line.words <= APPEAL_WORDS and ADDRESSED_PERHAPS.search(text) and speaks_to_us(line) else 0.0


def speaks_to_us(line: Line) -> bool:
    """Tell whether a block says you, we or our, outside quotation marks."""
    return READER.search(QUOTED.sub(" ", line.block.text[:2000])) is not None
