"""Questions about a plan: a text becomes one typed query."""

from datetime import date

from domain.agency import AgencyKind
from domain.query import (
    AgencyTerm,
    Ambiguous,
    IndicatorQuery,
    OutOfScope,
    Part,
    Query,
    Shape,
    Talk,
    TalkToBot,
    TaskQuery,
    Unclear,
    UnknownAgency,
    UnreportedQuery,
)
from understanding.agencies import Mention
from understanding.agency_kinds import kind_nouns, kinds_of
from understanding.comparisons import left_of, read_comparison
from understanding.indicator_questions import read_indicator_question
from understanding.lateness import find_lateness
from understanding.lexicon import Lexicon
from understanding.lookups import read_lookup
from understanding.phrases import Span
from understanding.sentence import Sentence
from understanding.task_questions import read_task_question, unjudged
from understanding.task_times import period_places, period_year
from understanding.time_comparisons import read_time_comparison

_ABOUT_THE_PLAN = (
    "task", "indicator", "due", "state", "part", "group", "undated", "no_lead", "no_product",
    "starts", "timing", "item", "product", "reached", "figures", "goal", "actual", "agency",
)  # fmt: skip
_NOUNS = {"nhiem vu", "task", "tasks", "dau viec"}
_POLITE = {"bạn", "em", "anh"}


def read_question(text: str, lexicon: Lexicon, today: date, own_agency: str | None = None) -> Query:
    """Return what a text asks, taken as a question; OutOfScope if nothing in it is of the plan."""
    sentence = Sentence.of(text, lexicon, today)
    if not sentence.text.tokens or sentence.has("code"):
        return OutOfScope()
    talk = _talk(sentence)
    if talk is not None:
        return TalkToBot(what=talk)
    return (
        read_lookup(sentence)
        or read_time_comparison(sentence, own_agency)
        or _unclear_agency(sentence, own_agency)
        or read_comparison(sentence, own_agency)
        or read_indicator_question(sentence, own_agency)
        or _tasks(sentence, own_agency)
        or OutOfScope()
    )


def read_first_question(
    text: str, lexicon: Lexicon, today: date, own_agency: str | None = None
) -> Query:
    """Return what a text asks where nothing was asked before: a bare agency asks for its tasks.

    So does a bare state ("sắp đến hạn") or time ("đến hạn năm nay"), polite words set aside.
    """
    query = read_question(text, lexicon, today, own_agency)
    sentence = Sentence.of(text, lexicon, today)
    if not isinstance(query, OutOfScope) or not _is_bare(sentence):
        return query
    noun = "nhiem vu" if text.isascii() else "nhiệm vụ"
    return read_question(f"{noun} {text.strip()}", lexicon, today, own_agency)


def _is_bare(sentence: Sentence) -> bool:
    """Whether every word is part of an agency, a state, a time due, or only polite."""
    if sentence.has("code") or sentence.tasks or "%" in sentence.text.folded:
        return False
    mentions = [each for each in sentence.mentions if each.agencies or _is_office(sentence, each)]
    if not mentions and not sentence.has("state") and not (sentence.has("due") and sentence.times):
        return False
    places = [(span.start, span.end) for span in sentence.having(*_BARE)]
    places += [(each.start, each.end) for each in mentions]
    places += [(time.start, time.end) for time in sentence.times]
    places += [(span.start, span.end) for span, _ in sentence.groups]
    covered = {n for start, end in places for n in range(start, end)} | find_lateness(sentence)[1]
    words = enumerate(sentence.text.folded)
    return all(n in covered or word in _TAIL or word in _PUNCTUATION for n, word in words)


def _is_office(sentence: Sentence, mention: Mention) -> bool:
    words = sentence.text.folded[mention.start : mention.end]
    return words[0] in _OFFICES or words[-1] == "district"


_EVERYBODY = {"minh phai", "minh can", "minh con", "minh dang", "minh co", "minh no"}
""""Mình" as the province, where the person who asks has no agency."""
_BARE = ("state", "part", "due", "undated", "this_period", "asks", "greeting", "place")
_OFFICES = {"so", "ubnd", "uy", "huyen", "thi", "thanh", "tx", "tp", "ban", "phuong", "xa"}
_PUNCTUATION = {"?"}


def reads_as_question(text: str, lexicon: Lexicon, today: date) -> bool:
    """Whether a text said in the middle of a dialogue is clearly a question about the plan.

    A number, a date, a share or an answer in plain words is not; a question has a word that asks
    or ends in a question mark, and speaks of the plan.
    """
    sentence = Sentence.of(text, lexicon, today)
    if not sentence.text.tokens or not asks(sentence):
        return False
    query = read_question(text, lexicon, today, own_agency=None)
    if isinstance(query, TalkToBot):
        return query.what is Talk.HELP
    if isinstance(query, OutOfScope):
        return False
    return isinstance(query, IndicatorQuery) or sentence.has(*_ABOUT_THE_PLAN)


def speaks_of_plan(text: str, lexicon: Lexicon, today: date) -> bool:
    """Whether a text that no query was read from has words of plans and reports all the same."""
    sentence = Sentence.of(text, lexicon, today)
    said = " ".join(sentence.text.folded)
    return sentence.has(*_ABOUT_THE_PLAN) or any(word in said for word in ("tien do", "bao cao"))


