"""Texts made to confuse: nobody is made to say anything, and no time is lost."""

from __future__ import annotations

import time

import pytest

from tests.extract.speech.test_speech import attributed

SECONDS = 20.0
"""Far above what any of them takes; quadratic work on them takes longer."""
NONSENSE = [
    '"' * 5000,
    "“" * 5000,
    "“a” " * 1500,
    "“" * 40 + "a" + "”" * 40,
    "(" * 40 + "according to" + ")" * 40,
    "“(" * 20 + "said" + ")”" * 20,
    "said " * 800,
    "according to " * 400,
    "[" * 2000 + "]" * 2000,
    "\u202e\u200f\u202d said \u202c\u200f" * 100,
    "٣٤٥ said ١٢٣ " * 100,
    "— (@) " * 500,
    "A: \nQ: \n" * 300,
]


@pytest.mark.parametrize("text", NONSENSE, ids=range(len(NONSENSE)))
def test_nobody_says_anything(text: str) -> None:
    began = time.process_time()
    found = attributed(text)
    assert time.process_time() - began < SECONDS
    assert not [a for a in found if a.asserts and a.chain]


def test_the_text_around_is_read_on() -> None:
    found = attributed("“" * 40 + "\nThe mayor said two men died.\n" + ")" * 40)
    assert [s.text for a in found if a.asserts for s in a.chain] == ["mayor"]
