"""Đôn đốc: the focal agency has those urged who owe a report, once a person and day."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import StrEnum

from domain.model import Model
from domain.person import Person, Role


class Reach(StrEnum):
    """Whether somebody can be written to."""

    REACHED = "reached"
    BLOCKED = "blocked"
    NOT_JOINED = "not_joined"


class Outcome(StrEnum):
    """What became of urging somebody; SETTLED had reported before it was sent."""

    SENT = "sent"
    WAITING = "waiting"
    SETTLED = "settled"
    FAILED = "failed"
    BLOCKED = "blocked"
    NOT_JOINED = "not_joined"


class Urgeable(Model):
    """Somebody who reports for an agency, whether reached, and whether urged on the day already.

    `role` is that of who is away where the person stands in for somebody.
    """

    person: Person
    role: Role
    reach: Reach
    urged: bool = False


class Urging(Model):
    """Whom to urge on a day, by agency; `unreached` can be told nothing, or are not even there.

    `urged` are the agencies urged that day already. `not_before` is the moment from which it goes
    out, None for at once.
    """

    day: date
    not_before: datetime | None
    people: tuple[tuple[str, Person], ...] = ()
    unreached: tuple[tuple[str, Person | None, Reach], ...] = ()
    urged: tuple[str, ...] = ()

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies in which somebody is urged."""
        return tuple(dict.fromkeys(agency for agency, _ in self.people))

    def without(self, urger: Person | None) -> "Urging":
        """Return it without the one who urges: nobody writes to oneself."""
        if urger is None:
            return self
        people = tuple(each for each in self.people if each[1].id != urger.id)
        return self.model_copy(update={"people": people})


class Urged(Model):
    """One line of the delivery ledger: whom of which agency, what became of it, when.

    `person` is None where an agency has nobody on the roster.
    """

    agency: str
    person: str | None
    outcome: Outcome
    at: datetime | None = None


def whom_to_urge(
    owing: Collection[str],
    staff: Mapping[str, Collection[Urgeable]],
    escalated: Collection[str],
    leaves: datetime,
    now: datetime,
) -> Urging:
    """Return whom to urge of the agencies that owe: their officers, else who reports for them.

    The heads of agencies that have `escalated` are urged too.
    """
    people: list[tuple[str, Person]] = []
    unreached: list[tuple[str, Person | None, Reach]] = []
    urged: list[str] = []
    for agency in owing:
        chosen = _of_agency(staff.get(agency, ()), heads=agency in escalated)
        if not chosen:
            unreached.append((agency, None, Reach.NOT_JOINED))
        people += [(agency, e.person) for e in chosen if e.reach is Reach.REACHED and not e.urged]
        unreached += [(agency, e.person, e.reach) for e in chosen if e.reach is not Reach.REACHED]
        if any(each.urged for each in chosen):
            urged.append(agency)
    return Urging(
        day=leaves.date(),
        not_before=None if leaves == now else leaves,
        people=tuple(people),
        unreached=tuple(unreached),
        urged=tuple(urged),
    )


def _of_agency(staff: Collection[Urgeable], *, heads: bool) -> list[Urgeable]:
    by_role = {
        role: [each for each in staff if each.role is role]
        for role in (Role.OFFICER, Role.FOCAL, Role.HEAD)
    }
    first = next((found for found in by_role.values() if found), [])
    found = {each.person.id: each for each in (*first, *(by_role[Role.HEAD] if heads else ()))}
    return list(found.values())
