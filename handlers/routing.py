"""What a text opens when it answers no question: a command, a report, a question about the plan."""

import re
from datetime import date

from dialogue.hearing import More
from dialogue.runner import Start
from dialogue.state import TalkState
from domain.person import REPORTERS, Person, Role, may_report, may_report_figure
from domain.plan import Plan
from domain.query import OutOfScope, TalkToBot
from domain.report import Progress
from handlers.digest import DIGEST, OPENS
from handlers.extend import told_with_extension
from handlers.figure_routing import is_about_indicator, route_indicator, route_value
from handlers.openers import AFTER_BEHALF, BEFORE_BEHALF, PRESSED, Said, first_opened
from handlers.report_routing import (
    route_correction,
    route_fields,
    route_report,
    route_several,
)
from handlers.review_routing import answered_for, for_agency, one_agency
from storage.people import CODE_LENGTH, code_hash
from understanding.as_of import read_as_of
from understanding.behalf_words import read_behalf
from understanding.commands import (
    names_indicator,
    read_indicator_number,
    read_start_code,
    read_task_number,
)
from understanding.follow_ups import is_follow_up
from understanding.lexicon import Lexicon
from understanding.questions import read_question, reads_as_question
from understanding.reports import ReportKind, read_report
from understanding.several import read_several
from understanding.summary_words import asks_for_summary

_CODE = re.compile(rf"[A-Z0-9]{{{CODE_LENGTH}}}")


