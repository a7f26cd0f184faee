"""A stage for conversations: real turns on a real database file, reopened before every line."""

from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import aiosqlite

from bot.house import House
from bot.measures import Measures
from bot.reminders import Reminders
from bot.settings import Settings
from bot.talks import Held, Talks
from bot.turn import Turns
from dialogue.hearing import Router
from dialogue.messages import Delivery, Edit, File, Inbound, Kind, Message, Press
from dialogue.texts import ZONE, Texts
from domain.person import Person, Role
from domain.plan import Plan
from domain.report import Progress, TaskReport, TaskReportDraft
from domain.report import Stage as Drafted
from domain.reviewing import ReviewRules
from domain.succession import AgencyChange
from handlers.routing import Routes
from plans.yaml_form import PLAN_179, load_plan
from storage.chats import Chat, delivery_from, find_chat
from storage.database import QUERIES, Database, open_database
from storage.gate import Reader, Writer
from storage.moments import stamp
from storage.plans import save_plan
from storage.succession import apply, settle
from tests.harness.seen import as_read
from understanding.lexicon import Lexicon

PLAN = load_plan(PLAN_179)
LEXICON = Lexicon.of(PLAN)
TEXTS = Texts("vi")
MONDAY = datetime(2026, 3, 2, 9, 14, tzinfo=ZONE)
CHANNEL = "stage"


