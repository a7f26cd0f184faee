"""Questions that set two times against each other: "so sánh quý 1 và quý 2", "so với quý trước"."""

from calendar import monthrange
from datetime import date, timedelta

from domain.query import IndicatorQuery, TimesQuery
from domain.spans import Days
from understanding.comparison_cues import named, phrases
from understanding.comparison_words import COMPARE, SHARE
from understanding.comparisons import left_of
from understanding.indicator_questions import read_indicator_question
from understanding.moments import TimeSpan
from understanding.sentence import Sentence
from understanding.task_questions import read_task_question, unjudged
from understanding.times import find_moments

_AGAINST: set[tuple[str, ...]] = {
    ("so", "voi"),
    ("so", "ve"),
    ("compared", "to"),
    ("compared", "with"),
}
_SAME: set[tuple[str, ...]] = {("cung", "ky"), ("same", "period")}
_JOINING = {"voi", "va", "so", "and", "with", "to", "cua", "trong", "thi", "giua", "of", "in"}
_VAGUE = SHARE | {("tinh", "hinh"), ("ket", "qua"), ("tien", "do"), ("the", "nao"), ("ra", "sao"),
          ("bao", "cao"), ("thuc", "hien")}  # fmt: skip
"""What is said of all that is compared anyway."""


def read_time_comparison(sentence: Sentence, own_agency: str | None) -> TimesQuery | None:
    """Return the comparison of two times that a sentence asks for, None if there is none."""
    words = sentence.text.folded
    cues = phrases(words, COMPARE | _AGAINST | _SAME)
    if not cues or len(named(sentence)) > 1 or sentence.has("who"):
        return None
    moments = [
        time for time in find_moments(sentence.text, sentence.today) if time.days.first is not None
    ]
    times = _same_period(sentence, moments) or _two(sentence, moments) or _alone(sentence, moments)
    if times is None or times[0] == times[1]:
        return None
    places = cues | phrases(words, _VAGUE)
    places |= {n for time in moments for n in range(time.start, time.end)}
    small = {n for n, word in enumerate(words) if word in _JOINING}
    places |= {n for n in small if not _said_besides(sentence, n)}
    first, second = sorted(times, key=lambda days: (days.last or date.max, days.first or date.min))
    both = (first, second)
    return _of_indicators(sentence, places, both) or _of_tasks(sentence, places, both, own_agency)


def _two(sentence: Sentence, moments: list[TimeSpan]) -> tuple[Days, Days] | None:
    """Two times, or one that the present is set against: "so với quý trước"."""
    if len(moments) == _BOTH:
        one, two = moments
        if not _SET_AGAINST & set(sentence.text.folded[one.end : two.start]):
            return None
        return _in_year_of(sentence, one, two), two.days
    if len(moments) != 1:
        return None
    (one,) = moments
    before = sentence.text.folded[max(0, one.start - _BOTH) : one.start]
    days = one.days
    if before not in _AGAINST or days.last is None or days.last >= sentence.today:
        return None
    return days, _current_like(days, sentence.today)


def _alone(sentence: Sentence, moments: list[TimeSpan]) -> tuple[Days, Days] | None:
    """Read "so sánh quý 1" and nothing else: set against the quarter, or year, before it."""
    first = moments[0].days.first if len(moments) == 1 else None
    if first is None:
        return None
    (one,) = moments
    words = sentence.text.folded
    said = phrases(words, COMPARE | _VAGUE) | set(range(one.start, one.end))
    said |= {n for n, word in enumerate(words) if word in _JOINING}
    if not phrases(words, COMPARE) or len(said) < len(words):
        return None
    before = first - timedelta(days=1)
    if one.days.year is not None:
        return Days.of_years(before.year, before.year), one.days
    return (_quarter(before), one.days) if one.days == _quarter(first) else None


_BOTH = 2
_SET_AGAINST = {"va", "voi", "so", "and", "with", "to", "vs", "versus"}


