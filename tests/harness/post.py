"""A platform that does as fate has it, and an outbox that sends to it."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress

from bot.digests import Digests
from bot.notices import Notices
from bot.outbox import Outbox
from bot.sending_hours import SendingHours
from bot.settings import Settings
from bot.talks import Talks
from channels.port import Handle, Uncertain
from dialogue.messages import Delivery, Message
from storage.chats import Chat, find_chat, queue
from tests.harness.records import Records
from tests.harness.stage import LEXICON, PLAN, TEXTS

NAME = "platform"
HOURS = SendingHours.of(Settings(_env_file=None), PLAN.calendar)
"""The hours in which things are sent where no setting says otherwise."""
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
        talks = Talks(PLAN, LEXICON, TEXTS)
        self.records = records
        self.platform = Platform()
        self.mark = Platform(MARK)
        self.failed = asyncio.Event()
        self.outbox = Outbox(
            records.database,
            {NAME: self.platform, MARK: self.mark},
            lambda: records.now,
            digests=Digests(records.database, talks, lambda: records.now, HOURS),
            notices=Notices(records.database, talks, lambda: records.now, HOURS),
            per_second=per_second,
            chat_per_second=chat_per_second,
            waits=self._no_waits,
            hold=0.01,
        )

    def _no_waits(self) -> Iterator[float]:
        while True:
            self.failed.set()
            yield 0.0

    async def settled(self) -> None:
        """Return when everything queued so far has been sent or held back."""
        await self.put("mark", "now", channel=MARK)
        await self.mark.arrived(1)
        for _ in ("the plan is renewed", "what is told unasked is built"):
            async with self.records.database.write():
                pass  # what was at work on it then has been done by now

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
            with suppress(asyncio.CancelledError):
                await task
