"""Names of bodies in reports, marked as in `test_step`: spellings, languages, acronyms, states' bodies, parts, new names."""

from __future__ import annotations

import pytest

from dateline.model.layer import ACTORS
from dateline.model.resolution import ActorKind
from dateline.resolve.actors import Bearers, same_actors
from dateline.resources.actors import load_register
from tests.resolve.actors.test_step import resolved, test_marked

SPELLINGS = [
    "Nairobi, Kenya: <a id=al-shabaab>Al-Shabab</a> raided a police post in Mandera, Kenya.",
    "In Somalia <a id=al-shabaab>Harakat ash-Shabab al-Mujahidin</a> took a village.",
    "In Syria <a id=ahrar-al-sham>Ahrar ash-Sham</a> left the town.",
    "Iraqi officials blamed <a id=kataib-hezbollah>Kata'ib Hizballah</a> for the rockets in Iraq.",
    "<a id=hezbollah>Hizbollah</a> fired at the border of Lebanon.",
    "In Pakistan <a id=lashkar-e-taiba>Lashkar-i-Tayyiba</a> denied it.",
    "Manila, Philippines: <a id=abu-sayyaf about='Abu Sayaf gunmen'>Abu Sayaf gunmen</a> took two sailors.",
    "In Yemen the <a id=houthis>Huthis</a> fired a missile.",
]
LANGUAGES = [
    "Bogota, Colombia: The <a id=eln>Ejército de Liberación Nacional</a> claimed the blast in Colombia.",
    "In Turkey <a id=pkk>Partiya Karkerên Kurdistan</a> rejected the offer.",
    "Mali: the <a id=mnla>Mouvement national de libération de l'Azawad</a> held the town in Mali.",
    "In the east the <a id=fdlr>Forces démocratiques de libération du Rwanda</a> burned huts.",
    # one that the register has not keeps its own name, all of it
    "The <a id=- name='Front populaire de Marub'>Front populaire de Marub</a> struck.",
    # the same letters in another country are not the register's actor
    "Belize: the <a id=- name='Movimento nacional de Marub'>Movimento nacional de Marub</a> met in Belize.",
]
ACRONYMS = [
    "The Osmar Liberation Front (OLF) struck. The <a id=- name='Osmar Liberation Front'>OLF</a> denied it.",
    "The <a id=- name='Zelvan Resistance Committee'>Zelvan Resistance Committee</a> struck a bridge. "
    "Later <a id=- >ZRC spokesmen</a> denied it.",
    "The Free Marub Army struck at noon. Police blamed the <a id=- name='Free Marub Army'>FMA</a> for a second raid.",
    "The <a id=- name='Free Marub Army'>FMA</a> struck at noon, police said. The Free Marub Army denied it.",
    "Fighters of the Moro Islamic Liberation Front held the road in the Philippines. The <a id=milf>MILF</a> denied it.",
    # other words, other order
    "The Marub Salvation Movement struck. "
    "The <a id=- name='Marub Salvation Movement'>Movement for the Salvation of Marub</a> said so.",
    # other kinds of body are other bodies
    "The Zelvan Liberation Front fought the <a id=- name='Zelvan Liberation Army'>Zelvan Liberation Army</a> for the port.",
]
STATES = [
    "The <a id=ke-government country=KE>Government of Kenya</a> denied it.",
    "The <a id=ua-military country=UA>Armed Forces of Ukraine</a> shelled the depot.",
    "The <a id=ru-defence-ministry country=RU>Russian Ministry of Defence</a> denied it.",
    "<a id=ph-army country=PH>Philippine army troops</a> shot two rebels.",
    "The <a id=ng-air-force country=NG>Nigerian Air Force</a> bombed the camp.",
    "The <a id=in-police country=IN>Indian police</a> shot three men.",
    "The <a id=mm-military country=MM>Tatmadaw</a> burned the village in Myanmar.",
    "<a id=mx-navy country=MX>Mexican marines</a> arrested him.",
    "In Chad <a id=td-security-forces country=TD>security forces</a> opened fire on a crowd in Chad.",
    # three letters mean somebody only where the report is set there
    "Israel: The <a id=il-military country=IL>IDF</a> struck the tower in Israel.",
    "The <a id=none>IDF</a> struck the tower.",
]
DESCRIBED = [
    "<a id=- kind=armed_group name=gunmen>Gunmen</a> on motorcycles shot a judge.",
    "Two <a id=- kind=civilian name=villagers>villagers</a> died in the raid.",
    "A village was hit by an <a id=- kind=unknown name='unidentified drone'>unidentified drone</a>.",
    "<a id=- kind=armed_group country=CM>Cameroonian separatists</a> took a bus.",
]
CONFUSABLE = [
    "Algeria's <a id=fln-algeria>National Liberation Front</a> called a strike in Algeria.",
    "Yangon: In Myanmar's Rakhine state the <a id=arakan-army>Arakan Army</a> took a base.",
    "Beijing, China: The <a id=cn-military>People's Liberation Army</a> held a drill off China.",
    "Libya: <a id=is-libya>Islamic State in Libya</a> took the port.",
    "Kabul, Afghanistan: <a id=iskp>ISIS-K</a> claimed the blast in Afghanistan.",
    "Nigeria: <a id=iswap>Islamic State West Africa Province</a> raided a base in Nigeria.",
]
PARTS = [
    "In Syria <a id=jfs>Jabhat Fateh al-Sham</a>, formerly known as <a id=al-nusra>al-Nusra Front</a>, took a hill.",
    "In Iraq <a id=isi>ISIS's predecessor</a> bombed a bank.",
    "A splinter group of Boko Haram, <a id=ansaru>Ansaru</a>, took seven foreigners in Nigeria.",
    # two names that the text says are one's
    "The Osmar Front, also known as the <a id=- name='Osmar Front'>Red Column</a>, struck.",
    "The Osmar Union, formerly the Harbour Movement, struck. The <a id=- name='Osmar Union'>Harbour Movement</a> was banned.",
    # a part is not the whole
    "An <a id=- about='part of Zelvan Liberation Front'>offshoot of the Zelvan Liberation Front</a> struck.",
]
NEW = [
    "A group calling itself the <a id=- kind=armed_group name='Red Harbour Brigade'>Red Harbour Brigade</a> claimed the blast.",
    "A hitherto unknown group, <a id=- kind=armed_group name='Saraya al-Marub'>Saraya al-Marub</a>, said it had done it.",
    "In Iraq, <a id=- kind=armed_group name='Liwa al-Osmar'>Liwa al-Osmar</a> said it fired the rockets.",
]


