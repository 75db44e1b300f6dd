"""What police do to crowds and suspects, told as South Asian papers tell it. `TABLE` holds a sentence, types and who did it."""

from __future__ import annotations

import pytest

from dateline.model.event import Role
from dateline.model.layer import ARGUMENTS, EVENTS, AnnotatedDocument
from dateline.pipeline.order import build_pipeline
from tests.documents import document

FORCE = "demonstration met with force"
TABLE = [
    ("two persons were killed in police firing in the market of nadiad on tuesday.", ["armed attack"], ["police"]),
    ("three others died in army firing in a village near nadiad on tuesday.", ["armed attack"], ["army"]),
    ("the police fired 45 rounds in nadiad on tuesday.", ["armed attack"], ["police"]),
    ("police fired in the air to disperse a mob in nadiad on tuesday.", ["armed attack"], ["police"]),
    ("police resorted to lathi charge in nadiad on tuesday.", [FORCE], ["police"]),
    ("the police burst tear gas shells to control the mob in nadiad on tuesday.", [FORCE], ["police"]),
    ("policemen thrashed the students outside the station in nadiad on tuesday.", [FORCE], ["policemen"]),
    ("policemen killed a worker during a rally in nadiad on tuesday.", ["armed attack", "demonstration"], ["policemen"]),
    ("the police took 30 activists into preventive custody in nadiad on tuesday.", ["arrest"], ["police"]),
    ("twelve persons were picked up for questioning in nadiad on tuesday.", ["arrest"], []),
    ("police have booked six persons for arson in nadiad on tuesday.", ["arson", "trial or sentence"], ["police"]),
    ("the firing of the coach surprised the fans in leeds on tuesday.", [], []),
    ("the firing squad stood in the yard in leeds on tuesday.", [], []),
    ("the battery fired 40 mortar rounds at the village on tuesday.", ["shelling"], []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "types", "who"), TABLE)
def test_police(sentence: str, types: list[str], who: list[str]) -> None:
    (annotated,) = build_pipeline().annotate([document(sentence)])
    assert isinstance(annotated, AnnotatedDocument)
    assert sorted({event.type for event in annotated[EVENTS]}) == types
    acting = [a.mention.text.lower() for a in annotated[ARGUMENTS] if a.role in (Role.PERPETRATOR, Role.CUSTODIAN)]
    assert [words.removeprefix("the ") for words in acting] == who
