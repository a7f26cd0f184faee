"""Urging in chat: seen before it is sent, once a person and day, never to who has reported."""

from datetime import datetime
from pathlib import Path

import pytest

from dialogue.messages import Message, Press
from dialogue.texts import ZONE, plain
from domain.person import Role
from domain.report import Progress
from storage.database import QUERIES
from tests.harness.rehearsal import Rehearsal

FOCAL, OTHER = "focal so-xay-dung", "focal two"
HOME, POLICE = "officer so-noi-vu", "officer cong-an-tinh"


def text(messages: list[Message]) -> str:
    """What the bot said."""
    return plain("\n".join(message.text for message in messages))


def labels(messages: list[Message]) -> set[str]:
    """What can be chosen."""
    return {choice.label for message in messages for choice in message.choices}


def at(written: str) -> datetime:
    """A moment in Vietnam."""
    return datetime.fromisoformat(written).replace(tzinfo=ZONE)


@pytest.fixture
async def office(tmp_path: Path) -> Rehearsal:
    """Two of the focal agency, which has reported, and the officers of two that have not."""
    stage = Rehearsal(tmp_path / "baocao.db")
    await stage.prepare()
    await stage.seat(Role.FOCAL, "so-xay-dung")
    await stage.seat(Role.FOCAL, "so-xay-dung", OTHER)
    await stage.seat(Role.OFFICER, "so-noi-vu")
    await stage.seat(Role.OFFICER, "cong-an-tinh")
    for task in (4, 7, 9, 31):
        await stage.report("so-xay-dung", task, Progress.IN_PROGRESS)
    return stage


async def urgings(stage: Rehearsal) -> list[tuple[object, ...]]:
    """Who was urged on which day, as stored."""
    return await stage.rows(
        "SELECT p.name, u.day FROM urgings u JOIN people p ON p.id = u.person"
        " WHERE u.problem IS NULL ORDER BY u.id"
    )


async def test_from_the_list_one_tap_and_one_confirmation_urge_all(office: Rehearsal) -> None:
    """Each officer gets one message of what the own agency owes, and reports from it."""
    await office.say(FOCAL, "cơ quan nào chưa báo cáo kỳ này")
    (card,) = await office.tap(FOCAL, "Đôn đốc")
    assert "Sở Nội vụ: officer so-noi-vu" in plain(card.text)
    assert len(card.text) < 1000
    assert "Số người nhận: 2" in text(await office.say(FOCAL, "gửi"))
    (message,) = await office.unasked(HOME)
    assert "Sở Nội vụ" in message.text
    assert "NV 8" in message.text
    assert "NV 33" not in message.text
    assert "Nhiệm vụ 8" in text(await office.tap(HOME, "NV 8"))
    assert "NV 33" in text(await office.unasked(POLICE))
    assert await office.unasked(POLICE) == []


@pytest.mark.parametrize("said", ["đôn đốc", "don doc", "nhắc các đơn vị chưa báo cáo", "/dondoc"])
async def test_urging_can_be_typed(office: Rehearsal, said: str) -> None:
    """It shows who would get it, and who cannot be reached, before anything is sent."""
    shown = text(await office.say(FOCAL, said))
    assert "Đôn đốc 2 đơn vị" in shown
    assert "đề nghị liên hệ trực tiếp" in shown
    assert await urgings(office) == []
    assert await office.unasked(HOME) == []


async def test_one_agency_is_urged_by_name(office: Rehearsal) -> None:
    """And nobody else."""
    await office.say(FOCAL, "nhắc Sở Nội vụ báo cáo")
    await office.say(FOCAL, "gửi")
    assert [name for name, _ in await urgings(office)] == [HOME]
    assert await office.unasked(POLICE) == []


async def test_a_double_tap_and_a_redelivery_urge_once(office: Rehearsal) -> None:
    """Whatever comes twice."""
    (card,) = await office.say(FOCAL, "đôn đốc")
    press = Press(token=str(card.token), key="send")
    await office.press(FOCAL, press, id_="tap")
    assert await office.press(FOCAL, press) == []
    assert await office.press(FOCAL, press, id_="tap") == []
    assert len(await urgings(office)) == 2
    assert len(await office.unasked(HOME)) == 1
    assert await office.unasked(HOME) == []


async def test_two_urgers_urge_each_person_once_a_day(office: Rehearsal) -> None:
    """Who confirms second is shown that it was done; the next day it can be done again."""
    await office.say(FOCAL, "đôn đốc Sở Nội vụ")
    await office.say(OTHER, "đôn đốc Sở Nội vụ")
    await office.say(FOCAL, "gửi")
    late = text(await office.say(OTHER, "gửi"))
    assert "Đã đôn đốc trong ngày, không gửi lại: Sở Nội vụ" in late
    assert len(await office.unasked(HOME)) == 1
    office.now = at("2026-03-03 09:00")
    await office.say(OTHER, "đôn đốc Sở Nội vụ")
    await office.say(OTHER, "gửi")
    assert await urgings(office) == [(HOME, "2026-03-02"), (HOME, "2026-03-03")]
    assert len(await office.unasked(HOME)) == 1


