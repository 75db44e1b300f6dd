from __future__ import annotations

import os
import signal
import time

import pytest

from dateline.jobs.pool import Outcome, Pool, PoolError, PoolOptions, batches
from dateline.model.claim import Coded
from dateline.model.document import Document
from dateline.model.layer import StepError
from tests.documents import document

FAKE = "tests.jobs.fakes:build_fake"


def code(texts: list[str], workers: int = 2, patience: float = 60.0) -> dict[str, Outcome]:
    documents = [document(text) for text in texts]
    with Pool(PoolOptions(workers=workers, pipeline=FAKE, patience=patience)) as pool:
        return {done.text: outcome for done, outcome in pool.code(documents)}


def good(n: int) -> list[str]:
    return [f"Gunmen killed {i} people." for i in range(1, n + 1)]


def test_every_document_comes_back_once() -> None:
    texts = good(100)
    results = code(texts)
    assert sorted(results) == sorted(texts)
    assert all(isinstance(r, Coded) and len(r.events) == 1 for r in results.values())


@pytest.mark.parametrize(
    ("word", "step", "reason"),
    [
        ("RAISE", "KillStep", "failed with ValueError: this text raises"),
        ("CRASH", "worker", "coding it crashed: the process was killed by SIGKILL, twice"),
        ("EXIT", "worker", "coding it crashed: the process ended with exit code 7, twice"),
    ],
)
@pytest.mark.parametrize("workers", [1, 2])
def test_what_kills_a_worker_is_rejected_alone(word: str, step: str, reason: str, workers: int) -> None:
    texts = [*good(5), f"A {word} in between.", *good(12)[5:]]
    results = code(texts, workers)
    assert [t for t, r in results.items() if isinstance(r, StepError)] == [f"A {word} in between."]
    assert results[f"A {word} in between."] == StepError(step, reason)
    assert sorted(results) == sorted(texts)


def test_what_hangs_is_stopped_and_rejected_alone() -> None:
    texts = [*good(3), "They HANG."]
    results = code(texts, 2, patience=0.4)
    assert results["They HANG."] == StepError("worker", "coding it took longer than 0 seconds and was stopped")
    assert sum(isinstance(r, Coded) for r in results.values()) == 3


def test_a_worker_killed_from_outside_costs_nothing() -> None:
    documents = [document(f"SLOW. {text}") for text in good(30)]
    results: list[Outcome] = []
    with Pool(PoolOptions(workers=2, pipeline=FAKE)) as pool:
        for _, outcome in pool.code(documents):
            if len(results) == 3:
                os.kill(min(w.process.pid for w in pool._workers), signal.SIGKILL)
            results.append(outcome)
    assert len(results) == 30
    assert all(isinstance(r, Coded) for r in results)


@pytest.mark.parametrize(
    ("pipeline", "reason"),
    [
        ("tests.jobs.fakes:build_nothing", "coding cannot start: OSError: no model here"),
        ("tests.jobs.fakes:build_broken", "coding cannot start: BrokenStep failed with OSError: no model here"),
        ("tests.jobs.fakes:exit_at_once", "coding cannot start: the process ended with exit code 3"),
        ("tests.jobs.fakes:no_such_name", "coding cannot start: AttributeError"),
    ],
)
def test_a_pipeline_that_cannot_be_built_says_why(pipeline: str, reason: str) -> None:
    with Pool(PoolOptions(workers=2, pipeline=pipeline)) as pool, pytest.raises(PoolError, match=reason):
        list(pool.code([document("Gunmen killed 1 people.")]))


def test_no_documents_need_no_worker_to_be_ready() -> None:
    started = time.monotonic()
    with Pool(PoolOptions(workers=1, pipeline="tests.jobs.fakes:build_nothing")) as pool:
        assert list(pool.code([])) == []
    assert time.monotonic() - started < 5


def test_batches_are_bounded_by_number_and_length() -> None:
    short: list[Document] = [document("x")] * 40
    long = [document("x" * 40_000)] * 2
    assert [len(b) for b in batches([*short, *long])] == [8, 8, 8, 8, 8, 1, 1]
