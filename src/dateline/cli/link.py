"""`dateline link`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import existing, finish
from dateline.cli.output import counted, say
from dateline.cli.progress import listening
from dateline.jobs.link import link


@click.command("link", context_settings=options.SETTINGS)
@options.database
@options.rejecting
@telling_errors
def command(db: str, rejects: Path | None) -> None:
    """Join what has been coded into entries.

    The third stage of `dateline run`: mentions of one event become one entry, with values derived from its claims. Only
    documents whose claims changed are joined again.

    \b
    Example:
      dateline link --db team.db
    """
    with existing(db) as database, listening() as progress:
        result = link(database, None, progress)
    say(f"{counted(result.joined, 'report')} joined, {result.before:,} joined before")
    finish(result.rejects, rejects)
