"""Follow-ups of comparisons: another time, other agencies, the other end."""

import pytest

from domain.agency import AgencyKind
from domain.query import (
    AgencyTerm,
    FigureRankQuery,
    Order,
    Query,
    RankQuery,
    TaskQuery,
    TaskState,
)
from domain.spans import Days
from tests.understanding.examples import TODAY, lexicon
from understanding.follow_ups import follow_up
from understanding.questions import read_first_question

LATE = TaskQuery(states=(TaskState.OVERDUE,))


def after(question: str, text: str) -> Query | None:
    """Read a text said after a comparison."""
    previous = read_first_question(question, lexicon(), TODAY)
    assert isinstance(previous, RankQuery | FigureRankQuery)
    found = follow_up(text, previous, (), lexicon(), TODAY)
    assert found is None or not hasattr(found, "last")
    return found


@pytest.mark.parametrize("text", ["còn năm 2026?", "con nam 2026", "thế còn năm 2026 thì sao"])
def test_another_year_compares_the_same_agencies(text: str) -> None:
    """A year asked for after a comparison becomes its condition."""
    tasks = LATE.model_copy(update={"due": Days.of_years(2026, 2026)})
    found = after("sở nào nhiều nhiệm vụ quá hạn nhất", text)
    assert found == RankQuery(kinds=(AgencyKind.DEPARTMENT,), tasks=tasks)


@pytest.mark.parametrize("text", ["còn các huyện?", "thế huyện nào?", "con cac huyen"])
def test_other_kinds_are_compared_by_the_same(text: str) -> None:
    """Districts asked for after departments are compared in their place."""
    found = after("sở nào nhiều nhiệm vụ quá hạn nhất", text)
    assert found == RankQuery(kinds=(AgencyKind.DISTRICT,), tasks=LATE)


def test_the_other_end_is_asked_for() -> None:
    """The fewest after the most change the order alone."""
    found = after("sở nào nhiều nhiệm vụ quá hạn nhất", "còn sở nào ít nhất?")
    assert found == RankQuery(order=Order.FEWEST, kinds=(AgencyKind.DEPARTMENT,), tasks=LATE)


def test_one_agency_after_a_ranking_shows_its_tasks() -> None:
    """What the agencies were counted by is listed for the one that is named."""
    found = after("sở nào nhiều nhiệm vụ quá hạn nhất", "còn Sở Nội vụ?")
    assert found == LATE.model_copy(update={"agencies": (AgencyTerm(agency="so-noi-vu"),)})


def test_one_more_agency_joins_those_side_by_side() -> None:
    """A third agency stands beside the two that were compared."""
    found = after("so sánh Sở Xây dựng và Sở Nội vụ", "còn Sở Y tế?")
    assert isinstance(found, RankQuery)
    assert found.agencies == ("so-xay-dung", "so-noi-vu", "so-y-te")


@pytest.mark.parametrize(
    ("text", "change"), [("còn năm 2024?", {"year": 2024}), ("còn thấp nhất?", {"order": "fewest"})]
)
def test_figures_compared_are_asked_for_otherwise(text: str, change: dict[str, object]) -> None:
    """Another year or the other end of one indicator's figures."""
    question = "huyện nào có tỷ lệ đất giao thông năm 2025 cao nhất"
    asked = {"indicator": 5, "year": 2025, "kinds": ("district",)}
    assert after(question, text) == FigureRankQuery.model_validate(asked | change)


def test_a_whole_question_stands_for_itself() -> None:
    """A question on tasks or indicators changes no comparison."""
    question = "sở nào nhiều nhiệm vụ quá hạn nhất"
    assert after(question, "còn chỉ tiêu nào chưa đạt") is None
    assert after(question, "ai chủ trì nhiệm vụ 9") is None
