"""Reported speech: for the marked words, who is cited for them (outermost first, `>` between) and how firmly.

`<s by=... is=...>words</s>`: `by` is empty or `nobody` for the report's own voice or a hedge without a speaker;
`is` is the certainty.
"""

from __future__ import annotations

import pytest

from dateline.extract.events import EventStep
from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.extract.reading import ReadingStep
from dateline.extract.speech import SpeechStep
from dateline.model.event import Attribution
from dateline.model.layer import ATTRIBUTIONS
from dateline.model.span import Span
from dateline.resolve.actors import ActorStep
from tests.documents import annotate, document
from tests.marked import read

ROWS = """
Police said that gunmen had killed <s by="police" is="stated">12 people</s> in Herat.
Gunmen killed <s by="police" is="stated">12 people</s> in Herat, police said.
Gunmen killed <s by="" is="stated">12 people</s> in Herat on Friday.
According to local officials, <s by="local officials" is="stated">40 inmates</s> escaped.
At least <s by="local officials" is="stated">40 inmates</s> escaped, according to local officials.
The raid reportedly killed <s by="" is="reported">six soldiers</s>.
The group claimed that it had killed <s by="group" is="claimed">200 soldiers</s>.
Local media quoted officials as saying that <s by="local media > officials" is="stated">riots</s> broke out in the prison.
The ministry denied that <s by="ministry" is="denied">30 soldiers</s> had died.
Residents told the newspaper that soldiers burned <s by="newspaper > residents" is="stated">40 houses</s>.
The soldiers are believed to have killed <s by="" is="suspected">nine villagers</s>.
The government accused the rebels of burning <s by="government" is="alleged">two schools</s> in Arauca.
The soldiers allegedly beat <s by="" is="alleged">four men</s> in the market.
The general said the rebels claimed they had taken <s by="general > rebels" is="claimed">the bridge</s>.
"We buried <s by="imam" is="stated">eleven men</s> this morning," an imam said.
The spokesman added that <s by="spokesman" is="stated">three policemen</s> were missing.
A witness said <s by="witness" is="stated">two men</s> had thrown the grenade.
The militants say they hold <s by="militants" is="stated">20 hostages</s>.
The Red Cross confirmed that <s by="Red Cross" is="stated">60 bodies</s> were buried.
There were unconfirmed reports of <s by="" is="reported">a second blast</s> in the harbour.
The raid killed <s by="activists" is="stated">nine people</s>, activists and local doctors said.
Doctors at the hospital said they had treated <s by="doctors" is="stated">31 wounded</s> on Sunday.
The mayor, citing the police, said <s by="mayor > police" is="stated">five people</s> had been arrested.
Local source said that gunmen raided the village, <s by="local source" is="stated">the gunmen</s> also took ten men.
The ministry said in a statement that raiders burned two farms, and stole <s by="ministry" is="stated">40 cows</s>.
A caller reported that <s by="caller" is="reported">a herder</s> had been shot in Jos.
Activists reported hearing loud blasts in the port, killing <s by="activists" is="reported">two sailors</s>.
The observatory reported the arrest of two men, wounding <s by="observatory" is="reported">a boy</s>.
It cost <s by="army" is="stated">300 lives</s> according to the army, <s by="rebels" is="stated">400</s> according to the rebels.
According to initial reports, <s by="" is="reported">nine men</s> died in the fire.
According to police reports, <s by="police" is="stated">nine men</s> died in the fire.
The army announced a ceasefire on Monday after rebels killed <s by="" is="stated">12 soldiers</s>.
Police said two men died, but nobody has claimed <s by="" is="stated">the attack</s> so far.
The front announced on <s by="" is="stated">Sunday</s> that it had shot <s by="front" is="stated">two men</s>.
It was learned from hospital sources that <s by="hospital sources" is="reported">two more sailors</s> had died.
<s by="police spokesman" is="stated">The strike</s> was confirmed by a police spokesman.
The announcement made by the interior minister of the arrest of <s by="interior minister" is="stated">five men</s> came late.
In a statement by the rebel front, the death of <s by="rebel front" is="stated">two guards</s> was announced.
<s by="daily trust" is="reported">Six farmers</s> were shot dead near Jos, reported Daily Trust.
Witness: the soldiers fired first and killed <s by="witness" is="stated">two students</s>.
The general cited scouts as saying that rebels burned <s by="general > scouts" is="stated">the depot</s>.
The bomb wounded <s by="" is="stated">three traders</s>, but no casualties have been reported in the market.
It shows that <s by="" is="stated">two men</s> were killed in the raid.
According to the law, <s by="" is="stated">the murder</s> of a guard is a crime.
The ministry denied the charges of <s by="" is="stated">murder</s> against the two officers.
Police said two men died in the fire, adding that <s by="police" is="stated">a third</s> was missing.
<s by="daily times" is="reported">Seven traders</s> on a bus to Swat were shot dead near Dadu on May 25, reported Daily Times.
<s by="times of india" is="reported">Two rebels</s> were shot in Gaya district on June 3, reports The Times of India.
<s by="indian express" is="reported">A guard</s> was shot on May 2 reports Indian Express <s by="" is="stated">He</s> fled.
Some masked men torched <s by="assam tribune" is="reported">a mill</s> in Silapur on March 7 reports The Assam Tribune
<s by="dawn" is="reported">Two men</s> died when a mine went off in Bara tehsil on June 18 reports Dawn The mine lay on a track.
<s by="sangai express" is="reported">A bomb</s> hurt two, for which rebels claimed responsibility, reports The Sangai Express.
Officials said that gunmen shot <s by="dawn > officials" is="stated">two guards</s> on May 2, reported Dawn.
The news agency reports <s by="news agency" is="reported">two deaths</s> in Homs on Monday.
Speaking a year after the fall of <s by="" is="stated">Palmyra</s> to the militants, Jane Hill said:
Hill said two men died, speaking in the street where <s by="" is="stated">three youths</s> were shot.
“It is a sad day,” Hill said, speaking in the street where <s by="" is="stated">three youths</s> were shot.
Two men died, said Hill, who was at the scene of <s by="" is="stated">the shooting</s>.
Two men died, Hill, who was at the scene of <s by="" is="stated">the shooting</s>, said.
The president ordered an inquiry to determine who killed <s by="" is="stated">the judge</s> on Friday.
They tried the men who killed <s by="" is="stated">the judge</s> according to the Bolivian Penal Code.
Medics found two men and <s by="police" is="stated">a third victim</s> that police said was grazed by gunfire.
LIMA (PERU), 3 MAY 89 (AFP) -- [TEXT] POLICE IN <s by="" is="stated">CUZCO</s> HELD TWO MEN.
<s by="" is="stated">LIMA</s> (PERU), 3 MAY 89 (AFP) -- [TEXT] POLICE HELD <s by="aide" is="stated">TWO MEN</s>, AN AIDE SAID.
The army has seized <s by="attorney general's office" is="stated">a ship</s>, the attorney general's office made known today.
She was at home when <s by="kane" is="stated">she</s> was shot, said Sgt. Bob Kane, a police spokesman.
A breakaway faction of the Taliban claimed responsibility for <s by="breakaway faction" is="claimed">the blast</s>.
A splinter faction of the Front for Liberty FFL claimed responsibility for <s by="faction" is="claimed">the blast</s>.
The front claimed responsibility for a bomb attack that left <s by="" is="stated">four children</s> injured.
The front claimed responsibility for <s by="front" is="claimed">a bomb attack</s> that left four children injured.
On Friday the front claimed two attacks in Homs which killed <s by="" is="stated">28 people</s>.
Today several <s by="" is="stated">attacks</s>, also claimed by the front, have killed <s by="" is="stated">35 people</s>.
The army recognized that <s by="army" is="stated">two soldiers</s> had died in attacks on its posts.
<s by="mora" is="stated">A bomb</s> went off under a bus, Juan Mora, first deputy chief of the office, told reporters today.
Two soldiers were <s by="officials" is="stated">hit</s> by sniper fire from over the river local officials said
"""

