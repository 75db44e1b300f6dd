"""What place and facility mentions refer to. `<p>` is a place, `<f>` a facility; attributes are the value's fields.

The mentions are made from the marks, so that a failure here is the resolver's and not a finder's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from dateline.extract.mentions import facilities, places
from dateline.extract.parse import ParseStep
from dateline.model.document import Document
from dateline.model.layer import MENTIONS, PLACES, SENTENCES, AnnotatedDocument, Layer, LayerKey, StepError
from dateline.model.mention import Mention, MentionKind
from dateline.model.resolution import PlaceValue, Resolution
from dateline.model.span import Span
from dateline.resolve.places import PlaceStep
from dateline.resolve.places.values import shifted
from tests.documents import annotate, document
from tests.marked import read

CASES = [
    # Containment in the text decides between namesakes.
    "Shots were fired in <p name=Jalalabad region=Nangarhar country=AF>Jalalabad</p>, eastern <p country=AF>Afghanistan</p>.",
    "Police in <p country=KG>Jalalabad</p>, <p country=KG>Kyrgyzstan</p>, made two arrests.",
    'A mine exploded near the Lebanese city of <p name="near Tripoli" country=LB>Tripoli</p>.',
    "Militias fought in <p name=Tripoli country=LY>Tripoli</p>, the capital of <p country=LY>Libya</p>.",
    "Three men were hurt in <p country=US region=Texas>Paris</p>, <p country=US>Texas</p>.",
    # A comma between provinces separates; between a town and its province it contains.
    "Fires burned in <p precision=admin1>California</p>, <p precision=admin1>Missouri</p> and Iowa.",
    # Without any, the large one.
    "Protesters marched through <p country=FR precision=town>Paris</p>.",
    # The document's focus decides.
    "The Iraqi army said all was quiet in <p country=IQ region=Baghdad>Taji</p> and in <p country=IQ>Baghdad</p>.",
    "Salvadoran troops left <p country=SV>San Miguel</p> and <p country=SV>Chalatenango</p>.",
    # Local evidence settles which Congo.
    "Gunmen struck in <p country=CD>Beni</p> and <p country=CD>Goma</p>. Fighting in <p country=CD>Congo</p> has grown.",
    # Type nouns: the province or the city of one name.
    "Clashes in <p precision=admin1 country=SY basis=centroid>Hasaka</p> province went on.",
    "Clashes in the city of <p precision=town country=SY basis=named>Hasaka</p> went on.",
    "Two men were shot in <p precision=admin2 country=IN>Gaya</p> district, in the Indian state of <p>Bihar</p>.",
    # A river is no province of its name.
    "Their boat went down the <p precision=unresolved>Cauca River</p> in <p country=CO>Colombia</p>.",
    # Where villages lie is a province; so is what the text calls one, however it is spelt.
    "Rebels attacked two villages in <p precision=admin1 country=SY>Hama</p> on Monday.",
    "Gunmen burned a village in <p precision=admin1 country=ML>Kidal</p> and left <p precision=town>Bamako</p>.",
    "A shell fell in the south of the Syrian province of <p precision=admin1 region=Tartus>Tartous</p>.",
    # Spellings of one place have one id.
    "From <p id=geonames:173811 country=SY>Al-Hasakah</p> they went on. The city of <p id=geonames:173811>Hassakeh</p> fell.",
    # Parts and distances.
    'Raids went on in northern <p name="northern Mali" precision=region country=ML basis=centroid>Mali</p>.',
    'They hid near <p precision=near name="near Kidal" country=ML>Kidal</p> in <p country=ML>Mali</p>.',
    'It fell 40 km south of <p precision=near name="40 km south of Mosul" country=IQ>Mosul</p>.',
    'It fell 40 km to the south of <p precision=near name="40 km south of Mosul" country=IQ>Mosul</p>.',
    'Jets struck <p precision=near name="near Mosul" country=IQ>Mosul</p> vicinity.',
    'They fought near <f precision=near name="near Savan Farm" region=Nineveh>Savan Farm</f> in <p>Mosul</p>.',
    # A farm beside a post lies where the post does.
    'Trucks burned at the <f name="Orlock mine" country=ML>Orlock mine</f>, five kilometres from <f>Asel police post</f> in '
    "<p country=ML>Kidal</p>.",
    # An unknown village in a known place is nowhere else.
    "Houses burned in the village of <p name=Dorsale precision=admin1 basis=inferred country=NG>Dorsale</p> "
    "in <p country=NG precision=admin1>Borno</p> state, <p country=NG>Nigeria</p>.",
    "Nobody came back from the village of <p precision=unresolved name=Qarzheel>Qarzheel</p>.",
    # A territory and its city.
    'Strikes hit <p name="Gaza Strip" country=PS>Gaza</p> and tanks entered <p precision=town country=PS>Gaza City</p>.',
    # A part of a province, though a town has its name.
    "Shells fell in <p precision=admin1 country=SY>Aleppo</p> countryside and in <p country=SY>Syria</p>.",
    # Countries are centroids and say so.
    "The president of <p precision=country basis=centroid country=PE>Peru</p> spoke.",
    # Known facilities, in any spelling.
    "They attacked <f id=dateline:ghuwayran-prison-sy precision=facility region=Al-Hasakah country=SY>Ghuvairan "
    "Jail</f> in <p>Syria</p>.",
    "They broke into <f id=dateline:abu-ghraib-prison-iq country=IQ>Abu Ghraib prison</f> and <f "
    "id=dateline:taji-prison-iq>Taji prison</f>.",
    "Inmates fled the <f id=dateline:kangbayi-central-prison-cd country=CD>Kangbayi Central Prison</f>.",
    "Gunmen attacked the <f id=dateline:jalalabad-central-jail-af>central jail</f> in <p country=AF>Jalalabad</p>, <p "
    "country=AF>Afghanistan</p>.",
    # Unknown ones in known towns: the town's point and extent.
    'They looted the <f name="Sarvand Hospital" precision=facility basis=inferred country=SD>Sarvand Hospital</f> '
    "in <p country=SD>Nyala</p>.",
    'A bomb hit a <f name="market, Maiduguri" precision=town basis=inferred country=NG>market</f> in <p>Maiduguri</p>.',
    # An unknown village lies near the town that the text names, as do the others of its list; farms in it lie there too.
    "Syrian troops shelled the villages of <p name=Savan precision=near basis=inferred region=Aleppo>Savan</p> and <p "
    "name=Horanabad precision=near region=Aleppo>Horanabad</p> near the town of <p>Manbij</p>.",
    "Syrian jets hit the village of <p name=Savan precision=near region=Aleppo>Savan</p>, north of <p>Manbij</p>. <p "
    "name=Savan precision=near country=SY>Savan</p> burned.",
    'A shell hit a <f name="farm, Savan" precision=near country=SY>farm</f> in <p precision=near>Savan</p> village near <p>Manbij'
    "</p>, <p>Syria</p>.",
    "Shells fell in <p name=Horanabad precision=admin1 region=Idlib>Horanabad</p> village in <p precision=admin1>Idlib</p>, "
    "<p>Syria</p>.",
    # At least the country, where everything else is in one; the place itself stays open.
    "The army is in <p>Aleppo</p>, in <p>Idlib</p> and in <p>Hama</p> in <p>Syria</p>. It burned the village of "
    "<p name=Savanabad precision=unresolved basis=inferred country=SY>Savanabad</p>.",
    # Whose guns they are says nothing of where they fire; whose town it is does.
    "Turkish shelling of the town of <p country=SY precision=town>Manbij</p> killed two.",
    # The land around a town; a province's, where it has its name.
    'Mortars hit <p name="near Manbij" precision=near country=SY>Manbij</p> countryside in <p>Syria</p>.',
    'Mortars hit the outskirts of <p name="near Aleppo" precision=near country=SY>Aleppo</p> in <p>Syria</p>.',
    'Mortars hit northern <p name="northern Idlib" precision=admin1>Idlib</p> in <p>Syria</p>.',
    # At a border is near the country, somewhere.
    'Guards died on the border of <p name="border of Syria" precision=near country=SY>Syria</p>.',
    # A part of a capital.
    'Fighting reached north-western <p name="north-western San Salvador" precision=town country=SV>San Salvador</p>.',
    # A town is no country, a river no town.
    "Jets hit <p>Idlib</p>, <p>Aleppo</p> and <p name=Benin country=SY precision=unresolved basis=inferred>Benin</p> town in <p "
    "country=SY>Syria</p>.",
    # Namesakes far away are not meant, however large.
    "Salvadoran soldiers fought in <p country=SV>San Miguel</p>, <p country=SV>Usulután</p> and <p country=SV>Chalatenango</p>. "
    "In <p country=SV>El Salvador</p> the towns of <p country=SV>Jocoro</p> and <p country=SV basis=inferred>Guadalupe</p> fell.",
    # Not the famous one, where the text is at home in a country that has one of its own; groups are at home somewhere too.
    "The FMLN attacked posts in <p country=SV region=Usulután>Berlin</p>, <p country=SV>San Miguel</p> and <p "
    "country=SV>Chalatenango</p>.",
    "Chancellors met in <p country=DE>Berlin</p>.",
    # An embassy lies elsewhere than its country.
    "A bomb hit the <f none=yes>embassy</f> of <p country=CN>China</p>.",
    # Names in the case of their words.
    'THE GUERRILLAS ATTACKED THE <f name="Palmira Hospital" country=CO>PALMIRA HOSPITAL</f> IN <p>MEDELLIN</p>, <p>COLOMBIA</p>.',
    # Nothing said, nothing guessed.
    "A bomb hit a <f none=yes>market</f>.",
    'They attacked the <f precision=unresolved name="Orlock prison">Orlock prison</f>.',
    # "the prison" is the one told of before.
    "Gunmen attacked <f>Kangbayi Central Prison</f> in <p>Beni</p>. The <f "
    "id=dateline:kangbayi-central-prison-cd>prison</f> lost 900 inmates.",
]


class Marked:
    """A step that gives the mentions the finders give, at the marks alone."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES,)
    provides = MENTIONS

    def __init__(self, spans: dict[Span, str]) -> None:
        self.spans = spans

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Mention] | StepError]:
        return [self._one(a.document, a) for a in batch]

    def _one(self, doc: Document, annotated: AnnotatedDocument) -> Layer[Mention]:
        sentences = annotated[SENTENCES]
        found = {("p", m.span): m for m in places.find(doc, sentences)} | {
            ("f", m.span): m for m in facilities.find(doc, sentences)
        }
        kept = [found.get((tag, span)) for span, tag in self.spans.items()]
        assert None not in kept, f"the finders miss a mark: {sorted(found)}"
        return Layer(tuple(m for m in kept if m is not None))


