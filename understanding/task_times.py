"""Times in a question about tasks: when a task is due, carried out, started, or how it is timed."""

from datetime import date
from itertools import pairwise

from domain.period import period_named, period_of
from domain.spans import Days, Years
from understanding.citations import cited
from understanding.moments import TimeSpan
from understanding.numbers import roman
from understanding.phrases import Span
from understanding.sentence import Sentence

_MARKS_OF_TIME = ("due", "carried", "starts", "timing", "told")


def assign_times(sentence: Sentence) -> dict[str, Days | Years]:
    """Assign every span of time to the word that says what happens then; a bare one is due."""
    marks = sentence.having(*_MARKS_OF_TIME)
    marks += [span for span in sentence.having("state") if span.value == "reported"]
    found: dict[str, Days | Years] = {}
    for time in sentence.times:
        if is_content(sentence, time) or is_period(sentence, time):
            continue
        mark = _mark_of(time, marks, sentence)
        if mark == "timing" and time.year and time.how in {"in", "interval"}:
            found.setdefault("timing", _years(time))
        elif mark == "starts":
            days = time.days
            first = days.first.year if days.first else None
            last = days.last.year if days.last else None
            last = first if time.how == "since" else last
            found.setdefault("starts", Years(first=first, last=last))
        elif mark == "carried":
            found.setdefault("carried_out", _years(time))
        elif mark in {"told", "state"}:
            found.setdefault("reported", time.days)
        else:
            found.setdefault("due", time.days)
    return found


def is_period(sentence: Sentence, time: TimeSpan) -> bool:
    """Whether a time with "chưa báo cáo" is the reporting period meant, and no deadline.

    "Nhiệm vụ năm 2025" and a time before "chưa báo cáo" that follows its tasks are deadlines.
    """
    unreported = [span for span in sentence.having("state") if span.value == "unreported"]
    if not unreported or time.how not in {"in", "interval"}:
        return False
    if sentence.has("due", "carried", "starts") or is_content(sentence, time):
        return False
    if not time.year and time.days.holds(sentence.today):
        return True
    nouns = [span for span in sentence.having("task") if span.end <= time.start]
    if time.year and any(span.end == time.start for span in nouns):
        return False
    return not nouns or any(span.end <= time.start for span in unreported)


def period_places(sentence: Sentence) -> set[int]:
    """Return the places of the words that name a reporting period."""
    times = [time for time in sentence.times if is_period(sentence, time)]
    return {n for time in times for n in range(time.start, time.end)}


def asks_period(sentence: Sentence) -> bool:
    """Whether "chưa báo cáo" is asked of one reporting period and not of all time."""
    return sentence.has("this_period") or bool(period_places(sentence))


def period_day(sentence: Sentence) -> date | None:
    """Return a day of the reporting period that is asked about, None where it is today's."""
    calendar = sentence.lexicon.plan.calendar
    for time in sentence.times:
        if not is_period(sentence, time) or time.days.last is None:
            continue
        words = sentence.text.folded[time.start : time.end]
        numbered = any(word.isdecimal() or roman(word) for word in words)
        if time.days.holds(sentence.today) and (time.year or not numbered):
            return None
        named = period_named(time.days.last, calendar.tasks, calendar)
        present = period_of(sentence.today, calendar.tasks, calendar)
        return None if named == present else named.ends
    return None


def period_year(sentence: Sentence) -> int | None:
    """Return the year whose periods are asked about, None where one period is or this year's."""
    for time in sentence.times:
        if is_period(sentence, time):
            year = time.days.year
            return None if year == sentence.today.year and _is_first(sentence) else year
    return None


def _is_first(sentence: Sentence) -> bool:
    """Whether the year of today has had no period before the present one."""
    calendar = sentence.lexicon.plan.calendar
    present = period_of(sentence.today, calendar.tasks, calendar)
    return present.part == 1 or present.year != sentence.today.year


def _mark_of(time: TimeSpan, marks: list[Span], sentence: Sentence) -> str:
    near = [span for span in marks if span.end <= time.start + 2]
    after = [span for span in marks if span.start >= time.end]
    span = near[-1] if near else (after[0] if after else None)
    if span is None or (span.mark == "timing" and not time.year):
        return "due"
    if span.mark == "carried" and sentence.said(span) in {"thuc hien", "trien khai"}:
        return "carried" if span.end <= time.start + 1 and near else "due"
    return span.mark


def _years(time: TimeSpan) -> Years:
    first, last = time.days.first, time.days.last
    return Years(first=first.year if first else None, last=last.year if last else None)


def is_content(sentence: Sentence, time: TimeSpan) -> bool:
    """Whether a year belongs to the words of a task ("tầm nhìn đến năm 2045") and is no date."""
    words = sentence.text.folded
    if time.start and _cites_document(sentence, time):
        return True
    head = time.start
    if head == 0 or (sentence.has("due") and words[head - 1] in {"han", "due", "trong"}):
        return False
    if time.how == "interval" and time.days.first and time.days.last:
        span = (time.days.first.year, time.days.last.year)
        if span in sentence.lexicon.intervals:
            return sentence.speaks(sentence.text.tokens[head - 1], head - 1) or (
                words[head - 2 : head] == ("giai", "doan")
            )
    before = words[max(0, head - 3) : head]
    year = words[time.end - 1]
    return ("tam", "nhin") in pairwise(before) or (
        words[head - 1 : head] == ("luat",) or (_follows_law(words, head) and year.isdecimal())
    )


def _follows_law(words: tuple[str, ...], head: int) -> bool:
    return "luat" in words[max(0, head - 6) : head] or "law" in words[max(0, head - 6) : head]


def _cites_document(sentence: Sentence, time: TimeSpan) -> bool:
    return any(0 <= time.start - end <= 4 for _, end in sentence.symbols) or any(
        span.start < time.start <= span.end + 4 for span in cited(sentence)
    )
