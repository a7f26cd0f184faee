"""Conversations as plain text: what is said to the bot, and the bot's exact words.

`> text` is typed, `> [label]` is tapped, `> {name} text` is a file sent, with its caption.
Lines that begin with `@` set the scene:

    @ as officer so-xay-dung          who speaks from here on, and what has come to them meanwhile
    @ at 2026-03-02 09:14             the clock
    @ wait 3 days                     or hours, minutes
    @ report so-xay-dung 7 in_progress 55 2025-10-12
    @ review head focal               who reviews reports, from the beginning on
    @ again                           the last update comes once more (redelivery)
    @ remind 2026-03-09 08:00         it is looked what is due: what then comes to who speaks
    @ agencies agencies-2025-03-01    a change among the agencies, shipped in plans/, is applied
    @ code so-y-te                    an officer there is given a code, said as {code}
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from channels.plain import render_plain
from dialogue.messages import Message
from dialogue.texts import ZONE
from domain.person import Role
from domain.report import Progress
from domain.reviewing import ReviewRules
from domain.succession import AgencyChange
from plans.yaml_form import PLAN_179, load_change

SILENCE = "(không trả lời)"


class Place(Protocol):
    """Where a transcript is played: the stage, or the desk of a channel.

    `id_` names the last update where the same one comes once more.
    """

    now: datetime
    serial: int

    async def seat(self, role: Role, agency: str) -> str:
        """Put somebody on the roster and into a chat; return the chat's name."""

    async def code(self, role: Role, agency: str) -> str:
        """Put somebody on the roster who has not joined yet; return the code."""

    async def report(
        self,
        agency: str,
        task: int,
        progress: Progress,
        *,
        percent: int | None = None,
        on: date | None = None,
    ) -> object:
        """File a report as the agency's officer, on that day."""

    async def say(self, chat: str, text: str, *, id_: str | None = None) -> list[Message]:
        """Type a text and return what is read in answer."""

    async def tap(self, chat: str, label: str, *, id_: str | None = None) -> list[Message]:
        """Tap the newest button whose caption holds the label."""

    async def send_file(self, chat: str, name: str, *, text: str = "") -> list[Message]:
        """Send a file."""

    async def remind(self, chat: str) -> list[Message]:
        """Look what is due now and return what comes to a chat."""

    async def change_agencies(self, change: AgencyChange) -> None:
        """Apply a change among the agencies."""

    async def set_review(self, rules: ReviewRules) -> None:
        """Have the plan ask for other reviews."""

    async def unasked(self, chat: str) -> list[Message]:
        """Return what others' turns have brought to a chat since it was last read."""


class Transcript:
    """Plays a transcript in a place and writes it down as it really went."""

    def __init__(self, stage: Place) -> None:
        self._stage = stage
        self._chat = ""
        self._spoken: set[str] = set()
        self._last = ""
        self._code = ""

    async def play(self, text: str) -> str:
        """Return the transcript with the bot's words as they are now."""
        written: list[str] = []
        for line in _said_lines(text):
            written.append(line)
            if line.startswith("@ "):
                written += await self._direct(line[2:].split())
            elif line.startswith("> "):
                written += await self._speak(line[2:], None)
        return "\n".join(written).strip() + "\n"

    async def _speak(self, said: str, id_: str | None) -> list[str]:
        self._last = said
        self._spoken.add(self._chat)
        stage = self._stage
        if said.startswith("["):
            messages = await stage.tap(self._chat, said.strip("[]"), id_=id_)
        elif "{code}" in said:
            messages = await stage.say(self._chat, said.replace("{code}", self._code), id_=id_)
        elif said.startswith("{"):
            name, _, caption = said.removeprefix("{").partition("}")
            messages = await stage.send_file(self._chat, name, text=caption.strip())
        else:
            messages = await stage.say(self._chat, said, id_=id_)
        return _read(messages)

    async def _direct(self, words: list[str]) -> list[str]:
        match words:
            case ["as", *who]:
                seated = who != ["stranger"]
                self._chat = await self._stage.seat(Role(who[0]), who[1]) if seated else who[0]
                if not seated and self._chat not in self._spoken:
                    return []  # a stranger has no chat yet
                came = await self._stage.unasked(self._chat)
                return _read(came) if came else []
            case ["at", day, time]:
                at = datetime.fromisoformat(f"{day}T{time}")
                self._stage.now = at.replace(tzinfo=ZONE)
            case ["remind", day, time]:
                at = datetime.fromisoformat(f"{day}T{time}")
                self._stage.now = at.replace(tzinfo=ZONE)
                return _read(await self._stage.remind(self._chat))
            case ["wait", number, unit]:
                self._stage.now += timedelta(**{unit: int(number)})
            case ["report", agency, task, progress, percent, day]:
                await self._stage.report(
                    agency,
                    int(task),
                    Progress(progress),
                    percent=None if percent == "-" else int(percent),
                    on=date.fromisoformat(day),
                )
            case ["agencies", name]:
                change = load_change(PLAN_179.with_name(f"{name}.yaml"))
                await self._stage.change_agencies(change)
            case ["review", *parts]:
                rules = ReviewRules(head="head" in parts, focal="focal" in parts)
                await self._stage.set_review(rules)
            case ["code", agency]:
                self._code = await self._stage.code(Role.OFFICER, agency)
            case ["again"]:
                return await self._speak(self._last, f"u{self._stage.serial}")
            case _:
                raise ValueError(f"no such direction: {' '.join(words)}")
        return []


def _read(messages: list[Message]) -> list[str]:
    lines = [line for message in messages for line in render_plain(message).splitlines()]
    return [*(lines or [SILENCE]), ""]


def transcripts(folder: Path) -> list[Path]:
    """All transcripts of a folder."""
    return sorted(folder.glob("*.txt"))


def _said_lines(text: str) -> Iterator[str]:
    yield from (line for line in text.splitlines() if re.match(r"[#@>] ", line))
