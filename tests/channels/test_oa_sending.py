"""What an Official Account sends, to a fake Zalo with five buttons and limits of size."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from channels.port import NotSent, Refused, Uncertain, Wait
from channels.zalo_oa import ZaloOaChannel
from dialogue.messages import Bar, Chart, Choice, Message, Series, Tone
from tests.fakes.oa_desk import CHAT, PICTURE, connected, oa_on, to
from tests.fakes.oa_server import FakeOa
from tests.fakes.telegram_faults import Fault

SEND = "/v3.0/oa/message/cs"


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


async def test_up_to_five_choices_are_buttons(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """Short captions stand on buttons alone; the payload brings token and key back."""
    choices = tuple(Choice(key=f"k{n}", label=f"Chọn {n}", number=n) for n in range(1, 6))
    await channel.send(to(Message(text="<b>Báo cáo</b> &lt;1&gt;", choices=choices, token="q3")))
    (seen,) = await fake.user(CHAT).replies(1)
    assert seen.text == "Báo cáo <1>"
    assert [(b["title"], b["payload"]) for b in seen.buttons][:2] == [
        ("1. Chọn 1", "#q3:k1"),
        ("2. Chọn 2", "#q3:k2"),
    ]


async def test_more_choices_are_lines(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """Six are too many for buttons, which would fail the whole message: they can be typed."""
    choices = tuple(Choice(key=f"k{n}", label=f"Chọn {n}", number=n) for n in range(1, 7))
    await channel.send(to(Message(text="?", choices=choices, token="q3")))
    (seen,) = await fake.user(CHAT).replies(1)
    assert seen.buttons == []
    assert seen.text.splitlines()[1:] == [f"{n}. Chọn {n}" for n in range(1, 7)]


async def test_a_long_caption_stands_whole_as_a_line(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """Its button is cut after a word."""
    label = "Quy hoạch chung, phân khu, quy chế quản lý kiến trúc đô thị"
    choice = Choice(key="a", label=label, number=1)
    await channel.send(to(Message(text="?", choices=(choice,), token="q3")))
    (seen,) = await fake.user(CHAT).replies(1)
    assert seen.text == f"?\n1. {label}"
    assert seen.buttons[0]["title"] == "1. Quy hoạch chung, phân khu, quy…"


async def test_a_chart_goes_out_as_a_picture(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """It is drawn, uploaded and sent with its title."""
    bars = (Bar(label="Sở Y tế", values=(1,)),)
    series = (Series(label="trong hạn", tone=Tone.OPEN),)
    await channel.send(to(Chart(title="Tổng hợp", note="đến nay", series=series, bars=bars)))
    (seen,) = await fake.user(CHAT).replies(1)
    assert (seen.text, seen.content) == ("Tổng hợp\nđến nay", PICTURE)


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
        await channel.send(to(Message(text="a")))


async def test_who_was_silent_for_a_week_cannot_be_reached(
    fake: FakeOa, channel: ZaloOaChannel, tokens: Path
) -> None:
    """Without a template the chat counts as unreachable; with one its words go out in it."""
    fake.user(CHAT).silent_for_a_week = True
    with pytest.raises(Refused) as refused:
        await channel.send(to(Message(text="Nhắc việc\nNV 9")))
    assert refused.value.blocked
    async with oa_on(fake, tokens, template="t1") as with_template:
        await with_template.send(to(Message(text="<b>Nhắc việc</b>\nNV 9")))
    (seen,) = await fake.user(CHAT).replies(1)
    assert seen.template == {"noi_dung": "Nhắc việc NV 9"}


async def test_a_refused_connection_sent_nothing(fake: FakeOa, channel: ZaloOaChannel) -> None:
    """It may be tried again without anybody reading it twice."""
    await fake.refuse()
    with pytest.raises(NotSent):
        await channel.send(to(Message(text="a")))
    await fake.listen()
