"""The fake Telegram, judged by two independent clients that know the true one."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from http.client import HTTPConnection
from typing import Any

import pytest
import requests
import telebot
from telebot import apihelper
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.request import HTTPXRequest

from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Gửi", callback_data="q1:send")]])


@pytest.fixture
async def fake(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeTelegram]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    """python-telegram-bot with its own httpx."""
    async with Bot(TOKEN, f"{fake.url}/bot", f"{fake.url}/file/bot") as client:
        yield client


@pytest.fixture
def second(fake: FakeTelegram, monkeypatch: pytest.MonkeyPatch) -> Iterator[telebot.TeleBot]:
    """pyTelegramBotAPI, which knows nothing of the first client."""
    monkeypatch.setattr(apihelper, "API_URL", fake.url + "/bot{0}/{1}")
    monkeypatch.setattr(apihelper, "FILE_URL", fake.url + "/file/bot{0}/{1}")
    with requests.Session() as session:
        monkeypatch.setattr(apihelper, "session", session)
        yield telebot.TeleBot(TOKEN, threaded=False)


async def test_a_conversation_with_python_telegram_bot(fake: FakeTelegram, bot: Bot) -> None:
    """Texts, keyboards, presses and edits go both ways."""
    officer = fake.user(7)
    officer.say("/start ABC")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start ABC"
    assert update.message.chat.type == "private"
    sent = await bot.send_message(7, "<b>Gửi</b> &lt;?&gt;", "HTML", reply_markup=KEYBOARD)
    (shown,) = await officer.replies()
    assert (shown.text, shown.buttons) == ("Gửi <?>", ["Gửi"])
    assert shown.entities == [{"type": "bold", "offset": 0, "length": 3}]
    officer.tap("send")
    (press,) = await bot.get_updates(offset=update.update_id + 1)
    assert press.callback_query is not None
    assert press.callback_query.data == "q1:send"
    await bot.answer_callback_query(press.callback_query.id)
    await bot.edit_message_text("Đã gửi", 7, sent.message_id)
    (edited,) = await officer.replies()
    assert (edited.method, edited.keyboard) == ("editMessageText", [])
    assert fake.answered == [press.callback_query.id]


async def test_a_conversation_with_a_second_client(
    fake: FakeTelegram,
    second: Any,  # its own types allow None nearly everywhere
) -> None:
    """A client that shares no code with the first understands the same server."""
    officer = fake.user(7)
    officer.say("nv 9")
    officer.contact()
    officer.sticker()
    officer.send_document(b"%PDF-1.7", "a.pdf", "chú thích")
    officer.send_photo(b"large")
    updates = await asyncio.to_thread(second.get_updates)
    kinds = [update.message.content_type for update in updates]
    assert kinds == ["text", "contact", "sticker", "document", "photo"]
    path = await asyncio.to_thread(second.get_file, updates[3].message.document.file_id)
    assert await asyncio.to_thread(second.download_file, path.file_path) == b"%PDF-1.7"
    await asyncio.to_thread(second.send_document, 7, ("bang.pdf", b"%PDF-1.4"), caption="Bảng")
    await asyncio.to_thread(second.send_photo, 7, b"png", caption="Ảnh")
    shown = await officer.replies(2)
    assert [(one.text, one.content) for one in shown] == [("Bảng", b"%PDF-1.4"), ("Ảnh", b"png")]
    markup = telebot.types.InlineKeyboardMarkup()
    markup.add(telebot.types.InlineKeyboardButton("Gửi", callback_data="q:1"))
    sent = await asyncio.to_thread(second.send_message, 7, "Chọn", reply_markup=markup)
    officer.press("q:1", sent.message_id)
    (press,) = await asyncio.to_thread(second.get_updates, updates[-1].update_id + 1)
    await asyncio.to_thread(second.answer_callback_query, press.callback_query.id)
    await asyncio.to_thread(second.edit_message_text, "Xong", 7, sent.message_id)
    assert (await asyncio.to_thread(second.get_me)).username == "baocao_thu_bot"


async def test_updates_come_again_until_acknowledged(fake: FakeTelegram, bot: Bot) -> None:
    """Only an offset beyond an update lets it be forgotten."""
    fake.user(7).say("một")
    fake.user(7).say("hai")
    first = await bot.get_updates(limit=1)
    both = await bot.get_updates()
    assert [update.update_id for update in both] == [first[0].update_id, first[0].update_id + 1]
    rest = await bot.get_updates(offset=both[1].update_id)
    assert [update.update_id for update in rest] == [both[1].update_id]
    assert await bot.get_updates(offset=both[1].update_id + 1) == ()


async def test_a_long_poll_ends_with_the_first_update(fake: FakeTelegram, bot: Bot) -> None:
    """A waiting poll is answered at once when something comes."""
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await fake.telegram.updates.polled(1)
    fake.user(7).say("đây")
    (update,) = await poll
    assert update.message is not None


async def test_a_second_poller_ends_the_first(fake: FakeTelegram, bot: Bot) -> None:
    """Of two pollers the older gets 409, and so does any poller beside a webhook."""
    async with Bot(TOKEN, f"{fake.url}/bot") as other:
        older = asyncio.create_task(other.get_updates(timeout=30))
        await fake.telegram.updates.polled(1)
        assert await bot.get_updates() == ()
        with pytest.raises(Conflict, match="terminated by other"):
            await older
    await bot.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict, match="webhook"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_only_the_updates_asked_for_are_kept(fake: FakeTelegram, bot: Bot) -> None:
    """allowed_updates holds for what comes after it."""
    await bot.get_updates(allowed_updates=["message"])
    officer = fake.user(7)
    officer.say("một")
    officer.edit("hai")
    assert [update.message is None for update in await bot.get_updates()] == [False]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda bot: bot.send_message(404, "x"), "Chat not found"),
        (lambda bot: bot.send_message(7, " \n"), "Message text is empty"),
        (lambda bot: bot.send_message(7, "ă" * 4097), "Message is too long"),
        (lambda bot: bot.send_message(7, "😀" * 2049), "Message is too long"),
        (lambda bot: bot.send_message(7, "<b>x", "HTML"), "Can't parse entities"),
        (lambda bot: bot.send_message(7, "x</b>", "HTML"), "Can't parse entities"),
        (lambda bot: bot.send_message(7, "a <c> b", "HTML"), "Can't parse entities"),
        (lambda bot: bot.send_message(7, "5 < 6", "HTML"), "Can't parse entities"),
        (lambda bot: bot.send_message(7, "x", reply_markup=_button("ă" * 33)), "Button_data"),
        (lambda bot: bot.edit_message_text("x", 7, 99), "Message to edit not found"),
        (lambda bot: bot.answer_callback_query("0"), "Query is too old"),
        (lambda bot: bot.get_file("none"), "Invalid file_id"),
        (lambda bot: bot.set_my_commands([("Báo cáo", "x")]), "Bot_command_invalid"),
    ],
)
async def test_what_telegram_refuses_is_refused(
    fake: FakeTelegram, bot: Bot, call: Callable[[Bot], Any], words: str
) -> None:
    """The fake is as strict as the true one."""
    fake.user(7)
    with pytest.raises(BadRequest, match=words):
        await call(bot)


def _button(data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data=data)]])


async def test_an_edit_must_change_something(fake: FakeTelegram, bot: Bot) -> None:
    """The same words and the same buttons are "not modified"; other buttons are an edit."""
    fake.user(7)
    sent = await bot.send_message(7, "x", reply_markup=KEYBOARD)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("x", 7, sent.message_id, reply_markup=KEYBOARD)
    await bot.edit_message_text("x", 7, sent.message_id)


async def test_a_message_of_the_person_cannot_be_edited(fake: FakeTelegram, bot: Bot) -> None:
    """A bot edits its own messages only."""
    fake.user(7).say("x")
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("y", 7, 1)


async def test_a_blocked_bot_is_forbidden(fake: FakeTelegram, bot: Bot) -> None:
    """Blocking tells the bot by an update and refuses its messages."""
    officer = fake.user(7)
    officer.block()
    with pytest.raises(Forbidden):
        await bot.send_message(7, "x")
    (update,) = await bot.get_updates()
    assert update.my_chat_member is not None
    officer.unblock()
    await bot.send_message(7, "x")


async def test_a_wrong_token_is_told(fake: FakeTelegram) -> None:
    """Another bot's token is refused."""
    async with HTTPXRequest() as request:
        other = Bot("1:AAA", f"{fake.url}/bot", request=request)
        with pytest.raises(InvalidToken):
            await other.get_me()


