"""Figures: the value that an agency reported for an indicator and a year."""

from datetime import date, datetime
from decimal import Decimal

from pydantic import model_validator

from domain.indicator import Indicator
from domain.model import Model


class Figure(Model):
    """A reported value; `estimate` means the agency called it an estimate (ước)."""

    indicator: int
    year: int
    agency: str
    value: Decimal
    reported_on: date
    estimate: bool = False


class FigureDraft(Model):
    """What is about to be filed: a `value`, or the `reason` why there is none yet.

    `based_on` is the id of the agency's latest figure for this year that the officer was shown.
    """

    indicator: int
    year: int
    agency: str
    value: Decimal | None = None
    estimate: bool = False
    reason: str | None = None
    evidence: tuple[int, ...] = ()
    reported_on: date
    based_on: int | None = None

    @model_validator(mode="after")
    def _value_or_reason(self) -> "FigureDraft":
        if (self.value is None) == (self.reason is None):
            raise ValueError("a figure has a value, or a reason for having none")
        return self


class FigureReport(FigureDraft):
    """A filed figure; `code` is the lookup code shown to the officer (mã tra cứu)."""

    id: int
    code: str
    reporter: int
    filed_at: datetime

    @property
    def figure(self) -> Figure | None:
        """The reported value, None where the agency has none yet."""
        if self.value is None:
            return None
        return Figure(
            indicator=self.indicator,
            year=self.year,
            agency=self.agency,
            value=self.value,
            reported_on=self.reported_on,
            estimate=self.estimate,
        )


def jump(indicator: Indicator, value: Decimal, before: Decimal) -> Decimal | None:
    """Return the change in whole percent where it is one to ask about, None where it is not.

    A first step away from nothing is no jump.
    """
    if before == 0:
        return None
    change = abs(value - before) / abs(before) * 100
    return change.quantize(Decimal(1)) if change > indicator.jump else None
