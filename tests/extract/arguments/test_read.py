"""What the encoder reads is given to the nearest event that can take it; here the reading is made up, word by word."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.extract.arguments import ArgumentStep
from dateline.extract.events import EventStep
from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.extract.speech import SpeechStep
from dateline.model.event import READ, Argument, Responsibility
from dateline.model.layer import ARGUMENTS, READINGS, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.reading import COLUMNS, WIDTH, Choice, Reading, Relation, Tag, Word
from dateline.resolve.actors import ActorStep
from dateline.resolve.dates import DateStep
from dateline.resolve.places import PlaceStep
from dateline.resolve.publication import PublicationStep
from dateline.resolve.quantities import QuantityStep
from tests.documents import annotate, document

TEXT = (
    "A bomb exploded outside the town hall of Pasto on Monday. Nobody has said anything yet. "
    "The mayor blames the Northern Column. Troops searched the quarter. A clerk died of wounds."
)


class NoPairs:
    """No word goes with another."""

    def choose(self, relation: Relation, anchor: Word, candidates: Sequence[Sequence[Word]]) -> Choice:
        """Return none."""
        return Choice(tuple(0.0 for _ in candidates), 1.0)


class MadeUp:
    """Reads what it is told to read: probabilities of tags, by word."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES,)
    provides = READINGS

    def __init__(self, tags: Mapping[str, tuple[Tag, float]]) -> None:
        """Take the tag of each word that has one."""
        self._tags = tags

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Reading] | StepError]:
        """Return a reading of each sentence."""
        return [Layer(tuple(self._reading(s.index, [t.text for t in s.tokens]) for s in a[SENTENCES])) for a in batch]

    def _reading(self, index: int, words: Sequence[str]) -> Reading:
        values = array("f", [0.0] * (WIDTH * len(words)))
        for n, word in enumerate(words):
            if word in self._tags:
                tag, probability = self._tags[word]
                values[n * WIDTH + COLUMNS[tag]] = probability
        return Reading(index, {}, 0.5, 0.5, memoryview(values), NoPairs())


def found(text: str, **tags: tuple[Tag, float]) -> set[tuple[str, str, str]]:
    """Return event, role and words of each argument read."""
    return {(a.event.type, a.role.value, a.mention.text) for a in read(text, **tags)}


def found_argument(text: str, **tags: tuple[Tag, float]) -> Argument:
    """Return the only argument read."""
    (argument,) = read(text, **tags)
    return argument


def read(text: str, **tags: tuple[Tag, float]) -> list[Argument]:
    """Return the arguments read."""
    steps = (
        ParseStep(), MadeUp(tags), MentionStep(), PublicationStep(), DateStep(), PlaceStep(), ActorStep(), QuantityStep(),
        EventStep(), SpeechStep(), ArgumentStep(),
    )  # fmt: skip
    annotated = annotate(document(text), *steps)
    return [a for a in annotated[ARGUMENTS] if a.rule == READ]


def test_a_group_named_sentences_later() -> None:
    assert found(TEXT, Column=(Tag.PERP_ORG, 0.8)) == {("bombing", "perpetrator", "Northern Column")}


def test_who_is_only_blamed_is_said_to_be_blamed() -> None:
    assert found_argument(TEXT, Column=(Tag.PERP_ORG, 0.8)).responsibility is Responsibility.BLAMED


def test_what_is_hardly_likely_is_not_read() -> None:
    assert not found(TEXT, Column=(Tag.PERP_ORG, 0.2))


def test_a_kind_of_mention_that_cannot_have_the_role() -> None:
    assert not found(TEXT, bomb=(Tag.VICTIM, 0.9), Column=(Tag.WEAPON, 0.9))


def test_what_syntax_has_tied_to_an_event_is_not_read() -> None:
    assert not found("Gunmen killed two farmers in Baidoa.", Gunmen=(Tag.PERP_IND, 0.9), farmers=(Tag.VICTIM, 0.9))


def test_no_event_takes_nothing() -> None:
    assert not found("The mayor blames the Northern Column.", Column=(Tag.PERP_ORG, 0.9))


def test_an_event_far_off_takes_nothing() -> None:
    text = "A bomb exploded in Pasto." + " It rained." * 9 + " The mayor spoke of the Northern Column."
    assert not found(text, Column=(Tag.PERP_ORG, 0.9))
