"""The reviewed plan as YAML: it is what the reading says, and it is loaded strictly."""

import time
from datetime import date
from pathlib import Path

import pytest

from domain.agency import Agency, AgencyKind
from domain.plan import Plan
from plans.errors import PlanUnreadable, Problem
from plans.reading import Reading
from plans.yaml_form import PLAN_179, dump_plan, load_plan

REVIEWED = {"tasks": {"__all__": {"short"}}, "indicators": {"__all__": {"short"}}}


@pytest.fixture(scope="module")
def text() -> str:
    """The shipped YAML."""
    return PLAN_179.read_text(encoding="utf-8")


def test_the_shipped_plan_is_the_reading(reading: Reading) -> None:
    """Short titles are a person's; every other value is what the tables say."""
    shipped = load_plan(PLAN_179)
    assert shipped.model_dump(exclude=REVIEWED) == reading.plan.model_dump(exclude=REVIEWED)


def test_the_shipped_plan_is_written_as_the_code_writes_it(text: str) -> None:
    """Loading and dumping give the same text, so a change of the form shows in review."""
    assert dump_plan(load_plan(PLAN_179)) == text


def test_short_titles_fit_a_phone() -> None:
    """Every title was reviewed: short, no cut marks, each one different."""
    plan = load_plan(PLAN_179)
    tasks = [task.short for task in plan.tasks]
    indicators = [indicator.short for indicator in plan.indicators]
    assert max(map(len, tasks)) <= 60
    assert max(map(len, indicators)) <= 40
    assert not any("…" in short or short.startswith("Nhiệm vụ") for short in tasks + indicators)
    assert len(set(tasks)) == 33


def test_loading_is_quick() -> None:
    """The plan is loaded in well under a tenth of a second."""
    load_plan(PLAN_179)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        load_plan(PLAN_179)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.1


@pytest.mark.parametrize("word", ["no", "yes", "null", "1:30", "2025", "~", "- a", "x: y", "#9"])
def test_words_that_yaml_would_take_for_values_survive(tmp_path: Path, word: str) -> None:
    """Names are written so that they come back as the words they are."""
    agency = Agency(id="a", name=word, short=word, kind=AgencyKind.OTHER, aliases=(word, "ừ"))
    plan = Plan(
        id="p",
        number=word,
        title=word,
        issuer=word,
        issued_on=date(2026, 1, 2),
        focal="a",
        agencies=(agency,),
        groups=(),
        tasks=(),
        indicators=(),
    )
    path = tmp_path / "plan.yaml"
    path.write_text(dump_plan(plan), encoding="utf-8")
    assert load_plan(path) == plan


@pytest.mark.parametrize(
    ("old", "new", "problem", "field"),
    [
        ("issued_on: 2024-11-15", "issued_on: 2024-13-45", Problem.FIELD, "issued_on"),
        ("focal: so-xay-dung", "focal: [", Problem.NOT_YAML, ""),
        ("focal: so-xay-dung", "focal: no", Problem.FIELD, "focal"),
        ("focal: so-xay-dung", "focal: so-xd", Problem.UNKNOWN_AGENCY, "focal"),
        ("focal: so-xay-dung", "", Problem.FIELD, "focal"),
        ("- number: 33\n", "- number: 32\n", Problem.DUPLICATE, "tasks.32"),
        ("  leads: [cong-an-tinh]", "  leads: [ca]", Problem.UNKNOWN_AGENCY, "tasks.32.leads"),
        ("- key: V\n", "- key: VI\n", Problem.UNKNOWN_GROUP, "tasks.30.group"),
        ("short: An sinh nhà ở", f"short: {'An sinh ' * 9}", Problem.LENGTH, "tasks.17.short"),
    ],
)
def test_a_wrong_field_is_refused_at_its_line(
    tmp_path: Path, text: str, old: str, new: str, problem: Problem, field: str
) -> None:
    """The error names the line and the field that a person has to correct."""
    assert text.count(old) == 1
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(PlanUnreadable) as caught:
        load_plan(path)
    error = caught.value
    assert (error.problem, error.cell) == (problem, field)
    if new and problem is not Problem.NOT_YAML and problem is not Problem.UNKNOWN_GROUP:
        changed = text[: text.index(old)].count("\n") + 1
        assert error.line == changed


def test_a_group_without_members_is_refused(tmp_path: Path, text: str) -> None:
    """A collective lead whose members are missing would be owed by nobody."""
    head, members, tail = text.partition("  members:\n")
    path = tmp_path / "plan.yaml"
    path.write_text(head + tail[tail.index("groups:") :], encoding="utf-8")
    assert members
    with pytest.raises(PlanUnreadable) as caught:
        load_plan(path)
    assert (caught.value.problem, caught.value.text) == (Problem.MEMBERS, "ubnd-cap-huyen")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("    kind: range\n    start: 2026", "    kind: year\n    start: 2026", Problem.DEADLINE),
        ("      high: 2.3\n", "      high: 1.2\n", Problem.TARGET),
        ("      high: 2.3\n", "", Problem.TARGET),
    ],
)
def test_figures_that_do_not_fit_their_kind_are_refused(
    tmp_path: Path, text: str, old: str, new: str, problem: Problem
) -> None:
    """A year with two ends and a range without its upper bound are slips of the reviewer."""
    assert text.count(old) == 1
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(PlanUnreadable) as caught:
        load_plan(path)
    assert caught.value.problem is problem


@pytest.mark.parametrize("content", ["", "- 1\n", "just words\n", "a: &x [*x]\n", "\x00"])
def test_another_kind_of_yaml_is_refused(tmp_path: Path, content: str) -> None:
    """Whatever the file holds, the error is the plan's own and names a line."""
    path = tmp_path / "plan.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PlanUnreadable) as caught:
        load_plan(path)
    assert caught.value.line >= 1
