"""The leaders' brief in the chat: every number opens its list, also days later."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dialogue.messages import Message, Press
from dialogue.texts import ZONE
from domain.person import Role
from domain.report import Progress
from handlers.brief import opened
from tests.harness.rehearsal import Rehearsal
from tests.harness.stage import PLAN, Stage

FRIDAY = datetime(2026, 2, 27, 9, 0, tzinfo=ZONE)
LOOK = datetime(2026, 3, 2, 8, 0, tzinfo=ZONE)
MOST_LINES = 12


@pytest.fixture
async def stage(tmp_path: Path) -> Stage:
    """A leader and the head of the focal agency; two tasks done since the last week."""
    made = Rehearsal(tmp_path / "baocao.db", now=FRIDAY)
    await made.prepare()
    await made.seat(Role.LEADER, "ubnd-tinh", "leader")
    await made.seat(Role.HEAD, PLAN.focal, "head")
    await made.report("so-xay-dung", 9, Progress.DONE, on=date(2026, 2, 25))
    await made.report("so-noi-vu", 8, Progress.IN_PROGRESS, obstacle="chờ hướng dẫn")
    made.now = LOOK
    return made


async def _brief(stage: Stage, chat: str) -> Message:
    """The brief that comes to a chat; a head is also reminded of the own agency's tasks."""
    return next(each for each in await stage.remind(chat) if "Tóm tắt" in each.text)


def _press(brief: Message, label: str) -> Press:
    key = next(choice.key for choice in brief.choices if choice.label == label)
    return Press(token=str(brief.token), key=key)


def _text(messages: list[Message]) -> str:
    return "\n".join(message.text for message in messages)


async def test_every_button_opens_its_list(stage: Stage) -> None:
    """Each number that is not zero has a list, and nobody who is briefed is refused one."""
    brief = await _brief(stage, "head")
    assert len(brief.text.splitlines()) <= MOST_LINES
    assert len(brief.text) < 1000
    for choice in brief.choices:
        answer = _text(await stage.press("head", Press(token=str(brief.token), key=choice.key)))
        assert answer
        assert "Anh/chị chỉ được xem" not in answer, choice.label
        assert "không còn" not in answer, choice.label


async def test_a_brief_is_headed_by_what_it_is(stage: Stage) -> None:
    """Monday's is the week's; asked for on Tuesday it tells of what has changed from Monday on."""
    assert "Tóm tắt tuần" in (await _brief(stage, "leader")).text
    stage.now += timedelta(days=1)
    (asked,) = await stage.say("leader", "tóm tắt")
    assert "Tóm tắt tuần" not in asked.text
    assert "Từ ngày 02/03/2026:" in asked.text


async def test_a_number_is_its_list_days_later_too(stage: Stage) -> None:
    """The button of an old brief shows what had changed by that brief's own reckoning."""
    brief = await _brief(stage, "leader")
    assert "mới hoàn thành 1 (NV 9)" in brief.text
    stage.now += timedelta(days=5)
    await stage.say("leader", "ai chưa báo cáo")
    assert "NV 9" in _text(await stage.press("leader", _press(brief, "Mới hoàn thành")))


async def test_a_button_whose_number_is_zero_by_now_shows_the_brief(stage: Stage) -> None:
    """What was done then and is not any more is told by the numbers of today."""
    brief = await _brief(stage, "leader")
    press = _press(brief, "Mới hoàn thành")
    stage.now += timedelta(days=1)
    await stage.report("so-xay-dung", 9, Progress.IN_PROGRESS)
    await stage.say("leader", "menu")
    assert "hoàn thành <b>0</b>" in _text(await stage.press("leader", press))


async def test_who_stops_before_it_leaves_is_not_briefed(stage: Stage) -> None:
    """A brief that waits behind a question is dropped once no more are wanted."""
    await stage.say("head", "báo cáo")
    assert not any("Tóm tắt" in each.text for each in await stage.remind("head"))
    stage.now += timedelta(minutes=20)
    await stage.say("head", "ngừng tóm tắt")
    await stage.say("head", "hủy")
    stage.now += timedelta(minutes=20)
    assert "Tóm tắt" not in _text((await stage.release()).get("head", []))
    assert "Tóm tắt tình hình" in _text(await stage.say("head", "tóm tắt"))


async def test_a_forged_button_opens_the_brief_at_most(stage: Stage) -> None:
    """Whatever a press carries, no turn breaks on it."""
    assert opened("summary/whole/done") is None
    for key in ("brief", "brief/x/y/z", "brief/269999/-/done", "brief/260223/-/"):
        assert _text(await stage.press("leader", Press(token="q9", key=key))), key
