"""Digests: built when they leave, of what is still due, at most once; and never lost before."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import aiosqlite
import pytest

from bot.digests import Digests
from bot.reminders import look
from bot.talks import Talks
from channels.port import NotSent, Refused, Uncertain, Wait
from dialogue.messages import Inbound, Kind
from dialogue.texts import ZONE
from domain.person import Role
from storage.chats import find_chat
from storage.database import QUERIES
from storage.gate import Writer
from tests.harness.post import HOURS, MARK, NAME, Post
from tests.harness.records import open_records
from tests.harness.stage import LEXICON, PLAN, TEXTS, Stage

AGENCY = "so-xay-dung"
MORNING = datetime(2026, 3, 9, 8, 0, tzinfo=ZONE)
"""The Monday after the Saturday on which the quarter's end was seven days off."""


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    """An outbox; an officer of Sở Xây dựng joined a week ago, and it is the morning."""
    async with open_records(tmp_path / "baocao.db") as records:
        made = Post(records)
        await seat(made, "a")
        records.now = MORNING
        yield made


async def seat(post: Post, chat: str, channel: str = NAME) -> None:
    """Bind a chat to the one officer of Sở Xây dựng."""
    async with post.records.database.write() as connection:
        found = await find_chat(connection, channel, chat)
        writer = Writer(connection, PLAN, post.records.now, chat=found)
        person, _ = await writer.import_person("Cán bộ", Role.OFFICER, AGENCY)
        await writer.bind(person.id)


async def looked(post: Post) -> int:
    """Look what is due."""
    return await look(post.records.database, PLAN, post.records.now, {NAME, MARK})


async def said(post: Post, text: str, chat: str = "a") -> None:
    """Have the officer say something; what is answered is queued."""
    stage = Stage(post.records.database.path, now=post.records.now)
    inbound = Inbound(
        channel=NAME,
        chat=chat,
        id=f"{text} {post.records.now}",
        kind=Kind.TEXT,
        sent_at=stage.now,
        received_at=stage.now,
        text=text,
    )
    await stage.turns(post.records.database).take(inbound)
    post.outbox.wake()


async def states(post: Post) -> list[tuple[object, ...]]:
    """State and problem of every digest's delivery."""
    return await post.records.rows(
        "SELECT state, problem FROM outbox WHERE digest IS NOT NULL ORDER BY id"
    )


def again(post: Post) -> Post:
    """The program started anew on the same database."""
    return Post(post.records)


async def test_a_digest_comes_once_a_day(post: Post) -> None:
    """Looking again, and starting again, sends nothing more."""
    assert await looked(post) == 1
    assert await looked(post) == 0
    async with post.running() as platform:
        ((chat, text),) = await platform.arrived(1)
    assert chat == "a"
    assert "còn 4 nhiệm vụ chưa báo cáo: NV 4, 7, 9, 31" in text
    post.records.now = MORNING.replace(hour=14)
    assert await looked(post) == 0
    fresh = again(post)
    async with fresh.running():
        await fresh.settled()
    assert fresh.platform.got == []
    assert await states(post) == [("sent", None)]


async def test_a_kill_between_mark_and_sending_sends_nothing_twice(post: Post) -> None:
    """It may be missing; whether it was sent is not known."""
    await looked(post)
    (row,) = await _queued(post)
    digests = Digests(post.records.database, Talks(PLAN, LEXICON, TEXTS), lambda: MORNING, HOURS)
    assert await digests.build(row) is not None
    async with post.running():
        await post.settled()
    assert post.platform.got == []
    assert await digests.build(row) is None


async def test_a_kill_before_the_mark_loses_nothing(post: Post) -> None:
    """A digest that was queued leaves after a restart."""
    await looked(post)
    fresh = again(post)
    async with fresh.running() as platform:
        assert len(await platform.arrived(1)) == 1


async def test_an_uncertain_sending_is_not_repeated(post: Post) -> None:
    """It arrived, or not; once is enough."""
    post.platform.fate["a"].append(Uncertain("reset"))
    await looked(post)
    async with post.running():
        await post.platform.arrived(1)
        await post.settled()
    fresh = again(post)
    async with fresh.running():
        await fresh.settled()
    assert (len(post.platform.got), len(fresh.platform.got)) == (1, 0)


@pytest.mark.parametrize("failure", [Wait(0.01), NotSent("refused")])
async def test_what_certainly_was_not_sent_comes_later_and_once(
    post: Post, failure: Exception
) -> None:
    """The platform asks for patience, or is not reached: it is tried again."""
    post.platform.fate["a"] += [failure, failure]
    await looked(post)
    async with post.running() as platform:
        await platform.attempts(2)
        post.outbox.wake()
        await platform.arrived(1)
        await post.put("a", "later")
        assert [text for _, text in await platform.arrived(2)][1] == "later"
    assert len(platform.tried) == 4
    assert await states(post) == [("sent", None)]


