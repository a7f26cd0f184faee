"""Reminders in the chat: reported from, put off, paused, and seen by who is to see it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dialogue.messages import Message, Press
from dialogue.texts import ZONE
from domain.person import Role
from domain.report import Progress
from tests.harness.stage import Stage

AGENCY = "so-xay-dung"
MORNING = datetime(2026, 3, 9, 8, 0, tzinfo=ZONE)


@pytest.fixture
async def reminded(tmp_path: Path) -> Stage:
    """An officer who had a digest this morning."""
    stage = Stage(tmp_path / "baocao.db")
    await stage.prepare()
    officer = await stage.seat(Role.OFFICER, AGENCY, "officer")
    stage.now = MORNING
    (message,) = await stage.remind(officer)
    assert "NV 4, 7, 9, 31" in message.text
    return stage


def last_text(messages: list[Message]) -> str:
    """What the bot said."""
    (message,) = messages
    return message.text


async def test_every_button_of_a_digest_works_all_day(reminded: Stage) -> None:
    """One task is reported by a tap, then another, hours later, by a tap on the same message."""
    digest = reminded.shown["officer"][-1].content
    assert isinstance(digest, Message)
    first = last_text(await reminded.tap("officer", "NV 4"))
    assert "Nhiệm vụ 4" in first
    for said in ("đang thực hiện", "30", "không có", "gửi"):
        await reminded.say("officer", said)
    reminded.now += timedelta(hours=5)
    key = next(choice.key for choice in digest.choices if choice.label == "NV 7")
    again = await reminded.press("officer", Press(token=str(digest.token), key=key))
    assert "Nhiệm vụ 7" in last_text(again)
    await reminded.say("officer", "hủy")
    key = next(choice.key for choice in digest.choices if "Tạm ngừng" in choice.label)
    paused = await reminded.press("officer", Press(token=str(digest.token), key=key))
    assert "Tạm ngừng nhắc việc nào?" in last_text(paused)


async def test_a_second_tap_on_the_same_button_does_nothing(reminded: Stage) -> None:
    """A double tap opens one report."""
    digest = reminded.shown["officer"][-1].content
    assert isinstance(digest, Message)
    press = Press(token=str(digest.token), key=digest.choices[0].key)
    assert len(await reminded.press("officer", press)) == 1
    assert await reminded.press("officer", press) == []


@pytest.mark.parametrize(
    "said", ["NV 9", "nv9", "nv 9 đang làm 60%, đang chờ thẩm định", "nhiệm vụ 9", "bao cao nv 9"]
)
async def test_a_task_of_a_digest_can_be_typed(reminded: Stage, said: str) -> None:
    """By its number, by a whole sentence, without marks."""
    assert "Nhiệm vụ 9" in last_text(await reminded.say("officer", said))


@pytest.mark.parametrize(
    "said", ["nhắc lại ngày mai", "nhac lai ngay mai", "Mai nhắc lại", "nhắc lại ngày mai ."]
)
async def test_tomorrow_tells_what_is_still_owed(reminded: Stage, said: str) -> None:
    """Put off, the next day begins where this one did; what was reported is gone from it."""
    assert "ngày làm việc tiếp theo" in last_text(await reminded.say("officer", said))
    await reminded.report(AGENCY, 9, Progress.IN_PROGRESS)
    reminded.now += timedelta(days=1)
    (message,) = await reminded.remind("officer")
    assert "còn 3 nhiệm vụ chưa báo cáo: NV 4, 7, 31" in message.text


async def test_without_putting_it_off_the_next_day_is_quiet(reminded: Stage) -> None:
    """No step was crossed since."""
    reminded.now += timedelta(days=1)
    assert await reminded.remind("officer") == []


async def test_putting_off_twice_is_answered_and_changes_nothing(reminded: Stage) -> None:
    """The second time there is nothing to put off."""
    await reminded.say("officer", "nhắc lại ngày mai")
    again = last_text(await reminded.say("officer", "nhắc lại ngày mai"))
    assert "chưa có lời nhắc nào để nhắc lại" in again


@pytest.mark.parametrize("said", ["tạm ngừng nhắc", "tam ngung nhac", "ngừng nhắc", "/nhac"])
async def test_pausing_can_be_typed_in_many_ways(reminded: Stage, said: str) -> None:
    """Every word works as every button; "/nhac" offers it."""
    messages = await reminded.say("officer", said)
    assert any("Tạm ngừng nhắc" in each.text + str(each.choices) for each in messages)


async def test_a_paused_task_is_not_reminded_of_until_its_next_stage(reminded: Stage) -> None:
    """The monthly reminder of April leaves it out where it was paused till May."""
    reminded.now = datetime(2026, 4, 1, 8, 0, tzinfo=ZONE)
    (message,) = await reminded.remind("officer")
    assert "Quá hạn trên 8 tuần: 2 nhiệm vụ: NV 4, 7" in message.text
    said = last_text(await reminded.say("officer", "tạm ngừng nhắc NV 7"))
    assert "NV 7 đến ngày 01/05/2026" in said
    assert "cơ quan đầu mối thấy" in said
    reminded.now = datetime(2026, 5, 4, 8, 0, tzinfo=ZONE)
    (message,) = await reminded.remind("officer")
    assert "Quá hạn trên 8 tuần: 2 nhiệm vụ: NV 4, 7" in message.text


async def test_a_pause_is_of_one_person(reminded: Stage) -> None:
    """A colleague of the same agency is reminded all the same."""
    await reminded.seat(Role.OFFICER, AGENCY, "colleague")
    await reminded.say("officer", "tạm ngừng nhắc")
    await reminded.say("officer", "Kỳ báo cáo quý I/2026")
    reminded.now = datetime(2026, 3, 10, 8, 0, tzinfo=ZONE)
    assert "Tạm ngừng" not in last_text(await reminded.say("colleague", "nhắc việc"))
    reminded.now = datetime(2026, 3, 11, 8, 0, tzinfo=ZONE)
    assert len(await reminded.remind("colleague")) == 1


async def test_the_focal_agency_sees_a_pause_and_a_stranger_to_the_agency_does_not(
    reminded: Stage,
) -> None:
    """In its digest, in the list, and under the task; other agencies' officers see none of it."""
    await reminded.seat(Role.FOCAL, AGENCY, "focal")
    await reminded.seat(Role.OFFICER, "so-noi-vu", "other")
    await reminded.say("officer", "tạm ngừng nhắc NV 7")
    assert "Sở Xây dựng: NV 7" in last_text(await reminded.say("focal", "nhắc việc"))
    assert "Tạm ngừng nhắc: Sở Xây dựng" in last_text(await reminded.say("focal", "chi tiết 7"))
    assert "Tạm ngừng" not in last_text(await reminded.say("other", "chi tiết 7"))
    assert "Sở Xây dựng: NV 7" not in last_text(await reminded.say("other", "nhắc việc"))
    reminded.now = datetime(2026, 3, 11, 8, 0, tzinfo=ZONE)
    (message,) = await reminded.remind("focal")
    assert "Cơ quan tạm ngừng nhắc: Sở Xây dựng: NV 7 đến ngày 01/04/2026" in message.text


