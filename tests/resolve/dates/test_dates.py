"""Dates by sentences with the expected answer written inside.

`<d edtf="2020-10">October 2020</d>`; `edtf=none` is a mention that stays unresolved; `for` is a duration; every date
mention of a text must be marked.
"""

from __future__ import annotations

import pytest
from edtf import parse_edtf

from dateline.model.resolution import DateBasis
from tests.documents import document
from tests.marked import read
from tests.resolve.dates.steps import read_dates

WEDNESDAY = "2023-03-15"

ABSOLUTE = [
    '<d edtf="1990-02-18">18 February 1990</d> was a quiet day in the capital.',
    'The convoy was hit on <d edtf="2019-03-05" precision=day basis=stated>2019-03-05</d>.',
    'The bridge fell on <d edtf="2021-08-14">August 14, 2021</d>.',
    'The bridge fell on <d edtf="2021-08-14">the 14th of August 2021</d>.',
    'Gunmen raided the depot in <d edtf="2013-07" precision=month>July 2013</d>.',
    'The group lost the town in <d edtf="2019" precision=year>2019</d>.',
    'In <d edtf="2019">the year 2019</d> the last pocket fell.',
    'The party was founded in <d edtf="198X" precision=years>the 1980s</d>.',
    'It was rebuilt in <d edtf="1980/1983">the early 1980s</d>.',
    'The order was given in <d edtf="2020-01/2020-04" precision=season>early 2020</d>.',
    'The siege ended in <d edtf="2022-01-21/2022-01-31" precision=days>late January 2022</d>.',
    'Clashes resumed in <d edtf="2021-03-11/2021-03-20">mid-March 2021</d>.',
    'The offensive of <d edtf="2021-21" start="2021-03-01" end="2021-05-31" precision=season>spring 2021</d> failed.',
    'Output fell in <d edtf="2019-35">the third quarter of 2019</d>.',
    'The dam was built in <d edtf="19XX">the 20th century</d>.',
    'The attacks of <d edtf="2001-09-11">9/11</d> changed that.',
    'Shelling was heavy from <d edtf="2018-06-02/2018-06-05" precision=days>2 to 5 June 2018</d>.',
    'Shelling was heavy <d edtf="2018-05-03/2018-05-04">the night of 3-4 May 2018</d>.',
    'He was governor between <d edtf="2014/2016" precision=years>2014 and 2016</d>.',
    'He was governor from <d edtf="2014-01/2014-03">January to March 2014</d>.',
    'The truce held from <d edtf="2019-01-20/2019-02-03">20 January 2019 to 3 February 2019</d>.',
    # One mention each where several dates share a month or year.
    'Messages came in <d edtf="2021-01">January</d>, <d edtf="2021-05">May</d> and <d edtf="2021-06">June 2021</d>.',
    'He spoke in <d edtf="2020-01">January 2020</d>, <d edtf="2020-05">May 2020</d>, and <d edtf="2021-06">June 2021</d>.',
    'Two blasts were heard on <d edtf="2017-06-03">3</d> and <d edtf="2017-06-05">5 June 2017</d>.',
    'It was shut from <d edtf="2017-03-03/2017-03-05">Friday to Sunday, March 3-5, 2017</d>.',
    'It rained on <d edtf="2023-04-06">Thursday and Friday, April 6</d> and <d edtf="2023-04-07">7, 2023</d>.',
    'They fled in <d edtf="2015-21">the spring</d> and <d edtf="2015-22">summer of 2015</d>.',
    'Forty died in <d edtf="2021-01/2021-03">the first three months of 2021</d>.',
    'It was worst in <d edtf="2014/2016">the years 2014 to 2016</d> and in <d edtf="2019/2020">the 2019-20</d> season.',
    'It was shut between <d edtf="2017-03-03" start="2017-03-03T22:00" end="2017-03-03T23:00">'
    "10 p.m. and 11 p.m. on 3 March 2017</d>.",
    'It was shut from <d edtf="2017-03-03" start="2017-03-03T17:00" end="2017-03-03T19:00">5 to 7 p.m. on 3 March 2017</d>.',
    'It happened on <d edtf="2016-12-24">Christmas Eve 2016</d>.',
    'The day came: <d edtf="2019-03-25">25/03/2019</d>.',
    'He was shot on <d edtf="none" rule="figures: day or month first">03/05/2019</d>.',
    'The cells met in <d edtf="2020-40">the first half of 2020</d>.',
    'They struck in <d edtf="2021-05-01/2021-05-07" precision=week>the first week of May 2021</d>.',
    'The camp opened at <d edtf="2015-06-30T17:30:00" start="2015-06-30T17:30" precision=minute>5:30 p.m. on 30 June 2015</d>.',
]

