"""A desk: the whole program at work with one channel, and people who talk to it there.

A desk is a place for transcripts (tests/harness/transcript.py). What it answers is made only of
what the person sees on that channel.
"""

import asyncio
import re
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, Self

from markupsafe import escape

from bot.house import House, open_house
from bot.running import serve
from bot.settings import Settings
from bot.talks import is_busy
from dialogue.messages import Choice, Content, Echo, Message
from domain.person import Person, Role
from domain.report import Progress, TaskReportDraft
from domain.reviewing import ReviewRules
from domain.succession import AgencyChange
from storage.chats import find_chat
from storage.database import open_database
from storage.gate import Writer
from storage.moments import stamp
from storage.plans import save_plan
from storage.succession import apply, settle
from tests.harness.seen import FILE
from tests.harness.stage import MONDAY, PLAN

RECORDS = "records"
"""A channel of no platform, on which earlier reports came in."""
PNG = b"\x89PNG\r\n\x1a\n"
PHOTO = b"\xff\xd8\xff\xe0" + b"\0" * 60
_NUMBERED = re.compile(r"(\d+)\. (.+)")
_TASK = re.compile(r"nv (\d+)\b", re.IGNORECASE)


class Way(StrEnum):
    """How people answer: what can be tapped is tapped, or everything is typed."""

    TAPPING = "tapping"
    TYPING = "typing"


class Button(NamedTuple):
    """A button as it is seen; `handle` is what is sent when it is tapped."""

    caption: str
    handle: Any = None

    @property
    def number(self) -> int | None:
        """The number before the label."""
        found = _NUMBERED.fullmatch(self.caption)
        return None if found is None else int(found[1])

    @property
    def label(self) -> str:
        """The words without the number."""
        found = _NUMBERED.fullmatch(self.caption)
        return self.caption if found is None else found[2]

    def is_said_by(self, text: str) -> bool:
        """Whether a text is this button's number, its words, or its task."""
        task = _TASK.match(self.label)
        names = [self.caption, self.label, str(self.number), *(task.group(0, 1) if task else ())]
        return text.strip().casefold() in [name.casefold() for name in names]


