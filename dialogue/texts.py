"""Fluent texts of one language, loaded once and strict: every mistake is an error.

Values are escaped unless they are Markup already, so that no value can become markup. Years, task
and document numbers are passed as strings; Decimal and int are written the Vietnamese way.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.syntax import ast
from markupsafe import Markup, escape

LOCALES = Path(__file__).resolve().parent.parent / "locales"
_TAG = re.compile(r"</?[bi]>")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BRIEF = 100

# Fluent refuses values over 2,500 signs, against hostile texts. Our texts are our own, and a card
# with a thousand signs of an officer's, escaped, is longer than that.
resolver.MAX_PART_LENGTH = 100_000


class TextError(Exception):
    """A text is missing, wrongly written, given twice, or lacks a value it needs."""


class Texts:
    """All texts of one language, and of more folders; `say(id, **values)` renders one."""

    def __init__(self, language: str, *folders: Path) -> None:
        self.language = language
        self._locale = language
        self._bundle = FluentBundle(
            [language], use_isolating=False, functions={"DAY": _day, "TIME": _time}
        )
        self.ids: dict[str, Path] = {}
        self._unvarying: dict[str, Markup] = {}
        paths = [
            path
            for folder in (LOCALES, *folders)
            for path in sorted((folder / language).glob("*.ftl"))
        ]
        if not paths:
            raise TextError(f"no texts for language {language!r}")
        for path in paths:
            self._add(path)

    def _add(self, path: Path) -> None:
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                problem = entry.annotations[0].message if entry.annotations else "syntax error"
                raise TextError(f"{path.name}: {problem}: {(entry.content or '').strip()!r}")
            if isinstance(entry, ast.Message | ast.Term):
                id_ = entry.id.name
                if id_ in self.ids:
                    raise TextError(f"{path.name}: {id_} stands in {self.ids[id_].name} already")
                self.ids[id_] = path
        self._bundle.add_resource(resource)

    def has(self, id_: str) -> bool:
        """Whether there is a text of this id."""
        return self._bundle.has_message(id_)

    def say(self, id_: str, /, **values: object) -> Markup:
        """Render a text; raise TextError where it is missing or a value does not fit."""
        if values:
            return self._render(id_, values)
        if id_ not in self._unvarying:
            self._unvarying[id_] = self._render(id_, values)
        return self._unvarying[id_]

    def _render(self, id_: str, values: dict[str, object]) -> Markup:
        if not self.has(id_):
            raise TextError(f"there is no text {id_!r} in {self.language!r}")
        pattern = self._bundle.get_message(id_).value
        if pattern is None:
            raise TextError(f"text {id_!r} is empty")
        prepared = {name: self._prepare(value) for name, value in values.items()}
        rendered, errors = self._bundle.format_pattern(pattern, prepared)
        if errors:
            raise TextError(f"text {id_!r}: {errors[0]}") from errors[0]
        return Markup(rendered)  # noqa: S704 - values were escaped, the text itself is ours

    def plain(self, id_: str, /, **values: object) -> str:
        """Render a text for where there is no markup: a button, a command's description."""
        return plain(self.say(id_, **values))

    def _prepare(self, value: object) -> object:
        if isinstance(value, Decimal | int) and not isinstance(value, bool):
            return str(format_decimal(value, locale=self._locale))
        if isinstance(value, datetime | date):
            return value
        if value is None:
            return ""
        return str(escape(value))


def plain(markup: str) -> str:
    """Return what a person reads of markup: tags gone, escapes undone."""
    return str(Markup(_TAG.sub("", markup)).unescape())  # noqa: S704


def brief(words: str, most: int = BRIEF) -> str:
    """Return words on one line; where they are longer than `most`, their beginning and "…"."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    head, _, _ = line[:most].rpartition(" ")
    return (head if len(head) > most // 2 else line[: most - 1]) + "…"


def _day(value: Any, **_options: Any) -> Any:
    """DAY($d): 31/12/2026."""
    return _moment(value).strftime("%d/%m/%Y")


def _time(value: Any, **_options: Any) -> Any:
    """TIME($t): 09:14, in Vietnamese time."""
    return _moment(value).strftime("%H:%M")


def _moment(value: Any) -> date:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(ZONE)
    if not isinstance(value, date):
        raise TypeError(f"not a day: {value!r}")
    return value
