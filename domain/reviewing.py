"""How a report is reviewed: the head confirms, the focal agency accepts, either returns it.

chưa nộp → đã gửi (chờ thủ trưởng xác nhận, chờ cơ quan đầu mối duyệt) → đã duyệt → đã chốt, or
yêu cầu chỉnh lý, from which only a new report leads on. States are computed from what was filed and
what was done about it, and stored nowhere.
"""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from domain.model import Model


class ReviewRules(Model):
    """Who reviews reports: the head of the agency, before anybody counts them; the focal agency."""

    head: bool = False
    focal: bool = True


class Subject(StrEnum):
    """What a period's reports are about; tasks and indicators have periods of their own."""

    TASK = "task"
    INDICATOR = "indicator"


class Act(StrEnum):
    """What a reviewer did about one report."""

    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    RETURNED = "returned"


class Part(StrEnum):
    """In whose place somebody reviews."""

    HEAD = "head"
    FOCAL = "focal"


class ReviewState(StrEnum):
    """How a duty stands in a period, in the order in which it comes about."""

    NOT_FILED = "not_filed"
    AWAITING_HEAD = "awaiting_head"
    AWAITING_FOCAL = "awaiting_focal"
    RETURNED = "returned"
    APPROVED = "approved"
    CLOSED = "closed"
    EXCLUDED = "excluded"


FILED = (
    ReviewState.AWAITING_HEAD,
    ReviewState.AWAITING_FOCAL,
    ReviewState.APPROVED,
    ReviewState.CLOSED,
)
"""The states in which the agency itself has nothing more to do."""


class Filing(Model):
    """What of a filed report its review is about.

    `needs_head` was settled when it was filed: by the plan's rules of that day, for a report that
    neither the head nor the focal agency wrote.
    """

    reporter: int
    needs_head: bool
    filed_at: datetime


def state_of(filing: Filing, acts: Collection[Act], rules: ReviewRules) -> ReviewState:
    """Return how one report stands; a return is final for it."""
    if Act.RETURNED in acts:
        return ReviewState.RETURNED
    if filing.needs_head and Act.CONFIRMED not in acts:
        return ReviewState.AWAITING_HEAD
    if rules.focal and Act.ACCEPTED not in acts:
        return ReviewState.AWAITING_FOCAL
    return ReviewState.APPROVED


def open_acts(
    filing: Filing, acts: Collection[Act], rules: ReviewRules, reviewer: int, part: Part
) -> tuple[Act, ...]:
    """Return what a reviewer may do about a report; nothing about one's own."""
    if reviewer == filing.reporter:
        return ()
    match state_of(filing, acts, rules), part:
        case ReviewState.AWAITING_HEAD, Part.HEAD:
            return Act.CONFIRMED, Act.RETURNED
        case ReviewState.AWAITING_FOCAL, Part.FOCAL:
            return Act.ACCEPTED, Act.RETURNED
        case ReviewState.APPROVED, Part.FOCAL if rules.focal:
            return (Act.RETURNED,)
        case _:
            return ()


def duty_state(
    submission: tuple[Filing, Collection[Act]] | None,
    rules: ReviewRules,
    *,
    changed_at: datetime | None = None,
    closed_at: datetime | None = None,
    excluded: bool = False,
) -> ReviewState:
    """Return how a duty stands in a period by its last report and that report's reviews.

    What was filed or reviewed (`changed_at`) after the period was closed is open again.
    """
    if excluded:
        return ReviewState.EXCLUDED
    if submission is None:
        return ReviewState.NOT_FILED
    filing, acts = submission
    state = state_of(filing, acts, rules)
    last = max(filing.filed_at, changed_at or filing.filed_at)
    closed = closed_at is not None and last <= closed_at
    return ReviewState.CLOSED if closed and state is not ReviewState.RETURNED else state


class Review(Model):
    """What one reviewer did about a report; `in_place_of` names the head who is on leave."""

    act: Act
    reviewer: int
    name: str
    at: datetime
    reason: str | None = None
    in_place_of: str | None = None


class Duty(Model):
    """One duty in a period with its state; `report` is the last one filed for it."""

    number: int
    agency: str
    state: ReviewState
    report: int | None = None
