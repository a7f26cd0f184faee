"""A leave told in one sentence: its days as they were meant, or what is wrong with them."""

from domain.person import Role
from tests.harness.stage import Stage

AGENCY = "so-noi-vu"


async def test_a_leave_that_ends_before_it_begins_is_said_to(stage: Stage) -> None:
    """The beginning is kept, the end asked for; a weekday is an answer."""
    await stage.seat(Role.OFFICER, AGENCY)
    chat = await stage.seat(Role.HEAD, AGENCY)
    said = "toi nghi tu 9/3 den 2/3, uy quyen cho officer so noi vu"
    (answer,) = await stage.say(chat, said)
    assert "02/03/2026 sớm hơn ngày bắt đầu 09/03/2026" in answer.text
    assert "Đến hết ngày nào?" in answer.text
    (card,) = await stage.say(chat, "thứ sáu tuần sau")
    assert "từ 09/03/2026 đến hết 13/03/2026" in card.text


async def test_a_leave_of_one_day_is_said_as_one_day(stage: Stage) -> None:
    """To who goes and to who stands in."""
    deputy = await stage.seat(Role.OFFICER, AGENCY)
    chat = await stage.seat(Role.HEAD, AGENCY)
    await stage.say(chat, "uy quyen cho officer so noi vu")
    await stage.say(chat, "9/3")
    (card,) = await stage.say(chat, "9/3")
    assert "trong ngày 09/03/2026?" in card.text
    (done,) = await stage.say(chat, "1")
    (told,) = await stage.unasked(deputy)
    for each in (done, told):
        assert "trong ngày 09/03/2026." in each.text
        assert "đến hết" not in each.text
