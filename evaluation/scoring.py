"""When an answer is right, by the rules of the examples' README."""

import re
from typing import Any

from evaluation.lines import Question, Report
from evaluation.predictions import Answer, Filled
from understanding.folding import fold

ABOUT_TASKS = {"tasks", "count", "detail"}
ABOUT_INDICATORS = {"indicators", "target", "figure"}
SILENT = {"help", "out_of_scope"}
"""Kinds that claim nothing of the plan."""
FIELDS = {
    "task_report": ("task", "status", "percent", "document_number", "document_date"),
    "indicator_report": ("indicator", "value", "year"),
}
"""What must be right of a report, by its kind; the obstacle is counted apart."""

_CLOSE = 1e-6


def question_right(gold: Question, said: Answer) -> bool:
    """Whether an answer is the right one: its set of numbers, or its number where one is asked."""
    if gold.kind in SILENT or said.kind in SILENT:
        return _silent_right(gold, said)
    if said.kind not in ABOUT_TASKS | ABOUT_INDICATORS:
        return False
    if gold.kind == "count":
        return _count_right(gold, said)
    if gold.kind in ABOUT_INDICATORS - {"indicators"}:
        return said.sets in _sets(gold) and _number_right(gold, said)
    alike = (said.kind in ABOUT_TASKS) == (gold.kind in ABOUT_TASKS)
    return said.sets in _sets(gold) and (alike or any(said.sets))


def _sets(gold: Question) -> list[tuple[frozenset[int], frozenset[int]]]:
    return [each.sets for each in (gold, *gold.alt)]


def _silent_right(gold: Question, said: Answer) -> bool:
    """Nothing is claimed; to a question out of scope both kinds of silence are right."""
    accepted = set(gold.accept_kinds or (gold.kind,))
    allowed = SILENT if gold.kind == "out_of_scope" else accepted & SILENT
    return said.kind in allowed and not any(said.sets) and said.value is None


def _count_right(gold: Question, said: Answer) -> bool:
    """The number is told, or the list has this many."""
    for place, (tasks, indicators) in enumerate(_sets(gold)):
        wanted = len(tasks) + len(indicators) if place or gold.value is None else gold.value
        listed = len(said.sets[1 if indicators else 0])
        if said.kind == "count":
            if said.value == wanted or (listed == wanted and listed > 0):
                return True
        elif (said.kind in ABOUT_INDICATORS) == bool(indicators) and listed == wanted:
            return True
    return False


def _number_right(gold: Question, said: Answer) -> bool:
    if gold.value is not None:
        return said.value is not None and abs(said.value - gold.value) < _CLOSE
    if said.kind not in {gold.kind, "indicators"}:
        return False
    if gold.range is not None:
        return said.value is None or gold.range[0] <= said.value <= gold.range[1]
    return gold.kind == "target" or said.value is None


def report_right(gold: Report, said: Filled) -> bool:
    """Whether a report is of the right kind and pre-fills every field rightly."""
    return kind_right(gold, said) and all(
        field_right(gold, name, said) for name in _fields(gold, said)
    )


def kind_right(gold: Report, said: Filled) -> bool:
    """Whether a text is taken for what it is."""
    return said.kind in (gold.accept_kinds or (gold.gold_kind,))


def _fields(gold: Report, said: Filled) -> tuple[str, ...]:
    return FIELDS.get(said.kind, ()) if said.kind == gold.gold_kind else ()


def field_right(gold: Report, name: str, said: Filled) -> bool:
    """Whether one field is right; a share of 100 goes without saying where a task is done."""
    wanted = [gold.gold.get(name), *gold.accept.get(name, ())]
    if name == "percent" and gold.gold.get("status") == "done":
        wanted += [None, 100]
    got = said.model_dump(mode="json")[name]
    return any(_same(got, each) for each in wanted)


def _same(got: Any, wanted: Any) -> bool:
    if got is None or wanted is None:
        return got is wanted
    if isinstance(got, int | float):
        return isinstance(wanted, int | float) and abs(got - wanted) < _CLOSE
    return _plain(str(got)) == _plain(str(wanted))


def _plain(text: str) -> str:
    return re.sub(r"\W", "", fold(text))


def obstacle_right(gold: Report, said: Filled) -> bool:
    """Whether at least half of the obstacle's words are there, or none where there is none."""
    got = _words(said.obstacle)
    wanted = [
        _words(each) for each in (gold.gold.get("obstacle"), *gold.accept.get("obstacle", ()))
    ]
    return any(len(each & got) * 2 >= len(each) if each else not got for each in wanted)


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"\w+", fold(text or "")))
