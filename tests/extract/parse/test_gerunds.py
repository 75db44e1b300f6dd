"""Gerunds that are the head of a noun, and those that are what the noun before them does."""

from __future__ import annotations

import pytest

from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from tests.documents import annotate, document

TABLE = [
    ("Two persons were killed in police firing in the market of Nadiad on Tuesday.", "firing", "NOUN", "police"),
    ("The army shelling of the camp went on all night.", "shelling", "NOUN", "army"),
    ("The police were firing at the mob when the bus came.", "firing", "VERB", None),
    ("He saw police firing shots into the crowd.", "firing", "VERB", None),
]


@pytest.mark.parametrize(("sentence", "word", "pos", "compound"), TABLE)
def test_gerunds(sentence: str, word: str, pos: str, compound: str | None) -> None:
    (found,) = annotate(document(sentence), ParseStep())[SENTENCES]
    token = next(t for t in found.tokens if t.text == word)
    assert token.pos == pos
    assert [t.text for t in found.children(token.i) if t.dep == "compound"] == ([compound] if compound else [])
    # Every token hangs where its governor says.
    assert all(t.i in found.tokens[t.head].children for t in found.tokens if t.head != t.i)
