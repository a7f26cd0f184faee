"""What is due, and what others have paused, as lines."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.talk import Talk
from domain.person import Role, may_see_reports
from domain.reminding import Due, Stage
from handlers.wording import agency_short, label, lines, period_name
from storage.gate import Reader
from storage.reminders import Pause

PAUSES = 5
"""How many pauses of others are told at once."""


def due_lines(talk: Talk, due: Sequence[Due]) -> Markup:
    """What is due, one line a stage and day."""
    return lines([_line(talk, each) for each in due])


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
        return talk.text("due-today", tasks=tasks, due=due.day)
    return talk.text(
        "due-left" if due.days > 0 else "due-overdue",
        days=str(abs(due.days)),
        tasks=tasks,
        due=due.day,
    )


def _tasks(talk: Talk, due: Due) -> str:
    """One task with its title, several by their numbers."""
    if len(due.numbers) == 1:
        return label(talk.plan.task_by_number[due.numbers[0]])
    return f"NV {', '.join(map(str, due.numbers))}"
