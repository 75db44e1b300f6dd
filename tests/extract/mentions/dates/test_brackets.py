"""Dates that editors put into a quotation in brackets, which the parser passes over: no date, and the document goes on."""

from __future__ import annotations

from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.model.layer import MENTIONS
from dateline.model.mention import MentionKind
from tests.documents import annotate, document


def test_a_date_in_an_editors_brackets_fails_nothing() -> None:
    text = "“It is different [from 2012], but the raid of 3 May 2014 went on,” he said."
    mentions = annotate(document(text), ParseStep(), MentionStep())[MENTIONS]
    assert [m.text for m in mentions if m.kind is MentionKind.DATE] == ["3 May 2014"]
