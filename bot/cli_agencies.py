"""`baocao agencies`: agencies that merge, split, are renamed, as data with a day of effect."""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_setup import clock_of, existing, working_settings
from bot.settings import Settings
from bot.user_error import UserError
from dialogue.texts import Texts
from domain.plan import Plan
from domain.succession import AgencyChange, UnknownAgency, changed
from plans.errors import PlanUnreadable
from plans.yaml_form import load_change
from storage.database import open_database
from storage.plans import load_amended
from storage.succession import Settled, apply, plan_before, preview, settle

agencies_app = typer.Typer(help="Change the agencies: mergers, splits.", no_args_is_help=True)


@agencies_app.callback()
def agencies() -> None:
    """Keep `apply` a command of its own: one alone would be taken for the whole."""


@agencies_app.command("apply")
def apply_(
    file: Annotated[Path, typer.Argument(help="The change, as plans/agencies-2025-03-01.yaml.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
) -> None:
    """Have agencies change on the day in the file; end the program first, and make a backup.

    Reports keep the agency that filed them; tasks, people and what is owed pass to who comes after.
    What takes effect on a later day is carried out then by the running program.
    """
    settings = working_settings()
    existing(settings)
    texts = Texts(settings.language)
    change = _read(file)
    for line in asyncio.run(_apply(settings, change, texts, dry_run=dry_run)):
        typer.echo(line)


def _read(file: Path) -> AgencyChange:
    try:
        return load_change(file)
    except PlanUnreadable as error:
        why = UserError(f"unreadable-{error.problem}", **error.facts)
        raise UserError("cli-of-file", file=file, why=why) from error


async def _apply(
    settings: Settings, change: AgencyChange, texts: Texts, *, dry_run: bool
) -> list[str]:
    now = clock_of(settings)()
    async with open_database(settings.database, beside=dry_run) as database:
        async with database.read() as connection:
            amended = await load_amended(connection)
            if change in amended.changes:
                return [texts.plain("cli-agencies-known", day=change.effective)]
            before = plan_before(amended, change)
            try:
                after = changed(before, change)
                amended.with_change(change).on(date.max)
            except UnknownAgency as unknown:
                raise UserError("cli-agencies-unknown", what=str(unknown)) from unknown
            lines = list(_told(await preview(connection, amended, change), before, after, texts))
        if dry_run:
            return [*lines, texts.plain("cli-agencies-dry")]
        async with database.write() as connection:
            await apply(connection, amended.plan.id, change, now)
            await settle(connection, now)
    name = "cli-agencies-done" if change.effective <= now.date() else "cli-agencies-later"
    return [*lines, texts.plain(name, day=change.effective)]


def _told(found: Settled, before: Plan, after: Plan, texts: Texts) -> Iterator[str]:
    """Say what a change ends, begins and moves."""

    def short(agency: str | None) -> str:
        if agency is None:
            return texts.plain("cli-agencies-open")
        known = before.agency_by_id.get(agency) or after.agency_by_id[agency]
        return known.short

    change = found.change
    yield texts.plain("cli-agencies-head", day=change.effective, basis=change.basis)
    for new in change.agencies:
        yield texts.plain("cli-agencies-new", agency=new.name)
    for each in change.ended:
        by = ", ".join(map(short, each.by)) or texts.plain("cli-none")
        yield texts.plain("cli-agencies-ended", agency=short(each.agency), to=by)
    for subject, number, agency, taker in found.duties:
        name = f"cli-agencies-{subject}"
        yield texts.plain(name, number=str(number), agency=short(agency), to=short(taker))
    for person, to in found.people:
        yield texts.plain(
            "cli-agencies-person",
            id=str(person.id),
            name=person.name,
            agency=short(person.agency),
            to=short(to),
        )
