"""Looking a plan's file over: its reading and everything odd about it, whatever its form."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from domain.plan import Plan
from plans.anomalies import Anomaly, AnomalyKind, Part, Place
from plans.oddities import Lines, oddities
from plans.reading import Reading, read_plan
from plans.register import Register, read_register
from plans.yaml_form import line_of, load_plan, read_text

_YAML = {".yaml", ".yml"}


def check(path: Path, register: Register | None = None) -> Reading:
    """Read a plan from its tables (text) or its reviewed form (YAML), or raise PlanUnreadable.

    Tables are read by the register, which is Sóc Trăng's unless another is given; a reviewed plan
    brings its own agencies.
    """
    register = register or read_register()
    if path.suffix.lower() in _YAML:
        return _check_reviewed(path, register)
    return read_plan(read_text(path), register)


def _check_reviewed(path: Path, register: Register) -> Reading:
    plan = load_plan(path)
    text = read_text(path)

    def lines_of(part: str, keys: Iterable[str | int]) -> dict[str | int, int]:
        return {key: line_of(text, (part, at)) for at, key in enumerate(keys)}

    lines = Lines(
        focal=line_of(text, ("focal",)),
        groups=lines_of("groups", (group.key for group in plan.groups)),
        tasks=lines_of("tasks", (task.number for task in plan.tasks)),
        indicators=lines_of("indicators", (each.number for each in plan.indicators)),
    )
    own = Register(plan.agencies, register.misspelt)
    odd = [*oddities(plan, lines, own), *_without_target(plan, lines)]
    found = sorted(odd, key=lambda anomaly: anomaly.line)
    return Reading(plan=plan, anomalies=tuple(found))


def _without_target(plan: Plan, lines: Lines) -> Iterator[Anomaly]:
    """Yield the indicators that have no target in a year in which others have one."""
    years = {year for each in plan.indicators for year in each.targets}
    for each in plan.indicators:
        for _ in years - set(each.targets):
            where = Place(part=Part.INDICATOR, row=str(each.number))
            line = lines.indicators[each.number]
            yield Anomaly(kind=AnomalyKind.EMPTY_CELL, line=line, cell="target", where=where)
