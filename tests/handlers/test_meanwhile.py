"""What happens between a question and its answer: an answer is for what was shown, or for none."""

from datetime import timedelta

import pytest

from dialogue.messages import Message
from domain.person import Role
from domain.plan import Plan
from domain.report import Progress
from storage.plans import save_plan
from tests.harness.stage import Stage

AGENCY = "so-xay-dung"


def _words(messages: list[Message]) -> str:
    return "\n".join(message.text for message in messages)


async def _filed(stage: Stage) -> list[tuple[object, ...]]:
    return await stage.rows("SELECT task FROM task_reports WHERE withdrawn_at IS NULL ORDER BY id")


async def _move(stage: Stage, task: int, lead: str) -> None:
    """A decision gives a task to another agency."""
    tasks = [
        each if each.number != task else each.model_copy(update={"leads": (lead,)})
        for each in stage.plan.tasks
    ]
    stage.plan = Plan.model_validate({**stage.plan.model_dump(), "tasks": tasks})
    async with stage.open() as database, database.write() as connection:
        await save_plan(connection, stage.plan, stage.now)


@pytest.fixture
async def officer(stage: Stage) -> str:
    """The chat of an officer of Sở Xây dựng."""
    return await stage.seat(Role.OFFICER, AGENCY)


async def test_a_card_of_yesterday_is_shown_again(stage: Stage, officer: str) -> None:
    """A report is of the day on which it is confirmed: past midnight the card comes again."""
    stage.now = stage.now.replace(hour=23, minute=55)
    await stage.say(officer, "nv 9 đang làm 60%")
    stage.now += timedelta(minutes=10)
    assert "Gửi báo cáo" in [c.label for m in await stage.say(officer, "1") for c in m.choices]
    assert await _filed(stage) == []
    await stage.say(officer, "1")
    assert await stage.rows("SELECT task, reported_on FROM task_reports") == [(9, "2026-03-03")]


async def test_a_task_given_to_another_agency_is_asked_for_anew(stage: Stage, officer: str) -> None:
    """What was chosen is no longer the agency's to report: said so, and nothing is filed."""
    await stage.say(officer, "nv 9 đang làm 60%")
    await _move(stage, 9, "so-noi-vu")
    said = _words(await stage.tap(officer, "Gửi báo cáo"))
    assert "không còn phù hợp" in said
    assert "Chọn nhiệm vụ" in said
    assert await _filed(stage) == []


async def test_an_agency_without_tasks_any_more_is_told_so(stage: Stage) -> None:
    """The only task moved away under an open question: the talk ends in words."""
    clerk = await stage.seat(Role.OFFICER, "so-noi-vu")
    await stage.say(clerk, "nv 8")
    await _move(stage, 8, AGENCY)
    assert "không chủ trì nhiệm vụ nào" in _words(await stage.say(clerk, "tạm hoãn"))
    assert (await stage.chat(clerk)).state.talks == []


async def test_a_colleagues_report_makes_the_list_of_the_unchanged_new(
    stage: Stage, officer: str
) -> None:
    """ "Không thay đổi" was confirmed for a list; where the list differs it is shown again."""
    for task in (7, 9):
        await stage.report(AGENCY, task, Progress.IN_PROGRESS, percent=45)
    stage.now += timedelta(days=30)
    await stage.say(officer, "còn lại không thay đổi")
    colleague = await stage.seat(Role.HEAD, AGENCY)
    await stage.say(colleague, "nv 7 tạm hoãn")
    await stage.tap(colleague, "Gửi báo cáo")
    said = _words(await stage.tap(officer, "Gửi báo cáo"))
    assert "NV 9" in said
    assert "NV 7:" not in said
    assert await _filed(stage) == [(7,), (9,), (7,)]


async def test_a_code_serves_the_first_who_agrees(stage: Stage) -> None:
    """Two chats were shown the same code's name; the second is told that it no longer works."""
    code = await stage.code(Role.OFFICER, AGENCY)
    for chat in ("first", "second"):
        await stage.say(chat, code)
    assert "Đã kết nối" in _words(await stage.tap("first", "Đồng ý"))
    assert "hết hiệu lực" in _words(await stage.tap("second", "Đồng ý"))
    assert (await stage.chat("second")).person is None


async def test_a_code_revoked_before_the_consent_joins_nobody(stage: Stage) -> None:
    """A new code makes the old one void, also for who has the notice on the screen."""
    await stage.say("late", await stage.code(Role.OFFICER, AGENCY))
    await stage.code(Role.OFFICER, AGENCY)
    assert "hết hiệu lực" in _words(await stage.say("late", "đồng ý"))
    assert (await stage.chat("late")).person is None


async def test_a_report_taken_back_takes_no_file(stage: Stage, officer: str) -> None:
    """The report offered for a file was withdrawn in between: nothing is attached to it."""
    await stage.say(officer, "nv 9 đang làm 60%")
    await stage.tap(officer, "Gửi báo cáo")
    await stage.send_file(officer, "anh.jpg")
    await stage.say(officer, "thu hồi")
    await stage.tap(officer, "Thu hồi")
    await stage.say(officer, "1")
    assert await _filed(stage) == []
    assert await stage.rows("SELECT report FROM evidence") == [(None,)]


async def test_who_signs_out_is_shown_no_question_any_more(stage: Stage, officer: str) -> None:
    """A report begun before the sign-out was confirmed ends with it, in the very same turn."""
    await stage.say(officer, "/toi")
    await stage.tap(officer, "Đăng xuất")
    await stage.say(officer, "nv 9 đang làm 60%")
    said = await stage.tap(officer, "Đăng xuất")
    assert "Đã đăng xuất" in _words(said)
    assert [choice.label for message in said for choice in message.choices] == []
    assert (await stage.chat(officer)).state.talks == []
