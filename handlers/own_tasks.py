"""The tasks somebody may report, in the order they press."""

from datetime import date

from dialogue.talk import Talk
from domain.person import may_report_for
from domain.standing import DeadlineState, Standing
from domain.task import Task
from storage.gate import Reader

_ORDER = {
    DeadlineState.OVERDUE: 0,
    DeadlineState.DUE_SOON: 1,
    DeadlineState.IN_TIME: 2,
    DeadlineState.NO_DEADLINE: 3,
    DeadlineState.DONE: 4,
}


def reportable(talk: Talk, standing: Standing, agency: str | None = None) -> list[Task]:
    """Return the tasks that the person may report for an agency, None for the own one.

    Overdue ones come first, then the soonest, the done ones last.
    """
    agency = agency or talk.person.agency
    led = talk.plan.led_by(agency)
    own = [task for task in led if may_report_for(talk.person, agency, task.number, talk.plan)]
    return in_order(own, standing, agency)


async def first_own(talk: Talk, db: Reader) -> str | None:
    """Return the number of the person's most pressing task, for an example; None without a task."""
    own = reportable(talk, await db.standing(talk.person.agency))
    return str(own[0].number) if own else None


def in_order(tasks: list[Task], standing: Standing, agency: str | None) -> list[Task]:
    """Return tasks as they press: overdue, soonest, without a date, done."""

    def pressing(task: Task) -> tuple[int, date, int]:
        state = standing.of(task, agency)
        return _ORDER[state.state], state.due or date.max, task.number

    return sorted(tasks, key=pressing)