TEXTS = [
    # a quotation of several sentences whose source stands at its end
    '"Two shells hit <s by="mayor" is="stated">the school</s>. <s by="mayor" is="stated">Four pupils</s> died," the mayor said.',
    # a quotation that opens anew with each paragraph and closes once
    "The union issued a statement that reads as follows:\n“On Friday soldiers shot <s by=union is=stated>two miners</s>.\n"
    "“They burned <s by=union is=stated>the hall</s> too.”",
    # a paragraph that is nothing but quotation goes on with the one before
    "“They shelled the port at noon,” the governor said.\n“They also hit <s by=governor is=stated>two boats</s> near the pier.”",
    # ... and one that is not, does not
    "“They shelled the port at noon,” the governor said.\nThe shells sank <s by=nobody is=stated>two boats</s> near the pier.",
    # a statement announced with a colon, in the first person, and the report's own voice after it
    "The front issued the following statement:\nOur fighters shot down <s by=front is=stated>a helicopter</s> near Goma.\n"
    "We took <s by=front is=stated>two pilots</s> prisoner.\n"
    "The town was calm on Sunday after <s by=nobody is=stated>the battle</s>.",
    # a statement without quotation marks: up to what is no longer in the first person
    "The Foreign Secretary, Jane Hill, said:\nI condemn <s by=secretary is=stated>the bombing</s> of Homs.\n"
    "The army has shelled <s by=secretary is=stated>two hospitals</s>. We will act.\n"
    "Notes to editors\nThe army shelled <s by=nobody is=stated>a school</s> in May.",
    "Speaking a year after the fall of Palmyra, Jane Hill said:\nA year since <s by=hill is=stated>Palmyra</s> was taken, "
    "we have heard again of its people.\nI am appalled by reports of <s by=hill is=stated>the murder</s> of two boys.",
    "The mayor said:\nMen shot <s by=mayor is=stated>two boys</s>.\nPolice came and found <s by=nobody is=stated>a gun</s>.",
    # the speaker goes on without being named, and without a subject
    "The observatory reported the arrest of two men.\nAnd also reported the death of <s by=observatory is=reported>a guard</s>.",
    "The mayor said two men died. <s by=mayor is=stated>A third man</s> lost his leg. He added that the bomb was home-made.",
    "The mayor said two men died. <s by=nobody is=stated>A third man</s> lost his leg. The bomb was home-made.",
    # "the source" and "they" are who was cited before
    "A hospital source said two men died. The source added that <s by=hospital is=stated>a boy</s> was missing.",
    "Villagers said two men died. They added that <s by=villagers is=stated>a boy</s> was missing.",
    # texts that say in brackets who speaks
    "[SPEECH] [PRESIDENT JUAN SOTO] [TEXT] <s by=soto is=stated>Two bridges</s> were blown up last night. We will rebuild.",
    "BEIRUT, 4 MAY (AFP) -- [TEXT] The talks went on. [BEGIN RECORDING] [HADDAD] They hit <s by=haddad is=stated>a pier</s>. "
    "[END RECORDING] <s by=nobody is=stated>The port</s> was shut.",
    "QUITO, 4 MAY -- [TEXT] The mayor spoke. [BEGIN ROJAS RECORDING] They hit <s by=rojas is=stated>a pier</s>. [END RECORDING]",
    "NO CITY, 4 MAY -- [INTERVIEW WITH COMMANDER ABBAS] [TEXT]\n[REPORTER] Who shelled <s by=nobody is=stated>the port</s>?\n"
    "[ABBAS] Our guns hit <s by=abbas is=stated>the port</s> twice.",
    "Q: Who shelled <s by=nobody is=stated>the port</s>?\nMR. HALE: The rebels hit <s by=hale is=stated>the port</s>.\nQ: When?\n"
    "MR. HALE: On Friday.",
    # posts set into a report, with and without a line of their own for the signature
    "Shells hit <s by=amina is=stated>the mill</s>.\n— Amina (@amina_x) May 3, 2024\nIt burned <s by=nobody is=stated>a hut</s>.",
    "Shells hit <s by=amina is=stated>the mill</s>. — Amina (@amina_x) May 3, 2024\nIt burned <s by=nobody is=stated>a hut</s>.",
    "QUITO, 4 MAY (RADIO) -- [TEXT] [BEGIN RECORDING] [COLONEL JUAN ROJAS, CHIEF OF THE GENERAL STAFF] They hit "
    "<s by=rojas is=stated>a pier</s>. [END RECORDING]",
    # a word put in by the editors is nobody's turn
    "The port was shut.\n[THE] Rebels hit <s by=nobody is=stated>a pier</s> on Friday.",
    # an acronym in brackets is nobody's turn
    "The guard [GN] shot <s by=nobody is=stated>two men</s> on Friday. [GN] The guard left.",
]
HEADLINES = [
    ("Four killed in strike on market: health ministry", "health ministry"),
    ("Health ministry: four killed in strike on market", "health ministry"),
    ("Four killed in strike on market – police", "police"),
    ("Four killed in strike on market – Gulf News Agency", ""),
    ("Mali: four killed in strike on market", ""),
]


