"""Obstacles as people type them: by number, as lists, told by themselves; what is none of it."""

from datetime import date

import pytest

from tests.harness.stage import LEXICON
from tests.understanding.examples import questions, reports
from understanding.obstacle_words import (
    Act,
    read_obstacle_list,
    read_of_obstacle,
    read_of_task,
    read_telling,
    same_words,
)

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize("said", ["VM 12", "vm12", "vướng mắc 12", "vuong mac so 12", "Vm.12?"])
def test_a_number_alone_shows_the_obstacle(said: str) -> None:
    """With and without marks, spaces and dots."""
    found = read_of_obstacle(said)
    assert found is not None
    assert (found.number, found.act, found.words) == (12, Act.SHOW, None)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("trả lời VM 12: Đề nghị gửi hồ sơ", "Đề nghị gửi hồ sơ"),
        ("tra loi vm12 de nghi gui ho so", "de nghi gui ho so"),
        ("VM 12: vẫn chưa có văn bản", "vẫn chưa có văn bản"),
        ("vm 12 chưa tháo gỡ được", "chưa tháo gỡ được"),
        ("VM 12 không tháo gỡ được", "không tháo gỡ được"),
        ("VM 12 đã tháo gỡ một phần", "đã tháo gỡ một phần"),
        ("answer VM 12: see 12/UBND", "see 12/UBND"),
        ("trả lời VM 12", None),
    ],
)
def test_words_after_the_number_are_said_of_it_as_written(said: str, words: str | None) -> None:
    """What is not solved, or solved in part only, is no closing."""
    found = read_of_obstacle(said)
    assert found is not None
    assert (found.number, found.act, found.words) == (12, Act.SPEAK, words)


@pytest.mark.parametrize(
    "said",
    [
        *("VM 12 đã tháo gỡ", "đã tháo gỡ VM 12", "vm 12 da giai quyet xong roi a", "đóng VM 12"),
        *("vm12 xong rồi", "VM 12 solved", "close vm 12", "VM 12: đã được tháo gỡ."),
    ],
)
def test_what_is_solved_closes_it(said: str) -> None:
    """In the words of officers and of offices."""
    found = read_of_obstacle(said)
    assert found is not None
    assert (found.number, found.act) == (12, Act.CLOSE)


def test_closing_and_opening_again_keep_the_reason() -> None:
    """What follows the colon is kept as it was written."""
    closed = read_of_obstacle("đóng VM 12: đã có CV 12/UBND")
    again = read_of_obstacle("mở lại VM 12: chưa cấp vốn")
    assert closed is not None
    assert again is not None
    assert (closed.act, closed.words) == (Act.CLOSE, "đã có CV 12/UBND")
    assert (again.act, again.words) == (Act.REOPEN, "chưa cấp vốn")


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("trả lời: làm theo công văn", Act.SPEAK),
        ("đã tháo gỡ rồi", Act.CLOSE),
        ("mở lại", Act.REOPEN),
    ],
)
def test_without_a_number_it_is_of_the_one_shown_last(said: str, act: Act) -> None:
    """And of none where none was shown."""
    found = read_of_obstacle(said, 12)
    assert found is not None
    assert (found.number, found.act) == (12, act)
    assert read_of_obstacle(said) is None


@pytest.mark.parametrize("said", ["vm 12 đã tháo gỡ chưa?", "vm 12 xong chưa", "VM 12 thế nào?"])
def test_asking_whether_it_is_solved_closes_nothing(said: str) -> None:
    """A question shows it."""
    found = read_of_obstacle(said)
    assert found is not None
    assert found.act is Act.SHOW


@pytest.mark.parametrize(
    ("said", "agencies", "own", "unanswered", "by_agency"),
    [
        ("vướng mắc", (), False, False, False),
        ("/vuongmac", (), False, False, False),
        ("danh sách khó khăn, vướng mắc", (), False, False, False),
        ("vướng mắc của Sở Y tế", ("so-y-te",), False, False, False),
        ("vuong mac cua so y te", ("so-y-te",), False, False, False),
        ("vướng mắc nào chưa trả lời", (), False, True, False),
        ("vuong mac chua duoc tra loi cua syt", ("so-y-te",), False, True, False),
        ("vướng mắc của cơ quan em", (), True, False, False),
        ("vướng mắc theo cơ quan", (), False, False, True),
        ("unanswered obstacles", (), False, True, False),
    ],
)
def test_lists_are_asked_for(
    said: str, agencies: tuple[str, ...], own: bool, unanswered: bool, by_agency: bool
) -> None:
    """All, of an agency, unanswered, one's own, by agency."""
    found = read_obstacle_list(said, LEXICON, TODAY)
    assert found is not None
    assert (found.agencies, found.own) == (agencies, own)
    assert (found.unanswered, found.by_agency) == (unanswered, by_agency)


