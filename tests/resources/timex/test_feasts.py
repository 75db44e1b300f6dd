"""Feasts by arithmetic, on days that almanacs agree on."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resources.timex import feast_days

ONE_DAY = [
    ("easter", date(2019, 4, 21)),
    ("easter-2", date(2023, 4, 7)),
    ("easter+1", date(2024, 4, 1)),
    ("orthodox", date(2021, 5, 2)),
    ("thanksgiving", date(2022, 11, 24)),
    ("nth0551", date(2022, 5, 30)),  # the last Monday of May
    ("nth0527", date(2022, 5, 8)),  # the second Sunday of May
    ("yom-kippur", date(2022, 10, 5)),
    ("yom-kippur", date(1973, 10, 6)),
]


@pytest.mark.parametrize(("name", "day"), ONE_DAY)
def test_days(name: str, day: date) -> None:
    assert feast_days(name, day.year) == (day, day)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("eid-al-fitr", date(2022, 5, 2)),
        ("eid-al-adha", date(2019, 8, 11)),
        ("ashura", date(2023, 7, 28)),
        ("ramadan", date(2018, 5, 16)),
        ("passover", date(2022, 4, 16)),
        ("rosh-hashanah", date(2023, 9, 16)),
    ],
)
def test_days_that_the_moon_may_move(name: str, day: date) -> None:
    days = feast_days(name, day.year)
    assert days is not None and days[0] <= day <= days[1]


def test_of_no_feast() -> None:
    assert feast_days("pancakes", 2020) is None
    assert feast_days("nth0599", 2020) is None
