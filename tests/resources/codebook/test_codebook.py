"""The codebook's own files: every type is filled in, and what it names exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import dateline.resources.codebook as package
from dateline.model.event import Family, Outcome, Role
from dateline.resources.codebook import load_codebook
from dateline.resources.frames import load_frames

FOLDER = Path(package.__file__).parent
FAMILIES: list[dict[str, Any]] = [
    yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted((FOLDER / "types").glob("*.yaml"))
]
TYPES: dict[str, dict[str, Any]] = {name: entry for family in FAMILIES for name, entry in family["types"].items()}
FAMILY_OF = {name: family["family"] for family in FAMILIES for name in family["types"]}
SCHEMES: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "crosswalk.yaml").read_text(encoding="utf-8"))

KEYS = {"definition", "includes", "excludes", "roles", "outcomes", "examples", "crosswalk"}
CIRCUMSTANCES = {"place", "date", "quantity"}
"""Roles that every type has; the page says so once."""


def official(scheme: Mapping[str, Any]) -> set[str]:
    """Return all codes of a scheme; of one with modes, categories and `CATEGORY/mode`."""
    codes = set(scheme["types"])
    if isinstance(scheme["types"], dict):
        codes |= {f"{code}/{mode}" for code, modes in scheme["types"].items() if isinstance(modes, list) for mode in modes}
    return codes


def crosswalked(scheme: str) -> Iterator[str]:
    """Yield every code of a scheme that a type names."""
    for entry in TYPES.values():
        yield from entry["crosswalk"][scheme] or []


def test_every_type_is_there() -> None:
    assert sorted(TYPES) == sorted(load_codebook().types)
    assert {family["family"] for family in FAMILIES} == {family.value for family in Family}
    assert all(family["definition"].strip() for family in FAMILIES)


@pytest.mark.parametrize("name", TYPES)
def test_type_is_filled_in(name: str) -> None:
    entry = TYPES[name]
    assert set(entry) - {"broader"} == KEYS
    assert entry["definition"].strip().endswith(".")
    assert all(
        entry[key] and all(isinstance(item, str) and item.strip() for item in entry[key]) for key in ("includes", "excludes")
    )
    brackets = [item for key in ("includes", "excludes") for item in entry[key] if item.count("(") != item.count(")")]
    assert not brackets, f"an item cut in two: {brackets}"
    assert 2 <= len(entry["examples"]) <= 3
    assert all(example.strip().endswith(".") for example in entry["examples"])
    assert FAMILY_OF[entry.get("broader", name)] == FAMILY_OF[name]


@pytest.mark.parametrize("name", TYPES)
def test_roles_and_outcomes_exist(name: str) -> None:
    roles, outcomes = TYPES[name]["roles"], TYPES[name]["outcomes"]
    assert roles
    assert set(roles) <= {role.value for role in Role} - CIRCUMSTANCES
    assert all(isinstance(meaning, str) and meaning.strip() for meaning in roles.values())
    assert set(outcomes) <= {outcome.value for outcome in Outcome}
    assert len(outcomes) == len(set(outcomes))


@pytest.mark.parametrize("name", sorted(TYPES))
def test_frames_give_only_roles_and_outcomes_of_their_type(name: str) -> None:
    frames = {id(p.frame): p.frame for p in load_frames().by_name.values() if p.frame.type == name}.values()
    given = {role for f in frames for role in (f.agent, f.patient, *f.preps.values()) if role is not None}
    befallen = {o for f in frames for o in (f.outcome, f.agent_outcome, *f.outcome_if.values()) if o is not None}
    assert {role.value for role in given} <= set(TYPES[name]["roles"])
    assert {outcome.value for outcome in befallen} <= set(TYPES[name]["outcomes"])


def test_examples_are_unique() -> None:
    counts = Counter(example for entry in TYPES.values() for example in entry["examples"])
    assert max(counts.values()) == 1


@pytest.mark.parametrize("name", TYPES)
def test_crosswalk_names_official_types(name: str) -> None:
    crosswalk = TYPES[name]["crosswalk"]
    assert list(crosswalk) == list(SCHEMES)
    for scheme, codes in crosswalk.items():
        if codes is not None:
            assert codes and len(codes) == len(set(codes))
            assert set(codes) <= official(SCHEMES[scheme]), (name, scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_official_type_has_a_counterpart_or_is_listed_as_having_none(scheme: str) -> None:
    used, without, codes = set(crosswalked(scheme)), set(SCHEMES[scheme]["without"]), official(SCHEMES[scheme])
    assert without <= codes
    assert not used & without
    whole = {code.split("/")[0] for code in used}
    covered = {code for code in codes if code in used or ("/" not in code and code in whole)}
    # A category named without a mode stands for all of them; one without counterpart leaves its modes without.
    covered |= {code for code in codes if code.split("/")[0] in used and "/" in code and not _modes_named(code, used)}
    dropped = {code for code in codes if code in without or code.split("/")[0] in without}
    assert not covered & dropped
    assert covered | dropped == codes, sorted(codes - covered - dropped)


def _modes_named(code: str, used: set[str]) -> bool:
    category = code.split("/")[0]
    return any(other.startswith(f"{category}/") for other in used)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_schemes_say_where_they_come_from(scheme: str) -> None:
    entry = SCHEMES[scheme]
    assert set(entry) == {"title", "what", "source", "note", "types", "without", "partly"}
    assert set(entry["partly"]) <= set(crosswalked(scheme))
    assert {"acled": 25, "plover": 16, "gtd": 9, "cameo": 20, "muc4": 7}[scheme] == len(entry["types"])
