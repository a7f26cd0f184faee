"""The README names what there is, and all of it: commands, options, settings, rooms."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli import app
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands() -> dict[str, Any]:
    """Every command of `baocao` by its full name."""
    found: dict[str, Any] = {}

    def walk(group: Any, name: str) -> None:
        if hasattr(group, "commands"):
            for sub, command in group.commands.items():
                walk(command, f"{name} {sub}")
        else:
            found[name] = group

    walk(typer.main.get_command(app), "baocao")
    return found


def test_every_setting_stands_in_the_readme_and_none_besides() -> None:
    """The table of settings is complete and names no setting that is gone."""
    named = set(re.findall(r"`(BAOCAO_[A-Z_]+)`", README))
    there = {f"BAOCAO_{name.upper()}" for name in Settings.model_fields}
    assert named == there


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_readme_tells_the_default(name: str) -> None:
    """A default in the table is the program's own."""
    default = Settings.model_fields[name].default
    row = next(line for line in README.splitlines() if f"| `BAOCAO_{name.upper()}` |" in line)
    told = row.split("|")[2].strip().strip("`")
    shown = {None: "none", False: "off"}.get(default, str(default)) if name != "today" else "today"
    assert told == shown


def test_every_command_stands_in_the_readme_and_none_besides() -> None:
    """Each command is in the table, and each `baocao …` in the README can be typed."""
    there = commands()
    for name in there:
        assert f"`{name}" in README, name
    full = sorted(there, key=len, reverse=True)
    for line in re.findall(r"`(?:\.venv/bin/)?(baocao [a-z][^`]*)`", README):
        assert any(line.startswith(name) for name in full), line


def test_every_option_of_the_readme_exists() -> None:
    """An option that the README shows is one of the command it is shown with."""
    there = commands()
    for line in README.splitlines():
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line):
            if option == "--help":
                continue
            options = {
                flag for command in there.values() for p in command.params for flag in p.opts
            }
            assert option in options, option


def test_every_make_target_of_the_readme_exists() -> None:
    """`make …` in the README can be run."""
    for target in set(re.findall(r"make ([a-z][a-z-]*)", README)):
        if target != "and":
            assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_every_room_and_file_of_the_readme_exists() -> None:
    """A path in the README is there."""
    named = set(re.findall(r"`((?:[a-z]+/)+[\w.-]*)`", README)) | {"docs/webchat.png"}
    for path in named - {str(Settings.model_fields["database"].default)}:
        assert (ROOT / path).exists(), path
