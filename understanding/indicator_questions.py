"""Questions about indicators: which, how many, the plan's number, the reported one, who follows."""

import re

from domain.query import (
    Ambiguous,
    Condition,
    IndicatorAsk,
    IndicatorQuery,
    OutOfScope,
    Unclear,
)
from understanding.agency_kinds import kind_nouns, kinds_of
from understanding.folding import fold, toned
from understanding.phrases import Span
from understanding.report_subjects import no_figure
from understanding.sentence import Sentence
from understanding.topics import Match, canonical

_TASK_NOUNS = {"nhiem vu", "task", "tasks", "dau viec"}
_QUANTITIES = {
    ("ty", "le"), ("ti", "le"), ("dien", "tich"), ("so", "luong"), ("so", "ho"), ("binh", "quan"),
    ("bao", "nhieu"), ("rate",), ("per", "capita"), ("share",), ("percentage",), ("proportion",),
}  # fmt: skip
_FEWEST = 2
"""Words of a name that it takes to mean an indicator without saying "chỉ tiêu"."""
_VALUE = ("how_many", "goal", "actual", "unit_phrase", "reached", "figures", "indicator")


def read_indicator_question(
    sentence: Sentence, own_agency: str | None
) -> IndicatorQuery | Ambiguous | OutOfScope | None:
    """Return the query on indicators that a sentence asks, or None if it speaks of none."""
    if _asks_share(sentence):
        year = _year(sentence) or sentence.today.year - 1
        return IndicatorQuery(shape=IndicatorAsk.COUNT, year=year, condition=Condition.REACHED)
    noun = _noun(sentence)
    if not noun and (_speaks_of_tasks(sentence) or not _asks_value(sentence)):
        return None
    numbers = tuple(n for each in sentence.indicators for n in each.numbers)
    matches = [] if numbers else _matches(sentence, noun=noun)
    if not numbers and not matches:
        open_ = noun or _asks_who_lacks(sentence)
        return _without_match(sentence, own_agency) if open_ else None
    if not numbers and not noun and not (_is_measure(sentence) and _fits_agency(sentence, matches)):
        return None
    shape = _shape(sentence, one=True)
    condition = _condition(sentence)
    if not numbers:
        listing = shape is IndicatorAsk.LIST and _lists(sentence)
        first = [match for match in matches if match.at == matches[0].at]
        numbers = tuple(match.number for match in (matches if listing else first))
        if len(numbers) > 1 and not listing and shape is not IndicatorAsk.WHO:
            options = tuple(str(number) for number in numbers)
            return Ambiguous(what=Unclear.INDICATOR, said=sentence.text.source, options=options)
    if condition in _VERDICTS and len(numbers) == 1:
        shape = IndicatorAsk.FIGURE
    who_lacks = shape is IndicatorAsk.WHO and condition is Condition.WITHOUT_FIGURE
    return IndicatorQuery(
        shape=shape,
        numbers=numbers,
        year=_year(sentence) or (sentence.today.year - 1 if who_lacks else None),
        condition=Condition.WITHOUT_FIGURE if who_lacks else None,
        agencies=_agencies(sentence, own_agency),
        kinds=kinds_of(kind_nouns(sentence)) if who_lacks else (),
    )


_SHARE = re.compile(
    r"(?:ty le|ti le|phan tram|ty trong|share of|percentage of|rate of) (?:(?:cac|so|the) )?"
    r"(?:(?:chi tieu|indicators?) )?(?:da )?"
    r"(?:dat(?: duoc)?(?: (?:chi tieu|muc tieu|ke hoach))?|(?:indicators? )?(?:that are )?reached)"
    r"(?: (?:trong|cua|in|of))*(?: la)?(?: bao nhieu)?"
)


def _asks_share(sentence: Sentence) -> bool:
    """Whether the share of indicators reached is asked for, of no indicator: "tỷ lệ đạt 2025"."""
    inside = {n for time in sentence.times for n in range(time.start, time.end)}
    words = sentence.text.folded
    return bool(_SHARE.fullmatch(" ".join(w for n, w in enumerate(words) if n not in inside)))


_VERDICTS = {Condition.REACHED, Condition.EXCEEDED, Condition.NOT_REACHED}


def _asks_who_lacks(sentence: Sentence) -> bool:
    """Whether the agencies without a figure are asked for: "ai chưa có số liệu"."""
    return sentence.has("who") and no_figure(sentence) is not None


