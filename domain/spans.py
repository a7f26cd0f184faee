"""Spans of time that questions speak of: days, and years."""

from datetime import date

from domain.model import Model


class Days(Model):
    """A span of days with both ends in it; None is an open end."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def year(self) -> int | None:
        """The year, if the span is one whole year."""
        whole = self.first is not None and self == Days.of_years(self.first.year, self.first.year)
        return self.first.year if whole and self.first is not None else None

    @classmethod
    def of_years(cls, first: int | None, last: int | None) -> "Days":
        """Return the span from the first day of a year to the last day of another."""
        return cls(
            first=None if first is None else date(first, 1, 1),
            last=None if last is None else date(last, 12, 31),
        )


class Years(Model):
    """A span of years with both ends in it; None is an open end."""

    first: int | None = None
    last: int | None = None

    def overlaps(self, first: int, last: int) -> bool:
        """Whether a span of years has a year in common with this one."""
        return (self.first is None or last >= self.first) and (
            self.last is None or first <= self.last
        )
