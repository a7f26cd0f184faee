"""The house put together: database, plan, texts, turns and outbox for some channels."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.clock import Clock, is_today
from bot.digests import Digests
from bot.measures import Measures
from bot.notices import Notices
from bot.outbox import HOLD, Outbox
from bot.pictures import Pictures
from bot.sending_hours import SendingHours
from bot.settings import Settings
from bot.talks import Talks
from bot.turn import Turns
from bot.uncollected import uncollected
from bot.upload_links import UploadLinks
from channels.port import Channel
from dialogue.hearing import Router
from dialogue.messages import Attachment, Chart, Delivery
from dialogue.texts import Texts
from domain.person import Person
from domain.plan import Plan
from handlers.routing import Routes
from storage.chats import delivery_from
from storage.database import QUERIES, Database, open_database
from storage.plans import load_plan
from storage.succession import settle
from understanding.lexicon import Lexicon

TIMELINE = 10_000
"""How many deliveries a page that opens a chat is shown at most."""


@dataclass(frozen=True)
class House:
    """What is open while the program runs; `alarm` has it looked what is due.

    `hold` is the pause, in seconds, after which what was held back is tried again.
    """

    settings: Settings
    database: Database
    talks: Talks
    clock: Clock
    measures: Measures
    alarm: asyncio.Event = field(default_factory=asyncio.Event)
    pictures: Pictures = field(default_factory=Pictures)
    hold: float = HOLD

    @property
    def plan(self) -> Plan:
        """The plan as it is in effect."""
        return self.talks.plan

    @property
    def lexicon(self) -> Lexicon:
        """The words of that plan."""
        return self.talks.lexicon

    @property
    def texts(self) -> Texts:
        """The words in which it is talked about."""
        return self.talks.texts

    @property
    def sending_hours(self) -> SendingHours:
        """When people are written to unasked."""
        return SendingHours.of(self.settings, self.plan.calendar)

    def digests(self) -> Digests:
        """Return what builds digests."""
        return Digests(self.database, self.talks, self.clock, self.sending_hours)

    def notices(self, channels: Collection[str] | None = None) -> Notices:
        """Return what builds notices, for the chats of these channels."""
        return Notices(self.database, self.talks, self.clock, self.sending_hours, channels)

    def router(self, person: Person | None) -> Router:
        """Return what a chat's texts open, for its person or a stranger."""
        return Routes(self.plan, self.lexicon, person, self.clock().date())

    def outbox(self, channels: Mapping[str, Channel]) -> Outbox:
        """Return the outbox of these channels, paced by the settings."""
        return Outbox(
            self.database,
            channels,
            self.clock,
            digests=self.digests(),
            notices=self.notices(tuple(channels)),
            hold=self.hold,
            per_second=self.settings.outbox_per_second,
            chat_per_second=self.settings.outbox_chat_per_second,
            measures=self.measures,
        )

    def turns(self, outbox: Outbox, channels: Mapping[str, Channel]) -> Turns:
        """Return what takes the updates of these channels."""
        return Turns(
            self.database,
            self.talks,
            self.clock,
            make_router=self.router,
            wake=outbox.wake,
            channels=tuple(channels),
            echoes={name for name, channel in channels.items() if channel.echoes},
            links=UploadLinks(self.settings.web_url),
            measures=self.measures,
        )

    async def knows(self, channel: str, chat: str) -> bool:
        """Whether a chat is bound to somebody on the roster."""
        async with self.database.read() as connection:
            found = await QUERIES.is_bound(connection, channel=channel, chat=chat)
        return found is not None

    async def timeline(self, channel: str, chat: str, after: int) -> list[Delivery]:
        """Return what has gone out to a chat since a delivery, sent or not, in order."""
        async with self.database.read() as connection:
            rows = await QUERIES.timeline(
                connection, channel=channel, chat=chat, after=after, most=TIMELINE
            )
        return [delivery_from(row) for row in rows]

    async def picture(self, channel: str, chat: str, id_: int) -> bytes | None:
        """Return the picture of a chart that has gone out to a chat, None where it is none."""
        async with self.database.read() as connection:
            row = await QUERIES.delivery(connection, channel=channel, chat=chat, id=id_)
        return await self._drawn(row)

    async def any_picture(self, id_: int) -> bytes | None:
        """Return the picture of a chart, to whatever chat it went; None where it is none."""
        async with self.database.read() as connection:
            row = await QUERIES.any_delivery(connection, id=id_)
        return await self._drawn(row)

    async def attachment(self, channel: str, chat: str, id_: int) -> Attachment | None:
        """Return the file that has gone out to a chat, None where it is none."""
        async with self.database.read() as connection:
            row = await QUERIES.delivery(connection, channel=channel, chat=chat, id=id_)
        content = None if row is None else delivery_from(row).content
        return content if isinstance(content, Attachment) else None

    async def any_attachment(self, id_: int) -> Attachment | None:
        """Return the file that has gone out to a chat, while that belongs to somebody."""
        async with self.database.read() as connection:
            row = await QUERIES.any_delivery(connection, id=id_)
        if row is None or not await self.knows(row["channel"], row["chat"]):
            return None
        return await self.attachment(row["channel"], row["chat"], id_)

    async def _drawn(self, row: sqlite3.Row | None) -> bytes | None:
        content = None if row is None else delivery_from(row).content
        return await self.pictures.draw(content) if isinstance(content, Chart) else None


@asynccontextmanager
async def open_house(settings: Settings, clock: Clock) -> AsyncIterator[House]:
    """Open the database of the settings with the plan loaded in it; raise NoPlan without one."""
    async with open_database(settings.database) as database:
        settles = settings.demo or is_today(clock)
        async with database.write() as connection:
            if settles:
                await settle(connection, clock())
            plan = await load_plan(connection, clock().date())
        with uncollected():
            talks = Talks(
                plan,
                Lexicon.of(plan),
                Texts(settings.language),
                hours=settings.sending_hours,
                settles=settles,
            )
        yield House(
            settings=settings,
            database=database,
            talks=talks,
            clock=clock,
            measures=Measures(clock),
        )
