"""Where sentences start: ranks before names, and texts that have lost their full stops. `|` marks each start but the first."""

from __future__ import annotations

import pytest

from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from tests.documents import annotate, document

MARKED = [
    "The man was shot twice, said Sgt. Bob Kane, a spokesman for the county.",
    "He was arrested on Monday, Det. Ann Rowe said.|Supt. Paul Irwin and Insp. Jane Dow declined to comment.",
    "Two men died, according to Capt. Lee Moss.|They were brothers.",
    # A word that is also cut short ends a sentence as ever.
    "The gunmen fled to the south of the town.|Bob Kane saw them.",
    # Without full stops: after an outlet named last, after a saying, before words that open sentences.
    "Two soldiers were killed in an exchange of fire along the border in the Norran area of the highlands on May 6 reports Dawn|"
    "Army officials said that the post was held",
    "A trader was shot dead by unidentified men in the market of Marun on March 9 reports The Hindu|The assailants fled on foot "
    "officials said|Two men were later held by the police|According to the police both were local men",
    "A trader was shot dead by unidentified men in the market of Marun on March 9 and the Marun Police said on the next day that "
    "nobody had been held",
    # One long sentence with its full stop has lost nothing.
    "Unidentified men opened fire at Marun Police officer, Deputy Inspector Syed Abbas, and his friend, identified as Karim, at "
    "the old gate of the bazaar on Monday.",
    "A bomb went off near The Grand Hotel in the north of the city and another two people were hurt when The Hindu office was "
    "set on fire by a mob of a dozen men",
]


@pytest.mark.parametrize("marked", MARKED)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", " ")
    sentences = annotate(document(text), ParseStep())[SENTENCES]
    assert [s.span.of(text) for s in sentences] == marked.split("|")
    for sentence in sentences:
        assert sum(t.head == t.i for t in sentence.tokens) == 1


def test_datelines_with_a_country_stand_apart() -> None:
    text = "MARUN (RURITANIA), 4 MAR 90 (ACME) -- [TEXT] GUNMEN KILLED TWO MEN. [THE] POLICE CAUGHT ONE OF THEM."
    words = [" ".join(t.text for t in s.tokens) for s in annotate(document(text), ParseStep())[SENTENCES]]
    assert words[1:] == ["Gunmen killed two men .", "( The ) police caught one of them ."]
