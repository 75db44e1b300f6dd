"""`dateline erase`."""

from __future__ import annotations

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import existing, one_document
from dateline.cli.output import say
from dateline.jobs.erase import erase
from dateline.store import View


@click.command("erase", context_settings=options.SETTINGS)
@click.argument("document")
@options.database
@click.option("--yes", is_flag=True, help="Do not ask.")
@telling_errors
def command(document: str, db: str, yes: bool) -> None:
    """Erase a document and all that rests on it.

    DOCUMENT is its id, the start of one, or its path as it was read. Its text, bytes and claims are gone for good; the log
    keeps its id and the time. What the file holds comes back if it is read again.

    \b
    Example:
      dateline erase reports/2019-03-04.txt --yes
    """
    with existing(db) as database:
        id = one_document(View(database), document)
        locator = View(database).document(id).capture.locator
        if not yes:
            click.confirm(f"Erase {id} ({locator}) for good?", abort=True, err=True)
        erase(database, id)
    say(f"erased {id} ({locator})")
