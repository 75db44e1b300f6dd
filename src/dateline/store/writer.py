"""Writer: the only way anything gets into the database. One transaction a call."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, select, update
from sqlalchemy.dialects import sqlite

from dateline.model.claim import Claim, Coded
from dateline.model.document import Document, text_id
from dateline.model.entry import Judgement, Run
from dateline.store import tables as t
from dateline.store.database import Database
from dateline.store.log import append
from dateline.store.rows import Row, claim_row, document_row, in_pieces, quotations


class RefusedClaim(ValueError):
    """A claim whose quotation is not exactly what the text has there."""


class RefusedText(ValueError):
    """A text that not every database can hold."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that yielded nothing, the step that refused it, and why."""

    locator: str
    step: str
    reason: str


class Writer:
    """Writes documents, what coding yields, rejects and judgements. Writing the same again changes nothing."""

    def __init__(self, database: Database) -> None:
        """Write to `database`."""
        self._database = database

    def write_document(self, document: Document, raw: bytes | None = None) -> bool:
        """Store a document with its text and raw bytes. Return whether anything was new or different.

        Raises RefusedText for one that holds half characters (lone surrogates) or NUL.
        """
        if "\0" in document.text or not _encodable(document.text):
            raise RefusedText("its text holds characters that no database keeps: NUL or lone surrogates")
        row = document_row(document)
        with self._database.transaction() as connection:
            _forget_reject(connection, document.capture.locator)
            known = connection.execute(select(t.documents.c.fingerprint).where(t.documents.c.id == row["id"])).scalar()
            if known == row["fingerprint"]:
                return False
            if raw is not None:
                blob = {"sha256": document.capture.sha256, "size": len(raw), "packed": zlib.compress(raw, 6)}
                insert(connection, t.blobs, [blob])
            insert(connection, t.texts, [{"text_id": row["text_id"], "size": len(document.text), "text": document.text}])
            if known is None:
                connection.execute(t.documents.insert(), row)
            else:
                connection.execute(update(t.documents).where(t.documents.c.id == row["id"]).values(row))
        return True

    def write_run(self, run: Run) -> None:
        """Store what a run is."""
        row = {"id": run.id, "code": run.code, "configuration": run.configuration, "resources": run.resources}
        with self._database.transaction() as connection:
            insert(connection, t.runs, [row])

    def write_coded(self, coded: Coded, run: str, fingerprint: str) -> None:
        """Store all that coding one document yielded, as its current claims.

        `fingerprint` is the document's when it was coded. Raises RefusedClaim, and writes nothing, if a quotation is
        not exactly `text[start:end]`.
        """
        with self._database.transaction() as connection:
            text = connection.execute(select(t.texts.c.text).where(t.texts.c.text_id == coded.text_id)).scalar()
            if text is None or text_id(text) != coded.text_id:
                raise RefusedClaim(f"document {coded.document}: its text {coded.text_id} is not in the database")
            for event in coded.events:
                for claim in event.claims:
                    _check(claim, coded.text_id, text)
            of = {"document": coded.document, "run": run}
            _forget_coded(connection, coded.document, run)
            latest = select(func.max(t.coded.c.ordinal)).where(t.coded.c.document == coded.document)
            ordinal = (connection.execute(latest).scalar() or 0) + 1
            row = {
                **of,
                "ordinal": ordinal,
                "text_id": coded.text_id,
                "fingerprint": fingerprint,
                "publication": dict(coded.publication),
            }
            connection.execute(t.coded.insert(), row)
            _write_events(connection, coded, of)
            _forget_reject(connection, _locator(connection, coded.document))

    def write_reject(self, reject: Rejected) -> None:
        """Store why an input yielded nothing, in place of any earlier reason."""
        row = {"locator": reject.locator, "step": reject.step, "reason": reject.reason}
        with self._database.transaction() as connection:
            _forget_reject(connection, reject.locator)
            connection.execute(t.rejects.insert(), row)

    def write_judgement(self, judgement: Judgement) -> None:
        """Append a person's decision."""
        row: Row = {
            "id": judgement.id,
            "action": judgement.action,
            "subjects": list(judgement.subjects),
            "person": judgement.person,
            "made": judgement.made,
            "note": judgement.note,
        }
        with self._database.transaction() as connection:
            connection.execute(t.judgements.insert(), row)
            append(connection, f"judgement:{judgement.action}", judgement.id, judgement.made)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _check(claim: Claim, of: str, text: str) -> None:
    for quotation in quotations(claim):
        span = quotation.span
        if quotation.text_id != of:
            raise RefusedClaim(f"claim {claim.id} ({claim.field}): its quotation is from another text, {quotation.text_id}")
        if not quotation.exact or text[span.start : span.end] != quotation.exact:
            raise RefusedClaim(
                f"claim {claim.id} ({claim.field}): its quotation is not what the text has at [{span.start}, {span.end})"
            )


def _write_events(connection: Connection, coded: Coded, of: Row) -> None:
    events: list[Row] = []
    claims: dict[str, Row] = {}
    places: list[Row] = []
    for number, event in enumerate(coded.events):
        events.append(
            {
                **of,
                "position": number,
                "id": event.id,
                "type": event.type,
                "start": event.anchor.start,
                "end": event.anchor.end,
                "sentence": event.sentence,
                "generic": event.generic,
                "anaphoric": event.anaphoric,
                "told_apart": event.told_apart,
                "title": event.title,
            }
        )
        for position, claim in enumerate(event.claims):
            row = claim_row(claim)
            claims[row["version"]] = row
            places.append({**of, "event": number, "position": position, "claim": row["version"]})
    skipped = [
        {**of, "position": i, "start": span.start, "end": span.end, "reason": reason}
        for i, (span, reason) in enumerate(coded.skipped)
    ]
    insert(connection, t.claims, list(claims.values()))
    for table, rows in ((t.events, events), (t.document_claims, places), (t.skipped, skipped)):
        if rows:
            connection.execute(table.insert(), rows)


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, leaving those whose key is there already as they are."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        # Costs a tenth of a second, which those who have no server need not wait.
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415

        connection.execute(postgresql.insert(table).on_conflict_do_nothing(), rows)
    else:
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), rows)


def _forget_coded(connection: Connection, document: str, run: str) -> None:
    """Drop what the same run wrote about a document before, claims of its own with it."""
    mine = (t.document_claims.c.document == document) & (t.document_claims.c.run == run)
    versions = list(connection.execute(select(t.document_claims.c.claim).where(mine)).scalars())
    connection.execute(delete(t.coded).where((t.coded.c.document == document) & (t.coded.c.run == run)))
    drop_unused_claims(connection, versions)


def drop_unused_claims(connection: Connection, versions: Iterable[str]) -> None:
    """Delete those of the claims on which no document and no entry rests any more."""
    for some in in_pieces(sorted(set(versions))):
        used = select(t.document_claims.c.claim).where(t.document_claims.c.claim == t.claims.c.version)
        listed = select(t.entry_claims.c.claim).where(t.entry_claims.c.claim == t.claims.c.version)
        connection.execute(delete(t.claims).where(t.claims.c.version.in_(some), ~used.exists(), ~listed.exists()))


def _forget_reject(connection: Connection, locator: str | None) -> None:
    connection.execute(delete(t.rejects).where(t.rejects.c.locator == locator))


def _locator(connection: Connection, document: str) -> str | None:
    return connection.execute(select(t.documents.c.locator).where(t.documents.c.id == document)).scalar()
