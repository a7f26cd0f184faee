"""Reporting figures: nothing is written that was not confirmed, by nobody who may not."""

from datetime import timedelta
from pathlib import Path

import pytest

from domain.person import Role
from tests.harness.stage import Stage

AGENCY = "so-xay-dung"
FILED = "SELECT indicator, year, value, estimate, reason FROM figures ORDER BY id"


def read(messages: object) -> str:
    """All that was answered, as text."""
    assert isinstance(messages, list)
    return "\n".join(message.text for message in messages)


@pytest.fixture
async def officer(stage: Stage) -> str:
    """An officer's chat."""
    return await stage.seat(Role.OFFICER, AGENCY)


async def test_a_colleagues_figure_in_between_shows_the_card_again(
    stage: Stage, officer: str
) -> None:
    """What was confirmed is what was shown; the new card says what changed."""
    colleague = await stage.seat(Role.HEAD, AGENCY)
    await stage.say(officer, "cây xanh năm 2025 đạt 7,2")
    await stage.say(colleague, "cây xanh năm 2025 đạt 7")
    await stage.say(colleague, "1")
    again = read(await stage.say(officer, "1"))
    assert "Nội dung đã thay đổi: Số liệu trước của cơ quan" in again
    assert "Thay cho báo cáo ngày 02/03/2026: 7 m²" in again
    assert await stage.rows("SELECT value FROM figures") == [("7",)]
    await stage.say(officer, "1")
    assert await stage.rows("SELECT value, based_on FROM figures ORDER BY id") == [
        ("7", None),
        ("7.2", 1),
    ]


async def test_a_double_tap_and_a_redelivery_file_once(stage: Stage, officer: str) -> None:
    """The same update again, or the same button again, writes nothing more."""
    await stage.say(officer, "cây xanh năm 2025 đạt 7,2")
    await stage.tap(officer, "Gửi báo cáo", id_="tap")
    await stage.tap(officer, "Gửi báo cáo", id_="tap")
    await stage.tap(officer, "Gửi báo cáo")
    assert await stage.rows(FILED) == [(6, 2025, "7.2", 0, None)]


@pytest.mark.parametrize("said", ["hủy", "3", "không", "ct 1", "chỉ tiêu nào chưa đạt", "7,4"])
async def test_only_a_confirmation_writes(stage: Stage, officer: str, said: str) -> None:
    """A refusal, another indicator, a question, another figure: nothing is filed."""
    await stage.say(officer, "cây xanh năm 2025 đạt 7,2")
    await stage.say(officer, said)
    assert await stage.rows(FILED) == []


async def test_a_figure_typed_again_at_the_card_takes_its_place(stage: Stage, officer: str) -> None:
    """The card comes again with the new figure, and keeps that it is an estimate."""
    await stage.say(officer, "ước cây xanh năm 2025 đạt 7,2")
    assert "Ghi nhận <b>7,4 m²</b>, ước thực hiện" in read(await stage.say(officer, "nhầm, 7,4"))
    await stage.say(officer, "đúng")
    assert await stage.rows(FILED) == [(6, 2025, "7.4", 1, None)]


@pytest.mark.parametrize(
    ("value", "warning"), [("9,4", "Tăng nhiều"), ("4,9", "Giảm nhiều"), ("7,2", None)]
)
async def test_a_jump_against_the_last_figure_is_pointed_out(
    stage: Stage, officer: str, value: str, warning: str | None
) -> None:
    """More than thirty percent up or down from the figure before is warned of, not refused."""
    await stage.say(officer, "cây xanh năm 2024 đạt 7,1")
    await stage.say(officer, "1")
    card = read(await stage.say(officer, f"cây xanh năm 2025 đạt {value}"))
    assert ("⚠️" in card) is (warning is not None)
    assert warning is None or f"{warning} so với số liệu gần nhất (7,1 m² năm 2024)" in card
    await stage.say(officer, "1")
    assert len(await stage.rows(FILED)) == 2


async def test_unchanged_takes_the_last_figure(stage: Stage, officer: str) -> None:
    """ "Không đổi" at the figure is the figure of the year before, still to be confirmed."""
    await stage.say(officer, "số đô thị năm 2024 là 22")
    await stage.say(officer, "1")
    await stage.say(officer, "ct 1")
    await stage.say(officer, "2025")
    await stage.say(officer, "không đổi")
    assert "Ghi nhận <b>22 đô thị</b>" in read(await stage.say(officer, "chính thức"))


