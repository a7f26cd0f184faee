"""What a turn makes of updates that are no ordinary text."""

import pytest

from dialogue.messages import File, Inbound, Kind
from domain.person import Role
from domain.report import Progress
from tests.harness.stage import CHANNEL, Stage


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.EDITED, "tin nhắn mới"),
        (Kind.STICKER, "nhắn bằng chữ"),
        (Kind.CONTACT, "nhắn bằng chữ"),
        (Kind.OTHER, "nhắn bằng chữ"),
        (Kind.GROUP, "nhắn tin riêng"),
    ],
)
async def test_what_cannot_be_read_is_answered_and_the_question_stays(
    kind: Kind, words: str, stage: Stage
) -> None:
    """Every kind of update gets a sentence that says what to do, then the open question again."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    await stage.say(chat, "nv 8")
    said = await stage.send_kind(chat, kind, "nv 8 đã xong")
    assert len(said) == 1
    assert words in said[0].text
    assert "Tình hình thực hiện?" in said[0].text
    assert await stage.reports("so-noi-vu") == []


@pytest.mark.parametrize("kind", [Kind.EDITED, Kind.STICKER, Kind.CONTACT, Kind.OTHER, Kind.FILE])
async def test_a_stranger_gets_one_sentence_whatever_is_sent(kind: Kind, stage: Stage) -> None:
    """A stranger learns nothing from any kind of update."""
    said = await stage.send_kind("stranger", kind, "nhiệm vụ quá hạn")
    assert [message.text for message in said] == [str(stage.texts.say("join-stranger"))]


async def test_a_stranger_in_a_group_learns_nothing(stage: Stage) -> None:
    """In a group the bot asks to be written to in private."""
    said = await stage.send_kind("group", Kind.GROUP, "nhiệm vụ quá hạn")
    assert [message.text for message in said] == [str(stage.texts.say("engine-group"))]


async def test_a_text_too_long_is_refused(stage: Stage) -> None:
    """More than ten thousand characters are not read, and that is said."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    said = await stage.say(chat, "a" * 10_001)
    assert "10.000" in said[0].text


@pytest.mark.parametrize(
    ("problem", "words"), [("too-large", "bản nhỏ hơn"), ("bad-type", "PDF, Word hoặc Excel")]
)
async def test_a_file_that_is_not_taken_is_said(problem: str, words: str, stage: Stage) -> None:
    """A file too large or of a strange kind is refused with what to do, and no row is kept."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    file = File(ref="r", name="a.bin", media_type="x/y", size=1, problem=problem)
    said = await stage.take(
        Inbound(
            channel=CHANNEL,
            chat=chat,
            id="f",
            kind=Kind.FILE,
            sent_at=stage.now,
            received_at=stage.now,
            files=(file,),
        )
    )
    assert words in said[0].text
    assert await stage.rows("SELECT count(*) FROM evidence") == [(0,)]


async def test_a_caption_is_read_with_its_file(stage: Stage) -> None:
    """A photo with a report as its caption is that report with its evidence."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    await stage.send_file(chat, "anh.jpg", text="nv 8 đang làm 40%")
    said = await stage.tap(chat, "Gửi báo cáo")
    assert "Đã ghi nhận" in said[0].text
    assert await stage.rows("SELECT report, name FROM evidence") == [(1, "anh.jpg")]


async def test_an_answer_shows_on_the_pressed_message(stage: Stage) -> None:
    """The pressed message is edited into its answer."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    await stage.say(chat, "nv 8")
    await stage.tap(chat, "Tạm hoãn")
    assert stage.edits(chat)[0].text.endswith("» <b>4. Tạm hoãn</b>")


async def test_a_colleague_in_between_makes_the_card_new(stage: Stage) -> None:
    """Two officers of one agency: the second is shown what the first has just reported."""
    first = await stage.seat(Role.OFFICER, "so-xay-dung", "Cán bộ thứ nhất")
    second = await stage.seat(Role.OFFICER, "so-xay-dung", "Cán bộ thứ hai")
    await stage.say(second, "nv 9 đang làm 60%")
    await stage.say(first, "nv 9 đang làm 50%")
    await stage.say(first, "gửi")
    said = await stage.say(second, "gửi")
    assert "báo cáo trước" in said[0].text.lower()
    assert "50%" in said[0].text
    assert [report.percent for report in await stage.reports("so-xay-dung")] == [50]
    await stage.say(second, "gửi")
    reports = await stage.reports("so-xay-dung")
    assert [(report.percent, report.based_on) for report in reports] == [(60, 1)]


async def test_a_task_done_by_a_colleague_stays_reportable(stage: Stage) -> None:
    """What was reported done can be reported again: the newest report counts."""
    await stage.report("so-xay-dung", 4, Progress.DONE, document="1/BC-SXD")
    chat = await stage.seat(Role.OFFICER, "so-xay-dung")
    await stage.say(chat, "nv 4 đang làm 80%")
    await stage.say(chat, "gửi")
    reports = await stage.reports("so-xay-dung")
    assert [report.progress for report in reports] == [Progress.IN_PROGRESS]
