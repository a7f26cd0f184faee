"""Requests for extension as people type them, and the later days they name."""

from datetime import date

import pytest

from understanding.extension_words import (
    ExtensionAsked,
    Withdrawal,
    read_added_extension,
    read_decision,
    read_extended,
    read_extension,
    read_withdrawal,
)
from understanding.later_days import read_later_day

TODAY = date(2026, 11, 23)
DUE = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30/6/2027", date(2027, 6, 30)),
        ("30-6-27 nhé", date(2027, 6, 30)),
        ("2027-06-30", date(2027, 6, 30)),
        ("ngày 30 tháng 6 năm 2027", date(2027, 6, 30)),
        ("mười lăm tháng ba năm 2027", date(2027, 3, 15)),
        ("trước ngày 30/6/2027", date(2027, 6, 30)),
        ("30/6", date(2027, 6, 30)),
        ("29/2", date(2028, 2, 29)),
        ("30 thang 6", date(2027, 6, 30)),
        ("hết quý II/2027", date(2027, 6, 30)),
        ("het qui 2 nam 2027", date(2027, 6, 30)),
        ("Q2/2027", date(2027, 6, 30)),
        ("quý II", date(2027, 6, 30)),
        ("T6/2027", date(2027, 6, 30)),
        ("6/2027", date(2027, 6, 30)),
        ("cuối tháng 6", date(2027, 6, 30)),
        ("6 tháng đầu năm 2027", date(2027, 6, 30)),
        ("het nam 2027", date(2027, 12, 31)),
        ("năm sau", date(2027, 12, 31)),
        ("end of 2027", date(2027, 12, 31)),
        ("thêm 2 tháng", date(2027, 2, 28)),
        ("3 tháng nữa", date(2027, 3, 31)),
        ("thêm một năm rưỡi", date(2028, 6, 30)),
        ("nửa năm", date(2027, 6, 30)),
        ("lùi 2 tuần", date(2027, 1, 14)),
        ("another 3 months", date(2027, 3, 31)),
        ("31/2/2027", None),
        ("31/2", None),
        ("đầu quý III/2027", None),
        ("giữa năm 2027", None),
        ("chưa biết", None),
        ("12", None),
        ("60%", None),
        ("30/6/2027 hoặc 30/9/2027", None),
    ],
)
def test_a_later_day_is_read_in_all_its_spellings(text: str, day: date | None) -> None:
    """A day, the last of a span, or so much more; what names no one day is not guessed."""
    assert read_later_day(text, TODAY, DUE) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("hết tháng 2", date(2027, 2, 28)), ("30/11", date(2026, 11, 30)), ("1/3", date(2027, 3, 1))],
)
def test_a_day_without_a_year_is_to_come(text: str, day: date) -> None:
    """Where the due date is long past, it is the next such day from today on."""
    assert read_later_day(text, TODAY, date(2025, 12, 31)) == day


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "xin gia hạn nv 9 đến 30/6/2027 vì chưa bố trí được vốn",
            (9, "30/6/2027", "chưa bố trí được vốn"),
        ),
        ("gia hạn nv 9", (9, None, None)),
        ("/giahan", (None, None, None)),
        ("/giahan nv 9", (9, None, None)),
        ("gia hạn 9", (9, None, None)),
        ("gia han nv9 den het quy 2/2027 do thieu von", (9, "quy 2/2027", "thieu von")),
        ("nv 9 xin gia hạn đến 30/6/2027, lý do: chờ Bộ", (9, "30/6/2027", "chờ Bộ")),
        ("gia hạn nv 9 vì thiếu vốn, xin đến 30/6/2027", (9, "30/6/2027", "thiếu vốn")),
        ("dạ em xin gia hạn nhiệm vụ 12 thêm 3 tháng ạ", (12, "thêm 3 tháng ạ", None)),
        ("cho tôi xin gia hạn với ạ", (None, None, None)),
        ("lùi thời hạn nv 9 sang 31/3/2027", (9, "31/3/2027", None)),
        ("gia hạn nv 9 đến 35/13/2027", (9, "35/13/2027", None)),
        ("extend task 9 to 30/6/2027 because of funding", (9, "30/6/2027", "funding")),
        (
            "gia hạn nv 9 do hồ sơ trình UBND tỉnh đến nay chưa duyệt",
            (9, None, "hồ sơ trình UBND tỉnh đến nay chưa duyệt"),
        ),
    ],
)
def test_a_request_is_read_with_all_it_names(
    text: str, asked: tuple[int | None, str | None, str | None]
) -> None:
    """Task, date and reason in whichever order; a date that is none is handed on to be refused."""
    assert read_extension(text, TODAY) == ExtensionAsked(*asked)