@pytest.mark.parametrize("said", ["bỏ qua", "skip", "/skip"])
async def test_a_missing_figure_needs_its_reason(stage: Stage, officer: str, said: str) -> None:
    """The reason cannot be skipped; with it, a missing figure is a report."""
    for each in ("ct 7", "2025", "chưa có số liệu"):
        await stage.say(officer, each)
    assert "Câu hỏi này cần được trả lời" in read(await stage.say(officer, said))
    await stage.say(officer, "chờ kết quả điều tra")
    await stage.say(officer, "1")
    assert await stage.rows(FILED) == [(7, 2025, None, 0, "chờ kết quả điều tra")]


async def test_the_remaining_unchanged_is_for_tasks_alone(stage: Stage, officer: str) -> None:
    """No figure is repeated for another year by saying that nothing changed."""
    await stage.say(officer, "cây xanh năm 2024 đạt 7,1")
    await stage.say(officer, "1")
    await stage.say(officer, "còn lại không thay đổi")
    assert len(await stage.rows(FILED)) == 1


async def test_a_file_sent_with_a_figure_is_its_evidence(stage: Stage, officer: str) -> None:
    """What was promised to go with the report goes with the figure."""
    await stage.say(officer, "cây xanh năm 2025 đạt 7,2")
    assert "Tệp đính kèm: 1" in read(await stage.send_file(officer, "bieu.jpg"))
    await stage.say(officer, "1")
    assert await stage.rows("SELECT name, figure FROM evidence") == [("bieu.jpg", 1)]


async def test_a_file_sent_afterwards_can_go_with_a_figure(stage: Stage, officer: str) -> None:
    """The newest report of either kind is offered first."""
    for said in ("nv 7 đang làm 60%", "1", "cây xanh năm 2025 đạt 7,2", "1"):
        await stage.say(officer, said)
    offered = await stage.send_file(officer, "bieu.jpg")
    labels = [choice.label for choice in offered[-1].choices]
    assert [label.partition(",")[0] for label in labels] == ["CT 6 năm 2025", "NV 7"]
    assert "CT 6 năm 2025 (mã tra cứu 0002)" in read(await stage.say(officer, "1"))
    assert await stage.rows("SELECT figure, report FROM evidence") == [(2, None)]


async def test_withdrawing_takes_the_newest_of_either_kind(stage: Stage, officer: str) -> None:
    """A figure after a report, then the report: one by one, newest first."""
    await stage.say(officer, "nv 7 đang làm 60%")
    await stage.say(officer, "1")
    await stage.say(officer, "cây xanh năm 2025 đạt 7,2")
    await stage.say(officer, "1")
    assert "CT 6" in read(await stage.say(officer, "thu hồi"))
    await stage.say(officer, "1")
    assert "NV 7" in read(await stage.say(officer, "thu hồi"))
    await stage.say(officer, "1")
    assert "Không có báo cáo nào" in read(await stage.say(officer, "thu hồi"))


async def test_after_ten_minutes_a_figure_stays(stage: Stage, officer: str) -> None:
    """A later figure corrects it, a withdrawal does not."""
    await stage.say(officer, "cây xanh năm 2025 đạt 7,2")
    await stage.say(officer, "1")
    stage.now += timedelta(minutes=10, seconds=1)
    assert "Không có báo cáo nào" in read(await stage.say(officer, "thu hồi"))


@pytest.mark.parametrize("role", [Role.LEADER, Role.ADMIN])
async def test_who_only_watches_files_no_figure(stage: Stage, role: Role) -> None:
    """A sentence that tells a figure is a question there, and the form is closed."""
    watcher = await stage.seat(role, AGENCY)
    for said in ("cây xanh năm 2025 đạt 7,2", "1", "báo cáo chỉ tiêu", "ct 6", "7,2", "1"):
        await stage.say(watcher, said)
    assert await stage.rows(FILED) == []


@pytest.mark.parametrize("said", ["ct 8", "8", "Tỷ lệ hộ có hạ tầng cáp quang"])
async def test_nobody_chooses_another_agencys_indicator(
    stage: Stage, officer: str, said: str
) -> None:
    """By number or by name, the list offers only one's own."""
    await stage.say(officer, "báo cáo chỉ tiêu")
    await stage.say(officer, said)
    for each in ("2025", "90", "chính thức", "1"):
        await stage.say(officer, each)
    assert not [row for row in await stage.rows(FILED) if row[0] == 8]


