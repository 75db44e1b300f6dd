"""`dateline show`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import Listing, existing
from dateline.cli.output import Writing, counted, say, write_entries
from dateline.export.wording import plain
from dateline.store import Database, entries_of, find


@click.command("show", context_settings=options.SETTINGS)
@click.argument("entry", required=False)
@options.database
@options.filtering
@options.writing("table")
@telling_errors
def command(entry: str | None, db: str, form: str, out: Path, names: bool, **filtering: Any) -> None:
    """Show the chronology of the database, or one entry with its claims.

    ENTRY is the id of an entry, or the start of one. Options that name several things of one sort list what has any of
    them; options of different sorts must all hold.

    \b
    Examples:
      dateline show --since 2019-03 --until 2019-06 --country SY
      dateline show --type "prison break" --actor "red dawn"
      dateline show inc-7f3a
    """
    with existing(db) as database:
        writing = Writing(form, out, names)
        if entry is not None:
            _show_one(database, entry, replace(writing, whole=True))
            return
        entries = entries_of(database, Listing(**filtering).filter())
        write_entries(database, entries, writing)
        if not entries:
            say("no entry matches")


def _show_one(database: Database, key: str, writing: Writing) -> None:
    found = find(database, key)
    if not found:
        raise click.ClickException(f"no entry {plain(key)!r}")
    if len(found) > 1:
        ids = ", ".join(entry.id for entry in found[:10])
        raise click.ClickException(f"{plain(key)!r} can mean {counted(len(found), 'entry')}: {ids}")
    write_entries(database, found, writing)
