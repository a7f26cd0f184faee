"""What the tests of the running program share: a command line in an empty folder."""

from pathlib import Path

import pytest

from tests.harness.command_line import CommandLine


@pytest.fixture
def baocao(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """The command `baocao` with no settings but the database and the day."""
    return CommandLine(tmp_path, monkeypatch, capsys)


@pytest.fixture
def in_english(baocao: CommandLine) -> None:
    """The command speaks English; without this it speaks Vietnamese."""
    baocao.set(BAOCAO_LANGUAGE="en")