class Anything:
    """A step that calls every mark a place, whatever it is."""

    requires: tuple[LayerKey[Any], ...] = (SENTENCES,)
    provides = MENTIONS

    def __init__(self, spans: list[Span]) -> None:
        self.spans = spans

    def __call__(self, batch: Sequence[AnnotatedDocument]) -> list[Layer[Mention] | StepError]:
        return [Layer(tuple(self._mention(a, span) for span in self.spans)) for a in batch]

    def _mention(self, annotated: AnnotatedDocument, span: Span) -> Mention:
        sentence = next((s for s in annotated[SENTENCES] if s.span.start <= span.start < s.span.end), annotated[SENTENCES][0])
        return Mention(
            MentionKind.PLACE, span, sentence.index, 0, span.of(annotated.document.text), "given", "type=town;km=9;rel=near"
        )


def resolve(marked: str) -> tuple[list[dict[str, str]], tuple[Resolution[PlaceValue], ...]]:
    text, marks = read(marked)
    annotated = annotate(document(text), ParseStep(), Marked({m.span: m.tag for m in marks}), PlaceStep())
    return [m.attributes for m in marks], annotated[PLACES]


@pytest.mark.parametrize("marked", CASES)
def test_resolution(marked: str) -> None:
    expected, found = resolve(marked)
    for fields, resolution in zip(expected, found, strict=True):
        value = resolution.value
        if fields.pop("none", None):
            assert value is None
            continue
        assert value is not None, resolution
        have = {
            "name": value.name,
            "precision": value.precision.value,
            "basis": value.basis,
            "region": value.admin1,
            "country": value.country,
            "id": value.gazetteer_id,
        }
        assert {k: have[k] for k in fields} == fields, resolution


