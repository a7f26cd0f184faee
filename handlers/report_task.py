"""An officer reports one task of the agency, by steps or in one sentence."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from dialogue.kinds import SKIP, OneOf, Pick
from dialogue.talk import Talk
from dialogue.texts import brief
from dialogue.values import Day, DocumentNumber, Percent, Words
from domain.obstacle import Obstacle
from domain.report import Progress, Stage, TaskReport, TaskReportDraft
from domain.standing import Standing
from domain.task import Task
from handlers.obstacle_wording import named
from handlers.on_behalf import answering, behalf
from handlers.own_tasks import reportable
from handlers.report_card import card, fields, head
from handlers.report_receipt import say_receipt
from handlers.several_reports import say_along
from handlers.wording import agency_short, label
from storage.gate import Reader, Writer
from understanding.words import (
    read_enough,
    read_field,
    read_no_obstacle,
    read_progress,
    read_send,
    read_stage,
)

LEFT = 300
"""So many characters are shown of what a report does not take."""
UNCHANGED = "unchanged"
UNSAID = ""
"""The answer about obstacles of a report that says nothing of them: those that are open stay."""


async def report_task(talk: Talk, db: Reader) -> None:
    """Ask what is missing, show the card, file the report once it is confirmed."""
    agency = answering(talk)
    standing = await db.standing(None if behalf(talk) else agency)
    own = reportable(talk, standing, agency)
    candidates = talk.given("candidates")
    if candidates:
        own = [task for task in own if task.number in candidates]
    if not own:
        if not candidates and talk.plan.indicators_of(agency):
            talk.hand_over("report_indicator", **behalf(talk))
        talk.say("none", agency=agency_short(talk, agency))
        return
    say_along(talk)
    task = await talk.ask(
        "task",
        OneOf(own, key=_key, label=label, own_number=lambda task: task.number),
        agency=agency_short(talk, agency),
        first=str(own[0].number),
    )
    latest = standing.latest(task.number, agency)
    open_ = await db.open_obstacles(agency, task.number)
    draft = await _based(db, await _draft(talk, db, task, standing, open_))
    if (leftover := talk.given("leftover")) is not None:
        talk.say("leftover", of=leftover, words=brief(leftover, LEFT))
    if (replaced := talk.given("replaced")) is not None:
        talk.say("replaced", of=(replaced, draft.obstacle), words=brief(replaced))
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "change", "drop")), words=read_send),
        of=draft,
        card=lambda _page: card(talk, task, draft, (latest, open_), standing.of(task, agency)),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    if answer == "change":
        await _change(talk, draft)
    report = await talk.finish(Writer.file_task_report, draft)
    await say_receipt(talk, db, task, report)


async def _based(db: Reader, draft: TaskReportDraft) -> TaskReportDraft:
    """Base a draft on the newest report, which may be one that is not shown to who reports."""
    newest = await db.latest(draft.task, draft.agency)
    return draft.model_copy(update={"based_on": None if newest is None else newest.id})


async def _draft(
    talk: Talk, db: Reader, task: Task, standing: Standing, open_: Sequence[Obstacle]
) -> TaskReportDraft:
    """Gather the report's values; "không thay đổi" takes them from the latest report."""
    agency = answering(talk)
    latest = standing.latest(task.number, agency)
    returned = await db.returned_last(task.number, agency, talk.person)
    choices = [progress.value for progress in Progress]
    if latest is not None:
        choices.append(UNCHANGED)
    said = await talk.ask(
        "progress",
        Pick(talk.labels("progress-choice", choices), words=read_progress),
        of=task.number,
        header=lambda _page: head(talk, task, standing.of(task, agency), latest, returned),
    )
    if said == UNCHANGED and latest is not None:
        return unchanged(talk, latest, standing, talk.files)
    progress = Progress(said)
    stage, percent = await _how_far(talk, task, progress)
    number, day = await _product(talk, task, progress)
    obstacle = await _obstacle(talk, task, progress, open_)
    return TaskReportDraft(
        task=task.number,
        agency=agency,
        progress=progress,
        stage=stage,
        percent=percent,
        obstacle=obstacle or None,
        closes=tuple(each.id for each in open_) if obstacle is None else (),
        document_number=number,
        document_date=day,
        evidence=talk.files,
        reported_on=talk.now.date(),
    )


async def _how_far(
    talk: Talk, task: Task, progress: Progress
) -> tuple[Stage | None, Decimal | None]:
    """Ask the stage of a document and the percentage of what is in progress."""
    if progress is not Progress.IN_PROGRESS:
        return None, None
    basis = (task.number, progress)
    stage = None
    if task.product_is_document:
        keys = [*(stage.value for stage in Stage), SKIP]
        kind = Pick(talk.labels("stage-choice", keys), words=read_stage)
        picked = await talk.ask("stage", kind, of=basis)
        stage = None if picked == SKIP else Stage(picked)
    return stage, await talk.ask("percent", Percent(optional=True), of=basis)


async def _product(talk: Talk, task: Task, progress: Progress) -> tuple[str | None, date | None]:
    """Ask for the document that proves completion, and for evidence; keep one on the way."""
    if progress is Progress.IN_PROGRESS:
        return _on_the_way(talk)
    if progress is not Progress.DONE:
        return None, None
    basis = (task.number, progress)
    day = None
    number = await talk.ask(
        "document_number",
        DocumentNumber(optional=True, skip="report-task-no-document"),
        of=basis,
        number=str(task.number),
        short=task.short,
        product=task.cells.product or talk.text("product-unstated"),
    )
    if number is not None:
        day = await talk.ask("document_date", Day(optional=True), of=basis)
    await talk.ask(
        "evidence",
        Pick(talk.labels("evidence", (SKIP,)), words=read_enough, worded=True),
        of=basis,
        count=str(len(talk.files)),
    )
    return number, day


def _on_the_way(talk: Talk) -> tuple[str | None, date | None]:
    """Return the document that a report on work in progress names by itself."""
    day = talk.given("document_date")
    return talk.given("document_number"), None if day is None else date.fromisoformat(day)


async def _obstacle(
    talk: Talk, task: Task, progress: Progress, open_: Sequence[Obstacle]
) -> str | None:
    """Ask for khó khăn, vướng mắc of what is not done; None where there is none, or no more."""
    if progress is Progress.DONE:
        return None
    kind = Words(optional=True, skip="report-task-no-obstacle", none=read_no_obstacle)
    still = talk.text("obstacle-still", labels=named(open_)) if open_ else ""
    return await talk.ask("obstacle", kind, of=task.number, still=still)


def unchanged(
    talk: Talk, latest: TaskReport, standing: Standing, files: tuple[int, ...] = ()
) -> TaskReportDraft:
    """Return a draft that says the same as the latest report, for today.

    An obstacle that was closed since is not told again.
    """
    today: dict[str, object] = {
        "evidence": files,
        "reported_on": talk.now.date(),
        "based_on": latest.id,
    }
    if not standing.blocked(latest.task, latest.agency):
        today["obstacle"] = None
    return latest.draft.model_copy(update=today)


async def _change(talk: Talk, draft: TaskReportDraft) -> None:
    which = await talk.ask(
        "which", Pick(talk.labels("field", fields(draft)), words=read_field), of=draft
    )
    names = ("document_number", "document_date") if which == "document" else (which,)
    talk.reopen(*names, drop=("sure", "which"))


def _key(task: Task) -> str:
    return str(task.number)
