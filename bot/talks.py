"""What the talks of a chat are run with, in a turn or by the program itself."""

from datetime import date, datetime, time, timedelta

import aiosqlite

from bot.uncollected import uncollected
from dialogue.runner import Runner, Scene
from dialogue.state import ChatState
from dialogue.texts import Texts
from domain.plan import Plan
from domain.working_days import WRITING_HOURS
from handlers import DIALOGUES, TAKE_FILES
from storage.chats import Chat
from storage.database import QUERIES
from storage.gate import Reader, Writer
from storage.plans import load_plan
from storage.succession import settle
from understanding.lexicon import Lexicon

BUSY = timedelta(minutes=15)
"""How long a question that was asked keeps what comes unasked out of its chat."""


class Held(Exception):
    """Its time has not come, or a question is being answered in this chat: try again later."""


def is_busy(state: ChatState, now: datetime) -> bool:
    """Whether a question waits for an answer that may still be on its way."""
    waiting = state.waiting()
    asked = [] if waiting is None or waiting.question is None else [waiting.question.asked_at]
    if state.side is not None:
        asked.append(state.side.asked_at)
    return any(now - each < BUSY for each in asked)


class Talks:
    """The plan as it is in effect, and the words in which it is talked about.

    What takes effect on a day is carried out in what is stored, unless that day is only shown.
    `hours` are those in which people are written to unasked.
    """

    def __init__(
        self,
        plan: Plan,
        lexicon: Lexicon,
        texts: Texts,
        *,
        hours: tuple[time, time] = WRITING_HOURS,
        settles: bool = True,
    ) -> None:
        self.plan = plan
        self.lexicon = lexicon
        self.texts = texts
        self._hours = hours
        self._settles = settles
        self._seen: tuple[int | None, date] | None = None

    async def renew(self, connection: aiosqlite.Connection, now: datetime) -> None:
        """Take the plan as it is in effect now, in a transaction that may write."""
        if self._seen == (await self._version(connection), now.date()):
            return
        if self._settles:
            await settle(connection, now)
        plan = await load_plan(connection, now.date())
        if plan != self.plan:
            with uncollected():
                self.plan, self.lexicon = plan, Lexicon.of(plan)
        self._seen = (await self._version(connection), now.date())

    async def _version(self, connection: aiosqlite.Connection) -> int | None:
        found: int | None = await QUERIES.plan_version(connection, plan=self.plan.id)
        return found

    def runner(
        self,
        connection: aiosqlite.Connection,
        chat: Chat,
        now: datetime,
        received_at: datetime | None = None,
    ) -> Runner:
        """Return what runs a chat's talks in a transaction; `received_at` is when it was spoken to.

        It says so where the talks were stored in a form that is no longer known.
        """
        runner = Runner(
            Scene(
                person=chat.person,
                plan=self.plan,
                lexicon=self.lexicon,
                now=now,
                received_at=received_at or now,
                texts=self.texts,
            ),
            chat.state,
            dialogues=DIALOGUES,
            take_files=TAKE_FILES,
            reader=Reader(connection, self.plan, now, chat=chat, hours=self._hours),
            writer=Writer(connection, self.plan, now, chat=chat, hours=self._hours),
        )
        if chat.state_lost:
            runner.say("engine-talk-lost")
        return runner
