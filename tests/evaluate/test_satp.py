"""The satp suite on four invented narratives."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.evaluate.coder import Report
from dateline.evaluate.suite import GoldError
from dateline.evaluate.suites import satp
from dateline.evaluate.suites.satp import Narrative
from dateline.model.event import Family
from dateline.resources.codebook import load_codebook
from tests.evaluate.chronologies import chronology, claim, document, entry

A = document("A bomb went off near a bridge.")
B = document("Rebels set a truck on fire.")
C = document("Police arrested a trader.")
D = document("Gunmen took two clerks away.")


def test_scored() -> None:
    gold = [
        Narrative(Report("a", A.text), True, frozenset({"bombing"})),
        Narrative(Report("b", B.text), True, frozenset({"other"})),
        Narrative(Report("c", C.text), False, frozenset()),
        Narrative(Report("d", D.text), True, frozenset({"abduction"})),
    ]
    entries = [
        entry("1", "bombing", Family.ATTACK, [claim(A, "type", "bomb")]),
        entry("2", "armed attack", Family.ATTACK, [claim(B, "type", "set")]),
        entry("3", "arrest", Family.CUSTODY, [claim(C, "type", "arrested")]),
    ]
    found = satp.scored(gold, chronology(entries, a=A, b=B, c=C, d=D))
    assert found.metrics == {
        "f1": pytest.approx(0.8),  # two of three, nothing else: an arrest is not political violence
        "precision": 1.0,
        "recall": pytest.approx(2 / 3),
        "kind.armed_assault.f1": 0.0,
        "kind.bombing.f1": 1.0,
        "kind.abduction.f1": 0.0,
        "kind.other.f1": 0.0,
    }
    assert found.baselines == {"f1/always": pytest.approx(6 / 7)}
    assert [(miss.document, miss.gold, miss.ours) for miss in found.misses] == [("d", "relevant", "")]
    assert (found.documents, found.items) == (4, 3)


def test_types_of_the_table_are_in_the_codebook() -> None:
    types = load_codebook().types
    assert {types[name].family for name in satp._OF_TYPE} == satp.RELEVANT
    assert set(satp._OF_TYPE.values()) < set(satp.KINDS)


def test_read_gold(tmp_path: Path) -> None:
    (tmp_path / "mini.tsv").write_text("A bomb went off.\t0\t1\t0\t0\nNothing.\t0\t0\t0\t0\n")
    assert satp.read_gold(tmp_path, "mini") == [
        Narrative(Report("mini-1", "A bomb went off."), True, frozenset({"bombing"})),
        Narrative(Report("mini-2", "Nothing."), False, frozenset()),
    ]
    (tmp_path / "plain.tsv").write_text("A bomb went off.\t1\n")
    assert satp.read_gold(tmp_path, "plain") == [Narrative(Report("plain-1", "A bomb went off."), True, None)]
    for broken in ("text only\n", "text\tyes\n", "text\t0\t1\n"):
        (tmp_path / "broken.tsv").write_text(broken)
        with pytest.raises(GoldError, match=r"broken\.tsv, line 1"):
            satp.read_gold(tmp_path, "broken")
