"""Doctor: what is installed, which models and resources, what is missing."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec

import dateline
from dateline.jobs.identity import HOUSE, MODELS, current_run, version_of
from dateline.pipeline import Config
from dateline.resources.encoder import missing
from dateline.store import Database, StoreError, View, exists

OPTIONAL = {"psycopg": "databases on PostgreSQL"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `ok` is None for what is missing and not needed."""

    name: str
    ok: bool | None
    words: str


def doctor(where: str) -> Iterator[Finding]:
    """Yield what is there and what is missing, the database `where` among it."""
    yield Finding("dateline", True, f"{dateline.__version__} at {HOUSE}")
    yield Finding("python", True, f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    for name in MODELS:
        version = version_of(name)
        yield Finding(name, version != "none", version if version != "none" else "missing: install dateline again")
    yield from _resources()
    for name, use in OPTIONAL.items():
        found = find_spec(name) is not None
        yield Finding(name, True if found else None, version_of(name) if found else f"not installed; needed for {use} only")
    run = current_run(Config())
    yield Finding("run", True, f"{run.id}: code {run.code}, resources {run.resources}")
    yield _database(where)


def _resources() -> Iterator[Finding]:
    folder = HOUSE / "resources"
    for package in sorted(path.parent.name for path in folder.glob("*/build.py")):
        built = (folder / "compiled" / f"{package}.built").is_file()
        yield Finding(f"resource {package}", built, "compiled" if built else "not compiled: run make install")
    lacking = missing()
    yield Finding("resource encoder", not lacking, f"missing: {', '.join(lacking)}" if lacking else "weights in place")


def _database(where: str) -> Finding:
    try:
        if not exists(where):
            return Finding("database", None, f"none at {where} yet")
        with Database(where) as database:
            counts = View(database).counts()
    except StoreError as e:
        return Finding("database", False, str(e))
    shown = ", ".join(f"{counts[table]} {table}" for table in ("documents", "claims", "entries", "rejects"))
    return Finding("database", True, f"{database.name}: {shown}")
