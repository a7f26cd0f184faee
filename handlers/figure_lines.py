"""Indicators as lines of a list: how each stands, for one agency or for several side by side."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.talk import Talk
from domain.figure import Figure, FigureReport, Figures
from domain.indicator import Indicator, Verdict
from domain.person import may_see_reports
from handlers import figure_wording as wording
from handlers.wording import agency_short

_MARKS = {Verdict.REACHED: "✅", Verdict.EXCEEDED: "✅", Verdict.NOT_REACHED: "⚠️"}
_NO_MARK = "▫️"


def reporting(talk: Talk, indicator: Indicator, asked: Sequence[str] = ()) -> Sequence[str]:
    """Those who report an indicator: of the agencies asked about, or all."""
    measuring = talk.plan.measured_by(indicator.number)
    return [agency for agency in measuring if agency in asked] or measuring


def visible(talk: Talk, indicator: Indicator, asked: Sequence[str] = ()) -> list[str]:
    """Those who report an indicator, of the agencies asked about, whose figures one may see."""
    wanted = reporting(talk, indicator, asked)
    return [agency for agency in wanted if may_see_reports(talk.person, agency, talk.plan)]


def standing_line(
    talk: Talk,
    indicator: Indicator,
    figures: Figures,
    year: int | None = None,
    asked: Sequence[str] = (),
) -> Markup:
    """How an indicator stands: its figure against the target, or how many have reported theirs."""
    agencies = visible(talk, indicator, asked)
    if not agencies:
        return plain_line(talk, indicator, aims(talk, indicator))
    if len(agencies) > 1:
        shown = year or newest_year(talk, indicator, figures, agencies)
        return plain_line(talk, indicator, counts(talk, indicator, figures, agencies, shown))
    report, figure = _reported(indicator, figures, agencies[0], year)
    if figure is None:
        said = (
            talk.text("figure-missing")
            if report is None
            else talk.text("figure-none-of-year", year=str(report.year), reason=report.reason)
        )
        aim = indicator.target_from(year or wording.period_today(talk).year)
        return plain_line(talk, indicator, _with_target(talk, indicator, said, aim))
    return _line(talk, indicator, mark(indicator, figure), _against(talk, indicator, figure))


def plain_line(talk: Talk, indicator: Indicator, status: Markup) -> Markup:
    """A line that says something of an indicator without judging it."""
    return _line(talk, indicator, _NO_MARK, status)


def aims(talk: Talk, indicator: Indicator, year: int | None = None) -> Markup:
    """What the plan wants reached, in one year or in all of its years."""
    if year is None:
        return talk.text("figure-targets", targets=wording.targets(talk, indicator))
    return talk.text("figure-targets", targets=wording.target_of_year(talk, indicator, year))


def mark(indicator: Indicator, figure: Figure) -> str:
    """The one sign that stands for how a figure stands."""
    found = wording.verdict(indicator, figure)
    return _NO_MARK if found is None else _MARKS[found]


def newest_year(talk: Talk, indicator: Indicator, figures: Figures, agencies: Sequence[str]) -> int:
    """The newest year that one of the agencies has a figure for, else this period's."""
    found = (figures.latest(indicator.number, agency) for agency in agencies)
    years = [figure.year for figure in found if figure is not None]
    return max(years, default=wording.period_today(talk).year)


def counts(
    talk: Talk, indicator: Indicator, figures: Figures, agencies: Sequence[str], year: int
) -> Markup:
    """How many of several agencies have a figure, and how many reach the target: no average."""
    reports = [figures.of(indicator.number, agency, year) for agency in agencies]
    own = [each.figure for each in reports if each is not None and each.figure is not None]
    said = talk.text(
        "figure-counts", year=str(year), reported=str(len(own)), all=str(len(agencies))
    )
    if not own or year not in indicator.targets:
        return said
    reached = [each for each in own if wording.verdict(indicator, each) is not Verdict.NOT_REACHED]
    return talk.text(
        "figure-counts-reached",
        counts=said,
        reached=str(len(reached)),
        target=wording.target(talk, indicator, year),
    )


def each_agency(
    talk: Talk, indicator: Indicator, figures: Figures, agencies: Sequence[str], year: int
) -> list[Markup]:
    """A line for each agency's own figure, then the names of those that have reported nothing."""
    shown, silent = [], []
    for agency in agencies:
        report = figures.of(indicator.number, agency, year)
        if report is None:
            silent.append(agency_short(talk, agency))
            continue
        said = wording.reported(talk, indicator, report)
        sign = _NO_MARK if report.figure is None else mark(indicator, report.figure)
        name = agency_short(talk, agency)
        shown.append(talk.text("figure-of-agency", mark=sign, agency=name, figure=said))
    if silent:
        shown.append(talk.text("figure-silent", agencies=", ".join(silent)))
    return shown


def _reported(
    indicator: Indicator, figures: Figures, agency: str, year: int | None
) -> tuple[FigureReport | None, Figure | None]:
    """An agency's report and value of a year; without one, the newest of each."""
    if year is None:
        newest = figures.newest(indicator.number, agency)
        return newest, figures.latest(indicator.number, agency)
    report = figures.of(indicator.number, agency, year)
    return report, None if report is None else report.figure


def _against(talk: Talk, indicator: Indicator, figure: Figure) -> Markup:
    value = wording.value(talk, indicator, figure)
    said = talk.text("figure-of-year", figure=value, year=str(figure.year))
    found = wording.verdict(indicator, figure)
    if found is None:
        return _with_target(talk, indicator, said, indicator.target_from(figure.year))
    return talk.text(
        "figure-against",
        figure=said,
        target=wording.target(talk, indicator, figure.year),
        verdict=wording.verdict_name(talk, found),
    )


def _with_target(talk: Talk, indicator: Indicator, said: Markup, year: int | None) -> Markup:
    if year is None:
        return said
    aim = wording.target_of_year(talk, indicator, year)
    return talk.text("figure-with-target", figure=said, targets=aim)


def _line(talk: Talk, indicator: Indicator, sign: str, status: Markup) -> Markup:
    return talk.text(
        "indicator-line",
        mark=sign,
        number=str(indicator.number),
        short=indicator.short,
        status=status,
    )
