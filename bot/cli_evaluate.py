"""`baocao evaluate`: how questions and reports of a file are read, and how many rightly."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from bot.cli_plan import read_plan
from bot.cli_roster import Words
from bot.cli_setup import Today, clock_of, working_settings
from bot.user_error import UserError
from domain.plan import Plan
from evaluation.fixtures import AgencyOf, read_figures, read_standing
from evaluation.lines import Line, Malformed, Question, Report, read_lines
from evaluation.predictions import Answer, Answers, Filled, fill_in
from evaluation.scores import question_scores, report_scores
from plans.yaml_form import PLAN_179
from understanding.lexicon import Lexicon

evaluate_app = typer.Typer(
    help="Read the texts of a file as the chat does; print JSON lines, or scores.",
    no_args_is_help=True,
)
Gold = TypeVar("Gold", bound=Line)
Said = TypeVar("Said", Answer, Filled)
LinesFile = Annotated[Path, typer.Argument(metavar="FILE", help="One JSON object a line.")]
ScoredOption = Annotated[
    bool, typer.Option("--gold", help="Print scores by the right answers that stand in FILE.")
]
PlanOption = Annotated[Path, typer.Option(help="The plan, as tables or YAML.")]


@evaluate_app.command()
def questions(
    file: LinesFile,
    reports: Annotated[Path | None, typer.Option(help="Task reports, as JSON.")] = None,
    figures: Annotated[Path | None, typer.Option(help="Indicators' figures, as JSON.")] = None,
    plan: PlanOption = PLAN_179,
    gold: ScoredOption = False,
    today: Today = None,
) -> None:
    """Print the answer to every question of FILE (id, text)."""
    with _mendable():
        settled = _plan(plan)
        agency_of = _agencies(settled)
        day = clock_of(working_settings(), today)().date()
        answers = Answers(
            Lexicon.of(settled),
            read_standing(reports, settled, agency_of, day),
            read_figures(figures, agency_of),
        )
        read = read_lines(file, Question)
    _print(file, [(each, answers.to(each.text)) for each in read], gold, question_scores)


@evaluate_app.command()
def reports(
    file: LinesFile,
    plan: PlanOption = PLAN_179,
    gold: ScoredOption = False,
    today: Today = None,
) -> None:
    """Print what every report of FILE (id, unit, text) pre-fills."""
    with _mendable():
        settled = _plan(plan)
        agency_of = _agencies(settled)
        lexicon = Lexicon.of(settled)
        day = clock_of(working_settings(), today)().date()
        read = [(each, agency_of(each.unit)) for each in read_lines(file, Report)]
    filled = [(each, fill_in(each.text, lexicon, agency, day)) for each, agency in read]
    _print(file, filled, gold, report_scores)


def _plan(file: Path) -> Plan:
    return read_plan(file).plan


def _agencies(plan: Plan) -> AgencyOf:
    return Words(plan).agency


@contextmanager
def _mendable() -> Iterator[None]:
    try:
        yield
    except Malformed as error:
        raise UserError("cli-evaluate-malformed", why=str(error)) from error


def _print(
    file: Path,
    answered: Sequence[tuple[Gold, Said]],
    gold: bool,
    scores: Callable[[Sequence[tuple[Gold, Said]]], str],
) -> None:
    if not gold:
        for line, said in answered:
            typer.echo(said.model_copy(update={"id": line.id}).model_dump_json())
        return
    if missing := next((line for line, _ in answered if not line.gold_kind), None):
        raise UserError("cli-evaluate-no-gold", file=file, id=missing.id)
    typer.echo(scores(answered))
