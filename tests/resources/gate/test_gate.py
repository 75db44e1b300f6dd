"""What the gate lets pass and what not: texts of ours that it was not trained on."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from dateline.resources.gate import WEIGHTS, WINDOW, load_gate, words_of
from tests.conftest import ROOT

RELEVANT = [
    # one line, as a headline or an alert is
    "Bomb kills nine at bus stop in Peshawar",
    "Gunmen abduct schoolteacher in Plateau state",
    "Rebels seize border post after night of shelling",
    "Police fire tear gas at marchers in Nairobi",
    "Two soldiers hurt by landmine in Donbas",
    "Jihadists claim attack on convoy near Ménaka",
    "Thousands protest in Tbilisi against new law",
    "Mob lynches two men accused of blasphemy",
    "Court jails opposition leader for six years",
    "Air raid destroys clinic in Idlib, medics say",
    # regions, sides, styles
    "In Cotabato the army said its troops killed three gunmen of a splinter group in a clash that began before dawn.",
    "A grenade was lobbed into a tea shop in Narathiwat. Five customers were wounded, one of them seriously.",
    "Colombian police captured an alleged financier of the guerrillas at the airport of Cúcuta.",
    "The Israeli military said it had struck two launch sites in reply to rockets fired from the enclave.",
    "Palestinian medics reported that a boy of 14 had been shot in the chest during a raid on the camp.",
    "Turkish jets bombed positions of the separatists in the mountains, the general staff announced.",
    "A Kurdish commander denied that his fighters had shelled the village and blamed the government's militia.",
    "Russian forces withdrew from the town after a week of street fighting, its mayor wrote.",
    "Ukrainian drones hit a fuel depot behind the front; a guard was injured.",
    "Cartel gunmen ambushed a patrol of the national guard on a highway in Michoacán, leaving four agents dead.",
    "Herders burned eleven huts in a village of farmers in revenge for stolen cows, a chief told reporters.",
    "Burmese soldiers entered the village, set homes alight and took away nine young men as porters.",
    "Maoists blew up a school building in Jharkhand and left leaflets that warned teachers not to inform the police.",
    "The loyalist leader was shot by two masked men as he left a club in east Belfast.",
    "Riot police charged at students who threw stones in the centre of Santiago; sixty were arrested.",
    "Prisoners in Manaus took eight guards hostage and demanded better food.",
    "The separatists and the government exchanged 31 prisoners at a bridge on the line of contact.",
    "A suicide attacker detonated his vest in a queue of recruits in Mogadishu.",
    "Vigilantes hanged a man suspected of kidnapping from a tree beside the road.",
    "The defendants, all policemen, were sentenced to twelve years for the killing of a protester.",
    "The movement's spokesman warned of strikes on ports if the blockade was not lifted.",
    "Armed men robbed an aid convoy near Bor and beat two drivers.",
    "A deputy was shot and killed while serving a warrant in Oklahoma; the suspect died in an exchange of gunfire.",
    # a communiqué, a list of monitors, a thread
    "To our people: on the ninth day of the month our brigades stormed the barracks of the occupier, killed eleven of his "
    "soldiers and took their rifles. Two of ours fell. The struggle goes on until the last of them has left our soil.",
    "03 May: IED against army truck, km 14 road to Bama, 2 KIA 5 WIA. 04 May: two farmers abducted, Kawuri, ransom demanded.",
    "THREAD 1/ heavy gunfire near the ministry since 5am. 2/ tanks at the bridge. 3/ state tv off air, soldiers in the lobby.",
]
IRRELEVANT = [
    # words of violence in other senses
    "The winger's shooting let him down again, but the visitors' attack came alive after the break and scored three goals.",
    "The forward fired home a penalty in stoppage time to win the derby, and the coach praised his side's fighting spirit.",
    "The option's strike price was set at 55 dollars, ten per cent above the closing price of the shares.",
    "Investors punished the bank's shares after it cut its profit forecast, and the index fell by two per cent.",
    "Thunderstorms will hit the coast on Sunday with strong winds, and temperatures drop to twelve degrees by the evening.",
    "Roast the peppers until their skins are black, peel them and blend them with garlic, lemon juice and olive oil.",
    "The singer's killer voice carries an album of ten songs about summer, and her band explodes into life on the last.",
    "An update closes a gap through which attackers could read passwords; users should install the software at once.",
    "The museum opens its exhibition of medieval swords on Friday, with a workshop for children and a concert at eight.",
    "The airline took delivery of its first two long-range jets and plans to replace its older fleet by 2030.",
    "A new battery charges in six minutes and keeps its capacity for eight years, according to the researchers.",
    "The novelist's third book, a thriller about a stolen painting, is slow to start and hard to put down.",
    "Parents and pupils planted forty trees behind the school, and the mayor promised benches for next spring.",
    "The central bank raised its rate by a quarter of a point and said inflation would return to its target next year.",
    "Patients who walked for half an hour a day had lower blood pressure after three months, the study found.",
    "The hotel has a pool, two restaurants and a terrace with a view of the lake; rooms cost 140 a night.",
    "The batsman, dropped on twelve, went on to make 131 and shared in a stand of 204 for the fourth wicket.",
    "The telescope has found water vapour around a planet that orbits its star in eleven days, astronomers report.",
    "Dealers expect prices of coffee to fall after good rain in the growing regions and a larger harvest than last year.",
    "The finance committee voted to raise the fee for parking and to cut the budget for flowers in half.",
]
CALM = (
    "The council discussed the budget for the coming year and agreed to spend more on roads, street lamps and the library. "
    "A member asked whether the swimming pool could stay open longer in summer. The treasurer promised figures for the next "
    "meeting. Farmers reported a good harvest of apples and plums, and the dairy has hired two apprentices. "
)
AN_ATTACK = "In the evening gunmen opened fire on a minibus outside the town and killed the driver and four passengers. "


@pytest.mark.parametrize("text", RELEVANT)
def test_what_tells_political_violence_passes(text: str) -> None:
    gate = load_gate()
    assert gate is not None
    assert gate.verdict([text]).passes, (gate.verdict([text]), gate.reasons(words_of(text)))


def test_most_of_what_does_not_is_stopped() -> None:
    gate = load_gate()
    assert gate is not None
    passed = [text for text in IRRELEVANT if gate.verdict([text]).passes]
    assert len(passed) <= len(IRRELEVANT) // 5, passed


def test_case_does_not_matter() -> None:
    gate = load_gate()
    assert gate is not None
    for text in (*RELEVANT, *IRRELEVANT):
        assert gate.verdict([text]) == gate.verdict([text.upper()]) == gate.verdict([text.lower()])


def test_one_paragraph_on_an_attack_is_enough_in_a_long_report() -> None:
    gate = load_gate()
    assert gate is not None
    assert not gate.verdict([CALM * 20]).passes
    for before in (0, 7, 20):
        assert gate.verdict([CALM * before, AN_ATTACK, CALM * (20 - before)]).passes
        assert gate.verdict([CALM * before + AN_ATTACK + CALM * (20 - before)]).passes


def test_who_did_it_and_where_does_not_matter() -> None:
    gate = load_gate()
    assert gate is not None
    told = "{who} shot dead two shopkeepers in {where} on Monday."
    swaps = [("Israelis", "Haifa"), ("Palestinians", "Hebron"), ("Hindus", "Delhi"), ("Muslims", "Lahore"), ("Serbs", "Zvornik")]
    assert len({gate.verdict([told.format(who=who, where=where)]) for who, where in swaps}) == 1


def test_examples_pass() -> None:
    gate = load_gate()
    assert gate is not None
    for path in sorted((ROOT / "examples" / "reports").iterdir()):
        assert gate.verdict([path.read_text(encoding="utf-8")]).passes, path.name


def test_no_name_has_a_weight() -> None:
    gate = load_gate()
    assert gate is not None
    countries = json.loads((WEIGHTS.parents[1] / "compiled" / "actors.json").read_text(encoding="utf-8"))["countries"].values()
    terms = {term for country in countries for term in (country["name"], *country["adjectives"])}
    groups = "taliban isis hezbollah houthi houthis hamas naxalite naxalites maoist maoists farc shabaab pkk tamil sikh".split()
    others = "london gaza kashmir baghdad kabul muslim christian jewish hindu arab kurdish islamic monday january".split()
    weighed = {word for name in gate.weights for word in name.split()}
    assert not weighed & {word for term in terms for word in words_of(term) if len(words_of(term)) == 1}
    assert not weighed & {*groups, *others}


def test_the_weights_are_small_and_quick() -> None:
    gate = load_gate()
    assert gate is not None
    assert WEIGHTS.stat().st_size < 1_000_000
    text = " ".join((" ".join(RELEVANT) + CALM * 4).split()[:500])
    assert len(words_of(text)) >= 10 * WINDOW
    took = []
    for _ in range(20):
        start = time.process_time()
        for _ in range(5):
            gate.verdict([text])
        took.append((time.process_time() - start) / 5)
    assert min(took) < 0.001


def test_odd_texts_are_judged_at_once() -> None:
    gate = load_gate()
    assert gate is not None
    for text in ("", " ", "x" * 100_000, "1" * 100_000, "1,2" * 50_000, "\u0130" * 1000, "a b " * 100_000, "\ud800"):
        assert 0 <= gate.verdict([text]).probability <= 1
    assert gate.verdict([]).probability >= 0


def test_weights_say_what_they_were_made_of() -> None:
    made = json.loads(Path(WEIGHTS).read_text(encoding="utf-8"))
    assert made["trained_on"] and made["held_out"] and made["dev"] and made["version"]
