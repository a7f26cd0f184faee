"""The settings of Zalo's two products."""

import re
from collections.abc import Sequence
from typing import Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings

from bot.settings_wrong import wrong
from channels.oa_tokens import OAUTH
from channels.zalo_bot import ZALO, channel_of
from channels.zalo_oa import OPEN_API
from storage.quotas import Bot

_TOKEN = re.compile(r"[0-9]{3,}:[A-Za-z0-9_-]{8,}")
_HTTPS = re.compile(r"https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._-]+)*")
_PATH = re.compile(r"(/[A-Za-z0-9._-]+)+")


class ZaloSettings(BaseSettings):
    """Which bots and which Official Account the program speaks for."""

    zalo_bot_tokens: SecretStr | None = None
    zalo_bot_names: str | None = None
    zalo_bot_base_url: str = ZALO
    zalo_bot_webhook_url: str | None = None
    zalo_bot_monthly: int = Field(default=3000, ge=1)
    zalo_bot_users: int = Field(default=50, ge=1)

    zalo_oa_app_id: str | None = None
    zalo_oa_app_secret: SecretStr | None = None
    zalo_oa_webhook_secret: SecretStr | None = None
    zalo_oa_webhook_path: str = "/zalo-oa"
    zalo_oa_template: str | None = None
    zalo_oa_api_url: str = OPEN_API
    zalo_oa_oauth_url: str = OAUTH

    @property
    def zalo_bots(self) -> tuple[str, ...]:
        """The tokens of the bots, one each."""
        return _tokens(self.zalo_bot_tokens)

    @property
    def zalo_bot_limits(self) -> tuple[Bot, ...]:
        """What each bot is called, and what it may carry."""
        names: Sequence[str | None] = _split(self.zalo_bot_names) or [None] * len(self.zalo_bots)
        monthly, users = self.zalo_bot_monthly, self.zalo_bot_users
        return tuple(
            Bot(channel=channel_of(token), name=name, monthly=monthly, users=users)
            for token, name in zip(self.zalo_bots, names, strict=True)
        )

    @model_validator(mode="after")
    def _each_bot_has_a_name(self) -> Self:
        names = _split(self.zalo_bot_names)
        if names and len(names) != len(self.zalo_bots):
            raise wrong("cli-setting-zalo-names")
        return self

    @field_validator("zalo_bot_tokens")
    @classmethod
    def _tokens_are_whole(cls, given: SecretStr | None) -> SecretStr | None:
        tokens = _tokens(given)
        if not all(map(_TOKEN.fullmatch, tokens)):
            raise wrong("cli-setting-zalo-tokens")
        numbers = [token.partition(":")[0] for token in tokens]
        if len(set(numbers)) < len(numbers):
            raise wrong("cli-setting-zalo-twice")
        return given

    @field_validator("zalo_bot_webhook_url")
    @classmethod
    def _webhook_is_public(cls, url: str | None) -> str | None:
        if url is not None and not _HTTPS.fullmatch(url):
            raise wrong("cli-setting-form", form="https://baocao.example.vn/zalo")
        return url

    @field_validator("zalo_oa_webhook_path")
    @classmethod
    def _path_is_one(cls, path: str) -> str:
        if not _PATH.fullmatch(path):
            raise wrong("cli-setting-form", form="/zalo-oa")
        return path

    @model_validator(mode="after")
    def _account_is_whole(self) -> Self:
        parts = (self.zalo_oa_app_id, self.zalo_oa_app_secret, self.zalo_oa_webhook_secret)
        if any(part is not None for part in parts) and not all(part is not None for part in parts):
            raise wrong("cli-setting-zalo-account")
        return self


def _tokens(given: SecretStr | None) -> tuple[str, ...]:
    return () if given is None else tuple(_split(given.get_secret_value()))


def _split(given: str | None) -> list[str]:
    return [each.strip() for each in (given or "").split(",") if each.strip()]
