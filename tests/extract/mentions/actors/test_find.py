"""Actor mentions: `<a key="start of the key" head=word rule=...>span</a>`; `<n>` marks what is no actor of its own."""

from __future__ import annotations

import pytest

from dateline.extract.mentions.actors import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import SENTENCES
from dateline.model.mention import Mention
from tests.documents import annotate, document
from tests.marked import read

NAMES = [
    # Acronyms count by their letters; the verb never does.
    'The banners of <a key="register:is" head=IS>IS</a> said the town is theirs.',
    '<a key="register:al-shabaab">Al-Shabaab</a> is gaining ground, and this is clear.',
    'Fighting between <a key="register:sdf">SDF</a> and <a key="register:is">Daesh</a> resumed.',
    'The <a key="register:farc" head=EP>FARC-EP</a> denied it.',
    '<a key="register:m-19" head=guerrillas>M-19 guerrillas</a> had gone.',
    'Rockets were fired by <a key="register:hezbollah">Hizballah</a> overnight.',
    # Other transliterations of names of several parts.
    'The death of <a key="register:abu-bakr-al-baghdadi">Abou Bakr al-Bagdadi</a> was announced.',
    '<a key="register:abu-ibrahim-al-qurashi">Abu Ibrahim al-Hashmi al-Quraishi</a> gave a speech.',
    '<a key="register:hts">Hayet Tahrir ash-Sham</a> took the crossing.',
    '<a key="register:jamaat-ul-ahrar">Jama\'at ul-Ahrar</a> claimed the blast.',
    # A group's predecessor and a province have names of their own.
    'The <a key="register:isi">Islamic State of Iraq</a> had been weakened.',
    '<a key="register:iskp">Islamic State Khorasan Province</a> claimed the bombing.',
    # States by country and branch.
    '<a key="register:tr-air-force">Turkish warplanes</a> struck the ridge.',
    'The <a key="register:ng-army">Nigerian army</a> rescued the girls.',
    '<a key="register:ke-police">Kenya\'s police</a> dispersed the crowd.',
    '<a key="register:us-led-coalition">US-led coalition</a> jets returned.',
    '<a key="register:sy-air-force">Syrian</a> and <a key="register:ru-air-force">Russian warplanes</a> bombed the market.',
    '<a key="register:il-government" rule=acting-country>Israel</a> launched the raid from Cyprus.',
    # A country that nothing acts from is a place.
    "The convoy crossed into <n>Israel</n> at dawn.",
    # Backed by a state is not the state.
    '<a key="described:armed_group">Turkish-backed fighters</a> entered the village.',
    # Nor is a word that only contains the name.
    "The <n>IS-inspired</n> shooting shocked the town.",
    # Party names that end in another's.
    'The <a key="ner:ORG:political">Christian Democratic Party</a> withdrew.',
]

TEXT_NAMES = [
    'The <a key="ner:ORG:armed_group" rule=name-pattern>Red Dawn Front</a> seized the barracks.',
    # Acronyms defined by the text win over the register's.
    'The <a key="ner:ORG:armed_group">Popular Dawn Front</a> (<a key="acronym:Popular Dawn Front">PDF</a>) struck. '
    '<a key="acronym:Popular Dawn Front">PDF</a> denied it.',
    'A letter of the <a key="ner:ORG:armed_group">Free Coast Brigade</a> [<a key="acronym:Free Coast Brigade">FCB</a>] arrived.',
    # The register's reading where the brackets agree with it.
    'The <a key="register:eln|">National Liberation Army</a> (<a key="register:eln|">ELN</a>) withdrew.',
    'Police arrested <a key="ner:PERSON" head=Karim>Ahmed Karim</a> at home.',
    '<a key="ner:PERSON:public" head=Ruiz>Col. Esteban Ruiz</a> was promoted.',
    # A campaign's name in quotation marks is nobody.
    'The group revived the "<n>Hadam al-Aswar</n>" slogan.',
    '<a key="ner:NORP:civilian">Kurds</a> fled the shelling.',
    # Towns that the tagger takes for people.
    "Shells landed on <n>Tel Marjan</n> and <n>Ain Darwish</n>.",
    # What the tagger overlooks after a rank or a noun.
    'They met <a key="ner:PERSON:public" head=Olmos>Colonel Olmos</a>.',
    'They freed <a key="ner:PERSON" head=Ruiz>local teacher Ana Ruiz</a>.',
    # A region called department is a place.
    "It happened in <n>Usulutan Department</n>.",
]

