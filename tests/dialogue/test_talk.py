"""A dialogue is a function from the facts now and the answers so far to the next question."""

import pytest

from dialogue.speech import DialogueError
from tests.dialogue.toys import Toy


async def ordered(toy: Toy) -> None:
    """An order up to its card."""
    for said in ("order", "xanh", "40", "gấp"):
        await toy.say(said)


async def test_questions_follow_the_code_and_the_write_comes_last() -> None:
    """Each answer leads to the next question, and only the confirmed card writes."""
    toy = Toy()
    assert "Màu nào?" in await toy.say("order")
    assert "phần trăm" in await toy.say("xanh")
    assert "Ghi chú?" in await toy.say("40")
    assert "Gửi chứ?" in await toy.say("gấp")
    assert toy.facts.written == []
    assert "Đã ghi 1." in await toy.say("1")
    assert toy.facts.written[0]["remark"] == "gấp"
    assert toy.state.talks == []


async def test_a_choice_is_taken_by_number_by_words_and_by_tap() -> None:
    """What a button does can be typed."""
    for said in ("2", "2.", "xanh", "XANH"):
        toy = Toy()
        await toy.say("order")
        assert "phần trăm" in await toy.say(said)
    toy = Toy()
    await toy.say("order")
    assert "phần trăm" in await toy.tap("xanh")


async def test_a_bad_answer_is_asked_again_and_wipes_nothing() -> None:
    """A reply that is no answer says what to do, and earlier answers stay."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    assert "Đề nghị nhắn tỷ lệ" in await toy.say("nhiều lắm")
    assert "nằm ngoài" in await toy.say("140")
    assert "Ghi chú?" in await toy.say("40")
    assert toy.state.talks[0].answers["colour"].value == "xanh"


async def test_a_changed_draft_shows_the_new_card_and_writes_nothing() -> None:
    """A confirmation belongs to the draft that was shown; what changed is said."""
    toy = Toy()
    await ordered(toy)
    toy.facts.latest = 2
    said = await toy.say("1")
    assert toy.facts.written == []
    assert "lần đặt trước" in said
    assert "Gửi chứ?" in said
    await toy.say("1")
    assert [draft["latest"] for draft in toy.facts.written] == [2]


async def test_a_fact_that_is_gone_is_asked_again() -> None:
    """An answer that no longer fits the facts is asked again, with a word of why."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    toy.facts.colours.remove("xanh")
    said = await toy.say("40")
    assert "không còn phù hợp" in said
    assert "Màu nào?" in said


async def test_an_answer_falls_with_what_it_depends_on() -> None:
    """After the colour is changed its old share is no answer any more."""
    toy = Toy()
    await ordered(toy)
    await toy.say("sửa")
    await toy.say("màu")
    assert "phần trăm" in await toy.say("đo")


async def test_only_the_changed_field_is_asked_again() -> None:
    """ "Sửa" forgets one name; the card follows at once."""
    toy = Toy()
    await ordered(toy)
    assert "Sửa mục nào?" in await toy.say("2")
    assert "Ghi chú?" in await toy.say("ghi chú")
    assert "Gửi chứ?" in await toy.say("thong thả")
    await toy.say("gửi")
    assert toy.facts.written[0]["remark"] == "thong thả"
    assert toy.facts.written[0]["share"] == "40"


async def test_the_same_value_given_again_leads_back_to_the_card() -> None:
    """Changing a field to what it was is no endless loop."""
    toy = Toy()
    await ordered(toy)
    await toy.say("sửa")
    await toy.say("ghi chú")
    assert "Gửi chứ?" in await toy.say("gấp")


async def test_going_back_from_a_reopened_field_keeps_the_old_value() -> None:
    """The old value stays until a new one is accepted."""
    toy = Toy()
    await ordered(toy)
    await toy.say("sửa")
    await toy.say("tỷ lệ")
    await toy.say("chẳng biết")
    assert "Gửi chứ?" in await toy.say("quay lại")
    await toy.say("gửi")
    assert toy.facts.written[0]["share"] == "40"


