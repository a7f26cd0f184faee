"""Agencies and figures compared: order, honest ties, and what nobody may see."""

from decimal import Decimal

from domain.agency import AgencyKind
from domain.answering import select_tasks
from domain.comparing import overview, rank, rank_figures
from domain.query import (
    AgencyTerm,
    FigureRankQuery,
    Order,
    Part,
    RankQuery,
    TaskQuery,
    TaskState,
)
from tests.understanding.examples import figures, lexicon, standing

DISTRICTS = (AgencyKind.DISTRICT,)
OVERDUE = TaskQuery(states=(TaskState.OVERDUE,))
DONE = TaskQuery(states=(TaskState.DONE,))
EVERYBODY = frozenset(lexicon().plan.agency_by_id)


def test_agencies_are_counted_as_a_question_about_each_counts() -> None:
    """The number beside an agency is the number of tasks that asking for it lists."""
    for tasks in (OVERDUE, DONE, TaskQuery()):
        for part in Part:
            for score in rank(RankQuery(tasks=tasks, part=part), standing()).scores:
                term = AgencyTerm(agency=score.agency, part=part)
                asked = tasks.model_copy(update={"agencies": (term,)})
                assert len(select_tasks(asked, standing()).tasks) == score.count, score.agency


def test_equal_numbers_share_a_place_and_the_next_counts_them() -> None:
    """Ties are told: two firsts are followed by a third."""
    scores = rank(RankQuery(kinds=DISTRICTS), standing()).scores
    assert [(score.count, score.place) for score in scores[:4]] == [
        (16, 1), (14, 2), (14, 2), (12, 4),
    ]  # fmt: skip
    fewest = rank(RankQuery(kinds=DISTRICTS, order=Order.FEWEST), standing())
    assert len(fewest.first) == 8
    assert {score.count for score in fewest.first} == {12}


def test_who_has_no_task_is_not_the_last_to_finish() -> None:
    """Nothing done of nothing is left out; of all tasks, none is the fewest."""
    done = rank(RankQuery(tasks=DONE, order=Order.FEWEST), standing()).scores
    assert all(score.of for score in done)
    tasks = rank(RankQuery(order=Order.FEWEST), standing()).first
    assert {score.count for score in tasks} == {0}


def test_a_share_is_of_the_own_tasks() -> None:
    """One of one comes before two of four."""
    scores = rank(RankQuery(tasks=DONE, share=True), standing()).scores
    shares = [Decimal(score.count) / score.of for score in scores]
    assert shares == sorted(shares, reverse=True)


def test_reports_that_may_not_be_seen_are_withheld() -> None:
    """How tasks stand is counted only where it may be seen; the plan's own numbers always."""
    own = rank(RankQuery(tasks=OVERDUE), standing(), EVERYBODY - {"so-xay-dung"})
    assert [score.agency for score in own.scores] == ["so-xay-dung"]
    assert own.withheld
    assert rank(RankQuery(), standing(), EVERYBODY).withheld == 0
    assert overview("so-xay-dung", standing(), seen=False).states is None


def test_an_overview_adds_up() -> None:
    """What an agency leads and coordinates, and how what it leads stands."""
    found = overview("so-xay-dung", standing(), seen=True)
    assert (found.leads, found.coordinates) == (4, 3)
    assert found.states is not None
    assert found.states[TaskState.DONE] + found.states[TaskState.OVERDUE] <= found.leads


def test_figures_are_set_in_order() -> None:
    """Of one indicator by value, of all by the share of their target that is reached."""
    plan = lexicon().plan
    query = FigureRankQuery(indicator=5, kinds=DISTRICTS)
    values = [each.figure.value for each in rank_figures(query, plan, figures(), 2025)]
    assert values == sorted(values, reverse=True)
    assert values
    lowest = rank_figures(FigureRankQuery(order=Order.FEWEST), plan, figures(), 2025)
    shares = [each.share for each in lowest]
    assert None not in shares
    assert shares == sorted(shares, key=lambda share: share or 0)
    assert rank_figures(FigureRankQuery(indicator=6, kinds=DISTRICTS), plan, figures(), 2025) == ()
