"""How many were killed and hurt, from the sentence to the entry: as news writes it, over many places and sides.

`TABLE` holds a report and the killed and injured of its leading entry: "12" exactly so many, "5..7" bounds, "6.." and "..10"
with an open end, "0" none or nothing told; None where the row does not ask.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.suites._counts import told
from dateline.evaluate.suites._leading import leading
from dateline.model.event import Outcome

TABLE = [
    ("Between 5 and 7 soldiers were killed when rebels ambushed an army patrol in Kidal, northern Mali.", "5..7", None),
    ("A suicide bomber killed at least 6 policemen at a checkpoint in Kandahar.", "6..", None),
    ("Up to 10 villagers were killed in the raid near Bria, Central African Republic.", "..10", None),
    ("As many as 40 fighters may have been killed in the air strike on a camp in southern Yemen.", "..40", None),
    ("Some 30 people died when a bomb exploded at a market in Maiduguri.", "27..33", None),
    ("A dozen people were killed when shells hit a bus station in Donetsk.", "12", None),
    ("Five or six people were wounded when gunmen fired on a church in Jos.", None, "5..6"),
    ("The blast at the barracks in Mogadishu killed several soldiers.", "3..", None),
    (
        "Police said 6 people were killed in the bombing in Quetta, while hospital officials put the death "
        "toll at 8.", "6..8", None,
    ),
    ("Twelve people, including three children and a policeman, were killed in a bomb attack in Peshawar.", "12", None),
    ("Two children and three women were killed when a mortar round hit a house in Aleppo.", "5", None),
    (
        "A car bomb exploded in Baghdad on Tuesday, killing 28 people. Three of the wounded died in hospital "
        "overnight, raising the toll to 31.", "31", None,
    ),
    ("Gunmen killed Colonel Hassan Idris and his two brothers in Tripoli on Friday.", "3", None),
    ("Two soldiers were killed and a third died later of his wounds after a roadside bomb hit their vehicle in Gao.", "3", None),
    (
        "Army troops killed 14 rebels and seized 20 rifles, 3 vehicles and 2 million pesos in cash in "
        "Caqueta on Monday.", "14", None,
    ),
    ("Gunmen killed a 34-year-old teacher 12 kilometres from the town of Pattani on Thursday.", "1", None),
    ("Four F-16 jets bombed a camp near Sirte, killing 9 militants.", "9", None),
    ("The bombing in Ankara killed 37 people and wounded more than 120.", "37", "121.."),
    ("At least 22 people were killed and 55 others injured in an explosion at a mosque in Kano.", "22..", "55"),
    ("Three people were killed, 11 wounded and four are missing after clashes in Homs on Sunday.", "3", "11"),
    ("Rebels attacked a village in Ituri on Monday, leaving 17 dead and 23 injured.", "17", "23"),
    ("There were no casualties when two rockets landed near Sderot on Wednesday.", "0", "0"),
    ("Nobody was killed but 3 people were slightly injured when a grenade exploded in Bujumbura.", "0", "3"),
    ("Hundreds of people were killed in the bombardment of Grozny.", "200..", None),
    ("Dozens were wounded when police fired on protesters in Sanaa on Friday.", None, "24.."),
    ("A man and his wife were shot dead by gunmen in Karachi on Sunday.", "2", None),
    ("A mother and her two daughters were killed in shelling of Shujaiya on Monday.", "3", None),
    ("A family of five was killed when a drone fired a missile at a car in Marib.", "5", None),
    ("The army said 15 insurgents and 2 of its own soldiers were killed in a clash in Sirnak.", "17", None),
    ("One Israeli soldier was killed and two others were wounded by a mortar shell near Nahal Oz.", "1", "2"),
    ("One policeman died and another was injured when a bomb went off in Narathiwat.", "1", "1"),
    ("Nearly 50 people were killed in the attack on a wedding in Saada.", "45..50", None),
    ("More than 100 people, among them 20 women, were killed in the strike on a market in Kunduz.", "101..", None),
    ("Fewer than 10 people were hurt in the explosion in Brussels.", None, "..9"),
    ("Six people were killed, two of them children, when barrel bombs fell on Idlib.", "6", None),
    ("Eight people - five of them civilians - died in the attack in Bamako.", "8", None),
    ("The death toll in the bombing in Lahore has reached 72, with more than 300 wounded.", "72", "301.."),
    ("The toll from the bombing in Beirut climbed to 43 on Friday from 41.", "43", None),
    (
        "An air strike in Hajjah killed 19 people, 11 of them children, the health ministry said. The "
        "coalition denied killing civilians.", "19", None,
    ),
    ("The army said it killed 25 fighters in Zamfara on Tuesday, but residents said only 10 were killed.", "10..25", None),
    ("A bomb killed half a dozen people in Cotabato on Sunday.", "6", None),
    ("The shelling killed a couple in their home in Stepanakert.", "2", None),
    ("Up to 15 people, most of them women, were killed in the bombing in Hodeidah.", "..15", None),
    ("A three-year-old boy was killed along with four other members of his family in an air strike in Idlib.", "5", None),
    ("The attack in Baidoa killed 12-15 people.", "12..15", None),
    ("10 to 15 people were injured when a bomb exploded in Davao.", None, "10..15"),
    ("Kurdish fighters killed 6 soldiers in Hakkari; 3 militants also died.", "9", None),
    ("Seven people including the attacker died in the shooting in Tampa.", "7", None),
    ("Four people, possibly all from one family, were killed in an air raid in Taiz.", "4", None),
    ("Gunmen shot dead four men and a woman in Michoacan on Sunday.", "5", None),
    ("A grenade attack in Grenada, Antioquia, left two dead and three wounded, among them a child.", "2", "3"),
    ("Two people were killed and six were injured, three of them seriously, in a knife attack in Kunming.", "2", "6"),
    ("The explosion injured 20, five critically.", None, "20"),
    ("Four killed, dozens hurt as bus bomb rips through Jerusalem", "4", "24.."),
    ("Militants fired 40 rockets at the base in Kirkuk, killing one contractor and wounding four US soldiers.", "1", "4"),
    ("Police found 6 more bodies on Thursday, bringing the death toll from the bombing in Suruc to 34.", "34", None),
    ("The two pilots died when rebels shot down a helicopter near Slaviansk.", "2", None),
    ("All 12 people on board were killed when a missile hit the aircraft over Luhansk.", "12", None),
    ("The bombing in Zahedan left more than a dozen dead.", "13..", None),
    ("An estimated 60 people died in the raid on the village of Konduga.", "54..66", None),
    ("The attack killed three and hurt 15, according to police in Manila.", "3", "15"),
    ("Three brothers aged 4, 7 and 9 were killed by a shell in Gaza.", "3", None),
    ("The militants freed 9 of the 21 hostages seized in Jolo and killed two.", "2", None),
    ("A protester was killed and at least 16 wounded when soldiers opened fire in Conakry.", "1", "16.."),
    (
        "Taliban fighters attacked a convoy in Zabul on Monday, and three policemen and 22 insurgents were "
        "killed, officials said.", "25", None,
    ),
    ("A car bomb exploded in Baghdad on Tuesday, killing 28 people. The death toll rose to 31 on Wednesday.", "31", None),
    (
        "A car bomb exploded in Baghdad on Tuesday, killing 28 people. Three of the wounded died overnight, "
        "raising the death toll to 31.", "31", None,
    ),
    ("A gunman opened fire in a mall in Nairobi on Saturday. The death toll rose from 12 to 15 on Sunday.", "15", None),
    ("The death toll from the bombing in Beirut climbed to 43 on Friday from 41.", "43", None),
    ("Police said 6 people were killed in the bombing in Quetta. Hospital officials put the death toll at 8.", "6..8", None),
    (
        "Two more people died of their wounds, bringing to 14 the number of people killed in the attack on a "
        "church in Jos.", "14", None,
    ),
    ("The number of people killed in the bombing in Kabul rose to 90 on Thursday.", "90", None),
    ("The number of people killed in the bombing in Kabul rose from 80 to 90 on Thursday.", "90", None),
    ("The death toll in the attack stands at 19, the governor of Diyala said.", "19", None),
    ("The bombing in Kano has left 50 dead, the Red Cross said, up from an earlier figure of 38.", "50", None),
    ("The government revised the toll of the shelling in Sloviansk down from 9 to 7.", "7", None),
    ("Rebels put to death six prisoners near Bouake.", "6", None),
    ("The shelling left a farmer dead near Kupwara on Monday.", "1", None),
    ("The number of casualties in the bombing in Kabul rose to 40 on Monday.", "0", None),
    ("The number of wounded in the bombing in Kabul rose to 40 on Monday.", None, "40"),
    ("Three civilians and four militants were killed in a raid in Helmand on Monday.", "7", None),
    ("Two, three or four men were wounded in a shooting in Basra on Monday.", None, "2..4"),
    ("An air raid struck a truck on Monday, killing six rebels near Ghouta.", "6", None),
    ("US missile destroys house killing three in Marib.", "3", None),
    ("Jets bombed a car killing its driver near Raqqa.", "1", None),
    ("A bus overturned killing 12 people near Lima.", "0", None),
    ("2-3 killed, 7 hurt in raid on a farm, eastern Kivu.", "2..3", "7"),
    ("5-6 dead and 4 wounded in shelling of a school in Luhansk.", "5..6", "4"),
    ("Blast kills 14-16, possibly including tourists, in Luxor.", "14..16", None),
    ("Nine people, possibly all fishermen, killed in raid on huts in Borno.", "9", None),
    ("6-8 men, possibly smugglers, shot dead in ambush in Sinaloa.", "6..8", None),
    ("5 farmers or suspected rebels killed in ambush in Arauca.", "5", None),
    ("6 suspected insurgents including teenagers killed in Pattani.", "6", None),
    ("At least ten pupils among 19 reported killed in Garissa.", "19", None),
    ("Known smuggler among 8-9 killed in ambush near Culiacan.", "8..9", None),
    ("Up to three killed and up to five wounded in grenade attack on a bar in Bujumbura.", "..3", "..5"),
    ("Raid destroys bus killing seven suspected rebels near Agadez.", "7", None),
    ("At least 6 women, and possibly more, of 21 killed in bombing of a clinic in Kharkiv were nurses.", "21", None),
    ("Ambush on either bus or truck kills 6-7 in Mopti.", "6..7", None),
    ("A raid on an empty barracks in Sirte killed either two, four or no soldiers.", "0..4", None),
    (
        "Up to nine rebels were killed in an air raid in Kachin on Monday. The army said three of the dead "
        "were officers.", "3..9", None,
    ),
    ("Artillery killed as many as 25 'suspected gunmen' in Marawi.", "..25", None),
    ("The number of people who were shot dead in the attack on Utoya has risen to 69.", "69", None),
    ("Nine farmers were wounded on Friday near Poonch by the mortar fire of the Pakistani army.", None, "9"),
    ("Two, three or four men were wounded in a shooting in Basra on Monday.", None, "2..4"),
    ("12 killed, including perhaps two guards, in an attack on a hotel in Ouagadougou.", "12", None),
    ("A rocket hit a van killing four nurses near Ghazni on Monday.", "4", None),
    ("Two nurses, including one foreigner, among up to six killed in a raid on a rebel commander.", "2..6", None),
    ("5-6 killed, including possibly 0-2 farmers, and 4 injured in attack on lorry in Kidal.", "5..6", "4"),
    ("6-12 alleged rebels killed and 4 injured in an attack on a convoy in the hills near Goma.", "6..12", "4"),
    ("Nine people, including three children and two nurses, were killed and 14 injured in a raid on Kidal.", "9", "14"),
]  # fmt: skip


@pytest.fixture(scope="module")
def counts() -> Mapping[str, tuple[str, str]]:
    """Return killed and injured by report, each coded alone."""
    reports = [Report(str(n), text, published="2015-03-10") for n, (text, _, _) in enumerate(TABLE)]
    found: dict[str, tuple[str, str]] = {}
    for report, alone in Coder(workers=1).alone(reports):
        entry = next(iter(leading(alone.entries, [alone.documents[report.id].id])), None)
        quantities = entry.quantities if entry is not None else ()
        killed, injured = (told(quantities, outcome) for outcome in (Outcome.KILLED, Outcome.INJURED))
        found[report.text] = (
            _written(killed.low, killed.high) if killed else "0",
            _written(injured.low, injured.high) if injured else "0",
        )
    return found


def _written(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"


@pytest.mark.parametrize(("text", "killed", "injured"), TABLE)
def test_counts(text: str, killed: str | None, injured: str | None, counts: Mapping[str, tuple[str, str]]) -> None:
    found = counts[text]
    assert [f for f, wanted in zip(found, (killed, injured), strict=True) if wanted is not None] == [
        wanted for wanted in (killed, injured) if wanted is not None
    ]
