"""The type of bare deaths and injuries: by the cause that is told before them, or none."""

from __future__ import annotations

import pytest

from tests.extract.events.test_events import events_of

SETTLED = [
    # the sentence before names the cause
    (
        "Artillery shelled the port of Odesa on Monday. Four people were wounded.",
        [("shelled", "shelling"), ("wounded", "shelling")],
    ),
    ("A bus crashed near Cusco on Monday. Twelve people died.", [("crashed", "other accident"), ("died", "other accident")]),
    (
        "Celebratory gunfire shook Tripoli on Friday. A boy was wounded in the city.",
        [("Celebratory gunfire", "accidental shooting"), ("wounded", "accidental shooting")],
    ),
    # killings with an agent, a place or a date of their own are another matter
    (
        "A bomb exploded in Quetta on Monday. In Karachi, gunmen killed a judge.",
        [("exploded", "bombing"), ("killed", "armed attack")],
    ),
    # the next sentence tells the attack
    (
        "Three people died in Beni on Friday. They were attacked by militants.",
        [("died", "armed attack"), ("attacked", "armed attack")],
    ),
    # nothing violent is told at all
    ("A man was found dead in Oslo on Monday.", []),
    ("The old man died in Lagos on Monday. He was 80.", []),
    ("Several houses were damaged in Bergen on Monday.", []),
    # shots meant for nobody
    ("Stray bullets hit three residents of Afrin on Sunday.", [("hit", "accidental shooting")]),
    # what the words beside the anchor say
    ("A suicide drone hit the market in Huwara on Tuesday.", [("hit", "drone strike")]),
    ("The enemy carried out an air missile aggression on Homs on Monday.", [("aggression", "air strike")]),
    ("Turkish shelling targeted the village of Hoshan on Monday.", [("shelling", "shelling")]),
    ("A goods train derailed near Lima on Monday after hitting a dynamite charge.", [("derailed", "bombing")]),
]


@pytest.mark.parametrize(("text", "expected"), SETTLED)
def test_the_cause_decides_the_type(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.anchor.of(text), e.type) for e in events_of(text)] == expected
