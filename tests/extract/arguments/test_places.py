"""Places of events: each row is a text and, by event type, the places its events get (`type place rule`), all of them."""

from __future__ import annotations

import pytest

from dateline.extract.arguments import ArgumentStep
from dateline.extract.arguments.step import placed
from dateline.extract.events import EventStep
from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.extract.reading import ReadingStep
from dateline.extract.speech import SpeechStep
from dateline.model.event import Role
from dateline.model.layer import ARGUMENTS
from dateline.model.span import Span
from dateline.resolve.actors import ActorStep
from dateline.resolve.dates import DateStep
from dateline.resolve.places import PlaceStep
from dateline.resolve.publication import PublicationStep
from dateline.resolve.quantities import QuantityStep
from tests.documents import annotate, document

ROWS = [
    ("Gunmen killed two farmers in Baidoa on Monday.", {"Baidoa owned"}),
    # One word, two attacks, each at the prison that tells it apart.
    (
        "There were attacks on the Tihar prison west of Delhi and the Lajpor jail to its north.",
        {"Tihar prison owned", "Lajpor jail owned"},
    ),
    # Examples of where
    (
        "Police detained dozens of men in camps in Kidal province such as Gao and Bourem.",
        {"Kidal owned", "Gao owned", "Bourem owned"},
    ),
    # A hyphen joins a place to what it describes.
    ("One car exploded; the other was stopped by the France-backed police.", set()),
    # Countries that act, and those they deal with.
    ("Turkey shelled a village near Kobani on Monday.", {"Kobani owned"}),
    ("The militia, which fought a month-long war with Israel, shelled Tyre.", {"Tyre owned"}),
    # Where somebody comes from, lives, holds an office or is taken to.
    ("Rebels from Kidal attacked a bus in Gao.", {"Gao owned"}),
    ("A woman who lives in Lagos was shot in Kano.", {"Kano owned"}),
    ("A commander of the group in Raqqa was killed near Mosul.", {"Mosul owned"}),
    ("The wounded were flown to Bogota after gunmen shot them in Cali.", {"Cali owned"}),
    ("Gunmen shot a teacher in Cali. She died at the Santa Rosa hospital in Cali.", {"Cali owned"}),
    ("Shelling wounded nine villagers who were taken to hospitals in Kano.", set()),
    ("The attack on a prison without a base in Kidal province failed.", {"prison owned", "Kidal owned"}),
    ("Shelling from army positions in Kidal killed two people in Gao.", {"Gao owned"}),
    (
        "Two men were kidnapped in Colombia from a site some thirty kilometres from the city of Cali.",
        {"Colombia owned", "Cali owned"},
    ),
    ("Terrorists bombed the embassies of Peru and Chile on Monday.", {"embassies owned"}),
    ("The minister accused an officer of the consulate in Kano of murder.", set()),
    ("The killing of two priests coincided with the arrival of the pope in Lima.", set()),
    # Who tells of it there, and an alibi.
    ("The president condemned in Madrid the bombing of a bus.", set()),
    ("He said he was at a dance in Leon when the judge was killed.", set()),
    # Another act with its own subject.
    (
        "A car bomb destroyed a bank in Bogota, and weeks later another device caused damage to a paper in Cali.",
        {"Bogota owned"},
    ),
    # What an event is only dated by or compared to.
    ("After several attacks on Manbij, the army bombed the town of Tel Rifaat.", {"Manbij owned", "Tel Rifaat owned"}),
    ("The attacks come two days after bombings killed seven people in Idlib.", {"Idlib owned"}),
    # A place that only says where another is.
    ("Shells hit the village of Savan, north of Raqqa.", {"Savan owned"}),
    ("Jets bombed the village of Savan in the countryside of Manbij, in Aleppo province.", {"Savan owned"}),
    ("Gunmen attacked buses in Mosul, Kirkuk and Ramadi.", {"Mosul owned", "Kirkuk owned", "Ramadi owned"}),
    # One deed in two words: read as the place of both, or taken from one for the other.
    ("Gunmen raided a post in Baidoa and shot dead three soldiers.", {"Baidoa owned"}),
    # What it lies in, named before it.
    ("A man was shot dead in the West Bank village of Idna.", {"Idna owned"}),
    ("A bomb killed two people in the Beirut suburb of Haret Hreik.", {"Haret Hreik owned"}),
    # The story goes on, unless it is a new one or another place is named.
    (
        "Rebels attacked the post in Gao on Monday. They burned two trucks. On Tuesday they killed a judge.",
        {"Gao owned", "Gao carried over"},
    ),
    ("Police fought rebels in Gao. A teacher was killed and shops near Kidal were closed.", {"Gao owned"}),
    # What a report opens with, where all its places are one.
    (
        "Two people were killed in a shooting in Kano. Police came within minutes.\n"
        "Witnesses spoke of one gunman. He shot a guard before he fled.",
        {"Kano owned", "Kano the report's place"},
    ),
    # The town of a local report: its dateline or its police, unless its acts are told elsewhere or it is a capital.
    ("MEDELLIN (AP) - Two people were killed in a shooting.", {"MEDELLIN local report"}),
    ("Denver police are looking for a man. He opened fire at a wedding on Monday.", {"Denver local report"}),
    ("MEDELLIN (AP) - Two people were killed in a shooting. Gunmen killed a judge in Cali.", {"Cali owned", "MEDELLIN dateline"}),
    # The country a report was filed from, where it speaks of hardly any other.
    ("BOGOTA, Jan 3 (Reuters) - Gunmen killed two judges on Monday.", {"BOGOTA dateline"}),
    ("BEIJING, Jan 3 (Reuters) - The envoy came from Luanda, Malanje and Huambo. Gunmen killed two judges.", set()),
    ("BOGOTA, Jan 3 (Reuters) - The mayor of Cali spoke before gunmen killed two judges.", set()),
]
STEPS = (
    ParseStep(),
    ReadingStep(),
    MentionStep(),
    PublicationStep(),
    DateStep(),
    PlaceStep(),
    ActorStep(),
    QuantityStep(),
    EventStep(),
    SpeechStep(),
    ArgumentStep(),
)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_places_of_events(text: str, expected: set[str]) -> None:
    annotated = annotate(document(text, published="2024-05-08"), *STEPS)
    found = {f"{a.mention.text} {a.rule}" for a in annotated[ARGUMENTS] if a.role is Role.PLACE}
    assert found == expected


