"""How many tasks had come how far at the end of a time: for setting two times side by side."""

from datetime import date

from domain.answering import fitting
from domain.model import Model
from domain.period import Calendar, period_named
from domain.query import TaskQuery
from domain.spans import Days
from domain.standing import DeadlineState, Standing


class Then(Model):
    """Of `total` tasks, how many were done, overdue and reported on at all, on a day."""

    day: date
    total: int
    done: int
    overdue: int
    reported: int


def end_of(days: Days, calendar: Calendar) -> date:
    """Return the day on which a time closes: of a quarter or year when its data closes."""
    first, last = days.first, days.last
    if first is None or last is None:
        raise ValueError(f"{days} has no end")
    if days.year is not None or quarter_of(days) is not None:
        return period_named(last, calendar.tasks, calendar).ends
    return last


def quarter_of(days: Days) -> int | None:
    """Return which quarter of its year a time is, None where it is none."""
    first, last = days.first, days.last
    if first is None or last is None or (first.year, first.day) != (last.year, 1):
        return None
    quarter = (last.month + 2) // 3
    whole = first.month == last.month - 2 == 3 * quarter - 2
    return quarter if whole else None


def count(query: TaskQuery, standing: Standing, agency: str | None) -> Then:
    """Count the tasks that a query asks of by how they stand; an agency's own part if one is given.

    Only what the plan says of a task decides whether it is asked of.
    """
    plan = standing.plan
    tasks = [
        task
        for task in fitting(query, standing)
        if agency is None or agency in plan.responsible(task.number)
    ]
    states = [standing.of(task, agency).state for task in tasks]
    return Then(
        day=standing.today,
        total=len(tasks),
        done=states.count(DeadlineState.DONE),
        overdue=states.count(DeadlineState.OVERDUE),
        reported=sum(not standing.unreported(task.number, agency) for task in tasks),
    )
