"""Four channels in one program: each fails in turn, the others go on, it comes back by itself."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.house import open_house
from bot.running import serve
from bot.settings import Settings
from channels.oa_tokens import Pair
from domain.person import Role
from storage.database import open_database
from storage.gate import Writer
from storage.plans import save_plan
from tests.fakes import oa_calls, telegram_server, zalo_server
from tests.fakes.oa_server import FakeOa
from tests.fakes.telegram_faults import Fault, Faults
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.zalo_server import FakeZalo
from tests.harness.stage import MONDAY, PLAN
from tests.harness.web_login import Browser, Program

BOT = f"zalo:{zalo_server.TOKEN.partition(':')[0]}"
METHODS = {
    "telegram": ("getUpdates", "getMe", "sendMessage"),
    BOT: ("getUpdates", "getMe", "sendMessage"),
    "zalo-oa": ("/v3.0/oa/message/cs", "/v4/oa/access_token"),
}
FAULTS = {
    "401": Fault("error", code=401, description="Unauthorized"),
    "502": Fault("bad-gateway"),
}
Ask = Callable[[], Awaitable[None]]


@dataclass
class Platforms:
    """The fakes by channel, and what asks a stranger's question on each and sees it answered."""

    fakes: dict[str, Any]
    ask: dict[str, Ask] = field(default_factory=dict)
    say: dict[str, Callable[[str], object]] = field(default_factory=dict)
    answered: dict[str, Ask] = field(default_factory=dict)

    async def fail(self, name: str, how: str) -> None:
        """Have a platform fail from now on."""
        if how == "refused":
            await self.fakes[name].refuse()
        else:
            faults: Faults = self.fakes[name].faults
            for method in METHODS[name]:
                faults.at_random(method, FAULTS[how], 1)

    async def mend(self, name: str, how: str) -> None:
        """Have it work again."""
        if how == "refused":
            await self.fakes[name].listen()
        self.fakes[name].faults.clear()


@pytest.fixture
async def platforms() -> AsyncIterator[Platforms]:
    """A Telegram, a Zalo bot and an Official Account."""
    async with FakeTelegram() as telegram, FakeZalo() as bot, FakeOa() as account:
        yield Platforms({"telegram": telegram, BOT: bot, "zalo-oa": account})


def _settings(folder: Path, fakes: dict[str, Any]) -> Settings:
    return Settings(
        _env_file=None,
        database=folder / "baocao.db",
        web_port=0,
        web_chat=True,
        telegram_token=telegram_server.TOKEN,
        telegram_base_url=fakes["telegram"].url,
        zalo_bot_tokens=zalo_server.TOKEN,
        zalo_bot_base_url=fakes[BOT].url,
        zalo_oa_app_id=oa_calls.APP.id,
        zalo_oa_app_secret=oa_calls.APP.secret,
        zalo_oa_webhook_secret=oa_calls.SECRET,
        zalo_oa_api_url=fakes["zalo-oa"].url,
        zalo_oa_oauth_url=fakes["zalo-oa"].url,
        outbox_chat_per_second=0,
    )


@asynccontextmanager
async def _running(folder: Path, platforms: Platforms) -> AsyncIterator[aiohttp.ClientSession]:
    """The whole program on the fakes, with a browser signed in; asked from this very machine."""
    settings = _settings(folder, platforms.fakes)
    account = platforms.fakes["zalo-oa"]
    pair = Pair(
        access=account.access, refresh=account.refresh, expires_at=MONDAY + timedelta(hours=25)
    )
    (folder / "baocao.db.zalo-oa.json").write_text(pair.model_dump_json())
    async with open_database(settings.database) as database, database.write() as connection:
        await save_plan(connection, PLAN, MONDAY)
        writer = Writer(connection, PLAN, MONDAY)
        person, _ = await writer.import_person("Cán bộ A", Role.OFFICER, "so-xay-dung")
        code = await writer.issue_code(person.id)
    stop = asyncio.Event()
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    async with open_house(settings, lambda: MONDAY) as house, asyncio.TaskGroup() as work:
        work.create_task(serve(house, ready.set_result, stop))
        address = await ready
        account.call(f"{address}/zalo-oa")
        try:
            async with AsyncExitStack() as stack:
                browser = await stack.enter_async_context(Browser.opened(Program(house, address)))
                await browser.join(code)
                _seat(platforms, browser)
                yield await stack.enter_async_context(aiohttp.ClientSession(address))
        finally:
            stop.set()


def _seat(platforms: Platforms, browser: Browser) -> None:
    """Have somebody on every channel who asks, and waits for the answer."""
    people = {
        "telegram": platforms.fakes["telegram"].user(7),
        BOT: platforms.fakes[BOT].user("6ede9a"),
        "zalo-oa": platforms.fakes["zalo-oa"].user("255000001"),
    }
    for name, person in people.items():

        async def answered(person: Any = person) -> None:
            (reply,) = await person.replies(1)
            assert "kênh nội bộ" in reply.text

        async def ask(person: Any = person, answered: Ask = answered) -> None:
            person.say("xin chào")
            await answered()

        platforms.ask[name], platforms.answered[name] = ask, answered
        platforms.say[name] = person.say

    async def on_the_web() -> None:
        assert await browser.say("nv 9") == 200
        assert "Nhiệm vụ 9" in (await browser.heard())[-1]

    platforms.ask["webchat"] = on_the_web


async def _state(client: aiohttp.ClientSession, name: str, state: str) -> None:
    """Return once health tells that a channel is in a state, and reports can be stored."""
    async with asyncio.timeout(15):
        while True:
            async with client.get("/health") as answer:
                told = await answer.json()
            assert answer.status == 200
            if told["channels"][name]["state"] == state:
                return
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("how", ["refused", "401", "502"])
async def test_a_failing_channel_leaves_the_others_untouched(
    platforms: Platforms, tmp_path: Path, how: str
) -> None:
    """It is seen on /health and once in the log; what was asked meanwhile is answered after it."""
    with capture_logs() as logged:
        async with _running(tmp_path, platforms) as client:
            for name in METHODS:
                await _state(client, name, "ok")
            for name in METHODS:
                logged.clear()
                await platforms.fail(name, how)
                platforms.say[name]("xin chào")
                await _state(client, name, "failing")
                for other in platforms.ask.keys() - {name}:
                    await platforms.ask[other]()
                await platforms.mend(name, how)
                await _state(client, name, "ok")
                await platforms.answered[name]()
                told = [line for line in logged if line["log_level"] in ("warning", "error")]
                assert [line["event"] for line in told if line["event"] != "alarm"], told
                kinds = [(line["event"], line.get("state")) for line in told]
                assert len(kinds) == len(set(kinds)), told
