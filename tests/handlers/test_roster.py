"""The roster in chat: by whom, what is noted of it, and that a person removed is out at once."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from domain.person import Role
from domain.roster import Admission
from storage.chats import find_chat
from storage.gate import Writer
from storage.session import NotAllowed
from tests.harness.rehearsal import Rehearsal
from understanding.roster_words import About, read_role, read_roster


@pytest.fixture
async def stage(tmp_path: Path) -> Rehearsal:
    """A new database with Plan 179, on a channel that has a name."""
    made = Rehearsal(tmp_path / "baocao.db", channel="telegram:123")
    await made.prepare()
    return made


@pytest.fixture
async def admin(stage: Rehearsal) -> str:
    """An administrator's chat."""
    return await stage.seat(Role.ADMIN, "so-xay-dung", "Quản trị")


async def test_the_log_tells_who_did_what_when_by_which_channel(
    stage: Rehearsal, admin: str
) -> None:
    """The newest stands first; what the command line did is told as such."""
    await stage.seat(Role.OFFICER, "so-y-te", "Cán bộ")
    await stage.say(admin, "người dùng Cán bộ")
    await stage.say(admin, "đổi vai trò")
    await stage.say(admin, "thủ trưởng")
    await stage.say(admin, "có")
    (told,) = await stage.say(admin, "nhật ký")
    first, *others = told.text.splitlines()[1:]
    assert first == (
        "• 09:14 02/03/2026 Quản trị (Telegram): đổi vai trò của Cán bộ: "
        "cán bộ đầu mối → thủ trưởng cơ quan"
    )
    assert "dòng lệnh" in others[0]
    (of_one,) = await stage.say(admin, "nhật ký của 2")
    assert "Quản trị (Telegram)" in of_one.text
    assert "thêm Quản trị" not in of_one.text


async def test_who_is_added_joins_with_the_code_that_was_shown(
    stage: Rehearsal, admin: str
) -> None:
    """Added in one sentence, confirmed once; the log has it without the code."""
    await stage.say(admin, "thêm người Cán bộ tổng hợp, Sở Y tế, cán bộ")
    (told,) = await stage.tap(admin, "Thêm")
    code = told.text.split("Mã tham gia: ")[1].split()[0].replace("<b>", "").replace("</b>", "")
    (notice,) = await stage.say("new", code)
    assert "Sở Y tế" in notice.text
    (log,) = await stage.say(admin, "nhật ký")
    assert code not in log.text
    assert "thêm Cán bộ tổng hợp (cán bộ đầu mối)" in log.text


async def test_who_is_removed_is_a_stranger_at_once(stage: Rehearsal, admin: str) -> None:
    """The next word of that chat is a stranger's; coming back takes a new code."""
    officer = await stage.seat(Role.OFFICER, "so-y-te", "Cán bộ")
    await stage.say(admin, "người dùng Cán bộ")
    await stage.tap(admin, "Đưa ra khỏi danh sách")
    await stage.say(admin, "đồng ý")
    (told,) = await stage.say(officer, "nhiệm vụ")
    assert "kênh nội bộ" in told.text
    await stage.say(admin, "người dùng Cán bộ")
    await stage.tap(admin, "Đưa trở lại danh sách")
    (back,) = await stage.say(admin, "đồng ý")
    assert "Mã tham gia" in back.text


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
async def test_nobody_else_keeps_the_roster(stage: Rehearsal, role: Role) -> None:
    """Neither in words nor by a forged write."""
    chat = await stage.seat(role, "so-xay-dung")
    for said in ("/quantri", "thêm người A, Sở Y tế, cán bộ", "người dùng 1", "nhật ký"):
        (told,) = await stage.say(chat, said)
        assert "quản trị hệ thống" in told.text
    async with stage.open() as database, database.write() as connection:
        acting = await find_chat(connection, stage.channel, chat)
        writer = Writer(connection, stage.plan, stage.now, chat=acting)
        writes: list[tuple[Callable[[Any], Awaitable[object]], object]] = [
            (writer.admit, Admission(name="A", role=Role.OFFICER, agency="so-y-te")),
            (writer.give_role, (1, Role.ADMIN)),
            (writer.move, (1, "so-y-te")),
            (writer.add_agency, (1, "so-y-te")),
            (writer.remove_agency, (1, "so-y-te")),
            (writer.renew_code, 1),
            (writer.remove, 1),
            (writer.bring_back, 1),
            (writer.switch_agency, "so-y-te"),
        ]
        for write, draft in writes:
            with pytest.raises(NotAllowed):
                await write(draft)


