"""From what an expression comes to, to the DateValue that is stored."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model.resolution import DateBasis, DatePrecision, DateValue
from dateline.resolve.dates.discourse import UNIT_PRECISION, Reckoned
from dateline.resolve.dates.timeml import timex_of
from dateline.resources.timex import Timex, TimexKind, edtf_of

_LETTER_UNIT = {"Y": "year", "W": "week", "D": "day"}


def value_of(says: tuple[Timex, ...], found: Reckoned) -> DateValue | None:
    """Return the value of an expression or interval: none if it is unresolved and says nothing of the calendar either."""
    timex = timex_of(says, found)
    dated = _dated(says, found)
    if dated is not None:
        return replace(dated, timex=timex)
    if not timex:
        return None
    return DateValue("", None, None, DatePrecision.YEARS, found.basis, found.anchor, timex=timex)


def _dated(says: tuple[Timex, ...], found: Reckoned) -> DateValue | None:
    x = says[-1]
    if x.kind is TimexKind.DURATION:
        return DateValue("", None, None, _duration_precision(x.value), DateBasis.STATED, duration=x.value)
    if found.days is None:
        if not found.edtf:
            return None
        return DateValue(found.edtf, None, None, found.precision, found.basis, found.anchor)
    if x.time and found.precision is DatePrecision.DAY and found.days[0] == found.days[1]:
        return _timed(says[0], says[-1], found)
    first, last = found.days
    edtf = found.edtf or edtf_of(found.days)
    return DateValue(edtf, first.isoformat(), last.isoformat(), found.precision, found.basis, found.anchor)


def _timed(first: Timex, last: Timex, found: Reckoned) -> DateValue:
    assert found.days is not None
    day = found.days[0].isoformat()
    start = f"{day}T{first.time}" if ":" in first.time else f"{day}T{first.time or last.time}:00"
    if first is not last and first.time:
        end = f"{day}T{last.time}" if ":" in last.time else f"{day}T{last.time}:00"
        # EDTF has no intervals between times of the day.
        return DateValue(day, start, end, DatePrecision.HOUR, found.basis, found.anchor)
    if first.cue == "before" and first.time[:2] > "00":
        return _before(found, day, first.time)
    if ":" in last.time:
        return DateValue(f"{start}:00", start, start, DatePrecision.MINUTE, found.basis, found.anchor)
    return DateValue(f"{start}:00", start, f"{day}T{last.time}:59", DatePrecision.HOUR, found.basis, found.anchor)


def _before(found: Reckoned, day: str, time: str) -> DateValue:
    """Return the hour before a time of the day: "just before 8 p.m." is not 8 p.m."""
    minutes = int(time[:2]) * 60 + int(time[3:] or 0)
    start, end = (f"{day}T{m // 60:02d}:{m % 60:02d}" for m in (minutes - 60, minutes - 1))
    return DateValue(day, start, end, DatePrecision.HOUR, found.basis, found.anchor)


def _duration_precision(duration: str) -> DatePrecision:
    match = re.search(r"([YMWDH])$", duration)
    if match is None or "T" in duration:
        return DatePrecision.HOUR if duration.endswith("H") else DatePrecision.MINUTE
    return UNIT_PRECISION[_LETTER_UNIT.get(match[1], "month")]
