"""`baocao zalo` and `baocao zalo-oa`: the quotas of bots, the consent of an Official Account."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import typer

from bot.cli_setup import clock_of, existing, show_table, working_settings
from bot.clock import Clock
from bot.opening import oa_app, oa_tokens
from bot.settings import Settings
from bot.user_error import UserError
from channels.oa_tokens import App, Tokens, new_verifier
from channels.zalo_bot import channel_of
from channels.zalo_http import ZaloError, ZaloHttp
from dialogue.texts import Texts
from storage.database import open_database
from storage.quotas import Use, spent_since, uses

QUOTA_COLUMNS = ("bot", "sent", "received", "share", "spent", "people", "places")
zalo_app = typer.Typer(help="Zalo bots.", no_args_is_help=True)
zalo_oa_app = typer.Typer(help="A Zalo Official Account.", no_args_is_help=True)


@zalo_app.callback()
def zalo() -> None:
    """Zalo bots."""


@zalo_oa_app.callback()
def zalo_oa() -> None:
    """A Zalo Official Account."""


@zalo_app.command("quota")
def quota() -> None:
    """Print what each bot has carried this month and how many people it serves.

    Messages are counted both ways, since Zalo may count so; the month is that of UTC.
    A bot is "used up" where Zalo carries no more: it is tried once an hour until the month is over.
    """
    settings = working_settings()
    existing(settings)
    if not settings.zalo_bots:
        raise UserError("cli-zalo-no-bot")
    found, spent = asyncio.run(_uses(settings, clock_of(settings)))
    texts = Texts(settings.language)
    names = {bot.channel: bot.name for bot in settings.zalo_bot_limits}
    most, people = settings.zalo_bot_monthly, settings.zalo_bot_users
    show_table(
        texts.plain("cli-zalo-bots"),
        [texts.plain(f"cli-zalo-{name}", most=str(most)) for name in QUOTA_COLUMNS],
        [
            [
                names.get(use.channel) or use.channel,
                str(use.sent),
                str(use.received),
                f"{use.messages / most:.0%}",
                texts.plain("cli-until", until=spent[use.channel]) if use.channel in spent else "",
                str(use.people),
                str(max(0, people - use.people)),
            ]
            for use in found
        ],
    )


@zalo_oa_app.command("connect")
def connect() -> None:
    """Connect the account: an administrator of it agrees once, in a browser.

    Zalo's console takes the challenge that is printed; after the consent the browser shows a page
    whose address holds a code, good for ten minutes and once.
    """
    settings = working_settings()
    app = oa_app(settings)
    if app is None:
        raise UserError("cli-zalo-no-account")
    verifier, challenge = new_verifier()
    texts = Texts(settings.language)
    typer.echo(texts.plain("cli-zalo-connect", challenge=challenge))
    page = typer.prompt(texts.plain("cli-zalo-paste"))
    asyncio.run(_connect(settings, app, _code(page), verifier))
    typer.echo(texts.plain("cli-zalo-connected"))


async def _uses(settings: Settings, clock: Clock) -> tuple[tuple[Use, ...], Mapping[str, datetime]]:
    channels = [channel_of(token) for token in settings.zalo_bots]
    async with (
        open_database(settings.database, beside=True) as database,
        database.read() as connection,
    ):
        now = clock()
        return await uses(connection, channels, now), await spent_since(connection, channels, now)


async def _connect(settings: Settings, app: App, code: str, verifier: str) -> None:
    file = oa_tokens(settings)
    await asyncio.to_thread(file.parent.mkdir, parents=True, exist_ok=True)
    async with ZaloHttp() as http:
        tokens = Tokens(app, file, http, clock_of(settings), oauth_url=settings.zalo_oa_oauth_url)
        try:
            await tokens.connect(code, verifier)
        except ZaloError as error:
            raise UserError("cli-zalo-refused", why=str(error)) from error


def _code(page: str) -> str:
    """Return the code of a page's address, or what was pasted where it is no address."""
    found = parse_qs(urlsplit(page.strip()).query).get("code")
    return found[0] if found else page.strip()
