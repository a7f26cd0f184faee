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
    assert "Khó khăn, vướng mắc (sẽ chuyển cơ quan đầu mối): đang vướng mặt bằng" in card.text
    assert 'nội dung trước là "thiếu vốn"' in card.text
    (again,) = await stage.say(chat, "đang làm 55%")
    assert "nội dung trước" not in again.text


async def test_a_long_obstacle_is_never_cut_in_silence(stage: Stage) -> None:
    """What is kept is kept whole; what is too long to be kept is asked for anew."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    words = "chưa bố trí được vốn đối ứng, chờ Sở Tài chính có ý kiến, "
    for often, kept in ((17, True), (47, False)):
        told = (words * often).strip(" ,")
        (said,) = await stage.say(chat, f"nv 8 đang làm 40%, số liệu đã rà soát, vướng mắc: {told}")
        assert (told in said.text) is kept
        assert (f"dài {len(told)} ký tự" in said.text) is not kept
        await stage.say(chat, "hủy")


async def test_the_card_says_that_an_obstacle_will_be_passed_on(stage: Stage) -> None:
    """Whoever only meant to tell how far it is can take it out; told again, it is known."""
    chat = await stage.seat(Role.OFFICER, "so-noi-vu")
    for line in ("Khó khăn, vướng mắc (sẽ chuyển cơ quan đầu mối): ", "Khó khăn, vướng mắc: "):
        (card,) = await stage.say(chat, "nv 8 đang làm 40%, đang chờ ý kiến thẩm định")
        assert f"{line}đang chờ ý kiến thẩm định" in card.text
        await stage.say(chat, "1")
