"""Reviews in chat where not all goes by the book: stale cards, forged taps, what is settled."""

from datetime import datetime, timedelta

import pytest

from dialogue.messages import Press
from dialogue.texts import ZONE
from domain.person import Role
from domain.report import Progress
from domain.reviewing import ReviewRules
from tests.harness.stage import Stage

OURS, FOCAL = "so-noi-vu", "so-xay-dung"
REVIEWS = "SELECT report, act FROM reviews ORDER BY id"


@pytest.fixture
async def focal(stage: Stage) -> str:
    """The chat of the focal agency, which has come before anything is reported."""
    await stage.seat(Role.OFFICER, OURS)
    return await stage.seat(Role.FOCAL, FOCAL)


async def test_a_double_tap_accepts_once(stage: Stage, focal: str) -> None:
    """The second tap, and the same tap redelivered, write nothing and say nothing new."""
    await stage.report(OURS, 8, Progress.DONE)
    await stage.say(focal, "chờ duyệt")
    await stage.tap(focal, "Duyệt")
    assert await stage.tap(focal, "Duyệt") == []
    assert await stage.rows(REVIEWS) == [(1, "accepted")]


async def test_a_card_whose_report_was_withdrawn_accepts_nothing(stage: Stage, focal: str) -> None:
    """The tap tells that there is no such report any more."""
    officer = await stage.seat(Role.OFFICER, OURS)
    await stage.report(OURS, 8, Progress.DONE)
    await stage.say(focal, "chờ duyệt")
    await stage.say(officer, "thu hồi")
    await stage.say(officer, "1")
    (said,) = await stage.tap(focal, "Duyệt")
    assert "đã được thu hồi" in said.text
    assert await stage.rows(REVIEWS) == []


async def test_a_card_whose_report_was_replaced_accepts_nothing(stage: Stage, focal: str) -> None:
    """A newer report came meanwhile: it is to be looked at, not the one on the card."""
    await stage.report(OURS, 8, Progress.IN_PROGRESS)
    await stage.say(focal, "chờ duyệt")
    await stage.report(OURS, 8, Progress.DONE)
    (said,) = await stage.tap(focal, "Duyệt")
    assert "báo cáo mới" in said.text
    assert await stage.rows(REVIEWS) == []


@pytest.mark.parametrize(
    ("role", "agency"),
    [
        (Role.OFFICER, OURS),
        (Role.HEAD, OURS),
        (Role.HEAD, "so-tttt"),
        (Role.LEADER, "ubnd-tinh"),
        (Role.ADMIN, "vp-ubnd-tinh"),
    ],
)
async def test_a_forged_tap_of_who_does_not_review_does_nothing(
    stage: Stage, focal: str, role: Role, agency: str
) -> None:
    """Whoever else knows the key of a button can neither accept nor return."""
    await stage.report(OURS, 8, Progress.DONE)
    chat = await stage.seat(role, agency)
    for verdict in ("approve", "return", "compare"):
        await stage.press(chat, Press(token="forged", key=f"review/1/{verdict}"))
        await stage.say(chat, "Thiếu số liệu")
    await stage.press(chat, Press(token="forged", key="waiting/1"))
    await stage.say(chat, "duyệt tất cả")
    await stage.say(chat, "1")
    assert await stage.rows(REVIEWS) == []


async def test_another_agencys_head_learns_nothing(stage: Stage) -> None:
    """Where heads confirm, one of another agency is told what is told of no report at all."""
    await stage.set_review(ReviewRules(head=True))
    await stage.seat(Role.HEAD, OURS)
    other = await stage.seat(Role.HEAD, "so-tttt")
    await stage.report(OURS, 8, Progress.DONE)
    told = [
        [
            message.text
            for message in await stage.press(other, Press(token="x", key=f"review/{n}/compare"))
        ]
        for n in (1, 999)
    ]
    assert told[0] == told[1]
    assert "Nội vụ" not in str(await stage.say(other, "chờ duyệt"))


async def test_the_focal_agency_is_told_once_a_day(stage: Stage, focal: str) -> None:
    """However many reports come, one list in the afternoon; the next comes the next day."""
    officer = await stage.seat(Role.OFFICER, FOCAL)
    for number in (4, 7, 9):
        await stage.say(officer, f"nv {number} đang làm 30%")
        await stage.say(officer, "1")
    assert await stage.unasked(focal) == []
    stage.now = stage.now.replace(hour=15, minute=1)
    (told,) = await stage.unasked(focal)
    assert "Có 3 báo cáo chờ duyệt" in told.text
    await stage.say(officer, "nv 31 đang làm 30%")
    await stage.say(officer, "1")
    assert await stage.unasked(focal) == []
    stage.now += timedelta(days=1)
    (told,) = await stage.unasked(focal)
    assert "Có 4 báo cáo chờ duyệt" in told.text


