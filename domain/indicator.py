"""Indicators and their targets."""

from decimal import Decimal
from enum import StrEnum

from domain.model import Model


class TargetKind(StrEnum):
    """How a target is to be read."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    RANGE = "range"


class Target(Model):
    """What is to be reached: `low` alone, or `low` to `high` for a RANGE; `text` is the cell."""

    kind: TargetKind
    low: Decimal
    high: Decimal | None = None
    text: str

    def reached_by(self, figure: Decimal) -> bool:
        """A figure at or above the lower bound has reached the target."""
        return figure >= self.low


class Indicator(Model):
    """A numbered indicator of the plan; `targets` are keyed by year."""

    number: int
    name: str
    short: str
    unit: str
    targets: dict[int, Target]
    leads: tuple[str, ...]
    lead_text: str = ""
    lead_inferred: bool = False
