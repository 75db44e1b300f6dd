"""The log: what people did, each row sealed with the digest of the one before."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from dateline.store import tables as t
from dateline.store.rows import Row, digest

FIRST = ""
"""What the first row has for the digest before it."""


def append(connection: Connection, action: str, subject: str, made: str) -> None:
    """Add a row: what was done, to what, and when (ISO 8601)."""
    last = connection.execute(select(t.log.c.number, t.log.c.digest).order_by(t.log.c.number.desc()).limit(1)).first()
    row: Row = {
        "number": last.number + 1 if last else 1,
        "action": action,
        "subject": subject,
        "made": made,
        "previous": last.digest if last else FIRST,
    }
    connection.execute(t.log.insert(), {**row, "digest": digest(row)})


def broken(connection: Connection) -> Iterator[int]:
    """Yield the numbers of the rows that are not as they were written, or follow a row that is missing."""
    previous, number = FIRST, 0
    for found in connection.execute(select(t.log).order_by(t.log.c.number)).mappings():
        row = {key: value for key, value in found.items() if key != "digest"}
        number += 1
        if found["previous"] != previous or found["digest"] != digest(row) or found["number"] != number:
            yield found["number"]
        previous, number = found["digest"], found["number"]
