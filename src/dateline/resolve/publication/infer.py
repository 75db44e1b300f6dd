"""Inference of a publication date from the text: its latest stated date, and the bare days that it tells as news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model.mention import Mention, MentionKind
from dateline.model.parse import Sentence
from dateline.model.resolution import DatePrecision, Publication
from dateline.resources.timex import Days, Timex, TimexKind, add, cover, decode, pattern_days, period_of

_STILL_DAYS = 9
"""A report that leaves out the year and tells of something still going on is written within some days of its last day."""
_CLUSTER_DAYS = 62
"""Bare days further apart than this do not tell one piece of news."""
_LEADING_UP_DAYS = 730
_NOW_WORDS = frozenset("still ongoing underway continuing continues so currently now today".split())
_NOT_NEWS = frozenset({"future", "progressive"})


@dataclass(frozen=True, slots=True)
class _Dated:
    mention: Mention
    says: Timex
    days: Days


def infer(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Publication:
    """Return the interval in which a report must have come out, or unknown with the reason."""
    dates = [(m, decode(m.key)) for m in mentions if m.kind is MentionKind.DATE]
    anchored = _from_deixis(dates)
    if anchored is not None:
        return anchored
    stated = [d for d in (_dated(m, says) for m, says in dates) if d is not None and d.says.tense != "future"]
    if not stated:
        return _unknown("no date with a year is stated" if dates else "no date is stated")
    latest = max(stated, key=lambda d: d.days[0])
    bound = f"not before {latest.days[0].isoformat()}"
    full = {d.says.value[4:] for d in stated}
    bare = [(m, x) for m, x in _news_days(sentences, dates) if x.value[4:] not in full]
    if not bare:
        return _unknown(f"{bound}: the latest stated date is {latest.mention.text!r}")
    found = [(_first_after(latest, x), m) for m, x in bare]
    days = sorted(d for d, _ in found if d is not None)
    if len(days) < len(found):
        return _unknown(f"{bound}: the year of a day without one cannot be told")
    last = days[-1]
    if (last - days[0]).days > _CLUSTER_DAYS:
        return _unknown(f"{bound}: the days without a year do not tell one piece of news")
    name = next(m.text for d, m in found if d == last)
    if not _leads_up(stated, latest, bare):
        return _unknown(f"{bound}: too few stated dates to tell the year of {name!r}")
    if not _still(sentences, {m.sentence for m, _ in bare}):
        return _unknown(f"{bound}: {name!r} has no year, and nothing says that it is news")
    if latest.days[0] == latest.days[1]:
        last = max(last, latest.days[0])
    end = last + timedelta(_STILL_DAYS)
    reason = (
        f"latest stated date is {latest.mention.text!r}; {name!r}, without a year, is the next such day after it, "
        "and is told as news"
    )
    return Publication(last.isoformat(), end.isoformat(), DatePrecision.DAYS, "inferred", reason)


def _unknown(reason: str) -> Publication:
    return Publication(None, None, None, "unknown", reason)


def _dated(mention: Mention, says: tuple[Timex, ...]) -> _Dated | None:
    """Return a date with its year told, months or days; a decade or century bounds nothing."""
    x = says[-1]
    if x.kind is not TimexKind.DATE or not x.value[:4].isdigit() or x.ref:
        return None
    days = pattern_days(x.value)
    return _Dated(mention, x, days) if days is not None else None


def _from_deixis(dates: list[tuple[Mention, tuple[Timex, ...]]]) -> Publication | None:
    """Read the publication off "today, 9 March 1990" or "last month (May 2020)"."""
    for (m, says), (n, after) in zip(dates, dates[1:], strict=False):
        x = says[0]
        dated = _dated(n, after)
        gap = n.span.start - m.span.end
        if dated is None or len(after) > 1 or m.sentence != n.sentence or gap > 5 or x.kind is not TimexKind.SHIFT:
            continue
        if x.part or x.value or x.unit not in {"day", "month", "year"} or x.cue in {"until", "by", "from", "between"}:
            continue
        ends = [period_of(add(d, x.unit, -x.n), x.unit) for d in dated.days]
        days = cover(ends[0], ends[1])
        precision = {"day": DatePrecision.DAY, "month": DatePrecision.MONTH, "year": DatePrecision.YEAR}[x.unit]
        if x.unit == "day" and days[0] != days[1]:
            continue
        reason = f"{m.text!r} is {n.text!r}"
        return Publication(days[0].isoformat(), days[1].isoformat(), precision, "inferred", reason)
    return None


def _news_days(sentences: Sequence[Sentence], dates: list[tuple[Mention, tuple[Timex, ...]]]) -> list[tuple[Mention, Timex]]:
    """Return the days without a year that no story told in full lends its own."""
    out: list[tuple[Mention, Timex]] = []
    story: tuple[int, int] | None = None
    for m, says in dates:
        x = says[-1]
        paragraph = sentences[m.sentence].paragraph
        if x.kind is not TimexKind.DATE or x.ref or x.direction:
            continue
        if x.value[:4].isdigit():
            if x.cue != "since" and x.tense not in {"perfect", "future"}:
                story = (paragraph, m.sentence)
            continue
        told_in_story = story is not None and story[0] == paragraph and m.sentence - story[1] <= 2
        if x.value.startswith("XXXX-") and x.value.count("-") == 2 and x.tense not in _NOT_NEWS and not told_in_story:
            out.append((m, x))
    return out


def _first_after(latest: _Dated, x: Timex) -> date | None:
    """Return the first such day from the month of the latest stated date on.

    None if its weekday is another, or if the day may as well be the one shortly before that date.
    """
    first = latest.days[0]
    around = [d[0] for year in (-1, 0, 1) if (d := pattern_days(f"{first.year + year:04d}{x.value[4:]}")) is not None]
    later = next((d for d in around if d >= first.replace(day=1)), None)
    if later is None or (x.weekday and later.isoweekday() != x.weekday):
        return None
    shortly_before = any(0 < (first - d).days < _CLUSTER_DAYS and d < first.replace(day=1) for d in around)
    return None if shortly_before and latest.says.value.count("-") else later


def _leads_up(stated: list[_Dated], latest: _Dated, bare: list[tuple[Mention, Timex]]) -> bool:
    """Tell whether the stated dates lead up to the news, so that a year of silence before it would be told.

    They do if there are two or more within two years; one is enough where the weekday of a bare day agrees.
    """
    near = {
        d.days
        for d in stated
        if d.says.cue != "since" and d.says.tense != "perfect" and (latest.days[0] - d.days[0]).days <= _LEADING_UP_DAYS
    }
    return len(near) >= 2 or (bool(near) and any(x.weekday for _, x in bare))


def _still(sentences: Sequence[Sentence], told: set[int]) -> bool:
    """Tell whether the bare days stand beside the present tense: a main verb, or words such as "still"."""
    near = {i + step for i in told for step in (-1, 0, 1)}
    for sentence in sentences:
        if sentence.index not in near:
            continue
        if sentence.root.tag in {"VBZ", "VBP"}:
            return True
        words = {t.lower for t in sentence.tokens}
        if words & _NOW_WORDS or {"time", "writing"} <= words or {"has", "been"} <= words:
            return True
    return False
