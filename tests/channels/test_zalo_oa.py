"""A Zalo Official Account, on a fake Zalo that signs its events and whose tokens work once."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from channels.oa_tokens import NotConnected, Pair, Tokens, new_verifier
from channels.port import Handle, NotSent, Refused, Uncertain, Wait
from channels.webhooks import LARGEST_BODY
from channels.zalo_http import ZaloHttp
from channels.zalo_oa import SIGNATURE, Account, ZaloOaChannel
from channels.zalo_turns import Rests
from dialogue.messages import (
    Bar,
    Chart,
    Choice,
    Delivery,
    Edit,
    Inbound,
    Kind,
    Message,
    Series,
    Tone,
)
from storage.files import FileStore
from storage.media_types import EVIDENCE
from tests.fakes.oa_server import APP, CODE, SECRET, FakeOa, signature
from tests.fakes.telegram_desk import Desk, receiving
from tests.fakes.telegram_faults import Fault

CHAT = "255000111"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 60
NOW = datetime(2026, 3, 2, 2, 14, tzinfo=UTC)
SEND = "/v3.0/oa/message/cs"
TOKENS = "/v4/oa/access_token"


async def _everyone(_channel: str, _chat: str) -> bool:
    return True


async def _draw(_chart: Chart) -> bytes:
    return b"PNG"


@pytest.fixture
async def fake() -> AsyncIterator[FakeOa]:
    async with FakeOa() as server:
        server.user(CHAT)
        yield server


@pytest.fixture
def tokens(fake: FakeOa, tmp_path: Path) -> Path:
    """A file with the pair the fake knows, good for another day."""
    file = tmp_path / "oa.json"
    pair = Pair(access=fake.access, refresh=fake.refresh, expires_at=NOW + timedelta(hours=25))
    file.write_text(pair.model_dump_json())
    return file


@asynccontextmanager
async def _channel(
    fake: FakeOa, tokens: Path, *, template: str | None = None, now: datetime = NOW
) -> AsyncIterator[ZaloOaChannel]:
    account = Account(APP, SECRET, "/zalo-oa", template)
    async with ZaloOaChannel(
        account,
        tokens,
        FileStore(tokens.parent, 10_000, EVIDENCE),
        lambda: now,
        welcome=_everyone,
        draw=_draw,
        api_url=fake.url,
        oauth_url=fake.url,
        rests=Rests(0.01, 0.02),
    ) as channel:
        yield channel


@pytest.fixture
async def channel(fake: FakeOa, tokens: Path) -> AsyncIterator[ZaloOaChannel]:
    async with _channel(fake, tokens) as made:
        yield made


@asynccontextmanager
async def _called(fake: FakeOa, channel: ZaloOaChannel, handle: Handle) -> AsyncIterator[str]:
    """The channel at work with its address served; yields the address."""
    app = web.Application(client_max_size=LARGEST_BODY)
    for webhook in channel.webhooks:
        app.router.add_post(webhook.path, webhook.answer)
    async with TestServer(app) as server, receiving(channel, handle):
        address = str(server.make_url("/zalo-oa"))
        fake.call(address)
        yield address


def _kept(tokens: Path) -> tuple[Pair, int]:
    return Pair.model_validate_json(tokens.read_text()), tokens.stat().st_mode


def _to(content: Message | Edit | Chart) -> Delivery:
    return Delivery(id=1, channel="zalo-oa", chat=CHAT, content=content)


async def test_events_come_in_as_what_they_are(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """Words, a tapped button, a sticker, a new follower: each for its person, under its own id."""
    desk, person = Desk(), fake.user(CHAT)
    async with _called(fake, channel, desk):
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
    async with _called(fake, channel, desk):
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
    async with _called(fake, channel, desk) as address, aiohttp.ClientSession() as session:
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

    async with _called(fake, channel, handle):
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
    async with _called(fake, channel, desk):
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

    async with _called(fake, channel, handle):
        number = fake.user(CHAT).say("nv 9")
        while not fake.answers:  # noqa: ASYNC110 - the fake tells nobody
            await asyncio.sleep(0.01)
        assert (fake.answers[0], turns) == (503, [number])
        writer.set()
        await fake.delivered()
    assert max(fake.took) < 2
    assert turns == [number, number]


async def test_up_to_five_choices_are_buttons(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """Short captions stand on buttons alone; the payload brings token and key back."""
    choices = tuple(Choice(key=f"k{n}", label=f"Chọn {n}", number=n) for n in range(1, 6))
    await channel.send(_to(Message(text="<b>Báo cáo</b> &lt;1&gt;", choices=choices, token="q3")))
    (seen,) = await fake.user(CHAT).replies(1)
    assert seen.text == "Báo cáo <1>"
    assert [(b["title"], b["payload"]) for b in seen.buttons][:2] == [
        ("1. Chọn 1", "#q3:k1"),
        ("2. Chọn 2", "#q3:k2"),
    ]


async def test_more_choices_are_lines(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """Six are too many for buttons, which would fail the whole message: they can be typed."""
    choices = tuple(Choice(key=f"k{n}", label=f"Chọn {n}", number=n) for n in range(1, 7))
    await channel.send(_to(Message(text="?", choices=choices, token="q3")))
    (seen,) = await fake.user(CHAT).replies(1)
    assert seen.buttons == []
    assert seen.text.splitlines()[1:] == [f"{n}. Chọn {n}" for n in range(1, 7)]


async def test_a_long_caption_stands_whole_as_a_line(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """Its button is cut after a word."""
    label = "Quy hoạch chung, phân khu, quy chế quản lý kiến trúc đô thị"
    choice = Choice(key="a", label=label, number=1)
    await channel.send(_to(Message(text="?", choices=(choice,), token="q3")))
    (seen,) = await fake.user(CHAT).replies(1)
    assert seen.text == f"?\n1. {label}"
    assert seen.buttons[0]["title"] == "1. Quy hoạch chung, phân khu, quy…"


async def test_a_chart_goes_out_as_a_picture(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """It is drawn, uploaded and sent with its title."""
    bars = (Bar(label="Sở Y tế", values=(1,)),)
    series = (Series(label="trong hạn", tone=Tone.OPEN),)
    await channel.send(_to(Chart(title="Tổng hợp", note="đến nay", series=series, bars=bars)))
    (seen,) = await fake.user(CHAT).replies(1)
    assert (seen.text, seen.picture) == ("Tổng hợp\nđến nay", b"PNG")


async def test_an_ended_token_is_renewed_once_and_kept(
    fake: FakeOa, channel: ZaloOaChannel, tokens: Path
) -> None:
    """Many deliveries meet the same ended token: one refresh, its pair on disk before use."""
    fake.end_token()
    await asyncio.gather(*(channel.send(_to(Message(text=f"{n}"))) for n in range(5)))
    assert fake.calls[TOKENS] == 1
    assert len(fake.sent) == 5
    kept, mode = _kept(tokens)
    assert (kept.access, kept.refresh) == (fake.access, fake.refresh)
    assert mode & 0o077 == 0


async def test_a_token_near_its_end_is_renewed_before_it_is_used(
    fake: FakeOa, tokens: Path
) -> None:
    """The clock decides, not a refusal."""
    async with _channel(fake, tokens, now=NOW + timedelta(hours=24, minutes=45)) as channel:
        await channel.send(_to(Message(text="a")))
    assert (fake.calls[TOKENS], fake.calls[SEND]) == (1, 1)


async def test_a_refused_refresh_is_an_alarm_and_loses_nothing(
    fake: FakeOa, channel: ZaloOaChannel
) -> None:
    """An administrator has to connect again: told once, and what is to be sent waits."""
    fake.end_token()
    fake.refresh = "another"
    with pytest.raises(NotSent):
        await channel.send(_to(Message(text="a")))
    with capture_logs() as logs:
        async with _called(fake, channel, Desk()):
            await asyncio.sleep(0)
    assert "connect the account again" in str(channel.condition.trouble)
    assert fake.refresh not in str(logs)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault("error", code=-32, description="limit"), Wait),
        (Fault("error", code=-201, description="invalid"), Refused),
        (Fault("error", code=-210, description="too long"), Refused),
        (Fault("bad-gateway"), Uncertain),
        (Fault("reset-before"), Uncertain),
        (Fault("reset-after"), Uncertain),
    ],
)
async def test_each_failure_is_told_for_what_is_known_of_it(
    fake: FakeOa, channel: ZaloOaChannel, fault: Fault, error: type[Exception]
) -> None:
    """HTTP 200 is no success."""
    fake.faults.plan(SEND, fault)
    with pytest.raises(error):
        await channel.send(_to(Message(text="a")))


async def test_who_was_silent_for_a_week_cannot_be_reached(
    fake: FakeOa, channel: ZaloOaChannel, tokens: Path
) -> None:
    """Without a template the chat counts as unreachable; with one its words go out in it."""
    fake.user(CHAT).silent_for_a_week = True
    with pytest.raises(Refused) as refused:
        await channel.send(_to(Message(text="Nhắc việc\nNV 9")))
    assert refused.value.blocked
    async with _channel(fake, tokens, template="t1") as with_template:
        await with_template.send(_to(Message(text="<b>Nhắc việc</b>\nNV 9")))
    (seen,) = await fake.user(CHAT).replies(1)
    assert seen.template == {"noi_dung": "Nhắc việc NV 9"}


async def test_a_consent_gives_the_first_pair(fake: FakeOa, tmp_path: Path) -> None:
    """The code of the consent, with the verifier of its challenge, becomes tokens on disk."""
    file = tmp_path / "new.json"
    async with ZaloHttp() as http:
        fresh = Tokens(APP, file, http, lambda: NOW, oauth_url=fake.url)
        with pytest.raises(NotConnected):
            await fresh.access()
        verifier, challenge = new_verifier()
        assert (len(verifier), len(challenge)) == (43, 43)
        with pytest.raises(NotConnected):
            await fresh.connect("another code", verifier)
        await fresh.connect(CODE, verifier)
        assert await fresh.access() == fake.access


async def test_a_refused_connection_sent_nothing(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """It may be tried again without anybody reading it twice."""
    await fake.refuse()
    with pytest.raises(NotSent):
        await channel.send(_to(Message(text="a")))
    await fake.listen()