async def test_what_was_accepted_before_the_notice_is_not_told(stage: Stage, focal: str) -> None:
    """Nothing waits any more: no message is sent."""
    await stage.report(OURS, 8, Progress.DONE)
    officer = await stage.seat(Role.OFFICER, OURS)
    await stage.say(officer, "nv 8 đang làm 40%")
    await stage.say(officer, "1")
    await stage.say(focal, "duyệt tất cả")
    await stage.tap(focal, "Duyệt")
    stage.now = stage.now.replace(hour=15, minute=1)
    assert await stage.unasked(focal) == []


async def test_a_head_gets_a_list_of_what_was_filed_at_once(stage: Stage) -> None:
    """Several reports in one confirmation are one notice, confirmed in one."""
    await stage.set_review(ReviewRules(head=True))
    head = await stage.seat(Role.HEAD, FOCAL)
    for number in (7, 9):
        await stage.report(FOCAL, number, Progress.IN_PROGRESS, on=stage.now.date() - timedelta(90))
    officer = await stage.seat(Role.OFFICER, FOCAL)
    await stage.say(officer, "còn lại không thay đổi")
    await stage.say(officer, "1")
    (told,) = await stage.unasked(head)
    assert "Có 2 báo cáo chờ duyệt" in told.text
    await stage.tap(head, "Duyệt tất cả")
    await stage.tap(head, "Duyệt")
    assert await stage.rows("SELECT act FROM reviews") == [("confirmed",)] * 2


async def test_a_returned_report_is_told_once_and_not_when_reported_anew(
    stage: Stage, focal: str
) -> None:
    """Who reported anew before the notice left hears nothing of the one before."""
    officer = await stage.seat(Role.OFFICER, OURS)
    await stage.say(officer, "nv 8 đang làm 40%")
    await stage.say(officer, "1")
    await stage.say(focal, "trả lại nv 8 vì thiếu số liệu")
    await stage.say(officer, "nv 8 đang làm 45%")
    await stage.say(officer, "1")
    assert await stage.unasked(officer) == []
    assert await stage.rows(REVIEWS) == [(1, "returned")]


async def test_all_that_waits_is_opened_as_it_is_now(stage: Stage, focal: str) -> None:
    """The button for all names none of them: a list seen long ago opens what waits by then."""
    for number in (4, 7):
        await stage.report(FOCAL, number, Progress.IN_PROGRESS)
    await stage.say(focal, "chờ duyệt")
    await stage.report(FOCAL, 9, Progress.IN_PROGRESS)
    (card,) = await stage.press(focal, Press(token="old", key="waiting/all"))
    assert "Duyệt 3 báo cáo?" in card.text
    await stage.tap(focal, "Duyệt")
    assert await stage.rows(REVIEWS) == [(1, "accepted"), (2, "accepted"), (3, "accepted")]


async def test_a_digest_tells_who_reviews_what_waits(stage: Stage) -> None:
    """The head's reports, then the focal agency's, each once a week; an officer hears nothing."""
    await stage.set_review(ReviewRules(head=True, focal=True))
    chats = {
        role: await stage.seat(role, agency)
        for role, agency in ((Role.OFFICER, OURS), (Role.HEAD, OURS), (Role.FOCAL, FOCAL))
    }
    for each in chats.values():
        await stage.remind(each)
    await stage.report(OURS, 8, Progress.DONE)
    stage.now += timedelta(days=7)
    for role in (Role.HEAD, Role.FOCAL):
        told = {each: str(await stage.remind(chat)) for each, chat in chats.items()}
        assert [each for each, text in told.items() if "Chờ duyệt: 1 báo cáo" in text] == [role]
        if role is Role.HEAD:
            assert "lâu nhất 7 ngày" in told[role]
            await stage.say(chats[role], "duyệt nv 8")
            await stage.say(chats[role], "1")
            stage.now += timedelta(days=7)


async def test_what_is_filed_over_a_week_end_is_told_once(stage: Stage, focal: str) -> None:
    """Filed on Friday, Saturday and Sunday afternoon, it is told on Monday at three, in one."""
    await stage.release()
    officer = await stage.seat(Role.OFFICER, FOCAL)
    for day, task in ((6, 4), (7, 7), (8, 9)):
        stage.now = datetime(2026, 3, day, 16, 0, tzinfo=ZONE)
        await stage.say(officer, f"nv {task} đang làm 60%")
        await stage.say(officer, "1")
    stage.now = datetime(2026, 3, 9, 14, 59, tzinfo=ZONE)
    assert await stage.unasked(focal) == []
    stage.now += timedelta(minutes=1)
    assert len(await stage.unasked(focal)) == 1
    assert await stage.rows("SELECT key FROM notices") == [("waiting/2026-03-09",)]