@dataclass
class Stage:
    """People talk to the bot here; `now` is moved by hand, nothing is kept but files."""

    path: Path
    now: datetime = MONDAY
    plan: Plan = PLAN
    texts: Texts = TEXTS
    shown: dict[str, list[Delivery]] = field(default_factory=dict)
    unread: dict[str, list[Message]] = field(default_factory=dict)
    serial: int = 0
    poison: bool = False
    channel: str = CHANNEL
    remind_hours: str = "07:00-17:00"
    _talks: Talks | None = None

    def clock(self) -> datetime:
        """The pinned clock."""
        return self.now

    @property
    def settings(self) -> Settings:
        """The settings of the program here."""
        at = self.remind_hours.partition("-")[0]
        hours = self.remind_hours
        return Settings(database=self.path, remind_at=at, remind_hours=hours, _env_file=None)

    @property
    def talks(self) -> Talks:
        """The plan as the last turn has found it, in the stage's language."""
        if self._talks is None or self._talks.texts is not self.texts:
            lexicon = LEXICON if self.plan is PLAN else Lexicon.of(self.plan)
            hours = self.settings.sending_hours
            self._talks = Talks(self.plan, lexicon, self.texts, hours=hours)
        return self._talks

    def router(self, person: Person | None) -> Router:
        """The real router."""
        return Routes(self.talks.plan, self.talks.lexicon, person, self.now.date())

    def open(self) -> AbstractAsyncContextManager[Database]:
        """Open the database, as a start of the program does."""
        return open_database(self.path)

    async def prepare(self) -> None:
        """Load the plan into a new database."""
        async with self.open() as database, database.write() as connection:
            await save_plan(connection, self.plan, self.now)

    async def seat(self, role: Role, agency: str, name: str | None = None) -> str:
        """Put somebody on the roster, bound to a chat of the same name; return the chat."""
        name = name or f"{role.value} {agency}"
        async with self.open() as database, database.write() as connection:
            chat = await find_chat(connection, self.channel, name)
            if chat.person is not None:
                return name
            writer = Writer(connection, self.plan, self.now, chat=chat)
            person, _ = await writer.import_person(name, role, agency)
            await writer.bind(person.id)
        return name

    async def code(self, role: Role, agency: str) -> str:
        """Put somebody on the roster who has not joined yet; return the code to join with."""
        async with self.open() as database, database.write() as connection:
            writer = Writer(connection, self.plan, self.now)
            name = f"{role.value} {agency}"
            person, _ = await writer.import_person(name, role, agency)
            return await writer.issue_code(person.id)

    async def say(self, chat: str, text: str, *, id_: str | None = None) -> list[Message]:
        """Type a text and return what the bot says to it."""
        return await self.take(self._inbound(chat, Kind.TEXT, text=text, id_=id_))

    async def tap(self, chat: str, label: str, *, id_: str | None = None) -> list[Message]:
        """Tap the newest button whose caption holds the label."""
        for delivery in reversed(self.shown.get(chat, [])):
            if isinstance(delivery.content, Message):
                for choice in delivery.content.choices:
                    if label in choice.caption:
                        press = Press(
                            token=delivery.content.token or "",
                            key=choice.key,
                            message=str(delivery.id),
                        )
                        return await self.press(chat, press, id_=id_)
        raise AssertionError(f"no button {label!r} was shown to {chat}")

    async def press(self, chat: str, press: Press, *, id_: str | None = None) -> list[Message]:
        """Send a press as it is, forged or not."""
        return await self.take(self._inbound(chat, Kind.PRESS, press=press, id_=id_))

    async def send_file(self, chat: str, name: str, *, text: str = "") -> list[Message]:
        """Send a file that the channel has fetched."""
        file = File(ref=f"ref-{name}", name=name, media_type="image/jpeg", size=9, sha256="ab" * 32)
        inbound = self._inbound(chat, Kind.FILE, text=text)
        return await self.take(inbound.model_copy(update={"files": (file,)}))

    async def send_kind(self, chat: str, kind: Kind, text: str = "") -> list[Message]:
        """Send something that is neither text, press nor file."""
        return await self.take(self._inbound(chat, kind, text=text))

    async def take(self, inbound: Inbound) -> list[Message]:
        """Do one turn on the reopened database and return its new messages."""
        async with self.open() as database:
            await self.turns(database).take(inbound)
            async with database.read() as connection:
                known = self.shown.setdefault(inbound.chat, [])
                rows = await QUERIES.timeline(
                    connection,
                    channel=inbound.channel,
                    chat=inbound.chat,
                    after=known[-1].id if known else 0,
                    most=100,
                )
                parked = await connection.execute_fetchall(
                    "SELECT parked FROM inbox WHERE parked IS NOT NULL"
                )
        assert self.poison or not list(parked), [tuple(row) for row in parked]
        fresh = [delivery_from(row) for row in rows]
        known.extend(fresh)
        return [message for each in fresh for message in as_read(each.content)]

    async def remind(self, chat: str) -> list[Message]:
        """Look what is due now, let digests leave, and return what comes to a chat."""
        async with self.open() as database:
            await Reminders(self.house(database), {self.channel}, lambda: None).look()
        return await self.unasked(chat)

    async def change_agencies(self, change: AgencyChange) -> None:
        """Apply a change among the agencies, in effect at once if its day has come."""
        async with self.open() as database, database.write() as connection:
            await apply(connection, self.plan.id, change, self.now)
            await settle(connection, self.now)

    async def set_review(self, rules: ReviewRules) -> None:
        """Have the plan ask for other reviews from now on."""
        self.plan = self.plan.model_copy(update={"review": rules})
        self._talks = None
        await self.prepare()

    async def unasked(self, chat: str) -> list[Message]:
        """Let digests and notices leave; return what has come to a chat since it was last read."""
        await self.release()
        return self.unread.pop(chat, [])

    async def release(self) -> dict[str, list[Message]]:
        """Let every queued digest and notice leave that may; return what comes, by chat."""
        came: dict[str, list[Message]] = {}
        async with self.open() as database:
            async with database.read() as connection:
                rows = await QUERIES.queued_after(connection, after=0, most=1000)
            for row in rows:
                with suppress(Held):
                    built = await self._built(self.house(database), row)
                    if built is not None and isinstance(built.content, Message):
                        self.shown.setdefault(row["chat"], []).append(built)
                        came.setdefault(row["chat"], []).append(built.content)
                        self.unread.setdefault(row["chat"], []).append(built.content)
        return came

    async def _built(self, house: House, row: aiosqlite.Row) -> Delivery | None:
        """What leaves of a row that is built only then; a notice is sent at once."""
        if row["digest"] is not None:
            return await house.digests().build(row)
        if row["notice"] is None:
            return None
        built = await house.notices().build(row)
        if built is not None:
            async with house.database.write() as connection:
                sent = {"id": built.id, "message": f"m{built.id}", "now": stamp(self.now)}
                await QUERIES.mark_sent(connection, [sent])
        return built

    def turns(self, database: Database) -> Turns:
        """The turns of an open database."""
        return Turns(
            database,
            self.talks,
            self.clock,
            make_router=self.router,
            wake=lambda: None,
        )

    def house(self, database: Database) -> House:
        """The house of an open database."""
        return House(
            settings=self.settings,
            database=database,
            talks=self.talks,
            clock=self.clock,
            measures=Measures(self.clock),
        )

    def edits(self, chat: str) -> list[Edit]:
        """All edits a chat was sent."""
        return [d.content for d in self.shown.get(chat, []) if isinstance(d.content, Edit)]

    async def report(
        self,
        agency: str,
        task: int,
        progress: Progress,
        *,
        percent: int | None = None,
        stage: Drafted | None = None,
        obstacle: str | None = None,
        document: str | None = None,
        document_date: date | None = None,
        on: date | None = None,
    ) -> TaskReport:
        """File a report as the agency's officer, on an earlier day if one is given."""
        name = await self.seat(Role.OFFICER, agency)
        back = timedelta(0) if on is None else self.now.date() - on
        async with self.open() as database, database.write() as connection:
            chat = await find_chat(connection, self.channel, name)
            writer = Writer(connection, self.plan, self.now - back, chat=chat)
            latest = await writer.latest(task, agency)
            return await writer.file_task_report(
                TaskReportDraft(
                    task=task,
                    agency=agency,
                    progress=progress,
                    stage=stage,
                    percent=None if percent is None else Decimal(percent),
                    obstacle=obstacle,
                    document_number=document,
                    document_date=document_date,
                    reported_on=on or self.now.date(),
                    based_on=latest.id if latest else None,
                )
            )

    async def reports(self, agency: str) -> list[TaskReport]:
        """The latest reports of an agency, by task."""
        async with self.open() as database, database.read() as connection:
            reader = Reader(connection, self.plan, self.now, chat=None)
            standing = await reader.standing(agency)
            found = [standing.latest(task.number, agency) for task in self.plan.tasks]
        return [report for report in found if report is not None]

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        """What stands in the database, by plain SQL."""
        async with self.open() as database, database.read() as connection:
            return [tuple(row) for row in await connection.execute_fetchall(sql)]

    async def chat(self, chat: str) -> Chat:
        """A chat as stored."""
        async with self.open() as database, database.write() as connection:
            return await find_chat(connection, self.channel, chat)

    def _inbound(
        self,
        chat: str,
        kind: Kind,
        *,
        text: str = "",
        press: Press | None = None,
        id_: str | None = None,
    ) -> Inbound:
        self.serial += 1
        return Inbound(
            channel=self.channel,
            chat=chat,
            id=id_ or f"u{self.serial}",
            kind=kind,
            sent_at=self.now,
            received_at=self.now,
            text=text,
            press=press,
        )
