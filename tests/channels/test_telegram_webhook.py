"""Telegram calls: nothing is read without the secret, nothing is lost, each chat's order holds."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import structlog
from aiohttp import web

from bot.web import Part, serving, web_app
from channels.telegram import TelegramChannel
from channels.telegram_line import Timing
from channels.telegram_webhook import SECRET_HEADER, PublicAddress
from channels.webhooks import LARGEST_BODY, secret_of
from storage.files import FileStore
from storage.media_types import EVIDENCE
from tests.fakes.telegram_desk import NOW, SECRET, Desk, acknowledged, receiving, telegram_on
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram

URL = "https://baocao.example.vn/telegram-5d1f"
TIMING = Timing(fetch=2, rest=0.01, longest_rest=0.02, check=0.05)
WORDS = "vướng mắc của tôi"
SIGNED = {SECRET_HEADER: secret_of(TOKEN)}


def calling(
    fake: FakeTelegram, folder: Path, clock: Callable[[], datetime] = lambda: NOW
) -> TelegramChannel:
    """A channel that has itself called at the public address."""
    return TelegramChannel(
        TOKEN,
        FileStore(folder, 10_000, EVIDENCE),
        clock,
        base_url=fake.url,
        public=PublicAddress(URL),
        timing=TIMING,
    )


@asynccontextmanager
async def served(fake: FakeTelegram, channel: TelegramChannel) -> AsyncIterator[None]:
    """The channel's webhook behind the reverse proxy of its public name."""
    part = Part(routes=[web.post(hook.path, hook.answer) for hook in channel.webhooks])
    async with channel, serving(web_app([part]), "127.0.0.1", 0) as address:
        fake.hook.lead_to(address)
        yield
    fake.hook.lead_to("")


@asynccontextmanager
async def taking(
    fake: FakeTelegram, folder: Path, desk: Desk, clock: Callable[[], datetime] = lambda: NOW
) -> AsyncIterator[TelegramChannel]:
    """A channel being called, whose turns the desk takes."""
    channel = calling(fake, folder, clock)
    async with served(fake, channel), receiving(channel, desk):
        await fake.called("getWebhookInfo")
        yield channel


async def turned(channel: TelegramChannel, trouble: str | None) -> None:
    """Return when receiving stands so."""
    async with asyncio.timeout(10):
        while channel.condition.trouble != trouble:  # noqa: ASYNC110 - only looked at here
            await asyncio.sleep(0)


async def test_telegram_is_told_all_it_needs(fake: FakeTelegram, tmp_path: Path) -> None:
    """The address, a secret that is not the token's, and what is asked for."""
    async with taking(fake, tmp_path, Desk()) as channel:
        assert (fake.hook.url, fake.hook.secret) == (URL, secret_of(TOKEN))
        assert SECRET not in fake.hook.secret
        assert "getupdates" not in fake.calls
        fake.telegram.updates.add("poll", {"id": "1"})
        assert len(fake.telegram.updates) == 0
        assert channel.condition.trouble is None


@pytest.mark.parametrize("secret", [None, "", "wrong", secret_of(TOKEN) + "x", "thư-mật"])
async def test_nothing_is_read_without_the_secret(
    fake: FakeTelegram, tmp_path: Path, secret: str | None
) -> None:
    """403 is the answer while the body is still to come; nobody's turn is taken."""
    desk = Desk()
    async with taking(fake, tmp_path, desk):
        _, _, port = fake.hook.leads_to.rpartition(":")
        reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
        signed = "" if secret is None else f"{SECRET_HEADER}: {secret}\r\n"
        head = (
            f"POST /telegram-5d1f HTTP/1.1\r\nHost: baocao.example.vn\r\n{signed}"
            "Content-Type: application/json\r\nContent-Length: 900\r\n\r\n"
        )
        writer.write(head.encode())
        async with asyncio.timeout(5):
            assert b" 403 " in await reader.readline()
        writer.close()
    assert desk.seen == []


