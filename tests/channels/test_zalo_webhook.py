"""Zalo calling us: only who knows the secret is read, and 200 means that the turn is committed."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from channels.webhooks import LARGEST_BODY
from channels.zalo_bot import ZaloBotChannel
from channels.zalo_receiving import SECRET_HEADER
from tests.fakes.telegram_desk import Desk, receiving
from tests.fakes.telegram_faults import Fault
from tests.fakes.zalo_desk import zalo_on
from tests.fakes.zalo_server import FakeZalo

URL = "https://baocao.example.vn/zalo/1459023571"


@pytest.fixture
async def fake() -> AsyncIterator[FakeZalo]:
    async with FakeZalo() as server:
        yield server


@pytest.fixture
async def channel(fake: FakeZalo, tmp_path: Path) -> AsyncIterator[ZaloBotChannel]:
    async with zalo_on(fake, tmp_path, webhook_url=URL) as made:
        yield made


def _update(text: str, number: str = "m1", chat: str = "6ede9a") -> dict[str, Any]:
    message = {"message_id": number, "chat": {"id": chat, "chat_type": "PRIVATE"}, "text": text}
    return {"event_name": "message.text.received", "message": message}


class Caller:
    """Calls our address as Zalo does."""

    def __init__(self, session: aiohttp.ClientSession, path: str, secret: str) -> None:
        self._session = session
        self._path = path
        self.secret = secret

    async def call(self, body: Any, *, secret: str | None = None) -> int:
        """Post a body and return the status."""
        headers = {SECRET_HEADER: self.secret if secret is None else secret}
        if isinstance(body, bytes):
            headers["Content-Type"] = "application/json"
            content: dict[str, Any] = {"data": io.BytesIO(body)}
        else:
            content = {"json": body}
        async with self._session.post(self._path, headers=headers, **content) as answer:
            return answer.status


@asynccontextmanager
async def _called(fake: FakeZalo, channel: ZaloBotChannel, desk: Desk) -> AsyncIterator[Caller]:
    """The channel at work with its address served."""
    app = web.Application(client_max_size=LARGEST_BODY)
    for webhook in channel.webhooks:
        app.router.add_post(webhook.path, webhook.answer)
    async with (
        TestServer(app) as server,
        aiohttp.ClientSession(server.make_url("/")) as session,
        receiving(channel, desk),
    ):
        await fake.called("setWebhook")
        yield Caller(session, "/zalo/1459023571", fake.hook.secret)


async def test_zalo_is_told_where_to_call_and_is_not_asked(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """With a public address the bot is called; the secret is no part of the token."""
    async with _called(fake, channel, Desk()) as zalo:
        assert fake.hook.url == URL
        assert "getupdates" not in fake.calls
        assert zalo.secret not in fake.token


async def test_a_call_is_answered_after_its_turn(fake: FakeZalo, channel: ZaloBotChannel) -> None:
    """200 comes when the turn has ended, not before; wrapped or flat makes no difference."""
    desk = Desk()
    held = desk.held["nv 9"] = asyncio.Event()
    async with _called(fake, channel, desk) as zalo:
        call = asyncio.create_task(zalo.call(_update("nv 9")))
        assert await zalo.call({"ok": True, "result": _update("nv 7", chat="other")}) == 200
        assert not call.done()
        assert desk.texts == ["nv 7"]
        held.set()
        assert await call == 200
    assert desk.texts == ["nv 7", "nv 9"]


async def test_a_chat_stays_in_order(fake: FakeZalo, channel: ZaloBotChannel) -> None:
    """The second call of a chat waits for the first."""
    desk = Desk()
    held = desk.held["nv 9"] = asyncio.Event()
    async with _called(fake, channel, desk) as zalo:
        first = asyncio.create_task(zalo.call(_update("nv 9")))
        second = asyncio.create_task(zalo.call(_update("60%", "m2")))
        assert await zalo.call(_update("xin chào", chat="other")) == 200
        held.set()
        assert await asyncio.gather(first, second) == [200, 200]
    assert desk.texts == ["xin chào", "nv 9", "60%"]


async def test_a_turn_that_failed_is_tried_again_before_zalo_is_told(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """Whether Zalo calls again is not known: what may pass is tried again by ourselves."""
    desk = Desk()
    desk.failing["nv 9"] = OSError("disk full")
    async with _called(fake, channel, desk) as zalo:
        assert await zalo.call(_update("nv 9")) == 200
    assert desk.texts == ["nv 9"]


async def test_who_does_not_know_the_secret_is_not_read(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """A wrong or missing secret is refused whatever the body says."""
    desk = Desk()
    async with _called(fake, channel, desk) as zalo:
        assert await zalo.call(_update("nv 9"), secret="wrong") == 403
        assert await zalo.call(_update("nv 9"), secret="") == 403
        assert await zalo.call(b"x" * (LARGEST_BODY + 1), secret="wrong") == 403
    assert desk.texts == []


async def test_what_is_no_update_blocks_nothing(fake: FakeZalo, channel: ZaloBotChannel) -> None:
    """It would be none the next time: it is let go of; too large a body is refused."""
    desk = Desk()
    async with _called(fake, channel, desk) as zalo:
        for body, status in ((b"{", 200), (b"[]", 200), (b"x" * (LARGEST_BODY + 1), 413)):
            assert await zalo.call(body) == status, body[:5]
        assert await zalo.call(_update("nv 9")) == 200
    assert desk.texts == ["nv 9"]


async def test_a_webhook_taken_away_is_told_and_taken_back(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """Another program on the token is seen when Zalo is asked, and ours is set again."""
    async with _called(fake, channel, Desk()):
        fake.hook.url = "https://elsewhere.example.vn"
        await fake.called("setWebhook", 2)
        assert fake.hook.url == URL


async def test_a_zalo_that_cannot_be_set_up_is_tried_again(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """An outage at start ends nothing: the address is set as soon as Zalo is back."""
    fake.faults.plan("setWebhook", Fault("bad-gateway"), Fault("reset-before"))
    desk = Desk()
    async with receiving(channel, desk):
        await fake.called("setWebhook", 3)
        assert fake.hook.url == URL
