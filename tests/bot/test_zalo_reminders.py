"""Reminders on a Zalo that fails: where it is not known whether one arrived, it is not repeated."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.digests import Digests
from bot.notices import Notices
from bot.outbox import Outbox
from bot.reminders import look
from bot.talks import Talks
from domain.person import Role
from storage.chats import find_chat
from storage.database import QUERIES, Database
from storage.gate import Writer
from tests.fakes.telegram_faults import Fault
from tests.fakes.zalo_desk import NAME, zalo_on
from tests.fakes.zalo_server import FakeZalo
from tests.harness.post import HOURS
from tests.harness.records import Records, open_records
from tests.harness.stage import LEXICON, MONDAY, PLAN, TEXTS

CHAT = "6ede9a"
MORNING = MONDAY.replace(day=9, hour=8, minute=0)


def _at_once() -> Iterator[float]:
    while True:
        yield 0.01


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[Records]:
    """An officer who joined on Zalo a week ago and whose digest of this morning is queued."""
    async with open_records(tmp_path / "baocao.db") as records:
        async with records.database.write() as connection:
            chat = await find_chat(connection, NAME, CHAT)
            writer = Writer(connection, PLAN, records.now, chat=chat)
            person, _ = await writer.import_person("Cán bộ", Role.OFFICER, "so-xay-dung")
            await writer.bind(person.id)
        records.now = MORNING
        assert await look(records.database, PLAN, MORNING, {NAME}) == 1
        yield records


def _digests(database: Database) -> Digests:
    return Digests(database, Talks(PLAN, LEXICON, TEXTS), lambda: MORNING, HOURS)


@asynccontextmanager
async def _sending(records: Records, fake: FakeZalo, folder: Path) -> AsyncIterator[Outbox]:
    """The outbox of a program that was just started."""
    async with zalo_on(fake, folder) as channel:
        outbox = Outbox(
            records.database,
            {NAME: channel},
            lambda: MORNING,
            digests=_digests(records.database),
            notices=Notices(records.database, Talks(PLAN, LEXICON, TEXTS), lambda: MORNING, HOURS),
            per_second=0,
            chat_per_second=0,
            waits=_at_once,
        )
        task = asyncio.create_task(outbox.run())
        try:
            yield outbox
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def _marker(records: Records, fake: FakeZalo, outbox: Outbox) -> None:
    """Return once a message that was queued after the digest has arrived."""
    async with records.database.write() as connection:
        chat = await find_chat(connection, NAME, CHAT)
        content = '{"kind": "message", "text": "sau đó"}'
        await QUERIES.queue(
            connection, address=chat.address, content=content, now=MORNING.isoformat()
        )
    outbox.wake()
    while "sau đó" not in [each.text for each in await fake.user(CHAT).replies(1)]:
        pass


def _reminders(fake: FakeZalo) -> int:
    return sum("Nhắc việc" in each.text for each in fake.sent)


@pytest.mark.parametrize(
    ("fault", "arrived"),
    [("reset-after", 1), ("reset-before", 0), ("bad-gateway", 0)],
)
async def test_an_uncertain_reminder_is_not_sent_again(
    records: Records, tmp_path: Path, fault: str, arrived: int
) -> None:
    """The connection broke: it may have arrived or not, and neither the outbox nor a start asks."""
    async with FakeZalo() as fake:
        fake.user(CHAT)
        fake.faults.plan("sendMessage", Fault(fault))
        for _ in range(2):
            await look(records.database, PLAN, MORNING, {NAME})
            await _marker_in_next_run(records, fake, tmp_path)
        assert _reminders(fake) == arrived
        assert fake.calls["sendmessage"] == 3


async def _marker_in_next_run(records: Records, fake: FakeZalo, folder: Path) -> None:
    async with _sending(records, fake, folder) as outbox:
        await _marker(records, fake, outbox)


async def test_a_reminder_that_zalo_put_off_comes_once(records: Records, tmp_path: Path) -> None:
    """A 429 sent nothing: it is tried again until it is through, and then never more."""
    async with FakeZalo() as fake:
        fake.user(CHAT)
        fake.faults.plan("sendMessage", *[Fault("error", code=429, description="quota")] * 3)
        async with _sending(records, fake, tmp_path) as outbox:
            (reminder,) = await fake.user(CHAT).replies(1)
            await _marker(records, fake, outbox)
        assert "Nhắc việc" in reminder.text
        assert _reminders(fake) == 1


async def test_a_kill_between_mark_and_sending_sends_nothing(
    records: Records, tmp_path: Path
) -> None:
    """The next program finds it marked, and leaves it."""
    async with records.database.read() as connection:
        (row,) = await QUERIES.queued_after(connection, after=0, most=9)
    assert await _digests(records.database).build(row) is not None
    async with FakeZalo() as fake:
        fake.user(CHAT)
        await _marker_in_next_run(records, fake, tmp_path)
        assert _reminders(fake) == 0
