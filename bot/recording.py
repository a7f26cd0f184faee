"""A talk written down as a test: the form is explained in tests/harness/transcript.py.

It happens on a throw-away database with the plan and nobody's reports, where the test begins too;
the clock stands still but for `@ wait`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.house import House, open_house
from bot.settings import Settings
from bot.terminal import Terminal
from bot.user_error import UserError
from domain.person import Role
from domain.plan import Plan
from storage.database import open_database
from storage.gate import Writer
from storage.plans import save_plan

UNITS = ("days", "hours", "minutes")


class NotRecorded(UserError):
    """A line cannot stand in a transcript; the text says what to type instead."""


class PinnedClock:
    """A clock that stands still until it is moved by hand."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the moment it stands at."""
        return self.now


class Recording:
    """A talk being written down, the file whole after every line; `seat` somebody first."""

    def __init__(self, house: House, clock: PinnedClock, path: Path) -> None:
        self._house = house
        self._clock = clock
        self._path = path
        self._terminals: dict[tuple[Role, str], Terminal] = {}
        self._speaker = (Role.OFFICER, "")
        self._lines = [
            f"# {house.texts.plain('cli-recorded', plan=house.plan.number)}",
            f"@ at {clock.now:%Y-%m-%d %H:%M}",
        ]

    async def seat(self, role: Role, agency: str) -> None:
        """Let somebody of a role speak from here on, under the name the tests give them."""
        if (role, agency) not in self._terminals:
            async with self._house.database.write() as connection:
                writer = Writer(connection, self._house.plan, self._clock())
                person, _ = await writer.import_person(f"{role.value} {agency}", role, agency)
            self._terminals[role, agency] = await Terminal.of(self._house, person.id)
        self._speaker = (role, agency)
        self._lines.append(f"@ as {role.value} {agency}")

    async def take(self, line: str) -> str:
        """Do what a typed line says and return the bot's answer; raise NotRecorded."""
        if line.startswith("@"):
            await self._direct(line)
            return ""
        if line.startswith(("[", "{")):
            raise NotRecorded("cli-record-words")
        messages = await self._terminals[self._speaker].hear(line)
        answer = [each for message in messages for each in message.splitlines()]
        self._lines += [f"> {line}", *answer, ""]
        self._path.write_text("\n".join(self._lines).strip() + "\n", encoding="utf-8")
        return "\n\n".join(messages)

    async def _direct(self, line: str) -> None:
        agencies = self._house.plan.agency_by_id
        match line.removeprefix("@").split():
            case ["wait", number, unit] if number.isdecimal() and unit in UNITS:
                self._clock.now += timedelta(**{unit: int(number)})
                self._lines.append(f"@ wait {number} {unit}")
            case ["as", role, agency] if role in tuple(Role) and agency in agencies:
                await self.seat(Role(role), agency)
            case _:
                raise NotRecorded("cli-record-lines")


@asynccontextmanager
async def recording(
    settings: Settings, plan: Plan, now: datetime, path: Path
) -> AsyncIterator[Recording]:
    """Open a recording on a database that is thrown away afterwards."""
    clock = PinnedClock(now)
    with TemporaryDirectory(prefix="baocao-") as folder:
        alone = settings.model_copy(update={"database": Path(folder) / "baocao.db"})
        async with open_database(alone.database) as database, database.write() as connection:
            await save_plan(connection, plan, now)
        async with open_house(alone, clock) as house:
            yield Recording(house, clock, path)
