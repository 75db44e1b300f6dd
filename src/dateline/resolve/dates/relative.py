"""Dates counted from the publication or from a date told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.model.mention import Mention
from dateline.model.resolution import DateBasis, DatePrecision
from dateline.resolve.dates.bare import AHEAD, part_of
from dateline.resolve.dates.discourse import UNIT_PRECISION, Discourse, Reckoned, Told, precision_of, width
from dateline.resources.timex import Days, Timex, TimexKind, add, cover, period_of

_COMPARED_SENTENCES = 3
"""How far from the quarter told a figure of "a year ago" is still compared with it; set on tempeval3 train."""
_EDGES = frozenset({"early", "mid", "late"})
_WIDEST = {"day": 31, "night": 31, "hour": 31, "minute": 31, "week": 45, "weekend": 45, "fortnight": 45, "month": 92}
"""How unsure the base of a count may be, in days, for the count to say anything."""


def resolve_shift(x: Timex, discourse: Discourse) -> Reckoned:
    """Resolve yesterday, this month, last year: calendar units counted from the publication."""
    now = discourse.now
    if now is None:
        return Reckoned(f"{x.unit} counted from the publication, which is unknown")
    if width(now) > _WIDEST.get(x.unit, 366):
        return Reckoned("publication not sure enough")
    if x.value == "nearest" and x.tense not in AHEAD:
        # Before Saturday "the weekend" is the last one.
        low, high = (period_of(add(end, "day", -5 if end.isoweekday() < 6 else 0), x.unit) for end in now)
        if low == high:
            return Reckoned("weekend", low, DatePrecision.DAYS, discourse.now_basis, discourse.now_label, 0.9)
        return Reckoned("publication not sure enough")
    if x.value == "overnight":
        days = now[0] - timedelta(1), now[1]
        return Reckoned("overnight", days, DatePrecision.DAYS, discourse.now_basis, discourse.now_label, 0.8)
    low, high = (period_of(add(end, x.unit, x.n), x.unit) for end in now)
    days = cover(low, high)
    kind = UNIT_PRECISION[x.unit] if low == high else precision_of(days)
    if low == high:
        days, kind = _edge(x, days, kind, now)
    sure = 0.95 if low == high else 0.5
    return Reckoned("counted from publication", days, kind, discourse.now_basis, discourse.now_label, sure)


def _edge(x: Timex, days: Days, kind: DatePrecision, now: Days) -> tuple[Days, DatePrecision]:
    """Narrow a unit to its early part, or to what of it lies before or after the anchor."""
    if x.part == "earlier" and days[0] < now[0] <= days[1]:
        return (days[0], now[1]), (DatePrecision.DAYS if kind in {DatePrecision.WEEK, DatePrecision.MONTH} else kind)
    if x.part == "later" and days[0] <= now[1] < days[1]:
        return (now[0], days[1]), (DatePrecision.DAYS if kind in {DatePrecision.WEEK, DatePrecision.MONTH} else kind)
    return part_of(days, x.part, kind) if x.part in {"early", "mid", "late"} else (days, kind)


def resolve_same(x: Timex, discourse: Discourse) -> Reckoned:
    """Resolve that month, the same year, the next day: calendar units counted from the last date told."""
    told = _base_for(x.unit, discourse)
    if discourse.partial is not None and x.unit == "day" and x.n == 0:
        edtf, label = discourse.partial
        return Reckoned("the day told before, whose year is unknown", None, basis=DateBasis.RELATIVE, anchor=label, edtf=edtf)
    if told is None and not discourse.told and x.part in _EDGES and x.unit not in {"day", "night"}:
        return resolve_shift(replace(x, n=x.n), discourse)  # "since the start of the year"
    if told is None:
        return Reckoned(f"no {x.unit} told before")
    ends = [period_of(add(end, x.unit, x.n), x.unit) for end in told.days]
    days = cover(ends[0], ends[1])
    kind = UNIT_PRECISION[x.unit] if ends[0] == ends[1] else precision_of(days)
    sure = 0.85 if ends[0] == ends[1] else 0.5
    if ends[0] == ends[1] and x.n == 0 and x.part in {"earlier", "later"} and width(told.days) == 1 and x.unit != "day":
        days, kind = _edge(x, days, kind, told.days)
    elif x.part in {"early", "mid", "late"}:
        days, kind = part_of(days, x.part, kind)
    return Reckoned("counted from the date told before", days, kind, DateBasis.RELATIVE, told.label, sure)


def resolve_period(x: Timex, discourse: Discourse, base: tuple[Reckoned, str] | None) -> Reckoned:
    """Resolve the quarter, the year, the week: the quarter told last or the last one over; else those of the publication."""
    if x.unit != "quarter":
        return resolve_shift(replace(x, ref=""), discourse)
    told = next((t for t in reversed(discourse.told) if _is_quarter_told(t, discourse)), None)
    if base is not None and base[0].days is not None:
        days, basis, anchor = period_of(base[0].days[1], "quarter"), DateBasis.RELATIVE, base[1]
    elif told is not None:
        days, basis, anchor = told.days, DateBasis.RELATIVE, told.label
    elif discourse.today is not None:
        days = period_of(add(discourse.today, "quarter", -1), "quarter")
        basis, anchor = discourse.now_basis, discourse.now_label
    else:
        return Reckoned("no quarter told before")
    if x.value:
        days = period_of(days[0].replace(year=int(x.value)), "quarter")
    return Reckoned("the period told", days, DatePrecision.SEASON, basis, anchor, 0.7)


def _base_for(unit: str, discourse: Discourse) -> Told | None:
    widest = {"day": 1, "night": 1, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366}.get(unit, 366_000)
    told = discourse.last_told(widest)
    if unit in {"day", "night"}:
        # "The next day" right after a month counts from that month, and is as unsure.
        last = discourse.last_told(31)
        if last is not None and (told is None or last.mention.sentence > told.mention.sentence + 1):
            return last
    return told


def resolve_offset(x: Timex, mention: Mention, discourse: Discourse, base: tuple[Reckoned, str] | None) -> Reckoned:
    """Resolve two days ago, a year later, three days after 5 May."""
    if x.n == 0:
        return Reckoned("no number told")
    if base is not None and base[0].days is not None:
        return _counted(x, base[0].days, DateBasis.RELATIVE, base[1], 0.9)
    if x.value == "quarter":
        base_period = resolve_period(Timex(TimexKind.SAME, unit="quarter"), discourse, None)
        if base_period.days is None:
            return base_period
        return _counted(x, base_period.days, base_period.basis, base_period.anchor, 0.7)
    if x.unit == "year" and x.n == -1 and x.ref != "next" and (quarter := _quarter_told(mention, discourse)) is not None:
        return _counted(x, quarter.days, DateBasis.RELATIVE, quarter.label, 0.7)
    if x.ref == "now":
        if discourse.now is None:
            return Reckoned("counted from the publication, which is unknown")
        if width(discourse.now) > _WIDEST.get(x.unit, 366):
            return Reckoned("publication not sure enough")
        return _counted(x, discourse.now, discourse.now_basis, discourse.now_label, 0.9)
    if x.ref == "next":
        return _after_event(x, mention, discourse)
    told = _base_told(x, discourse)
    if told is None and x.n < 0 and discourse.now is not None and width(discourse.now) == 1:
        return _counted(x, discourse.now, discourse.now_basis, discourse.now_label, 0.5)
    if told is None:
        return Reckoned("no date told before")
    return _counted(x, told.days, DateBasis.RELATIVE, told.label, 0.8)


def _after_event(x: Timex, mention: Mention, discourse: Discourse) -> Reckoned:
    """Resolve "two days after the raid" if the raid's day was told just before; the text does not say that it is that day."""
    told = discourse.last_told(7)
    if told is None or mention.sentence - told.mention.sentence > 1:
        return Reckoned("counted from an event without a date")
    found = _counted(x, told.days, DateBasis.RELATIVE, told.label, 0.5)
    ahead = discourse.now is not None and found.days is not None and found.days[0] > discourse.now[1]
    return Reckoned("counted from an event without a date") if ahead and x.tense not in AHEAD else found


