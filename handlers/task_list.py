"""Tasks as lines of a page."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from dialogue.kinds import PAGE
from domain.task import Task
from handlers.wording import lines


def by_page(tasks: Sequence[Task], line: Callable[[Task], Markup]) -> Callable[[int], Markup]:
    """Return what gives the lines of a page."""

    def page(number: int) -> Markup:
        return lines([line(task) for task in tasks[number * PAGE : (number + 1) * PAGE]])

    return page
