"""Coding: documents that the current run has not coded yet go through the pipeline, and their claims into the database."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.jobs.identity import current_run
from dateline.jobs.pool import Pool, PoolOptions
from dateline.jobs.progress import SILENT, Progress
from dateline.model.claim import Coded
from dateline.model.document import Document
from dateline.model.layer import StepError
from dateline.pipeline.gating import was_gated
from dateline.store import Database, RefusedClaim, Rejected, State, View, Writer

CHARACTERS_PER_WORKER = 150_000
"""About ten seconds of coding; loading the model takes three, so that a worker for less is not worth its start."""


@dataclass(frozen=True, slots=True)
class CodeResult:
    """How many documents were coded now and how many had been before, and those that could not be.

    `gated` are those coded now that did not pass the gate and so yield nothing.
    """

    coded: int
    before: int
    rejects: tuple[Rejected, ...]
    gated: int = 0


def code(
    database: Database,
    documents: Sequence[str] | None = None,
    options: PoolOptions | None = None,
    progress: Progress = SILENT,
) -> CodeResult:
    """Code the documents named, or all, that the current run has not coded as they are now.

    Each document is committed on its own: whatever ends this early, what is done is kept, and the next call goes on. No
    `options` means as many workers as there are cores and work for.
    """
    options = options or PoolOptions(workers=0)
    run = current_run(options.config)
    states = View(database).states(documents)
    todo = [state for state in states if (state.run, state.coded) != (run.id, state.fingerprint)]
    if not todo:
        return CodeResult(0, len(states), ())
    writer = Writer(database)
    writer.write_run(run)
    fingerprints = {state.document: state.fingerprint for state in todo}
    rejects: list[Rejected] = []
    gated = 0
    progress.begin("coding", len(todo))
    with Pool(replace(options, workers=options.workers or useful_workers(todo))) as pool:
        for document, outcome in pool.code(_load(database, documents, fingerprints)):
            reject = _write(writer, document, outcome, (run.id, fingerprints[document.id]))
            rejects += [reject] if reject else []
            gated += isinstance(outcome, Coded) and was_gated(outcome)
            progress.advance()
    rejects.sort(key=lambda reject: reject.locator)
    return CodeResult(len(todo) - len(rejects), len(states) - len(todo), tuple(rejects), gated)


def useful_workers(todo: Sequence[State]) -> int:
    """Return how many workers there are cores and work for."""
    size = sum(state.size for state in todo)
    return max(1, min(len(os.sched_getaffinity(0)), len(todo), size // CHARACTERS_PER_WORKER + 1))


def _load(database: Database, order: Sequence[str] | None, todo: dict[str, str]) -> Iterator[Document]:
    view = View(database)
    for id in todo if order is None else dict.fromkeys(order):
        if id in todo:
            yield view.document(id)


def _write(writer: Writer, document: Document, outcome: Coded | StepError, key: tuple[str, str]) -> Rejected | None:
    if isinstance(outcome, Coded):
        try:
            writer.write_coded(outcome, *key)
        except RefusedClaim as e:
            outcome = StepError("store", str(e))
        else:
            return None
    reject = Rejected(document.capture.locator, outcome.step, outcome.reason)
    writer.write_reject(reject)
    return reject
