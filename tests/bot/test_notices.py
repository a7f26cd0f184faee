"""What one person's turn tells another: once, when it is convenient, and only while it is true."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.notices import Notices
from bot.talks import BUSY, Talks
from channels.port import Refused, Wait
from dialogue.messages import Message
from dialogue.state import Notice
from dialogue.texts import ZONE
from domain.person import Role
from storage import notices
from storage.chats import find_chat
from storage.database import QUERIES
from storage.gate import Writer
from tests.harness.post import HOURS, NAME, Post
from tests.harness.records import open_records
from tests.harness.stage import LEXICON, PLAN, TEXTS, Stage

CARD = "task_detail"
"""A dialogue that tells something of a task."""


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    """An outbox, and a head of Sở Xây dựng in the chats "a" and "b", last seen in "b"."""
    async with open_records(tmp_path / "baocao.db") as records:
        made = Post(records)
        await _seated(made, "a")
        records.now += timedelta(seconds=1)
        await _seated(made, "b")
        yield made


async def _seated(post: Post, chat: str) -> None:
    async with post.records.database.write() as connection:
        found = await find_chat(connection, NAME, chat)
        writer = Writer(connection, PLAN, post.records.now, chat=found)
        person, _ = await writer.import_person("Giám đốc", Role.HEAD, "so-xay-dung")
        await writer.bind(person.id)


async def _told(post: Post, *, not_before: datetime | None = None) -> None:
    async with post.records.database.write() as connection:
        (head,) = await Writer(connection, PLAN, post.records.now).people_in(None, Role.HEAD)
        notice = Notice(
            person=head.id, key="k", dialogue=CARD, given={"task": 4}, not_before=not_before
        )
        await notices.write(connection, notice, post.records.now)
    post.outbox.wake()


async def test_a_notice_is_written_once_a_person_and_key(post: Post) -> None:
    """A second tap, or the same update again, tells nobody twice."""
    await _told(post)
    await _told(post)
    assert len(await _queued(post)) == 1
    async with post.running() as platform:
        ((_, text),) = await platform.arrived(1)
    assert "NV 4" in text


async def test_a_notice_waits_until_its_moment(post: Post) -> None:
    """What may be taken back within minutes is not told before these are over."""
    await _told(post, not_before=post.records.now + timedelta(minutes=10))
    async with post.running() as platform:
        await post.settled()
        assert platform.got == []
        post.records.now += timedelta(minutes=10)
        await platform.arrived(1)


async def test_a_notice_of_a_friday_evening_comes_on_monday_morning(post: Post) -> None:
    """Nobody is written to after hours or on a day off, whatever has happened."""
    post.records.now = datetime(2026, 3, 6, 17, 1, tzinfo=ZONE)
    await _told(post)
    async with post.running() as platform:
        await post.settled()
        assert platform.got == []
        post.records.now = datetime(2026, 3, 9, 7, 0, tzinfo=ZONE)
        await platform.arrived(1)


async def test_a_notice_waits_while_a_question_is_open(tmp_path: Path) -> None:
    """Nobody's number answers a card that came in between."""
    stage = Stage(tmp_path / "baocao.db")
    await stage.prepare()
    head = await stage.seat(Role.HEAD, "so-xay-dung")
    await stage.say(head, "báo cáo")
    async with stage.open() as database, database.write() as connection:
        (person,) = await Writer(connection, PLAN, stage.now).people_in(None, Role.HEAD)
        notice = Notice(person=person.id, key="k", dialogue=CARD, given={"task": 4})
        await notices.write(connection, notice, stage.now)
    assert await stage.unasked(head) == []
    stage.now += BUSY
    (came,) = await stage.unasked(head)
    assert "NV 4" in came.text


async def test_a_notice_whose_chat_is_blocked_goes_to_another(post: Post) -> None:
    """Who left one platform is told on the other."""
    await _told(post)
    (first,) = await _queued(post)
    post.platform.fate[first].append(Refused("blocked", blocked=True))
    async with post.running() as platform:
        ((chat, _),) = await platform.arrived(1)
    assert {chat, first} == {"a", "b"}
    assert await _states(post) == ["refused", "sent"]


async def test_nothing_is_sent_to_who_has_left_the_chat(post: Post) -> None:
    """What was for the person is not told to who sits there now."""
    await _told(post)
    async with post.records.database.write() as connection:
        await connection.execute("UPDATE addresses SET person = NULL")
    async with post.running() as platform:
        await post.settled()
    assert platform.got == []
    assert await post.records.rows("SELECT state, problem FROM outbox WHERE notice = 1") == [
        ("refused", "moot")
    ]


async def test_a_notice_that_was_built_is_sent_after_a_restart(post: Post) -> None:
    """A stop between building and sending loses nothing: it is sent as it was built."""
    built = await _built(post)
    async with post.running() as platform:
        ((_, text),) = await platform.arrived(1)
    assert text == built.text


@pytest.mark.parametrize(
    "since",
    ["UPDATE people SET revoked_at = '2026-03-02'", "UPDATE addresses SET person = NULL"],
)
async def test_what_was_built_is_not_sent_to_who_is_not_there_any_more(
    post: Post, since: str
) -> None:
    """A stop between building and sending does not tell whoever has left, or sits there since."""
    await _built(post)
    async with post.records.database.write() as connection:
        await connection.execute(since)
    async with post.running() as platform:
        await _dropped(post)
    assert platform.tried == []


async def test_a_notice_that_was_built_waits_for_the_morning_too(post: Post) -> None:
    """A start in the night sends nothing that an evening's stop has left."""
    await _built(post)
    post.records.now = datetime(2026, 3, 2, 17, 1, tzinfo=ZONE)
    async with post.running() as platform:
        await post.settled()
        assert platform.tried == []
        post.records.now = datetime(2026, 3, 3, 7, 0, tzinfo=ZONE)
        await platform.arrived(1)


async def test_a_notice_that_had_to_wait_is_not_sent_to_who_was_revoked_meanwhile(
    post: Post,
) -> None:
    """A platform that is not to be called for long gives a roster time to change."""
    await _told(post)
    (chat,) = await _queued(post)
    post.platform.held[chat] = asyncio.Event()
    post.platform.fate[chat].append(Wait(0.01))
    async with post.running() as platform:
        await platform.attempts(1)
        async with post.records.database.write() as connection:
            await connection.execute("UPDATE people SET revoked_at = '2026-03-02'")
        platform.held[chat].set()
        await _dropped(post)
    assert platform.got == []


async def _built(post: Post) -> Message:
    """What a notice says that was built, and not sent before a stop."""
    await _told(post)
    async with post.records.database.read() as connection:
        (row,) = await QUERIES.queued_after(connection, after=0, most=9)
    built = await Notices(
        post.records.database, Talks(PLAN, LEXICON, TEXTS), lambda: post.records.now, HOURS
    ).build(row)
    assert built is not None
    assert isinstance(built.content, Message)
    return built.content


async def _dropped(post: Post) -> None:
    """Return when the one notice is not to be sent any more."""
    async with asyncio.timeout(10):
        while await _states(post) != ["refused"]:  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.01)


async def _queued(post: Post) -> list[str]:
    rows = await post.records.rows(
        "SELECT a.chat FROM outbox o JOIN addresses a ON a.id = o.address WHERE o.notice = 1"
    )
    return [str(chat) for (chat,) in rows]


async def _states(post: Post) -> list[str]:
    rows = await post.records.rows("SELECT state FROM outbox WHERE notice = 1 ORDER BY id")
    return [str(state) for (state,) in rows]