@pytest.mark.parametrize(
    ("kind", "size", "chunked", "status"),
    [
        ("text/plain", 2, False, 415),
        ("application/json", LARGEST_BODY + 1, False, 413),
        ("application/json", LARGEST_BODY + 1, True, 413),
    ],
)
async def test_what_is_no_call_of_telegrams_is_refused(
    fake: FakeTelegram, tmp_path: Path, kind: str, size: int, chunked: bool, status: int
) -> None:
    """Another kind of content, and more than any update holds, is refused."""
    async with taking(fake, tmp_path, Desk()):
        headers = {**SIGNED, "Content-Type": kind}
        assert await fake.hook.post(b"x" * size, headers, chunked=chunked) == status


async def test_what_cannot_be_read_is_let_go_of(fake: FakeTelegram, tmp_path: Path) -> None:
    """A signed call that is no update is taken, lest it block others, and told without words."""
    desk = Desk()
    bodies = [
        WORDS.encode(),
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps([WORDS]).encode(),
        json.dumps({"update_id": WORDS}).encode(),
        json.dumps({"update_id": 5, "message": {"text": WORDS}}).encode(),
        json.dumps({"update_id": 6, "message": WORDS}).encode(),
    ]
    with structlog.testing.capture_logs() as logs:
        async with taking(fake, tmp_path, desk):
            for body in bodies:
                assert await fake.hook.post(body, SIGNED) == 200
            fake.user(7).say("sau đó")
            await desk.wait(1)
    told = [line["event"] for line in logs if line["log_level"] == "error"]
    assert told == ["telegram.call_unreadable"] * 5 + ["telegram.update_unreadable"] * 2
    assert WORDS not in str(logs)


async def test_a_call_is_answered_only_after_the_turn(fake: FakeTelegram, tmp_path: Path) -> None:
    """Telegram has no answer while the turn runs, and 200 after; other chats go on meanwhile."""
    desk = Desk()
    desk.held["chậm"] = asyncio.Event()
    async with taking(fake, tmp_path, desk):
        fake.user(7).say("chậm")
        fake.user(8).say("nhanh")
        await desk.wait(1)
        assert fake.hook.answers in ([], [200])
        assert any(b"ch\\u1eadm" in update.body for update in fake.telegram.updates.waiting())
        desk.held["chậm"].set()
        await acknowledged(fake)
    assert (desk.texts, fake.hook.answers) == (["nhanh", "chậm"], [200, 200])


async def test_a_failed_turn_comes_again_in_order(fake: FakeTelegram, tmp_path: Path) -> None:
    """What failed is answered with 503; what stands behind it in its chat, a press too, waits."""
    desk = Desk()
    desk.failing["một"] = OSError("database is locked")
    async with taking(fake, tmp_path, desk):
        with structlog.testing.capture_logs() as logs:
            fake.user(7).say("một")
            fake.user(7).press("q1:yes")
            fake.user(7).say("hai")
            fake.user(8).say("khác")
            await acknowledged(fake)
    own = [one.text or "(press)" for one in desk.seen if one.chat == "7"]
    assert own == ["một", "(press)", "hai"]
    assert desk.texts.count("khác") == 1
    assert 503 in fake.hook.answers
    assert [line["error"] for line in logs if line["event"] == "update_failed"] == ["OSError"]


