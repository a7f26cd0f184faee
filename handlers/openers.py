"""What texts and buttons open that tell it all by themselves, whoever owes what."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from dialogue.hearing import More
from dialogue.runner import Start
from dialogue.state import TalkState
from domain.person import Person, Role
from handlers.assign import route_assignment
from handlers.brief import opened as brief_opened
from handlers.extend import route_extension
from handlers.extension import opened as extension_opened
from handlers.matters import task_key
from handlers.obstacle import OBSTACLE
from handlers.obstacle_routing import obstacle_pressed, route_obstacle
from handlers.review import REVIEW
from handlers.review_routing import review_pressed, route_absence, route_exclusion, route_review
from handlers.roster import ROSTER, roster_pressed, route_roster
from handlers.summary import reopened
from handlers.view_evidence import file_opened
from handlers.waiting import WAITING
from understanding.as_of import read_as_of
from understanding.commands import Command, read_command, read_reminding, read_start_code
from understanding.evidence_words import read_evidence
from understanding.folding import composed, fold
from understanding.lexicon import Lexicon
from understanding.summary_words import asks_for_summary
from understanding.urging_words import read_urging

COMMANDS = {
    Command.MENU: "menu",
    Command.HELP: "menu",
    Command.START: "menu",
    Command.REPORT: "report_task",
    Command.REPORT_FIGURE: "report_indicator",
    Command.DUTIES: "duties",
    Command.INDICATORS: "indicators",
    Command.SUMMARY: "summary",
    Command.ME: "me",
    Command.MY_DATA: "my_data",
    Command.WAITING: "waiting",
    Command.DELEGATE: "delegate",
    Command.CLOSE_PERIOD: "close_period",
    Command.ATTACH: "attach",
    Command.WITHDRAW: "withdraw",
    Command.UNCHANGED: "unchanged",
    Command.EXTENSIONS: "extensions",
    Command.BRIEF: "brief",
    Command.STOP_BRIEFS: "stop_briefs",
    Command.RESUME_BRIEFS: "resume_briefs",
    Command.REMINDERS: "digest",
    Command.REMIND_AGAIN: "remind_again",
    Command.PAUSE_REMINDER: "pause_reminder",
    Command.RESUME_REMINDER: "resume_reminder",
}
"""The dialogue that a command opens."""
VIEWS = {Command.SUMMARY_BY_GROUP: "group", Command.SUMMARY_BY_AGENCY: "agency"}
VIEWS |= {each: each.value for each in (Command.NEW_DONE, Command.NEW_OVERDUE)}
"""The part of the summary that a command shows."""
_CARDS = ("task_detail", "indicator_detail", "view_evidence")
_ABOUT = {"task", "indicator"}


class Said(NamedTuple):
    """A text of somebody on the roster, the talk it was said in, and how it is to be read."""

    text: str
    top: TalkState | None
    person: Person
    lexicon: Lexicon
    today: date


Opener = Callable[[Said], Start | More | None]
"""What a text opens, None where it says nothing of this."""


def first_opened(openers: Iterable[Opener], said: Said) -> Start | More | None:
    """Return what the first opener makes of a text that makes anything of it."""
    return next((found for each in openers if (found := each(said)) is not None), None)


def _beside(said: Said) -> Start | None:
    """Another name of the brief or summary from which what is on the table was opened."""
    names = said.top.given.get("beside") if said.top is not None else None
    text = _plain(said.text)
    key = next((key for key, name in (names or {}).items() if _plain(name) == text), None)
    return None if key is None else PRESSED[key.partition("/")[0]](key)


def _plain(text: str) -> str:
    return fold(composed(text)).strip(" .!")


def _start(said: Said) -> Start | None:
    return None if read_start_code(said.text) is None else Start(dialogue="join")


def _command(said: Said) -> Start | None:
    command = read_command(said.text)
    if command in VIEWS:
        return Start(dialogue="summary", given={"view": VIEWS[command]})
    return Start(dialogue=COMMANDS[command]) if command in COMMANDS else None


def _summary(said: Said) -> Start | None:
    if asks_for_summary(said.text):
        return Start(dialogue="summary")
    dated = read_as_of(said.text, said.today)
    if dated is None or not asks_for_summary(dated.rest):
        return None
    return Start(dialogue="summary", given={"day": dated.day.isoformat()})


def _reminding(said: Said) -> Start | None:
    """Tasks named together with "tạm ngừng nhắc" or "tiếp tục nhắc"."""
    found = read_reminding(said.text)
    if found is None:
        return None
    numbers, pause = found
    dialogue = "pause_reminder" if pause else "resume_reminder"
    if len(numbers) > 1:
        return Start(dialogue=dialogue, given={"tasks": list(numbers)})
    return Start(dialogue=dialogue, given={"which": task_key(numbers[0])})


def _extension(said: Said) -> Start | None:
    return route_extension(said.text, said.person, said.today)


def _evidence(said: Said) -> Start | None:
    """The files of what was named; else of the card that is on the table, or it is asked whose."""
    asked, top = read_evidence(said.text), said.top
    if asked is None:
        return None
    given = {name: value for name, value in asked._asdict().items() if value is not None}
    if top is not None and top.dialogue in _CARDS and not given.keys() & _ABOUT:
        given |= {name: value for name, value in top.given.items() if name in _ABOUT}
    return Start(dialogue="view_evidence", given=given)


def _review(said: Said) -> Start | None:
    return route_review(said.text)


def _absence(said: Said) -> Start | None:
    return route_absence(said.text, said.today)


def _exclusion(said: Said) -> Start | None:
    if said.person.role is not Role.FOCAL:
        return None
    return route_exclusion(said.text, said.lexicon, said.today)


def _obstacle(said: Said) -> Start | None:
    return route_obstacle(said.text, said.top, said.person, said.lexicon, said.today)


def _assignment(said: Said) -> Start | None:
    return route_assignment(said.text)


def _roster(said: Said) -> Start | None:
    return route_roster(said.text)


def _urging(said: Said) -> Start | None:
    """Agencies to be urged, or what came of it."""
    asked = read_urging(said.text, said.lexicon, said.today)
    if asked is None:
        return None
    if asked.result:
        return Start(dialogue="urging_results")
    given = {"agencies": list(asked.agencies), "kinds": list(asked.kinds)}
    return Start(dialogue="urge", given={name: each for name, each in given.items() if each})


BEFORE_BEHALF: tuple[Opener, ...] = (
    *(_beside, _start, _command, _summary, _reminding, _extension, _evidence),
    *(_review, _absence, _exclusion),
)
"""What is read before a report on behalf of another agency, in this order."""
AFTER_BEHALF: tuple[Opener, ...] = (_obstacle, _assignment, _roster, _urging)
"""What is read behind it: the sentence about another agency may tell of an obstacle."""

PRESSED: Mapping[str, Callable[[str], Start | None]] = {
    "evidence": file_opened,
    "extension": extension_opened,
    "brief": brief_opened,
    OBSTACLE: obstacle_pressed,
    REVIEW: review_pressed,
    WAITING: review_pressed,
    ROSTER: roster_pressed,
    "summary": reopened,
}
"""What a button opens long after it was shown, by what its key begins with."""
