"""The quotas of Zalo's bots: warned of once, spared for what matters, and places for 50 people."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.alarms import Alarms
from bot.reminders import look
from channels.port import Condition
from dialogue.messages import Message
from dialogue.texts import ZONE
from domain.person import Role
from storage.database import QUERIES
from storage.gate import Reader, Writer
from storage.quotas import Bot, set_up
from tests.harness.post import HOURS
from tests.harness.stage import TEXTS, Stage

AGENCY = "so-xay-dung"
ZALO, OTHER, TELEGRAM = "zalo:1459023571", "zalo:2222222222", "telegram"
SEVEN_DAYS_LEFT = datetime(2026, 3, 9, 8, 0, tzinfo=ZONE)
ONE_DAY_LEFT = datetime(2026, 3, 13, 8, 0, tzinfo=ZONE)


class Standing:
    """A channel of which only its condition is looked at."""

    def __init__(self) -> None:
        self.condition = Condition(None, SEVEN_DAYS_LEFT)


@pytest.fixture
async def zalo(stage: Stage) -> Stage:
    """An officer on a bot, an administrator elsewhere; the bot has 100 messages a month."""
    await _set_up(stage)
    stage.channel = ZALO
    await stage.seat(Role.OFFICER, AGENCY, "officer")
    stage.channel = TELEGRAM
    await stage.seat(Role.ADMIN, "so-noi-vu", "admin")
    stage.channel = ZALO
    return stage


async def _set_up(stage: Stage, users: int = 50, monthly: int = 100) -> None:
    bots = [
        Bot(channel=ZALO, name="Bot Báo cáo 1", monthly=monthly, users=users),
        Bot(channel=OTHER, name="Bot Báo cáo 2", monthly=monthly, users=users),
    ]
    async with stage.open() as database, database.write() as connection:
        await set_up(connection, bots)


async def _carried(stage: Stage, messages: int, month: str = "2026-03") -> None:
    """Have the bot carry so many messages this month."""
    async with stage.open() as database, database.write() as connection:
        await connection.execute(
            "INSERT INTO monthly_messages (channel, month, received) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET sent = 0, received = excluded.received",
            (ZALO, month, messages),
        )


async def _looked(stage: Stage, *channels: str) -> int:
    async with stage.open() as database:
        return await look(database, stage.plan, stage.now, channels or (ZALO, TELEGRAM))


async def _watched(stage: Stage, **channels: Standing) -> list[Any]:
    """Have the alarms look once; return what was logged of them."""
    names: dict[str, Any] = {ZALO: Standing(), TELEGRAM: Standing()} | {
        name.replace("_", "-"): each for name, each in channels.items()
    }
    with capture_logs() as logged:
        async with stage.open() as database:
            await Alarms(database, names, TEXTS, stage.clock, HOURS, lambda: None).look()
    return [line for line in logged if line["event"] == "alarm"]


async def _alarms(stage: Stage) -> list[tuple[str, str]]:
    """The chats that were told something by themselves, with what."""
    async with stage.open() as database, database.read() as connection:
        rows = await QUERIES.queued_after(connection, after=0, most=100)
    return [(row["chat"], row["content"]) for row in rows if row["digest"] is None]


async def test_administrators_are_warned_once_a_month(zalo: Stage) -> None:
    """At four fifths, wherever they are reached, with the bot's name; and again the next month."""
    await _carried(zalo, 79)
    assert await _watched(zalo) == []
    await _carried(zalo, 80)
    (line,) = await _watched(zalo)
    assert (line["log_level"], line["administrators"]) == ("warning", 1)
    assert await _watched(zalo) == []
    ((chat, content),) = await _alarms(zalo)
    assert chat == "admin"
    assert "Zalo Bot Báo cáo 1 đã chuyển 80/100 tin nhắn" in content
    zalo.now = datetime(2026, 4, 1, 8, 0, tzinfo=ZONE)
    assert await _watched(zalo) == []
    await _carried(zalo, 90, "2026-04")
    assert len(await _watched(zalo)) == 1


async def test_a_refused_token_is_told_elsewhere_once_each_time(zalo: Stage) -> None:
    """Not on the channel itself; once it works again, the next refusal is another one."""
    zalo.channel = "zalo-oa"
    await zalo.seat(Role.ADMIN, AGENCY, "other admin")
    account = Standing()
    for _ in range(2):
        account.condition = Condition("connect the account again", zalo.now, by_hand=True)
        assert [line["administrators"] for line in await _watched(zalo, zalo_oa=account)] == [1]
        account.condition = Condition("unreachable", zalo.now)
        assert await _watched(zalo, zalo_oa=account) == []
        account.condition = Condition("connect the account again", zalo.now, by_hand=True)
        assert await _watched(zalo, zalo_oa=account) == []
        account.condition = Condition(None, zalo.now)
        assert await _watched(zalo, zalo_oa=account) == []
    told = await _alarms(zalo)
    assert [chat for chat, _ in told] == ["admin", "admin"]
    assert "Kênh Zalo OA cần kết nối lại" in told[0][1]


