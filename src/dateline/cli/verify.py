"""`dateline verify`."""

from __future__ import annotations

import click

from dateline.cli import options
from dateline.cli.errors import VERIFICATION_FAILED, telling_errors
from dateline.cli.inputs import existing
from dateline.cli.output import counted, say
from dateline.export.wording import plain
from dateline.store import View, verify


@click.command("verify", context_settings=options.SETTINGS)
@options.database
@telling_errors
def command(db: str) -> None:
    """Check every quotation, hash and log entry again.

    Names each claim whose quotation is not exactly what its text has, and all else that is not as it was written; exit
    code 4 if there is anything.

    \b
    Example:
      dateline verify --db team.db
    """
    with existing(db) as database:
        found = 0
        for problem in verify(database):
            found += 1
            click.echo(plain(f"{problem.kind} {problem.subject}: {problem.reason}"))
        counts = View(database).counts()
    if found:
        say(f"{counted(found, 'problem')} found")
        raise click.exceptions.Exit(VERIFICATION_FAILED)
    checked = ", ".join(counted(counts[name + "s"], name) for name in ("text", "document", "claim"))
    say(f"all is as it was written: {checked}, {counted(counts['entries'], 'entry')}")
