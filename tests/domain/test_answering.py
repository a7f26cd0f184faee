"""Answers computed from typed queries, by the conventions of the examples."""

from datetime import date
from decimal import Decimal

import pytest

from domain.answering import select_tasks
from domain.figure import latest_figures
from domain.indicator_answers import select_indicators
from domain.query import (
    AgencyTerm,
    Condition,
    IndicatorQuery,
    Part,
    TaskQuery,
    TaskState,
    Topic,
    Undated,
)
from domain.spans import Days, Years
from domain.standing import Standing
from tests.understanding.examples import figures, lexicon, standing

CITY = "ubnd-tp-soc-trang"
DISTRICTS = "ubnd-cap-huyen"
EVERYBODY = frozenset(lexicon().plan.agency_by_id)


def numbers(**parts: object) -> list[int]:
    """Return the numbers of the tasks that fulfil a query."""
    return [task.number for task in select_tasks(TaskQuery.model_validate(parts), standing()).tasks]


def term(agency: str, part: Part = Part.LEAD, **more: bool) -> AgencyTerm:
    """Return an agency's term of a query."""
    return AgencyTerm(agency=agency, part=part, **more)


def test_a_group_is_its_own_cell_and_a_member_is_both() -> None:
    """The group's question leaves out tasks that name members; a member's takes both."""
    group = numbers(agencies=(term(DISTRICTS),))
    assert not {12, 14, 15, 16} & set(group)
    assert numbers(agencies=(term(CITY),)) == sorted([*group, 12, 14, 15, 16])
    assert numbers(agencies=(term(CITY, named=True),)) == [12, 14, 15, 16]
    assert numbers(agencies=(term(CITY, alone=True),)) == [14, 15]


def test_parts_of_agencies_narrow_each_other() -> None:
    """Alternatives within a part, both parts together; vague coordination does not count."""
    assert numbers(agencies=(term("so-xay-dung", Part.COORDINATE),)) == [8, 28, 32]
    both = (term("so-noi-vu"), term("so-xay-dung", Part.COORDINATE))
    assert numbers(agencies=both) == [8]
    either = (term("so-noi-vu"), term("so-gtvt"))
    assert numbers(agencies=either) == [8, 32]
    assert numbers(agencies=either, together=True) == []
    assert numbers(agencies=(term("ban-qlda-1"), term("ban-qlda-2")), together=True) == [21]


def test_tasks_only_coordinated_are_named_beside() -> None:
    """What an agency coordinates under the same conditions is returned apart."""
    query = TaskQuery(agencies=(term("so-xay-dung"),), due=Days.of_years(2025, 2025))
    selection = select_tasks(query, standing())
    assert [task.number for task in selection.tasks] == [4, 7]
    assert [task.number for task in selection.coordinated] == [8]


def test_times_leave_out_tasks_without_an_end() -> None:
    """Due, overlap, start and exact timing; the five without an end are in no year."""
    assert numbers(due=Days.of_years(2026, 2027)) == [1, 9, 26, 31]
    assert numbers(carried_out=Years(first=2024, last=2024)) == [2, 3, 4, 5, 6]
    assert numbers(starts=Years(first=2026, last=2026)) == [31]
    assert numbers(timing=Years(first=2025, last=2026)) == [9, 26]
    assert numbers(undated=Undated.BOTH) == [18, 23, 28, 29, 32]
    assert not {18, 23, 28, 29, 32} & set(numbers(due=Days.of_years(None, 2050)))


def test_own_reports_decide_for_one_agency() -> None:
    """A unit that shares a task is overdue by its own part, a task by any part."""
    overdue = numbers(agencies=(term(CITY),), states=(TaskState.OVERDUE,))
    assert overdue == [13, 14, 17, 20, 22, 25, 30]
    assert {3, 10, 11, 12} <= set(numbers(states=(TaskState.OVERDUE,)))


