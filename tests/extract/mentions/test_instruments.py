"""Instruments: `<i key=name:kind>span</i>`; sentences without a mark have none."""

from __future__ import annotations

import pytest

from dateline.extract.mentions.instruments import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from tests.documents import annotate, document
from tests.marked import read

SENTENCES_WITH_INSTRUMENTS = [
    'A <i key="car bomb:explosive">car bomb</i> exploded.',
    'An <i key="improvised explosive device:explosive">IED</i> hit the truck.',
    'Two <i key="car bomb:explosive">VBIEDs</i> went off.',
    'He detonated his <i key="suicide vest:explosive">explosive vest</i>.',
    'Helicopters dropped <i key="barrel bomb:explosive">barrel bombs</i>.',
    'A <i key="drone:air">drone strike</i> killed two.',
    'They carried <i key="assault rifle:firearm">AK-47s</i> and <i key="machete:blade">machetes</i>.',
    'The militia fired <i key="rocket:indirect fire">rockets</i> at the base.',
    'Police used <i key="tear gas:riot control">tear gas</i>.',
    'Youths threw <i key="stone:other">stones</i>.',
    '<i key="dynamite:explosive">Sticks of dynamite</i> were found.',
    'He was hit by a <i key="rocket-propelled grenade:indirect fire">rocket-propelled grenade</i>.',
    'Doctors spoke of <i key="chlorine:chemical">chlorine gas</i>.',
    # Words of other meanings, and weapons of which nothing is said.
    "The water tank was empty.",
    "He left no stone unturned.",
    "The gun club met on Sunday.",
    "A bomb disposal squad arrived.",
    "The report was a mine of facts.",
]


@pytest.mark.parametrize("marked", SENTENCES_WITH_INSTRUMENTS)
def test_marked(marked: str) -> None:
    text, marks = read(marked)
    annotated = annotate(document(text), ParseStep())
    found = [(m.span, m.key) for m in find(annotated.document, annotated[SENTENCES])]
    assert found == [(m.span, m.attributes["key"]) for m in marks]
