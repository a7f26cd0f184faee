"""A task of the plan: its cells as written beside their typed reading."""

from datetime import date
from enum import StrEnum

from domain.model import Model


class DeadlineKind(StrEnum):
    """How the plan states a task's timing."""

    YEAR = "year"
    RANGE = "range"
    OPEN = "open"
    MISSING = "missing"


class Deadline(Model):
    """A task's timing; `start` and `end` are years, None where the plan fixes none."""

    kind: DeadlineKind
    start: int | None = None
    end: int | None = None

    @property
    def due(self) -> date | None:
        """31 December of the end year, or None for a task without a fixed end."""
        return None if self.end is None else date(self.end, 12, 31)


class Cells(Model):
    """A row of the plan's annex exactly as written (rows split by a page are joined)."""

    content: str
    lead: str = ""
    coordinators: str = ""
    product: str = ""
    timing: str = ""
    note: str = ""


class Task(Model):
    """A numbered task; leads and coordinators are agency ids and may name groups.

    `lead_since` is the day from which others lead it than the plan says.
    """

    number: int
    group: str
    short: str
    cells: Cells
    leads: tuple[str, ...]
    lead_inferred: bool = False
    lead_since: date | None = None
    coordinators: tuple[str, ...] = ()
    generic_coordination: str | None = None
    products: tuple[str, ...] = ()
    deadline: Deadline

    @property
    def product_is_document(self) -> bool:
        """Whether completion is proven by a document (số, ký hiệu, ngày văn bản)."""
        return bool(self.products)


class TaskGroup(Model):
    """A group of tasks, `key` being its Roman numeral; `duty` is the group's unnumbered text."""

    key: str
    title: str
    duty: str | None = None
