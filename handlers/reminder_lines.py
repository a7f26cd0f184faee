"""What is due, and what others have paused, as lines."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.talk import Talk
from domain.person import Role, may_see_reports
from domain.reminding import Due, Stage, Unfinished
from handlers.wording import agency_short, label, lines, period_name
from storage.gate import Reader
from storage.reminders import Pause

PAUSES = 5
"""How many pauses of others are told at once."""


def due_lines(talk: Talk, due: Sequence[Due], left: Unfinished) -> Markup:
    """What is due, one line a stage and day."""
    return lines([_line(talk, each, left) for each in due])


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


def _line(talk: Talk, due: Due, left: Unfinished) -> Markup:
    numbers = ", ".join(map(str, due.numbers))
    count = str(len(due.numbers))
    single = len(due.numbers) == 1
    match due.stage:
        case Stage.DUE if due.days == 0:
            return talk.text("due-today", tasks=_tasks(talk, due), due=due.day)
        case Stage.DUE:
            return talk.text("due-left", days=str(due.days), tasks=_tasks(talk, due), due=due.day)
        case Stage.OVERDUE | Stage.LONG_OVERDUE if single or due.stage is Stage.OVERDUE:
            days = str(-due.days)
            return talk.text("due-overdue", days=days, tasks=_tasks(talk, due), due=due.day)
        case Stage.LONG_OVERDUE:
            return talk.text("due-long-overdue", count=count, numbers=numbers)
        case Stage.TASKS:
            period = period_name(talk, left.tasks.period)
            return talk.text(
                "due-period", period=period, ends=due.day, count=count, numbers=numbers
            )
        case Stage.INDICATORS:
            period = period_name(talk, left.indicators.period)
            return talk.text(
                "due-figures", period=period, ends=due.day, count=count, numbers=numbers
            )
        case Stage.REST:
            return talk.text(
                "due-rest", period=period_name(talk, left.tasks.period), numbers=numbers
            )


def _tasks(talk: Talk, due: Due) -> str:
    """One task with its title, several by their numbers."""
    if len(due.numbers) == 1:
        return label(talk.plan.task_by_number[due.numbers[0]])
    return f"NV {', '.join(map(str, due.numbers))}"