async def test_planned_faults(fake: FakeTelegram, bot: Bot) -> None:
    """Each fault is what a client meets in the field, once, in the order planned."""
    officer = fake.user(7)
    fake.faults.plan(
        "sendMessage",
        Fault("too-many", seconds=3),
        Fault("bad-gateway"),
        Fault("reset-before"),
        Fault("reset-after"),
        Fault("slow", seconds=0.3),
        Fault("error", code=403, description="Forbidden: user is deactivated"),
    )
    with pytest.raises(RetryAfter) as slowed:
        await bot.send_message(7, "1")
    assert slowed.value.retry_after == timedelta(seconds=3)
    for words in ("2", "3"):
        with pytest.raises(NetworkError):
            await bot.send_message(7, words)
    assert officer.seen == []
    with pytest.raises(NetworkError):
        await bot.send_message(7, "4")
    with pytest.raises(TimedOut):
        await bot.send_message(7, "5", read_timeout=0.05)
    assert [one.text for one in await officer.replies(2)] == ["4", "5"]
    with pytest.raises(Forbidden):
        await bot.send_message(7, "6")
    await bot.send_message(7, "7")
    assert fake.faults.met == 6


async def test_an_acknowledged_batch_can_come_twice(fake: FakeTelegram, bot: Bot) -> None:
    """The duplicate fault gives again what was already forgotten."""
    fake.user(7).say("x")
    (update,) = await bot.get_updates()
    fake.faults.plan("getUpdates", Fault("duplicate"))
    after = update.update_id + 1
    assert _ids(await bot.get_updates(offset=after)) == [update.update_id]
    assert _ids(await bot.get_updates(offset=after)) == []


