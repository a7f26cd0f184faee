"""The bots that are compared, and how each is prepared and started."""

import asyncio
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.people import FIRST_CHAT, TASKS_SHOWN
from channels.zalo_bot import channel_of
from dialogue.texts import ZONE
from domain.person import Role
from plans.yaml_form import PLAN_179, load_plan
from storage.chats import find_chat
from storage.database import open_database
from storage.gate import Writer
from storage.plans import save_plan
from tests.fakes.telegram_server import TOKEN
from tests.fakes.zalo_server import TOKEN as ZALO_TOKEN

TODAY = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)


@dataclass(frozen=True)
class Contender:
    """One bot: `people` of which kind talk to it, `prepare` makes its database ready."""

    name: str
    people: str
    prepare: Callable[[Path, int], None]
    command: Callable[[Path, str], list[str]]
    stored: str | None = None
    called: bool = False

    def environment(self, directory: Path, url: str, port: int) -> dict[str, str]:
        """Return the settings of our bot and nothing of the caller's own; the others read none.

        A bot that is `called` listens at `port`.
        """
        kept = {name: value for name, value in os.environ.items() if "BAOCAO_" not in name}
        return kept | {
            "NO_PROXY": "127.0.0.1",
            "no_proxy": "127.0.0.1",
            "BAOCAO_DATABASE": str(directory / "bench.db"),
            **self._platform(url),
            "BAOCAO_TODAY": TODAY.date().isoformat(),
            "BAOCAO_WEB_PORT": str(port),
            "BAOCAO_OUTBOX_PER_SECOND": "0",
            "BAOCAO_OUTBOX_CHAT_PER_SECOND": "0",
        }

    def _platform(self, url: str) -> dict[str, str]:
        if self.people != "zalo":
            return {"BAOCAO_TELEGRAM_TOKEN": TOKEN, "BAOCAO_TELEGRAM_BASE_URL": url}
        polled = {"BAOCAO_ZALO_BOT_TOKENS": ZALO_TOKEN, "BAOCAO_ZALO_BOT_BASE_URL": url}
        home = "https://baocao.example.vn/zalo"
        return polled | ({"BAOCAO_ZALO_BOT_WEBHOOK_URL": home} if self.called else {})

    def reports_stored(self, directory: Path) -> int | None:
        """Return how many reports are in the database; None for a bot that stores none."""
        if self.stored is None:
            return None
        with closing(sqlite3.connect(directory / "bench.db")) as database:
            return int(database.execute(f"SELECT count(*) FROM {self.stored}").fetchone()[0])


def contenders() -> tuple[Contender, ...]:
    """Return all bots in the order of a round; ours is the first."""
    return (
        Contender("baocao", "officers", _seat_people, _ours, stored="task_reports"),
        Contender("baocao on Zalo", "zalo", _seat_on_zalo, _ours, stored="task_reports"),
        Contender(
            "baocao called by Zalo",
            "zalo",
            _seat_on_zalo,
            _ours,
            stored="task_reports",
            called=True,
        ),
        Contender("echo", "talkers", _nothing, _echo),
        Contender("echo, 4 at once", "talkers", _nothing, _echo_4_at_once),
        Contender("ConversationHandler", "officers", _nothing, _conversation, stored="reports"),
    )


def _ours(_directory: Path, _url: str) -> list[str]:
    return [sys.executable, "-m", "bot.cli", "run"]


def _echo(_directory: Path, url: str) -> list[str]:
    return [sys.executable, "-m", "bench.echo_bot", TOKEN, url]


def _echo_4_at_once(directory: Path, url: str) -> list[str]:
    """The fastest setting: with 16 at once it is slower than one by one, with 256 three times."""
    return [*_echo(directory, url), "--at-once", "4"]


def _conversation(directory: Path, url: str) -> list[str]:
    return [
        *(
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "bench.conversation_bot",
        ),  # it warns of its own way
        *(TOKEN, url, str(directory / "bench.db")),
    ]


def _nothing(_directory: Path, _people: int) -> None:
    """An echo needs no preparation."""


def _seat_people(directory: Path, people: int) -> None:
    """Load Plan 179 and bind every chat to an officer, so that no two report the same task."""
    asyncio.run(_seat(directory / "bench.db", people, "telegram"))


def _seat_on_zalo(directory: Path, people: int) -> None:
    """The same, in the chats of a Zalo bot."""
    asyncio.run(_seat(directory / "bench.db", people, channel_of(ZALO_TOKEN)))


async def _seat(path: Path, people: int, channel: str) -> None:
    plan = load_plan(PLAN_179)
    offices = [each.id for each in plan.agencies if len(plan.led_by(each.id)) >= TASKS_SHOWN]
    async with open_database(path) as database, database.write() as connection:
        await save_plan(connection, plan, TODAY)
        for place in range(people):
            chat = await find_chat(connection, channel, str(FIRST_CHAT + place))
            writer = Writer(connection, plan, TODAY, chat=chat)
            office = offices[place // TASKS_SHOWN]
            person, _ = await writer.import_person(f"Officer {place}", Role.OFFICER, office)
            await writer.bind(person.id)
