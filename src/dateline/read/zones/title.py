"""The title: given from outside or found at the head of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.document import ZoneKind
from dateline.read.zones.credits import is_credit
from dateline.read.zones.labels import is_stamp, label_of
from dateline.read.zones.line import Line, words_of

HEAD = 40
"""Blocks from the top among which a given title is looked for."""
TITLE_WORDS = range(3, 36)
OPENING = 10
"""Blocks of prose that a title is compared with."""
NAMES_STORY, ALIKE = 0.5, 0.7
"""Share of a title's content words in the opening, where several lines stand above it; share of the best, for the first."""
FEWEST = 3
"""Words that must be left of a title when its site's name is taken off."""
SEPARATOR = re.compile(r"\s+[|•·–—-]\s+|\s+[|•·]\s*")


def settle_title(lines: Sequence[Line], title: str | None) -> None:
    """Mark the block that is the title, if there is one."""
    line = _given(lines, title) if title else _found(lines)
    if line is not None:
        line.settle(ZoneKind.TITLE)


def _given(lines: Sequence[Line], title: str | None) -> Line | None:
    key = words_of(title or "")
    return next((line for line in lines[:HEAD] if line.key and matches(line.key, key)), None)


def _found(lines: Sequence[Line]) -> Line | None:
    """Return the title among the blocks above the first prose: a heading, or the one that names the prose best."""
    first = next((i for i, line in enumerate(lines) if line.sentence and not line.block.outside), None)
    if first is None:
        return None
    above = [line for line in lines[:first] if _reads_as_title(line)]
    headings = [line for line in above if line.block.heading]
    if headings or len(above) <= 1:
        return next(iter(headings or above), None)
    prose = frozenset().union(*(line.content for line in lines[first : first + OPENING] if line.sentence))
    named = [len(line.content & prose) / (len(line.content) or 1) for line in above]
    best = max(named)
    # Captions and standfirsts below a title repeat the story's words as well as it does.
    return next((line for line, n in zip(above, named, strict=True) if n >= ALIKE * best and best >= NAMES_STORY), None)


def _reads_as_title(line: Line) -> bool:
    text = line.block.text
    if line.block.outside or line.block.listed or line.cut or not (line.block.heading or line.words in TITLE_WORDS):
        return False
    label = label_of(text.lower().strip(" :.…»>|"), text) or is_stamp(line.key) or is_credit(text, line.words)
    return not label


def matches(key: str, title: str) -> bool:
    """Tell whether a block's words are a title's words, or its whole first part ("Title - Site", "Title Title")."""
    if key == title:
        return True
    words = key.count(" ") + 1
    return words >= 4 and title.startswith(key + " ") or words >= 4 and title.endswith(" " + key)


def clean_title(title: str, outlet: str | None = None) -> str:
    """Return a title without its repetitions, its site's name and stray breaks ("A - Site A A" gives "A")."""
    words = title.split()
    words = [w for i, w in enumerate(words) if i < 2 or not w == words[i - 1] == words[i - 2]]
    keys = [words_of(w) for w in words]
    first = next((i + 1 for i, w in enumerate(words[:4]) if w in {"|", "•", "·"}), 0)
    for start in sorted({0, first}):
        if size := _repeated(keys[start:]):
            words = words[start : start + size]
            break
    return _without_site(" ".join(words), outlet)


def _repeated(keys: Sequence[str]) -> int:
    """Return how many words the opening of a title has that comes a second time right after it or after its site's name."""
    for size in range(3, min(len(keys) - 2, 200)):
        same = 0
        while size + same < len(keys) and same < size and keys[size + same] == keys[same]:
            same += 1
        whole = same == size or size + same == len(keys)
        if same >= 3 and (whole or 2 * same >= size):
            return same if 2 * same >= size else size
    return 0


def _without_site(title: str, outlet: str | None) -> str:
    """Cut a title where a part names the outlet, with what follows it; take off such a part at the head."""
    site = "".join(words_of(outlet or "").split())
    for separator in SEPARATOR.finditer(title) if site else ():
        rest = title[separator.end() :]
        if _names(SEPARATOR.split(rest, maxsplit=1)[0], site) and len(title[: separator.start()].split()) >= FEWEST:
            return title[: separator.start()].strip()
        if _names(title[: separator.start()], site) and len(rest.split()) >= FEWEST:
            return _without_site(rest, outlet)
    return title.strip()


def _names(part: str, site: str) -> bool:
    key = "".join(words_of(part).split())
    return len(key) > 1 and (key in site or site in key)
