"""`baocao zalo quota` and `baocao zalo-oa connect`."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from threading import Thread

import pytest

from tests.fakes.oa_calls import APP, SECRET
from tests.fakes.oa_server import CODE, FakeOa
from tests.fakes.zalo_server import TOKEN
from tests.harness.command_line import CommandLine

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def account(baocao: CommandLine) -> Iterator[FakeOa]:
    """An Official Account on a loop of its own, and the settings that lead to it."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()
    fake = FakeOa()
    asyncio.run_coroutine_threadsafe(fake.listen(), loop).result(10)
    baocao.set(
        BAOCAO_ZALO_OA_APP_ID=APP.id,
        BAOCAO_ZALO_OA_APP_SECRET=APP.secret,
        BAOCAO_ZALO_OA_WEBHOOK_SECRET=SECRET,
        BAOCAO_ZALO_OA_OAUTH_URL=fake.url,
    )
    yield fake
    asyncio.run_coroutine_threadsafe(fake.refuse(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.mark.parametrize(
    "pasted", [CODE, f"https://baocao.example.vn/xong?oa_id=1&code={CODE}&state=x"]
)
def test_a_consent_connects_the_account(baocao: CommandLine, account: FakeOa, pasted: str) -> None:
    """The address of the page, or its code alone, becomes tokens beside the database."""
    ended = baocao("zalo-oa", "connect", typed=f"{pasted}\n")
    assert ended.code == 0, ended
    assert "Connected" in ended.out
    kept = baocao.database.with_name("baocao.db.zalo-oa.json").read_text()
    assert account.refresh in kept
    assert account.refresh not in ended.out


def test_a_wrong_code_is_told_and_keeps_nothing(baocao: CommandLine, account: FakeOa) -> None:
    """Zalo's refusal ends in one line that says what to do."""
    ended = baocao("zalo-oa", "connect", typed="another\n")
    assert ended.code == 2
    assert "begin again" in ended.err
    assert not baocao.database.with_name("baocao.db.zalo-oa.json").exists()


def test_connecting_needs_the_account_set_up(baocao: CommandLine) -> None:
    """Without the settings it is said which are missing."""
    assert "BAOCAO_ZALO_OA_APP_ID" in baocao("zalo-oa", "connect").refusal


def test_the_quota_of_each_bot_is_shown(baocao: CommandLine) -> None:
    """What was sent and received, and the places left, for every bot of the settings."""
    assert "no database yet" in baocao("zalo", "quota").refusal
    baocao.load()
    assert "BAOCAO_ZALO_BOT_TOKENS" in baocao("zalo", "quota").refusal
    baocao.set(BAOCAO_ZALO_BOT_TOKENS=f"{TOKEN},2222222222:AnotherToken-000")
    shown = baocao("zalo", "quota").out
    assert "zalo:1459023571" in shown
    assert "zalo:2222222222" in shown
    assert "Of 3000" in shown
    baocao.set(BAOCAO_ZALO_BOT_NAMES="Sở ngành, Huyện")
    named = baocao("zalo", "quota").out
    assert "Sở ngành" in named
    assert "zalo:1459023571" not in named
    assert TOKEN.partition(":")[2] not in shown


@pytest.mark.parametrize(
    ("tokens", "told"),
    [
        ("not-a-token", "BAOCAO_ZALO_BOT_TOKENS"),
        (f"{TOKEN},{TOKEN}", "twice"),
    ],
)
def test_wrong_tokens_are_told_without_showing_them(
    baocao: CommandLine, tokens: str, told: str
) -> None:
    """The setting is named, its value is not."""
    baocao.set(BAOCAO_ZALO_BOT_TOKENS=tokens)
    refusal = baocao("zalo", "quota").refusal
    assert told in refusal
    assert TOKEN not in refusal
    assert "not-a-token" not in refusal


def test_a_used_up_quota_is_shown_with_its_time(baocao: CommandLine) -> None:
    """A bot that is refused with its month carried says since when; the others say nothing."""
    baocao.load()
    baocao.set(
        BAOCAO_ZALO_BOT_TOKENS=f"{TOKEN},2222222222:AnotherToken-000", BAOCAO_TODAY="2026-03-09"
    )
    with closing(sqlite3.connect(baocao.database)) as database:
        database.execute(
            "INSERT INTO alarms (subject, raised_at)"
            " VALUES ('spent zalo:1459023571 2026-03', '2026-03-08T05:30:00+00:00')"
        )
        database.commit()
    shown = baocao("zalo", "quota").out
    assert shown.count("08/03/2026") == 1
    baocao.set(BAOCAO_TODAY="2026-04-02")
    assert "08/03/2026" not in baocao("zalo", "quota").out
