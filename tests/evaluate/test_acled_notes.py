"""Notes of our own in the manner of ACLED's, each with its code: the whole way from text to code.

The file was written for this: invented events, a code and a note a line.
"""

from __future__ import annotations

from pathlib import Path

from dateline.evaluate.coder import Coder, Report
from dateline.evaluate.suites.case2021 import ACLED, Line, scored

NOTES = Path(__file__).with_name("acled_notes.tsv")
FLOOR = 0.85


def test_notes_get_their_codes() -> None:
    rows = [line.split("\t") for line in NOTES.read_text(encoding="utf-8").splitlines()]
    gold = [Line(Report(str(n), text), code) for n, (code, text) in enumerate(rows)]
    assert {line.code for line in gold} == set(ACLED)
    written = {report.id: alone for report, alone in Coder(workers=1).alone([line.report for line in gold])}
    found = scored(gold, written)
    assert found.metrics["weighted_f1"] >= FLOOR, "\n".join(f"{m.gold} {m.ours} {m.sentence}" for m in found.misses)
