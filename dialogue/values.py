"""Kinds whose answer is typed: a percentage, a figure, a day, a document number, words."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from dialogue.kinds import SKIP, Gone, Kind, Said, Unread, chosen
from dialogue.state import Offer, plain_json
from dialogue.texts import Texts
from understanding.figures import FigureReading, Problem, read_figure, refusal
from understanding.later_days import read_later_day
from understanding.weekdays import read_coming_day
from understanding.words import (
    impossible_date,
    read_date,
    read_document_number,
    read_percent,
    read_year,
)

T = TypeVar("T")
NO_FIGURE = "none"


class _Typed(Kind[T | None]):
    """A typed value; an optional one offers "bỏ qua" in words, so that digits stay values."""

    def __init__(self, *, optional: bool = False, skip: str = "kind-skip") -> None:
        self._optional = optional
        self._skip = skip

    def offers(self, texts: Texts, page: int) -> tuple[Offer, ...]:
        """Only the way round an optional question."""
        return (Offer(key=SKIP, label=texts.plain(self._skip)),) if self._optional else ()

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> T | None:
        """Read the value; None for the way round."""
        if chosen(said, offers) == SKIP:
            return None
        return self._checked(self._parse(said.text, today), today)

    def load(self, value: Any, today: date) -> T | None:
        """Return the value as it was read; raise Gone where a reply would not be taken."""
        if value is None:
            return None
        try:
            return self._checked(self._restore(value), today)
        except Unread as unread:
            raise Gone(unread) from unread

    def dump(self, value: T | None) -> Any:
        """Return the value as JSON."""
        return plain_json(value)

    def _parse(self, text: str, today: date) -> T:
        raise NotImplementedError

    def _restore(self, value: Any) -> T:
        raise NotImplementedError

    def _checked(self, value: T, today: date) -> T:
        return value


class Percent(_Typed[Decimal]):
    """A percentage from 0 to 100, in digits or words."""

    numeric = True

    def _parse(self, text: str, today: date) -> Decimal:
        value = read_percent(text)
        if value is None:
            raise Unread("kind-percent-again")
        return value

    def _restore(self, value: Any) -> Decimal:
        try:
            return Decimal(str(value).removesuffix("%"))
        except InvalidOperation:
            raise Unread("kind-percent-unclear", said=value) from None

    def _checked(self, value: Decimal, today: date) -> Decimal:
        if not 0 <= value <= 100:
            raise Unread("kind-percent-range", value=value)
        return value


class Day(_Typed[date]):
    """A day that has come already, unless `future` days are meant; not before `first`, if any."""

    def __init__(
        self, *, optional: bool = False, future: bool = False, first: date | None = None
    ) -> None:
        super().__init__(optional=optional)
        self._future = future
        self._first = first

    def _parse(self, text: str, today: date) -> date:
        value = read_date(text, today)
        if value is None and self._future:
            value = read_coming_day(text, today)
        if value is not None:
            return value
        if (said := impossible_date(text)) is not None:
            raise Unread("kind-day-impossible", said=said)
        if (year := read_year(text)) is not None:
            raise Unread("kind-day-year", year=str(year))
        raise Unread("kind-day-again")

    def _restore(self, value: Any) -> date:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Unread("kind-day-impossible", said=value) from None

    def _checked(self, value: date, today: date) -> date:
        if value > today and not self._future:
            raise Unread("kind-day-future", day=value)
        if self._first is not None and value < self._first:
            raise Unread("kind-day-before", day=value, first=self._first)
        return value


class LaterDay(Kind[date]):
    """A day after `after` that is not past and not after `last`, by any words for it or for the
    span that it ends ("hết quý II/2027"); "thêm 3 tháng" counts from `after`."""

    def __init__(self, after: date, last: date) -> None:
        self._after = after
        self._last = last

    def offers(self, texts: Texts, page: int) -> tuple[Offer, ...]:
        """Nothing to choose from."""
        return ()

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> date:
        """Read the day; raise Unread."""
        value = read_later_day(said.text, today, self._after)
        if value is None:
            if (unreal := impossible_date(said.text)) is not None:
                raise Unread("kind-day-impossible", said=unreal)
            raise Unread("kind-later-again")
        if value <= self._after:
            raise Unread("kind-later-not-later", day=value, after=self._after)
        if value < today:
            raise Unread("kind-later-past", day=value)
        if value > self._last:
            raise Unread("kind-later-far", day=value, last=self._last)
        return value

    def load(self, value: Any, today: date) -> date:
        """Read words or a day as they were kept; raise Gone where a reply would not be taken."""
        try:
            return self.read(Said(text=str(value)), (), today)
        except Unread as unread:
            raise Gone(unread) from unread

    def dump(self, value: date) -> Any:
        """Return the day as JSON."""
        return value.isoformat()


class Figure(Kind[FigureReading]):
    """An indicator's figure in its unit, or in words that there is none yet.

    `sizes` decide what "1.500" is, `last` is what "không đổi" takes.
    """

    numeric = True

    def __init__(
        self, unit: str, *, sizes: Sequence[Decimal], last: Decimal | None, skip: str
    ) -> None:
        self._unit = unit
        self._sizes = sizes
        self._last = last
        self._skip = skip

    def offers(self, texts: Texts, page: int) -> tuple[Offer, ...]:
        """Only that there is no figure, in words: digits stay values."""
        return (Offer(key=NO_FIGURE, label=texts.plain(self._skip)),)

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> FigureReading:
        """Read a figure; one without a value where there is none yet."""
        if chosen(said, offers) == NO_FIGURE:
            return FigureReading()
        found = read_figure(said.text, self._unit, self._sizes, self._last)
        if isinstance(found, Problem):
            raise Unread(f"kind-figure-{found}", unit=self._unit)
        return found

    def load(self, value: Any, today: date) -> FigureReading:
        """Return the figure as it was read; raise Gone where it can be none in this unit."""
        found = FigureReading.model_validate(value)
        if found.value is not None and refusal(found.value, self._unit) is not None:
            raise Gone
        return found

    def dump(self, value: FigureReading) -> Any:
        """Return the figure as JSON."""
        return plain_json(value)


class DocumentNumber(_Typed[str]):
    """A document's number and symbol (Nghị định 30/2020/NĐ-CP): 3210/SXD-QHKT."""

    def _parse(self, text: str, today: date) -> str:
        value = read_document_number(text)
        if value is None:
            raise Unread("kind-document-again")
        return value

    def _restore(self, value: Any) -> str:
        return str(value)


class Words(_Typed[str]):
    """Free words, at most `limit` characters; `none` reads "không có" as the way round.

    A number alone is taken for a choice that is not there, unless it may be meant (`numbers`).
    """

    free = True

    def __init__(
        self,
        *,
        limit: int = 1000,
        optional: bool = False,
        skip: str = "kind-skip",
        none: Callable[[str], bool] | None = None,
        numbers: bool = False,
    ) -> None:
        super().__init__(optional=optional, skip=skip)
        self._limit = limit
        self._numbers = numbers
        self._none = none

    def read(self, said: Said, offers: Sequence[Offer], today: date) -> str | None:
        """Take the words as they are; None for the way round."""
        if self._none is not None and said.key is None and self._none(said.text):
            return None
        return super().read(said, offers, today)

    def _parse(self, text: str, today: date) -> str:
        words = text.strip()
        alone = words.rstrip(".)").isdigit() and not self._numbers
        if not words or alone:
            raise Unread("kind-words-again")
        return words

    def _restore(self, value: Any) -> str:
        return str(value)

    def _checked(self, value: str, today: date) -> str:
        if len(value) > self._limit:
            raise Unread("kind-words-long", limit=str(self._limit), length=str(len(value)))
        return value
