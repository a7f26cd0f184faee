"""How reviews stand in a task's detail: a report's three names, the states of a shared task."""

from collections import Counter

from markupsafe import Markup

from dialogue.talk import Talk
from dialogue.texts import brief
from domain.reviewing import FILED, Act, Review, ReviewState
from domain.task import Task
from handlers.wording import agency_short, lines, period_asked, period_name
from storage.gate import Reader
from storage.reviews import Submission

REASON = 200
_OPEN = (ReviewState.AWAITING_HEAD, ReviewState.AWAITING_FOCAL, ReviewState.CLOSED)
_TOLD = (
    ReviewState.AWAITING_HEAD,
    ReviewState.AWAITING_FOCAL,
    ReviewState.RETURNED,
    ReviewState.EXCLUDED,
)


def names(talk: Talk, submission: Submission, *, newest: bool) -> Markup | None:
    """Who reported, confirmed and accepted or returned it; of an older one only its return."""
    returned = submission.returned
    if not (newest or returned):
        return None
    if returned is not None and not newest:
        return talk.text("names-alone", name=_who(talk, returned), reason=_reason(returned))
    told = [_reporter(talk, submission)]
    told += [_review(talk, review) for review in submission.reviews]
    if submission.state in _OPEN:
        told.append(talk.text(f"review-state-{submission.state.value.replace('_', '-')}"))
    return talk.text("names", parts=Markup("; ").join(told))


async def of_period(talk: Talk, db: Reader, task: Task) -> Markup | None:
    """How many of those who share a task have reported in this period, and how these stand."""
    period = period_asked(talk, None)
    duties = await db.duties_in(period.key, task=task.number)
    states = Counter(duty.state for duty in duties)
    owing = len(duties) - states[ReviewState.EXCLUDED]
    if not duties:
        return None
    told = [
        talk.text(
            "of-state",
            state=talk.text(f"review-state-{state.value.replace('_', '-')}"),
            count=str(states[state]),
        )
        for state in _TOLD
        if states[state]
    ]
    counted = talk.text(
        "of-period",
        period=period_name(talk, period),
        reported=str(sum(states[state] for state in FILED)),
        all=str(owing),
    )
    return lines(
        [counted, talk.text("of-states", states=Markup("; ").join(told)) if told else None]
    )


def _reporter(talk: Talk, submission: Submission) -> Markup:
    by = submission.what.by_agency
    if by is None or by not in talk.plan.agency_by_id:
        return talk.text("names-reporter", name=submission.reporter)
    return talk.text("names-behalf", name=submission.reporter, by=agency_short(talk, by))


def _review(talk: Talk, review: Review) -> Markup:
    if review.act is Act.RETURNED:
        return talk.text("names-returned", name=_who(talk, review), reason=_reason(review))
    return talk.text(f"names-{review.act.value}", name=_who(talk, review))


def _who(talk: Talk, review: Review) -> str | Markup:
    if review.in_place_of is None:
        return review.name
    return talk.text("submission-deputy", name=review.name, head=review.in_place_of)


def _reason(review: Review) -> str:
    return brief(review.reason or "", REASON)
