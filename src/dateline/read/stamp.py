"""Lines that say only who brought a report out, where and when: "Northern Courts Bulletin, Wednesday, 24 February 2021"."""

from __future__ import annotations

import re

from dateline.read.dates import DATE, MONTHS, parse_date

LONGEST = 160
"""Characters of a line that can be a stamp."""
MOST_NAMES = 10
"""Words of names in a stamp; a headline of capitals is as long, but speaks of what happened."""
DATED = re.compile(DATE, re.I)
CLOCK = re.compile(
    r"(?<![\d:])[t@]?\s?\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d{1,6})?)?\s?(?:[ap]\.?\s?m\b\.?|hrs\b|h\b|z\b)?\s?(?:[+-]\d\d:?\d\d)?(?!\d)"
    r"|(?<!\d)\d{1,2}\s?[ap]\.?m\b\.?|(?:utc|gmt)\s?[+-]\s?\d{1,2}(?::?\d\d)?",
    re.I,
)
TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a m p utc gmt
    est edt bst cet cest eet eest msk trt ist ast pst pdt at on o'clock hrs hours local time z t""".split()
)
COUNTED = re.compile(
    r"\b\d{1,3}(?:[.,]\d{1,3})?\s?[km]?\s?(?:min(?:ute)?s?(?: read)?|views?|comments?|shares?|likes?|reads?)\b"
    r"|\b(?:no|nr|issue|vol|volume|number)\b\.?\s?\d{1,5}(?:\s?/\s?\d{2,4})?|[#№]\s?\d{1,5}\b",
    re.I,
)
CONNECTORS = frozenset("of the and for in by from de del la al el at via & staff writer reporter correspondent our with".split())
NOT_STAMP = re.compile(
    r"@\w|\b(?:photos?|photograph|image|images|picture|pictures|video|videos|file|archive|archives|footage|screenshot|map|period|since|"
    r"until|between|incident|event|update on|\w*attack\w*|attacks|\w*bomb\w*|blast|explosion\w*|kill\w*|dead|death\w*|died|dies|"
    r"massacre\w*|murder\w*|assassinat\w*|shoot\w*|shelling\w*|shot|strikes?|airstrikes?|raids?|clash\w*|battles?|siege|kidnap\w*|"
    r"abduct\w*|arrest\w*|protest\w*|riots?|wounded|injured|injur\w*|hostages?|ambush\w*|executed|executions?|jailed|sentenced|"
    r"born|election|elections|anniversary|casualties|victims?|fell|destroyed|burned|burnt|coup|offensive|ceasefire)\b",
    re.I,
)
"""Words of captions, periods, chronologies and posts shown inside a page: such a line dates something else."""
OPENS_PHRASE = re.compile(r"\W{0,3}(?:in|of|with|for|via)\b", re.I)
MARKS = "|,،;:.•·–—-/()[]\"'“”»«\t\n"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
WEEKDAY_BEFORE = re.compile(rf"\b{WEEKDAY}\b\.?[,،]?\s{{0,3}}(?:the\s|,\s?)?\Z", re.I)
CLOCK_AFTER = re.compile(rf"\A\s{{0,3}}(?:(?:{WEEKDAY}\b|at\b|{CLOCK.pattern})\s{{0,3}}){{0,3}}", re.I)
WORD = re.compile(r"[^\W\d_][\w.'’&-]{0,40}|\d{1,40}|&")
PROSE_END = re.compile(r"[^\W\d_]{3,}[.!?]\s?\Z")


def stamped(text: str) -> re.Match[str] | None:
    """Return the one date of a line that holds nothing else than times and names of outlet, writer or place."""
    if len(text) > LONGEST:
        return None
    found = [m for m in DATED.finditer(text) if parse_date(m.group())]
    if len(found) != 1:
        return None
    match = found[0]
    rest = COUNTED.sub(" | ", CLOCK.sub(" | ", f"{text[: match.start()]} | {text[match.end() :]}"))
    if OPENS_PHRASE.match(text) or NOT_STAMP.search(rest) or PROSE_END.search(rest):
        return None
    names = 0
    for word in WORD.findall(rest):
        lower = word.lower().rstrip(".")
        if lower in TIME_WORDS or lower in CONNECTORS:
            continue
        # A second month is of a period ("28 May to 3 June 2020"), a number of something counted.
        if not word[0].isupper() or lower in MONTHS:
            return None
        names += 1
    if not names:
        return None if _prose(rest) else match
    apart = _parted(text[: match.start()], text[match.end() :])
    return match if names <= MOST_NAMES and apart else None


def _prose(rest: str) -> bool:
    """Tell whether what is left besides times says something after all ("by the staff")."""
    return sum(word.lower() not in TIME_WORDS for word in WORD.findall(rest)) > 3


def _parted(before: str, after: str) -> bool:
    """Tell whether punctuation or the line's end stands between a date, with its weekday and hour, and the names."""
    day = WEEKDAY_BEFORE.search(before)
    before = (before[: day.start()] if day else before).rstrip()
    after = CLOCK_AFTER.sub("", after)
    left = not before or day is not None or before[-1] in MARKS
    return left and (not after or after[0] in MARKS or after.lower().startswith("by "))
