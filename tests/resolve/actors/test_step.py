"""ActorStep: `<a id=... name=... kind=... group=... about=description private=yes>mention</a>`.

`id=-` is an actor that is none of the register's, `id=none` a mention without a value.
"""

from __future__ import annotations

import pytest

from dateline.extract.mentions.actors import find
from dateline.extract.parse import ParseStep
from dateline.model.layer import ACTORS, MENTIONS, SENTENCES, AnnotatedDocument, Layer
from dateline.model.resolution import ActorValue, Resolution
from dateline.model.span import Span
from dateline.resolve.actors import ActorStep
from tests.documents import annotate, document
from tests.marked import read

PEOPLE = [
    # Short names under the full one, whatever the spelling.
    "Abu Ibrahim al-Hashimi al-Qurashi led the group. <a id=abu-ibrahim-al-qurashi>Al-Quraishi</a> spoke in May. "
    "Then <a id=abu-ibrahim-al-qurashi>al-Qureshi</a> promised money.",
    "Abu Bakr al-Baghdadi spoke in Mosul, far from Baghdad. <a id=abu-bakr-al-baghdadi>Baghdadi</a> asked for patience.",
    "Abu Ibrahim al-Hashimi al-Qurashi led the group. The words of <a id=abu-ibrahim-al-qurashi>Al Hashmi</a> were broadcast.",
    # A short name that several share stays open.
    "A message of <a id=none>al-Qurashi</a> was read out.",
    # Private people have a description, office holders none to hide.
    "Gunmen shot <a private=yes about='a shopkeeper' name='Karim Daoud'>Karim Daoud</a>, a shopkeeper.",
    "They freed <a private=yes about='a local teacher' name='Ana Ruiz'>local teacher Ana Ruiz</a>.",
    "<a private=no name='Juan Lopez'>Police spokesman Juan Lopez</a> denied it.",
    "Karim Daoud, a shopkeeper, was shot. <a private=yes about='a shopkeeper'>Daoud</a> survived.",
    "The director of water supply in the province, <a private=no name='Karim Daoud'>Karim Daoud</a>, denied it.",
    "It was stated by <a private=yes name='Domingo Ruiz'>Domingo Ruiz</a>, who lives there.",
    "<a private=no group=ltte>LTTE spokesman Arun Selvan</a> denied it.",
    # The speaker of the sentence before is "he", not who was spoken about.
    "General Ibarra blamed Pedro Solis for the raid. <a name='Ibarra'>He</a> gave no proof.",
    # The people of the register.
    "Rebels fought in Nigeria. <a id=shekau group=boko-haram>Abubakar Shekau</a> claimed the attack.",
]

POINTING = [
    # Who only tells of a deed is not the "he" who did it.
    "Karim Daoud bought a gun. Sheriff Juan Lopez said two people died. <a name='Karim Daoud'>He</a> shot them on Friday.",
    "Sheriff Juan Lopez said two people died. <a id=none>He</a> shot them on Friday.",
    # "Them" is never the subject of the same clause.
    "Boko Haram attacked the town. Its militants shelled the barracks, hitting <a id=none>them</a> with rockets.",
    "Four policemen were hurt when urban commandos attacked <a name=policemen>them</a>.",
]

GROUPS = [
    "IS attacked the prison. The <a id=is>group</a> said so.",
    # A rival in passing is not "the group".
    "IS attacked a prison in Syria. Supporters of al-Qaeda mocked the move. The <a id=is>group</a> said nothing.",
    "IS attacked a prison. <a id=-  name='supporters of al-Qaeda'>Supporters of al-Qaeda</a> mocked it.",
    # The predecessor stays apart.
    "<a id=isi>IS's predecessor</a>, the so-called <a id=isi>Islamic State of Iraq</a>, had done the same.",
    "<a id=is about='IS fighters'>IS fighters</a> fled.",
    "The Taliban took the town. <a id=taliban>Its fighters</a> looted shops.",
    "The Red Dawn Front took the town. <a id=- name='Red Dawn Front' kind=armed_group>Red Dawn Front militants</a> looted shops.",
    "The Harbour Workers Union (HWU), a militant group, struck. "
    "<a id=- kind=armed_group name='Harbour Workers Union'>HWU</a> denied it.",
    # Which National Liberation Army: the text's country tells.
    "Bogota, Colombia: In Colombia's north the <a id=eln>National Liberation Army</a> blew up a pipeline.",
    "Skopje, Macedonia: In Macedonia's hills the <a id=nla-mk>National Liberation Army</a> ambushed a patrol.",
    "The <a id=none>National Liberation Army</a> issued a statement.",
    # Names that bodies of many countries bear.
    "In Kenya the <a id=none>Democratic Party</a> protested.",
    "In Syria, the <a id=asayish>Internal Security Forces</a> arrested a man in Qamishli.",
    # Letters that may be somebody else's.
    "The <a id=none>PA</a> met on Monday.",
    "The airline said <a id=cn-military>PLA</a> jets had passed near Beijing, China, Chinese media said.",
]

