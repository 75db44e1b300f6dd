"""Linking within a report: what is one entry, what stays apart, and what is derived from rival figures."""

from __future__ import annotations

import pytest

from dateline.link import Source, chronology
from dateline.model.claim import Coded
from dateline.model.entry import Entry
from dateline.model.event import LISTED_MODALITIES, Polarity
from dateline.model.layer import StepError
from dateline.pipeline.order import build_pipeline
from tests.documents import document


def entries(text: str, title: str | None = None, published: str | None = "2021-06-30") -> list[Entry]:
    """Return what a chronology lists of a text."""
    doc = document(text, title, published)
    coded = build_pipeline().code([doc])[0]
    assert not isinstance(coded, StepError), coded
    assert isinstance(coded, Coded)
    found, _ = chronology(coded.events, {doc.id: Source(doc.text)})
    return [e for e in found if e.modality in LISTED_MODALITIES and e.polarity is Polarity.ASSERTED]


ONE = (
    # told again with "the attack"
    "Gunmen attacked a village near Gao on Friday. Twelve people were killed in the attack.",
    # the toll in a sentence of its own
    "A car bomb exploded in Mogadishu on 5 June. Nine people were killed and 20 injured.",
    # a background paragraph
    "Rebels ambushed a convoy near Beni on 3 June 2021.\nThe ambush near Beni on 3 June killed four soldiers.",
    # a narrower word for it
    "Militants stormed the prison in Kunduz on 2 May 2021. The raid freed 60 inmates.",
    # cause and result in one sentence
    "An air strike on a market in Saada on Tuesday killed 13 people and wounded 24.",
)
TWO = (
    # two bombings in one town on one day, told one after the other with their own figures and targets
    "A bomb exploded in Baghdad on 3 May 2021. Another bomb exploded in Mosul on 3 May 2021.",
    # the same town a month later
    "Gunmen attacked a bar in Bujumbura on 2 March 2021. Gunmen attacked a bar in Bujumbura on 9 April 2021.",
    # two actors
    "The army shelled Ariha on 4 May 2021. Rebels captured Ariha on 20 May 2021.",
)


@pytest.mark.parametrize("text", ONE)
def test_one_event_is_one_entry(text: str) -> None:
    assert len(entries(text)) == 1


@pytest.mark.parametrize("text", TWO)
def test_two_events_stay_two(text: str) -> None:
    assert len(entries(text)) == 2


def test_rival_figures_stay_apart_and_make_a_range() -> None:
    text = (
        "Police said that the bombing in Quetta on 3 June 2021 killed nine people.\n"
        "The militants claimed that the bombing in Quetta on 3 June killed 17 people."
    )
    found = [e for e in entries(text) if e.type == "bombing"]
    assert len(found) == 1
    killed = [q for q in found[0].quantities if q.outcome.value == "killed"]
    assert [(q.low, q.high, q.rule) for q in killed] == [(9, 17, "range-of-claims")]
    assert "quantity:killed" in found[0].contested
    assert len(killed[0].claims) == 2


def test_one_figure_for_two_places_is_collective() -> None:
    text = (
        "In July 2013 there were attacks on the Kamiti prison and the Naivasha prison in which more than 500 inmates were freed."
    )
    found = entries(text)
    freed = [q for e in found for q in e.quantities if q.outcome.value == "freed"]
    assert len(found) == 2
    assert {(q.low, q.best, q.scope) for q in freed} == {(501, 500, "collective")}


def test_a_claim_of_responsibility_names_its_attack() -> None:
    text = "A bomb killed six policemen in Quetta on 3 June 2021. The Taliban claimed responsibility for the bombing on Friday."
    found = entries(text)
    claim = next(e for e in found if e.type == "claim of responsibility")
    bombing = next(e for e in found if e.type == "bombing")
    assert [(r.type, r.entry) for r in claim.relations] == [("claims_responsibility_for", bombing.id)]


def test_every_value_rests_on_claims_of_its_entry() -> None:
    text = "Gunmen killed five farmers in Konduga on Monday. The killing shocked Borno state."
    for entry in entries(text, "Five farmers killed"):
        held = {c.claim.id for c in entry.claims}
        rests = [p.claims for p in entry.places] + [p.claims for p in entry.participants] + [q.claims for q in entry.quantities]
        rests += [entry.date.claims] if entry.date is not None else []
        assert all(rests)
        assert all(set(claims) <= held for claims in rests)


def test_the_same_text_gives_the_same_entries() -> None:
    text = "Gunmen attacked a bus near Garissa on Tuesday, killing seven. The attack was the second that week."
    assert [e.id for e in entries(text)] == [e.id for e in entries(text)]
