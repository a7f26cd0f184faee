"""`baocao remind`: who is reminded of what and when, by the database as it is."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median
from typing import Annotated

import typer

from bot.cli_setup import existing, loaded_plan, show_table, working_settings
from bot.cli_times import day, moment
from bot.logs import set_up_logs
from bot.played import Sent, joined_channels, played
from bot.reminders import look
from bot.sending_hours import SendingHours
from bot.settings import Settings
from bot.user_error import UserError
from dialogue.state import ChatState, TalkState
from dialogue.talk import Talk
from dialogue.texts import ZONE, Texts, plain
from domain.agenda import Agenda
from domain.period import Calendar
from domain.plan import Plan
from domain.working_days import is_working_day
from handlers.reminder_lines import agenda_lines
from handlers.wording import period_name
from storage.database import open_database
from storage.plans import load_plan
from understanding.lexicon import Lexicon

COLUMNS = ("day", "time", "person", "agency", "reached", "due")


def remind(
    at: Annotated[
        datetime | None,
        typer.Option(parser=moment, metavar="TIME", help='Look as of "2026-03-09 08:00".'),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what --at would send; write nothing.")
    ] = False,
    from_: Annotated[
        datetime | None,
        typer.Option("--from", parser=day, metavar="DAY", help="The first day to play."),
    ] = None,
    to: Annotated[
        datetime | None,
        typer.Option("--to", parser=day, metavar="DAY", help="The last day to play."),
    ] = None,
) -> None:
    """Print who is reminded of what: --at TIME --dry-run, or --from DAY --to DAY.

    Days are played as if nobody reported in between; nothing is written. --at without --dry-run
    queues the digests, once; they leave when the program runs, on that day.
    """
    settings = working_settings()
    set_up_logs(settings.log_format)
    existing(settings)
    plan = asyncio.run(loaded_plan(settings))
    if at is not None and from_ is None and to is None:
        if dry_run:
            _show(settings, plan, [at], only_open=True)
        else:
            queued, joined = asyncio.run(_queued(settings, at))
            typer.echo(Texts(settings.language).plain("cli-reminders-queued", count=queued))
            _explain(settings, _hindrances(settings, plan, [at], joined=joined))
    elif at is None and from_ is not None and to is not None and not dry_run:
        _show(settings, plan, list(_moments(settings, plan.calendar, from_, to)))
    else:
        raise UserError("cli-remind-which")


def _moments(
    settings: Settings, calendar: Calendar, first: datetime, last: datetime
) -> Iterator[datetime]:
    """The first look of every working day."""
    if last < first:
        raise UserError("cli-days-turned")
    if not settings.remind_times:
        raise UserError("cli-remind-off")
    for number in range((last - first).days + 1):
        played = first + timedelta(days=number)
        if is_working_day(played.date(), calendar):
            yield datetime.combine(played, settings.remind_times[0], ZONE)


async def _played(
    settings: Settings, moments: list[datetime], *, only_open: bool
) -> tuple[list[Sent], bool]:
    """Return what would be sent at these moments in turn, and whether anybody joined.

    `only_open`: on the channels that are set up, and not on all that people have joined on.
    """
    async with (
        open_database(settings.database, beside=True) as database,
        database.copied() as copy,
    ):
        joined = await joined_channels(copy)
        channels = joined & settings.channels if only_open else joined
        return await played(copy, moments, channels), bool(joined)


async def _queued(settings: Settings, now: datetime) -> tuple[int, bool]:
    """Queue what is due; return the number of digests, and whether anybody has joined."""
    async with open_database(settings.database) as database:
        async with database.read() as connection:
            plan = await load_plan(connection, now.date())
            joined = await joined_channels(connection)
        return await look(database, plan, now, joined & settings.channels), bool(joined)


def _show(
    settings: Settings, plan: Plan, moments: list[datetime], *, only_open: bool = False
) -> None:
    texts = Texts(settings.language)
    sent, joined = asyncio.run(_played(settings, moments, only_open=only_open))
    lexicon = Lexicon.of(plan)
    rows = [
        [
            f"{each.at:%d/%m/%Y}",
            f"{each.at:%H:%M}",
            each.person.name,
            each.plan.agency_by_id[each.person.agency].short,
            texts.plain(each.hindrance) if each.channel is None else each.channel,
            _told(each, lexicon, texts),
        ]
        for each in sent
    ]
    columns = [texts.plain(f"cli-column-{name}") for name in COLUMNS]
    if rows:
        show_table(texts.plain("cli-reminders"), columns, rows)
    counts = Counter(each.person.id for each in sent)
    typer.echo(texts.plain("cli-reminders-sum", count=len(sent), people=len(counts)))
    if len(moments) > 1 and counts:
        half, most = round(median(counts.values())), max(counts.values())
        typer.echo(texts.plain("cli-reminders-each", median=half, most=most))
    hindrances = _hindrances(settings, plan, moments, joined=joined)
    _explain(settings, hindrances or ([] if sent else ["cli-nothing-due"]))


def _hindrances(
    settings: Settings, plan: Plan, moments: list[datetime], *, joined: bool
) -> list[str]:
    """Which texts say why the program itself would remind nobody at these moments."""
    found = [] if joined else ["cli-nobody-joined"]
    if joined and not settings.channels:
        found.append("cli-no-channel")
    hours = SendingHours.of(settings, plan.calendar)
    if not any(is_working_day(now.date(), plan.calendar) for now in moments):
        found.append("cli-no-reminder-day")
    elif not any(hours.is_open(now) for now in moments):
        found.append("cli-out-of-hours")
    return found


def _explain(settings: Settings, why: list[str]) -> None:
    texts = Texts(settings.language)
    for text in why:
        typer.echo(texts.plain(text, hours=settings.remind_hours))


def _told(sent: Sent, lexicon: Lexicon, texts: Texts) -> str:
    """The lines of a digest as they are read in the chat, of a brief its heading."""
    talk = Talk(
        state=TalkState(dialogue="digest", touched_at=sent.at),
        chat=ChatState(),
        person=sent.person,
        plan=sent.plan,
        lexicon=lexicon,
        now=sent.at,
        texts=texts,
        writer=None,
    )
    if isinstance(sent.content, Agenda):
        return plain(agenda_lines(talk, sent.content))
    if sent.content.period is None:
        return talk.plain("brief-week")
    return talk.plain("brief-period", period=period_name(talk, sent.content.period))
