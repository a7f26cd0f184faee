"""What a text tells people to type is understood when they type it."""

import re
from datetime import date

import pytest

from dialogue.runner import Start
from domain.person import Person, Role
from domain.query import OutOfScope
from handlers.routing import Routes
from tests.contract.sources import LANGUAGES
from tests.contract.test_texts import WRITTEN, rendered
from tests.harness.stage import LEXICON, PLAN
from understanding.as_of import read_as_of
from understanding.commands import read_command
from understanding.questions import read_question

MONDAY = date(2026, 3, 2)
OFFICER = Person(id=1, name="officer", role=Role.OFFICER, agency="so-xay-dung")
ROUTES = Routes(PLAN, LEXICON, OFFICER, MONDAY)
QUOTED = re.compile(r'"([^"\n]+)"')
NOT_TALK = ("web-", "cli-", "plan-", "anomaly-", "unreadable-")
FOLLOW_UPS = "ask-next-"
"""Words that follow a question up; tests of their own ask that question first."""


def advice(language: str) -> set[str]:
    """Return all that stands in quotation marks in the chat's texts, task 9 as every number."""
    texts = [
        rendered(language, id_, "9")
        for id_ in WRITTEN[language]
        if not id_.startswith((*NOT_TALK, FOLLOW_UPS))
    ]
    found = {said for text in texts for said in QUOTED.findall(text)}
    return {said for said in found if not said.isdigit()}


def labels(language: str) -> set[str]:
    """Return all that can stand on a button."""
    return {rendered(language, id_, "9").casefold() for id_ in WRITTEN[language]}


def opens(text: str) -> bool:
    """Return whether a text by itself opens something that is clear."""
    dated = read_as_of(text, MONDAY)
    text = text if dated is None else dated.rest
    start = ROUTES.route(text, None)
    if not isinstance(start, Start) or start.dialogue == "report_unclear":
        return False
    if start.dialogue == "ask":
        query = read_question(text, LEXICON, MONDAY, OFFICER.agency)
        return not isinstance(query, OutOfScope)
    return "candidates" not in start.given


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_text_tells_people_to_type_is_understood(language: str) -> None:
    """Nobody is told to type words that the bot then does not understand."""
    said = advice(language)
    assert len(said) > 10
    answers = labels(language)
    unclear = [
        each
        for each in sorted(said)
        if read_command(each) is None and each.casefold() not in answers and not opens(each)
    ]
    assert unclear == []
