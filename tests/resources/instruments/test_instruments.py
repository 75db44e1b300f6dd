"""Weapons by their words, in singular and plural."""

from __future__ import annotations

import pytest

from dateline.resources.instruments import load_instruments

TERMS = [
    ("car bombs", "car bomb", "explosive"),
    ("sticks of dynamite", "dynamite", "explosive"),
    ("kitchen knives", "knife", "blade"),
    ("RPGs", "rocket-propelled grenade", "indirect fire"),
]


@pytest.mark.parametrize(("text", "name", "kind"), TERMS)
def test_terms(text: str, name: str, kind: str) -> None:
    words = text.split()
    found = load_instruments().at([w.lower() for w in words], words, 0)
    assert found is not None
    assert (found[0], found[1].name, found[1].kind) == (len(words) - 1, name, kind)


def test_other_words_are_none() -> None:
    assert load_instruments().at(["table"], ["table"], 0) is None