def _quarter_told(mention: Mention, discourse: Discourse) -> Told | None:
    """Return the quarter that "a year ago" compares with, if one was told just before."""
    for told in reversed(discourse.told):
        if mention.sentence - told.mention.sentence > _COMPARED_SENTENCES:
            return None
        if discourse.lasting > told.mention.span.start:
            return None
        if _is_quarter_told(told, discourse):
            return told
        if width(told.days) > 1 and not _is_quarter(told.days) and told.expression.kind is not TimexKind.OFFSET:
            return None
    return None


def _is_quarter_told(told: Told, discourse: Discourse) -> bool:
    """Tell whether a date told is a quarter that is over, named and not counted from another."""
    over = discourse.now is None or told.days[1] <= discourse.now[1]
    return over and _is_quarter(told.days) and told.expression.kind is not TimexKind.OFFSET


def _is_quarter(days: Days) -> bool:
    return days == period_of(days[0], "quarter")


def _base_told(x: Timex, discourse: Discourse) -> Told | None:
    """Return the date that "later" and "earlier" count from; a second "a year earlier" counts from where the first did."""
    widest = _told_width(x)
    for told in reversed(discourse.told):
        back_again = x.n < 0 and told.expression.kind is TimexKind.OFFSET and told.expression.n < 0
        if width(told.days) <= widest and not back_again:
            return told
    return None


