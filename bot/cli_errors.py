"""What a user can mend, said in one line; the command then ends with 2."""

import errno
import sqlite3
from pathlib import Path

import typer

from bot.running import NothingToRun
from bot.settings import SettingsError
from storage.database import DatabaseBusy, DatabaseUnavailable
from storage.plans import NoPlan

NO_PLAN = "load one first: baocao plan load plans/179-KH-UBND.yaml"


class UserError(Exception):
    """What the user asked for cannot be done; the text says why and what to do instead."""


def check_folder(file: Path) -> None:
    """Refuse a file to be written whose folder is missing, and name that folder."""
    if not file.parent.is_dir():
        raise UserError(f"{file.parent}: there is no such folder; make it first, or name another")


MENDABLE = (
    UserError,
    SettingsError,
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


def explanation(error: BaseException) -> str | None:
    """Return what to tell the user, or None for an error that is the program's own."""
    match error:
        case UserError() | SettingsError():
            return str(error)
        case DatabaseBusy():
            return f"{error}: another process works on this database; end that one first"
        case DatabaseUnavailable() | sqlite3.DatabaseError():
            return f"the database cannot be used: {error}"
        case NoPlan():
            return f"no plan is loaded; {NO_PLAN}"
        case NothingToRun():
            return "nothing to run: set up a channel (BAOCAO_TELEGRAM_TOKEN …), or: make demo"
        case OSError(errno=errno.EADDRINUSE):
            return f"{error.strerror}; choose another port with BAOCAO_WEB_PORT"
        case OSError(filename=None):
            return str(error.strerror or error)
        case OSError():
            return f"{error.filename}: {error.strerror}"
        case typer.TyperException():
            return str(getattr(error, "format_message", error.__str__)())
        case BaseExceptionGroup(exceptions=[only]):
            return explanation(only)
        case _:
            return None
