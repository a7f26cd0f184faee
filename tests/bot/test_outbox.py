"""The outbox: in order per chat, side by side across chats, again where it is not known."""

import asyncio
import sqlite3
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.digests import Digests
from bot.outbox import Outbox
from bot.talks import Talks
from channels.port import Handle, NotSent, Refused, Uncertain, Wait
from dialogue.messages import Delivery, Message
from storage.chats import Chat, find_chat, queue
from storage.database import back_up, open_database
from tests.harness.records import Records, open_records
from tests.harness.stage import LEXICON, PLAN, TEXTS

NAME = "platform"
MARK = "mark"
"""A second platform: what arrives there was queued last, so the first one has had its turn."""


class Platform:
    """A chat platform that keeps what it was sent; `fate` says how sending to a chat goes."""

    echoes = False

    def __init__(self, name: str = NAME) -> None:
        self.name = name
        self.got: list[tuple[str, str]] = []
        self.tried: list[str] = []
        self.fate: defaultdict[str, deque[Exception]] = defaultdict(deque)
        self.held: dict[str, asyncio.Event] = {}
        self._news = asyncio.Event()

    async def receive(self, handle: Handle) -> None:
        """Nothing ever comes in here."""
        await asyncio.Event().wait()

    async def send(self, delivery: Delivery) -> str:
        """Take a delivery as fate has it."""
        assert isinstance(delivery.content, Message)
        text = delivery.content.text
        self.tried.append(text)
        self._news.set()
        if held := self.held.get(delivery.chat):
            await held.wait()
        fate = self.fate[delivery.chat].popleft() if self.fate[delivery.chat] else None
        if fate is not None and not isinstance(fate, Uncertain):
            raise fate
        self.got.append((delivery.chat, text))
        self._news.set()
        if fate is not None:
            raise fate
        return f"m{len(self.got)}"

    async def arrived(self, count: int) -> list[tuple[str, str]]:
        """What was sent, once there is so much."""
        async with asyncio.timeout(10):
            while len(self.got) < count:
                self._news.clear()
                await self._news.wait()
        return self.got

    async def attempts(self, count: int) -> None:
        """Return when sending was tried so often."""
        async with asyncio.timeout(10):
            while len(self.tried) < count:
                self._news.clear()
                await self._news.wait()


class Post:
    """Puts messages into the outbox as turns do."""

    def __init__(
        self, records: Records, *, per_second: float = 0, chat_per_second: float = 0
    ) -> None:
        self.records = records
        self.platform = Platform()
        self.mark = Platform(MARK)
        self.failed = asyncio.Event()
        self.outbox = Outbox(
            records.database,
            {NAME: self.platform, MARK: self.mark},
            lambda: records.now,
            digests=Digests(records.database, Talks(PLAN, LEXICON, TEXTS), lambda: records.now),
            per_second=per_second,
            chat_per_second=chat_per_second,
            waits=self._no_waits,
        )

    def _no_waits(self) -> Iterator[float]:
        while True:
            self.failed.set()
            yield 0.0

    async def settled(self) -> None:
        """Return when everything queued so far has been sent or held back."""
        await self.put("mark", "now", channel=MARK)
        await self.mark.arrived(1)

    async def chat(self, chat: str) -> Chat:
        """A chat as stored."""
        async with self.records.database.write() as connection:
            return await find_chat(connection, NAME, chat)

    async def put(self, chat: str, *texts: str, channel: str = NAME) -> None:
        """Queue messages for a chat in one turn."""
        async with self.records.database.write() as connection:
            found = await find_chat(connection, channel, chat)
            for text in texts:
                await queue(connection, found.address, Message(text=text), self.records.now)
        self.outbox.wake()

    async def states(self) -> list[tuple[object, ...]]:
        """State and message of every row, in order."""
        return await self.records.rows("SELECT state, message FROM outbox ORDER BY id")

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Platform]:
        """The outbox at work until the block is left."""
        task = asyncio.create_task(self.outbox.run())
        try:
            yield self.platform
        finally:
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task


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
