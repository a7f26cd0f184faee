"""Rows of a page: tasks, or whatever else a list shows."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from markupsafe import Markup

from dialogue.kinds import PAGE
from handlers.wording import lines

T = TypeVar("T")


def by_page(
    rows: Sequence[T], line: Callable[[T], Markup], most: int = PAGE
) -> Callable[[int], Markup]:
    """Return what gives the lines of a page of `most` rows."""

    def page(number: int) -> Markup:
        return lines([line(row) for row in rows[number * most : (number + 1) * most]])

    return page
