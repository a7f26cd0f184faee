"""Who is on leave is told nothing; the deputy is, and for whom; nothing is told twice."""

from datetime import date, datetime
from pathlib import Path

import pytest

from dialogue.messages import Message
from dialogue.texts import ZONE
from domain.person import Role
from storage.chats import find_chat
from storage.delegations import Delegation
from storage.gate import Writer
from tests.harness.stage import PLAN, Stage

AGENCY = "so-noi-vu"
WEEK_OVERDUE = datetime(2026, 1, 7, 8, 0, tzinfo=ZONE)
"""NV 8 was due a week ago: the day on which the head is told."""


@pytest.fixture
async def office(tmp_path: Path) -> Stage:
    """A head and two officers of Sở Nội vụ, two days before NV 8 is due."""
    stage = Stage(tmp_path / "baocao.db", now=datetime(2025, 12, 29, 9, 0, tzinfo=ZONE))
    await stage.prepare()
    for name, role in (("head", Role.HEAD), ("deputy", Role.OFFICER), ("other", Role.OFFICER)):
        await stage.seat(role, AGENCY, name)
    return stage


async def leave(stage: Stage, absent: str, deputy: str, starts: date, ends: date) -> None:
    """Have somebody name a deputy."""
    async with stage.open() as database, database.write() as connection:
        chats = {
            name: await find_chat(connection, stage.channel, name) for name in (absent, deputy)
        }
        person = chats[deputy].person
        assert person is not None
        writer = Writer(connection, PLAN, stage.now, chat=chats[absent])
        await writer.delegate(Delegation(deputy=person, starts=starts, ends=ends))


async def told(stage: Stage, now: datetime) -> dict[str, str]:
    """What comes to each chat at a look."""
    stage.now = now
    await stage.remind("head")
    newest = {chat: shown[-1].content for chat, shown in stage.shown.items() if shown}
    return {
        chat: content.text
        for chat, content in newest.items()
        if isinstance(content, Message) and f"{now:%d/%m/%Y}</b>" in content.text
    }


async def test_the_deputy_is_told_what_the_head_would_be(office: Stage) -> None:
    """One message, marked for whom; the head on leave is told when the leave is over."""
    await told(office, datetime(2026, 1, 5, 8, 0, tzinfo=ZONE))
    await leave(office, "head", "deputy", date(2026, 1, 6), date(2026, 1, 9))
    came = await told(office, WEEK_OVERDUE)
    assert set(came) == {"deputy"}
    assert "Nhận thay head</b> (vắng mặt):\n⚠️ Quá hạn từ 7 ngày trở lên: NV 8" in came["deputy"]
    assert set(await told(office, datetime(2026, 1, 8, 8, 0, tzinfo=ZONE))) == {"deputy", "other"}
    back = await told(office, datetime(2026, 1, 12, 8, 0, tzinfo=ZONE))
    assert set(back) == {"head"}
    assert "Quá hạn từ 7 ngày trở lên: NV 8" in back["head"]


async def test_what_the_deputy_is_told_anyway_is_not_told_again(office: Stage) -> None:
    """Two officers of one agency have the same list: the one on leave adds nothing to it."""
    await leave(office, "other", "deputy", date(2025, 12, 29), date(2026, 1, 9))
    came = await told(office, datetime(2025, 12, 30, 8, 0, tzinfo=ZONE))
    assert set(came) == {"deputy"}
    assert came["deputy"].count("NV 8") == 2
    assert "Nhận thay" not in came["deputy"]


async def test_a_head_stands_in_for_an_officer(office: Stage) -> None:
    """A head who is spared the ladder is told it in place of the officer who is on leave."""
    await leave(office, "other", "head", date(2025, 12, 29), date(2026, 1, 9))
    came = await told(office, datetime(2025, 12, 30, 8, 0, tzinfo=ZONE))
    assert set(came) == {"deputy", "head"}
    assert "Nhận thay other</b> (vắng mặt):\n⏳ Còn 1 ngày: NV 8" in came["head"]


async def test_whose_deputy_reports_nothing_is_told_all_the_same(office: Stage) -> None:
    """Who is told of no digest can carry none for another."""
    await office.seat(Role.ADMIN, AGENCY, "clerk")
    await leave(office, "other", "clerk", date(2025, 12, 29), date(2026, 1, 9))
    came = await told(office, datetime(2025, 12, 30, 8, 0, tzinfo=ZONE))
    assert set(came) == {"deputy", "other"}


async def test_whose_deputy_is_out_of_reach_is_told_all_the_same(office: Stage) -> None:
    """A deputy without a chat, or on leave too, would be nobody at all."""
    await leave(office, "head", "deputy", date(2026, 1, 6), date(2026, 1, 9))
    await leave(office, "deputy", "other", date(2026, 1, 6), date(2026, 1, 9))
    await told(office, datetime(2026, 1, 5, 8, 0, tzinfo=ZONE))
    assert "head" in await told(office, WEEK_OVERDUE)
