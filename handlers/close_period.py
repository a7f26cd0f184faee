"""Chốt kỳ: the focal agency marks the version of a period that goes up."""

from collections import Counter

from markupsafe import Markup

from dialogue.kinds import OneOf, Pick
from dialogue.talk import Talk
from domain.period import Period
from domain.person import Role
from domain.reviewing import ReviewState, Subject
from handlers.periods_open import named, open_periods
from handlers.wording import agency_short, lines
from storage.closing import Closed, Closing
from storage.gate import Reader, Writer
from understanding.words import read_send


async def close_period(talk: Talk, db: Reader) -> None:
    """Show how all duties of a period stand, and close it once that is confirmed."""
    if talk.person.role is not Role.FOCAL:
        talk.say("not-focal")
        return
    closed = {subject: await db.closed_periods(subject) for subject in Subject}
    subject, period = await talk.ask(
        "period",
        OneOf(
            _choices(talk),
            key=lambda each: f"{each[0].value}/{each[1].key}",
            label=lambda each: _label(talk, each, closed[each[0]].get(each[1].key)),
        ),
    )
    name = named(talk, period, subject)
    states = Counter(duty.state for duty in await db.duties_in(period.key, subject))
    left_out = await db.left_out(period.key, subject)
    shown: list[Markup | None] = [
        talk.text("state", state=_state(talk, state), count=str(states[state]))
        for state in ReviewState
        if states[state]
    ]
    shown += [
        talk.text("left-out", agency=agency_short(talk, each.agency), reason=each.reason)
        for each in left_out
        if each.agency in talk.plan.agency_by_id
    ]
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "drop")), words=read_send),
        of=(subject, period.key, sorted(states.items())),
        period=name,
        lines=lines(shown),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    await talk.finish(Writer.close_period, Closing(subject=subject, period=period.key))
    version = (await db.closed_periods(subject))[period.key].version
    talk.say("done", period=name, version=str(version), time=talk.now)


def _choices(talk: Talk) -> list[tuple[Subject, Period]]:
    """The periods of tasks, then those of indicators where the plan has any."""
    subjects = [Subject.TASK, *([Subject.INDICATOR] if talk.plan.indicators else [])]
    return [(subject, each) for subject in subjects for each in open_periods(talk, subject)]


def _state(talk: Talk, state: ReviewState) -> Markup:
    return talk.text(f"review-state-{state.value.replace('_', '-')}")


def _label(talk: Talk, choice: tuple[Subject, Period], closed: Closed | None) -> str:
    subject, period = choice
    name = talk.plain("named", period=named(talk, period, subject))
    if closed is None:
        return name
    return talk.plain("closed", period=name, version=str(closed.version), day=closed.at)
