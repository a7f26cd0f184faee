"""Figures and targets in words: a value with its unit, a target, how one stands to the other."""

from decimal import Decimal

from markupsafe import Markup

from dialogue.talk import Talk
from domain.figure import Figure, FigureReport
from domain.indicator import Indicator, Verdict
from domain.period import Period, period_of
from handlers.wording import agency_short


def label(indicator: Indicator) -> str:
    """An indicator as a choice: its own number and short name."""
    return f"CT {indicator.number} {indicator.short}"


def period_today(talk: Talk) -> Period:
    """The reporting period of indicators that holds today."""
    return period_of(talk.now.date(), talk.plan.calendar.indicators, talk.plan.calendar)


def leads(talk: Talk, indicator: Indicator) -> str:
    """The short names of those who follow an indicator."""
    return ", ".join(agency_short(talk, lead) for lead in indicator.leads)


def amount(talk: Talk, indicator: Indicator, value: Decimal) -> Markup:
    """A value in its unit: 44,2%, 7,2 m²."""
    if indicator.unit == "%":
        return talk.text("figure-percent", value=value)
    return talk.text("figure-measure", value=value, unit=indicator.unit)


def target(talk: Talk, indicator: Indicator, year: int) -> Markup:
    """What the plan wants reached in a year that has a target."""
    set_ = indicator.targets[year]
    low: Decimal | Markup = set_.low
    high = None if set_.high is None else amount(talk, indicator, set_.high)
    if high is None:
        low = amount(talk, indicator, set_.low)
    return talk.text(f"target-{set_.kind.value.replace('_', '-')}", low=low, high=high)


def targets(talk: Talk, indicator: Indicator) -> Markup:
    """All targets of an indicator."""
    return Markup("; ").join(target_of_year(talk, indicator, year) for year in indicator.targets)


def target_of_year(talk: Talk, indicator: Indicator, year: int) -> Markup:
    """A target with its year."""
    return talk.text("target-of-year", year=str(year), target=target(talk, indicator, year))


def verdict(indicator: Indicator, figure: Figure) -> Verdict | None:
    """How a figure stands, None in a year without a target."""
    set_ = indicator.targets.get(figure.year)
    return None if set_ is None else set_.verdict(figure.value)


def verdict_name(talk: Talk, found: Verdict) -> Markup:
    """đạt, chưa đạt, vượt."""
    return talk.text(f"verdict-{found.value.replace('_', '-')}")


def value(talk: Talk, indicator: Indicator, figure: Figure) -> Markup:
    """A reported value, said to be an estimate where it is one."""
    plain = amount(talk, indicator, figure.value)
    return talk.text("figure-estimated", figure=plain) if figure.estimate else plain


def reported(talk: Talk, indicator: Indicator, report: FigureReport) -> Markup:
    """What was reported: a value, or the reason for having none."""
    if report.figure is None:
        return talk.text("figure-none", reason=report.reason)
    return value(talk, indicator, report.figure)