async def test_two_lists_that_overlap_send_one_message_to_each(office: Rehearsal) -> None:
    """Who confirms a longer list later reaches only who was not yet urged."""
    await office.say(FOCAL, "đôn đốc Sở Nội vụ")
    await office.say(FOCAL, "gửi")
    shown = text(await office.say(OTHER, "đôn đốc"))
    assert "Đôn đốc 1 đơn vị" in shown
    assert "không gửi lại: Sở Nội vụ" in shown
    await office.say(OTHER, "gửi")
    assert sorted(str(name) for name, _ in await urgings(office)) == [POLICE, HOME]


async def test_who_has_reported_meanwhile_gets_nothing(office: Rehearsal) -> None:
    """It is built when it is sent; the ledger tells that it was not needed."""
    await office.say(FOCAL, "đôn đốc Sở Nội vụ và Công an tỉnh")
    await office.say(FOCAL, "gửi")
    await office.report("so-noi-vu", 8, Progress.IN_PROGRESS)
    assert await office.unasked(HOME) == []
    ledger = text(await office.say(FOCAL, "kết quả đôn đốc"))
    assert "✅ Sở Nội vụ (đã báo cáo đủ): officer so-noi-vu, không cần gửi" in ledger
    assert "Công an tỉnh: officer cong-an-tinh, đã gửi lúc 09:14" in ledger


@pytest.mark.parametrize(
    ("now", "says", "early", "due"),
    [
        ("2026-03-02 20:00", "07:00 ngày 03/03/2026", "2026-03-03 06:59", "2026-03-03 07:00"),
        ("2026-03-06 17:30", "07:00 ngày 09/03/2026", "2026-03-08 10:00", "2026-03-09 07:00"),
    ],
)
async def test_after_hours_it_waits_and_says_until_when(
    office: Rehearsal, now: str, says: str, early: str, due: str
) -> None:
    """Until the next working morning; urging on that day again adds nothing."""
    office.now = at(now)
    assert says in text(await office.say(FOCAL, "đôn đốc Sở Nội vụ"))
    assert says in text(await office.say(FOCAL, "gửi"))
    assert await office.unasked(HOME) == []
    assert "chờ gửi lúc 07:00" in text(await office.say(FOCAL, "kết quả đôn đốc"))
    office.now = at(early)
    assert await office.unasked(HOME) == []
    office.now = at(due)
    assert "không gửi lại" in text(await office.say(OTHER, "đôn đốc Sở Nội vụ"))
    assert len(await office.unasked(HOME)) == 1
    assert "đã gửi lúc 07:00" in text(await office.say(FOCAL, "kết quả đôn đốc"))


async def test_the_hours_of_the_settings_say_when_it_leaves(office: Rehearsal) -> None:
    """Where people are written to from eight to eleven, an urging of the afternoon is the next
    day's, and urging on that day again adds nothing."""
    office.remind_hours, office.now = "08:00-11:00", at("2026-03-02 15:00")
    says = "08:00 ngày 03/03/2026"
    assert says in text(await office.say(FOCAL, "đôn đốc Sở Nội vụ"))
    assert says in text(await office.say(FOCAL, "gửi"))
    assert await office.unasked(HOME) == []
    office.now = at("2026-03-03 08:00")
    assert len(await office.unasked(HOME)) == 1
    assert "không gửi lại" in text(await office.say(FOCAL, "đôn đốc Sở Nội vụ"))
    assert await office.unasked(HOME) == []


async def test_who_has_not_joined_or_is_blocked_is_named_beforehand(office: Rehearsal) -> None:
    """And stays in the ledger, so that somebody phones; once joined, it is sent the same day."""
    code = await office.code(Role.OFFICER, "so-khdt")
    blocked = await office.seat(Role.OFFICER, "so-gtvt")
    address = (await office.chat(blocked)).address
    async with office.open() as database, database.write() as connection:
        now = {"address": address, "now": "2026-03-02T00:00:00.000+00:00"}
        await QUERIES.mark_unreachable(connection, [now])
    shown = text(await office.say(FOCAL, "đôn đốc Sở Nội vụ, Sở KH&ĐT và Sở GTVT"))
    assert "Sở KH&ĐT (officer so-khdt, chưa tham gia)" in shown
    assert "Sở GTVT (officer so-gtvt, tài khoản không nhận tin)" in shown
    await office.say(FOCAL, "gửi")
    await office.unasked(HOME)
    ledger = text(await office.say(FOCAL, "kết quả đôn đốc"))
    assert "Người nhận (3): đã gửi 1, bị chặn 1, chưa tham gia 1." in ledger
    await office.say("officer so-khdt", f"/start {code}")
    await office.say("officer so-khdt", "đồng ý")
    await office.say(FOCAL, "đôn đốc Sở KH&ĐT")
    await office.say(FOCAL, "gửi")
    assert len(await office.unasked("officer so-khdt")) == 1
    assert "chưa tham gia" not in text(await office.say(FOCAL, "kết quả đôn đốc"))


