"""Extensions in the chats: the first date stays in sight, and a decision is made once."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dialogue.messages import Message, Press
from dialogue.texts import ZONE
from domain.extension import Decision, ExtensionDraft
from domain.person import Role
from domain.report import Progress
from storage.chats import find_chat
from storage.gate import Writer
from tests.harness.rehearsal import Rehearsal
from tests.harness.stage import CHANNEL, PLAN, Stage

AGENCY, TASK = "so-tnmt", 26
"""Leads NV 26 alone, due on 31/12/2026."""
FIRST, LATER = date(2026, 12, 31), date(2027, 6, 30)
SHOWN = "30/06/2027 (gia hạn, hạn đầu 31/12/2026)"
MORNING = datetime(2026, 11, 23, 9, 14, tzinfo=ZONE)


@pytest.fixture
async def stage(tmp_path: Path) -> Stage:
    """An officer, two people of the focal agency and a leader."""
    made = Rehearsal(tmp_path / "baocao.db", now=MORNING)
    await made.prepare()
    await made.seat(Role.OFFICER, AGENCY, "officer")
    await made.seat(Role.FOCAL, PLAN.focal, "focal")
    await made.seat(Role.FOCAL, PLAN.focal, "other focal")
    await made.seat(Role.LEADER, "ubnd-tinh", "leader")
    return made


async def _ask(stage: Stage) -> int:
    """Have the officer ask, by storage alone; return the request's id."""
    draft = ExtensionDraft(task=TASK, agency=AGENCY, due=FIRST, until=LATER, reason="thiếu vốn")
    async with stage.open() as database, database.write() as connection:
        chat = await find_chat(connection, CHANNEL, "officer")
        return await Writer(connection, PLAN, stage.now, chat=chat).ask_extension(draft)


async def _grant(stage: Stage) -> None:
    id_ = await _ask(stage)
    async with stage.open() as database, database.write() as connection:
        chat = await find_chat(connection, CHANNEL, "focal")
        writer = Writer(connection, PLAN, stage.now, chat=chat)
        await writer.decide_extension(Decision(extension=id_, granted=LATER))


def _text(messages: list[Message]) -> str:
    return "\n".join(message.text for message in messages)


async def test_the_first_date_stays_beside_the_new_one(stage: Stage) -> None:
    """Whoever asks sees both dates wherever the due date is shown."""
    await _grant(stage)
    for chat in ("officer", "focal", "leader"):
        for said in (
            "chi tiết 26",
            "nhiệm vụ của Sở Tài nguyên và Môi trường",
            "nhiệm vụ đến hạn năm 2027 của Sở Tài nguyên và Môi trường",
            "ai chủ trì nhiệm vụ 26, 28",
        ):
            assert SHOWN in _text(await stage.say(chat, said)), said


async def test_the_cards_of_a_report_show_both_dates(stage: Stage) -> None:
    """By steps and in one sentence, before the report is sent."""
    await _grant(stage)
    for said in ("nv 26", "nv 26 đang làm 40%, không vướng mắc"):
        assert SHOWN in _text(await stage.say("officer", said))
        await stage.say("officer", "hủy")


async def test_reminders_go_by_the_new_date(stage: Stage) -> None:
    """Nobody is reminded of the first date; a week before the new one both are told."""
    await _grant(stage)
    stage.now = datetime(2026, 12, 30, 8, 0, tzinfo=ZONE)
    assert "NV 26 Phân loại" not in _text(await stage.remind("officer"))
    stage.now = datetime(2027, 6, 23, 8, 0, tzinfo=ZONE)
    told = _text(await stage.remind("officer"))
    assert "Còn 7 ngày: NV 26" in told
    assert "hạn 30/06/2027, hạn đầu 31/12/2026" in told


async def test_the_summary_goes_by_the_new_date(stage: Stage) -> None:
    """After the first date the task counts as in time, for those who see all."""
    stage.now = datetime(2027, 1, 4, 9, 0, tzinfo=ZONE)
    before = _text(await stage.say("leader", "nhiệm vụ quá hạn của Sở TN&MT"))
    assert "NV 26" in before
    stage.now = MORNING
    await _grant(stage)
    stage.now = datetime(2027, 1, 4, 9, 0, tzinfo=ZONE)
    after = _text(await stage.say("leader", "nhiệm vụ quá hạn của Sở TN&MT"))
    assert "NV 26" not in after
    change = _text(await stage.say("leader", "tổng hợp"))
    assert "mới quá hạn 1 (NV 9)" in change


async def _request(stage: Stage) -> dict[str, Message]:
    """Have the officer ask in the chat; return the cards that come, by chat."""
    await stage.say("officer", "xin gia hạn nv 26 đến 30/6/2027 vì thiếu vốn")
    await stage.say("officer", "gửi")
    return {chat: messages[-1] for chat, messages in (await stage.release()).items()}


def _press(card: Message, label: str) -> Press:
    key = next(choice.key for choice in card.choices if choice.label == label)
    return Press(token=str(card.token), key=key)


