"""The grammar of date expressions: templates over word classes, each with the reading it gives. Data.

A template is a regular expression whose names are classes of `tokens.ALPHABET` (or unions and fragments defined here);
spaces mean nothing. Leftmost and then longest wins, then the order below.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.extract.mentions.dates import periods as p
from dateline.extract.mentions.dates import readings as r
from dateline.extract.mentions.dates import relative as d
from dateline.extract.mentions.dates import seasons as s
from dateline.extract.mentions.dates import times as t
from dateline.extract.mentions.dates.found import Found, Reading
from dateline.extract.mentions.dates.tokens import ALPHABET
from dateline.model.mention import MentionKind

_UNIONS = {
    "and": "and or",
    "number": "day num2 num yyyy hhmm decimal",
    "which": "this last next current previous past coming following that same subsequent",
    "edge": "part earlier later",
}

DOW = "(?:(?:weekday|dow) dot? comma? (?:on|the)?)"
DOWS = "(?:weekday (?:to|hyphen|and|until) weekday comma?)"
MONTH = "(?:month|mon dot?)"
DAY = "(?:day suffix?)"
DAYW = "(?:day suffix?|ordinal)"
YEAR = "yyyy"
YEARS = "(?:yyyy|num2|quote num2)"
EARLY = "(?:the? edge (?:hyphen|of|in|of the|in the)?)"
OF_YEAR = "(?:comma? of? (?:the? (?:same|following|previous|next|that)|this|last|next|that|current) unit)"
NUMBER = "(?:number|(?:tens hyphen?)? word|tens|a? hundred|word hundred)"
COUNT = (
    "(?:(?:approx|over|up to|at least|more than|the){0,4} (?:a? (?:few|several|many)|a? couple of?|half a|a (?:other|lead)|a"
    f"|{NUMBER} (?:to|or|hyphen) {NUMBER}|{NUMBER} fraction?|fraction) (?:and a? half)? (?:more|other|lead)?)"
)
UNIT = "(?:unit|units)"
WHICH = "(?:this (?:past|last|next|coming|same)|that same|which)"
ZONE = "(?:zone time?)?"
CLOCK = "(?:clock|day|decimal|word)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One template and what it means."""

    name: str
    template: re.Pattern[str]
    needs: frozenset[str]
    """At least one of these characters must be in the sentence's codes."""
    read: Callable[[Found], list[Reading] | None]
    """The readings, none (consume and say nothing), or None to reject the match."""
    kind: MentionKind = MentionKind.DATE


def compile_template(template: str) -> re.Pattern[str]:
    """Return the template as a regular expression over code characters. Raises KeyError for an unknown class."""

    def code(match: re.Match[str]) -> str:
        name = match.group()
        if name in _UNIONS:
            return "[" + "".join(ALPHABET[n] for n in _UNIONS[name].split()) + "]"
        return ALPHABET[name]

    return re.compile(re.sub(r"[a-z][a-z0-9]*", code, template).replace(" ", ""))


def _rule(
    name: str, needs: str, template: str, read: Callable[[Found], list[Reading] | None], kind: MentionKind = MentionKind.DATE
) -> Rule:
    return Rule(name, compile_template(template), frozenset(ALPHABET[n] for n in needs.split()), read, kind)


UNDATED = MentionKind.TIME
_M = "month mon"
_U = "unit units"

