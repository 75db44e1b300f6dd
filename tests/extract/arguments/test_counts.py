"""Who was killed or hurt, one by one and in numbers. `TABLE` holds a sentence and the counts it tells by outcome."""

from __future__ import annotations

import pytest

from dateline.model.event import Role
from dateline.model.layer import ARGUMENTS, AnnotatedDocument
from dateline.pipeline.order import build_pipeline
from tests.documents import document

TABLE = [
    # Shot or stabbed is hurt, unless the words tell of death.
    ("Four people were shot at a party in Leeds on Monday.", {"injured": ["Four people"]}),
    ("A man was shot and killed in Leeds on Monday.", {"killed": ["A man"]}),
    ("A 14-year-old girl was fatally shot outside a shop in Leeds on Monday.", {"killed": ["A 14-year-old girl"]}),
    ("Gunmen shot a customs officer dead in Gao on Monday.", {"killed": ["a customs officer"]}),
    ("Three farmers were found shot to death near Gao on Monday.", {"killed": ["Three farmers"]}),
    ("Five people were shot, one fatally, at a picnic in Gary on Monday.", {"injured": ["Five people"], "killed": ["one"]}),
    ("A boy accidentally shot himself in the hand at a house in Gary on Monday.", {"injured": ["A boy"]}),
    # States and wounds.
    ("One person is dead and three others are hurt after a fight.", {"killed": ["One person"], "injured": ["three others"]}),
    ("A woman is in critical condition after being shot in Gary on Monday.", {"injured": ["A woman"]}),
    ("His mother and his brother suffered gunshot wounds in the attack in Gary.", {"injured": ["mother", "brother"]}),
    ("The attack in Gary left two monks dead and a guard wounded.", {"killed": ["two monks"], "injured": ["a guard"]}),
    # An age is no count.
    ("A 15 year old high school student was killed in a shooting in Gary.", {"killed": ["A 15 year old high school student"]}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), TABLE)
def test_counts(sentence: str, wanted: dict[str, list[str]]) -> None:
    (annotated,) = build_pipeline().annotate([document(sentence)])
    assert isinstance(annotated, AnnotatedDocument)
    found: dict[str, list[str]] = {}
    for argument in annotated[ARGUMENTS]:
        if argument.role is Role.QUANTITY and argument.outcome is not None:
            found.setdefault(argument.outcome.value, []).append(argument.mention.text)
    assert {outcome: sorted(words) for outcome, words in found.items()} == {o: sorted(words) for o, words in wanted.items()}