def _noun(sentence: Sentence) -> bool:
    """Whether the sentence asks about indicators by their name, before any task's name."""
    nouns = sentence.having("indicator")
    tasks = [s for s in sentence.having("task") if sentence.said(s) in _TASK_NOUNS]
    goals = [s for s in sentence.having("goal") if sentence.said(s) in {"muc tieu", "targets"}]
    first = min((span.start for span in (*nouns, *goals)), default=None)
    return first is not None and all(first < task.start for task in tasks)


def _speaks_of_tasks(sentence: Sentence) -> bool:
    if any(sentence.said(span) in _TASK_NOUNS for span in sentence.having("task")):
        return True
    if sentence.has("task") and sentence.has("part", "due", "state"):
        return True
    states = any(span.value != "reported" for span in sentence.having("state"))
    return bool(sentence.tasks or sentence.groups or states) or sentence.has("undated", "due")


def _asks_value(sentence: Sentence) -> bool:
    words = sentence.text.folded
    quantity = any(
        words[at : at + len(each)] == each for each in _QUANTITIES for at in range(len(words))
    )
    return sentence.has(*_VALUE) or quantity or _asks_percent(sentence)


def _asks_percent(sentence: Sentence) -> bool:
    """Whether "được mấy phần trăm rồi" asks how far something has come."""
    return any("phan tram" in sentence.said(span) for span in sentence.having("progress?"))


def _is_measure(sentence: Sentence) -> bool:
    """Whether a sentence without the word "chỉ tiêu" asks for a number of the plan."""
    values = sentence.has("how_many", "goal", "actual", "unit_phrase", "reached")
    return values or bool(sentence.times) or _asks_who_lacks(sentence) or _asks_percent(sentence)


def _fits_agency(sentence: Sentence, matches: list[Match]) -> bool:
    """Whether an agency that is named has to do with the indicators found."""
    plan = sentence.lexicon.plan
    named = {id_ for each in sentence.mentions if each.known for id_ in each.agencies}
    leads = [plan.indicator_by_number[match.number].leads for match in matches]
    own = {id_ for each in leads for id_ in (*each, *plan.expand(*each))}
    return not sentence.mentions or bool(named & own)


def _matches(sentence: Sentence, *, noun: bool) -> list[Match]:
    keep = {"word", "item", "task", "part", "group", "product"}
    used = [(s.start, s.end) for s in sentence.spans if s.mark not in keep]
    used += [(m.start, m.end) for m in sentence.mentions]
    used += [(t.start, t.end) for t in sentence.times]
    used += [(s.start, s.end) for s in sentence.having("task") if len(s) == 1]
    used += [(s.start, s.end) for s in sentence.having("item") if sentence.said(s) == "bao cao"]
    used += [(s.start, s.end) for s in sentence.having("part", "product") if _plain(sentence, s)]
    used += [(s.start, s.end) for s in sentence.having("part") if s.value == "involved"]
    runs = sentence.rest(used)
    runs = [run for run in runs if not _is_number(sentence, run)]
    if by_unit := _by_unit(sentence, runs):
        return by_unit
    if not noun and sum(map(len, runs)) < _FEWEST:
        return []
    if found := sentence.lexicon.indicators.find([sentence.tokens(run) for run in runs]):
        return found
    each = [sentence.lexicon.indicators.find([sentence.tokens(run)]) for run in runs]
    fitting = [found for found in each if found]
    unknown = sum(len(run) for run, found in zip(runs, each, strict=True) if not found)
    known = sum(len(run) for run, found in zip(runs, each, strict=True) if found)
    return min(fitting, key=len) if fitting and unknown < known else []


def _plain(sentence: Sentence, span: Span) -> bool:
    return not any(
        sentence.lexicon.in_content(sentence.text, n) for n in range(span.start, span.end)
    )


def _is_number(sentence: Sentence, run: list[int]) -> bool:
    return all(sentence.text.tokens[n].number for n in run)


def _by_unit(sentence: Sentence, runs: list[list[int]]) -> list[Match]:
    """Find the indicator that counts what is asked for ("bao nhiêu đô thị", "số đô thị")."""
    if len(runs) != 1 or not _counts(sentence):
        return []
    said = [word for word, _ in canonical([(t.folded, t.toned) for t in sentence.tokens(runs[0])])]
    counted = [
        Match(indicator.number, 0)
        for indicator in sentence.lexicon.plan.indicators
        if fold(indicator.unit) == " ".join(said)
    ]
    return counted if len(counted) == 1 else []


def _counts(sentence: Sentence) -> bool:
    """Whether the sentence asks how many, also within "phải có bao nhiêu"."""
    return sentence.has("how_many") or any(
        sentence.said(span).endswith(("bao nhieu", "may"))
        for span in sentence.having("goal", "actual")
    )


