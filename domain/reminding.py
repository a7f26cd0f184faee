"""What an agency is reminded of on a day, and until when that can be paused.

A step is reminded of once it was crossed since the last digest, not on its very day: a holiday or a
program that stood still loses nothing. A matter is told as it stands today, by its newest step.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from domain.model import Model
from domain.period import Period, period_of
from domain.timetable import Timetable


class MatterKind(StrEnum):
    """What is reminded of: a task's own deadline, or all that a period still lacks."""

    TASK = "task"
    TASKS = "tasks"
    INDICATORS = "indicators"


class Matter(Model):
    """One thing that reminders can be paused for; `number` is a task's, None for a period."""

    kind: MatterKind
    number: int | None = None


class Unreported(Model):
    """The period that holds today, with the numbers of what an agency has not reported in it."""

    period: Period
    numbers: tuple[int, ...] = ()


class Unfinished(Model):
    """All an agency has before it on a day: open tasks by their due dates, and its two periods."""

    today: date
    due: Mapping[int, date]
    tasks: Unreported
    indicators: Unreported


class Stage(StrEnum):
    """Where a matter stands on its ladder; REST is what else the period lacks."""

    OVERDUE = "overdue"
    DUE = "due"
    TASKS = "tasks"
    INDICATORS = "indicators"
    LONG_OVERDUE = "long_overdue"
    REST = "rest"


class Due(Model):
    """One line of a digest: numbers that stand at one stage, by one day.

    `day` is the due date or the day the period closes (of several, the latest), `days` from today
    to it, negative once it is past. `period` is the one that lacks them, None for a deadline.
    """

    stage: Stage
    numbers: tuple[int, ...]
    day: date
    days: int
    period: Period | None = None

    @property
    def matters(self) -> tuple[Matter, ...]:
        """What can be paused of it."""
        match self.stage:
            case Stage.TASKS:
                return (Matter(kind=MatterKind.TASKS),)
            case Stage.INDICATORS:
                return (Matter(kind=MatterKind.INDICATORS),)
            case Stage.REST:
                return ()
            case _:
                return tuple(Matter(kind=MatterKind.TASK, number=each) for each in self.numbers)


def reminders(
    left: Unfinished, since: date | None, paused: Mapping[Matter, date], timetable: Timetable
) -> tuple[Due, ...]:
    """Return the lines of a digest, empty where no step was crossed since that day.

    `paused` tells until when each matter is: on that day it is reminded of again. Without `since`
    everything is told that stands at a stage today.
    """
    lines = [
        *_of_tasks(left, since, paused, timetable),
        *_of_periods(left, since, paused, timetable),
    ]
    order = list(Stage)
    lines.sort(key=lambda line: (order.index(line.stage), line.day))
    rest = _rest(left, lines, paused) if lines or since is None else None
    return (*lines, rest) if rest is not None else tuple(lines)


def is_urgent(lines: Sequence[Due], today: date, timetable: Timetable) -> bool:
    """Whether something is overdue, or due or closing by the next working day."""
    told = (line for line in lines if line.stage is not Stage.REST)
    return any(timetable.is_last_chance(line.day, today) for line in told)


def next_stage(matter: Matter, left: Unfinished, timetable: Timetable) -> date:
    """Return the day on which a matter comes to its next stage: what a pause lasts until.

    Of a task: its next step before the due date or the day after it; once overdue the first day of
    a month, the weekly steps over. Of a period: its next step, or the first one of the next.
    """
    today = left.today
    if matter.kind is MatterKind.TASK:
        due = left.due[matter.number or 0]
        if today <= due:
            return next(step for step in sorted(timetable.task_steps(due)) if step > today)
        return _first_of_month(max(today, timetable.long_overdue(due)) + timedelta(days=1))
    period = (left.tasks if matter.kind is MatterKind.TASKS else left.indicators).period
    after = period_of(period.ends + timedelta(days=1), period.rhythm, timetable.calendar)
    steps = sorted({*timetable.period_steps(period), *timetable.period_steps(after)})
    return next(step for step in steps if step > today)


def _of_tasks(
    left: Unfinished, since: date | None, paused: Mapping[Matter, date], timetable: Timetable
) -> Iterator[Due]:
    """One line for each due date, and one for all that is long overdue."""
    by_day: dict[tuple[Stage, date | None], list[int]] = {}
    for number, due in sorted(left.due.items()):
        stage = _stage(due, left.today, timetable)
        matter = Matter(kind=MatterKind.TASK, number=number)
        if stage is None or _is_paused(matter, left.today, paused):
            continue
        if since is None or _is_crossed(due, since, left.today, timetable):
            day = None if stage is Stage.LONG_OVERDUE else due
            by_day.setdefault((stage, day), []).append(number)
    for (stage, _), numbers in by_day.items():
        day = max(left.due[number] for number in numbers)
        yield Due(stage=stage, numbers=tuple(numbers), day=day, days=(day - left.today).days)


def _of_periods(
    left: Unfinished, since: date | None, paused: Mapping[Matter, date], timetable: Timetable
) -> Iterator[Due]:
    for stage, kind, unreported in (
        (Stage.TASKS, MatterKind.TASKS, left.tasks),
        (Stage.INDICATORS, MatterKind.INDICATORS, left.indicators),
    ):
        steps = sorted(timetable.period_steps(unreported.period))
        began = steps[0] - timedelta(days=1) if since is None else since
        crossed = any(began < step <= left.today for step in steps)
        silent = _is_paused(Matter(kind=kind), left.today, paused)
        if unreported.numbers and crossed and not silent:
            yield _lacks(stage, unreported.numbers, unreported.period, left.today)


def _rest(left: Unfinished, lines: list[Due], paused: Mapping[Matter, date]) -> Due | None:
    """What else the tasks' period lacks, where its end is not told of already."""
    if _is_paused(Matter(kind=MatterKind.TASKS), left.today, paused):
        return None
    told = {
        number for line in lines if line.stage is not Stage.INDICATORS for number in line.numbers
    }
    numbers = [
        number
        for number in left.tasks.numbers
        if number not in told
        and not _is_paused(Matter(kind=MatterKind.TASK, number=number), left.today, paused)
    ]
    return _lacks(Stage.REST, numbers, left.tasks.period, left.today) if numbers else None


def _lacks(stage: Stage, numbers: Sequence[int], period: Period, today: date) -> Due:
    ends = period.ends
    days = (ends - today).days
    return Due(stage=stage, numbers=tuple(numbers), day=ends, days=days, period=period)


def _stage(due: date, today: date, timetable: Timetable) -> Stage | None:
    """Where a task stands; None where it is due so late that nothing is said yet."""
    if today < timetable.begins(due):
        return None
    if today <= due:
        return Stage.DUE
    return Stage.OVERDUE if today <= timetable.long_overdue(due) else Stage.LONG_OVERDUE


def _is_crossed(due: date, since: date, today: date, timetable: Timetable) -> bool:
    """Whether a step of a task lies after `since` and not after today."""
    steps = timetable.task_steps(due) if since < timetable.last_step(due) else ()
    if any(since < step <= today for step in steps):
        return True
    month = today.replace(day=1)
    return since < month and month > timetable.long_overdue(due)


def _is_paused(matter: Matter, today: date, paused: Mapping[Matter, date]) -> bool:
    until = paused.get(matter)
    return until is not None and today < until


def _first_of_month(day: date) -> date:
    """Return the first day of a month that is not before a day."""
    return day if day.day == 1 else (day.replace(day=28) + timedelta(days=4)).replace(day=1)
