"""Checking everything again: hashes, quotations, ids, and what rests on what."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from dateline.model.document import text_id
from dateline.store import tables as t
from dateline.store.chronology import claim_ids
from dateline.store.database import Database
from dateline.store.log import broken
from dateline.store.rows import Found, claim_from, claim_version, document_from, document_row, quotations


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was written. `subject` names it: a text, claim, document, entry or row of the log."""

    kind: str
    subject: str
    reason: str


def verify(database: Database) -> Iterator[Problem]:
    """Yield everything in the database that is not what its hash, quotation or reference says."""
    with database.reading() as connection:
        yield from _blobs(connection)
        yield from _texts(connection)
        yield from _documents(connection)
        yield from _missing(connection)
        yield from _entries(connection)
        for number in broken(connection):
            yield Problem("log", str(number), "not as it was written, or a row before it is missing")


def _rows(connection: Connection, query: Any) -> Iterator[Found]:
    yield from connection.execute(query, execution_options={"yield_per": 500}).mappings()


def _blobs(connection: Connection) -> Iterator[Problem]:
    for row in _rows(connection, select(t.blobs).order_by(t.blobs.c.sha256)):
        try:
            raw = zlib.decompress(row["packed"])
        except zlib.error:
            yield Problem("bytes", row["sha256"], "cannot be unpacked")
            continue
        if hashlib.sha256(raw).hexdigest() != row["sha256"]:
            yield Problem("bytes", row["sha256"], "do not have this hash")


def _texts(connection: Connection) -> Iterator[Problem]:
    """Check each text with the claims on it, one text in memory at a time."""
    ids = list(connection.execute(select(t.texts.c.text_id).order_by(t.texts.c.text_id)).scalars())
    for id in ids:
        text = connection.execute(select(t.texts.c.text).where(t.texts.c.text_id == id)).scalar() or ""
        changed = text_id(text) != id
        if changed:
            yield Problem("text", id, "does not have this hash: it was changed")
        query = select(t.claims).where(t.claims.c.text_id == id).order_by(t.claims.c.id, t.claims.c.version)
        for row in _rows(connection, query):
            for reason in _claim(row, text, changed):
                yield Problem("claim", row["id"], reason)


def _claim(row: Found, text: str, changed: bool) -> Iterator[str]:
    try:
        claim = claim_from(row)
    except (KeyError, TypeError, ValueError) as e:
        yield f"cannot be read: {e}"
        return
    if claim.id != row["id"]:
        yield f"its content has the id {claim.id}"
    if claim_version(row) != row["version"]:
        yield "its row is not as it was written"
    wrong = [q for q in quotations(claim) if text[q.span.start : q.span.end] != q.exact or q.text_id != row["text_id"]]
    for quotation in wrong:
        span = quotation.span
        yield f'its quotation "{_short(quotation.exact)}" is not what the text has at [{span.start}, {span.end})'
    if changed and not wrong:
        yield "its quotation stands, but the text it is from was changed"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:59] + "…"


def _documents(connection: Connection) -> Iterator[Problem]:
    query = select(t.documents, t.texts.c.text).outerjoin(t.texts, t.texts.c.text_id == t.documents.c.text_id)
    for row in _rows(connection, query.order_by(t.documents.c.id)):
        if row["text"] is None:
            yield Problem("document", row["id"], f"its text {row['text_id']} is missing")
            continue
        document = document_from(row, row["text"])
        if document.id != row["id"]:
            yield Problem("document", row["id"], f"its capture has the id {document.id}")
        elif text_id(row["text"]) == row["text_id"] and document_row(document)["fingerprint"] != row["fingerprint"]:
            yield Problem("document", row["id"], "its zones, dates or other data were changed")


def _missing(connection: Connection) -> Iterator[Problem]:
    """Find references to rows that are not there; SQLite checks them only where foreign keys are switched on."""
    for table in t.metadata.sorted_tables:
        for constraint in sorted(table.foreign_key_constraints, key=lambda c: c.elements[0].target_fullname):
            columns = [element.parent for element in constraint.elements]
            targets = [element.column for element in constraint.elements]
            found = select(*targets).where(*(c == target for c, target in zip(columns, targets, strict=True))).exists()
            subjects = list(table.primary_key.columns)
            for row in connection.execute(select(*subjects).where(~found).order_by(*subjects)):
                reason = f"what it refers to in {targets[0].table.name} is missing"
                yield Problem(table.name, "/".join(str(value) for value in row), reason)


def _entries(connection: Connection) -> Iterator[Problem]:
    held: dict[str, set[str]] = {}
    at = t.entry_claims.c
    for row in connection.execute(select(at.entry, t.claims.c.id).join(t.claims, t.claims.c.version == at.claim)):
        held.setdefault(row.entry, set()).add(row.id)
    for row in connection.execute(select(t.entries.c.id, t.entries.c.record).order_by(t.entries.c.id)):
        if not held.get(row.id):
            yield Problem("entry", row.id, "has no claim under it")
        for missing in sorted(set(claim_ids(row.record)) - held.get(row.id, set())):
            yield Problem("entry", row.id, f"rests on claim {missing}, which it does not hold")
