"""Writing entries to standard output or a file, and messages to standard error."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import click

from dateline.export import ExportOptions, Report, csv_lines, detail, html, jsonl, table
from dateline.export.wording import plain
from dateline.jobs.code import CodeResult
from dateline.jobs.link import published
from dateline.model.entry import Entry
from dateline.store import Database, View

COLUMNS = 100
"""Width of a table that goes to no terminal."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How and where to write entries."""

    form: str
    out: Path
    names: bool = False
    whole: bool = False
    """Each entry with all its claims, where the form leaves a choice."""


def write_entries(database: Database, entries: Sequence[Entry], writing: Writing) -> None:
    """Write entries in the form asked for."""
    with opened(writing.out) as stream:
        for line in _lines(database, entries, writing, stream):
            stream.write(line)


def _lines(database: Database, entries: Sequence[Entry], writing: Writing, stream: TextIO) -> Iterable[str]:
    terminal = stream.isatty()
    view = View(database)
    options = ExportOptions(
        names=writing.names,
        withheld=frozenset() if writing.names else view.private_names(),
        width=shutil.get_terminal_size((COLUMNS, 24)).columns if terminal or "COLUMNS" in os.environ else COLUMNS,
        colour=terminal and "NO_COLOR" not in os.environ,
        sources=view.file_names() if writing.form == "table" else {},
    )
    if writing.form == "jsonl":
        return jsonl(entries, options)
    if writing.form == "csv":
        return csv_lines(entries, options)
    if writing.form == "html":
        return html(entries, reports(view, entries), options)
    if writing.whole:
        return (line for entry in entries for line in detail(entry, options))
    return table(entries, options)


def reports(view: View, entries: Iterable[Entry]) -> list[Report]:
    """Return the reports that the entries rest on, by id."""
    ids = sorted({sourced.document for entry in entries for sourced in entry.claims})
    return [Report.of(view.document(id), published(view.publication(id))) for id in ids]


@contextmanager
def opened(out: Path) -> Iterator[TextIO]:
    """Yield a stream to write to; a file is put in place only when it is complete."""
    if str(out) == "-":
        # What a terminal or locale cannot show is written as an escape, and stops nothing.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        yield sys.stdout
        sys.stdout.flush()
        return
    whole = not out.exists() or out.is_file()
    part = out.with_name(f".{out.name}.part") if whole else out
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
        if whole:
            part.replace(out)
    except OSError as e:
        raise click.ClickException(f"cannot write {plain(str(out))}: {(e.strerror or str(e)).lower()}") from e
    finally:
        if whole:
            part.unlink(missing_ok=True)


def say(message: str) -> None:
    """Write a message to standard error, on one line that cannot steer a terminal."""
    print(plain(message), file=sys.stderr)


def left_out(result: CodeResult) -> str:
    """Return how many of those coded did not pass the gate, in words to follow "coded"; nothing if all did."""
    return f", {result.gated:,} of them not about political violence" if result.gated else ""


def counted(number: int, what: str) -> str:
    """Return a number with its noun: "1 report", "2 reports"."""
    plural = what[:-1] + "ies" if what.endswith("y") else what + "s"
    return f"{number:,} {what if number == 1 else plural}"