STATES = [
    "Fighting went on in Syria, near Aleppo. The <a id=sy-army country=SY name=army>army</a> shelled Syria's north.",
    "The <a id=- name=army>army</a> shelled the hills.",
    "In Nigeria <a id=ng-police country=NG>police</a> opened fire in Lagos.",
    "In Syria, <a id=- kind=state_force>Kurdish security forces</a> closed the road.",
    "The <a id=so-government country=SO>Somali government</a> denied it.",
    "Air raids hit Yemen, Yemeni doctors said. The <a id=saudi-led-coalition>coalition</a> said it was checking.",
    "Air raids hit Syria, Syrian doctors said. The US-led coalition denied it. "
    "The <a id=us-led-coalition>coalition</a> regretted the deaths.",
]

DESCRIBED = [
    "<a id=- kind=armed_group name=gunmen>Gunmen</a> fled.",
    "Two <a id=- kind=unknown name='unidentified assailants'>unidentified assailants</a> fled.",
    "Boko Haram raided the town. The <a id=boko-haram>militants</a> burned houses.",
    # Gunmen without a name stay so when they are spoken of again.
    "Boko Haram threatened the town. A day later gunmen came. The <a id=->gunmen</a> burned houses.",
    "The <a id=- kind=person group=hamas name='leader of Hamas'>leader of Hamas</a> spoke.",
    "Al-Shabaab stayed silent. Later <a id=- group=al-shabaab>its spokesman</a> spoke.",
    "The Tamil Tigers held the road. <a id=ltte>They</a> withdrew at night.",
    "Yahya Sinwar spoke on Monday. <a id=yahya-sinwar>He</a> thanked the crowd.",
    "<a id=none>They</a> withdrew at night.",
    "Hamas called for talks, but <a id=- name='its rivals'>its rivals</a> refused.",
]


ACTING = [
    "In Syria, <a id=tr-military name='Turkish armed forces'>Turkish</a> shelling hit the town.",
    "The Asayish announced that two of <a id=asayish about='its fighters'>its fighters</a> died.",
    "In Syria the SDF said that a car of <a id=sdf>our forces</a> was hit.",
    "Turkish forces and <a id=- kind=armed_group>affiliated mercenary groups</a> shelled the village.",
    # Aircraft over a country are its own only if the words say so.
    "Syria: <a id=- kind=state_force name=warplanes>Warplanes</a> bombed the camp in Syria.",
    "In Syria, Russian warplanes came. The <a id=ru-air-force>warplanes</a> returned at noon in Syria.",
    "In Syria, <a id=ru-air-force>warplanes</a> which we believe to be Russian came.",
    # Those whom somebody does something to are not who does it.
    "Syrian forces spread fear among civilians, driving <a id=- kind=civilian name=civilians>them</a> out.",
    # A body that the words say nothing of is not armed.
    "A <a id=- kind=unknown>farming organization</a> denied it.",
]


def resolved(text: str) -> AnnotatedDocument:
    annotated = annotate(document(text), ParseStep())
    annotated = annotated.with_layer(MENTIONS, Layer(tuple(find(annotated.document, annotated[SENTENCES]))))
    return annotated.with_layer(ACTORS, _layer(ActorStep()([annotated])[0]))


def _layer(layer: object) -> Layer[Resolution[ActorValue]]:
    assert isinstance(layer, Layer), layer
    return layer


@pytest.mark.parametrize("marked", [*PEOPLE, *POINTING, *GROUPS, *STATES, *DESCRIBED, *ACTING])
def test_marked(marked: str) -> None:
    text, marks = read(marked.replace("='", '="').replace("' ", '" ').replace("'>", '">') if "='" in marked else marked)
    by_span: dict[Span, Resolution[ActorValue]] = {r.mention.span: r for r in resolved(text)[ACTORS]}
    for mark in marks:
        assert mark.span in by_span, (mark.span.of(text), [r.mention.text for r in by_span.values()])
        resolution = by_span[mark.span]
        _check(resolution.value, mark.attributes, resolution)


def _check(value: ActorValue | None, wanted: dict[str, str], resolution: Resolution[ActorValue]) -> None:
    if wanted.get("id") == "none":
        assert value is None, resolution
        return
    assert value is not None, resolution
    if "id" in wanted:
        assert (value.actor_id or "-") == wanted["id"], resolution
    assert value.name == wanted.get("name", value.name), resolution
    assert value.kind.value == wanted.get("kind", value.kind.value), resolution
    assert value.group_id == wanted.get("group", value.group_id), resolution
    assert value.country == wanted.get("country", value.country), resolution
    assert value.description == wanted.get("about", value.description), resolution
    if "private" in wanted:
        assert value.private == (wanted["private"] == "yes"), resolution


def test_one_resolution_a_mention_in_order() -> None:
    annotated = resolved("IS attacked the army.\nIts fighters fled, and they took two nuns.")
    assert [r.mention for r in annotated[ACTORS]] == list(annotated[MENTIONS])


def test_open_names_keep_their_candidates() -> None:
    found = resolved("The National Liberation Army issued a statement.")[ACTORS][0]
    assert found.value is None
    assert {"eln", "eln-bo", "nla-mk"} == {c.id for c in found.candidates}


def test_the_same_text_gives_the_same_answer() -> None:
    text = "IS and al-Qaeda fought in Syria. The group withdrew. Al-Baghdadi spoke to its fighters."
    assert resolved(text)[ACTORS] == resolved(text)[ACTORS]
