"""Opening a database: SQLite file or PostgreSQL, migrated to this version's tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DBAPIError,
    InternalError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from dateline.store.rows import canonical
from dateline.store.tables import metadata

HEAD = "0001"
"""Newest migration. A test compares it with the migrations folder."""

MIGRATIONS = Path(__file__).with_name("migrations")

PRAGMAS = (
    "busy_timeout=60000",
    "journal_mode=WAL",
    # A commit survives this program's end; what a power cut takes is only the last commits, never the database.
    "synchronous=NORMAL",
    "wal_autocheckpoint=8000",
    "cache_size=-65536",
    "foreign_keys=ON",
    "secure_delete=ON",
)


class StoreError(Exception):
    """A database that cannot be opened or holds what this version cannot read, in one line of words."""


class Database:
    """An open database. `transaction` writes, `reading` reads; close it when done."""

    def __init__(self, where: str) -> None:
        """Open `where`, a file path or a `sqlite://` or `postgresql://` address, and bring its tables up to date."""
        self.url = _url(where)
        self.engine = _engine(self.url)
        try:
            _migrate(self.engine)
        except SQLAlchemyError as e:
            self.engine.dispose()
            raise StoreError(f"cannot open database {self.name}: {_words(e)}") from e
        except BaseException:
            self.engine.dispose()
            raise

    @property
    def name(self) -> str:
        """Return the database's name for messages, without any password."""
        if self.url.drivername.startswith("sqlite"):
            return self.url.database or "in memory"
        return self.url.render_as_string(hide_password=True)

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the files that the database lives in; none if a server keeps them."""
        if not self.url.drivername.startswith("sqlite") or not self.url.database:
            return ()
        return tuple(Path(self.url.database + suffix) for suffix in ("", "-wal", "-shm", "-journal"))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection whose writes are committed together, or not at all."""
        with self._failing_in_words(), self.engine.connect() as connection:
            connection = connection.execution_options(dateline_writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the database throughout."""
        with self._failing_in_words(), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def _failing_in_words(self) -> Iterator[None]:
        """Say in words what a full disk, a locked file or a lost server does; mistakes of ours stay what they are."""
        try:
            yield
        except (OperationalError, InternalError) as e:
            raise StoreError(f"database {self.name}: {_words(e)}") from e
        except DatabaseError as e:
            if type(e) is not DatabaseError:
                raise
            raise StoreError(f"database {self.name}: {_words(e)}") from e

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def __enter__(self) -> Database:
        """Return the database itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()


def exists(where: str) -> bool:
    """Tell whether a database is there already; an address of a server always counts as there."""
    url = _url(where)
    if not url.drivername.startswith("sqlite"):
        return True
    return bool(url.database) and Path(str(url.database)).exists()


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except ArgumentError as e:
        raise StoreError(f"not a database address: {where!r}") from e
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise StoreError(f"not a database this program knows: {url.drivername}; use a file, sqlite:// or postgresql://")
    return url


def _engine(url: URL) -> Engine:
    try:
        engine = create_engine(url, json_serializer=canonical)
    except (ModuleNotFoundError, NoSuchModuleError) as e:
        raise StoreError("PostgreSQL needs its driver: pip install 'dateline[postgres]'") from e
    if url.drivername == "sqlite":
        folder = Path(url.database or "").parent
        if not folder.is_dir():
            raise StoreError(f"cannot open database {url.database}: no folder {folder}")
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    # The driver's own BEGIN comes too late for DDL and for readers; `_begin_sqlite` sends ours.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("dateline_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine) -> None:
    found = _version(engine)
    if found == HEAD:
        return
    if found is None and not _tables(engine):
        _create(engine)
    elif found is not None and found > HEAD:
        raise StoreError(f"the database was written by a newer version of this program (tables {found}, here {HEAD})")
    else:
        upgrade(engine)


def _tables(engine: Engine) -> list[str]:
    return inspect(engine).get_table_names()


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if version is None else str(version)


def _create(engine: Engine) -> None:
    """Make the tables of a new database at once; a test holds them equal to what the migrations make."""
    with engine.connect() as connection:
        connection = connection.execution_options(dateline_writes=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(4474)"))
            if inspect(connection).has_table("alembic_version"):
                return
            # In a fixed order, which create_all has not for indexes: the same content is then the same file.
            for table in metadata.sorted_tables:
                connection.execute(CreateTable(table))
                for index in sorted(table.indexes, key=lambda index: str(index.name)):
                    connection.execute(CreateIndex(index))
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def upgrade(engine: Engine, to: str = HEAD) -> None:
    """Run the migrations up to `to`."""
    # Alembic takes as long to import as a short report to code, and is needed only after an update.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.connect() as connection:
        connection = connection.execution_options(dateline_writes=True)
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, to)


def _words(error: SQLAlchemyError) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return " ".join(str(cause).split()) or type(cause).__name__
