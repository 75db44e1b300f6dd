"""`dateline code`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import existing, finish
from dateline.cli.output import counted, say
from dateline.cli.progress import listening
from dateline.jobs.code import code
from dateline.jobs.pool import PoolOptions


@click.command("code", context_settings=options.SETTINGS)
@options.database
@options.working
@options.rejecting
@telling_errors
def command(db: str, jobs: int | None, rejects: Path | None) -> None:
    """Code what has been read.

    The second stage of `dateline run`: finds events, resolves dates, places, actors and quantities, and stores claims.
    Only what this version has not coded yet is coded; it may be interrupted at any time.

    \b
    Examples:
      dateline code
      dateline code --jobs 4 --db team.db
    """
    with existing(db) as database, listening() as progress:
        result = code(database, None, PoolOptions(workers=jobs or 0), progress)
    say(f"{counted(result.coded, 'report')} coded, {result.before:,} coded before")
    finish(result.rejects, rejects)
