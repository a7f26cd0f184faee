"""A filed report or figure as reviewers see it: what it is about, what it says, whose it is."""

from collections.abc import Iterable

from markupsafe import Markup

from dialogue.talk import Talk
from domain.report import TaskReport
from domain.reviewing import Act, Review
from handlers import figure_wording, wording
from storage.reviews import Submission, What


def name(what: What) -> str:
    """Its own number in the plan: NV 9, CT 3."""
    return f"NV {what.task}" if isinstance(what, TaskReport) else f"CT {what.indicator}"


def key_of(what: What) -> tuple[str, int]:
    """What tells it from others in a list by number: the subject, and the number."""
    return ("nv", what.task) if isinstance(what, TaskReport) else ("ct", what.indicator)


def label(what: What) -> str:
    """The same on a button or in a list, where a figure's year tells it from others."""
    return name(what) if isinstance(what, TaskReport) else f"{name(what)} ({what.year})"


def in_order(whats: Iterable[What]) -> list[What]:
    """Tasks by their numbers, then indicators by theirs and by year."""

    def place(what: What) -> tuple[bool, int, int, int]:
        kind, number = key_of(what)
        year = 0 if isinstance(what, TaskReport) else what.year
        return kind != "nv", number, year, what.id

    return sorted(whats, key=place)


def subject(talk: Talk, what: What) -> Markup:
    """Its number and short title; of a figure the year too."""
    if isinstance(what, TaskReport):
        task = talk.plan.task_by_number[what.task]
        return talk.text("submission-task", number=str(task.number), short=task.short)
    indicator = talk.plan.indicator_by_number[what.indicator]
    number, year = str(indicator.number), str(what.year)
    return talk.text("submission-figure", number=number, short=indicator.short, year=year)


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
