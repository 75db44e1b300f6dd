"""Dates with a label of publication: "Issued: 18 March 2022", "By Rana Holt, published on 2 May 2021"."""

from __future__ import annotations

import re

PUBLISHED_RANK, UPDATED_RANK = 1, 4
LABEL = re.compile(
    r"(?:(?:this |press |news )?(?:article|story|report|statement|release|document|page|post|bulletin|communiqu[eé]|item) "
    r"(?:(?:was|is) )?)?(?:first |originally )?"
    r"(?:published|posted|issued|released|(?:publication |publishing |posting |issue |release |report )?date|"
    r"date of (?:publication|issue|release|report)|"
    r"dated|created|submitted|uploaded|publication)(?: online)?(?: (?:on|at|by))?\s?[:|–—-]?\s{0,3}",
    re.I,
)
UPDATED = re.compile(
    r"(?:(?:last )?(?:updated|modified|edited)|(?:situation |data |information )?as (?:of|at))(?: (?:on|at))?\s?[:|–—-]?\s{0,3}",
    re.I,
)
PARTED = re.compile(
    r"\s?[|•·;\n\t]\s?|\s{2,}|[.!?][\"'”’)]?\s+|\s[–—-]\s|[(\[]\s?|(?:\A|\s)by\s[^\d|,]{2,60},\s|\d{4},?\s|\d\d:\d\d\s", re.I
)
"""What parts a line's statements from each other. A label opens one; elsewhere it is a verb ("six hostages released on")."""
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{0,3})?"
BETWEEN = re.compile(rf"{WEEKDAY}(?:\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?)?,?\s?(?:[A-Z]{{2,4}})?,?\s?)?\Z", re.I)
# A sentence that goes on after the date is about something else: "Published on 3 May 2021, the report names six guards."
GOES_ON = re.compile(
    r"[\s,،]{0,3}(?!(?:at|by|in|and|last|updated|modified|edited|published|local|time|min|read|[ap]m|utc|gmt|est|bst|t\d\d|z)\b)[a-z]{2,}"
)


def label_rank(before: str, after: str, whole: bool = True) -> int | None:
    """Return how sure a label makes a date, or None if none does; `whole` says that `before` starts a block."""
    segment = _segment(before, whole)
    if segment is None or goes_on(before, after):
        return None
    for pattern, rank in ((LABEL, PUBLISHED_RANK), (UPDATED, UPDATED_RANK)):
        if (match := pattern.match(segment)) and BETWEEN.match(segment[match.end() :]):
            return rank
    return None


def goes_on(before: str, after: str) -> bool:
    """Tell whether a sentence goes on after its date; among capitals all words are read as small."""
    capitals = (before + after).isupper()
    return GOES_ON.match(after[:60].lower() if capitals else after[:60]) is not None


def _segment(before: str, whole: bool) -> str | None:
    """Return the last statement of `before` that a label opens, hour and weekday after it included."""
    starts = ([0] if whole else []) + [m.end() for m in PARTED.finditer(before)]
    for start in reversed(starts):
        segment = before[start:].lstrip()
        if LABEL.match(segment) or UPDATED.match(segment):
            return segment
    return None
