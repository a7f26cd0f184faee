"""What every command needs first: settings, texts, a clock, a database that is there."""

import sys
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.clock import Clock, clock
from bot.demo import demo_settings
from bot.settings import Settings, misspelt, read_settings, spoken
from bot.user_error import UserError
from dialogue.texts import Texts
from domain.plan import Plan
from storage.database import open_database
from storage.gate import Writer
from storage.plans import load_plan

WIDTH = 120
"""How wide tables are where they do not go to a terminal."""

Today = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d", "%d/%m/%Y"],
        metavar="DAY",
        help="Show this day instead of today: 2026-03-02 or 02/03/2026.",
    ),
]


def working_settings() -> Settings:
    """Read the settings, name those that are none; BAOCAO_DEMO has all use the demo's database."""
    for mistake in misspelt():
        typer.echo(f"baocao: {mistake.told(Texts(spoken()))}", err=True)
    settings = read_settings()
    return demo_settings(settings) if settings.demo else settings


def clock_of(settings: Settings, today: datetime | None = None) -> Clock:
    """Return the clock of a command: the day asked for, else BAOCAO_TODAY, else the real one."""
    return clock(today.date() if today is not None else settings.today)


def existing(settings: Settings) -> Path:
    """Return the database's path; raise UserError where there is none yet."""
    if not settings.database.is_file():
        raise UserError("cli-no-database", database=settings.database)
    return settings.database


def show_table(
    title: str, columns: list[str], rows: list[list[str]], *, red: Collection[int] = ()
) -> None:
    """Print a table, as wide as the terminal; the rows at the places in `red` in red."""
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column)
    for place, row in enumerate(rows):
        table.add_row(*row, style="red" if place in red else None)
    width = None if sys.stdout.isatty() else WIDTH
    Console(width=width, markup=False, highlight=False, emoji=False).print(table)


async def loaded_plan(settings: Settings) -> Plan:
    """Return the plan in effect on the command's day, also beside the running program."""
    async with (
        open_database(settings.database, beside=True) as database,
        database.read() as connection,
    ):
        return await load_plan(connection, clock_of(settings)().date())


@asynccontextmanager
async def acting(settings: Settings, clock: Clock) -> AsyncIterator[Writer]:
    """One transaction of the roster's keeper, also beside the running program."""
    async with (
        open_database(settings.database, beside=True) as database,
        database.write() as connection,
    ):
        yield Writer(connection, await load_plan(connection, clock().date()), clock())
