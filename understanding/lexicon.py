"""The words of a loaded plan, ready for reading: agencies, topics, indicators, products, groups."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from domain.agency import AgencyKind
from domain.plan import Plan
from understanding import comparison_words, numbers, times
from understanding.agencies import AgencyNames
from understanding.glossary import ABBREVIATIONS, PRODUCTS_IN_ENGLISH, SOFT, STOP
from understanding.phrases import PhraseBook
from understanding.report_fields import report_book
from understanding.tokens import Text, Token, Vocabulary, read, word_keys, words_of
from understanding.topics import TopicIndex, topic_words
from understanding.vocabulary import MARKS

_SYMBOL = re.compile(r"(\d{1,5})\s*[/-]\s*[A-ZĐ][\w-]*")
_YEARS_OF_ITEM = re.compile(r"\s*\d{4}(?:\s*-\s*\d{4})?$")
_ISSUER = re.compile(r"^.*(?:tỉnh|thành phố)\s+")
_INTERVAL = re.compile(r"(20\d\d)\s*-\s*(20\d\d)")


@dataclass(frozen=True)
class Lexicon:
    """What reading needs of a plan, built once; `documents` are numbers cited in tasks' content.

    `pairs` are neighbouring words of the plan, folded, with their toned keys; `intervals` are spans
    of years that stand in contents and mean no timing; `content_words` are the words of
    contents in both keys, but for those of districts' names.
    """

    plan: Plan
    names: AgencyNames
    book: PhraseBook
    vocabulary: Vocabulary
    tasks: TopicIndex
    indicators: TopicIndex
    groups: TopicIndex
    documents: dict[int, tuple[int, ...]]
    pairs: dict[tuple[str, str], frozenset[tuple[str, str]]]
    intervals: frozenset[tuple[int, int]]
    content_words: frozenset[str]

    @classmethod
    def of(cls, plan: Plan) -> "Lexicon":
        """Build the lexicon of a plan."""
        names = AgencyNames(plan.agencies)
        book = PhraseBook()
        book.add_all(MARKS)
        names.add_to(book)
        _add_products(book, plan)
        _add_place(book, plan)
        contents = {task.number: words_of(task.cells.content) for task in plan.tasks}
        texts = [*contents.values(), *(words_of(each.name) for each in plan.indicators)]
        return cls(
            plan=plan,
            names=names,
            book=book,
            vocabulary=_vocabulary(book, texts),
            tasks=TopicIndex(contents.items()),
            indicators=TopicIndex(
                (each.number, words_of(f"{each.name} {each.short}")) for each in plan.indicators
            ),
            groups=TopicIndex((n, words_of(group.title)) for n, group in enumerate(plan.groups)),
            documents=_documents(plan),
            pairs=_pairs(texts),
            intervals=_intervals(plan),
            content_words=_content_words(plan, texts),
        )

    def read(self, text: str) -> Text:
        """Split a text into words, mended by the words of this plan."""
        return read(text, self.vocabulary)

    def in_content(self, text: Text, at: int) -> bool:
        """Whether a word and a neighbour of it stand so in the plan ("hạn" in "hạn chế")."""
        tokens = text.tokens[max(0, at - 1) : at + 2]
        return any(self.are_content(one, two) for one, two in pairwise(tokens))

    def are_content(self, one: Token, two: Token) -> bool:
        """Whether two words stand side by side in the plan; marks count where they were typed."""
        return any(
            (not one.accented or one.toned == left) and (not two.accented or two.toned == right)
            for left, right in self.pairs.get((one.folded, two.folded), ())
        )


def _vocabulary(book: PhraseBook, texts: list[tuple[Token, ...]]) -> Vocabulary:
    phrases = [*book.phrases(), *report_book().phrases()]
    others = [*topic_words(), *(tuple([token.folded for token in text]) for text in texts)]
    others += [_folded(full) for full in ABBREVIATIONS.values()]
    singles = {*numbers.WORDS, *times.WORDS, *comparison_words.WORDS, *ABBREVIATIONS}
    singles |= {"code", "lookup"}
    singles |= {word for group in (STOP, SOFT) for each in group for word in _folded(each)}
    return Vocabulary.of(phrases, [*others, *((word,) for word in singles)])


def _folded(phrase: str) -> tuple[str, ...]:
    return word_keys(phrase)[0]


def _add_products(book: PhraseBook, plan: Plan) -> None:
    """Add product items as written, without their years, and by their first words."""
    items = {item for task in plan.tasks for item in task.products}
    meant: dict[tuple[str, ...], set[str]] = defaultdict(set)
    names: dict[tuple[str, ...], str] = {}
    for item in items:
        name = _YEARS_OF_ITEM.sub("", item)
        meant[_folded(name)].add(item)
        names[_folded(name)] = name
        book.add(item, "item", (item,))
    for key, name in list(names.items()):
        words = name.split()
        for length in range(2, len(key), 2):
            if (part := key[:length]) not in names or part not in {_folded(i) for i in items}:
                names.setdefault(part, " ".join(words[:length]))
                meant[part] |= meant[key]
    for key, name in names.items():
        book.add(name, "item", tuple(sorted(meant[key])))
    for said, name in PRODUCTS_IN_ENGLISH.items():
        if _folded(name) in meant:
            book.add(said, "item", tuple(sorted(meant[_folded(name)])))


def _add_place(book: PhraseBook, plan: Plan) -> None:
    """Add the name of the province whose plan it is; it says nothing of a topic."""
    place = _ISSUER.sub("", plan.issuer)
    for phrase in (f"tỉnh {place}", place, "tỉnh", "tỉnh mình", "toàn tỉnh", "tỉnh nhà", "tỉnh ta"):
        book.add(phrase, "place")
    for phrase in (
        "trên địa bàn tỉnh",
        f"trên địa bàn tỉnh {place}",
        "địa bàn tỉnh",
        "the province",
    ):
        book.add(phrase, "place")
    book.add(f"{place} province", "place")
    number = plan.number.split("/")[0]
    for phrase in (f"kế hoạch {number}", f"kế hoạch số {number}", f"plan {number}"):
        for before in ("", "trong ", "của ", "theo "):
            book.add(before + phrase, "place")


def _documents(plan: Plan) -> dict[int, tuple[int, ...]]:
    found: dict[int, dict[int, None]] = defaultdict(dict)
    for task in plan.tasks:
        for match in _SYMBOL.finditer(task.cells.content):
            found[int(match[1])][task.number] = None
    return {number: tuple(tasks) for number, tasks in found.items()}


def _pairs(texts: list[tuple[Token, ...]]) -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    pairs: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    stop = {token.toned for word in STOP for token in words_of(word)}
    for text in texts:
        for one, two in pairwise(text):
            plain = not one.number and not two.number
            if plain and one.toned not in stop and two.toned not in stop and not two.gap.strip():
                pairs[one.folded, two.folded].add((one.toned, two.toned))
    return {pair: frozenset(toned) for pair, toned in pairs.items()}


def _content_words(plan: Plan, texts: list[tuple[Token, ...]]) -> frozenset[str]:
    names = [words_of(each.name) for each in plan.agencies if each.kind is AgencyKind.DISTRICT]
    words, of_names = (
        {key for words in phrases for token in words for key in (token.folded, token.toned)}
        for phrases in (texts, names)
    )
    return frozenset(words - of_names)


def _intervals(plan: Plan) -> frozenset[tuple[int, int]]:
    timings = {(task.deadline.start, task.deadline.end) for task in plan.tasks}
    found = {
        (int(match[1]), int(match[2]))
        for task in plan.tasks
        for match in _INTERVAL.finditer(task.cells.content)
    }
    return frozenset(found - timings)
