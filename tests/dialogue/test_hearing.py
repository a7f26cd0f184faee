"""Which talk an update is for: digits, taps, detours, and what was left for days."""

from dialogue.state import ChatState
from tests.dialogue.toys import Toy, order_with_size


async def test_a_double_tap_is_answered_once() -> None:
    """The second tap of the same button is silence."""
    toy = Toy()
    await toy.say("order")
    button = toy.button("xanh")
    assert await toy.press(*button)
    assert await toy.press(*button) == ""
    assert toy.state.talks[0].answers["colour"].value == "xanh"


async def test_another_tap_on_an_answered_question_changes_nothing() -> None:
    """A changed mind is told how to go back; the first answer stays."""
    toy = Toy()
    await toy.say("order")
    token, _ = toy.button("xanh")
    await toy.press(token, "xanh")
    said = await toy.press(token, "do")
    assert "đã được trả lời" in said
    assert "phần trăm" in said
    assert toy.state.talks[0].answers["colour"].value == "xanh"


async def test_a_forged_tap_is_no_answer() -> None:
    """A key that was not offered, or a token never given out, does nothing."""
    toy = Toy()
    await toy.say("order")
    token, _ = toy.button("xanh")
    assert "không còn hiệu lực" in await toy.press(token, "tím")
    assert "không còn hiệu lực" in await toy.press("q999", "xanh")
    assert "không còn hiệu lực" in await toy.press("", "")
    assert toy.state.talks[0].answers == {}


async def test_the_pressed_message_becomes_its_answer() -> None:
    """The pressed message is edited to show the choice, without its buttons."""
    toy = Toy()
    await toy.say("order")
    await toy.tap("xanh")
    assert [(edit.message, edit.text) for edit in toy.edits] == [
        ("m1", "Màu nào?\n» <b>2. xanh</b>")
    ]


async def test_all_pages_shown_stay_valid() -> None:
    """A number of the first page still means what it showed after the second page."""
    toy = Toy()
    toy.facts.colours = [f"m{number}" for number in range(1, 15)]
    await toy.say("order")
    first = toy.button("m3")
    await toy.say("xem thêm")
    assert toy.last is not None
    assert [choice.number for choice in toy.last.choices][:2] == [7, 8]
    await toy.tap("Xem thêm")
    assert "phần trăm" in await toy.press(*first)
    assert toy.state.talks[0].answers["colour"].value == "m3"


async def test_a_choice_not_shown_yet_is_no_answer_by_number() -> None:
    """Numbers mean what was shown, not what is on a later page."""
    toy = Toy()
    toy.facts.colours = [f"m{number}" for number in range(1, 15)]
    await toy.say("order")
    assert "Chưa rõ lựa chọn" in await toy.say("12")


async def test_a_detour_is_answered_and_the_question_shown_again() -> None:
    """What is asked in the middle is answered, then the open question comes again."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    said = await toy.say("glance")
    assert said.startswith("Đã xem.")
    assert "phần trăm" in said
    assert "Ghi chú?" in await toy.say("40")


async def test_a_list_in_a_detour_carries_no_choices() -> None:
    """While a question waits, a detour's list is only read."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    said = await toy.say("shelf")
    assert "Trên kệ:" in said
    assert toy.last is not None
    assert [choice.label for choice in toy.last.choices] == ["Bỏ qua"]


async def test_a_list_on_the_table_is_forgotten_for_something_else() -> None:
    """A loose list may be answered, and is put away by whatever else is said."""
    toy = Toy()
    await toy.say("shelf")
    assert "Đã lấy xanh." in await toy.say("2")
    await toy.say("shelf")
    assert "Đã xem." in await toy.say("glance")
    assert toy.state.talks == []