@pytest.mark.parametrize("marked", [*SPELLINGS, *LANGUAGES, *ACRONYMS, *STATES, *DESCRIBED, *CONFUSABLE, *PARTS, *NEW])
def test_names(marked: str) -> None:
    test_marked(marked)


def test_letters_that_two_names_of_a_text_share_are_neithers() -> None:
    found = resolved("The Free Marub Army fought the Front of Marubian Autonomy. Police shot two men of the FMA.")[ACTORS]
    assert not [r for r in found if "FMA" in r.mention.text and r.value is not None and "Marub" in r.value.name]


def test_same_actors() -> None:
    found = same_actors(
        [
            "PKK",
            "Partiya Karkerên Kurdistan",
            "Kurdistan Workers' Party",
            "Osmar Front",
            "Frente Osmar",
            "OF",
            "Zelvan Union",
            "NLA",
        ],
        load_register(),
    )
    assert found["PKK"] == found["Partiya Karkerên Kurdistan"] == found["Kurdistan Workers' Party"] == "pkk"
    assert found["Osmar Front"] == found["Frente Osmar"] != found["Zelvan Union"]
    # two letters and letters that several actors of the register bear are nobody's
    assert len({found[name] for name in ("OF", "NLA", "Osmar Front", "Zelvan Union", "PKK")}) == 5


def test_an_acronym_of_two_names_is_neither() -> None:
    found = same_actors(["MOLF", "Marub Osmar Liberation Front", "Maldo Orsk League of Farmers"], load_register())
    assert len(set(found.values())) == 3


def test_bearers_keep_candidates() -> None:
    bearers = Bearers([("a", "Marub Dawn Front"), ("b", "Marub Dawn Front"), ("c", "Osmar League")], load_register())
    found = bearers.of("Frente Marub Dawn")
    assert found.bearer is None
    assert {label for label, _ in found.candidates} == {"a", "b"}
    assert bearers.of("Osmar League").bearer == "c"
    assert bearers.of("Osmar League", without=("c", "Osmar League")).bearer is None


NONSENSE = ["Front" * 2_000, "\u202eMarub\u200f Front\u202c", "(" * 40 + "Front" + ")" * 40, "٣٤٥ १२३", "Front of " * 2_000]


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_nobody_and_the_document_goes_on(name: str) -> None:
    assert set(same_actors([name, "Osmar League"], load_register()).values()) >= {"name:1"}
    found = {r.mention.text: r.value for r in resolved(f"The {name[:200]} struck. Boko Haram denied it in Nigeria.")[ACTORS]}
    value = found["Boko Haram"]
    assert value is not None and value.kind is ActorKind.ARMED_GROUP
