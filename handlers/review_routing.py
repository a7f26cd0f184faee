"""What words and buttons of a review open."""

from datetime import date

from dialogue.hearing import More
from dialogue.runner import Start
from dialogue.state import TalkState
from domain.person import Person, Role
from domain.succession import in_place_now
from handlers.review import REVIEW
from handlers.waiting import ALL, WAITING
from understanding.absence_words import read_absence, read_return
from understanding.exclusion_words import read_exclusion
from understanding.lexicon import Lexicon
from understanding.review_words import Verdict, read_reviewing
from understanding.sentence import Sentence

_REPORTS = ("report_task", "report_indicator")


def route_review(text: str) -> Start | None:
    """Open what a text says to reports that wait, named by number."""
    found = read_reviewing(text)
    if found is None:
        return None
    given: dict[str, object] = {"tasks": found.tasks, "indicators": found.indicators}
    if found.everything:
        given["everything"] = True
    if found.verdict is Verdict.RETURN:
        given |= {"verdict": found.verdict.value, "reason": found.reason}
    return Start(dialogue="review_several", given=given)


def review_pressed(key: str) -> Start | None:
    """A button under a card or a list, which may be long past: it opens that report as it is."""
    group, _, rest = key.partition("/")
    if group == REVIEW:
        id_, _, verdict = rest.partition("/")
        if id_.isdecimal() and verdict in set(Verdict):
            return Start(dialogue="review", given={"report": int(id_), "verdict": key})
    if group == WAITING and rest == ALL:
        return Start(dialogue="review_several", given={"everything": True})
    if group == WAITING:
        ids = [int(each) for each in rest.split("+") if each.isdecimal()]
        if len(ids) == 1:
            return Start(dialogue="review", given={"report": ids[0]})
        if ids:
            return Start(dialogue="review_several", given={"reports": ids})
    return None


def route_absence(text: str, today: date) -> Start | None:
    """Open what tells of a leave: who stands in from when until when, or that it is over."""
    if read_return(text):
        return Start(dialogue="end_delegation")
    found = read_absence(text, today)
    if found is None:
        return None
    given: dict[str, object] = {"who": found.deputy}
    if found.starts is not None and found.starts >= today:
        given["starts"] = found.starts.isoformat()
    if found.starts is not None and found.ends is not None and found.ends < found.starts:
        given |= {"from": found.starts.isoformat(), "until": found.ends.isoformat()}
    elif found.ends is not None:
        given["ends"] = found.ends.isoformat()
    return Start(dialogue="delegate", given=given)


def route_exclusion(text: str, lexicon: Lexicon, today: date) -> Start | None:
    """Open what leaves an agency out of the period, or takes it back in."""
    found = read_exclusion(text)
    if found is None:
        return None
    given: dict[str, object] = {"exclude": found.exclude}
    agency = one_agency(found.words, lexicon, today)
    if agency is not None:
        given["agency"] = agency
    elif found.words:
        given["words"] = found.words
    if found.figures:
        given["figures"] = True
    if found.reason is not None:
        given["reason"] = found.reason
    return Start(dialogue="exclude", given=given)


def answered_for(top: TalkState, person: Person) -> str | None:
    """The other agency that the open talk reports for, None where it reports for the own one."""
    agency = top.given.get("agency") if top.dialogue in _REPORTS else None
    on_behalf = person.role is Role.FOCAL and agency not in (None, person.agency)
    return str(agency) if on_behalf else None


def for_agency(told: Start | More | None, agency: str) -> Start | More:
    """Have what a sentence opens report for an agency; by steps where it opens no report."""
    if isinstance(told, More):
        return told
    if told is None or told.dialogue not in _REPORTS:
        return Start(dialogue=_REPORTS[0], given={"agency": agency})
    then = [each for each in told.then if each.dialogue in _REPORTS]
    return Start(
        dialogue=told.dialogue,
        given={**told.given, "agency": agency},
        then=tuple(
            each.model_copy(update={"given": {**each.given, "agency": agency}}) for each in then
        ),
    )


def one_agency(words: str, lexicon: Lexicon, today: date) -> str | None:
    """Return the one agency that words name, who came after it where it has ended, or None."""
    named = [each for each in Sentence.of(words, lexicon, today).mentions if each.known]
    found = in_place_now(lexicon.plan, (agency for each in named for agency in each.agencies))
    return found[0] if len(found) == 1 else None
