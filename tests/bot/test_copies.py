"""Copies of one's own data: all of it, to its owner alone, gone from disk a day later."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.cleaning import forget_copies
from bot.copies import Copies
from dialogue.messages import Attachment
from domain.person import Role
from domain.report import Progress
from storage.chats import load_content
from storage.files import FileStore
from tests.harness.stage import Stage

AGENCY = "so-xay-dung"


@pytest.fixture
async def files(tmp_path: Path) -> FileStore:
    """Where files are kept."""
    store = FileStore(tmp_path / "files", 10**6, ())
    await store.prepare()
    return store


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
    for wait, there in ((timedelta(hours=23), True), (timedelta(hours=2), False)):
        stage.now += wait
        async with stage.open() as database:
            await forget_copies(database, files, stage.now)
        assert files.path(copy.sha256).exists() is there
