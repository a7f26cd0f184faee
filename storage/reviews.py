"""Reviews: what was filed and by whom it was confirmed, accepted or returned, and what waits."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Literal, NamedTuple

from domain.figure import FigureReport
from domain.model import Model
from domain.person import Person, Role
from domain.report import TaskReport
from domain.reviewing import Act, Filing, Part, Review, ReviewState, duty_state, open_acts
from storage.delegations import DelegationReader
from storage.figures import figure_from
from storage.moments import moment
from storage.obstacles import ObstacleWriter
from storage.people import person_from
from storage.reports import Superseded, report_from
from storage.session import NotAllowed

What = TaskReport | FigureReport


class Submission(Model):
    """A filed report or figure with its reviews; `newest`: none was filed after it."""

    what: What
    reporter: str
    reviews: tuple[Review, ...]
    state: ReviewState
    newest: bool

    def hidden_from(self, person: Person) -> bool:
        """Whether it is its agency's own business still: the head there has not confirmed it."""
        confirmed = any(review.act is Act.CONFIRMED for review in self.reviews)
        return self.what.needs_head and not confirmed and person.agency != self.what.agency

    @property
    def returned(self) -> Review | None:
        """The return, if it was returned."""
        return next((each for each in self.reviews if each.act is Act.RETURNED), None)


class Reviewer(Model):
    """In which part somebody may act, and in whose place where that one is on leave."""

    part: Part
    in_place_of: Person | None = None


class Decision(Model):
    """What is done about reports, all alike; `reason` goes with a return."""

    reports: tuple[int, ...]
    act: Act
    reason: str | None = None


class Waiting(NamedTuple):
    """What waits for a review, told from others: of a task, or of an indicator for a year.

    There may be thousands: what they say is read of those alone that are shown.
    """

    id: int
    number: int
    year: int | None
    agency: str
    reporter: int
    filed_at: str


class ReviewReader(DelegationReader):
    """Reads submissions and what waits for whom."""

    async def submission(self, number: int) -> Submission | None:
        """Return a report or figure of the plan by its number, unless it was withdrawn."""
        what: What
        row = await self._queries.submitted_report(self._connection, plan=self.plan.id, id=number)
        if row is not None:
            what, known = report_from(row), row["task"] in self.plan.task_by_number
        else:
            row = await self._queries.submitted_figure(
                self._connection, plan=self.plan.id, id=number
            )
            if row is None:
                return None
            what, known = figure_from(row), row["indicator"] in self.plan.indicator_by_number
        if not known or what.agency not in self.plan.agency_by_id:
            return None
        reviews = tuple(map(_review, await self._queries.reviews_of(self._connection, id=number)))
        acts = [review.act for review in reviews]
        return Submission(
            what=what,
            reporter=row["reporter_name"],
            reviews=reviews,
            state=duty_state(
                (_filing(what), acts),
                self.plan.review,
                changed_at=max((review.at for review in reviews), default=None),
                closed_at=row["closed_at"] and moment(row["closed_at"]),
            ),
            newest=bool(row["newest"]),
        )

    async def reviewers(self, person: Person) -> tuple[tuple[Reviewer, str | None], ...]:
        """Return in which parts somebody may act, each with the agency it is for, None for all."""
        found: list[tuple[Reviewer, str | None]] = []
        if person.role is Role.FOCAL and self.plan.review.focal:
            found.append((Reviewer(part=Part.FOCAL), None))
        if person.role is Role.HEAD:
            found.append((Reviewer(part=Part.HEAD), person.agency))
        found += [
            (Reviewer(part=Part.HEAD, in_place_of=each), each.agency)
            for each in await self.stands_in_for(person)
            if each.role is Role.HEAD
        ]
        return tuple(found)

    async def reviewer_of(
        self, person: Person, submission: Submission
    ) -> tuple[Reviewer, tuple[Act, ...]] | None:
        """Return in which part somebody may act on a submission now, and how; None for nothing."""
        if not submission.newest:
            return None
        filing = _filing(submission.what)
        acts = [review.act for review in submission.reviews]
        for reviewer, agency in await self.reviewers(person):
            if agency in (None, submission.what.agency):
                open_ = open_acts(filing, acts, self.plan.review, person.id, reviewer.part)
                if open_:
                    return reviewer, open_
        return None

    async def awaiting(self, person: Person) -> tuple[Waiting, ...]:
        """Return what waits for a person's review, the oldest first; nothing of one's own."""
        found: dict[int, Waiting] = {}
        for reviewer, agency in await self.reviewers(person):
            waiting = await self.awaiting_part(reviewer.part, agency)
            found |= {each.id: each for each in waiting if each.reporter != person.id}
        return tuple(found[id_] for id_ in sorted(found))

    async def awaiting_part(self, part: Part, agency: str | None) -> tuple[Waiting, ...]:
        """Return what waits for the heads or for the focal agency, of an agency or of all."""
        asked = {"plan": self.plan.id, "part": part, "agency": agency}
        reports = await self._queries.awaiting_reports(self._connection, **asked)
        figures = await self._queries.awaiting_figures(self._connection, **asked)
        found = [
            each
            for rows, known in (
                (reports, self.plan.task_by_number),
                (figures, self.plan.indicator_by_number),
            )
            for each in map(Waiting._make, rows)
            if each.number in known and each.agency in self.plan.agency_by_id
        ]
        return tuple(found)

    async def filed(self, waiting: Iterable[What | Waiting]) -> dict[int, What]:
        """Return the whole of each of these, by its number."""
        ids = json.dumps([each.id for each in waiting])
        reports = await self._queries.reports_by_id(self._connection, ids=ids)
        figures = await self._queries.figures_by_id(self._connection, ids=ids)
        found: dict[int, What] = {row["id"]: report_from(row) for row in reports}
        return found | {row["id"]: figure_from(row) for row in figures}

    async def returned_last(self, task: int, agency: str, to: Person) -> Review | None:
        """Return the return of an agency's newest report on a task; None where it was not.

        Also None to who may not know of it.
        """
        row = await self._queries.newest_report(
            self._connection, plan=self.plan.id, task=task, agency=agency
        )
        returned = row is not None and row["returned"]
        submission = await self.submission(row["id"]) if returned else None
        if submission is None or submission.hidden_from(to):
            return None
        return submission.returned

    async def before(self, what: What, own: str) -> What | None:
        """Return what the agency had reported before it; of a figure, for this year or earlier.

        What was never confirmed there is known to its `own` agency alone.
        """
        asked = {"plan": self.plan.id, "agency": what.agency, "id": what.id, "own": own}
        if isinstance(what, TaskReport):
            row = await self._queries.report_before(self._connection, **asked, task=what.task)
            return None if row is None else report_from(row)
        row = await self._queries.figure_before(
            self._connection, **asked, indicator=what.indicator, year=what.year
        )
        return None if row is None else figure_from(row)

    async def confirming(self, agency: str) -> tuple[Person, ...]:
        """Return who confirms an agency's reports today: its heads, or their deputies."""
        rows = await self._queries.people_in(self._connection, agency=agency)
        heads = [person_from(row) for row in rows if row["role"] == Role.HEAD]
        return tuple([await self.deputy_of(head) or head for head in heads])


