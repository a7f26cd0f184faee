"""A Zalo bot by polling, on a fake Zalo that gives each update once and has no buttons."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.web import Part, serving, web_app
from channels.port import NotSent, Refused, Uncertain, Wait
from channels.zalo_bot import ZaloBotChannel
from channels.zalo_updates import Unreadable, inbound_of
from dialogue.messages import Chart, Choice, Edit, Kind, Message
from tests.fakes.telegram_desk import Desk, receiving
from tests.fakes.telegram_faults import Fault
from tests.fakes.zalo_desk import NAME, NOW, SECRET, to, zalo_on
from tests.fakes.zalo_server import LONGEST, FakeZalo

CHAT = "6ede9a"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 60


@pytest.fixture
async def fake() -> AsyncIterator[FakeZalo]:
    async with FakeZalo() as server:
        server.user(CHAT)
        yield server


@pytest.fixture
async def channel(fake: FakeZalo, tmp_path: Path) -> AsyncIterator[ZaloBotChannel]:
    async with zalo_on(fake, tmp_path) as made:
        yield made


async def test_words_come_in_with_their_chat_and_id(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """Each message is handed in once, in order, under the bot's own name."""
    desk = Desk()
    ids = [fake.user(CHAT).say(text) for text in ("nv 9", "60%")]
    async with receiving(channel, desk):
        seen = await desk.wait(2)
    assert [(each.channel, each.chat, each.id, each.text) for each in seen] == [
        (NAME, CHAT, ids[0], "nv 9"),
        (NAME, CHAT, ids[1], "60%"),
    ]
    assert seen[0].received_at == NOW


async def test_nothing_is_asked_for_before_the_last_is_committed(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """Zalo forgets what it gives away: one whose turn failed is handed in again by ourselves."""
    desk = Desk()
    desk.failing["nv 9"] = OSError("disk full")
    fake.user(CHAT).say("nv 9")
    fake.user(CHAT).say("60%")
    async with receiving(channel, desk):
        await desk.wait(2)
    assert desk.texts == ["nv 9", "60%"]


async def test_silence_is_no_failure(fake: FakeZalo, channel: ZaloBotChannel) -> None:
    """408 is how Zalo says that there is nothing new: nothing is logged, the next poll follows."""
    silence = Fault("error", code=408, description="Request timeout")
    fake.faults.plan("getUpdates", silence, silence)
    desk = Desk()
    with capture_logs() as logs:
        async with receiving(channel, desk):
            fake.user(CHAT).say("nv 9")
            await desk.wait(1)
    assert [line["state"] for line in logs if line["event"] == "receiving"] == ["running"]


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (Fault("bad-gateway"), "unreachable"),
        (Fault("reset-before"), "unreachable"),
        (Fault("too-many"), "slowed down"),
        (Fault("error", code=401, description="Unauthorized"), "token refused"),
    ],
)
async def test_a_failing_zalo_is_told_once_and_recovers(
    fake: FakeZalo, channel: ZaloBotChannel, fault: Fault, state: str
) -> None:
    """An outage is one line in the log; the poll goes on by itself, and no line holds the token."""
    fake.faults.plan("getUpdates", fault, fault, fault)
    fake.user(CHAT).say("nv 9")
    desk = Desk()
    with capture_logs() as logs:
        async with receiving(channel, desk):
            await desk.wait(1)
    told = [line["state"] for line in logs if line["event"] == "receiving"]
    assert told == [state, "running"]
    assert SECRET not in str(logs)


async def test_a_picture_is_fetched_at_once(
    fake: FakeZalo, channel: ZaloBotChannel, tmp_path: Path
) -> None:
    """Its address does not last; both of Zalo's names for it are known."""
    desk = Desk()
    fake.user(CHAT).send_photo(JPEG, "biên bản nv 9")
    fake.user(CHAT).send_photo(JPEG, named="photo_url")
    async with receiving(channel, desk):
        first, second = await desk.wait(2)
    assert (first.kind, first.text) == (Kind.FILE, "biên bản nv 9")
    for inbound in (first, second):
        (file,) = inbound.files
        assert file.problem is None
        assert (tmp_path / str(file.sha256)).read_bytes() == JPEG


