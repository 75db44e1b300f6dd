"""`dateline read`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import REJECTS, Given, finish, read_options
from dateline.cli.output import counted, say
from dateline.cli.progress import listening
from dateline.jobs.read import read
from dateline.store import Database


@click.command("read", context_settings=options.SETTINGS)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.database
@options.rejecting
@options.reading
@telling_errors
def command(paths: tuple[str, ...], db: str, rejects: Path | None, **reading: str | None) -> None:
    """Read reports into the database.

    The first stage of `dateline run`; reading the same again changes nothing.

    \b
    Examples:
      dateline read reports/ --db team.db
      dateline read articles.jsonl --text-field content --date-field day
    """
    given: Given = reading
    with Database(db) as database, listening() as progress:
        result = read(database, paths, read_options(given), progress, [rejects or REJECTS])
    say(f"{counted(len(result.documents), 'report')}, {result.new:,} of them new or changed")
    finish(result.rejects, rejects)
