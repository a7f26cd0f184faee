"""Obstacles in chat: pushed at once, answered once, seen by nobody who may not see them."""

from datetime import timedelta
from pathlib import Path

import pytest

from dialogue.messages import Message, Press
from dialogue.texts import plain
from domain.person import Role
from tests.harness.rehearsal import Rehearsal

AGENCY, TASK = "so-noi-vu", 8
SECRET = "chưa có hướng dẫn sắp xếp đơn vị"
OFFICER, FOCAL = f"officer {AGENCY}", "focal so-xay-dung"


@pytest.fixture
async def told(tmp_path: Path) -> Rehearsal:
    """An officer has told an obstacle in a report; two of the focal agency have not read it yet."""
    stage = Rehearsal(tmp_path / "baocao.db")
    await stage.prepare()
    await stage.seat(Role.FOCAL, "so-xay-dung")
    await stage.seat(Role.FOCAL, "so-xay-dung", "focal two")
    await stage.seat(Role.OFFICER, AGENCY)
    await stage.say(OFFICER, f"nv {TASK} đang làm 40%, vướng mắc: {SECRET}")
    assert "VM 1 đã chuyển cơ quan đầu mối" in text(await stage.say(OFFICER, "gửi"))
    return stage


def text(messages: list[Message]) -> str:
    """What the bot said."""
    return plain("\n".join(message.text for message in messages))


async def words(stage: Rehearsal) -> list[tuple[object, ...]]:
    """What was said of obstacles, as stored."""
    return await stage.rows("SELECT obstacle, kind, words FROM obstacle_words ORDER BY id")


async def test_an_obstacle_reaches_everybody_of_the_focal_agency_once(told: Rehearsal) -> None:
    """At once, with what to type; looking again brings nothing more."""
    for chat in (FOCAL, "focal two"):
        (card,) = await told.unasked(chat)
        assert "Vướng mắc mới" in card.text
        assert SECRET in card.text
        assert [choice.label for choice in card.choices] == ["Trả lời", "Đã tháo gỡ, đóng"]
        assert await told.unasked(chat) == []


async def test_what_is_answered_meanwhile_is_not_pushed(told: Rehearsal) -> None:
    """Who of the focal agency hears of it later is spared what another has answered."""
    await told.say("focal two", "trả lời VM 1: Làm theo công văn 120")
    await told.say("focal two", "gửi")
    assert await told.unasked(FOCAL) == []
    assert "Làm theo công văn 120" in text(await told.unasked(OFFICER))


@pytest.mark.parametrize(
    "said", ["trả lời VM 1: làm theo công văn 120", "tra loi vm1 lam theo 120"]
)
async def test_an_answer_is_sent_once_confirmed_and_only_once(told: Rehearsal, said: str) -> None:
    """A double tap and a redelivered tap change nothing; the officer is told once."""
    assert "1. Gửi" in _captions(await told.say(FOCAL, said))
    card = _newest(told, FOCAL)
    press = Press(token=str(card.token), key="send")
    await told.press(FOCAL, press, id_="tap")
    assert await told.press(FOCAL, press) == []
    assert await told.press(FOCAL, press, id_="tap") == []
    assert [kind for _, kind, _ in await words(told)] == ["told", "answered"]
    assert len(await told.unasked(OFFICER)) == 1
    assert await told.unasked(OFFICER) == []


async def test_what_is_said_below_its_card_needs_no_number(told: Rehearsal) -> None:
    """ "Trả lời: …" to the notice, "đã tháo gỡ rồi" to the answer; without a card it is no such."""
    await told.unasked(FOCAL)
    assert "Làm theo công văn 120" in text(await told.say(FOCAL, "trả lời: Làm theo công văn 120"))
    await told.say(FOCAL, "gửi")
    await told.unasked(OFFICER)
    assert "Đóng VM 1" in text(await told.say(OFFICER, "da thao go roi"))
    assert "Đã đóng VM 1" in text(await told.say(OFFICER, "có"))
    await told.say(OFFICER, "trả lời: không rõ của ai")
    assert [kind for _, kind, _ in await words(told)] == ["told", "answered", "closed"]


