"""Settings: from the environment and .env, each mistake named in one line."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot import webhook_paths
from bot.settings import read_settings
from bot.settings_wrong import SettingsError
from bot.upload_links import PATH
from bot.webhook_paths import OWN
from dialogue.texts import Texts
from tests.harness.command_line import CommandLine


def refusal() -> str:
    """How the settings are refused, in English."""
    with pytest.raises(SettingsError) as refused:
        read_settings()
    return refused.value.told(Texts("en"))


@pytest.fixture(autouse=True)
def _clean(baocao: CommandLine) -> None:
    """An empty folder without settings."""


def test_defaults_are_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without settings there is no demo, no token, no other day; only this machine is served."""
    monkeypatch.delenv("BAOCAO_TODAY")
    settings = read_settings()
    assert (settings.demo, settings.telegram_token, settings.today) == (False, None, None)
    assert settings.web_host == "127.0.0.1"


def test_env_file_is_read_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """.env in the working folder sets what the environment does not."""
    (tmp_path / ".env").write_text("BAOCAO_WEB_PORT=9001\nBAOCAO_TODAY=2025-01-01\nOTHER=1\n")
    settings = read_settings()
    assert (settings.web_port, settings.today) == (9001, date(2026, 3, 2))


def test_empty_values_are_not_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name left without a value, as in a filled-in form, counts as not set."""
    monkeypatch.setenv("BAOCAO_TODAY", "")
    (tmp_path / ".env").write_text("BAOCAO_DEMO=1\nBAOCAO_TELEGRAM_TOKEN=\n")
    settings = read_settings()
    assert (settings.telegram_token, settings.today) == (None, None)


def test_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """However the settings are printed, no token and no secret is in it."""
    monkeypatch.setenv("BAOCAO_TELEGRAM_TOKEN", "123456:for-nobody")
    monkeypatch.setenv("BAOCAO_TELEGRAM_WEBHOOK_SECRET", "for-nobody-at-all")
    monkeypatch.setenv("BAOCAO_SERVICE_TOKEN", "for-nobody-either")
    assert "for-nobody" not in repr(read_settings()) + str(read_settings())


@pytest.mark.parametrize(
    ("set_", "told"),
    [
        ({"URL": "http://baocao.example.vn/telegram"}, "BAOCAO_TELEGRAM_WEBHOOK_URL: write it as"),
        ({"URL": "https://baocao.example.vn"}, "BAOCAO_TELEGRAM_WEBHOOK_URL: write it as"),
        ({"URL": "https://baocao.example.vn/"}, "BAOCAO_TELEGRAM_WEBHOOK_URL: write it as"),
        ({"URL": "https://baocao.example.vn/a{b}"}, "BAOCAO_TELEGRAM_WEBHOOK_URL: write it as"),
        ({"URL": "https://baocao.example.vn/telegram"}, "needs BAOCAO_TELEGRAM_TOKEN"),
        ({"SECRET": "too-short"}, "BAOCAO_TELEGRAM_WEBHOOK_SECRET: 16 to 256 letters"),
        ({"SECRET": "mật-khẩu-không-dấu"}, "BAOCAO_TELEGRAM_WEBHOOK_SECRET: 16 to 256 letters"),
    ],
)
def test_a_webhook_is_set_up_whole(
    monkeypatch: pytest.MonkeyPatch, set_: dict[str, str], told: str
) -> None:
    """A webhook needs a public address with a path, a bot, and a secret that Telegram takes."""
    for name, value in set_.items():
        monkeypatch.setenv(f"BAOCAO_TELEGRAM_WEBHOOK_{name}", value)
    assert told in refusal()


def test_evidence_lies_beside_the_database(baocao: CommandLine) -> None:
    """Files are kept in a folder named after the database."""
    assert read_settings().evidence == baocao.database.with_name("baocao.db.files")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("BAOCAO_TODAY", "hôm qua", "not a day; write it as 2026-03-02"),
        ("BAOCAO_TODAY", "2026-02-30", "not a day; write it as 2026-03-02"),
        ("BAOCAO_TODAY", "2026-03-02T09:14", "not a day; write it as 2026-03-02"),
        ("BAOCAO_WEB_PORT", "http", "not a number"),
        ("BAOCAO_WEB_PORT", "80.5", "not a number"),
        ("BAOCAO_WEB_PORT", "99999", "too large; 65535 at most"),
        ("BAOCAO_OUTBOX_PER_SECOND", "fast", "not a number"),
        ("BAOCAO_OUTBOX_PER_SECOND", "-1", "too small; 0 at least"),
        ("BAOCAO_LANGUAGE", "fr", "unknown; choose one of: 'vi' or 'en'"),
        ("BAOCAO_DEMO", "perhaps", "neither on nor off; write 1 or 0"),
        ("BAOCAO_EVIDENCE_MAX_MB", "0", "too small; 1 at least"),
        ("BAOCAO_LOG_FORMAT", "xml", "unknown; choose one of: 'console' or 'json'"),
    ],
)
def test_wrong_setting_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    """A value that does not fit is refused in one line: the setting's name and what it takes."""
    monkeypatch.setenv(name, value)
    assert refusal() == f"{name}: {told}"


