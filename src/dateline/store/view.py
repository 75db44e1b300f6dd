"""View: the only way anything is read from the database."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Text, cast, func, select

from dateline.model.claim import Claim, Coded, EventRecord, JsonValue
from dateline.model.document import Document
from dateline.model.entry import Judgement, Run
from dateline.model.span import Span
from dateline.store import tables as t
from dateline.store.chronology import Joined
from dateline.store.database import Database
from dateline.store.rows import Found, claim_from, document_from, in_pieces
from dateline.store.writer import Rejected


@dataclass(frozen=True, slots=True)
class State:
    """How far a document has come: its fingerprint now, and its current coding's run and fingerprint, if it has one."""

    document: str
    locator: str
    fingerprint: str
    size: int
    """Characters of its text."""
    run: str | None = None
    coded: str | None = None


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with where it stands."""

    claim: Claim
    documents: tuple[str, ...]
    """Those whose current coding makes it."""
    entries: tuple[str, ...]
    version: str


class View:
    """Reads documents, current claims and entries. Everything comes in an order that depends on nothing but content."""

    def __init__(self, database: Database) -> None:
        """Read from `database`."""
        self._database = database

    def states(self, documents: Sequence[str] | None = None) -> list[State]:
        """Return how far each document (of those named, or all) has come, by id."""
        query = select(t.documents.c.id, t.documents.c.locator, t.documents.c.fingerprint, t.texts.c.size).join(
            t.texts, t.texts.c.text_id == t.documents.c.text_id
        )
        with self._database.reading() as connection:
            current = _current(connection, documents)
            return [
                State(row.id, row.locator, row.fingerprint, row.size, *current.get(row.id, (None, None)))
                for row in _of(connection, query, t.documents.c.id, documents)
            ]

    def document(self, id: str) -> Document:
        """Return a document. Raises KeyError if there is none."""
        query = select(t.documents, t.texts.c.text).join(t.texts, t.texts.c.text_id == t.documents.c.text_id)
        with self._database.reading() as connection:
            row = connection.execute(query.where(t.documents.c.id == id)).mappings().first()
        if row is None:
            raise KeyError(id)
        return document_from(row, row["text"])

    def find_documents(self, key: str) -> list[str]:
        """Return the ids of the documents that `key` can mean: an id, the start of one, or a locator or its end."""
        key = key.strip()
        documents = t.documents.c
        exact = select(documents.id).where((documents.id == key) | (documents.locator == key))
        loose = select(documents.id).where(
            documents.id.startswith(key, autoescape=True) | documents.locator.endswith("/" + key, autoescape=True)
        )
        with self._database.reading() as connection:
            return _ids(connection, exact) or _ids(connection, loose)

    def text(self, text_id: str) -> str:
        """Return a text. Raises KeyError if there is none."""
        with self._database.reading() as connection:
            found = connection.execute(select(t.texts.c.text).where(t.texts.c.text_id == text_id)).scalar()
        if found is None:
            raise KeyError(text_id)
        return str(found)

    def raw(self, sha256: str) -> bytes:
        """Return the raw bytes of a capture. Raises KeyError if they were not kept."""
        with self._database.reading() as connection:
            packed = connection.execute(select(t.blobs.c.packed).where(t.blobs.c.sha256 == sha256)).scalar()
        if packed is None:
            raise KeyError(sha256)
        return zlib.decompress(packed)

    def coded(self, document: str) -> Coded | None:
        """Return what the document's current run yielded, or None if it was never coded."""
        of = t.coded.c.document == document
        with self._database.reading() as connection:
            row = connection.execute(select(t.coded).where(of).order_by(t.coded.c.ordinal.desc()).limit(1)).mappings().first()
            if row is None:
                return None
            skipped = connection.execute(_of_run(t.skipped, row).order_by(t.skipped.c.position))
            return Coded(
                document=document,
                text_id=row["text_id"],
                publication=row["publication"],
                events=tuple(_records(connection, row)),
                skipped=tuple((Span(s.start, s.end), s.reason) for s in skipped),
            )

    def publication(self, document: str) -> Mapping[str, JsonValue]:
        """Return when a document came out, as its current run resolved it; empty if it was never coded."""
        query = select(t.coded.c.publication).where(t.coded.c.document == document)
        with self._database.reading() as connection:
            return connection.execute(query.order_by(t.coded.c.ordinal.desc()).limit(1)).scalar() or {}

    def joined(self, documents: Sequence[str] | None = None) -> dict[str, Joined]:
        """Return what of each document (of those named, or all) was joined last."""
        with self._database.reading() as connection:
            return {
                row.document: Joined(row.document, row.run, row.fingerprint, row.version)
                for row in _of(connection, select(t.linked), t.linked.c.document, documents)
            }

    def find_claims(self, key: str) -> list[StoredClaim]:
        """Return the claims whose id is `key`, or starts with it; several may be versions of one."""
        claims = t.claims.c
        order = select(t.claims).order_by(claims.id, claims.version)
        with self._database.reading() as connection:
            rows = connection.execute(order.where(claims.id == key)).mappings().all()
            rows = rows or connection.execute(order.where(claims.id.startswith(key, autoescape=True))).mappings().all()
            return [_stored(connection, row) for row in rows]

    def run(self, document: str) -> Run | None:
        """Return the run whose coding of a document is current."""
        query = select(t.runs).join(t.coded, t.coded.c.run == t.runs.c.id).where(t.coded.c.document == document)
        with self._database.reading() as connection:
            row = connection.execute(query.order_by(t.coded.c.ordinal.desc()).limit(1)).first()
        return None if row is None else Run(row.id, row.code, row.configuration, row.resources)

    def judgements(self) -> list[Judgement]:
        """Return every decision, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(t.judgements).order_by(t.judgements.c.made, t.judgements.c.id))
            return [Judgement(r.id, r.action, tuple(r.subjects), r.person, r.made, r.note) for r in rows]

    def rejects(self) -> list[Rejected]:
        """Return the inputs that yielded nothing, by locator."""
        with self._database.reading() as connection:
            rows = connection.execute(select(t.rejects).order_by(t.rejects.c.locator))
            return [Rejected(r.locator, r.step, r.reason) for r in rows]

    def file_names(self) -> dict[str, str]:
        """Return the last part of each document's locator, by document id: what to call a report of no known outlet."""
        with self._database.engine.connect() as connection:
            rows = connection.execute(select(t.documents.c.id, t.documents.c.locator))
            return {row.id: row.locator.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] for row in rows}

    def private_names(self) -> frozenset[str]:
        """Return the names of private people, as participants or as speakers, in the whole database."""
        people = select(t.entry_participants.c.name).where(t.entry_participants.c.private).distinct()
        spoken = select(t.claims.c.said_by).where(cast(t.claims.c.said_by, Text).contains('"private":true'))
        with self._database.reading() as connection:
            speakers = (said for chain in connection.execute(spoken).scalars() for said in chain)
            names = {said["name"] for said in speakers if said["private"]}
            return frozenset(names | set(connection.execute(people).scalars()))

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        with self._database.reading() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar() or 0
                for table in t.metadata.sorted_tables
            }


