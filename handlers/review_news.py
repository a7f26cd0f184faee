"""Who is told of what is filed and reviewed: heads at once, the focal agency once a day."""

from collections.abc import Sequence
from datetime import datetime, time

from markupsafe import Markup

from dialogue.talk import Talk
from domain.period import period_keyed
from domain.person import Person, Role
from domain.report import TaskReport
from domain.reviewing import Act, ReviewState
from domain.working_days import is_working_day, next_working_day
from handlers.obstacle_news import after_report
from handlers.submission_wording import name
from handlers.wording import agency_short, period_name
from storage.gate import Reader
from storage.reviews import Submission, What

DAILY = time(15)
"""When the focal agency is told on working days what waits for it; later comes the next one's."""


async def after_filing(talk: Talk, db: Reader, filed: Sequence[What]) -> list[Markup]:
    """Put what was just filed before who reviews it, and return lines that say so."""
    first = filed[0]
    found = _for_period(talk, first)
    if first.by_agency is not None:
        people = await db.people_in(first.agency, Role.OFFICER, Role.HEAD)
        for what in filed:
            talk.notify(_others(talk, people), "reported_for", f"for/{what.id}", report=what.id)
        told = "submission-agency-told" if people else "submission-agency-empty"
        found.append(talk.text(told, agency=agency_short(talk, first.agency)))
    if not first.needs_head:
        await tell_focal(talk, db)
        return found
    heads = _others(talk, await db.confirming(first.agency))
    if len(filed) == 1:
        talk.notify(heads, "review", f"review/{first.id}", report=first.id, notice=True)
    else:
        talk.notify(heads, "waiting", f"waiting/{first.id}", notice=True)
    found.append(talk.text("submission-to-head"))
    return found


async def after_review(talk: Talk, db: Reader, reviewed: Sequence[Submission]) -> None:
    """Tell who reported of a return, and the focal agency of what waits for it now.

    What a report tells of obstacles is passed on once its head has confirmed it.
    """
    for each in reviewed:
        if isinstance(each.what, TaskReport) and each.reviews[-1].act is Act.CONFIRMED:
            await after_report(talk, db, each.what)
        if each.state is ReviewState.RETURNED:
            reporter = await db.person_by_id(each.what.reporter)
            people = [reporter] if reporter else await db.people_in(each.what.agency, Role.OFFICER)
            key = f"returned/{each.what.id}"
            talk.notify(_others(talk, people), "returned", key, report=each.what.id)
    if any(each.state is ReviewState.AWAITING_FOCAL for each in reviewed):
        await tell_focal(talk, db)


async def tell_focal(talk: Talk, db: Reader) -> None:
    """Have the focal agency's people told in the afternoon that reports wait for them."""
    if not talk.plan.review.focal:
        return
    day, calendar = talk.now.date(), talk.plan.calendar
    if talk.now.time() >= DAILY or not is_working_day(day, calendar):
        day = next_working_day(day, calendar)
    at = datetime.combine(day, DAILY, talk.now.tzinfo)
    people = _others(talk, await db.people_in(None, Role.FOCAL))
    key = f"waiting/{day.isoformat()}"
    talk.notify(people, "waiting", key, not_before=at, notice=True)


def _for_period(talk: Talk, what: What) -> list[Markup]:
    """That a report answers one of a period that has ended, and is for that period."""
    if not isinstance(what, TaskReport) or what.for_period is None:
        return []
    calendar = talk.plan.calendar
    period = period_keyed(what.for_period, calendar.tasks, calendar)
    if period is None:
        return []
    return [talk.text("submission-for-period", what=name(what), period=period_name(talk, period))]


def _others(talk: Talk, people: Sequence[Person]) -> list[Person]:
    return [person for person in people if person.id != talk.person.id]
