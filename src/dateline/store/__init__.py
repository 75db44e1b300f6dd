"""Tables, migrations, Writer and View: the only SQL in the house."""

from dateline.store.chronology import Joined, unheld, write_entries
from dateline.store.database import Database, StoreError, exists
from dateline.store.entries import EVERYTHING, Chronology, Filter, entries_of, find
from dateline.store.erase import erase
from dateline.store.rows import digest
from dateline.store.verify import Problem, verify
from dateline.store.view import State, StoredClaim, View
from dateline.store.writer import RefusedClaim, RefusedText, Rejected, Writer

__all__ = [
    "EVERYTHING",
    "Chronology",
    "Database",
    "Filter",
    "Joined",
    "Problem",
    "RefusedClaim",
    "RefusedText",
    "Rejected",
    "State",
    "StoreError",
    "StoredClaim",
    "View",
    "Writer",
    "digest",
    "entries_of",
    "erase",
    "exists",
    "find",
    "unheld",
    "verify",
    "write_entries",
]