async def test_going_back_asks_the_last_question_again() -> None:
    """`quay lại` works at every step, and says so at the first."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    await toy.say("40")
    assert "phần trăm" in await toy.say("quay lai")
    assert "Màu nào?" in await toy.say("quay lại")
    assert "câu hỏi đầu tiên" in await toy.say("quay lại")


async def test_values_from_a_sentence_are_answers_given_early() -> None:
    """A sentence skips every question that it answers."""
    toy = Toy()
    assert "Ghi chú?" in await toy.say("màu xanh 50%")
    await toy.say("bỏ qua")
    await toy.say("gửi")
    assert toy.facts.written[0]["share"] == "50"
    assert toy.facts.written[0]["remark"] is None


async def test_an_unfitting_early_value_is_asked_for() -> None:
    """A value from a sentence that does not load is asked for, never guessed."""
    assert "Màu nào?" in await Toy().say("màu tím 50%")


async def test_more_values_in_mid_talk_replace_the_old_ones() -> None:
    """A sentence said in the middle adds its values to the open talk."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    assert "Ghi chú?" in await toy.say("màu do 70%")
    await toy.say("bỏ qua")
    await toy.say("gửi")
    assert (toy.facts.written[0]["colour"], toy.facts.written[0]["share"]) == ("do", "70")


async def test_cancel_drops_the_talk_and_writes_nothing() -> None:
    """`hủy` ends a talk at any question."""
    toy = Toy()
    await ordered(toy)
    assert "Đã hủy" in await toy.say("huỷ")
    assert toy.state.talks == []
    assert toy.facts.written == []


async def test_a_required_question_cannot_be_skipped() -> None:
    """`bỏ qua` works where the question is optional, and says so where it is not."""
    toy = Toy()
    await toy.say("order")
    assert "cần được trả lời" in await toy.say("bỏ qua")
    await toy.say("xanh")
    assert "Ghi chú?" in await toy.say("bo qua")


async def test_help_explains_this_question() -> None:
    """`?` says what is asked for, then asks again."""
    toy = Toy()
    await toy.say("order")
    await toy.say("xanh")
    said = await toy.say("?")
    assert "Tỷ lệ của màu đã chọn." in said
    assert "phần trăm" in said


async def test_a_name_used_twice_is_an_error() -> None:
    """A dialogue that uses a name for two questions is wrongly written."""
    toy = Toy()
    await toy.say("twice")
    with pytest.raises(DialogueError, match="twice"):
        await toy.say("bỏ qua")


async def test_nothing_is_asked_after_the_write() -> None:
    """A talk ends with its one write."""
    with pytest.raises(DialogueError, match="after the talk's write"):
        await Toy().say("after_write")


async def test_files_belong_to_the_talk_they_came_in() -> None:
    """A file in mid-talk is kept for it, and the question stays."""
    toy = Toy()
    await toy.say("order")
    said = await toy.file(7)
    assert "Đã nhận 1 tệp" in said
    assert "Màu nào?" in said
    assert toy.state.talks[0].files == [7]


async def test_going_back_keeps_a_value_understood_from_a_sentence() -> None:
    """The old value of a changed field comes back, whether it was asked for or understood."""
    toy = Toy()
    for said in ("màu xanh 50%", "bỏ qua", "sửa", "tỷ lệ"):
        await toy.say(said)
    assert "Gửi chứ?" in await toy.say("quay lại")
    await toy.say("gửi")
    assert toy.facts.written[0]["share"] == "50"


async def test_a_value_from_a_sentence_keeps_the_rules_of_its_kind() -> None:
    """A percentage over a hundred is asked for, with a word of why, however it was said."""
    said = await Toy().say("màu xanh 150%")
    assert "nằm ngoài" in said
    assert "phần trăm" in said


async def test_a_retry_is_short() -> None:
    """After a slip only the problem and the choices are shown, not the whole question."""
    toy = Toy()
    await toy.say("order")
    said = await toy.say("tím")
    assert "Chưa rõ lựa chọn" in said
    assert "Màu nào?" not in said
    assert toy.last is not None
    assert [choice.label for choice in toy.last.choices] == ["do", "xanh", "vang"]


async def test_a_talk_writes_once() -> None:
    """A dialogue that writes twice is wrongly written."""
    toy = Toy()
    with pytest.raises(DialogueError, match="writes once"):
        await toy.say("twice_written")


async def test_what_was_said_is_said_again_when_it_changes() -> None:
    """`say` speaks once, and again when what it depends on is different."""
    toy = Toy()
    assert "Lần 1" in await toy.say("teller")
    assert "Lần 1" not in await toy.say("abc")
    toy.facts.latest = 2
    assert "Lần 2" in await toy.say("abc")
