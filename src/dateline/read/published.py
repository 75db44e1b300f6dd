"""The publication date and outlet that a report states of itself, in a dateline, a byline or a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.document import StatedDate, Zone, ZoneKind
from dateline.model.span import Span
from dateline.read.dates import DATE, parse_date

TOP, BOTTOM = 14, 6
"""Blocks from the top and the bottom among which a report says when it came out."""
NEAR = 4
"""Blocks around the title or the first paragraph within which a date by itself is the report's; a page's head also shows the
day of the visit."""
OPENING = 200
"""Characters of a block in which its dateline ends."""
DATED = re.compile(DATE, re.I)
# Posts are captured with their counters stuck to the year: "11:09 AM · Mar 8, 2021318 Views".
POSTED = re.compile(r"\d{1,2}:\d\d\s?[AP]M\s?[·•]\s?([A-Z][a-z]{2} \d{1,2}, 20\d\d)")
AGENCY = r"\(\s?([A-Z0-9][\w.&/ -]{1,30})\s?\)"
DATELINE_AFTER = re.compile(rf"\s?(?:{AGENCY})?\s?(?:--?|[–—:]|\[TEXT\])|\s?{AGENCY}|\s?/\s?([A-Z][\w.& -]{{1,30}})\)")
PLACE_WORD = r"[^\W\d_a-z][\w.'’-]{0,30}"
NOT_PLACE = r"(?!(?:On|In|By|Since|Until|From|Before|After)\b)"
DATELINE_PLACE = re.compile(rf"[\"'\s(\[]{{0,4}}{NOT_PLACE}(?:{PLACE_WORD}[\s,/()]{{1,3}}){{1,8}}\Z|\(\Z")
AGENCY_ALONE = re.compile(rf"(?:{PLACE_WORD}[\s,/]{{1,3}}){{1,7}}(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}\s?)?{AGENCY}\s?(?:--?|[–—:])")
LABEL = re.compile(
    r"\b(?:published|posted|issued|released|first published|date|dated|publication date|created|submitted|uploaded)\b"
    r"(?: (?:on|at|by))?\s?[:|–—-]?\s{0,3}",
    re.I,
)
UPDATED = re.compile(r"\b(?:updated|last updated|last modified|modified)\b(?: (?:on|at))?\s?[:|–—-]?\s{0,3}", re.I)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{0,3})?"
BEFORE_LABELLED = re.compile(rf"{WEEKDAY}(?:\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?)?,?\s?(?:[A-Z]{{2,4}})?,?\s?)?\Z", re.I)
BYLINE = re.compile(r"\s{0,3}by\s[^\d]{2,80}[|,·•–—-]\s{0,3}", re.I)
CLOCK = re.compile(r"\d{1,2}:\d\d(?:\s?[AP]M)?\s?[·•|,–—-]\s?\Z", re.I)
TIME_ONLY = re.compile(rf"{WEEKDAY}|[\s,.:|·•–—()-]|\d{{1,2}}:\d\d(?::\d\d)?|\b(?:[ap]\.?m\.?|utc|gmt|est|edt|at|on|z|t)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a report states of itself."""

    published: StatedDate | None = None
    outlet: str | None = None


def find_stated(text: str, zones: Sequence[Zone]) -> Stated:
    """Return the publication date with its place in the text, and the outlet, as far as the report states them."""
    outlet = _agency(text, zones)
    best: tuple[int, StatedDate] | None = None
    for i in _edges(zones):
        for rank, date in _dates_of(text, zones, i):
            if best is None or rank < best[0]:
                best = (rank, date)
    return Stated(best[1] if best else None, outlet)


def _edges(zones: Sequence[Zone]) -> list[int]:
    """Return the zones near the top (of the page and of the story) and near the bottom."""
    first = _first(zones)
    near = {i for i in range(len(zones)) if i < TOP or i >= len(zones) - BOTTOM or first is not None and abs(i - first) <= NEAR}
    return sorted(near)


def _first(zones: Sequence[Zone]) -> int | None:
    return next((i for i, zone in enumerate(zones) if zone.kind is ZoneKind.BODY), None)


def _dates_of(text: str, zones: Sequence[Zone], i: int) -> list[tuple[int, StatedDate]]:
    """Return the publication dates that a zone states, each with a rank: the lower, the surer."""
    span = zones[i].span
    piece = text[span.start : min(span.end, span.start + OPENING)]
    found: list[tuple[int, StatedDate]] = []
    for match in DATED.finditer(piece):
        iso = parse_date(match.group())
        rank = _rank(piece, match, zones, i) if iso else None
        if iso and rank is not None:
            found.append((rank, StatedDate(iso, "stated", Span(span.start + match.start(), span.start + match.end()))))
    if not found:
        at = max(span.start, span.end - OPENING)
        for match in POSTED.finditer(text[at : span.end]):
            if iso := parse_date(match[1]):
                found.append((3, StatedDate(iso, "stated", Span(at + match.start(1), at + match.end(1)))))
    return found


def _rank(piece: str, match: re.Match[str], zones: Sequence[Zone], i: int) -> int | None:
    before, after = piece[: match.start()], piece[match.end() :]
    if zones[i].kind is not ZoneKind.FURNITURE and DATELINE_PLACE.match(before) and DATELINE_AFTER.match(after):
        return 0
    label = before[-60:]
    if (m := LABEL.search(label)) and BEFORE_LABELLED.match(label[m.end() :]) and not _clause(before):
        return 1
    if (m := UPDATED.search(label)) and BEFORE_LABELLED.match(label[m.end() :]) and not _clause(before):
        return 4
    if (m := BYLINE.match(before)) and BEFORE_LABELLED.match(before[m.end() :]):
        return 2
    if CLOCK.search(before):
        return 3
    if not TIME_ONLY.sub("", before + after) and _near_story(zones, i):
        return 3
    return None


def _clause(before: str) -> bool:
    """Tell whether a label stands inside a sentence ("in a report published on ..."), which speaks of something else."""
    return len(before.split()) > 8 or re.search(r"\b(?:a|an|the|was|were|is|had|that|which|has been)\b", before, re.I) is not None


def _near_story(zones: Sequence[Zone], i: int) -> bool:
    first = _first(zones)
    title = next((k for k, zone in enumerate(zones) if zone.kind is ZoneKind.TITLE), None)
    return any(place is not None and abs(place - i) <= NEAR for place in (first, title)) and first is not None


def _agency(text: str, zones: Sequence[Zone]) -> str | None:
    """Return the agency in parentheses that ends a dateline: "KABUL (Reuters) -"."""
    first = _first(zones)
    if first is None:
        return None
    for zone in zones[first : first + 2]:
        opening = text[zone.span.start : min(zone.span.end, zone.span.start + OPENING)]
        if match := AGENCY_ALONE.match(opening):
            return match[1].strip()
        dated = DATED.search(opening)
        if dated and DATELINE_PLACE.match(opening[: dated.start()]) and (match := DATELINE_AFTER.match(opening[dated.end() :])):
            return next((g.strip() for g in match.groups() if g), None)
    return None
