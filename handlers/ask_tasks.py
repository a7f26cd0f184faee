"""Tasks that a question asks for: listed, counted, or one in detail."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from domain.answering import Selection, select_tasks
from domain.person import hidden_from
from domain.query import Part, Shape, TaskQuery, TaskState
from domain.standing import Standing
from domain.task import Task
from handlers import wording
from handlers.ask_unreported import owes_nothing, unreported_among
from handlers.query_reading import task_reading
from handlers.refinements import refinements
from handlers.task_list import by_page
from storage.gate import Reader

NAMED = 4
"""Up to so many tasks that are only coordinated are named with their leads."""
NUMBERED, FIRST = 12, 10
"""Up to so many tasks are named by their numbers; of more the first of them."""


async def answer_tasks(talk: Talk, db: Reader, query: TaskQuery) -> None:
    """Answer with the tasks, by the reports that the asker may see."""
    known = set(query.numbers) <= talk.plan.task_by_number.keys()
    if len(query.numbers) == 1 and (query.as_of is None or not known):
        talk.hand_over("task_detail", task=query.numbers[0])
    if owes_nothing(talk, query.period_day):
        return
    if query.as_of is not None and query.as_of > talk.now.date():
        talk.say("as-of-future", day=query.as_of)
        return
    standing = await _standing(talk, db, query)
    selection = await _selected(talk, db, query, standing)
    if selection.withheld and not selection.tasks:
        talk.say("not-allowed")
        return
    if selection.withheld:
        talk.say("own-only", agency=wording.agency_short(talk, talk.person.agency))
    talk.remember(query, [task.number for task in selection.tasks])
    reading = task_reading(talk, query)
    also = _also(talk, query, selection)
    if not selection.tasks:
        talk.say("tasks-none", reading=reading, also=also)
    elif query.shape is Shape.COUNT:
        numbers = _numbers(talk, selection.tasks)
        count = str(len(selection.tasks))
        talk.say("count", reading=reading, count=count, numbers=numbers, also=also)
    else:
        more = refinements(talk, query, selection, standing)
        await _list(talk, query, selection, standing, reading, wording.lines([also or None, more]))


async def _standing(talk: Talk, db: Reader, query: TaskQuery) -> Standing:
    """How tasks stand on the day asked about, with days of completion where those are judged."""
    if query.as_of is not None:
        return await db.standing_on(query.as_of)
    judged = {TaskState.DONE_IN_TIME, TaskState.DONE_LATE}.intersection(query.states)
    return await (db.standing_on(talk.now.date()) if judged else db.standing())


async def _selected(talk: Talk, db: Reader, query: TaskQuery, standing: Standing) -> Selection:
    """The tasks; of those not reported in a period, by what is owed and not by "ever"."""
    selection = select_tasks(query, standing, hidden_from(talk.person, talk.plan))
    if not query.this_period:
        return selection
    states = tuple(each for each in query.states if each is not TaskState.UNREPORTED)
    found = select_tasks(query.model_copy(update={"states": states}), standing).tasks
    owed = await (db.owed() if query.period_day is None else db.owed_on(query.period_day))
    owing = unreported_among(owed, query)
    tasks = [each for each in found if each.number in owing and each not in selection.withheld]
    return Selection(tasks=tuple(tasks), withheld=selection.withheld)


async def _list(
    talk: Talk,
    query: TaskQuery,
    selection: Selection,
    standing: Standing,
    reading: Markup,
    also: Markup,
) -> None:
    tasks = selection.tasks

    task = await talk.ask(
        "tasks",
        OneOf(
            tasks,
            key=lambda task: str(task.number),
            label=lambda task: f"NV {task.number}",
            own_number=lambda task: task.number,
        ),
        loose=True,
        reading=reading,
        count=str(len(tasks)),
        tasks=by_page(tasks, lambda task: _line(talk, query, task, standing)),
        also=also,
    )
    talk.hand_over("task_detail", task=task.number)


def _line(talk: Talk, query: TaskQuery, task: Task, standing: Standing) -> Markup:
    own = _own_part(standing, query, task)
    agencies = standing.plan.responsible(task.number) if own is None else (own,)
    if query.shape is Shape.WHO or not hidden_from(talk.person, talk.plan).isdisjoint(agencies):
        return talk.text(
            "line-plan",
            number=str(task.number),
            short=task.short,
            lead=wording.leads(talk, task) or talk.text("line-no-lead"),
            due=wording.due(talk, task, standing.without_reports().of(task, own)),
        )
    return wording.status_line(talk, task, standing, own)


def _own_part(standing: Standing, query: TaskQuery, task: Task) -> str | None:
    """The one agency asked about, where it shares the task: its own reports are shown."""
    if len(query.agencies) != 1:
        return None
    agency = query.agencies[0].agency
    return agency if agency in standing.plan.responsible(task.number) else None


def _also(talk: Talk, query: TaskQuery, selection: Selection) -> Markup:
    """The tasks that the one agency asked about only coordinates."""
    leads = [term for term in query.agencies if term.part is Part.LEAD]
    if len(leads) != 1 or not selection.coordinated:
        return Markup("")
    agency = wording.agency_short(talk, leads[0].agency)
    if len(selection.coordinated) > NAMED:
        numbers = _numbers(talk, selection.coordinated)
        count = str(len(selection.coordinated))
        return talk.text("coordinated-many", agency=agency, count=count, tasks=numbers)
    named = [
        talk.text("coordinated-task", number=str(task.number), lead=wording.leads(talk, task))
        if task.leads
        else talk.text("coordinated-unled", number=str(task.number))
        for task in selection.coordinated
    ]
    return talk.text("coordinated", agency=agency, tasks=Markup(", ").join(named))


def _numbers(talk: Talk, tasks: Sequence[Task]) -> Markup:
    """Tasks by their numbers; of many the first ones and how many more."""
    shown = tasks if len(tasks) <= NUMBERED else tasks[:FIRST]
    named = Markup(", ").join(f"NV {task.number}" for task in shown)
    rest = len(tasks) - len(shown)
    return talk.text("and-more", named=named, rest=str(rest)) if rest else named
