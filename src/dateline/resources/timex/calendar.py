"""Calendar arithmetic on intervals of whole days, and their EDTF form."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]
"""An interval of days, both ends inclusive."""

_PATTERN = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""EDTF season code (northern hemisphere) to its first month."""
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
_HALVES = {40: 1, 41: 7}


def month_days(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def pattern_days(pattern: str) -> Days | None:
    """Return the days of an EDTF date that says its year (decade, century); None if it does not or is no real date."""
    match = _PATTERN.fullmatch(pattern)
    if not match:
        return None
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    try:
        if "X" in year:
            return date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)
        if day:
            exact = date(int(year), month, day)
            return exact, exact
        return _within(int(year), month)
    except ValueError:
        return None


def _within(year: int, code: int) -> Days:
    if code == 0:
        return date(year, 1, 1), date(year, 12, 31)
    if code in _SEASONS:
        first = date(year, _SEASONS[code], 1)
        return first, add(first, "month", 3) - timedelta(1)
    if code in _QUARTERS:
        return month_days(year, _QUARTERS[code])[0], month_days(year, _QUARTERS[code] + 2)[1]
    if code in _HALVES:
        return month_days(year, _HALVES[code])[0], month_days(year, _HALVES[code] + 5)[1]
    return month_days(year, code)


def add(day: date, unit: str, n: int) -> date:
    """Return the day `n` units later; the last day of the month where the month has no such day.

    Raises ValueError or OverflowError outside the years 1 to 9999.
    """
    if unit in {"minute", "hour"}:
        return day + timedelta(hours=n if unit == "hour" else n / 60)
    if unit in {"day", "night"}:
        return day + timedelta(n)
    if unit in {"week", "weekend", "fortnight"}:
        return day + timedelta(7 * n * (2 if unit == "fortnight" else 1))
    months = n * {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period_of(day: date, unit: str) -> Days:
    """Return the calendar unit that holds a day (weeks start on Monday)."""
    if unit in {"week", "fortnight"}:
        first = day - timedelta(day.isoweekday() - 1)
        return first, first + timedelta(6 if unit == "week" else 13)
    if unit == "weekend":
        first = day - timedelta(day.isoweekday() - 1)
        return first + timedelta(5), first + timedelta(6)
    if unit == "month":
        return month_days(day.year, day.month)
    if unit == "quarter":
        start = (day.month - 1) // 3 * 3 + 1
        return date(day.year, start, 1), month_days(day.year, start + 2)[1]
    if unit in {"year", "decade", "century"}:
        width = {"year": 1, "decade": 10, "century": 100}[unit]
        year = day.year // width * width
        return date(max(year, 1), 1, 1), date(year + width - 1, 12, 31)
    return day, day


def cover(a: Days, b: Days) -> Days:
    """Return the smallest interval that holds both."""
    return min(a[0], b[0]), max(a[1], b[1])


def day_edtf(day: date) -> str:
    """Return a day as EDTF."""
    return day.isoformat()


def edtf_of(days: Days) -> str:
    """Return an interval as the shortest EDTF that means exactly these days."""
    first, last = days
    if first == last:
        return first.isoformat()
    if first.day == 1 and last == month_days(last.year, last.month)[1]:
        left, right = f"{first.year:04d}-{first.month:02d}", f"{last.year:04d}-{last.month:02d}"
        if left == right:
            return left
        if first.month == 1 and last.month == 12:
            left, right = f"{first.year:04d}", f"{last.year:04d}"
            if left == right:
                return left
            if first.year % 100 == 0 and last.year == first.year + 99:
                return f"{first.year // 100:02d}XX"
            if first.year % 10 == 0 and last.year == first.year + 9:
                return f"{first.year // 10:03d}X"
        return f"{left}/{right}"
    return f"{first.isoformat()}/{last.isoformat()}"


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def thanksgiving(year: int) -> date:
    """Return the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta((4 - first.isoweekday()) % 7 + 21)
