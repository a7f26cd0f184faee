"""Where words have several readings one is chosen, and the choice leads to an answer."""

import re

import pytest

from dialogue.texts import plain
from domain.person import Role
from domain.report import Progress
from tests.harness.stage import Stage


@pytest.fixture
async def leader(stage: Stage) -> str:
    """The chat of a leader."""
    return await stage.seat(Role.LEADER, "ubnd-tinh")


@pytest.mark.parametrize(
    ("question", "choice"),
    [
        ("TT có nhiệm vụ nào", "1"),
        ("tt co nhiem vu nao", "2"),
        ("nhiệm vụ quá hạn của TT?", "3"),
        ("chỉ tiêu tỷ lệ", "1"),
        ("chi tieu ty le", "2"),
        ("tỷ lệ đất năm 2025 đạt bao nhiêu?", "1"),
    ],
)
async def test_the_choice_leads_to_an_answer(
    stage: Stage, leader: str, question: str, choice: str
) -> None:
    """However it was typed, the chosen reading is answered and not asked about again."""
    (asked,) = await stage.say(leader, question)
    label = next(each.label for each in asked.choices if str(each.number) == choice)
    (answer,) = await stage.say(leader, choice)
    assert "Tra cứu:" in answer.text
    assert re.sub(r"Chỉ tiêu \d+ ", "", label) in plain(answer.text)


async def test_tasks_to_report_come_as_they_press(stage: Stage) -> None:
    """Overdue first, then the soonest, then those without a date; the finished ones last."""
    clerk = await stage.seat(Role.OFFICER, "so-tnmt")
    await stage.report("so-tnmt", 27, Progress.DONE)
    (asked,) = await stage.say(clerk, "báo cáo")
    assert [choice.key for choice in asked.choices] == ["26", "28", "29", "27"]
    await stage.say(clerk, "hủy")
    stage.now = stage.now.replace(year=2027)
    (later,) = await stage.say(clerk, "báo cáo")
    assert [choice.key for choice in later.choices] == ["26", "28", "29", "27"]
    builder = await stage.seat(Role.OFFICER, "so-xay-dung")
    (asked,) = await stage.say(builder, "báo cáo")
    assert [choice.key for choice in asked.choices] == ["4", "7", "9", "31"]
