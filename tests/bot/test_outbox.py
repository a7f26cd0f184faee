"""The outbox: in order per chat, side by side across chats, again where it is not known."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from channels.port import NotSent, Refused, Uncertain, Wait
from storage.database import back_up, open_database
from tests.harness.post import Platform, Post
from tests.harness.records import Records, open_records


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    """An outbox on a new database."""
    async with open_records(tmp_path / "baocao.db") as records:
        yield Post(records)


def _texts(platform: Platform, chat: str) -> list[str]:
    return [text for where, text in platform.got if where == chat]


async def test_a_chat_gets_its_messages_in_order(post: Post) -> None:
    """What was queued first arrives first, over several turns."""
    async with post.running() as platform:
        await post.put("a", "1", "2")
        await post.put("a", "3")
        await platform.arrived(3)
    assert _texts(platform, "a") == ["1", "2", "3"]
    assert await post.states() == [("sent", "m1"), ("sent", "m2"), ("sent", "m3")]


async def test_a_slow_chat_holds_up_no_other(post: Post) -> None:
    """One chat's delivery hangs; the others' go on, and its own later ones stay behind it."""
    post.platform.held["slow"] = asyncio.Event()
    async with post.running() as platform:
        await post.put("slow", "s1", "s2")
        await post.put("quick", "q1", "q2")
        assert await platform.arrived(2) == [("quick", "q1"), ("quick", "q2")]
        assert platform.tried.count("s2") == 0
        platform.held.pop("slow").set()
        await platform.arrived(4)
    assert _texts(platform, "slow") == ["s1", "s2"]


async def test_patience_asked_for_holds_the_whole_platform(post: Post) -> None:
    """After a Wait the same delivery comes again, before what is queued behind it."""
    post.platform.fate["a"] += [Wait(0.01), Wait(0.01)]
    async with post.running() as platform:
        await post.put("a", "1", "2")
        await platform.arrived(2)
    assert platform.tried == ["1", "1", "1", "2"]
    assert _texts(platform, "a") == ["1", "2"]


async def test_a_wait_keeps_other_chats_waiting_too(post: Post) -> None:
    """Patience is asked of the bot, not of a chat: nobody is sent to until it has passed."""
    post.platform.fate["a"].append(Wait(3600))
    async with post.running() as platform:
        await post.put("a", "1")
        await platform.attempts(1)
        await post.put("b", "2")
        await post.settled()
    assert platform.tried == ["1"]


async def test_what_was_not_sent_comes_again(post: Post) -> None:
    """NotSent is tried until it goes through, once, and in order."""
    post.platform.fate["a"] += [NotSent("refused"), NotSent("refused"), OSError()]
    async with post.running() as platform:
        await post.put("a", "1", "2")
        await platform.arrived(2)
    assert _texts(platform, "a") == ["1", "2"]


async def test_what_may_have_been_sent_comes_again(post: Post) -> None:
    """Uncertain is sent again: twice rather than never, and never out of order."""
    post.platform.fate["a"].append(Uncertain("time ran out"))
    async with post.running() as platform:
        await post.put("a", "1", "2")
        await platform.arrived(3)
    assert _texts(platform, "a") == ["1", "1", "2"]


async def test_what_is_refused_is_not_tried_again(post: Post) -> None:
    """A final refusal is marked with its reason, and what is behind it goes on."""
    post.platform.fate["a"].append(Refused("message is too long"))
    async with post.running() as platform:
        await post.put("a", "1", "2")
        await platform.arrived(1)
    assert platform.tried == ["1", "2"]
    assert await post.states() == [("refused", None), ("sent", "m1")]
    assert await post.records.rows("SELECT problem FROM outbox WHERE id = 1") == [
        ("message is too long",)
    ]
    assert not (await post.chat("a")).unreachable


async def test_who_blocked_the_bot_is_known_for_it(post: Post) -> None:
    """A blocked chat is marked unreachable; the others are not."""
    post.platform.fate["a"].append(Refused("bot was blocked by the user", blocked=True))
    async with post.running() as platform:
        await post.put("a", "1")
        await post.put("b", "2")
        await platform.arrived(1)
        await platform.attempts(2)
    assert (await post.chat("a")).unreachable
    assert not (await post.chat("b")).unreachable


async def test_a_poisonous_delivery_stops_nothing(post: Post) -> None:
    """One that breaks its own sending is set aside; its words do not reach the log."""
    post.platform.fate["a"].append(ValueError("mật khẩu 123"))
    await post.put("a", "1", "2")
    async with post.records.database.write() as connection:
        await connection.execute('UPDATE outbox SET content = \'{"kind": "riddle"}\' WHERE id = 2')
    await post.put("a", "3")
    with capture_logs() as logs:
        async with post.running() as platform:
            await platform.arrived(1)
    assert _texts(platform, "a") == ["3"]
    assert [state for state, _ in await post.states()] == ["refused", "refused", "sent"]
    broken = [entry for entry in logs if entry["event"] == "send-broken"]
    assert [entry["error"] for entry in broken] == ["ValueError", "KeyError"]
    assert "mật khẩu" not in str(logs)


async def test_a_restart_sends_what_was_left_and_nothing_twice(tmp_path: Path) -> None:
    """Rows queued when the program ended go out at the next start; sent ones do not."""
    path = tmp_path / "baocao.db"
    async with open_records(path) as records:
        post = Post(records)
        async with post.running() as platform:
            await post.put("a", "1", "2")
            await platform.arrived(2)
        await post.put("a", "3", "4")
    async with open_database(path) as database:
        again = Post(Records(database))
        async with again.running() as platform:
            await platform.arrived(2)
            await again.put("a", "5")
            await platform.arrived(3)
        assert _texts(platform, "a") == ["3", "4", "5"]


async def test_what_was_not_marked_in_time_comes_again_in_order(tmp_path: Path) -> None:
    """A kill between sending and marking repeats, but reorders nothing and loses nothing."""
    path = tmp_path / "baocao.db"
    async with open_records(path) as records:
        post = Post(records)
        await post.put("a", "1", "2", "3")
        killed = tmp_path / "killed.db"
        back_up(path, killed)
        async with post.running() as platform:
            await platform.arrived(2)
    async with open_database(killed) as database:
        again = Post(Records(database))
        async with again.running() as platform:
            await platform.arrived(3)
        assert _texts(platform, "a") == ["1", "2", "3"]


async def test_marks_wait_for_a_database_that_is_locked(post: Post) -> None:
    """A locked file delays the marks, forgets none, and stops no sending."""
    async with post.records.database.read() as connection:
        await connection.execute_fetchall("PRAGMA busy_timeout = 5")
    post.platform.fate["b"].append(Refused("blocked", blocked=True))
    await post.put("a", "1", "2")
    await post.put("b", "3")
    with closing(sqlite3.connect(post.records.database.path)) as other, capture_logs() as logs:
        other.execute("BEGIN IMMEDIATE")
        async with post.running() as platform:
            await platform.arrived(2)
            post.failed.clear()
            async with asyncio.timeout(10):
                await post.failed.wait()
            other.rollback()
    assert {entry["event"] for entry in logs} == {"send-refused", "marks-not-written"}
    assert [state for state, _ in await post.states()] == ["sent", "sent", "refused"]
    assert (await post.chat("b")).unreachable


async def test_another_channels_rows_are_left_for_it(post: Post) -> None:
    """What is queued for a channel that is not open stays queued."""
    async with post.running() as platform:
        await post.put("a", "elsewhere", channel="zalo")
        await post.put("a", "here")
        await platform.arrived(1)
    assert await post.states() == [("queued", None), ("sent", "m1")]


async def test_a_chat_is_paced(tmp_path: Path) -> None:
    """A chat's burst of five goes at once and the rest waits; another chat is free meanwhile."""
    async with open_records(tmp_path / "baocao.db") as records:
        post = Post(records, chat_per_second=1e-9)
        async with post.running() as platform:
            await post.put("a", *"1234567")
            await post.put("b", "8")
            await post.settled()
            await platform.arrived(6)
    assert _texts(platform, "a") == list("12345")


async def test_a_platform_is_paced_as_a_whole(tmp_path: Path) -> None:
    """What all chats of a platform send together waits for its rate; another platform does not."""
    async with open_records(tmp_path / "baocao.db") as records:
        post = Post(records, per_second=1e-9)
        async with post.running() as platform:
            await post.put("a", "1")
            await post.put("b", "2")
            await post.settled()
    assert platform.tried == ["1"]
