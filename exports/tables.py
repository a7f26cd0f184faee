"""Tables for spreadsheets: CSV in UTF-8 that Excel opens as it is meant.

Excel splits at the list separator of the machine's region. Where the comma is the decimal sign, as
in Vietnam, that is the semicolon; numbers and days are written as such a region writes them.
"""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TextIO

from dialogue.texts import ZONE
from domain.model import Model

MARK = "\ufeff"
"""Tells Excel that the file is UTF-8; it stands before the first cell."""

Cell = str | int | Decimal | date | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Form(Model):
    """How a table is written: what stands between cells, in numbers, in days and moments."""

    separator: str
    decimal: str
    day: str
    moment: str


VIETNAMESE = Form(separator=";", decimal=",", day="%d/%m/%Y", moment="%d/%m/%Y %H:%M")
INTERNATIONAL = Form(separator=",", decimal=".", day="%Y-%m-%d", moment="%Y-%m-%d %H:%M")
FORMS = {form.separator: form for form in (VIETNAMESE, INTERNATIONAL)}


class Table:
    """A table being written, row by row; nothing is kept of a row once it is written."""

    def __init__(self, file: TextIO, form: Form, head: Iterable[str]) -> None:
        self._form = form
        self._rows = csv.writer(file, delimiter=form.separator)
        file.write(MARK)
        self.add(head)

    def add(self, cells: Iterable[Cell]) -> None:
        """Write one row."""
        self._rows.writerow([self._written(cell) for cell in cells])

    def _written(self, cell: Cell) -> str:
        match cell:
            case None:
                return ""
            case str():
                return harmless(cell)
            case datetime():
                return cell.astimezone(ZONE).strftime(self._form.moment)
            case date():
                return cell.strftime(self._form.day)
            case Decimal():
                return f"{cell:f}".replace(".", self._form.decimal)
            case _:
                return str(cell)


def harmless(words: str) -> str:
    """Return words that no spreadsheet takes for a formula: an apostrophe is put before one."""
    return f"'{words}" if words.startswith(_FORMULA) else words
