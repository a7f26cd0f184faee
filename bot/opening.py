"""The channels that the settings ask for, opened; wiring a new one is one entry here."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from bot.house import House
from bot.published import published
from bot.settings import Settings
from channels.oa_tokens import App
from channels.port import Channel
from channels.webchat import WebChannel
from channels.zalo_bot import ZaloBotChannel
from channels.zalo_oa import Account, ZaloOaChannel
from dialogue.messages import Attachment, Delivery
from storage.files import FileStore

if TYPE_CHECKING:
    from channels.telegram_webhook import PublicAddress

COMMANDS = (
    *("nhiemvu", "baocao", "chitieu", "tonghop", "tomtat", "thuhoi"),
    *("toi", "dulieu", "nhac", "giahan", "vuongmac", "duyet", "dondoc", "menu", "huy"),
)
Opening = AbstractAsyncContextManager[Channel]


async def open_channels(
    house: House, files: FileStore, stack: AsyncExitStack
) -> Mapping[str, Channel]:
    """Open every channel of the settings until the stack is left, by its name."""
    channels: dict[str, Channel] = {}
    for connecting in (_telegram, _zalo_bots, _zalo_oa):
        for opening in connecting(house, files):
            channel = await stack.enter_async_context(opening)
            channels[channel.name] = channel
    for channel in _web(house, files):
        channels[channel.name] = channel
    return channels


def _telegram(house: House, files: FileStore) -> Iterator[Opening]:
    settings = house.settings
    if settings.telegram_token is not None:
        from channels.telegram import TelegramChannel  # noqa: PLC0415 - its library loads slowly

        yield TelegramChannel(
            settings.telegram_token.get_secret_value(),
            files,
            house.clock,
            base_url=settings.telegram_base_url,
            proxy=settings.telegram_proxy,
            welcome=house.knows,
            draw=house.pictures.draw,
            public=_public_address(settings),
            commands=[(name, house.texts.plain(f"command-{name}")) for name in COMMANDS],
        )


def _public_address(settings: Settings) -> "PublicAddress | None":
    if settings.telegram_webhook_url is None:
        return None
    from channels.telegram_webhook import PublicAddress  # noqa: PLC0415 - its library loads slowly

    secret = settings.telegram_webhook_secret
    return PublicAddress(
        settings.telegram_webhook_url, None if secret is None else secret.get_secret_value()
    )


def _zalo_bots(house: House, files: FileStore) -> Iterator[Opening]:
    settings = house.settings
    home = settings.zalo_bot_webhook_url
    public = published(house, files)
    for token in settings.zalo_bots:
        number = token.partition(":")[0]
        yield ZaloBotChannel(
            token,
            files,
            house.clock,
            base_url=settings.zalo_bot_base_url,
            webhook_url=None if home is None else f"{home}/{number}",
            welcome=house.knows,
            publish=None if public is None else public.publish,
        )


def _zalo_oa(house: House, files: FileStore) -> Iterator[Opening]:
    settings = house.settings
    app = oa_app(settings)
    if app is not None and settings.zalo_oa_webhook_secret is not None:
        account = Account(
            app=app,
            webhook_secret=settings.zalo_oa_webhook_secret.get_secret_value(),
            webhook_path=settings.zalo_oa_webhook_path,
            template=settings.zalo_oa_template,
        )
        public = published(house, files)
        yield ZaloOaChannel(
            account,
            oa_tokens(settings),
            files,
            house.clock,
            welcome=house.knows,
            draw=house.pictures.draw,
            publish=None if public is None else public.publish,
            api_url=settings.zalo_oa_api_url,
            oauth_url=settings.zalo_oa_oauth_url,
        )


def oa_app(settings: Settings) -> App | None:
    """Return the application of the Official Account, if there is one."""
    if settings.zalo_oa_app_id is None or settings.zalo_oa_app_secret is None:
        return None
    return App(id=settings.zalo_oa_app_id, secret=settings.zalo_oa_app_secret.get_secret_value())


def oa_tokens(settings: Settings) -> Path:
    """Return where the account's tokens are kept: beside the database, in no backup of it."""
    return settings.database.with_name(settings.database.name + ".zalo-oa.json")


def _web(house: House, files: FileStore) -> Iterator[WebChannel]:
    if not (house.settings.demo or house.settings.web_chat):
        return

    async def timeline(chat: str, after: int) -> list[Delivery]:
        return await house.timeline(WebChannel.name, chat, after)

    async def picture(chat: str, id_: int) -> bytes | None:
        return await house.picture(WebChannel.name, chat, id_)

    async def attachment(chat: str, id_: int) -> Attachment | None:
        return await house.attachment(WebChannel.name, chat, id_)

    yield WebChannel(timeline, files, house.clock, picture=picture, attachment=attachment)