def test_each_its_own() -> None:
    text = "Gunmen killed a judge in Cali and burned a bus in Pasto. The minister spoke in Lima of the bombing in Cusco."
    annotated = annotate(document(text, published="2024-05-08"), *STEPS)
    found = {
        (a.event.anchor.of(text), a.mention.text) for a in annotated[ARGUMENTS] if a.role is Role.PLACE and a.rule == "owned"
    }
    assert found >= {("killed", "Cali"), ("burned", "Pasto"), ("bombing", "Cusco")}
    assert not found & {("killed", "Pasto"), ("burned", "Cali"), ("bombing", "Lima")}


def test_place_of_any_word() -> None:
    text = "The minister lectured in Lima on Monday. Gunmen shot a guard at a home in Cali."
    annotated = annotate(document(text), *STEPS)

    def of(word: str) -> list[str]:
        at = text.index(word)
        return [a.mention.text for a in placed(annotated, Span(at, at + len(word)))]

    assert of("lectured") == ["Lima"]
    # a building that is only described comes with where it stands
    assert of("shot") == ["home", "Cali"]
    assert placed(annotated, Span(len(text), len(text) + 3)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a judge in " + "A" * 10_000 + ".",
        "Gunmen killed a judge in " + "(" * 40 + "Cali" + ")" * 40 + ".",
        "Gunmen killed a judge in \u202eilaC\u202c and in \u0663\u0664\u0665.",
        "Gunmen killed a judge in " + ", ".join(["Cali"] * 200) + ".",
    ],
)
def test_nonsense_is_nowhere(text: str) -> None:
    annotated = annotate(document(text + " Gunmen killed a clerk in Pasto."), *STEPS)
    places = {a.mention.text for a in annotated[ARGUMENTS] if a.role is Role.PLACE}
    assert "Pasto" in places
    assert places <= {"Pasto", "Cali"}
