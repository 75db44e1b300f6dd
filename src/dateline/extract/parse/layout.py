"""What the parser is given of a paragraph: printed case, no editorial notes, no line breaks, pieces of bearable length.

Up to `prepared` the text keeps its length; `Piece` then carries the map from the parser's characters back to the zone's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

LONGEST_PIECE = 10_000
"""Characters given to the parser at once, about 2,000 tokens, so that memory stays flat however long a paragraph is."""
LONGEST_WORD = 300
"""Longer runs without white space are data (keys, images, tables), not language: the parser does not see them."""

_EDITORIAL = re.compile(
    r"\[(?:text|excerpts?|passages?|words?|sentences?|begin|end|video|continued|"
    r"as (?:heard|received|published|printed|given)|recording|reporter|announcer|correspondent|unidentified|communique|"
    r"report(?! by)|editorial|article|interview|"
    r"news conference|speech|address|summary|commentary|statement|unattributed|applause|laughter|"
    r"sic|no (?:closing|opening|video|further|name)|"
    r"preceding|following|question|answer|dispatch|live|from)\b[^\[\]]{0,120}\]",
    re.IGNORECASE,
)
_UNSPACED = re.compile(rf"\S{{{LONGEST_WORD},}}")
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ud800-\udfff"
_REPACK = re.compile(rf"\s{{2,}}|[^\S ]|(?:[{_INVISIBLE}]|(?<=[a-z])\*(?=[a-z]))+")
"""Runs of white space; what is invisible; and the asterisks that hide words from filters ("kil*led")."""
_BRACKETS = str.maketrans("[]{}", "()()")
_DATELINE = (
    # SAN SALVADOR, 4 MAR 90 (AGENCY) --   or   BAGHDAD, Iraq (Agency) –
    # or, with its country, MARUN (RURITANIA), 4 MAR 90 (AGENCY) --
    re.compile(
        r"\s{0,200}[\"'(]?[^\W\d_][^()\n;:!?]{2,70}(?:\([^()\n]{2,40}\),[^()\n;:!?]{2,40})?"
        r"\([^()\n]{2,70}\)\s{1,3}(?:--|[—–_-])(?=\s)"
    ),
    # BAGHDAD, Iraq —
    re.compile(
        r"\s{0,200}[A-Z][A-Z'’.-]{2,30}(?: [A-Z][A-Z'’.-]{1,30}){0,3}(?:, [^\W\d_][^\n()!?;:—–]{1,40})?\s(?:--|[—–])(?=\s)"
    ),
)
_SPEAKER = re.compile(r"\s{0,200}\((?!(?:THE|The|AND|And|FOR|FROM|WITH)\))[A-Z][^()\n0-9]{2,60}\)(?=\s+\S)")
_VERB_LIKE = re.compile(r"(?<![\w'’-])IS(?![\w'’]|-[A-Z])|(?<![\w'’-])IS(?=['’]s\b)")
_STAND_IN = "UN"
"""An acronym that the parser's training text is full of, as an organisation."""
_SAFE_CUTS = (re.compile(r"[.!?][\"'”’)\]]{0,3}\s"), re.compile(r"[;:,]\s"), re.compile(r"\s"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a zone as the parser sees it.

    `starts` and `shifts` map a character of `text` to the zone: the last start at or before it names the shift to add.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    stand_ins: Mapping[int, str] = field(default_factory=dict)
    """Words that the parser sees another word for, by their first character."""


def masked(text: str) -> str:
    """Return the text without editorial notes and unspaced data, square brackets made round, the same length."""
    if "[" in text:
        text = _EDITORIAL.sub(lambda m: " " * len(m.group()), text)
    text = _UNSPACED.sub(lambda m: " " * len(m.group()), text)
    return text.translate(_BRACKETS)


def dateline_end(text: str) -> int:
    """Return where the dateline (after its dash) or the `[speaker]` at the start of a paragraph ends, 0 if there is none."""
    for pattern in _DATELINE:
        match = pattern.match(text)
        if match and ". " not in match.group().strip()[4:]:
            return match.end()
    match = _SPEAKER.match(text)
    return match.end() if match else 0


def pieces(text: str, cut: int) -> Iterator[Piece]:
    """Yield what the parser is to read, cut after the dateline and wherever a piece would get too long."""
    for start, end in ((0, cut), (cut, len(text))):
        while start < end:
            stop = _safe_cut(text, start, end)
            piece = _packed(text, start, stop)
            if piece.text:
                yield _with_stand_ins(piece)
            start = stop


def _safe_cut(text: str, start: int, end: int) -> int:
    if end - start <= LONGEST_PIECE:
        return end
    limit = start + LONGEST_PIECE
    for pattern in _SAFE_CUTS:
        cut = 0
        for match in pattern.finditer(text, start + LONGEST_PIECE // 2, limit):
            cut = match.end()
        if cut:
            return cut
    return limit


def _packed(text: str, start: int, end: int) -> Piece:
    """Return the text with every run of white space as one blank and nothing invisible, and the way back."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    out: list[str] = []
    starts, shifts = [0], [start]
    at, length = start, 0
    for match in _REPACK.finditer(text, start, end):
        kept = text[at : match.start()]
        out.append(kept)
        length += len(kept)
        if match.group()[0].isspace():
            out.append(" ")
            length += 1
        at = match.end()
        if at - length != shifts[-1]:
            starts.append(length)
            shifts.append(at - length)
    out.append(text[at:end])
    return Piece("".join(out), tuple(starts), tuple(shifts))


def _with_stand_ins(piece: Piece) -> Piece:
    """Show the parser a name of the same length for an acronym that it can only read as a verb ("IS claimed the raid")."""
    found = {m.start(): m.group() for m in _VERB_LIKE.finditer(piece.text)}
    return replace(piece, text=_VERB_LIKE.sub(_STAND_IN, piece.text), stand_ins=found) if found else piece


def case_of(text: str) -> str:
    """Return how a text uses capitals: `upper`, `lower`, `headline` (most words with a capital), or `printed`."""
    letters = upper = 0
    for char in text[:4000]:
        if char.isupper():
            upper += 1
            letters += 1
        elif char.islower():
            letters += 1
    if letters < 12:
        return "printed"
    if upper > 0.85 * letters:
        return "upper"
    if upper == 0 and letters > 30:
        return "lower"
    if upper * 12 < letters or len(text) > 300:
        return "printed"
    words = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    capital = sum(w[0].isupper() for w in words)
    return "headline" if len(words) >= 4 and capital > 0.85 * len(words) else "printed"


def recased_runs(text: str, recase: Callable[[str], str]) -> str:
    """Return a printed text whose long runs in capitals ("POLICE SAY FOUR SHOT DEAD AT MARKET") are recased."""
    return _SHOUTED.sub(lambda m: recase(m.group()), text)


_SHOUTED = re.compile(r"(?<![^\s\"“(])[A-Z][A-Z'’-]*(?:[ ,]{1,2}[A-Z0-9][A-Z0-9'’-]*){6,60}(?![A-Za-z])")
