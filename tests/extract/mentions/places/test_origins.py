"""What tells whose or from where something is, and streets: every `<o>` and `<s>` must be found, and no other."""

from __future__ import annotations

import pytest

from dateline.extract.mentions.places import find, find_origins
from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.model.layer import MENTIONS, SENTENCES
from dateline.model.mention import MentionKind
from tests.documents import annotate, document
from tests.marked import read

DEMONYMS = [
    "<o key=country=TR>Turkish</o> troops met three <o key=country=LK>Sri Lankans</o>.",
    "A <o key=country=FR>French</o> judge questioned the <o key=country=ML>Malian</o> minister.",
    # A language, and a company's name.
    "She reads Arabic and flew with British Airways.",
]


@pytest.mark.parametrize("marked", DEMONYMS)
def test_demonyms(marked: str) -> None:
    text, marks = read(marked)
    doc = document(text)
    found = find_origins(doc, annotate(doc, ParseStep())[SENTENCES])
    assert [(m.span, m.key) for m in found] == [(m.span, m.attributes["key"]) for m in marks]


WITHIN = [
    # A town, a county or a country in the name of an office, a school or an army.
    "The <o>Wichita</o> City Council met on Monday.",
    "<o>Kansas</o> Governor Laura Kelly spoke at <o>Ohio</o> State University.",
    "He was held in the <o>Johnson County</o> Detention Center.",
    # "By Russia": its government.
    "The village was shelled by <o>Russia</o>.",
    # A person.
    "The chairman of Paris Hilton's company left.",
]


@pytest.mark.parametrize("marked", WITHIN)
def test_names_within_names(marked: str) -> None:
    text, marks = read(marked)
    found = annotate(document(text), ParseStep(), MentionStep())[MENTIONS]
    assert [m.span for m in found if m.kind is MentionKind.ORIGIN] == [m.span for m in marks]


STREETS = [
    "Police closed <s>Dublin Road</s> and <s>North Nokomis Street</s>.",
    "She lives at 420 <s>Augusta St.</s> in Dover.",
    "A fire broke out at 3537 <s>Seventh Street N.W.</s> late on Tuesday.",
    # Neither a street nor the end of a name.
    "The Road Traffic Act applies on the road to St. Louis.",
    "The Highway Patrol came down Main street.",
]


@pytest.mark.parametrize("marked", STREETS)
def test_streets(marked: str) -> None:
    text, marks = read(marked)
    doc = document(text)
    found = find(doc, annotate(doc, ParseStep())[SENTENCES])
    assert [m.span.of(text) for m in found if m.kind is MentionKind.STREET] == [m.span.of(text) for m in marks]


@pytest.mark.parametrize("text", ["A" * 10_000 + " Street", "Street " * 500, "Main " * 2_000 + "Road", "\u202eOslo\u202c Street"])
def test_nonsense(text: str) -> None:
    doc = document(text)
    assert len(find(doc, annotate(doc, ParseStep())[SENTENCES])) < 1_000
