"""The roster as it is kept in chat: what an administrator does, and what is noted of it."""

from datetime import datetime
from enum import StrEnum

from domain.model import Model
from domain.person import Person, Role


class RosterAct(StrEnum):
    """What is done to somebody on the roster; `before` and `after` of an entry say from what."""

    ADDED = "added"
    ROLE = "role"
    MOVED = "moved"
    AGENCY_ADDED = "agency_added"
    AGENCY_REMOVED = "agency_removed"
    SWITCHED = "switched"
    CODE = "code"
    JOINED = "joined"
    SIGNED_OUT = "signed_out"
    REMOVED = "removed"
    RESTORED = "restored"


class RosterEntry(Model):
    """One line of the log; `actor` is None for the command line, `channel` too."""

    person: Person
    act: RosterAct
    before: str | None
    after: str | None
    actor: str | None
    channel: str | None
    done_at: datetime


class Listed(Model):
    """Somebody who is or was on the roster; `chats` tells how many accounts are connected."""

    person: Person
    chats: int
    removed: bool


class Admission(Model):
    """Somebody to be put on the roster."""

    name: str
    role: Role
    agency: str


def may_administer(person: Person) -> bool:
    """The roster is kept by administrators."""
    return person.role is Role.ADMIN