@pytest.mark.parametrize(
    ("role", "asked", "offered"),
    [
        (Role.FOCAL, "ai chưa báo cáo", True),
        (Role.FOCAL, "ai chưa báo cáo quý IV/2025", False),
        (Role.LEADER, "ai chưa báo cáo", False),
    ],
)
async def test_urging_is_offered_where_it_can_be_done(
    office: Rehearsal, role: Role, asked: str, offered: bool
) -> None:
    """To the focal agency, for the period of today."""
    chat = await office.seat(role, "so-xay-dung")
    (listed,) = await office.say(chat, asked)
    assert any("Đôn đốc" in choice.label for choice in listed.choices) is offered


async def test_an_agency_that_owes_nothing_is_not_urged(office: Rehearsal) -> None:
    """It says so instead."""
    await office.report("so-noi-vu", 8, Progress.IN_PROGRESS)
    assert "không cần đôn đốc" in text(await office.say(FOCAL, "đôn đốc Sở Nội vụ"))


async def test_nobody_urges_oneself(office: Rehearsal) -> None:
    """Where the focal agency owes a report and nobody but its own people makes it."""
    office.now = at("2026-03-16 09:00")
    async with office.open() as database, database.write() as connection:
        await connection.execute_fetchall(
            "UPDATE people SET revoked_at = '2026-03-15' WHERE name = 'officer so-xay-dung'"
        )
    await office.say(FOCAL, "đôn đốc Sở Xây dựng")
    await office.say(FOCAL, "gửi")
    assert [name for name, _ in await urgings(office)] == [OTHER]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.LEADER, Role.ADMIN])
async def test_only_the_focal_agency_urges(office: Rehearsal, role: Role) -> None:
    """By words, or by a forged tap; officers see no ledger either."""
    other = await office.seat(role, "so-tnmt")
    assert "do cơ quan đầu mối thực hiện" in text(await office.say(other, "đôn đốc Sở Nội vụ"))
    await office.say(other, "ai chưa báo cáo")
    await office.press(other, Press(token="q1", key="urge"))
    await office.say(other, "gửi")
    assert await urgings(office) == []
    ledger = text(await office.say(other, "kết quả đôn đốc"))
    assert ("dành cho" in ledger) is (role is not Role.LEADER)


async def test_more_agencies_than_fit_are_shown_by_page(office: Rehearsal) -> None:
    """Everybody who would get it can be read before it is sent."""
    districts = ("ke-sach", "long-phu", "my-tu", "my-xuyen", "thanh-tri", "tran-de", "chau-thanh")
    for each in districts:
        await office.seat(Role.OFFICER, f"ubnd-h-{each}")
    first = text(await office.say(FOCAL, "đôn đốc các huyện"))
    second = text(await office.tap(FOCAL, "Xem tiếp danh sách"))
    assert all(f"officer ubnd-h-{each}" in first + second for each in districts)
    await office.say(FOCAL, "gửi")
    assert len(await urgings(office)) == len(districts)


async def test_the_list_counts_in_the_period_who_was_asked_about(office: Rehearsal) -> None:
    """Button and period tell those that urging is for: of what was asked, not left out."""
    shown = text(await office.say(FOCAL, "ai chưa báo cáo của sở nội vụ"))
    assert "Kỳ quý I/2026: 1 cơ quan" in shown
    everybody = await office.say(FOCAL, "ai chưa báo cáo")
    assert "Đôn đốc 21 đơn vị" in labels(everybody)
    await office.say(FOCAL, "loại trừ Sở Nội vụ, lý do đang sắp xếp")
    await office.say(FOCAL, "gửi")
    everybody = await office.say(FOCAL, "ai chưa báo cáo")
    assert "21 chưa báo cáo lần nào" in text(everybody)
    assert "Kỳ quý I/2026: 20 cơ quan" in text(everybody)
    assert "Đôn đốc 20 đơn vị" in labels(everybody)


async def test_the_ledger_counts_people_apart_from_agencies(office: Rehearsal) -> None:
    """Agencies without anybody are no recipients; they are named in a line of their own."""
    await office.say(FOCAL, "đôn đốc")
    await office.say(FOCAL, "gửi")
    ledger = text(await office.say(FOCAL, "kết quả đôn đốc"))
    assert "21 đơn vị; đã báo cáo đủ: 0 đơn vị." in ledger
    assert "Người nhận (2): đang chờ 2." in ledger
    assert "Chưa có cán bộ đầu mối (19)" in ledger


async def test_who_owes_nothing_is_not_said_to_have_reported(office: Rehearsal) -> None:
    """Left out, without a task, and reported are told apart."""
    await office.say(FOCAL, "loại trừ Sở Nội vụ, lý do đang sắp xếp")
    await office.say(FOCAL, "gửi")
    shown = text(await office.say(FOCAL, "đôn đốc Sở Nội vụ, Sở Y tế, Sở Xây dựng"))
    assert "Sở Xây dựng: đã báo cáo đủ" in shown
    assert "Sở Nội vụ: đã được loại trừ khỏi kỳ" in shown
    assert "Sở Y tế: không có nhiệm vụ phải báo cáo" in shown
