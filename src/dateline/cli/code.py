"""`dateline code`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import existing, finish
from dateline.cli.output import counted, left_out, say
from dateline.cli.progress import listening
from dateline.jobs.code import code
from dateline.jobs.pool import PoolOptions
from dateline.pipeline import Config


@click.command("code", context_settings=options.SETTINGS)
@options.database
@options.working
@options.gating
@options.rejecting
@telling_errors
def command(db: str, jobs: int | None, no_gate: bool, rejects: Path | None) -> None:
    """Code what has been read.

    The second stage of `dateline run`: finds events, resolves dates, places, actors and quantities, and stores claims.
    Only what this version has not coded yet is coded; it may be interrupted at any time.

    \b
    Examples:
      dateline code
      dateline code --jobs 4 --db team.db
    """
    with existing(db) as database, listening() as progress:
        result = code(database, None, PoolOptions(workers=jobs or 0, config=Config(gate=not no_gate)), progress)
    say(f"{counted(result.coded, 'report')} coded{left_out(result)}, {result.before:,} coded before")
    finish(result.rejects, rejects)
