"""Erasing a document, and joining anew what stood on it and on others."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.jobs.link import link
from dateline.store import Database
from dateline.store import erase as erase_rows


def erase(database: Database, document: str) -> None:
    """Erase a document with its text, bytes and claims. The log keeps its id and the time."""
    erase_rows(database, document, datetime.now(UTC).isoformat(timespec="seconds"))
    link(database)
