"""Telegram calls: whose secret it is, and what is answered before and after they are taken."""

from pathlib import Path

import aiohttp
from aiohttp import web

from bot.web import Part, serving, web_app
from channels.telegram import TelegramChannel
from channels.telegram_line import Timing
from channels.telegram_webhook import SECRET_HEADER, PublicAddress
from channels.webhooks import secret_of
from dialogue.messages import Inbound
from storage.files import FileStore
from storage.media_types import EVIDENCE
from tests.fakes.telegram_desk import NOW, Desk, receiving
from tests.fakes.telegram_server import TOKEN, FakeTelegram

URL = "https://baocao.example.vn/telegram-5d1f"
OWN = "a-secret-of-the-office"


def _called(fake: FakeTelegram, folder: Path) -> TelegramChannel:
    """A channel with a secret of its own."""
    return TelegramChannel(
        TOKEN,
        FileStore(folder, 10_000, EVIDENCE),
        lambda: NOW,
        base_url=fake.url,
        public=PublicAddress(URL, OWN),
        timing=Timing(rest=0.01, longest_rest=0.02, check=60),
    )


async def _post(address: str, secret: str = OWN) -> tuple[int, str | None]:
    """Call with an update; the status, and when to come again."""
    update = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 1772417640,
            "chat": {"id": 7, "type": "private"},
            "from": {"id": 7, "is_bot": False, "first_name": "A"},
            "text": "một",
        },
    }
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{address}/telegram-5d1f", json=update, headers={SECRET_HEADER: secret}
        ) as answer,
    ):
        return answer.status, answer.headers.get("Retry-After")


def _part(channel: TelegramChannel) -> Part:
    return Part(routes=[web.post(hook.path, hook.answer) for hook in channel.webhooks])


async def test_a_secret_of_ones_own_is_the_only_one(fake: FakeTelegram, tmp_path: Path) -> None:
    """It is told to Telegram, and the one made of the token opens nothing any more."""
    channel, desk = _called(fake, tmp_path), Desk()
    async with (
        channel,
        serving(web_app([_part(channel)]), "127.0.0.1", 0) as address,
        receiving(channel, desk),
    ):
        await fake.called("getWebhookInfo")
        assert fake.hook.secret == OWN
        assert (await _post(address, secret_of(TOKEN)))[0] == 403
        assert await _post(address) == (200, None)
    assert desk.texts == ["một"]


async def test_calls_are_put_off_while_nobody_takes_them(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    """Before receiving has begun and after it has ended Telegram is asked to come again soon."""
    channel = _called(fake, tmp_path)
    async with channel, serving(web_app([_part(channel)]), "127.0.0.1", 0) as address:
        assert await _post(address) == (503, "2")
        async with receiving(channel, Desk()):
            await fake.called("getWebhookInfo")
        assert await _post(address) == (503, "2")


async def test_a_turn_that_failed_is_asked_for_again_soon(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    """What was not committed is not answered with 200, and the time to come again is told."""

    async def handle(_inbound: Inbound) -> None:
        raise OSError("disk full")

    channel = _called(fake, tmp_path)
    async with (
        channel,
        serving(web_app([_part(channel)]), "127.0.0.1", 0) as address,
        receiving(channel, handle),
    ):
        await fake.called("getWebhookInfo")
        assert await _post(address) == (503, "2")
