"""Questions as officers type them, each read as the query that stands beside it in the corpus."""

import json

import pytest
from pydantic import TypeAdapter

from domain.query import Query, Shape, TaskQuery, UnknownAgency
from tests.understanding.examples import CORPUS, TODAY, lexicon
from understanding.questions import read_first_question

OWN = "so-xay-dung"
_QUERY: TypeAdapter[Query] = TypeAdapter(Query)
LINES = [
    json.loads(line)
    for line in (CORPUS / "readings.jsonl").read_text(encoding="utf-8").splitlines()
]


def plain(query: Query) -> Query:
    """Return a query without the words of a topic or an unknown name, which are as typed."""
    if isinstance(query, UnknownAgency):
        return UnknownAgency(name="", shape=Shape.LIST)
    if isinstance(query, TaskQuery) and query.topic is not None:
        return query.model_copy(update={"topic": query.topic.model_copy(update={"words": ""})})
    return query


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"][:60])
def test_a_question_becomes_its_query(line: dict[str, object]) -> None:
    """Every part that was said stands in the query, and nothing that was not."""
    query = read_first_question(str(line["text"]), lexicon(), TODAY, OWN)
    accepted = [line["query"], *line.get("or", ())]  # type: ignore[misc]
    assert plain(query) in [plain(_QUERY.validate_python(each)) for each in accepted]
