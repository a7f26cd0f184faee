"""Answers to queries about tasks, computed from the plan and the standing of its tasks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import partial

from domain.agency import AgencyKind
from domain.model import Model
from domain.plan import Plan
from domain.query import AgencyTerm, Part, TaskQuery, TaskState, Undated
from domain.report import Progress
from domain.spans import Days
from domain.standing import DeadlineState, Standing
from domain.task import DeadlineKind, Task

Hidden = AbstractSet[str]
"""The agencies whose reports the asker may not see."""
Judge = Callable[[Task, str | None], bool]
"""Whether a task, or an agency's own part of it, stands as a query asks."""
Has = Callable[[Standing, Task, str | None], bool]
"""Whether a task, or an agency's own part of it, has a state."""

_NARROWING = (
    *("no_lead", "groups", "products", "no_product"),
    *("due", "carried_out", "starts", "timing", "undated"),
)
_UNDATED = {
    Undated.OPEN: (DeadlineKind.OPEN,),
    Undated.MISSING: (DeadlineKind.MISSING,),
    Undated.BOTH: (DeadlineKind.OPEN, DeadlineKind.MISSING),
}


class Selection(Model):
    """The tasks that answer a query, in the plan's order.

    `coordinated` are the tasks that the agencies asked about as leads only coordinate, all else
    being equal. `withheld` are tasks that could not be judged: the asker may not see the reports.
    """

    tasks: tuple[Task, ...]
    coordinated: tuple[Task, ...] = ()
    withheld: tuple[Task, ...] = ()


def select_tasks(query: TaskQuery, standing: Standing, hidden: Hidden = frozenset()) -> Selection:
    """Return the tasks a query asks for, by the latest reports that the asker may see."""
    plan = standing.plan
    if query.numbers:
        known = (plan.task_by_number.get(number) for number in query.numbers)
        return Selection(tasks=tuple(task for task in known if task is not None))
    found = fitting(query, standing)
    unseen = hidden if query.states or query.reported is not None else frozenset[str]()
    seen = [task for task in found if not unseen or _seen(query, task, plan, unseen)]
    stands_so = judged_by(query, standing)
    return Selection(
        tasks=tuple(task for task in seen if stands_so(task, _own_part(query, task, plan))),
        coordinated=_coordinated(query, standing, hidden),
        withheld=_without(found, seen),
    )


def _without(tasks: Iterable[Task], others: Iterable[Task]) -> tuple[Task, ...]:
    numbers = {task.number for task in others}
    return tuple(task for task in tasks if task.number not in numbers)


def _coordinated(query: TaskQuery, standing: Standing, hidden: Hidden) -> tuple[Task, ...]:
    terms = query.agencies
    if not terms or any(term.part is not Part.LEAD or term.alone for term in terms):
        return ()
    turned = tuple(term.model_copy(update={"part": Part.COORDINATE}) for term in terms)
    found = select_tasks(query.model_copy(update={"agencies": turned}), standing, hidden).tasks
    led = _of_agencies(query, standing.plan)
    return tuple(task for task in found if task.number not in led)


def fitting(query: TaskQuery, standing: Standing) -> list[Task]:
    """Return the tasks that fulfil what a query asks of the plan's own words, reports aside.

    A due date that was extended counts as approved, of an agency asked about its own part's.
    """
    plan = standing.plan
    numbers = _of_agencies(query, plan) if query.agencies else plan.task_by_number.keys()
    if query.topic is not None:
        numbers &= set(query.topic.tasks)
    found = [task for task in plan.tasks if task.number in numbers]
    narrowed = any(getattr(query, name) for name in _NARROWING)
    return [task for task in found if _fits(query, task, standing)] if narrowed else found


def _fits(query: TaskQuery, task: Task, standing: Standing) -> bool:
    return (
        (not query.no_lead or not task.leads)
        and (not query.groups or task.group in query.groups)
        and (not query.products or not set(query.products).isdisjoint(task.products))
        and (not query.no_product or not task.products)
        and fits_times(query, task, standing, _own_part(query, task, standing.plan))
    )


def _of_agencies(query: TaskQuery, plan: Plan) -> AbstractSet[int]:
    """Agencies of one part are alternatives unless asked about together; parts must all fit."""
    by_part: defaultdict[Part, list[set[int]]] = defaultdict(list)
    for term in query.agencies:
        by_part[term.part].append(_of_agency(term, plan))
    combined = set.intersection if query.together else set.union
    return set.intersection(*(combined(*tasks) for tasks in by_part.values()))


