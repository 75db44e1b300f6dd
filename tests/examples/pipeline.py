"""Runs the whole pipeline over reports and hands back what came out, document by document."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.jobs.pool import PoolOptions
from dateline.jobs.run import RunOptions, run
from dateline.model.entry import Entry
from dateline.model.span import Span
from dateline.read import ReadOptions
from dateline.store import Database, Filter, View, entries_of
from tests.examples.expected import Days


@dataclass(frozen=True, slots=True)
class Produced:
    """What one document yielded: its text, its date of publication, its listed entries in order of date."""

    name: str
    """File name, with `#` and row for a row of a table."""
    text: str
    published: Days
    entries: tuple[Entry, ...]

    def spans(self, words: str) -> list[Span]:
        """Return where words stand in the text, in any case."""
        return [Span(*match.span()) for match in re.finditer(re.escape(words), self.text, re.IGNORECASE)]


def produce(reports: Path) -> list[Produced]:
    """Read, code and link a folder of reports in a database of their own. Raises RuntimeError if one is rejected."""
    with tempfile.TemporaryDirectory() as folder, Database(str(Path(folder) / "chronology.db")) as database:
        result = run(database, [str(reports)], RunOptions(ReadOptions(), PoolOptions(workers=1)))
        if result.rejects:
            raise RuntimeError(f"rejected: {result.rejects}")
        return sorted(_produced(database, result.read.documents), key=lambda produced: produced.name)


def _produced(database: Database, documents: tuple[str, ...]) -> Iterator[Produced]:
    view = View(database)
    for id in documents:
        document, coded = view.document(id), view.coded(id)
        assert coded is not None
        start, end = (str(day) if (day := coded.publication[key]) else None for key in ("start", "end"))
        entries = tuple(entries_of(database, Filter(documents=[id])))
        yield Produced(Path(document.capture.locator).name, document.text, (start, end), entries)