def _ids(updates: tuple[Update, ...]) -> list[int]:
    return [update.update_id for update in updates]


async def test_refusing_connections_for_a_while(fake: FakeTelegram, bot: Bot) -> None:
    """A server that is down is back on the same port with what it knew."""
    fake.user(7).say("x")
    await fake.refuse()
    with pytest.raises(NetworkError):
        await bot.get_updates()
    await fake.listen()
    assert len(await bot.get_updates()) == 1


def test_as_a_program_of_its_own() -> None:
    """Another process makes people, plans faults and reads what the bot sent."""
    program = [sys.executable, "-m", "tests.fakes.telegram_server", "--port", "0"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        wire = HTTPConnection("127.0.0.1", int(running.stdout.readline()), timeout=20)

        def post(path: str, **body: Any) -> Any:
            wire.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
            return json.loads(wire.getresponse().read())

        assert post("/control/user", chat=7, name="Thử")["id"] == 7
        post("/control/do", chat=7, act="say", text="nv 9")
        post("/control/fail", method="sendMessage", faults=[{"kind": "too-many", "seconds": 2}])
        assert len(post(f"/bot{TOKEN}/getUpdates")["result"]) == 1
        refused = post(f"/bot{TOKEN}/sendMessage", chat_id=7, text="x")
        assert refused["parameters"] == {"retry_after": 2}
        post("/control/fail", method="sendMessage", faults=[{"kind": "bad-gateway"}], share=0.0)
        post("/control/calm")
        assert post(f"/bot{TOKEN}/sendMessage", chat_id="7", text="x")["ok"]
        assert post("/control/replies", chat=7, count=1)[0]["text"] == "x"
        assert [one["text"] for one in post("/control/sent", since=0)] == ["x"]
        assert post("/control/status")["calls"] == {"getupdates": 1, "sendmessage": 2}
        wire.close()
        running.terminate()
