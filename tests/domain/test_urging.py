"""When urging goes out, and to whom of an agency."""

from datetime import date, datetime

import pytest

from dialogue.texts import ZONE
from domain.period import Calendar
from domain.person import Person, Role
from domain.urging import Reach, Urgeable, leaves_at, whom_to_urge

CALENDAR = Calendar(days_off=frozenset({date(2026, 3, 4)}))


def _at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZONE)


NOON = _at("2026-03-02 12:00")


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        ("2026-03-02 07:30", "2026-03-02 07:30"),
        ("2026-03-02 17:00", "2026-03-02 17:00"),
        ("2026-03-02 05:00", "2026-03-02 07:30"),
        ("2026-03-02 17:01", "2026-03-03 07:30"),
        ("2026-03-03 20:00", "2026-03-05 07:30"),
        ("2026-03-06 18:00", "2026-03-09 07:30"),
        ("2026-03-07 10:00", "2026-03-09 07:30"),
        ("2026-04-29 18:00", "2026-05-04 07:30"),
    ],
)
def test_it_goes_out_in_working_hours(now: str, leaves: str) -> None:
    """At once, in the same morning, or on the next working day; the plan's own days off count."""
    assert leaves_at(_at(now), CALENDAR) == _at(leaves)


def _staff(*roles: Role, reach: Reach = Reach.REACHED) -> list[Urgeable]:
    people = [Person(id=n, name=f"p{n}", role=role, agency="a") for n, role in enumerate(roles)]
    return [Urgeable(person=each, role=each.role, reach=reach) for each in people]


@pytest.mark.parametrize(
    ("roles", "escalated", "urged"),
    [
        ((Role.OFFICER, Role.HEAD), False, [Role.OFFICER]),
        ((Role.OFFICER, Role.HEAD), True, [Role.OFFICER, Role.HEAD]),
        ((Role.HEAD,), False, [Role.HEAD]),
        ((Role.FOCAL, Role.HEAD), False, [Role.FOCAL]),
        ((Role.FOCAL, Role.OFFICER), False, [Role.OFFICER]),
        ((Role.OFFICER, Role.OFFICER), False, [Role.OFFICER, Role.OFFICER]),
    ],
)
def test_officers_are_urged_and_the_head_where_it_has_come_to_that(
    roles: tuple[Role, ...], escalated: bool, urged: list[Role]
) -> None:
    """Where there is no officer, whoever else reports for the agency."""
    found = whom_to_urge(["a"], {"a": _staff(*roles)}, ["a"] if escalated else [], NOON, NOON)
    assert [person.role for _, person in found.people] == urged


def test_who_cannot_be_written_to_is_named() -> None:
    """With the reason; an agency without anybody too."""
    staff = {"a": _staff(Role.OFFICER, reach=Reach.BLOCKED)}
    found = whom_to_urge(["a", "b"], staff, [], NOON, NOON)
    assert found.people == ()
    assert [(agency, reach) for agency, _, reach in found.unreached] == [
        ("a", Reach.BLOCKED),
        ("b", Reach.NOT_JOINED),
    ]


def test_who_was_urged_that_day_is_not_urged_again() -> None:
    """The agency is named as urged."""
    (once,) = _staff(Role.OFFICER)
    found = whom_to_urge(["a"], {"a": [once.model_copy(update={"urged": True})]}, [], NOON, NOON)
    assert (found.people, found.urged) == ((), ("a",))
