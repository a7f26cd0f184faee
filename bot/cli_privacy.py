"""`baocao privacy`: what people ask about their data, what they agreed to, what is not kept."""

import asyncio
from datetime import timedelta

import typer

from bot.cli_people import PersonId
from bot.cli_setup import acting, clock_of, existing, show_table, working_settings
from bot.clock import Clock
from bot.settings import Settings
from bot.user_error import UserError
from dialogue.texts import Texts
from domain.person import Person
from domain.plan import Plan
from domain.privacy import Consent, DataRequest
from storage.database import open_database
from storage.retention import Cleaned
from storage.retention import clean as clean_database

privacy_app = typer.Typer(
    help="Personal data: requests, consents, what is deleted.", no_args_is_help=True
)
COLUMNS = ("code", "request", "name", "agency", "asked", "due", "state")
SHOWN = timedelta(days=90)
"""For how long an answered request is listed."""


@privacy_app.command()
def requests() -> None:
    """Print what people ask about their data: open requests, overdue ones in red, and answers."""
    settings = working_settings()
    existing(settings)
    texts, clock = Texts(settings.language), clock_of(settings)
    plan, found = asyncio.run(_requests(settings, clock))
    show_table(
        texts.plain("cli-privacy-requests"),
        [texts.plain(f"cli-privacy-{name}") for name in COLUMNS],
        [_row(each, plan, texts, clock) for each in found],
        red=[row for row, each in enumerate(found) if each.is_overdue(clock())],
    )


@privacy_app.command()
def consents(id_: PersonId) -> None:
    """Print what a person has agreed to, when and where, with the words that were shown."""
    settings = working_settings()
    existing(settings)
    texts = Texts(settings.language)
    person, found = asyncio.run(_consents(settings, id_, clock_of(settings)))
    typer.echo(person.name)
    for each in found:
        facts = {"version": each.version, "channel": each.channel, "time": each.agreed_at}
        typer.echo(texts.plain("cli-privacy-consent", **facts))
        if each.withdrawn_at is not None:
            typer.echo(texts.plain("cli-privacy-withdrawn", time=each.withdrawn_at))
        typer.echo(each.words or texts.plain("cli-privacy-words-lost"))


@privacy_app.command()
def clean() -> None:
    """Empty messages older than BAOCAO_KEEP_MESSAGES_DAYS now; the program does so every day."""
    settings = working_settings()
    existing(settings)
    done = asyncio.run(_clean(settings, clock_of(settings)))
    counts = done.model_dump()
    days = settings.keep_messages_days
    typer.echo(Texts(settings.language).plain("cli-privacy-cleaned", days=days, **counts))


async def _requests(settings: Settings, clock: Clock) -> tuple[Plan, tuple[DataRequest, ...]]:
    async with acting(settings, clock) as reader:
        return reader.plan, await reader.requests_since(clock() - SHOWN)


async def _consents(
    settings: Settings, id_: int, clock: Clock
) -> tuple[Person, tuple[Consent, ...]]:
    async with acting(settings, clock) as reader:
        person = await reader.person_by_id(id_)
        if person is None:
            raise UserError("cli-nobody-numbered", id=str(id_))
        return person, await reader.consents_of(person)


async def _clean(settings: Settings, clock: Clock) -> Cleaned:
    async with open_database(settings.database, beside=True) as database:
        return await clean_database(database, settings.keep_messages_days, clock())


def _row(request: DataRequest, plan: Plan, texts: Texts, clock: Clock) -> list[str]:
    state = request.outcome or ("late" if request.is_overdue(clock()) else "open")
    agency = plan.agency_by_id.get(request.person.agency)
    return [
        request.code,
        texts.plain(f"data-kind-{request.kind.value}"),
        request.person.name,
        request.person.agency if agency is None else agency.short,
        texts.plain("cli-until", until=request.asked_at),
        texts.plain("cli-until", until=request.due_at),
        texts.plain(f"cli-privacy-state-{state}"),
    ]
