"""Quantities out of the claims of one entry: who is told twice, who is part of whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.link.quantities import derive_quantities
from dateline.link.singles import may_be_same, read_single
from dateline.model.claim import Claim, JsonValue, Quotation, Said
from dateline.model.span import Span


def told(outcome: str, words: str, best: int, unit: str, event: str, at: int, **more: JsonValue) -> Claim:
    whom = more.pop("whom", unit)
    value: dict[str, JsonValue] = {"low": best, "best": best, "high": best, "unit": unit, "whom": whom, "scope": "collective"}
    value |= more
    return Claim(event, f"quantity:{outcome}", value, words, Quotation("t", Span(at, at + len(words)), words))


def said(name: str) -> Said:
    return Said(name, "said", Quotation("t", Span(500, 504), "said"))


def found(*claims: Claim) -> list[tuple[str, int | None, str, str]]:
    return [(q.outcome.value, q.best, q.scope, q.rule) for q in derive_quantities(claims)]


def test_one_person_told_twice_is_one() -> None:
    claims = [
        told("killed", "Girl", 1, "person", "1", 0, whom="girl"),
        told("killed", "A 12-year-old girl", 1, "girl", "2", 30),
        told("killed", "she", 1, "person", "3", 90),
    ]
    assert found(*claims) == [("killed", 1, "collective", "agreed")]


def test_another_is_one_more() -> None:
    claims = [told("killed", "A man", 1, "man", "1", 0), told("killed", "another man", 1, "man", "2", 60)]
    assert [best for _, best, _, _ in found(*claims)] == [1, 1]


def test_one_of_two_is_a_part() -> None:
    claims = [told("killed", "Two people", 2, "person", "1", 0), told("killed", "a man", 1, "man", "2", 150)]
    assert found(*claims) == [("killed", 2, "collective", "single"), ("killed", 1, "part", "single")]


def test_one_told_beside_two_is_one_more() -> None:
    claims = [told("killed", "two children", 2, "child", "1", 0), told("killed", "wife", 1, "wife", "1", 20)]
    assert [(best, scope) for _, best, scope, _ in found(*claims)] == [(2, "collective"), (1, "collective")]


def test_a_figure_for_more_people_than_a_kind_leaves_the_kind_beside_it() -> None:
    claims = [told("killed", "two soldiers", 2, "soldier", "1", 0), told("killed", "three policemen", 3, "policeman", "1", 20)]
    assert [best for _, best, _, _ in found(*claims)] == [2, 3]


def test_those_hit_without_those_killed() -> None:
    hit = told("injured", "Five people", 5, "person", "1", 0, includes="killed")
    assert found(hit) == [("injured", 5, "collective", "single")]
    assert found(hit, told("killed", "one", 1, "", "1", 20))[1:] == [("injured", 4, "collective", "hit-less-killed")]
    # As many are told hurt in so many words: nothing is left to reckon.
    hurt = told("injured", "four others", 4, "", "2", 200)
    assert found(hit, told("killed", "one", 1, "", "1", 20), hurt)[1:] == [("injured", 4, "collective", "single")]
    # One of them is told apart.
    assert found(hit, told("injured", "a woman", 1, "woman", "2", 200)) == [
        ("injured", 5, "collective", "single"),
        ("injured", 1, "part", "single"),
    ]
    one = told("injured", "A man", 1, "man", "1", 0, includes="killed")
    assert found(one, told("killed", "the man", 1, "man", "2", 90)) == [("killed", 1, "collective", "single")]


def test_a_suspect_killed_is_none_of_those_he_hit() -> None:
    hit = told("injured", "A deputy", 1, "deputy", "1", 0, includes="killed")
    assert found(hit, told("killed", "the suspect", 1, "suspect", "2", 90)) == [
        ("killed", 1, "collective", "single"),
        ("injured", 1, "collective", "single"),
    ]


def test_others_who_were_hit_are_beside_the_dead() -> None:
    four = told("injured", "four youths", 4, "youth", "1", 0, includes="killed")
    others = told("injured", "three others", 3, "", "2", 200, includes="killed")
    assert found(four, told("killed", "one", 1, "", "1", 30), others)[1:] == [("injured", 3, "collective", "single")]


def test_another_beside_the_dead_may_be_the_one_told_as_hurt() -> None:
    claims = [
        told("killed", "1 dead", 1, "person", "1", 0),
        told("injured", "1 injured", 1, "person", "1", 10),
        told("killed", "One", 1, "person", "2", 60),
        told("injured", "another", 1, "person", "2", 80),
    ]
    assert [(outcome, best) for outcome, best, _, _ in found(*claims)] == [("killed", 1), ("injured", 1)]


def test_he_is_somebody_told_before() -> None:
    claims = [
        told("injured", "A deputy", 1, "deputy", "1", 0),
        told("injured", "he", 1, "person", "1", 30, includes="killed", whom="he"),
    ]
    assert found(*claims) == [("injured", 1, "collective", "single")]


def test_one_who_died_is_not_hurt() -> None:
    hurt = told("injured", "Ada Korpi", 1, "person", "1", 0, whom="person named")
    assert found(hurt, told("killed", "Korpi", 1, "person", "2", 90, whom="person named")) == [
        ("killed", 1, "collective", "single")
    ]


def test_fewer_of_a_kind_are_some_of_all() -> None:
    claims = [told("injured", "Eight people", 8, "person", "1", 0), told("injured", "two men", 2, "man", "2", 300)]
    assert [(best, scope) for _, best, scope, _ in found(*claims)] == [(8, "collective"), (2, "part")]
    claims = [told("injured", "Six people", 6, "person", "1", 0), told("injured", "five of the victims", 5, "victim", "2", 300)]
    assert [(best, scope) for _, best, scope, _ in found(*claims)] == [(6, "collective"), (5, "part")]


def test_kinds_that_add_up_to_all_are_parts() -> None:
    claims = [
        told("injured", "4 wounded", 4, "person", "1", 0),
        told("injured", "two men", 2, "man", "2", 20),
        told("injured", "two women", 2, "woman", "2", 40),
    ]
    assert [(best, scope) for _, best, scope, _ in found(*claims)] == [(4, "collective"), (2, "part"), (2, "part")]


def test_a_toll_brought_up_to_date_takes_the_place_of_the_earlier_one() -> None:
    first = told("killed", "28 people", 28, "person", "1", 0)
    risen = replace(told("killed", "31", 31, "person", "2", 300), decided_by=("argument:update",))
    assert [(q.low, q.best, q.high) for q in derive_quantities([first, risen])] == [(31, 31, 31)]
    # What another text tells stays beside it, and the newer figure is best.
    elsewhere = replace(told("killed", "28 people", 28, "person", "3", 0), evidence=Quotation("u", Span(0, 9), "28 people"))
    assert [(q.low, q.best, q.high) for q in derive_quantities([first, risen, elsewhere, elsewhere])] == [(28, 31, 31)]
    # A figure for some kind of people is not replaced.
    kind = told("killed", "5 policemen", 5, "policeman", "1", 0)
    assert sorted(q.best or 0 for q in derive_quantities([kind, risen])) == [5, 31]


def test_a_total_with_an_open_least_is_no_less_than_its_parts() -> None:
    most = told("killed", "up to seven", 7, "person", "1", 0, low=None)
    some = told("killed", "three of the dead", 3, "person", "2", 200, scope="part")
    assert [(q.low, q.high, q.scope) for q in derive_quantities([most, some])] == [(3, 7, "collective"), (3, 3, "part")]


def test_two_speakers_give_rival_figures() -> None:
    army = replace(told("killed", "25 rebels", 25, "rebel", "1", 0), said_by=(said("army"),))
    residents = replace(told("killed", "only 10", 10, "person", "1", 60), said_by=(said("residents"),))
    assert [(q.low, q.high) for q in derive_quantities([army, residents])] == [(10, 25)]
    # One speaker tells of different people.
    same = replace(residents, said_by=(said("army"),))
    assert [(q.low, q.high) for q in derive_quantities([army, same])] == [(25, 25), (10, 10)]


def test_a_vague_figure_is_made_precise_by_a_firm_one() -> None:
    vague: dict[str, JsonValue] = {"low": 2, "best": None, "high": None, "unit": "injury", "whom": "", "scope": "collective"}
    many = replace(told("injured", "many injuries", 2, "injury", "1", 0), value=vague)
    five = told("injured", "five people", 5, "person", "2", 300)
    assert [(q.low, q.best, q.high, len(q.claims)) for q in derive_quantities([many, five])] == [(5, 5, 5, 2)]


def test_the_wounded_and_the_dead_told_together() -> None:
    claims = [
        told("killed", "2 dead", 2, "person", "1", 0),
        told("injured", "4 wounded", 4, "person", "1", 10),
        told("injured", "six people", 6, "person", "2", 300),
    ]
    assert found(*claims)[1:] == [("injured", 4, "collective", "single")]


def test_civilians_are_no_fighters() -> None:
    claims = [told("killed", "two civilians", 2, "civilian", "1", 0), told("killed", "five rebels", 5, "rebel", "2", 300)]
    assert [best for _, best, _, _ in found(*claims)] == [2, 5]


def test_an_open_figure_told_again_stays_open() -> None:
    first = told("killed", "at least 22 people", 22, "person", "1", 0, high=None)
    (only,) = derive_quantities([first, told("killed", "22 dead", 22, "person", "2", 300)])
    assert (only.low, only.best, only.high, only.rule) == (22, 22, None, "agreed")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("a man", "man"), ("a woman", "woman"), False),
        (("a man", "man"), ("the boy", "boy"), False),
        (("a teenager", "teenager"), ("the boy", "boy"), True),
        (("a 14-year-old", "person"), ("a 17-year-old boy", "boy"), False),
        # At 16 one report has a boy and the next a man.
        (("a 17-year-old boy", "boy"), ("a man", "man"), True),
        (("a 9-year-old boy", "boy"), ("a man", "man"), False),
        (("an officer", "officer"), ("the gunman", "gunman"), False),
        (("an officer", "officer"), ("the man", "man"), True),
        (("a monk", "monk"), ("a nurse", "nurse"), False),
        (("a man", "man"), ("a second man", "man"), False),
    ],
)
def test_same_person(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    assert may_be_same(read_single(*one, named=False), read_single(*other, named=False)) is same


def test_two_names_are_two_people() -> None:
    ada, adas, bo = (read_single(name, "person", named=True) for name in ("Ada Korpi", "Korpi", "Bo Lund"))
    assert may_be_same(ada, adas)
    assert not may_be_same(ada, bo)
