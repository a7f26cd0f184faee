"""Times in a question about tasks: when a task is due, carried out, started, or how it is timed."""

from itertools import pairwise

from domain.spans import Days, Years
from understanding.citations import cited
from understanding.moments import TimeSpan
from understanding.phrases import Span
from understanding.sentence import Sentence

_MARKS_OF_TIME = ("due", "carried", "starts", "timing", "told")


def assign_times(sentence: Sentence) -> dict[str, Days | Years]:
    """Assign every span of time to the word that says what happens then; a bare one is due."""
    marks = sentence.having(*_MARKS_OF_TIME)
    marks += [span for span in sentence.having("state") if span.value == "reported"]
    found: dict[str, Days | Years] = {}
    for time in sentence.times:
        if is_content(sentence, time) or is_this_period(sentence, time):
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


def is_this_period(sentence: Sentence, time: TimeSpan) -> bool:
    """Whether "tháng này" behind "chưa báo cáo" means the reporting period and no deadline."""
    unreported = any(span.value == "unreported" for span in sentence.having("state"))
    short = not time.year and time.how == "in" and time.days.holds(sentence.today)
    return unreported and short and not sentence.has("due", "carried", "starts")


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
