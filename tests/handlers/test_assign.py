"""Assigning a lead: by whom, once, and not over what has changed meanwhile."""

from datetime import date
from pathlib import Path

import pytest

from domain.person import Role
from domain.report import Progress
from domain.succession import AgencyChange, Succession
from storage.assignments import AssignmentDraft
from storage.chats import find_chat
from storage.gate import Writer
from storage.session import NotAllowed
from tests.harness.rehearsal import Rehearsal


@pytest.fixture
async def stage(tmp_path: Path) -> Rehearsal:
    """A new database with Plan 179."""
    made = Rehearsal(tmp_path / "baocao.db")
    await made.prepare()
    return made


async def _leads(stage: Rehearsal) -> list[tuple[object, ...]]:
    return await stage.rows("SELECT task, leads FROM assignments ORDER BY id")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.FOCAL])
async def test_only_the_focal_agency_assigns(stage: Rehearsal, role: Role) -> None:
    """Others are told who does, and a forged write is refused."""
    chat = await stage.seat(role, "so-xay-dung")
    (told,) = await stage.say(chat, "phân công nv 18 cho Sở Y tế")
    assert "cơ quan đầu mối" in told.text
    async with stage.open() as database, database.write() as connection:
        acting = await find_chat(connection, stage.channel, chat)
        writer = Writer(connection, stage.plan, stage.now, chat=acting)
        draft = AssignmentDraft(task=18, lead="so-y-te", since=stage.now.date())
        with pytest.raises(NotAllowed):
            await writer.assign(draft)
    assert await _leads(stage) == []


async def test_a_double_tap_assigns_once(stage: Rehearsal) -> None:
    """The second one comes too late to do anything."""
    chat = await stage.seat(Role.FOCAL, "so-xay-dung")
    await stage.say(chat, "phân công nv 18 cho Sở Y tế theo CV 12")
    await stage.tap(chat, "Phân công")
    await stage.tap(chat, "Phân công")
    assert await _leads(stage) == [(18, '["so-y-te"]')]


async def test_two_who_assign_at_once_do_not_overrule_each_other(stage: Rehearsal) -> None:
    """The one who confirms second is shown that there is a lead by now."""
    one = await stage.seat(Role.FOCAL, "so-xay-dung", "mot")
    other = await stage.seat(Role.FOCAL, "so-xay-dung", "hai")
    await stage.say(one, "phân công nv 18 cho Sở Y tế theo CV 12")
    await stage.say(other, "phân công nv 18 cho Sở Nội vụ theo CV 13")
    await stage.tap(one, "Phân công")
    (told,) = await stage.tap(other, "Phân công")
    assert "Sở Y tế" in told.text
    assert await _leads(stage) == [(18, '["so-y-te"]')]


async def test_after_a_split_the_successors_can_be_tapped(stage: Rehearsal) -> None:
    """Who takes each task is asked, with those that came after its old lead."""
    await stage.report("so-gtvt", 32, Progress.IN_PROGRESS)
    await stage.change_agencies(
        AgencyChange(
            effective=date(2026, 3, 1),
            basis="Quyết định",
            ended=(Succession(agency="so-gtvt", by=("so-xay-dung", "so-cong-thuong")),),
        )
    )
    chat = await stage.seat(Role.FOCAL, "so-xay-dung")
    (told,) = await stage.say(chat, "phân công nv 32")
    assert [each.label for each in told.choices] == ["Sở Xây dựng", "Sở Công Thương"]
    await stage.tap(chat, "Sở Công Thương")
    await stage.say(chat, "bỏ qua")
    await stage.tap(chat, "Phân công")
    assert await stage.rows("SELECT agency, agency_then FROM task_reports") == [
        ("so-cong-thuong", "so-gtvt")
    ]


async def test_another_assignment_in_mid_talk_is_not_taken_for_an_answer(stage: Rehearsal) -> None:
    """NV 28 is not given to whom NV 18 is meant for."""
    chat = await stage.seat(Role.FOCAL, "so-xay-dung")
    await stage.say(chat, "phân công nv 28")
    await stage.say(chat, "phan cong nv 18 cho so gtvt")
    await stage.say(chat, "bỏ qua")
    (told,) = await stage.tap(chat, "Phân công")
    assert "NV 18" in told.text
    assert await _leads(stage) == [(18, '["so-gtvt"]')]


async def test_a_number_alone_is_no_decision(stage: Rehearsal) -> None:
    """It was meant for a choice; it is asked again."""
    chat = await stage.seat(Role.FOCAL, "so-xay-dung")
    await stage.say(chat, "phân công nv 18 cho Sở Y tế")
    (asked,) = await stage.say(chat, "1")
    assert "Căn cứ: 1" not in asked.text
