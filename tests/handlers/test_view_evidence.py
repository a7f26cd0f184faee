"""Files attached to reports: who may see them, what a stale button opens, what is not there."""

from datetime import timedelta
from typing import Any

import pytest

from dialogue.messages import Attachment, Delivery, Kind, Press
from domain.person import Role
from tests.harness.stage import Stage
from understanding.evidence_words import EvidenceAsked, read_evidence

HOME = "so-noi-vu"
DONE = "nv 8 đã xong, quyết định 123/QĐ-UBND ngày 05/02/2026"


@pytest.fixture
async def officer(stage: Stage) -> str:
    """The chat of the agency that leads NV 8 alone, which has reported it with two files."""
    chat = await stage.seat(Role.OFFICER, HOME)
    await stage.say(chat, DONE)
    await stage.send_file(chat, "quyet-dinh.jpg")
    await stage.send_file(chat, "bien-ban.jpg")
    await stage.say(chat, "1")
    return chat


def _sent(stage: Stage, chat: str) -> list[str]:
    return [_name(each) for each in stage.shown.get(chat, ()) if _name(each)]


def _name(delivery: Delivery) -> str:
    content = delivery.content
    return content.name if isinstance(content, Attachment) else ""


def _stale(stage: Stage, chat: str, key: str) -> Press:
    """A press of a list that this chat was never shown, or long ago."""
    return Press(token="q999", key=key, message=str(stage.shown[chat][-1].id))


async def _id_of(stage: Stage, name: str) -> int:
    ((id_,),) = await stage.rows(f"SELECT id FROM evidence WHERE name = '{name}'")
    return int(str(id_))


@pytest.mark.parametrize("role", [Role.LEADER, Role.FOCAL])
async def test_a_button_sends_the_file(stage: Stage, officer: str, role: Role) -> None:
    """Leaders and the focal agency have the card's button and a list; a tap sends that file."""
    chat = await stage.seat(role, "ubnd-tinh" if role is Role.LEADER else "so-xay-dung")
    await stage.say(chat, "chi tiết nv 8")
    await stage.tap(chat, "Xem minh chứng (2 tệp)")
    await stage.tap(chat, "bien-ban.jpg")
    assert _sent(stage, chat) == ["bien-ban.jpg"]
    await stage.tap(chat, "quyet-dinh.jpg")
    assert _sent(stage, chat) == ["bien-ban.jpg", "quyet-dinh.jpg"]


async def test_a_stale_button_opens_the_file_again(stage: Stage, officer: str) -> None:
    """A list from long ago stays in the chat: its buttons send what may be seen today."""
    leader = await stage.seat(Role.LEADER, "ubnd-tinh")
    await stage.say(leader, "minh chứng nv 8")
    stage.now += timedelta(days=9)
    await stage.say(leader, "menu")
    id_ = await _id_of(stage, "quyet-dinh.jpg")
    await stage.press(leader, _stale(stage, leader, f"evidence/file/{id_}"))
    assert _sent(stage, leader) == ["quyet-dinh.jpg"]


@pytest.mark.parametrize("key", ["evidence/file/{id}", "evidence/task/8"])
async def test_a_forged_button_opens_nothing(stage: Stage, officer: str, key: str) -> None:
    """Who may not see the report is sent no file by any button, and is not told its name."""
    other = await stage.seat(Role.OFFICER, "so-y-te")
    await stage.say(other, "menu")
    id_ = await _id_of(stage, "quyet-dinh.jpg")
    said = await stage.press(other, _stale(stage, other, key.format(id=id_)))
    assert _sent(stage, other) == []
    assert "quyet-dinh" not in str(said)
    assert said


@pytest.mark.parametrize("key", ["evidence/file/x", "evidence/file/999", "evidence/task/99"])
async def test_a_button_of_nothing_is_answered(stage: Stage, officer: str, key: str) -> None:
    """A made-up key gets a sentence."""
    await stage.say(officer, "menu")
    assert await stage.press(officer, _stale(stage, officer, key))


async def test_a_right_that_is_gone_closes_the_list(stage: Stage, officer: str) -> None:
    """Who was a leader when the list was shown, and is none any more, is sent nothing."""
    leader = await stage.seat(Role.LEADER, "ubnd-tinh")
    await stage.say(leader, "minh chứng nv 8")
    await stage.rows("UPDATE people SET role = 'officer' WHERE role = 'leader'")
    await stage.tap(leader, "quyet-dinh.jpg")
    assert _sent(stage, leader) == []


async def test_a_withdrawn_report_takes_its_files_along(stage: Stage, officer: str) -> None:
    """What was withdrawn cannot be seen, by the list or by its buttons."""
    leader = await stage.seat(Role.LEADER, "ubnd-tinh")
    await stage.say(leader, "minh chứng nv 8")
    await stage.say(officer, "thu hồi")
    await stage.say(officer, "1")
    await stage.tap(leader, "quyet-dinh.jpg")
    id_ = await _id_of(stage, "quyet-dinh.jpg")
    (closed,) = await stage.press(leader, _stale(stage, leader, f"evidence/file/{id_}"))
    assert "không xem được nữa" in closed.text
    assert _sent(stage, leader) == []


