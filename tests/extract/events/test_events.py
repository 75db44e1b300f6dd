"""Event mentions: each row tells its events inside the sentence, and tells no other that happened.

`<e type=... is=...>anchor</e>`: `is` is the modality, `denied` for polarity, and may be left out for what happened.
"""

from __future__ import annotations

import pytest

from dateline.extract.events import EventStep
from dateline.extract.mentions.step import MentionStep
from dateline.extract.parse import ParseStep
from dateline.model.event import LISTED_MODALITIES, EventMention, Polarity
from dateline.model.layer import EVENTS
from dateline.resolve.actors import ActorStep
from tests.documents import annotate, document
from tests.marked import Mark, read

ATTACK = """
Gunmen <e type="armed attack">attacked</e> a bus near Garissa on Tuesday.
Armed men <e type="armed attack">raided</e> the village of Kouri before dawn on 3 May 2021.
Rebels <e type="armed attack">opened</e> fire on a convoy in North Kivu.
A patrol was <e type="ambush">ambushed</e> near Gao on Monday, leaving three soldiers dead.
The convoy drove into an <e type="ambush">ambush</e> outside Ansongo on 4 June.
A car bomb <e type="bombing">exploded</e> outside a hotel in Mogadishu on Friday.
Two policemen were hurt when a roadside bomb <e type="bombing">went off</e> in Quetta.
The rebels <e type="bombing">blew up</e> a bridge over the Caguan river on Sunday.
The <e type="bombing">bombing</e> of a market in Maiduguri killed 20 people.
A man <e type="suicide bombing">blew</e> himself up at a checkpoint in Kandahar on Thursday.
A <e type="suicide bombing">suicide bombing</e> at a mosque in Peshawar killed 60 worshippers.
Government forces <e type="shelling">shelled</e> the town of Ariha on Wednesday.
<e type="shelling">Shelling</e> of a residential district in Donetsk wounded four people.
A <e type="shelling">rocket attack</e> on the port of Aden killed a nurse.
Two men on a motorcycle <e type="grenade">threw</e> a grenade at a bar in Bujumbura on Saturday.
An <e type="air strike">air strike</e> on a wedding in Saada killed 13 people.
A <e type="drone strike">drone strike</e> hit a vehicle in Derna on 9 March.
The mayor was <e type="assassination">assassinated</e> outside his home in Tibu on Tuesday.
The <e type="assassination">assassination</e> of a trade union leader in Cali shocked the city.
Pirates <e type="kidnapping">kidnapped</e> 12 sailors off the coast of Benin on 5 July.
Three aid workers were <e type="kidnapping">abducted</e> near Djibo last week.
The <e type="kidnapping">abduction</e> of 30 schoolgirls in Jangebe shocked the country.
Guerrillas <e type="massacre">massacred</e> 26 peasants in the hamlet of Bojaya in 2002.
The <e type="massacre">massacre</e> of 40 villagers at Solhan was the worst that year.
The militants <e type="execution">executed</e> two soldiers in the square of Palma.
Militiamen <e type="arson">torched</e> 40 houses in the village of Komanda on Monday.
Arsonists <e type="arson">set</e> fire to a mosque in Christchurch on Sunday.
Soldiers <e type="destruction">destroyed</e> a bridge near Kupiansk on 2 March.
Gunmen <e type="robbery">looted</e> a pharmacy in Bunia on Friday.
The men <e type="robbery">robbed</e> a bank in Tumaco on 4 April.
Soldiers <e type="sexual violence">raped</e> at least 14 women in Mai-Kadra in 2020.
A <e type="chemical attack">chlorine attack</e> on the town of Saraqib sickened 11 people.
Fighters <e type="prison break">stormed</e> a prison in Kunduz on Monday, freeing 80 inmates.
The <e type="prison break">jailbreak</e> at Kuje on 5 July let out 600 prisoners.
Unidentified men <e type="armed attack">shot</e> a journalist dead in Tijuana on Sunday.
Soldiers <e type="armed attack">killed</e> five civilians in Tamenghest.
Twelve people were <e type="armed attack">killed</e> in Beni on Friday.
A roadside bomb <e type="bombing">killed</e> five soldiers in Helmand on Friday.
Police found the bodies of three men after the <e type="armed attack">attack</e> in Taxco on Monday.
"""

