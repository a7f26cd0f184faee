"""Health and measures of the running program: true, quick, and silent towards strangers."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.health import Doctor
from bot.house import open_house
from bot.measures import Measures
from bot.running import serve
from bot.settings import Settings
from bot.web import serving, web_app
from bot.web_service import service_part
from channels.port import Condition
from channels.telegram_webhook import SECRET_HEADER
from channels.webhooks import secret_of
from dialogue.messages import Message
from storage.chats import find_chat, queue
from storage.database import QUERIES, open_database
from storage.plans import save_plan
from storage.vitals import take_vitals
from tests.fakes.telegram_desk import acknowledged
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.harness.stage import MONDAY, PLAN

BEARER = "for-the-monitor-only"


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


@asynccontextmanager
async def _running(
    folder: Path, fake: FakeTelegram, **more: Any
) -> AsyncIterator[aiohttp.ClientSession]:
    """The whole program on the fake, on a pinned day, asked from this very machine."""
    settings = Settings(
        _env_file=None,
        database=folder / "baocao.db",
        web_port=0,
        telegram_token=TOKEN,
        telegram_base_url=fake.url,
        **more,
    )
    async with open_database(settings.database) as database, database.write() as connection:
        await save_plan(connection, PLAN, MONDAY)
    stop: asyncio.Event = asyncio.Event()
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    async with open_house(settings, lambda: MONDAY) as house, asyncio.TaskGroup() as work:
        work.create_task(serve(house, ready.set_result, stop))
        address = await ready
        fake.hook.lead_to(address)
        try:
            async with aiohttp.ClientSession(address) as session:
                yield session
        finally:
            stop.set()


async def _health(client: aiohttp.ClientSession, **headers: str) -> tuple[int, dict[str, Any]]:
    async with client.get("/health", headers=headers) as answer:
        return answer.status, await answer.json()


async def _once(
    client: aiohttp.ClientSession, is_so: Callable[[int, dict[str, Any]], bool]
) -> dict[str, Any]:
    """What health says of everything, once it is so."""
    async with asyncio.timeout(10):
        while not is_so(*(found := await _health(client))):
            pass
    return found[1]


async def _until(client: aiohttp.ClientSession, error: str | None) -> dict[str, Any]:
    """What health says of Telegram, once it stands so."""
    told = await _once(client, lambda _, told: told["channels"]["telegram"].get("error") == error)
    telegram: dict[str, Any] = told["channels"]["telegram"]
    return telegram


async def _measures(client: aiohttp.ClientSession) -> dict[tuple[str, ...], float]:
    """Every sample by its name and the values of its labels."""
    async with client.get("/metrics") as answer:
        assert answer.status == 200
        assert answer.content_type == "text/plain"
        text = await answer.text()
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def test_health_tells_how_a_channel_does(fake: FakeTelegram, tmp_path: Path) -> None:
    """A conversation shows as received and sent; nothing waits, and the version is told."""
    async with _running(tmp_path, fake) as client:
        assert (await _until(client, None))["last_received"] is None
        fake.user(7).say("xin chào")
        await fake.replies(7, 1)
        await acknowledged(fake)
        status, told = await _health(client)
    assert status == 200
    assert (told["status"], told["version"], told["database"]) == ("ok", "0.1.0", {"state": "ok"})
    telegram = told["channels"]["telegram"]
    assert telegram["last_received"] == telegram["last_sent"] == MONDAY.isoformat()
    assert TOKEN.partition(":")[2] not in str(told)


async def test_health_tells_of_a_failing_channel_and_its_return(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    """A refused token is told with since when, is no reason for 503, and passes by itself."""
    fake.faults.at_random("getMe", Fault("error", code=401, description="Unauthorized"), 1)
    async with _running(tmp_path, fake) as client:
        told = await _until(client, "token refused")
        assert (told["state"], told["since"]) == ("failing", MONDAY.isoformat())
        assert (await _health(client))[0] == 200
        assert (await _measures(client))[("baocao_channel_running", "telegram")] == 0
        fake.faults.clear()
        await _until(client, None)
        assert (await _measures(client))[("baocao_channel_running", "telegram")] == 1


async def test_measures_are_of_what_happened(fake: FakeTelegram, tmp_path: Path) -> None:
    """Turns and sendings are counted by outcome; a repeated call is a duplicate."""
    blocked = Fault("error", code=403, description="Forbidden: bot was blocked by the user")
    fake.faults.plan("sendMessage", blocked, Fault("too-many", seconds=0.01))
    url = "https://baocao.example.vn/telegram"
    async with _running(tmp_path, fake, telegram_webhook_url=url) as client:
        fake.user(7).say("một")
        await acknowledged(fake)
        await fake.called("sendMessage", 1)
        fake.user(8).say("hai")
        await fake.replies(8, 1)
        await acknowledged(fake)
        assert await fake.hook.repeat() == 200
        found = await _measures(client)
    assert found[("baocao_updates_received_total", "telegram")] == 3
    assert found[("baocao_turns_total", "telegram", "done")] == 2
    assert found[("baocao_turns_total", "telegram", "duplicate")] == 1
    assert found[("baocao_turn_seconds_count", "telegram")] == 3
    for outcome in ("refused", "waited", "sent"):
        assert found[("baocao_sendings_total", "telegram", outcome)] == 1
    assert found[("baocao_database_writable",)] == 1
    assert found[("baocao_build_info", "0.1.0")] == 1


async def test_the_webhook_is_called_beside_the_service(fake: FakeTelegram, tmp_path: Path) -> None:
    """Under its public name the program takes signed calls, and tells only that it works."""
    url = "https://baocao.example.vn/telegram"
    async with _running(tmp_path, fake, telegram_webhook_url=url) as client:
        await _until(client, None)
        public = {"Host": "baocao.example.vn", "X-Forwarded-For": "203.0.113.9"}
        assert await _health(client, **public) == (200, {"status": "ok"})
        assert (await client.get("/metrics", headers=public)).status == 403
        wrong = public | {SECRET_HEADER: secret_of("another")}
        assert (await client.post("/telegram", json={}, headers=wrong)).status == 403
        signed = public | {SECRET_HEADER: secret_of(TOKEN)}
        assert (await client.post("/telegram", json={}, headers=signed)).status == 200
        assert (await client.get("/telegram", headers=signed)).status == 405


async def test_a_database_that_takes_nothing_is_503_and_quick(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    """While another process holds the database health answers within its bounds, and says so."""
    async with _running(tmp_path, fake) as client:
        await _until(client, None)
        file = tmp_path / "baocao.db"
        with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
            await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")  # beside what is at work
            fake.user(7).say("chờ")
            async with asyncio.timeout(4):
                told = await _once(client, lambda status, _: status == 503)
            other.execute("ROLLBACK")
        assert (told["status"], told["database"]["state"]) == ("failing", "failing")
        await fake.replies(7, 1)
        await _once(client, lambda status, _: status == 200)


class Quiet:
    """A channel that only stands there."""

    name = "telegram"
    echoes = False
    condition = Condition(None, MONDAY)


@asynccontextmanager
async def _asked(
    folder: Path, now: datetime, token: str | None = None
) -> AsyncIterator[aiohttp.ClientSession]:
    """The service of a database in which three messages wait and one look was recorded."""
    async with open_database(folder / "baocao.db") as database:
        async with database.write() as connection:
            await save_plan(connection, PLAN, MONDAY)
            chat = await find_chat(connection, "telegram", "7")
            for minutes in (0, 1, 2):
                at = MONDAY + timedelta(minutes=minutes)
                await queue(connection, chat.address, Message(text="chờ"), at)
            elsewhere = await find_chat(connection, "zalo", "7")
            await queue(connection, elsewhere.address, Message(text="chờ"), MONDAY)
            await QUERIES.record_look(
                connection, people=5, queued=2, now="2026-03-02T01:00:00.000+00:00"
            )
        doctor = Doctor(database, {"telegram": Quiet()}, Measures(lambda: now), lambda: now)  # type: ignore[dict-item]
        async with (
            serving(web_app([service_part(doctor, token)]), "127.0.0.1", 0) as address,
            aiohttp.ClientSession(address) as session,
        ):
            yield session


async def test_the_backlog_and_the_last_look_are_told(tmp_path: Path) -> None:
    """What waits on a channel, how old the oldest is, and when it was last looked what is due."""
    async with _asked(tmp_path, MONDAY + timedelta(minutes=10)) as client:
        _, told = await _health(client)
        found = await _measures(client)
    assert list(told["channels"]) == ["telegram"]
    assert told["channels"]["telegram"]["queued"] == 3
    assert told["channels"]["telegram"]["oldest_queued_seconds"] == 600
    assert told["reminders"] == {"last_look": "2026-03-02T01:00:00+00:00"}
    assert found[("baocao_outbox_queued", "telegram")] == 3
    assert found[("baocao_outbox_oldest_seconds", "telegram")] == 600
    looked = datetime.fromisoformat("2026-03-02T01:00:00+00:00").timestamp()
    assert found[("baocao_last_look_timestamp_seconds",)] == looked


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "baocao.example.vn"},
        {"X-Forwarded-For": "203.0.113.9"},
        {"X-Real-IP": "203.0.113.9"},
        {"Forwarded": "for=203.0.113.9"},
        {"Authorization": f"Bearer {BEARER}"} | {"Via": "1.1 proxy"},
    ],
)
async def test_strangers_learn_the_status_only(tmp_path: Path, headers: dict[str, str]) -> None:
    """What a proxy has passed on, or was asked under another name, gets no details."""
    async with _asked(tmp_path, MONDAY) as client:
        assert await _health(client, **headers) == (200, {"status": "ok"})
        assert (await client.get("/metrics", headers=headers)).status == 403


async def test_the_token_opens_from_anywhere_and_nothing_else_does(tmp_path: Path) -> None:
    """With a token set, this machine too must bear it."""
    async with _asked(tmp_path, MONDAY, BEARER) as client:
        for wrong in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": BEARER}):
            assert list((await _health(client, **wrong))[1]) == ["status"]
            assert (await client.get("/metrics", headers=wrong)).status == 403
        right = {"Authorization": f"Bearer {BEARER}", "Host": "baocao.example.vn", "Via": "1.1 x"}
        assert "channels" in (await _health(client, **right))[1]
        assert (await client.get("/metrics", headers=right)).status == 200


async def test_vitals_wait_for_no_turn(tmp_path: Path) -> None:
    """A look is had in the middle of a turn; only writing is found to be impossible, in time."""
    async with open_database(tmp_path / "baocao.db") as database:
        async with database.write() as connection:
            chat = await find_chat(connection, "telegram", "7")
            await queue(connection, chat.address, Message(text="chưa ghi"), MONDAY)
            found = await take_vitals(database, patience=0.05)
            assert (found.backlog, found.trouble) == ({}, "database is locked")
        assert (await take_vitals(database)).backlog["telegram"].queued == 1
