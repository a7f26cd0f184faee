"""The line "Xem tiếp: …": words that take an answer further, each of which really does."""

from collections.abc import Iterator

from markupsafe import Markup

from dialogue.talk import Talk
from domain.answering import Selection, select_tasks
from domain.person import hidden_from
from domain.query import (
    Part,
    TaskQuery,
    TaskState,
)
from domain.spans import Days
from domain.standing import Standing

MOST = 3


def refinements(
    talk: Talk, query: TaskQuery, selection: Selection, standing: Standing
) -> Markup | None:
    """Return the line, or None where nothing is to be refined or another question waits."""
    if talk.is_detour or query.numbers:
        return None
    words = list(_words(talk, query, selection, standing))[:MOST]
    if not words:
        return None
    return talk.text("next", words=Markup(" · ").join(words))


def _words(
    talk: Talk, query: TaskQuery, selection: Selection, standing: Standing
) -> Iterator[Markup]:
    hidden = hidden_from(talk.person, talk.plan)

    def leads_on(**change: object) -> bool:
        changed = query.model_copy(update=change)
        found = select_tasks(changed, standing, hidden)
        return bool(found.tasks) and not found.withheld and found.tasks != selection.tasks

    if selection.coordinated and len(query.agencies) == 1:
        widened = query.agencies[0].model_copy(update={"part": Part.INVOLVED})
        if leads_on(agencies=(widened,)):
            yield talk.text("next-coordinated")
    if not query.states and leads_on(states=(TaskState.OVERDUE,)):
        yield talk.text("next-overdue")
    if query.due is not None and query.due.year is not None:
        year = query.due.year + 1
        if leads_on(due=Days.of_years(year, year)):
            yield talk.text("next-year", year=str(year))