def _of_agency(term: AgencyTerm, plan: Plan) -> set[int]:
    """A group counts where its own cell stands, a member also where its group does."""
    agency = plan.agency_by_id.get(term.agency)
    literally = term.named or (agency is not None and agency.kind is AgencyKind.GROUP)
    led = (plan.naming_as_lead if literally else plan.led_by)(term.agency)
    coordinated = (plan.naming_as_coordinator if literally else plan.coordinated_by)(term.agency)
    tasks = {Part.LEAD: led, Part.COORDINATE: coordinated}.get(term.part, (*led, *coordinated))
    alone = (term.agency,)
    return {
        task.number for task in tasks if not term.alone or plan.responsible(task.number) == alone
    }


def fits_times(query: TaskQuery, task: Task, standing: Standing, agency: str | None) -> bool:
    """Whether a task, or an agency's own part of it, has the timing that a query asks for."""
    deadline = task.deadline
    start, end = deadline.start, deadline.end
    if query.undated is not None and deadline.kind not in _UNDATED[query.undated]:
        return False
    untimed = query.due is None and query.carried_out is None
    if untimed and query.starts is None and query.timing is None:
        return True
    if deadline.due is None or start is None or end is None:
        return False
    dues = standing.dues(task, agency)
    last = max(end, *(due.year for due in dues))
    return (
        (query.due is None or any(map(query.due.holds, dues)))
        and (query.carried_out is None or query.carried_out.overlaps(start, last))
        and (query.starts is None or query.starts.overlaps(start, start))
        and (query.timing is None or (query.timing.first, query.timing.last) == (start, end))
    )


def _own_part(query: TaskQuery, task: Task, plan: Plan) -> str | None:
    """The one agency whose own reports decide: it is named alone and shares the task."""
    if len(query.agencies) != 1 or query.agencies[0].part is Part.COORDINATE:
        return None
    (term,) = query.agencies
    return term.agency if term.agency in plan.responsible(task.number) else None


def _seen(query: TaskQuery, task: Task, plan: Plan, hidden: Hidden) -> bool:
    own = _own_part(query, task, plan)
    return hidden.isdisjoint(plan.responsible(task.number) if own is None else (own,))


def judged_by(query: TaskQuery, standing: Standing) -> Judge:
    """Return what tells whether the reports on a task, of one agency or all, are as a query asks.

    Reported states are alternatives to each other, every other state must hold.
    """
    reported = [_HAS[state] for state in query.states if state in _REPORTED]
    others = [_HAS[state] for state in query.states if state not in _REPORTED]
    if query.late_over is not None or query.late_under is not None:
        others.append(partial(_is_late_so, query))
    if query.reported is not None:
        others.append(partial(_reported_within, query.reported))

    def stands_so(task: Task, agency: str | None) -> bool:
        if reported and not any(has(standing, task, agency) for has in reported):
            return False
        return all(has(standing, task, agency) for has in others)

    return stands_so


def _is_late_so(query: TaskQuery, standing: Standing, task: Task, agency: str | None) -> bool:
    late, under = -(standing.of(task, agency).days or 0), query.late_under
    over = query.late_over is None or late > query.late_over
    return over and (under is None or 0 < late < under)


def _reported_within(days: Days, standing: Standing, task: Task, agency: str | None) -> bool:
    return any(days.holds(each.reported_on) for each in standing.reports(task.number, agency))


def _of_number(has: Callable[[Standing, int, str | None], bool]) -> Has:
    return lambda standing, task, agency: has(standing, task.number, agency)


def _no(has: Has) -> Has:
    return lambda standing, task, agency: not has(standing, task, agency)


def _progress(progress: Progress) -> Has:
    return lambda standing, task, agency: any(
        report.progress is progress for report in standing.reports(task.number, agency)
    )


def _deadline(*states: DeadlineState) -> Has:
    return lambda standing, task, agency: standing.of(task, agency).state in states


_HAS: Mapping[TaskState, Has] = {
    TaskState.DONE: _of_number(Standing.done),
    TaskState.DONE_IN_TIME: lambda standing, task, agency: standing.in_time(task, agency) is True,
    TaskState.DONE_LATE: lambda standing, task, agency: standing.in_time(task, agency) is False,
    TaskState.NOT_DONE: _no(_of_number(Standing.done)),
    TaskState.IN_PROGRESS: _progress(Progress.IN_PROGRESS),
    TaskState.NOT_STARTED: _progress(Progress.NOT_STARTED),
    TaskState.PAUSED: _progress(Progress.PAUSED),
    TaskState.BLOCKED: _of_number(Standing.blocked),
    TaskState.UNREPORTED: _of_number(Standing.unreported),
    TaskState.REPORTED: _no(_of_number(Standing.unreported)),
    TaskState.OVERDUE: _deadline(DeadlineState.OVERDUE),
    TaskState.DUE_SOON: _deadline(DeadlineState.DUE_SOON),
    TaskState.IN_TIME: _deadline(DeadlineState.IN_TIME, DeadlineState.DUE_SOON),
}
_REPORTED = {TaskState.DONE, TaskState.IN_PROGRESS, TaskState.NOT_STARTED, TaskState.PAUSED}