BATTLE_UNREST_CUSTODY = """
The army and the rebels <e type="armed clash">clashed</e> near Malakal on Thursday.
Heavy <e type="armed clash">fighting</e> broke out in the suburbs of Khartoum on 15 April.
<e type="armed clash">Clashes</e> erupted in Tal Tamr between Turkish forces and Kurdish fighters.
Rebels <e type="territory taken">captured</e> the town of Bunagana on Monday.
The army <e type="territory taken">retook</e> the village of Pobe from the militants on 12 May.
The group <e type="territory lost">lost</e> the town of Sirte in 2016.
The <e type="territory lost">fall</e> of Mosul stunned the government.
The militia <e type="territory handed over">handed</e> over the town of Kidal to the army in May.
The army <e type="base set up">set up</e> a base in Mozambique's Mueda district last month.
Police <e type="weapons seized">seized</e> 40 rifles in a house in Tumaco on Monday.
Thousands of people <e type="demonstration">protested</e> in Minsk on Sunday.
A <e type="demonstration">demonstration</e> in Lima drew 5,000 people on Saturday.
Police <e type="demonstration met with force">fired</e> on protesters in Conakry, killing two.
Security forces <e type="demonstration met with force">dispersed</e> the demonstrators in Bamako with tear gas.
Bus drivers in Lagos <e type="strike">went</e> on strike on Wednesday.
Youths <e type="riot">rioted</e> in the suburbs of Paris on Thursday night.
Inmates <e type="prison riot">rioted</e> at the prison in Guayaquil on Tuesday.
A <e type="prison riot">prison riot</e> in Guayaquil left 119 inmates dead.
A mob <e type="mob violence">lynched</e> two men in the town of Todonyang.
Police <e type="arrest">arrested</e> 14 people in Dakar on Wednesday.
A former commander was <e type="arrest">arrested</e> in Brussels on 3 August.
The <e type="arrest">arrest</e> of two journalists in Addis Ababa was condemned by the union.
Soldiers <e type="arrest">detained</e> 30 villagers in Kayah state on Monday.
Forty rebels <e type="arrest">surrendered</e> to the army in Arauca on Friday.
A court in Almaty <e type="trial or sentence">sentenced</e> two activists to eight years in prison on Monday.
The <e type="trial or sentence">trial</e> of four officers opened in Koblenz in April 2020.
The rebels <e type="release">released</e> 12 soldiers in Caqueta on Thursday.
The <e type="release">release</e> of 40 prisoners in Hodeidah was confirmed by the Red Cross.
The two sides carried out a <e type="prisoner exchange">prisoner exchange</e> near Horlivka on 29 December.
Seventeen inmates <e type="escape">escaped</e> from a jail in Port-au-Prince on Thursday.
"""

OTHERS = """
The group <e type="claim of responsibility">claimed</e> responsibility on Saturday for the raid.
The army <e type="denial">denied</e> on Friday that its troops had burned the village.
Ankara <e type="accusation">accused</e> the militants on Monday of planting the bomb.
The militants <e type="threat">threatened</e> on Sunday to kill the hostages.
The rebels <e type="appeal">called</e> on fighters in May 2020 to free their comrades.
The militants <e type="offer of reward">offered</e> a reward in June for information about the judge.
The front <e type="publication">released</e> a video on 3 May showing the hostages.
The front's leader <e type="statement">issued</e> a statement in April 2019.
The government and the rebels <e type="agreement or ceasefire">signed</e> an agreement in Havana in 2016.
Supporters of al-Qaeda launched an online <e type="campaign">campaign</e> in May 2019.
More than 4,000 people <e type="displacement">fled</e> their homes in Ituri last week.
The army <e type="withdrawal">withdrew</e> from the town of Aguelhok on Tuesday.
Kenya <e type="deployment">deployed</e> 400 police officers to Port-au-Prince in June.
Three people died when a bus <e type="other accident">crashed</e> into a ravine near Cusco on Monday.
Last year, 288 <e type="statistic">attacks</e> were carried out in the province.
In 2019, 120 people were <e type="statistic">killed</e> by landmines in Mali.
"""

