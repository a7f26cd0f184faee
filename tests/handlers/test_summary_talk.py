"""The summary stays in the chat: its numbers open their lists, its picture comes once."""

from datetime import date

import pytest

from dialogue.messages import Chart, Message, Press
from domain.person import Role
from domain.report import Progress
from tests.harness.stage import Stage


def _charts(stage: Stage, chat: str) -> list[Chart]:
    return [each.content for each in stage.shown[chat] if isinstance(each.content, Chart)]


async def test_every_number_can_be_tapped_one_after_the_other(stage: Stage) -> None:
    """A list that was opened does not take the other numbers away, nor do those of the views."""
    await stage.report("so-xay-dung", 9, Progress.DONE, on=date(2026, 1, 15))
    chat = await stage.seat(Role.LEADER, "ubnd-tinh")
    (summary,) = await stage.say(chat, "tổng hợp")
    said = []
    for choice in summary.choices:
        (answer,) = await stage.press(chat, Press(token=summary.token or "", key=choice.key))
        said.append(answer.text)
    assert len(set(said)) == len(summary.choices)
    (agencies,) = await stage.say(chat, "theo cơ quan")
    for choice in agencies.choices[:3]:
        (answer,) = await stage.press(chat, Press(token=agencies.token or "", key=choice.key))
        assert choice.label in answer.text


async def test_the_picture_comes_with_the_summary_alone(stage: Stage) -> None:
    """Leaders see all agencies in it; what is opened from the summary brings no other."""
    chat = await stage.seat(Role.FOCAL, "so-xay-dung")
    await stage.say(chat, "tổng hợp")
    (chart,) = _charts(stage, chat)
    leading = [each for each in stage.plan.agencies if stage.plan.led_by(each.id)]
    assert {bar.label for bar in chart.bars} == {each.short for each in leading}
    assert isinstance(stage.shown[chat][-2].content, Message)
    await stage.tap(chat, "Quá hạn")
    await stage.say(chat, "theo cơ quan")
    await stage.tap(chat, "Xem thêm")
    assert len(_charts(stage, chat)) == 1


async def test_an_officer_is_shown_no_other_agency(stage: Stage) -> None:
    """No picture, no number and no name of another agency's part."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    (summary,) = await stage.say(chat, "/tonghop")
    assert "chỉ gồm phần của cơ quan này" in summary.text
    assert ": 1 nhiệm vụ" in summary.text
    (agencies,) = await stage.say(chat, "theo cơ quan")
    assert [choice.label for choice in agencies.choices] == ["Sở Nội vụ"]
    assert _charts(stage, chat) == []


@pytest.mark.parametrize("opened", ["tổng hợp", "tóm tắt"])
async def test_a_name_typed_after_another_is_no_follow_up(stage: Stage, opened: str) -> None:
    """What the names of the last brief or summary open is not narrowed by what was opened."""
    chat = await stage.seat(Role.LEADER, "ubnd-tinh")
    await stage.say(chat, opened)
    (alone,) = await stage.say(chat, "khong han")
    await stage.say(chat, opened)
    await stage.say(chat, "qua han")
    (answer,) = await stage.say(chat, "khong han")
    assert answer.text == alone.text
    assert "quá hạn" not in answer.text.partition(":")[2].partition(".")[0]
    (again,) = await stage.say(chat, "Quá hạn")
    assert "không có thời hạn" not in again.text.partition(". Có")[0]


async def test_an_open_question_stays_the_last_thing_shown(stage: Stage) -> None:
    """In the middle of a report the numbers are told, and no picture hides the question."""
    chat = await stage.seat(Role.FOCAL, "so-xay-dung")
    await stage.say(chat, "nv 7")
    (answer,) = await stage.say(chat, "tổng hợp")
    assert answer.text.index("Chưa hoàn thành, quá hạn") < answer.text.index("Nhiệm vụ 7")
    assert answer.choices
    assert _charts(stage, chat) == []


async def test_what_was_done_late_is_listed_by_words_that_can_be_typed(stage: Stage) -> None:
    """The button says how it was understood, and the same words find the same tasks."""
    await stage.report("so-xay-dung", 4, Progress.DONE, on=date(2025, 12, 22))
    await stage.report("so-xay-dung", 7, Progress.DONE, on=date(2026, 1, 15))
    chat = await stage.seat(Role.LEADER, "ubnd-tinh")
    for button, number in (("Hoàn thành quá hạn", "NV 7"), ("Hoàn thành đúng hạn", "NV 4")):
        await stage.say(chat, "tổng hợp")
        (tapped,) = await stage.tap(chat, button)
        assert f"Tra cứu: nhiệm vụ {button.lower()}. Có 1 nhiệm vụ" in tapped.text
        assert number in tapped.text
        (typed,) = await stage.say(chat, f"nhiệm vụ {button.lower()}")
        assert typed.text == tapped.text
