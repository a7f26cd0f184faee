"""Which talk an update is for: digits, taps, detours, and what was left for days."""

from dialogue.runner import Runner, Scene
from dialogue.state import ChatState, TalkState
from tests.dialogue.toys import Toy, order_with_size
from tests.harness.stage import LEXICON, MONDAY, PLAN, TEXTS


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
    for said in ("order", "xanh", "order", "xanh", "vote"):
        await toy.say(said)
    said = await toy.say("order")
    assert "nhiều việc làm dở: đặt màu; đặt màu; bỏ phiếu" in said
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


async def test_a_button_of_the_last_page_is_not_edited_away() -> None:
    """Asking for more leaves the page that was shown."""
    toy = Toy()
    toy.facts.colours = [f"m{number}" for number in range(1, 15)]
    await toy.say("order")
    await toy.tap("Xem thêm")
    assert toy.edits == []


async def test_a_file_during_a_talk_that_takes_none_asks_for_its_own() -> None:
    """A file is never kept for a talk that cannot use it, and the open question stays."""
    toy = Toy()
    await toy.say("vote")
    said = await toy.file(7)
    assert "Kèm 1 tệp." in said
    assert "Đồng ý chứ?" in said
    assert toy.state.talks[0].files == []


async def test_a_file_days_later_is_not_swallowed_by_the_old_talk() -> None:
    """What was left for days takes no file before it is taken up again."""
    toy = Toy()
    await toy.say("order")
    toy.wait(days=3)
    said = await toy.file(7)
    assert "Kèm 1 tệp." in said
    assert "3 ngày" in said


async def test_a_file_whose_caption_opens_nothing_is_counted_once() -> None:
    """One file is one file, whatever its caption says."""
    toy = Toy()
    said = await toy.file(7, "glance")
    assert "Kèm 1 tệp." in said


async def test_a_caption_opens_the_talk_its_file_is_for() -> None:
    """The file of a caption that opens an order belongs to that order."""
    toy = Toy()
    await toy.file(7, "màu xanh 50%")
    assert toy.state.talks[0].files == [7]


async def test_a_caption_opens_another_talk_with_its_file() -> None:
    """The file goes where its caption leads, and the talk that waits below keeps its own."""
    toy = Toy()
    await toy.say("vote")
    await toy.file(7, "order")
    await toy.file(8, "order")
    assert [(talk.dialogue, talk.files) for talk in toy.state.talks] == [
        ("vote", []),
        ("order", [7]),
        ("order", [8]),
    ]


async def test_a_caption_answers_the_open_question_with_its_file() -> None:
    """A confirmation sent under a photo confirms what has the photo in it."""
    toy = Toy()
    for said in ("order", "xanh", "40", "bỏ qua"):
        await toy.say(said)
    said = await toy.file(7, "gửi")
    assert "Đã nhận 1 tệp" in said
    assert toy.facts.written[0]["files"] == [7]
    assert toy.state.talks == []


async def test_a_caption_that_means_nothing_is_said_to_be_nothing() -> None:
    """Its words are told back; the file stays with the talk that takes it."""
    toy = Toy()
    await toy.say("order")
    said = await toy.file(7, "hiện trường")
    assert "Đã nhận 1 tệp" in said
    assert '"hiện trường" chưa rõ' in said
    assert toy.state.talks[0].files == [7]


async def test_what_is_open_is_told_by_its_task() -> None:
    """Of several reports that are open each is named, by its dialogue and its task."""
    scene = Scene(
        person=None, plan=PLAN, lexicon=LEXICON, now=MONDAY, received_at=MONDAY, texts=TEXTS
    )
    runner = Runner(scene, ChatState(), dialogues={}, reader=None, writer=None)
    talk = TalkState(dialogue="report_task", touched_at=MONDAY)
    assert runner.about(talk) == "báo cáo nhiệm vụ"
    talk.given["task"] = "9"
    assert runner.about(talk) == "báo cáo NV 9"


async def test_cancelling_says_that_files_are_not_attached() -> None:
    """Nobody believes that a file of a cancelled talk was kept."""
    toy = Toy()
    await toy.say("order")
    await toy.file(7)
    assert "chưa được đính kèm" in await toy.say("hủy")


