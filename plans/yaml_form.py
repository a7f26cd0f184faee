"""A reviewed plan as YAML: written for people to read and correct, loaded strictly and fast."""

from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from domain.model import Model
from domain.plan import Plan
from domain.succession import AgencyChange
from plans import consistency
from plans.errors import PlanUnreadable, Problem, Slip

PLAN_179 = Path(__file__).with_name("179-KH-UBND.yaml")
"""The shipped plan, reviewed."""

Loaded = TypeVar("Loaded", bound=Model)
_FLOW = 76
"""Lists of words up to this length stand on one line."""


def dump_plan(plan: Plan) -> str:
    """Return the plan as YAML: what is settled first, letters as they are, defaults left out."""
    lists = {"agencies", "groups", "tasks", "indicators"}
    head = plan.model_dump(exclude=lists)
    body = plan.model_dump(include=lists, exclude_defaults=True)
    return yaml.dump(
        head | body, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_FLOW + 20
    )


def load_plan(path: Path) -> Plan:
    """Load a reviewed plan, or raise PlanUnreadable with the line and the field."""
    text = read_text(path)
    plan = _validated(text, Plan)
    for flaw in consistency.flaws(plan):
        raise _unreadable(text, flaw.problem, flaw.path, flaw.text)
    return plan


def load_change(path: Path) -> AgencyChange:
    """Load a change among the agencies, or raise PlanUnreadable with the line and the field."""
    return _validated(read_text(path), AgencyChange)


def _validated(text: str, model: type[Loaded]) -> Loaded:
    try:
        loaded = yaml.load(text, Loader=_Loader)  # noqa: S506 - it is a safe loader
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error)
        raise PlanUnreadable(Problem.NOT_YAML, mark.line + 1 if mark else 1, "", reason) from error
    try:
        return model.model_validate(loaded)
    except ValidationError as error:
        first = error.errors()[0]
        if not first["loc"]:
            raise PlanUnreadable(Problem.NOT_PLAN, 1) from error
        raise _unreadable(text, Problem.FIELD, first["loc"], _slip(first["type"])) from error


def read_text(path: Path) -> str:
    """Return a file's text, or raise PlanUnreadable with the line where it is no UTF-8."""
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise PlanUnreadable(Problem.NOT_TEXT, line) from error


def line_of(text: str, path: consistency.Path) -> int:
    """Return the line at which a field of a YAML text stands, or the nearest one around it."""
    node = yaml.compose(text, Loader=_Loader)
    line = 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pairs = (pair for pair in node.value if pair[0].value == str(step))
            key, value = next(pairs, (None, None))
            if key is None:
                return line
            node, line = value, key.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line


def _unreadable(text: str, problem: Problem, path: consistency.Path, reason: str) -> PlanUnreadable:
    return PlanUnreadable(problem, line_of(text, path), ".".join(map(str, path)), reason)


def _slip(kind: str) -> Slip:
    """What pydantic's kind of error means to who corrects the file."""
    match kind.split("_"):
        case ["missing"]:
            return Slip.MISSING
        case ["extra", *_]:
            return Slip.SURPLUS
        case ["date", *_]:
            return Slip.DAY
        case ["int" | "decimal" | "float", *_]:
            return Slip.NUMBER
        case ["enum" | "literal", *_]:
            return Slip.CHOICE
        case ["string", *_]:
            return Slip.WORDS
        case ["tuple" | "list", *_]:
            return Slip.LIST
        case _:
            return Slip.OTHER


class _Loader(yaml.CSafeLoader):
    """Leaves dates to the model, so that a wrong one is named with its field."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


class _Dumper(yaml.CSafeDumper):
    """Writes the domain's values as plain YAML."""


def _enum(dumper: yaml.CSafeDumper, value: StrEnum) -> yaml.Node:
    return dumper.represent_str(value.value)


def _decimal(dumper: yaml.CSafeDumper, value: Decimal) -> yaml.Node:
    kind = "int" if value == value.to_integral_value() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", f"{value:f}")


def _sequence(dumper: yaml.CSafeDumper, value: tuple[Any, ...]) -> yaml.Node:
    words = all(isinstance(item, str) for item in value)
    flow = words and sum(len(item) + 2 for item in value) <= _FLOW
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)


_Dumper.add_multi_representer(StrEnum, _enum)
_Dumper.add_representer(Decimal, _decimal)
_Dumper.add_representer(tuple, _sequence)
