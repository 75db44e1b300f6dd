"""Who was killed or hurt, one by one and in numbers. `TABLE` holds a sentence and the counts it tells by outcome."""

from __future__ import annotations

import pytest

from dateline.model.event import Role
from dateline.model.layer import ARGUMENTS, EVENTS, AnnotatedDocument
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
    ("One person is dead and three others are hurt after a shooting.", {"killed": ["One person"], "injured": ["three others"]}),
    ("A woman is in critical condition after being shot in Gary on Monday.", {"injured": ["A woman"]}),
    ("His mother and his brother suffered gunshot wounds in the attack in Gary.", {"injured": ["mother", "brother"]}),
    ("The attack in Gary left two monks dead and a guard wounded.", {"killed": ["two monks"], "injured": ["a guard"]}),
    ("A young man had been shot and was pronounced dead at the scene in Gary.", {"killed": ["A young man"]}),
    ("Three men were shot at a bar in Gary and are in critical condition.", {"injured": ["Three men"]}),
    # An age is no count.
    ("A 15 year old high school student was killed in a shooting in Gary.", {"killed": ["A 15 year old high school student"]}),
    # Wounds are not people, and a wound can be fatal.
    ("Four men were hurt in two separate shootings in Gary.", {"injured": ["Four men"]}),
    # Left open, or not yet so; all and not the part of them that is counted; a people is not one person.
    ("13 soldiers were either killed or wounded in the attacks in Gary.", {}),
    ("She was brain dead after the shooting and remained on life support.", {}),
    ("Seven of the 35 farmers who were abducted in an attack were found.", {}),
    ("The Berber community fled the town on Monday.", {}),
    ("A 20-year-old woman suffered a fatal gunshot wound in Gary.", {"killed": ["A 20-year-old woman"]}),
    # One person's wounds are no habit; who is brought to a hospital with them.
    ("All four passengers suffered minor injuries in the attack.", {"injured": ["four passengers"]}),
    ("Three pilgrims were taken to a local hospital with injuries after the attack.", {"injured": ["Three pilgrims"]}),
    # Who is left or found in a state, and one more beside.
    ("A gun battle on the streets of Oran left eight people wounded.", {"injured": ["eight people"]}),
    ("The attack in Oran left three dead and five wounded.", {"killed": ["three dead"], "injured": ["five wounded"]}),
    ("They found one man dead and another wounded after the shooting.", {"killed": ["one man"], "injured": ["another"]}),
    ("One nun was shot in Oran on Monday, and a third was wounded.", {"injured": ["One nun", "a third"]}),
    ("They went to another after the shooting in Oran.", {}),
    # Bullets strike people; what strikes things is an attack all the same.
    ("Gunmen fired on a bus, striking three passengers.", {"injured": ["three passengers"]}),
    ("The bullet struck a girl in the leg.", {"injured": ["a girl"]}),
    ("A rocket struck the house of three passengers in Gao.", {}),
    # A state right behind its number, whatever the parser makes of it; several in a row.
    ("3-5 killed and 2 injured in a raid near Gao.", {"killed": ["3-5 killed"], "injured": ["2 injured"]}),
    # What is set beside the counted takes nothing away.
    ("Six men, possibly all miners, killed in a raid near Gao.", {"killed": ["Six men"]}),
    ("Up to 15 people, most of them women, were killed in a raid near Gao.", {"killed": ["Up to 15 people"]}),
    # All, and some of them; others with them.
    ("At least 8 pupils among 13 reported killed in a raid near Gao.", {"killed": ["13", "At least 8 pupils"]}),
    ("A boy was killed along with four of his cousins in a raid near Gao.", {"killed": ["A boy", "four of his cousins"]}),
    ("Ten men, possibly including two guards, were killed in a raid near Gao.", {"killed": ["Ten men"]}),
    # Tolls.
    ("The death toll from a bombing in Gao rose from 12 to 15 on Monday.", {"killed": ["15"]}),
    ("Two men died, bringing to 14 the number of people killed in the raid near Gao.", {"killed": ["14", "Two men"]}),
    ("The number of wounded in a bombing in Gao rose to 40.", {"injured": ["40"]}),
    ("Officials put the death toll of the bombing in Gao at 8.", {"killed": ["8"]}),
    ("The road toll rose to 40 francs in Gao on Monday.", {}),
    ("The mayor, reached by telephone, gave a higher toll of the attack in Gao.", {}),
    # By accident, and fatally.
    ("A hunter accidentally killed a boy near Gary on Monday.", {"killed": ["a boy"]}),
    ("Police spoke of the fatal shooting of a teacher in Gary.", {"killed": ["a teacher"]}),
]  # fmt: skip

HEADLINES = [
    ("Teen killed in Leeds shooting", {"killed": ["Teen"]}),
    ("Four people shot at party in Leeds", {"injured": ["Four people"]}),
    ("4 shot, 1 dead in Leeds", {"injured": ["4 shot"], "killed": ["1 dead"]}),
    ("3 found dead at Leeds home", {"killed": ["3"]}),
    # What a count's own words say.
    ("2 dead, 4 wounded in shooting outside Leeds funeral", {"killed": ["2 dead"], "injured": ["4 wounded"]}),
    ("One dead, two critically injured after attack in Leeds", {"killed": ["One dead"], "injured": ["two critically injured"]}),
    ("3-year-old girl killed, 3 adults injured in Leeds shooting", {"killed": ["3-year-old girl"], "injured": ["3 adults"]}),
    # A state behind its noun.
    ("Two injured, gunman dead at Lyon school", {"injured": ["Two injured"], "killed": ["gunman"]}),
    # Ages.
    ("Police identify 17-year-old shot dead in Leeds", {"killed": ["17-year-old"]}),
    ("12 year-old Leeds girl killed in shooting", {"killed": ["Leeds girl"]}),
    ("Police officer shoots man in Leeds", {"injured": ["man"]}),
    ("Gunmen shoot at patrol in Leeds", {}),
]

TOGETHER = [
    "One person was killed and three others injured in a drive-by shooting at a park in Leeds.",
    "Three people were found shot to death and a fourth person was injured in Leeds.",
    "A man shot his wife before killing himself in Leeds on Monday.",
]
"""Sentences that tell one event, however many words tell what came of it."""


@pytest.mark.parametrize(("title", "wanted"), HEADLINES)
def test_headlines(title: str, wanted: dict[str, list[str]]) -> None:
    (annotated,) = build_pipeline().annotate([document("It happened on Monday.", title=title)])
    assert isinstance(annotated, AnnotatedDocument)
    assert counted(annotated) == wanted


@pytest.mark.parametrize("sentence", TOGETHER)
def test_one_event(sentence: str) -> None:
    (annotated,) = build_pipeline().annotate([document(sentence)])
    assert isinstance(annotated, AnnotatedDocument)
    assert len(annotated[EVENTS]) == 1


def counted(annotated: AnnotatedDocument) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for argument in annotated[ARGUMENTS]:
        if argument.role is Role.QUANTITY and argument.outcome is not None:
            found.setdefault(argument.outcome.value, []).append(argument.mention.text)
    return {outcome: sorted(words) for outcome, words in found.items()}


@pytest.mark.parametrize(("sentence", "wanted"), TABLE)
def test_counts(sentence: str, wanted: dict[str, list[str]]) -> None:
    (annotated,) = build_pipeline().annotate([document(sentence)])
    assert isinstance(annotated, AnnotatedDocument)
    assert counted(annotated) == {o: sorted(words) for o, words in wanted.items()}