@pytest.mark.parametrize(
    "text",
    [
        "gia hạn là gì",
        "gia hạn nv 9 được không?",
        "nv 9 đã gia hạn chưa",
        "nhiệm vụ nào được gia hạn",
        "gia hạn nv 9 như thế nào",
        "gia hạn nhiệm vụ của Sở Y tế đến 2027",
        "nv 9 đang làm 60%, vướng mắc: xin gia hạn",
        "đề nghị gia hạn đang chờ",
        "nhiệm vụ đến hạn năm 2027",
    ],
)
def test_a_question_or_a_report_is_no_request(text: str) -> None:
    """What only speaks of extensions opens none."""
    assert read_extension(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("duyệt", "grant"),
        ("dong y", "grant"),
        ("chấp thuận nhé", "grant"),
        ("dạ em đồng ý cho gia hạn ạ", "grant"),
        ("chờ duyệt", None),
        ("cho duyet", None),
        ("gia hạn", None),
        ("cho gia hạn", None),
        ("không đồng ý", "refuse"),
        ("từ chối", "refuse"),
        ("khong duyet", "refuse"),
        ("để xem đã", None),
    ],
)
def test_a_decision_is_read(text: str, decided: str | None) -> None:
    """The words of offices for a yes and a no; anything else decides nothing."""
    assert read_decision(text) == decided


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("rút đề nghị gia hạn nv 12", 12),
        ("thu hoi de nghi gia han nv 12", 12),
        ("hủy đề nghị gia hạn nv 12 nhé", 12),
        ("em xin rút lại đề nghị gia hạn nhiệm vụ số 12", 12),
        ("hủy gia hạn 12", 12),
        ("rút đề nghị gia hạn", None),
    ],
)
def test_a_request_is_taken_back_by_name(text: str, task: int | None) -> None:
    """With or without the task's number; it is never read as a new request."""
    assert read_withdrawal(text) == Withdrawal(task)
    assert read_extension(text, TODAY) is None


@pytest.mark.parametrize("text", ["rút đề nghị", "thu hồi nv 12", "gia hạn nv 12", "hủy"])
def test_another_text_takes_no_request_back(text: str) -> None:
    """A report may be what is taken back."""
    assert read_withdrawal(text) is None


@pytest.mark.parametrize(
    ("text", "before", "asked"),
    [
        (
            "nv 9 đang làm 60%, xin gia hạn đến 30/6/2027 vì thiếu vốn",
            "nv 9 đang làm 60%",
            (None, "30/6/2027", "thiếu vốn"),
        ),
        (
            "nv 9 dang lam, vuong mac thieu von; de nghi gia han them 3 thang",
            "nv 9 dang lam, vuong mac thieu von",
            (None, "them 3 thang", None),
        ),
    ],
)
def test_a_request_made_with_a_report_is_read_apart(
    text: str, before: str, asked: tuple[int | None, str | None, str | None]
) -> None:
    """The report keeps its words, the request is about the same task."""
    assert read_added_extension(text, TODAY) == (before, ExtensionAsked(*asked))


@pytest.mark.parametrize(
    "text", ["nv 9 đang làm 60%", "xin gia hạn nv 9", "nv 9 xong, xin gia hạn nv 7 đến 2027"]
)
def test_a_report_or_a_request_alone_is_not_taken_apart(text: str) -> None:
    """Nothing is added to a report that names no extension, or one of another task."""
    assert read_added_extension(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("nhiệm vụ nào được gia hạn", False),
        ("các nhiệm vụ đã gia hạn", False),
        ("nhiem vu da duoc gia han", False),
        ("mới gia hạn", False),
        ("có bao nhiêu nhiệm vụ được gia hạn?", True),
        ("gia hạn nv 9", None),
        ("nhiệm vụ đến hạn năm 2027", None),
        ("nhiệm vụ nào quá hạn", None),
    ],
)
def test_what_was_granted_can_be_asked_for(text: str, count: bool | None) -> None:
    """Which tasks were extended, or how many; another question is none of it."""
    assert read_extended(text) is count