@pytest.mark.parametrize(
    ("name", "value"),
    [("BAOCAO_TELEGRAM_TOKEN", "123456:secret"), ("BAOCAO_WEB_HOST", "0.0.0.0")],
)
def test_demo_stays_on_this_machine(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The demo is refused together with a token, and on any address but loopback."""
    monkeypatch.setenv("BAOCAO_DEMO", "1")
    monkeypatch.setenv(name, value)
    told = refusal()
    assert name in told
    assert "secret" not in told


@pytest.mark.parametrize(
    ("set_", "told"),
    [
        ({"WEB_HOST": "0.0.0.0"}, "BAOCAO_WEB_URL"),
        ({"DEMO": "1"}, "exclude each other"),
        ({"WEB_URL": "http://baocao.example.vn"}, "https://"),
        ({"WEB_URL": "https://baocao.example.vn/chat"}, "https://"),
        ({"WEB_URL": "baocao.example.vn"}, "https://"),
    ],
)
def test_web_chat_is_never_in_the_clear(
    monkeypatch: pytest.MonkeyPatch, set_: dict[str, str], told: str
) -> None:
    """Beyond this machine the web chat is behind a proxy with https, or it does not start."""
    for name, value in {"WEB_CHAT": "1", **set_}.items():
        monkeypatch.setenv(f"BAOCAO_{name}", value)
    assert told in refusal()


@pytest.mark.parametrize("typed", ["https://Baocao.Example.vn/", "https://baocao.example.vn:443"])
def test_web_address_is_kept_as_browsers_write_it(
    monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """Capitals, a last slash or the usual port make no other address."""
    monkeypatch.setenv("BAOCAO_WEB_URL", typed)
    assert read_settings().web_url == "https://baocao.example.vn"


def test_a_setting_that_there_is_none_of_is_named(baocao: CommandLine) -> None:
    """In the environment or in .env, with the one that may be meant; the command goes on."""
    baocao.load()
    baocao.set(BAOCAO_WEBCHAT="1", BAOCAO_LANGUAGE="en")
    baocao.file(".env", "# BAOCAO_NOTHING=1\nexport BAOCAO_TELEGRAM_TOKN=x\nOTHER=1\n")
    ended = baocao("plan", "show")
    assert ended.code == 0
    assert ended.err.splitlines() == [
        "baocao: BAOCAO_TELEGRAM_TOKN: there is no such setting, it does nothing; "
        "BAOCAO_TELEGRAM_TOKEN is meant?",
        "baocao: BAOCAO_WEBCHAT: there is no such setting, it does nothing; "
        "BAOCAO_WEB_CHAT is meant?",
    ]


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"TELEGRAM_WEBHOOK_URL": "https://x.vn/health"}, "BAOCAO_TELEGRAM_WEBHOOK_URL: /health"),
        ({"TELEGRAM_WEBHOOK_URL": "https://x.vn/assets/x"}, "BAOCAO_TELEGRAM_WEBHOOK_URL: /assets"),
        (
            {
                "TELEGRAM_WEBHOOK_URL": "https://x.vn/bot",
                "ZALO_BOT_WEBHOOK_URL": "https://x.vn/bot",
            },
            "BAOCAO_ZALO_BOT_WEBHOOK_URL: /bot is in the way of BAOCAO_TELEGRAM_WEBHOOK_URL",
        ),
    ],
)
def test_platforms_call_at_paths_of_their_own(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], named: str
) -> None:
    """None is a page of ours, and no two are one: refused at the start."""
    for name, value in {"TELEGRAM_TOKEN": "1:x", **settings}.items():
        monkeypatch.setenv(f"BAOCAO_{name}", value)
    assert named in refusal()


def test_no_page_of_ours_is_left_out() -> None:
    """Every page that is served begins in a way that no webhook may."""
    sources = [each.read_text() for each in Path(webhook_paths.__file__).parent.glob("*.py")]
    route = re.compile(r'web\.(?:get|post|static)\(\s*r?f?"(?:\{path\})?(/[^"]*)"')
    paths = [path for source in sources for path in route.findall(source)]
    assert len(paths) > 8
    assert {path.strip("/").partition("/")[0] for path in (*paths, PATH)} <= OWN
