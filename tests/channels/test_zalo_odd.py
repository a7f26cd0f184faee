"""What a platform tells oddly costs neither a message of a person nor one of ours."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.web import Part, serving, web_app
from channels import oa_updates
from channels.zalo_bot import ZaloBotChannel
from channels.zalo_updates import Unreadable, inbound_of
from dialogue.messages import Message
from tests.fakes.zalo_desk import NAME, NOW, to, zalo_on
from tests.fakes.zalo_server import FakeZalo


@pytest.mark.parametrize("date", [10**15, 10**18, 10**40, -(10**18)])
def test_a_time_beyond_all_time_is_now(date: int) -> None:
    """The words count, whatever unit the time is in."""
    message = {"message_id": "m1", "chat": {"id": "6ede9a"}, "text": "nv 9", "date": date}
    inbound = inbound_of({"event_name": "message.text.received", "message": message}, NAME, NOW)
    assert inbound is not None
    assert (inbound.text, inbound.sent_at) == ("nv 9", NOW)


def test_a_signed_time_that_is_none_is_told_as_such() -> None:
    """An event without a time that can be read is none."""
    event = {"event_name": "user_send_text", "timestamp": "9" * 18, "sender": {"id": "255"}}
    event["message"] = {"msg_id": "m1", "text": "nv 9"}
    with pytest.raises(Unreadable, match="timestamp"):
        oa_updates.inbound_of(event, "zalo-oa", datetime(2026, 3, 2, tzinfo=UTC))


def test_who_follows_again_is_greeted_again() -> None:
    """Each follow is an event of its own, and one brought twice is the same."""
    numbers = []
    for stamp in ("1", "1", "2"):
        event = {"event_name": "follow", "timestamp": stamp, "follower": {"id": "255"}}
        inbound = oa_updates.inbound_of(event, "zalo-oa", NOW)
        assert inbound is not None
        numbers.append(inbound.id)
    assert numbers[0] == numbers[1] != numbers[2]


@pytest.mark.parametrize("result", [None, {}, {"date": 1}, "ok"])
async def test_sent_is_sent_without_an_id(tmp_path: Path, result: Any) -> None:
    """All pieces of a message go out, though Zalo tells no id of them."""
    said: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        said.append((await request.json())["text"])
        return web.json_response({"ok": True, "result": result})

    app = web_app([Part(routes=[web.post("/{method:.*}", answer)])])
    async with FakeZalo() as fake, serving(app, "127.0.0.1", 0) as address:
        channel: ZaloBotChannel = zalo_on(fake, tmp_path, base_url=address)
        async with channel:
            words = "\n".join(["dài" * 300] * 3)
            assert await channel.send(to("6ede9a", Message(text=words))) == ""
    assert len(said) == 2
