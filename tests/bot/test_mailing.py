"""Everybody's digests through the real outbox, paced, to a Telegram that asks for patience."""

import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path

from bot.house import open_house
from bot.reminders import look
from bot.settings import Settings
from channels.telegram import TelegramChannel
from domain.person import Role
from storage.chats import find_chat
from storage.files import MEGABYTE, FileStore
from storage.gate import Writer
from storage.media_types import EVIDENCE
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.harness.records import Records, open_records
from tests.harness.stage import MONDAY, PLAN

TODAY = MONDAY.date()
OFFICES = [
    agency.id
    for agency in PLAN.agencies
    if any(task.deadline.due and task.deadline.due < TODAY for task in PLAN.led_by(agency.id))
]
"""Everybody in them has something overdue."""
PEOPLE = 200
PER_SECOND = 400
JOINED = MONDAY - timedelta(days=60)


async def _seat_everybody(records: Records, fake: FakeTelegram) -> None:
    async with records.database.write() as connection:
        for number in range(1, PEOPLE + 1):
            fake.user(number)
            chat = await find_chat(connection, "telegram", str(number))
            writer = Writer(connection, PLAN, JOINED, chat=chat)
            office = OFFICES[number % len(OFFICES)]
            person, _ = await writer.import_person(f"Cán bộ {number}", Role.OFFICER, office)
            await writer.bind(person.id)


async def test_no_digest_is_lost_or_doubled_while_telegram_asks_for_patience(
    tmp_path: Path,
) -> None:
    """One sending in twenty is answered with 429: everybody gets one digest, and only one."""
    path = tmp_path / "baocao.db"
    settings = Settings(database=path, outbox_per_second=PER_SECOND, _env_file=None)
    files = FileStore(tmp_path / "files", MEGABYTE, EVIDENCE)
    async with FakeTelegram(seed=1) as fake:
        async with open_records(path) as records:
            await _seat_everybody(records, fake)
        fake.faults.at_random("sendMessage", Fault("too-many", seconds=0.01), 0.05)
        async with (
            open_house(settings, lambda: MONDAY) as house,
            TelegramChannel(TOKEN, files, house.clock, base_url=fake.url) as telegram,
        ):
            channels = {telegram.name: telegram}
            assert await look(house.database, house.plan, MONDAY, channels) == PEOPLE
            assert await look(house.database, house.plan, MONDAY, channels) == 0
            outbox = asyncio.create_task(house.outbox(channels).run())
            async with asyncio.timeout(60):
                while len(fake.sent) < PEOPLE:
                    await fake.called("sendmessage", fake.calls.get("sendmessage", 0) + 1)
            outbox.cancel()
            await asyncio.gather(outbox, return_exceptions=True)
            async with house.database.read() as connection:
                left = await connection.execute_fetchall(
                    "SELECT count(*) FROM outbox WHERE state = 'queued'"
                )
        assert fake.faults.met > 5
    assert Counter(each.chat for each in fake.sent) == dict.fromkeys(range(1, PEOPLE + 1), 1)
    assert [tuple(row) for row in left] == [(0,)]
