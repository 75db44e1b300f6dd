"""Erasing a document: its bytes, text and claims go, and what others share stays."""

from __future__ import annotations

from sqlalchemy import delete, select

from dateline.store import tables as t
from dateline.store.chronology import Joined, write_entries
from dateline.store.database import Database
from dateline.store.log import append
from dateline.store.writer import drop_unused_claims


def erase(database: Database, document: str, made: str) -> None:
    """Erase a document and all that rests on it. The log keeps its id and when it was done, and nothing of its content.

    Entries that stood on it and on other documents are dropped too; joining those documents again makes them anew.
    """
    with database.reading() as connection:
        touched = select(t.entry_claims.c.entry).where(t.entry_claims.c.document == document)
        others = select(t.entry_claims.c.document).where(t.entry_claims.c.entry.in_(touched)).distinct()
        neighbours = sorted(set(connection.execute(others).scalars()) - {document})
    write_entries(database, [_unjoined(document)], [], [])
    with database.transaction() as connection:
        row = connection.execute(select(t.documents).where(t.documents.c.id == document)).mappings().one()
        claims = select(t.document_claims.c.claim).where(t.document_claims.c.document == document)
        versions = list(connection.execute(claims).scalars())
        texts = {row["text_id"], *connection.execute(select(t.coded.c.text_id).where(t.coded.c.document == document)).scalars()}
        connection.execute(delete(t.linked).where(t.linked.c.document.in_([document, *neighbours])))
        connection.execute(delete(t.coded).where(t.coded.c.document == document))
        drop_unused_claims(connection, versions)
        connection.execute(delete(t.documents).where(t.documents.c.id == document))
        for text_id in sorted(texts):
            used = [
                select(column).where(column == text_id).exists()
                for column in (t.documents.c.text_id, t.coded.c.text_id, t.claims.c.text_id)
            ]
            connection.execute(delete(t.texts).where(t.texts.c.text_id == text_id, *(~use for use in used)))
        captured = select(t.documents.c.sha256).where(t.documents.c.sha256 == row["sha256"])
        connection.execute(delete(t.blobs).where(t.blobs.c.sha256 == row["sha256"], ~captured.exists()))
        connection.execute(delete(t.rejects).where(t.rejects.c.locator == row["locator"]))
        append(connection, "erase", document, made)
    _wipe(database)


def _unjoined(document: str) -> Joined:
    return Joined(document, "", "", "")


def _wipe(database: Database) -> None:
    """Overwrite what SQLite's log still holds of the deleted pages."""
    if database.url.drivername == "sqlite":
        with database.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