async def test_two_of_the_focal_agency_do_not_answer_past_each_other(told: Rehearsal) -> None:
    """Who confirms a moment later is shown that something was said meanwhile."""
    await told.say(FOCAL, "trả lời VM 1: một")
    await told.say("focal two", "trả lời VM 1: hai")
    await told.say("focal two", "gửi")
    again = text(await told.say(FOCAL, "gửi"))
    assert "Nội dung đã thay đổi" in again
    assert [kind for _, kind, _ in await words(told)] == ["told", "answered"]


async def test_by_steps_words_are_asked_for_and_can_be_changed(told: Rehearsal) -> None:
    """A tap on the card, the words, changed once, sent."""
    await told.unasked(FOCAL)
    assert "Nội dung trả lời VM 1?" in text(await told.tap(FOCAL, "Trả lời"))
    await told.say(FOCAL, "sai rồi")
    await told.tap(FOCAL, "Sửa")
    await told.say(FOCAL, "đang bố trí vốn")
    assert "Đã trả lời VM 1" in text(await told.tap(FOCAL, "Gửi"))
    assert (await words(told))[-1] == (1, "answered", "đang bố trí vốn")


async def test_a_buttons_card_works_days_later(told: Rehearsal) -> None:
    """When other things were talked about since."""
    (card,) = await told.unasked(FOCAL)
    await told.say(FOCAL, "nhiệm vụ quá hạn")
    told.now += timedelta(days=2)
    said = await told.press(FOCAL, Press(token=str(card.token), key=card.choices[0].key))
    assert "Nội dung trả lời VM 1?" in text(said)


@pytest.mark.parametrize(
    "said", ["VM 1 đã tháo gỡ", "vm 1 da thao go", "đóng VM 1", "da thao go vm1"]
)
async def test_the_officer_closes_it_and_the_focal_agency_is_told(
    told: Rehearsal, said: str
) -> None:
    """After one confirmation; asked again it is closed already."""
    await told.unasked(FOCAL)
    await told.say(OFFICER, said)
    assert "Đã đóng VM 1" in text(await told.say(OFFICER, "có"))
    assert "VM 1 đã đóng" in text(await told.unasked(FOCAL))
    assert "Đã đóng ngày 02/03/2026" in text(await told.say(OFFICER, said))


@pytest.mark.parametrize(
    "said", ["nv 8 đang làm 50%, không còn vướng mắc", "nv 8 dang lam 50%, khong con vuong mac"]
)
async def test_a_report_that_says_there_is_none_closes_it_and_says_so(
    told: Rehearsal, said: str
) -> None:
    """On the card before it is sent, and in the receipt."""
    assert "đóng VM 1" in text(await told.say(OFFICER, said))
    assert "Đã đóng vướng mắc VM 1" in text(await told.say(OFFICER, "gửi"))
    assert "Không có vướng mắc nào" in text(await told.say(OFFICER, "vướng mắc"))


async def test_a_report_that_is_silent_of_it_says_that_it_stays_open(told: Rehearsal) -> None:
    """Nothing is closed that nobody said is solved."""
    assert "Vướng mắc còn mở: VM 1" in text(await told.say(OFFICER, "nv 8 đang làm 50%"))
    await told.say(OFFICER, "gửi")
    assert "VM 1" in text(await told.say(OFFICER, "vướng mắc"))


async def test_by_steps_the_open_one_is_named_where_obstacles_are_asked_for(
    told: Rehearsal,
) -> None:
    """ "Không có" closes it knowingly."""
    for said in ("nv 8", "đang thực hiện", "bỏ qua", "50"):
        asked = await told.say(OFFICER, said)
    assert "Đang mở: VM 1" in text(asked)
    assert "đóng VM 1" in text(await told.say(OFFICER, "không có"))


async def test_unchanged_keeps_what_is_open_and_repeats_nothing_that_is_closed(
    told: Rehearsal,
) -> None:
    """The rest reported as unchanged opens no second obstacle."""
    told.now += timedelta(days=20)
    await told.say(OFFICER, "còn lại không thay đổi")
    await told.say(OFFICER, "gửi")
    assert [kind for _, kind, _ in await words(told)] == ["told", "repeated"]
    await told.say(FOCAL, "đóng VM 1")
    await told.say(FOCAL, "có")
    told.now += timedelta(days=90)
    await told.say(OFFICER, "còn lại không thay đổi")
    await told.say(OFFICER, "gửi")
    assert [kind for _, kind, _ in await words(told)] == ["told", "repeated", "closed"]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.ADMIN])