UNREAL = """
The army <e type="denial">denied</e> that its troops had <e type="armed attack" is="denied">killed</e> civilians in Jenin.
No one was <e type="armed attack" is="denied">injured</e> in the village.
The army <e type="denial">denied</e> in a letter that it had ever <e type="shelling" is="denied">shelled</e> the village.
The ministry <e type="denial">rejected</e> the accusation of having <e type="armed attack" is="denied">opened fire</e> first.
Had the bomb <e type="bombing" is="conditional">exploded</e>, hundreds would have died.
The deadliest <e type="ambush">ambush</e> that rebels had ever laid there killed nine.
Rebels tried to <e type="territory taken" is="attempted">capture</e> the town of Goma on Monday.
Police said they had foiled a plot to <e type="armed attack" is="foiled">attack</e> a church in Jakarta.
The army plans to <e type="territory taken" is="planned">retake</e> the town of Mocimboa.
The militants <e type="threat">threatened</e> to <e type="armed attack" is="threatened">kill</e> the hostages.
The group <e type="appeal">called</e> on its supporters to <e type="armed attack" is="called-for">attack</e> judges in Baghdad.
If the militants <e type="armed attack" is="conditional">attack</e> the town, the army will respond.
The rebels could <e type="territory taken" is="conditional">seize</e> the airport at Bangui.
The government will <e type="release" is="predicted">release</e> 40 prisoners in May.
The group often <e type="prison break" is="habitual">attacks</e> prisons in the north.
Protesters demanded the <e type="release" is="called-for">release</e> of 40 prisoners.
Officials fear an <e type="armed attack" is="predicted">attack</e> on the capital.
The police warned of a possible <e type="armed attack" is="predicted">attack</e> in Nairobi.
Soldiers failed to <e type="release" is="attempted">free</e> the hostages in Kaduna.
The attempted <e type="assassination" is="attempted">assassination</e> of the governor in Zamfara shook the state.
The police averted a <e type="bombing" is="foiled">bombing</e> in Istanbul on Friday.
Without <e type="armed attack" is="denied">killing</e> anyone, the men left the town of Pemba.
<e type="prison break" is="habitual">Attacks</e> on prisons are a tactic of the group.
"""

NOTHING = """
The striker scored twice on Saturday in Madrid.
Heart attacks killed more men than women.
The floods killed 40 people in Beira in March.
The patient died of cancer in Oslo on Monday.
The minister attacked the opposition's budget.
The campaign for the presidency opened in Quito on Monday.
The company launched a new phone in Mumbai on Friday.
The film was shot in Marrakesh in 2015.
Shares in the bank fell on Tuesday.
The court's ruling was released in May.
"""

