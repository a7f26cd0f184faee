"""The menu names what its reader can do, and nothing that is refused or empty."""

from dialogue.texts import plain
from domain.person import Role
from tests.harness.stage import Stage


async def _menu(stage: Stage, role: Role, agency: str) -> str:
    chat = await stage.seat(role, agency)
    (menu,) = await stage.say(chat, "menu")
    return plain(menu.text)


async def test_the_focal_officer_of_an_agency_without_tasks_reads_how_to_follow_up(
    stage: Stage,
) -> None:
    """What the others owe is followed whether or not the own agency leads anything."""
    for agency in ("so-y-te", "vp-ubnd-tinh"):
        menu = await _menu(stage, Role.FOCAL, agency)
        assert "đôn đốc" in menu
        assert "chờ duyệt" in menu
    assert "đôn đốc" not in await _menu(stage, Role.OFFICER, "so-y-te")


async def test_the_administrators_menu_offers_nothing_that_is_refused(stage: Stage) -> None:
    """The roster and what the plan says; nothing of what agencies have reported."""
    menu = await _menu(stage, Role.ADMIN, "so-xay-dung")
    assert "/quantri" in menu
    for refused in ("tóm tắt", "ai chưa báo cáo", "quá hạn", "vướng mắc", "chưa đạt"):
        assert refused not in menu