async def test_a_kill_while_patience_is_asked_for_loses_nothing(post: Post) -> None:
    """The mark is taken back before the wait, so that the next run sends it."""
    post.platform.fate["a"].append(Wait(3600))
    await looked(post)
    async with post.running() as platform:
        await platform.attempts(1)
        await _until(post, "SELECT 1 FROM outbox WHERE digest IS NOT NULL AND state = 'queued'")
    fresh = again(post)
    async with fresh.running():
        assert len(await fresh.platform.arrived(1)) == 1


async def test_a_stop_at_any_moment_loses_no_digest_that_was_not_sent(post: Post) -> None:
    """Where a platform is not reached, the next run still has it: whatever a stop came between."""
    await looked(post)
    for ticks in range(0, 160, 2):
        stopped = again(post)
        stopped.platform.fate["a"] += [NotSent("refused")] * 99
        async with stopped.running():
            for _ in range(ticks):
                await asyncio.sleep(0)
    fresh = again(post)
    async with fresh.running():
        await fresh.settled()
    assert [chat for chat, _ in fresh.platform.got] == ["a"]


async def test_a_stop_while_a_digest_is_put_back_does_not_lose_it(post: Post) -> None:
    """Its turn to write comes only after the stop."""
    held = post.platform.held["a"] = asyncio.Event()
    post.platform.fate["a"].append(NotSent("refused"))
    await looked(post)
    running = asyncio.create_task(post.outbox.run())
    await post.platform.attempts(1)
    async with post.records.database.write():
        held.set()
        for _ in range(5):
            await asyncio.sleep(0)
        running.cancel()
        for _ in range(5):
            await asyncio.sleep(0)
    with suppress(asyncio.CancelledError):
        await running
    fresh = again(post)
    async with fresh.running():
        await fresh.settled()
    assert [chat for chat, _ in fresh.platform.got] == ["a"]


async def test_a_blocked_chat_leaves_the_digest_to_the_next_one(post: Post) -> None:
    """At the next look, on the same day; and only there."""
    await seat(post, "b", MARK)
    await said(post, "menu")
    async with post.running():
        await _until(post, "SELECT 1 FROM outbox WHERE state = 'sent'")
    post.platform.fate["a"].append(Refused("blocked", blocked=True))
    await looked(post)
    async with post.running():
        await post.platform.attempts(2)
        await _until(post, "SELECT 1 FROM addresses WHERE unreachable_at IS NOT NULL")
        assert await looked(post) == 1
        post.outbox.wake()
        ((chat, _),) = await post.mark.arrived(1)
    assert chat == "b"
    assert await looked(post) == 0


async def test_a_refused_digest_does_not_count(post: Post) -> None:
    """The next day begins where it began."""
    post.platform.fate["a"].append(Refused("bad request"))
    await looked(post)
    async with post.running() as platform:
        await platform.attempts(1)
        await _until(post, "SELECT 1 FROM outbox WHERE state = 'refused'")
    post.records.now += timedelta(days=1)
    assert await looked(post) == 1
    assert await post.records.rows("SELECT day, since FROM digests ORDER BY day") == [
        ("2026-03-09", "2026-03-02"),
        ("2026-03-10", "2026-03-02"),
    ]


async def test_what_was_reported_meanwhile_is_not_reminded_of(post: Post) -> None:
    """A digest with nothing left in it is not sent, and one with something tells only that."""
    await looked(post)
    for task in (4, 7, 9):
        await _report(post, task)
    async with post.running() as platform:
        ((_, text),) = await platform.arrived(1)
    assert "còn 1 nhiệm vụ chưa báo cáo: NV 31" in text


async def test_nothing_is_sent_where_nothing_is_due_any_more(post: Post) -> None:
    """All was reported between the look and the leaving."""
    await looked(post)
    for task in (4, 7, 9, 31):
        await _report(post, task)
    async with post.running():
        await _until(post, "SELECT 1 FROM outbox WHERE problem = 'moot'")
    assert post.platform.got == []
    assert await states(post) == [("refused", "moot")]


async def test_a_digest_waits_while_a_question_is_open_and_nothing_waits_behind_it(
    post: Post,
) -> None:
    """Answers go on; once the report is made, the digest comes."""
    await said(post, "báo cáo")
    await looked(post)
    async with post.running() as platform:
        await platform.arrived(1)
        await said(post, "nv 9")
        await platform.arrived(2)
        assert await states(post) == [("queued", None)]
        await said(post, "hủy")
        got = [text for _, text in await platform.arrived(4)]
    assert ["Nhắc việc" in text for text in got[:2]] == [False, False]
    assert sum("Nhắc việc" in text for text in got) == 1