def rows() -> list[str]:
    """Return the rows of the table."""
    return [row for row in ROWS.strip().split("\n") if row]


def narrowest(attributions: tuple[Attribution, ...], span: Span) -> Attribution | None:
    """Return the attribution that decides for a span, as the assembly of claims does."""
    around = [a for a in attributions if a.asserts and a.content.contains(span)]
    named = [a for a in around if a.chain]
    return min(named or around, key=lambda a: (len(a.content), a.content), default=None)


def attributed(text: str, title: str | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of a text."""
    steps = (ParseStep(), ReadingStep(), MentionStep(), ActorStep(), EventStep(), SpeechStep())
    return annotate(document(text, title), *steps)[ATTRIBUTIONS]


@pytest.mark.parametrize(("title", "by"), HEADLINES)
def test_headlines(title: str, by: str) -> None:
    found = narrowest(attributed("Three people died on Monday.", title), Span(title.index("killed"), title.index("killed") + 6))
    assert (found.chain[0].text.lower() if found else "") == by


@pytest.mark.parametrize("row", [*rows(), *TEXTS])
def test_who_says_so(row: str) -> None:
    text, marks = read(row)
    attributions = attributed(text)
    for mark in marks:
        found = narrowest(attributions, mark.span)
        chain = [s.text.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ") for s in found.chain] if found else []
        wanted = [w.strip().lower() for w in mark.attributes["by"].split(">") if w.strip() not in ("", "nobody")]
        assert len(chain) == len(wanted) and all(w in c for w, c in zip(wanted, chain, strict=True)), chain
        assert (found.certainty.value if found else "stated") == mark.attributes["is"]


def test_the_dash_of_a_dateline_sets_no_saying_in() -> None:
    found = attributed("MEMPHIS, Tenn. (AP) – Police in Memphis have charged a woman in the robbery of a bank.")
    assert all(len(a.content) for a in found)
