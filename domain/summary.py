"""The leaders' summary: how many tasks came to what, in all, by group, by agency, and what changed.

A task that several agencies lead is counted once in the whole and in its group, by all of them
together; for an agency its own part is counted.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from domain.model import Model
from domain.person import Person, hidden_from
from domain.plan import Plan
from domain.query import AgencyTerm, TaskQuery, TaskState, Undated
from domain.standing import DeadlineState, Standing
from domain.task import Task

WEEK = timedelta(days=7)
"""How far back the state lies that a summary is compared with."""


class Outcome(StrEnum):
    """What a task has come to: completed or not, measured by its due date if it has one."""

    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    DONE_UNDATED = "done_undated"
    IN_TIME = "in_time"
    OVERDUE = "overdue"
    UNDATED = "undated"


OUTCOMES = tuple(Outcome)
DONE = (Outcome.DONE_IN_TIME, Outcome.DONE_LATE, Outcome.DONE_UNDATED)
_OPEN = {
    DeadlineState.IN_TIME: Outcome.IN_TIME,
    DeadlineState.DUE_SOON: Outcome.IN_TIME,
    DeadlineState.OVERDUE: Outcome.OVERDUE,
    DeadlineState.NO_DEADLINE: Outcome.UNDATED,
}


class Tally(Model):
    """The numbers of the tasks that came to each outcome, in the plan's order."""

    tasks: Mapping[Outcome, tuple[int, ...]]

    def count(self, *outcomes: Outcome) -> int:
        """How many tasks came to one of these outcomes."""
        return sum(len(self.tasks[outcome]) for outcome in outcomes)

    @property
    def total(self) -> int:
        """How many tasks there are."""
        return self.count(*OUTCOMES)


class Share(Model):
    """The tasks of one group of the plan, or an agency's part; `key` is its numeral or id."""

    key: str
    tally: Tally

    @cached_property
    def place(self) -> tuple[int, int]:
        """What to sort by to have the worst first: most overdue, then most not done."""
        tally = self.tally
        return -tally.count(Outcome.OVERDUE), tally.count(*DONE) - tally.total


class Change(Model):
    """Tasks whose state is another than on the day `since`: completed, overdue, not done again."""

    since: date
    done: tuple[int, ...]
    overdue: tuple[int, ...]
    reopened: tuple[int, ...]


class Summary(Model):
    """The whole plan on a day, or one agency's part of it; `agencies` begin with the worst."""

    day: date
    agency: str | None
    whole: Tally
    groups: tuple[Share, ...]
    agencies: tuple[Share, ...]
    change: Change


def scope_of(person: Person, plan: Plan) -> str | None:
    """Return None for who may see all agencies' reports, else the one agency whose are seen."""
    return person.agency if hidden_from(person, plan) else None


def outcome_of(task: Task, standing: Standing, agency: str | None = None) -> Outcome:
    """Return what a task, or an agency's own part of it, has come to."""
    return standing.once(_outcome, task.number, agency)


def _outcome(standing: Standing, number: int, agency: str | None) -> Outcome:
    task = standing.plan.task_by_number[number]
    state = standing.of(task, agency).state
    if state is not DeadlineState.DONE:
        return _OPEN[state]
    in_time = standing.in_time(task, agency)
    if in_time is None:
        return Outcome.DONE_UNDATED
    return Outcome.DONE_IN_TIME if in_time else Outcome.DONE_LATE


def summarise(now: Standing, before: Standing, agency: str | None = None) -> Summary:
    """Return the summary of a standing, and what it has changed against an earlier one."""
    plan = now.plan
    tasks = plan.tasks if agency is None else plan.led_by(agency)
    today = {task.number: outcome_of(task, now, agency) for task in tasks}
    then = {task.number: outcome_of(task, before, agency) for task in tasks}
    groups: defaultdict[str, dict[int, Outcome]] = defaultdict(dict)
    for task in tasks:
        groups[task.group][task.number] = today[task.number]
    leading = [each.id for each in plan.agencies] if agency is None else [agency]
    shares = [now.part(id_, _share) for id_ in leading if plan.led_by(id_)]
    return Summary(
        day=now.today,
        agency=agency,
        whole=_tally(today),
        groups=tuple(Share(key=key, tally=_tally(own)) for key, own in groups.items()),
        agencies=tuple(sorted(shares, key=lambda share: share.place)),
        change=_change(before.today, then, today),
    )


def tasks_of(outcome: Outcome, summary: Summary) -> TaskQuery:
    """Return the question whose answer is the tasks counted under an outcome."""
    own = () if summary.agency is None else (AgencyTerm(agency=summary.agency),)
    if outcome is Outcome.DONE_UNDATED:
        return TaskQuery(agencies=own, states=(TaskState.DONE,), undated=Undated.BOTH)
    if outcome is Outcome.UNDATED:
        return TaskQuery(agencies=own, states=(TaskState.NOT_DONE,), undated=Undated.BOTH)
    return TaskQuery(agencies=own, states=(TaskState(outcome.value),))


def _share(standing: Standing, agency: str) -> Share:
    """An agency's own part of the tasks that it leads."""
    tasks = standing.plan.led_by(agency)
    return Share(
        key=agency,
        tally=_tally({task.number: outcome_of(task, standing, agency) for task in tasks}),
    )


def _tally(outcomes: Mapping[int, Outcome]) -> Tally:
    found: dict[Outcome, list[int]] = {outcome: [] for outcome in OUTCOMES}
    for number, outcome in outcomes.items():
        found[outcome].append(number)
    return Tally(tasks={outcome: tuple(numbers) for outcome, numbers in found.items()})


def _change(since: date, then: Mapping[int, Outcome], today: Mapping[int, Outcome]) -> Change:
    others = [n for n in today if today[n] is not then[n]]

    def turned(into: Callable[[Outcome], bool]) -> tuple[int, ...]:
        return tuple(n for n in others if into(today[n]) and not into(then[n]))

    return Change(
        since=since,
        done=turned(lambda outcome: outcome in DONE),
        overdue=turned(lambda outcome: outcome is Outcome.OVERDUE),
        reopened=turned(lambda outcome: outcome not in DONE),
    )
