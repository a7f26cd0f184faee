"""All messages of a day: what is due is computed, then sent as fast as the settings let."""

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
from storage.database import QUERIES
from storage.files import MEGABYTE, FileStore
from storage.media_types import EVIDENCE
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram

TOO_MANY = 0.005
"""The share of sendings that Telegram answers with 429, to be tried again after a second."""

MOST = 100_000
"""More messages than a day brings."""

DOUBLES_SHOW_WITHIN = 2.0

BUILT_WITHIN = 0.1
"""Seconds in which a message is surely built and sent, on a machine that does more besides."""


class Mailed(NamedTuple):
    """Messages of one day: seconds to know them, how many, seconds to send them, refusals met."""

    looking: float
    digests: int
    briefs: int
    sending: float
    refused: int


async def mail(path: Path, people: int, per_second: float) -> Mailed:
    """Queue and send what all are told; raise WrongAnswer where a message is lost or doubled."""
    settings = Settings(database=path, outbox_per_second=per_second, _env_file=None)
    files = FileStore(path.with_suffix(".files"), MEGABYTE, EVIDENCE)
    async with FakeTelegram() as fake, open_house(settings, lambda: TODAY) as house:
        fake.faults.at_random("sendMessage", Fault("too-many", seconds=1), TOO_MANY)
        async with TelegramChannel(TOKEN, files, house.clock, base_url=fake.url) as telegram:
            await _befriend(house, fake)
            began = perf_counter()
            digests = await look(house.database, house.plan, TODAY, (telegram.name,))
            looked = perf_counter()
            queued = await _queued(house)
            await _send(house, telegram, fake, queued.total())
            sent = perf_counter()
        came = Counter(each.chat for each in fake.sent)
    if came != queued:
        lost, more = (queued - came).total(), (came - queued).total()
        raise WrongAnswer(f"of {queued.total()} messages {lost} lost, {more} too many")
    briefs = queued.total() - digests
    return Mailed(looked - began, digests, briefs, sent - looked, fake.faults.met)


async def _queued(house: House) -> Counter[int]:
    """How many messages wait to be sent to each chat."""
    async with house.database.read() as connection:
        rows = await QUERIES.queued_after(connection, after=0, most=MOST)
    return Counter(int(row["chat"]) for row in rows)


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
        async with asyncio.timeout(60 + count * BUILT_WITHIN):
            while len(fake.sent) < count:
                await fake.called("sendmessage", fake.calls.get("sendmessage", 0) + 1)
            await asyncio.sleep(DOUBLES_SHOW_WITHIN)
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
