"""What goes out to Telegram, and what is known of it when that fails."""

import asyncio
from pathlib import Path

import pytest
from telegram.error import TelegramError

from channels.port import NotSent, Refused, SendError, Uncertain, Wait
from channels.telegram import TelegramChannel
from channels.telegram_errors import send_error
from channels.telegram_request import AiohttpRequest
from dialogue.messages import Bar, Chart, Choice, Echo, Edit, Message, Series, Tone
from storage.files import FileStore
from storage.media_types import EVIDENCE
from tests.fakes.telegram_desk import (
    NOW,
    SECRET,
    TIMING,
    telegram_on,
    to,
)
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram

CHART = Chart(
    title="Kế hoạch <179> theo cơ quan",
    note="Số liệu đến 02/03/2026.",
    series=(Series(label="Quá hạn", tone=Tone.BAD),),
    bars=(Bar(label="Sở Xây dựng", values=(2,)),),
)
"""Its title holds signs that are no markup."""


async def test_a_message_with_choices(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """Markup and buttons are shown; the message's id comes back."""
    officer = fake.user(7)
    choices = (Choice(key="send", label="Gửi", number=1), Choice(key="drop", label="Hủy", number=2))
    message = Message(text="<b>NV 9</b>\na &lt; b &amp; c", choices=choices, token="q1")
    number = await channel.send(to(7, message))
    (shown,) = await officer.replies()
    assert str(shown.message_id) == number
    assert shown.text == "NV 9\na < b & c"
    assert shown.entities[0]["type"] == "bold"
    assert shown.keyboard == [
        [
            {"text": "1. Gửi", "callback_data": "q1:send"},
            {"text": "2. Hủy", "callback_data": "q1:drop"},
        ]
    ]


async def test_a_long_message_comes_in_parts(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """The buttons stand under the last part, whose id is the message's."""
    officer = fake.user(7)
    choices = (Choice(key="ok", label="Tiếp"),)
    text = "\n".join(["dòng " * 200] * 9)
    number = await channel.send(to(7, Message(text=text, choices=choices, token="q")))
    shown = await officer.replies(3)
    assert [one.buttons for one in shown] == [[], [], ["Tiếp"]]
    assert number == str(shown[-1].message_id)


async def test_an_edit_takes_the_buttons_away(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """The pressed message becomes its answer; doing it twice is no error."""
    officer = fake.user(7)
    choices = (Choice(key="ok", label="Gửi"),)
    number = await channel.send(to(7, Message(text="Gửi?", choices=choices, token="q"))) or ""
    for _ in range(2):
        assert await channel.send(to(7, Edit(message=number, text="<i>Gửi</i>"))) == number
    _, edited = await officer.replies(2)
    assert (edited.text, edited.buttons) == ("Gửi", [])
    with pytest.raises(Refused, match="not found"):
        await channel.send(to(7, Edit(message="999", text="x")))


async def test_markup_telegram_cannot_read_is_sent_plain(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """Words arrive even where the markup is broken."""
    officer = fake.user(7)
    number = await channel.send(to(7, Message(text="<b>a &amp; b"))) or ""
    await channel.send(to(7, Edit(message=number, text="c</i>")))
    assert [one.text for one in await officer.replies(2)] == ["a & b", "c"]


async def test_an_echo_is_not_sent(fake: FakeTelegram, channel: TelegramChannel) -> None:
    """Telegram shows people their own words itself."""
    fake.user(7)
    assert await channel.send(to(7, Echo(text="x"))) is None
    assert fake.sent == []


def _blocked(error: SendError) -> bool:
    return isinstance(error, Refused) and error.blocked


@pytest.mark.parametrize(
    ("fault", "kind", "blocked"),
    [
        (Fault("too-many", seconds=7), Wait, False),
        (Fault("error", code=403, description="Forbidden: bot was blocked"), Refused, True),
        (Fault("error", code=400, description="Bad Request: chat not found"), Refused, True),
        (Fault("error", code=400, description="Bad Request: odd"), Refused, False),
        (Fault("error", code=401, description="Unauthorized"), NotSent, False),
        (Fault("error", code=500, description="Internal Server Error"), Uncertain, False),
        (Fault("bad-gateway"), Uncertain, False),
        (Fault("reset-before"), Uncertain, False),
        (Fault("reset-after"), Uncertain, False),
    ],
)
async def test_errors_by_their_meaning(
    fake: FakeTelegram, channel: TelegramChannel, fault: Fault, kind: type[SendError], blocked: bool
) -> None:
    """What the outbox does next depends on what is known of the send."""
    fake.user(7)
    fake.faults.plan("sendMessage", fault)
    with pytest.raises(SendError) as failed:
        await channel.send(to(7, Message(text="x")))
    assert type(failed.value) is kind
    assert _blocked(failed.value) is blocked
    assert getattr(failed.value, "seconds", 7) == 7


async def test_a_refused_connection_is_not_sent(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """Where nobody listens nothing was sent; the next try goes through."""
    fake.user(7)
    await fake.refuse()
    with pytest.raises(NotSent):
        await channel.send(to(7, Message(text="x")))
    await fake.listen()
    await channel.send(to(7, Message(text="x")))


async def test_an_answer_that_does_not_come_is_uncertain(fake: FakeTelegram) -> None:
    """The request has left: it may have been done."""
    fake.faults.plan("getMe", Fault("slow", seconds=0.3))
    async with AiohttpRequest(SECRET, read_timeout=0.05) as request:
        with pytest.raises(TelegramError) as failed:
            await request.post(f"{fake.url}/bot{TOKEN}/getMe")
    assert type(send_error(failed.value)) is Uncertain


async def test_no_free_connection_is_not_sent(fake: FakeTelegram) -> None:
    """A request that waited for a connection in vain has not left."""
    async with AiohttpRequest(SECRET, connections=1, connect_timeout=0.05) as request:
        url = f"{fake.url}/bot{TOKEN}"
        poll = asyncio.create_task(request.post(f"{url}/getUpdates?timeout=9"))
        await fake.telegram.updates.polled(1)
        with pytest.raises(TelegramError) as failed:
            await request.post(f"{url}/getMe")
        fake.telegram.updates.stop()
        await poll
    assert type(send_error(failed.value)) is NotSent


async def test_a_proxy_is_asked(fake: FakeTelegram, tmp_path: Path) -> None:
    """With a proxy set nothing goes out beside it; one of a kind not known is refused at once."""
    fake.user(7)
    files = FileStore(tmp_path, 10_000, EVIDENCE)
    through = TelegramChannel(
        TOKEN, files, lambda: NOW, base_url="http://telegram.invalid", proxy=fake.url, timing=TIMING
    )
    async with through as channel:
        with pytest.raises(NotSent):
            await channel.send(to(7, Message(text="x")))
    with pytest.raises(ValueError, match="proxies"):
        TelegramChannel(TOKEN, files, lambda: NOW, proxy="socks5://127.0.0.1:1")


async def test_a_chart_comes_as_a_picture(fake: FakeTelegram, tmp_path: Path) -> None:
    """What is drawn arrives whole, with its title and note; the message's id comes back."""
    officer = fake.user(7)
    picture = b"\x89PNG" + bytes(range(256)) * 900

    async def draw(chart: Chart) -> bytes:
        assert chart == CHART
        return picture

    async with telegram_on(fake, tmp_path, draw=draw) as channel:
        number = await channel.send(to(7, CHART))
    (shown,) = await officer.replies()
    assert (shown.method, shown.content) == ("sendPhoto", picture)
    assert shown.text == "Kế hoạch <179> theo cơ quan\nSố liệu đến 02/03/2026."
    assert str(shown.message_id) == number


async def test_a_chart_nobody_draws_is_left_out(
    fake: FakeTelegram, channel: TelegramChannel
) -> None:
    """The message before it has said all there is."""
    fake.user(7)
    assert await channel.send(to(7, CHART)) is None
    assert fake.sent == []


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault("too-many", seconds=3), Wait),
        (Fault("bad-gateway"), Uncertain),
        (Fault("reset-before"), Uncertain),
        (Fault("error", code=403, description="Forbidden: bot was blocked by the user"), Refused),
    ],
    ids=["too many", "bad gateway", "reset", "blocked"],
)
async def test_a_picture_fails_as_a_message_does(
    fault: Fault, error: type[SendError], fake: FakeTelegram, tmp_path: Path
) -> None:
    """What is known of a picture that did not go through is told in the same classes."""
    fake.user(7)
    fake.faults.plan("sendPhoto", fault)

    async def draw(_chart: Chart) -> bytes:
        return b"\x89PNG" * 999

    async with telegram_on(fake, tmp_path, draw=draw) as channel:
        with pytest.raises(error):
            await channel.send(to(7, CHART))
