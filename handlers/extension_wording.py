"""A request for extension in lines: before it is sent, before who decides, in a task's detail."""

from markupsafe import Markup

from dialogue.talk import Talk
from dialogue.texts import brief
from domain.extension import Extension, ExtensionDraft
from domain.person import may_see_reports
from domain.standing import TaskStanding
from domain.task import Task
from handlers import wording
from storage.gate import Reader

LONGEST_REASON = 500
"""So many characters has a reason at most, that its card fits one message."""
_REASON = 80
"""How much of a reason stands in a line of a list."""


def head(talk: Talk, task: Task, standing: TaskStanding, agency: str) -> Markup:
    """The task and the date that counts now, and whether only a part of it is asked for."""
    return wording.lines(
        [
            _title(talk, task),
            talk.text(
                "extension-agency",
                agency=wording.agency_short(talk, agency),
                deadline=wording.deadline(talk, task, standing),
            ),
            _only_part(talk, task, agency),
        ]
    )


def card(talk: Talk, asked: ExtensionDraft | Extension, *, late: bool) -> Markup:
    """What is asked for: task, agency, both dates, the reason; it may come too `late`."""
    task = talk.plan.task_by_number[asked.task]
    due = wording.due_date(talk, task, asked.due)
    return wording.lines(
        [
            _title(talk, task),
            talk.text("extension-due", agency=wording.agency_short(talk, asked.agency), due=due),
            talk.text("extension-until", until=asked.until),
            talk.text("extension-reason", reason=asked.reason),
            talk.text("extension-late", due=asked.due) if late else None,
            _only_part(talk, task, asked.agency),
        ]
    )


async def request_card(talk: Talk, db: Reader, extension: Extension) -> Markup:
    """A request before who decides: what is asked, what was reported last, who asks."""
    latest = await db.latest_known(extension.task, extension.agency, talk.person)
    asked_on = extension.asked_at.astimezone(talk.now.tzinfo).date()
    return wording.lines(
        [
            card(talk, extension, late=extension.due < asked_on),
            talk.text("extension-unreported")
            if latest is None
            else talk.text(
                "extension-reported",
                progress=wording.progress(talk, latest),
                day=latest.reported_on,
            ),
            talk.text("extension-asker", name=extension.asked_by.name, time=extension.asked_at),
        ]
    )


def request_row(talk: Talk, extension: Extension) -> Markup:
    """A request as a line of a list."""
    task = talk.plan.task_by_number[extension.task]
    return talk.text(
        "extension-row",
        number=str(extension.task),
        agency=wording.agency_short(talk, extension.agency),
        due=wording.due_date(talk, task, extension.due),
        until=extension.until,
        reason=brief(extension.reason, _REASON),
    )


async def extensions_of_task(talk: Talk, db: Reader, task: Task) -> Markup | None:
    """What was granted to which agency of a shared task, and what waits where that may be seen."""
    shared = len(talk.plan.responsible(task.number)) > 1
    granted: dict[str, Markup] = {}
    waiting = []
    for each in await db.extensions_of_task(task.number):
        facts = {"agency": wording.agency_short(talk, each.agency)}
        if each.granted is not None:
            granted[each.agency] = talk.text("extension-to", until=each.granted, **facts)
        elif may_see_reports(talk.person, each.agency, talk.plan):
            waiting.append(talk.text("extension-to", until=each.until, **facts))
    told = Markup("; ")
    return wording.lines(
        [
            talk.text("extension-granted-to", parts=told.join(granted.values()))
            if granted and shared
            else None,
            talk.text("extension-waiting-to", parts=told.join(waiting)) if waiting else None,
        ]
    )


def _title(talk: Talk, task: Task) -> Markup:
    return talk.text("extension-title", number=str(task.number), short=task.short)


def _only_part(talk: Talk, task: Task, agency: str) -> Markup | None:
    """That the other agencies' parts of a shared task stay as they are."""
    if len(talk.plan.responsible(task.number)) < 2:
        return None
    return talk.text("extension-part", agency=wording.agency_short(talk, agency))