def _ids(connection: Connection, query: Any) -> list[str]:
    return sorted(connection.execute(query).scalars())


def _of(connection: Connection, query: Any, column: Any, documents: Sequence[str] | None) -> Iterator[Any]:
    """Yield the rows of a query for the documents named, or all, by document."""
    if documents is None:
        yield from connection.execute(query.order_by(column))
        return
    for some in in_pieces(sorted(set(documents))):
        yield from connection.execute(query.where(column.in_(some)).order_by(column))


def _current(connection: Connection, documents: Sequence[str] | None) -> dict[str, tuple[str, str]]:
    """Return the current run of coded documents, and the fingerprint with which it coded them."""
    query = select(t.coded.c.document, t.coded.c.run, t.coded.c.fingerprint, t.coded.c.ordinal)
    rows = sorted(_of(connection, query, t.coded.c.document, documents), key=lambda row: row.ordinal)
    return {row.document: (row.run, row.fingerprint) for row in rows}


def _of_run(table: Any, row: Found) -> Any:
    return select(table).where(table.c.document == row["document"], table.c.run == row["run"])


def _records(connection: Connection, row: Found) -> Iterator[EventRecord]:
    claims: defaultdict[int, list[Claim]] = defaultdict(list)
    at = t.document_claims.c
    query = (
        select(t.claims, at.event.label("number"))
        .join(t.document_claims, at.claim == t.claims.c.version)
        .where(at.document == row["document"], at.run == row["run"])
        .order_by(at.event, at.position)
    )
    for found in connection.execute(query).mappings():
        claims[found["number"]].append(claim_from(found))
    for event in connection.execute(_of_run(t.events, row).order_by(t.events.c.position)):
        yield EventRecord(
            id=event.id,
            document=row["document"],
            type=event.type,
            anchor=Span(event.start, event.end),
            sentence=event.sentence,
            claims=tuple(claims[event.position]),
            generic=event.generic,
            anaphoric=event.anaphoric,
            told_apart=event.told_apart,
            title=event.title,
        )


def _stored(connection: Connection, row: Found) -> StoredClaim:
    at = t.document_claims.c
    made = list(connection.execute(select(at.document, at.run).where(at.claim == row["version"])))
    current = _current(connection, [found.document for found in made])
    documents = {found.document for found in made if current[found.document][0] == found.run}
    listed = select(t.entry_claims.c.entry).where(t.entry_claims.c.claim == row["version"]).distinct()
    return StoredClaim(claim_from(row), tuple(sorted(documents)), tuple(_ids(connection, listed)), row["version"])
