"""Figures: the value that an agency reported for an indicator and a year."""

from datetime import date
from decimal import Decimal

from domain.model import Model


class Figure(Model):
    """A reported value; `estimate` means the agency called it an estimate (ước)."""

    indicator: int
    year: int
    agency: str
    value: Decimal
    reported_on: date
    estimate: bool = False
