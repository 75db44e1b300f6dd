"""Facility mentions: every `<f>` must be found with its class, and nothing else."""

from __future__ import annotations

import pytest

from dateline.extract.mentions.facilities import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from tests.documents import annotate, document
from tests.marked import read

SENTENCES_MARKED = [
    # Named.
    "Gunmen stormed the <f key=prison:named>Sarvand Central Prison</f> at night.",
    "Inmates escaped from <f key=prison:named>Abu Ghraib prison</f>.",
    "Rockets struck <f key=airport:named>Aden airport</f> and the <f key=base:named>Shayrat air base</f>.",
    "Patients were moved from <f key=hospital:named>Al-Shifa Hospital</f>.",
    "He was held at <f key=prison:named>Camp Bucca</f> for a year.",
    # One noun for several names.
    "The <x>prisons</x> of <f key=prison:named>Abu Ghraib</f> and <f key=prison:named>Taji</f> were attacked.",
    "Inmates fled the <f key=prison:named>Taji</f> and <f key=prison:named>Abu Ghraib</f> prisons.",
    "They live in camps such as <f key=camp:named>Zamzam</f>, <f key=camp:named>Kalma</f> and <f key=camp:named>Abu Shouk</f>.",
    # Not named.
    'A bomb exploded outside a <f key="police station">police station</f> in Lahore.',
    "They bombed a <f key=market>market</f> and a <f key=mosque>mosque</f>.",
    "Rebels blew up an <f key=infrastructure>electric power substation</f>.",
    "A mob set fire to the <f key=embassy>French embassy</f>.",
    "Five people died at a <f key=checkpoint>checkpoint</f>.",
    "The shell hit a <f key=school>primary school</f> and her <f key=home>house</f>.",
    'Militants attacked a <f key="border crossing">border post</f>.',
    "The <f key=prison>prison</f> attack was the third this year.",
    # Other senses.
    "The stock market fell and the school children went home.",
    "They based their report on a plant of that name.",
    # A vehicle is no facility.
    "A bus and a military convoy were ambushed.",
]


@pytest.mark.parametrize("marked", SENTENCES_MARKED)
def test_facilities(marked: str) -> None:
    text, marks = read(marked)
    doc = document(text)
    found = [(m.text, m.key) for m in find(doc, annotate(doc, ParseStep())[SENTENCES])]
    assert found == [(m.span.of(text), m.attributes["key"]) for m in marks if m.tag == "f"]


def test_known_names_without_a_noun() -> None:
    doc = document("The defenders of Azovstal held out for weeks.")
    assert [(m.text, m.key) for m in find(doc, annotate(doc, ParseStep())[SENTENCES])] == [("Azovstal", "infrastructure:named")]


def test_hostile_text_returns() -> None:
    doc = document("Prison " * 3_000 + "of " + "A" * 10_000)
    assert find(doc, annotate(doc, ParseStep())[SENTENCES]) is not None
