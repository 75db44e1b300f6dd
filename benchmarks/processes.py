"""The coding job's worker processes: two against one, over the same documents, all loaded beforehand."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.corpus import corpora
from dateline.jobs.pool import Pool, PoolOptions
from dateline.model.document import Document
from dateline.model.layer import StepError


@dataclass(frozen=True)
class Gain:
    """Best wall-clock times of several interleaved rounds, in seconds."""

    words: int
    one_s: float
    two_s: float

    @property
    def gain(self) -> float:
        """Return how many times as fast two processes are."""
        return self.one_s / self.two_s


def measure(words: int, rounds: int) -> Gain:
    """Time both in turn; the first round of each only warms up."""
    corpus = max(corpora(words), key=lambda c: c.words)
    with Pool(PoolOptions(workers=1)) as one, Pool(PoolOptions(workers=2)) as two:
        pairs = [(_timed(one, corpus.documents), _timed(two, corpus.documents)) for _ in range(rounds + 1)]
    return Gain(corpus.words, min(p[0] for p in pairs[1:]), min(p[1] for p in pairs[1:]))


def _timed(pool: Pool, documents: Sequence[Document]) -> float:
    start = time.perf_counter()
    for _, outcome in pool.code(documents):
        if isinstance(outcome, StepError):
            raise RuntimeError(f"{outcome.step}: {outcome.reason}")
    return time.perf_counter() - start