TOLD_BEFORE = [
    # The explicit date beside a relative one wins, and both are the same.
    'In <d edtf="2020-08">August 2020</d> militants stormed the jail. <d edtf="2020-10">Two months later</d>, in '
    '<d edtf="2020-10">October 2020</d>, they raided another one.',
    'In <d edtf="2020-08">August 2020</d> militants stormed the jail. <d edtf="2020-10" basis=relative>Two months later</d> '
    "they raided another one.",
    'The prison fell in <d edtf="2013-07">July 2013</d>. The campaign was launched <d edtf="2012-07">exactly a year earlier</d>,'
    ' in <d edtf="2012-07">July 2012</d>. The group took the city <d edtf="2014">a year later</d> in <d edtf="2014">2014</d>.',
    'In <d edtf="2020-08">August 2020</d> a statement praised the raid carried out '
    '<d edtf="2020-08" precision=month>earlier that month</d>.',
    'The first speech came in <d edtf="2019-04">April 2019</d>. He spoke again <d edtf="2019-09">the same year</d> '
    '(<d edtf="2019-09">September 2019</d>).',
    'The slogan appeared in <d edtf="2021-01">January 2021</d>. It came back in '
    '<d edtf="2021-04" basis=relative>April of the same year</d>.',
    'A bomb went off on <d edtf="2018-05-03">3 May 2018</d>. <d edtf="2018-05-04">The next day</d> police raided a house.',
    'A bomb went off on <d edtf="2018-05-03">3 May 2018</d>. Police had been warned <d edtf="2018-05-02">a day earlier</d>.',
    'A bomb went off on <d edtf="2018-05-03">3 May 2018</d>. <d edtf="2018-05-03">That day</d> two more were found.',
    'A bomb went off on <d edtf="2018-05-03">3 May 2018</d>; <d edtf="2018-05-03">the same night</d> two more were found.',
    'The town fell on <d edtf="2014-06-10">10 June 2014</d>. It was retaken <d edtf="2017">three years later</d>.',
    'The town fell on <d edtf="2014-06-10">10 June 2014</d>. It was sacked <d edtf="2014-06-21/2014-06-27">two weeks later</d>.',
    'In <d edtf="2014">2014</d> the front collapsed. On <d edtf="2014-06-29">29 June</d> the group renamed itself.',
    'He fled <d edtf="2014-06-13">three days after</d> <d edtf="2014-06-10">10 June 2014</d>.',
    'He was seized on <d edtf="2014-06-10">10 June 2014</d>, <d edtf="2014-06-10">two days after</d> the town fell.',
    'The strike of <d edtf="2023-01-07">7 January 2023</d> hit a school. '
    '<d edtf="2023-01-07/2023-01-31">Later that month</d> it closed.',
    'Police stormed it on <d edtf="2018-05-03">3 May 2018</d>. <d edtf=none>Soon after</d>, the mayor resigned.',
    'It fell in <d edtf="2019">2019</d>. Since <d edtf=none>then</d> nobody has gone back.',
    "He was a student at <d edtf=none>the time</d>.",
    # Nothing to count from.
    "<d edtf=none>Two months later</d> they raided another prison.",
    "<d edtf=none>Yesterday</d> gunmen raided a prison.",
    "Gunmen raided a prison on <d edtf=none>Friday</d>.",
    'Gunmen raided a prison on <d edtf="XXXX-01-20">January 20</d>.',
]

