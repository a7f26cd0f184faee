"""One SQLite file, one writer; everything that is SQLite's own stands here.

Errors: `DatabaseBusy` where another process holds the file, `DatabaseUnavailable` for what may pass
(disk full, locked, out of memory): the update is not acknowledged and comes again.
"""

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosql
import aiosqlite
from yoyo import get_backend, read_migrations

from storage.kept import kept_by

_HERE = Path(__file__).parent
_TRANSIENT = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
)


class DatabaseBusy(Exception):
    """Another process works on this database."""


class DatabaseUnavailable(Exception):
    """The database cannot be written now; the same again may work later."""


class DatabaseDamaged(DatabaseUnavailable):
    """The file of this name is no whole database."""


class _OneHop:
    """aiosql adapter for aiosqlite: each query costs one trip to the connection's thread.

    The shipped adapter takes three. aiosql hands the coroutines through, so callers await them.
    """

    is_aio_driver = False

    def process_sql(self, _name: str, _operation: Any, sql: str) -> str:
        return sql

    async def select(
        self, conn: aiosqlite.Connection, _name: str, sql: str, values: Any, _record: Any = None
    ) -> list[sqlite3.Row]:
        return list(await conn.execute_fetchall(sql, values))

    async def select_one(
        self, conn: aiosqlite.Connection, _name: str, sql: str, values: Any, _record: Any = None
    ) -> sqlite3.Row | None:
        rows = await self.select(conn, _name, sql, values)
        return rows[0] if rows else None

    async def select_value(
        self, conn: aiosqlite.Connection, _name: str, sql: str, values: Any
    ) -> Any:
        row = await self.select_one(conn, _name, sql, values)
        return None if row is None else row[0]

    async def insert_update_delete(
        self, conn: aiosqlite.Connection, _name: str, sql: str, values: Any
    ) -> None:
        await conn.execute_fetchall(sql, values)

    async def insert_update_delete_many(
        self, conn: aiosqlite.Connection, _name: str, sql: str, values: Sequence[Any]
    ) -> None:
        cursor = await conn.executemany(sql, values)
        await cursor.close()


QUERIES: Any = aiosql.from_path(_HERE / "queries", _OneHop)  # type: ignore[arg-type]
"""The named queries of queries/*.sql; each is awaited with a connection first."""


