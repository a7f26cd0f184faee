"""Health tells what is so now, not what was."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bot.health import Doctor
from bot.measures import Measures
from storage.database import DatabaseUnavailable, open_database
from tests.harness.stage import MONDAY


async def test_a_database_that_takes_writing_again_is_well(tmp_path: Path) -> None:
    """A turn that could not be written may be the last for hours: health tries by itself."""
    path = tmp_path / "baocao.db"
    async with open_database(path) as database:
        now = MONDAY
        measures = Measures(lambda: now)
        doctor = Doctor(database, {}, measures, lambda: now, fresh=0)
        measures.not_written(DatabaseUnavailable("disk full"))
        now += timedelta(minutes=5)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            failing = await doctor.look()
            other.execute("ROLLBACK")
        healed = await doctor.look()
    assert not failing.works
    assert failing.details["database"] == {
        "state": "failing",
        "error": "DatabaseUnavailable",
        "since": MONDAY.isoformat(timespec="seconds"),
    }
    assert healed.works


async def test_a_probe_truly_writes(tmp_path: Path) -> None:
    """Beginning a transaction succeeds on a full disk; only a commit shows that there is room."""
    path = tmp_path / "baocao.db"
    async with open_database(path) as database:
        measures = Measures(lambda: MONDAY)
        doctor = Doctor(database, {}, measures, lambda: MONDAY, fresh=0)
        with closing(sqlite3.connect(path)) as other:

            def version() -> int:
                return int(other.execute("PRAGMA data_version").fetchone()[0])

            before = version()
            await doctor.look()
            assert version() == before
            measures.not_written(DatabaseUnavailable("disk full"))
            await doctor.look()
            assert version() != before
