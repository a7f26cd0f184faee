"""What Zalo gives away once is not lost between its giving and our commit, nor put out of order."""

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from channels.zalo_receiving import SECRET_HEADER
from dialogue.messages import Inbound
from storage.database import DatabaseUnavailable
from tests.fakes.telegram_desk import Desk, receiving
from tests.fakes.zalo_desk import zalo_on
from tests.fakes.zalo_server import FakeZalo

CHAT = "6ede9a"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 60
URL = "https://baocao.example.vn/zalo/1459023571"


async def test_a_picture_that_cannot_be_kept_now_is_not_lost(tmp_path: Path) -> None:
    """Zalo has it no more: where the disk or the database fails, it is tried until it works."""
    failures: list[Exception] = [DatabaseUnavailable("locked"), OSError("disk full")]

    async def welcome(_channel: str, _chat: str) -> bool:
        if failures:
            raise failures.pop()
        return True

    desk = Desk()
    async with FakeZalo() as fake, zalo_on(fake, tmp_path, welcome=welcome) as channel:
        fake.user(CHAT).send_photo(JPEG, "biên bản")
        async with receiving(channel, desk):
            (seen,) = await desk.wait(1)
    assert seen.files[0].problem is None


async def test_who_stops_the_program_loses_no_update_in_hand(tmp_path: Path) -> None:
    """A polled update whose turn has begun is finished before receiving ends."""
    desk, begun, go_on = Desk(), asyncio.Event(), asyncio.Event()

    async def handle(inbound: Inbound) -> None:
        begun.set()
        await go_on.wait()
        await desk(inbound)

    async with FakeZalo() as fake, zalo_on(fake, tmp_path) as channel:
        fake.user(CHAT).say("nv 9")
        async with receiving(channel, handle):
            await begun.wait()
            asyncio.get_running_loop().call_later(0.01, go_on.set)
    assert desk.texts == ["nv 9"]


async def test_words_wait_for_the_picture_before_them(tmp_path: Path) -> None:
    """A picture takes its time to arrive; what was said after it in the chat comes after it."""
    desk, asked, go_on = Desk(), asyncio.Event(), asyncio.Event()

    async def welcome(_channel: str, _chat: str) -> bool:
        asked.set()
        await go_on.wait()
        return True

    def update(number: str, **content: object) -> dict[str, Any]:
        kind = "image" if "photo" in content else "text"
        message = {"message_id": number, "chat": {"id": CHAT}, **content}
        return {"event_name": f"message.{kind}.received", "message": message}

    async with (
        FakeZalo() as fake,
        zalo_on(fake, tmp_path, welcome=welcome, webhook_url=URL) as channel,
    ):
        app = web.Application()
        for webhook in channel.webhooks:
            app.router.add_post(webhook.path, webhook.answer)
        async with (
            TestServer(app) as server,
            aiohttp.ClientSession(server.make_url("/")) as session,
            receiving(channel, desk),
        ):
            await fake.called("setWebhook")

            async def call(body: dict[str, Any]) -> int:
                headers = {SECRET_HEADER: fake.hook.secret}
                path = channel.webhooks[0].path
                async with session.post(path, json=body, headers=headers) as answer:
                    return answer.status

            photo = asyncio.create_task(call(update("m1", photo=fake.hold(JPEG))))
            await asked.wait()
            words = asyncio.create_task(call(update("m2", text="xong")))
            asyncio.get_running_loop().call_later(0.05, go_on.set)
            assert (await photo, await words) == (200, 200)
    assert [seen.id for seen in desk.seen] == ["m1", "m2"]
