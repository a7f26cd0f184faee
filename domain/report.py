"""Reports on tasks: what an officer says about one task of the agency."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from domain.model import Model


class Progress(StrEnum):
    """Tình hình thực hiện: the one axis that is reported."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    PAUSED = "paused"


class Stage(StrEnum):
    """How far the document that is a task's product has come."""

    DRAFTING = "drafting"
    CONSULTING = "consulting"
    SUBMITTED = "submitted"
    ISSUED = "issued"


class TaskReportDraft(Model):
    """What is about to be filed; `based_on` is the latest report's id the officer was shown.

    `percent` is 0 to 100. `obstacle` is khó khăn, vướng mắc in the officer's words, None for none.
    `evidence` holds ids of files already stored.
    """

    task: int
    agency: str
    progress: Progress
    stage: Stage | None = None
    percent: Decimal | None = None
    obstacle: str | None = None
    document_number: str | None = None
    document_date: date | None = None
    evidence: tuple[int, ...] = ()
    reported_on: date
    based_on: int | None = None


class TaskReport(TaskReportDraft):
    """A filed report; `code` is the lookup code shown to the officer (mã tra cứu)."""

    id: int
    code: str
    reporter: int
    filed_at: datetime
