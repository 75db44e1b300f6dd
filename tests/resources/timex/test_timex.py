"""Calendar arithmetic and the key that carries an expression from finder to resolver."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.resources.timex import (
    Timex,
    TimexKind,
    add,
    decode,
    edtf_of,
    encode,
    pattern_days,
    period_of,
)

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("pattern", "days"),
    [
        ("2013", (date(2013, 1, 1), date(2013, 12, 31))),
        ("2012-02", (date(2012, 2, 1), date(2012, 2, 29))),
        ("2013-07-04", (date(2013, 7, 4), date(2013, 7, 4))),
        ("198X", (date(1980, 1, 1), date(1989, 12, 31))),
        ("19XX", (date(1900, 1, 1), date(1999, 12, 31))),
        ("2021-24", (date(2021, 12, 1), date(2022, 2, 28))),  # winter, as EDTF counts it
        ("2020-35", (date(2020, 7, 1), date(2020, 9, 30))),
        ("2020-41", (date(2020, 7, 1), date(2020, 12, 31))),
        ("2013-02-30", None),
        ("XXXX-01-20", None),
    ],
)
def test_pattern_days(pattern: str, days: tuple[date, date] | None) -> None:
    assert pattern_days(pattern) == days


@pytest.mark.parametrize("edtf", ["2013", "2012-02", "2013-07-04", "198X", "19XX", "2020-01/2020-04", "2014/2016"])
def test_shortest_edtf(edtf: str) -> None:
    first, _, last = edtf.partition("/")
    left, right = pattern_days(first), pattern_days(last or first)
    assert left is not None and right is not None
    assert edtf_of((left[0], right[1])) == edtf


@settings(deadline=None)  # the parser is slow to start
@given(DAYS, DAYS)
def test_every_interval_is_valid_edtf(a: date, b: date) -> None:
    parsed = parse_edtf(edtf_of((min(a, b), max(a, b))))
    assert (parsed.lower_strict()[:3], parsed.upper_strict()[:3]) == (
        (min(a, b).year, min(a, b).month, min(a, b).day),
        (max(a, b).year, max(a, b).month, max(a, b).day),
    )


def test_months_end_where_the_month_ends() -> None:
    assert add(date(2020, 1, 31), "month", 1) == date(2020, 2, 29)
    assert add(date(2020, 2, 29), "year", -1) == date(2019, 2, 28)


@given(DAYS, st.sampled_from(["week", "month", "quarter", "year", "decade", "century", "weekend", "day"]))
def test_periods_hold_their_day(day: date, unit: str) -> None:
    first, last = period_of(day, unit)
    assert first <= last
    assert unit == "weekend" or first <= day <= last


@given(
    st.builds(
        Timex,
        kind=st.sampled_from(TimexKind),
        value=st.sampled_from(["", "XXXX-01-20", "P2W"]),
        unit=st.sampled_from(["", "month"]),
        n=st.integers(-99, 99),
        weekday=st.integers(0, 7),
        cue=st.sampled_from(["", "since"]),
    )
)
def test_keys_come_back(x: Timex) -> None:
    assert decode(encode(x)) == (x,)
    assert decode(encode(x, x)) == (x, x)


def test_other_keys_are_refused() -> None:
    with pytest.raises(ValueError, match="calendar"):
        decode("calendar value=1")
