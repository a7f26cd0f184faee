"""One file, one writer: a transaction is whole or not there, whatever cuts it short."""

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage.database import (
    Database,
    DatabaseBusy,
    DatabaseUnavailable,
    back_up,
    open_database,
    verify,
)
from tests.harness.records import Records

COUNT = "SELECT count(*) FROM addresses"
PATIENCE = "PRAGMA busy_timeout = 20"


async def _add(database: Database, chat: str) -> None:
    async with database.write() as connection:
        await connection.execute(
            "INSERT INTO addresses (channel, chat) VALUES ('stage', ?)", (chat,)
        )


@contextmanager
def _held(path: Path) -> Iterator[sqlite3.Connection]:
    """Another connection that is in the middle of writing."""
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield holder


async def _hurry(database: Database) -> None:
    async with database.read() as connection:
        await connection.execute_fetchall(PATIENCE)


async def test_a_finished_transaction_is_there_for_everyone(records: Records) -> None:
    """What was written stands in the file once the transaction has ended."""
    await _add(records.database, "a")
    with closing(sqlite3.connect(records.database.path)) as other:
        assert other.execute(COUNT).fetchone() == (1,)


async def test_an_exception_takes_everything_back(records: Records) -> None:
    """A transaction cut short by an error leaves nothing, and the next one works."""

    async def turn() -> None:
        async with records.database.write() as connection:
            await connection.execute("INSERT INTO addresses (channel, chat) VALUES ('stage', 'a')")
            raise LookupError

    with pytest.raises(LookupError):
        await turn()
    await _add(records.database, "b")
    assert await records.rows("SELECT chat FROM addresses") == [("b",)]


async def test_a_cancelled_transaction_is_taken_back(records: Records) -> None:
    """A task cancelled between two statements leaves no transaction open."""
    written = asyncio.Event()

    async def turn() -> None:
        async with records.database.write() as connection:
            await connection.execute("INSERT INTO addresses (channel, chat) VALUES ('stage', 'a')")
            written.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(turn())
    await written.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await _add(records.database, "b")
    assert await records.rows("SELECT chat FROM addresses") == [("b",)]


async def test_a_transaction_cancelled_while_it_begins_is_not_left_open(records: Records) -> None:
    """BEGIN that still waits for the file is carried out all the same, and taken back at once."""
    with _held(records.database.path) as holder:
        task = asyncio.create_task(_add(records.database, "a"))
        await asyncio.sleep(0)
        assert records.database._lock.locked()
        task.cancel()
        holder.rollback()
        with pytest.raises(asyncio.CancelledError):
            await task
    await _add(records.database, "b")
    assert await records.rows("SELECT chat FROM addresses") == [("b",)]


@pytest.mark.parametrize("steps", range(1, 12))
async def test_a_transaction_cancelled_anywhere_is_whole_or_not_there(
    records: Records, steps: int
) -> None:
    """Wherever the cancellation falls, both rows are there or none, and writing goes on."""

    async def turn() -> None:
        async with records.database.write() as connection:
            for chat in ("a", "b"):
                await connection.execute_fetchall(
                    "INSERT INTO addresses (channel, chat) VALUES ('stage', ?)", (chat,)
                )

    task = asyncio.create_task(turn())
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    await _add(records.database, "c")
    found = {chat for (chat,) in await records.rows("SELECT chat FROM addresses")}
    assert found in ({"c"}, {"a", "b", "c"})


async def test_writers_take_turns(records: Records) -> None:
    """Transactions of one process never mix, however many are begun at once."""
    inside = 0

    async def turn(number: int) -> None:
        nonlocal inside
        async with records.database.write() as connection:
            inside += 1
            assert inside == 1
            await connection.execute(
                "INSERT INTO addresses (channel, chat) VALUES ('stage', ?)", (str(number),)
            )
            inside -= 1

    await asyncio.gather(*(turn(number) for number in range(20)))
    assert await records.rows(COUNT) == [(20,)]


async def test_a_file_held_by_another_is_told_as_passing(records: Records) -> None:
    """A locked file raises DatabaseUnavailable, and the same write works once it is free."""
    await _hurry(records.database)
    with _held(records.database.path), pytest.raises(DatabaseUnavailable):
        await _add(records.database, "a")
    await _add(records.database, "a")
    assert await records.rows(COUNT) == [(1,)]


