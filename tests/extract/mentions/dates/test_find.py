"""Date mentions: what the finder takes, where it begins and ends, and the key it gives to the resolver.

`<t key="...">` names the key without the tense and the preposition, which tests of their own cover.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.extract.mentions import dates
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from dateline.model.mention import Mention
from dateline.resources.timex import decode, encode
from tests.documents import annotate, document
from tests.marked import read

MARKED = [
    'They met <t key="weekday direction=last weekday=5">last Friday</t> and <t key="weekday weekday=1">Monday</t>.',
    'They met on <t key="weekday weekday=5 tod=NI">Friday night</t>.',
    'They met on <t key="weekday unit=week n=-1 ref=now weekday=2">Tuesday of last week</t>.',
    'They met on <t key="date value=XXXX-05-12 weekday=5">Friday, May 12</t>.',
    'They met <t key="shift unit=day n=-1 tod=EV">yesterday evening</t>.',
    'They met on the <t key="date value=XXXX-05-05 tod=MO">morning of 5 May</t>.',
    'They met at <t key="date value=XXXX-05-05 tod=DA">dawn on 5 May</t>.',
    'They met <t key="offset unit=week n=-3 ref=now">three weeks ago</t>.',
    'They met <t key="offset unit=month n=-18 ref=now">a year and a half ago</t>.',
    'They met <t key="offset unit=year n=-2 n_max=-5 ref=now">a few years ago</t>.',
    'They met <t key="offset unit=month n=2 ref=then">two months later</t>.',
    'They met <t key="offset unit=day n=3 ref=next">three days after</t> the blast.',
    'They met <t key="same unit=month part=earlier">earlier that month</t>.',
    'They met in <t key="date value=XXXX-04 ref=then">April of the same year</t>.',
    'They met in <t key="date value=XXXX-12 n=-1 ref=now">December last year</t>.',
    'They met <t key="shift unit=month n=-1">last month</t> and said that <t key="shift unit=week n=-1">last week</t> was bad.',
    'They met over <t key="stretch unit=week n=1 direction=past">the past week</t>.',
    'They met in <t key="stretch unit=hour n=48 n_max=48 direction=coming">the next 48 hours</t>.',
    'They stayed for <t key="duration value=P10D">10 days</t>.',
    'He got <t key="duration value=P20Y">20 years</t> in prison.',
    'They meet <t key="set value=XXXX-WXX-5">every Friday</t>.',
    'They meet <t key="set value=P1W">once a week</t>.',
    'They fired at <t key="time time=23:30">2330</t> and again at <t key="time time=02:15">02:15</t>.',
    'They fired at <t key="time time=16">4 in the afternoon</t>.',
    'It is quiet at <t key="vague value=present">the time of writing</t>.',
    'They were bitten by <t key="date value=2020-05-03 / date value=2020-05-07">the 3-7 May 2020</t> strike wave.',
    'The truce held between <t key="weekday weekday=1 / weekday weekday=3">Monday and Wednesday</t>.',
    'On <t key="date value=XX90-02-04">4 Feb 90</t> and in <t key="date value=XX89-12">Dec. \'89</t> they met.',
    'They met on <t key="date value=2013-06-03">3</t> or <t key="date value=2013-06-05">5 June 2013</t>.',
    'BOGOTA, <t key="date value=XX89-08-30">30 AUG 89</t> -- POLICE SAID <t '
    'key="shift unit=day">TODAY</t> THAT A BOMB WENT OFF <t key="shift unit=day n=-1 tod=NI">LAST NIGHT</t>.',
    # Capitals tell nothing here, and still "MAY" and "MARCH" are no months.
    "THEY MAY MARCH ON THE CAPITAL.",
    # All in small letters: the months are those that the parser gives capitals.
    'rebels burned a bus in lima on <t key="date value=1989-03-09">9 march 1989</t> and on <t '
    'key="date value=XXXX-05-12">12 may</t>, and it may rain.',
    '<t key="date value=2019">The 2019</t> attack and the 2000 men of the Mi-24 unit.',
]

TENSES = [
    ("They met on Friday.", "past"),
    ("The men killed on Friday were farmers.", "past"),
    ("They will meet on Friday.", "future"),
    ("They are expected to meet on Friday.", "future"),
    ("They are meeting on Friday.", "progressive"),
    ("They were due to meet on Friday.", "planned"),
    # what is called for a day lies ahead; who is called has come
    ("A strike was called for Friday.", "planned"),
    ("Officers were called to the market on Friday.", "past"),
    ("They have held the town since Friday.", "perfect"),
]


def found(text: str) -> list[Mention]:
    doc = document(text)
    return dates.find(doc, annotate(doc, ParseStep())[SENTENCES])


@pytest.mark.parametrize("marked", MARKED)
def test_marked(marked: str) -> None:
    text, marks = read(marked)
    mentions = found(text)
    assert [(m.text, m.span) for m in mentions] == [(mark.span.of(text), mark.span) for mark in marks]
    keys = [encode(*(replace(x, tense="", cue="", at="") for x in decode(m.key))) for m in mentions]
    assert keys == [mark.attributes["key"] for mark in marks]


@pytest.mark.parametrize(("text", "tense"), TENSES)
def test_tense_of_the_governing_verb(text: str, tense: str) -> None:
    (mention,) = found(text)
    assert decode(mention.key)[0].tense == tense


@pytest.mark.parametrize(
    "text", ["She was given a 12-year prison sentence.", "She got 12 years in jail.", "She was jailed for 12 years."]
)
def test_prison_terms_say_so(text: str) -> None:
    assert decode(found(text)[0].key)[0].cue == "sentence"


def test_preposition_is_kept() -> None:
    assert decode(found("It has been quiet since 2 February.")[0].key)[0].cue == "since"


@pytest.mark.parametrize("unit", ["1,", "Jan ", "3 May, ", "a few ", "12:30 ", "the last "])
def test_long_runs_do_not_hang(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    assert found(text.strip()) is not None
