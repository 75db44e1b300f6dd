"""Which dates and durations are an event's. A row is a sentence, the type of an event in it, and its date mentions."""

from __future__ import annotations

import pytest

from dateline.model.event import Role
from dateline.model.layer import ARGUMENTS, AnnotatedDocument
from dateline.pipeline.order import build_pipeline
from tests.documents import document

ROWS: tuple[tuple[str, str, list[str]], ...] = (
    ("Rebels attacked the base in Gao on Monday.", "armed attack", ["Monday"]),
    # what it is compared with, and how long it is spoken of
    ("The largest offensive in ten years began on Monday in Idlib.", "armed attack", ["Monday"]),
    ("The attack in Gao was the third in two months.", "armed attack", []),
    ("Gunmen shelled Ariha for months.", "shelling", []),
    ("The clashes in Gao lasted three hours.", "armed clash", ["three hours"]),
    ("The teacher was held for three years in a prison in Homs.", "detention", ["three years"]),
    # hours of a day are no duration
    ("Gunmen attacked the post in the first hours of 14 November.", "armed attack", ["the first hours of 14 November"]),
    # a day to come
    ("The front declared the highway a military target during the next 48 hours.", "statement", []),
    # what a message says, and what it is about
    ("The communique of the front reads: on 2 July fighters attacked a post in Arcatao.", "statement", []),
    ("The group issued a statement on the incidents that occurred on 2 May.", "statement", []),
    # the day of another clause
    ("Militants attacked the school that was built in 2012.", "armed attack", []),
    ("Two soldiers were killed in an operation that began on Monday near Gao.", "armed attack", ["Monday"]),
    ("The school was rebuilt in 2012 after it was blown up by militants.", "bombing", []),
    # what is done about it later, and when help came
    ("Police on Friday were investigating the death of a man who was shot in his car.", "armed attack", []),
    ("The party today demanded that the king punish the murder of the mayor in Lima.", "armed attack", []),
    ("President Alvarez tonight condemned the bomb attacks on the offices in Quito.", "bombing", []),
    ("About 8:30 p.m., paramedics responded to a shooting in which a boy was wounded.", "armed attack", []),
    # when the page was put up
    ("Shooting in Harlan. Posted: Friday, December 26, 2014 4:25 PM.", "armed attack", []),
    # what goes on with the act before it: that it happened, and that help was called
    ("Two men were shot outside a hall in Denver. It happened late Friday.", "armed attack", ["late Friday"]),
    ("A shooting left a guard dead. Officers were called to the hall on Sunday night.", "armed attack", ["Sunday night"]),
    ("Two men were shot outside a hall in Denver. A fair was held on Friday.", "armed attack", []),
    ("Two men were shot in Denver. They spoke of the dispute that began on Friday.", "armed attack", []),
    ("Two men were shot in Denver. Deputies say they were called to the hall on Friday.", "armed attack", ["Friday"]),
    ("Two men were shot in Denver. It happened early this morning.", "armed attack", ["early this morning"]),
    # further down, unless another day is told in between
    ("Two men were shot in Denver." + 6 * " Neighbours brought flowers." + " It happened on Friday.", "armed attack", ["Friday"]),
    (
        "Two men were shot in Denver."
        + 5 * " Neighbours brought flowers."
        + " A fair was held on Monday. It happened on Friday.",
        "armed attack",
        [],
    ),
    # hours in wire copy
    ("THE MAYOR WAS KIDNAPPED BY ARMED MEN BETWEEN 0630 AND 0700 IN LIMA.", "kidnapping", ["0630 AND 0700"]),
    ("A man was shot in Denver just before 8 p.m. on Friday.", "armed attack", ["8 p.m. on Friday"]),
)


@pytest.mark.parametrize(("sentence", "type_", "wanted"), ROWS)
def test_times(sentence: str, type_: str, wanted: list[str]) -> None:
    (annotated,) = build_pipeline().annotate([document(sentence, None, "2021-06-30")])
    assert isinstance(annotated, AnnotatedDocument)
    found = [a.mention.text for a in annotated[ARGUMENTS] if a.role is Role.DATE and a.event.type == type_]
    assert sorted(found) == sorted(wanted)


def test_headline_takes_the_day_of_the_act_that_the_text_opens_with() -> None:
    text = "Two men were shot in a park in Denver on Saturday night.\nA third was arrested on Monday."
    (annotated,) = build_pipeline().annotate([document(text, "Shooting in a Denver park leaves two dead", "2021-06-30")])
    assert isinstance(annotated, AnnotatedDocument)
    found = [a.mention.text for a in annotated[ARGUMENTS] if a.role is Role.DATE and a.event.sentence == 0]
    assert set(found) == {"Saturday night"}
