"""What is due, and what others have paused, as lines."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.talk import Talk
from domain.agenda import Agenda, Escalation, Pending
from domain.person import Person, Role, may_see_reports
from domain.reminding import Due, Stage
from handlers.wording import agency_short, label, lines, period_name
from storage.gate import Reader
from storage.unfinished import Pause

PAUSES = 5
"""How many pauses of others are told at once."""
WORST = 3
"""How many agencies with tasks long overdue are named."""
UNREACHED = 6
"""How many agencies are named in which nobody can be reminded."""


def due_lines(talk: Talk, due: Sequence[Due]) -> Markup:
    """What is due, one line a stage and day."""
    return lines([_line(talk, each) for each in due])


def agenda_lines(talk: Talk, agenda: Agenda) -> Markup:
    """All that somebody is told: what is due, what has come up from below, who is out of reach."""
    told = [due_lines(talk, agenda.lines)] if agenda.lines else []
    if agenda.escalation is not None:
        told.append(_escalated(talk, agenda.escalation))
    if agenda.unreached:
        told.append(_unreached(talk, agenda.unreached))
    if agenda.pending is not None:
        told.append(_pending(talk, agenda.pending))
    for each in agenda.in_place:
        told.append(_in_place_of(talk, each.person))
        told.append(agenda_lines(talk, each.agenda))
    return lines(told)


def _in_place_of(talk: Talk, person: Person) -> Markup:
    """For whom it is told: somebody on leave, or oneself in another of the own agencies."""
    if person.id == talk.person.id:
        return talk.text("in-agency", agency=agency_short(talk, person.agency))
    return talk.text("in-place", person=person.name)


def seeing(talk: Talk, agenda: Agenda) -> Markup | None:
    """How what was escalated is seen one by one, None where nothing was."""
    escalations = [each.escalation for each in agenda.told if each.escalation is not None]
    if not escalations:
        return None
    if escalations[0].of_all:
        return talk.text("how-overdue", after=str(escalations[0].after))
    return talk.text("how-detail", first=str(escalations[0].overdue[0].numbers[0]))


async def pauses_seen(talk: Talk, db: Reader, since: str | None) -> Markup | None:
    """What others have paused, for the focal agency alone: since a day, or all that lasts."""
    if talk.person.role is not Role.FOCAL:
        return None
    others = [
        pause
        for pause in await db.pauses()
        if pause.person.id != talk.person.id
        and (since is None or pause.paused_on.isoformat() >= since)
    ]
    if not others:
        return None
    told = [_pause(talk, pause) for pause in others[-PAUSES:]]
    rest = len(others) - len(told)
    more = talk.text("pauses-more", rest=str(rest)) if rest > 0 else None
    return talk.text("pauses-seen", pauses=Markup("; ").join([*told, *([more] if more else [])]))


async def pauses_of_task(talk: Talk, db: Reader, number: int) -> Markup | None:
    """Who has paused the reminders of a task, of the agencies whose reports may be seen."""
    told = [
        talk.text("pause-of-task", agency=agency_short(talk, each.person.agency), until=each.until)
        for each in await db.pauses()
        if each.matter.number == number
        and may_see_reports(talk.person, each.person.agency, talk.plan)
    ]
    if not told:
        return None
    return talk.text("pauses-of-task", pauses=Markup("; ").join(dict.fromkeys(told)))


def _escalated(talk: Talk, escalation: Escalation) -> Markup:
    """One line for all: of the own agency by their numbers, of all agencies the worst ones."""
    overdue, after = escalation.overdue, str(escalation.after)
    if not escalation.of_all:
        return talk.text(
            "escalated",
            after=after,
            numbers=", ".join(map(str, overdue[0].numbers)),
            longest=str(escalation.longest),
        )
    worst = ", ".join(
        f"{agency_short(talk, each.agency)} {len(each.numbers)}" for each in overdue[:WORST]
    )
    return talk.text(
        "escalated-all",
        after=after,
        count=str(sum(len(each.numbers) for each in overdue)),
        agencies=str(len(overdue)),
        worst=worst,
    )


def _unreached(talk: Talk, agencies: Sequence[str]) -> Markup:
    named = ", ".join(agency_short(talk, each) for each in agencies[:UNREACHED])
    rest = len(agencies) - UNREACHED
    return talk.text(
        "unreached",
        agencies=talk.plain("unreached-more", named=named, rest=str(rest)) if rest > 0 else named,
    )


def _pending(talk: Talk, pending: Pending) -> Markup:
    """How many reports wait to be reviewed, and for how long the first of them has."""
    count = str(pending.count)
    if pending.longest == 0:
        return talk.text("to-review-today", count=count)
    return talk.text("to-review", count=count, longest=str(pending.longest))


def _pause(talk: Talk, pause: Pause) -> Markup:
    number = pause.matter.number
    return talk.text(
        "pause-seen",
        agency=agency_short(talk, pause.person.agency),
        matter=talk.plain("matter-period") if number is None else f"NV {number}",
        until=pause.until,
    )


def _line(talk: Talk, due: Due) -> Markup:
    numbers = ", ".join(map(str, due.numbers))
    count = str(len(due.numbers))
    if due.period is not None:
        period = period_name(talk, due.period)
        if due.stage is Stage.REST:
            return talk.text("due-rest", period=period, numbers=numbers)
        return talk.text(
            "due-period" if due.stage is Stage.TASKS else "due-figures",
            period=period,
            ends=due.day,
            count=count,
            numbers=numbers,
        )
    if due.stage is Stage.LONG_OVERDUE and len(due.numbers) > 1:
        return talk.text("due-long-overdue", count=count, numbers=numbers)
    tasks = _tasks(talk, due)
    if due.days == 0:
        return talk.text("due-today", tasks=tasks, due=_date(talk, due))
    return talk.text(
        "due-left" if due.days > 0 else "due-overdue",
        days=str(abs(due.days)),
        tasks=tasks,
        due=_date(talk, due),
    )


def _date(talk: Talk, due: Due) -> Markup:
    """The due date; of a task that was extended with the first one, of several that some were."""
    plan = talk.plan.task_by_number
    moved = [plan[number] for number in due.numbers if plan[number].deadline.due != due.day]
    if not moved:
        return talk.text("due-date", day=due.day)
    if len(due.numbers) == 1:
        return talk.text("due-date-moved", day=due.day, first=moved[0].deadline.due)
    numbers = ", ".join(f"NV {task.number}" for task in moved)
    return talk.text("due-date-some", day=due.day, numbers=numbers)


def _tasks(talk: Talk, due: Due) -> str:
    """One task with its title, several by their numbers."""
    if len(due.numbers) == 1:
        return label(talk.plan.task_by_number[due.numbers[0]])
    return f"NV {', '.join(map(str, due.numbers))}"
