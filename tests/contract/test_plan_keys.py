"""The page on following up names what a plan's YAML may set, and what holds where it does not."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import yaml
from pydantic import BaseModel

from domain.brief import BriefRules
from domain.period import Calendar
from domain.plan import Plan
from domain.reviewing import ReviewRules
from domain.timetable import Ladder

PAGE = Path(__file__).parents[2] / "docs" / "following-up.md"
PARTS: dict[str, type[BaseModel]] = {
    "calendar": Calendar,
    "review": ReviewRules,
    "reminders": Ladder,
    "brief": BriefRules,
}
_ROW = re.compile(r"^\| `([a-z_]+)(?:: ([a-z_]+))?` \| (?:`([^`]*)`|none) \|", re.MULTILINE)


def _keys() -> Iterator[tuple[str, str, object]]:
    yield "reports_open", "", Plan.model_fields["reports_open"].default
    for part, model in PARTS.items():
        for name, field in model.model_fields.items():
            yield part, name, field.default


def test_the_table_has_every_key_with_its_default_and_none_besides() -> None:
    """What a plan leaves out is as the table tells."""
    told = {
        (part, key): yaml.safe_load(default) if default else None
        for part, key, default in _ROW.findall(PAGE.read_text(encoding="utf-8"))
    }
    there = {(part, key): _as_written(default) for part, key, default in _keys()}
    assert told == there


def _as_written(default: object) -> object:
    """A default as YAML gives it; one that holds nothing is none."""
    if isinstance(default, tuple):
        return list(default) or None
    if isinstance(default, StrEnum):
        return default.value
    return None if default == {} else default