def _same_period(sentence: Sentence, moments: list[TimeSpan]) -> tuple[Days, Days] | None:
    """Read "(so với) cùng kỳ năm trước": the same time one year before, or in the year named."""
    at = phrases(sentence.text.folded, _SAME)
    if not at:
        return None
    before = [time for time in moments if time.end <= min(at)]
    after = [time for time in moments if time.start > max(at) and time.days.year is not None]
    days = before[0].days if before else _quarter(sentence.today)
    year = days.last.year - 1 if days.last else sentence.today.year - 1
    if after and after[0].days.year is not None:
        year = after[0].days.year
    return _in_year(days, year), days


def _in_year_of(sentence: Sentence, one: TimeSpan, two: TimeSpan) -> Days:
    """The first time, in the year of the second where only that names one."""
    said = [_says_year(sentence, each) for each in (one, two)]
    if said != [False, True] or two.days.last is None:
        return one.days
    relative = {"nay", "truoc", "ngoai", "this", "last"}
    if relative & set(sentence.text.folded[one.start : one.end]):
        return one.days
    return _in_year(one.days, two.days.last.year)


def _says_year(sentence: Sentence, time: TimeSpan) -> bool:
    words = sentence.text.folded[time.start : time.end]
    return any(word.isdecimal() and len(word) == len("2025") for word in words)


def _in_year(days: Days, year: int) -> Days:
    def moved(day: date | None) -> date | None:
        if day is None:
            return None
        whole = day.day == monthrange(day.year, day.month)[1]
        last = monthrange(year, day.month)[1]
        return date(year, day.month, last if whole else min(day.day, last))

    return Days(first=moved(days.first), last=moved(days.last))


def _current_like(days: Days, today: date) -> Days:
    """The year, quarter or day of today, as the time that it is compared with."""
    if days.year is not None:
        return Days.of_years(today.year, today.year)
    if days.first is not None and days == _quarter(days.first):
        return _quarter(today)
    return Days(first=today, last=today)


def _quarter(day: date) -> Days:
    last = (day.month + 2) // 3 * 3
    ends = date(day.year, last, monthrange(day.year, last)[1])
    return Days(first=date(day.year, last - 2, 1), last=ends)


def _said_besides(sentence: Sentence, n: int) -> bool:
    """Whether a small word is part of a name or a state."""
    spans = [(each.start, each.end) for each in sentence.having("part", "state", "group")]
    spans += [(each.start, each.end) for each in sentence.mentions]
    return any(start <= n < end for start, end in spans)


def _of_indicators(
    sentence: Sentence, places: set[int], times: tuple[Days, Days]
) -> TimesQuery | None:
    """Indicators, where nothing is said of tasks and one of them is named, or all are."""
    if sentence.has("task", "part", "state"):
        return None
    query = read_indicator_question(left_of(sentence, places, "chi tieu/chỉ tiêu"), None)
    if not isinstance(query, IndicatorQuery):
        return None
    if not query.numbers and not sentence.has("indicator"):
        return None
    asked = IndicatorQuery(numbers=query.numbers, agencies=query.agencies)
    return TimesQuery(times=times, indicators=asked)


def _of_tasks(
    sentence: Sentence, places: set[int], times: tuple[Days, Days], own: str | None
) -> TimesQuery | None:
    """Tasks, of what they are about, by whom and due when; how they stand is what is compared."""
    found = read_task_question(left_of(sentence, places, "nhiem vu/nhiệm vụ"), own)
    if found is None or found.numbers:
        return None
    tasks = unjudged(found).model_copy(update={"due": None, "reported": None})
    if tasks.topic is not None and not tasks.topic.tasks:
        if len(tasks.topic.words.split()) > _BOTH:
            return None
        tasks = tasks.model_copy(update={"topic": None})
    return TimesQuery(times=times, tasks=tasks)