async def test_a_decision_is_made_once(stage: Stage) -> None:
    """The other's card, tapped later, says who has decided what, and changes nothing."""
    cards = await _request(stage)
    assert set(cards) == {"focal", "other focal"}
    await stage.press("focal", _press(cards["focal"], "Đồng ý"))
    late = _text(await stage.press("other focal", _press(cards["other focal"], "Không đồng ý")))
    assert "đã được focal đồng ý, đến 30/06/2027" in late
    assert await stage.rows("SELECT granted, refusal FROM extensions") == [("2027-06-30", None)]


async def test_who_is_told_late_is_not_told_of_what_is_settled(stage: Stage) -> None:
    """A card whose turn comes after the decision is not sent at all."""
    await stage.say("other focal", "báo cáo")
    cards = await _request(stage)
    assert set(cards) == {"focal"}
    await stage.press("focal", _press(cards["focal"], "Đồng ý"))
    stage.now += timedelta(hours=1)
    assert "other focal" not in await stage.release()


async def test_an_old_card_still_decides(stage: Stage) -> None:
    """Days later, after much else was said, the button does what it says."""
    card = (await _request(stage))["focal"]
    stage.now += timedelta(days=3)
    await stage.say("focal", "nhiệm vụ quá hạn")
    assert "Đã gia hạn NV 26" in _text(await stage.press("focal", _press(card, "Đồng ý")))


async def test_a_withdrawn_request_cannot_be_granted(stage: Stage) -> None:
    """What was taken back is gone, whatever card is still on a phone."""
    card = (await _request(stage))["focal"]
    await stage.say("officer", "gia hạn nv 26")
    assert "Đã rút đề nghị" in _text(await stage.say("officer", "rút đề nghị"))
    assert "đã được rút" in _text(await stage.press("focal", _press(card, "Đồng ý")))
    assert await stage.rows("SELECT granted FROM extensions") == [(None,)]


async def test_who_is_no_longer_of_the_focal_agency_decides_nothing(stage: Stage) -> None:
    """A card is worth nothing once its person has another role."""
    card = (await _request(stage))["focal"]
    async with stage.open() as database, database.write() as connection:
        await Writer(connection, PLAN, stage.now).import_person("focal", Role.OFFICER, PLAN.focal)
    await stage.press("focal", _press(card, "Đồng ý"))
    assert await stage.rows("SELECT granted FROM extensions") == [(None,)]


async def test_a_reason_is_required(stage: Stage) -> None:
    """Nothing is asked, and nothing refused, without a reason."""
    await stage.say("officer", "gia hạn nv 26 đến 30/6/2027")
    assert "cần được trả lời" in _text(await stage.say("officer", "bỏ qua"))
    await stage.say("officer", "thiếu vốn")
    await stage.say("officer", "gửi")
    (card,) = (await stage.release())["focal"]
    await stage.press("focal", _press(card, "Không đồng ý"))
    assert "cần được trả lời" in _text(await stage.say("focal", "bỏ qua"))
    assert await stage.rows("SELECT refusal FROM extensions") == [(None,)]
    assert "không đồng ý" in _text(await stage.say("focal", "đã bố trí vốn"))
    assert "đã bố trí vốn" in _text((await stage.release())["officer"])


async def test_what_cannot_be_extended_is_refused_with_the_reason(stage: Stage) -> None:
    """No date to move, another agency's task, none of that number, or done already."""
    await stage.report(AGENCY, 27, Progress.DONE)
    for said, told in (
        ("gia hạn nv 29", "Kế hoạch không ghi thời hạn"),
        ("gia hạn nv 12", "chủ trì nên không đề nghị gia hạn tại đây"),
        ("gia hạn nv 99", "không có nhiệm vụ số 99"),
        ("gia hạn nv 27", "đã được báo cáo hoàn thành"),
    ):
        assert told in _text(await stage.say("officer", said))
        assert (await stage.chat("officer")).state.talks == []


async def test_who_follows_a_task_is_shown_what_is_asked_for_it(stage: Stage) -> None:
    """The focal agency and a leader who name a task they do not lead see the request on it."""
    await _ask(stage)
    for chat in ("focal", "leader"):
        assert "Lý do: thiếu vốn" in _text(await stage.say(chat, "gia hạn nv 26"))


@pytest.mark.parametrize(
    "said",
    [
        "rút đề nghị gia hạn nv 26",
        "thu hồi đề nghị gia hạn nv 26",
        "huy de nghi gia han nv 26",
        "rút đề nghị gia hạn",
    ],
)
async def test_a_request_is_taken_back_in_words(stage: Stage, said: str) -> None:
    """The request that waits is shown, and withdrawn once that is chosen; no report is opened."""
    await _ask(stage)
    assert "đang chờ quyết định" in _text(await stage.say("officer", said))
    assert "Đã rút đề nghị gia hạn NV 26" in _text(await stage.say("officer", "rút đề nghị"))
    assert "không có đề nghị gia hạn nào như vậy" in _text(await stage.say("officer", said))
