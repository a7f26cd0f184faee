"""A filed report or figure as reviewers see it: what it is about, what it says, whose it is."""

from collections.abc import Iterable

from markupsafe import Markup

from dialogue.talk import Talk
from domain.figure import FigureReport
from domain.report import TaskReport
from domain.reviewing import Act, Review
from handlers import figure_wording, wording
from storage.reviews import Submission, Waiting, What


def name(what: What | Waiting) -> str:
    """Its own number in the plan: NV 9, CT 3."""
    kind, number = key_of(what)
    return f"{kind.upper()} {number}"


def key_of(what: What | Waiting) -> tuple[str, int]:
    """What tells it from others in a list by number: the subject, and the number."""
    match what:
        case TaskReport():
            return "nv", what.task
        case FigureReport():
            return "ct", what.indicator
        case Waiting():
            return "nv" if what.year is None else "ct", what.number


def label(what: What | Waiting) -> str:
    """The same on a button or in a list, where a figure's year tells it from others."""
    year = None if isinstance(what, TaskReport) else what.year
    return name(what) if year is None else f"{name(what)} ({year})"


def in_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Tasks by their numbers, then indicators by theirs and by year."""
    return sorted(
        waiting, key=lambda each: (each.year is not None, each.number, each.year or 0, each.id)
    )


def subject(talk: Talk, what: What | Waiting) -> Markup:
    """Its number and short title; of a figure the year too."""
    number = key_of(what)[1]
    if isinstance(what, TaskReport) or what.year is None:
        short = talk.plan.task_by_number[number].short
        return talk.text("submission-task", number=str(number), short=short)
    short = talk.plan.indicator_by_number[number].short
    return talk.text("submission-figure", number=str(number), short=short, year=str(what.year))


def said(talk: Talk, what: What) -> Markup:
    """What it says in a few words: progress, stage and percent, or the figure."""
    if isinstance(what, TaskReport):
        return wording.progress(talk, what)
    indicator = talk.plan.indicator_by_number[what.indicator]
    return figure_wording.reported(talk, indicator, what)


def details(talk: Talk, what: What) -> list[Markup | None]:
    """What else a report says, a line each: the document, the obstacle, files."""
    files = len(what.evidence)
    attached = talk.text("submission-files", count=str(files)) if files else None
    if not isinstance(what, TaskReport):
        return [attached]
    document = wording.document(talk, what)
    return [
        None if document is None else talk.text("submission-document", document=document),
        None if what.obstacle is None else talk.text("submission-obstacle", text=what.obstacle),
        attached,
    ]


def whose(talk: Talk, submission: Submission) -> list[Markup]:
    """Who reported it, who confirmed it and who reviewed it: three names, a line each."""
    what = submission.what
    by = talk.text("submission-reporter", name=submission.reporter, at=what.filed_at)
    if what.by_agency is not None and what.by_agency in talk.plan.agency_by_id:
        by = talk.text(
            "submission-on-behalf",
            name=submission.reporter,
            by=wording.agency_short(talk, what.by_agency),
            agency=wording.agency_short(talk, what.agency),
            at=what.filed_at,
        )
    return [by, *(_review(talk, review) for review in submission.reviews)]


def _review(talk: Talk, review: Review) -> Markup:
    who: str | Markup = review.name
    if review.in_place_of is not None:
        who = talk.text("submission-deputy", name=review.name, head=review.in_place_of)
    if review.act is Act.RETURNED:
        return talk.text("submission-returned", name=who, at=review.at, reason=review.reason or "")
    return talk.text(f"submission-{review.act.value}", name=who, at=review.at)
