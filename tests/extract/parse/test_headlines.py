"""Headlines in which a verb looks like a noun."""

from __future__ import annotations

import pytest

from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from tests.documents import annotate, document

TABLE = [
    ("Toddler shot, critically wounded in Leeds", "shot", ("shoot", "VERB", "VBN")),
    ("Six shot in Leeds overnight", "shot", ("shoot", "VERB", "VBN")),
    ("Goalkeeper saves shot in Leeds", "shot", ("shot", "NOUN", "NN")),
]


@pytest.mark.parametrize(("title", "word", "wanted"), TABLE)
def test_headlines(title: str, word: str, wanted: tuple[str, str, str]) -> None:
    annotated = annotate(document("It happened on Monday.", title=title), ParseStep())
    token = next(t for t in annotated[SENTENCES][0].tokens if t.text == word)
    assert (token.lemma, token.pos, token.tag) == wanted
