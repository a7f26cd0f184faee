"""Everybody's digest of a day: what is due is computed, then sent as fast as the settings let."""

import asyncio
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench.filled import TODAY
from bench.people import WrongAnswer
from bot.house import House, open_house
from bot.reminders import look
from bot.settings import Settings
from channels.telegram import TelegramChannel
from storage.files import MEGABYTE, FileStore
from storage.media_types import EVIDENCE
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram

TOO_MANY = 0.005
"""The share of sendings that Telegram answers with 429, to be tried again after a second."""

DOUBLES_SHOW_WITHIN = 2.0


class Mailed(NamedTuple):
    """Digests of one day: seconds to know them, how many, seconds to send them, refusals met."""

    looking: float
    digests: int
    sending: float
    refused: int


async def mail(path: Path, people: int, per_second: float) -> Mailed:
    """Queue and send the digests of all; raise WrongAnswer where one is lost or doubled."""
    settings = Settings(database=path, outbox_per_second=per_second, _env_file=None)
    files = FileStore(path.with_suffix(".files"), MEGABYTE, EVIDENCE)
    async with FakeTelegram() as fake, open_house(settings, lambda: TODAY) as house:
        fake.faults.at_random("sendMessage", Fault("too-many", seconds=1), TOO_MANY)
        async with TelegramChannel(TOKEN, files, house.clock, base_url=fake.url) as telegram:
            await _befriend(house, fake)
            began = perf_counter()
            digests = await look(house.database, house.plan, TODAY, (telegram.name,))
            looked = perf_counter()
            await _send(house, telegram, fake, digests)
            sent = perf_counter()
        chats = Counter(each.chat for each in fake.sent)
    if len(chats) != digests or set(chats.values()) != {1}:
        raise WrongAnswer(f"{digests} digests, {len(fake.sent)} sent to {len(chats)} chats")
    return Mailed(looked - began, digests, sent - looked, fake.faults.met)


async def _befriend(house: House, fake: FakeTelegram) -> None:
    async with house.database.read() as connection:
        rows = await connection.execute_fetchall("SELECT chat FROM addresses")
    for row in rows:
        fake.user(int(row["chat"]))


async def _send(house: House, telegram: TelegramChannel, fake: FakeTelegram, count: int) -> None:
    """Have the outbox at work until so much has arrived, and no longer than it should take."""
    outbox = house.outbox({telegram.name: telegram})
    work = asyncio.create_task(outbox.run())
    try:
        async with asyncio.timeout(60 + 2 * count / house.settings.outbox_per_second):
            while len(fake.sent) < count:
                await fake.called("sendmessage", fake.calls.get("sendmessage", 0) + 1)
            await asyncio.sleep(DOUBLES_SHOW_WITHIN)
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
