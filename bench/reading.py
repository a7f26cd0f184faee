"""How long reading takes: a text, a very long one, the lexicon of a large plan.

    python -m bench.reading

Everything is read for real, in this process, by the functions that the chat calls; no figure
includes the database or the network. Times are processor time, so that neighbours do not count.
"""

import statistics
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time

from domain.plan import Plan
from evaluation.lines import Question, Report, read_lines
from plans.yaml_form import PLAN_179, load_plan
from understanding.lexicon import Lexicon
from understanding.questions import read_question
from understanding.reports import read_report

CORPUS = Path(__file__).parent.parent / "tests" / "understanding" / "corpus"
TODAY = date(2026, 2, 15)
AGENCY = "so-xay-dung"
LONG = 10_000
LARGE = 1_000
ROUNDS = 3


def large_plan(plan: Plan, tasks: int) -> Plan:
    """Return a plan of so many tasks, each with words of its own beside a real task's."""
    made = []
    for number in range(1, tasks + 1):
        like = plan.tasks[number % len(plan.tasks)]
        content = f"{like.cells.content} khu vực {number} hạng mục số{number}"
        cells = like.cells.model_copy(update={"content": content})
        made.append(like.model_copy(update={"number": number, "cells": cells}))
    return Plan.model_validate({**plan.model_dump(), "tasks": [task.model_dump() for task in made]})


def _timed(read: Callable[[], object]) -> float:
    start = process_time()
    read()
    return (process_time() - start) * 1000


def _row(name: str, times: Iterable[float]) -> str:
    ordered = sorted(times)
    last = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    middle = statistics.median(ordered)
    return f"| {name} | {len(ordered)} | {middle:.2f} | {last:.2f} | {ordered[-1]:.2f} |"


def _readings(texts: list[str], lexicon: Lexicon) -> tuple[list[float], list[float]]:
    asked, told = [], []
    for text in texts * ROUNDS:
        asked.append(_timed(partial(read_question, text, lexicon, TODAY)))
        told.append(_timed(partial(read_report, text, lexicon, AGENCY, TODAY)))
    return asked, told


def main() -> None:
    """Print the figures as a table."""
    plan = load_plan(PLAN_179)
    lexicon = Lexicon.of(plan)
    texts = [each.text for each in read_lines(CORPUS / "questions.jsonl", Question)]
    texts += [each.text for each in read_lines(CORPUS / "reports.jsonl", Report)]
    long = ["nhiệm vụ đến hạn 1/1/2025 sở " * 400, "x" * LONG, "sở " * LONG, " ".join(texts)]
    first = _timed(partial(read_report, texts[-1], lexicon, AGENCY, TODAY))
    asked, told = _readings(texts, lexicon)
    big_asked, big_told = _readings([each[:LONG] for each in long], lexicon)
    large = large_plan(plan, LARGE)
    wide = Lexicon.of(large)
    wide_asked, _ = _readings(texts, wide)
    print("| reading | readings | median ms | 99 % ms | most ms |\n|---|--:|--:|--:|--:|")
    print(_row("the very first report, its words made ready", [first]))
    print(_row("a text as a question", asked))
    print(_row("a text as a report", told))
    print(_row(f"{LONG:,} characters as a question", big_asked))
    print(_row(f"{LONG:,} characters as a report", big_told))
    print(_row(f"a text as a question, plan of {LARGE:,} tasks", wide_asked))
    for name, each in ((plan.number, plan), (f"{LARGE:,} tasks", large)):
        stored = each.model_dump_json()
        start = [_timed(lambda: Lexicon.of(Plan.model_validate_json(stored))) for _ in range(5)]  # noqa: B023 - called here
        print(_row(f"at start: the plan and its lexicon, {name}", start))


if __name__ == "__main__":
    main()
