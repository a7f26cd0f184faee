"""Figures against their targets, and what is far from the last one."""

from decimal import Decimal

import pytest

from domain.figure import jumps
from domain.indicator import Verdict
from tests.harness.stage import PLAN

REACHED, BELOW, ABOVE = Verdict.REACHED, Verdict.NOT_REACHED, Verdict.EXCEEDED


@pytest.mark.parametrize(
    ("indicator", "figure", "verdict"),
    [
        (1, "22", BELOW),
        (1, "23", REACHED),
        (1, "24", ABOVE),
        (3, "44.99", BELOW),
        (3, "45", REACHED),
        (3, "80", REACHED),
        (4, "1.49", BELOW),
        (4, "1.5", REACHED),
        (4, "1.9", REACHED),
        (4, "1.91", ABOVE),
    ],
)
def test_a_figure_stands_as_its_kind_of_target_says(
    indicator: int, figure: str, verdict: Verdict
) -> None:
    """Exact, at least, range: below is not reached; only at least cannot be exceeded."""
    target = PLAN.indicator_by_number[indicator].targets[2025]
    assert target.verdict(Decimal(figure)) is verdict


@pytest.mark.parametrize(
    ("value", "before", "jump"),
    [("7.2", "6.5", False), ("13", "10", False), ("13.01", "10", True), ("6.99", "10", True),
     ("72", "7.2", True), ("5", "0", True), ("0", "0", False)],
)  # fmt: skip
def test_a_jump_is_more_than_the_indicators_bound(value: str, before: str, jump: bool) -> None:
    """More than thirty percent of the last figure, up or down, is asked about."""
    assert jumps(PLAN.indicator_by_number[6], Decimal(value), Decimal(before)) is jump


def test_the_bound_is_data() -> None:
    """A plan may set it for each indicator."""
    strict = PLAN.indicator_by_number[6].model_copy(update={"jump": Decimal(1)})
    assert jumps(strict, Decimal("7.3"), Decimal("7.2"))


def test_the_next_target_is_that_of_the_year_or_later() -> None:
    """Between the plan's years the one to come counts; after the last there is none."""
    indicator = PLAN.indicator_by_number[3]
    assert [indicator.target_from(year) for year in (2024, 2025, 2026, 2031)] == [
        2025, 2025, 2030, None,
    ]  # fmt: skip