FROM_PUBLICATION = [
    'Gunmen killed a guard <d edtf="2023-03-14" basis=relative>yesterday</d>.',
    'Gunmen killed a guard <d edtf="2023-03-15">today</d>.',
    'Gunmen killed a guard <d edtf="2023-03-14">last night</d>.',
    'Gunmen killed a guard <d edtf="2023-03-15">this morning</d>.',
    'Gunmen killed a guard <d edtf="2023-03-13">the day before yesterday</d>.',
    'Gunmen killed a guard <d edtf="2023-03-14/2023-03-15">overnight</d>.',
    'Gunmen killed a guard on <d edtf="2023-03-13">Monday</d>.',
    'Gunmen killed a guard on <d edtf="2023-03-15">Wednesday</d>.',
    'Gunmen killed a guard on <d edtf="2023-03-13">Monday night</d>.',
    'Gunmen killed a guard <d edtf="2023-03-08">last Wednesday</d>.',
    'Gunmen killed a guard <d edtf="2023-03-06/2023-03-12" precision=week>last week</d>.',
    'The minister will visit the camp on <d edtf="2023-03-17">Friday</d>.',
    'The trial is to open on <d edtf="2023-03-20">Monday</d>.',
    'Gunmen killed a guard on <d edtf="2023-01-20" basis=relative>January 20</d>.',
    'Gunmen killed a guard on <d edtf="2022-11-02">2 November</d>.',
    'The two sides will meet on <d edtf="2023-04-02">2 April</d>.',
    'Gunmen killed a guard in <d edtf="2023-01">January</d>.',
    'Gunmen killed a guard in <d edtf="2022-08">August</d>.',
    'Gunmen killed a guard in <d edtf="2022-12">December last year</d>.',
    'Elections are due in <d edtf="2023-06">June</d>.',
    'The city was shelled <d edtf="2023-02-19/2023-02-25" precision=week>three weeks ago</d>.',
    'The city was shelled <d edtf="2023-03-13">2 days ago</d>.',
    'The city was shelled <d edtf="2018">five years ago</d>.',
    'The city was shelled <d edtf="2021">two years ago</d>.',
    'The city was shelled over <d edtf="2023-03-08/2023-03-15">the past week</d>.',
    'The city was shelled in <d edtf="2023-03-14/2023-03-15">the last 24 hours</d>.',
    'The city was shelled <d edtf="2022">last year</d>.',
    'The city was shelled <d edtf="2023-03">this month</d>.',
    'The city was shelled <d edtf="2023-03-01/2023-03-15">earlier this month</d>.',
    'The city was shelled over <d edtf="2023-03-11/2023-03-12" precision=days>the weekend</d>.',
    'The city was shelled <d edtf="2022-22">last summer</d>.',
    'The city was shelled in <d edtf="2023-01-21/2023-01-31">late January</d>.',
    "The city was shelled <d edtf=none>recently</d>.",
    "The city is shelled <d edtf=none>every Friday</d>.",
    'A curfew begins <d edtf="2023-03-16">tomorrow</d>.',
    'He was killed at <d edtf="2023-03-14T23:30:00" precision=minute>2330 on Tuesday</d>.',
    'He was killed <d edtf="2023-03-13T17:00:00" precision=hour end="2023-03-13T17:59">around 5 p.m. on Monday</d>.',
    'He was killed at <d edtf="2023-03-13">dawn on Monday</d>.',
    'He was killed in <d edtf="2023-03-14">the early hours of Tuesday</d>.',
    '<d edtf="2023-03-09">Today</d>, <d edtf="2023-03-09">9 March</d>, we have received your letter.',
    'The bomber struck <d edtf="2022-09">last year</d> in <d edtf="2022-09">September</d>.',
    # A story told in full keeps its year.
    'On <d edtf="2014-06-10">10 June 2014</d> the city fell. On <d edtf="2014-06-29">June 29</d> they renamed themselves.',
    # "Since" tells no story: the bare day is news.
    'Since <d edtf="2019">2019</d> it has been quiet. But the militia attacked on <d edtf="2023-03-10">March 10</d>.',
    # Nobody leaves out the year of something almost a year ago.
    'Talks were called for <d edtf="2023-03-22">22 March</d>.',
    '<d edtf="1990-02-04">4 FEB 90</d> was the day of the attack.',
    # A vague count is as wide as it says.
    'He was killed <d edtf="2023-03-12/2023-03-13" precision=days>two or three days ago</d>.',
    'Six died in <d edtf="2023-02-28/2023-03-15">the last 10 to 15 days</d>.',
    # "Until" after what was put off names a day ahead; so do "this" and what falls due.
    'The court put the hearing off until <d edtf="2023-03-20">Monday</d>.',
    'He will be tried <d edtf="2023-03-17">this Friday</d>.',
    'The fine is payable <d edtf="2023-04-02">April 2</d>.',
    # What a day only picks out is past, whatever the verb is.
    'They would find ways around <d edtf="2023-03-13">Monday</d>\'s ruling.',
    'Neither man could be reached on <d edtf="2023-03-13">Monday</d>.',
    'The road was shut <d edtf="2023-03-06/2023-03-09">Monday through Thursday</d>.',
    'It was shut from <d edtf="2023-01/2023-02">the start of the year through February</d>.',
    'Rebels have killed 40 people since <d edtf="2023-01/2023-04">the start of the year</d>.',
    'He was arrested on <d edtf="2023-02-28">the 28th</d>.',
    'They will leave on <d edtf="2023-03-28">the 28th</d>.',
    'They struck in <d edtf="2023-02-27/2023-03-05" precision=week>the week of March 2</d>.',
    'At <d edtf="2023-03-10T08:30:00">8:30 a.m. local time (0530 GMT) on Friday</d> a bomb went off.',
    # Quarters: the one told, the last one over, the same a year before.
    'Sales fell in <d edtf="2022-36">the fourth quarter</d>. <d edtf="2021-10/2021-12">A year earlier</d> they rose.',
    'Sales fell in <d edtf="2022-10/2022-12">the quarter</d> ended <d edtf="2022-12-31">Dec. 31</d>.',
    'Sales fell in <d edtf="2021-33">Q1 2021</d>.',
]

