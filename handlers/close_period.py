"""Chốt kỳ: the focal agency marks the version of a period that goes up."""

from collections import Counter

from markupsafe import Markup

from dialogue.kinds import OneOf, Pick
from dialogue.talk import Talk
from domain.period import Period
from domain.person import Role
from domain.reviewing import ReviewState
from handlers.periods_open import open_periods
from handlers.wording import agency_short, lines, period_name
from storage.closing import Closed
from storage.gate import Reader, Writer
from understanding.words import read_send


async def close_period(talk: Talk, db: Reader) -> None:
    """Show how all duties of a period stand, and close it once that is confirmed."""
    if talk.person.role is not Role.FOCAL:
        talk.say("not-focal")
        return
    closed = await db.closed_periods()
    period = await talk.ask(
        "period",
        OneOf(
            open_periods(talk),
            key=lambda each: each.key,
            label=lambda each: _label(talk, each, closed.get(each.key)),
        ),
    )
    states = Counter(duty.state for duty in await db.duties_in(period.key))
    left_out = await db.left_out(period.key)
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
        of=(period.key, sorted(states.items())),
        period=period_name(talk, period),
        lines=lines(shown),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    await talk.finish(Writer.close_period, period.key)
    version = (await db.closed_periods())[period.key].version
    talk.say("done", period=period_name(talk, period), version=str(version), time=talk.now)


def _state(talk: Talk, state: ReviewState) -> Markup:
    return talk.text(f"review-state-{state.value.replace('_', '-')}")


def _label(talk: Talk, period: Period, closed: Closed | None) -> str:
    name = talk.plain("named", period=period_name(talk, period))
    if closed is None:
        return name
    return talk.plain("closed", period=name, version=str(closed.version), day=closed.at)