DESCRIBED = [
    '<a key="described:armed_group" head=Gunmen>Gunmen</a> opened fire on <a key="described:civilian">shopkeepers</a>.',
    'Three <a key="described:unknown">unidentified assailants</a> fled.',
    '<a key="described:unknown">Unidentified men</a> kidnapped the teacher.',
    '<a key="described:armed_group">Armed men</a> burned the school.',
    'Two <a key="described:civilian">nuns</a> and a <a key="described:civilian">bus driver</a> were freed.',
    'Twelve <a key="described:state_force" head=soldiers>government soldiers</a> died.',
    '<a key="described:armed_group" head=forces>Rebel forces</a> advanced.',
    '<a key="described:government">Kurdish officials</a> spoke of a revolt.',
    'A 34-year-old <a key="described:civilian">teacher</a> was shot.',
    # Before an event's noun it acts, before a building's it does not.
    'A <a key="described:state_force">police</a> raid followed.',
    "They attacked a <n>police</n> station.",
    "It became a <n>military</n> operation.",
    # Members of a group are the group; supporters, prisoners and offshoots are not.
    '<a key="register:is:armed_group:member" head=fighters>IS fighters</a> withdrew.',
    '<a key="register:taliban:armed_group">Members of the Taliban</a> surrendered.',
    '<a key="described:civilian:supporter" head=Supporters>Supporters of al-Qaeda</a> started a campaign.',
    'They wanted to free <a key="described:unknown">IS prisoners</a>.',
    'It became an <a key="described:armed_group:part">al-Qaeda affiliate</a>.',
    '<a key="ner:ORG:armed_group:member">Red Dawn Front militants</a> fled.',
    # One mention for the office and the name; the head is the person.
    'The <a key="register:abu-bakr-al-baghdadi:person" head=Baghdadi>then IS leader Abu Bakr al-Baghdadi</a> spoke.',
    '<a key="ner:PERSON" head=Hamid>Its leader Abu Hamid</a> spoke.',
    '<a key="ner:PERSON" head=Lopez>Police spokesman Juan Lopez</a> said so.',
    'The <a key="described:person:leader">leader of Hamas</a> spoke.',
    # Pointing back.
    '<a key="register:is">IS</a> fell. The <a key="anaphor:group">group</a> denied it.',
    '<a key="register:is">IS</a> fell. The <a key="anaphor:group">group\'s fighters</a> fled.',
    '<a key="anaphor:predecessor" head=predecessor>IS\'s predecessor</a> often raised the matter.',
    # Peoples make armed groups of forces, not of people.
    '<a key="described:armed_group">Kurdish forces</a> advanced.',
    '<a key="described:unknown">Kurdish people</a> fled.',
    # Proxies are not the group itself, nor is what a group leads.
    'The Taliban and <a key="described:armed_group:part">their proxy factions</a> fled.',
    # A group of people is those people.
    'A <n>group</n> of <a key="described:civilian">villagers</a> gathered.',
    "It rained, and <n>it</n> was cold.",
]


ACTING = [
    # A country's adjective before a violent noun; the head is the adjective.
    '<a key="register:tr-military" head=Turkish rule=demonym>Turkish</a> shelling of the village went on.',
    'Six people died in a <a key="register:ru-military" head=Russian>Russian</a> air strike on the camp.',
    'Two were hurt in an <a key="register:il-military" head=Israeli>Israeli</a> missile aggression on a farm.',
    'It was an <a key="register:il-military" head=Israeli>Israeli</a> act of aggression.',
    'A <a key="register:us-military">US</a> raid killed a smuggler.',
    # Where the noun may be told of the place, it needs a target or forces of that country elsewhere.
    "An <n>Afghan</n> attack killed ten.",
    "In Nigeria, a <n>Nigerian</n> attack on a school killed ten.",
    'A <a key="register:il-military">Israeli</a> attack on a convoy killed ten in Syria.',
    "They met a <n>Turkish</n> teacher.",
    # Groups before the noun; "terrorist" and "military" tell no one.
    'A <a key="described:armed_group">rebel</a> raid followed, then an <a key="register:is" head=IS>IS</a> attack.',
    "It was a <n>terrorist</n> attack.",
    # The occupation and the enemy with a country are its forces; an occupation of a place is what they did.
    '<a key="register:tr-military" head=occupation>Turkish occupation</a> shelled the hamlet.',
    'The <a key="register:il-military" head=enemy>Israeli enemy</a> fired at them.',
    'It happened during the <a key="register:iq-military" head=Iraqi>Iraqi</a> occupation of the islands.',
    # Hashtags run together, letters hidden from filters.
    'On Monday #<a key="register:sy-military">SyrianRegime forces</a> bombed the square.',
    '<a key="register:hts">H*T*S</a> withdrew.',
    # A regime's warplanes are its air force; a state's mercenaries are not its forces.
    '<a key="register:sy-air-force" head=warplanes>Syrian regime warplanes</a> returned.',
    '<a key="described:armed_group:part" head=mercenaries>Turkish occupation mercenaries</a> looted shops.',
    'Turkish forces and <a key="described:armed_group:part">affiliated mercenary groups</a> advanced.',
    '<a key="described:state_force:branch=air-force:country=RU">Warplanes</a>, which we believe to be <n>Russian</n>, struck.',
]

