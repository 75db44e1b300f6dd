"""Options that several commands share, and the types of what they take."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.model.event import EntryKind, Family

F = TypeVar("F", bound=Callable[..., Any])

DATABASE = "chronology.db"
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
FORMATS = ("table", "jsonl", "csv", "html")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


class Day(click.ParamType["str"]):
    """A day, month or year; the first or the last day of it."""

    name = "YYYY[-MM[-DD]]"

    def __init__(self, last: bool = False) -> None:
        """Mean the first day of a month or year, or the last."""
        self.last = last

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return an ISO 8601 day. Fails for what is none."""
        found = _DAY.match(value.strip())
        try:
            if found is None:
                raise ValueError
            year, month, day = (int(part) if part else 0 for part in found.groups())
            month = month or (12 if self.last else 1)
            day = day or (monthrange(year, month)[1] if self.last else 1)
            return date(year, month, day).isoformat()
        except ValueError:
            return self.fail(f"{value!r} is no date; write 2019, 2019-03 or 2019-03-17", param, ctx)


def database(command: F) -> F:
    """Add `--db`."""
    return click.option(
        "--db",
        default=DATABASE,
        show_default=True,
        envvar="DATELINE_DB",
        show_envvar=True,
        metavar="DATABASE",
        help="The database: a file, or a postgresql:// address.",
    )(command)


def reading(command: F) -> F:
    """Add the options that say how to read."""
    options = [
        click.option(
            "--input-format",
            type=click.Choice(["text", "markdown", "html", "json", "jsonl", "csv"]),
            help="Read everything as this; otherwise the name and the first bytes of a file decide.",
        ),
        click.option("--published", type=Day(), help="When the reports came out; goes before what they say themselves."),
        click.option("--outlet", help="Who published the reports; goes before what they say themselves."),
        *(
            click.option(f"--{part}-field", metavar="NAME", help=f"Column of a csv, or key of JSON, that holds the {what}.")
            for part, what in (
                ("text", "text"),
                ("title", "title"),
                ("date", "date of publication"),
                ("outlet", "outlet"),
                ("url", "address"),
                ("id", "id"),
                ("author", "author"),
            )
        ),
    ]
    return _add(command, options)


def working(command: F) -> F:
    """Add the option that says how many processes work."""
    return click.option(
        "--jobs",
        type=click.IntRange(1, 1024),
        metavar="N",
        help="Processes that code; by default as many as there are cores and work for.",
    )(command)


def gating(command: F) -> F:
    """Add `--no-gate`."""
    return click.option(
        "--no-gate",
        is_flag=True,
        help="Also code reports whose words do not look like political violence, which are otherwise left out to save time.",
    )(command)


def rejecting(command: F) -> F:
    """Add the option that names the rejects file."""
    return click.option(
        "--rejects",
        type=click.Path(dir_okay=False, path_type=Path),
        help="File for the rejected inputs with their reasons; rejects.jsonl if there are any and none is named.",
    )(command)


def filtering(command: F) -> F:
    """Add the options that say which entries to list."""
    many = partial(click.option, multiple=True)
    families, kinds = [f.value for f in Family], [k.value for k in EntryKind]
    options = [
        click.option("--since", type=Day(), help="Entries that may have been on this day or later."),
        click.option("--until", type=Day(last=True), help="Entries that may have been on this day or earlier."),
        many("--country", "countries", metavar="CODE", help="Of a country, as two letters (ISO 3166-1)."),
        click.option(
            "--place", "places", metavar="NAME", help="At a place: part of its name, or its gazetteer id.", multiple=True
        ),
        many("--actor", "actors", metavar="NAME", help="With an actor: part of its name, or its id."),
        many("--type", "types", metavar="TYPE", help='Of a type of the codebook, such as "prison break".'),
        click.option("--family", "families", type=click.Choice(families), help="Of a family of types.", multiple=True),
        click.option("--kind", "kinds", type=click.Choice(kinds), help="Of a kind of entry.", multiple=True),
        listing_all,
    ]
    return _add(command, options)


def listing_all(command: F) -> F:
    """Add `--all`."""
    return click.option(
        "--all",
        "everything",
        is_flag=True,
        help="Also what is denied, planned, threatened, called for, conditional, predicted or habitual.",
    )(command)


def writing(default: str) -> Callable[[F], F]:
    """Add the options that say how and where to write entries."""

    def add(command: F) -> F:
        options = [
            click.option(
                "--format", "form", type=click.Choice(FORMATS), default=default, show_default=True, help="How to write them."
            ),
            click.option(
                "--out",
                type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
                default="-",
                help="File to write to; - is standard output.",
            ),
            naming,
        ]
        return _add(command, options)

    return add


def naming(command: F) -> F:
    """Add `--names`."""
    return click.option("--names", is_flag=True, help="Write the names of private people, too.")(command)


def _add(command: F, options: Sequence[Callable[[F], F]]) -> F:
    for option in reversed(options):
        command = option(command)
    return command
