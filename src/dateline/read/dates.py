"""Whole dates as newsrooms write them: day, month and year, or none at all."""

from __future__ import annotations

import datetime
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
YEAR = r"(?:(?:19|20)\d\d|'?\d\d)(?!\d)"
COMMA = r"\s{0,3}[,،]?\s{0,3}"
DATE = (
    rf"(?:(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?{COMMA}(?:of\s)?{MONTH}{COMMA}{YEAR}"
    rf"|{MONTH}\s{{0,3}}\d{{1,2}}(?:st|nd|rd|th)?(?!\d){COMMA}{YEAR}"
    r"|(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d))"
)
"""Pattern of a date with its year, for case-insensitive use; `parse_date` reads what it finds."""
ISO = re.compile(r"\s{0,9}((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
NUMERIC_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
NUMERIC_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?{COMMA}(?:of\s)?({MONTH}){COMMA}({YEAR})", re.I)
MONTH_FIRST = re.compile(rf"({MONTH})\s{{0,3}}(\d{{1,2}})(?:st|nd|rd|th)?(?!\d){COMMA}({YEAR})", re.I)
EPOCH = re.compile(r"\s*(\d{10})(\d{3})?(?:\.\d+)?\s*\Z")
PIVOT = 69
"""Two-digit years from here on are of the 1900s (as POSIX `strptime` reads them)."""


def parse_date(text: str) -> str | None:
    """Return the ISO 8601 day of the date that `text` holds first, or None where there is no one reading of it."""
    if match := ISO.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := EPOCH.match(text):
        return datetime.datetime.fromtimestamp(int(match[1]), datetime.UTC).date().isoformat()
    found: list[tuple[int, str | None]] = []
    if match := NUMERIC_YEAR_FIRST.search(text):
        found.append((match.start(), _day(int(match[1]), int(match[2]), int(match[3]))))
    if match := DAY_FIRST.search(text):
        found.append((match.start(), _day(_year(match[3]), _month(match[2]), int(match[1]))))
    if match := MONTH_FIRST.search(text):
        found.append((match.start(), _day(_year(match[3]), _month(match[1]), int(match[2]))))
    if match := NUMERIC_YEAR_LAST.search(text):
        found.append((match.start(), _numeric(int(match[1]), int(match[2]), int(match[3]))))
    return next((iso for _, iso in sorted(found, key=lambda f: f[0]) if iso), None)


def _numeric(first: int, second: int, year: int) -> str | None:
    """Read 25/12/2020 and 12/25/2020, but not 03/04/2020: which is the month differs by country."""
    if first == second:
        return _day(year, first, second)
    if first > 12:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _year(digits: str) -> int:
    year = int(digits.lstrip("'"))
    if year >= 100:
        return year
    return 1900 + year if year >= PIVOT else 2000 + year


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