async def test_another_agencys_obstacles_are_not_seen(told: Rehearsal, role: Role) -> None:
    """Nor whether there are any: VM 1 is answered like VM 99."""
    other = await told.seat(role, "cong-an-tinh")
    for said in ("VM 1", "trả lời VM 1: xong", "VM 1 đã tháo gỡ", "mở lại VM 1", "VM 1: gì đó"):
        unknown = text(await told.say(other, said.replace("1", "99")))
        assert text(await told.say(other, said)) == unknown.replace("99", "1")
    for said in (
        *("vướng mắc", "vướng mắc của Sở Nội vụ", "vướng mắc nào chưa trả lời", "/vuongmac"),
        *("vướng mắc theo cơ quan", "nhiệm vụ nào đang vướng mắc", "vướng mắc của tôi"),
    ):
        assert SECRET not in text(await told.say(other, said))
    assert [kind for _, kind, _ in await words(told)] == ["told"]


async def test_a_forged_button_says_nothing_of_another_agencys_obstacle(told: Rehearsal) -> None:
    """Whatever the key carries."""
    other = await told.seat(Role.OFFICER, "cong-an-tinh")
    for kind in ("closed", "replied", "answered", "reopened"):
        said = await told.press(other, Press(token="q9", key=f"obstacle/1/{kind}"))
        assert SECRET not in text(said)
    await told.say(other, "có")
    assert [kind for _, kind, _ in await words(told)] == ["told"]


async def test_a_leader_sees_all_and_says_nothing(told: Rehearsal) -> None:
    """The list by age, the card without buttons."""
    leader = await told.seat(Role.LEADER, "ubnd-tinh")
    assert SECRET in text(await told.say(leader, "vướng mắc"))
    (card,) = await told.say(leader, "VM 1")
    assert card.choices == ()
    assert "do cơ quan đầu mối trả lời" in text(await told.say(leader, "đóng VM 1"))


async def test_the_list_is_by_age_and_by_agency(told: Rehearsal) -> None:
    """The oldest first; what is answered is told apart; an agency opens its own list."""
    other = await told.seat(Role.OFFICER, "cong-an-tinh")
    told.now += timedelta(days=4)
    await told.say(other, "báo vướng mắc NV 33: thiếu biên chế")
    await told.say(other, "gửi")
    await told.say(FOCAL, "trả lời VM 2: chờ biên chế năm 2027")
    await told.say(FOCAL, "gửi")
    listed = text(await told.say(FOCAL, "vướng mắc"))
    assert listed.index("VM 1 (4 ngày)") < listed.index("VM 2 (hôm nay)")
    assert SECRET in text(await told.say(FOCAL, "vướng mắc nào chưa trả lời"))
    assert "VM 2" not in text(await told.say(FOCAL, "vuong mac nao chua tra loi"))
    assert "VM 1" not in text(await told.say(FOCAL, "vướng mắc của Công an tỉnh"))
    (agencies,) = await told.say(FOCAL, "vướng mắc theo cơ quan")
    assert [choice.label for choice in agencies.choices] == [
        "Sở Nội vụ: 1 (lâu nhất: 4 ngày)",
        "Công an tỉnh: 1 (lâu nhất: hôm nay)",
    ]
    assert "VM 2" in text(await told.tap(FOCAL, "Công an tỉnh"))


async def test_a_long_list_has_pages(told: Rehearsal) -> None:
    """Six lines a page, and the rest behind a button."""
    other = await told.seat(Role.OFFICER, "ubnd-tp-soc-trang")
    for number in (1, 3, 10, 11, 12, 13, 14):
        await told.say(other, f"báo vướng mắc NV {number}: lý do thứ {number} của nhiệm vụ")
        await told.say(other, "gửi")
    (first,) = await told.say(FOCAL, "vướng mắc")
    assert "Có <b>8</b>, lâu nhất trước" in first.text
    assert len(first.text) < 1000
    assert "VM 8" not in first.text
    assert "VM 8" in text(await told.tap(FOCAL, "Xem thêm"))


