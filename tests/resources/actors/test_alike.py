"""Names of bodies: which are one's. All names are invented or public; `SAME` is set on these pairs."""

from __future__ import annotations

import pytest

from dateline.resources.actors import load_register
from dateline.resources.actors.alike import SAME, alike
from dateline.resources.actors.name_index import NameIndex
from dateline.resources.actors.signature import acronym, forms, signatures

ONE = [
    # spellings: articles, doubled letters, q and k and gh, ou and u, ee and i, dh and d, endings
    ("Kataib al-Qassar", "Katayib el Kassar"),
    ("Liwa al-Zubayri", "Liwaa Zoubairi"),
    ("Jund al-Tawheed", "Jound al Tawhid"),
    ("Ahrar al-Mughira", "Ahrar el-Moughirah"),
    ("Jamaat-ul-Ahrar", "Jamaatul Ahrar"),
    ("Haji Khairullah Exchange", "Haji Khair Ullah Exchange"),
    # other scripts
    ("أنصار الشريعة", "Ansar al-Sharia"),
    ("جيش النصر", "Jaish al-Nasr"),
    ("حركة تحرير مروب", "Marub Liberation Movement"),
    ("حزب العدالة", "Justice Party"),
    ("القاعدة في بلاد المرب", "al-Qaeda in the Land of Marub"),
    ("Партия труда Осетрии", "Partiya Truda Osetrii"),
    ("Народный фронт Зелвана", "Zelvan People's Front"),
    ("तमिल मुक्ति मोर्चा", "Tamil Mukti Morcha"),
    # languages
    ("Frente de Liberación de Zelva", "Zelva Liberation Front"),
    ("Mouvement populaire de Marub", "Marub People's Movement"),
    ("Hizb al-Tahrir al-Zelvi", "Zelvi Liberation Party"),
    ("Katiba Suqour Marub", "Marub Falcons Brigade"),
    ("Partido Socialista dos Trabalhadores de Osmar", "Osmar Socialist Workers' Party"),
    ("Jabhat al-Muqawama al-Wataniya", "National Resistance Front"),
    ("Zelva Halk Kurtuluş Ordusu", "Zelva People's Liberation Army"),
    # word order, kinds that say little
    ("Osmar Group", "Osmar Network"),
    ("Liberation Army of Marub", "Marub Liberation Army"),
    # what stands in brackets
    ("ZELVAN SUPPORT COMMITTEE (ZSC)", "Zelvan Support Committee"),
    ("ZELVAN SUPPORT COMMITTEE (ZSC)", "ZSC"),
    # acronyms and syllables
    ("PKZ", "Partiya Karkeren Zelvan"),
    ("MOLF", "Marub Osetri Liberation Front"),
    ("Frelimar", "FRELIMAR"),
    ("FRELIMAR", "Frente de Libertação de Marub"),
    ("SLM/A", "Selvan Liberation Movement/Army"),
    ("P.K.Z.", "PKZ"),
    # parts
    ("ZLF - Karim faction", "Zelvan Liberation Front - Karim faction"),
    ("ZLF - K", "Zelvan Liberation Front - Karim faction"),
    ("supporters of the ZDP", "Supporters of Zelvan Democratic Party"),
]
TWO = [
    ("Liberation Front of Marub", "Liberation Army of Marub"),
    ("National Liberation Front of Marub", "Islamic Liberation Front of Marub"),
    ("Zelvan Liberation Front", "Zelvan Liberation Front - Karim faction"),
    ("Zelvan Liberation Front - Osman faction", "Zelvan Liberation Front - Karim faction"),
    ("Zelvan Congress", "New Zelvan Congress"),
    ("Northern Front", "Southern Front"),
    ("Brigade 101", "Brigade 110"),
    ("ZLF", "ZLF-R"),
    ("Ansar al-Sharia in Libya", "Ansar al-Sharia in Tunisia"),
    ("Abu Osama Brigade", "Abu Karim Brigade"),
    ("Union of Forces for the Resistance", "Union of Armed Forces for the Resistance"),
    ("Union of Forces for the Resistance", "Union of Forces for Democracy"),
    ("Supporters of the Zelvan Party", "Zelvan Party"),
    ("Zelvan Front I", "Zelvan Front II"),
    ("ZF", "Zelvan Front"),  # two letters stand for too much
    ("Tehrik-i-Marub", "Tehrik-i-Osmar"),
    ("FARC", "al-Farouq"),
    ("Popular Party", "Popular Party of Marubia Oriental"),
]


def _alike(left: str, right: str) -> float:
    table = load_register().name_words
    return max(alike(a, b, table) for a in signatures(left, table) for b in signatures(right, table))


@pytest.mark.parametrize("pair", ONE)
def test_one_body(pair: tuple[str, str]) -> None:
    assert _alike(*pair) >= SAME
    assert _alike(*reversed(pair)) >= SAME


@pytest.mark.parametrize("pair", TWO)
def test_two_bodies(pair: tuple[str, str]) -> None:
    assert _alike(*pair) < SAME
    assert _alike(*reversed(pair)) < SAME


def test_acronyms() -> None:
    assert [acronym(x) for x in ("PKK", "SPLM/A", "M23", "P.K.K.", "RED-TABARA")] == ["PKK", "SPLMA", "M23", "PKK", "REDTABARA"]
    assert not any(map(acronym, ("Hamas", "PKK militants", "X", "12", "", "ХАМАС", "A" * 30)))


def test_forms() -> None:
    assert forms("Dawn Front (DF)") == ("Dawn Front", "DF")
    assert forms("Dawn Army (Zelva)") == ("Dawn Army Zelva",)
    assert forms("Dawn Front a.k.a. Harbour Union") == ("Dawn Front", "Harbour Union")
    assert forms("\u202eDawn\u200f  Front\u202c") == ("Dawn Front",)


def test_the_index_keeps_who_may_bear_a_name() -> None:
    index = NameIndex(load_register().name_words)
    index.add("Marub Liberation Front", "a")
    index.add("Maldo Liberty Foundation", "b")
    assert index.borne("Frente de Liberación de Marub").bearer == "a"
    assert index.borne("MLF").bearer is None
    assert {label for label, _ in index.borne("MLF").candidates} == {"a", "b"}
    assert index.borne("Osmar Union") == index.borne("(((") == index.borne("")


NONSENSE = [
    "x" * 10_000,
    "Front " * 5_000,
    "(" * 40 + "Front" + ")" * 40,
    "\u202e\u200f\u202c",
    "٣٤٥٦ १२३ ၁၂၃",
    "ال" * 500,
    "-" * 300,
    "A/B" * 1_000,
    "()",
    "🙂",
]


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_nobody(name: str) -> None:
    assert load_register().bodies.borne(name).bearer is None
    assert _most(name) < SAME


def _most(name: str) -> float:
    table = load_register().name_words
    known = signatures("Marub Liberation Front", table)
    return max((alike(a, b, table) for a in signatures(name, table) for b in known), default=0.0)
