"""`baocao chat --record`: a talk in the terminal becomes a test that passes."""

import asyncio
import fcntl
from pathlib import Path

import pytest

from dialogue.texts import Texts
from tests.harness.command_line import CommandLine
from tests.harness.stage import Stage
from tests.harness.transcript import Transcript

ROSTER = """name,agency,role
Cán bộ đầu mối Sở Nội vụ,SNV,officer
Chủ tịch UBND tỉnh,UBND tỉnh,leader
Cán bộ đầu mối Sở Xây dựng,SXD,officer
"""
REPORTED = [
    "menu",
    "nv 8",
    "xong rồi",
    "12",
    "123/QĐ-UBND",
    "bỏ qua",
    "tiếp tục",
    "1",
    "thu hồi",
    "1",
    "@ wait 3 days",
    "tôi là ai",
    "@ as leader ubnd-tinh",
    "nhiệm vụ 8 thế nào",
    "ai chưa báo cáo",
    "@ as officer so-noi-vu",
    "hủy",
]


@pytest.fixture(autouse=True)
def _roster(baocao: CommandLine) -> None:
    baocao.load()
    roster = baocao.file("roster.csv", ROSTER)
    assert baocao("people", "import", roster, "--codes", "codes.csv").code == 0


async def _played(written: str, database: Path, language: str = "vi") -> str:
    stage = Stage(database, texts=Texts(language))
    await stage.prepare()
    return await Transcript(stage).play(written)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_was_recorded_passes_as_a_test(baocao: CommandLine, language: str) -> None:
    """The file is word for word what the harness plays, with several people and days in it."""
    baocao.set(BAOCAO_LANGUAGE=language)
    ended = baocao("chat", "--as", 1, "--record", "talk.txt", typed="\n".join(REPORTED))
    assert ended.code == 0
    written = (baocao.folder / "talk.txt").read_text(encoding="utf-8")
    assert "@ as officer so-noi-vu\n> menu\n" in written
    assert "@ wait 3 days\n" in written
    played = asyncio.run(_played(written, baocao.folder / "stage.db", language))
    assert played == written
    assert written.count("\n> ") == len(REPORTED) - 3


def test_nothing_of_it_is_kept(baocao: CommandLine) -> None:
    """The database stays as it was, also beside the running program, and begins at nothing."""
    assert baocao("chat", "--as", 3, typed="nv 9 đang làm 60%, không có khó khăn\n1\n").code == 0
    before = baocao.dump()
    with baocao.database.with_name("baocao.db.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        out = baocao("chat", "--as", 3, "--record", "talk.txt", typed="nv 9\n").out
    assert baocao.dump() == before
    assert "Chưa có báo cáo" in out


def test_the_file_is_whole_after_every_line(baocao: CommandLine) -> None:
    """What was said is written as it is said; a talk in which nothing was said leaves no file."""
    assert baocao("chat", "--as", 1, "--record", "talk.txt", typed="\n \n").code == 0
    assert not (baocao.folder / "talk.txt").exists()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[Bỏ qua]", "không có dấu ngoặc"),
        ("{a.jpg}", "không gửi được tệp"),
        ("@ wait long", "@ wait 3 days"),
        ("@ as boss so-xay-dung", "@ wait 3 days"),
        ("@ as leader so-nao-do", "@ wait 3 days"),
    ],
)
def test_what_cannot_be_written_down_is_told(baocao: CommandLine, line: str, told: str) -> None:
    """A line that the test would read otherwise is refused, and the talk goes on."""
    ended = baocao("chat", "--as", 1, "--record", "talk.txt", typed=f"{line}\nmenu\n")
    assert ended.code == 0
    assert told in ended.err
    written = (baocao.folder / "talk.txt").read_text(encoding="utf-8")
    assert line not in written
    assert "> menu" in written


def test_no_file_is_overwritten(baocao: CommandLine) -> None:
    """A transcript that is there stays, and a folder that is missing is told."""
    talk = baocao.file("talk.txt", "mine")
    assert "tệp đã có" in baocao("chat", "--as", 1, "--record", talk).refusal
    assert "không có thư mục" in baocao("chat", "--as", 1, "--record", "a/talk.txt").refusal
    assert talk.read_text() == "mine"
