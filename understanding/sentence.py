"""A text with what has a meaning marked in it: phrases, agencies, times, numbers, the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from understanding.agencies import Mention, find_agencies
from understanding.documents import find_symbols
from understanding.folding import fold, toned
from understanding.glossary import SOFT
from understanding.lexicon import Lexicon
from understanding.moments import TimeSpan
from understanding.numbers import number_words, roman
from understanding.phrases import Span, is_accented, longest
from understanding.times import find_times
from understanding.tokens import Text, Token
from understanding.topics import could_be_stop, is_stop

_COUNTED = {"nhiem vu", "task", "tasks", "viec", "dau viec", "muc", "hang muc", "item", "duty"}
_SPOKEN = {"nhiem vu", "task", "tasks"}
_BEFORE_TELLING = {"co", "da", "gui", "nop", "vua", "moi"}
_BEFORE_PRODUCT = {"la", "ra", "lam", "lap", "trinh", "pham", "mot"}
_WHO_TELLS = {"ai", "who", "nao"}
_BEFORE_NUMBER = {"so", "thu", "#", "ma", "number", "no", "stt"}
_MOST_NUMBER = 999
_SOFT = {key for word in SOFT for key in (fold(word), toned(word))}


@dataclass(frozen=True)
class Numbered:
    """Words start to end that give numbers to things of a kind: "NV 4 và 7"."""

    start: int
    end: int
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Sentence:
    """A text against the lexicon of a plan, on a day."""

    text: Text
    lexicon: Lexicon
    today: date

    @classmethod
    def of(cls, text: str, lexicon: Lexicon, today: date) -> "Sentence":
        """Mark what a person typed."""
        return cls(lexicon.read(text), lexicon, today)

    @cached_property
    def times(self) -> list[TimeSpan]:
        """The spans of time that are not part of a plan's wording."""
        return [
            time
            for time in find_times(self.text, self.today)
            if not any(start <= time.start < end for start, end in self.symbols)
        ]

    @cached_property
    def symbols(self) -> list[tuple[int, int]]:
        """The words that make up document symbols ("438/QĐ-TTg")."""
        places = find_symbols(self.text.source)
        found = []
        for symbol in places:
            inside = [
                n
                for n, token in enumerate(self.text.tokens)
                if symbol.start <= token.start < symbol.end
            ]
            if inside:
                found.append((inside[0], inside[-1] + 1))
        return found

    @cached_property
    def phrases(self) -> tuple[Span, ...]:
        """All phrases of the text, overlapping or not."""
        return tuple(self.lexicon.book.find(self.text.tokens))

    @cached_property
    def spans(self) -> list[Span]:
        """The phrases of the text that do not overlap; content of the plan is no phrase."""
        within = [(time.start, time.end) for time in self.times] + self.symbols
        found = [
            span
            for span in self.phrases
            if not any(
                start <= span.start
                and (span.end <= end or (span.mark == "own" and span.start < end))
                for start, end in within
            )
            and not (len(span) == 1 and self._in_content(span))
        ]
        return [self._told(span) for span in longest(found)]

    def _told(self, span: Span) -> Span:
        """Read "báo cáo" beside a day or month, or behind who is asked for, as reporting."""
        if self.said(span) != "bao cao" or all(time.year for time in self.times):
            return span
        before = self.text.folded[span.start - 1] if span.start else ""
        dated = any(
            0 <= time.start - span.end <= 1 or time.end == span.start for time in self.times
        )
        who = any(word in _WHO_TELLS for word in self.text.folded[: span.start])
        if before in _BEFORE_PRODUCT or not (dated or who or before in _BEFORE_TELLING):
            return span
        return Span(span.start, span.end, "told", None)

    def _in_content(self, span: Span) -> bool:
        if span.mark in {"agency", "task", "word"} and self.text.folded[span.start] != "cai":
            return False
        return self.lexicon.in_content(self.text, span.start)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The agencies named."""
        return find_agencies(self.text, self.spans, self.lexicon)

    def having(self, *marks: str) -> list[Span]:
        """Return the phrases with one of the marks."""
        return [span for span in self.spans if span.mark in marks]

    def has(self, *marks: str) -> bool:
        """Whether there is a phrase with one of the marks."""
        return bool(self.having(*marks))

    def said(self, span: Span) -> str:
        """Return the folded words of a phrase."""
        return " ".join(self.text.folded[span.start : span.end])

    @cached_property
    def tasks(self) -> list[Numbered]:
        """The numbers of tasks that are given."""
        found = []
        for span in self.having("task"):
            noun = self.said(span)
            if noun in _COUNTED and (numbered := self._numbers(span, noun in _SPOKEN)):
                found.append(numbered)
        return found

    @cached_property
    def indicators(self) -> list[Numbered]:
        """The numbers of indicators that are given."""
        nouns = self.having("indicator")
        return [each for span in nouns if (each := self._numbers(span, spoken=True))]

    def _numbers(self, noun: Span, spoken: bool) -> Numbered | None:
        at = noun.end
        words = self.text.folded
        marked = False
        while at < len(words) and words[at] in _BEFORE_NUMBER:
            at, marked = at + 1, True
        read = self._number(at, spoken or marked)
        if read is None:
            return None
        numbers, end = list(read[0]), read[1]
        while more := self._more_numbers(end, spoken):
            if more[2]:
                numbers.extend(range(numbers[-1] + 1, min(more[0][-1], _MOST_NUMBER) + 1))
            else:
                numbers.extend(more[0])
            end = more[1]
        return Numbered(noun.start, end, tuple(dict.fromkeys(numbers)))

    def _more_numbers(self, end: int, spoken: bool) -> tuple[tuple[int, ...], int, bool] | None:
        words = self.text.folded
        if end >= len(words):
            return None
        gap = self.text.tokens[end].gap.strip()
        joins = words[end] in {"va", "hoac", "and", "or", "den", "toi", "to", "voi"}
        if not joins and gap not in {",", "-", "–", "+"}:
            return None
        at = end + 1 if joins else end
        if at < len(words) and words[at : at + 2] == ("nhiem", "vu"):
            at += 2
        read = self._number(at, spoken=spoken and joins)
        reaches = words[end] in {"den", "toi", "to"} or gap in {"-", "–"}
        return None if read is None else (read[0], read[1], reaches)

    def _number(self, at: int, spoken: bool) -> tuple[tuple[int, ...], int] | None:
        """Read task numbers at a place where no year, share or quantity stands."""
        if at >= len(self.text.tokens) or self._within_time(at):
            return None
        word = self.text.folded[at]
        if word[0].isdecimal():
            parts = [int(part) for part in word.replace(".", ",").split(",")]
            if any(part > _MOST_NUMBER or part == 0 for part in parts) or self._measured(at + 1):
                return None
            return tuple(parts), at + 1
        found = number_words(self.text.folded, at) if spoken else None
        if found is None or not 0 < found[0] <= _MOST_NUMBER or self._measured(found[1]):
            return None
        if not self._spoken_number(at):
            return None
        tens = found[0] in {1, 2, 3} and found[1] == at + 1 and self._digit_after(at)
        return ((found[0] * 10 + tens,), at + 2) if tens else ((found[0],), found[1])

    def _digit_after(self, at: int) -> int:
        """Return the digit said right after another: "hai bốn" is 24."""
        after = self.text.tokens[at + 1 : at + 2]
        apart = not after or after[0].gap.strip() or not self._spoken_number(at + 1)
        return 0 if apart else _SPOKEN_DIGITS.get(after[0].folded, 0)

    def _spoken_number(self, at: int) -> bool:
        """Whether a word is a number as it is accented: "tám", not "tạm"."""
        token = self.text.tokens[at]
        return not token.accented or token.toned in _SPOKEN_NUMBERS

    def _within_time(self, at: int) -> bool:
        return any(time.start <= at < time.end for time in self.times)

    def _measured(self, at: int) -> bool:
        if at >= len(self.text.tokens):
            return False
        glued = self.text.tokens[at].gap == "/" and self.text.tokens[at].number
        return glued or self.text.folded[at] in {"%", "phan", "percent", "thang", "tram"}

    @cached_property
    def groups(self) -> list[tuple[Span, str]]:
        """The groups of tasks named by number ("nhóm IV", "nhóm thứ tư") with their keys."""
        keys = {group.key for group in self.lexicon.plan.groups}
        found = []
        for span in self.having("group"):
            words = self.text.folded
            at = span.end
            while at < len(words) and words[at] in {"so", "thu", "nhiem", "vu"}:
                at += 1
            number = self._group_number(at)
            if number is not None:
                key = _ROMAN_KEYS.get(number[0], str(number[0]))
                plain = key if key in keys else str(number[0])
                found.append((Span(span.start, number[1], "group", plain), plain))
        return found

    def _group_number(self, at: int) -> tuple[int, int] | None:
        if at >= len(self.text.tokens):
            return None
        word = self.text.folded[at]
        if (value := roman(word)) is not None:
            return value, at + 1
        if word.isdecimal() and int(word) < 100:
            return int(word), at + 1
        words = {
            "nhat": 1,
            "mot": 1,
            "hai": 2,
            "ba": 3,
            "tu": 4,
            "bon": 4,
            "nam": 5,
            "sau": 6,
            "bay": 7,
        }
        return (words[word], at + 1) if word in words else None

    def rest(self, used: Iterable[tuple[int, int]]) -> list[list[int]]:
        """Return the runs of words that nothing has used and that could be a topic."""
        taken = {n for start, end in used for n in range(start, end)}
        runs: list[list[int]] = [[]]
        for n, token in enumerate(self.text.tokens):
            if n in taken or any(sign in token.gap for sign in ",;.:?!\n()"):
                runs.append([])
            if n not in taken and self.speaks(token, n):
                runs[-1].append(n)
        return [run for run in runs if run]

    def speaks(self, token: Token, n: int) -> bool:
        """Whether a word says something of a topic; one without marks by its neighbours."""
        word = (token.folded, token.toned)
        if not token.folded[0].isalnum() or (token.accented and is_stop(word)):
            return False
        if self.accented and not token.accented and is_stop(word):
            return False
        doubtful = could_be_stop(word) or (token.toned if token.accented else token.folded) in _SOFT
        return not doubtful or self.lexicon.in_content(self.text, n)

    @cached_property
    def accented(self) -> bool:
        """Whether the text is typed with marks."""
        return is_accented(self.text.tokens)

    def tokens(self, run: Iterable[int]) -> list[Token]:
        """Return the words of a run."""
        return [self.text.tokens[n] for n in run]


_ROMAN_KEYS = dict(enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], 1))
_SPOKEN_DIGITS = {"hai": 2, "ba": 3, "bon": 4, "bay": 7, "tam": 8, "chin": 9}
_SPOKEN_NUMBERS = {
    "môt5", "hai", "ba", "bôn1", "tư", "năm", "lăm", "nhăm", "sau1", "bay3", "tam1", "chin1",
    "mươi2", "mươi", "trăm", "linh", "môt1",
}  # fmt: skip