@pytest.mark.parametrize(
    "said",
    ["ct 8", "chi tiết ct 8", "cáp quang năm 2025 đạt bao nhiêu", "chỉ tiêu", "chỉ tiêu nào đạt",
     "ai chưa có số liệu", "chỉ tiêu 8", "các chỉ tiêu của Kế hoạch"],
)  # fmt: skip
async def test_another_agencys_figure_is_not_shown(stage: Stage, said: str) -> None:
    """Whatever is asked, only leaders and the focal agency read the figure."""
    owner = await stage.seat(Role.OFFICER, "so-tttt")
    await stage.say(owner, "cáp quang năm 2025 đạt 83,5%")
    await stage.say(owner, "1")
    other = await stage.seat(Role.OFFICER, "so-y-te")
    assert "83,5" not in read(await stage.say(other, said))
    leader = await stage.seat(Role.LEADER, "ubnd-tinh")
    if said not in ("ai chưa có số liệu", "các chỉ tiêu của Kế hoạch"):
        assert "83,5" in read(await _all(stage, leader, said))


async def _all(stage: Stage, chat: str, said: str) -> list[object]:
    """The answer and its next page, where there is one."""
    first = await stage.say(chat, said)
    more = "Xem thêm" in [choice.label for choice in first[-1].choices]
    return [*first, *(await stage.say(chat, "xem thêm") if more else [])]


async def test_an_open_plan_shows_all_figures(tmp_path: Path, stage: Stage) -> None:
    """Where the plan says that reports are open, everybody on the roster reads them."""
    open_ = Stage(tmp_path / "open.db", plan=stage.plan.model_copy(update={"reports_open": True}))
    await open_.prepare()
    owner = await open_.seat(Role.OFFICER, "so-tttt")
    await open_.say(owner, "cáp quang năm 2025 đạt 83,5%")
    await open_.say(owner, "1")
    other = await open_.seat(Role.OFFICER, "so-y-te")
    assert "83,5%" in read(await open_.say(other, "cáp quang năm 2025 đạt bao nhiêu"))


async def test_figures_of_committees_are_never_put_together(stage: Stage) -> None:
    """The leader reads each committee's own figure and how many reported, no average, no sum."""
    for agency, value in (("ubnd-h-ke-sach", "9"), ("ubnd-tp-soc-trang", "16")):
        chat = await stage.seat(Role.OFFICER, agency)
        await stage.say(chat, f"đất giao thông năm 2025 đạt {value}%")
        await stage.say(chat, "1")
    leader = await stage.seat(Role.LEADER, "ubnd-tinh")
    said = read(await stage.say(leader, "chỉ tiêu 5 năm 2025 đạt bao nhiêu"))
    assert "2/11 đơn vị" in said
    assert "UBND huyện Kế Sách: 9%" in said
    assert "UBND TP Sóc Trăng: 16%" in said
    assert "12,5" not in said
    assert "25%" not in said


async def test_the_list_tells_the_reason_where_there_is_no_figure(
    stage: Stage, officer: str
) -> None:
    """Without any value the reason stands in the list; an earlier value stands before it."""
    await stage.say(officer, "ct 7 năm 2025 chưa có số liệu do chờ điều tra")
    await stage.say(officer, "1")
    assert "năm 2025 chưa có số liệu, lý do: chờ điều tra" in read(
        await stage.say(officer, "chỉ tiêu")
    )
    await stage.say(officer, "nhà ở bình quân năm 2024 đạt 27,1 m2")
    await stage.say(officer, "1")
    assert "27,1 m²/người năm 2024" in read(await stage.say(officer, "chỉ tiêu"))


async def test_who_only_reports_figures_is_led_to_them(stage: Stage) -> None:
    """An agency without tasks is told of its indicators, and "báo cáo" opens their report."""
    bank = await stage.seat(Role.OFFICER, "nhnn")
    assert '"chỉ tiêu"' in read(await stage.say(bank, "nhiệm vụ"))
    assert "Chọn chỉ tiêu" in read(await stage.say(bank, "báo cáo"))
