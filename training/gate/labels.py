"""Labels: where the rules find events in each document. Distilled once a corpus, and kept, as it takes minutes."""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from dateline.jobs.read import read
from dateline.model.claim import Coded, EventRecord
from dateline.model.document import Document, ZoneKind
from dateline.model.event import LISTED_MODALITIES
from dateline.pipeline.order import build_pipeline
from dateline.pipeline.runner import Config
from dateline.read import ReadOptions
from dateline.resources.codebook import load_codebook
from dateline.store import Database, View
from training.gate.streams import Source

BATCH = 32


@dataclass(frozen=True)
class Found:
    """An event that the rules found: where its anchor begins in the stretches coded, what it is, whether it is listed."""

    start: int
    type: str
    family: str
    listed: bool
    by: tuple[str, ...] = ()
    """Kinds of those who did or said it."""


@dataclass(frozen=True)
class Labelled:
    """The stretches of a document that are coded, and what the rules find in them."""

    corpus: str
    id: str
    stretches: tuple[str, ...]
    relevant: bool | None
    found: tuple[Found, ...] = field(default=())


def labelled(sources: Iterable[Source], work: Path) -> list[Labelled]:
    """Return the documents of `sources` with their labels, kept in `work` by corpus."""
    work.mkdir(parents=True, exist_ok=True)
    out: list[Labelled] = []
    for corpus, some in itertools.groupby(sources, key=lambda s: s.corpus):
        path = work / f"{corpus.replace(' ', '.')}.jsonl"
        if not path.is_file():
            began = time.monotonic()
            lines = [json.dumps(asdict(label), ensure_ascii=False) + "\n" for label in _label(corpus, list(some))]
            half = path.with_suffix(".half")
            half.write_text("".join(lines), encoding="utf-8")
            half.replace(path)
            print(f"{corpus}: {len(lines)} documents in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        out += [_loaded(json.loads(line)) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return out


def stretches(document: Document) -> list[tuple[int, int]]:
    """Return the bounds of the zones that are coded."""
    return [(z.span.start, z.span.end) for z in document.zones if z.kind is not ZoneKind.FURNITURE]


def _loaded(row: dict[str, object]) -> Labelled:
    found = tuple(Found(**{**f, "by": tuple(f["by"])}) for f in row["found"])  # type: ignore[attr-defined]
    return Labelled(str(row["corpus"]), str(row["id"]), tuple(row["stretches"]), row["relevant"], found)  # type: ignore[arg-type]


def _label(corpus: str, sources: Sequence[Source]) -> Iterator[Labelled]:
    pipeline = build_pipeline(Config(gate=False))
    documents = _documents(sources)
    for start in range(0, len(documents), BATCH):
        some = documents[start : start + BATCH]
        for (source, document), coded in zip(some, pipeline.code([d for _, d in some]), strict=True):
            bounds = stretches(document)
            texts = tuple(document.text[a:b] for a, b in bounds)
            found = tuple(_found(coded, bounds)) if isinstance(coded, Coded) else ()
            yield Labelled(corpus, source.id, texts, source.relevant, found)


def _found(coded: Coded, bounds: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Yield the events of a document, their anchors placed in its stretches joined by a character each."""
    codebook = load_codebook()
    for event in coded.events:
        before = 0
        for a, b in bounds:
            if a <= event.anchor.start < b:
                family = codebook.types[event.type].family.value
                yield Found(before + event.anchor.start - a, event.type, family, _listed(event), _by(event))
            before += b - a + 1


def _listed(event: EventRecord) -> bool:
    modality = [c.value for c in event.values("modality")]
    return not event.values("polarity") and all(m in {x.value for x in LISTED_MODALITIES} for m in modality)


def _by(event: EventRecord) -> tuple[str, ...]:
    kinds = set()
    for claim in event.claims:
        if claim.field in ("participant:speaker", "participant:perpetrator") and isinstance(claim.value, dict):
            kinds.add(str(claim.value.get("kind")))
    return tuple(sorted(kinds))


def _documents(sources: Sequence[Source]) -> list[tuple[Source, Document]]:
    """Read the documents as `dateline run` does."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "reports.jsonl"
        rows = [{"id": str(n), "text": s.text, **({"title": s.title} if s.title else {})} for n, s in enumerate(sources)]
        table.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        with Database(str(Path(folder) / "reports.db")) as database:
            found = read(database, [str(table)], ReadOptions())
            documents = [View(database).document(id) for id in dict.fromkeys(found.documents)]
    return [(sources[int(d.capture.locator.rpartition("#")[2]) - 1], d) for d in documents]
