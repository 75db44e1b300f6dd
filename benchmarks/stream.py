"""A stream in which one report in ten is relevant, coded with the gate and without it, on one core, in one process."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.corpus import EXAMPLES, ROOT, document
from benchmarks.throughput import BATCH, one_core, timed
from dateline.model.document import Document
from dateline.model.layer import StepError
from dateline.pipeline import Config, Pipeline
from dateline.pipeline.gating import gated
from dateline.pipeline.order import build_pipeline

IRRELEVANT = ROOT / "benchmarks" / "irrelevant.txt"
OTHERS = 9
"""Irrelevant reports to a relevant one."""


@dataclass(frozen=True)
class Stream:
    """Best times of several interleaved rounds, in seconds; and how much of either kind passes the gate."""

    words: int
    reports: int
    gated_s: float
    ungated_s: float
    relevant_passed: float
    others_passed: float

    @property
    def gain(self) -> float:
        """Return how many times as fast coding with the gate is."""
        return self.ungated_s / self.gated_s


def measure(words: int, rounds: int) -> Stream:
    """Time both in turn, after one round that only warms up."""
    relevant, others = stream(words)
    batch = mixed(relevant, others)
    with_gate, without = build_pipeline(Config()), build_pipeline(Config(gate=False))
    with one_core():
        pairs = [(timed(lambda: _code(with_gate, batch)), timed(lambda: _code(without, batch))) for _ in range(rounds + 1)]
    best = (min(p[0] for p in pairs[1:]), min(p[1] for p in pairs[1:]))
    passed = (sum(gated(d) is None for d in kind) / len(kind) for kind in (relevant, others))
    return Stream(sum(len(d.text.split()) for d in batch), len(batch), *best, *passed)


def stream(words: int) -> tuple[list[Document], list[Document]]:
    """Return the relevant and the other reports, each kind as long as the other's on average, of `words` words in all.

    An irrelevant report is one of ours on some subject, its paragraphs turned round so that no two are the same.
    """
    reports = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    subjects = [subject.split("\n") for subject in IRRELEVANT.read_text(encoding="utf-8").strip().split("\n\n")]
    length = sum(len(text.split()) for text in reports) / len(reports)
    number = max(1, round(words / length / (OTHERS + 1)))
    relevant = [document(text, f"relevant-{n}") for n, text in enumerate(itertools.islice(itertools.cycle(reports), number))]
    others = [document(_turned(subjects, n, length), f"other-{n}") for n in range(number * OTHERS)]
    return relevant, others


def mixed(relevant: Sequence[Document], others: Sequence[Document]) -> list[Document]:
    """Return all reports, each relevant one after its share of the others."""
    out: list[Document] = []
    for number, report in enumerate(relevant):
        out += [*others[number * OTHERS : (number + 1) * OTHERS], report]
    return out


def _turned(subjects: Sequence[Sequence[str]], number: int, length: float) -> str:
    """Return about so many words: paragraphs of one subject, and of the next where it has too few."""
    turns, first = divmod(number, len(subjects))
    paragraphs: list[str] = []
    for subject in itertools.islice(itertools.cycle(subjects), first, None):
        turn = turns % len(subject)
        for paragraph in (*subject[turn:], *subject[:turn]):
            paragraphs.append(paragraph)
            if sum(len(p.split()) for p in paragraphs) >= length:
                return "\n".join(paragraphs)
    raise AssertionError("a cycle does not end")


def _code(pipeline: Pipeline, documents: Sequence[Document]) -> None:
    for start in range(0, len(documents), BATCH):
        for result in pipeline.code(documents[start : start + BATCH]):
            if isinstance(result, StepError):
                raise RuntimeError(f"{result.step}: {result.reason}")
