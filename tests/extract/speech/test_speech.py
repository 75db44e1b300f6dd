"""Reported speech: for the marked words, who is cited for them (outermost first, `>` between) and how firmly.

`<s by=... is=...>words</s>`: `by` is empty for the report's own voice or a hedge without a speaker; `is` is the certainty.
"""

from __future__ import annotations

import pytest

from dateline.extract.events import EventStep
from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.extract.speech import SpeechStep
from dateline.model.event import Attribution
from dateline.model.layer import ATTRIBUTIONS
from dateline.model.span import Span
from dateline.resolve.actors import ActorStep
from tests.documents import annotate, document
from tests.marked import read

ROWS = """
Police said that gunmen had killed <s by="police" is="stated">12 people</s> in Herat.
Gunmen killed <s by="police" is="stated">12 people</s> in Herat, police said.
Gunmen killed <s by="" is="stated">12 people</s> in Herat on Friday.
According to local officials, <s by="local officials" is="stated">40 inmates</s> escaped.
At least <s by="local officials" is="stated">40 inmates</s> escaped, according to local officials.
The raid reportedly killed <s by="" is="reported">six soldiers</s>.
The group claimed that it had killed <s by="group" is="claimed">200 soldiers</s>.
Local media quoted officials as saying that <s by="local media > officials" is="stated">riots</s> broke out in the prison.
The ministry denied that <s by="ministry" is="denied">30 soldiers</s> had died.
Residents told the newspaper that soldiers burned <s by="newspaper > residents" is="stated">40 houses</s>.
The soldiers are believed to have killed <s by="" is="suspected">nine villagers</s>.
The government accused the rebels of burning <s by="government" is="alleged">two schools</s> in Arauca.
The soldiers allegedly beat <s by="" is="alleged">four men</s> in the market.
The general said the rebels claimed they had taken <s by="general > rebels" is="claimed">the bridge</s>.
"We buried <s by="imam" is="stated">eleven men</s> this morning," an imam said.
The spokesman added that <s by="spokesman" is="stated">three policemen</s> were missing.
A witness said <s by="witness" is="stated">two men</s> had thrown the grenade.
The militants say they hold <s by="militants" is="stated">20 hostages</s>.
The Red Cross confirmed that <s by="Red Cross" is="stated">60 bodies</s> were buried.
There were unconfirmed reports of <s by="" is="reported">a second blast</s> in the harbour.
The raid killed <s by="activists" is="stated">nine people</s>, activists and local doctors said.
Doctors at the hospital said they had treated <s by="doctors" is="stated">31 wounded</s> on Sunday.
The mayor, citing the police, said <s by="mayor" is="stated">five people</s> had been arrested.
"""


def rows() -> list[str]:
    """Return the rows of the table."""
    return [row for row in ROWS.strip().split("\n") if row]


def narrowest(attributions: tuple[Attribution, ...], span: Span) -> Attribution | None:
    """Return the attribution that decides for a span, as the assembly of claims does."""
    around = [a for a in attributions if a.content.contains(span)]
    named = [a for a in around if a.chain]
    return min(named or around, key=lambda a: (len(a.content), a.content), default=None)


@pytest.mark.parametrize("row", rows())
def test_who_says_so(row: str) -> None:
    text, marks = read(row)
    attributions = annotate(document(text), ParseStep(), MentionStep(), ActorStep(), EventStep(), SpeechStep())[ATTRIBUTIONS]
    for mark in marks:
        found = narrowest(attributions, mark.span)
        chain = [s.text.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ") for s in found.chain] if found else []
        wanted = [w.strip().lower() for w in mark.attributes["by"].split(">") if w.strip()]
        assert len(chain) == len(wanted) and all(w in c for w, c in zip(wanted, chain, strict=True)), chain
        assert (found.certainty.value if found else "stated") == mark.attributes["is"]