def test_states_follow_the_latest_reports() -> None:
    """Done needs all, unreported needs none, the others need one."""
    assert numbers(states=(TaskState.UNREPORTED,)) == [6, 17, 18, 20, 28, 30]
    assert numbers(states=(TaskState.BLOCKED,)) == [10, 14, 27]
    assert numbers(states=(TaskState.NOT_STARTED,)) == [13, 31]
    assert 19 not in numbers(states=(TaskState.DONE,))
    either = numbers(states=(TaskState.NOT_STARTED, TaskState.DONE))
    assert {31, 4} <= set(either)
    narrowed = numbers(states=(TaskState.NOT_STARTED, TaskState.OVERDUE))
    assert narrowed == [13]


def test_content_parts_narrow() -> None:
    """Groups, products, no product, no lead and topics are conditions like any other."""
    assert numbers(groups=("III",)) == [7, 8]
    assert numbers(products=("Đề án",)) == [19, 26, 31, 33]
    assert numbers(no_product=True) == [18, 28, 29]
    assert numbers(no_lead=True) == [18]
    assert numbers(topic=Topic(words="x", tasks=(4, 5)), groups=("II",)) == [4, 5]
    assert numbers(topic=Topic(words="x")) == []
    assert numbers(numbers=(9, 99), groups=("II",)) == [9]


def test_reports_that_may_not_be_seen_are_withheld() -> None:
    """What would betray another agency's reports is neither listed nor denied."""
    query = TaskQuery(agencies=(term("so-noi-vu"),), states=(TaskState.DONE,))
    hidden = select_tasks(query, standing(), EVERYBODY - {"so-xay-dung"})
    assert (hidden.tasks, [task.number for task in hidden.withheld]) == ((), [8])
    plain = select_tasks(TaskQuery(agencies=(term("so-noi-vu"),)), standing(), EVERYBODY)
    assert [task.number for task in plain.tasks] == [8]


def found(**parts: object) -> list[int]:
    """Return the numbers of the indicators that fulfil a query."""
    query = IndicatorQuery.model_validate(parts)
    return [
        each.indicator.number
        for each in select_indicators(query, lexicon().plan, latest_figures(figures()))
    ]


def test_indicators_are_judged_by_their_latest_figures() -> None:
    """Reached needs every figure at the lower bound; nothing is judged without a figure."""
    assert found(year=2025, condition=Condition.REACHED) == [1, 4, 6, 8]
    assert found(year=2025, condition=Condition.NOT_REACHED) == [2, 3, 5, 7]
    assert found(year=2025, condition=Condition.WITHOUT_FIGURE) == [9]
    assert found(year=2024, condition=Condition.REACHED) == []
    assert found(agencies=("so-tttt",)) == [8]
    assert found(agencies=("ubnd-h-ke-sach",)) == [5]


def test_a_figure_is_the_latest_and_never_an_average() -> None:
    """The later report counts; figures of several agencies are not made one."""
    query = IndicatorQuery(numbers=(3,), year=2025)
    (latest,) = select_indicators(query, lexicon().plan, latest_figures(figures()))
    assert latest.value == Decimal("44.2")
    assert latest.target is not None
    (several,) = select_indicators(
        IndicatorQuery(numbers=(5,), year=2025), lexicon().plan, latest_figures(figures())
    )
    assert several.value is None
    one = IndicatorQuery(numbers=(5,), year=2025, agencies=("ubnd-tx-vinh-chau",))
    assert select_indicators(one, lexicon().plan, latest_figures(figures()))[0].value == Decimal(
        "9.8"
    )


@pytest.mark.parametrize(
    ("over", "under", "found"),
    [
        (60, None, True), (61, None, False), (None, 62, True), (None, 61, False),
        (30, 90, True), (None, None, True),
    ],
)  # fmt: skip
def test_days_overdue_are_counted_exactly(
    over: int | None, under: int | None, *, found: bool
) -> None:
    """More than, and fewer than: of 61 days neither more than 61 nor fewer than 61."""
    standing = Standing(lexicon().plan, {}, date(2026, 3, 2))
    query = TaskQuery(late_over=over, late_under=under)
    assert (7 in {task.number for task in select_tasks(query, standing).tasks}) is found


def test_what_is_not_late_is_not_late_for_few_days() -> None:
    """Before the due date, and on it, no task is overdue under any number of days."""
    standing = Standing(lexicon().plan, {}, date(2025, 12, 31))
    assert select_tasks(TaskQuery(late_under=999), standing).tasks == ()
