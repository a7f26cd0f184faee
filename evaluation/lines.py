"""Files of JSON lines: one question or report a line, with its right answer where it has one."""

import json
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domain.model import Model

Found = TypeVar("Found", bound="Line")


class Malformed(Exception):
    """A file is not what it should be; the text says where."""


class Line(Model):
    """A text to read; `style`, `lang` and `tags` say what it is an example of."""

    model_config = ConfigDict(extra="ignore")

    id: str = ""
    text: str
    lang: str = ""
    style: str = ""
    tags: tuple[str, ...] = ()
    accept_kinds: tuple[str, ...] = ()

    @property
    def gold_kind(self) -> str:
        """The right kind of answer, empty where the line tells none."""
        raise NotImplementedError


class Numbers(Model):
    """A set of tasks and indicators that is a right answer."""

    tasks: tuple[int, ...] = ()
    indicators: tuple[int, ...] = ()

    @property
    def sets(self) -> tuple[frozenset[int], frozenset[int]]:
        """The numbers, whatever their order."""
        return frozenset(self.tasks), frozenset(self.indicators)


class Question(Line, Numbers):
    """A question; `alt` are other sets that are right, `range` holds any number that is."""

    kind: str = ""
    value: float | None = None
    range: tuple[float, float] | None = None
    alt: tuple[Numbers, ...] = ()

    @property
    def gold_kind(self) -> str:
        """The right kind of answer."""
        return self.kind


class Report(Line):
    """A report of a unit's officer; `accept` are other right values by field."""

    unit: str
    gold: dict[str, Any] = Field(default_factory=dict)
    accept: dict[str, list[Any]] = Field(default_factory=dict)

    @property
    def gold_kind(self) -> str:
        """The right kind of reading."""
        return str(self.gold.get("kind", ""))


def read_lines(path: Path, of: type[Found]) -> tuple[Found, ...]:
    """Return the objects of a file, numbered where they have no id; raise Malformed."""
    found = []
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            read = _valid(of, line, f"{path}: line {number}")
            found.append(read if read.id else read.model_copy(update={"id": str(number)}))
    return tuple(found)


def read_object(path: Path, of: type[BaseModel]) -> Any:
    """Return the one object of a file; raise Malformed."""
    return _valid(of, _text(path), str(path))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Malformed(f"{path}: not UTF-8") from error


def _valid(of: type[Any], text: str, where: str) -> Any:
    try:
        return of.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        raise Malformed(f"{where}: no JSON: {error.msg}") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise Malformed(f"{where}: {field}: {first['msg']}") from error
