"""A report on a task that is being confirmed: what changes is said."""

from domain.person import Role
from tests.harness.stage import Stage


async def test_an_obstacle_is_not_replaced_in_silence(stage: Stage) -> None:
    """Told again in other words at the confirmation, the card says what stood there; once."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    await stage.say(chat, "nv 8 đang làm 40%, vướng mắc: thiếu vốn")
    (same,) = await stage.say(chat, "đang làm 50%")
    assert "nội dung trước" not in same.text
    (card,) = await stage.say(chat, "đang vướng mặt bằng")
    assert "Khó khăn, vướng mắc: đang vướng mặt bằng" in card.text
    assert 'nội dung trước là "thiếu vốn"' in card.text
    (again,) = await stage.say(chat, "đang làm 55%")
    assert "nội dung trước" not in again.text
