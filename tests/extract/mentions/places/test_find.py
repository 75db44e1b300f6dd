"""Place mentions: every `<p>` must be found, with the key it shows, and nothing else."""

from __future__ import annotations

import pytest

from dateline.extract.mentions.places import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from dateline.model.mention import MentionKind
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
    'It came down south of the Libyan coastal city of <p key="type=city;rel=south of">Sirte</p>.',
    'A mine lay 9 km to the west of <p key="rel=west of;km=9">Tripoli</p>.',
    "Jets struck <p key=rel=near>Mosul</p> vicinity and the highway to <p key=rel=near>Kirkuk</p>.",
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
    # A type noun beats the tagger, for each name of its list.
    "Shells fell on the villages of <p key=type=village>Savan</p>, <p key=type=village>Tel Horan</p> and "
    "<p key=type=village>al-Mirza</p>.",
    "The road links the cities <p key=type=city>Ramadi</p> and <p key=type=city>Fallujah</p>.",
    "Mortars hit <p key=type=village>Savan</p> and <p key=type=village>Sheikh Horan</p> villages.",
    "Drones hit <p key=type=village>Tel Horan</p> village at night.",
    "They bombed <p key=type=village>Ma'ar Hita</p> village in <p key=holds=yes>Syria</p>.",
    # "Villages of X" lie around it; nobody's village and no people is a name.
    "Troops burned villages of <p key=type=countryside>Baidoa</p>.",
    "The Syrian village was empty and the Somali towns were quiet.",
    "A district attorney spoke to the city council.",
    # The countryside and the outskirts of a place.
    "Shells fell in the countryside of <p key=type=countryside>Kirkuk</p>.",
    "Mines lay in <p key=type=countryside;part=western>Kirkuk</p> western countryside.",
    "They fled the northern suburbs of <p key=type=governorate;part=northern>Idlib</p> governorate.",
    # "The northern city of X" is no northern part of it; two words for one side, two sides for the side between.
    "Police left the northern city of <p key=type=city>Mosul</p>.",
    "A mine went off in north western <p key=part=north-western>Syria</p>.",
    "The council governs North and East <p key=part=north-eastern>Syria</p>.",
    # Borders.
    "Guards died on the border of <p key=rel=border>Syria</p> and near the border with <p key=rel=border>Mali</p>.",
    # Hashtags, apostrophes for letters.
    "Jets bombed <p key=type=city>Binnish</p> city, W. #<p key=part=western>Aleppo</p>.",
    # US states after towns.
    "Three men were shot in <p>Wichita</p>, <p>Kansas</p>, on Sunday.",
]


def found(text: str, title: str | None = None) -> list[tuple[str, str, str]]:
    doc = document(text, title)
    mentions = find(doc, annotate(doc, ParseStep())[SENTENCES])
    return [(m.text, m.rule, m.key) for m in mentions if m.kind is MentionKind.PLACE]


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


def test_the_rest_of_a_list_of_places_are_places() -> None:
    names = [n for n, _, _ in found("Fighting went on in Mosul, Kirkuk, Savanabad and Tikrit. The army held Savanabad.")]
    assert names[:4] == ["Mosul", "Kirkuk", "Savanabad", "Tikrit"]


def test_a_region_label_of_a_headline() -> None:
    doc = found("Two men were hurt.", "Idlib | Shells hit a market")
    assert ("Idlib", "label=yes") in [(name, key) for name, _, key in doc]


def test_the_type_noun_is_the_head() -> None:
    doc = document("They bombed Tel Horan village.")
    sentences = annotate(doc, ParseStep())[SENTENCES]
    assert [sentences[0].tokens[m.head].text for m in find(doc, sentences)] == ["village"]


def test_hostile_text_returns() -> None:
    assert found("A" * 10_000 + " " + "Al-" * 3_000) is not None
    assert found("Abc, " * 2_000) is not None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Somebody in the document has the name.
        ("Robert Jackson left early. The bullet went into Jackson's leg. Jackson was treated.", []),
        # What only people do, and how old they are.
        ("The shots woke everybody, Flint said. Nobody had warned Flint.", []),
        ("Police freed her daughter, four-year-old Olivia.", []),
        # But governments speak, and people live in towns that bear their names.
        ("Israel said on Monday that it would not answer.", ["Israel"]),
        ("Paris Dunmore was arrested in Paris, France.", ["Paris", "France"]),
        # A street that is called by its name alone, and generic words.
        ("The men were found in the 600 block of Odessa on Friday.", []),
        ("They fled along Avenue E towards Highway 9.", []),
        # The type noun of a name, if it has a capital.
        ("They searched Rapides Parish and Helmand province.", ["Rapides Parish", "Helmand"]),
    ],
)
def test_people_and_streets_are_no_places(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in found(text)] == names
