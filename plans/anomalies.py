"""What is odd about a plan, as typed facts; their words stand in locales/*/plan.ftl."""

from enum import StrEnum

from domain.model import Model


class AnomalyKind(StrEnum):
    """What is odd; each has the message `anomaly-<kind>` in every language."""

    ROW_TWICE = "row-twice"
    ROW_SPLIT = "row-split"
    EMPTY_CELL = "empty-cell"
    MERGED_CELL = "merged-cell"
    MISSPELT_AGENCY = "misspelt-agency"
    UNKNOWN_AGENCY = "unknown-agency"
    NO_LEAD = "no-lead"
    NO_TIMING = "no-timing"
    OPEN_TIMING = "open-timing"
    UNREAD_CELL = "unread-cell"
    UNNUMBERED_DUTY = "unnumbered-duty"
    NO_FOCAL = "no-focal"


class Part(StrEnum):
    """Which part of the plan a row belongs to."""

    PLAN = "plan"
    GROUP = "group"
    TASK = "task"
    INDICATOR = "indicator"


class Place(Model):
    """A row of the plan: task "18", indicator "4", group "I"; the plan itself has no row."""

    part: Part
    row: str = ""


class Anomaly(Model):
    """One oddity: at which line of the file, in which cell of which row, and what stands there."""

    kind: AnomalyKind
    line: int
    cell: str
    where: Place
    note: str = ""

    @property
    def facts(self) -> dict[str, str]:
        """The variables of the message `anomaly-<kind>`."""
        return {
            "part": str(self.where.part),
            "row": self.where.row,
            "line": str(self.line),
            "cell": self.cell,
            "text": self.note,
        }
