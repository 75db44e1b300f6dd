from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from dateline.store import Database, StoreError, exists
from dateline.store.database import HEAD, MIGRATIONS, upgrade
from dateline.store.tables import metadata


def schema(path: Path) -> list[str]:
    rows = sqlite3.connect(path).execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'")
    # The order of constraints in a table means nothing.
    return sorted(" ".join(sorted(re.findall(r"\w+|[(),]", sql))) for (sql,) in rows)


def test_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_migrations_make_the_same_tables_as_a_new_database(tmp_path: Path) -> None:
    with Database(str(tmp_path / "new.db")):
        pass
    with Database(str(tmp_path / "old.db")) as old:
        with old.transaction() as connection:
            connection.execute(text("PRAGMA defer_foreign_keys=ON"))
            for table in reversed(metadata.sorted_tables):
                connection.execute(text(f"DROP TABLE {table.name}"))
            connection.execute(text("DROP TABLE alembic_version"))
        upgrade(old.engine)
        with old.reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert schema(tmp_path / "new.db") == schema(tmp_path / "old.db")


def test_migrations_make_the_same_tables_on_any_server(database: Database) -> None:
    with database.transaction() as connection:
        metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
    upgrade(database.engine)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Database(str(path)) as database, database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version"):
        Database(str(path))


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("/no/such/folder/x.db", "no folder"),
        ("mysql://host/db", "not a database this program knows"),
        ("://", "not a database address"),
        ("postgresql://nobody@127.0.0.1:1/none", "cannot open database postgresql"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line(where: str, words: str) -> None:
    with pytest.raises(StoreError, match=words) as caught:
        Database(where)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database at all, but long enough to be looked at " * 5)
    with pytest.raises(StoreError, match=r"cannot open database .*notes\.txt: file is not a database"):
        Database(str(path))
    assert exists(str(path))
    assert not exists(str(tmp_path / "none.db"))


def test_a_database_that_somebody_holds_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Database(str(path)) as database:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with database.reading() as connection:
            connection.execute(text("PRAGMA busy_timeout=50"))
        with pytest.raises(StoreError, match=r"a\.db: database is locked"), database.transaction():
            pass
        holder.close()


def test_a_password_never_shows() -> None:
    with pytest.raises(StoreError) as caught:
        Database("postgresql://someone:secret@127.0.0.1:1/none")
    assert "secret" not in str(caught.value)


def test_a_new_database_is_opened_without_alembic(tmp_path: Path) -> None:
    code = "import sys; from dateline.store import Database; Database(sys.argv[1]).close(); print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.db")], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