def _told_width(x: Timex) -> int:
    return {"day": 31, "hour": 1, "minute": 1, "week": 31, "month": 92}.get(x.unit, 1100)


def _counted(x: Timex, base: Days, basis: DateBasis, anchor: str, sure: float) -> Reckoned:
    unit = x.unit
    n, n_max = x.n, x.n_max or x.n
    if unit in {"minute", "hour"}:
        n, n_max, unit = _whole_days(x, n), _whole_days(x, n_max), "day"
    low, high = sorted((add(base[0], unit, n), add(base[0], unit, n_max)))
    if width(base) > 1:
        high = max(high, add(base[1], unit, n), add(base[1], unit, n_max))
        low = min(low, add(base[1], unit, n), add(base[1], unit, n_max))
    if n != n_max:
        days = low, high
        return Reckoned("vague count", days, precision_of(days), basis, anchor, min(sure, 0.5))
    if unit in {"week", "fortnight"} and low == high:
        # A count of weeks is seldom meant to the day.
        days = low - timedelta(3), high + timedelta(3)
        return Reckoned("counted", days, DatePrecision.WEEK, basis, anchor, sure)
    if unit in {"week", "fortnight"}:
        days = low, high
        return Reckoned("counted", days, precision_of(days), basis, anchor, min(sure, 0.6))
    grain = _grain(x, base)
    days = cover(period_of(low, grain), period_of(high, grain))
    kind = UNIT_PRECISION[grain] if period_of(low, grain) == period_of(high, grain) else precision_of(days)
    return Reckoned("counted", days, kind, basis, anchor, sure if kind is UNIT_PRECISION[grain] else min(sure, 0.6))


def _grain(x: Timex, base: Days) -> str:
    """Return the calendar unit that a count lands on: the unit counted, but the quarter a year before a quarter."""
    if x.unit == "year" and _is_quarter(base):
        return "quarter"
    if x.unit in {"minute", "hour"}:
        return "day"
    return "year" if x.unit in {"decade", "century"} else x.unit


def _whole_days(x: Timex, n: int) -> int:
    hours = abs(n) / (60 if x.unit == "minute" else 1)
    return int(hours // 24) * (1 if n > 0 else -1)


def resolve_stretch(x: Timex, discourse: Discourse) -> Reckoned:
    """Resolve the past week, the next two days, the following month."""
    if x.n == 0:
        return Reckoned("vague: no number told")
    if x.direction in {"after", "before"}:
        told = discourse.last_told(31)
        if told is None:
            return Reckoned("no date told before")
        return _stretch(x, told.days, 1 if x.direction == "after" else -1, (DateBasis.RELATIVE, told.label))
    if discourse.now is None:
        return Reckoned("counted from the publication, which is unknown")
    if width(discourse.now) > _WIDEST.get(x.unit, 366):
        return Reckoned("publication not sure enough")
    sign = 1 if x.direction == "coming" else -1
    return _stretch(x, discourse.now, sign, (discourse.now_basis, discourse.now_label))


def _stretch(x: Timex, base: Days, sign: int, source: tuple[DateBasis, str]) -> Reckoned:
    n = x.n_max or x.n
    unit, n = ("day", max(1, round(n / (24 if x.unit == "hour" else 1440)))) if x.unit in {"hour", "minute"} else (x.unit, n)
    days: tuple[date, date]
    days = (base[0], add(base[1], unit, n)) if sign > 0 else (add(base[0], unit, -n), base[1])
    return Reckoned("stretch", days, precision_of(days), source[0], source[1], 0.8)