async def test_two_updates_of_a_chat_at_once_stay_in_order(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    """A press that arrives beside the words before it is handled after them."""
    desk = Desk()
    desk.held["trước"] = asyncio.Event()
    async with taking(fake, tmp_path, desk):
        fake.user(7).say("trước")
        fake.user(7).press("q1:yes")
        fake.user(8).say("khác")
        await desk.wait(1)
        desk.held["trước"].set()
        await acknowledged(fake)
    assert [one.text for one in desk.seen] == ["khác", "trước", ""]


async def test_an_update_brought_twice_at_once_is_one_turn(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    """Both calls get the one turn's end."""
    desk = Desk()
    desk.held["một"] = asyncio.Event()
    fake.faults.plan("webhook", Fault("duplicate"))
    async with taking(fake, tmp_path, desk):
        fake.user(7).say("một")
        fake.user(8).say("khác")
        await desk.wait(1)
        desk.held["một"].set()
        await acknowledged(fake)
    assert desk.texts == ["khác", "một"]
    assert fake.hook.answers == [200, 200, 200]


async def test_order_per_chat_under_faults(fake: FakeTelegram, tmp_path: Path) -> None:
    """Lost and doubled calls, failing turns: each chat's order holds, and nothing is lost."""
    desk = Desk()
    for number in range(60):
        for chat in range(1, 6):
            fake.user(chat).say(str(number))
    desk.failing = {"7": OSError(), "23": OSError()}
    for kind in ("reset-before", "reset-after", "duplicate", "slow"):
        fake.faults.at_random("webhook", Fault(kind, seconds=0.01), 0.1)
    async with taking(fake, tmp_path, desk):
        await acknowledged(fake)
    for chat in range(1, 6):
        first_time = dict.fromkeys(one.text for one in desk.seen if one.chat == str(chat))
        assert list(first_time) == [str(number) for number in range(60)]


async def test_an_update_is_as_old_as_its_first_call(fake: FakeTelegram, tmp_path: Path) -> None:
    """What fails and comes again was received when it came first."""
    moments: list[datetime] = []
    desk = Desk()
    desk.failing = {"một": OSError("database is locked")}

    def now() -> datetime:
        moments.append(NOW + timedelta(minutes=len(moments)))
        return moments[-1]

    async with taking(fake, tmp_path, desk, now):
        begun = len(moments)
        fake.user(7).say("một")
        await acknowledged(fake)
        assert len(moments) > begun + 1
    assert desk.seen[0].received_at == moments[begun]


async def test_a_failing_set_up_is_told_once_and_recovers(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    """Telegram away, the token refused: tried again, told on each change; calls wait till then."""
    desk = Desk()
    fake.faults.plan("getMe", *[Fault("bad-gateway")] * 3)
    refused = Fault("error", code=401, description="Unauthorized")
    fake.faults.plan("setWebhook", *[refused] * 3, Fault("too-many", seconds=0.01))
    channel = calling(fake, tmp_path)
    fake.hook.set_up({"url": URL, "secret_token": secret_of(TOKEN)})
    fake.user(7).say("trước khi sẵn sàng")
    with structlog.testing.capture_logs() as logs:
        async with served(fake, channel):
            assert await fake.hook.post(b'{"update_id": 1}', SIGNED) == 503
            async with receiving(channel, desk):
                await desk.wait(1)
                await turned(channel, None)
    assert [line["state"] for line in logs if line["event"] == "receiving"] == [
        "unreachable",
        "token refused",
        "slowed down",
        "running",
    ]
    assert desk.texts == ["trước khi sẵn sàng"]


async def test_a_webhook_taken_away_is_taken_back(fake: FakeTelegram, tmp_path: Path) -> None:
    """Another program that polls or has itself called is noticed, and told once."""
    with structlog.testing.capture_logs() as logs:
        async with taking(fake, tmp_path, Desk()) as channel:
            fake.hook.set_up({})
            await fake.called("setWebhook", 2)
            await turned(channel, None)
    states = [line["state"] for line in logs if line["event"] == "receiving"]
    assert states == ["running", "another program has taken the webhook", "running"]


async def test_calls_that_do_not_arrive_are_noticed(fake: FakeTelegram, tmp_path: Path) -> None:
    """A reverse proxy that leads nowhere is told in Telegram's words, and so is its mending."""
    desk = Desk()
    async with taking(fake, tmp_path, desk) as channel:
        address = fake.hook.leads_to
        fake.hook.lead_to("")
        fake.user(7).say("chờ")
        told = "calls do not arrive: Wrong response from the webhook: 502 Bad Gateway"
        await turned(channel, told)
        fake.hook.lead_to(address)
        await desk.wait(1)
        await turned(channel, None)


async def test_from_polling_to_calls_and_back(fake: FakeTelegram, tmp_path: Path) -> None:
    """What waits at Telegram survives each change of the way it comes."""
    desk = Desk()
    async with telegram_on(fake, tmp_path) as polling, receiving(polling, desk):
        fake.user(7).say("hỏi")
        await acknowledged(fake)
    fake.user(7).say("giữa")
    async with taking(fake, tmp_path, desk):
        fake.user(7).say("gọi")
        await acknowledged(fake)
    fake.user(7).say("giữa nữa")
    async with telegram_on(fake, tmp_path) as polling, receiving(polling, desk):
        fake.user(7).say("lại hỏi")
        await acknowledged(fake)
    assert desk.texts == ["hỏi", "giữa", "gọi", "giữa nữa", "lại hỏi"]
    assert fake.hook.url == ""
