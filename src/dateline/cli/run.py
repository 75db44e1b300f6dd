"""`dateline run`."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli import options
from dateline.cli.errors import telling_errors
from dateline.cli.inputs import REJECTS, Given, finish, read_options
from dateline.cli.output import Writing, counted, left_out, say, write_entries
from dateline.cli.progress import listening
from dateline.jobs.pool import PoolOptions
from dateline.jobs.run import RunOptions, RunResult, run
from dateline.pipeline import Config
from dateline.store import Database, Filter, entries_of


@click.command("run", context_settings=options.SETTINGS)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.database
@options.writing("table")
@options.listing_all
@options.working
@options.gating
@options.rejecting
@options.reading
@telling_errors
def command(
    paths: tuple[str, ...],
    db: str,
    form: str,
    out: Path,
    names: bool,
    everything: bool,
    jobs: int | None,
    no_gate: bool,
    rejects: Path | None,
    **reading: str | None,
) -> None:
    """Read, code and link reports, and show what they tell.

    PATH is a file, a folder, a pattern or - for standard input: text, Markdown, HTML, JSON, JSON lines or CSV. What is
    found is kept in a database, so that running again does only what is left to do.

    \b
    Examples:
      dateline run reports/
      dateline run report.txt --published 2022-01-24 --format jsonl
      dateline run articles.csv --text-field body --outlet "Radio Sel"
      curl -s https://example.org/report.html | dateline run - --input-format html
    """
    given: Given = reading
    pool = PoolOptions(workers=jobs or 0, config=Config(gate=not no_gate))
    with Database(db) as database:
        with listening() as progress:
            result = run(database, paths, RunOptions(read_options(given), pool, (out, rejects or REJECTS)), progress)
        wanted = Filter(documents=result.read.documents, all=everything)
        entries = entries_of(database, wanted)
        write_entries(database, entries, Writing(form, out, names))
        claims = len({sourced.claim.id for entry in entries for sourced in entry.claims})
    say(_summary(result, len(entries), claims))
    finish(result.rejects, rejects)


def _summary(result: RunResult, entries: int, claims: int) -> str:
    read = counted(len(result.read.documents), "report")
    coded = f"{result.coded.coded:,} coded now{left_out(result.coded)}" if result.coded.coded else "all coded before"
    told = f"{counted(entries, 'entry')} on {counted(claims, 'claim')}"
    return f"{read} ({coded}): {told}" if result.read.documents else "no reports"
