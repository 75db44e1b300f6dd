"""The publication date and outlet that a report states of itself, in a dateline, a byline or a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.document import StatedDate, Zone, ZoneKind
from dateline.model.span import Span
from dateline.read.dates import DATE, parse_date
from dateline.read.labelled import BETWEEN as BEFORE_DATE
from dateline.read.labelled import goes_on, label_rank
from dateline.read.stamp import stamped

TOP, BOTTOM = 14, 6
"""Blocks from the top and the bottom among which a report says when it came out."""
NEAR = 4
"""Blocks around the title or the first paragraph within which a date by itself is the report's."""
HEAD, FOOT = 6, 6
"""The first and last blocks, where such a date may stand farther from them."""
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
BYLINE = re.compile(r"\s{0,3}by\s[^\d]{2,80}[|,·•–—-]\s{0,3}", re.I)
CLOCK = re.compile(r"\d{1,2}:\d\d(?:\s?[AP]M)?\s?[·•|]\s?\Z", re.I)
BETWEEN, WITHIN, ABOVE, BELOW = 3, 4, 5, 6
"""Ranks of a line that only dates the report: between title and story, among its first paragraphs, above the title, below the
story. A page's head often shows the day of the visit, and its foot other stories' days."""
OWN_FOOT = frozenset({"", "share bar", "credit", "tags", "time stamp", "label", "no words", "rights"})
"""Furniture that may stand between a story and its date below it."""
ENDING = 40
"""Characters after the last date of a block, such as an hour, with which it still ends in it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a report states of itself."""

    published: StatedDate | None = None
    outlet: str | None = None
    line: int | None = None
    """The zone that says when, where and by whom the report was brought out and nothing else, if its date is from one."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's zones with what the place of a line is judged by."""

    text: str
    zones: Sequence[Zone]
    title: int | None
    first: int | None
    """The first and the last paragraph of the story."""
    last: int | None
    stamps: dict[int, re.Match[str]]
    """Lines near the top and the bottom that only date the report, or something else."""


def find_stated(text: str, zones: Sequence[Zone]) -> Stated:
    """Return the publication date with its place in the text, and the outlet, as far as the report states them."""
    outlet = _agency(text, zones)
    page = _page(text, zones)
    best: tuple[int, StatedDate, int] | None = None
    comments = next((i for i, zone in enumerate(zones) if zone.reason == "comments" and i > (page.last or 0)), len(zones))
    for i in (i for i in _edges(zones) if i < comments):
        for rank, date in _dates_of(page, i):
            if best is None or rank < best[0]:
                best = (rank, date, i)
    if best is None:
        return Stated(None, outlet)
    alone = best[2] in page.stamps and zones[best[2]].kind is not ZoneKind.TITLE
    return Stated(best[1], outlet, best[2] if alone else None)


def _page(text: str, zones: Sequence[Zone]) -> _Page:
    stamps = {i: match for i in _edges(zones) if (match := stamped(zones[i].span.of(text)))}
    story = [i for i, zone in enumerate(zones) if zone.kind is ZoneKind.BODY and i not in stamps]
    title = next((i for i, zone in enumerate(zones) if zone.kind is ZoneKind.TITLE), None)
    return _Page(text, zones, title, story[0] if story else None, story[-1] if story else None, stamps)


def _edges(zones: Sequence[Zone]) -> list[int]:
    """Return the zones near the top (of the page and of the story) and near the bottom (the same)."""
    body = [i for i, zone in enumerate(zones) if zone.kind is ZoneKind.BODY]
    near = {i for i in range(len(zones)) if i < TOP or i >= len(zones) - BOTTOM}
    for place in body[:1] + body[-1:]:
        near.update(range(max(0, place - NEAR), min(len(zones), place + NEAR + 1)))
    return sorted(near)


def _first(zones: Sequence[Zone]) -> int | None:
    return next((i for i, zone in enumerate(zones) if zone.kind is ZoneKind.BODY), None)


def _dates_of(page: _Page, i: int) -> list[tuple[int, StatedDate]]:
    """Return the publication dates that a zone states, each with a rank: the lower, the surer."""
    span = page.zones[i].span
    whole = span.of(page.text)
    found: list[tuple[int, int, str]] = []
    for match in DATED.finditer(whole[:OPENING]):
        if (rank := _rank(whole, match, page, i)) is not None:
            found.append((rank, match.start(), match.group()))
    if not found:
        found = _ending(whole)
    return [
        (rank, StatedDate(iso, "stated", Span(span.start + at, span.start + at + len(date))))
        for rank, at, date in found
        if (iso := parse_date(date))
    ]


def _ending(whole: str) -> list[tuple[int, int, str]]:
    """Return the dates at the end of a zone: of a post, or with a label in a sentence of its own."""
    at = max(0, len(whole) - OPENING)
    found = [(BETWEEN, at + m.start(1), m[1]) for m in POSTED.finditer(whole[at:])]
    for match in DATED.finditer(whole, at) if at else ():
        rank = label_rank(whole[at : match.start()], whole[match.end() :], False) if len(whole) - match.end() < ENDING else None
        if rank is not None:
            found.append((rank, match.start(), match.group()))
    return found


def _rank(whole: str, match: re.Match[str], page: _Page, i: int) -> int | None:
    before, after = whole[: match.start()], whole[match.end() : OPENING]
    if page.zones[i].kind is not ZoneKind.FURNITURE and DATELINE_PLACE.match(before) and DATELINE_AFTER.match(after):
        return 0
    if (rank := label_rank(before, after)) is not None:
        return rank
    if (m := BYLINE.match(before)) and BEFORE_DATE.match(before[m.end() :]) and not goes_on(before, after):
        return 2
    if CLOCK.search(before):
        return 3
    return _line_rank(page, i) if i in page.stamps else None


def _line_rank(page: _Page, i: int) -> int | None:
    """Return how sure it is by its place that a line that only dates something dates the report; None if it does not."""
    if page.first is None or page.last is None or i == page.title:
        return None
    if i > page.last:
        return BELOW if i >= len(page.zones) - FOOT and _own_foot(page, i) else None
    near = any(place is not None and abs(place - i) <= NEAR for place in (page.first, page.title))
    if i > page.first:
        # More than one of them within the story are the days of a chronology.
        alone = sum(page.first < k < page.last for k in page.stamps) == 1
        return WITHIN if i - page.first <= NEAR and alone else None
    if not near and i >= HEAD:
        return None
    return BETWEEN if page.title is None or page.title < i else ABOVE


def _own_foot(page: _Page, i: int) -> bool:
    """Tell whether a line below the story is still of it, and not among links to other stories."""
    below = range((page.last or 0) + 1, i)
    alone = sum(k > (page.last or 0) for k in page.stamps) == 1
    return alone and all(page.zones[k].kind is not ZoneKind.FURNITURE or page.zones[k].reason in OWN_FOOT for k in below)


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