async def test_an_alarm_of_the_night_is_raised_in_the_morning(zalo: Stage) -> None:
    """Nobody is woken, and nothing is forgotten: it is raised once, when the office opens."""
    await _carried(zalo, 80)
    for hour, raised in ((22, 0), (6, 0), (7, 1)):
        zalo.now = datetime(2026, 3, 3 if hour < 22 else 2, hour, 0, tzinfo=ZONE)
        assert len(await _watched(zalo)) == raised


async def test_what_is_not_urgent_waits_for_the_quota(zalo: Stage) -> None:
    """Seven days are left: at 95 % nobody is reminded on the bot, and the look says why."""
    zalo.now = SEVEN_DAYS_LEFT
    await _carried(zalo, 95)
    with capture_logs() as logged:
        assert await _looked(zalo) == 0
    assert [line["held_for_quota"] for line in logged] == [1]
    await _carried(zalo, 94)
    assert await _looked(zalo) == 1


async def test_what_is_urgent_goes_out_all_the_same(zalo: Stage) -> None:
    """The period closes tomorrow."""
    zalo.now = ONE_DAY_LEFT
    await _carried(zalo, 99)
    assert await _looked(zalo) == 1
    assert len((await zalo.release())["officer"]) == 1


async def test_another_channel_of_the_person_takes_over(zalo: Stage) -> None:
    """Who is also on Telegram is reminded there, though the bot was used last."""
    zalo.channel = TELEGRAM
    async with zalo.open() as database, database.write() as connection:
        address = await QUERIES.add_address(connection, channel=TELEGRAM, chat="phone")
        await QUERIES.bind(connection, address=address, person=1)
    zalo.now = SEVEN_DAYS_LEFT
    await _carried(zalo, 95)
    async with zalo.open() as database, database.read() as connection:
        (reminder,) = await Reader(connection, zalo.plan, zalo.now).due({ZALO, TELEGRAM})
    assert (reminder.channel, reminder.held) == (TELEGRAM, False)


async def test_a_digest_on_its_way_is_stopped_too(zalo: Stage) -> None:
    """The quota ran out between the look and the leaving: it is told the next day."""
    zalo.now = SEVEN_DAYS_LEFT
    assert await _looked(zalo) == 1
    await _carried(zalo, 95)
    assert await zalo.release() == {}
    await _carried(zalo, 0)
    zalo.now += timedelta(days=1)
    assert await _looked(zalo) == 1
    assert len((await zalo.release())["officer"]) == 1


async def test_a_digest_counts_once_it_is_known_to_have_arrived(zalo: Stage) -> None:
    """It is marked before it is sent; what Zalo gave a number to is counted."""
    zalo.now = SEVEN_DAYS_LEFT
    await _looked(zalo)
    await zalo.release()
    counted = "SELECT sent FROM monthly_messages"
    assert await zalo.rows(counted) == []
    ((sent,),) = await zalo.rows("SELECT max(id) FROM outbox WHERE digest IS NOT NULL")
    async with zalo.open() as database, database.write() as connection:
        mark = {"id": sent, "message": "m", "now": "2026-03-09T01:00:00.000+00:00"}
        await QUERIES.mark_sent(connection, [mark])
        await QUERIES.mark_sent(connection, [mark])
    assert await zalo.rows(counted) == [(1,)]


def _said(messages: list[Message]) -> str:
    return messages[-1].text


async def test_a_full_bot_names_another_one(zalo: Stage) -> None:
    """Nobody is bound beyond the places; the code stays good for the other bot."""
    await _set_up(zalo, users=1)
    code = await zalo.code(Role.OFFICER, "so-tnmt")
    assert "mở Bot Báo cáo 2 trên Zalo" in _said(await zalo.say("new", code))
    zalo.channel = OTHER
    await zalo.say("new", code)
    assert "Đã kết nối" in _said(await zalo.say("new", "1"))
    code = await zalo.code(Role.OFFICER, "so-y-te")
    assert "liên hệ người cấp mã" in _said(await zalo.say("newer", code))
    assert "người cấp mã" in _said(await zalo.say("newer", code))
    zalo.channel = TELEGRAM
    await zalo.say("newer", code)
    assert "Đã kết nối" in _said(await zalo.say("newer", "1"))


async def test_the_last_place_goes_to_who_agrees_first(zalo: Stage) -> None:
    """Two were asked for their consent; the second learns that the place is gone."""
    await _set_up(zalo, users=2)
    first = await zalo.code(Role.OFFICER, "so-tnmt")
    second = await zalo.code(Role.OFFICER, "so-y-te")
    await zalo.say("one", first)
    await zalo.say("two", second)
    assert "Đã kết nối" in _said(await zalo.say("one", "1"))
    assert "mở Bot Báo cáo 2" in _said(await zalo.say("two", "1"))
    assert await zalo.rows(
        f"SELECT count(*) FROM addresses WHERE channel = '{ZALO}' AND person IS NOT NULL"
    ) == [(2,)]


async def test_who_sits_on_a_full_bot_may_come_back(zalo: Stage) -> None:
    """A new phone of somebody who holds one of its places takes no other place."""
    await _set_up(zalo, users=1)
    async with zalo.open() as database, database.write() as connection:
        code = await Writer(connection, zalo.plan, zalo.now).issue_code(1)
    await zalo.say("new phone", code)
    assert "Đã kết nối" in _said(await zalo.say("new phone", "1"))