MANY = """
The army has been shelling the villages around Maungdaw for months.
Gunmen have attacked clinics in the valley over the past few years.
In the last few months, the air force has increased its air strikes in the north of Kordofan.
The junta has stepped up its raids on villages in Sagaing, including shelling and drone strikes.
The border towns are subjected to frequent shelling.
The port has come under constant attacks by the militia since 2019.
The gangs have killed many teachers and nurses.
These are the men who have kidnapped missionaries and traders.
Attacks of this kind frighten people and drive them from their homes.
He was responsible for carrying out bomb attacks against buses in Haifa.
The regime has used artillery and helicopters to attack villages in Kachin.
Every time a judge is murdered, the ministry promises reform.
The killing of over 200,000 Guatemalans has gone unpunished.
Kharkiv: 45 attacks left eleven civilians dead.
The enemies of the peace have dedicated themselves to murdering mayors.
The rebels decreed a suspension of their attacks on mayors in Arauca.
Schools will be used as shelters in case of an offensive against Rafah.
Guards were posted at the gates of Bukavu in anticipation of clashes.
The mayor welcomed efforts to prevent inmates from escaping from the prison at Goma.
Stop the kidnapping and torture of students in Managua!
The party sought to dissolve the militia.
The talks could lead to their arrest in Lagos.
A judge in Lima ordered the arrest of two colonels on Monday.
The soldiers moved into Cabinda instead of attacking the base.
No government had blamed the armed forces of killing defenceless civilians since the war began.
The report lists multiple attempts to attack the camp at al-Hol.
Since early 2021, monitors have counted 223 operations in Idlib, including sniper fire, raids and shelling, which left 312 dead.
Half a million people were displaced in Tigray.
The war has killed half a million people in Syria.
Thousands of people were killed in Grozny.
The guard was treated at a hospital in Lagos and released.
A red dot on the map stands for each ambush of a convoy near Kidal.
The party raised the question of the land, and of disbanding the militia.
Turmoil in Buenos Aires might lead to a new attempt to seize the islands.
The insurgents generally watch an area before attacking it.
Aid was sent to vulnerable and displaced people in Aleppo.
He was held in Tulsa on complaints of robbery, kidnapping and murder.
The driver hit an embankment near Bastia on Monday.
We ask them to disarm; free the hostages of Arauca; and respect the truce.
"""

SENSES = """
Wounded villagers were taken to hospitals in Bunia on Monday.
What action has the ministry taken against the smugglers of Tijuana?
The fighters have taken up positions around Bakhmut.
A lawyer who held a degree in Economics spoke in Cairo on Tuesday.
The farm that the settlers took as a centre lies near Hebron.
The courage demonstrated by the nurses in Wuhan was praised on Friday.
A march of the 4th battalion towards Raqqa is planned.
The news kept the city in vigil on Monday night.
The boys picked up stones in Soweto on Saturday.
The troops picked up shell casings near Bucha on 3 April.
The force fighting the militants lost its commander in May.
The ministry remains engaged in the relief effort in Kabul.
The two ministers reaffirmed their commitment to combating the militants on 12 February.
Drug violence poses a threat to the region, an envoy said in Lagos on Monday.
The firm accelerated the trial of its software in May.
Death hangs over the port of Tumaco.
The barrage on the Tigris near Samarra was built in 1956.
Sergeant Paul Slaughter spoke in Chicago on Monday.
A man, named as Omar Aziz, the head of a school, spoke in Idlib on Monday.
The party's diplomatic offensive in Geneva began in March.
The company was founded in 1988 and has offices in Beirut.
The rescue of the climbers in Chamonix took two days in July.
A celebration drew smokers and readers to Lima on Monday.
"""