PLACES = [
    # Names that the tagger takes for people where places stand.
    "Shells hit <n>Karim Daoud</n> village and the <n>Omar Rashid</n> hospital.",
    "A strike on <n>Jisr Marwan</n>, west of Idlib, killed two.",
    "They live in the villages of <n>Sere Marwan</n> and <n>Qert Omar</n>.",
    "It fell near <n>Widow Camp</n> and the <n>Salah Omar School</n>.",
    # The same names elsewhere are people's.
    '<a key="ner:PERSON">Karim Daoud</a> said that it hurt.',
    'The blast wounded <a key="ner:PERSON">Aziz Karim</a>, 32, in Idlib.',
    # Words of a region, of a title or of a report before the name are not part of it.
    'They met Panamanian <a key="ner:PERSON">Abdiel Moreno</a> in town.',
    # A person with a one-word echo that the tagger takes for a company.
    '"We ran," <a key="ner:PERSON">Rami Jaafar</a> said. <a key="ner:PERSON">Jaafar</a> said it was cold.',
    # Starts of groups' names.
    'It was claimed by <a key="ner:ORG:armed_group">Liwa al-Sabah</a> on Monday.',
]

DOCUMENTS = [
    'The <a key="register:fmln" head=communique rule=document>FMLN communique</a> said that 12 soldiers fell.',
    'Two fell, according to a <a key="register:sohr" head=report>report by SOHR</a>.',
    "The Asayish said in a statement that a car was hit. "
    'The <a key="register:asayish" head=statement>statement</a> added that two died.',
    # A report by nobody named is nobody's.
    "The <n>report</n> said that two died.",
]


def mentions(text: str) -> list[Mention]:
    annotated = annotate(document(text), ParseStep())
    return find(annotated.document, annotated[SENTENCES])


@pytest.mark.parametrize("marked", [*NAMES, *TEXT_NAMES, *DESCRIBED, *ACTING, *PLACES, *DOCUMENTS])
def test_marked(marked: str) -> None:
    text, marks = read(marked)
    annotated = annotate(document(text), ParseStep())
    found = {m.span: m for m in find(annotated.document, annotated[SENTENCES])}
    shown = [(m.text, m.key) for m in found.values()]
    for mark in marks:
        if mark.tag == "n":
            assert not any(mark.span.contains(span) for span in found), shown
            continue
        assert mark.span in found, (mark.span.of(text), shown)
        mention = found[mark.span]
        assert mention.key.startswith(mark.attributes["key"]), mention.key
        assert mention.rule == mark.attributes.get("rule", mention.rule)
        head = annotated[SENTENCES][mention.sentence].tokens[mention.head].text
        assert head == mark.attributes.get("head", head)


def test_no_mention_lies_inside_another() -> None:
    text = "The IS leader Abu Bakr al-Baghdadi told Red Dawn Front militants that Syrian army soldiers had killed 12 people."
    found = mentions(text)
    spans = [m.span for m in found]
    assert not [(a, b) for a in spans for b in spans if a != b and a.overlaps(b)]


def test_capitals_are_read_like_print() -> None:
    text = "Guerrillas of the FMLN attacked the Salvadoran army near the bridge."
    assert [m.key for m in mentions(text.upper())] == [m.key for m in mentions(text)]


def test_a_very_long_word_is_no_trouble() -> None:
    assert mentions("A" * 10_000 + " attacked IS.")