async def test_a_digit_sent_before_the_question_answers_nothing() -> None:
    """Of two fast digits the second does not answer a question it was sent before."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    toy.received = toy.now
    toy.wait(seconds=1)
    await toy.say("quay lại")
    said = await toy.say("2")
    assert "trước khi có câu hỏi" in said
    assert toy.state.talks[0].answers["colour"].reopened == "back"


async def test_a_side_question_left_for_days_takes_no_digit() -> None:
    """A stray digit days later neither settles a side question nor writes anything."""
    toy = Toy()
    await toy.say("vote")
    await toy.say("order")
    await toy.say("2")
    toy.wait(days=3)
    said = await toy.say("2")
    assert toy.facts.written == []
    assert "3 ngày" in said


async def test_skipping_or_going_back_days_later_offers_to_resume() -> None:
    """Commands for a question do not answer one that was left for days."""
    for said in ("bỏ qua", "quay lại"):
        toy = Toy()
        await toy.say("order")
        await toy.say("xanh")
        toy.wait(days=3)
        assert "3 ngày" in await toy.say(said)
        assert "share" not in toy.state.talks[0].answers


async def test_commands_leave_a_question_for_words() -> None:
    """At a question for words an exact command is a command."""
    toy = Toy()
    for said in ("order", "xanh", "40"):
        await toy.say(said)
    await toy.say("menu")
    assert "remark" not in toy.state.talks[0].answers


async def test_a_tap_on_a_cancelled_card_is_told_so() -> None:
    """Nobody is told that a cancelled question was answered."""
    toy = Toy()
    await toy.say("order")
    button = toy.button("xanh")
    await toy.say("hủy")
    assert "đã hủy" in await toy.press(*button)


async def test_a_number_that_an_older_percentage_fits_is_asked_about() -> None:
    """An older open question for a number counts as one that a digit fits."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    await toy.say("vote")
    assert "trả lời cho câu hỏi nào" in await toy.say("1")


async def test_the_two_readings_of_a_digit_can_be_told_apart() -> None:
    """The choices name each question in its first line, and which is newer."""
    toy = Toy()
    await toy.say("vote")
    await toy.say("order")
    await toy.say("2")
    assert toy.last is not None
    assert [choice.label for choice in toy.last.choices] == [
        "Màu nào? (vừa hỏi)",
        "Đồng ý chứ? (hỏi trước)",
    ]


async def test_a_bare_number_beside_a_list_is_not_guessed() -> None:
    """A number that the list on the table did not offer opens nothing."""
    toy = Toy()
    await toy.say("shelf")
    assert 'nhắn "NV 9"' in await toy.say("9")


async def test_other_words_put_a_side_question_away() -> None:
    """A side question that is passed over asks nothing later."""
    for act in (lambda toy: toy.say("glance"), lambda toy: toy.file(7)):
        toy = Toy()
        await toy.say("vote")
        await toy.say("order")
        await toy.say("2")
        await act(toy)
        assert toy.state.side is None


async def test_the_pressed_older_talk_goes_on_first() -> None:
    """After a tap on an older talk, that one is the newest."""
    toy = Toy()
    await toy.say("order")
    older = toy.button("xanh")
    await toy.say("vote")
    await toy.press(*older)
    assert [talk.dialogue for talk in toy.state.talks] == ["vote", "order"]


async def test_an_exact_label_is_an_answer_even_as_a_question() -> None:
    """What was offered word for word is chosen, though it ends in a question mark."""
    toy = Toy()
    toy.facts.colours = ["xanh?", "do"]
    await toy.say("order")
    assert "phần trăm" in await toy.say("xanh?")


async def test_a_question_at_a_question_without_words_is_a_detour() -> None:
    """A clear question in mid-talk is answered, not refused as a bad answer."""
    toy = Toy()
    await toy.say("order")
    said = await toy.say("bao giờ có?")
    assert "Chưa hiểu" in said
    assert "Màu nào?" in said


async def test_only_so_many_answered_tokens_are_remembered() -> None:
    """The memory of answered questions does not grow for ever."""
    toy = Toy()
    for _ in range(40):
        await toy.say("vote")
        await toy.say("1")
    assert len(toy.state.closed) == 20


async def test_the_same_question_does_not_pile_up() -> None:
    """Opened again before anything was told, a talk gives way; its older button still answers."""
    toy = Toy()
    await toy.say("vote")
    shown = toy.button("1")
    await toy.say("order")
    for _ in range(4):
        assert "nhiều việc" not in await toy.say("vote")
    assert [talk.dialogue for talk in toy.state.talks] == ["order", "vote"]
    assert "Màu nào?" in await toy.press(*shown)
    assert toy.facts.written == ["yes"]


async def test_a_picker_gives_way_to_what_is_named() -> None:
    """A choice nobody made does not come back after the same was ordered by name."""
    toy = Toy()
    await toy.say("order")
    await toy.say("vote")
    await toy.start("order", colour="xanh")
    assert [talk.dialogue for talk in toy.state.talks] == ["vote", "order"]


async def test_what_was_told_is_never_replaced() -> None:
    """A talk with an answer, a value, a file or a follower waits until the same one is done."""
    for told in ("xanh", "file"):
        toy = Toy()
        await toy.say("order")
        await (toy.file(7) if told == "file" else toy.say(told))
        await toy.say("order")
        assert [talk.dialogue for talk in toy.state.talks] == ["order", "order"]
    toy = Toy()
    await toy.start("order", colour="xanh")
    await toy.start("order", colour="do")
    assert len(toy.state.talks) == 2
    await toy.start("order", colour="do")
    assert len(toy.state.talks) == 2
