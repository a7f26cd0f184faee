"""`baocao people`: who is on the roster, and the codes they join with."""

import asyncio
import csv
import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Annotated

import typer

from bot.cli_roster import read_roster, separator_of
from bot.cli_setup import acting, clock_of, existing, show_table, working_settings
from bot.clock import Clock
from bot.settings import Settings
from bot.user_error import UserError
from dialogue.texts import Texts
from domain.model import Model
from domain.person import Person
from domain.plan import Plan
from exports.tables import MARK, harmless
from storage.gate import Writer
from storage.people import CODE_DAYS, RosterLine

people_app = typer.Typer(help="Put people on the roster and take them off.", no_args_is_help=True)
PersonId = Annotated[int, typer.Argument(metavar="ID", help="The number `people list` shows.")]


class Imported(Model):
    """What an import has done: people added with their codes, roles changed, all that were read.

    `skipped` were taken off the roster, each on its day, and are not added again unasked.
    """

    added: tuple[tuple[Person, str], ...]
    skipped: tuple[tuple[Person, datetime], ...]
    changed: int
    read: int


@people_app.command("import")
def import_(
    roster: Annotated[Path, typer.Argument(help="CSV with the columns name, agency, role.")],
    codes: Annotated[Path, typer.Option(help="A new file for the codes; it is kept secret.")],
) -> None:
    """Add the people of a CSV file and write their codes to join with; all of them or nobody.

    Who is there already keeps everything and gets no new code (for one: baocao people code); who
    was taken off stays off (to bring back: baocao people restore). Case and spaces of a name do
    not matter.
    """
    settings = working_settings()
    existing(settings)
    texts = Texts(settings.language)
    content = roster.read_bytes()
    with _no_file_on_failure(codes):
        done = asyncio.run(_import(settings, content, codes, clock_of(settings)))
    unchanged = done.read - len(done.added) - len(done.skipped) - done.changed
    counts = {"added": len(done.added), "changed": done.changed, "unchanged": unchanged}
    typer.echo(texts.plain("cli-imported", **counts))
    for person, day in done.skipped:
        typer.echo(texts.plain("cli-skipped", name=person.name, id=str(person.id), day=day))
    if done.added:
        typer.echo(texts.plain("cli-codes", file=codes, days=CODE_DAYS))


@people_app.command("list")
def list_() -> None:
    """Print everybody on the roster."""
    settings = working_settings()
    existing(settings)
    texts = Texts(settings.language)
    plan, roster = asyncio.run(_roster(settings, clock_of(settings)))
    columns = ("id", "name", "role", "agency", "chats", "code")
    show_table(
        texts.plain("cli-people"),
        [texts.plain(f"cli-column-{name}") for name in columns],
        [_row(line, plan, texts, clock_of(settings)) for line in roster],
    )


@people_app.command()
def revoke(id_: PersonId) -> None:
    """Take somebody off the roster: chats cut off, codes void; reports stay."""
    settings = working_settings()
    existing(settings)
    person = asyncio.run(_revoke(settings, id_, clock_of(settings)))
    typer.echo(Texts(settings.language).plain("cli-revoked", name=person.name))


@people_app.command()
def restore(id_: PersonId) -> None:
    """Put somebody back who was taken off; prints a new code to join with."""
    settings = working_settings()
    existing(settings)
    _tell_code(settings, *asyncio.run(_restore(settings, id_, clock_of(settings))))


@people_app.command()
def code(id_: PersonId) -> None:
    """Print a new code to join with; the person's earlier codes are void."""
    settings = working_settings()
    existing(settings)
    _tell_code(settings, *asyncio.run(_code(settings, id_, clock_of(settings))))


def _tell_code(settings: Settings, person: Person, new: str) -> None:
    facts = {"name": person.name, "code": new, "days": CODE_DAYS}
    typer.echo(Texts(settings.language).plain("cli-new-code", **facts))
    for link in _links(settings, new).values():
        typer.echo(link)


