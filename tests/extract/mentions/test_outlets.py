"""Outlets: `<o key="start of the key">span</o>`; `<n>` marks what is none."""

from __future__ import annotations

import pytest

from dateline.extract.mentions.outlets import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from tests.documents import annotate, document
from tests.marked import read

SENTENCES_WITH_OUTLETS = [
    '<o key="Reuters">Reuters</o> reported the blast.',
    'The <o key="state news agency">state news agency</o> <o key="SANA">SANA</o> denied it.',
    '<o key="local media">Local media</o> quoted officials.',
    '<o key="state television">State television</o> showed the wreck.',
    'The statement was read on <o key="Radio Lumen">Radio Lumen</o>.',
    'The <o key="Harbour News Agency">Harbour News Agency</o> published the names.',
    'It appeared in its <o key="weekly newspaper">weekly newspaper</o> <o key="al-Naba">al-Naba</o>.',
    'The <o key="state-run television">state-run television</o> was cut off.',
    'He posted it on <o key="Telegram:platform">Telegram</o>.',
    '<o key="local press reports">Local press reports</o> said so.',
    'According to <o key="The Washington Post">The Washington Post</o>, ten were held.',
    'Two died, reports <o key="Daily Times">Daily Times</o>.',
    'Two died on Monday, reports <o key="Sangai Express">Sangai Express</o>.',
    '<o key="The Times of Ruritania">The Times of Ruritania</o> reported the blast.',
    # Words of other meaning.
    "The National <n>Liberation</n> Front fired.",
    "He was a <n>pioneer</n> of flight.",
    "<n>Dawn</n> broke over the village.",
    "The <n>Guardian</n> Council met.",
    "He saw the <n>focus</n> shift.",
]


@pytest.mark.parametrize("marked", SENTENCES_WITH_OUTLETS)
def test_marked(marked: str) -> None:
    text, marks = read(marked)
    annotated = annotate(document(text), ParseStep())
    found = {m.span: m for m in find(annotated.document, annotated[SENTENCES])}
    shown = [(m.text, m.key) for m in found.values()]
    for mark in marks:
        if mark.tag == "n":
            assert not any(mark.span.overlaps(span) for span in found), shown
        else:
            assert mark.span in found, shown
            assert found[mark.span].key.startswith(mark.attributes["key"]), shown
    assert len(found) == sum(m.tag == "o" for m in marks), shown