@pytest.mark.parametrize("already", [[], ["tạm ngừng nhắc"]])
async def test_several_tasks_named_are_paused_and_resumed_together(
    reminded: Stage, already: list[str]
) -> None:
    """Nor are they taken for reports of "tạm hoãn", also while the question is open."""
    for text in already:
        await reminded.say("officer", text)
    (said, *_) = await reminded.say("officer", "tạm ngừng nhắc NV 4, NV 7")
    assert said.text.startswith("Đã tạm ngừng nhắc: NV 4, NV 7 đến ngày")
    (said, *_) = await reminded.say("officer", "tiếp tục nhắc nv 4 và 7")
    assert said.text.startswith("Sẽ nhắc trở lại: NV 4, NV 7.")


@pytest.mark.parametrize("said", ["tạm ngừng nhắc NV 4 và NV 9", "tạm dừng nhắc nv 4, nv 9"])
async def test_several_tasks_of_which_one_is_not_due_are_asked_about(
    reminded: Stage, said: str
) -> None:
    """What is paused is chosen from what is due."""
    assert "Tạm ngừng nhắc việc nào?" in last_text(await reminded.say("officer", said))


async def test_a_task_named_with_dont_remind_is_paused(reminded: Stage) -> None:
    """As people say it: "đừng nhắc NV 4 nữa"."""
    said = last_text(await reminded.say("officer", "đừng nhắc NV 4 nữa"))
    assert "NV 4 đến ngày" in said


async def test_resuming_one_of_several_resumes_only_that(reminded: Stage) -> None:
    """An open question about which is not answered by what is left."""
    for number in (4, 7):
        await reminded.say("officer", f"tạm ngừng nhắc nv {number}")
    assert "Nhắc trở lại việc nào?" in last_text(await reminded.say("officer", "tiếp tục nhắc"))
    said = last_text(await reminded.say("officer", "tiếp tục nhắc nv 7"))
    assert said.startswith("Sẽ nhắc trở lại: NV 7.")
    assert "NV 4 đến ngày" in last_text(await reminded.say("officer", "/nhac"))


async def test_a_reader_is_told_whom_reminders_are_for(stage: Stage) -> None:
    """A leader reports nothing."""
    leader = await stage.seat(Role.LEADER, "ubnd-tinh")
    assert "dành cho người báo cáo" in last_text(await stage.say(leader, "/nhac"))


async def test_a_digest_stays_short_for_who_owes_sixteen_tasks(stage: Stage) -> None:
    """A district leads more than anybody: still one screen, and few buttons."""
    officer = await stage.seat(Role.OFFICER, "ubnd-tp-soc-trang")
    stage.now = MORNING
    (message,) = await stage.remind(officer)
    assert len(message.text) < 1000
    assert len(message.text.splitlines()) <= 12
    assert len(message.choices) <= 8


@pytest.mark.parametrize("day", ["2026-03-02", "2026-03-13", "2026-12-01", "2026-12-11"])
async def test_the_longest_digest_fits_a_phone(tmp_path: Path, day: str) -> None:
    """All that can come together for the focal agency: its own, the worst, pauses, nobody there."""
    stage = Stage(tmp_path / "baocao.db", now=datetime(2026, 2, 13, 8, 0, tzinfo=ZONE))
    await stage.prepare()
    await stage.seat(Role.FOCAL, AGENCY, "focal")
    for agency in ("ubnd-tp-soc-trang", "ubnd-tx-vinh-chau", "ubnd-tx-nga-nam", "so-tnmt"):
        chat = await stage.seat(Role.OFFICER, agency)
        await stage.say(chat, "tạm ngừng nhắc")
        await stage.say(chat, "tất cả")
    stage.now = datetime.fromisoformat(f"{day}T08:00").replace(tzinfo=ZONE)
    (message,) = await stage.remind("focal")
    assert len(message.text.splitlines()) <= 12
    assert len(message.text) < 1000