class Routes:
    """The routes of one chat's person on one day; a stranger has but one."""

    def __init__(self, plan: Plan, lexicon: Lexicon, person: Person | None, today: date) -> None:
        self._plan = plan
        self._lexicon = lexicon
        self._person = person
        self._today = today

    def route(self, text: str, top: TalkState | None) -> Start | More | None:
        """Return what the text starts or adds to the open talk, or None if not understood."""
        if self._person is None:
            return _join(text, top)
        said = Said(text, top, self._person, self._lexicon, self._today)
        told = first_opened(BEFORE_BEHALF, said) or self._on_behalf(text)
        told = told or first_opened(AFTER_BEHALF, said)
        if told is not None:
            return told
        open_question = top.question if top is not None else None
        if open_question is None or open_question.loose:
            told = self._numbered(text) or told_with_extension(text, self._today, self._report)
            return told or self._question(text)
        if text.strip().rstrip(".").isdigit():
            return None
        named = self._numbered(text)
        own = named if named is not None and named.dialogue.startswith("report") else None
        return own or self._report(text, top) or self._detour(text)

    def pressed(self, key: str) -> Start | None:
        """A digest or a summary stays in the chat: each of its buttons opens what it says."""
        group, _, name = key.partition("/")
        if self._person is None:
            return None
        if group == DIGEST:
            return Start(dialogue=OPENS[name]) if name in OPENS else self._numbered(name)
        return PRESSED[group](key) if group in PRESSED else None

    def reads_as_question(self, text: str) -> bool:
        """Whether a text is clearly a question about the plan, not an answer."""
        if self._person is None:
            return False
        return asks_for_summary(text) or reads_as_question(text, self._lexicon, self._today)

    def _numbered(self, text: str) -> Start | None:
        return self._task(text) or self._indicator(text)

    def _task(self, text: str) -> Start | None:
        """A task by its number alone: to report it where it is one's own, else its detail."""
        found = read_task_number(text)
        if found is None:
            return None
        number, detail = found
        if not detail and self._may_report(number):
            return Start(dialogue="report_task", given={"task": str(number)})
        return Start(dialogue="task_detail", given={"task": number})

    def _indicator(self, text: str) -> Start | None:
        """An indicator by its number alone: to report it where it is one's own, else its detail."""
        found = read_indicator_number(text)
        person = self._person
        if found is None or person is None:
            return None
        number, detail = found
        known = number in self._plan.indicator_by_number
        if not detail and known and may_report_figure(person, number, self._plan):
            return Start(dialogue="report_indicator", given={"indicator": str(number)})
        return Start(dialogue="indicator_detail", given={"indicator": number})

    def _report(self, text: str, top: TalkState | None = None) -> Start | More | None:
        person = self._person
        if person is None or person.role not in REPORTERS:
            return None if person is None else self._told_by_reader(text, person.agency)
        if top is not None and (other := answered_for(top, person)) is not None:
            told = self._of(other)._report(text, top)
            return None if told is None else for_agency(told, other)
        if (again := route_value(text, top, self._plan)) is not None:
            return again
        if (fixed := route_correction(text, top, self._today)) is not None:
            return fixed
        if is_follow_up(text, self._lexicon, self._today) or self._asks_as_of(text):
            return None
        several = read_several(text, self._lexicon, person.agency, self._today)
        if several and (opened := route_several(several, top)) is not None:
            return opened
        reading = read_report(text, self._lexicon, person.agency, self._today)
        named = is_about_indicator(reading) and names_indicator(text)
        if reading.task is None and not reading.foreign and not named:
            more = route_fields(text, top, self._lexicon, self._today)
            if more is not None and reading.kind is not ReportKind.QUERY:
                return more
            about = reading.candidates or is_about_indicator(reading)
            if top is not None and not about:
                return None
        if is_about_indicator(reading):
            return route_indicator(reading, top)
        return route_report(reading, top)

    def _on_behalf(self, text: str) -> Start | More | None:
        """What the focal agency reports for another is read as that agency's own sentence."""
        said = read_behalf(text)
        if said is None:
            return None
        agency = one_agency(said.agency, self._lexicon, self._today)
        if self._person is None or self._person.role is not Role.FOCAL or agency is None:
            words = {"words": said.agency} if said.agency else {}
            return Start(dialogue="report_for", given=words)
        there = self._of(agency)
        return for_agency(there._numbered(said.report) or there._report(said.report, None), agency)

    def _of(self, agency: str) -> "Routes":
        """The routes of somebody of that agency, for what the focal agency says in its place."""
        there = None if self._person is None else self._person.model_copy(update={"agency": agency})
        return Routes(self._plan, self._lexicon, there, self._today)

    def _asks_as_of(self, text: str) -> bool:
        """Whether it is asked how tasks stood on a day; a report names its task."""
        dated = read_as_of(text, self._today)
        if dated is None or self._person is None:
            return False
        if read_task_number(dated.rest) is not None:
            return True
        reading = read_report(dated.rest, self._lexicon, self._person.agency, self._today)
        return reading.task is None and not reading.candidates

    def _told_by_reader(self, text: str, agency: str) -> Start | None:
        """A task reported by somebody whose role reports nothing."""
        reading = read_report(text, self._lexicon, agency, self._today)
        tasks = [reading.task] if reading.task is not None else list(reading.candidates)
        told = reading.progress is not None or reading.obstacle is not None
        named = tasks or (reading.foreign and reading.progress is Progress.DONE)
        if reading.kind is ReportKind.QUERY or not (named and told):
            return None
        return Start(dialogue="report_unclear", given={"why": "reader", "tasks": tasks})

    def _detour(self, text: str) -> Start | None:
        """In mid-talk only what is clearly something else: a task by name, a question."""
        if is_follow_up(text, self._lexicon, self._today):
            return self._question(text)
        named = read_task_number(text) or read_indicator_number(text)
        if named is not None and named[1]:
            return self._numbered(text)
        query = read_question(text, self._lexicon, self._today, self._agency)
        if isinstance(query, OutOfScope | TalkToBot):
            return None
        return self._numbered(text) or self._question(text)

    @property
    def _agency(self) -> str | None:
        return None if self._person is None else self._person.agency

    def _question(self, text: str) -> Start | None:
        return Start(dialogue="ask", given={"text": text}) if text.strip() else None

    def _may_report(self, task: int) -> bool:
        known = task in self._plan.task_by_number
        return known and self._person is not None and may_report(self._person, task, self._plan)


def _join(text: str, top: TalkState | None) -> Start | None:
    """A stranger's code; in mid-consent anything else is no answer."""
    said = read_start_code(text) or text
    plain = re.sub(r"[\s\-]", "", said).upper()
    if _CODE.fullmatch(plain):
        return Start(dialogue="join", given={"code": code_hash(plain)})
    return Start(dialogue="join") if top is None else None
