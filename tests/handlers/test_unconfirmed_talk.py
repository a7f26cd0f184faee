"""What a head has still to confirm is known to nobody outside the agency, by no way in."""

import pytest

from dialogue.messages import Attachment, Message, Press
from domain.person import Role
from domain.reviewing import ReviewRules
from tests.harness.stage import Stage

OURS = "so-noi-vu"
TOLD = "nv 8 đang làm 37%, vướng mặt bằng ở khu Đông"


@pytest.fixture
async def office(stage: Stage) -> Stage:
    """Sở Nội vụ with a head who confirms; a leader and the focal agency look on."""
    await stage.prepare()
    await stage.set_review(ReviewRules(head=True, focal=True))
    for role, agency, chat in (
        (Role.OFFICER, OURS, "officer"),
        (Role.HEAD, OURS, "head"),
        (Role.LEADER, stage.plan.focal, "leader"),
        (Role.FOCAL, stage.plan.focal, "focal"),
    ):
        await stage.seat(role, agency, chat)
    return stage


def _text(messages: list[Message]) -> str:
    return "\n".join(each.text for each in messages)


async def _confirm(stage: Stage) -> None:
    await stage.say("head", "/duyet")
    await stage.say("head", "duyệt nv 8")
    await stage.say("head", "1")


def _files(stage: Stage, chat: str) -> int:
    return sum(isinstance(each.content, Attachment) for each in stage.shown.get(chat, ()))


async def test_files_are_shown_to_others_from_the_confirmation_on(office: Stage) -> None:
    """Neither by words nor by a button; its own agency has them at once."""
    await office.send_file("officer", "bien-ban.jpg", text="nv 8 đang làm 37%")
    await office.say("officer", "1")
    for chat in ("leader", "focal"):
        card = await office.say(chat, "nv 8")
        assert not any("evidence" in each.key for message in card for each in message.choices)
        assert "bien-ban" not in _text(await office.say(chat, "minh chứng nv 8"))
        assert "bien-ban" not in _text(await office.say(chat, "minh chứng"))
        assert "NV 8" not in _text(await office.say(chat, "minh chứng"))
        last = str(office.shown[chat][-1].id)
        await office.press(chat, Press(token="q999", key="evidence/file/1", message=last))
        assert _files(office, chat) == 0
    await office.say("head", "minh chứng nv 8")
    assert _files(office, "head") == 1
    await _confirm(office)
    await office.say("leader", "minh chứng nv 8")
    assert _files(office, "leader") == 1


async def test_an_obstacle_is_passed_on_once_the_head_has_confirmed_it(office: Stage) -> None:
    """The focal agency is told then, in the officer's name; "unchanged" meanwhile keeps it."""
    await office.say("officer", TOLD)
    await office.say("officer", "1")
    assert "khu Đông" not in _text(await office.unasked("focal"))
    for chat in ("leader", "focal"):
        assert "khu Đông" not in _text(await office.say(chat, "vướng mắc"))
        assert "VM 1" not in _text(await office.say(chat, "nv 8"))
    await office.say("officer", "nv 8 không thay đổi")
    await office.say("officer", "1")
    await _confirm(office)
    assert "khu Đông" in _text(await office.unasked("focal"))
    assert "khu Đông" in _text(await office.say("leader", "vướng mắc"))
    told = "SELECT p.name, w.kind FROM obstacle_words w JOIN people p ON p.id = w.person"
    assert await office.rows(told) == [("officer", "told")]


async def test_an_obstacle_ends_once_the_head_has_confirmed_it(office: Stage) -> None:
    """What the officer says is over stands for all others until then."""
    await office.say("officer", TOLD)
    await office.say("officer", "1")
    await _confirm(office)
    await office.say("officer", "nv 8 đang làm 60%, hết vướng mắc")
    await office.say("officer", "1")
    assert "khu Đông" in _text(await office.say("leader", "vướng mắc"))
    await _confirm(office)
    assert "khu Đông" not in _text(await office.say("leader", "vướng mắc"))


async def test_a_request_for_extension_tells_others_nothing_unconfirmed(office: Stage) -> None:
    """Before the focal agency it shows what has counted last."""
    await office.say("officer", "nv 8 đang làm 21%")
    await office.say("officer", "1")
    await _confirm(office)
    await office.say("officer", "nv 8 đang làm 37%")
    await office.say("officer", "1")
    await office.say("officer", "xin gia hạn nv 8 đến 30/6/2027 vì thiếu vốn")
    await office.say("officer", "1")
    came = _text(await office.unasked("focal"))
    assert "thiếu vốn" in came
    assert "21%" in came
    assert "37%" not in came


async def test_who_reports_on_behalf_is_shown_what_was_confirmed(office: Stage) -> None:
    """The report is filed all the same, after the one that is not shown."""
    await office.say("officer", "nv 8 đang làm 21%")
    await office.say("officer", "1")
    await _confirm(office)
    await office.say("officer", "nv 8 đang làm 37%")
    await office.say("officer", "1")
    first = _text(await office.say("focal", "báo cáo thay Sở Nội vụ: nv 8"))
    card = _text(await office.say("focal", "báo cáo thay Sở Nội vụ: nv 8 đang làm 45%"))
    assert "21%" in first
    assert "37%" not in first + card
    await office.say("focal", "1")
    last = "SELECT percent, based_on FROM task_reports ORDER BY id DESC LIMIT 1"
    assert await office.rows(last) == [("45", 2)]


async def test_why_a_head_has_returned_a_report_is_not_told_to_others(office: Stage) -> None:
    """Nobody else has seen the report; its officer is told."""
    await office.say("officer", "nv 8 đang làm 37%")
    await office.say("officer", "1")
    await office.say("head", "trả lại nv 8 vì số liệu bí mật")
    await office.say("head", "1")
    assert "bí mật" in _text(await office.say("officer", "báo cáo nv 8"))
    assert "bí mật" not in _text(await office.say("focal", "báo cáo thay Sở Nội vụ: nv 8"))


async def test_a_reviewer_compares_with_what_was_confirmed(office: Stage) -> None:
    """A report that was replaced before its head confirmed it stays within the agency."""
    for percent in (37, 45):
        await office.say("officer", f"nv 8 đang làm {percent}%")
        await office.say("officer", "1")
    await _confirm(office)
    await office.say("focal", "/duyet")
    last = str(office.shown["focal"][-1].id)
    (card,) = await office.press("focal", Press(token="q999", key="waiting/2", message=last))
    captions = " ".join(each.caption for each in card.choices)
    assert "45%" in card.text
    assert "chỉnh lý" in captions
    assert "So với" not in captions
