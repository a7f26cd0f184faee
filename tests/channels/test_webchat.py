"""The web chat as a channel: an update counts once it is committed, a stream misses nothing."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta
from pathlib import Path

import pytest

from channels.webchat import NotAcknowledged, WebChannel
from dialogue.messages import Inbound, Kind, Message, Press
from storage.files import BadType, FileStore, TooLarge
from storage.media_types import EVIDENCE
from tests.fakes.web_bot import NOW, WebBot, receiving

PDF = b"%PDF-1.7\n" + b"x" * 100


@pytest.fixture
def bot() -> WebBot:
    return WebBot()


@pytest.fixture
async def channel(bot: WebBot, tmp_path: Path) -> WebChannel:
    return _channel(bot, tmp_path)


def _channel(bot: WebBot, directory: Path, beat: float = 60) -> WebChannel:
    return WebChannel(bot.timeline, FileStore(directory, 10_000, EVIDENCE), lambda: NOW, beat=beat)


async def always() -> bool:
    """Whoever follows may go on."""
    return True


async def _chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def _until_live(stream: AsyncIterator[object]) -> list[str]:
    """What a stream gives until it has given all there is."""
    given: list[str] = []
    async with asyncio.timeout(5):
        async for delivery in stream:
            if delivery is None:
                return given
            given.append(delivery.content.text)  # type: ignore[attr-defined]
    raise AssertionError("the stream ended")


async def test_words_and_presses_become_inbound(bot: WebBot, channel: WebChannel) -> None:
    """Typed words and tapped buttons reach the turn with id, chat and the clock's time."""
    async with receiving(channel, bot):
        await channel.say("p1", "a-1", "nv 9 đang làm")
        await channel.press("p1", "a-2", Press(token="q1", key="send", message="2"))
    common = {"channel": "webchat", "chat": "p1", "sent_at": NOW, "received_at": NOW}
    assert bot.inbox == [
        Inbound(id="a-1", kind=Kind.TEXT, text="nv 9 đang làm", **common),
        Inbound(
            id="a-2",
            kind=Kind.PRESS,
            press=Press(token="q1", key="send", message="2"),
            **common,
        ),
    ]


async def test_said_twice_counts_once(bot: WebBot, channel: WebChannel) -> None:
    """The same id handed in again is the same update."""
    async with receiving(channel, bot):
        await channel.say("p1", "a-1", "menu")
        await channel.say("p1", "a-1", "menu")
    assert len(bot.inbox) == 1
    assert len(bot.duplicates) == 1


async def test_a_turn_that_fails_is_not_acknowledged(bot: WebBot, channel: WebChannel) -> None:
    """Whatever a turn raises, the caller hears that nothing was committed, and may try again."""
    bot.failing.append(OSError("disk full"))
    async with receiving(channel, bot):
        with pytest.raises(NotAcknowledged):
            await channel.say("p1", "a-1", "menu")
        await channel.say("p1", "a-1", "menu")
    assert bot.texts("p1") == ["menu", "Đã nghe: menu"]


async def test_nothing_is_acknowledged_before_receiving(channel: WebChannel) -> None:
    """While nobody takes updates, none is acknowledged."""
    with pytest.raises(NotAcknowledged):
        await channel.say("p1", "a-1", "menu")


async def test_order_holds_in_a_chat_while_others_go_on(tmp_path: Path) -> None:
    """A slow turn keeps its own chat waiting and no other."""
    slow, seen = asyncio.Event(), []

    async def take(inbound: Inbound) -> None:
        if inbound.text == "chậm":
            await slow.wait()
        seen.append(inbound.text)

    bot = WebBot()
    channel = _channel(bot, tmp_path)
    bot.take = take  # type: ignore[method-assign]
    async with receiving(channel, bot), asyncio.TaskGroup() as group:
        group.create_task(channel.say("p1", "1", "chậm"))
        group.create_task(channel.say("p1", "2", "sau"))
        await asyncio.wait_for(group.create_task(channel.say("p2", "1", "nơi khác")), 5)
        slow.set()
    assert seen == ["nơi khác", "chậm", "sau"]


async def test_stream_replays_and_goes_on(bot: WebBot, channel: WebChannel) -> None:
    """A stream gives what was said after the id it is asked for, then what comes, each once."""
    for text in ("một", "hai", "ba"):
        bot.queue("p1", Message(text=text))
    bot.queue("p2", Message(text="của người khác"))
    async with aclosing(channel.stream("p1", 1, always)) as stream:
        assert await _until_live(stream) == ["hai", "ba"]
        await channel.send(bot.queue("p1", Message(text="bốn")))
        assert await _until_live(stream) == ["bốn"]


async def test_stream_misses_nothing_said_while_it_reads(tmp_path: Path) -> None:
    """What is committed between reading and waiting comes too."""
    bot = WebBot()
    bot.queue("p1", Message(text="một"))
    channel = _channel(bot, tmp_path)
    async with aclosing(channel.stream("p1", 0, always)) as stream:
        first = await anext(stream)
        await channel.send(bot.queue("p1", Message(text="hai")))
        assert first is not None
        assert await _until_live(stream) == ["hai"]
        await channel.send(bot.queue("p1", Message(text="ba")))
        rest = await _until_live(stream) or await _until_live(stream)
        assert rest == ["ba"]


