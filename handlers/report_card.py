"""The card of a report before it is filed: what will be stored, beside what was said before."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.talk import Talk
from dialogue.texts import brief
from domain.obstacle import Obstacle
from domain.report import Progress, TaskReport, TaskReportDraft
from domain.reviewing import Review
from domain.standing import TaskStanding
from domain.task import Task
from handlers import wording
from handlers.obstacle_wording import named
from handlers.on_behalf import answering
from understanding.obstacle_words import same_words


def head(
    talk: Talk,
    task: Task,
    standing: TaskStanding,
    latest: TaskReport | None,
    returned: Review | None,
) -> Markup:
    """The task, its deadline, what was reported last, and why the newest report was returned."""
    reported = (
        talk.text("unreported")
        if latest is None
        else talk.text("latest", progress=wording.progress(talk, latest), day=latest.reported_on)
    )
    why = None if returned is None else talk.text("returned", reason=returned.reason or "")
    return wording.lines([_title(talk, task), _agency(talk, task, standing), reported, why])


def card(
    talk: Talk,
    task: Task,
    draft: TaskReportDraft,
    known: tuple[TaskReport | None, Sequence[Obstacle]],
    standing: TaskStanding,
) -> Markup:
    """Everything the report will say, a line a field, beside what is known.

    That is the latest report, and the open obstacles of the task.
    """
    latest, open_ = known
    return wording.lines(
        [
            _title(talk, task),
            _agency(talk, task, standing),
            _progress(talk, draft, latest),
            _stage(talk, draft),
            _obstacle(talk, draft, open_),
            _document(talk, draft),
            talk.text("card-files", count=str(len(draft.evidence))) if draft.evidence else None,
        ]
    )


def fields(draft: TaskReportDraft) -> list[str]:
    """The fields of a draft that can be changed."""
    found = ["task", "progress"]
    if draft.progress is Progress.IN_PROGRESS:
        found += ["stage", "percent"]
    return [*found, "document" if draft.progress is Progress.DONE else "obstacle"]


def _title(talk: Talk, task: Task) -> Markup:
    return talk.text("card-title", number=str(task.number), short=task.short)


def _agency(talk: Talk, task: Task, standing: TaskStanding) -> Markup:
    agency = answering(talk)
    line = talk.text(
        "card-agency",
        agency=wording.agency_short(talk, agency),
        deadline=wording.deadline(talk, task, standing),
    )
    if agency == talk.person.agency:
        return line
    return wording.lines(
        [line, talk.text("card-behalf", agency=wording.agency_short(talk, agency))]
    )


def _progress(talk: Talk, draft: TaskReportDraft, latest: TaskReport | None) -> Markup:
    name = talk.text(f"progress-{draft.progress.value.replace('_', '-')}")
    if draft.percent is not None and draft.progress is not Progress.DONE:
        name = talk.text("card-percent", progress=name, percent=draft.percent)
    if latest is None:
        return talk.text("card-progress", progress=name)
    return talk.text("card-progress-before", progress=name, before=wording.progress(talk, latest))


def _stage(talk: Talk, draft: TaskReportDraft) -> Markup | None:
    if draft.stage is None:
        return None
    return talk.text("card-stage", stage=talk.text(f"stage-{draft.stage.value}"))


def _obstacle(talk: Talk, draft: TaskReportDraft, open_: Sequence[Obstacle]) -> Markup | None:
    """The obstacle, and that it will be passed on if it is new; or what becomes of open ones."""
    if draft.obstacle is not None:
        known = any(same_words(each.words, draft.obstacle) for each in open_)
        name = "card-obstacle" if known else "card-obstacle-new"
        return talk.text(name, obstacle=draft.obstacle)
    if not open_:
        return None
    name = "card-obstacles-closed" if draft.closes else "card-obstacles-open"
    return talk.text(name, labels=named(open_), words=brief(open_[0].words))


def _document(talk: Talk, draft: TaskReportDraft) -> Markup | None:
    if draft.progress is not Progress.DONE:
        return _underway(talk, draft)
    if draft.document_number is None:
        return talk.text("card-no-document")
    if draft.document_date is None:
        return talk.text("card-document-undated", number=draft.document_number)
    return talk.text("card-document", number=draft.document_number, day=draft.document_date)


def _underway(talk: Talk, draft: TaskReportDraft) -> Markup | None:
    """A document that is on its way, such as a tờ trình."""
    if draft.document_number is None:
        return None
    if draft.document_date is None:
        return talk.text("card-underway-undated", number=draft.document_number)
    return talk.text("card-underway", number=draft.document_number, day=draft.document_date)