async def test_a_full_disk_is_told_as_passing(records: Records) -> None:
    """No room raises DatabaseUnavailable and leaves nothing; with room the same write works."""
    async with records.database.read() as connection:
        ((pages,),) = await connection.execute_fetchall("PRAGMA page_count")
        await connection.execute_fetchall(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseUnavailable, match="full"):
        await _add(records.database, "x" * 1_000_000)
    assert await records.rows(COUNT) == [(0,)]
    async with records.database.read() as connection:
        await connection.execute_fetchall("PRAGMA max_page_count = 1000000")
    await _add(records.database, "x" * 1_000_000)
    assert await records.rows(COUNT) == [(1,)]


async def test_a_wrong_statement_is_not_taken_for_passing(records: Records) -> None:
    """A mistake of ours is no DatabaseUnavailable, which would be tried again for ever."""
    with pytest.raises(sqlite3.OperationalError):
        async with records.database.write() as connection:
            await connection.execute("SELECT nothing FROM nowhere")
    with pytest.raises(sqlite3.IntegrityError):
        async with records.database.write() as connection:
            await connection.execute(
                "INSERT INTO people (name, role, agency, added_at)"
                " VALUES ('A', 'officer', 'none', '')"
            )


async def test_what_was_committed_outlives_a_power_cut(records: Records) -> None:
    """The file is a write-ahead log synced at every commit, with references enforced."""
    async with records.database.read() as connection:
        found = {
            name: [tuple(row) for row in await connection.execute_fetchall(f"PRAGMA {name}")]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": [("wal",)], "synchronous": [(2,)], "foreign_keys": [(1,)]}


async def test_a_database_is_opened_once(tmp_path: Path) -> None:
    """A second opening is refused while the first lasts, and works after it."""
    path = tmp_path / "baocao.db"
    async with open_database(path):
        with pytest.raises(DatabaseBusy):
            async with open_database(path):
                pytest.fail("opened twice")
    async with open_database(path):
        pass


@pytest.mark.parametrize("name", ["Báo cáo.db", "a b#c?d%20e.db"])
async def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    """A name with spaces, marks or signs is the name of the file that is written."""
    async with open_database(tmp_path / name) as database:
        await _add(database, "a")
    assert sorted(os.listdir(tmp_path)) == [name, f"{name}.lock"]


async def test_a_copy_made_while_writing_is_consistent(records: Records, tmp_path: Path) -> None:
    """Every copy holds whole transactions only, and the writer is not kept waiting for ever."""
    stop = asyncio.Event()

    async def write_pairs() -> int:
        number = 0
        while not stop.is_set():
            async with records.database.write() as connection:
                for side in ("left", "right"):
                    await connection.execute(
                        "INSERT INTO addresses (channel, chat) VALUES (?, ?)", (side, str(number))
                    )
            number += 1
        return number

    writing = asyncio.create_task(write_pairs())
    counts = []
    for number in range(5):
        copy = tmp_path / f"copy-{number}.db"
        await asyncio.to_thread(back_up, records.database.path, copy)
        with closing(sqlite3.connect(copy)) as found:
            sides = found.execute(
                "SELECT count(*) FILTER (WHERE channel = 'left'), "
                "count(*) FILTER (WHERE channel = 'right') FROM addresses"
            ).fetchone()
            assert found.execute("SELECT count(*) FROM plans").fetchone() == (1,)
        assert sides[0] == sides[1]
        counts.append(sides[0])
    stop.set()
    assert counts == sorted(counts)
    assert await writing >= counts[-1]


async def test_no_whole_copy_leaves_the_old_one(tmp_path: Path) -> None:
    """A damaged source is refused; the copy of yesterday stays as it was."""
    source, target = tmp_path / "damaged.db", tmp_path / "copy.db"
    source.write_bytes(b"SQLite format 3\x00" + b"\x00" * 4096)
    target.write_bytes(b"yesterday")
    with pytest.raises(DatabaseUnavailable):
        back_up(source, target)
    assert target.read_bytes() == b"yesterday"
    assert not target.with_name("copy.db.partial").exists()


async def test_a_damaged_file_is_found_out(tmp_path: Path) -> None:
    """A file with a page overwritten does not pass for a whole database."""
    path = tmp_path / "baocao.db"
    async with open_database(path) as database:
        for number in range(200):
            await _add(database, f"chat {number}")
    verify(path)
    content = bytearray(path.read_bytes())
    content[-4096:] = b"\xff" * 4096
    path.write_bytes(content)
    with pytest.raises(DatabaseUnavailable):
        verify(path)
