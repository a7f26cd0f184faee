"""`baocao backup`: a verified copy of the database, also while the program runs."""

import re
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_errors import UserError, check_folder
from bot.cli_setup import clock_of, existing, working_settings
from storage.database import back_up
from storage.restoring import SQLITE

ENDING = r"-\d{8}-\d{6}\.db"


def backup(
    file: Annotated[
        Path, typer.Argument(help="Where to write the copy of the database; a folder with --keep.")
    ],
    keep: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="NUMBER",
            help="Name the copy in this folder by day and hour; keep so many, remove older ones.",
        ),
    ] = None,
) -> None:
    """Copy the database, running or not, and verify the copy.

    An earlier backup in FILE is replaced only by a whole new one. Evidence files are not in it.
    """
    settings = working_settings()
    source = existing(settings)
    target = file
    if keep is not None:
        if not file.is_dir():
            raise UserError(f"{file}: there is no such folder; --keep needs one")
        target = file / f"{source.stem}-{clock_of(settings)():%Y%m%d-%H%M%S}.db"
    _check_target(source, target)
    back_up(source, target)
    typer.echo(f"{target}: {target.stat().st_size:,} bytes, verified.")
    if keep is not None:
        _keep_newest(file, source.stem, keep)
    typer.echo(f"Evidence files lie in {settings.evidence}; copy that folder after this file.")


def _keep_newest(folder: Path, stem: str, keep: int) -> None:
    """Remove the oldest copies; their names are their age, and nothing else is touched."""
    copies = [
        each for each in folder.iterdir() if re.fullmatch(re.escape(stem) + ENDING, each.name)
    ]
    for old in sorted(copies)[:-keep]:
        old.unlink()


def _check_target(source: Path, target: Path) -> None:
    """Let nothing be overwritten but an earlier backup that nobody has open."""
    check_folder(target)
    if not target.exists():
        return
    if target.is_dir():
        raise UserError(f"{target}: this is a folder, name a file, or a number with --keep")
    if target.samefile(source):
        raise UserError(f"{target}: this is the database itself, name another file")
    if target.with_name(target.name + "-wal").exists():
        raise UserError(f"{target}: a program has this file open, name another one")
    with target.open("rb") as file:
        if file.read(len(SQLITE)) not in (SQLITE, b""):
            raise UserError(f"{target}: this file is no backup and is left as it is")
