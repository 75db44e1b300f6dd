"""Linking within a report: what is one entry, what stays apart, and what is derived from rival figures."""

from __future__ import annotations

import pytest

from dateline.link import Source, chronology
from dateline.model.claim import Coded
from dateline.model.entry import Entry
from dateline.model.event import LISTED_MODALITIES, EntryKind, Polarity
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


ANOTHER = (
    # a day of its own, undated report: another day's shelling of another village
    "Shelling near Lysychne wounded two people on Thursday.\nOn Sunday, shelling near Lysychne wounded a farmer.",
    # "also" with a deed of another kind, and a week in the past
    "The army shelled Ariha on 4 May 2021. Troops also burned two houses in Binnish.",
    "Gunmen ambushed a convoy near Menaka, killing four soldiers. Last week gunmen raided a gold mine near Ansongo.",
    # what an attack comes after, or is like
    "Rockets hit a market in Marib. The attack comes two days after a drone strike killed five people in Taiz.",
    "A bomb killed three officers in Bannu. In a similar attack, gunmen killed a teacher in Kohat.",
    "A bomb exploded outside a court in Athens. A second explosion damaged a bank in Piraeus.",
    # each with its own dead
    "Juan Mendez was murdered in Cali. Pedro Rojas was murdered in Cali.",
    # opposite sides
    "Soldiers attacked a village near Kidal, killing two herders. Rebels attacked a village near Kidal, wounding a nurse.",
)
SAME = (
    # headline, lead and body
    (
        "Car bomb kills nine in Quetta",
        "A car bomb killed nine people in Quetta on Tuesday.\nThe blast wounded 20 others, police said.",
    ),
    # "also" with what came of it
    ("", "Gunmen on a motorcycle killed a judge in Herat on 4 May 2021. They also wounded two of his guards."),
    # the day again
    (
        "Raid on village near Djibo",
        "Militants raided a village near Djibo on Monday. On Monday evening militants in the village killed six people.",
    ),
    # a sentence that points to the event by what came of it
    ("", "Students marched in Nabire on Thursday. About 300 people took part in the march."),
    # what follows means the event
    ("", "A drone strike killed a driver near Kobani on 2 June 2021. The strike left a crater in the road."),
)


@pytest.mark.parametrize("text", ANOTHER)
def test_what_turns_to_another_event_stays_apart(text: str) -> None:
    assert len([e for e in entries(text) if e.kind is EntryKind.INCIDENT]) == 2


@pytest.mark.parametrize(("title", "text"), SAME)
def test_what_is_told_again_stays_one(title: str, text: str) -> None:
    found = [e for e in entries(text, title or None) if e.kind is EntryKind.INCIDENT]
    assert len(found) == 1, [(e.type, len(e.events)) for e in found]


def test_general_words_mean_the_event_told_last() -> None:
    text = (
        "A bomb exploded in Quetta on 3 June 2021, killing nine people.\n"
        "On 5 June gunmen opened fire on a bus near Mastung. Four passengers were killed."
    )
    killed = {e.type: [q.best for q in e.quantities if q.outcome.value == "killed"] for e in entries(text)}
    assert killed["bombing"] == [9]
    assert [4] in killed.values()


def test_the_attacks_of_a_longer_time_add_nothing_to_one_of_them() -> None:
    text = (
        "A drone hit a car in Amuda on 3 June 2021, killing two people.\n"
        "Another 40 people have been killed in such strikes since January."
    )
    strike = next(e for e in entries(text) if e.date is not None and e.date.edtf == "2021-06-03")
    assert [q.best for q in strike.quantities if q.outcome.value == "killed"] == [2]


SERIES = (
    "A drone hit a car in Amuda on 3 June 2021, killing two people.\nThese attacks left 62 people dead.",
    "Gunmen raided a village near Djibo on 3 June 2021. Villages near Djibo have been attacked by gunmen since 2019.",
)


@pytest.mark.parametrize("text", SERIES)
def test_what_sums_many_up_is_no_incident(text: str) -> None:
    found = [e for e in entries(text) if e.kind is EntryKind.INCIDENT]
    assert [e.date.edtf for e in found if e.date is not None] == ["2021-06-03"]
    assert len(found) == 1


def test_the_last_hours_are_no_series() -> None:
    found = entries("Two nurses have been killed in Goma in the last few hours.")
    assert [q.best for e in found for q in e.quantities] == [2]


def test_a_place_taken_over_gives_way_to_the_event_s_own() -> None:
    text = "Gunmen attacked a bus near Garissa on Tuesday. The attack took place in Dadaab."
    for entry in entries(text):
        own = [c for c in entry.claims if c.claim.field == "place" and "argument:carried over" in c.claim.decided_by]
        assert not own or len(own) == len([c for c in entry.claims if c.claim.field == "place"])


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


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Rebels looted the offices of a trade union.", True),
        ("A bomb exploded outside a bank.", True),
        ("There was an attack.", False),
        ("The attack was condemned by the mayor.", False),
    ],
)
def test_what_nothing_is_told_of_is_not_listed(text: str, listed: bool) -> None:
    assert bool([e for e in entries(text, published=None) if e.kind is EntryKind.INCIDENT]) is listed
