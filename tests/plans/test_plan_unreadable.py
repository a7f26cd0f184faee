"""A file that cannot be relied on is refused, with the line and the cell to look at."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from plans.checking import check
from plans.errors import PlanUnreadable, Problem

PRINTED = Path(__file__).parent.parent / "data" / "plan-179.txt"


def refusal(path: Path) -> PlanUnreadable:
    """Return the error that a file is refused with."""
    with pytest.raises(PlanUnreadable) as caught:
        check(path)
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "problem", "cell"),
    [
        ("\tSở NN&PTNT\t", "\t", Problem.CELL_COUNT, "timing"),
        ("\tSở NN&PTNT\t", "\tSở NN&PTNT\t\t", Problem.CELL_COUNT, "note"),
        ("\n6\tPhát triển", "\n6a\tPhát triển", Problem.ROW_NUMBER, "number"),
        ("\n6\tPhát triển", "\n7\tPhát triển", Problem.ROW_NUMBER, "number"),
        ("\n6\tPhát triển", "\n\tPhát triển", Problem.STRAY_ROW, "number"),
        ("\n6\tPhát triển", "\n\n6\tPhát triển", Problem.STRAY_ROW, "number"),
        ("\n6\tPhát triển", "\n4\tPhát triển", Problem.ROW_NUMBER, "number"),
        ("\nV\tNhóm", "\nIV\tNhóm", Problem.DUPLICATE, "number"),
        ("\n6\tDiện tích cây", "\n8\tDiện tích cây", Problem.ROW_NUMBER, "number"),
    ],
)
def test_a_damaged_row_is_refused_at_its_line(
    changed: Callable[..., Path], old: str, new: str, problem: Problem, cell: str
) -> None:
    """A lost cell, a wrong number and a row out of place each stop the reading where they are."""
    error = refusal(changed((old, new)))
    before = PRINTED.read_text("utf-8").partition(old)[0] + new[: len(new) - len(new.lstrip("\n"))]
    assert (error.problem, error.cell) == (problem, cell)
    assert error.line == before.count("\n") + 1


def test_two_different_rows_of_one_number_are_refused(changed: Callable[..., Path]) -> None:
    """Only a copy cut short is dropped; a row that says something else is never lost."""
    error = refusal(changed(("xử lý rác\t", "xử lý nước\t")))
    assert (error.problem, error.cell) == (Problem.ROWS_DIFFER, "content")


def test_renamed_or_moved_columns_are_refused(tmp_path: Path) -> None:
    """Cells are read by position, so the titles above them must be the expected ones."""
    text = PRINTED.read_text("utf-8")
    path = tmp_path / "plan.txt"
    product, timing = "Sản phẩm, kết quả", "Thời gian, tiến độ"
    path.write_text(text.replace(f"{product}\t{timing}", f"{timing}\t{product}"), "utf-8")
    error = refusal(path)
    assert (error.problem, error.cell, error.text) == (Problem.COLUMNS, "product", timing)
    path.write_text(text.replace("Đến năm 2025", "Trước mắt"), "utf-8")
    assert refusal(path).problem is Problem.COLUMNS


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("KẾ HOẠCH\n", "\n", Problem.NO_TITLE),
        ("(Kem theo Kế hoạch số", "(", Problem.NO_NUMBER),
        ("ngày 15 tháng 11 năm", "ngày 31 tháng 11 năm", Problem.NO_NUMBER),
    ],
)
def test_a_plan_without_its_particulars_is_refused(
    changed: Callable[..., Path], old: str, new: str, problem: Problem
) -> None:
    """Title, number and a real date must be there."""
    assert refusal(changed((old, new))).problem is problem


def test_a_file_without_tables_is_refused(tmp_path: Path) -> None:
    """A plan's text alone is not a plan."""
    path = tmp_path / "plan.txt"
    path.write_text(PRINTED.read_text("utf-8").replace("\t", " "), "utf-8")
    assert refusal(path).problem is Problem.NO_TABLE


def test_a_file_that_is_no_text_is_refused_at_its_line(tmp_path: Path) -> None:
    """Bytes of another encoding are named by their line."""
    path = tmp_path / "plan.txt"
    path.write_bytes(b"KE HOACH\n\n\xff\xfe\n")
    error = refusal(path)
    assert (error.problem, error.line) == (Problem.NOT_TEXT, 3)


def test_the_same_plan_in_other_bytes_reads_the_same(tmp_path: Path) -> None:
    """A byte-order mark, Windows line ends and decomposed letters change nothing."""
    text = unicodedata.normalize("NFD", PRINTED.read_text("utf-8")).replace("\n", "\r\n")
    path = tmp_path / "plan.txt"
    path.write_bytes(text.encode("utf-8-sig"))
    assert check(path) == check(PRINTED)
