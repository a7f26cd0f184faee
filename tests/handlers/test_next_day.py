"""What is said the next day, while something was left half done."""

from datetime import timedelta
from pathlib import Path

import pytest

from domain.person import Role
from tests.harness.rehearsal import Rehearsal


@pytest.fixture
async def stage(tmp_path: Path) -> Rehearsal:
    """A new database with Plan 179."""
    made = Rehearsal(tmp_path / "baocao.db")
    await made.prepare()
    return made


async def test_a_whole_report_of_the_next_day_takes_the_place_of_one_left_open(
    stage: Rehearsal,
) -> None:
    """It names its task; nobody has to say it twice."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    await stage.say(chat, "nv 8")
    stage.now += timedelta(days=1)
    (card,) = await stage.say(chat, "nv 8 50%, vướng mắc: thiếu vốn")
    assert "50%" in card.text
    assert "thiếu vốn" in card.text
    await stage.tap(chat, "Gửi báo cáo")
    assert [report.obstacle for report in await stage.reports("so-noi-vu")] == ["thiếu vốn"]
