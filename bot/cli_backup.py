"""`baocao backup`: a verified copy of the database and the evidence, also while the program runs.

The evidence lies in a folder beside the copy. The copies of `--keep` share one in which each file
lies once, under its hash: fourteen nights cost little more than one, and nothing is lost where the
folder is copied to a disk that knows no links.
"""

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_errors import check_folder
from bot.cli_setup import clock_of, existing, working_settings
from bot.user_error import UserError
from dialogue.texts import Texts
from storage.database import back_up
from storage.evidence_copies import NamedFile, bring, named_files, remove_unnamed
from storage.restoring import SQLITE

ENDING = re.compile(r"-\d{8}-\d{6}\.db")
SHOWN = 10
"""So many evidence files that are not whole are named."""


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
    """Copy the database and the evidence, running or not, and verify the copy.

    Evidence is copied to FILE.files, with --keep to one folder for all copies. An earlier backup in
    FILE is replaced only by a whole new one. Evidence that is lost is named; the command ends
    with 1.
    """
    settings = working_settings()
    texts = Texts(settings.language)
    source = existing(settings)
    target = file
    if keep is not None:
        if not file.is_dir():
            raise UserError("cli-keep-no-folder", folder=file)
        target = file / f"{source.stem}-{clock_of(settings)():%Y%m%d-%H%M%S}.db"
    _check_target(source, target)
    files = evidence_beside(target)[0 if keep is None else 1]
    if files.exists() and settings.evidence.exists() and files.samefile(settings.evidence):
        raise UserError("cli-backup-in-use", folder=file.parent if keep is None else file)
    back_up(source, target)
    named = named_files(target)
    lost = bring(named, files, [settings.evidence])
    copies = [target] if keep is None else _keep_newest(file, source.stem, keep)
    _remove_old_files(files, copies)
    size = target.stat().st_size
    typer.echo(texts.plain("cli-backed-up", file=target, size=size))
    if named:
        typer.echo(texts.plain("cli-backed-up-files", count=len(named) - len(lost), folder=files))
    if lost:
        typer.echo(told_lost("cli-backup-lost", lost).told(texts), err=True)
        raise typer.Exit(1)


def evidence_beside(copy: Path) -> tuple[Path, Path]:
    """Return where a copy's evidence may lie: in its own folder, in that of all nightly copies."""
    stem = ENDING.sub("", copy.name)
    return copy.with_name(copy.name + ".files"), copy.with_name(stem + ".files")


def told_lost(text: str, lost: Iterable[NamedFile]) -> UserError:
    """Return a text that names evidence files, the first of them where they are many."""
    files = list(lost)
    names = ", ".join(f"{each.name} ({each.sha256})" for each in files[:SHOWN])
    return UserError(text, count=len(files), files=names + (" …" if len(files) > SHOWN else ""))


def _keep_newest(folder: Path, stem: str, keep: int) -> list[Path]:
    """Remove the oldest copies, by their names, and nothing else; return those kept."""
    named = re.compile(re.escape(stem) + ENDING.pattern)
    copies = sorted(each for each in folder.iterdir() if named.fullmatch(each.name))
    for old in copies[:-keep]:
        old.unlink()
    return copies[-keep:]


def _remove_old_files(folder: Path, copies: Iterable[Path]) -> None:
    """Remove evidence that none of the copies names; all stays where one cannot be read."""
    if not folder.is_dir():
        return
    try:
        remove_unnamed(folder, {file.sha256 for copy in copies for file in named_files(copy)})
    except sqlite3.DatabaseError:
        return


def _check_target(source: Path, target: Path) -> None:
    """Let nothing be overwritten but an earlier backup that nobody has open."""
    check_folder(target)
    if not target.exists():
        return
    if target.is_dir():
        raise UserError("cli-backup-is-folder", file=target)
    if target.samefile(source):
        raise UserError("cli-backup-itself", file=target)
    if target.with_name(target.name + "-wal").exists():
        raise UserError("cli-backup-open", file=target)
    with target.open("rb") as file:
        if file.read(len(SQLITE)) not in (SQLITE, b""):
            raise UserError("cli-backup-not-ours", file=target)
