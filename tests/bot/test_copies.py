"""Copies of one's own data: to its owner alone, gone a day later; files of nothing go too."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cleaning import forget_files, keep_clean
from bot.copies import Copies
from dialogue.messages import Attachment
from domain.person import Role
from domain.report import Progress
from storage.chats import load_content
from storage.database import QUERIES, Database
from storage.files import FileStore
from tests.harness.stage import Stage

AGENCY = "so-xay-dung"


@pytest.fixture
async def files(tmp_path: Path) -> FileStore:
    """Where files are kept."""
    store = FileStore(tmp_path / "files", 10**6, ())
    await store.prepare()
    return store


def _age(files: FileStore) -> None:
    """Have all files on disk lie there for long."""
    for path in files.directory.iterdir():
        os.utime(path, (0, 0))


async def _look(stage: Stage, files: FileStore) -> list[tuple[str, Attachment]]:
    """Let the copies be made; return what is sent, by chat."""
    async with stage.open() as database:
        await Copies(stage.house(database), files, lambda: None).look()
    rows = await stage.rows(
        "SELECT a.chat, o.content FROM outbox o JOIN addresses a ON a.id = o.address "
        "WHERE o.content LIKE '%attachment%' ORDER BY o.id"
    )
    sent = [(str(chat), load_content(str(content))) for chat, content in rows]
    return [(chat, content) for chat, content in sent if isinstance(content, Attachment)]


async def test_the_copy_holds_what_is_kept_of_its_owner(stage: Stage, files: FileStore) -> None:
    """Reports, messages and account are in it; nothing of anybody else."""
    await stage.report(AGENCY, 9, Progress.IN_PROGRESS, percent=60, obstacle="chờ thẩm định")
    await stage.report("cong-an-tinh", 33, Progress.DONE, document="3210/SXD-QHKT")
    officer = await stage.seat(Role.OFFICER, AGENCY)
    other = await stage.seat(Role.OFFICER, "cong-an-tinh")
    await stage.say(other, "nhiệm vụ quá hạn")
    await stage.say(officer, "/dulieu")
    assert "trong ít phút" in (await stage.say(officer, "1"))[-1].text
    ((chat, copy),) = await _look(stage, files)
    assert chat == officer
    text = files.path(copy.sha256).read_text(encoding="utf-8-sig")
    for words in ("officer so-xay-dung", "NV 9", "ước đạt 60%", "chờ thẩm định", "/dulieu"):
        assert words in text
    for words in ("cong-an-tinh", "3210", "nhiệm vụ quá hạn"):
        assert words not in text


async def test_a_copy_is_made_once(stage: Stage, files: FileStore) -> None:
    """The next look makes nothing; asking again makes a new one."""
    officer = await stage.seat(Role.OFFICER, AGENCY)
    for copies in (1, 2):
        await stage.say(officer, "/dulieu")
        await stage.tap(officer, "Nhận bản sao")
        await _look(stage, files)
        assert len(await _look(stage, files)) == copies


async def test_who_has_left_meanwhile_gets_no_copy(stage: Stage, files: FileStore) -> None:
    """A chat that is bound to nobody any more is sent nothing."""
    officer = await stage.seat(Role.OFFICER, AGENCY)
    await stage.say(officer, "/dulieu")
    await stage.tap(officer, "Nhận bản sao")
    await stage.say(officer, "/dulieu")
    await stage.tap(officer, "Rút lại sự đồng ý")
    await stage.tap(officer, "Rút lại")
    assert await _look(stage, files) == []
    assert await stage.rows("SELECT outcome FROM data_requests") == [("done",)]


async def test_a_copy_is_deleted_a_day_later(stage: Stage, files: FileStore) -> None:
    """It is personal data too: after a day it is gone from disk, not before."""
    officer = await stage.seat(Role.OFFICER, AGENCY)
    await stage.say(officer, "/dulieu")
    await stage.tap(officer, "Nhận bản sao")
    ((_, copy),) = await _look(stage, files)
    _age(files)
    for wait, there in ((timedelta(hours=23), True), (timedelta(hours=2), False)):
        stage.now += wait
        async with stage.open() as database:
            await forget_files(database, files, 90, stage.now)
        assert files.path(copy.sha256).exists() is there


async def test_files_that_belong_to_nothing_go_with_the_messages(
    stage: Stage, files: FileStore
) -> None:
    """A file attached to no report is deleted in time; one that a report holds too stays."""
    officer = await stage.seat(Role.OFFICER, AGENCY)
    await stage.send_file(officer, "lac.jpg")
    ((sha256,),) = await stage.rows("SELECT sha256 FROM evidence")
    files.path(str(sha256)).write_bytes(b"x")
    _age(files)
    report = await stage.report(AGENCY, 9, Progress.IN_PROGRESS)
    for wait, attached, there in ((89, report.id, True), (2, report.id, True), (0, None, False)):
        stage.now += timedelta(days=wait)
        async with stage.open() as database, database.write() as connection:
            await connection.execute("UPDATE evidence SET report = ?", (attached,))
        async with stage.open() as database:
            await forget_files(database, files, 90, stage.now)
        assert files.path(str(sha256)).exists() is there


async def test_a_file_sent_twice_and_attached_to_nothing_goes_too(
    stage: Stage, files: FileStore
) -> None:
    """It goes with the last row that names it, but not while it is just being sent again."""
    officer = await stage.seat(Role.OFFICER, AGENCY)
    await stage.send_file(officer, "lac.jpg")
    await stage.send_file(officer, "lac.jpg")
    ((sha256,),) = await stage.rows("SELECT DISTINCT sha256 FROM evidence")
    path = files.path(str(sha256))
    path.write_bytes(b"x")
    stage.now += timedelta(days=91)
    for left in (True, False):
        async with stage.open() as database:
            await forget_files(database, files, 90, stage.now)
        assert path.exists() is left
        _age(files)
    assert await stage.rows("SELECT sha256, problem FROM evidence") == [(None, "lost")] * 2


async def test_the_program_cleans_as_it_starts(stage: Stage, files: FileStore) -> None:
    """What is old is emptied at once; then the program waits for the next day."""
    officer = await stage.seat(Role.OFFICER, AGENCY)
    await stage.say(officer, "nhiệm vụ")
    stage.now += timedelta(days=91)
    async with stage.open() as database, asyncio.TaskGroup() as work:
        cleaning = work.create_task(keep_clean(stage.house(database), files))
        async with asyncio.timeout(10):
            while not await _cleaned(database):
                pass
        cleaning.cancel()
    assert await stage.rows("SELECT count(*) FROM inbox WHERE content <> ''") == [(0,)]


async def _cleaned(database: Database) -> bool:
    async with database.read() as connection:
        return await QUERIES.days_kept(connection) is not None