async def test_a_question_left_open_holds_a_digest_for_a_quarter_of_an_hour(post: Post) -> None:
    """Then it comes all the same, and says what waits."""
    await said(post, "báo cáo")
    await looked(post)
    async with post.running() as platform:
        await platform.arrived(1)
        post.records.now += timedelta(minutes=14)
        await post.settled()
        assert len(platform.got) == 1
        post.records.now += timedelta(minutes=2)
        (_, (_, text)) = await platform.arrived(2)
    assert text.startswith("<b>Nhắc việc")
    assert "cần báo cáo" in text


async def test_a_question_of_the_bot_itself_holds_a_digest_too(post: Post) -> None:
    """What was meant is being asked: the old report's question alone would hold it no longer."""
    for text in ("nv 9 đang thực hiện", "sửa", "khó khăn"):
        await said(post, text)
    post.records.now += timedelta(minutes=16)
    await said(post, "nhiệm vụ nào quá hạn?")
    await looked(post)
    chat = await post.chat("a")
    assert chat.state.side is not None
    async with post.running() as platform:
        await platform.arrived(4)
        await post.settled()
        assert await states(post) == [("queued", None)]


@pytest.mark.parametrize("later", [timedelta(hours=9, minutes=1), timedelta(days=1)])
async def test_what_did_not_leave_by_the_evening_is_told_the_next_day(
    post: Post, later: timedelta
) -> None:
    """Nothing comes at night; the next digest begins where this one began."""
    await looked(post)
    post.records.now = MORNING + later
    async with post.running():
        await _until(post, "SELECT 1 FROM outbox WHERE problem = 'moot'")
    assert post.platform.got == []
    post.records.now = MORNING + timedelta(days=1)
    assert await looked(post) == 1
    fresh = again(post)
    async with fresh.running() as platform:
        ((_, text),) = await platform.arrived(1)
    assert "Nhắc việc ngày 10/03/2026" in text
    assert "còn 4 nhiệm vụ chưa báo cáo" in text


async def test_a_digest_queued_ahead_of_its_day_leaves_on_that_day(post: Post) -> None:
    """It is queued by hand the day before: the running program keeps it until its morning."""
    post.records.now = MORNING
    await looked(post)
    post.records.now = MORNING - timedelta(hours=20)
    async with post.running() as platform:
        await post.settled()
        assert platform.got == []
        post.records.now = MORNING
        ((_, text),) = await platform.arrived(1)
    assert "Nhắc việc ngày 09/03/2026" in text


async def test_who_reports_no_longer_gets_no_digest(post: Post) -> None:
    """The role changed between the look and the leaving: nothing is sent that nobody asked for."""
    await looked(post)
    async with post.records.writer() as writer:
        await writer.import_person("Cán bộ", Role.LEADER, AGENCY)
    async with post.running():
        await _until(post, "SELECT 1 FROM outbox WHERE problem = 'moot'")
    assert post.platform.got == []


async def test_many_digests_survive_a_platform_that_asks_for_patience(post: Post) -> None:
    """Everybody gets one, whatever 429s come in between."""
    async with post.records.database.write() as connection:
        for number in range(60):
            chat = await find_chat(connection, NAME, f"c{number}")
            joined = MORNING - timedelta(days=7)
            writer = Writer(connection, PLAN, joined, chat=chat)
            person, _ = await writer.import_person(f"Cán bộ {number}", Role.OFFICER, AGENCY)
            await writer.bind(person.id)
    for number in range(0, 60, 3):
        post.platform.fate[f"c{number}"].append(Wait(0.001))
    assert await looked(post) == 61
    async with post.running() as platform:
        got = await platform.arrived(61)
        await post.settled()
    assert sorted(chat for chat, _ in got) == sorted({"a", *(f"c{n}" for n in range(60))})


async def _queued(post: Post) -> list[aiosqlite.Row]:
    async with post.records.database.read() as connection:
        return list(await QUERIES.queued_after(connection, after=0, most=10))


async def _until(post: Post, sql: str) -> None:
    async with asyncio.timeout(10):
        while not await post.records.rows(sql):  # noqa: ASYNC110 - the outbox tells nobody
            await asyncio.sleep(0.005)


async def _report(post: Post, task: int) -> None:
    draft = await post.records.draft(task, AGENCY)
    async with post.records.database.write() as connection:
        chat = await find_chat(connection, NAME, "a")
        await Writer(connection, PLAN, post.records.now, chat=chat).file_task_report(draft)
