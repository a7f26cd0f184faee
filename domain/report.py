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
    `closes` are the numbers of the open obstacles that there are no more. `evidence` holds ids of
    files already stored.
    """

    task: int
    agency: str
    progress: Progress
    stage: Stage | None = None
    percent: Decimal | None = None
    obstacle: str | None = None
    closes: tuple[int, ...] = ()
    document_number: str | None = None
    document_date: date | None = None
    evidence: tuple[int, ...] = ()
    reported_on: date
    based_on: int | None = None


class TaskReport(TaskReportDraft):
    """A filed report; `code` is the lookup code shown to the officer (mã tra cứu).

    `by_agency` filed it on behalf of `agency`, None for the agency itself; `agency_then` did where
    `agency` has come after it. `for_period` names the period it is for where that is not the one
    of its day. `needs_head`: its own head confirms it.
    """

    id: int
    code: str
    reporter: int
    filed_at: datetime
    by_agency: str | None = None
    agency_then: str | None = None
    for_period: str | None = None
    needs_head: bool = False

    @property
    def draft(self) -> TaskReportDraft:
        """What it says, without who filed it and when."""
        return TaskReportDraft(**self.model_dump(include=set(TaskReportDraft.model_fields)))
