"""Reading entries: the chronology of the database, by filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select

from dateline.model.entry import Entry, SourcedClaim
from dateline.model.event import LISTED_MODALITIES, Polarity
from dateline.store import tables as t
from dateline.store.database import Database
from dateline.store.records import decode
from dateline.store.rows import claim_from, in_pieces

PAGE = 200
"""Entries read at a time; bounds memory, changes nothing else."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries to list. Empty means all; several values of one field mean any of them."""

    since: str | None = None
    """ISO 8601 day: entries that may have ended on it or later."""
    until: str | None = None
    """ISO 8601 day: entries that may have begun on it or earlier."""
    countries: Sequence[str] = ()
    """ISO 3166-1 alpha-2."""
    actors: Sequence[str] = ()
    """Register ids or parts of names, any case."""
    places: Sequence[str] = ()
    """Gazetteer ids or parts of names, any case."""
    types: Sequence[str] = ()
    kinds: Sequence[str] = ()
    families: Sequence[str] = ()
    documents: Sequence[str] | None = None
    """Ids of documents of which at least one must stand under the entry."""
    all: bool = False
    """Also what is denied, planned, threatened, called for, conditional, predicted or habitual."""


EVERYTHING = Filter(all=True)


@dataclass(frozen=True, slots=True)
class Chronology:
    """The entries of a database."""

    database: Database
    filter: Filter = field(default_factory=Filter)

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries by date, those without one last."""
        with self.database.reading() as connection:
            ids = self._ids(connection)
            while page := list(islice(ids, PAGE)):
                yield from entries(connection, page)

    def _ids(self, connection: Connection) -> Iterator[str]:
        e = t.entries.c
        query = select(e.id).where(*_conditions(self.filter))
        query = query.order_by(e.start.is_(None), e.start, e.end, e.id)
        ids = list(connection.execute(query).scalars())
        if self.filter.documents is None:
            return iter(ids)
        at = t.entry_claims.c
        kept: set[str] = set()
        for some in in_pieces(sorted(set(self.filter.documents))):
            kept.update(connection.execute(select(at.entry).where(at.document.in_(some)).distinct()).scalars())
        return (id for id in ids if id in kept)


def find(database: Database, key: str) -> list[Entry]:
    """Return the entries that `key` can mean: an id, an alias, or the start of an id."""
    with database.reading() as connection:
        ids = list(connection.execute(select(t.entries.c.id).where(t.entries.c.id == key)).scalars())
        ids = ids or list(connection.execute(select(t.entry_aliases.c.entry).where(t.entry_aliases.c.alias == key)).scalars())
        loose = select(t.entries.c.id).where(t.entries.c.id.startswith(key, autoescape=True)).order_by(t.entries.c.id)
        return list(entries(connection, ids or list(connection.execute(loose).scalars())))


def entries_of(database: Database, wanted: Filter | Sequence[str]) -> list[Entry]:
    """Return the entries that a filter lets through, or those with the ids given."""
    if isinstance(wanted, Filter):
        return list(Chronology(database, wanted))
    with database.reading() as connection:
        return list(entries(connection, wanted))


def entries(connection: Connection, ids: Sequence[str]) -> Iterator[Entry]:
    """Yield the entries named, in that order."""
    records = {row.id: row.record for row in connection.execute(select(t.entries).where(t.entries.c.id.in_(ids)))}
    claims: dict[str, list[SourcedClaim]] = {id: [] for id in ids}
    at = t.entry_claims.c
    query = (
        select(t.claims, at.entry, at.document, at.outlet, at.published, at.prefix, at.suffix)
        .join(t.entry_claims, at.claim == t.claims.c.version)
        .where(at.entry.in_(ids))
        .order_by(at.entry, at.position)
    )
    for row in connection.execute(query).mappings():
        claims[row["entry"]].append(_sourced(row))
    aliases: dict[str, list[str]] = {id: [] for id in ids}
    named = select(t.entry_aliases).where(t.entry_aliases.c.entry.in_(ids)).order_by(t.entry_aliases.c.alias)
    for alias in connection.execute(named):
        aliases[alias.entry].append(alias.alias)
    for id in ids:
        entry = decode(Entry, {**records[id], "claims": ()})
        yield replace(entry, claims=tuple(claims[id]), aliases=tuple(aliases[id]))


def _sourced(row: Any) -> SourcedClaim:
    return SourcedClaim(claim_from(row), row["document"], row["outlet"], row["published"], row["prefix"], row["suffix"])


def _conditions(wanted: Filter) -> list[Any]:
    e = t.entries.c
    conditions: list[Any] = []
    if not wanted.all:
        conditions.append(e.modality.in_(sorted(LISTED_MODALITIES)))
        conditions.append(e.polarity == Polarity.ASSERTED.value)
    if wanted.since is not None or wanted.until is not None:
        conditions.append(or_(e.start.is_not(None), e.end.is_not(None)))
    if wanted.since is not None:
        conditions.append(or_(e.end.is_(None), e.end >= wanted.since))
    if wanted.until is not None:
        # A start may carry a time of day, which sorts after its day.
        conditions.append(or_(e.start.is_(None), e.start < wanted.until + "U"))
    for column, values in ((e.type, wanted.types), (e.kind, wanted.kinds), (e.family, wanted.families)):
        if values:
            conditions.append(column.in_(list(values)))
    if wanted.countries:
        conditions.append(_has(t.entry_places, t.entry_places.c.country.in_([c.upper() for c in wanted.countries])))
    if wanted.places:
        conditions.append(_has(t.entry_places, _named(t.entry_places, "gazetteer_id", wanted.places)))
    if wanted.actors:
        conditions.append(_has(t.entry_participants, _named(t.entry_participants, "actor_id", wanted.actors)))
    return conditions


def _has(table: Any, condition: Any) -> Any:
    query: Select[Any] = select(table.c.entry).where(and_(table.c.entry == t.entries.c.id, condition))
    return query.exists()


def _named(table: Any, id_column: str, values: Sequence[str]) -> Any:
    column = table.c[id_column]
    return or_(column.in_(list(values)), *(table.c.folded.contains(v.casefold(), autoescape=True) for v in values))
