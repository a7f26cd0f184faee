"""`baocao ask` and `baocao chat`: what the bot says, without a platform."""

import asyncio
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from bot.cli_errors import check_folder
from bot.cli_roster import Words
from bot.cli_setup import Today, acting, clock_of, existing, working_settings
from bot.clock import Clock
from bot.house import House, open_house
from bot.logs import set_up_logs
from bot.recording import NotRecorded, recording
from bot.settings import Settings
from bot.terminal import Terminal
from bot.user_error import UserError
from dialogue.texts import Texts
from domain.person import Person, Role
from domain.plan import Plan
from storage.database import back_up
from storage.gate import Reader, Writer
from storage.people import same_name


def ask(
    question: Annotated[str, typer.Argument(help="What to say, as one would in the chat.")],
    as_: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="ROLE",
            help="leader, officer, focal, head or admin; or a person's number.",
        ),
    ],
    agency: Annotated[
        str | None,
        typer.Option(help="The role's agency; the one that follows the plan up unless given."),
    ] = None,
    today: Today = None,
) -> None:
    """Print exactly what the chat would say; nothing of it is kept."""
    settings = working_settings()
    set_up_logs(settings.log_format)
    source = existing(settings)
    with TemporaryDirectory(prefix="baocao-") as folder:
        copy = settings.model_copy(update={"database": Path(folder) / source.name})
        back_up(source, copy.database)
        typer.echo(asyncio.run(_answer(copy, clock_of(settings, today), as_, agency, question)))


def chat(
    as_: Annotated[
        str, typer.Option("--as", metavar="PERSON", help="A person's number or name on the roster.")
    ],
    today: Today = None,
    record: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the talk down as a test; it happens on a database that is thrown away.",
        ),
    ] = None,
) -> None:
    """Talk as a person of the roster; what is sent is recorded. Ctrl-D ends it.

    With --record nobody has reported yet and the clock stands still, as in the tests;
    "@ wait 3 days" moves it, "@ as leader so-xay-dung" lets somebody else speak.
    """
    settings = working_settings()
    set_up_logs(settings.log_format)
    existing(settings)
    if record is not None:
        _record(settings, clock_of(settings, today), as_, record)
        return
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        try:
            house = runner.run(
                stack.enter_async_context(open_house(settings, clock_of(settings, today)))
            )
            person = runner.run(_named_in(house, as_))
            terminal = runner.run(Terminal.of(house, person.id))
            agency = house.plan.agency_by_id[person.agency].name
            told = house.texts.plain("cli-talking", name=person.name, agency=agency)
            typer.echo(told, err=True)
            while (said := _read_line()) is not None:
                if said.strip():
                    typer.echo(runner.run(terminal.say(said)) + "\n")
        finally:
            runner.run(stack.aclose())


def _record(settings: Settings, clock: Clock, as_: str, file: Path) -> None:
    """Talk on a throw-away database, and write it down."""
    texts = Texts(settings.language)
    if file.exists():
        raise UserError("cli-file-exists", file=file)
    check_folder(file)
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        try:
            plan, person = runner.run(_known(settings, clock, as_))
            talk = runner.run(stack.enter_async_context(recording(settings, plan, clock(), file)))
            runner.run(talk.seat(person.role, person.agency))
            typer.echo(texts.plain("cli-recording", file=file), err=True)
            while (said := _read_line()) is not None:
                try:
                    if (line := said.strip()) and (answer := runner.run(talk.take(line))):
                        typer.echo(answer + "\n")
                except NotRecorded as mistake:
                    typer.echo(mistake.told(texts), err=True)
        finally:
            runner.run(stack.aclose())


async def _known(settings: Settings, clock: Clock, as_: str) -> tuple[Plan, Person]:
    """Return the plan and the person meant, read beside the running program."""
    async with acting(settings, clock) as reader:
        return reader.plan, await _named(reader, as_)


async def _answer(
    settings: Settings, clock: Clock, as_: str, agency: str | None, question: str
) -> str:
    async with open_house(settings, clock) as house:
        person = await (_named_in(house, as_) if as_.isdecimal() else _played(house, as_, agency))
        terminal = await Terminal.of(house, person.id)
        return await terminal.say(question)


async def _played(house: House, role: str, agency: str | None) -> Person:
    """Put somebody of a role on the throw-away roster."""
    words = Words(house.plan)
    played = words.role(role)
    at = house.plan.focal if agency is None else words.agency(agency)
    name = house.texts.plain(f"role-{played.value}")
    async with house.database.write() as connection:
        writer = Writer(connection, house.plan, house.clock())
        person, _ = await writer.import_person(name, Role(played), at)
    return person


async def _named_in(house: House, said: str) -> Person:
    async with house.database.read() as connection:
        return await _named(Reader(connection, house.plan, house.clock()), said)


async def _named(reader: Reader, said: str) -> Person:
    """Return the one person of the roster with this number or name."""
    people = [line.person for line in await reader.roster()]
    if said.isdecimal():
        found = [person for person in people if person.id == int(said)]
    else:
        found = [person for person in people if same_name(person.name) == same_name(said)]
    if not found:
        raise UserError("cli-nobody-named", said=said)
    if len(found) > 1:
        numbers = ", ".join(str(person.id) for person in found)
        raise UserError("cli-several-named", said=said, numbers=numbers)
    return found[0]


def _read_line() -> str | None:
    """Return the next line typed, None at the end; editing keys work in a terminal."""
    try:
        return input("> " if sys.stdin.isatty() else "")
    except EOFError:
        return None
