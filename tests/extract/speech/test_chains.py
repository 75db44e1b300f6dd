"""Chains of speakers in the ways news puts them, marked as in `test_speech`: quotations, outlets citing outlets, the unnamed."""

from __future__ import annotations

import pytest

from tests.extract.speech.test_speech import attributed, narrowest
from tests.marked import read

ROWS = """
“<s by="farmer" is="stated">Three men</s> dragged him out of the house,” said a farmer in Arauca.
The colonel said the raid was "over" and that <s by="colonel" is="stated">two rebels</s> had been killed.
"We lost <s by="reuters > nurse" is="stated">six children</s>," a nurse in Taiz told Reuters.
The blast killed <s by="afp > police" is="stated">nine people</s>, according to AFP, which cited the police.
A drone hit <s by="security source" is="stated">a depot</s> near Erbil, a security source who declined to be named said.
Al Manar, quoting a Hezbollah official, said <s by="al manar > hezbollah official" is="stated">four fighters</s> were killed.
The army told him that <s by="army" is="stated">two soldiers</s> died, adding that <s by="army" is="stated">a third</s> was hurt.
The governor wrote on Twitter that <s by="governor" is="stated">five farmers</s> had been kidnapped in Zamfara.
In a post on Telegram, the mayor of Kharkiv said <s by="mayor" is="stated">a missile</s> had struck a school.
The Daily Star reported, citing witnesses, that <s by="daily star > witnesses" is="reported">gunmen</s> opened fire on a bus.
State television said <s by="state television" is="stated">12 civilians</s> were killed in the shelling of Aleppo.
Residents contacted by telephone said <s by="residents" is="stated">soldiers</s> had burned their homes.
An eyewitness, who asked not to be identified, said <s by="eyewitness" is="stated">four gunmen</s> fled on motorcycles.
According to a statement by the defence ministry, <s by="defence ministry" is="stated">seven militants</s> were killed in Mopti.
The ministry's spokesman, Col. Ali Traore, said <s by="spokesman" is="stated">a convoy</s> was ambushed near Gao.
Rebels shot down a helicopter, the interior ministry said, and <s by="interior ministry" is="stated">its crew</s> was taken.
Amnesty International accused the army of killing <s by="amnesty international" is="alleged">40 villagers</s> in Anambra.
A UN report found that <s by="un report" is="stated">government forces</s> had bombed a hospital in Idlib.
The news agency quoted an unnamed official as saying <s by="news agency > official" is="stated">three tankers</s> were seized.
A teacher in the town told the BBC that <s by="bbc > teacher" is="stated">her pupils</s> had been abducted.
“<s by="okello" is="stated">They</s> came at night,” said Mary Okello, 34. “<s by="okello" is="stated">They</s> burned it.”
The police chief denied that <s by="police chief" is="denied">officers</s> had fired on the crowd.
The shelling wounded <s by="" is="stated">four children</s>. The army did not comment.
No one has said who planted <s by="" is="stated">the bomb</s>.
The group said in a message posted online that it had beheaded <s by="group" is="stated">two hostages</s>.
Hospital officials put the toll at <s by="hospital officials" is="stated">17</s>.
Locals reported that <s by="locals" is="reported">a landmine</s> had killed a herder near Maiduguri.
Mexican prosecutors say <s by="prosecutors" is="stated">the mayor</s> was shot by two men on a motorbike.
The Kremlin claimed its forces had taken <s by="kremlin" is="claimed">the village</s>, while Kyiv said fighting went on.
The Kremlin claimed its forces had taken the village, while Kyiv said <s by="kyiv" is="stated">fighting</s> went on.
Four soldiers died, said the spokesman, and <s by="spokesman" is="stated">a fifth</s> was missing.
Speaking anonymously, an intelligence officer said <s by="intelligence officer" is="stated">a cell</s> was broken up.
The Guardian newspaper cited a leaked memo which said <s by="guardian newspaper > memo" is="stated">troops</s> shot protesters.
The observatory, a war monitor based in Britain, said <s by="observatory" is="stated">five air strikes</s> hit Douma.
He said <s by="he" is="stated">his brother</s> had been killed in the raid.
Indian police believe <s by="indian police" is="suspected">the group</s> carried out the bombing.
<s by="ministry" is="stated">Two trucks</s> were set ablaze, the ministry added in its statement.
The hospital's director, Dr Samir Haddad, told Al Jazeera <s by="jazeera > director" is="stated">30 bodies</s> were brought.
Asked about the raid, the minister said <s by="minister" is="stated">no civilians</s> were hurt.
Two people were killed, the fire brigade said, while <s by="mayor" is="stated">three</s> were killed according to the mayor.
The rebels fired rockets at the base, according to the army, but <s by="rebels" is="stated">a convoy</s> was hit, the rebels said.
Interfax, citing the emergencies ministry, reported <s by="interfax > emergencies ministry" is="reported">a blast</s> in Grozny.
The army hopes <s by="" is="stated">the rebels</s> will lay down their arms.
Villagers want <s by="" is="stated">the army</s> to leave the valley.
"""

TEXTS = [
    # the first marks, then the name, then on without a new saying
    '"Troops fired at <s by=priest is=stated>the church</s>," the priest said. "<s by=priest is=stated>Four women</s> died."',
    # a statement read out, in quotation marks over two paragraphs
    "The statement from the Lion Brigade reads:\n“Our men attacked <s by=brigade is=stated>the camp</s> at dawn.\n"
    "“We killed <s by=brigade is=stated>30 soldiers</s>.”",
    # an interview in turns; the outlet's questions are its own
    "[SALIM] They bombed <s by=salim is=stated>the market</s> on Friday.\n[REPORTER] How many died?\n"
    "[SALIM] We counted <s by=salim is=stated>nine bodies</s>.",
    # questions and answers
    "Q: What happened at the bridge?\nGENERAL HASSAN: Militants blew up <s by=hassan is=stated>two trucks</s>.\n"
    "Q: Were there losses?\nGENERAL HASSAN: <s by=hassan is=stated>Five soldiers</s> died.",
    # who is cited in a quotation is cited by who speaks there
    '"The police told us that <s by="trader > police" is="stated">a bomb</s> was found," a trader said.',
    # a pronoun is the actor resolution's to name
    "Mayor Ana Cruz said gunmen attacked the station. She said <s by=she is=stated>two officers</s> were killed.",
    # an outlet's own words after somebody's
    "The governor said the road was safe. On Monday gunmen kidnapped <s by=nobody is=stated>ten travellers</s> there.",
    # a second sentence that goes on "according to him"
    "The commander spoke in Kidal. According to him, <s by=him is=stated>three vehicles</s> were destroyed.",
]


@pytest.mark.parametrize("row", [*(r for r in ROWS.strip().split("\n") if r), *TEXTS])
def test_who_says_so(row: str) -> None:
    text, marks = read(row)
    attributions = attributed(text)
    for mark in marks:
        found = narrowest(attributions, mark.span)
        chain = [s.text.lower() for s in found.chain] if found else []
        wanted = [w.strip().lower() for w in mark.attributes["by"].split(">") if w.strip() not in ("", "nobody")]
        assert len(chain) == len(wanted) and all(w in c for w, c in zip(wanted, chain, strict=True)), chain
        assert (found.certainty.value if found else "stated") == mark.attributes["is"]
