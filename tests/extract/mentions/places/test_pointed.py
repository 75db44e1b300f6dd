"""Names that only the encoder takes for places; here what an event points at is made up."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest

from dateline.extract.mentions.places.pointed import with_pointed
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from dateline.model.mention import POINTED, Mention, MentionKind
from dateline.model.reading import WIDTH, Choice, Reading, Relation, Word
from dateline.model.span import Span
from tests.documents import annotate, document


class PointsAt:
    """Every event points at one word, this surely."""

    def __init__(self, word: int, probability: float) -> None:
        """Take the word's index."""
        self._word, self._probability = word, probability

    def choose(self, relation: Relation, anchor: Word, candidates: Sequence[Sequence[Word]]) -> Choice:
        """Return the probability for the candidate that holds the word."""
        found = tuple(self._probability if any(i == self._word for _, i in run) else 0.0 for run in candidates)
        return Choice(found, 1 - sum(found))


def places(text: str, word: str, probability: float, rival: tuple[str, MentionKind, str] | None = None) -> list[tuple[str, str]]:
    (sentence,) = annotate(document(text), ParseStep())[SENTENCES]
    at = next(t.i for t in sentence.tokens if t.text == word)
    values: memoryview[float] = memoryview(array("f", [0.0] * (WIDTH * len(sentence.tokens))))
    reading = Reading(0, {}, 0.5, 0.5, values, PointsAt(at, probability))
    mentions = []
    if rival is not None:
        start = text.index(rival[0])
        span = Span(start, start + len(rival[0]))
        mentions = [Mention(rival[1], span, 0, sentence.head_of(span).i, rival[0], rival[2])]
    return [(m.text, m.rule) for m in with_pointed(text, sentence, reading, mentions)]


@pytest.mark.parametrize(
    ("text", "word", "probability", "rival", "expected"),
    [
        ("Soldiers stormed Najirabat on Monday.", "Najirabat", 0.9, None, [("Najirabat", POINTED)]),
        # Too unsure.
        ("Soldiers stormed Najirabat on Monday.", "Najirabat", 0.4, None, []),
        # Words that are no names, peoples, and streets, which nobody knows.
        ("Soldiers stormed the market on Monday.", "market", 0.9, None, []),
        ("Soldiers stormed a Syrian village.", "Syrian", 0.9, None, []),
        ("Gunmen shot two men on Briarvale Lane.", "Briarvale", 0.9, None, []),
        # A type noun is no part of the name.
        ("Soldiers raided Harabash District.", "Harabash", 0.9, None, [("Harabash", POINTED)]),
        # Somebody whom only the tagger sees gives way to what is read surely; one of the register and other kinds never do.
        (
            "Soldiers raided Najirabat.",
            "Najirabat",
            0.9,
            ("Najirabat", MentionKind.ACTOR, "ner:PERSON"),
            [("Najirabat", POINTED)],
        ),
        (
            "Soldiers raided Najirabat.",
            "Najirabat",
            0.7,
            ("Najirabat", MentionKind.ACTOR, "ner:PERSON"),
            [("Najirabat", "ner:PERSON")],
        ),
        (
            "Soldiers raided Najirabat.",
            "Najirabat",
            0.9,
            ("Najirabat", MentionKind.ACTOR, "register"),
            [("Najirabat", "register")],
        ),
        ("Soldiers raided Najirabat.", "Najirabat", 0.9, ("Najirabat", MentionKind.OUTLET, "outlet"), [("Najirabat", "outlet")]),
    ],
)
def test_with_pointed(
    text: str, word: str, probability: float, rival: tuple[str, MentionKind, str] | None, expected: list[tuple[str, str]]
) -> None:
    assert places(text, word, probability, rival) == expected
