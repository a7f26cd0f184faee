"""The texts as they are written: variables, moments and plain words of every message."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast

from dialogue.texts import LOCALES

LANGUAGES = ("vi", "en")


@dataclass(frozen=True)
class Written:
    """One message: where it stands, its words, the variables it needs, those that are moments.

    `refers` are the ids of messages that it is put together from.
    """

    place: str
    words: str
    variables: frozenset[str]
    moments: frozenset[str]
    refers: frozenset[str]


def read_texts(language: str) -> dict[str, Written]:
    """Return all messages of a language by id; messages they refer to count as their own."""
    messages = dict(_messages(LOCALES / language))
    return {id_: _written(id_, messages) for id_ in messages}


def _messages(folder: Path) -> Iterator[tuple[str, tuple[Path, ast.Message]]]:
    for path in sorted(folder.glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                yield entry.id.name, (path, entry)


def _written(id_: str, messages: dict[str, tuple[Path, ast.Message]]) -> Written:
    path, _ = messages[id_]
    nodes = list(_nodes(id_, messages))
    calls = [node for node in nodes if isinstance(node, ast.FunctionReference)]
    return Written(
        place=f"{path.parent.name}/{path.name}: {id_}",
        words="\n".join(node.value for node in nodes if isinstance(node, ast.TextElement)),
        variables=_variables(nodes),
        moments=frozenset().union(*(_variables(list(_below(call))) for call in calls)),
        refers=frozenset(n.id.name for n in nodes if isinstance(n, ast.MessageReference)),
    )


def _nodes(id_: str, messages: dict[str, tuple[Path, ast.Message]]) -> Iterator[ast.BaseNode]:
    for node in _below(messages[id_][1]):
        yield node
        if isinstance(node, ast.MessageReference):
            yield from _nodes(node.id.name, messages)


def _below(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from _below(child)


def _variables(nodes: list[ast.BaseNode]) -> frozenset[str]:
    return frozenset(node.id.name for node in nodes if isinstance(node, ast.VariableReference))
