"""Databases for tests: an SQLite file always, PostgreSQL where its server is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.store import Database


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Yield the address of a PostgreSQL server: `DATELINE_TEST_POSTGRES`, or one started for the tests."""
    given = os.environ.get("DATELINE_TEST_POSTGRES")
    if given:
        yield given
        return
    pg_ctl = _pg_ctl()
    if pg_ctl is None:
        pytest.skip("no PostgreSQL server: neither DATELINE_TEST_POSTGRES nor pg_ctl is there")
    pytest.importorskip("psycopg", reason="no PostgreSQL driver: psycopg is not installed")
    with tempfile.TemporaryDirectory(prefix="dateline-pg-") as folder:
        yield from _serve(pg_ctl, Path(folder))


def _pg_ctl() -> str | None:
    found = shutil.which("pg_ctl")
    return found or next((str(p) for p in sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))), None)


def _serve(pg_ctl: str, folder: Path) -> Iterator[str]:
    # The server refuses to run as root.
    user = "nobody" if os.geteuid() == 0 else None
    folder.chmod(0o777)
    data = folder / "data"

    def call(*arguments: str) -> None:
        done = subprocess.run([pg_ctl, *arguments, "-D", str(data)], user=user, cwd=folder, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"no PostgreSQL server: {(done.stderr or done.stdout).strip()[-200:]}")

    call("init", "-o", "--auth=trust --username=dateline --encoding=UTF8 --no-sync")
    call("start", "-w", "-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses='' -c fsync=off")
    try:
        yield f"postgresql://dateline@/postgres?host={folder}"
    finally:
        call("stop", "-m", "immediate")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Yield an empty database of each kind."""
    if request.param == "sqlite":
        with Database(str(tmp_path / "test.db")) as opened:
            yield opened
        return
    url = request.getfixturevalue("server")
    with Database(url) as opened, opened.engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    with Database(url) as opened:
        yield opened
