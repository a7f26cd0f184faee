"""What people do on Telegram, as the dialogues get it."""

import asyncio
import os
from pathlib import Path

import pytest

from channels.telegram import TelegramChannel
from dialogue.messages import Choice, Kind, Message
from tests.fakes.telegram_desk import (
    NOW,
    TIMING,
    Desk,
    acknowledged,
    receiving,
    telegram_on,
    to,
)
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import FakeTelegram


async def test_every_kind_of_update(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """Whatever a person sends arrives as what it is."""
    desk, officer = Desk(), fake.user(7)
    number = officer.say("/start AB12")
    officer.edit("nv 9 làm 60%")
    officer.contact()
    officer.sticker()
    officer.location()
    officer.voice()
    async with receiving(channel, desk):
        seen = await desk.wait(6)
    assert [inbound.kind for inbound in seen] == [
        Kind.TEXT,
        Kind.EDITED,
        Kind.CONTACT,
        Kind.STICKER,
        Kind.OTHER,
        Kind.OTHER,
    ]
    first = seen[0]
    assert (first.channel, first.chat, first.id) == ("telegram", "7", str(number))
    assert (first.text, first.received_at) == ("/start AB12", NOW)
    assert first.sent_at.tzinfo is not None
    assert seen[1].text == "nv 9 làm 60%"


async def test_a_press_is_answered_at_once(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """The hourglass stops although the turn still runs; token, key and message come in."""
    desk, officer = Desk(), fake.user(7)
    desk.held[""] = asyncio.Event()
    choices = (Choice(key="send:now", label="Gửi", number=1),)
    sent = await channel.send(to(7, Message(text="?", choices=choices, token="q1")))
    officer.tap("1. Gửi")
    async with receiving(channel, desk):
        await fake.called("answerCallbackQuery")
        assert (len(fake.answered), desk.seen) == (1, [])
        desk.held[""].set()
        (inbound,) = await desk.wait(1)
    assert inbound.kind is Kind.PRESS
    assert inbound.press is not None
    assert inbound.press.model_dump() == {"token": "q1", "key": "send:now", "message": sent}


async def test_a_press_that_cannot_be_answered_is_a_turn(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """A failed answer to a press is forgotten; a forged press has no token."""
    desk = Desk()
    fake.faults.plan("answerCallbackQuery", Fault("error", description="Bad Request: too old"))
    fake.user(7).press("forged")
    async with receiving(channel, desk):
        (inbound,) = await desk.wait(1)
        await acknowledged(fake)
    assert inbound.press is not None
    assert inbound.press.model_dump() == {"token": "", "key": "forged", "message": "1"}


async def test_leaving_waits_for_answers_to_presses(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """No press is left without its answer by a stop."""
    desk = Desk()
    fake.faults.plan("answerCallbackQuery", Fault("slow", seconds=0.2))
    fake.user(7).press("q:1")
    async with receiving(channel, desk):
        await desk.wait(1)
    await channel.__aexit__(None, None, None)
    assert len(fake.answered) == 1


async def test_groups_are_one_sentence_only(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """A group is heard when the bot is taken in or spoken to; its talk is not."""
    desk, group = Desk(), fake.group(-100)
    group.block()
    group.unblock()
    group.say("chuyện riêng của nhóm")
    group.edit("chuyện khác")
    group.say("/nhiemvu")
    group.say("/nhiemvu@another_bot")
    group.say("hỏi @Baocao_Thu_Bot: nv 9?")
    group.say("còn đây?", reply_to_message=_message_of(fake))
    fake.user(7).say("hết")
    async with receiving(channel, desk):
        await acknowledged(fake)
    assert [(one.kind, one.text) for one in desk.seen if one.chat == "-100"] == [
        (Kind.GROUP, ""),
        (Kind.GROUP, "/nhiemvu"),
        (Kind.GROUP, "hỏi @Baocao_Thu_Bot: nv 9?"),
        (Kind.GROUP, "còn đây?"),
    ]


def _message_of(fake: FakeTelegram) -> dict[str, object]:
    chat = {"id": -100, "type": "supergroup", "title": "x"}
    return {"message_id": 1, "date": 1, "chat": chat, "from": fake.telegram.me}


async def test_nobody_answers_bots_and_blocks(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """Bots, blocking and what cannot be read are acknowledged and go no further."""
    desk, officer = Desk(), fake.user(7)
    officer.raw(text="x", **{"from": {"id": 8, "is_bot": True, "first_name": "bot"}})
    officer.block()
    officer.unblock()
    fake.telegram.updates.add("message", {"message_id": "no message at all"})
    officer.say("người")
    async with receiving(channel, desk):
        await acknowledged(fake)
    assert desk.texts == ["người"]


async def test_a_document_is_on_disk_before_its_turn(
    fake: FakeTelegram, channel: TelegramChannel, tmp_path: Path
) -> None:
    """Evidence comes with its hash, its true type and its caption."""
    desk = Desk()
    fake.user(7).send_document(b"%PDF-1.7", "VB 3210.pdf", "nv 4", media_type="text/html")
    fake.user(7).send_photo(b"\xff\xd8\xff large", "ảnh")
    async with receiving(channel, desk):
        document, photo = await desk.wait(2)
    assert (document.kind, document.text) == (Kind.FILE, "nv 4")
    (file,) = document.files
    assert (file.name, file.media_type, file.size) == ("VB 3210.pdf", "application/pdf", 8)
    assert file.problem is None
    assert file.sha256 is not None
    assert (tmp_path / file.sha256).read_bytes() == b"%PDF-1.7"
    assert (photo.files[0].media_type, photo.files[0].size) == ("image/jpeg", 9)


async def test_what_cannot_be_kept_says_why(
    fake: FakeTelegram, channel: TelegramChannel, tmp_path: Path
) -> None:
    """Too large, of no allowed type or not to be had: the turn runs and knows it."""
    desk, officer = Desk(), fake.user(7)
    fake.faults.plan("getFile", Fault("error", description="Bad Request: file is too big"))
    fake.faults.plan("file", Fault("slow"), Fault("bad-gateway"), Fault("error", code=404))
    officer.send_document(b"%PDF-1", "1.pdf")
    officer.send_document(b"MZ", "2.exe")
    officer.send_document(b"%PDF-1", "3.pdf")
    officer.send_document(b"%PDF-1", "4.pdf")
    officer.send_document(b"%PDF-1" + bytes(10_000), "5.pdf")
    async with receiving(channel, desk):
        seen = await desk.wait(5)
    problems = [inbound.files[0].problem for inbound in seen]
    assert problems == ["too-large", "bad-type", "unfetched", "unfetched", "too-large"]
    assert os.listdir(tmp_path) == []


async def test_a_slow_file_is_given_up_and_fetched_later(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    """The time limit ends the wait; the same handle brings the file on another try."""
    desk = Desk()
    fake.faults.plan("file", Fault("slow", seconds=0.3))
    fake.user(7).send_document(b"%PDF-1", "1.pdf")
    hasty = telegram_on(fake, tmp_path, TIMING._replace(fetch=0.05))
    async with hasty, receiving(hasty, desk):
        (inbound,) = await desk.wait(1)
    assert inbound.files[0].problem == "unfetched"
    async with telegram_on(fake, tmp_path, TIMING._replace(fetch=60)) as patient:
        fetched = await patient.fetch(inbound.files[0])
    assert fetched.problem is None
    assert os.listdir(tmp_path) == [fetched.sha256]


@pytest.mark.parametrize(
    ("name", "caption"), [("cong-van.pdf", "TỐI MẬT"), ("công văn MẬT 77.pdf", "")]
)
async def test_what_is_marked_as_secret_is_not_fetched(
    fake: FakeTelegram, channel: TelegramChannel, tmp_path: Path, name: str, caption: str
) -> None:
    """A marking in a caption or in a name keeps the file off the disk; the turn still sees it."""
    desk = Desk()
    fake.user(7).send_document(b"%PDF-1", name, caption)
    async with receiving(channel, desk):
        (inbound,) = await desk.wait(1)
    assert (inbound.text, inbound.files[0].name) == (caption, name)
    assert "getfile" not in fake.calls
    assert os.listdir(tmp_path) == []


async def test_a_strangers_files_are_not_fetched(fake: FakeTelegram, tmp_path: Path) -> None:
    """The turn of a stranger comes without files, and nothing of them reaches the disk."""
    asked = []

    async def welcome(channel: str, chat: str) -> bool:
        asked.append((channel, chat))
        return chat == "8"

    desk = Desk()
    fake.user(7).send_document(b"%PDF-1", "1.pdf", "xin chào")
    async with telegram_on(fake, tmp_path, welcome=welcome) as channel, receiving(channel, desk):
        (stranger,) = await desk.wait(1)
        assert (stranger.kind, stranger.text, stranger.files) == (Kind.FILE, "xin chào", ())
        assert os.listdir(tmp_path) == []
        fake.user(8).send_document(b"%PDF-1", "1.pdf")
        _, known = await desk.wait(2)
    assert known.files[0].problem is None
    assert asked == [("telegram", "7"), ("telegram", "8")]
