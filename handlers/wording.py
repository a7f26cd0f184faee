"""Lines that several dialogues say the same way: a task's head, its status, an agency, a period."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from dialogue.talk import Talk
from domain.period import Called, Period, period_of
from domain.report import Progress, TaskReport
from domain.standing import DeadlineState, Standing, TaskStanding
from domain.task import DeadlineKind, Task


def label(task: Task) -> str:
    """A task as a choice: its own number and short title."""
    return f"NV {task.number} {task.short}"


def agency_short(talk: Talk, agency: str) -> str:
    """An agency's short name."""
    return talk.plan.agency_by_id[agency].short


def leads(talk: Talk, task: Task) -> str:
    """The short names of a task's leads; empty where the plan names none."""
    return ", ".join(agency_short(talk, lead) for lead in task.leads)


def deadline(talk: Talk, task: Task, standing: TaskStanding) -> Markup:
    """A task's due date and how far off it is; the plan's own words where it fixes no date."""
    if standing.due is None:
        if task.deadline.kind is DeadlineKind.OPEN:
            return talk.text("task-open", timing=task.cells.timing)
        return talk.text("task-no-timing")
    due = due_date(talk, task, standing.due)
    days = (standing.due - talk.now.date()).days
    if standing.state is DeadlineState.DONE:
        return talk.text("task-due", due=due)
    if days < 0:
        return talk.text("task-overdue", due=due, days=str(-days))
    if days == 0:
        return talk.text("task-due-today", due=due)
    return talk.text("task-days-left", due=due, days=str(days))


def due_date(talk: Talk, task: Task, day: date) -> Markup:
    """A due date of a task; one that was extended with the first date, which the plan fixed."""
    first = task.deadline.due
    if first is None or day == first:
        return talk.text("due-date", day=day)
    return talk.text("due-date-extended", day=day, first=first)


def status_mark(standing: TaskStanding) -> str:
    """The one sign that stands for a deadline state."""
    return {
        DeadlineState.DONE: "✅",
        DeadlineState.OVERDUE: "⚠️",
        DeadlineState.DUE_SOON: "⏳",
        DeadlineState.IN_TIME: "▫️",
        DeadlineState.NO_DEADLINE: "▫️",
    }[standing.state]


def progress(talk: Talk, report: TaskReport) -> Markup:
    """What a report says of progress: in progress, stage, percent."""
    parts = [talk.text(f"progress-{_slug(report.progress)}")]
    if report.stage is not None:
        parts.append(talk.text(f"stage-{_slug(report.stage)}"))
    if report.percent is not None and report.progress is not Progress.DONE:
        parts.append(talk.text("progress-percent", percent=report.percent))
    return Markup(", ").join(parts)


def document(talk: Talk, report: TaskReport) -> Markup | None:
    """The document that proves completion, as number and day."""
    if report.document_number is None:
        return None
    if report.document_date is None:
        return talk.text("document-undated", number=report.document_number)
    return talk.text("document", number=report.document_number, day=report.document_date)


def status_line(talk: Talk, task: Task, standing: Standing, agency: str | None) -> Markup:
    """One line of a list: sign, number, short title, and how it stands for an agency or in all."""
    state = standing.of(task, agency)
    return talk.text(
        "task-line",
        mark=status_mark(state),
        number=str(task.number),
        short=task.short,
        status=_status(talk, task, standing, state, agency),
    )


def period_asked(talk: Talk, day: date | None) -> Period:
    """The reporting period of tasks that a day is in; that of today where none is asked about."""
    calendar = talk.plan.calendar
    return period_of(day or talk.now.date(), calendar.tasks, calendar)


def period_name(talk: Talk, period: Period) -> Markup:
    """A reporting period as offices write it: quý IV/2026, tháng 3/2026, năm 2026."""
    if period.called is Called.QUARTER:
        return quarter_name(talk, period.part, period.year)
    part, year = str(period.part), str(period.year)
    return talk.text(f"period-{_slug(period.called)}", part=part, year=year)


def quarter_name(talk: Talk, quarter: int, year: int) -> Markup:
    """A quarter as offices write it: quý IV/2026."""
    numeral = ("I", "II", "III", "IV")[quarter - 1]
    return talk.text("period-quarter", quarter=numeral, year=str(year))


def lines(parts: Sequence[Markup | None]) -> Markup:
    """Join lines, leaving out the empty ones."""
    return Markup("\n").join(part for part in parts if part)


def _status(
    talk: Talk, task: Task, standing: Standing, state: TaskStanding, agency: str | None
) -> Markup:
    together = agency is None and len(talk.plan.responsible(task.number)) > 1
    reports = standing.reports(task.number, agency)
    if together:
        reported = roll_up(talk, task, standing)
    elif state.state is DeadlineState.DONE:
        return document(talk, reports[0]) or talk.text("progress-done")
    elif reports:
        latest = reports[0]
        reported = talk.text(
            "line-reported", progress=progress(talk, latest), day=latest.reported_on
        )
    else:
        reported = talk.text("line-unreported")
    if state.state is DeadlineState.OVERDUE and state.days is not None:
        return talk.text("line-overdue", days=str(-state.days), reported=reported)
    return talk.text("line-due", due=due(talk, task, state), reported=reported)


def roll_up(talk: Talk, task: Task, standing: Standing) -> Markup:
    """How many of the responsible agencies have reported, and how many are done."""
    responsible = talk.plan.responsible(task.number)
    return talk.text(
        "line-roll-up",
        reported=str(len(standing.reports(task.number))),
        done=str(sum(standing.done(task.number, agency) for agency in responsible)),
        all=str(len(responsible)),
    )


def due(talk: Talk, task: Task, standing: TaskStanding) -> Markup:
    """A task's due date for a list, or that the plan fixes none."""
    if standing.due is not None:
        return talk.text("line-due-day", due=due_date(talk, task, standing.due))
    if task.deadline.kind is DeadlineKind.OPEN:
        return talk.text("line-due-open")
    return talk.text("line-due-missing")


def _slug(value: str) -> str:
    return value.replace("_", "-")
