"""The register holds together, loads fast and folds spellings."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from dateline.model.resolution import ActorKind
from dateline.resources.actors import ActorKey, load_register, parts, skeletons
from dateline.resources.actors.build import DATA, build, plural_of
from dateline.resources.actors.normal import skeleton
from dateline.resources.actors.register import COMPILED, ActorRegister
from dateline.resources.actors.trie import PhraseTrie

SAME = [
    ("Qurashi", "Quraishi", "Qureshi", "Qurayshi"),
    ("Baghdadi", "Bagdadi", "Baghdady"),
    ("Nusra", "Nusrah"),
    ("Muhammad", "Mohammed", "Mohamed"),
    ("Mujahideen", "Mujahidin", "Moudjahidine"),
    ("Hashimi", "Hashmi", "Hashemi"),
]
DIFFERENT = [("Baghdad", "Baghdadi"), ("Iraq", "Iran"), ("Hamas", "Hamid"), ("Sunni", "Shia")]


@pytest.mark.parametrize("spellings", SAME)
def test_transliterations_share_a_skeleton(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(s.lower()) for s in spellings}) == 1


@pytest.mark.parametrize("pair", DIFFERENT)
def test_other_names_do_not(pair: tuple[str, str]) -> None:
    assert skeleton(pair[0].lower()) != skeleton(pair[1].lower())


def test_articles_and_hyphens_do_not_count() -> None:
    assert skeletons("Abu Bakr al-Baghdadi") == skeletons("Abu-Bakr el Baghdadi")
    assert [p.fold for p in parts("People's Defense Forces")] == ["people", "defence", "forces"]


def test_more_than_250_actors_with_unique_ids() -> None:
    actors = list(load_register())
    assert len(actors) > 250
    assert sum(a.kind is ActorKind.ARMED_GROUP for a in actors) > 250


def test_times_run_forward() -> None:
    for actor in load_register():
        if actor.valid_from and actor.valid_to:
            assert actor.valid_from[:4] <= actor.valid_to[:4], actor


def test_successive_leaders_do_not_overlap() -> None:
    register = load_register()
    for group in ("is", "al-qaeda", "ttp", "al-shabaab"):
        terms = sorted(
            (a.valid_from or "", a.valid_to or "9999") for a in register.leaders(group) if a.office == "leader" and a.valid_from
        )
        assert all(before[1] <= after[0] for before, after in pairwise(terms)), (group, terms)


def test_states_are_made_from_the_tables() -> None:
    register = load_register()
    army = register.get("ng-army")
    assert army is not None
    assert (army.name, army.kind, army.countries) == ("Nigerian army", ActorKind.STATE_FORCE, ("NG",))
    assert register.ancestors("ng-army") == ("ng-military", "ng-government")
    assert register.get("zz-army") is None


def test_relations() -> None:
    register = load_register()
    assert register.rivals("is", "al-qaeda")
    assert register.ancestors("iskp") == ("is",)
    assert register.successor("isi") == "is"
    assert [a.id for a in register.leaders("is") if a.office == "leader"][0] == "abu-bakr-al-baghdadi"


def test_loads_in_a_tenth_of_a_second() -> None:
    raw = json.loads(COMPILED.read_text(encoding="utf-8"))
    times = []
    for _ in range(5):
        start = time.process_time()
        ActorRegister(raw)
        times.append(time.process_time() - start)
    assert min(times) < 0.1


def test_build_is_deterministic(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        build(tmp_path / name)
    assert (tmp_path / "one" / "actors.json").read_bytes() == (tmp_path / "two" / "actors.json").read_bytes()


def test_no_name_of_one_group_stands_twice_under_it() -> None:
    for path in sorted((DATA / "register").glob("*.yaml")):
        for actor in yaml.safe_load(path.read_text(encoding="utf-8"))["actors"]:
            aliases = [str(a) for a in actor.get("aliases", ())]
            assert len(aliases) == len(set(aliases)), actor["id"]


def test_keys_read_back() -> None:
    key = ActorKey("register", "is|isi", ("armed_group", "member"), {"noun": "fighter", "of": "3-9"})
    assert ActorKey.parse(str(key)) == key
    assert key.ids == ("is", "isi")


@pytest.mark.parametrize(("one", "many"), [("militia", "militias"), ("agency", "agencies"), ("boss", "bosses"), ("boy", "boys")])
def test_plurals(one: str, many: str) -> None:
    assert plural_of(one) == many


def test_a_word_without_letters_matches_nothing() -> None:
    trie = PhraseTrie([(("red", "army"), 1), (("red",), 2)])
    assert trie.matches([["red"], [""], ["army"]], 0) == [(0, [2])]


def test_every_name_tells_its_source() -> None:
    register = load_register()
    assert all(register.source(actor.id, actor.name) for actor in register)
    assert register.source("ke-army", "Kenyan army") is None
