"""`baocao export`: what was filed, as a table for a spreadsheet."""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, TextIO, TypeVar

import typer
from rich.console import Console
from rich.progress import Progress

from bot.cli_errors import check_folder
from bot.cli_roster import Words
from bot.cli_setup import clock_of, existing, working_settings
from bot.cli_times import day
from bot.settings import Settings
from bot.user_error import UserError
from dialogue.texts import Texts
from domain.figure import FigureReport
from domain.plan import Plan
from domain.report import TaskReport
from exports.filed_rows import FIGURE_COLUMNS, REPORT_COLUMNS, Wording
from exports.tables import FORMS, VIETNAMESE, Cell, Form, Table
from storage.database import open_database
from storage.filed import Filed, Records, RecordsReader, Wanted
from storage.plans import load_plan

KINDS = ("reports", "figures")
ADVANCE = 500
"""After so many rows the progress moves."""

What = TypeVar("What", bound=TaskReport | FigureReport)


def export(
    file: Annotated[
        Path, typer.Argument(help="reports.csv or figures.csv; the name says what is written.")
    ],
    from_: Annotated[
        datetime | None,
        typer.Option("--from", parser=day, metavar="DAY", help="Reported on this day or later."),
    ] = None,
    to: Annotated[
        datetime | None,
        typer.Option(parser=day, metavar="DAY", help="Reported on this day or earlier."),
    ] = None,
    agency: Annotated[str | None, typer.Option(help="One agency's alone.")] = None,
    separator: Annotated[
        str,
        typer.Option(
            metavar="SIGN",
            help="; for Excel under a Vietnamese region, with a decimal comma and 31/12/2026; "
            ", for an English one, with a decimal point and 2026-12-31.",
        ),
    ] = VIETNAMESE.separator,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
) -> None:
    """Write all task reports, or all figures, as CSV for Excel, also while the program runs.

    FILE may have more in its name (reports-2026-Q1.csv). Withdrawn and revised ones are in it, told
    by their columns. Only its owner may read the file.
    """
    settings = working_settings()
    existing(settings)
    kind = _kind(file)
    form = _form(separator)
    days = {"first": from_, "last": to}
    wanted = Wanted(**{name: limit.date() for name, limit in days.items() if limit is not None})
    if wanted.first > wanted.last:
        raise UserError("cli-days-turned")
    with _new_file(file, force) as written:
        rows = asyncio.run(_write(settings, kind, wanted, agency, written, form))
    told = "cli-exported-reports" if kind == "reports" else "cli-exported-figures"
    typer.echo(Texts(settings.language).plain(told, file=file, rows=rows))


def _kind(file: Path) -> str:
    """Return what a file's name asks for."""
    named = [kind for kind in KINDS if kind in file.stem.casefold()]
    if file.suffix.casefold() != ".csv" or len(named) != 1:
        raise UserError("cli-export-which", file=file)
    return named[0]


def _form(separator: str) -> Form:
    if separator not in FORMS:
        raise UserError("cli-export-separator", sign=separator)
    return FORMS[separator]


@contextmanager
def _new_file(path: Path, force: bool) -> Iterator[TextIO]:
    """Open what becomes the file once it is whole; nothing is left of a broken one."""
    if path.is_dir():
        raise UserError("cli-is-folder", file=path)
    if path.exists() and not force:
        raise UserError("cli-export-exists", file=path)
    check_folder(path)
    partial = path.with_name(path.name + ".partial")
    try:
        number = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(number, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(number)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


async def _write(
    settings: Settings, kind: str, wanted: Wanted, agency: str | None, file: TextIO, form: Form
) -> int:
    """Write the wanted rows and return their number."""
    async with (
        open_database(settings.database, beside=True) as database,
        database.read() as connection,
    ):
        plan = await load_plan(connection, clock_of(settings)().date())
        reader = RecordsReader(connection, plan, clock_of(settings)())
        wanted = wanted.model_copy(update={"agency": _agency(plan, agency)})
        wording = Wording(plan, Texts(settings.language))
        if kind == "reports":
            table = Table(file, form, wording.columns(REPORT_COLUMNS))
            reports = await reader.filed_reports(wanted)
            return await _add(table, reports, wording.report)
        table = Table(file, form, wording.columns(FIGURE_COLUMNS))
        return await _add(table, await reader.filed_figures(wanted), wording.figure)


async def _add(
    table: Table, records: Records[What], row: Callable[[Filed[What]], list[Cell]]
) -> int:
    """Add a row for each record, telling in a terminal how far it is; return their number."""
    done = 0
    shown = Console(stderr=True)
    with Progress(console=shown, transient=True, disable=not shown.is_terminal) as progress:
        bar = progress.add_task("", total=records.count)
        async for filed in records:
            table.add(row(filed))
            done += 1
            if done % ADVANCE == 0:
                progress.update(bar, completed=done)
    return done


def _agency(plan: Plan, said: str | None) -> str | None:
    return None if said is None else Words(plan).agency(said)
