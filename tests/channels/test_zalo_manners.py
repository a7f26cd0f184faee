"""What a Zalo channel does not touch, and what it tells a person to mend."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest
from aiohttp import web

from bot.web import Part, serving, web_app
from channels.oa_request import OaRequest
from channels.oa_tokens import Pair, Tokens
from channels.port import Refused
from channels.zalo_bot import ZaloBotChannel
from channels.zalo_http import Failed, ZaloHttp
from channels.zalo_oa import Account, ZaloOaChannel
from channels.zalo_turns import Rests
from dialogue.messages import Message
from storage.files import FileStore
from storage.media_types import EVIDENCE
from tests.fakes.oa_calls import APP, SECRET
from tests.fakes.oa_server import FakeOa
from tests.fakes.telegram_desk import Desk, receiving
from tests.fakes.telegram_faults import Fault
from tests.fakes.zalo_desk import NOW, to, zalo_on
from tests.fakes.zalo_server import TOKEN, FakeZalo

CHAT = "6ede9a"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 60
SECRET_PAPER = "TUYỆT MẬT"
Welcome = Callable[[str, str], Awaitable[bool]]


def _to_all(known: bool, asked: list[str]) -> Welcome:
    async def welcome(_channel: str, chat: str) -> bool:
        asked.append(chat)
        return known

    return welcome


def _kept(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_file()]


@pytest.mark.parametrize(("known", "caption"), [(False, "biên bản"), (True, SECRET_PAPER)])
async def test_a_bot_keeps_nothing_of_strangers_and_secrets(
    tmp_path: Path, known: bool, caption: str
) -> None:
    """Neither a stranger's picture nor one that is marked as a state secret is fetched."""
    desk = Desk()
    welcome = _to_all(known, [])
    async with FakeZalo() as fake, zalo_on(fake, tmp_path, welcome=welcome) as channel:
        fake.user(CHAT).send_photo(JPEG, caption)
        async with receiving(channel, desk):
            await desk.wait(1)
    assert _kept(tmp_path) == []


@pytest.mark.parametrize(("known", "caption"), [(False, "biên bản"), (True, SECRET_PAPER)])
async def test_an_account_keeps_nothing_of_strangers_and_secrets(
    tmp_path: Path, known: bool, caption: str
) -> None:
    """The same of an Official Account."""
    desk, store = Desk(), tmp_path / "files"
    store.mkdir()
    async with FakeOa() as fake:
        pair = Pair(access=fake.access, refresh=fake.refresh, expires_at=NOW + timedelta(hours=25))
        tokens = tmp_path / "oa.json"
        tokens.write_text(pair.model_dump_json())
        async with ZaloOaChannel(
            Account(APP, SECRET, "/zalo-oa"),
            tokens,
            FileStore(store, 10_000, EVIDENCE),
            lambda: NOW,
            welcome=_to_all(known, []),
            api_url=fake.url,
            oauth_url=fake.url,
        ) as channel:
            hooks = [web.post(hook.path, hook.answer) for hook in channel.webhooks]
            async with (
                serving(web_app([Part(routes=hooks)]), "127.0.0.1", 0) as address,
                receiving(channel, desk),
            ):
                fake.call(f"{address}/zalo-oa")
                fake.user(CHAT).send_photo(JPEG, caption)
                await fake.delivered()
    assert len(desk.seen) == 1
    assert _kept(store) == []


async def test_files_are_fetched_once_however_often_a_turn_is_tried(tmp_path: Path) -> None:
    """What waits for the database does not go to Zalo again."""
    desk, asked = Desk(), list[str]()
    desk.failing["biên bản"] = OSError("disk full")
    welcome = _to_all(True, asked)
    async with FakeZalo() as fake, zalo_on(fake, tmp_path, welcome=welcome) as channel:
        fake.user(CHAT).send_photo(JPEG, "biên bản")
        async with receiving(channel, desk):
            await desk.wait(1)
    assert asked == [CHAT]


async def test_a_bot_that_asks_takes_its_webhook_away_first(tmp_path: Path) -> None:
    """Zalo gives nothing to a poll while a webhook is set; that there was none is no failure."""
    desk = Desk()
    async with FakeZalo() as fake, zalo_on(fake, tmp_path) as channel:
        fake.faults.plan("deleteWebhook", Fault("error", code=400, description="none is set"))
        fake.user(CHAT).say("nv 9")
        async with receiving(channel, desk):
            await desk.wait(1)
        assert fake.calls["deletewebhook"] == 1
        fake.faults.plan("deleteWebhook", Fault("error", code=403, description="oops"))
        async with receiving(channel, desk):
            await fake.called("deleteWebhook", 3)


async def _troubled(channel: ZaloBotChannel, trouble: str) -> bool:
    """Wait until a channel tells of a trouble, and return whether a person has to mend it."""
    async with asyncio.timeout(10):
        while channel.condition.trouble != trouble:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.001)
    return channel.condition.by_hand


async def test_a_refused_token_is_for_a_person_to_mend(tmp_path: Path) -> None:
    """An outage passes by itself, a token does not come back."""
    async with FakeZalo() as fake, zalo_on(fake, tmp_path) as channel:
        fake.faults.at_random("getMe", Fault("error", code=401, description="Unauthorized"), 1)
        async with receiving(channel, Desk()):
            assert await _troubled(channel, "token refused")
        fake.faults.clear()
        fake.faults.at_random("getMe", Fault("bad-gateway"), 1)
        async with receiving(channel, Desk()):
            assert not await _troubled(channel, "unreachable")


async def test_no_refusal_repeats_a_token(tmp_path: Path) -> None:
    """Errors are logged, shown on /health and kept in the outbox: a token is in none of them."""
    async with FakeZalo() as fake, zalo_on(fake, tmp_path) as channel:
        told = f"Not Found: /bot{TOKEN}/sendMessage"
        fake.faults.plan("sendMessage", Fault("error", code=404, description=told))
        with pytest.raises(Refused) as refused:
            await channel.send(to(CHAT, Message(text="a")))
    assert TOKEN.partition(":")[2] not in str(refused.value)
    async with FakeOa() as account, ZaloHttp() as http:
        pair = Pair(
            access=account.access, refresh=account.refresh, expires_at=NOW + timedelta(hours=25)
        )
        file = tmp_path / "oa.json"
        file.write_text(pair.model_dump_json())
        tokens = Tokens(APP, file, http, lambda: NOW, oauth_url=account.url)
        account.faults.plan("/x", Fault("error", code=-201, description=f"bad {pair.access}"))
        with pytest.raises(Failed) as failed:
            await OaRequest(http, tokens, account.url).call("/x", {})
    assert pair.access not in str(failed.value)


def test_pauses_grow_to_the_longest() -> None:
    """Each is about twice the one before, and none much longer than the longest."""
    pauses = list(islice(Rests(first=1, longest=4).grow(), 8))
    assert pauses[1] > pauses[0]
    assert all(3 <= pause <= 5 for pause in pauses[2:])