@pytest.mark.parametrize(
    "said",
    [
        *("nhiệm vụ nào đang vướng mắc", "đang vướng mắc", "khó khăn của NV 33 là gì?"),
        *("nv 9 vuong mac: chua co quy hoach tinh", "nv 9 đang làm, không còn vướng mắc"),
        *("co quan nao vuong mac nhieu nhat vay", "vướng mắc 12 tháng nay", "vướng mắc về vốn"),
        *("Sở Tài nguyên và Môi trường có nhiệm vụ nào đang vướng mắc?", "", "👍", "12"),
        *("bỏ vướng mắc đi", "vướng mắc của Sở Ngoại vụ"),
    ],
)
def test_questions_and_reports_stay_what_they_are(said: str) -> None:
    """What is asked of tasks, and what is reported of them, is taken by neither."""
    assert read_of_obstacle(said) is None
    assert read_obstacle_list(said, LEXICON, TODAY) is None
    assert read_telling(said) is None


def test_no_question_or_report_of_the_corpus_is_taken() -> None:
    """Whoever asked or reported before in any words is understood as before."""
    for text in [line.text for line in (*questions(), *reports())]:
        assert read_of_obstacle(text) is None, text
        assert read_obstacle_list(text, LEXICON, TODAY) is None, text
        assert read_telling(text) is None, text


@pytest.mark.parametrize(
    ("said", "task", "words"),
    [
        ("báo vướng mắc", None, None),
        ("báo vướng mắc NV 7: thiếu kinh phí", 7, "thiếu kinh phí"),
        ("/vuongmac nv 7 thiếu vốn", 7, "thiếu vốn"),
        ("bao vuong mac nv7, thieu von", 7, "thieu von"),
        ("báo vướng mắc thiếu vốn", None, "thiếu vốn"),
    ],
)
def test_an_obstacle_is_told_by_itself(said: str, task: int | None, words: str | None) -> None:
    """With its task and words, or to be asked for them."""
    found = read_telling(said)
    assert found is not None
    assert (found.task, found.words) == (task, words)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Thiếu kinh phí giải phóng mặt bằng", "vẫn thieu kinh phi giai phong mat bang.", True),
        ("đang chờ ý kiến thẩm định", "chờ ý kiến thẩm định", True),
        ("thiếu kinh phí", "chưa có hướng dẫn của Trung ương", False),
        ("thiếu vốn", "thiếu đất", False),
    ],
)
def test_the_same_words_are_known_again(one: str, other: str, same: bool) -> None:
    """Marks, case and "vẫn" do not make another obstacle; other words do."""
    assert same_words(one, other) is same


@pytest.mark.parametrize(
    ("said", "task", "words"),
    [
        ("vuong mac nv 8: thieu von", 8, "thieu von"),
        ("Vướng mắc NV 8, thiếu vốn", 8, "thiếu vốn"),
        ("khó khăn, vướng mắc của nhiệm vụ 8 - thiếu vốn", 8, "thiếu vốn"),
        ("vuong mac nv 26", 26, None),
        ("xem vướng mắc nv26?", 26, None),
    ],
)
def test_an_obstacle_of_one_task_is_told_or_asked_for(
    said: str, task: int, words: str | None
) -> None:
    """The number is no part of its words."""
    found = read_of_task(said)
    assert found is not None
    assert (found.task, found.words) == (task, words)


@pytest.mark.parametrize(
    "said",
    [
        *("vướng mắc nv 8: không có", "vướng mắc nv 8: đã tháo gỡ", "nv 8 vướng mắc: thiếu vốn"),
        *("vướng mắc nv 8: thiếu vốn, mới đạt 40%", "vướng mắc nv 8 là gì"),
    ],
)
def test_a_report_on_a_task_stays_one(said: str) -> None:
    """As does a question in other words."""
    assert read_of_task(said) is None
