"""The demo: a throw-away database of the shipped plan, a roster of offices, marked reports."""

import shutil
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import aiosqlite
import yaml

from bot.clock import Clock
from bot.house import House
from bot.seating import sit_down
from bot.settings import Settings
from bot.web_chat import Seat
from channels.webchat import WebChannel
from dialogue.texts import ZONE
from domain.figure import FigureDraft
from domain.model import Model
from domain.period import periods
from domain.person import Person, Role, may_report
from domain.plan import Plan
from domain.report import Progress, Stage, TaskReportDraft
from domain.standing import Standing
from handlers.own_tasks import in_order
from plans.yaml_form import PLAN_179, load_plan
from storage.chats import find_chat
from storage.closing import Closing
from storage.database import open_database, remove_database
from storage.gate import Writer
from storage.plans import save_plan

DEMO = Path(__file__).with_suffix(".yaml")
CHANNEL = "demo"
"""Where demo reports come from; nothing is ever sent there."""
MORNING = time(9, 0, tzinfo=ZONE)
_ORDER = (Role.LEADER, Role.FOCAL, Role.HEAD, Role.OFFICER, Role.ADMIN)


class DemoPerson(Model):
    """An office of the demo roster."""

    name: str
    role: Role
    agency: str


class DemoReport(Model):
    """A report of the demo, filed in the morning of its day."""

    day: date
    task: int
    agency: str
    progress: Progress
    percent: int | None = None
    stage: Stage | None = None
    obstacle: str | None = None
    document: str | None = None
    dated: date | None = None


class DemoFigure(Model):
    """A figure of the demo, or the reason why there is none, filed in the morning of its day."""

    day: date
    indicator: int
    agency: str
    year: int
    value: Decimal | None = None
    estimate: bool = False
    reason: str | None = None


class Demo(Model):
    """What demo.yaml holds; `reporter` is who files all of it and can never be seated."""

    reporter: str
    people: tuple[DemoPerson, ...]
    reports: tuple[DemoReport, ...]
    figures: tuple[DemoFigure, ...]


def read_demo() -> Demo:
    """Return the demo's offices and reports."""
    return Demo.model_validate(yaml.safe_load(DEMO.read_text(encoding="utf-8")))


def demo_settings(settings: Settings) -> Settings:
    """Return the settings with the demo's own database, beside the one they name."""
    path = settings.database
    return settings.model_copy(update={"database": path.with_name(f"demo-{path.name}")})


async def prepare_demo(settings: Settings, clock: Clock) -> None:
    """Begin anew: plan, roster and reports up to today in an empty database of these settings."""
    _clear(settings)
    plan, demo, now = load_plan(PLAN_179), read_demo(), clock()
    async with open_database(settings.database) as database, database.write() as connection:
        await save_plan(connection, plan, now)
        roster = Writer(connection, plan, now)
        for person in demo.people:
            await roster.import_person(person.name, person.role, person.agency)
        filed: list[DemoReport | DemoFigure] = [*demo.reports, *demo.figures]
        past = [each for each in filed if each.day <= now.date()]
        reporters = {}
        for agency in dict.fromkeys(report.agency for report in past):
            reporters[agency], _ = await roster.import_person(demo.reporter, Role.OFFICER, agency)
        for report in sorted(past, key=lambda report: report.day):
            await _file(connection, plan, reporters[report.agency], report)
        await _close_past(connection, plan, now)
        for reporter in reporters.values():
            await roster.revoke(reporter.id)


class DemoSeats:
    """The demo's roster, from which anybody on this machine chooses who to be."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def people(self) -> Sequence[Seat]:
        """Return everybody, role by role."""
        house = self._house
        async with house.database.read() as connection:
            writer = Writer(connection, house.plan, house.clock())
            roster = await writer.roster()
            standing = await writer.standing()
        people = sorted((line.person for line in roster), key=lambda each: _ORDER.index(each.role))
        return [
            Seat(
                id=person.id,
                name=person.name,
                role=_as_heading(house.texts.plain(f"role-{person.role.value}")),
                agency=house.plan.agency_by_id[person.agency].short,
                tries=_tries(house, person, standing),
            )
            for person in people
        ]

    async def sit(self, person_id: int) -> str:
        """Return the person's web chat; who has signed out is seated again."""
        chat = f"demo-{person_id}"
        await sit_down(self._house, WebChannel.name, chat, person_id)
        return chat


def _clear(settings: Settings) -> None:
    remove_database(settings.database)
    shutil.rmtree(settings.evidence, ignore_errors=True)


async def _close_past(connection: aiosqlite.Connection, plan: Plan, now: datetime) -> None:
    """Close the periods that are over, so that what waits for review is of this one."""
    chat = await find_chat(connection, CHANNEL, plan.focal)
    roster = await Writer(connection, plan, now).people_in(None, Role.FOCAL)
    writer = Writer(connection, plan, now, chat=chat.model_copy(update={"person": roster[0]}))
    rhythm = plan.calendar.tasks
    for period in periods(rhythm, plan.issued_on.year, now.year, plan.calendar):
        if plan.issued_on <= period.ends < now.date():
            await writer.close_period(Closing(period=period.key))


async def _file(
    connection: aiosqlite.Connection, plan: Plan, reporter: Person, report: DemoReport | DemoFigure
) -> None:
    chat = await find_chat(connection, CHANNEL, report.agency)
    writer = Writer(
        connection,
        plan,
        datetime.combine(report.day, MORNING),
        chat=chat.model_copy(update={"person": reporter}),
    )
    if isinstance(report, DemoFigure):
        await _file_figure(writer, report)
    else:
        await _file_report(writer, report)


async def _file_figure(writer: Writer, figure: DemoFigure) -> None:
    latest = await writer.latest_figure(figure.indicator, figure.agency, figure.year)
    await writer.file_figure(
        FigureDraft(
            **figure.model_dump(exclude={"day"}),
            reported_on=figure.day,
            based_on=latest.id if latest else None,
        )
    )


async def _file_report(writer: Writer, report: DemoReport) -> None:
    latest = await writer.latest(report.task, report.agency)
    open_ = await writer.open_obstacles(report.agency, report.task)
    await writer.file_task_report(
        TaskReportDraft(
            task=report.task,
            agency=report.agency,
            progress=report.progress,
            stage=report.stage,
            percent=report.percent,
            obstacle=report.obstacle,
            closes=() if report.obstacle else tuple(each.id for each in open_),
            document_number=report.document,
            document_date=report.dated,
            reported_on=report.day,
            based_on=latest.id if latest else None,
        )
    )


def _tries(house: House, person: Person, standing: Standing) -> tuple[str, ...]:
    """What the person might say first, beginning with what is most worth seeing."""
    plan, say = house.plan, house.texts.plain
    own = [task for task in plan.tasks if may_report(person, task.number, plan)]
    agency = plan.agency_by_id[person.agency if own else plan.focal]
    due = say("web-try-due", agency=agency.short)
    if own:
        number = str(in_order(own, standing, person.agency)[0].number)
        report = say("web-try-report", number=number)
        if person.role is Role.FOCAL:
            unreported = say("web-try-unreported")
            return report, say("web-try-waiting"), say("web-try-obstacles"), unreported
        return report, say("web-try-steps"), say("web-try-duties"), due
    if person.role is Role.LEADER:
        return due, say("web-try-overdue"), say("web-try-unreported"), say("web-try-brief")
    if person.role is Role.ADMIN:
        return due, say("web-try-roster"), say("web-try-menu")
    return due, say("web-try-duties"), say("web-try-menu")


def _as_heading(words: str) -> str:
    return words[:1].upper() + words[1:]
