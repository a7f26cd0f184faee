"""The shipped systemd units: systemd itself finds nothing wrong with them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import typer

from bot.cli import app

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(path.name for path in DEPLOY.iterdir() if path.suffix in (".service", ".timer"))
SERVICES = [name for name in UNITS if name.endswith(".service")]
EXPOSED = 20
"""What `systemd-analyze security` may give a unit at most, in tenths: 100 is an open door."""


@pytest.fixture
def analyze() -> str:
    """systemd-analyze; a skip, or with BAOCAO_SYSTEMD_REQUIRED=1 a failure, where none is."""
    found = shutil.which("systemd-analyze")
    if found is None:
        if os.environ.get("BAOCAO_SYSTEMD_REQUIRED") == "1":
            pytest.fail("systemd-analyze is required (BAOCAO_SYSTEMD_REQUIRED=1), not installed")
        pytest.skip("no systemd-analyze here; install Debian's systemd to check the units")
    return found


@pytest.fixture
def installed(tmp_path: Path) -> list[Path]:
    """The units as on a machine where the program is installed."""
    command = tmp_path / "opt" / ".venv" / "bin" / "baocao"
    command.parent.mkdir(parents=True)
    command.touch(mode=0o755)
    units = []
    for name in UNITS:
        text = (DEPLOY / name).read_text(encoding="utf-8")
        unit = tmp_path / name
        unit.write_text(text.replace("/opt/baocao", str(tmp_path / "opt")), encoding="utf-8")
        units.append(unit)
    return units


def ran(*command: object) -> subprocess.CompletedProcess[str]:
    """Run a command and return how it ended."""
    return subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False
    )


def test_systemd_finds_nothing_wrong(analyze: str, installed: list[Path]) -> None:
    """Every line of every unit is understood, without a warning."""
    ended = ran(analyze, "verify", "--man=no", *installed)
    assert (ended.returncode, ended.stdout + ended.stderr) == (0, "")


def test_the_check_sees_what_is_wrong(analyze: str, installed: list[Path]) -> None:
    """A misspelt line would be found."""
    unit = installed[UNITS.index("baocao.service")]
    unit.write_text(unit.read_text().replace("ProtectHome=", "ProtectHouse="))
    assert "ProtectHouse" in ran(analyze, "verify", "--man=no", unit).stderr


@pytest.mark.parametrize("name", SERVICES)
def test_the_services_are_fenced_in(analyze: str, installed: list[Path], name: str) -> None:
    """By systemd's own measure little is left open to a program gone wrong."""
    unit = installed[UNITS.index(name)]
    ended = ran(analyze, "security", "--offline=true", f"--threshold={EXPOSED}", unit)
    assert ended.returncode == 0, ended.stdout[-200:]


@pytest.mark.parametrize("name", SERVICES)
def test_what_the_services_start_exists(name: str) -> None:
    """The commands and options in the units are the program's own."""
    text = (DEPLOY / name).read_text(encoding="utf-8")
    (line,) = re.findall(r"^ExecStart=/opt/baocao/\.venv/bin/baocao (.*)$", text, re.MULTILINE)
    words = line.split()
    command = typer.main.get_command(app).commands[words[0]]  # type: ignore[attr-defined]
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_the_administrators_command_is_sound() -> None:
    """The shell reads the script, and it works on the service's folder, settings and database."""
    script = DEPLOY / "baocao"
    assert script.stat().st_mode & 0o111
    assert ran("sh", "-n", script).stderr == ""
    service = (DEPLOY / "baocao.service").read_text(encoding="utf-8")
    for shared in ("/var/lib/baocao/baocao.db", "/etc/baocao/baocao.env", "/opt/baocao/.venv"):
        assert shared in script.read_text(encoding="utf-8")
        assert shared in service


def test_the_administrators_command_takes_settings_as_systemd_does(tmp_path: Path) -> None:
    """Spaces, quotes, `$` and `;` are part of a value; nothing of the file is ever run."""
    trap = tmp_path / "trap"
    settings = tmp_path / "baocao.env"
    settings.write_text(
        "# a comment\n"
        "BAOCAO_ZALO_BOT_NAMES=Bot Báo cáo,Bot hai\n"
        'BAOCAO_LANGUAGE="vi"\n'
        f"BAOCAO_TELEGRAM_BOT=a$HOME; touch {trap}\n"
        "BAOCAO_LOG_FORMAT=json",
        encoding="utf-8",
    )
    command = (DEPLOY / "baocao").read_text(encoding="utf-8")
    for there, here in (
        ("/etc/baocao/baocao.env", str(settings)),
        ("cd /var/lib/baocao", f"cd {tmp_path}"),
        ("exec setpriv", "exec env #"),
    ):
        assert there in command
        command = command.replace(there, here)
    script = tmp_path / "baocao"
    script.write_text(command, encoding="utf-8")
    printed = ran("sh", script).stdout.splitlines()
    assert {
        "BAOCAO_ZALO_BOT_NAMES=Bot Báo cáo,Bot hai",
        "BAOCAO_LANGUAGE=vi",
        f"BAOCAO_TELEGRAM_BOT=a$HOME; touch {trap}",
        "BAOCAO_LOG_FORMAT=json",
        "BAOCAO_DATABASE=/var/lib/baocao/baocao.db",
    } <= set(printed)
    assert not trap.exists()
