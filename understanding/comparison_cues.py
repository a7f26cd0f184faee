"""What in a question compares: "nhiều nhất", "so sánh", "xếp hạng", "bao nhiêu đơn vị"."""

from dataclasses import dataclass

from domain.query import Order
from understanding import comparison_words as said
from understanding.agency_kinds import KindNoun
from understanding.folding import toned
from understanding.sentence import Sentence


@dataclass(frozen=True)
class Cue:
    """What compares: the order, whether agencies are only counted, the places of its words."""

    order: Order
    places: frozenset[int]
    counts: bool = False
    judges: bool = False
    """Whether agencies are judged good or bad, by the share of what is done."""


def named(sentence: Sentence) -> tuple[str, ...]:
    """Return the agencies that are clearly named, groups too."""
    return tuple(id_ for each in sentence.mentions if each.known for id_ in each.agencies)


def find_cue(sentence: Sentence, nouns: list[KindNoun]) -> Cue | None:
    """Return what in a sentence compares or counts agencies, or None."""
    return (
        _superlative(sentence)
        or _at_an_end(sentence)
        or _more(sentence)
        or _side_by_side(sentence)
        or _ranked(sentence, nouns)
        or _counted(sentence, nouns)
        or _those_who_reported(sentence, nouns)
    )


def _superlative(sentence: Sentence) -> Cue | None:
    words, tokens = sentence.text.folded, sentence.text.tokens
    for n, word in enumerate(words):
        if word == "nhat":
            wrong = tokens[n].accented and tokens[n].toned != toned("nhất")
            if wrong or not n or words[n - 1] in said.NOT_SUPERLATIVE or _is_limit(sentence, n):
                continue
        elif word not in said.SUPERLATIVE:
            continue
        return _by_amount(sentence, {n})
    return None


def _at_an_end(sentence: Sentence) -> Cue | None:
    """Read "dẫn đầu", "đứng cuối"."""
    words = sentence.text.folded
    top, bottom = phrases(words, said.TOP), phrases(words, said.BOTTOM)
    if not (top or bottom):
        return None
    return Cue(Order.MOST if top else Order.FEWEST, frozenset(top | bottom), judges=True)


def _is_limit(sentence: Sentence, n: int) -> bool:
    """Whether "chậm nhất" limits a time: "chậm nhất 2026", not "ai chậm nhất năm 2025"."""
    limits = any(time.start <= n - 1 and n < time.end for time in sentence.times)
    return limits and (n < 2 or sentence.text.folded[n - 2] not in {"nao", "ai", "bi"})


def _more(sentence: Sentence) -> Cue | None:
    words, tokens = sentence.text.folded, sentence.text.tokens
    more = {n for n, word in enumerate(words) if word == "hon" and (
        not tokens[n].accented or tokens[n].toned == toned("hơn"))}  # fmt: skip
    more |= {n for n, word in enumerate(words) if word in {"more", "fewer", "less"}}
    between = {n for n, word in enumerate(words) if word in {"giua", "between"}}
    return _by_amount(sentence, more | between) if more and len(named(sentence)) > 1 else None


def _by_amount(sentence: Sentence, found: set[int]) -> Cue:
    words = sentence.text.folded
    amounts = {
        n for n, word in enumerate(words)
        if word in said.AMOUNT and words[n - 1 : n] != ("bao",)
    }  # fmt: skip
    judged = {n for n, word in enumerate(words) if word in said.BAD | said.GOOD}
    near = {n for n in judged if n in found or n + 1 in found}
    few = any(words[n] in said.FEWEST for n in amounts | found)
    bad = any(words[n] in said.BAD for n in near)
    order = Order.FEWEST if few or bad else Order.MOST
    kept = {n for n in found if words[n] in said.LATE}
    places = frozenset((found | amounts | near | _tops(words)) - kept)
    return Cue(order=order, places=places, judges=bool(near))


def _tops(words: tuple[str, ...]) -> set[int]:
    """The places of "top 5"."""
    found = {n for n, word in enumerate(words) if word == "top"}
    return found | {n + 1 for n in found if words[n + 1 : n + 2] and words[n + 1].isdecimal()}


def _side_by_side(sentence: Sentence) -> Cue | None:
    places = phrases(sentence.text.folded, said.COMPARE)
    if not places:
        return None
    few = len(named(sentence)) > 1
    return Cue(Order.EACH if few else Order.MOST, frozenset(places), judges=not few)


def _ranked(sentence: Sentence, nouns: list[KindNoun]) -> Cue | None:
    words = sentence.text.folded
    places = phrases(words, said.RANK) | _tops(words)
    each = {n.start - 1 for n in nouns if n.start and words[n.start - 1] in said.EACH}
    spoken = bool(nouns) or (bool(places) and sentence.has("state", "part"))
    if not nouns and _only_lists(sentence, places):
        return None
    if not spoken or not (places or (each and sentence.has("how_many"))):
        return None
    counting = {n for span in sentence.having("how_many") for n in range(span.start, span.end)}
    by_number = bool(each) or sentence.has("how_many", "state", "task")
    few = bool({"thap", "it"} & set(words)) and "len" in words
    order = Order.FEWEST if few else Order.MOST
    amounts = {n for n, word in enumerate(words) if word in said.AMOUNT | {"xuong", "len"}}
    return Cue(order, frozenset(places | each | counting | amounts), judges=not by_number)


def _only_lists(sentence: Sentence, places: set[int]) -> bool:
    """Whether "thống kê" stands before the tasks themselves: they are listed, not compared."""
    words = sentence.text.folded
    lists = phrases(words, {("thong", "ke"), ("tong", "hop")})
    tasks = {span.start for span in sentence.having("task")}
    return bool(lists) and places <= lists and bool(tasks & set(range(max(lists), max(lists) + 5)))


def _counted(sentence: Sentence, nouns: list[KindNoun]) -> Cue | None:
    """How many agencies: "bao nhiêu sở", "mấy đơn vị"."""
    words = sentence.text.folded
    for noun in nouns:
        for length in (2, 1):
            counting = words[max(0, noun.start - length) : noun.start]
            if counting in said.COUNT or (length == 1 and _is_number_of(sentence, noun)):
                places = range(noun.start - length, noun.end)
                return Cue(Order.MOST, frozenset(places), counts=True)
    return None


def _is_number_of(sentence: Sentence, noun: KindNoun) -> bool:
    """Whether "số" stands before, with its mark: without it, it could be "sở"."""
    return noun.start > 0 and sentence.text.tokens[noun.start - 1].toned == toned("số")


def _those_who_reported(sentence: Sentence, nouns: list[KindNoun]) -> Cue | None:
    reported = sentence.has("told") or any(
        span.value == "reported" for span in sentence.having("state")
    )
    who = sentence.has("who") or any(noun.asked for noun in nouns)
    other = sentence.has("task", "indicator") or sentence.tasks
    return Cue(Order.MOST, frozenset()) if reported and who and not other else None


def phrases(words: tuple[str, ...], table: set[tuple[str, ...]]) -> set[int]:
    """Return the places of all words of some phrases."""
    return {
        n
        for phrase in table
        for at in range(len(words))
        if words[at : at + len(phrase)] == phrase
        for n in range(at, at + len(phrase))
    }