async def test_an_administrator_does_not_remove_or_change_oneself(
    stage: Rehearsal, admin: str
) -> None:
    """The last one who keeps the roster cannot be locked out by a slip of the thumb."""
    (card,) = await stage.say(admin, "người dùng Quản trị")
    assert [choice.label for choice in card.choices] == ["Cấp mã mới", "Nhật ký"]
    async with stage.open() as database, database.write() as connection:
        acting = await find_chat(connection, stage.channel, admin)
        writer = Writer(connection, stage.plan, stage.now, chat=acting)
        with pytest.raises(NotAllowed):
            await writer.remove(1)


async def test_who_was_taken_off_gets_no_code(stage: Rehearsal, admin: str) -> None:
    """Neither by a button nor by a forged write; being put back comes first."""
    await stage.seat(Role.OFFICER, "so-y-te", "Cán bộ")
    async with stage.open() as database, database.write() as connection:
        acting = await find_chat(connection, stage.channel, admin)
        writer = Writer(connection, stage.plan, stage.now, chat=acting)
        (listed,) = [each for each in await writer.everybody() if each.person.name == "Cán bộ"]
        await writer.remove(listed.person.id)
        with pytest.raises(NotAllowed):
            await writer.renew_code(listed.person.id)
    assert await stage.rows("SELECT count(*) FROM codes") == [(0,)]
    (card,) = await stage.say(admin, "người dùng Cán bộ")
    assert "Cấp mã mới" not in [choice.label for choice in card.choices]


async def test_who_works_for_two_agencies_is_reminded_of_both(stage: Rehearsal, admin: str) -> None:
    """In one digest; what the other agency owes is reported after switching to it."""
    officer = await stage.seat(Role.OFFICER, "so-y-te", "Cán bộ")
    await stage.say(admin, "người dùng Cán bộ")
    await stage.say(admin, "thêm cơ quan")
    await stage.say(admin, "Sở Nội vụ")
    await stage.say(admin, "có")
    stage.now = stage.now.replace(day=9, hour=8)
    (told,) = await stage.remind(officer)
    assert "Sở Nội vụ" in told.text
    assert "NV 8" in told.text
    assert not [each for each in told.choices if "NV" in each.label]
    await stage.say(officer, "đổi cơ quan sang Sở Nội vụ")
    (card,) = await stage.say(officer, "nv 8 đang làm 10%")
    assert "Sở Nội vụ" in card.text


@pytest.mark.parametrize(
    ("text", "about", "words"),
    [
        ("/quantri", About.ROSTER, None),
        ("quan ly nguoi dung", About.ROSTER, None),
        ("thêm người A B, Sở Y tế, cán bộ", About.ADD, "A B, Sở Y tế, cán bộ"),
        ("them nguoi", About.ADD, None),
        ("người dùng Sở Nội vụ", About.PERSON, "Sở Nội vụ"),
        ("người dùng số 7", About.PERSON, "7"),
        ("nhật ký của 7", About.LOG, "7"),
        ("đổi cơ quan sang Sở Y tế", About.SWITCH, "Sở Y tế"),
        ("lam viec cho so y te", About.SWITCH, "so y te"),
    ],
)
def test_words_about_the_roster(text: str, about: About, words: str | None) -> None:
    """With diacritics or without; what follows stays as it was typed."""
    asked = read_roster(text)
    assert asked is not None
    assert (asked.about, asked.words) == (about, words)


@pytest.mark.parametrize(
    "text", ["nhiệm vụ", "thêm vốn cho dự án", "người dân đã đồng thuận", "chuyển nv 4 cho Sở Y tế"]
)
def test_other_words_are_not_about_the_roster(text: str) -> None:
    """A report that speaks of people or of more of something."""
    assert read_roster(text) is None


def test_roles_are_read_as_offices_call_them() -> None:
    """And nothing else."""
    assert read_role("chuyên viên") == "officer"
    assert read_role("Thủ trưởng") == "head"
    assert read_role("người lạ") is None


async def test_a_number_that_is_no_decimal_finds_nobody(stage: Rehearsal, admin: str) -> None:
    """ "²" is looked for as a name; it ends no turn."""
    (told,) = await stage.say(admin, "người dùng ²")
    assert "Không có ai" in told.text
