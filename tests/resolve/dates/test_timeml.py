"""What date expressions name in TimeML's notation: `<t v="P2W">two weeks</t>`; `v=none` names no time by itself."""

from __future__ import annotations

import pytest

from tests.documents import document
from tests.marked import read
from tests.resolve.dates.steps import read_dates

WEDNESDAY = "2023-03-15"

MARKED = [
    'Guards left on <t v="2023-03-13">Monday</t>, <t v="2023-03-13">two days ago</t>.',
    'Guards left <t v="2023-W10">last week</t> or <t v="2023-02">last month</t>.',
    # Early, late and the like leave the unit that is named.
    'Guards left in <t v="2022-01">late January 2022</t>, and came back in <t v="2023">early 2023</t>.',
    'Guards left in <t v="198">the late 1980s</t>, in <t v="19">the 20th century</t>.',
    'Guards left in <t v="2021-SP">spring 2021</t>, or in <t v="2020-Q3">the third quarter of 2020</t>.',
    'Guards left on <t v="2023-03-14TNI">Tuesday night</t>, and came back at <t v="2023-03-14T23:30">2330 on Tuesday</t>.',
    'Guards left in <t v="2023-03-11TMO">the early hours of Saturday morning</t>.',
    'They stayed for <t v="P2W">two weeks</t>, <t v="PXM">several months</t> or <t v="P2Y6M">2 1/2 years</t>.',
    'It was calm over <t v="P1W">the past week</t> and in <t v="PXY">recent years</t>.',
    'They meet <t v="XXXX-WXX-5">every Friday</t>, and eat <t v="P1D">every day</t>.',
    '<t v="PRESENT_REF">Now</t> they are <t v="FUTURE_REF">soon</t> to go, he said <t v="PAST_REF">recently</t>.',
    'They came back <t v="PXD">a few days later</t>. He had left <t v="PAST_REF">several years ago</t>.',
    'They left <t v="P10D">10 days after</t> a truce.',
    'It lasted from <t v="2014/2016">2014 to 2016</t>.',
    # Said of a time told by other words, they name none.
    "He left <t v=none>soon after</t>. Since <t v=none>then</t> he has been silent.",
    "He was <t v=none>previously</t> the mayor.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_timex(marked: str) -> None:
    text, marks = read(marked)
    _, dates = read_dates(document(text, published=WEDNESDAY))
    assert [d.mention.text for d in dates] == [m.span.of(text) for m in marks]
    assert [(d.value.timex if d.value else "none") for d in dates] == [m.attributes["v"] for m in marks]


@pytest.mark.parametrize(
    "text", ["They meet every Friday.", "He left recently.", "The current truce holds.", "It lasted two weeks."]
)
def test_what_is_not_on_the_calendar_has_no_days(text: str) -> None:
    _, (found,) = read_dates(document(text, published=WEDNESDAY))
    assert found.value is not None
    assert (found.value.edtf, found.value.start, found.value.end) == ("", None, None)
