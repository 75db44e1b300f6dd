"""From what was given on the command line to what jobs take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from dateline.cli.errors import DONE_WITH_REJECTS
from dateline.cli.output import counted, say
from dateline.export.wording import plain
from dateline.jobs.rejects import write_rejects
from dateline.read import FieldNames, ReadOptions
from dateline.resources.codebook import load_codebook
from dateline.store import Database, Filter, Rejected, StoreError, View, exists

REJECTS = Path("rejects.jsonl")
Given = dict[str, str | None]


def read_options(given: Given) -> ReadOptions:
    """Return how to read, from the options of `cli.options.reading`."""
    parts = ("text", "title", "outlet", "url", "id", "author")
    fields = FieldNames(published=given["date_field"], **{part: given[f"{part}_field"] for part in parts})
    return ReadOptions(format=given["input_format"], published=given["published"], outlet=given["outlet"], fields=fields)


@dataclass(frozen=True, slots=True)
class Listing:
    """Which entries to list, from the options of `cli.options.filtering`."""

    since: str | None
    until: str | None
    countries: Sequence[str]
    places: Sequence[str]
    actors: Sequence[str]
    types: Sequence[str]
    families: Sequence[str]
    kinds: Sequence[str]
    everything: bool

    def filter(self) -> Filter:
        """Return the filter; a type stands for those that are kinds of it, too."""
        return Filter(
            since=self.since,
            until=self.until,
            countries=self.countries,
            places=self.places,
            actors=self.actors,
            types=with_narrower(self.types),
            families=self.families,
            kinds=self.kinds,
            all=self.everything,
        )


def with_narrower(types: Sequence[str]) -> list[str]:
    """Return types with all that are kinds of them. Raises a usage error for a type that the codebook lacks."""
    codebook = load_codebook()
    for name in types:
        if name not in codebook.types:
            raise click.BadParameter(f"{plain(name)!r} is no type of the codebook; see docs/codebook.md", param_hint="--type")
    wanted = set(types)
    return [name for name in codebook.types if name in wanted or wanted & set(codebook.broader(name))]


@contextmanager
def existing(where: str) -> Iterator[Database]:
    """Yield the database, which must be there: showing makes no empty one of a name that was misspelt."""
    if not exists(where):
        raise StoreError(f"there is no database {plain(where)}; `dateline run` makes one, --db names another")
    with Database(where) as database:
        yield database


def one_document(view: View, key: str) -> str:
    """Return the id of the one document that `key` means."""
    found = view.find_documents(key)
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.ClickException(f"no document {plain(key)!r}; give its id, or its path as it was read")
    raise click.ClickException(f"{plain(key)!r} can mean {counted(len(found), 'document')}: {', '.join(found[:10])}")


def finish(rejects: Sequence[Rejected], named: Path | None) -> None:
    """Write the rejects file and end with exit code 3 if there are any; a file that was named is written in any case."""
    path = named or REJECTS
    if rejects or named:
        try:
            write_rejects(path, rejects)
        except OSError as e:
            raise click.ClickException(f"cannot write {plain(str(path))}: {(e.strerror or str(e)).lower()}") from e
    if rejects:
        say(f"{counted(len(rejects), 'input')} rejected; see {path}")
        raise click.exceptions.Exit(DONE_WITH_REJECTS)
