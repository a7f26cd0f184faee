"""How long tasks are overdue in a question: "quá hạn trên 90 ngày", "dưới 1 tháng"."""

from understanding.sentence import Sentence

_OVER = {("tren",), ("hon",), ("qua",), ("more", "than"), ("over",), ("nhieu", "hon")}
_UNDER = {("duoi",), ("chua", "den"), ("chua", "toi"), ("it", "hon"), ("less", "than"), ("under",)}
_FROM = {("tu",), ("it", "nhat"), ("toi", "thieu"), ("at", "least"), ()}
_DAYS = {"ngay": 1, "day": 1, "days": 1, "tuan": 7, "week": 7, "weeks": 7}
_DAYS |= {"thang": 30, "month": 30, "months": 30}

_COUNTED = {"mot": 1, "hai": 2, "ba": 3, "sau": 6, "chin": 9, "one": 1, "two": 2, "three": 3}
_LONG = 5


def find_lateness(sentence: Sentence) -> tuple[dict[str, int], set[int]]:
    """Return the days over or under which tasks are overdue, and the places of their words.

    A month is 30 days. "Từ 30 ngày" and a bare "30 ngày" are more than 29.
    """
    words = sentence.text.folded
    for span in sentence.having("state"):
        if span.value != "overdue":
            continue
        for phrases, name, less in ((_OVER, "late_over", 0), (_UNDER, "late_under", 0),
                                    (_FROM, "late_over", 1)):  # fmt: skip
            for phrase in sorted(phrases, key=len, reverse=True):
                start = span.end + (words[span.end : span.end + 1] == ("by",))
                at = start + len(phrase)
                found = _days(words, at) if words[start:at] == phrase else None
                if found is not None and not _is_time(sentence, range(at, found[1])):
                    return {name: found[0] - less}, set(range(span.end, found[1]))
    return {}, set()


def _is_time(sentence: Sentence, places: range) -> bool:
    """Whether the words name a span of the calendar: "3 tháng đầu năm"."""
    return any(time.start < places.stop and places.start < time.end for time in sentence.times)


def _days(words: tuple[str, ...], at: int) -> tuple[int, int] | None:
    word = words[at] if at < len(words) else ""
    number = int(word) if word.isdecimal() and len(word) < _LONG else _COUNTED.get(word)
    unit = words[at + 1] if at + 1 < len(words) else ""
    return None if number is None or unit not in _DAYS else (number * _DAYS[unit], at + 2)
