"""One person on several channels: linked by a code shown in the first, reminded where one likes."""

import re
from datetime import timedelta

import pytest

from dialogue.messages import Message
from domain.person import Role
from storage.gate import Reader, Writer
from tests.harness.stage import Stage

AGENCY = "so-xay-dung"
FIRST, SECOND = "telegram", "zalo:1459023571"


def _words(messages: list[Message]) -> str:
    return "\n".join(message.text for message in messages)


@pytest.fixture
async def officer(stage: Stage) -> str:
    """The chat of an officer of Sở Xây dựng, on Telegram."""
    stage.channel = FIRST
    return await stage.seat(Role.OFFICER, AGENCY)


async def _code(stage: Stage, officer: str) -> str:
    """Ask for a code in the first chat."""
    await stage.say(officer, "/toi")
    said = _words(await stage.tap(officer, "Kết nối thêm tài khoản"))
    found = re.search(r"<b>([A-Z0-9]{10})</b>", said)
    assert found, said
    return found[1]


async def _link(stage: Stage, officer: str) -> None:
    """Join from a second account, on Zalo; the stage stays there."""
    code = await _code(stage, officer)
    stage.channel = SECOND
    stage.now += timedelta(minutes=1)
    await stage.say("second", code)
    assert "Đã kết nối" in _words(await stage.say("second", "1"))


async def _reminded_on(stage: Stage) -> list[str]:
    """The channels that each person would be reminded on."""
    async with stage.open() as database, database.read() as connection:
        reader = Reader(connection, stage.plan, stage.now)
        return [str(each.channel) for each in await reader.due({FIRST, SECOND})]


async def test_a_code_of_the_first_chat_links_a_second_one(stage: Stage, officer: str) -> None:
    """The same person, not another one; who reports there is seen to have reported here."""
    await _link(stage, officer)
    await stage.say("second", "nv 9 đang làm 60%")
    await stage.say("second", "1")
    stage.channel = FIRST
    assert "60%" in _words(await stage.say(officer, "chi tiết nv 9"))
    assert await stage.rows("SELECT count(*) FROM people WHERE revoked_at IS NULL") == [(1,)]


async def test_a_linking_code_lasts_for_minutes_and_once(stage: Stage, officer: str) -> None:
    """Overheard later, or used before, it opens nothing."""
    code = await _code(stage, officer)
    stage.channel = SECOND
    stage.now += timedelta(minutes=16)
    assert "hết hiệu lực" in _words(await stage.say("second", code))
    stage.channel = FIRST
    await _link(stage, officer)
    used = await stage.rows("SELECT count(*) FROM codes WHERE used_at IS NOT NULL")
    assert used == [(1,)]


async def test_reminders_come_where_one_likes(stage: Stage, officer: str) -> None:
    """By the chosen channel; unchosen, or where it is blocked, by the one last written from."""
    await _link(stage, officer)
    assert await _reminded_on(stage) == [SECOND]
    await stage.say("second", "/toi")
    await stage.tap("second", "Chọn kênh nhận nhắc việc")
    assert "Telegram" in _words(await stage.tap("second", "Telegram"))
    assert await _reminded_on(stage) == [FIRST]
    assert "Nhận nhắc việc qua: Telegram" in _words(await stage.say("second", "/toi"))
    async with stage.open() as database, database.write() as connection:
        await connection.execute_fetchall(
            "UPDATE addresses SET unreachable_at = '2026-03-01' WHERE channel = ?", (FIRST,)
        )
    assert await _reminded_on(stage) == [SECOND]


async def test_taking_somebody_off_closes_every_chat(stage: Stage, officer: str) -> None:
    """Both chats become a stranger's at once."""
    await _link(stage, officer)
    async with stage.open() as database, database.write() as connection:
        await Writer(connection, stage.plan, stage.now).revoke(1)
    for channel, chat in ((SECOND, "second"), (FIRST, officer)):
        stage.channel = channel
        assert "kênh nội bộ" in _words(await stage.say(chat, "nhiệm vụ"))


async def test_one_account_offers_nothing_to_choose(stage: Stage, officer: str) -> None:
    """Where reminders come is asked only of who has several channels."""
    (card,) = await stage.say(officer, "/toi")
    assert [choice.label for choice in card.choices] == ["Kết nối thêm tài khoản", "Đăng xuất"]


async def test_the_first_account_is_told_of_a_second_one(stage: Stage, officer: str) -> None:
    """Whoever got hold of a code is seen by its owner, who reads what to do; once."""
    assert "chỉ tài khoản này" in _words(await stage.say(officer, "/toi"))
    await _link(stage, officer)
    queued = "SELECT o.content FROM outbox o JOIN addresses a ON a.id = o.address WHERE chat = ?"
    async with stage.open() as database, database.read() as connection:
        rows = list(await connection.execute_fetchall(queued, (officer,)))
    contents = [str(row["content"]) for row in rows]
    told = [each for each in contents if "kết nối thêm tài khoản Zalo lúc" in each]
    assert len(told) == 1
    assert "liên hệ quản trị hệ thống" in told[0]


async def test_accounts_are_shown_while_a_report_is_open(stage: Stage, officer: str) -> None:
    """What cannot be chosen just then is said, and how to come to it."""
    await stage.say(officer, "nv 9 đang làm 60%")
    said = _words(await stage.say(officer, "/toi"))
    assert "Tài khoản đang kết nối" in said
    assert "Để kết nối thêm tài khoản hoặc đăng xuất" in said
