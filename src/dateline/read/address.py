"""The day of publication that the address of a report gives away."""

from __future__ import annotations

import datetime
import re

from dateline.read.dates import parse_date

PATH = re.compile(
    r"https?://[^\s?#]{3,300}?[/-]((?:19|20)\d\d/\d{1,2}/\d{1,2}(?=/)|(?:19|20)\d\d-\d\d-\d\d(?=[/.-]|[?#]|\Z)|(?:19|20)\d\d[01]\d[0-3]\d(?=[/-]))"
)
"""An address with the day in its path, as many sites make them."""
POST = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/[^\s/]{1,60}/status(?:es)?/(\d{15,20})(?!\d)")
EPOCH = 1_288_834_974_657
"""Milliseconds from 1970 to the start of these numbers, whose first bits are the time since then."""
SEQUENCE_BITS = 22


def day_of(url: str) -> str | None:
    """Return the ISO 8601 day in an address, if there is one."""
    if match := POST.match(url):
        seconds = ((int(match[1]) >> SEQUENCE_BITS) + EPOCH) / 1000
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
    match = PATH.match(url)
    return parse_date(match[1]) if match else None
