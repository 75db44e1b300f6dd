"""Publication dates: as given, inferred from what the text says, or unknown with the reason."""

from __future__ import annotations

import pytest

from dateline.model.document import StatedDate
from dateline.model.resolution import DatePrecision, Publication
from tests.documents import document
from tests.resolve.dates.steps import read_dates

# Paragraphs, and the interval that they leave for the publication.
INFERRED = [
    # The first January after the latest stated month; the last bare day is where the interval starts.
    (
        "The movement issued threats in March 2020 and June 2021.\n"
        "The raid on the barracks began on January 20 and was going on at the time of writing.\n"
        "The movement said on January 22 that it had so far freed 90 men.",
        ("2022-01-22", "2022-01-31"),
    ),
    # Within the same year.
    (
        "A truce was signed in September 2017 and renewed in February 2018.\nShelling resumed on April 3. It is still going on.",
        ("2018-04-03", "2018-04-12"),
    ),
    # "Since" with a full date begins no story that the bare day would belong to.
    (
        "Talks failed in January 2015. A ceasefire came in May 2015.\n"
        "Since the ceasefire of May 2015 the border has been calm. But on 2 August gunmen crossed it, and they are still "
        "inside.",
        ("2015-08-02", "2015-08-11"),
    ),
    # One stated date is enough if the weekday agrees.
    (
        "Elections were held in May 2022.\nTwo people were killed on Sunday, July 24. A search is under way.",
        ("2022-07-24", "2022-08-02"),
    ),
    ("Today, 9 March 1990, we have received your letter.", ("1990-03-09", "1990-03-09")),
    ("Yesterday (5 May 2019) a convoy was hit.", ("2019-05-06", "2019-05-06")),
    ("Last month (May 2020) a convoy was hit.", ("2020-06-01", "2020-06-30")),
    ("A convoy was hit last year, in 2013.", ("2014-01-01", "2014-12-31")),
]

UNKNOWN = [
    ("Gunmen attacked a village and fled.", "no date is stated"),
    ("Gunmen attacked a village on Friday and fled.", "no date with a year is stated"),
    ("Gunmen attacked a village on January 20.", "no date with a year is stated"),
    # Background alone bounds a report on one side only.
    ("The group took the city in June 2014 and lost it in July 2017.", "not before 2017-07-01"),
    # The bare day belongs to the story of 2014.
    ("On 10 June 2014 the city fell. On June 29 the group renamed itself. It is still known so.", "not before 2014-06-10"),
    # Nothing says that the bare day is news.
    (
        "It took a town in May 2014 and the city in June 2014.\nIt lost a bridge on August 3.",
        "has no year, and nothing says that it is news",
    ),
    # Bare days all over the year are no one piece of news.
    (
        "The group was founded in June 2014.\nIt attacked on August 3.\nIt attacked again on December 24 and is still active.",
        "do not tell one piece of news",
    ),
    # A single date of the background may be years old.
    (
        "The town has been shelled since October 2019.\nThe hospital was hit on June 2 and is still burning.",
        "too few stated dates",
    ),
    # The bare day may be the one shortly before the latest date.
    (
        "He fled in March 2022. He was killed on July 5, 2022.\nThe runway had been hit on June 10 and is still closed.",
        "cannot be told",
    ),
    # What lies ahead bounds nothing.
    ("Elections will be held in May 2031.", "no date with a year is stated"),
]


@pytest.mark.parametrize(("text", "interval"), INFERRED)
def test_inferred(text: str, interval: tuple[str, str]) -> None:
    publication, _ = read_dates(document(text))
    assert (publication.start, publication.end) == interval, publication.reason
    assert publication.basis == "inferred"
    assert publication.reason


@pytest.mark.parametrize(("text", "reason"), UNKNOWN)
def test_unknown(text: str, reason: str) -> None:
    publication, _ = read_dates(document(text))
    assert (publication.start, publication.end, publication.precision, publication.basis) == (None, None, None, "unknown")
    assert reason in publication.reason


def test_given_date_wins() -> None:
    publication, _ = read_dates(document("Today, 9 March 1990, we have received your letter.", published="1990-03-12"))
    assert publication == Publication("1990-03-12", "1990-03-12", DatePrecision.DAY, "flag", "given by flag")


def test_time_of_a_given_date_is_left_out() -> None:
    given = document("Gunmen fled.", published="2020-01-01")
    timed = type(given)(given.capture, given.text, "en", given.zones, None, StatedDate("2020-01-01T10:00:00Z", "metadata"))
    publication, _ = read_dates(timed)
    assert (publication.start, publication.end, publication.basis) == ("2020-01-01", "2020-01-01", "metadata")


def test_dates_of_an_inferred_publication() -> None:
    text, _ = INFERRED[0]
    _, dates = read_dates(document(text + "\nLast year, 20 attacks were counted there."))
    values = [(d.value.edtf or None) if d.value else None for d in dates]
    assert values == ["2020-03", "2021-06", "2022-01-20", None, "2022-01-22", "2021"]
