"""Pool: worker processes that code batches of documents, and survive what a document does to them."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.jobs.worker import receive, send
from dateline.model.claim import Coded
from dateline.model.document import Document
from dateline.model.layer import StepError
from dateline.pipeline import Config

Outcome = Coded | StepError
STANDARD_PIPELINE = "dateline.pipeline.order:build_pipeline"
BATCH_DOCUMENTS = 8
BATCH_CHARACTERS = 10_000
"""A batch takes about half a second: long against the time between batches, short against the wait at the end."""
START_SECONDS = 300.0
POLL_SECONDS = 1.0
DYING_SECONDS = 5.0
"""How long a process that has closed its output may take to end, so that its exit code can be told."""
STEP = "worker"
"""What a failure of the process, and not of a step, is called in rejects."""


class PoolError(Exception):
    """Workers that cannot start."""


@dataclass(frozen=True, slots=True)
class PoolOptions:
    """How many workers, what they build, and how long a document may take.

    A document may take `patience` seconds and one more for every `pace` characters: two hundred times what the standard
    pipeline needs, so that only what hangs is stopped.
    """

    workers: int = 1
    pipeline: str = STANDARD_PIPELINE
    config: Config = field(default_factory=Config)
    patience: float = 60.0
    pace: float = 100.0

    def allowance(self, batch: list[Document]) -> float:
        """Return how many seconds a batch may take."""
        return sum(self.patience + len(document.text) / self.pace for document in batch)


class _Worker:
    """One process, what it is busy with, and until when."""

    def __init__(self, options: PoolOptions) -> None:
        # -P: what lies in the working folder must not be imported in place of a library.
        command = [sys.executable, "-P", "-W", "ignore", "-m", "dateline.jobs.worker"]
        threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **threads})
        assert self.process.stdin is not None and self.process.stdout is not None
        self.stdin, self.stdout = self.process.stdin, self.process.stdout
        self.ready = False
        self.batch: list[Document] = []
        self.deadline = time.monotonic() + START_SECONDS
        send(self.stdin, (options.pipeline, options.config))

    def give(self, batch: list[Document], seconds: float) -> None:
        self.batch, self.deadline = batch, time.monotonic() + seconds
        send(self.stdin, batch)

    def end(self, seconds: float = 0.0) -> str:
        """Kill the process, if it does not end by itself in so many seconds, and return how it ended, in words."""
        try:
            dead = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            dead = None
        self.process.kill()
        code = self.process.wait()
        for stream in (self.stdin, self.stdout):
            try:
                stream.close()
            except BrokenPipeError:
                continue
        if dead is None:
            return "was stopped"
        return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"


class Pool:
    """Starts its workers at once, so that they load while the caller reads. Close it when done."""

    def __init__(self, options: PoolOptions) -> None:
        """Start the workers."""
        self._options = options
        self._selector = selectors.DefaultSelector()
        self._workers: set[_Worker] = set()
        self._waiting: deque[list[Document]] = deque()
        self._crashed: set[str] = set()
        for _ in range(max(1, options.workers)):
            self._start()

    def code(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Outcome]]:
        """Yield each document with what coding it yields, as they get done. Raises PoolError if no worker can start."""
        source = batches(documents)
        while True:
            for worker in sorted(self._workers, key=lambda w: w.process.pid):
                self._feed(worker, source)
            if not any(worker.batch for worker in self._workers):
                if not self._more(source):
                    return
                self._await_start()
                continue
            for worker in self._ready_ones():
                batch, outcomes = self._answer(worker)
                if worker in self._workers:
                    # The next batch goes out before this one is dealt with, so that no worker waits for the caller.
                    self._feed(worker, source)
                yield from zip(batch, outcomes, strict=True)
            yield from self._overdue()

    def close(self) -> None:
        """End the workers; whatever they were at is lost."""
        for worker in list(self._workers):
            self._drop(worker)
        self._selector.close()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> None:
        worker = _Worker(self._options)
        self._workers.add(worker)
        self._selector.register(worker.stdout, selectors.EVENT_READ, worker)

    def _drop(self, worker: _Worker, seconds: float = 0.0) -> str:
        self._selector.unregister(worker.stdout)
        self._workers.discard(worker)
        return worker.end(seconds)

    def _more(self, source: Iterator[list[Document]]) -> bool:
        if not self._waiting:
            self._waiting.extend(batch for batch in [next(source, None)] if batch)
        return bool(self._waiting)

    def _feed(self, worker: _Worker, source: Iterator[list[Document]]) -> None:
        if not worker.ready or worker.batch or not self._more(source):
            return
        batch = self._waiting.popleft()
        try:
            worker.give(batch, self._options.allowance(batch))
        except BrokenPipeError:
            # Died between two batches: nobody's fault, and the batch goes to another.
            self._drop(worker)
            self._waiting.appendleft(batch)
            self._start()

    def _ready_ones(self) -> list[_Worker]:
        found = [key.data for key, _ in self._selector.select(POLL_SECONDS)]
        return sorted((w for w in found if self._begun(w)), key=lambda w: w.process.pid)

    def _begun(self, worker: _Worker) -> bool:
        """Take a new worker's word that it is ready; tell whether it was so before, and has an answer to a batch."""
        if worker.ready:
            return True
        try:
            reason = receive(worker.stdout)
        except EOFError:
            reason = f"the process {self._drop(worker, DYING_SECONDS)}"
        if reason is not None:
            raise PoolError(f"coding cannot start: {reason}")
        worker.ready = True
        return False

    def _await_start(self) -> None:
        self._ready_ones()
        if any(not w.ready and time.monotonic() > w.deadline for w in self._workers):
            raise PoolError(f"coding cannot start: not ready after {START_SECONDS:g} seconds")

    def _answer(self, worker: _Worker) -> tuple[list[Document], list[Outcome]]:
        batch, worker.batch = worker.batch, []
        try:
            return batch, receive(worker.stdout)
        except EOFError:
            how = self._drop(worker, DYING_SECONDS)
            self._start()
        return self._after_crash(batch, how)

    def _after_crash(self, batch: list[Document], how: str) -> tuple[list[Document], list[Outcome]]:
        """Give each document of a crashed batch a worker of its own; one that kills a second one is rejected."""
        if len(batch) == 1:
            if batch[0].id in self._crashed:
                return batch, [StepError(STEP, f"coding it crashed: the process {how}, twice")]
            self._crashed.add(batch[0].id)
        self._waiting.extendleft([document] for document in reversed(batch))
        return [], []

    def _overdue(self) -> Iterator[tuple[Document, Outcome]]:
        now = time.monotonic()
        for worker in sorted((w for w in self._workers if w.batch and now > w.deadline), key=lambda w: w.process.pid):
            batch = worker.batch
            self._drop(worker)
            self._start()
            if len(batch) > 1:
                self._waiting.extendleft([document] for document in reversed(batch))
            else:
                seconds = self._options.allowance(batch)
                yield batch[0], StepError(STEP, f"coding it took longer than {seconds:.0f} seconds and was stopped")


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield the documents in batches of about the same length of text."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and (len(batch) >= BATCH_DOCUMENTS or size + len(document.text) > BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
    if batch:
        yield batch
