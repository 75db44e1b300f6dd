"""Coding texts for a suite: as `dateline run` does, or up to the annotations that the claims are made of."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.jobs.code import code
from dateline.jobs.link import link
from dateline.jobs.pool import PoolOptions
from dateline.jobs.progress import SILENT, Progress
from dateline.jobs.read import read
from dateline.jobs.run import RunOptions, run
from dateline.model.claim import Coded
from dateline.model.document import Document
from dateline.model.entry import Entry
from dateline.model.layer import AnnotatedDocument
from dateline.pipeline.claims import assemble
from dateline.pipeline.order import build_pipeline
from dateline.pipeline.runner import Config, Pipeline
from dateline.read import ReadOptions
from dateline.store import Database, Filter, View, Writer, entries_of

BATCH = 32


@dataclass(frozen=True, slots=True)
class Report:
    """A text to be coded, as a suite has it. `published` is an ISO 8601 date."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Chronology:
    """All that a run over some reports wrote. A report that was rejected has no document."""

    entries: tuple[Entry, ...]
    reports: dict[str, str]
    """Document id -> id of the report; reports with the same text may be one document."""
    documents: dict[str, Document]
    """Report id -> its document."""

    def by_report(self) -> dict[str, list[Entry]]:
        """Return the entries that each report tells, by its id, in the chronology's order."""
        told: dict[str, list[Entry]] = {id: [] for id in self.documents}
        same: dict[str, list[str]] = {}
        for report, document in self.documents.items():
            same.setdefault(document.id, []).append(report)
        for entry in self.entries:
            for document_id in sorted({sourced.document for sourced in entry.claims}):
                for report in same.get(document_id, ()):
                    told[report].append(entry)
        return told


class Coder:
    """Codes reports. Keeps nothing between calls but the loaded pipeline."""

    def __init__(self, workers: int = 0, progress: Progress = SILENT, rules_only: bool = False) -> None:
        """Use so many processes (0: as many as there are cores and work for); `rules_only` leaves out what was learned."""
        self._workers = workers
        self._config = Config(learned=not rules_only)
        self._progress = progress
        self._pipeline: Pipeline | None = None

    def chronology(self, reports: Sequence[Report], everything: bool = False) -> Chronology:
        """Read, code and link `reports` together, and return what a chronology of them lists.

        `everything` lists denied, planned and threatened events too, as `--all` does.
        """
        with tempfile.TemporaryDirectory(prefix="dateline-evaluate-") as folder:
            table = _table(reports, Path(folder))
            with Database(str(Path(folder) / "evaluate.db")) as database:
                options = RunOptions(ReadOptions(), PoolOptions(config=self._config, workers=self._workers))
                result = run(database, [str(table)], options, self._progress)
                view = View(database)
                documents = [view.document(id) for id in dict.fromkeys(result.read.documents)]
                found = entries_of(database, Filter(documents=result.read.documents, all=everything))
        by_report = {reports[row - 1].id: document for row, document in _by_row(documents).items()}
        return Chronology(tuple(found), {d.id: id for id, d in by_report.items()}, by_report)

    def alone(self, reports: Sequence[Report]) -> Iterator[tuple[Report, Chronology]]:
        """Yield each report with what a run over it alone writes. They are coded together, and linked one by one."""
        with (
            tempfile.TemporaryDirectory(prefix="dateline-evaluate-") as folder,
            Database(str(Path(folder) / "all.db")) as together,
        ):
            rows = self._read(together, reports, Path(folder))
            code(together, [d.id for d in rows.values()], PoolOptions(config=self._config, workers=self._workers), self._progress)
            fingerprints = {state.document: state.fingerprint for state in View(together).states()}
            for number, document in sorted(rows.items()):
                with Database(str(Path(folder) / f"{number}.db")) as single:
                    if not _copy(together, single, document, fingerprints[document.id]):
                        continue
                    link(single)
                    found = tuple(entries_of(single, Filter()))
                (Path(folder) / f"{number}.db").unlink()
                report = reports[number - 1]
                yield report, Chronology(found, {document.id: report.id}, {report.id: document})

    def claims(self, reports: Sequence[Report]) -> Iterator[tuple[Report, AnnotatedDocument, Coded]]:
        """Yield each report that can be coded with its layers and the claims that a run makes of them, in order."""
        with (
            tempfile.TemporaryDirectory(prefix="dateline-evaluate-") as folder,
            Database(str(Path(folder) / "all.db")) as database,
        ):
            rows = self._read(database, reports, Path(folder))
        by_document = {document.id: reports[number - 1] for number, document in rows.items()}
        for annotated in self.annotate([rows[number] for number in sorted(rows)]):
            yield by_document[annotated.document.id], annotated, assemble(annotated, self._config.learned)

    def _read(self, database: Database, reports: Sequence[Report], folder: Path) -> dict[int, Document]:
        """Read reports into a database and return their documents by row."""
        done = read(database, [str(_table(reports, folder))], ReadOptions(), self._progress)
        view = View(database)
        return _by_row(view.document(id) for id in dict.fromkeys(done.documents))

    def annotate(self, documents: Sequence[Document]) -> Iterator[AnnotatedDocument]:
        """Yield the layers of each document that can be coded, in order."""
        self._pipeline = self._pipeline or build_pipeline(self._config)
        for start in range(0, len(documents), BATCH):
            for outcome in self._pipeline.annotate(documents[start : start + BATCH]):
                if isinstance(outcome, AnnotatedDocument):
                    yield outcome


def _table(reports: Sequence[Report], folder: Path) -> Path:
    """Write reports as a table that `dateline run` reads."""
    table = folder / "reports.jsonl"
    table.write_text("".join(_line(report) for report in reports), encoding="utf-8")
    return table


def _by_row(documents: Iterable[Document]) -> dict[int, Document]:
    return {int(document.capture.locator.rpartition("#")[2]): document for document in documents}


def _copy(source: Database, target: Database, document: Document, fingerprint: str) -> bool:
    """Write a document with its coding into an empty database; tell whether it has been coded at all."""
    view = View(source)
    coded, run = view.coded(document.id), view.run(document.id)
    if coded is None or run is None:
        return False
    writer = Writer(target)
    writer.write_document(document)
    writer.write_run(run)
    writer.write_coded(coded, run.id, fingerprint)
    return True


def _line(report: Report) -> str:
    row = {"id": report.id, "text": report.text, "title": report.title, "date": report.published, "outlet": report.outlet}
    return json.dumps({name: value for name, value in row.items() if value}, ensure_ascii=False) + "\n"
