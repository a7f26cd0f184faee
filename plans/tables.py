"""The tables of a plan as handed over: tab-separated rows, cut by pages, under repeated headings.

A table ends at an empty line. Whatever looks like a row outside of a table is an error, so that
no row is passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from plans.errors import PlanUnreadable, Problem
from plans.wording import wording

INDICATOR_COLUMNS = ("number", "name", "unit", "target", "target", "lead")
"""What the columns of an indicator table are called in errors and anomalies."""

TASK_COLUMNS = ("number", "content", "lead", "coordinators", "product", "timing", "note")
"""What the columns of a task table are called in errors and anomalies."""


@dataclass(frozen=True)
class Row:
    """One printed row; `tops_page` where it stands first under a repeated heading."""

    line: int
    cells: tuple[str, ...]
    tops_page: bool


@dataclass
class Tables:
    """All rows of a plan, page by page joined; `years` are the years of the target columns."""

    years: tuple[int, ...] = ()
    indicators: list[Row] = field(default_factory=list)
    tasks: list[Row] = field(default_factory=list)


def read_tables(text: str) -> Tables:
    """Return the rows of the two tables, or raise PlanUnreadable at the first odd line."""
    tables = Tables()
    lines = enumerate(text.split("\n"), start=1)
    for number, line in lines:
        opening = _cells(line)[:2]
        if opening == wording().task_columns[:2]:
            _check_titles(number, line, wording().task_columns, TASK_COLUMNS)
            tables.tasks.extend(_rows(lines, TASK_COLUMNS, tops_page=bool(tables.tasks)))
        elif opening == wording().indicator_columns[:2]:
            _check_titles(number, line, wording().indicator_columns, INDICATOR_COLUMNS)
            tables.years = _years(lines, number, tables.years)
            rows = _rows(lines, INDICATOR_COLUMNS, tops_page=bool(tables.indicators))
            tables.indicators.extend(rows)
        elif "\t" in line:
            raise PlanUnreadable(Problem.STRAY_ROW, number, "number", opening[0])
    if not tables.tasks:
        raise PlanUnreadable(Problem.NO_TABLE, 1)
    return tables


def _rows(
    lines: Iterator[tuple[int, str]], columns: tuple[str, ...], *, tops_page: bool
) -> Iterator[Row]:
    for number, line in lines:
        if not line.strip(" "):
            return
        cells = _cells(line)
        if not any(cells):
            raise PlanUnreadable(Problem.STRAY_ROW, number, columns[0])
        if len(cells) != len(columns):
            last = columns[min(len(cells), len(columns)) - 1]
            raise PlanUnreadable(Problem.CELL_COUNT, number, last, str(len(cells)))
        yield Row(number, cells, tops_page)
        tops_page = False


def _years(
    lines: Iterator[tuple[int, str]], number: int, known: tuple[int, ...]
) -> tuple[int, ...]:
    number, line = next(lines, (number, ""))
    years = tuple(int(year) for year in re.findall(r"\b\d{4}\b", line))
    if len(set(years)) != INDICATOR_COLUMNS.count("target") or (known and known != years):
        raise PlanUnreadable(Problem.COLUMNS, number, "target", line.strip())
    return years


def _check_titles(
    number: int, line: str, titles: tuple[str, ...], columns: tuple[str, ...]
) -> None:
    cells = _cells(line)
    for column, title, cell in zip_longest(columns, titles, cells, fillvalue=""):
        if cell != title:
            raise PlanUnreadable(Problem.COLUMNS, number, column, cell)
    if len(cells) != len(titles):
        raise PlanUnreadable(Problem.CELL_COUNT, number, columns[-1], str(len(cells)))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in line.split("\t"))
