"""The scores of many answers, as tables to read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from evaluation.lines import Line, Question, Report
from evaluation.predictions import Answer, Filled
from evaluation.scoring import (
    ABOUT_INDICATORS,
    ABOUT_TASKS,
    FIELDS,
    SILENT,
    field_right,
    kind_right,
    obstacle_right,
    question_right,
    report_right,
)

Gold = TypeVar("Gold", bound=Line)
Judged = Sequence[tuple[Gold, bool]]


def question_scores(answered: Sequence[tuple[Question, Answer]]) -> str:
    """Return how many answers are right, by kind, style, language, tag, and the misses."""
    judged = [(gold, question_right(gold, said)) for gold, said in answered]
    wrong = [(gold, said) for gold, said in answered if not question_right(gold, said)]
    outside = [gold for gold, _ in answered if gold.kind == "out_of_scope"]
    inside = ABOUT_TASKS | ABOUT_INDICATORS
    nothing = [g for g, _ in answered if g.kind in inside and not any(g.sets)]
    false = [gold for gold, _ in wrong if gold.kind == "out_of_scope"]
    invented = [gold for gold, said in wrong if gold in nothing and any(said.sets)]
    silent = [gold for gold, said in wrong if gold.kind in inside and said.kind in SILENT]
    return "\n".join(
        [
            _share("exact-set accuracy", sum(right for _, right in judged), len(judged)),
            *_tables(judged),
            "",
            _share("false answers out of scope", len(false), len(outside)),
            _share('invented answers where "none" is right', len(invented), len(nothing)),
            f"in-scope questions not answered  {len(silent)}",
            *_misses(wrong),
        ]
    )


def report_scores(read: Sequence[tuple[Report, Filled]]) -> str:
    """Return how many reports are read right in kind and in every field, and the misses."""
    judged = [(gold, report_right(gold, said)) for gold, said in read]
    wrong = [(gold, said) for gold, said in read if not report_right(gold, said)]
    asked = [gold for gold, _ in read if gold.gold_kind in ("ask", "query")]
    filled = [g for g, said in wrong if g.gold_kind in ("ask", "query") and said.kind in FIELDS]
    kinds = sum(kind_right(gold, said) for gold, said in read)
    return "\n".join(
        [
            _share("all fields right", sum(right for _, right in judged), len(judged)),
            _share("right kind", kinds, len(read)),
            *_tables(judged),
            *_table("by field where the kind is right", _fields(read)),
            "",
            _share("wrongly pre-filled", len(filled), len(asked)),
            *_misses(wrong),
        ]
    )


def _fields(read: Iterable[tuple[Report, Filled]]) -> Iterator[tuple[str, bool]]:
    for gold, said in read:
        if said.kind == gold.gold_kind:
            for name in FIELDS.get(said.kind, ()):
                yield name, field_right(gold, name, said)
            if said.kind == "task_report":
                yield "obstacle (not in the total)", obstacle_right(gold, said)


def _tables(judged: Judged[Gold]) -> Iterator[str]:
    by: dict[str, Callable[[Gold], Iterable[str]]] = {
        "by kind": lambda gold: (gold.gold_kind,),
        "by style": lambda gold: (gold.style,),
        "by language": lambda gold: (gold.lang,),
        "by tag": lambda gold: gold.tags,
    }
    for title, keys in by.items():
        yield from _table(
            title, ((key, right) for gold, right in judged for key in keys(gold) if key)
        )


def _table(title: str, rows: Iterable[tuple[str, bool]]) -> Iterator[str]:
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    for key, right in rows:
        counts[key].append(right)
    if counts:
        yield f"\n{title}"
    for key, rights in sorted(counts.items(), key=lambda item: (-len(item[1]), item[0])):
        yield "  " + _share(key, sum(rights), len(rights))


def _share(name: str, part: int, whole: int) -> str:
    share = f" = {part / whole:.1%}" if whole else ""
    return f"{name}  {part}/{whole}{share}"


def _misses(wrong: Sequence[tuple[Line, Answer | Filled]]) -> Iterator[str]:
    yield f"misses: {len(wrong)}"
    for gold, said in wrong:
        right = gold.model_dump(
            mode="json", exclude_defaults=True, exclude={"id", "text", "lang", "style", "tags"}
        )
        yield f"- {gold.id} {gold.text}"
        yield f"    right {right}"
        yield f"    said  {said.model_dump(mode='json', exclude_defaults=True, exclude={'id'})}"
