"""Single cells, read or honestly left unread."""

from decimal import Decimal

import pytest

from domain.indicator import TargetKind
from domain.task import DeadlineKind
from plans import cells


@pytest.mark.parametrize("cell", ["2027 - 2025", "năm 2025", "quý III/2025", "25"])
def test_a_timing_it_does_not_know_is_not_guessed(cell: str) -> None:
    """Neither a year inside other words nor a span running backwards becomes a deadline."""
    assert cells.deadline(cell) is None


def test_a_dash_of_either_length_spans_years() -> None:
    """A span may be written with a hyphen or a dash, with or without blanks."""
    spans = [cells.deadline(cell) for cell in ("2025-2026", "2025 – 2026", "2025- 2026")]
    assert [(span.kind, span.start, span.end) for span in spans if span] == [
        (DeadlineKind.RANGE, 2025, 2026)
    ] * 3


@pytest.mark.parametrize(
    ("cell", "unit", "kind", "low"),
    [
        ("1.234,5", "ha", TargetKind.EXACT, "1234.5"),
        ("≥ 45,5", "%", TargetKind.AT_LEAST, "45.5"),
        ("PHẤN ĐẤU ĐẠT 28", "m²", TargetKind.AT_LEAST, "28"),
        ("12.000", "hộ", TargetKind.EXACT, "12000"),
    ],
)
def test_figures_are_read_the_vietnamese_way(
    cell: str, unit: str, kind: TargetKind, low: str
) -> None:
    """A comma parts decimals, a dot parts thousands, words of striving mean at least."""
    target = cells.target(cell, unit)
    assert target is not None
    assert (target.kind, target.low, target.text) == (kind, Decimal(low), cell)


@pytest.mark.parametrize(
    ("cell", "unit"),
    [("", "%"), ("1.5", "%"), ("khoảng 45", "%"), ("45%", "ha"), ("9-8", "%"), ("≥ 4-5", "%")],
)
def test_a_target_it_does_not_know_is_not_guessed(cell: str, unit: str) -> None:
    """Ambiguous dots, unknown words, a sign against the unit and reversed spans stay unread."""
    assert cells.target(cell, unit) is None


def test_a_long_text_is_shortened_at_a_word() -> None:
    """A name to review keeps whole words, ends in "…" and keeps to the limit."""
    assert cells.shortened("Tỷ lệ đô thị hóa của tỉnh", 16) == "Tỷ lệ đô thị…"
    assert cells.shortened("Tỷ lệ đô thị hóa", 16) == "Tỷ lệ đô thị hóa"
