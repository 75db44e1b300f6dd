"""The command line: thin; every command calls a job."""

from __future__ import annotations

from typing import Any

import click

from dateline import __version__
from dateline.cli.group import Program

COMMANDS = {
    "run": ("dateline.cli.run", "Read, code and link reports, and show what they tell."),
    "read": ("dateline.cli.read", "Read reports into the database."),
    "code": ("dateline.cli.code", "Code what has been read."),
    "link": ("dateline.cli.link", "Join what has been coded into entries."),
    "show": ("dateline.cli.show", "Show the chronology of the database, or one entry with its claims."),
    "explain": ("dateline.cli.explain", "Say which rules or models decided a claim."),
    "why-not": ("dateline.cli.why_not", "Say why the sentences of a document yielded nothing."),
    "export": ("dateline.cli.export", "Write the chronology for programs, spreadsheets and browsers."),
    "erase": ("dateline.cli.erase", "Erase a document and all that rests on it."),
    "evaluate": ("dateline.cli.evaluate", "Score what `dateline run` writes against public gold data."),
    "verify": ("dateline.cli.verify", "Check every quotation, hash and log entry again."),
    "doctor": ("dateline.cli.doctor", "Say what is installed, and what is missing."),
}


class Dateline(Program):
    """The program."""

    def __init__(self, **settings: Any) -> None:
        """Know all commands."""
        super().__init__(COMMANDS, **settings)


@click.group(cls=Dateline, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="dateline")
def main() -> None:
    """Read reporting on political violence and write a sourced chronology.

    Results go to standard output, progress and messages to standard error. Exit codes: 0 done, 1 failed, 2 wrong usage,
    3 done with rejects, 4 verification failed.

    \b
    Examples:
      dateline run reports/
      dateline show --since 2019-03 --country SY
      dateline export --format html --out chronology.html
    """