def test_a_tie_stays_open_with_its_candidates() -> None:
    _, found = resolve("Three people died in <p>Springfield</p>.")
    assert found[0].value is None
    assert found[0].rule == "ambiguous"
    assert len(found[0].candidates) > 1


def test_one_sense_in_a_document() -> None:
    _, found = resolve("Shots fell in <p>Tripoli</p>, <p>Lebanon</p>. Later <p>Tripoli</p> was calm.")
    assert found[0].value is not None and found[2].value is not None
    assert found[0].value.gazetteer_id == found[2].value.gazetteer_id


def test_uncertainty_grows_with_vagueness() -> None:
    _, found = resolve("They met in <p>Kidal</p>, near <p>Kidal</p> and in northern <p>Mali</p>, somewhere in <p>Mali</p>.")
    radii = [r.value.uncertainty_m for r in found if r.value is not None]
    assert len(radii) == 4
    assert radii == sorted(radii, key=lambda r: r or 0.0)


BETWEEN = [
    # text, name, precision of both ends
    ("A mine hit a bus on the road between <p>Kidal</p> and <p>Gao</p> in <p>Mali</p>.", "Kidal", "town"),
    ("A mine hit a bus on the road between <p>Homs</p> and <p>Hama</p> in <p>Syria</p>.", "between Homs and Hama", "near"),
    ("Pylons fell between <p>Usulután</p> and <p>San Miguel</p>, <p>El Salvador</p>.", "between Usulután and San Miguel", "near"),
    # Parties, and countries, are not ends of a stretch of land.
    ("Talks between <p>Homs</p> and <p>Hama</p> tribes of <p>Syria</p> failed.", "Homs", "town"),
    ("The border between <p>Kenya</p> and <p>Somalia</p> is shut.", "Kenya", "country"),
]


