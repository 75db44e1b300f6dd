"""Reports of one accident or suicide: the shots and what came of them are no attack; and what else is no deed."""

from __future__ import annotations

import pytest

from dateline.model.event import LISTED_MODALITIES, Polarity
from tests.extract.events.test_events import events_of

MISHAPS = [
    (
        "A boy was injured in a shooting in Bern on Wednesday. The victim was accidentally shot by a friend. He died on Friday.",
        {"accidental shooting"},
    ),
    (
        "A girl was shot in Bern on Friday. Her cousin was playing with a pistol when it fired, police said.",
        {"accidental shooting"},
    ),
    ("Deputies said the gun discharged in the car in Bern on Friday, killing a girl.", {"accidental shooting"}),
    ("A man was found dead at a hotel in Bern on Friday. Police said it was a suicide with a gun.", set()),
    # not by accident, or not by one's own hand alone
    ("A boy was shot in Bern on Friday. Police said it was not accidental.", {"armed attack"}),
    ("A gunman killed two people in Bern on Friday before he shot himself.", {"armed attack"}),
    # the toll of the fighting is no attack
    (
        "Fighting shook the capital. The report adds that 432 persons have died and 477 have been wounded.",
        {"armed clash"},
    ),
]

NOTHING = """
The senator had attacked him unfairly in Lima.
The governor felt that the commission was a direct attack on the army.
Captain Ali, who died a hero in Iraq in 2004, is remembered.
Many Peruvians have died because of their commitment against crime.
The rebels had sustained 2,352 dead from 11 November 1989 to 30 January 1990.
Economic losses last year due to guerrilla sabotage to the power lines in Peru surpassed $100 million.
The government has stopped the crisis from exploding in Argentina.
Would you prefer to see the country explode?
No power will have the right to postpone their withdrawal in Argentina.
The judges withdrew their resignations in Cali on Monday.
The army was behind the preparation and execution of these plans in Chile.
The Nile Barrage is a multi-purpose barrage on the river in Egypt.
The group remains committed to carrying out terrorist attacks against Peru.
The operation was aimed at attacking rebel groups in San Salvador.
There will still be work to do after the liberation of Mosul.
Residents opposed it, fearing that the line will speed up work thereby uprooting them from Bastar.
You know that they are killing their own people in Waziristan.
The report of an ambush of a patrol in Bolivia is completely false.
It is thought to have bombed arms convoys several times since the war began in 2011.
In the wake of recent terrorist attacks inside Turkey, the alliance stood firm.
Jada fell victim to the violence on Sunday.
The residents had been taken prisoner by the troops in Tonacatepeque.
The girl was just released from Boston Medical Center on Monday.
Police were dispatched to the complex around 7:30 p.m. for reports of a child struck by a car.
Police took control of the scene in Auburn on Saturday.
Boxcars are being held up at the borders of Peru.
The party is targeting teenagers for recruitment in Kandhamal district.
The helicopter was evacuating casualties from the village of Santa Lucia.
The candidate has opened a regional headquarters in Anchorage before the primary.
"""

COUNTS = """
Over 400 people were captured in the last month.
The rebels launched five ambushes this week with militias.
The colonel said 53 soldiers had been killed in 386 clashes in January.
The army had destroyed 61 camps throughout the country in January.
Six persons were killed in separate incidents in Karachi on June 18.
"""


@pytest.mark.parametrize(("text", "types"), MISHAPS)
def test_a_report_of_one_mishap(text: str, types: set[str]) -> None:
    assert {e.type for e in events_of(text)} == types


@pytest.mark.parametrize("row", NOTHING.strip().splitlines())
def test_what_is_no_deed(row: str) -> None:
    listed = [e for e in events_of(row) if e.modality in LISTED_MODALITIES and e.polarity is Polarity.ASSERTED]
    assert not listed, [(e.anchor.of(row), e.type) for e in listed]


@pytest.mark.parametrize("row", COUNTS.strip().splitlines())
def test_what_is_counted_over_a_period(row: str) -> None:
    listed = [e for e in events_of(row) if e.modality in LISTED_MODALITIES and e.polarity is Polarity.ASSERTED]
    assert {e.type for e in listed} == {"statistic"}
