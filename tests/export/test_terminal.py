"""The chronology as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.export import ExportOptions, detail, table
from dateline.export.wording import date_heading, date_note, range_words
from dateline.model.entry import Entry, EntryDate
from dateline.model.resolution import DateBasis, DatePrecision
from tests.export.sample import sample


def shown(entries: list[Entry], **options: object) -> str:
    return "".join(table(entries, ExportOptions(**options)))  # type: ignore[arg-type]


def test_an_entry_shows_when_what_where_who_and_each_count_with_who_says_so() -> None:
    entries, _ = sample()
    text = shown(entries, width=110)
    lines = text.splitlines()
    assert lines[0] == "13–14 March 2019 · within these days"
    assert lines[1].startswith("  Prison break   Sarvand Central Prison, Nineveh, Iraq (facility, 200 m)   ")
    assert lines[1].endswith("2 reports, 2 independent")
    assert lines[2] == "  by Red Dawn Front (claimed)"
    assert lines[3].startswith('  freed   36–65      "about 40" the interior ministry, quoted by Radio Sel, in Marun Post · ')
    contested = next(line for line in lines if "contested" in line)
    assert contested.startswith("  contested: how many were freed  ")
    assert contested.endswith("dateline show inc-7f3a")


def test_sections_come_in_order_and_the_undated_last() -> None:
    lines = shown(sample()[0], width=100).splitlines()
    heads = [line for line in lines if line.startswith(("Campaigns", "Statistics", "Undated"))]
    assert [head.split()[0] for head in heads] == ["Campaigns", "Statistics", "Undated"]
    assert lines.index(heads[2]) < next(n for n, line in enumerate(lines) if "Leader killed" in line)


def test_a_communication_says_who_speaks_about_what_and_through_what() -> None:
    text = shown(sample()[0][1:2], width=100)
    assert "speaker Red Dawn Front" in text
    assert "about prison break, promise of further attacks · through the group's channel" in text


@pytest.mark.parametrize("width", [20, 40, 72, 100, 160])
def test_no_line_is_wider_than_asked(width: int) -> None:
    # Names, ids and numbers are not broken below 40 columns.
    slack = 24 if width < 40 else 0
    for entry in sample()[0]:
        for line in (shown([entry], width=width) + "".join(detail(entry, ExportOptions(width=width)))).splitlines():
            assert len(line) <= width + slack, line


def test_plain_unless_colour_is_asked_for_and_colour_changes_no_word() -> None:
    import re

    entries, _ = sample()
    assert "\x1b" not in shown(entries)
    coloured = shown(entries, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(entries)


def test_text_cannot_steer_the_terminal() -> None:
    entry = sample()[0][0]
    place = replace(entry.places[0], name="Evil\x1b[2J\u202eplace\r\nTown\x07")
    hostile = replace(entry, places=(place,), title="\x1b]0;owned\x07")
    text = shown([hostile]) + "".join(detail(hostile))
    assert not {"\x1b", "\u202e", "\r", "\x07"} & set(text)


def test_detail_shows_every_claim_with_its_quotation() -> None:
    for entry in sample()[0]:
        text = "".join(detail(entry, ExportOptions(names=True, width=400)))
        for sourced in entry.claims:
            assert sourced.claim.id in text
            assert f"“{sourced.claim.evidence.exact}”" in text


def test_private_names_stay_out() -> None:
    entries, _ = sample()
    assert "Samir" not in shown(entries) + "".join(line for entry in entries for line in detail(entry))


def test_nothing_says_so() -> None:
    assert shown([]) == "No entries.\n"


DATES = [
    # start, end, precision, basis -> heading, note
    ("2019-03-14", "2019-03-14", "day", "stated", "14 March 2019", ""),
    ("2019-03-14T05:30", "2019-03-14T05:30", "minute", "stated", "14 March 2019, 05:30", ""),
    ("2019-03-01", "2019-03-31", "month", "stated", "March 2019", "within the month"),
    ("2020-02-01", "2020-02-29", "month", "relative", "February 2020", "within the month, counted from another date"),
    ("2019-01-01", "2019-12-31", "year", "inferred", "2019", "within the year, inferred"),
    ("2014-01-01", "2016-12-31", "years", "stated", "2014–2016", "within these years"),
    ("2019-03-30", "2019-04-02", "days", "stated", "30 March – 2 April 2019", "within these days"),
    ("2019-12-30", "2020-01-02", "week", "stated", "30 December 2019 – 2 January 2020", "within the week"),
    ("2019-03-03", "2019-03-09", "day", "relative", "3–9 March 2019", "on one of these days, counted from another date"),
    ("2014-06-01", None, "years", "stated", "since 1 June 2014", ""),
    (None, "2014-06-01", "years", "stated", "until 1 June 2014", ""),
    (None, None, "day", "stated", "Undated", ""),
]


@pytest.mark.parametrize(("start", "end", "precision", "basis", "heading", "note"), DATES)
def test_dates_in_words(start: str | None, end: str | None, precision: str, basis: str, heading: str, note: str) -> None:
    date = EntryDate("", start, end, DatePrecision(precision), DateBasis(basis), ("c",))
    assert (date_heading(date), date_note(date)) == (heading, note)


COUNTS = [
    ((12, 12, 12), "12"),
    ((40, None, 65), "40–65"),
    ((6, 6, None), "6 or more"),
    ((501, 500, None), "more than 500"),
    ((None, None, 9), "up to 9"),
    ((None, 30, None), "about 30"),
    ((None, None, None), "number not told"),
    ((1200, None, 12000), "1,200–12,000"),
]


@pytest.mark.parametrize(("bounds", "words"), COUNTS)
def test_counts_in_words(bounds: tuple[int | None, int | None, int | None], words: str) -> None:
    assert range_words(*bounds) == words