def asks(sentence: Sentence) -> bool:
    """Whether a text has the form of a question or of a wish to see something."""
    words = sentence.text.folded
    if words[-1] == "?" or sentence.has("who", "when", "progress?"):
        return True
    wanted = sentence.having("which", "how_many")
    if any(sentence.said(span) in _ASKING and not _denied(sentence, span) for span in wanted):
        return True
    values = sentence.having("goal", "actual", "progress?")
    if any(sentence.said(span).endswith(("bao nhieu", "may")) for span in values):
        return True
    tail = [word for word in words if word not in _TAIL][-1:]
    if tail in (["khong"], ["chua"]) and len(words) > 2:
        return True
    starts = any(span.start == 0 for span in sentence.having("which", "asks"))
    listing = sentence.has("due", "part") and bool(sentence.times or sentence.mentions)
    noun = any(sentence.said(span) in _NOUNS for span in sentence.having("task"))
    plain = not sentence.tasks and "%" not in words and not sentence.symbols
    return plain and ((starts and noun) or (noun and listing))


def _denied(sentence: Sentence, span: Span) -> bool:
    """Whether "gì" ends a denial: "không vướng gì", "không còn khó khăn gì"."""
    before = set(sentence.text.folded[max(0, span.start - _NEAR) : span.start])
    return sentence.said(span) == "gi" and bool(before & _DENIES) and bool(before & _TROUBLES)


_NEAR = 5
_DENIES = {"khong", "chua", "chang"}
_TROUBLES = {"vuong", "mac", "khan", "ngai", "doi"}
_ASKING = {
    "nao", "gi", "nhung gi", "bao nhieu", "how many", "how much", "what", "which", "show", "list",
    "liet ke", "cho xem", "danh sach", "show me", "co may", "la gi", "gom nhung gi", "may",
    "cho biet", "what are", "which are", "tra cuu", "ke ten", "number of",
}  # fmt: skip
_TAIL = {
    "vay", "em", "anh", "chi", "a", "nhi", "ha", "the", "nghen", "hen", "nha", "nhe", "ta", "ban",
    "oi", "roi", "ad", "da", "minh",
}  # fmt: skip


def _talk(sentence: Sentence) -> Talk | None:
    helps = [s for s in sentence.phrases if s.mark == "help"]
    greets = sentence.has("greeting")
    inside = {n for span in helps for n in range(span.start, span.end)}
    about = [
        span
        for span in sentence.having(*_ABOUT_THE_PLAN)
        if not inside.issuperset(range(span.start, span.end)) and not _is_weak(sentence, span)
    ]
    if about or sentence.times or sentence.tasks or sentence.indicators:
        return None
    used = [(s.start, s.end) for s in sentence.spans]
    rest = [n for run in sentence.rest(used) for n in run]
    if helps and len(rest) <= 3:
        return Talk.HELP
    if sentence.has("thanks") and len(rest) <= 3:
        return Talk.THANKS
    return Talk.GREETING if greets and len(rest) <= 1 else None


def _is_weak(sentence: Sentence, span: Span) -> bool:
    return span.mark in {"task", "actual"} and sentence.said(span) in {"viec", "cai", "duoc gi"}


def _unclear_agency(sentence: Sentence, own_agency: str | None) -> Query | None:
    """Ask back for an agency with several readings, answer "none" for one the plan lacks."""
    anchored = sentence.has("task", "part", "due", "state", "indicator")
    mentions = sentence.mentions
    if not anchored or sentence.tasks:
        return None
    if unsure := next(
        (each for each in mentions if len(each.agencies) > 1 and not each.known), None
    ):
        return Ambiguous(what=Unclear.AGENCY, said=unsure.name, options=unsure.agencies)
    owns = [span for span in sentence.having("own") if sentence.said(span) not in _EVERYBODY]
    if owns and own_agency is None and not mentions:
        own = owns[0]
        said = sentence.text.slice(own.start, own.end)
        return Ambiguous(what=Unclear.OWN_AGENCY, said=said)
    unknown = [each for each in mentions if not each.agencies]
    if unknown and len(unknown) == len(mentions):
        shape = Shape.COUNT if sentence.has("how_many") else Shape.LIST
        indicators = sentence.has("indicator") and not sentence.has("task")
        return UnknownAgency(name=unknown[0].name, shape=shape, indicators=indicators)
    return None


def _tasks(sentence: Sentence, own_agency: str | None) -> Query | None:
    query = read_task_question(sentence, own_agency)
    nouns = kind_nouns(sentence)
    if query is None or not _asks_who_reported(sentence, query, spoken_of=bool(nouns)):
        return query
    kinds = kinds_of(nouns)
    spoken = {n for noun in nouns for n in range(noun.start, noun.end)} | period_places(sentence)
    left = read_task_question(left_of(sentence, spoken, "nhiem vu/nhiệm vụ"), own_agency)
    rest = unjudged(query if left is None else left)
    if kinds and not any(_is_single(sentence, term) for term in rest.agencies):
        rest = rest.model_copy(update={"agencies": ()})
    bare = rest == TaskQuery()
    return UnreportedQuery(
        this_period=query.this_period,
        period_day=query.period_day,
        year=period_year(sentence),
        kinds=kinds,
        tasks=None if bare else rest,
    )


def _asks_who_reported(sentence: Sentence, query: TaskQuery, *, spoken_of: bool) -> bool:
    unreported = any(span.value == "unreported" for span in sentence.having("state"))
    who = spoken_of or any(span.mark == "who" for span in sentence.spans)
    noun = any(sentence.said(span) in _NOUNS for span in sentence.having("task"))
    leads = any(term.part is not Part.LEAD for term in query.agencies)
    return unreported and who and not leads and (not noun or bool(query.numbers))


def _is_single(sentence: Sentence, term: AgencyTerm) -> bool:
    return sentence.lexicon.plan.agency_by_id[term.agency].kind is not AgencyKind.GROUP
