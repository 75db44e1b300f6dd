"""Days, months and weekdays whose year or week is left to the reader."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from dateline.model.mention import Mention
from dateline.model.resolution import Candidate, DateBasis, DatePrecision
from dateline.resolve.dates.discourse import Discourse, Reckoned, Told, width
from dateline.resources.timex import Days, Timex, edtf_of, feast_days, pattern_days, period_of

_ALMOST_A_YEAR = 325
_FEW_DAYS = 31
_SEASONED = DatePrecision.SEASON
AHEAD = frozenset({"future", "progressive"})
"""Tenses in which a bare day lies ahead of the publication."""
OPEN = frozenset({"", "present", "planned"})
"""Tenses that leave open on which side of the publication a bare day lies: it is the nearest."""


@lru_cache(maxsize=8192)
def pattern_in(year: int, rest: str) -> Days | None:
    """Return the days of a pattern without its year ("01-20", "07", "easter-2") in a year; None if it has no such day."""
    if not 1 <= year <= 9999:
        return None
    return feast_days(rest, year) if rest[:1].isalpha() else pattern_days(f"{year:04d}-{rest}")


def precision(rest: str) -> DatePrecision:
    """Return the precision of a pattern without its year."""
    if rest.count("-") or not rest.isdigit():
        return DatePrecision.DAY
    return DatePrecision.MONTH if int(rest) <= 12 else _SEASONED


def resolve_bare(x: Timex, rest: str, mention: Mention, discourse: Discourse, paragraph: int) -> Reckoned:
    """Resolve a day, month or season without a year: by its story, by the same day told in full, by the publication."""
    told_years = discourse.full_days.get(rest, set())
    story = discourse.story(mention, paragraph)
    if x.direction in {"last", "next", "this"} and discourse.now is not None:
        return _from_publication(x, rest, discourse)
    if story is not None and x.tense not in {"present", "planned"} | AHEAD:
        found = _near(rest, story)
        if found is not None and _weekday_fits(x, found):
            return Reckoned("story's year", found, precision(rest), DateBasis.RELATIVE, story.label, 0.85)
    if discourse.now is not None:
        return _from_publication(x, rest, discourse)
    if len(told_years) == 1:
        days = pattern_in(min(told_years), rest)
        return Reckoned("told in full elsewhere", days, precision(rest), DateBasis.RELATIVE, "the same day told in full", 0.9)
    last = next((t for t in reversed(discourse.told) if not t.background and t.paragraph >= paragraph - 1), None)
    if last is not None:
        found = _near(rest, last)
        if found is not None and _weekday_fits(x, found):
            return Reckoned("year told before", found, precision(rest), DateBasis.INFERRED, last.label, 0.6)
    return _without_year(x, rest)


def _without_year(x: Timex, rest: str) -> Reckoned:
    kind = precision(rest)
    edtf = f"XXXX-{rest}" if rest.replace("-", "").isdigit() else ""
    return Reckoned("no year: publication unknown", None, kind, DateBasis.STATED, "", 0.5, edtf)


def _weekday_fits(x: Timex, days: Days) -> bool:
    return not x.weekday or days[0] != days[1] or days[0].isoweekday() == x.weekday


def _near(rest: str, told: Told) -> Days | None:
    """Return the occurrence that lies nearest to a told date, the later one of two as near."""
    if width(told.days) > 200:
        return pattern_in(told.days[0].year, rest) if width(told.days) <= 366 else None
    near: list[tuple[int, Days]] = []
    for year in (told.days[0].year - 1, told.days[0].year, told.days[0].year + 1):
        days = pattern_in(year, rest)
        if days is not None:
            near.append((max((days[0] - told.days[1]).days, (told.days[0] - days[1]).days, 0), days))
    return min(near, key=lambda n: (n[0], -n[1][0].toordinal()))[1] if near else None


def _from_publication(x: Timex, rest: str, discourse: Discourse) -> Reckoned:
    assert discourse.now is not None
    ends = [_occurrence(x, rest, day) for day in discourse.now]
    kind = precision(rest)
    if ends[0] is None or ends[1] is None:
        return Reckoned("no such day", None, kind)
    rule = "next after publication" if lies_ahead(x) else "last before publication"
    if ends[0] == ends[1]:
        against_tense = x.tense not in OPEN and (ends[0][0] > discourse.now[1]) != lies_ahead(x)
        sure = 0.5 if not _weekday_fits(x, ends[0]) else 0.7 if against_tense else 0.9
        return Reckoned(rule, ends[0], kind, discourse.now_basis, discourse.now_label, sure)
    candidates = tuple(Candidate(edtf_of(d), edtf_of(d), 0.5) for d in ends if d is not None)
    return Reckoned("publication not sure enough", None, kind, candidates=candidates, edtf=f"XXXX-{rest}")


def lies_ahead(x: Timex) -> bool:
    """Tell whether a bare day lies after the publication, by its words and tense."""
    if x.direction and x.direction != "this":
        return x.direction == "next"
    return (x.tense in AHEAD and x.cue != "since") or (x.cue in {"by", "until"} and x.tense in OPEN)


def _occurrence(x: Timex, rest: str, now: date) -> Days | None:
    """Return the occurrence meant by a report of this day: the last begun, or with a tense that looks ahead the next."""
    quarter = rest.isdigit() and 33 <= int(rest) <= 36
    ahead = lies_ahead(x) and not quarter
    found = [d for y in range(now.year - 8, now.year + 9) if (d := pattern_in(y, rest)) is not None]
    if x.direction == "this":
        return next((d for d in found if d[0].year == now.year), None)
    whole = precision(rest) is not DatePrecision.DAY
    named = x.cue in ("", "of") and precision(rest) is _SEASONED  # "the summer shooting": the last one
    if x.tense in OPEN and not x.direction and not ahead and not quarter and not named and x.cue != "since":
        return _nearest([d for d in found if _weekday_fits(x, d)] or found, now)
    if ahead:
        later = [d for d in found if d[1] >= now and not (x.direction == "next" and d[0] <= now)]
        if x.direction or not later:
            return later[0] if later else None
        return _not_a_year_off(found, later[0], now)
    # A report of the evening may be dated the day before: one day of grace.
    limit = now if whole or x.direction == "last" else now + timedelta(1)
    past = [d for d in found if d[0] <= limit and not (x.direction == "last" and d[1] >= now)]
    fitting = [d for d in past if _weekday_fits(x, d)]
    if x.weekday and fitting and fitting[-1] != past[-1] and past[-1][0].year - fitting[-1][0].year > 1:
        return past[-1]
    chosen = fitting or past
    if x.direction or quarter or not chosen or rest[:1].isalpha():
        return chosen[-1] if chosen else None
    return _not_a_year_off(found, chosen[-1], now)


def _not_a_year_off(found: list[Days], meant: Days, now: date) -> Days:
    """Return the occurrence a few days off if the one meant is almost a year off: nobody leaves that year out."""
    if -_ALMOST_A_YEAR < (meant[0] - now).days < _ALMOST_A_YEAR:
        return meant
    return next((d for d in found if d != meant and abs((d[0] - now).days) <= _FEW_DAYS), meant)


def _nearest(found: list[Days], now: date) -> Days | None:
    """Return the occurrence nearest to a day; one that holds it or lies before it wins over one as near after it."""
    gaps = [(max((d[0] - now).days * 1.01, (now - d[1]).days, 0), d) for d in found]
    return min(gaps)[1] if gaps else None


def resolve_weekday(x: Timex, mention: Mention, discourse: Discourse, paragraph: int) -> Reckoned:
    """Resolve Friday, last Friday, Friday of last week."""
    story = discourse.story(mention, paragraph)
    if x.direction in {"following", "same"} or (x.ref == "then" and x.unit):
        return _weekday_after(x, discourse)
    if story is not None and width(story.days) == 1 and not x.direction and not x.ref:
        if story.days[0].isoweekday() == x.weekday and (discourse.now is None or discourse.far(story)):
            return Reckoned("the same day", story.days, DatePrecision.DAY, DateBasis.RELATIVE, story.label, 0.85)
        if discourse.far(story):
            day = story.days[0] + timedelta((x.weekday - story.days[0].isoweekday()) % 7)
            return Reckoned("weekday after", (day, day), DatePrecision.DAY, DateBasis.RELATIVE, story.label, 0.6)
    if discourse.now is None:
        return _only_such_day(x, discourse)
    ends = [_weekday_near(x, day) for day in discourse.now]
    if ends[0] == ends[1]:
        rule = "weekday after publication" if lies_ahead(x) else "weekday before publication"
        return Reckoned(rule, (ends[0], ends[0]), DatePrecision.DAY, discourse.now_basis, discourse.now_label, 0.9)
    return Reckoned("weekday: publication not sure enough")


def _only_such_day(x: Timex, discourse: Discourse) -> Reckoned:
    """Resolve a weekday of a report without publication date to the one such day it tells in full, if all are of one week."""
    fitting = [d for d in discourse.dated if d.isoweekday() == x.weekday]
    if len(fitting) == 1 and (max(discourse.dated) - min(discourse.dated)).days <= 7 and not x.direction and not x.ref:
        days = fitting[0], fitting[0]
        return Reckoned("the only such day told in full", days, DatePrecision.DAY, DateBasis.INFERRED, str(fitting[0]), 0.6)
    return Reckoned("weekday: publication unknown")


def _weekday_after(x: Timex, discourse: Discourse) -> Reckoned:
    told = discourse.last_told(7)
    if told is None:
        return Reckoned("weekday: no day told before")
    start = told.days[0] + timedelta(0 if x.direction == "same" else 1)
    day = start + timedelta((x.weekday - start.isoweekday()) % 7)
    return Reckoned("weekday after", (day, day), DatePrecision.DAY, DateBasis.RELATIVE, told.label, 0.8)


def _weekday_near(x: Timex, now: date) -> date:
    monday = now - timedelta(now.isoweekday() - 1)
    if x.unit == "week":
        return monday + timedelta(7 * x.n + x.weekday - 1)
    back = (now.isoweekday() - x.weekday) % 7
    if x.direction == "last":
        return now - timedelta(back or 7)
    if x.direction == "next":
        return now + timedelta(7 - back)
    if x.direction == "this" and not x.tense:
        return monday + timedelta(x.weekday - 1)
    if x.tense == "present" and not x.direction and x.cue != "since":
        return now - timedelta(back) if back <= 4 else now + timedelta(7 - back)
    return now + timedelta((7 - back) % 7) if lies_ahead(x) or x.tense == "planned" else now - timedelta(back)


def part_of(days: Days, part: str, kind: DatePrecision) -> tuple[Days, DatePrecision]:
    """Return early, mid or late of a period: thirds of a month, of a year, of a decade; weeks of a month."""
    first, last = days
    if part == "weekend":
        # the Saturday and Sunday beside a holiday, and the holiday
        saturday = first - timedelta((first.isoweekday() - 6) % 7 if first.isoweekday() != 5 else -1)
        return (min(first, saturday), max(last, saturday + timedelta(1))), DatePrecision.DAYS
    if part == "weekof":
        return period_of(first, "week"), DatePrecision.WEEK
    if part.startswith("week"):
        n = int(part[4:])
        end = min(first.day + 7 * n - 1, last.day)
        start = 7 * (n - 1) + 1 if n < 5 else last.day - 6
        return (first.replace(day=start), first.replace(day=end if n < 5 else last.day)), DatePrecision.WEEK
    index = {"early": 0, "mid": 1, "late": 2}.get(part)
    if index is None:
        return days, kind
    if kind is DatePrecision.MONTH:
        bounds = ((1, 10), (11, 20), (21, last.day))[index]
        return (first.replace(day=bounds[0]), first.replace(day=bounds[1])), DatePrecision.DAYS
    if kind is DatePrecision.SEASON:
        months = [(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1) for i in range(3)]
        year, month = months[index]
        return (date(year, month, 1), date(year, month, monthrange(year, month)[1])), DatePrecision.MONTH
    if kind is DatePrecision.YEAR:
        start, end = 4 * index + 1, 4 * index + 4
        return (date(first.year, start, 1), date(first.year, end, monthrange(first.year, end)[1])), DatePrecision.SEASON
    if kind is DatePrecision.YEARS and last.year - first.year == 9:
        low, high = ((0, 3), (4, 6), (7, 9))[index]
        return (date(first.year + low, 1, 1), date(first.year + high, 12, 31)), DatePrecision.YEARS
    if kind is DatePrecision.WEEK:
        low, high = ((0, 1), (2, 3), (4, 6))[index]
        return (first + timedelta(low), first + timedelta(high)), DatePrecision.DAYS
    return days, kind