async def test_what_zalo_gives_nothing_of_is_told_as_such(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """Files, stickers, voices come in without content; each is answered by the dialogues."""
    desk = Desk()
    person = fake.user(CHAT)
    for act in (person.send_file, person.sticker, person.voice):
        act()
    async with receiving(channel, desk):
        seen = await desk.wait(3)
    assert [each.kind for each in seen] == [Kind.WITHHELD, Kind.STICKER, Kind.OTHER]


async def test_an_update_of_no_known_form_stops_nothing(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """It is let go of, logged by its fields without a word of it, and the next is taken."""
    desk = Desk()
    fake.add({"event_name": "message.text.received", "message": {"text": "bí mật"}})
    fake.add({"event_name": "message.unsupported.received"})
    fake.add({"event_name": "message.poll.received", "message": {}})
    fake.user(CHAT).say("nv 9")
    with capture_logs() as logs:
        async with receiving(channel, desk):
            await desk.wait(1)
    assert desk.texts == ["nv 9"]
    assert "bí mật" not in str(logs)
    assert "message_id" in str(logs)


def test_wrapped_and_flat_bodies_are_the_same_update() -> None:
    """A webhook may send either; numbers for ids and unknown fields do no harm."""
    flat = {
        "event_name": "message.text.received",
        "message": {
            "message_id": 7,
            "chat": {"id": 5, "new": 1},
            "date": 1750316131602,
            "text": "a",
        },
    }
    read = inbound_of(flat, NAME, NOW)
    assert read is not None
    assert (read.chat, read.id, read.sent_at.year) == ("5", "7", 2025)
    assert inbound_of({"ok": True, "result": flat}, NAME, NOW) == read
    with pytest.raises(Unreadable):
        inbound_of([], NAME, NOW)


def test_a_bot_and_a_group_are_not_taken_for_a_person() -> None:
    """The words of another bot are nobody's; those of a group are answered as a group's."""
    message = {"message_id": "7", "chat": {"id": "5", "chat_type": "GROUP"}, "text": "a"}
    update = {"event_name": "message.text.received", "message": message}
    group = inbound_of(update, NAME, NOW)
    assert group is not None
    assert group.kind is Kind.GROUP
    message["from"] = {"id": "9", "is_bot": True}
    assert inbound_of(update, NAME, NOW) is None


async def test_choices_are_lines_and_emphasis_is_style(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """Without buttons every choice is a line; bold words are marked in UTF-16 units."""
    message = Message(
        text="✅ 😀 <b>Đã ghi nhận</b> báo cáo &lt;NV 9&gt;",
        choices=(
            Choice(key="a", label="Gửi báo cáo", number=1),
            Choice(key="b", label="NV 9"),
            Choice(key="c", label="NV 7"),
        ),
        token="q1",
    )
    sent = await channel.send(to(CHAT, message))
    (seen,) = await fake.user(CHAT).replies(1)
    assert seen.text == "✅ 😀 Đã ghi nhận báo cáo <NV 9>\n1. Gửi báo cáo\n[NV 9] [NV 7]"
    assert seen.styled() == [("Đã ghi nhận", "b")]
    assert seen.message_id == sent


async def test_a_decomposed_text_is_sent_composed_and_a_long_one_in_pieces(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """Two thousand units a message at most, counted after NFC."""
    decomposed = "e\u0302\u0301" * 1999
    await channel.send(to(CHAT, Message(text=decomposed)))
    await channel.send(to(CHAT, Message(text="\n".join(["x" * 999] * 3))))
    first, *cut = await fake.user(CHAT).replies(3)
    assert first.text == "ế" * 1999
    assert [len(each.text) for each in cut] == [1999, 999]


async def test_refused_styles_are_sent_plain(fake: FakeZalo, channel: ZaloBotChannel) -> None:
    """A platform that wants no styles still gets the words, once."""
    fake.faults.plan("sendMessage", Fault("error", code=400, description="bad text_styles"))
    await channel.send(to(CHAT, Message(text="<b>a</b> b")))
    (seen,) = await fake.user(CHAT).replies(1)
    assert (seen.text, seen.styles) == ("a b", [])


async def test_a_chart_is_fetched_from_its_public_address(fake: FakeZalo, tmp_path: Path) -> None:
    """Zalo is told where the picture is, with its title, cut to what Zalo takes, under it."""
    address = "https://baocao.example.vn/chart/1.png"
    async with (
        serving(web_app([Part(routes=[web.get("/chart/1.png", _png)])]), "127.0.0.1", 0) as here,
        zalo_on(fake, tmp_path, publish=lambda _delivery: address) as channel,
    ):
        fake.lead_to(here)
        assert await channel.send(to(CHAT, _chart(note="A & B"))) is not None
        assert await channel.send(to(CHAT, _chart(note="ế" * 3000))) is not None
    first, second = await fake.user(CHAT).replies(2)
    assert (first.photo, first.picture) == (address, b"png")
    assert first.text == "Kết quả\nA & B"
    assert len(second.text) <= LONGEST


async def test_a_chart_without_a_public_address_is_left_out(
    fake: FakeZalo, channel: ZaloBotChannel
) -> None:
    """The message before it has said it: nothing is sent, and nothing fails."""
    assert await channel.send(to(CHAT, _chart())) is None
    assert fake.sent == []


async def test_a_picture_that_zalo_cannot_fetch_is_refused(fake: FakeZalo, tmp_path: Path) -> None:
    """It is not tried for ever, and stops nothing behind it."""
    async with zalo_on(
        fake, tmp_path, publish=lambda _delivery: "http://10.0.0.1/1.png"
    ) as channel:
        with pytest.raises(Refused):
            await channel.send(to(CHAT, _chart()))


async def _png(_request: web.Request) -> web.Response:
    return web.Response(body=b"png", content_type="image/png")


def _chart(note: str = "Đến ngày 02/03/2026") -> Chart:
    return Chart(title="Kết quả", note=note, series=(), bars=())


async def test_an_edit_has_no_place_on_zalo(fake: FakeZalo, channel: ZaloBotChannel) -> None:
    """A pressed message cannot be changed, and nothing was pressed: nothing is sent."""
    assert await channel.send(to(CHAT, Edit(message="1", text="a"))) is None
    assert "sendmessage" not in fake.calls


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault("error", code=429, description="quota"), Wait),
        (Fault("error", code=401, description="token"), NotSent),
        (Fault("error", code=400, description="no"), Refused),
        (Fault("error", code=403, description="Internal server error"), Refused),
        (Fault("error", code=404, description="not found"), Refused),
        (Fault("error", code=408, description="timed out"), Uncertain),
        (Fault("error", code=500, description="oops"), Uncertain),
        (Fault("bad-gateway"), Uncertain),
        (Fault("reset-before"), Uncertain),
        (Fault("reset-after"), Uncertain),
    ],
)
async def test_each_failure_is_told_for_what_is_known_of_it(
    fake: FakeZalo, channel: ZaloBotChannel, fault: Fault, error: type[Exception]
) -> None:
    """HTTP 200 is no success; the class says whether a message may have gone out."""
    fake.faults.plan("sendMessage", fault)
    with pytest.raises(error) as raised:
        await channel.send(to(CHAT, Message(text="a")))
    assert SECRET not in f"{raised.value} {raised.value.__cause__}"


async def test_a_refused_connection_sent_nothing(fake: FakeZalo, channel: ZaloBotChannel) -> None:
    """It may be tried again without anybody reading it twice."""
    await fake.refuse()
    with pytest.raises(NotSent):
        await channel.send(to(CHAT, Message(text="a")))
