"""What is withheld, where, and what stands in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.export.names import Names
from dateline.export.options import ExportOptions
from dateline.export.privacy import NAMELESS, Privacy
from tests.export.sample import sample

FOUND = [
    # A full name, with a possessive, in capitals, across a line break.
    ("Samir Haddad ran.", ["Samir Haddad"]),
    ("Samir Haddad's shop", ["Samir Haddad"]),
    ("SAMIR HADDAD FREED", ["SAMIR HADDAD"]),
    ("Samir\nHaddad", ["Samir\nHaddad"]),
    # Inside a public name the surname is somebody else's; beside it, it is not.
    ("the Haddad Brigade and Haddad", ["Haddad"]),
    ("a Haddad-led group", ["Haddad"]),
    # Words that merely begin alike, and the lower-case word.
    ("Haddadian, haddad", []),
    # Too far apart to be one name: each part by itself.
    ("Samir, son of Haddad", ["Samir", "Haddad"]),
    ("قال سمير حداد", ["سمير حداد"]),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_names_are_found_as_whole_words(text: str, names: list[str]) -> None:
    finder = Names(["Samir Haddad", "Samir", "Haddad", "سمير حداد"], ["Haddad Brigade", "Red Dawn Front"])
    assert [found.span.of(text) for found in finder.find(text)] == names


def test_thousands_of_names_cost_no_more_than_one() -> None:
    finder = Names([f"Name{i} Surname{i}" for i in range(20_000)])
    text = "Name7 Surname7 " + "word " * 50_000 + "A" * 10_000
    assert [found.name for found in finder.find(text)] == ["Name7 Surname7"]


def test_a_name_gives_way_to_its_description_as_a_value_and_to_a_mark_in_words() -> None:
    entries, _ = sample()
    privacy = Privacy(entries)
    assert privacy.value("Arrest of Samir Haddad") == "Arrest of a shopkeeper"
    assert privacy.text("doc-marun", "Samir Haddad said; Haddad wept.") == "[name withheld] said; [name withheld] wept."
    assert privacy.text("doc-marun", "The Haddad Brigade denied it.") == "The Haddad Brigade denied it."
    # A part of the name is only his in the report that names him.
    assert privacy.text("doc-sel", "Haddad and Samir Haddad") == "Haddad and [name withheld]"


def test_names_can_be_asked_for() -> None:
    entries, _ = sample()
    privacy = Privacy(entries, ExportOptions(names=True))
    assert privacy.text("doc-marun", "Samir Haddad said") == "Samir Haddad said"
    assert privacy.participant(entries[2].participants[1]) == "Samir Haddad"


def test_names_known_to_the_caller_are_withheld_from_a_filtered_export() -> None:
    privacy = Privacy((), ExportOptions(withheld=frozenset({"Samir Haddad"})))
    assert privacy.text("doc", "said Samir Haddad") == "said [name withheld]"
    assert privacy.value("Arrest of Samir Haddad") == f"Arrest of {NAMELESS}"


def test_a_description_is_no_name() -> None:
    entries, _ = sample()
    person = replace(entries[2].participants[1], name="a shopkeeper", description=None)
    entry = replace(entries[2], participants=(person,), claims=())
    privacy = Privacy((entry,))
    assert privacy.participant(person) == "a shopkeeper"
    assert privacy.text("doc-marun", "a shopkeeper said") == "a shopkeeper said"
