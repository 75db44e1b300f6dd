"""Reading: what paths hold goes into the database as documents, or among the rejects with a reason."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from dateline.jobs.progress import SILENT, Progress
from dateline.model.document import Document
from dateline.read import ReadOptions, Reject, Source, discover, read_source
from dateline.store import Database, RefusedText, Rejected, Writer

STEP = "read"


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The documents that the paths hold, in order, how many of them are new or changed, and what was rejected."""

    documents: tuple[str, ...]
    new: int
    rejects: tuple[Rejected, ...]


def read(
    database: Database,
    paths: Sequence[str],
    options: ReadOptions,
    progress: Progress = SILENT,
    ours: Sequence[Path] = (),
) -> ReadResult:
    """Read all that `paths` name but for the files of the database and those that are `ours`, such as the rejects file.

    What was read before is left as it is.
    """
    writer = Writer(database)
    documents: dict[str, None] = {}
    rejects: list[Rejected] = []
    new = 0
    progress.begin("reading", None)
    # SQLite loses its locks on a file that its own process opens and closes: the database must never be read as a report.
    skipped = {_real(path) for path in (*database.files, *ours)}
    for found, raw in _everything(paths, options, skipped):
        reject = None
        if isinstance(found, Document):
            try:
                new += writer.write_document(found, raw)
                documents[found.id] = None
            except RefusedText as e:
                reject = Rejected(found.capture.locator, STEP, str(e))
        else:
            reject = Rejected(found.locator, STEP, found.reason)
        if reject:
            writer.write_reject(reject)
            rejects.append(reject)
        progress.advance()
    return ReadResult(tuple(documents), new, tuple(rejects))


def _everything(
    paths: Sequence[str], options: ReadOptions, skipped: Set[str]
) -> Iterator[tuple[Document | Reject, bytes | None]]:
    for source in discover(paths):
        # The database's log comes and goes, so that it may be met as a reject, too.
        path = source.locator if isinstance(source, Reject) else source.path
        if "\0" not in path and _real(path) in skipped:
            continue
        if isinstance(source, Reject):
            yield source, None
            continue
        for found in _safely(source, options):
            yield found, _raw(source, found) if isinstance(found, Document) else None


def _real(path: str | Path) -> str:
    """Return where a path leads; unlike a path object's own way, it fails for no loop of links."""
    return os.path.realpath(path)


def _safely(source: Source, options: ReadOptions) -> Iterator[Document | Reject]:
    """Read a source; whatever it does to the reader, the sources after it are read."""
    try:
        yield from read_source(source, options)
    except Exception as e:  # a source that fails must not take the others with it
        yield Reject(source.locator, f"reading failed with {type(e).__name__}: {' '.join(str(e).split())}")


def _raw(source: Source, document: Document) -> bytes | None:
    """Return the bytes of a report that is a whole source; a row of a table is kept as its text only."""
    if document.capture.locator != source.locator:
        return None
    try:
        raw = Path(source.path).read_bytes() if source.raw is None else source.raw
    except OSError:
        return None
    return raw if hashlib.sha256(raw).hexdigest() == document.capture.sha256 else None