FEASTS = [
    'A shop was hit on <d edtf="2022-05-28/2022-05-30" precision=days>Memorial Day weekend</d>.',
    'A shop was hit on <d edtf="2022-09-05">Labor Day</d>, and on <d edtf="2021-04-02">Good Friday 2021</d>.',
    # A day on either side: the moon decides.
    'A shop was hit on <d edtf="2022-05-02/2022-05-04" precision=days>Eid al-Fitr</d>.',
    'The raid came during <d edtf="2019-05-05/2019-06-05">Ramadan 2019</d>.',
    'The raid came on <d edtf="2022-10-05">Yom Kippur</d>.',
    'They met on <d edtf="2021-03-26">the last Friday in March 2021</d>.',
]

IN_WORDS = [
    'He fled in <d edtf="1991">nineteen ninety-one</d> and in <d edtf="1997-01">January nineteen ninety-seven</d>.',
    'He fled in <d edtf="2004">two thousand and four</d>, and two thousand and four men with him.',
    'It was formed in <d edtf="1998">\'98</d> and gone by <d edtf="2007-22">the summer of \'07</d>.',
    'It was quiet in <d edtf="2020-10/2020-12">the last three months of 2020</d>.',
    'They spent more in <d edtf="2020/2021">the fiscal year 2020-21</d>.',
]

HOW_LONG = [
    'The siege lasted for <d for="P2W">two weeks</d>.',
    'The siege lasted <d for="P10D">10 days</d>.',
    'A <d for="P3D">three-day</d> truce was agreed.',
    'They held out for <d for="PXW">several weeks</d>.',
    'They held out for <d for="P2Y6M">two and a half years</d>.',
    'A court gave him <d for="P20Y">20 years</d> in prison.',
    'He was sentenced to <d for="P20Y">20 years</d>.',
    'They fought for <d for="PT30M">half an hour</d>.',
    'It was the third attack in <d for="P3D">as many days</d>.',
    'They fought for <d for="PT5H30M">5 1/2 hours</d>.',
    'They fought for <d for="PXW">two to three weeks</d>.',
]

NO_DATES = [
    "A 34-year-old man and a three-month-old baby were killed.",
    "He was aged 45 years when he died.",
    "The Su-24 and an AK-47 were found next to a T-90.",
    "They may march again, the second brigade said.",
    "Thousands joined the protest march in the square.",
    "The March 23 Movement denied it.",
    "Theresa May met the fighters.",
    "The Sun reported that the sun was shining.",
    "The fall of the city was quick.",
    "Some 2000 people fled and 1990 houses burned.",
    "He spoke to USA Today and Russia Today.",
    "Resolutions 2139 and 2254 were passed unanimously.",
    "She was told to come as soon as possible.",
    "They came on the 2nd Brigade's order.",
]


def check(published: str | None, marked: str) -> None:
    text, marks = read(marked)
    _, dates = read_dates(document(text, published=published))
    assert [d.mention.text for d in dates] == [m.span.of(text) for m in marks]
    for found, mark in zip(dates, marks, strict=True):
        expected, value = mark.attributes, found.value
        assert found.mention.span == mark.span
        if "for" in expected:
            assert value is not None and value.duration == expected["for"] and value.start is None
            continue
        assert (value.edtf if value and value.edtf else "none") == expected["edtf"], found
        assert value is None or not value.edtf or parse_edtf(value.edtf)
        assert found.rule == expected.get("rule", found.rule)
        for name in ("start", "end", "precision", "basis"):
            assert name not in expected or getattr(value, name) == expected[name], found