async def _import(settings: Settings, content: bytes, codes: Path, clock: Clock) -> Imported:
    async with acting(settings, clock) as writer:
        entries = read_roster(content, writer.plan)
        known = {line.person.id for line in await writer.roster()}
        added, skipped, changed = [], [], 0
        for entry in entries:
            if gone := await writer.taken_off(entry.name, entry.agency):
                skipped.append(gone)
                continue
            person, differs = await writer.import_person(entry.name, entry.role, entry.agency)
            if person.id not in known:
                added.append((person, await writer.issue_code(person.id)))
            elif differs:
                changed += 1
        if added:
            bots = await writer.spread(settings.zalo_bot_limits, len(added))
            _write_codes(codes, _codes(settings, added, bots, (writer.plan, separator_of(content))))
    return Imported(added=tuple(added), skipped=tuple(skipped), changed=changed, read=len(entries))


@contextmanager
def _no_file_on_failure(codes: Path) -> Iterator[None]:
    """Leave no file behind whose codes were never stored."""
    theirs = codes.exists()
    try:
        yield
    except BaseException:
        if not theirs:
            codes.unlink(missing_ok=True)
        raise


async def _roster(settings: Settings, clock: Clock) -> tuple[Plan, tuple[RosterLine, ...]]:
    async with acting(settings, clock) as writer:
        return writer.plan, await writer.roster()


async def _revoke(settings: Settings, id_: int, clock: Clock) -> Person:
    async with acting(settings, clock) as writer:
        person = await _known(writer, id_)
        await writer.revoke(id_)
    return person


async def _restore(settings: Settings, id_: int, clock: Clock) -> tuple[Person, str]:
    async with acting(settings, clock) as writer:
        person = await writer.restore(id_)
        if person is None:
            raise UserError("cli-nobody-taken-off", id=str(id_))
        return person, await writer.issue_code(id_)


async def _code(settings: Settings, id_: int, clock: Clock) -> tuple[Person, str]:
    async with acting(settings, clock) as writer:
        return await _known(writer, id_), await writer.issue_code(id_)


async def _known(writer: Writer, id_: int) -> Person:
    person = await writer.person_by_id(id_)
    if person is None:
        raise UserError("cli-nobody-numbered", id=str(id_))
    return person


def _codes(
    settings: Settings,
    added: list[tuple[Person, str]],
    bots: Sequence[str],
    form: tuple[Plan, str],
) -> str:
    """Return the codes as CSV, marked as UTF-8 for spreadsheets; `bots` are for Zalo."""
    plan, separator = form
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=separator)
    zalo = ["zalo"] if bots else []
    table.writerow(("name", "agency", "role", "code", *_links(settings, ""), *zalo))
    for (person, new), bot in zip_longest(added, bots):
        agency = plan.agency_by_id[person.agency].name
        links = [*_links(settings, new).values(), *([bot or ""] if bots else [])]
        table.writerow((harmless(person.name), agency, person.role.value, new, *links))
    return MARK + written.getvalue()


def _links(settings: Settings, new: str) -> dict[str, str]:
    """Return what opens each channel with a code; the web page's is after a #, for no log has that.

    The names are the columns of the codes file.
    """
    links = {}
    if settings.telegram_bot:
        links["link"] = f"https://t.me/{settings.telegram_bot.removeprefix('@')}?start={new}"
    if settings.web_chat:
        links["web"] = f"{settings.web_url or f'http://localhost:{settings.web_port}'}/#{new}"
    return links


def _write_codes(path: Path, content: str) -> None:
    """Write a file that only its owner may read and that was not there before."""
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise UserError("cli-codes-exist", file=path) from error
    with open(number, "w", encoding="utf-8", newline="") as file:
        file.write(content)
        file.flush()
        os.fsync(number)


def _row(line: RosterLine, plan: Plan, texts: Texts, clock: Clock) -> list[str]:
    until = line.code_until
    open_code = until is not None and until > clock()
    return [
        str(line.person.id),
        line.person.name,
        texts.plain(f"role-{line.person.role.value}"),
        plan.agency_by_id[line.person.agency].short,
        str(line.chats),
        texts.plain("cli-until", until=until) if open_code else "",
    ]
