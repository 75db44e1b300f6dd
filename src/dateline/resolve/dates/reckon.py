"""One expression to days: which reckoning it asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.model.mention import Mention
from dateline.model.resolution import Candidate, DateBasis, DatePrecision
from dateline.resolve.dates.bare import lies_ahead, part_of, pattern_in, precision, resolve_bare, resolve_weekday
from dateline.resolve.dates.discourse import Discourse, Reckoned, precision_of, width
from dateline.resolve.dates.relative import resolve_offset, resolve_period, resolve_same, resolve_shift, resolve_stretch
from dateline.resources.timex import Timex, TimexKind, add, cover, edtf_of, pattern_days

_SAME_DAY_SENTENCES = 2
_PIVOT = 40
"""Two-digit years above this are of the 1900s where no publication date tells."""


def reckon_one(x: Timex, mention: Mention, discourse: Discourse, paragraph: int, base: tuple[Reckoned, str] | None) -> Reckoned:
    """Return what an expression comes to. Raises ValueError or OverflowError outside the calendar."""
    match x.kind:
        case TimexKind.DATE:
            return _date(x, mention, discourse, paragraph)
        case TimexKind.NUMERIC:
            return _numeric(x, discourse)
        case TimexKind.WEEKDAY:
            return resolve_weekday(x, mention, discourse, paragraph)
        case TimexKind.SHIFT:
            return resolve_shift(x, discourse)
        case TimexKind.SAME if x.ref == "period":
            return resolve_period(x, discourse, base)
        case TimexKind.SAME:
            return resolve_same(x, discourse)
        case TimexKind.OFFSET:
            return resolve_offset(x, mention, discourse, base)
        case TimexKind.STRETCH:
            return resolve_stretch(x, discourse)
        case TimexKind.TIME:
            return _time(x, mention, discourse)
        case TimexKind.DURATION:
            return Reckoned("duration")
        case TimexKind.SET:
            return Reckoned("habitual")
        case TimexKind.VAGUE:
            return Reckoned(f"vague: {x.value}")


def _date(x: Timex, mention: Mention, discourse: Discourse, paragraph: int) -> Reckoned:
    year, _, rest = x.value.partition("-")
    if rest.startswith("XX-"):
        return _day_of_month(x, discourse)
    if x.ref:
        return _in_year(x, rest, discourse)
    if year.startswith("XXXX"):
        found = resolve_bare(x, rest, mention, discourse, paragraph)
        if found.days is not None:
            edtf = _season_edtf(f"{found.days[0].year:04d}", rest)
            found = replace(found, edtf=edtf, confidence=found.confidence * _season_confidence(rest))
    else:
        if year.startswith("XX"):
            year = _full_year(int(year[2:]), discourse)
        days = pattern_in(int(year), rest) if rest else pattern_days(year)
        if days is None:
            return Reckoned("no such day")
        kind = precision(rest) if rest else DatePrecision.YEARS if "X" in year else DatePrecision.YEAR
        found = Reckoned("stated", days, kind, edtf=_season_edtf(year, rest), confidence=_season_confidence(rest))
    if found.days is not None and found.precision is DatePrecision.DAY and found.days[0] != found.days[1]:
        found = replace(found, precision=precision_of(found.days))
    return _parted(x, found)


def _day_of_month(x: Timex, discourse: Discourse) -> Reckoned:
    """Resolve "on the 15th": the last such day, or the next with a tense that looks ahead."""
    now, day = discourse.now, int(x.value[-2:])
    if now is None or width(now) > 1:
        return Reckoned("month unknown")
    first = now[0].replace(day=1)
    months = [add(first, "month", n) for n in (range(2) if lies_ahead(x) else range(0, -3, -1))]
    days = [d for m in months if (d := m + timedelta(day - 1)).month == m.month]
    found = next((d for d in days if (d >= now[0] if lies_ahead(x) else d <= now[0])), None)
    if found is None:
        return Reckoned("no such day")
    return Reckoned("day of a month", (found, found), DatePrecision.DAY, discourse.now_basis, discourse.now_label, 0.7)


def _season_edtf(year: str, rest: str) -> str:
    return f"{year}-{rest}" if rest.isdigit() and int(rest) > 12 else ""


def _season_confidence(rest: str) -> float:
    """Return 0.7 for a season, which is taken for the northern one, and 1 for all else."""
    return 0.7 if rest in {"21", "22", "23", "24"} else 1.0


def _parted(x: Timex, found: Reckoned) -> Reckoned:
    if found.days is None or not x.part:
        return found
    days, kind = part_of(found.days, x.part, found.precision)
    return replace(found, days=days, precision=kind, edtf="" if days != found.days else found.edtf)


def _in_year(x: Timex, rest: str, discourse: Discourse) -> Reckoned:
    """Resolve April of the same year, January this year."""
    if x.ref == "now":
        if discourse.now is None or discourse.now[0].year != discourse.now[1].year:
            return Reckoned("year of publication unknown", edtf=f"XXXX-{rest}", precision=precision(rest))
        year, basis, anchor = discourse.now[0].year, discourse.now_basis, discourse.now_label
    else:
        told = discourse.last_told(366)
        if told is None or told.days[0].year != told.days[1].year:
            return Reckoned("no year told before", edtf=f"XXXX-{rest}", precision=precision(rest))
        year, basis, anchor = told.days[0].year, DateBasis.RELATIVE, told.label
    days = pattern_in(year + x.n, rest)
    return _parted(x, Reckoned("year counted", days, precision(rest), basis, anchor, 0.9))


def _full_year(short: int, discourse: Discourse) -> str:
    if discourse.now is not None:
        latest = discourse.now[1].year + 1
        return str(latest - (latest - short) % 100)
    return str(1900 + short if short > _PIVOT else 2000 + short)


def _numeric(x: Timex, discourse: Discourse) -> Reckoned:
    """Resolve 03/05/2019: by the order the report uses elsewhere, or by what cannot be; else both stay candidates."""
    year, a, b = x.value.split("-")
    full = _full_year(int(year[2:]), discourse) if year.startswith("XX") else year
    orders = {"month-first": f"{full}-{a}-{b}", "day-first": f"{full}-{b}-{a}"}
    found = {name: days for name, v in orders.items() if (days := pattern_days(v)) is not None}
    if not found:
        return Reckoned("no such day")
    if discourse.now is not None and len(found) == 2:
        possible = {n: d for n, d in found.items() if d[0] <= discourse.now[1]}
        near = {n: d for n, d in possible.items() if (discourse.now[0] - d[0]).days <= 7}
        found = near if len(near) == 1 else possible or found
    if discourse.ambiguous_order in found:
        found = {discourse.ambiguous_order: found[discourse.ambiguous_order]}
    if len(set(found.values())) == 1:
        name, days = next(iter(found.items()))
        return Reckoned(f"figures, {name}", days, confidence=0.9)
    candidates = tuple(Candidate(edtf_of(d), edtf_of(d), 0.5, n) for n, d in found.items())
    return Reckoned("figures: day or month first", None, candidates=candidates)


def _time(x: Timex, mention: Mention, discourse: Discourse) -> Reckoned:
    told = discourse.last_told(1)
    if told is not None and mention.sentence - told.mention.sentence <= _SAME_DAY_SENTENCES:
        days = told.days
        if told.expression.tod == "NI" and x.time and x.time < "06":
            days = days[0] + timedelta(1), days[0] + timedelta(1)
        return Reckoned("time of the day told before", days, DatePrecision.DAY, DateBasis.RELATIVE, told.label, 0.7)
    return Reckoned("time without a day")


def reckon_interval(says: tuple[Timex, ...], mention: Mention, discourse: Discourse, paragraph: int) -> Reckoned:
    """Return the interval between two expressions; the first takes from the second what it leaves out."""
    left, right = says
    last = reckon_one(right, mention, discourse, paragraph, None)
    if last.days is None:
        return replace(last, edtf="", rule=f"interval: {last.rule}")
    if left.kind is TimexKind.DATE and left.value.startswith("XXXX") and right.kind is TimexKind.DATE and not left.ref:
        rest = left.value[5:]
        first_days = pattern_in(last.days[0].year, rest)
        if first_days is not None and first_days[0] > last.days[0]:
            first_days = pattern_in(last.days[0].year - 1, rest)
    elif left.kind is TimexKind.TIME:
        first_days = last.days
    else:
        first_days = reckon_one(left, mention, discourse, paragraph, None).days
    if first_days is None:
        return Reckoned("interval: its start is unresolved")
    if left.kind is right.kind is TimexKind.WEEKDAY and first_days[0] > last.days[0]:
        first_days = first_days[0] - timedelta(7), first_days[1] - timedelta(7)
    if first_days[0] > last.days[1]:
        return Reckoned("interval: ends before it starts", confidence=0.0)
    days: tuple[date, date] = cover(first_days, last.days)
    if first_days[0] <= last.days[0] and last.days[1] < first_days[1]:
        days = first_days[0], last.days[1]  # "this year through October"
    kind = last.precision if width(days) == width(last.days) else precision_of(days)
    return Reckoned(f"interval: {last.rule}", days, kind, last.basis, last.anchor, last.confidence)
