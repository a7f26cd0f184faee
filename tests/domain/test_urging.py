"""To whom of an agency urging goes out."""

from datetime import datetime

import pytest

from dialogue.texts import ZONE
from domain.person import Person, Role
from domain.urging import Reach, Urgeable, whom_to_urge

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=ZONE)


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
