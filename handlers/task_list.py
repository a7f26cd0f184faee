"""Tasks as lines of a page."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from dialogue.kinds import PAGE
from dialogue.talk import Talk
from domain.standing import Standing
from domain.task import Task
from handlers.wording import lines, status_line


def list_tasks(
    talk: Talk, tasks: Sequence[Task], standing: Standing, agency: str | None
) -> Callable[[int], Markup]:
    """Return the lines of a page, for one agency's part or for all together."""

    def page(number: int) -> Markup:
        shown = tasks[number * PAGE : (number + 1) * PAGE]
        return lines([status_line(talk, task, standing, agency) for task in shown])

    return page
