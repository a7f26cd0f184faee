"""What one is reminded of, as choices: a task, the end of a period, or all of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from domain.reminding import Matter, MatterKind, Unfinished
from handlers.wording import label, period_name

Matters = tuple[Matter, ...]


def one_or_all(talk: Talk, matters: Sequence[Matter], left: Unfinished) -> OneOf[Matters]:
    """One of the matters, or all of them."""
    choices: list[Matters] = [(matter,) for matter in matters]
    if len(matters) > 1:
        choices.append(tuple(matters))
    return OneOf(
        choices,
        key=_key,
        label=lambda chosen: _label(talk, chosen, left),
        own_number=_number,
    )


def named_in(talk: Talk, matters: Iterable[Matter]) -> Matters:
    """The tasks that were named in one message, or none if one of them is not among these."""
    numbers = talk.given("tasks") or []
    found = tuple(matter for matter in matters if matter.number in numbers)
    return found if len(found) == len(numbers) else ()


def paused_until(talk: Talk, pauses: Iterable[tuple[Matter, date]], left: Unfinished) -> Markup:
    """What is paused, day by day until which it is."""
    by_day: defaultdict[date, list[str]] = defaultdict(list)
    for matter, until in pauses:
        by_day[until].append(matter_short(talk, matter, left))
    return Markup("; ").join(
        talk.text("matter-until", matters=", ".join(by_day[day]), until=day)
        for day in sorted(by_day)
    )


def matter_short(talk: Talk, matter: Matter, left: Unfinished) -> str:
    """A task by its own number, the end of a period by the period's name."""
    if matter.number is not None:
        return f"NV {matter.number}"
    if matter.kind is MatterKind.TASKS:
        return talk.plain("matter-tasks", period=period_name(talk, left.tasks.period))
    return talk.plain("matter-indicators", period=period_name(talk, left.indicators.period))


def task_key(number: int) -> str:
    """The key under which a task can be chosen."""
    return f"{MatterKind.TASK.value}/{number}"


def _label(talk: Talk, matters: Matters, left: Unfinished) -> str:
    if len(matters) > 1:
        return talk.plain("matter-all", count=str(len(matters)))
    (matter,) = matters
    if matter.number is not None:
        return label(talk.plan.task_by_number[matter.number])
    return matter_short(talk, matter, left)


def _key(matters: Matters) -> str:
    if len(matters) > 1:
        return "all"
    (matter,) = matters
    return matter.kind.value if matter.number is None else task_key(matter.number)


def _number(matters: Matters) -> int:
    """A task's own number; none that can be typed for a period, or for all."""
    return -1 if len(matters) > 1 else matters[0].number or -1
