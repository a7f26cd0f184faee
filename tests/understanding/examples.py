"""The example questions and reports, the corpus of our own, and the data behind them."""

from datetime import date
from functools import cache
from pathlib import Path

from bot.cli_roster import Words
from domain.figure import Figure
from domain.standing import Standing
from evaluation.fixtures import read_figures, read_standing
from evaluation.lines import Question, Report, read_lines
from evaluation.predictions import Answers
from plans.yaml_form import PLAN_179, load_plan
from understanding.lexicon import Lexicon

DATA = Path(__file__).parent.parent / "data" / "examples"
CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 2, 15)


def questions() -> tuple[Question, ...]:
    """Return all questions: the examples and our own."""
    return read_lines(DATA / "questions.jsonl", Question) + read_lines(
        CORPUS / "questions.jsonl", Question
    )


def reports() -> tuple[Report, ...]:
    """Return all reports: the examples and our own."""
    return read_lines(DATA / "reports.jsonl", Report) + read_lines(CORPUS / "reports.jsonl", Report)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the shipped plan."""
    return Lexicon.of(load_plan(PLAN_179))


@cache
def words() -> Words:
    """Return what finds agencies by their names."""
    return Words(lexicon().plan)


@cache
def standing() -> Standing:
    """Return how the tasks stand by the example reports."""
    return read_standing(DATA / "fixture_reports.json", lexicon().plan, words().agency, TODAY)


@cache
def figures() -> tuple[Figure, ...]:
    """Return the example figures."""
    return read_figures(DATA / "fixture_figures.json", words().agency)


@cache
def answers() -> Answers:
    """Return what answers questions by the example data."""
    return Answers(lexicon(), standing(), figures())
