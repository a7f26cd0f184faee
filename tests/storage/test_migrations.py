"""The form of the database comes from the migrations alone, and each can be taken back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from yoyo import get_backend, read_migrations

import storage
from storage.database import migrate, open_database
from tests.harness.records import open_records

MIGRATIONS = str(Path(storage.__file__).with_name("migrations"))
OURS = """
SELECT type, name, sql FROM sqlite_master
WHERE name NOT LIKE '%yoyo%' AND name NOT LIKE 'sqlite_%' ORDER BY type, name
"""


@contextmanager
def _looking(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def _form(path: Path) -> list[tuple[str, str, str]]:
    with _looking(path) as connection:
        return connection.execute(OURS).fetchall()


def test_a_new_file_gets_every_table_and_the_obligations_view(tmp_path: Path) -> None:
    """A file that was not there is complete after one migration run."""
    path = tmp_path / "new.db"
    migrate(path)
    names = {name for _, name, _ in _form(path)}
    assert names >= {"plans", "people", "codes", "inbox", "outbox", "task_reports", "obligations"}


async def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    """The form and what is stored are the same after another start."""
    path = tmp_path / "baocao.db"
    async with open_records(path) as records:
        before = await records.rows("SELECT id, loaded_at FROM plans")
    form = _form(path)
    migrate(path)
    assert _form(path) == form
    with _looking(path) as connection:
        assert connection.execute("SELECT id, loaded_at FROM plans").fetchall() == before


def test_a_migration_taken_back_leaves_nothing_and_can_be_made_again(tmp_path: Path) -> None:
    """The rollback files remove all that the migrations made, in an order that works."""
    path = tmp_path / "baocao.db"
    migrate(path)
    form = _form(path)
    backend = get_backend(f"sqlite:///{path}")
    try:
        migrations = read_migrations(MIGRATIONS)
        with backend.lock():
            backend.rollback_migrations(backend.to_rollback(migrations))
    finally:
        backend.connection.close()
    assert _form(path) == []
    migrate(path)
    assert _form(path) == form


async def test_a_start_killed_while_migrating_does_not_block_the_next(tmp_path: Path) -> None:
    """The lock row that a killed start leaves behind is broken by the one that holds the file."""
    path = tmp_path / "baocao.db"
    migrate(path)
    with _looking(path) as connection:
        connection.execute(
            "INSERT INTO yoyo_lock (locked, ctime, pid) VALUES (1, '2026-03-02 09:14:00', 4194305)"
        )
        connection.commit()
    async with open_database(path) as database, database.read() as connection:
        assert await connection.execute_fetchall("SELECT count(*) FROM plans")


def test_a_file_cut_off_in_a_migration_is_brought_up(tmp_path: Path) -> None:
    """A file in which no migration was recorded yet is migrated as a new one."""
    path = tmp_path / "baocao.db"
    with _looking(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    migrate(path)
    assert any(name == "obligations" for _, name, _ in _form(path))


@pytest.mark.parametrize("column", ["state", "kind"])
def test_a_word_outside_the_list_is_refused(tmp_path: Path, column: str) -> None:
    """Checks of the form stop what no code should write."""
    path = tmp_path / "baocao.db"
    migrate(path)
    wrong = {
        "state": "INSERT INTO outbox (address, content, state, queued_at) VALUES (1, '', 'x', '')",
        "kind": "INSERT INTO duties VALUES ('plan', 'wish', 1, 'agency')",
    }[column]
    with _looking(path) as connection, pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        connection.execute(wrong)
