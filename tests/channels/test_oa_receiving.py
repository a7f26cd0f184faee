"""What comes in to an Official Account, from a fake Zalo that signs its events and waits little."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from channels.zalo_oa import SIGNATURE, ZaloOaChannel
from dialogue.messages import Inbound, Kind
from tests.fakes.oa_calls import signature
from tests.fakes.oa_desk import CHAT, called, connected, oa_on
from tests.fakes.oa_server import FakeOa
from tests.fakes.telegram_desk import Desk
from tests.fakes.telegram_faults import Fault

JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 60


@pytest.fixture
async def fake() -> AsyncIterator[FakeOa]:
    async with FakeOa() as server:
        server.user(CHAT)
        yield server


@pytest.fixture
def tokens(fake: FakeOa, tmp_path: Path) -> Path:
    return connected(fake, tmp_path)


@pytest.fixture
async def channel(fake: FakeOa, tokens: Path) -> AsyncIterator[ZaloOaChannel]:
    async with oa_on(fake, tokens) as made:
        yield made


async def test_events_come_in_as_what_they_are(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """Words, a tapped button, a sticker, a new follower: each for its person, under its own id."""
    desk, person = Desk(), fake.user(CHAT)
    async with called(fake, channel, desk):
        number = person.say("nv 9")
        person.tap({"payload": "#q7:task/9"})
        person.sticker()
        person.follow()
        await fake.delivered()
    said, pressed, sticker, followed = desk.seen
    assert (said.kind, said.chat, said.id, said.text) == (Kind.TEXT, CHAT, number, "nv 9")
    assert pressed.press is not None
    assert (pressed.kind, pressed.press.token, pressed.press.key) == (Kind.PRESS, "q7", "task/9")
    assert sticker.kind is Kind.STICKER
    assert followed.text == "/start"


async def test_files_are_fetched_while_zalo_waits(
    fake: FakeOa, channel: ZaloOaChannel, tmp_path: Path
) -> None:
    """A photo with its caption and a file with its name are on disk when the turn begins."""
    desk, person = Desk(), fake.user(CHAT)
    async with called(fake, channel, desk):
        person.send_photo(JPEG, "biên bản")
        person.send_file(b"%PDF-1.7\n" + b"\0" * 60, "quyet-dinh.pdf")
        await fake.delivered()
    photo, document = desk.seen
    assert photo.text == "biên bản"
    for inbound in (photo, document):
        assert (tmp_path / str(inbound.files[0].sha256)).exists()
    assert document.files[0].name == "quyet-dinh.pdf"


async def test_only_what_zalo_has_signed_is_heard(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """A wrong signature, another secret, a changed body, none at all: refused, no turn."""
    desk = Desk()
    event = {"event_name": "user_send_text", "timestamp": "1", "sender": {"id": CHAT}}
    body = json.dumps({**event, "message": {"msg_id": "m", "text": "nv 9"}}).encode()
    forged = [
        signature(body, "1", "another"),
        signature(body + b" ", "1"),
        signature(body, "2"),
        "",
    ]
    json_type = {"Content-Type": "application/json"}
    async with called(fake, channel, desk) as address, aiohttp.ClientSession() as session:
        for given in forged:
            headers = {SIGNATURE: given, **json_type}
            async with session.post(address, data=body, headers=headers) as answer:
                assert answer.status == 403
        headers = {SIGNATURE: signature(body, "1").removeprefix("mac="), **json_type}
        async with session.post(address, data=body, headers=headers) as answer:
            assert answer.status == 200
    assert desk.texts == ["nv 9"]


async def test_what_was_not_committed_comes_again(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """A turn that goes on failing is answered with 503: Zalo brings the event once more."""
    desk, failures = Desk(), [OSError("disk full")] * 4

    async def handle(inbound: Inbound) -> None:
        if failures:
            raise failures.pop()
        await desk(inbound)

    async with called(fake, channel, handle):
        fake.user(CHAT).say("nv 9")
        await fake.delivered()
    assert fake.answers == [503, 200]
    assert desk.texts == ["nv 9"]


async def test_a_slow_file_does_not_keep_zalo_waiting(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """Three photos that take their time: answered in time, once, the photos left for later."""
    desk = Desk()
    fake.faults.at_random("photo", Fault("slow", seconds=3), 1)
    urls = [fake.hold(JPEG) for _ in range(3)]
    photos = [{"type": "image", "payload": {"url": url}} for url in urls]
    async with called(fake, channel, desk):
        fake.add(
            {
                "event_name": "user_send_image",
                "sender": {"id": CHAT},
                "message": {"msg_id": "m1", "attachments": photos},
            }
        )
        await fake.delivered()
    assert max(fake.took) < 2
    assert fake.answers == [200]
    assert {file.problem for inbound in desk.seen for file in inbound.files} == {"unfetched"}


async def test_a_turn_that_waits_does_not_keep_zalo_waiting(
    fake: FakeOa, channel: ZaloOaChannel
) -> None:
    """The writer is held: Zalo is told in time to come again, and the turn is done all the same."""
    writer, turns = asyncio.Event(), []

    async def handle(inbound: Inbound) -> None:
        turns.append(inbound.id)
        await writer.wait()

    async with called(fake, channel, handle):
        number = fake.user(CHAT).say("nv 9")
        while not fake.answers:  # noqa: ASYNC110 - the fake tells nobody
            await asyncio.sleep(0.01)
        assert (fake.answers[0], turns) == (503, [number])
        writer.set()
        await fake.delivered()
    assert max(fake.took) < 2
    assert turns == [number, number]