def _without_match(sentence: Sentence, own_agency: str | None) -> IndicatorQuery | OutOfScope:
    """Answer about all indicators, unless words are left that the plan does not know."""
    used = [(s.start, s.end) for s in sentence.spans if s.mark != "word"]
    used += [(m.start, m.end) for m in sentence.mentions]
    used += [(t.start, t.end) for t in sentence.times]
    rest = [n for run in sentence.rest(used) for n in run]
    shape = _shape(sentence, one=False)
    asked = shape in {IndicatorAsk.TARGET, IndicatorAsk.FIGURE}
    condition = _condition(sentence)
    if len(rest) > (1 if condition or _lists(sentence) or sentence.mentions else 0):
        return OutOfScope()
    return IndicatorQuery(
        shape=IndicatorAsk.LIST if asked else shape,
        year=_year(sentence) or (sentence.today.year - 1 if condition else None),
        condition=condition,
        agencies=_agencies(sentence, own_agency),
        kinds=kinds_of(kind_nouns(sentence)) if shape is IndicatorAsk.WHO else (),
    )


def _shape(sentence: Sentence, *, one: bool) -> IndicatorAsk:
    """Choose between the plan's number and the reported one by the words that mark them."""
    if sentence.has("who"):
        return IndicatorAsk.WHO
    if not one:
        counting = sentence.has("how_many") and sentence.has("indicator")
        return IndicatorAsk.COUNT if counting else IndicatorAsk.LIST
    year = _year(sentence)
    coming = (year is not None and year > sentence.today.year) or _sets(sentence)
    if _told(sentence) or (sentence.has("actual") and not (coming and _asks_how_much(sentence))):
        return IndicatorAsk.FIGURE
    if coming or sentence.has("goal"):
        return IndicatorAsk.TARGET
    if sentence.has("indicator"):
        detail = _lists(sentence) and not sentence.has("how_many")
        return IndicatorAsk.LIST if detail else IndicatorAsk.TARGET
    targets = {year for each in sentence.lexicon.plan.indicators for year in each.targets}
    until = any(word in {"den", "toi", "by"} for word in sentence.text.folded)
    if year in targets and until:
        return IndicatorAsk.TARGET
    return (
        IndicatorAsk.FIGURE if year is not None or sentence.has("reached") else IndicatorAsk.TARGET
    )


def _told(sentence: Sentence) -> bool:
    told = any(span.value == "reported" for span in sentence.having("state"))
    results = any("ket qua" in sentence.said(span) for span in sentence.having("progress?"))
    return told or results or sentence.has("figures", "told")


def _asks_how_much(sentence: Sentence) -> bool:
    """Whether "đạt bao nhiêu" is all that could mean what was reached."""
    return all(
        sentence.said(span).endswith(("bao nhieu", "may")) for span in sentence.having("actual")
    )


def _sets(sentence: Sentence) -> bool:
    """Whether "đặt" is said with its marks: without them it is "đạt"."""
    return any(token.toned == toned("đặt") for token in sentence.text.tokens)


def _lists(sentence: Sentence) -> bool:
    """Whether the question is "which indicators": "chỉ tiêu nào", "những chỉ tiêu"."""
    asked = {
        "nao",
        "nhung",
        "cac",
        "which",
        "list",
        "liet ke",
        "nhung gi",
        "danh sach",
        "gi",
        "what",
    }
    words = {sentence.said(span) for span in sentence.having("which", "who")}
    return bool(words & asked) and not sentence.has("how_many")


def _condition(sentence: Sentence) -> Condition | None:
    if any(s.value == "none" for s in sentence.having("figures")) or any(
        s.value == "unreported" for s in sentence.having("state")
    ):
        return Condition.WITHOUT_FIGURE
    reached = [span.value for span in sentence.having("reached")]
    if "no" in reached or any(s.value == "not_done" for s in sentence.having("state")):
        return Condition.NOT_REACHED
    if any(s.value == "some" for s in sentence.having("figures")) or any(
        s.value == "reported" for s in sentence.having("state")
    ):
        return Condition.WITH_FIGURE
    if "over" in reached:
        return Condition.EXCEEDED
    done = any(s.value == "done" for s in sentence.having("state"))
    return Condition.REACHED if "yes" in reached or done else None


def _year(sentence: Sentence) -> int | None:
    for time in sentence.times:
        day = time.days.first if time.how in {"in", "since", "onwards"} else time.days.last
        if day is not None:
            return day.year
    return None


def _agencies(sentence: Sentence, own_agency: str | None) -> tuple[str, ...]:
    named = tuple(id_ for each in sentence.mentions if each.known for id_ in each.agencies)
    if not named and own_agency is not None and sentence.has("own"):
        return (own_agency,)
    return named