RULES: tuple[Rule, ...] = (
    # Days and months of the calendar.
    _rule("iso", "iso", "iso", r.iso),
    _rule("figures", "figures", "figures", r.figures),
    _rule("nine-eleven", "nine", "nine", r.nine_eleven),
    _rule("day-month-year", _M, f"{DOW}? the? {DAYW} of? {MONTH} comma? of? {YEARS}", r.calendar),
    _rule("month-day-year", _M, f"{DOW}? {MONTH} the? {DAYW} comma? (?:{YEAR}|quote num2)", r.calendar),
    _rule("year-month-day", _M, f"yyyy comma? {MONTH} {DAY}", r.calendar),
    _rule("day-month", _M, f"{DOW}? the? {DAYW} (?:of|hyphen)? {MONTH}", r.calendar),
    _rule("month-day", _M, f"{DOW}? {WHICH}? {MONTH} the? {DAYW}", r.calendar),
    _rule("day-month-of-year", _M, f"{DOW}? the? {DAYW} of? {MONTH} {OF_YEAR}", r.calendar),
    _rule("month-day-of-year", _M, f"{DOW}? {MONTH} the? {DAYW} {OF_YEAR}", r.calendar),
    _rule("month-year", _M, f"{EARLY}? {MONTH} comma? of? (?:the unit)? (?:{YEAR}|quote num2)", r.calendar),
    _rule("month-short-year", _M, f"{MONTH} num2", r.short_year),
    _rule("month-of-year", _M, f"{EARLY}? {MONTH} {OF_YEAR}", r.calendar),
    _rule("month", _M, f"{EARLY}? {MONTH}", r.month_alone),
    _rule("which-month", _M, f"the? edge? {WHICH} {MONTH}", r.calendar),
    _rule(
        "week-of-day",
        _M,
        f"the unit of (?:{DOW}? {MONTH} {DAY} (?:comma? {YEAR})?|{DAY} {MONTH} (?:comma? {YEAR})?)",
        r.week_of_day,
    ),
    _rule("weekday-of-month", _M, f"the (?:ordinal|last) weekday (?:of|in) {MONTH} (?:comma? yyyy)?", p.weekday_of_month),
    _rule("day-of-month", "suffix", "the day suffix", p.day_of_month),
    _rule("week-of-month", _M, f"the (?:ordinal|last) unit (?:of|in) {MONTH} (?:comma? of? yyyy|{OF_YEAR})?", r.week_of_month),
    # Several days or months that share a month or year, and ranges of them.
    _rule(
        "days-of-month", _M, f"{DOWS}? (?:{DAY} comma){{0,8}} {DAY} comma? and the? {DAY} of? {MONTH} (?:comma? {YEARS})?", r.days
    ),
    _rule("month-days", _M, f"{DOWS}? {MONTH} {DAY} (?:comma {DAY}){{0,8}} comma? and the? {DAY} (?:comma? {YEAR})?", r.days),
    _rule("months-of-year", _M, f"(?:{MONTH} comma){{0,11}} {MONTH} comma? and {MONTH} comma? of? {YEAR}", r.months),
    _rule("day-to-day", _M, f"{DOWS}? the? {DAY} (?:hyphen|to|until) the? {DAY} of? {MONTH} (?:comma? {YEARS})?", r.day_range),
    _rule("month-day-to-day", _M, f"{DOWS}? {MONTH} {DAY} (?:hyphen|to|until) {DAY} (?:comma? {YEAR})?", r.day_range),
    _rule("month-to-month", _M, f"{MONTH} (?:hyphen|to|until) {MONTH} comma? of? {YEAR}", r.months),
    # Years and longer.
    _rule("year-to-year", "yyyy", "(?:the? fiscal? unit)? the? yyyy hyphen (?:yyyy|num2|day)", r.year_range),
    _rule("years", "yyyy", "the units yyyy (?:to|and|until|hyphen) yyyy", r.year_range),
    _rule("year", "yyyy", "(?:the unit|the? edge (?:hyphen|of|in|of the unit)?|fiscal unit?|the)? yyyy", r.year),
    _rule("spelled-thousand", "hundred", "(?:the unit)? word hundred (?:and? (?:tens hyphen? word?|word))?", p.spelled_year),
    _rule("decade", "plural", "the? edge? hyphen? (?:yyyy|quote? num2) plural", r.decade),
    _rule("decade-genitive", "genitive", "the edge? hyphen? yyyy genitive", r.decade),
    _rule("decade-word", "decade", "the edge? hyphen? decade", r.decade),
    _rule("century", "unit", "the? edge? hyphen? (?:day suffix|ordinal) hyphen? unit", r.nth_unit),
    _rule("quarter", "unit", f"the? ordinal hyphen? unit (?:of|in)? (?:fiscal? yyyy|{OF_YEAR})", r.nth_unit),
    _rule("year-quarter", "unit", "the? yyyy ordinal hyphen? unit", r.nth_unit),
    _rule("half-year", "half", f"the (?:ordinal|last) half of (?:yyyy|{OF_YEAR})", r.half_year),
    _rule(
        "year-ago-period",
        "unit",
        "(?:the|a)? corresponding? unit hyphen? (?:ago|earlier|before) (?:fiscal? ordinal hyphen?)? (?:unit|period)",
        p.year_ago_period,
    ),
    _rule("period-of-year", "unit", "which unit genitive (?:fiscal? ordinal hyphen?)? (?:unit|period)", p.year_ago_period),
    _rule("period-last-year", "period", "the (?:corresponding|same) period (?:of|in)? which unit", p.period_last_year),
    _rule("the-period", "unit period", "the (?:fiscal|latest|lead|yyyy|current){0,2} (?:unit|period)", p.the_period, UNDATED),
    _rule("year-end", "unit", "(?:the|which)? unit (?:hyphen|genitive)? part", p.year_end),
    _rule(
        "season-year",
        "season",
        "(?:the? edge (?:of|in|hyphen)? the?|the)? season (?:comma? of? (?:yyyy|quote (?:num2|day)))",
        s.season,
    ),
    _rule("seasons", "season", "the? season and the? season (?:of|comma)? yyyy", s.seasons),
    _rule("short-year", "quote", "quote (?:num2|day)", p.short_year),
    _rule("quarter-sign", "nth", "nth (?:of|in)? (?:fiscal? yyyy)?", p.quarter_sign),
    _rule("as-many", _U, "as many (?:unit|units)", p.as_many),
    _rule("months-of", "units", "the? (?:ordinal|last) (?:word|day) units of yyyy", r.first_months),
    _rule("season-of-year", "season", f"the? edge? the? season {OF_YEAR}", s.season),
    _rule("season", "season", f"(?:the? edge (?:of|hyphen)?)? (?:the which?|{WHICH}) season", s.season),
    _rule("feast", "feast", "which? feast (?:comma? of? yyyy)? unit?", s.feast),
    # Counted from now, or from what was told before.
    _rule("today", "today", "(?:earlier|later|part|overnight)? today", d.today),
    _rule("day-before", "today", "the unit (?:before|after) today", d.day_before),
    _rule("tonight", "tonight", "(?:later|part)? tonight", d.tonight),
    _rule("overnight", "overnight", "overnight", d.overnight),
    _rule("which-time-of-day", "tod", f"the? edge? on? in? the? {WHICH} tod", d.which_unit),
    _rule("which-unit", "unit", f"(?:the? edge (?:of|in|hyphen)?)? the? {WHICH} unit", d.which_unit),
    _rule("edge-of-unit", "unit", "(?:the? edge) (?:of|in|on) the unit", d.edge_of_unit),
    _rule("weekend", "unit", "the unit", d.weekend),
    _rule(
        "stretch",
        _U,
        f"(?:the|this|these)? (?:past|last|recent|next|coming|previous|following|subsequent)"
        f"(?:past|last|recent|next|coming)? {COUNT}? units",
        d.stretch,
    ),
    _rule("stretch-unit", "unit", f"(?:the|this)? (?:past|last|next) {COUNT} unit", d.stretch),
    _rule("ago", "ago", f"(?:{COUNT}|the)? {UNIT} (?:and a half)? hyphen? ago", d.ago),
    _rule("from-now", "vague hence", f"{COUNT} {UNIT} (?:from vague|hence)", d.from_now),
    _rule("later", "later earlier thereafter", f"(?:{COUNT}|the)? {UNIT} hyphen? (?:later|earlier|thereafter)", d.later),
    _rule("after", "after before", f"{COUNT}? {UNIT} (?:after|before)", d.after),
    _rule("the-day-after", "after before", "the (?:unit|tod) (?:after|before)", d.after),
    # How long, how often, ages.
    _rule("age", "old aged", f"{COUNT} hyphen? {UNIT} hyphen? (?:old|of aged)", r.nothing),
    _rule("aged", "aged", f"aged {NUMBER} (?:{UNIT})?", r.nothing),
    _rule("sentence", "prison", f"{COUNT} hyphen? {UNIT} (?:in|of|hyphen|genitive|quote)? prison", d.sentence),
    _rule("duration", _U, f"{COUNT} hyphen? {UNIT}", d.duration),
    _rule("long", _U, f"{UNIT} hyphen lead", d.duration),
    _rule("some-duration", "units", "units", d.some_units),
    _rule("each", "each", f"each (?:other|ordinal|{NUMBER})? (?:unit|units|tod|weekday|season|month|point)", d.each),
    _rule("once", "once per", "(?:once|per) a? unit", d.once),
    _rule("habit", "habit", "habit", d.habit),
    _rule("weekdays", "weekdays", "weekdays", d.each),
    # Weekdays.
    _rule("weekday", "weekday", f"(?:edge on?)? (?:the? {WHICH})? weekday (?:(?:of|in)? which unit)?", d.weekday),
    # Times of the day.
    _rule("time", "ampm oclock", f"approx? {CLOCK} (?:oclock ampm?|ampm) {ZONE}", t.time),
    _rule("hour-in-the", "tod", "approx? (?:day|word|hhmm|clock) (?:in the|at) tod", t.hour_in_the),
    _rule("time-range", "ampm", "(?:day|clock) (?:to|hyphen|until|and) (?:day|clock) ampm (?:zone time?)?", t.time_range),
    _rule("clock", "clock", "approx? clock (?:oclock|units)? (?:zone time?)?", t.time),
    _rule("military-time", "hhmm yyyy", "approx? (?:hhmm|yyyy) (?:units|zone|oclock)? (?:zone)?", t.military_time),
    _rule("point-of-day", "point", "(?:approx|part hyphen?)? point", t.point_of_day),
    _rule("time-of-day", "tod", "(?:part hyphen?)? tod", t.time_of_day),
    # Vague.
    _rule("vague", "vague", "right? vague", d.vague),
    _rule("since-then", "then", "then", d.then),
    _rule("the-time", "time", "(?:the|that|this|the current|the right) time (?:of writing)?", d.the_time),
    _rule("soon-after", "soon", "soon (?:after|before|thereafter)", d.soon_after),
    _rule("soon", "soon", "soon", d.soon),
    _rule("past-or-future", "past future", "the (?:coming|near)? (?:past|future)", d.past_or_future),
    _rule("term", "term", "the (?:near|lead) term", d.term),
    _rule("ahead", "ahead", "the units ahead", d.ahead),
    _rule("adjective", "current recent", "(?:then hyphen?)? current|recent", p.adjective, UNDATED),
    _rule("present", "current", "(?:at|the) current", d.present),
)