async def test_commit_shows_before_the_outbox_sends(bot: WebBot, channel: WebChannel) -> None:
    """A person sees the own words as soon as they are committed."""
    async with receiving(channel, bot), aclosing(channel.stream("p1", 0, always)) as stream:
        assert await _until_live(stream) == []
        await channel.say("p1", "a-1", "menu")
        assert await _until_live(stream) == ["menu", "Đã nghe: menu"]


async def test_sign_of_life(bot: WebBot, tmp_path: Path) -> None:
    """A silent chat's stream gives a sign of life at every beat."""
    async with aclosing(_channel(bot, tmp_path, beat=0.01).stream("p1", 0, always)) as stream:
        assert await _until_live(stream) == []
        assert await _until_live(stream) == []


async def test_close_ends_open_and_new_streams(bot: WebBot, channel: WebChannel) -> None:
    """Closing ends a waiting stream at once, and lets none begin."""
    async with aclosing(channel.stream("p1", 0, always)) as stream:
        assert await _until_live(stream) == []
        channel.close()
        assert [delivery async for delivery in stream] == []
    assert [delivery async for delivery in channel.stream("p1", 0, always)] == []


async def test_stream_ends_with_the_right_to_it(bot: WebBot, channel: WebChannel) -> None:
    """Who may follow no more is given nothing that was said since, and the stream is over."""
    allowed = [True, True, False]

    async def still() -> bool:
        return allowed.pop(0)

    bot.queue("p1", Message(text="trước"))
    async with aclosing(channel.stream("p1", 0, still)) as stream:
        assert await _until_live(stream) == ["trước"]
        bot.queue("p1", Message(text="sau"))
        channel.wake("p1")
        assert [delivery async for delivery in stream] == []


async def test_message_id_is_the_deliverys_own(bot: WebBot, channel: WebChannel) -> None:
    """A press names the pressed message by the delivery's id."""
    assert await channel.send(bot.queue("p1", Message(text="một"))) == "1"


async def test_file_is_on_disk_before_the_turn(
    bot: WebBot, channel: WebChannel, tmp_path: Path
) -> None:
    """A file is handed in with the hash that it lies under."""
    async with receiving(channel, bot):
        await channel.attach("p1", "a-1", "quyết định.pdf", _chunks(PDF[:5], PDF[5:]))
    (file,) = bot.inbox[0].files
    assert bot.inbox[0].kind is Kind.FILE
    assert (file.name, file.media_type, file.size) == ("quyết định.pdf", "application/pdf", 109)
    assert (tmp_path / str(file.sha256)).read_bytes() == PDF


@pytest.mark.parametrize(
    ("content", "error"), [(PDF * 100, TooLarge), (b"MZ\x90\x00", BadType)], ids=["large", "type"]
)
async def test_unfit_file_is_refused(
    bot: WebBot, channel: WebChannel, content: bytes, error: type[Exception]
) -> None:
    """A file that is too large or of another type makes no turn."""
    async with receiving(channel, bot):
        with pytest.raises(error):
            await channel.attach("p1", "a-1", "x.pdf", _chunks(content))
    assert bot.inbox == []


async def test_a_file_marked_as_secret_is_not_read(
    bot: WebBot, channel: WebChannel, tmp_path: Path
) -> None:
    """The turn is told of it by its name, and nothing of it reaches the disk."""
    async with receiving(channel, bot):
        await channel.attach("p1", "a-1", "công văn MẬT 77.pdf", _chunks(PDF))
    assert [file.name for file in bot.inbox[0].files] == ["công văn MẬT 77.pdf"]
    assert os.listdir(tmp_path) == []


async def test_what_waits_for_its_chat_was_received_when_it_came(tmp_path: Path) -> None:
    """Neither the turn before it nor the writing of a file makes an update younger."""
    slow, seen, now = asyncio.Event(), {}, [NOW]

    async def take(inbound: Inbound) -> None:
        if inbound.id == "1":
            await slow.wait()
        seen[inbound.id] = inbound.received_at

    async def later() -> AsyncIterator[bytes]:
        now[0] += timedelta(minutes=1)
        yield PDF

    bot = WebBot()
    bot.take = take  # type: ignore[method-assign]
    channel = WebChannel(bot.timeline, FileStore(tmp_path, 10_000, EVIDENCE), lambda: now[0])
    async with receiving(channel, bot), asyncio.TaskGroup() as group:
        for id_ in ("1", "2"):
            group.create_task(channel.say("p1", id_, "menu"))
        file = group.create_task(channel.attach("p2", "3", "a.pdf", later()))
        await asyncio.wait_for(file, 5)
        slow.set()
    assert seen == {"1": NOW, "2": NOW, "3": NOW}


async def test_full_disk_is_not_acknowledged(bot: WebBot, tmp_path: Path) -> None:
    """A file that cannot be written is to be sent again."""
    channel = _channel(bot, tmp_path / "missing")
    async with receiving(channel, bot):
        with pytest.raises(NotAcknowledged):
            await channel.attach("p1", "a-1", "x.pdf", _chunks(PDF))
