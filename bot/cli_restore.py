"""`baocao restore`: a backup takes the database's place."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_errors import UserError
from bot.cli_setup import clock_of, working_settings
from dialogue.texts import ZONE
from storage.restoring import Contents, NotRestorable
from storage.restoring import restore as put_back


def restore(
    file: Annotated[Path, typer.Argument(help="A backup, made by baocao backup.")],
) -> None:
    """Put a backup in the database's place, once it is found whole; end the program first.

    The present database is kept under another name, which is told. FILE stays as it is.
    """
    settings = working_settings()
    target = settings.database
    now = clock_of(settings)()
    aside = target.with_name(f"{target.name}.before-restore-{now:%Y%m%d-%H%M%S}")
    if file.is_dir():
        raise UserError(f"{file}: this is a folder, name a file")
    if target.exists() and file.exists() and file.samefile(target):
        raise UserError(f"{file}: this is the database itself, name a backup")
    try:
        contents = put_back(file, target, aside)
    except NotRestorable as error:
        raise UserError(f"{file}: {error}; nothing was changed") from error
    typer.echo(f"{target}: {_told(contents)}.")
    kept = [aside.with_name(aside.name + ending) for ending in ("", "-wal")]
    for each in kept:
        if each.exists():
            typer.echo(f"The database that was there is kept as {each}")
    if contents.newest is not None:
        typer.echo("Whoever reported later than that has to report again; tell them.")
    missing = [each for each in contents.evidence if not (settings.evidence / each).is_file()]
    if missing:
        typer.echo(f"{len(missing)} evidence files are missing in {settings.evidence}.")


def _told(contents: Contents) -> str:
    plan = "no plan" if contents.plan is None else f"plan {contents.plan}"
    return (
        f"{plan}, {contents.people} people, {contents.reports:,} task reports, "
        f"{contents.figures:,} figures, {_newest(contents.newest)}"
    )


def _newest(newest: datetime | None) -> str:
    if newest is None:
        return "nothing reported yet"
    return f"the newest of {newest.astimezone(ZONE):%d/%m/%Y %H:%M}"
