"""`dateline export`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import Listing, existing
from dateline.cli.output import Writing, counted, say, write_entries
from dateline.store import entries_of


@click.command("export", context_settings=options.SETTINGS)
@options.database
@options.filtering
@options.writing("jsonl")
@telling_errors
def command(db: str, form: str, out: Path, names: bool, **filtering: Any) -> None:
    """Write the chronology for programs, spreadsheets and browsers.

    `jsonl` is the whole record, one entry a line; `csv` one row an entry; `html` one page that needs no network, with
    timeline, map, table and every report with its evidence highlighted.

    \b
    Examples:
      dateline export --out chronology.jsonl
      dateline export --format csv --country SY --out syria.csv
      dateline export --format html --out chronology.html
    """
    with existing(db) as database:
        entries = entries_of(database, Listing(**filtering).filter())
        write_entries(database, entries, Writing(form, out, names))
    say(f"{counted(len(entries), 'entry')} written")
