"""A question about the plan, answered in one message that says how it was understood."""

from datetime import date
from typing import NamedTuple

from dialogue.kinds import OneOf
from dialogue.state import plain_json
from dialogue.talk import Talk
from dialogue.texts import brief
from domain.query import (
    Ambiguous,
    FigureRankQuery,
    IndicatorQuery,
    LookupQuery,
    OutOfScope,
    Query,
    RankQuery,
    TalkToBot,
    TaskQuery,
    TimesQuery,
    Unclear,
    UnknownAgency,
    UnreportedQuery,
    load_query,
)
from domain.query import (
    Talk as Chatter,
)
from handlers.ask_comparison import answer_comparison
from handlers.ask_figure_ranks import answer_figure_ranks
from handlers.ask_indicators import answer_indicators
from handlers.ask_lookup import answer_lookup
from handlers.ask_tasks import answer_tasks
from handlers.ask_times import answer_times
from handlers.ask_unreported import answer_unreported
from handlers.renamed import of_today
from handlers.wording import agency_short
from storage.gate import Reader
from understanding.as_of import read_as_of, read_day_passed
from understanding.commands import read_task_number
from understanding.dates import impossible_date
from understanding.follow_ups import BeyondList, follow_up
from understanding.questions import read_first_question, speaks_of_plan

_COMPARED = RankQuery | FigureRankQuery | TimesQuery
_ANSWERED = TaskQuery | IndicatorQuery | UnreportedQuery | _COMPARED | LookupQuery
"""The queries that are answered by the plan and its reports."""


_NOW_ONLY = UnreportedQuery | RankQuery
"""The queries that are answered as of today only."""


class NotAsOf(NamedTuple):
    """Something is asked as of a day that is answered as of today only."""

    day: date


async def ask(talk: Talk, db: Reader) -> None:
    """Read a question once, as one that follows up if it does, and answer it as typed.

    Where it has several readings, ask which one is meant.
    """
    text = str(talk.given("text"))
    known = load_query(talk.given("query"))
    if known is None and (said := impossible_date(text)) is not None:
        talk.say("impossible-day", said=said)
        return
    query = known or _read(talk, text)
    if known is None and isinstance(query, _ANSWERED):
        talk.hand_over("ask", text=text, query=plain_json(query))
    if not isinstance(query, BeyondList | NotAsOf):
        query = of_today(talk, query)
    match query:
        case NotAsOf():
            talk.say("not-as-of", day=query.day)
        case BeyondList():
            talk.say("beyond-list", count=str(query.last))
        case TaskQuery():
            await answer_tasks(talk, db, query)
        case IndicatorQuery():
            await answer_indicators(talk, db, query)
        case UnreportedQuery():
            await answer_unreported(talk, db, query)
        case RankQuery():
            await answer_comparison(talk, db, query)
        case FigureRankQuery():
            await answer_figure_ranks(talk, db, query)
        case TimesQuery():
            await answer_times(talk, db, query)
        case LookupQuery():
            await answer_lookup(talk, db, query)
        case UnknownAgency():
            talk.remember(query)
            talk.say("unknown-agency", name=brief(query.name), plan=talk.plan.number)
        case Ambiguous():
            await _ask_which(talk, query, text)
        case TalkToBot(what=Chatter.HELP):
            talk.hand_over("menu")
        case TalkToBot():
            talk.say(query.what.value)
        case OutOfScope() if speaks_of_plan(text, talk.lexicon, talk.now.date()):
            talk.say("unanswered")
        case OutOfScope():
            talk.say("out-of-scope", plan=talk.plan.number)


def _read(talk: Talk, text: str) -> Query | BeyondList | NotAsOf:
    """Read a text by what was asked before it, if it follows up, else by itself."""
    day, agency, topic = talk.now.date(), talk.person.agency, talk.topic
    previous = None if topic is None else load_query(topic.query)
    if topic is not None and previous is not None:
        found = follow_up(text, previous, topic.shown, talk.lexicon, day, agency)
        if found is not None:
            return found
    if (dated := read_as_of(text, day)) is not None:
        if (named := read_task_number(dated.rest)) is not None:
            return TaskQuery(numbers=named[:1], as_of=dated.day)
        query = read_first_question(dated.rest, talk.lexicon, day, agency)
        if isinstance(query, TaskQuery):
            return query.model_copy(update={"as_of": dated.day})
        if isinstance(query, _NOW_ONLY):
            return NotAsOf(day=dated.day)
    query = read_first_question(text, talk.lexicon, day, agency)
    if isinstance(query, UnreportedQuery) and (passed := read_day_passed(text, day)) is not None:
        return NotAsOf(day=passed)
    return query


async def _ask_which(talk: Talk, query: Ambiguous, text: str) -> None:
    """Offer the readings, and answer the question with the chosen one in it."""

    def label(option: str) -> str:
        if query.what is Unclear.INDICATOR:
            indicator = talk.plan.indicator_by_number[int(option)]
            return talk.plain("indicator-label", number=option, short=indicator.short)
        return agency_short(talk, option)

    name = "ambiguous-indicator" if query.what is Unclear.INDICATOR else "ambiguous"
    option = await talk.ask(
        name, OneOf(query.options, key=str, label=label), loose=True, said=brief(query.said)
    )
    talk.hand_over("ask", text=_narrowed(talk, query, text, option))


def _narrowed(talk: Talk, query: Ambiguous, text: str, option: str) -> str:
    """Put the indicator's number behind the question, or the agency's name for what was said."""
    if query.what is Unclear.INDICATOR:
        return f"{text} CT {option}"
    return text.replace(query.said, talk.plan.agency_by_id[option].name, 1)
