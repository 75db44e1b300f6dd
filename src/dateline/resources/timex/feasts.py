"""Feasts by arithmetic: their days in a year of the Gregorian calendar.

Easter by the Gregorian and Julian computus, Islamic feasts by the tabular calendar (a day's difference from sighting is usual, so
they come with a day on either side), Jewish ones by the rules of the Hebrew calendar. Source of the arithmetic: Reingold and
Dershowitz, Calendrical Calculations (2018), in our own words.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.resources.timex.calendar import Days, easter, thanksgiving

_NAME = re.compile(r"(nth([0-9]{2})([1-5])([1-7])|[a-z.-]+?)([+-][0-9]{1,2})?")
_HIJRA = 227_015
"""Ordinal of 1 Muharram 1 in the proleptic Gregorian calendar."""
_HEBREW_EPOCH = -1_373_427
_ISLAMIC: dict[str, tuple[int, int, int]] = {
    "ramadan": (9, 1, 30),
    "eid-al-fitr": (10, 1, 1),
    "eid-al-adha": (12, 10, 1),
    "ashura": (1, 10, 1),
    "arbaeen": (2, 20, 1),
    "mawlid": (3, 12, 1),
    "muharram": (1, 1, 30),
}
"""Month and day on which it begins, and how many days it has."""
_FROM_ROSH_HASHANAH = {"rosh-hashanah": (0, 2), "yom-kippur": (9, 1), "sukkot": (14, 7)}
"""Days after 1 Tishri, and how many days it has."""
_PASSOVER_TO_ROSH_HASHANAH = 163


def feast_days(name: str, year: int) -> Days | None:
    """Return the days of a feast in a year, or of the day so many days off ("easter-2"); None for an unknown one."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    stem, shift = match[1], int(match[5] or 0)
    if match[2]:
        return _nth_weekday(year, int(match[2]), int(match[3]), int(match[4]))
    found = _movable(stem, year)
    if found is None:
        return None
    return found[0] + timedelta(shift), found[1] + timedelta(shift)


def _movable(name: str, year: int) -> Days | None:
    one = {"easter": easter, "thanksgiving": thanksgiving, "orthodox": orthodox_easter}.get(name)
    if one is not None:
        day = one(year)
        return day, day
    if name == "holy.week":
        return easter(year) - timedelta(7), easter(year) - timedelta(1)
    if name in _ISLAMIC:
        return _islamic(year, *_ISLAMIC[name])
    new_year = rosh_hashanah(year)
    if name in _FROM_ROSH_HASHANAH:
        after, days = _FROM_ROSH_HASHANAH[name]
        return new_year + timedelta(after), new_year + timedelta(after + days - 1)
    if name == "passover":
        first = new_year - timedelta(_PASSOVER_TO_ROSH_HASHANAH)
        return first, first + timedelta(7)
    return None


def _nth_weekday(year: int, month: int, n: int, weekday: int) -> Days:
    """Return the nth such weekday of a month; 5 is the last."""
    first = date(year, month, 1)
    days = [d for i in range(31) if (d := first + timedelta(i)).month == month and d.isoweekday() == weekday]
    day = days[-1] if n > 4 else days[n - 1]
    return day, day


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the eastern churches, in the Gregorian calendar (1900 to 2099)."""
    a, b, c = year % 19, year % 4, year % 7
    d = (19 * a + 15) % 30
    e = (2 * b + 4 * c - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def islamic_day(year: int, month: int, day: int) -> date:
    """Return a day of the tabular Islamic calendar."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(_HIJRA - 1 + days)


def _islamic(year: int, month: int, day: int, days: int) -> Days | None:
    """Return the first such days that begin in a Gregorian year, with a day on either side."""
    guess = int((year - 622) * 33 / 32)
    for hijri in range(max(guess - 1, 1), guess + 3):
        first = islamic_day(hijri, month, day)
        if first.year == year:
            return first - timedelta(1), first + timedelta(days)
    return None


def rosh_hashanah(year: int) -> date:
    """Return the first day of Tishri that falls in a Gregorian year."""
    hebrew = year + 3761
    return date.fromordinal(_HEBREW_EPOCH + _elapsed(hebrew) + _delay(hebrew))


def _elapsed(hebrew: int) -> int:
    months = (235 * hebrew - 234) // 19
    parts = 12_084 + 13_753 * months
    day = 29 * months + parts // 25_920
    return day + (3 * (day + 1) % 7 < 3)


def _delay(hebrew: int) -> int:
    before, here, after = (_elapsed(hebrew + i) for i in (-1, 0, 1))
    if after - here == 356:
        return 2
    return int(here - before == 382)
