"""How an obstacle is shown: in a line, on its card, in a report."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.talk import Talk
from dialogue.texts import brief
from domain.obstacle import Obstacle, Said, Saying
from handlers.wording import agency_short, label, lines

LINE = 70
"""So many characters of an obstacle stand in a line."""
TOLD = 250
"""So many stand on its card."""
EARLIER = 80
"""So many of what was said before the last."""
SHOWN = 3
"""So much of what was said stands on its card, the last in full."""


def card(talk: Talk, obstacle: Obstacle) -> Markup:
    """An obstacle whole: of whom and of what, its words, the last that was said, how it stands."""
    first = obstacle.history[0]
    return lines(
        [
            talk.text(
                "vm-head",
                label=obstacle.label,
                agency=agency_short(talk, obstacle.agency),
                task=label(talk.plan.task_by_number[obstacle.task]),
            ),
            talk.text("vm-words", words=brief(obstacle.words, TOLD)),
            talk.text("vm-told", name=first.person.name, day=first.said_at),
            *_said(talk, obstacle),
            state(talk, obstacle),
        ]
    )


def state(talk: Talk, obstacle: Obstacle) -> Markup:
    """How an obstacle stands: closed when, or open for how long and whether it is answered."""
    if obstacle.closed_at is not None:
        return talk.text("vm-closed", day=obstacle.closed_at)
    name = "vm-unanswered" if obstacle.unanswered else "vm-answered"
    return talk.text(name, age=age(talk, obstacle))


def age(talk: Talk, obstacle: Obstacle) -> Markup:
    """For how long an obstacle has been open."""
    days = obstacle.days_open(talk.now)
    return talk.text("vm-age-days", days=str(days)) if days else talk.text("vm-age-today")


def line(talk: Talk, obstacle: Obstacle) -> Markup:
    """An obstacle in one line of a list."""
    name = "vm-line-unanswered" if obstacle.unanswered else "vm-line"
    return talk.text(
        name,
        label=obstacle.label,
        age=age(talk, obstacle),
        agency=agency_short(talk, obstacle.agency),
        number=str(obstacle.task),
        words=brief(obstacle.words, LINE),
    )


def named(obstacles: Sequence[Obstacle]) -> str:
    """Obstacles by their numbers alone."""
    return ", ".join(each.label for each in obstacles)


def _said(talk: Talk, obstacle: Obstacle) -> list[Markup]:
    """What was said after the telling, the last of it."""
    later = [said for said in obstacle.history[1:] if said.kind is not Saying.REPEATED]
    shown = later[-SHOWN:]
    return [_line_said(talk, said, last=said is shown[-1]) for said in shown]


def _line_said(talk: Talk, said: Said, *, last: bool) -> Markup:
    what = talk.text(f"vm-said-{said.kind.value}")
    facts = {"day": said.said_at, "name": said.person.name, "what": what}
    if said.words is None:
        return talk.text("vm-done", **facts)
    return talk.text("vm-said", **facts, words=said.words if last else brief(said.words, EARLIER))