async def test_an_obstacle_told_by_steps_reaches_the_focal_agency(told: Rehearsal) -> None:
    """The task chosen, the words typed, one confirmation; the same words again are known."""
    await told.unasked(FOCAL)
    other = await told.seat(Role.OFFICER, "cong-an-tinh")
    await told.say(other, "/vuongmac")
    await told.tap(other, "Báo vướng mắc mới")
    await told.say(other, "33")
    await told.say(other, "Thiếu biên chế")
    assert "VM 2 đã chuyển cơ quan đầu mối" in text(await told.say(other, "gửi"))
    assert "Thiếu biên chế" in text(await told.unasked(FOCAL))
    await told.say(other, "báo vướng mắc nv 33: vẫn thieu bien che")
    assert [obstacle for obstacle, _, _ in await words(told)] == [1, 2]


async def test_nobody_is_told_of_the_own_words(told: Rehearsal) -> None:
    """Who tells an obstacle of the focal agency's own task is not told of it; the others are."""
    for chat in (FOCAL, "focal two"):
        await told.unasked(chat)
    await told.say(FOCAL, "báo vướng mắc nv 9: thiếu vốn")
    await told.say(FOCAL, "gửi")
    assert await told.unasked(FOCAL) == []
    assert "thiếu vốn" in text(await told.unasked("focal two"))


async def test_who_leads_nothing_is_told_who_tells(told: Rehearsal) -> None:
    """An agency that coordinates only."""
    other = await told.seat(Role.OFFICER, "so-tu-phap")
    assert "không chủ trì nhiệm vụ nào" in text(await told.say(other, "báo vướng mắc"))


async def test_an_obstacle_opened_again_is_told_to_the_other_side(told: Rehearsal) -> None:
    """Closed by the focal agency, opened by the officer."""
    await told.unasked(FOCAL)
    await told.say(FOCAL, "đóng VM 1: đã có công văn")
    await told.say(FOCAL, "có")
    assert "đã có công văn" in text(await told.unasked(OFFICER))
    await told.say(OFFICER, "mở lại VM 1: công văn chưa rõ")
    assert "Đã mở lại VM 1" in text(await told.say(OFFICER, "có"))
    assert "công văn chưa rõ" in text(await told.unasked(FOCAL))


def _newest(stage: Rehearsal, chat: str) -> Message:
    content = stage.shown[chat][-1].content
    assert isinstance(content, Message)
    return content


def _captions(messages: list[Message]) -> str:
    return "; ".join(choice.caption for each in messages for choice in each.choices)


async def test_what_is_said_at_a_card_that_is_settled_is_heard(stage: Rehearsal) -> None:
    """The report was withdrawn, and with it the obstacle: the focal officer's own report counts."""
    officer = await stage.seat(Role.OFFICER, "so-noi-vu")
    focal = await stage.seat(Role.FOCAL, "so-xay-dung")
    await stage.say(officer, "nv 8 đang làm 50%, vướng mắc: thiếu vốn")
    await stage.tap(officer, "Gửi báo cáo")
    assert await stage.unasked(focal)
    await stage.say(officer, "thu hồi")
    await stage.say(officer, "có")
    (card,) = await stage.say(focal, "nv 9 đang làm 90%")
    assert "Nhiệm vụ 9" in card.text


async def test_an_obstacle_of_a_task_is_told_by_its_own_and_listed_for_the_others(
    told: Rehearsal,
) -> None:
    """ "Vướng mắc NV 8: …" opens no report; without words the task's obstacles are listed."""
    card = text(await told.say(OFFICER, f"vuong mac nv {TASK}: thieu dat"))
    assert "Tình hình thực hiện" not in card
    assert "thieu dat" in card
    assert "vuong mac nv" not in card
    await told.say(OFFICER, "gửi")
    await told.seat(Role.LEADER, "ubnd-tinh")
    for chat in (FOCAL, "leader ubnd-tinh"):
        listed = text(await told.say(chat, f"vuong mac nv {TASK}"))
        assert f"vướng mắc đang mở của NV {TASK}" in listed
        assert SECRET in listed
        assert "Không có vướng mắc nào" in text(await told.say(chat, "vướng mắc nv 26"))


async def test_the_obstacles_of_a_task_of_others_are_not_listed(told: Rehearsal) -> None:
    """An officer sees those of the own agency alone."""
    chat = await told.seat(Role.OFFICER, "so-xay-dung")
    assert SECRET not in text(await told.say(chat, f"vướng mắc nv {TASK}"))
    await told.say(chat, "vướng mắc nv 99")
    assert "nhiệm vụ nào" in text(await told.tap(chat, "Báo vướng mắc")).lower()
