"""What comes up to the head and the focal agency: when it does, in one line, whatever is paused."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.agenda import Agenda, Pending, Reached, agenda
from domain.period import Calendar, Rhythm, period_of
from domain.person import Person, Role
from domain.reminding import Matter, MatterKind, Stage, Unfinished, Unreported
from domain.timetable import Ladder, Timetable

OWN, OTHER = "so-xay-dung", "so-noi-vu"
DUE = date(2026, 6, 30)
DAY = timedelta(days=1)
EVERYBODY = Reached(anybody=frozenset({OWN, OTHER}), officers=frozenset({OWN, OTHER}))
HEAD_ALONE = Reached(anybody=frozenset({OWN, OTHER}), officers=frozenset({OTHER}))
days = st.dates(min_value=date(2026, 5, 1), max_value=date(2027, 5, 1))


def left(today: date, due: Mapping[int, date] | None = None) -> Unfinished:
    """An agency that has nothing before it but tasks with due dates."""
    return Unfinished(
        today=today,
        due=due or {},
        tasks=Unreported(period=period_of(today, Rhythm.QUARTER, Calendar())),
        indicators=Unreported(period=period_of(today, Rhythm.YEAR, Calendar())),
    )


def told(
    role: Role,
    today: date,
    since: date | None,
    *,
    own: Mapping[int, date] | None = None,
    other: Mapping[int, date] | None = None,
    paused: Mapping[Matter, date] | None = None,
    reached: Reached = EVERYBODY,
    ladder: Ladder | None = None,
    filed: Collection[date] = (),
) -> Agenda:
    """What somebody of the first agency is told."""
    return agenda(
        Person(id=1, name="Cán bộ", role=role, agency=OWN),
        {OWN: left(today, own), OTHER: left(today, other)},
        paused or {},
        reached,
        since,
        Timetable(ladder=ladder or Ladder()),
        filed,
    )


def test_a_head_is_told_once_a_task_is_a_week_overdue_and_then_each_month() -> None:
    """All that is so long overdue, in one line; before that an officer's steps are not a head's."""
    own = {7: DUE, 9: DUE + timedelta(days=20)}
    heard: list[tuple[date, tuple[int, ...], int]] = []
    since = DUE - timedelta(days=60)
    for passed in range(100):
        today = since + DAY * passed
        found = told(Role.HEAD, today, since if not heard else heard[-1][0], own=own)
        assert found.lines == ()
        if found.escalation is not None:
            (overdue,) = found.escalation.overdue
            heard.append((today, overdue.numbers, found.escalation.longest))
    assert heard == [
        (date(2026, 7, 7), (7,), 7),
        (date(2026, 7, 27), (7, 9), 27),
        (date(2026, 8, 1), (7, 9), 32),
    ]


def test_the_focal_agency_is_told_of_all_agencies_the_worst_first() -> None:
    """From thirty days on, its own ladder beside it."""
    found = told(Role.FOCAL, DUE + timedelta(days=30), DUE, own={7: DUE}, other={8: DUE, 9: DUE})
    assert found.escalation is not None
    assert [(each.agency, each.numbers) for each in found.escalation.overdue] == [
        (OTHER, (8, 9)),
        (OWN, (7,)),
    ]
    assert [line.stage for line in found.lines] == [Stage.OVERDUE]
    before = told(Role.FOCAL, DUE + timedelta(days=29), DUE, own={7: DUE}, other={8: DUE})
    assert before.escalation is None


@given(today=days, since=days)
def test_an_officer_is_never_told_what_has_come_up(today: date, since: date) -> None:
    """Escalation is for those above; nor does a head hear of other agencies."""
    officer = told(Role.OFFICER, today, since, own={7: DUE}, other={8: DUE})
    assert officer.escalation is None
    head = told(Role.HEAD, today, since, own={}, other={8: DUE})
    assert not head


def test_a_pause_keeps_a_task_from_nobody_above() -> None:
    """Who paused it is spared; the head and the focal agency hear of it all the same."""
    today = DUE + timedelta(days=30)
    paused = {Matter(kind=MatterKind.TASK, number=7): today + DAY}
    own = {7: DUE}
    assert not told(Role.OFFICER, today, DUE, own=own, paused=paused)
    for role in (Role.HEAD, Role.FOCAL):
        found = told(role, today, DUE, own=own, paused=paused)
        assert found.escalation is not None


def test_a_head_alone_is_told_what_an_officer_would_be() -> None:
    """Where nobody else of the agency can be written to, nothing falls between two chairs."""
    found = told(Role.HEAD, DUE + DAY, DUE, own={7: DUE}, reached=HEAD_ALONE)
    assert [line.stage for line in found.lines] == [Stage.OVERDUE]
    assert told(Role.HEAD, DUE + DAY, DUE, own={7: DUE}) == Agenda()


def test_who_asks_is_shown_the_ladder_whatever_the_role() -> None:
    """A head who types "nhắc việc" sees what the agency has before it."""
    found = told(Role.HEAD, DUE + timedelta(days=9), None, own={7: DUE})
    assert [line.stage for line in found.lines] == [Stage.OVERDUE]


@pytest.mark.parametrize(
    ("today", "since", "heard"),
    [
        (date(2026, 3, 2), date(2026, 2, 27), True),
        (date(2026, 3, 3), date(2026, 3, 2), False),
        (date(2026, 3, 4), date(2026, 3, 1), True),
        (date(2026, 3, 9), date(2026, 3, 6), True),
    ],
)
def test_agencies_out_of_reach_are_told_once_a_week(today: date, since: date, heard: bool) -> None:
    """On its first day on which it is looked; only those that owe something, to the focal alone."""
    alone = Reached(anybody=frozenset({OWN}), officers=frozenset({OWN}))
    owing = {8: DUE}
    found = told(Role.FOCAL, today, since, other=owing, reached=alone)
    assert found.unreached == ((OTHER,) if heard else ())
    assert told(Role.FOCAL, today, since, reached=alone).unreached == ()
    assert not told(Role.OFFICER, today, since, other=owing, reached=alone)
    assert told(Role.FOCAL, today, since, other=owing).unreached == ()


def test_the_days_of_escalation_are_the_plans() -> None:
    """A plan that says three and ten is followed."""
    ladder = Ladder(escalate_head=3, escalate_focal=10)
    for role, after in ((Role.HEAD, 3), (Role.FOCAL, 10)):
        found = told(role, DUE + timedelta(days=after), DUE, own={7: DUE}, ladder=ladder)
        assert found.escalation is not None
        assert found.escalation.after == after
        early = told(role, DUE + timedelta(days=after - 1), DUE, own={7: DUE}, ladder=ladder)
        assert early.escalation is None


@pytest.mark.parametrize(
    ("today", "since", "heard"),
    [
        (date(2026, 3, 4), date(2026, 3, 1), False),
        (date(2026, 3, 5), date(2026, 3, 1), True),
        (date(2026, 3, 6), date(2026, 3, 2), False),
        (date(2026, 3, 9), date(2026, 3, 6), True),
        (date(2026, 3, 10), date(2026, 3, 9), False),
    ],
)
def test_reviews_are_told_of_once_a_week_when_one_has_waited_for_days(
    today: date, since: date, heard: bool
) -> None:
    """From the third day on, all that waits in one line, and the same week not again."""
    filed = (date(2026, 3, 2), date(2026, 3, 4))
    found = told(Role.HEAD, today, since, filed=filed)
    assert found.pending == (
        Pending(count=2, longest=(today - date(2026, 3, 2)).days) if heard else None
    )
    assert bool(found) is heard


def test_reviews_are_told_of_with_what_is_told_anyway() -> None:
    """Whatever has waited, however short; nothing of it where nothing waits."""
    told_of = told(Role.FOCAL, DUE + DAY, DUE, own={7: DUE}, filed=[DUE + DAY])
    assert told_of.lines
    assert told_of.pending == Pending(count=1, longest=0)
    assert told(Role.FOCAL, DUE + DAY, DUE, own={7: DUE}).pending is None
    assert told(Role.FOCAL, DUE, None, filed=[DUE]).pending == Pending(count=1, longest=0)
