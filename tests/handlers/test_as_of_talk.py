"""Questions as of a day: the summary, one task, what has no answer as of a day, no such day."""

from datetime import date, timedelta

import pytest

from domain.person import Role
from domain.report import Progress
from tests.harness.stage import Stage


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngay 29/2/2026 nhiem vu qua han", "29/2/2026"),
        ("tai ngay 31/9/2025 nhiem vu qua han", "31/9/2025"),
        ("den han truoc 31/4/2026", "31/4/2026"),
        ("nhiệm vụ quá hạn ngày 31 tháng 9 năm 2025", "31 tháng 9 năm 2025"),
    ],
)
async def test_a_day_that_no_calendar_has_is_said_to_be_none(
    stage: Stage, text: str, day: str
) -> None:
    """It is never read as its year."""
    chat = await stage.seat(Role.LEADER, "ubnd-tinh")
    (answer,) = await stage.say(chat, text)
    assert f"Không có ngày {day} trong lịch" in answer.text


@pytest.mark.parametrize("text", ["tong hop tai ngay 31/1/2026", "tổng hợp tính đến 31/1/2026"])
async def test_the_summary_is_told_as_of_a_day(stage: Stage, text: str) -> None:
    """What was reported later does not count; a day to come is said to be one."""
    chat = await stage.seat(Role.LEADER, "ubnd-tinh")
    await stage.report("so-noi-vu", 8, Progress.DONE, on=date(2026, 1, 15))
    await stage.report("so-xay-dung", 9, Progress.DONE, on=date(2026, 2, 15))
    (answer,) = await stage.say(chat, text)
    assert "số liệu đến hết 31/01/2026" in answer.text
    assert "Đã hoàn thành: <b>1</b>" in answer.text
    (answer,) = await stage.say(chat, "tong hop tai ngay 31/12/2026")
    assert "chưa đến" in answer.text


@pytest.mark.parametrize("text", ["tai ngay {} nv 8", "chi tiet 8 tai ngay {}", "nv 8 tại ngày {}"])
@pytest.mark.parametrize("role", [Role.LEADER, Role.OFFICER])
async def test_one_task_is_told_as_of_a_day(stage: Stage, text: str, role: Role) -> None:
    """In one line, as it stood; to its own officer too, whose report it does not open."""
    chat = await stage.seat(role, "so-noi-vu" if role is Role.OFFICER else "ubnd-tinh")
    await stage.report("so-noi-vu", 8, Progress.DONE, on=stage.now.date() - timedelta(days=1))
    (answer,) = await stage.say(chat, text.format("31/1/2026"))
    assert "tại ngày 31/01/2026" in answer.text
    assert "⚠️" in answer.text
    (answer,) = await stage.say(chat, text.format("1/3/2026"))
    assert "✅" in answer.text


@pytest.mark.parametrize(
    "text", ["tai ngay 28/2/2026 ai chua bao cao", "tại ngày 28/2/2026 sở nào quá hạn nhiều nhất"]
)
async def test_what_has_no_answer_as_of_a_day_is_said(stage: Stage, text: str) -> None:
    """With what can be asked as of that day."""
    chat = await stage.seat(Role.LEADER, "ubnd-tinh")
    (answer,) = await stage.say(chat, text)
    assert "chỉ trả lời theo tình hình hôm nay" in answer.text
    assert '"tổng hợp tại ngày 28/02/2026"' in answer.text


async def test_who_had_not_reported_yesterday_is_not_told_as_of_today(stage: Stage) -> None:
    """ "Hôm qua" is a day, not the period that it lies in."""
    chat = await stage.seat(Role.LEADER, "ubnd-tinh")
    (answer,) = await stage.say(chat, "hom qua ai chua bao cao")
    assert "Theo ngày 01/03/2026" in answer.text


async def test_a_single_day_is_named_once(stage: Stage) -> None:
    """A comparison of two days says of each how it stood then."""
    chat = await stage.seat(Role.LEADER, "ubnd-tinh")
    stage.now += timedelta(days=2)
    (answer,) = await stage.say(chat, "so sánh hôm nay với hôm qua")
    assert "• Đến ngày 03/03/2026: hoàn thành" in answer.text
    assert "chốt ngày" not in answer.text
