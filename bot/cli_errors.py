"""What a user can mend, said in one line in the user's language; the command then ends with 2."""

import errno
import sqlite3
from pathlib import Path

import typer

from bot.running import NothingToRun
from bot.user_error import UserError
from dialogue.texts import Texts
from storage.database import DatabaseBusy, DatabaseDamaged, DatabaseUnavailable
from storage.plans import NoPlan

_OF_FILES = {
    errno.ENOENT: "cli-file-missing",
    errno.EACCES: "cli-file-forbidden",
    errno.EPERM: "cli-file-forbidden",
    errno.EISDIR: "cli-file-is-folder",
    errno.ENOTDIR: "cli-file-no-folder",
    errno.ENOSPC: "cli-file-disk-full",
    errno.EROFS: "cli-file-read-only",
}
"""What the system says of a file, in our words; the rest is told as the system says it."""


def check_folder(file: Path) -> None:
    """Refuse a file to be written whose folder is missing, and name that folder."""
    if not file.parent.is_dir():
        raise UserError("cli-folder-missing", folder=file.parent)


MENDABLE = (
    UserError,
    DatabaseBusy,
    DatabaseUnavailable,
    sqlite3.DatabaseError,
    NoPlan,
    NothingToRun,
    OSError,
    BaseExceptionGroup,
    typer.TyperException,
)
"""What may be a user's to mend; `explanation` tells for sure."""


def explanation(error: BaseException, texts: Texts) -> str | None:
    """Return what to tell the user, or None for an error that is the program's own."""
    match error:
        case UserError():
            return error.told(texts)
        case DatabaseBusy():
            return texts.plain("cli-database-busy", database=str(error))
        case DatabaseDamaged():
            return texts.plain("cli-database-damaged", database=str(error))
        case DatabaseUnavailable() | sqlite3.DatabaseError():
            return texts.plain("cli-database-unusable", why=str(error))
        case NoPlan():
            return texts.plain("cli-no-plan")
        case NothingToRun():
            return texts.plain("cli-nothing-to-run")
        case OSError():
            return _of_the_system(error, texts)
        case typer.TyperException():
            return str(getattr(error, "format_message", error.__str__)())
        case BaseExceptionGroup(exceptions=[only]):
            return explanation(only, texts)
        case _:
            return None


def _of_the_system(error: OSError, texts: Texts) -> str:
    if error.errno == errno.EADDRINUSE:
        return texts.plain("cli-port-taken", why=str(error.strerror))
    why = str(error.strerror or error)
    if error.errno in _OF_FILES:
        why = texts.plain(_OF_FILES[error.errno])
    return why if error.filename is None else f"{error.filename}: {why}"