async def test_the_last_one_left_is_not_sent_for_another(stage: Stage, officer: str) -> None:
    """A tap on a file that has gone meanwhile does not send the only one that remains."""
    leader = await stage.seat(Role.LEADER, "ubnd-tinh")
    await stage.say(leader, "minh chứng nv 8")
    await stage.rows("UPDATE evidence SET report = NULL WHERE name = 'quyet-dinh.jpg'")
    await stage.tap(leader, "quyet-dinh.jpg")
    assert _sent(stage, leader) == []


@pytest.mark.parametrize(
    ("problem", "told"), [("unfetched", "đang được tải về"), ("lost", "không tải về được")]
)
async def test_what_never_arrived_is_told(
    stage: Stage, officer: str, problem: str, told: str
) -> None:
    """A file that is not on disk yet, or never will be, is named with what became of it."""
    await stage.rows(f"UPDATE evidence SET sha256 = NULL, problem = '{problem}'")
    (said,) = await stage.say(officer, "tệp 1 nv 8")
    assert told in said.text
    assert _sent(stage, officer) == []


async def test_a_caption_is_not_a_question(stage: Stage, officer: str) -> None:
    """A photo sent with "minh chứng nv 8" is to be attached."""
    (asked,) = await stage.send_file(officer, "anh.jpg", text="minh chứng nv 8")
    assert "Đính kèm vào báo cáo nào?" in asked.text
    assert "tệp minh chứng" not in asked.text


async def test_an_open_report_is_not_left(stage: Stage, officer: str) -> None:
    """In mid-report the files are named, without numbers that could answer the open question."""
    await stage.say(officer, "nv 8 đang làm 40%")
    said = await stage.say(officer, "minh chứng nv 8")
    assert "tệp 1: quyet-dinh.jpg" in said[-1].text
    await stage.say(officer, "tệp 2 nv 8")
    assert _sent(stage, officer) == ["bien-ban.jpg"]


async def test_a_figure_has_files_too(stage: Stage) -> None:
    """What is attached to an indicator's figure is seen in the same way."""
    chat = await stage.seat(Role.OFFICER, "so-xay-dung")
    await stage.say(chat, "ct 3 năm 2025 đạt 44,2%")
    await stage.send_file(chat, "so-lieu.jpg")
    await stage.say(chat, "1")
    await stage.say(chat, "minh chứng ct 3")
    assert _sent(stage, chat) == ["so-lieu.jpg"]
    await stage.say(chat, "chi tiết ct 3")
    await stage.tap(chat, "Xem minh chứng")
    assert _sent(stage, chat) == ["so-lieu.jpg"] * 2


async def test_a_double_delivery_sends_once(stage: Stage, officer: str) -> None:
    """The same words delivered twice send one file."""
    await stage.say(officer, "tệp 1 nv 8", id_="same")
    await stage.say(officer, "tệp 1 nv 8", id_="same")
    assert _sent(stage, officer) == ["quyet-dinh.jpg"]


async def test_a_stranger_learns_of_no_file(stage: Stage, officer: str) -> None:
    """Who is not on the roster is asked for a code, and nothing else."""
    (said,) = await stage.say("stranger", "minh chứng nv 8")
    assert "NV 8" not in said.text
    assert await stage.send_kind("stranger", Kind.STICKER)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("minh chứng nv 9", {"task": 9}),
        ("xem file nv 9", {"task": 9}),
        ("Minh chung nv9?", {"task": 9}),
        ("cho xem ảnh minh chứng của nhiệm vụ số 9", {"task": 9}),
        ("nv 9 có minh chứng không", {"task": 9}),
        ("nv 9: xem minh chứng", {"task": 9}),
        ("minh chứng 9", {"task": 9}),
        ("gửi lại file nv 9", {"task": 9}),
        ("minh chứng của nv 9 đâu", {"task": 9}),
        ("show evidence of task 9", {"task": 9}),
        ("tệp 2 nv 9", {"task": 9, "place": 2}),
        ("xem tệp 2 của nv 9", {"task": 9, "place": 2}),
        ("xem các minh chứng của chỉ tiêu 3", {"indicator": 3}),
        ("xem minh chứng", {}),
        ("xem tệp đính kèm", {}),
    ],
)
def test_asking_is_read(text: str, asked: dict[str, Any]) -> None:
    """With and without diacritics, with the noun before or after the number."""
    assert read_evidence(text) == EvidenceAsked(**asked)


@pytest.mark.parametrize(
    "text",
    [
        "xem nv 9",
        "gửi minh chứng nv 9",
        "nv 9 đang làm 60%",
        "nv 9 thiếu minh chứng",
        "nv 9 đã xong có minh chứng kèm theo",
        "nhiệm vụ nào chưa có minh chứng",
        "ảnh",
        "tệp 2",
        "",
    ],
)
def test_what_only_sounds_like_asking_is_not_read(text: str) -> None:
    """Reports, other questions and sending of files are left to others."""
    assert read_evidence(text) is None
