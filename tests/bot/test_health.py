"""Health tells what is so now, not what was."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bot.health import Doctor
from bot.measures import Measures
from channels.port import Condition, NotSent
from dialogue.state import Notice
from domain.person import Role
from storage import notices
from storage.chats import find_chat
from storage.database import DatabaseUnavailable, open_database
from storage.gate import Writer
from storage.plans import save_plan
from tests.harness.post import HOURS
from tests.harness.stage import MONDAY, PLAN


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


class _Standing:
    """A channel of which only its condition is looked at."""

    condition = Condition(None, MONDAY)


async def test_one_look_serves_whoever_asks_just_then(tmp_path: Path) -> None:
    """Asked again at once, the database is left alone: what is told is what was seen."""
    path = tmp_path / "baocao.db"
    async with open_database(path) as database:
        doctor = Doctor(database, {}, Measures(lambda: MONDAY), lambda: MONDAY, fresh=60)
        assert (await doctor.look()).works
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert (await doctor.look()).works
            other.execute("ROLLBACK")


async def test_a_lock_in_our_own_busy_hands_is_no_failure(tmp_path: Path) -> None:
    """Turns that are committed while it is looked show that the database is well."""
    path = tmp_path / "baocao.db"
    async with open_database(path) as database:
        measures = Measures(lambda: MONDAY)
        doctor = Doctor(database, {}, measures, lambda: MONDAY, fresh=0)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            looking = asyncio.create_task(doctor.look())
            await asyncio.sleep(0)
            measures.wrote()
            assert (await looking).works
            other.execute("ROLLBACK")


async def test_a_channel_that_receives_and_cannot_send_is_failing(tmp_path: Path) -> None:
    """Both directions count, each with its own time; metrics and details say the same."""
    now = MONDAY
    measures = Measures(lambda: now)
    async with open_database(tmp_path / "baocao.db") as database:
        doctor = Doctor(database, {"zalo:1": _Standing()}, measures, lambda: now, fresh=0)  # type: ignore[dict-item]
        with measures.turn("zalo:1"):
            now += timedelta(minutes=1)
        measures.sent("zalo:1")
        measures.failed("zalo:1", NotSent("x", trouble="token refused"))
        now += timedelta(days=3)
        told = (await doctor.look()).details["channels"]["zalo:1"]
        assert b'baocao_channel_running{channel="zalo:1"} 0.0' in await doctor.measure()
    assert (told["state"], told["error"]) == ("failing", "token refused")
    assert told["last_received"] == MONDAY.isoformat(timespec="seconds")
    sent = MONDAY + timedelta(minutes=1)
    assert told["last_sent"] == sent.isoformat(timespec="seconds")


async def test_metrics_tell_that_nothing_can_be_written(tmp_path: Path) -> None:
    """The gauge that alerts are made of falls with the first turn that is not stored."""
    path = tmp_path / "baocao.db"
    async with open_database(path) as database:
        measures = Measures(lambda: MONDAY)
        doctor = Doctor(database, {}, measures, lambda: MONDAY, fresh=0)
        assert b"baocao_database_writable 1.0" in await doctor.measure()
        measures.not_written(DatabaseUnavailable("disk full"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert b"baocao_database_writable 0.0" in await doctor.measure()
            other.execute("ROLLBACK")


async def test_what_waits_on_purpose_is_not_old(tmp_path: Path) -> None:
    """A notice counts from when it may leave: not before its moment, not before offices open."""
    now = MONDAY
    measures = Measures(lambda: now)
    async with open_database(tmp_path / "baocao.db") as database:
        async with database.write() as connection:
            await save_plan(connection, PLAN, MONDAY)
            chat = await find_chat(connection, "zalo:1", "7")
            writer = Writer(connection, PLAN, MONDAY, chat=chat)
            person, _ = await writer.import_person("x", Role.OFFICER, "so-noi-vu")
            await writer.bind(person.id)
            late = MONDAY + timedelta(hours=9)  # 18:14: offices are closed until Tuesday, 07:00
            notice = Notice(dialogue="urged", person=person.id, key="k", not_before=late)
            await notices.write(connection, notice, MONDAY, None)
        doctor = Doctor(
            database,
            {"zalo:1": _Standing()},  # type: ignore[dict-item]
            measures,
            lambda: now,
            hours=HOURS,
            fresh=0,
        )
        ages = []
        for hours in (0, 12, 14):
            now = late + timedelta(hours=hours)
            told = (await doctor.look()).details["channels"]["zalo:1"]
            ages.append((told["queued"], told["oldest_queued_seconds"]))
    assert ages == [(1, 0), (1, 0), (1, 74 * 60)]
