"""Types of what the notes of event data sets tell. `TABLE` holds a sentence and the types of its events."""

from __future__ import annotations

import pytest

from dateline.model.layer import EVENTS, AnnotatedDocument
from dateline.pipeline.order import build_pipeline
from tests.documents import document

TABLE = [
    ("On 11 Jan 2019, regime helicopters dropped barrel bombs on Kafr Zita.", ["air strike"]),
    ("On 25 Feb 2018, regime forces used chlorine gas in the Ghouta.", ["chemical attack"]),
    ("On 6 July 2018, police used tear gas in Nairobi.", ["demonstration met with force"]),
    ("On 18 Oct 2017, Afghan forces retook the district centre from the Taliban.", ["territory taken"]),
    ("On 7 Aug 2014, in Homs, a student was forcibly disappeared by agents.", ["kidnapping"]),
    ("On 9 Sept 2016, a mob beat a suspected thief in Lagos.", ["armed attack"]),
    ("On 9 Sept 2016, the home side beat a suspect defence in Lagos.", []),
    ("On 9 Sept 2016, the minister beat his rival in the election in Lagos.", []),
    # Who fights whom: crowds, or armed sides.
    ("On 4 Feb 2017, supporters of two political parties clashed in Sylhet.", ["mob violence"]),
    ("On 4 Feb 2017, two factions of the ruling party clashed over a tender in Natore.", ["mob violence"]),
    ("On 4 Feb 2017, two factions of the rebel movement clashed in Bambari.", ["armed clash"]),
    ("On 4 Feb 2017, villagers armed with guns clashed in Jos.", ["armed clash"]),
    # Damage by those who protest is part of their demonstration.
    ("On 4 Feb 2017, students demanding a new bridge vandalised a bus in Rangpur.", ["violent demonstration"]),
    ("On 4 Feb 2017, bandits vandalised a bus in Rangpur.", ["destruction"]),
    ("On 4 Feb 2017, youths attacked a procession of the opposition in Comilla.", ["demonstration met with force"]),
    # A place that nobody held any more.
    ("On 5 Oct 2019, militants took control of the village after the troops left it.", ["territory taken"]),
    ("On 5 Oct 2019, militants took control of the village after clashes.", ["territory taken", "armed clash"]),
    ("On 5 Oct 2019, the army drove the rebels out of Damasak.", ["territory taken"]),
    # Weapons made harmless.
    ("On 5 Oct 2019, air defences shot down a missile near Jizan.", ["shelling"]),
    ("On 5 Oct 2019, an IED exploded prematurely in Bannu as two men were planting it.", ["accidental explosion"]),
    # Early, and still what was meant.
    ("On 5 Oct 2019, an IED exploded prematurely at a barracks in Bannu.", ["bombing"]),
    ("On 5 Oct 2019, warplanes launched eleven raids on farms in Hajjah.", ["air strike"]),
    ("On 5 Oct 2019, soldiers fired dozens of mortar rounds at the town of Harim.", ["shelling"]),
    ("On 5 Oct 2019, gunmen shot and wounded three men in Jos.", ["armed attack"]),
]


@pytest.mark.parametrize(("sentence", "types"), TABLE)
def test_types(sentence: str, types: list[str]) -> None:
    (annotated,) = build_pipeline().annotate([document(sentence)])
    assert isinstance(annotated, AnnotatedDocument)
    assert [event.type for event in annotated[EVENTS]] == types
