"""Tables for spreadsheets: read back, and never taken for formulas."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.tables import FORMS, INTERNATIONAL, MARK, VIETNAMESE, Cell, Form, Table, harmless


def written(form: Form, *rows: list[Cell]) -> str:
    """Write a table with the head "a" and return the file's text."""
    file = io.StringIO(newline="")
    table = Table(file, form, ["a"])
    for row in rows:
        table.add(row)
    return file.getvalue()


def read(text: str, separator: str) -> list[list[str]]:
    """Read a table as a spreadsheet does."""
    return list(csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), delimiter=separator))


@pytest.mark.parametrize(
    ("form", "line"),
    [
        (VIETNAMESE, "7;-7,25;15/12/2026;02/03/2026 09:14;;Kè Mỹ Xuyên"),
        (INTERNATIONAL, "7,-7.25,2026-12-15,2026-03-02 09:14,,Kè Mỹ Xuyên"),
    ],
)
def test_values_are_written_as_the_region_writes_them(form: Form, line: str) -> None:
    """Numbers, days and moments in Vietnamese time become values in a spreadsheet of the region."""
    row: list[Cell] = [
        7,
        Decimal("-7.25"),
        date(2026, 12, 15),
        datetime(2026, 3, 2, 2, 14, tzinfo=UTC),
        None,
        "Kè Mỹ Xuyên",
    ]
    assert written(form, row) == f"{MARK}a\r\n{line}\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_words_are_never_a_formula(start: str) -> None:
    """What an officer typed is shown, not carried out, whichever sign it begins with."""
    said = start + "HYPERLINK(1)"
    assert read(written(VIETNAMESE, [said]), ";")[1] == ["'" + said]
    assert harmless("a" + said) == "a" + said


def test_large_and_small_numbers_have_all_their_digits() -> None:
    """No number is written with an exponent, which a spreadsheet would round."""
    row: list[Cell] = [Decimal("1E+15"), Decimal("0.0000001")]
    assert read(written(VIETNAMESE, row), ";")[1] == ["1" + "0" * 15, "0,0000001"]


@given(st.sampled_from(sorted(FORMS)), st.lists(st.text(st.characters(codec="utf-8")), min_size=2))
def test_any_words_come_back(separator: str, words: list[str]) -> None:
    """Quotes, separators and line ends within a cell stay within it."""
    found = read(written(FORMS[separator], list(words)), separator)
    assert found[1] == [harmless(each) for each in words]
