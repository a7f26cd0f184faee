"""An officer reports the figure of an indicator for a year, by steps or in one sentence."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dialogue.kinds import OneOf, Pick
from dialogue.talk import Talk
from dialogue.values import Figure, Words
from domain.figure import Figure as Reported
from domain.figure import FigureDraft, FigureReport, Figures
from domain.indicator import Indicator
from domain.person import may_report_figure_for
from handlers.figure_card import card, head
from handlers.figure_receipt import say_receipt
from handlers.figure_wording import amount, label, period_today
from handlers.on_behalf import answering, behalf
from handlers.several_reports import say_along
from handlers.wording import agency_short
from storage.gate import Reader, Writer
from understanding.figures import FigureReading, read_status, refusal
from understanding.words import read_send

REASON = 500
EXAMPLE = Decimal("12.5")


class Asked(NamedTuple):
    """What a figure is asked for, and what the agency said of it before."""

    indicator: Indicator
    year: int
    latest: FigureReport | None
    before: Reported | None


async def report_indicator(talk: Talk, db: Reader) -> None:
    """Ask what is missing, show the card, file the figure once it is confirmed."""
    agency = answering(talk)
    own = _reportable(talk)
    if not own:
        talk.say("none", agency=agency_short(talk, agency))
        return
    say_along(talk)
    indicator = await talk.ask(
        "indicator",
        OneOf(
            own,
            key=lambda each: str(each.number),
            label=label,
            own_number=lambda each: each.number,
        ),
        agency=agency_short(talk, agency),
        first=str(own[0].number),
    )
    year = await _year(talk, indicator)
    figures = await db.figures(None if behalf(talk) else agency)
    asked = _asked(figures, indicator, agency, year)
    reading = await _value(talk, asked)
    newest = await db.latest_figure(indicator.number, agency, year)
    draft = await _draft(talk, asked, reading, newest)
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "change", "drop")), words=read_send),
        of=draft,
        card=lambda _page: card(talk, indicator, draft, asked.latest, asked.before, reading),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    if answer == "change":
        which = await talk.ask("which", Pick(talk.labels("item", _items(reading))), of=draft)
        talk.reopen(which, drop=("sure", "which"))
    figure = await talk.finish(Writer.file_figure, draft)
    await say_receipt(talk, db, indicator, figure)


def _reportable(talk: Talk) -> Sequence[Indicator]:
    own = [
        each
        for each in talk.plan.indicators
        if may_report_figure_for(talk.person, answering(talk), each.number, talk.plan)
    ]
    candidates = talk.given("candidates")
    return [each for each in own if each.number in candidates] if candidates else own


def _asked(figures: Figures, indicator: Indicator, agency: str, year: int) -> Asked:
    return Asked(
        indicator,
        year,
        latest=figures.of(indicator.number, agency, year),
        before=figures.latest(indicator.number, agency, until=year),
    )


async def _year(talk: Talk, indicator: Indicator) -> int:
    """Ask for the year: this period's first, then back to the plan's own."""
    current = period_today(talk).year
    years = list(range(current, min(current, talk.plan.issued_on.year) - 1, -1))
    given = talk.given("year")
    if given is not None and int(given) not in years:
        talk.say("year-refused", year=str(given), first=str(years[-1]), last=str(current))
    return await talk.ask(
        "year",
        OneOf(
            years,
            key=str,
            label=lambda year: talk.plain("year-choice", year=str(year)),
            own_number=int,
        ),
        of=indicator.number,
        number=str(indicator.number),
        short=indicator.short,
        year=str(current),
    )


async def _value(talk: Talk, asked: Asked) -> FigureReading:
    indicator, before = asked.indicator, asked.before
    last = None if before is None else before.value
    sizes = [target.low for target in indicator.targets.values()]
    sizes += [] if last is None else [last]
    given = talk.given("value")
    told = None if given is None else FigureReading.model_validate(given).value
    if told is not None and refusal(told, indicator.unit) is not None:
        talk.say("value-refused", value=amount(talk, indicator, told))
    example = min(sizes, default=EXAMPLE) if last is None else last
    return await talk.ask(
        "value",
        Figure(indicator.unit, sizes=sizes, last=last, skip="report-indicator-no-figure"),
        of=(indicator.number, asked.year),
        header=lambda _page: head(talk, indicator, asked.year, asked.latest, before),
        year=str(asked.year),
        unit=indicator.unit,
        example=example,
    )


async def _draft(
    talk: Talk, asked: Asked, reading: FigureReading, newest: FigureReport | None
) -> FigureDraft:
    """Gather the figure, based on the newest one, which may not be shown to who reports."""
    indicator, year = asked.indicator, asked.year
    estimate, reason = bool(reading.estimate), None
    if reading.value is None:
        reason = await talk.ask(
            "reason", Words(limit=REASON), of=(indicator.number, year), year=str(year)
        )
    elif reading.estimate is None:
        status = await talk.ask(
            "status",
            Pick(talk.labels("status-choice", ("estimate", "final")), words=read_status),
            of=(indicator.number, year),
            value=amount(talk, indicator, reading.value),
            year=str(year),
        )
        estimate = status == "estimate"
    return FigureDraft(
        indicator=indicator.number,
        year=year,
        agency=answering(talk),
        value=reading.value,
        estimate=estimate,
        reason=reason,
        evidence=talk.files,
        reported_on=talk.now.date(),
        based_on=None if newest is None else newest.id,
    )


def _items(reading: FigureReading) -> list[str]:
    """What of the card can be changed by itself."""
    if reading.value is None:
        return ["indicator", "year", "value", "reason"]
    return ["indicator", "year", "value", *(["status"] if reading.estimate is None else [])]
