"""Lines of the summary: what a group or an agency has come to, and what a week has changed."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.talk import Talk
from dialogue.texts import brief
from domain.summary import DONE, Change, Outcome, Share, Tally
from handlers.wording import agency_short, lines

NAMED = 6
"""Up to so many tasks are named by their numbers."""
_TITLE = 45


def changes(talk: Talk, change: Change, *also: Markup | None) -> Markup:
    """What is another state than on an earlier day, with the numbers of the tasks."""
    turned = {"done": change.done, "overdue": change.overdue, "reopened": change.reopened}
    parts = [
        talk.text(f"new-{name}", count=str(len(tasks)), tasks=numbers(talk, tasks))
        for name, tasks in turned.items()
        if tasks
    ]
    parts += [part for part in also if part is not None]
    return Markup("; ").join(parts) if parts else talk.text("changed-nothing")


def group_row(talk: Talk, share: Share) -> Markup:
    """A group of the plan with its numbers."""
    titles = {group.key: group.title for group in talk.plan.groups}
    return talk.text(
        "group-row",
        mark=_mark(share.tally),
        group=share.key,
        title=brief(titles[share.key].partition(";")[0], _TITLE),
        numbers=counts(talk, share.tally),
    )


def agency_row(talk: Talk, share: Share) -> Markup:
    """An agency with the numbers of its own part."""
    name = agency_short(talk, share.key)
    return talk.text(
        "agency-row", mark=_mark(share.tally), agency=name, numbers=counts(talk, share.tally)
    )


def uncounted_line(talk: Talk) -> Markup:
    """How shared tasks are counted by agency, and which tasks are nobody's."""
    nobodys = [task.number for task in talk.plan.tasks if not talk.plan.responsible(task.number)]
    unled = talk.text("unled", tasks=numbers(talk, nobodys)) if nobodys else None
    return lines([talk.text("shared"), unled])


def counts(talk: Talk, tally: Tally) -> Markup:
    """All tasks and the numbers that are not zero."""
    done = tally.count(*DONE)
    parts = [talk.text("count-total", count=str(tally.total))]
    parts += [talk.text("count-done", count=str(done))] if done else []
    parts += [
        talk.text(f"count-{outcome.value.replace('_', '-')}", count=str(tally.count(outcome)))
        for outcome in (Outcome.OVERDUE, Outcome.IN_TIME, Outcome.UNDATED)
        if tally.count(outcome)
    ]
    return Markup(", ").join(parts)


def _mark(tally: Tally) -> str:
    if tally.count(Outcome.OVERDUE):
        return "⚠️"
    return "✅" if tally.count(*DONE) == tally.total else "▫️"


def numbers(talk: Talk, tasks: Sequence[int]) -> Markup:
    """Tasks by their numbers; of many the first ones and how many more."""
    named = Markup(", ").join(f"NV {number}" for number in tasks[:NAMED])
    rest = len(tasks) - NAMED
    return named if rest <= 0 else talk.text("numbers-more", named=named, rest=str(rest))
