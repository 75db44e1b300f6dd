"""Slogans: `<s key=kind>span</s>`; sentences without a mark have none."""

from __future__ import annotations

import pytest

from dateline.extract.mentions.slogans import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from tests.documents import annotate, document
from tests.marked import read

SENTENCES_WITH_SLOGANS = [
    "Under the slogan '<s key=slogan>Break the Walls</s>' the group went on.",
    'He used the famous "<s key=slogan>Break the Walls</s>" slogan.',
    'The "<s key=campaign>Empty the Cells</s>" campaign began in July.',
    "They raised the slogan “<s key=slogan>We have not forgotten you</s>” in the square.",
    "Turkey launched <s key=operation>Operation Spring Shield</s> in the north.",
    "The hashtag <s key=hashtag>#FreeThemAll</s> spread.",
    'The raid, codenamed "<s key=operation>Clear Water</s>", lasted an hour.',
    # A quotation is not a slogan.
    'He called it "a great day" for the town.',
    "'We are leaving,' he said.",
    "The operation went on.",
]


@pytest.mark.parametrize("marked", SENTENCES_WITH_SLOGANS)
def test_marked(marked: str) -> None:
    text, marks = read(marked)
    annotated = annotate(document(text), ParseStep())
    found = [(m.span, m.key) for m in find(annotated.document, annotated[SENTENCES])]
    assert found == [(m.span, m.attributes["key"]) for m in marks]