class ReviewWriter(ObstacleWriter, ReviewReader):
    """Writes reviews; how a report stands follows from them."""

    async def review(self, decision: Decision) -> tuple[Submission, ...]:
        """Confirm, accept or return reports, all or none; return them as they stand then.

        Raise Superseded where one is not to be reviewed so any more, NotAllowed for who never may.
        """
        person = self.person
        if person is None or not await self.reviewers(person):
            raise NotAllowed("a review")
        return tuple([await self._review(person, id_, decision) for id_ in decision.reports])

    async def _review(self, person: Person, id_: int, decision: Decision) -> Submission:
        before = await self.submission(id_)
        found = None if before is None else await self.reviewer_of(person, before)
        if before is None or found is None:
            raise Superseded(f"review of {id_}")
        reviewer, open_ = found
        act = _act(decision.act, reviewer.part)
        if act not in open_:
            raise Superseded(f"{act} of {id_}")
        subject: Literal["report", "figure"]
        subject = "report" if isinstance(before.what, TaskReport) else "figure"
        await self._queries.review(
            self._connection,
            **{"report": None, "figure": None, subject: id_},
            act=act,
            reason=decision.reason,
            reviewer=person.id,
            in_place_of=None if reviewer.in_place_of is None else reviewer.in_place_of.id,
            address=self.address,
            now=self.stamp,
        )
        if act is Act.CONFIRMED and isinstance(before.what, TaskReport):
            closes = json.loads(await self._queries.closes_of(self._connection, id=id_) or "[]")
            await self._follow(before.what.model_copy(update={"closes": tuple(closes)}))
        after = await self.submission(id_)
        if after is None:
            raise Superseded(f"review of {id_}")
        return after


def _act(act: Act, part: Part) -> Act:
    """An approval is the head's word or the focal agency's."""
    if act is Act.RETURNED:
        return act
    return Act.CONFIRMED if part is Part.HEAD else Act.ACCEPTED


def _filing(what: What) -> Filing:
    return Filing(reporter=what.reporter, needs_head=what.needs_head, filed_at=what.filed_at)


def _review(row: sqlite3.Row) -> Review:
    return Review(
        act=Act(row["act"]),
        reviewer=row["reviewer"],
        name=row["name"],
        at=moment(row["reviewed_at"]),
        reason=row["reason"],
        in_place_of=row["in_place_of"],
    )
