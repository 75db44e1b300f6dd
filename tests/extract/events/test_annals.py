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
]


@pytest.mark.parametrize(("sentence", "types"), TABLE)
def test_types(sentence: str, types: list[str]) -> None:
    (annotated,) = build_pipeline().annotate([document(sentence)])
    assert isinstance(annotated, AnnotatedDocument)
    assert [event.type for event in annotated[EVENTS]] == types