class Database:
    """An open, migrated database; use `open_database`."""

    def __init__(self, path: Path, connection: aiosqlite.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[aiosqlite.Connection]:
        """One transaction, alone; commits at the end, rolls back on any exception whatever."""
        async with self._lock:
            kept = kept_by(self._connection)
            before = kept.copy()
            with _transient_told_apart():
                try:
                    await self._connection.execute_fetchall("BEGIN IMMEDIATE")
                    yield self._connection
                    await asyncio.shield(self._connection.commit())
                except BaseException:  # a cancelled BEGIN too is still carried out by the thread
                    kept.go_back(before)
                    await asyncio.shield(self._connection.rollback())
                    raise

    @asynccontextmanager
    async def read(self) -> AsyncIterator[aiosqlite.Connection]:
        """The connection for reading, between transactions."""
        async with self._lock:
            with _transient_told_apart():
                yield self._connection

    @asynccontextmanager
    async def copied(self) -> AsyncIterator[aiosqlite.Connection]:
        """A copy in memory, on which what may come to be is tried."""
        async with aiosqlite.connect(":memory:", isolation_level=None) as copy:
            copy.row_factory = sqlite3.Row
            async with self.read() as connection:
                await connection.backup(copy)
            yield copy

    @asynccontextmanager
    async def aside(self, patience: float) -> AsyncIterator[aiosqlite.Connection]:
        """A further connection that waits for no turn, and `patience` seconds for any lock."""
        address = f"{self.path.resolve().as_uri()}?mode=rw"
        connection = aiosqlite.connect(address, uri=True, isolation_level=None, timeout=patience)
        with _transient_told_apart():
            async with connection:
                connection.row_factory = sqlite3.Row
                yield connection


@asynccontextmanager
async def open_database(path: Path, *, beside: bool = False) -> AsyncIterator[Database]:
    """Lock, migrate and open a database; raise DatabaseBusy where another process has it.

    `beside` the running program it is opened all the same, in the form that one has brought it to:
    for what is written at once and not sent, such as a new code.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with holding(path, or_beside=beside) as held:
        if held:
            await asyncio.to_thread(migrate, path)
        connection = aiosqlite.connect(path, isolation_level=None, cached_statements=512)
        async with connection:
            connection.row_factory = sqlite3.Row
            for pragma in (
                "journal_mode = WAL",
                "synchronous = FULL",
                "foreign_keys = ON",
                "busy_timeout = 5000",
                "temp_store = MEMORY",
            ):
                await connection.execute_fetchall(f"PRAGMA {pragma}")
            yield Database(path, connection)


async def write_nothing_new(connection: aiosqlite.Connection) -> None:
    """Commit what stands there already, in an open transaction; raise where it is not taken."""
    ((version,),) = await connection.execute_fetchall("PRAGMA user_version")
    await connection.execute_fetchall(f"PRAGMA user_version = {int(version)}")
    await connection.commit()


def migrate(path: Path) -> None:
    """Bring a database file to the newest form; the caller holds the lock file."""
    backend = get_backend(f"sqlite:///{quote(str(path))}")
    try:
        backend.break_lock()  # a killed start leaves yoyo's own lock row behind
        with backend.lock():
            migrations = _migrations()
            backend.apply_migrations(backend.to_apply(migrations))
    finally:
        backend.connection.close()


def known_forms() -> frozenset[str]:
    """Return the names of all migrations that this version knows."""
    return frozenset(migration.id for migration in _migrations())


def is_outdated(path: Path) -> bool:
    """Whether a database has to be migrated before this version can use it; it is only read."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    with _as_unavailable(path), closing(sqlite3.connect(address, uri=True)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE name = '_yoyo_migration'")
        if rows.fetchone() is None:
            return True
        applied = {id_ for (id_,) in connection.execute("SELECT migration_id FROM _yoyo_migration")}
    return not applied >= known_forms()


def back_up(source: Path, target: Path) -> None:
    """Write a consistent copy of a database, running or not; it is whole, or not there.

    It takes no lock: the program that holds it goes on writing. Raise DatabaseUnavailable where no
    whole copy can be made; `target` is then what it was before.
    """
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    try:
        with (
            _as_unavailable(source),
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as original,
            closing(sqlite3.connect(partial)) as copy,
        ):
            original.backup(copy)
        verify(partial)
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def verify(path: Path) -> None:
    """Raise DatabaseUnavailable unless the file is a whole database."""
    with _as_unavailable(path), closing(sqlite3.connect(path)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if found[0] != "ok" or dangling is not None:
        raise DatabaseDamaged(path.name)


def remove_database(path: Path) -> None:
    """Remove a database's files; raise DatabaseBusy where another process has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with holding(path):
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _migrations() -> Any:
    return read_migrations(str(_HERE / "migrations"))


@contextmanager
def holding(path: Path, *, or_beside: bool = False) -> Iterator[bool]:
    """Hold the lock file; yield whether it is held, which only `or_beside` may be untrue.

    Raise DatabaseBusy where another process holds it.
    """
    with path.with_name(path.name + ".lock").open("a") as lock:
        held = True
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if not or_beside:
                raise DatabaseBusy(str(path)) from error
            held = False
        yield held


@contextmanager
def _as_unavailable(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise DatabaseUnavailable(f"{path.name}: {error}") from error


@contextmanager
def _transient_told_apart() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode & 0xFF) in _TRANSIENT:
            raise DatabaseUnavailable(str(error)) from error
        raise
