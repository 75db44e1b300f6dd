"""Place mentions: every `<p>` must be found, with the key it shows, and nothing else."""

from __future__ import annotations

import pytest

from dateline.extract.mentions.places import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from tests.documents import annotate, document
from tests.marked import read

SENTENCES_MARKED = [
    # Plain names.
    "Gunmen killed two officers in <p>Mosul</p> and <p>Kirkuk</p> on Friday.",
    "The ceasefire between <p>Armenia</p> and <p>Azerbaijan</p> held.",
    # Demonyms are no places.
    "Colombian troops and Venezuelan officials met near <p key=rel=near>Cúcuta</p>.",
    "The Somali army took the town of <p key=type=town>Baidoa</p>.",
    # Type nouns before and after.
    "Clashes broke out in <p key=type=province>Helmand</p> province.",
    "The village of <p key=type=village>Dorsale</p> was burned.",
    "Soldiers entered the city of <p key=type=city>Kaduna</p> at dawn.",
    # Parts and distances.
    "Two aid workers were abducted in northern <p key=part=northern>Mali</p>.",
    "A bomb went off in north-eastern <p key=part=north-eastern>Nigeria</p>.",
    'Rebels ambushed a patrol 30 km west of <p key="rel=west of;km=30">Tripoli</p>.',
    'The camp lies 12 miles north of <p key="rel=north of;km=19.3">Juba</p>.',
    "Shells landed on the outskirts of <p key=type=outskirts>Donetsk</p>.",
    "Fighting goes on in <p>Aleppo</p>.",
    "Jets hit <p key=type=countryside;part=eastern>Homs</p>'s eastern countryside.",
    # Containment chains are mentions of their own.
    "The attack happened in <p>Beni</p>, <p>Congo</p>.",
    # Ordinary words that are place names somewhere.
    "Police said the march was a sign of hope and most people went home.",
    "In Congress, Senator Hope said of the police that all is well in Parliament.",
    # People with names of places, organisations with places in them.
    "Colonel Santiago Jordan said he was safe.",
    "A spokesman for the Revolutionary Armed Forces of Colombia denied it.",
    # Names with articles and hyphens.
    "The Kurdish-run camp at <p>Al-Hol</p> holds thousands.",
    "Troops withdrew from <p>Deir ez-Zor</p> overnight.",
    # Directions are no places.
    "The army moved South and then West.",
    # "As" is an Arabic article elsewhere, "US" a country and "us" is not.
    "As <p>Turkey</p> said, the <p>US</p> told us nothing.",
    # US states after towns.
    "Three men were shot in <p>Wichita</p>, <p>Kansas</p>, on Sunday.",
]


def found(text: str, title: str | None = None) -> list[tuple[str, str, str]]:
    doc = document(text, title)
    return [(m.text, m.rule, m.key) for m in find(doc, annotate(doc, ParseStep())[SENTENCES])]


@pytest.mark.parametrize("marked", SENTENCES_MARKED)
def test_places(marked: str) -> None:
    text, marks = read(marked)
    expected = [(m.span.of(text), m.attributes.get("key", "")) for m in marks]
    assert [(name, key) for name, _, key in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KABUL (Wire) — A bomb killed three people in Herat on Monday.", ["KABUL"]),
        ("SAN SALVADOR, 4 MAR 91 (AGENCY) -- Two soldiers died in Morazan.", ["SAN SALVADOR"]),
        ("BEIRUT, Lebanon — Fighting resumed in Tripoli.", ["BEIRUT", "Lebanon"]),
        ("Nairobi - which has seen worse - was calm.", []),
    ],
)
def test_datelines(text: str, names: list[str]) -> None:
    assert [name for name, rule, _ in found(text) if rule == "dateline"] == names


def test_upper_case_text() -> None:
    # Truecased by the parse; the mention keeps what is written.
    names = [name for name, _, _ in found("GUERRILLAS ATTACKED A GARRISON IN THE CITY OF SAN MIGUEL, IN EASTERN EL SALVADOR.")]
    assert names == ["SAN MIGUEL", "EL SALVADOR"]


def test_headline() -> None:
    names = [n for n, _, _ in found("The town was quiet.", "Gunmen Kill Twelve In Night Raid On Peshawar Market")]
    assert "Peshawar" in names
    assert "Night" not in names


def test_a_name_once_a_place_stays_one() -> None:
    names = [n for n, _, _ in found("Fighting reached the town of Baidoa. Baidoa has changed hands before.")]
    assert names == ["Baidoa", "Baidoa"]


def test_hostile_text_returns() -> None:
    assert found("A" * 10_000 + " " + "Al-" * 3_000) is not None
    assert found("Abc, " * 2_000) is not None