async def test_words_that_read_as_a_question_are_asked_about() -> None:
    """At a question for words, a question is not swallowed as the answer."""
    toy = Toy()
    for said in ("order", "xanh", "40"):
        await toy.say(said)
    assert "là câu trả lời hay là câu hỏi" in await toy.say("bao giờ có?")
    assert "Gửi chứ?" in await toy.say("1")
    await toy.say("gửi")
    assert toy.facts.written[0]["remark"] == "bao giờ có?"


async def test_a_digit_that_fits_two_open_questions_is_asked_about() -> None:
    """A bare number that an older open question offered too is never guessed."""
    toy = Toy()
    await toy.say("vote")
    await toy.say("order")
    said = await toy.say("2")
    assert "trả lời cho câu hỏi nào" in said
    assert "phần trăm" in await toy.say("1")
    assert toy.state.talks[-1].answers["colour"].value == "xanh"


async def test_a_digit_goes_to_the_older_question_when_that_is_chosen() -> None:
    """The side question routes the number to the question that was meant."""
    toy = Toy()
    await toy.say("vote")
    await toy.say("order")
    await toy.say("2")
    said = await toy.say("đồng ý chứ?")
    assert toy.facts.written == ["no"]
    assert "Màu nào?" in said


async def test_a_button_of_the_older_talk_still_works() -> None:
    """A tap on an older open question answers that one; the newer comes again."""
    toy = Toy()
    await toy.say("vote")
    older = toy.button("Có")
    await toy.say("order")
    said = await toy.press(*older)
    assert toy.facts.written == ["yes"]
    assert "Màu nào?" in said


async def test_a_talk_left_for_days_is_offered_again_with_its_age() -> None:
    """A stray digit days later answers nothing; the old talk is offered, with its age."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    toy.wait(days=3)
    said = await toy.say("40")
    assert "3 ngày" in said
    assert "đặt màu" in said
    assert "share" not in toy.state.talks[0].answers
    assert "phần trăm" in await toy.say("1")


async def test_an_old_talk_can_be_dropped() -> None:
    """The offer to resume takes no for an answer."""
    toy = Toy()
    await toy.say("order")
    toy.wait(hours=13)
    assert "13 giờ" in await toy.say("xin chào")
    assert "Đã hủy" in await toy.say("2")
    assert toy.state.talks == []


async def test_a_question_to_an_old_talk_is_answered_first() -> None:
    """Somebody who comes back with something new gets it, then the offer."""
    toy = Toy()
    await toy.say("order")
    toy.wait(days=2)
    said = await toy.say("glance")
    assert said.startswith("Đã xem.")
    assert "2 ngày" in said


async def test_a_dialogue_that_is_gone_after_a_deploy_is_said() -> None:
    """An unknown stored talk never breaks the chat."""
    toy = Toy()
    await toy.say("order")
    del toy.dialogues["order"]
    said = await toy.say("glance")
    assert "không tiếp tục được" in said
    assert "Đã xem." in said


async def test_a_question_added_by_a_deploy_is_asked() -> None:
    """Answers stay valid by name when the dialogue has changed underneath an open talk."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    toy.dialogues["order"] = order_with_size
    assert "Cỡ nào?" in await toy.say("40")
    assert "phần trăm" in await toy.say("nhỏ")
    await toy.say("40")
    assert toy.facts.written == [("xanh", "40")]


async def test_too_many_open_talks_are_refused() -> None:
    """Three things at once are enough."""
    toy = Toy()
    for name in ("vote", "order", "vote"):
        await toy.say(name)
    said = await toy.say("order")
    assert "3 việc làm dở" in said
    assert len(toy.state.talks) == 3


async def test_nothing_understood_says_what_can_be_said() -> None:
    """A text that means nothing gets examples, not an invented answer."""
    said = await Toy().say("abc xyz")
    assert "Chưa hiểu" in said


async def test_the_state_survives_as_json() -> None:
    """Between turns there is nothing but the stored JSON."""
    toy = Toy()
    await toy.say("order")
    assert ChatState.model_validate_json(toy.stored) == toy.state
