"""What a sentence says of one task: progress, stage, share, document, obstacle, in typed values."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

from domain.report import Progress, Stage
from understanding.claims import Standing, standing
from understanding.dates import Found, find_dates, impossible_date
from understanding.documents import find_symbols, read_apart, read_document_number
from understanding.folding import toned
from understanding.fractions import find_fractions
from understanding.numbers import UNITS, WORDS, decimal_words
from understanding.obstacles import Obstacle, find_obstacle
from understanding.phrases import PhraseBook, Span, longest
from understanding.report_words import MARKS
from understanding.shares import Share, is_half, read_share
from understanding.times import find_times
from understanding.tokens import Text, Vocabulary, read

_HUNDRED = Decimal(100)
_NEAR_SYMBOL = 20
"""A day within so many letters of a document's symbol is the document's."""
_SIGNS = {"%", "phan", "pt", "percent", "per"}
_ENDS_WORD = {
    "trinh": {"chuong", "cong", "quy", "lo", "qua", "to", "giao", "tien"},
    "tac": {
        *("cong", "hop", "thao", "doi", "dong", "tu", "sang", "giao", "nguyen", "quy"),
        *("canh", "tuong", "che"),
    },
}
"""Words that are but the end of another behind one of these: "chương trình", "công tác"."""
_STUCK = toned("tắc")
_OF_OTHERS = {"kien", "dinh", "duyet", "ky", "gop", "approve", "approval"}
_PRODUCTS = {
    ("bao", "cao"), ("ke", "hoach"), ("danh", "muc"), ("van", "ban"), ("de", "an"),
    ("huong", "dan"), ("cong", "van"), ("to", "trinh"),
}  # fmt: skip


def _inside_word(words: Text, span: Span) -> bool:
    """Whether "trình", "tắc" are but the end of "chương trình", "công tác", "hợp tác"."""
    first = words.tokens[span.start]
    before = words.folded[span.start - 1] if span.start else ""
    another = first.folded == "tac" and first.accented and first.toned != _STUCK
    return another or before in _ENDS_WORD.get(first.folded, ())


@cache
def report_book() -> PhraseBook:
    """Return the phrases of reports."""
    book = PhraseBook()
    book.add_all(MARKS)
    return book


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary.of([*report_book().phrases(), *((word,) for word in WORDS)])


@dataclass(frozen=True)
class Fields:
    """A text read for what it says of a task."""

    text: Text
    today: date
    spans: tuple[Span, ...] = field(default=())

    @classmethod
    def of(cls, text: str, today: date) -> "Fields":
        """Read a text by the words of reports alone."""
        return cls.in_words(read(text, _vocabulary()), today)

    @classmethod
    def in_words(cls, words: Text, today: date) -> "Fields":
        """Read a text that has been split into words."""
        hidden = [(s.start, s.end) for s in find_symbols(words.source)]
        hidden += [(d.start, d.end) for d in find_dates(words.source, today)]
        taken = [
            (n, n + 1)
            for n, token in enumerate(words.tokens)
            if any(start <= token.start < end for start, end in hidden)
        ]
        told = (s for s in report_book().find(words.tokens) if not _inside_word(words, s))
        spans = longest(told, taken)
        return cls(words, today, tuple(spans))

    def having(self, *marks: str) -> list[Span]:
        """Return the phrases of some marks that are not part of the obstacle."""
        return [span for span in self.spans if span.mark in marks and not self._in_obstacle(span)]

    def _in_obstacle(self, span: Span) -> bool:
        found = self.obstacle
        return found is not None and found.start <= span.start < found.end

    @cached_property
    def obstacle(self) -> Obstacle | None:
        """The obstacle, in the officer's own words."""
        return find_obstacle(self.text, self.spans)

    @property
    def no_obstacle(self) -> bool:
        """Whether the text says that there is none."""
        return self.obstacle is None and any(span.mark == "none" for span in self.spans)

    @cached_property
    def percents(self) -> list[tuple[int, int, Decimal]]:
        """The shares that are given, with their places; a half only where no figure is."""
        words = self.text.folded
        found = []
        for span in self.having("percent", "measure"):
            number = self.number_before(span.start) if words[span.start] in _SIGNS else None
            if number is not None:
                found.append(self._and_a_half(number[0], span.end, number[1]))
        halves = [(start, end, Decimal(50)) for start, end in self._halves]
        return sorted(found) or find_fractions(self.text) or halves

    def _and_a_half(self, start: int, end: int, value: Decimal) -> tuple[int, int, Decimal]:
        """Add the half that is said after the sign: "41 phần trăm rưỡi"."""
        if self.text.folded[end : end + 1] == ("ruoi",):
            return start, end + 1, value + Decimal("0.5")
        return start, end, value

    @property
    def _halves(self) -> list[tuple[int, int]]:
        places = self.places(("half",))
        return [place for place in places if is_half(self.text, *place)]

    def number_before(self, end: int) -> tuple[int, Decimal] | None:
        """Return the longest number that ends at a place, with its start."""
        words = self.text.folded
        for start in range(max(0, end - 6), end):
            read_number = decimal_words(words, start)
            if read_number is not None and read_number[1] == end and self._is_number(start, end):
                return start, read_number[0]
        return None

    def _is_number(self, start: int, end: int) -> bool:
        tokens = self.text.tokens[start:end]
        return tokens[0].number or all(
            not token.accented or token.folded in UNITS or token.folded in WORDS for token in tokens
        )

    @cached_property
    def share(self) -> Share:
        """The share that is reported: the last one that does not tell of before."""
        places = self.having("before")
        now = [
            each
            for each in self.percents
            if not any(0 <= each[0] - span.end <= 2 for span in places)
        ]
        return read_share(self.text, now or self.percents, {start for start, _ in self._halves})

    @property
    def percent(self) -> Decimal | None:
        """The share of the task that is done, None where it is not clearly told."""
        return self.share.value

    @cached_property
    def standings(self) -> dict[Span, Standing]:
        """How the words are meant that tell of something finished."""
        told = [
            span
            for span in self.having("progress", "stage", "sent")
            if span.mark != "progress" or span.value == Progress.DONE
        ]
        times = find_times(self.text, self.today) if told else []
        return {span: standing(self.text, span, self.spans, times, self.today) for span in told}

    def claimed(self, mark: str) -> list[Span]:
        """Return the phrases of a mark that are neither denied, planned nor true only in part."""
        meant = self.standings
        return [s for s in self.having(mark) if meant.get(s, Standing.CLAIMED) is Standing.CLAIMED]

    @cached_property
    def stage(self) -> Stage | None:
        """How far the document has come: the furthest stage that is said."""
        said = {Stage(str(span.value)) for span in self.claimed("stage")}
        if Stage.DRAFTING in said and Stage.ISSUED in said:
            said.discard(Stage.ISSUED)
        order = list(Stage)
        return max(said, key=order.index) if said else None

    @cached_property
    def progress(self) -> Progress | None:
        """The state of progress that is said, or that a share or stage leaves no doubt about."""
        said = {Progress(str(span.value)) for span in self.claimed("progress")}
        if self.percent is not None and Progress.PAUSED not in said:
            if self.percent == _HUNDRED:
                return Progress.DONE
            if self.percent > 0:
                return Progress.IN_PROGRESS
        if Progress.PAUSED in said:
            return Progress.PAUSED
        if self.stage in {Stage.DRAFTING, Stage.CONSULTING, Stage.SUBMITTED}:
            return Progress.IN_PROGRESS
        if self.share.unfinished or len(said) > 1 or Progress.IN_PROGRESS in said:
            return Progress.IN_PROGRESS
        if said == {Progress.NOT_STARTED} or (not said and self.percent == 0):
            return Progress.NOT_STARTED
        if self._unfinished:
            return Progress.IN_PROGRESS
        sent = any(self._sends_product(span) for span in self.claimed("sent"))
        if Progress.DONE in said or self.stage is Stage.ISSUED or sent:
            return Progress.DONE
        return Progress.IN_PROGRESS if self.share.under_way or self._awaits_word else None

    @property
    def _awaits_word(self) -> bool:
        """Whether others are to comment on or sign what has been written."""
        return any(
            span.mark == "waits"
            and not _OF_OTHERS.isdisjoint(self.text.folded[n] for n in range(span.start, span.end))
            for span in self.spans
        )

    @property
    def _unfinished(self) -> bool:
        """Whether words say that the work cannot be, is to be, or is in part finished."""
        missed = any(span.mark == "cannot" for span in self.spans)
        return missed or any(how is not Standing.CLAIMED for how in self.standings.values())

    def _sends_product(self, span: Span) -> bool:
        """Whether what was sent is a document, by its number or its kind."""
        words = self.text.folded[span.end : span.end + 2]
        return self.document_number is not None or words in _PRODUCTS

    @cached_property
    def document_number(self) -> str | None:
        """The number and symbol of the document; a number without a symbol could be any."""
        number = read_document_number(self.text.source)
        if number is None or number.isdecimal():
            return read_apart(self.text.source)
        return number

    @cached_property
    def document_date(self) -> date | None:
        """The day of the document: the one after its number, or the only one beside it."""
        days = [day for day in self.dates if day.day <= self.today]
        if self.document_number is None and self.progress is not Progress.DONE:
            return None
        after = [day for day in days if self._symbol_end and day.start >= self._symbol_end]
        chosen = after[:1] or (days if len(days) == 1 and len(self.dates) == 1 else [])
        return chosen[0].day if chosen else None

    @cached_property
    def doubtful_date(self) -> str | None:
        """The day of a finished task's document that is still to come, or that no calendar has.

        It is given in ISO form if it is to come, else as it was written.
        """
        if self.document_date is not None or self.progress is not Progress.DONE:
            return None
        source = self.text.source
        for day in self.dates:
            beside = source[self._symbol_end : day.start]
            if self._symbol_end and day.start >= self._symbol_end and len(beside) < _NEAR_SYMBOL:
                return day.day.isoformat()
        return impossible_date(source)

    @property
    def _symbol_end(self) -> int:
        symbols = find_symbols(self.text.source)
        return symbols[0].end if symbols else 0

    @cached_property
    def dates(self) -> tuple[Found, ...]:
        """The days that are named."""
        return find_dates(self.text.source, self.today)

    @property
    def unchanged(self) -> bool:
        """Whether the text says that nothing changed."""
        return bool(self.having("same"))

    @property
    def says_something(self) -> bool:
        """Whether any field of a report is said."""
        said = (self.progress, self.percent, self.stage, self.document_number, self.obstacle)
        unclear = self.share.unclear is not None
        return any(each is not None for each in said) or any(
            (unclear, self.no_obstacle, self.unchanged)
        )

    def places(self, marks: Iterable[str]) -> list[tuple[int, int]]:
        """Return the places of the phrases of some marks."""
        return [(span.start, span.end) for span in self.having(*marks)]