class Seen(NamedTuple):
    """A message as a person sees it; `edited` where an earlier one was changed into it.

    `content` is what came with it: a chart is a PNG, and what is read there stands in the message
    before it; anything else is a file, with its caption as the text.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    edited: bool = False
    content: bytes | None = None

    @property
    def is_chart(self) -> bool:
        """Whether it is a picture of what was said before."""
        return self.content is not None and self.content.startswith(PNG)

    def as_message(self) -> Message:
        """The words and the buttons again as a message of ours."""
        choices = [Choice(key=b.caption, label=b.label, number=b.number) for b in self.buttons]
        before = "" if self.content is None else FILE
        return Message(text=f"{before}{escape(self.text)}", choices=tuple(choices))


class Desk(ABC):
    """People on one channel of the running program; `now` is moved by hand."""

    channel: str

    def __init__(self, way: Way) -> None:
        self.now: datetime = MONDAY
        self.serial = 0
        self.house: House
        self._way = way
        self._places: dict[str, str] = {}
        self._read_to: dict[str, int] = {}
        self._seen: dict[str, list[Seen]] = {}
        self._seen_at: dict[str, datetime] = {}

    @abstractmethod
    def settings(self) -> dict[str, Any]:
        """What the program is to be told of this channel."""

    @abstractmethod
    async def enter(self, person: Person) -> str:
        """Bind a chat to a person as the channel does; return the platform's name of it."""

    @abstractmethod
    async def stranger(self) -> str:
        """Return a chat that belongs to nobody."""

    @abstractmethod
    async def typed(self, place: str, text: str) -> None:
        """Type a text; return when the channel holds it for done."""

    @abstractmethod
    async def tapped(self, place: str, button: Button) -> None:
        """Tap a button; return when the channel holds it for done."""

    @abstractmethod
    async def uploaded(self, place: str, name: str) -> None:
        """Send a photo; return when the channel holds it for done."""

    @abstractmethod
    async def repeated(self) -> None:
        """Have the last update delivered once more; return when it is done."""

    @abstractmethod
    async def next_seen(self, place: str, count: int) -> Sequence[Seen]:
        """Return the next messages and edits of the bot, once there are so many."""

    def shows(self, content: Content) -> bool:
        """Whether the channel shows what goes out to it."""
        return not isinstance(content, Echo)

    @asynccontextmanager
    async def reaching(self, address: str) -> AsyncIterator[None]:
        """Be on the channel, whose pages are served at the address."""
        yield

    @asynccontextmanager
    async def at_work(self, folder: Path, language: str) -> AsyncIterator[Self]:
        """Run the program with this channel in a folder, in a language."""
        settings = Settings(
            _env_file=None,
            database=folder / "baocao.db",
            language=language,
            today=self.now.date(),  # the clock is moved to and fro: nothing ends for good by it
            web_port=0,
            outbox_per_second=0,
            outbox_chat_per_second=0,
            **self.settings(),
        )
        async with open_database(settings.database) as database, database.write() as connection:
            await save_plan(connection, PLAN, self.now)
        stop: asyncio.Event = asyncio.Event()
        ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        async with (
            open_house(settings, lambda: self.now) as house,
            asyncio.TaskGroup() as work,
        ):
            self.house = replace(house, hold=0.05)
            work.create_task(serve(self.house, ready.set_result, stop))
            try:
                async with self.reaching(await ready):
                    yield self
            finally:
                stop.set()

    async def seat(self, role: Role, agency: str) -> str:
        """Put somebody on the roster, with a chat bound as the channel does."""
        name = f"{role.value} {agency}"
        if name not in self._places:
            self._places[name] = await self.enter(await self.person(role, agency))
        return name

    async def code(self, role: Role, agency: str) -> str:
        """Put somebody on the roster who has not joined yet; return the code to join with."""
        return await self.code_of(await self.person(role, agency))

    async def person(self, role: Role, agency: str) -> Person:
        """Put somebody on the roster."""
        async with self.house.database.write() as connection:
            writer = Writer(connection, PLAN, self.now)
            person, _ = await writer.import_person(f"{role.value} {agency}", role, agency)
        return person

    async def code_of(self, person: Person) -> str:
        """Issue a code to join with."""
        async with self.house.database.write() as connection:
            return await Writer(connection, PLAN, self.now).issue_code(person.id)

    async def report(
        self,
        agency: str,
        task: int,
        progress: Progress,
        *,
        percent: int | None = None,
        on: date | None = None,
    ) -> None:
        """File a report as the agency's officer, on an earlier day if one is given."""
        person = await self.person(Role.OFFICER, agency)
        filed_at = self.now if on is None else self.now - (self.now.date() - on)
        async with self.house.database.write() as connection:
            chat = await find_chat(connection, RECORDS, agency)
            acting = chat.model_copy(update={"person": person})
            writer = Writer(connection, PLAN, filed_at, chat=acting)
            latest = await writer.latest(task, agency)
            draft = TaskReportDraft(
                task=task,
                agency=agency,
                progress=progress,
                percent=None if percent is None else Decimal(percent),
                reported_on=filed_at.date(),
                based_on=latest.id if latest else None,
            )
            await writer.file_task_report(draft)

    async def say(self, chat: str, text: str, *, id_: str | None = None) -> list[Message]:
        """Say a text; by a tap, where that is the way and a fresh button says the same."""
        place = await self._place(chat)
        if id_ is not None:
            await self.repeated()
        elif self._way is Way.TAPPING and (button := self._fresh_button(chat, text)):
            return await self._tap(chat, button)
        else:
            await self.typed(place, text)
        return await self._answer(chat)

    async def tap(self, chat: str, label: str, *, id_: str | None = None) -> list[Message]:
        """Tap the newest button that holds the label; or type what stands on it."""
        shown = [button for seen in reversed(self._seen[chat]) for button in seen.buttons]
        button = next(button for button in shown if label in button.caption)
        if id_ is not None:
            await self.repeated()
        elif self._way is Way.TAPPING:
            return await self._tap(chat, button)
        else:
            await self.typed(self._places[chat], str(button.number or button.label))
        return await self._answer(chat)

    async def send_file(self, chat: str, name: str, *, text: str = "") -> list[Message]:
        """Send a photo, without a caption: not every channel has them."""
        assert not text
        await self.uploaded(await self._place(chat), name)
        return await self._answer(chat)

    async def remind(self, chat: str) -> list[Message]:
        """Ring the alarm clock of the program and return what comes to a chat."""
        looks = await self._count("looks")
        self.house.alarm.set()
        if self.house.sending_hours.is_open(self.now):
            async with asyncio.timeout(10):
                while await self._is_reminding(looks):  # noqa: ASYNC110 - the program tells nobody
                    await asyncio.sleep(0.01)
        return await self._answer(chat)

    async def change_agencies(self, change: AgencyChange) -> None:
        """Apply a change among the agencies, in effect at once if its day has come."""
        async with self.house.database.write() as connection:
            await apply(connection, PLAN.id, change, self.now)
            await settle(connection, self.now)

    async def set_review(self, rules: ReviewRules) -> None:
        """Have the plan ask for other reviews; the program meets it at the next turn."""
        plan = PLAN.model_copy(update={"review": rules})
        async with self.house.database.write() as connection:
            await save_plan(connection, plan, self.now)

    async def unasked(self, chat: str) -> list[Message]:
        """Return what has come to a chat since it was last read, once all notices have left."""
        async with asyncio.timeout(10):
            while await self._is_telling():  # noqa: ASYNC110 - the program tells nobody
                await asyncio.sleep(0.01)
        return await self._answer(chat)

    async def _is_telling(self) -> bool:
        """Whether a notice may leave: its time has come, and its chat is not in mid-talk."""
        if not self.house.sending_hours.is_open(self.now):
            return False
        async with self.house.database.write() as connection:
            rows = await connection.execute_fetchall(
                "SELECT a.channel, a.chat FROM outbox o JOIN notices n ON n.id = o.notice"
                " JOIN addresses a ON a.id = o.address WHERE o.state = 'queued'"
                " AND (n.not_before IS NULL OR n.not_before <= ?)",
                (stamp(self.now),),
            )
            for channel, name in rows:
                chat = await find_chat(connection, channel, name)
                if channel == self.channel and not is_busy(chat.state, self.now):
                    return True
        return False

    async def _is_reminding(self, looks: int) -> bool:
        """Whether the alarm has not been heard yet, or a digest is on its way."""
        waiting = "outbox WHERE digest IS NOT NULL AND state = 'queued'"
        return await self._count("looks") == looks or await self._count(waiting) > 0

    async def _count(self, rows: str) -> int:
        async with self.house.database.read() as connection:
            ((count,),) = await connection.execute_fetchall(f"SELECT count(*) FROM {rows}")
        return int(count)

    async def seen(self, place: str) -> list[Seen]:
        """Return all that was queued for a place since the last time, once it is seen there."""
        after = self._read_to.get(place, 0)
        queued = await self.house.timeline(self.channel, place, after)
        self._read_to[place] = queued[-1].id if queued else after
        ours = [delivery for delivery in queued if self.shows(delivery.content)]
        return list(await self.next_seen(place, len(ours)))

    async def _place(self, chat: str) -> str:
        if chat not in self._places:
            assert chat == "stranger", chat
            self._places[chat] = await self.stranger()
        return self._places[chat]

    async def _tap(self, chat: str, button: Button) -> list[Message]:
        await self.tapped(self._places[chat], button)
        return await self._answer(chat, button)

    async def _answer(self, chat: str, button: Button | None = None) -> list[Message]:
        """What is new in a chat; a pressed message must show its answer and no buttons."""
        new = await self.seen(self._places[chat])
        for edit in [seen for seen in new if seen.edited]:
            assert button is not None, edit
            assert edit.text.endswith(f"» {button.caption}"), edit
            assert not edit.buttons, edit
        for each in new:
            assert each.content is None or each.is_chart or each.content == PHOTO, each
        new = [seen for seen in new if not seen.is_chart]
        self._seen.setdefault(chat, []).extend(seen for seen in new if not seen.edited)
        self._seen_at[chat] = self.now
        return [seen.as_message() for seen in new if not seen.edited]

    def _fresh_button(self, chat: str, text: str) -> Button | None:
        """The one button of the newest message that says this, if it came just now."""
        if self._seen_at.get(chat) != self.now or not self._seen[chat]:
            return None
        fitting = [b for b in self._seen[chat][-1].buttons if b.is_said_by(text)]
        return fitting[0] if len(fitting) == 1 else None
