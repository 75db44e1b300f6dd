"""What finding and resolving dates, places, actors, quantities and speakers takes of a run, and how fast the gazetteer opens."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from benchmarks.corpus import Corpus
from benchmarks.throughput import one_core
from dateline.extract.mentions import actors, dates, facilities, outlets, places, quantities
from dateline.extract.mentions.step import Finder
from dateline.extract.speech import SpeechStep
from dateline.model.layer import SENTENCES, AnnotatedDocument, Step, StepError
from dateline.pipeline.claims import assemble
from dateline.pipeline.order import build_pipeline
from dateline.resolve.actors import ActorStep
from dateline.resolve.dates import DateStep
from dateline.resolve.places import PlaceStep
from dateline.resolve.publication import PublicationStep
from dateline.resolve.quantities import QuantityStep

RESOLVERS: dict[str, tuple[tuple[Finder, ...], tuple[type[Step[Any]], ...]]] = {
    "dates": ((dates.find,), (PublicationStep, DateStep)),
    "places": ((places.find, facilities.find), (PlaceStep,)),
    "actors": ((actors.find,), (ActorStep,)),
    "quantities": ((quantities.find,), (QuantityStep,)),
    "speakers": ((outlets.find,), (SpeechStep,)),
}
"""The finders of each resolver's mentions and its steps."""
OPEN = """
import re, sys, time
from dateline.resources.gazetteer import Gazetteer
start = time.perf_counter()
gazetteer = Gazetteer.open()
found = gazetteer.lookup(sys.argv[1])
seconds = time.perf_counter() - start
peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(seconds, int(peak[1]) / 1024, len(found))
"""
PLACE = "Mosul"


@dataclass(frozen=True)
class Shares:
    """Seconds of processor time on one core, the least of several rounds."""

    corpus: str
    documents: int
    words: int
    found_s: dict[str, float]
    """Finding and resolving, by resolver."""
    run_s: float
    """All steps and the assembling of claims."""

    @property
    def share(self) -> float:
        """Return what all resolvers together take of the run."""
        return sum(self.found_s.values()) / self.run_s

    @property
    def dates_a_second(self) -> float:
        """Return how many parsed documents a second have their dates found and resolved."""
        return self.documents / self.found_s["dates"]


@dataclass(frozen=True)
class Opening:
    """The gazetteer opened and asked once in a new process, the least of several times."""

    seconds: float
    megabytes: float
    """Peak memory of that process, Python included (Linux tells it)."""


def measure(corpus: Corpus, rounds: int) -> Shares:
    """Time every step and every finder over the corpus; one round before warms up."""
    with one_core():
        times = [_round(corpus) for _ in range(rounds + 1)][1:]
    found = {name: min(spent[name] for spent, _ in times) for name in RESOLVERS}
    return Shares(corpus.name, len(corpus.documents), corpus.words, found, min(run for _, run in times))


def opening(rounds: int) -> Opening:
    """Open the gazetteer in a new process each time; the first only fills the file cache."""
    told = []
    for _ in range(rounds + 1):
        done = subprocess.run([sys.executable, "-c", OPEN, PLACE], capture_output=True, text=True, check=True)
        seconds, megabytes, places_found = done.stdout.split()
        if not int(places_found):
            raise RuntimeError(f"the gazetteer does not know {PLACE}")
        told.append((float(seconds), float(megabytes)))
    return Opening(min(seconds for seconds, _ in told[1:]), max(megabytes for _, megabytes in told))


def _round(corpus: Corpus) -> tuple[dict[str, float], float]:
    """Return the seconds of each resolver, and of the whole run, over all documents."""
    steps = build_pipeline().steps
    annotated = [AnnotatedDocument(document) for document in corpus.documents]
    owner = {step: name for name, (_, theirs) in RESOLVERS.items() for step in theirs}
    spent = dict.fromkeys(RESOLVERS, 0.0)
    run = 0.0
    for step in steps:
        seconds, layers = _timed(partial(step, annotated))
        run += seconds
        if type(step) in owner:
            spent[owner[type(step)]] += seconds
        annotated = [a.with_layer(step.provides, layer) for a, layer in zip(annotated, _whole(layers), strict=True)]
    run += _timed(partial(_assemble, annotated))[0]
    for name, (finders, _) in RESOLVERS.items():
        for find in finders:
            spent[name] += _timed(partial(_find, find, annotated))[0]
    return spent, run


def _find(finder: Finder, annotated: Sequence[AnnotatedDocument]) -> None:
    for a in annotated:
        finder(a.document, a[SENTENCES])


def _assemble(annotated: Sequence[AnnotatedDocument]) -> None:
    for a in annotated:
        assemble(a)


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def _whole(layers: Sequence[Any]) -> Sequence[Any]:
    for layer in layers:
        if isinstance(layer, StepError):
            raise RuntimeError(f"{layer.step}: {layer.reason}")
    return layers