@pytest.mark.parametrize("marked", ABSOLUTE)
def test_dates_told_in_full(marked: str) -> None:
    check(None, marked)


@pytest.mark.parametrize("marked", TOLD_BEFORE)
def test_dates_counted_from_what_was_told_before(marked: str) -> None:
    check(None, marked)


@pytest.mark.parametrize("marked", FROM_PUBLICATION)
def test_dates_counted_from_the_publication(marked: str) -> None:
    check(WEDNESDAY, marked)


@pytest.mark.parametrize("marked", FEASTS)
def test_feasts(marked: str) -> None:
    check(WEDNESDAY, marked)


@pytest.mark.parametrize("marked", IN_WORDS)
def test_years_in_words_and_signs(marked: str) -> None:
    check(WEDNESDAY, marked)


@pytest.mark.parametrize("marked", HOW_LONG)
def test_durations(marked: str) -> None:
    check(WEDNESDAY, marked)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    check(WEDNESDAY, text)


NONSENSE = {
    "digits": "On " + "1" * 10_000 + " they met.",
    "dates run together": "On " + "3-5-" * 2_500 + " they met.",
    "brackets": "On " + "(" * 40 + "3 May 2019" + ")" * 40 + " they met.",
    "months": "On " + "May " * 2_500 + "they met.",
    "ordinals": "the " + "first last second " * 800 + "Friday they met.",
    "words": "in " + "nineteen ninety-" * 1_200 + "one they met.",
    "right to left": "On \u202e3 May\u202c \u200f2019\u200f they met.",
    "other digits": "On \u0663 May \u0662\u0660\u0661\u0669 and \uff13/\uff15/\uff12\uff10\uff11\uff19 they met.",
    "no such days": "On 31 February 2019, 0 May 2019, 99/99/9999 and in 99999 years they met.",
    "out of the calendar": "They met 9000 years ago, 20 000 years later and 10000 centuries from now.",
    "feasts": "Ramadan 9999, Yom Kippur 9999, Easter 0001 and Eid al-Fitr of 9999 came.",
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_resolves_to_nothing_and_what_follows_is_read(name: str) -> None:
    _, dates = read_dates(document(NONSENSE[name] + "\nThe bridge fell on 14 August 2021.", published=WEDNESDAY))
    assert dates[-1].value is not None
    assert dates[-1].value.edtf == "2021-08-14"
    for found in dates:
        assert found.value is None or not found.value.edtf or parse_edtf(found.value.edtf)


def test_anchor_is_named() -> None:
    text = "In August 2020 they struck. Two months later they struck again. Yesterday they struck a third time."
    _, dates = read_dates(document(text, published=WEDNESDAY))
    assert [d.value.anchor for d in dates if d.value] == ["", "'August 2020'", f"published {WEDNESDAY}"]


def test_ambiguous_figures_keep_both_candidates() -> None:
    _, dates = read_dates(document("He was shot on 03/05/2019."))
    assert [c.id for c in dates[0].candidates] == ["2019-03-05", "2019-05-03"]


def test_figures_follow_the_order_used_elsewhere() -> None:
    _, dates = read_dates(document("He was shot on 03/05/2019. She was shot on 25/04/2019."))
    assert [d.value.edtf for d in dates if d.value] == ["2019-05-03", "2019-04-25"]


def test_date_within_an_uncertain_publication_is_an_interval() -> None:
    text = (
        "They threatened in May 2021. In June 2021 they promised revenge.\n"
        "The attack on the jail began on January 20 and is still going on. It was worse yesterday."
    )
    publication, dates = read_dates(document(text))
    assert (publication.start, publication.end) == ("2022-01-20", "2022-01-29")
    yesterday = dates[-1].value
    assert yesterday is not None
    assert (yesterday.edtf, yesterday.basis) == ("2022-01-19/2022-01-28", DateBasis.INFERRED)


def test_one_resolution_a_mention_in_order() -> None:
    _, dates = read_dates(document("He left on Monday, 5 May 2014, for two weeks, and came back recently."))
    assert [d.mention.span.start for d in dates] == sorted(d.mention.span.start for d in dates)
    assert len(dates) == 3
