"""The files attached to reports: listed for who may see the reports, and sent one by one."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_UP, Decimal

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.messages import Attachment
from dialogue.runner import Start
from dialogue.talk import Talk
from dialogue.texts import brief
from domain.person import may_see_reports
from domain.summary import scope_of
from handlers import wording
from storage.evidence import Evidence
from storage.files import MEGABYTE
from storage.gate import Reader

_NAME = 60
"""How much of a file's name stands in a list."""
_SHOWN = 10
"""So many files are named where none can be chosen."""


async def view_evidence(talk: Talk, db: Reader) -> None:
    """Show what is attached to the reports on a task or an indicator, and send what is chosen."""
    if talk.files:  # the words came with files: those are to be attached, not looked at
        talk.hand_over("attach")
    if (id_ := talk.given("file")) is not None:
        _send(talk, await db.evidence(int(id_), talk.person.agency))
    elif (task := talk.given("task")) is not None:
        await _of_task(talk, db, int(task))
    elif (indicator := talk.given("indicator")) is not None:
        await _of_indicator(talk, db, int(indicator))
    else:
        await _which(talk, db)


def file_opened(key: str) -> Start | None:
    """Return what a button of a list of files opens; None for another's button."""
    match key.split("/"):
        case ["evidence", ("file" | "task" | "indicator") as about, number] if number.isdecimal():
            return Start(dialogue="view_evidence", given={about: number})
    return None


async def evidence_button(
    talk: Talk, db: Reader, *, task: int | None = None, indicator: int | None = None
) -> dict[str, str]:
    """Return the choice that shows the files of a card, none where there are none to see."""
    found = await _visible(talk, db, task, indicator)
    if not found:
        return {}
    about = f"task/{task}" if task is not None else f"indicator/{indicator}"
    return {f"evidence/{about}": talk.plain("evidence-button", count=str(len(found)))}


async def _visible(
    talk: Talk, db: Reader, task: int | None, indicator: int | None
) -> tuple[Evidence, ...]:
    """Return the files that the person may see: the same rule as for the reports themselves."""
    agency, own = scope_of(talk.person, talk.plan), talk.person.agency
    if task is not None:
        return await db.evidence_on_task(task, agency, own)
    return () if indicator is None else await db.evidence_on_indicator(indicator, agency, own)


async def _of_task(talk: Talk, db: Reader, number: int) -> None:
    if number not in talk.plan.task_by_number:
        talk.say("unknown-task", number=str(number), last=str(len(talk.plan.tasks)))
        return
    found = await _visible(talk, db, number, None)
    subject = talk.text("of-task", number=str(number))
    await _list(talk, found, subject, talk.plan.responsible(number), task=number)


async def _of_indicator(talk: Talk, db: Reader, number: int) -> None:
    if number not in talk.plan.indicator_by_number:
        talk.say("unknown-indicator", number=str(number), last=str(len(talk.plan.indicators)))
        return
    found = await _visible(talk, db, None, number)
    subject = talk.text("of-indicator", number=str(number))
    await _list(talk, found, subject, talk.plan.measured_by(number), indicator=number)


async def _which(talk: Talk, db: Reader) -> None:
    """Ask whose files are meant."""
    agency = scope_of(talk.person, talk.plan)
    tasks = [
        talk.plan.task_by_number[n]
        for n in await db.tasks_with_evidence(agency, talk.person.agency)
    ]
    if not tasks:
        talk.say("nothing")
        return
    task = await talk.ask(
        "which",
        OneOf(
            tasks,
            key=lambda task: f"evidence/task/{task.number}",
            label=wording.label,
            own_number=lambda task: task.number,
        ),
        loose=True,
    )
    talk.hand_over("view_evidence", task=task.number)


async def _list(
    talk: Talk,
    found: Sequence[Evidence],
    subject: Markup,
    responsible: Sequence[str],
    **about: int,
) -> None:
    """Name the files and send the chosen one; a single one is sent at once."""
    place = int(talk.given("place") or 1)
    if not found:
        hidden = not any(may_see_reports(talk.person, each, talk.plan) for each in responsible)
        talk.say("hidden" if hidden else "none", subject=subject)
    elif talk.given("listed"):
        await _choose(talk, found, subject, about)
    elif talk.given("place") is None and len(found) > 1:
        talk.hand_over("view_evidence", **about, listed=True)  # one that is left then is not sent
    elif not 0 < place <= len(found):
        talk.say("no-place", subject=subject, place=str(place), count=str(len(found)))
    else:
        _send(talk, found[place - 1])


async def _choose(
    talk: Talk, found: Sequence[Evidence], subject: Markup, about: Mapping[str, int]
) -> None:
    """Ask which file; asked again after each, so that the next can be had by its number alone."""
    if talk.is_detour:
        lines = [_line(talk, place, file) for place, file in enumerate(found[:_SHOWN], 1)]
        talk.say("listed", subject=subject, files=wording.lines(lines), count=str(len(found)))
        return
    sent = talk.given("sent")
    chosen = await talk.ask(
        "more" if sent else "file",
        OneOf(
            found,
            key=lambda file: f"evidence/file/{file.id}",
            label=lambda file: talk.plain("file-label", **_facts(talk, file)),
        ),
        loose=True,
        subject=subject,
        count=str(len(found)),
        sent=brief(sent or "", _NAME),
    )
    _send(talk, chosen)
    talk.hand_over("view_evidence", **about, listed=True, sent=chosen.name)


def _line(talk: Talk, place: int, file: Evidence) -> Markup:
    return talk.text("file-line", place=str(place), **_facts(talk, file))


def _facts(talk: Talk, file: Evidence) -> dict[str, object]:
    return {
        "name": brief(file.name, _NAME),
        "day": file.reported_on,
        "agency": wording.agency_short(talk, file.agency),
    }


def _send(talk: Talk, file: Evidence | None) -> None:
    """Send a file, or say why that cannot be; what was seen in a list may be so no more."""
    if file is None or not may_see_reports(talk.person, file.agency, talk.plan):
        talk.say("closed")
    elif file.sha256 is None:
        talk.say("pending" if file.problem == "unfetched" else "lost", **_facts(talk, file))
    else:
        talk.enclose(_attachment(talk, file, file.sha256))


def _attachment(talk: Talk, file: Evidence, sha256: str) -> Attachment:
    subject = (
        talk.text("of-indicator", number=str(file.indicator))
        if file.task is None
        else talk.text("of-task", number=str(file.task))
    )
    facts = _facts(talk, file)
    size = (Decimal(file.size) / MEGABYTE).quantize(Decimal("0.1"), ROUND_UP)
    return Attachment(
        evidence=file.id,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        sha256=sha256,
        caption=talk.plain("caption", subject=subject, code=file.code, **facts),
        linked=talk.plain("linked"),
        unsent=talk.plain("unsent", size=size, **facts),
        missing=talk.plain("missing", **facts),
    )
