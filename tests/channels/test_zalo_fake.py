"""The fake Zalo, checked by two clients that are not ours: one sends forms, one sends JSON."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import closing

import pytest
from pyzalo.main import PyZALO
from zalo_bot import Bot

from tests.fakes.telegram_faults import Fault
from tests.fakes.zalo_server import LONGEST, TOKEN, FakeZalo

CHAT = "6ede9a"


@pytest.fixture
async def fake() -> AsyncIterator[FakeZalo]:
    async with FakeZalo() as server:
        server.user(CHAT, "Cán bộ thử")
        yield server


@pytest.fixture
def client(fake: FakeZalo) -> Iterator[PyZALO]:
    """The client that sends JSON and gives answers as they are."""
    bot = PyZALO(TOKEN, fake.url)
    with closing(bot.session):
        yield bot


async def test_a_client_with_forms_reads_our_updates(fake: FakeZalo) -> None:
    """It understands who wrote what and when, and its answer arrives."""
    number = fake.user(CHAT).say("nv 9")
    async with Bot(TOKEN, fake.url) as bot:
        update = await bot.get_update(timeout=1)
        message = update.message
        assert (message.message_id, message.text, message.chat.id) == (number, "nv 9", CHAT)
        assert message.date.year >= 2026
        sent = await message.reply_text("Đã nhận")
    (seen,) = await fake.user(CHAT).replies(1)
    assert (seen.text, seen.message_id) == ("Đã nhận", sent.message_id)


async def test_a_client_with_json_gets_the_same(fake: FakeZalo, client: PyZALO) -> None:
    """One update a poll, given once; the bot's own number is that of its token."""
    fake.user(CHAT).say("nv 9")
    fake.user(CHAT).say("60%")
    polls = [await asyncio.to_thread(client.getUpdates, 1) for _ in range(2)]
    assert [poll["result"]["message"]["text"] for poll in polls] == ["nv 9", "60%"]
    silence = await asyncio.to_thread(client.getUpdates, 0)
    assert (silence["ok"], silence["error_code"]) == (False, 408)
    me = await asyncio.to_thread(client.getMe)
    assert me["result"]["id"] == TOKEN.partition(":")[0]


async def test_refusals_come_under_http_200(fake: FakeZalo, client: PyZALO) -> None:
    """A text too long, an unknown chat, a plan of failure: told by `ok` and a code."""
    too_long = await asyncio.to_thread(client.sendMessage, CHAT, "x" * (LONGEST + 1))
    unknown = await asyncio.to_thread(client.sendMessage, "nobody", "a")
    fake.faults.plan("sendMessage", Fault("error", code=429, description="quota exceeded"))
    spent = await asyncio.to_thread(client.sendMessage, CHAT, "a")
    assert [each["error_code"] for each in (too_long, unknown, spent)] == [400, 404, 429]
    assert fake.sent == []


async def test_polling_and_webhook_exclude_each_other(fake: FakeZalo, client: PyZALO) -> None:
    """While a webhook is set nothing can be asked for; only https is called."""
    plain = await asyncio.to_thread(client.setWebhook, "http://example.vn/zalo", "s" * 8)
    assert plain["ok"] is False
    url = "https://example.vn/zalo"
    assert (await asyncio.to_thread(client.setWebhook, url, "s" * 8))["ok"]
    assert (await asyncio.to_thread(client.getWebhookInfo))["result"]["url"] == url
    assert (await asyncio.to_thread(client.getUpdates, 0))["error_code"] == 400
    assert (await asyncio.to_thread(client.deleteWebhook))["ok"]
    assert (await asyncio.to_thread(client.deleteWebhook))["error_code"] == 400
