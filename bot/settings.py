"""Settings from the environment and `.env`; every one begins with BAOCAO_."""

import re
from datetime import date
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""What this very machine calls itself."""
_HTTPS_HOME = re.compile(r"https://[a-z0-9.-]+(:[0-9]{1,5})?", re.ASCII)


class SettingsError(Exception):
    """A setting is wrong; the text names it."""


class Settings(BaseSettings):
    """How the program runs; the README's table says what each is for."""

    model_config = SettingsConfigDict(
        env_prefix="BAOCAO_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    database: Path = Path("var/baocao.db")
    language: Literal["vi", "en"] = "vi"
    today: date | None = None
    demo: bool = False

    telegram_token: SecretStr | None = None
    telegram_base_url: str = "https://api.telegram.org"
    telegram_proxy: str | None = None
    telegram_bot: str | None = None

    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    web_chat: bool = False
    web_url: str | None = None

    evidence_max_mb: int = Field(default=20, ge=1, le=50)
    outbox_per_second: float = Field(default=25, ge=0)
    outbox_chat_per_second: float = Field(default=1, ge=0)
    log_format: Literal["console", "json"] = "console"

    @model_validator(mode="after")
    def _demo_stays_home(self) -> Self:
        if self.demo and self.telegram_token is not None:
            raise ValueError("BAOCAO_DEMO and BAOCAO_TELEGRAM_TOKEN exclude each other")
        if self.demo and self.web_host not in LOOPBACK:
            raise ValueError("BAOCAO_DEMO listens on the loopback address only: BAOCAO_WEB_HOST")
        return self

    @field_validator("web_url")
    @classmethod
    def _as_browsers_write_it(cls, url: str | None) -> str | None:
        return None if url is None else url.lower().rstrip("/").removesuffix(":443")

    @model_validator(mode="after")
    def _web_chat_is_private(self) -> Self:
        if self.demo and self.web_chat:
            raise ValueError("BAOCAO_DEMO and BAOCAO_WEB_CHAT exclude each other")
        if self.web_url is not None and not _HTTPS_HOME.fullmatch(self.web_url):
            raise ValueError("BAOCAO_WEB_URL: write it as https://baocao.example.vn")
        if self.web_chat and self.web_url is None and self.web_host not in LOOPBACK:
            raise ValueError(
                "BAOCAO_WEB_CHAT beyond this machine needs a reverse proxy: BAOCAO_WEB_URL"
            )
        return self

    @property
    def evidence(self) -> Path:
        """Where files are kept: beside the database."""
        return self.database.with_name(self.database.name + ".files")


def read_settings() -> Settings:
    """Read the settings; raise SettingsError with one line that names the wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(_told(error.errors()[0])) from error


def _told(mistake: ErrorDetails) -> str:
    """Say in our own words what is wrong with a setting, and with which; its value is not told."""
    facts = mistake.get("ctx", {})
    if not mistake["loc"]:
        return str(facts["error"])
    name = "_".join(map(str, mistake["loc"])).upper()
    return f"BAOCAO_{name}: {_wanted(mistake['type'], facts)}"


def _wanted(kind: str, facts: dict[str, Any]) -> str:
    match kind.split("_"):
        case ["date", *_]:
            return "not a day; write it as 2026-03-02"
        case ["int" | "float", *_]:
            return "not a number"
        case ["greater", *_]:
            return f"too small; {facts['ge']:g} at least"
        case ["less", *_]:
            return f"too large; {facts['le']:g} at most"
        case ["bool", *_]:
            return "neither on nor off; write 1 or 0"
        case ["literal", *_]:
            return f"unknown; choose {facts['expected']}"
        case _:
            return "cannot be read"
