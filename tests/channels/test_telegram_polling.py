"""No update is lost, and each chat's order holds."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from channels.telegram import TelegramChannel
from tests.fakes.telegram_desk import (
    NOW,
    Desk,
    acknowledged,
    receiving,
    telegram_on,
)
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import FakeTelegram


async def test_acknowledged_only_after_the_turn(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """Telegram keeps an update while its turn runs, and forgets it after."""
    desk = Desk()
    desk.held["chậm"] = asyncio.Event()
    fake.user(7).say("chậm")
    async with receiving(channel, desk):
        await fake.telegram.updates.polled(3)
        assert len(fake.telegram.updates) == 1
        desk.held["chậm"].set()
        await acknowledged(fake)
    assert desk.texts == ["chậm"]


async def test_a_stop_leaves_the_update_to_the_next_start(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """A turn cut off by a stop comes again to the next program."""
    first, second = Desk(), Desk()
    first.held["dở dang"] = asyncio.Event()
    fake.user(7).say("dở dang")
    async with receiving(channel, first):
        await fake.telegram.updates.polled(2)
    async with receiving(channel, second):
        await acknowledged(fake)
    assert (first.texts, second.texts) == ([], ["dở dang"])


async def test_a_slow_chat_holds_up_no_other(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """While one turn hangs, other chats' turns run, even those that come later."""
    desk = Desk()
    desk.held["chậm"] = asyncio.Event()
    fake.user(7).say("chậm")
    fake.user(8).say("nhanh")
    async with receiving(channel, desk):
        await desk.wait(1)
        fake.user(7).say("sau")
        fake.user(9).say("đến sau")
        await desk.wait(2)
        assert desk.texts == ["nhanh", "đến sau"]
        desk.held["chậm"].set()
        await acknowledged(fake)
    assert desk.texts == ["nhanh", "đến sau", "chậm", "sau"]


async def test_a_failed_turn_comes_again_in_order(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """What stands behind a failed update in its chat waits for it; other chats go on."""
    desk = Desk()
    desk.failing["một"] = OSError("database is locked")
    for text in ("một", "hai", "ba"):
        fake.user(7).say(text)
    fake.user(8).say("khác")
    async with receiving(channel, desk):
        await acknowledged(fake)
    assert [one.text for one in desk.seen if one.chat == "7"] == ["một", "hai", "ba"]
    assert desk.texts.count("khác") == 1


async def test_order_per_chat_under_faults(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """Many chats, broken polls and repeated batches: each chat's order holds, nothing is lost."""
    desk = Desk()
    for number in range(60):
        for chat in range(1, 6):
            fake.user(chat).say(str(number))
    desk.failing = {"7": OSError(), "23": OSError()}
    for kind in ("bad-gateway", "reset-before", "reset-after", "duplicate", "too-many"):
        fake.faults.at_random("getUpdates", Fault(kind, seconds=0.01), 0.1)
    async with receiving(channel, desk):
        await acknowledged(fake)
    for chat in range(1, 6):
        first_time = dict.fromkeys(one.text for one in desk.seen if one.chat == str(chat))
        assert list(first_time) == [str(number) for number in range(60)]


async def test_start_takes_over_from_a_webhook(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """An old webhook is removed, and the commands are shown in the menu."""
    fake.hook.set_up({"url": "https://example.org/hook"})
    desk = Desk()
    fake.user(7).say("x")
    async with receiving(channel, desk):
        await desk.wait(1)
    assert fake.telegram.commands == [{"command": "nhiemvu", "description": "Nhiệm vụ của cơ quan"}]


async def test_trouble_is_told_once(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """A network that stays down is one line, and so is its return."""
    desk = Desk()
    failing = [Fault("bad-gateway")] * 3
    conflict = [Fault("error", code=409, description="Conflict: terminated")] * 2
    refused = [Fault("error", code=401, description="Unauthorized")]
    fake.faults.plan("getMe", *failing)
    fake.faults.plan("getUpdates", *conflict, *refused, Fault("too-many", seconds=0.01))
    fake.faults.plan("setMyCommands", Fault("error", description="Bad Request: planned"))
    fake.user(7).say("x")
    with structlog.testing.capture_logs() as logs:
        async with receiving(channel, desk):
            await desk.wait(1)
    assert [line["state"] for line in logs if line["event"] == "receiving"] == [
        "unreachable",
        "another program polls with this token",
        "token refused",
        "slowed down",
        "running",
    ]


async def test_an_update_is_as_old_as_its_batch(fake: FakeTelegram, tmp_path: Path) -> None:
    """What waits for the turn before it, or for another try, was received when it first came."""
    clock = iter(range(1000))
    desk = Desk()
    desk.held["một"] = asyncio.Event()
    desk.failing["hai"] = OSError("database is locked")
    for text in ("một", "hai"):
        fake.user(7).say(text)
    moments: list[datetime] = []

    def now() -> datetime:
        moments.append(NOW + timedelta(minutes=next(clock)))
        return moments[-1]

    async with telegram_on(fake, tmp_path, clock=now) as channel, receiving(channel, desk):
        await fake.telegram.updates.polled(3)
        fake.user(8).say("sau")
        await desk.wait(1)
        desk.held["một"].set()
        await acknowledged(fake)
    received = {one.text: one.received_at for one in desk.seen}
    assert received["một"] == received["hai"] == moments[1]
    assert received["sau"] > moments[1]


async def test_a_failed_turn_is_logged_without_its_words(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """Neither what was written nor what the error says of it reaches the log; its place does."""
    desk = Desk()
    desk.failing["vướng mắc"] = ValueError("vướng mắc của tôi")
    fake.user(7).say("vướng mắc")
    with structlog.testing.capture_logs() as logs:
        async with receiving(channel, desk):
            await acknowledged(fake)
    (entry,) = [line for line in logs if line["event"] == "telegram.update_failed"]
    assert entry["error"] == "ValueError"
    assert "telegram_desk.py" in entry["at"]
    assert "exc_info" not in entry
    assert "vướng mắc" not in str(logs)
