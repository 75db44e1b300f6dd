"""Date expressions as the text puts them, before anything anchors them, and calendar arithmetic for those who do."""

from dateline.resources.timex.calendar import (
    Days,
    add,
    cover,
    day_edtf,
    edtf_of,
    pattern_days,
    period_of,
)
from dateline.resources.timex.expression import Timex, TimexKind, decode, encode
from dateline.resources.timex.feasts import feast_days

__all__ = [
    "Days",
    "Timex",
    "TimexKind",
    "add",
    "cover",
    "day_edtf",
    "decode",
    "edtf_of",
    "encode",
    "feast_days",
    "pattern_days",
    "period_of",
]
