"""What a date expression comes to in TimeML's notation: the calendar unit it names, how long, how often, or which vague time."""

from __future__ import annotations

from datetime import timedelta

from dateline.resolve.dates.discourse import Reckoned
from dateline.resources.timex import Days, Timex, TimexKind, period_of

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_QUARTERS = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}
_HALVES = {"40": "H1", "41": "H2"}
_CODES = _SEASONS | _QUARTERS | _HALVES
_VAGUE = {"present": "PRESENT_REF", "past": "PAST_REF", "then": "PAST_REF", "future": "FUTURE_REF"}
_LETTERS = {"minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "W", "month": "M", "year": "Y"}
_LONGER = {"fortnight": (2, "W"), "quarter": (1, "Q"), "season": (3, "M"), "decade": (10, "Y"), "century": (100, "Y")}
_TIMES = {"MO": "MO", "AF": "AF", "EV": "EV", "NI": "NI", "DT": "DT", "DA": "MO", "DU": "EV"}
_FEAST_DAYS, _WEEK = 10, 6
_NO_TIME = "XXXX-XX-XX"


def timex_of(says: tuple[Timex, ...], found: Reckoned) -> str:
    """Return the TIMEX3 value of an expression (TimeML 1.2.1), of an interval both with a slash; empty if it names no time."""
    if len(says) == 2:
        ends = [_ends_in(x, found, i) for i, x in enumerate(says)]
        return "/".join(ends) if all(ends) else ""
    return _value(says[0], found)


def _ends_in(x: Timex, found: Reckoned, last: int) -> str:
    if found.days is None:
        return ""
    day = found.days[last]
    return _named(x, (day, day)) + _time(x)


def _value(x: Timex, found: Reckoned) -> str:
    match x.kind:
        case TimexKind.DURATION | TimexKind.SET:
            return x.value
        case TimexKind.VAGUE:
            return _VAGUE.get(x.value, "")
        case TimexKind.STRETCH:
            return _stretch(x, found)
        case TimexKind.OFFSET if x.n_max and x.n_max != x.n:
            return _VAGUE["past" if x.n < 0 else "future"] if x.ref == "now" else _duration(x.unit, 0)
        case TimexKind.OFFSET if x.unit in {"hour", "minute"}:
            return _duration(x.unit, abs(x.n))
    if found.days is None:
        return _unresolved(x, found)
    return _named(x, found.days) + _time(x)


def _unresolved(x: Timex, found: Reckoned) -> str:
    if x.kind is TimexKind.WEEKDAY:
        return f"XXXX-WXX-{x.weekday}{_time(x)}"
    if x.kind is TimexKind.TIME:
        return _NO_TIME + _time(x)
    if x.kind is TimexKind.OFFSET:
        return _duration(x.unit, abs(x.n) if not x.n_max or x.n_max == x.n else 0)
    if x.kind is TimexKind.DATE:
        year, _, rest = (found.edtf or x.value).partition("-")
        return f"{year}-{_CODES.get(rest, rest)}" if rest else year
    return ""


def _stretch(x: Timex, found: Reckoned) -> str:
    if x.n == 1 and x.n_max in (0, 1) and found.days is not None:
        return _duration(x.unit, 1)
    return _duration(x.unit, x.n if x.n_max in (0, x.n) else 0)


def _duration(unit: str, n: int) -> str:
    factor, letter = _LONGER[unit] if unit in _LONGER else (1, _LETTERS[unit])
    return f"P{'T' if unit in {'minute', 'hour'} else ''}{n * factor or 'X'}{letter}"


def _named(x: Timex, days: Days) -> str:
    """Return the name of the calendar unit that an expression stands for: coarser than its days for "late May"."""
    if x.kind is TimexKind.DATE:
        return _pattern(x, days)
    if x.kind in {TimexKind.SHIFT, TimexKind.SAME, TimexKind.OFFSET}:
        return _unit(x.unit, days)
    return days[0].isoformat()


def _pattern(x: Timex, days: Days) -> str:
    year, _, rest = x.value.partition("-")
    first = days[0]
    if x.part.startswith("week"):
        return _unit("week", days)
    if not rest:
        return year.rstrip("X") if year.endswith("X") else f"{first.year:04d}"
    if rest in _CODES:
        return f"{first.year:04d}-{_CODES[rest]}"
    if rest.isdigit():
        return f"{first.year:04d}-{rest}"
    if (days[1] - first).days == _WEEK:
        return _unit("week", days)
    middle = first + timedelta((days[1] - first).days // 2)
    return middle.isoformat() if (days[1] - first).days < _FEAST_DAYS else f"{middle:%Y-%m}"


def _unit(unit: str, days: Days) -> str:
    middle = days[0] + timedelta((days[1] - days[0]).days // 2)
    year, week, _ = middle.isocalendar()
    match unit:
        case "week" | "fortnight":
            return f"{year:04d}-W{week:02d}"
        case "weekend":
            return f"{year:04d}-W{week:02d}-WE"
        case "month":
            return f"{middle:%Y-%m}"
        case "quarter" | "season":
            return f"{middle.year:04d}-Q{(middle.month + 2) // 3}"
        case "year":
            if days == period_of(days[0], "quarter"):
                return _unit("quarter", days)
            return f"{middle.year:04d}"
        case "decade" if days != period_of(days[0], "decade"):
            return f"{middle.year:04d}"
        case "decade":
            return f"{middle.year // 10:03d}"
        case "century":
            return f"{middle.year // 100:02d}"
    if days[0] != days[1] and f"{days[0]:%Y-%m}" == f"{days[1]:%Y-%m}":
        return f"{days[0]:%Y-%m}-XX"
    return days[0].isoformat()


def _time(x: Timex) -> str:
    if x.time:
        return f"T{x.time}" if ":" in x.time else f"T{x.time}:00"
    if x.tod == "MN":
        return "T24:00"
    return f"T{_TIMES[x.tod]}" if x.tod in _TIMES else ""
