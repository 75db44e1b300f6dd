"""Date expressions as the text puts them, before anything anchors them, and calendar arithmetic for those who do."""

from dateline.resources.timex.calendar import (
    Days,
    add,
    cover,
    day_edtf,
    easter,
    edtf_of,
    pattern_days,
    period_of,
    thanksgiving,
)
from dateline.resources.timex.expression import Timex, TimexKind, decode, encode

__all__ = [
    "Days",
    "Timex",
    "TimexKind",
    "add",
    "cover",
    "day_edtf",
    "decode",
    "easter",
    "edtf_of",
    "encode",
    "pattern_days",
    "period_of",
    "thanksgiving",
]
