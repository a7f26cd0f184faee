"""What can be wrong with a plan's file, named so that a person finds the place."""

from enum import StrEnum


class Problem(StrEnum):
    """Why a plan cannot be read; each has the message `unreadable-<problem>` in every language."""

    NOT_TEXT = "not-text"
    NO_TITLE = "no-title"
    NO_NUMBER = "no-number"
    NO_TABLE = "no-table"
    COLUMNS = "columns"
    CELL_COUNT = "cell-count"
    STRAY_ROW = "stray-row"
    ROW_NUMBER = "row-number"
    ROWS_DIFFER = "rows-differ"
    NOT_YAML = "not-yaml"
    NOT_PLAN = "not-plan"
    FIELD = "field"
    UNKNOWN_AGENCY = "unknown-agency"
    UNKNOWN_GROUP = "unknown-group"
    DUPLICATE = "duplicate"
    LENGTH = "length"
    MEMBERS = "members"
    DEADLINE = "deadline"
    TARGET = "target"


class Slip(StrEnum):
    """What is wrong with a field's value; `unreadable-field` has words for each."""

    MISSING = "missing"
    SURPLUS = "surplus"
    DAY = "day"
    NUMBER = "number"
    CHOICE = "choice"
    WORDS = "words"
    LIST = "list"
    OTHER = "other"


class PlanUnreadable(Exception):
    """A plan's file cannot be read: at which line, in which cell or field, and why.

    `cell` is a column of a table ("timing") or the path of a field ("tasks.3.leads"); `text` is
    what stands there, or what the reader of the format says about it; of a FIELD it is the Slip.
    """

    def __init__(self, problem: Problem, line: int, cell: str = "", text: str = "") -> None:
        super().__init__(problem, line, cell, text)
        self.problem = problem
        self.line = line
        self.cell = cell
        self.text = text

    def __str__(self) -> str:
        place = f"line {self.line}" + (f", {self.cell}" if self.cell else "")
        return f"{place}: {self.problem}" + (f" ({self.text})" if self.text else "")

    @property
    def facts(self) -> dict[str, str]:
        """The variables of the message `unreadable-<problem>`."""
        return {"line": str(self.line), "cell": self.cell, "text": self.text}
