"""Conflict narratives of the South Asia Terrorism Portal: relevant if they tell political violence.

A row is a narrative and 0/1 columns. Where there are several, they are kinds of violence (armed assault, bombing, abduction,
other), and a narrative is relevant if any of them is 1. A document is relevant to us if `run` lists an incident of the
families attack or battle for it; the kinds are given through the codebook's types.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate.coder import Chronology, Coder, Report
from dateline.evaluate.figures import Counts, f1, ratio, totals, with_intervals
from dateline.evaluate.suite import GoldError, Miss, Score, Suite
from dateline.evaluate.suites import _rows
from dateline.model.claim import JsonValue
from dateline.model.entry import Entry
from dateline.model.event import EntryKind, Family

RELEVANT = frozenset({Family.ATTACK, Family.BATTLE})
KINDS = ("armed_assault", "bombing", "abduction", "other")
"""The kinds in the order of the columns, named after what the narratives of train tell; the file has no header."""
_OF_TYPE: Mapping[str, str] = {
    "armed attack": "armed_assault",
    "ambush": "armed_assault",
    "assassination": "armed_assault",
    "massacre": "armed_assault",
    "execution": "armed_assault",
    "armed clash": "armed_assault",
    "bombing": "bombing",
    "suicide bombing": "bombing",
    "grenade": "bombing",
    "shelling": "bombing",
    "air strike": "bombing",
    "drone strike": "bombing",
    "kidnapping": "abduction",
    "hostage-taking": "abduction",
}
"""Every other type of the families attack and battle is `other`."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """A narrative, whether it is relevant, and the kinds of violence it is labelled with, if kinds are given."""

    report: Report
    relevant: bool
    kinds: frozenset[str] | None


def read_gold(folder: Path, split: str) -> list[Narrative]:
    """Return the narratives of a split. Raises GoldError."""
    path = _rows.find(folder, split, [".tsv"])
    out = []
    for number, line in enumerate(_rows.lines(path), 1):
        if not line.strip():
            continue
        text, *columns = line.rstrip("\r").split("\t")
        if not columns or not set(columns) <= {"0", "1"}:
            raise GoldError(f"{path}, line {number}: no columns of 0 and 1 after the text")
        if len(columns) not in (1, len(KINDS)):
            raise GoldError(f"{path}, line {number}: {len(columns)} columns of 0 and 1, not 1 or {len(KINDS)}")
        kinds = (
            frozenset(kind for kind, column in zip(KINDS, columns, strict=True) if column == "1") if len(columns) > 1 else None
        )
        out.append(Narrative(Report(f"{split}-{number}", text), "1" in columns, kinds))
    if not out:
        raise GoldError(f"{path}: no rows")
    return out


def score(folder: Path, split: str, coder: Coder) -> Score:
    """Score a split: one run over its narratives."""
    gold = read_gold(folder, split)
    return scored(gold, coder.chronology([narrative.report for narrative in gold]))


def kinds_of(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the kinds of violence that entries tell; none if they are not relevant."""
    violent = [e for e in entries if e.kind is EntryKind.INCIDENT and e.family in RELEVANT]
    return frozenset(_OF_TYPE.get(entry.type, "other") for entry in violent)


def scored(gold: Sequence[Narrative], written: Chronology) -> Score:
    """Return the figures of a chronology of the narratives."""
    by_report = written.by_report()
    counts: list[Counts] = []
    misses: list[Miss] = []
    predictions: list[JsonValue] = []
    for narrative in gold:
        entries = by_report.get(narrative.report.id, [])
        ours = kinds_of(entries)
        counts.append(_counted(narrative, ours))
        predictions.append({"id": narrative.report.id, "relevant": bool(ours), "kinds": [*sorted(ours)]})
        if narrative.relevant != bool(ours):
            listed = ", ".join(entry.type for entry in entries)
            misses.append(
                Miss(narrative.report.id, "relevance", "relevant" if narrative.relevant else "", listed, narrative.report.text)
            )
    metrics, intervals = with_intervals(counts, figures)
    sums = totals(counts)
    always = {"f1/always": f1(ratio(sums.get("relevant.gold", 0.0), len(gold)), 1.0)}
    return Score(len(gold), int(sums.get("relevant.gold", 0.0)), metrics, intervals, always, tuple(misses), tuple(predictions))


def figures(sums: Counts) -> dict[str, float]:
    """Return F, precision and recall of the relevant class, and the F of each kind where kinds are given."""
    named = {"f1": "relevant"} | {f"kind.{kind}.f1": f"kind.{kind}" for kind in KINDS if f"kind.{kind}.gold" in sums}
    out: dict[str, float] = {}
    for metric, name in named.items():
        right = sums.get(f"{name}.right", 0.0)
        precision, recall = ratio(right, sums.get(f"{name}.ours", 0.0)), ratio(right, sums.get(f"{name}.gold", 0.0))
        out[metric] = f1(precision, recall)
        if name == "relevant":
            out |= {"precision": precision, "recall": recall}
    return out


def _counted(narrative: Narrative, ours: frozenset[str]) -> Counts:
    counts: dict[str, float] = defaultdict(float)
    pairs = [("relevant", narrative.relevant, bool(ours))]
    if narrative.kinds is not None:
        pairs += [(f"kind.{kind}", kind in narrative.kinds, kind in ours) for kind in KINDS]
    for name, in_gold, in_ours in pairs:
        counts[f"{name}.gold"] += in_gold
        counts[f"{name}.ours"] += in_ours
        counts[f"{name}.right"] += in_gold and in_ours
    return counts


SUITE = Suite(
    name="satp",
    about="narratives of conflict in South Asia, relevant or not",
    splits=("dev", "train"),
    score=score,
    main=("f1",),
)
