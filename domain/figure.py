"""Figures: the value that an agency reported for an indicator and a year."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from pydantic import model_validator

from domain.indicator import Indicator
from domain.model import Model


class Figure(Model):
    """A reported value; `estimate` means the agency called it an estimate (ước)."""

    indicator: int
    year: int
    agency: str
    value: Decimal
    reported_on: date
    estimate: bool = False


LatestFigures = Mapping[int, Mapping[tuple[int, str], Figure]]
"""The figures of each indicator by year and agency."""


class FigureDraft(Model):
    """What is about to be filed: a `value`, or the `reason` why there is none yet.

    `based_on` is the id of the agency's latest figure for this year that the officer was shown.
    """

    indicator: int
    year: int
    agency: str
    value: Decimal | None = None
    estimate: bool = False
    reason: str | None = None
    evidence: tuple[int, ...] = ()
    reported_on: date
    based_on: int | None = None

    @model_validator(mode="after")
    def _value_or_reason(self) -> "FigureDraft":
        if (self.value is None) == (self.reason is None):
            raise ValueError("a figure has a value, or a reason for having none")
        return self


class FigureReport(FigureDraft):
    """A filed figure; `code` is the lookup code shown to the officer (mã tra cứu).

    `by_agency` filed it on behalf of `agency`. `needs_head`: the agency's own head confirms it.
    """

    id: int
    code: str
    reporter: int
    filed_at: datetime
    by_agency: str | None = None
    needs_head: bool = False

    @cached_property
    def figure(self) -> Figure | None:
        """The reported value, None where the agency has none yet."""
        if self.value is None:
            return None
        return Figure(
            indicator=self.indicator,
            year=self.year,
            agency=self.agency,
            value=self.value,
            reported_on=self.reported_on,
            estimate=self.estimate,
        )


class Figures:
    """The valid figure of each (indicator, agency) for each year."""

    def __init__(self, reports: Mapping[tuple[int, str], Mapping[int, FigureReport]]) -> None:
        self._reports = reports

    def of(self, indicator: int, agency: str, year: int) -> FigureReport | None:
        """Return what an agency has reported for a year, a value or that there is none."""
        return self._of(indicator, agency).get(year)

    def newest(self, indicator: int, agency: str) -> FigureReport | None:
        """Return what an agency has reported for the newest year it has reported on."""
        own = self._of(indicator, agency)
        return own[max(own)] if own else None

    @cached_property
    def values(self) -> tuple[Figure, ...]:
        """All values."""
        found = [each.figure for own in self._reports.values() for each in own.values()]
        return tuple([figure for figure in found if figure is not None])

    def latest(self, indicator: int, agency: str, until: int | None = None) -> Figure | None:
        """Return an agency's value for the newest year, or for the newest up to a year."""
        own = self._of(indicator, agency)
        years = [year for year in own if until is None or year <= until]
        found = [own[year].figure for year in sorted(years, reverse=True)]
        return next((figure for figure in found if figure is not None), None)

    @cached_property
    def latest_values(self) -> LatestFigures:
        """All values, found by indicator."""
        return latest_figures(self.values)

    def without(self, hidden: AbstractSet[str]) -> "Figures":
        """Return the figures but for those of agencies whose reports somebody may not see."""
        if not hidden:
            return self
        return Figures({duty: own for duty, own in self._reports.items() if duty[1] not in hidden})

    def _of(self, indicator: int, agency: str) -> Mapping[int, FigureReport]:
        return self._reports.get((indicator, agency), {})


def latest_figures(figures: Iterable[Figure]) -> LatestFigures:
    """Sort figures by indicator; of several of one agency for a year the latest counts."""
    latest: defaultdict[int, dict[tuple[int, str], Figure]] = defaultdict(dict)
    for figure in figures:
        own, key = latest[figure.indicator], (figure.year, figure.agency)
        if key not in own or figure.reported_on >= own[key].reported_on:
            own[key] = figure
    return latest


def jumps(indicator: Indicator, value: Decimal, before: Decimal) -> bool:
    """Whether a value is so far from the last one that it is asked about."""
    return abs(value - before) * 100 > indicator.jump * abs(before)
