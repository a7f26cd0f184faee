"""The state machine of reviews, walked at random: what may follow what, and who may do it."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue.texts import ZONE
from domain.reviewing import (
    FILED,
    Act,
    Filing,
    Part,
    ReviewRules,
    ReviewState,
    duty_state,
    open_acts,
    state_of,
)

START = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
PEOPLE = range(4)
RULES = st.builds(ReviewRules, head=st.booleans(), focal=st.booleans())
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("file"), st.sampled_from(PEOPLE), st.booleans()),
        st.tuples(st.sampled_from(Act), st.sampled_from(PEOPLE), st.sampled_from(Part)),
        st.tuples(st.just("close")),
    ),
    max_size=25,
)


class Walk:
    """One duty in one period, with all that happens to it; `trail` are its states."""

    def __init__(self, rules: ReviewRules) -> None:
        self.rules = rules
        self.now = START
        self.filing: Filing | None = None
        self.acts: list[tuple[Act, int]] = []
        self.changed_at: datetime | None = None
        self.closed_at: datetime | None = None
        self.trail: list[tuple[str, ReviewState]] = []

    def step(self, step: tuple[object, ...]) -> None:
        """Do what a step says, if it is allowed at all."""
        self.now += timedelta(minutes=1)
        match step:
            case ("file", int(person), bool(own)):
                needs_head = self.rules.head and own
                self.filing = Filing(reporter=person, needs_head=needs_head, filed_at=self.now)
                self.acts, self.changed_at = [], None
            case (Act() as act, int(person), Part() as part):
                if self.filing is None or act not in self._open(self.filing, person, part):
                    return
                self.acts.append((act, person))
                self.changed_at = self.now
            case ("close",):
                self.closed_at = self.now
        self.trail.append((str(step[0]), self.state))

    @property
    def state(self) -> ReviewState:
        """How the duty stands."""
        return duty_state(
            self.submission, self.rules, changed_at=self.changed_at, closed_at=self.closed_at
        )

    @property
    def submission(self) -> tuple[Filing, list[Act]] | None:
        """What was filed last, with what was done about it."""
        return None if self.filing is None else (self.filing, [act for act, _ in self.acts])

    def _open(self, filing: Filing, person: int, part: Part) -> tuple[Act, ...]:
        return open_acts(filing, [act for act, _ in self.acts], self.rules, person, part)


def _walk(rules: ReviewRules, steps: list[tuple[object, ...]]) -> Walk:
    walk = Walk(rules)
    for step in steps:
        walk.step(step)
        assert walk.filing is None or walk.filing.reporter not in {who for _, who in walk.acts}
    return walk


@given(rules=RULES, steps=STEPS)
def test_nobody_reviews_their_own_report(
    rules: ReviewRules, steps: list[tuple[object, ...]]
) -> None:
    """Whatever happens, who filed a report is not among those who did anything about it."""
    _walk(rules, steps)


@given(rules=RULES, steps=STEPS)
def test_a_returned_report_is_never_accepted(
    rules: ReviewRules, steps: list[tuple[object, ...]]
) -> None:
    """From yêu cầu chỉnh lý nothing but a new report leads on; closing does not cover it up."""
    returned = False
    for name, state in _walk(rules, steps).trail:
        if name == "file":
            returned = False
        returned = returned or name == Act.RETURNED
        assert (state is ReviewState.RETURNED) == returned


@given(rules=RULES, steps=STEPS, reporter=st.sampled_from(PEOPLE), own=st.booleans())
def test_a_change_after_approval_is_open_again(
    rules: ReviewRules, steps: list[tuple[object, ...]], reporter: int, own: bool
) -> None:
    """What is filed after an approval, or after the closing, goes all its way anew."""
    walk = _walk(rules, steps)
    walk.step(("file", reporter, own))
    fresh = Filing(reporter=reporter, needs_head=rules.head and own, filed_at=walk.now)
    assert walk.state == state_of(fresh, [], rules)
    if rules.focal:
        assert walk.state in (ReviewState.AWAITING_HEAD, ReviewState.AWAITING_FOCAL)


@given(rules=RULES, steps=STEPS)
def test_the_head_comes_before_the_focal_agency(
    rules: ReviewRules, steps: list[tuple[object, ...]]
) -> None:
    """Where the head has to confirm, nothing is accepted that was not confirmed."""
    walk = _walk(rules, steps)
    acts = [act for act, _ in walk.acts]
    if walk.filing is not None and walk.filing.needs_head and Act.ACCEPTED in acts:
        assert acts.index(Act.CONFIRMED) < acts.index(Act.ACCEPTED)


@given(rules=RULES, steps=STEPS)
def test_what_was_excluded_or_never_filed_says_so(
    rules: ReviewRules, steps: list[tuple[object, ...]]
) -> None:
    """Leaving out covers every other state; without a report there is none to review."""
    walk = _walk(rules, steps)
    assert duty_state(None, rules, closed_at=walk.closed_at) is ReviewState.NOT_FILED
    assert duty_state(walk.submission, rules, excluded=True) is ReviewState.EXCLUDED


@pytest.mark.parametrize(
    ("head", "focal", "path"),
    [
        (False, True, ["awaiting_focal", "approved"]),
        (True, True, ["awaiting_head", "awaiting_focal", "approved"]),
        (True, False, ["awaiting_head", "approved"]),
        (False, False, ["approved"]),
    ],
)
def test_a_report_goes_the_way_the_plan_asks_for(head: bool, focal: bool, path: list[str]) -> None:
    """From the officer by the head and the focal agency, each only where the plan has them."""
    rules = ReviewRules(head=head, focal=focal)
    filing = Filing(reporter=1, needs_head=head, filed_at=START)
    acts: list[Act] = []
    passed = [state_of(filing, acts, rules)]
    for part, act in ((Part.HEAD, Act.CONFIRMED), (Part.FOCAL, Act.ACCEPTED)):
        if act in open_acts(filing, acts, rules, 2, part):
            acts.append(act)
            passed.append(state_of(filing, acts, rules))
    assert passed == [ReviewState(state) for state in path]
    assert all(state in FILED for state in passed)
