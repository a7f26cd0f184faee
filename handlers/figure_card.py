"""The card of a figure before it is filed: the figure as it was understood, against its target."""

from markupsafe import Markup

from dialogue.talk import Talk
from domain.figure import Figure, FigureDraft, FigureReport, jumps
from domain.indicator import Indicator
from handlers import figure_wording as wording
from handlers.on_behalf import answering
from handlers.wording import agency_short, lines
from understanding.figures import FigureReading


def head(
    talk: Talk,
    indicator: Indicator,
    year: int,
    latest: FigureReport | None,
    before: Figure | None,
) -> Markup:
    """The indicator, the target of the year, and what was reported last."""
    return lines(
        [
            _title(talk, indicator),
            _agency(talk, year),
            _target(talk, indicator, year),
            _before(talk, indicator, latest, before),
        ]
    )


def card(
    talk: Talk,
    indicator: Indicator,
    draft: FigureDraft,
    latest: FigureReport | None,
    before: Figure | None,
    reading: FigureReading,
) -> Markup:
    """Everything that will be stored, what is odd about it, and the figure once more."""
    return lines(
        [
            _title(talk, indicator),
            _agency(talk, draft.year),
            _compared(talk, indicator, draft),
            _before(talk, indicator, latest, before),
            _jump(talk, indicator, draft, before),
            talk.text("card-files", count=str(len(draft.evidence))) if draft.evidence else None,
            _unclear(talk, indicator, reading),
            _echo(talk, indicator, draft),
        ]
    )


def _title(talk: Talk, indicator: Indicator) -> Markup:
    return talk.text("card-title", number=str(indicator.number), short=indicator.short)


def _agency(talk: Talk, year: int) -> Markup:
    agency = answering(talk)
    short = agency_short(talk, agency)
    line = talk.text("card-agency", agency=short, year=str(year))
    if agency == talk.person.agency:
        return line
    return lines([line, talk.text("card-behalf", agency=short)])


def _target(talk: Talk, indicator: Indicator, year: int) -> Markup:
    if year in indicator.targets:
        aim = wording.target(talk, indicator, year)
        return talk.text("card-target", year=str(year), target=aim)
    targets = wording.targets(talk, indicator)
    return talk.text("card-no-target", year=str(year), targets=targets)


def _compared(talk: Talk, indicator: Indicator, draft: FigureDraft) -> Markup:
    aim = indicator.targets.get(draft.year)
    if aim is None or draft.value is None:
        return _target(talk, indicator, draft.year)
    return talk.text(
        "card-compared",
        year=str(draft.year),
        target=wording.target(talk, indicator, draft.year),
        verdict=wording.verdict_name(talk, aim.verdict(draft.value)),
    )


def _before(
    talk: Talk, indicator: Indicator, latest: FigureReport | None, before: Figure | None
) -> Markup | None:
    """What this figure takes the place of, else the last one of an earlier year."""
    if latest is not None:
        said = wording.reported(talk, indicator, latest)
        return talk.text("card-replaced", figure=said, day=latest.reported_on)
    if before is None:
        return talk.text("card-first")
    said = wording.value(talk, indicator, before)
    return talk.text("card-before", figure=said, year=str(before.year))


def _jump(
    talk: Talk, indicator: Indicator, draft: FigureDraft, before: Figure | None
) -> Markup | None:
    if before is None or draft.value is None or not jumps(indicator, draft.value, before.value):
        return None
    return talk.text(
        "card-jump-up" if draft.value > before.value else "card-jump-down",
        figure=wording.value(talk, indicator, before),
        year=str(before.year),
    )


def _unclear(talk: Talk, indicator: Indicator, reading: FigureReading) -> Markup | None:
    if reading.unclear is None or reading.value is None:
        return None
    value = wording.amount(talk, indicator, reading.value)
    return talk.text("card-unclear", written=reading.unclear, value=value)


def _echo(talk: Talk, indicator: Indicator, draft: FigureDraft) -> Markup:
    if draft.value is None:
        return talk.text("card-echo-none", reason=draft.reason)
    value = wording.amount(talk, indicator, draft.value)
    return talk.text("card-echo-estimate" if draft.estimate else "card-echo-final", value=value)
