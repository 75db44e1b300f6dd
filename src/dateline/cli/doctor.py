"""`dateline doctor`."""

from __future__ import annotations

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.export.wording import plain
from dateline.jobs.doctor import doctor

MARKS = {True: "ok", False: "MISSING", None: "-"}


@click.command("doctor", context_settings=options.SETTINGS)
@options.database
@telling_errors
def command(db: str) -> None:
    """Say what is installed, and what is missing.

    Exit code 1 if anything that coding needs is missing.

    \b
    Example:
      dateline doctor
    """
    findings = list(doctor(db))
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        click.echo(f"{MARKS[finding.ok]:8}{finding.name:{width}}  {plain(finding.words)}")
    if any(finding.ok is False for finding in findings):
        raise click.exceptions.Exit(1)