TYPES = """
Soldiers <e type="territory taken">regained</e> control of Bunia on 24 July.
In April guards had thwarted the <e type="escape" is="foiled">escape</e> of a group of inmates in Choluteca.
The fighters' families were <e type="detention">taken</e> to detention camps such as Al-Hol in 2019.
A boy was accidentally <e type="accidental shooting">shot</e> by his brother in Tulsa on Monday.
Rebels <e type="armed attack">attacked</e> a police station in Uchiza on Monday with rifles and explosives.
Two farmers were killed when they <e type="bombing">stepped</e> on a mine near Cuito on Monday.
Three children died when their father <e type="bombing">drove</e> over a mine near Mopti on 4 May.
Two herders <e type="bombing">set off</e> an abandoned device near Tessalit on Sunday.
Men on motorcycles <e type="bombing">threw</e> a bomb at the house of a candidate in Karachi on Monday.
Protesters <e type="violent demonstration">threw</e> stones at the embassy in Lima on 12 January.
Police <e type="arrest">captured</e> 35 criminals in Cali on Monday.
Forces <e type="territory taken">took</e> the town of Kupiansk on Saturday.
Workers <e type="demonstration">marched</e> through Santiago on Monday.
The <e type="demonstration">march</e> took place in Jakarta on Friday.
The soldiers were <e type="detention">held</e> in a prison in Olenivka in May 2022.
Police <e type="release">rescued</e> two hostages from their kidnappers in Medellin on Tuesday.
The front <e type="leader named">appointed</e> Maria Lopez as its leader in June.
The army <e type="armed clash">fought</e> the rebels near Goma on Monday.
A court <e type="trial or sentence">charged</e> two men with murder in Lyon on Monday.
"""

PAIRS = """
The rebels' messages issued in <d>January 2020</d>, <d>May 2020</d> and <d>June 2021</d> called on fighters to rise.
There were attacks on the <d>Kamiti prison</d> and the <d>Naivasha prison</d> in July 2013.
"""


def rows(table: str) -> list[str]:
    """Return the rows of a table, without the empty ones."""
    return [row for row in table.strip().split("\n") if row]


def events_of(text: str) -> list[EventMention]:
    """Return the event mentions of a text."""
    return list(annotate(document(text), ParseStep(), MentionStep(), ActorStep(), EventStep())[EVENTS])


def status(event: EventMention) -> str:
    """Return the modality, or `denied`."""
    return "denied" if event.polarity is Polarity.DENIED else event.modality.value


def check(row: str) -> None:
    """Compare the marks of a row with what is found: the marked anchors, and nothing else that happened."""
    text, marks = read(row)
    found = {e.anchor.start: e for e in events_of(text)}
    for mark in marks:
        event = found.get(mark.span.start)
        assert event is not None, f"no event at {mark.span.of(text)!r}; found {_told(found, text)}"
        assert (event.type, status(event)) == _expected(mark), (
            f"{mark.span.of(text)!r}: {event.type}, {status(event)} ({event.rule})"
        )
    starts = {m.span.start for m in marks}
    extra = [e for s, e in found.items() if s not in starts and _told_anew(e)]
    assert not extra, f"told too much: {[(e.type, e.anchor.of(text)) for e in extra]}"


def _told_anew(event: EventMention) -> bool:
    """Tell whether an event is said to have happened, and not merely pointed back at ("for the raid")."""
    return event.modality in LISTED_MODALITIES and event.polarity is Polarity.ASSERTED and not event.anaphoric


def _expected(mark: Mark) -> tuple[str, str]:
    return mark.attributes["type"], mark.attributes.get("is", "actual")


def _told(found: dict[int, EventMention], text: str) -> list[tuple[str, str]]:
    return [(e.type, e.anchor.of(text)) for e in found.values()]


@pytest.mark.parametrize("row", rows(ATTACK))
def test_attacks(row: str) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(BATTLE_UNREST_CUSTODY))
def test_battle_unrest_custody(row: str) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(OTHERS))
def test_other_families(row: str) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(UNREAL))
def test_what_did_not_happen(row: str) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(NOTHING))
def test_nothing_to_tell(row: str) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(MANY))
def test_habits_trends_totals_and_demands_are_no_events(row: str) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(SENSES))
def test_other_senses_tell_nothing(row: str) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(TYPES))
def test_the_words_beside_the_anchor_decide_the_type(row: str) -> None:
    check(row)


@pytest.mark.parametrize("row", rows(PAIRS))
def test_one_anchor_several_events(row: str) -> None:
    text, marks = read(row)
    told = [e.distinguishing for e in events_of(text) if e.distinguishing is not None]
    assert [m.span.of(text).removeprefix("the ") for m in marks] == [d.of(text).removeprefix("the ") for d in told]
