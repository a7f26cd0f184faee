"""Two times set against each other: how the tasks stood at their ends, or figures of two years."""

from datetime import timedelta

from markupsafe import Markup

from dialogue.talk import Talk
from domain.figure import Figures
from domain.indicator_answers import holds, select_indicators
from domain.person import hidden_from
from domain.query import AgencyTerm, Condition, IndicatorQuery, TimesQuery
from domain.spans import Days
from domain.summary import scope_of
from domain.then import Then, count, end_of, quarter_of
from handlers import wording
from handlers.figure_lines import standing_line, visible
from handlers.query_reading import indicator_reading, task_reading
from storage.gate import Reader


async def answer_times(talk: Talk, db: Reader, query: TimesQuery) -> None:
    """Say how it stood at the end of each time, the earlier one first, and what has changed."""
    talk.remember(query)
    if query.indicators is not None:
        await _by_year(talk, db, query, query.indicators)
        return
    if _cannot_be(talk, query):
        return
    scope = scope_of(talk.person, talk.plan)
    terms = query.tasks.agencies
    if any(term.agency in hidden_from(talk.person, talk.plan) for term in terms):
        talk.say("not-allowed")
        return
    if scope is not None:
        talk.say("own-only", agency=wording.agency_short(talk, scope))
        terms = (AgencyTerm(agency=scope),)
    tasks = query.tasks.model_copy(update={"agencies": terms})
    own = _own_part(talk, terms)
    ends = [min(end_of(days, talk.plan.calendar), talk.now.date()) for days in query.times]
    one, two = [count(tasks, await db.standing_on(day), own) for day in ends]
    talk.say(
        "times",
        reading=_reading(talk, query, task_reading(talk, tasks)),
        first=_line(talk, query.times[0], one),
        second=_line(talk, query.times[1], two),
        done=_change(talk, two.done - one.done),
        overdue=_change(talk, two.overdue - one.overdue),
        reported=_change(talk, two.reported - one.reported),
    )


def _cannot_be(talk: Talk, query: TimesQuery) -> bool:
    """Say so where there is nothing to compare: a time is to come, or before the plan."""
    earlier, later = query.times
    begins = later.first
    if begins is not None and begins > talk.now.date():
        talk.say("times-ahead", time=_name(talk, later), day=begins)
        return True
    if end_of(earlier, talk.plan.calendar) < talk.plan.issued_on:
        issued = talk.plan.issued_on
        talk.say("times-before", time=_name(talk, earlier), day=issued)
        return True
    return False


def _own_part(talk: Talk, terms: tuple[AgencyTerm, ...]) -> str | None:
    """The one agency asked about, whose own part of a shared task is counted."""
    if len(terms) != 1 or not talk.plan.led_by(terms[0].agency):
        return None
    agency = terms[0].agency
    return None if len(talk.plan.expand(agency)) > 1 else agency


def _line(talk: Talk, days: Days, then: Then) -> Markup:
    ended = end_of(days, talk.plan.calendar) <= talk.now.date()
    numbers = talk.text(
        "times-numbers",
        done=str(then.done),
        all=str(then.total),
        overdue=str(then.overdue),
        reported=str(then.reported),
    )
    if ended and days.first == days.last:
        return talk.text("times-day-line", day=then.day, numbers=numbers)
    name = "times-line" if ended else "times-so-far"
    return talk.text(name, time=_name(talk, days), day=then.day, numbers=numbers)


def _change(talk: Talk, by: int) -> Markup:
    if by == 0:
        return talk.text("times-same")
    return talk.text("times-more" if by > 0 else "times-fewer", count=str(abs(by)))


def _reading(talk: Talk, query: TimesQuery, what: Markup) -> Markup:
    one, two = (_name(talk, days) for days in query.times)
    return talk.text("times-of", what=what, first=one, second=two)


def _name(talk: Talk, days: Days) -> Markup:
    """A time as offices write it: quý IV/2025, năm 2025, tháng 1/2026, else its days."""
    first, last = days.first, days.last
    if first is None or last is None:
        raise ValueError(f"{days} has no end")
    if days.year is not None:
        return talk.text("period-year", year=str(days.year))
    quarter = quarter_of(days)
    if quarter is not None:
        return wording.quarter_name(talk, quarter, first.year)
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.month == last.month:
        return talk.text("times-month", month=str(first.month), year=str(first.year))
    if first == last:
        return talk.text("times-day", day=first)
    return talk.text("times-days", first=first, last=last)


async def _by_year(talk: Talk, db: Reader, query: TimesQuery, asked: IndicatorQuery) -> None:
    years = [days.year for days in query.times]
    if None in years:
        talk.say("times-yearly")
        return
    figures = (await db.figures()).without(hidden_from(talk.person, talk.plan))
    answers = select_indicators(asked, talk.plan, figures.latest_values)
    seen = [each.indicator for each in answers if visible(talk, each.indicator, asked.agencies)]
    if not seen:
        talk.say("figures-not-allowed")
        return
    reading = _reading(talk, query, indicator_reading(talk, asked))
    lines = []
    for year in years:
        if len(seen) == 1:
            line = standing_line(talk, seen[0], figures, year, asked.agencies)
            lines.append(talk.text("times-figure", year=str(year), figure=line))
        else:
            lines.append(_reached(talk, asked.model_copy(update={"year": year}), figures))
    talk.say("times-figures", reading=reading, figures=wording.lines(lines))


def _reached(talk: Talk, asked: IndicatorQuery, figures: Figures) -> Markup:
    """How many indicators have a figure of a year, and how many have reached its target."""
    answers = select_indicators(asked, talk.plan, figures.latest_values)
    known = [each for each in answers if each.figures and visible(talk, each.indicator)]
    return talk.text(
        "times-reached",
        year=str(asked.year),
        all=str(len(answers)),
        known=str(len(known)),
        reached=str(sum(holds(Condition.REACHED, each) for each in known)),
    )
