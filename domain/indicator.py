"""Indicators and their targets."""

from decimal import Decimal
from enum import StrEnum

from domain.model import Model


class TargetKind(StrEnum):
    """How a target is to be read."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    RANGE = "range"


class Verdict(StrEnum):
    """How a figure stands against its target: chưa đạt, đạt, vượt."""

    NOT_REACHED = "not_reached"
    REACHED = "reached"
    EXCEEDED = "exceeded"


class Target(Model):
    """What is to be reached: `low` alone, or `low` to `high` for a RANGE; `text` is the cell."""

    kind: TargetKind
    low: Decimal
    high: Decimal | None = None
    text: str

    def reached_by(self, figure: Decimal) -> bool:
        """A figure at or above the lower bound has reached the target."""
        return figure >= self.low

    def verdict(self, figure: Decimal) -> Verdict:
        """Only an AT_LEAST target cannot be exceeded: more of it is what is asked for."""
        if not self.reached_by(figure):
            return Verdict.NOT_REACHED
        most = self.low if self.high is None else self.high
        within = self.kind is TargetKind.AT_LEAST or figure <= most
        return Verdict.REACHED if within else Verdict.EXCEEDED


class Indicator(Model):
    """A numbered indicator of the plan; `targets` are keyed by year.

    A figure that differs by more than `jump` percent from the last one is asked about.
    """

    number: int
    name: str
    short: str
    unit: str
    targets: dict[int, Target]
    leads: tuple[str, ...]
    lead_text: str = ""
    lead_inferred: bool = False
    jump: Decimal = Decimal(30)

    def target_from(self, year: int) -> int | None:
        """Return the first year from this one on that has a target, None where none is left."""
        return min((each for each in self.targets if each >= year), default=None)
