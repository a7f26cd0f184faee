"""Settings from the environment and `.env`; every one begins with BAOCAO_."""

import re
from datetime import date, time
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.settings_known import unknown_settings
from bot.settings_wrong import settings_error, wrong
from bot.settings_zalo import ZaloSettings
from bot.user_error import UserError
from bot.webhook_paths import colliding
from channels.zalo_bot import channel_of
from domain.privacy import KEEP_DAYS
from domain.working_days import WRITING_HOURS

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""What this very machine calls itself."""
_HTTPS_HOME = re.compile(r"https://[a-z0-9.-]+(:[0-9]{1,5})?", re.ASCII)
_HTTPS_PAGE = re.compile(rf"{_HTTPS_HOME.pattern}/[a-zA-Z0-9._~/-]+", re.ASCII)
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}", re.ASCII)
READ_FROM = SettingsConfigDict(
    env_prefix="BAOCAO_", env_file=".env", env_ignore_empty=True, extra="ignore"
)


class _Spoken(BaseSettings):
    """The one setting that is needed to tell what is wrong with the others."""

    model_config = READ_FROM

    language: Literal["vi", "en"] = "vi"


class Settings(ZaloSettings):
    """How the program runs; the README's table says what each is for."""

    model_config = READ_FROM

    database: Path = Path("var/baocao.db")
    language: Literal["vi", "en"] = "vi"
    today: date | None = None
    demo: bool = False

    telegram_token: SecretStr | None = None
    telegram_base_url: str = "https://api.telegram.org"
    telegram_proxy: str | None = None
    telegram_bot: str | None = None
    telegram_webhook_url: str | None = None
    telegram_webhook_secret: SecretStr | None = None

    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    web_chat: bool = False
    web_url: str | None = None
    service_token: SecretStr | None = None

    remind_at: str = "08:00,14:00"
    remind_hours: str = "{:%H:%M}-{:%H:%M}".format(*WRITING_HOURS)

    keep_messages_days: int = Field(default=KEEP_DAYS, ge=7, le=3650)
    evidence_max_mb: int = Field(default=20, ge=1, le=50)
    outbox_per_second: float = Field(default=25, ge=0)
    outbox_chat_per_second: float = Field(default=1, ge=0)
    log_format: Literal["console", "json"] = "console"

    @model_validator(mode="after")
    def _demo_stays_home(self) -> Self:
        if self.demo and self.telegram_token is not None:
            raise wrong("cli-setting-demo-telegram")
        if self.demo and self.web_host not in LOOPBACK:
            raise wrong("cli-setting-demo-host")
        return self

    @field_validator("web_url")
    @classmethod
    def _as_browsers_write_it(cls, url: str | None) -> str | None:
        return None if url is None else url.lower().rstrip("/").removesuffix(":443")

    @model_validator(mode="after")
    def _web_chat_is_private(self) -> Self:
        if self.demo and self.web_chat:
            raise wrong("cli-setting-demo-chat")
        if self.web_url is not None and not _HTTPS_HOME.fullmatch(self.web_url):
            raise wrong("cli-setting-web-url")
        if self.web_chat and self.web_url is None and self.web_host not in LOOPBACK:
            raise wrong("cli-setting-chat-proxy")
        return self

    @field_validator("telegram_webhook_url")
    @classmethod
    def _webhook_has_a_path(cls, url: str | None) -> str | None:
        if url is not None and not _HTTPS_PAGE.fullmatch(url):
            raise wrong("cli-setting-form", form="https://baocao.example.vn/telegram")
        return url

    @field_validator("telegram_webhook_secret", "service_token")
    @classmethod
    def _secret_is_long(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not _SECRET.fullmatch(secret.get_secret_value()):
            raise wrong("cli-setting-secret")
        return secret

    @model_validator(mode="after")
    def _webhook_has_a_bot(self) -> Self:
        if self.telegram_webhook_url is not None and self.telegram_token is None:
            raise wrong("cli-setting-webhook-token")
        return self

    @model_validator(mode="after")
    def _webhooks_are_apart(self) -> Self:
        urls = {
            "BAOCAO_TELEGRAM_WEBHOOK_URL": self.telegram_webhook_url,
            "BAOCAO_ZALO_BOT_WEBHOOK_URL": self.zalo_bot_webhook_url,
        }
        paths = {name: urlsplit(url).path for name, url in urls.items() if url is not None}
        if self.zalo_oa_app_id is not None:
            paths["BAOCAO_ZALO_OA_WEBHOOK_PATH"] = self.zalo_oa_webhook_path
        if (problem := colliding(paths)) is not None:
            raise PydanticCustomError(problem.text, problem.text, problem.facts)
        return self

    @field_validator("remind_hours")
    @classmethod
    def _remind_within_hours(cls, written: str) -> str:
        _hours(written)
        return written

    @field_validator("remind_at")
    @classmethod
    def _remind_at_times(cls, written: str) -> str:
        _times(written)
        return written

    @model_validator(mode="after")
    def _looks_within_hours(self) -> Self:
        first, last = self.sending_hours
        if not all(first <= at <= last for at in self.remind_times):
            raise wrong("cli-setting-remind-hours", hours=self.remind_hours)
        return self

    @property
    def channels(self) -> frozenset[str]:
        """The names of the channels that are set up."""
        found = {channel_of(token) for token in self.zalo_bots}
        if self.telegram_token is not None:
            found.add("telegram")
        if self.zalo_oa_app_id is not None:
            found.add("zalo-oa")
        if self.web_chat or self.demo:
            found.add("webchat")
        return frozenset(found)

    @property
    def remind_times(self) -> tuple[time, ...]:
        """The times of a day at which it is looked what is due; none where that is off."""
        return _times(self.remind_at)

    @property
    def sending_hours(self) -> tuple[time, time]:
        """From when to when in a day people are written to unasked, both included."""
        return _hours(self.remind_hours)

    @property
    def evidence(self) -> Path:
        """Where files are kept: beside the database."""
        return self.database.with_name(self.database.name + ".files")


def _times(written: str) -> tuple[time, ...]:
    """Read "08:00,14:00", or "off"."""
    if written.strip().lower() == "off":
        return ()
    try:
        found = sorted(time.fromisoformat(each.strip()) for each in written.split(","))
    except ValueError as error:
        raise wrong("cli-setting-times") from error
    return tuple(found)


def _hours(written: str) -> tuple[time, time]:
    """Read "07:00-17:00"."""
    first, _, last = written.partition("-")
    try:
        found = time.fromisoformat(first.strip()), time.fromisoformat(last.strip())
    except ValueError as error:
        raise wrong("cli-setting-hours") from error
    if found[0] >= found[1]:
        raise wrong("cli-setting-hours-turned")
    return found


def read_settings() -> Settings:
    """Read the settings; raise SettingsError, which names the wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        raise settings_error(error.errors()[0]) from error


def spoken() -> str:
    """Return the language users are spoken to in, also where other settings are wrong."""
    try:
        return _Spoken().language
    except ValidationError:
        return "vi"


def misspelt() -> list[UserError]:
    """Name each BAOCAO_ setting that there is none of, with the one that may be meant."""
    names = {f"BAOCAO_{name}".upper() for name in Settings.model_fields}
    return unknown_settings(names, Path(".env"))
