"""The wikievents suite on invented sentences."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import wikievents
from dateline.evaluate.suites._alignment import Alignment
from dateline.evaluate.suites._deeds import Heads, deeds
from dateline.evaluate.suites._kairos import KAIROS, RAMS, row_of, rows_of
from dateline.evaluate.suites._kairos_gold import GoldArgument, GoldDocument, GoldEvent, Tokens, joined, read_gold
from dateline.evaluate.suites._tokens import printed
from dateline.evaluate.suites.wikievents import Argument, Event, Found
from dateline.model.event import Outcome
from dateline.model.span import Span

WORDS = tuple("A bomb exploded in Tassara and killed two herders . Rebels attacked the post , they said .".split())
TEXT = "A bomb exploded in Tassara and killed two herders. Rebels attacked the post, they said."
EXPLODE = row_of("Conflict.Attack.DetonateExplode", KAIROS)
ATTACK = row_of("Conflict.Attack.Unspecified", KAIROS)
DIE = row_of("Life.Die.Unspecified", KAIROS)
assert EXPLODE and ATTACK and DIE


def at(word: str) -> Span:
    start = TEXT.index(word)
    return Span(start, start + len(word))


def token(word: str) -> Tokens:
    n = WORDS.index(word)
    return Tokens(n, n + 1)


def gold_argument(role: str, *words: str) -> GoldArgument:
    return GoldArgument(role, words[0], tuple(map(token, words)))


GOLD = GoldDocument(
    "d",
    WORDS,
    TEXT,
    (
        GoldEvent(
            "Conflict.Attack.DetonateExplode",
            EXPLODE,
            token("exploded"),
            "exploded",
            (gold_argument("place", "Tassara"), gold_argument("explosivedevice", "bomb")),
        ),
        GoldEvent("Life.Die.Unspecified", DIE, token("killed"), "killed", (gold_argument("victim", "herders"),)),
        # "they" are the rebels: the same entity, another mention
        GoldEvent(
            "Conflict.Attack.Unspecified", ATTACK, token("attacked"), "attacked", (gold_argument("attacker", "they", "Rebels"),)
        ),
    ),
    KAIROS,
)
FOUND = Found(
    TEXT,
    (
        Event(at("exploded"), (EXPLODE,), (Argument(at("Tassara"), {EXPLODE: frozenset({"place"})}),)),
        Event(at("killed"), (ATTACK,), (Argument(at("herders"), {ATTACK: frozenset({"target"})}),)),
        Event(at("attacked"), (EXPLODE, ATTACK), (Argument(at("Rebels"), {ATTACK: frozenset({"attacker"})}),)),
        Event(at("said"), (ATTACK,), ()),
    ),
    tuple(Alignment(TEXT).spans(WORDS)),
    None,
    (at("exploded"), at("said")),
)


def test_scored() -> None:
    found = wikievents.scored([GOLD], {"d": FOUND})
    # right: exploded and attacked; "killed" is of another kind; "said" tells nothing
    assert (found.metrics["type_p"], found.metrics["type_r"]) == (2 / 4, 2 / 3)
    assert (found.metrics["trigger_p"], found.metrics["trigger_r"]) == (3 / 4, 1.0)
    # of ours Tassara, herders and Rebels only Tassara is right by its own head word, Rebels too by coreference
    assert (found.metrics["argument_head_p"], found.metrics["argument_head_r"]) == (1 / 3, 1 / 4)
    assert (found.metrics["argument_coref_p"], found.metrics["argument_coref_r"]) == (2 / 3, 2 / 4)
    # in the events that both have, one of two of ours and of three of gold
    assert found.metrics["argument_head_f1.events_found"] == pytest.approx(2 / 5)
    assert found.items == 3
    # one of two main verbs is an attack of gold's three
    assert found.baselines["type_f1/an attack at every main verb"] == pytest.approx(2 / 5)
    assert [miss.what for miss in found.misses] == [
        "arguments of exploded",
        "event: missing",
        "arguments of attacked",
        "event: not so",
        "event: not so",
    ]


def test_only_marked_words_count() -> None:
    gold = GoldDocument("d", WORDS, TEXT, GOLD.events[:1], KAIROS, False, False, (token("exploded"),))
    found = wikievents.scored([gold], {"d": FOUND})
    assert found.metrics["type_f1"] == 1.0
    assert "argument_coref_f1" not in found.metrics
    assert wikievents.scored([gold], {}).metrics["type_f1"] == 0.0  # a report that was rejected


def test_deeds() -> None:
    text = "Gunmen attacked a post near Tassara on Friday, killing two soldiers and wounding a cook."
    ((_, annotated, coded),) = Coder(1).claims([Report("1", text)])
    told = list(deeds(annotated, coded))
    assert [(deed.word.of(text), sorted(deed.types), sorted(deed.outcomes)) for deed in told] == [
        ("attacked", ["armed attack"], []),
        ("killing", [], [Outcome.KILLED]),
        ("wounding", [], [Outcome.INJURED]),
    ]
    attack, death, injury = wikievents.events(told, KAIROS, Heads(annotated))
    assert attack.rows == (ATTACK,) and death.rows == (DIE,)
    assert {a.word.of(text): sorted(r) for a in attack.arguments for r in a.roles.values()} == {
        "Gunmen": ["attacker"],
        "post": ["target"],
        "Tassara": ["place"],
    }
    # whom one thing befell is no argument of what befell others
    assert {a.word.of(text) for a in death.arguments} == {"Gunmen", "soldiers", "Tassara"}
    assert {a.word.of(text) for a in injury.arguments} == {"Gunmen", "cook", "Tassara"}


def test_rows() -> None:
    from dateline.evaluate.suites._deeds import Deed
    from dateline.resources.codebook import load_codebook

    assert {name for table in (KAIROS, RAMS) for row in table for name in row.types} <= set(load_codebook().types)
    assert row_of("Contact.Contact.Broadcast", KAIROS) is None
    assert row_of("conflict.attack.bombing", RAMS) is row_of("conflict.attack.n/a", RAMS)
    shot = Deed(Span(0, 1), frozenset({"armed attack"}), frozenset({Outcome.INJURED}), ())
    assert [row.gold for row in rows_of(shot, KAIROS)] == [("conflict.attack.unspecified",), ("life.injure",)]
    assert rows_of(Deed(Span(0, 1), frozenset({"campaign"}), frozenset(), ()), KAIROS) == ()


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))


def test_read_gold_of_wikievents(tmp_path: Path) -> None:
    row = {
        "doc_id": "d",
        "tokens": ["Rebels", "attacked", ".", "They", "fled", "."],
        "sentences": [[[], "Rebels attacked."], [[], "They fled."]],
        "entity_mentions": [{"id": "m1", "start": 0, "end": 1}, {"id": "m2", "start": 3, "end": 4}],
        "event_mentions": [
            {
                "event_type": "Conflict.Attack.Unspecified",
                "trigger": {"start": 1, "end": 2, "text": "attacked"},
                "arguments": [
                    {"entity_id": "m1", "role": "Attacker", "text": "Rebels"},
                    {"entity_id": "m2", "role": "Topic", "text": "They"},
                ],
            },
            {
                "event_type": "Medical.Intervention.Unspecified",
                "trigger": {"start": 4, "end": 5, "text": "fled"},
                "arguments": [],
            },
        ],
    }
    clusters = {"doc_key": "d", "clusters": [["m2", "m1"]]}
    write(tmp_path / "mini.jsonl.gz", [row])
    with pytest.raises(GoldError, match="no coref_mini.jsonl"):
        read_gold(tmp_path, "mini")
    write(tmp_path / "coref_mini.jsonl.gz", [clusters])
    (found,) = read_gold(tmp_path, "mini")
    assert found.text == "Rebels attacked. They fled."
    (event,) = found.events  # the other kind has no counterpart
    assert event.arguments == (GoldArgument("attacker", "Rebels", (Tokens(0, 1), Tokens(3, 4))),)
    # a split may be a folder
    write(tmp_path / "sealed" / "mini.jsonl.gz", [row])
    write(tmp_path / "sealed" / "coref_mini.jsonl.gz", [clusters])
    assert read_gold(tmp_path, "sealed") == [found]
    write(tmp_path / "mini.jsonl.gz", [{**row, "doc_id": "unknown"}])
    with pytest.raises(GoldError, match="not in the form"):
        read_gold(tmp_path, "mini")


def test_read_gold_of_rams(tmp_path: Path) -> None:
    row = {
        "doc_key": "r",
        "sentences": [["He", "did", "n't", "vote", "."], ["Mobs", "killed", "the", "clerk", "."]],
        "evt_triggers": [[6, 6, [["life.die.n/a", 1.0]]]],
        "gold_evt_links": [[[6, 6], [7, 8], "evt089arg01victim"], [[6, 6], [5, 5], "evt089arg02killer"]],
    }
    write(tmp_path / "rams_mini.jsonl.gz", [row])
    (found,) = read_gold(tmp_path, "rams_mini")
    assert found.text == "He didn't vote. Mobs killed the clerk."
    assert not found.complete and found.marked == (Tokens(6, 7),)
    assert [(a.role, a.words) for a in found.events[0].arguments] == [("victim", "the clerk"), ("killer", "Mobs")]


def test_texts_made_of_gold() -> None:
    assert joined(["Blast in port", "Two died.", "It was late."]) == "Blast in port\n\nTwo died. It was late."
    tokens = ["``", "We", "wo", "n't", "pay", "$", "5", "(", "now", ")", ",", "''", "he", "said", "."]
    assert printed(tokens) == '"We won\'t pay $5 (now)," he said.'
    assert printed(["He", "said", '"', "no", '"', "twice"]) == 'He said "no" twice'
