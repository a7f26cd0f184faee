"""`baocao privacy`: requests and their clock, consents word for word, cleaning now."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli import main
from domain.person import Role
from domain.privacy import RequestKind
from storage.consents import Agreement
from storage.people import Binding, code_hash
from storage.privacy import Wish
from tests.harness.records import open_records

AGENCY = "so-xay-dung"
WORDS = Agreement(version="1", language="vi", words="Nội dung thông báo")


async def _prepare(path: Path, *, ago: timedelta) -> None:
    """Have somebody join and ask for a correction."""
    async with open_records(path) as records:
        async with records.writer() as writer:
            person, _ = await writer.import_person("Phòng Quy hoạch", Role.OFFICER, AGENCY)
            code = await writer.issue_code(person.id)
        records.now -= ago
        async with records.writer("phone") as writer:
            await writer.join(Binding(code_hash=code_hash(code), agreement=WORDS))
        async with records.writer("phone") as writer:
            await writer.ask_about_data(Wish(kind=RequestKind.CORRECT, words="sai chức danh"))


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of the settings, on Monday 02/03/2026."""
    path = tmp_path / "baocao.db"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAOCAO_DATABASE", str(path))
    monkeypatch.setenv("BAOCAO_TODAY", "2026-03-02")
    return path


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code in (0, None)
    return capsys.readouterr().out


@pytest.mark.parametrize(("days", "state"), [(0, "chờ trả lời"), (7, "🔴 quá hạn")])
def test_requests_are_listed_with_their_clock(
    database: Path, capsys: pytest.CaptureFixture[str], days: int, state: str
) -> None:
    """Who asked for what, by when it is to be answered, and what is overdue."""
    asyncio.run(_prepare(database, ago=timedelta(days=days)))
    told = _run(capsys, "privacy", "requests")
    for words in ("DL001", "chỉnh sửa", "Phòng Quy hoạch", state):
        assert words in told


def test_what_was_agreed_to_is_printed_word_for_word(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The proof of a consent: version, moment, channel, words."""
    asyncio.run(_prepare(database, ago=timedelta(0)))
    told = _run(capsys, "privacy", "consents", "1")
    assert "bản 1 lúc 09:14 ngày 02/03/2026, qua stage" in told
    assert "Nội dung thông báo" in told


def test_cleaning_says_what_it_did(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The days of the setting and the counts are told; nothing was old here but a spent code."""
    asyncio.run(_prepare(database, ago=timedelta(0)))
    told = _run(capsys, "privacy", "clean")
    assert told.startswith("Quá 90 ngày: đã xóa nội dung 0 tin nhận và 0 tin gửi")


def test_nobody_of_a_number_is_told(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that nobody has ends with what shows the right ones."""
    asyncio.run(_prepare(database, ago=timedelta(0)))
    with pytest.raises(SystemExit) as ended:
        main(["privacy", "consents", "77"])
    assert ended.value.code == 2
    assert "baocao people list" in capsys.readouterr().err
