"""What an agency is reminded of on a day, and until when that can be paused.

A step is reminded of once it was crossed since the last digest, not on its very day: a weekend or a
program that stood still loses nothing. A matter is told as it stands today, by its newest step.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from enum import StrEnum

from domain.model import Model
from domain.period import Calendar, Period, period_of

BEFORE = (30, 7, 3, 1)
"""Days before a task's due date on which it is reminded of."""
WEEKS = 8
"""How many weeks an overdue task is reminded of each week, from the day after on."""
CLOSING = (7, 3, 1)
"""Days before a period closes on which its missing reports are reminded of."""
LATEST = time(17, 0)
"""After this nobody is reminded any more that day; the next digest tells it all."""
_STEPS = (*(-days for days in BEFORE), *range(1, 7 * WEEKS, 7))


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
    left: Unfinished, since: date | None, paused: Mapping[Matter, date]
) -> tuple[Due, ...]:
    """Return the lines of a digest, empty where no step was crossed since that day.

    `paused` tells until when each matter is: on that day it is reminded of again. Without `since`
    everything is told that stands at a stage today.
    """
    lines = [*_of_tasks(left, since, paused), *_of_periods(left, since, paused)]
    order = list(Stage)
    lines.sort(key=lambda line: (order.index(line.stage), line.day))
    rest = _rest(left, lines, paused) if lines or since is None else None
    return (*lines, rest) if rest is not None else tuple(lines)


def is_urgent(lines: Sequence[Due]) -> bool:
    """Whether something is overdue, due within a day, or missing from a period that closes so."""
    return any(line.days <= 1 for line in lines if line.stage is not Stage.REST)


def next_stage(matter: Matter, left: Unfinished, calendar: Calendar) -> date:
    """Return the day on which a matter comes to its next stage: what a pause lasts until.

    Of a task: its next step before the due date or the day after it; once overdue the first day of
    a month, those eight weeks over. Of a period: its next step, or the first one of the next.
    """
    today = left.today
    if matter.kind is MatterKind.TASK:
        due = left.due[matter.number or 0]
        if today <= due:
            steps = (due + timedelta(days=step) for step in _STEPS)
            return next(step for step in steps if step > today)
        return _first_of_month(max(today, due + timedelta(weeks=WEEKS)) + timedelta(days=1))
    period = (left.tasks if matter.kind is MatterKind.TASKS else left.indicators).period
    after = period_of(period.ends + timedelta(days=1), period.rhythm, calendar)
    steps = (each.ends - timedelta(days=days) for each in (period, after) for days in CLOSING)
    return next(step for step in steps if step > today)


def _of_tasks(left: Unfinished, since: date | None, paused: Mapping[Matter, date]) -> Iterator[Due]:
    """One line for each due date, and one for all that is long overdue."""
    by_day: dict[tuple[Stage, date | None], list[int]] = {}
    for number, due in sorted(left.due.items()):
        stage = _stage(due, left.today)
        matter = Matter(kind=MatterKind.TASK, number=number)
        if stage is None or _is_paused(matter, left.today, paused):
            continue
        if since is None or _is_crossed(due, since, left.today):
            day = None if stage is Stage.LONG_OVERDUE else due
            by_day.setdefault((stage, day), []).append(number)
    for (stage, _), numbers in by_day.items():
        day = max(left.due[number] for number in numbers)
        yield Due(stage=stage, numbers=tuple(numbers), day=day, days=(day - left.today).days)


def _of_periods(
    left: Unfinished, since: date | None, paused: Mapping[Matter, date]
) -> Iterator[Due]:
    for stage, kind, unreported in (
        (Stage.TASKS, MatterKind.TASKS, left.tasks),
        (Stage.INDICATORS, MatterKind.INDICATORS, left.indicators),
    ):
        ends = unreported.period.ends
        steps = [ends - timedelta(days=days) for days in CLOSING]
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


def _stage(due: date, today: date) -> Stage | None:
    """Where a task stands; None where it is due so late that nothing is said yet."""
    days = (due - today).days
    if days > BEFORE[0]:
        return None
    if days >= 0:
        return Stage.DUE
    return Stage.OVERDUE if days >= -7 * WEEKS else Stage.LONG_OVERDUE


def _is_crossed(due: date, since: date, today: date) -> bool:
    """Whether a step of a task lies after `since` and not after today."""
    if any(since < due + timedelta(days=step) <= today for step in _STEPS):
        return True
    month = today.replace(day=1)
    return since < month and month > due + timedelta(weeks=WEEKS)


def _is_paused(matter: Matter, today: date, paused: Mapping[Matter, date]) -> bool:
    until = paused.get(matter)
    return until is not None and today < until


def _first_of_month(day: date) -> date:
    """Return the first day of a month that is not before a day."""
    return day if day.day == 1 else (day.replace(day=28) + timedelta(days=4)).replace(day=1)
