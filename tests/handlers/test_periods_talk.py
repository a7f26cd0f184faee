"""Periods of indicators, which the focal agency closes and leaves agencies out of as of tasks."""

from datetime import timedelta

import pytest

from domain.person import Role
from tests.harness.stage import Stage

INDICATOR = 3


@pytest.fixture
async def focal(stage: Stage) -> str:
    """The chat of the focal agency."""
    return await stage.seat(Role.FOCAL, "so-xay-dung")


async def _said(stage: Stage, chat: str, *texts: str) -> str:
    return " ".join([each.text for text in texts for each in await stage.say(chat, text)])


async def test_an_agency_is_left_out_of_the_figures_alone(stage: Stage, focal: str) -> None:
    """It owes no figure until taken back, its tasks as before; it is told of both."""
    agency = stage.plan.agency_by_id[stage.plan.measured_by(INDICATOR)[0]]
    officer = await stage.seat(Role.OFFICER, agency.id)
    back = f"đưa lại {agency.short} vào số liệu chỉ tiêu"
    leave = f"loại trừ {agency.short} khỏi số liệu chỉ tiêu"
    for text, excluded in ((leave, True), (back, False)):
        stage.now += timedelta(minutes=20)
        said = await _said(stage, focal, f"{text}, lý do: đang sáp nhập", "đồng ý")
        assert "số liệu chỉ tiêu năm 2026" in said
        assert (back in said) is excluded
        (told,) = await stage.unasked(officer)
        assert "số liệu chỉ tiêu năm 2026" in told.text
        rows = await stage.rows(
            "SELECT DISTINCT subject, excluded FROM obligations"
            f" WHERE agency = '{agency.id}' AND starts < '2026-03-02' AND ends > '2026-03-02'"
        )
        assert ("indicator", int(excluded)) in rows
        assert ("task", 1) not in rows
    assert await stage.rows("SELECT subject, excluded FROM exclusions ORDER BY id") == [
        ("indicator", 1),
        ("indicator", 0),
    ]


async def test_who_has_no_indicator_cannot_be_left_out_of_the_figures(
    stage: Stage, focal: str
) -> None:
    """The answer says why."""
    none = stage.plan.agency_by_id["cong-an-tinh"]
    assert not stage.plan.indicators_of(none.id)
    text = f"loại trừ {none.short} khỏi chỉ tiêu, lý do: đang sáp nhập"
    assert "không phụ trách chỉ tiêu nào" in await _said(stage, focal, text)
    assert await stage.rows("SELECT 1 FROM exclusions") == []


async def test_the_figures_of_a_year_are_closed(stage: Stage, focal: str) -> None:
    """What was reported is closed, the tasks' periods are not."""
    (question,) = await stage.say(focal, "chốt kỳ")
    labels = [choice.label for choice in question.choices]
    assert "Kỳ số liệu chỉ tiêu năm 2026" in labels
    (card,) = await stage.tap(focal, "Kỳ số liệu chỉ tiêu năm 2026")
    assert "chưa nộp" in card.text
    (done,) = await stage.tap(focal, "Chốt kỳ")
    assert "Đã chốt kỳ báo cáo số liệu chỉ tiêu năm 2026 lần 1" in done.text
    assert await stage.rows("SELECT subject, period FROM closings") == [("indicator", "2026")]
    (question,) = await stage.say(focal, "chốt kỳ")
    closed = [choice.label for choice in question.choices if "đã chốt" in choice.label]
    assert closed == ["Kỳ số liệu chỉ tiêu năm 2026 (đã chốt lần 1, 02/03/2026)"]
