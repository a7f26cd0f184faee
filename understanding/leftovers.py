"""What of a report's sentence fits no field, so that it can be said instead of lost."""

from datetime import timedelta

from domain.report import Progress
from understanding.claims import Standing
from understanding.documents import find_symbols
from understanding.folding import fold
from understanding.moments import TimeSpan
from understanding.report_fields import Fields
from understanding.report_subjects import Subject
from understanding.sentence import Sentence
from understanding.shares import clause_end, clause_start
from understanding.tokens import words_of

_LEAST = 2
"""So many words that tell something are worth saying; one alone is mostly politeness."""
_QUIET = {
    "bao", "cao", "tiep", "tuc", "hien", "nay", "nhiem", "vu", "so", "em", "anh", "chi", "ban",
    "nhe", "nha", "dang", "da", "se", "thuc", "tinh", "hinh", "tien", "do", "muc", "ty", "le",
    "khoi", "luong", "cong", "viec", "don", "vi", "minh", "toi", "ben", "kinh", "gui", "xin",
    "roi", "cam", "on", "duoc", "cua", "cho", "voi", "vao", "tai", "qua", "nen", "va", "nhung",
    "khoang", "ve", "cung", "con", "lai", "thi", "la", "moi", "ngay", "uoc", "dat", "het",
    "ke", "hoach", "huong", "dan", "de", "an", "danh", "quyet", "dinh", "to", "trinh", "chuong",
    "nam", "thang", "quy", "gio", "van", "cac", "trong", "khong", "chua", "co",
}  # fmt: skip
_SPOKEN_FOR = {"task", "indicator", "agency", "own", "place", "greeting", "thanks"}


def find_leftover(sentence: Sentence, fields: Fields, subject: Subject) -> str | None:
    """Return the words of a report that no field has taken, clause by clause, as written.

    What stands too far behind to be looked at is among them.
    """
    text = fields.text
    told = _told(sentence, fields)
    known = _topic_words(sentence, subject)
    kept = _set_aside(fields, max((each.end for each in sentence.tasks), default=0))
    found = []
    start = 0
    while start < len(text.tokens):
        end = clause_end(text, start)
        over = [n for n in range(start, end) if n in kept]
        rest = [n for n in range(start, end) if n not in told and _tells(text.folded[n], known)]
        if over or len(rest) >= _LEAST:
            places = [*over, *(rest if len(rest) >= _LEAST else [])]
            found.append(text.slice(*_widened(text.folded, start, end, places, told)))
        start = end
    obstacle = fields.obstacle
    if text.rest and (obstacle is None or obstacle.end < len(text.tokens)):
        found.append(text.rest.strip(" ,;.\n"))
    return "; ".join(dict.fromkeys(found)) or None


def _told(sentence: Sentence, fields: Fields) -> set[int]:
    """The places of words that fields and the naming of the subject have taken."""
    places = [(span.start, span.end) for span in fields.spans]
    places += [(span.start, span.end) for span in sentence.spans if span.mark in _SPOKEN_FOR]
    places += [(each.start, each.end) for each in sentence.tasks + sentence.indicators]
    places += [(mention.start, mention.end) for mention in sentence.mentions if mention.agencies]
    places += [(time.start, time.end) for time in sentence.times if not _is_week(time)]
    places += sentence.symbols
    places += [(start, end) for start, end, _ in fields.percents]
    if fields.share.unclear is not None:
        places.append((fields.share.start, fields.share.end))
    if (obstacle := fields.obstacle) is not None:
        places.append((obstacle.start, obstacle.end))
    return {n for start, end in places for n in range(start, end)}


def _is_week(time: TimeSpan) -> bool:
    """Whether it names a week: no field takes one, so it is said with the words around it."""
    first, last = time.days.first, time.days.last
    return first is not None and last is not None and last - first == _WEEK


_WEEK = timedelta(days=6)


def _set_aside(fields: Fields, after: int) -> set[int]:
    """The places of what was understood and yet not kept: plans, parts, documents in doubt."""
    text = fields.text
    places = {
        n
        for span, how in fields.standings.items()
        if how in (Standing.PLANNED, Standing.PARTLY)
        for n in range(max(after, clause_start(text, span.start)), clause_end(text, span.end - 1))
    }
    if fields.share.unclear is not None and fields.progress is not Progress.IN_PROGRESS:
        places |= {*range(fields.share.start, fields.share.end)}
    return places | (_documents(fields) if fields.document_number is None else set())


def _documents(fields: Fields) -> set[int]:
    """The places of several documents, or of a number without a symbol."""
    tokens = fields.text.tokens
    places = {
        n
        for symbol in find_symbols(fields.text.source)
        for n, token in enumerate(tokens)
        if symbol.start <= token.start < symbol.end
    }
    for span in fields.having("number_of"):
        numbered = span.end < len(tokens) and tokens[span.end].number
        if numbered and fields.text.folded[span.start] != "ngay":
            places |= {*range(span.start, span.end + 1)}
    return places


def _topic_words(sentence: Sentence, subject: Subject) -> set[str]:
    """The words of the contents that the report may be about."""
    plan = sentence.lexicon.plan
    texts = [
        plan.task_by_number[n].cells.content for n in subject.tasks if n in plan.task_by_number
    ]
    return {token.folded for text in texts for token in words_of(text)}


def _tells(word: str, known: set[str]) -> bool:
    return word.isalpha() and len(word) > 1 and fold(word) not in known | _QUIET


def _widened(
    words: tuple[str, ...], start: int, end: int, places: list[int], told: set[int]
) -> tuple[int, int]:
    """Return where the words around some places begin and end that no field has taken."""
    first, last = min(places), max(places) + 1
    while first > start and (first - 1) not in told and words[first - 1].isalnum():
        first -= 1
    while last < end and last not in told and words[last].isalnum():
        last += 1
    return first, last
