"""The codebook's example sentences, read by the real steps: each tells an event of its type, or at least of its family."""

from __future__ import annotations

import pytest

from dateline.extract.events import EventStep
from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.model.event import LISTED_MODALITIES, Polarity
from dateline.model.layer import EVENTS
from dateline.resolve.actors import ActorStep
from dateline.resources.codebook import load_codebook
from tests.documents import annotate, document
from tests.resources.codebook.test_codebook import TYPES

KNOWN_MISSES: dict[str, str] = {
    "Saboteurs damaged a water pipeline near Sabha, cutting the supply to the capital.": (
        '"damage" only tells a result, and "saboteurs" are no armed actors to the lexicon'
    ),
    "The navy confiscated a shipment of rockets off the coast of Oman on 6 February 2022.": (
        'the weapons stand below the object ("a shipment of rockets")'
    ),
    "The group's media wing ran a propaganda campaign against the elections for two months.": (
        '"elections" marks election campaigns, and here is what the campaign is against'
    ),
    "The People's Army said on its website that it had carried out the ambush near Compostela.": (
        'a claim told by "said that it had", without a verb of claiming'
    ),
    "In a sermon in Medina Fanaati, the cleric appealed to the clans to end their feud.": (
        '"cleric" is not among those whose appeals are listed'
    ),
    "The junta's media office published photographs of the burned police station.": (
        '"office" is no publisher to the lexicon, "photographs" no published thing'
    ),
    "The leader of the sect was captured in a mountain village in Luzon on Monday.": (
        '"capture" is read as an arrest before the captive is seen to be a leader'
    ),
    "More than 6,000 people fled their homes in Cabo Delgado after the raids of last week.": (
        "the flight is kept as a result of the raids"
    ),
    "The fighting displaced thousands of residents of Lashio in the first days of July.": (
        "the displacement is kept as a result of the fighting"
    ),
    "The governor sent reinforcements to the town of Jos after the clashes.": (
        '"send troops", "send reinforcements" are not read'
    ),
    "A sit-in by relatives of missing fishermen entered its third day in Colombo.": ('"sit-in" is cut into words by the parser'),
    "Villagers beat a suspected witch to death in Simdega district on 7 July.": (
        '"beat to death" by a crowd is not in the lexicon'
    ),
}
"""Sensible sentences that the program does not read yet, with the reason. One that it reads is to be taken off the list."""

CASES = [(name, example) for name, entry in TYPES.items() for example in entry["examples"]]


def families_of(text: str) -> set[str]:
    """Return the families of the events that a text tells as having happened, been attempted or been foiled."""
    types = load_codebook().types
    events = annotate(document(text), ParseStep(), MentionStep(), ActorStep(), EventStep())[EVENTS]
    told = [e for e in events if e.polarity is Polarity.ASSERTED and e.modality in LISTED_MODALITIES]
    return {types[event.type].family.value for event in told}


@pytest.mark.parametrize(("name", "example"), CASES)
def test_example_tells_its_type(name: str, example: str) -> None:
    found = families_of(example)
    family = load_codebook().types[name].family.value
    if example in KNOWN_MISSES:
        assert family not in found, "read by now: take it off KNOWN_MISSES"
    else:
        assert family in found, f"{name}: found only {sorted(found)}"


def test_known_misses_are_examples() -> None:
    assert set(KNOWN_MISSES) <= {example for _, example in CASES}
    assert all(KNOWN_MISSES.values())
