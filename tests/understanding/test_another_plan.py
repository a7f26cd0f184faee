"""Another plan's agencies, topics, products, groups and indicators are known by loading it."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from domain.agency import AgencyKind
from domain.query import (
    AgencyTerm,
    Order,
    Query,
    RankQuery,
    TaskQuery,
    UnknownAgency,
    UnreportedQuery,
)
from domain.standing import Standing
from evaluation.predictions import Answers, fill_in
from plans.yaml_form import load_plan
from understanding.lexicon import Lexicon
from understanding.questions import read_first_question, read_question

PLAN = Path(__file__).parent.parent / "data" / "second-plan.yaml"
TODAY = date(2026, 2, 15)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the invented plan."""
    return Lexicon.of(load_plan(PLAN))


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        ("nhiệm vụ của Sở Du lịch", [1]),
        ("sdl chu tri nhiem vu gi", [1]),
        ("nhiem vu den han nam 2026 cua so nong nghiep", [2]),
        ("huyện Sơn Lâm phối hợp nhiệm vụ nào", [1]),
        ("nhiệm vụ về cà phê", [2]),
        ("ai chủ trì làng nghề", [1]),
        ("nhiệm vụ có sản phẩm là đề án", [1]),
        ("nhóm 2 có nhiệm vụ gì", [2, 3]),
        ("tasks due in 2028", [3]),
        ("nhiệm vụ của Sở Xây dựng", []),
        ("nhiệm vụ về rác thải", []),
        ("nhiệm vụ của UBND thành phố Sóc Trăng", []),
    ],
)
def test_its_words_are_understood_and_those_of_plan_179_are_not(
    text: str, tasks: list[int]
) -> None:
    """Nothing in reading knows the plan that the bot was first built for."""
    plan = lexicon().plan
    answer = Answers(lexicon(), Standing(plan, {}, TODAY)).to(text)
    assert (answer.kind in ("tasks", "detail"), list(answer.tasks)) == (True, tasks)


def test_its_indicators_and_reports_are_read() -> None:
    """A report by topic finds the agency's task, an indicator its number."""
    filled = fill_in("cà phê đang làm 40%", lexicon(), "so-nong-nghiep", TODAY)
    assert (filled.kind, filled.task, filled.percent) == ("task_report", 2, 40)
    query = read_question("lượt khách lưu trú năm 2026 bao nhiêu", lexicon(), TODAY)
    assert query.model_dump()["numbers"] == (1,)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("sở nào nhiều nhiệm vụ nhất", RankQuery(kinds=(AgencyKind.DEPARTMENT,))),
        (
            "so sánh Sở Du lịch và Sở Nông nghiệp",
            RankQuery(order=Order.EACH, agencies=("so-du-lich", "so-nong-nghiep")),
        ),
        ("UBND huyện Sơn Hà có nhiệm vụ gì", UnknownAgency(name="UBND huyện Sơn Hà")),
        ("huyen long dien co viec gi", UnknownAgency(name="huyen long dien")),
        ("Sở Xây dựng", UnknownAgency(name="Sở Xây dựng")),
        ("các huyện chưa báo cáo", UnreportedQuery(kinds=(AgencyKind.DISTRICT,))),
        ("huyện Sơn Lâm", TaskQuery(agencies=(AgencyTerm(agency="ubnd-h-son-lam"),))),
    ],
)
def test_its_agencies_are_compared_and_others_are_unknown(text: str, query: Query) -> None:
    """Kinds of agencies, comparisons and unknown names need no word about a plan."""
    assert read_first_question(text, lexicon(), TODAY) == query