@pytest.mark.parametrize(("marked", "name", "precision"), BETWEEN)
def test_between_two_places(marked: str, name: str, precision: str) -> None:
    _, found = resolve(marked)
    value = found[0].value
    assert value is not None
    assert (value.name, value.precision.value) == (name, precision) or "border" in value.name
    if precision == "near":
        second = found[1].value
        assert second is not None and (second.lat, second.lon) == (value.lat, value.lon)
        assert value.uncertainty_m is not None and value.uncertainty_m > 15_000


NONSENSE = [
    "Shots fell in <p>{}</p> at dawn.".format("Xy" * 5000),
    "Shots fell in " + "(" * 40 + "<p>Homs</p>" + ")" * 40 + ".",
    "Shots fell in <p>\u202eHoms\u202c</p> and <p>\u200fحمص</p>.",
    "Shots fell in <p>" + ", ".join(["Homs"] * 300) + "</p>.",
    "Shots fell ٣ km from <p>९९९</p> and <p>🏴</p>.",
]


@pytest.mark.parametrize("marked", NONSENSE)
def test_nonsense_is_answered(marked: str) -> None:
    text, marks = read(marked)
    annotated = annotate(document(text), ParseStep(), Anything([m.span for m in marks]))
    (layer,) = PlaceStep()([annotated])
    assert isinstance(layer, Layer) and len(layer.items) == len(marks)


def test_shifting_a_point() -> None:
    lat, lon = shifted(0.0, 0.0, 0, 111_320)
    assert (round(lat, 2), round(lon, 2)) == (1.0, 0.0)
    assert shifted(0.0, 179.9, 90, 111_320)[1] < 0


def test_the_same_text_resolves_the_same_way_twice() -> None:
    assert resolve(CASES[0])[1] == resolve(CASES[0])[1]
