"""Letters, keyboards, numbers, dates, document numbers: the small readers."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest

from domain.report import Progress, Stage
from understanding.classified import looks_classified
from understanding.documents import find_symbols
from understanding.folding import fold, toned
from understanding.keyboard import from_telex, from_vni, undoubled
from understanding.numbers import number_words, read_digits, year_words
from understanding.phrases import PhraseBook
from understanding.tokens import words_of
from understanding.words import (
    match_label,
    read_date,
    read_document_number,
    read_field,
    read_no_obstacle,
    read_percent,
    read_progress,
    read_send,
    read_stage,
    read_yes_no,
)

TODAY = date(2026, 2, 15)


def test_a_phrase_is_found_where_all_its_words_stand() -> None:
    """Overlapping ones too, in the order they were added; none beyond the end of the text."""
    book = PhraseBook()
    for phrase in ("đúng hạn giao", "đúng hạn", "hạn", "giao"):
        book.add(phrase, phrase)

    def found(text: str) -> list[tuple[int, int, str]]:
        return [(span.start, span.end, span.mark) for span in book.find(words_of(text))]

    assert found("đã đúng hạn") == [(1, 3, "đúng hạn"), (2, 3, "hạn")]
    assert found("đúng hạn giao") == [
        (0, 3, "đúng hạn giao"),
        (0, 2, "đúng hạn"),
        (1, 2, "hạn"),
        (2, 3, "giao"),
    ]


def test_marks_are_folded_in_every_form() -> None:
    """A word has the same keys composed or decomposed, with the tone on either vowel."""
    for word in ("Hoà", "hòa", unicodedata.normalize("NFD", "hòa")):
        assert fold(word) == "hoa"
        assert toned(word) == toned("hoà")
    assert fold("Đường") == "duong"
    assert toned("chưa") != toned("chứa")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nhieemj", "nhiệm"),
        ("vuj", "vụ"),
        ("ddeef", "đề"),
        ("howpj", "hợp"),
        ("truwowng", "trương"),
    ],
)
def test_telex_is_read(typed: str, meant: str) -> None:
    """Words left in Telex are read as the keyboard meant them."""
    assert from_telex(typed) == toned(meant)


@pytest.mark.parametrize("word", ["tasks", "for", "lead", "status", "SXD"])
def test_other_words_are_no_telex(word: str) -> None:
    """English words and abbreviations that make no syllable stay as they are."""
    assert from_telex(word) is None


def test_vni_is_read() -> None:
    """Words left in VNI are read as the keyboard meant them; "nv7" is not one."""
    assert from_vni("nhie65m") == toned("nhiệm")
    assert from_vni("d9e61n") == toned("đến")
    assert from_vni("nv7") is None


def test_letters_typed_twice_are_one() -> None:
    """A doubled letter is taken back where a syllable comes out."""
    assert undoubled("hann") == "han"
    assert undoubled("han") is None


@pytest.mark.parametrize(
    ("written", "value"),
    [("7,2", "7.2"), ("7.2", "7.2"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"),
     ("1.500", "1500"), ("1.234.567", "1234567"), ("0,125", "0.125"), ("45", "45")],
)  # fmt: skip
def test_digits_are_read_the_vietnamese_way(written: str, value: str) -> None:
    """A comma marks decimals, groups of three are thousands, "7.2" is 7.2."""
    assert read_digits(written) == Decimal(value)


@pytest.mark.parametrize(
    ("said", "value"),
    [("muoi chin", 19), ("bon muoi lam", 45), ("ba lam", 35), ("hai muoi mot", 21),
     ("mot tram", 100), ("mot tram le nam", 105), ("chin", 9), ("twenty five", 25)],
)  # fmt: skip
def test_numbers_are_read_in_words(said: str, value: int) -> None:
    """Whole numbers are read to their last word."""
    words = said.split()
    assert number_words(words, 0) == (value, len(words))


@pytest.mark.parametrize(
    ("said", "year"),
    [("hai khong hai lam", 2025), ("hai nghin khong tram hai muoi sau", 2026),
     ("hai ngan khong tram hai bay", 2027), ("hai khong ba muoi", 2030),
     ("hai khong ba khong", 2030)],
)  # fmt: skip
def test_years_are_read_in_words(said: str, year: int) -> None:
    """Years said digit by digit or in thousands are read to their last word."""
    words = said.split()
    assert year_words(words, 0) == (year, len(words))


@pytest.mark.parametrize(
    ("text", "value"),
    [("60%", "60"), ("ước đạt 45,5%", "45.5"), ("bốn mươi lăm phần trăm", "45"),
     ("45 phẩy 5", "45.5"), ("một nửa", "50"), ("khoảng 60", "60"), ("100", "100")],
)  # fmt: skip
def test_a_share_is_read(text: str, value: str) -> None:
    """Shares are read in digits and words."""
    assert read_percent(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "chưa rõ", "60 70", "nv 9 60% rồi nhé anh"])
def test_what_is_no_share_is_none(text: str) -> None:
    """Anything beside a share makes it unread."""
    assert read_percent(text) is None


@pytest.mark.parametrize(
    "text",
    ["5/3/2025", "05-03-2025", "5.3.25", "ngày 5 tháng 3 năm 2025", "ngay 05 thang 03 nam 2025",
     "2025-03-05", "5 tháng 3, 2025", "March 5, 2025", "5th March 2025"],
)  # fmt: skip
def test_a_day_is_read_in_every_form(text: str) -> None:
    """All usual forms of a day are read."""
    assert read_date(text, TODAY) == date(2025, 3, 5)


def test_days_without_a_year_lie_near_today() -> None:
    """A day without a year is the latest one that is not far ahead; "hôm qua" is yesterday."""
    assert read_date("5/2", TODAY) == date(2026, 2, 5)
    assert read_date("20/12", TODAY) == date(2025, 12, 20)
    assert read_date("hôm qua", TODAY) == date(2026, 2, 14)


@pytest.mark.parametrize("text", ["31/2/2025", "1/1/2025 hay 2/1/2025", "7", "chưa có"])
def test_what_is_no_day_is_none(text: str) -> None:
    """Days that do not exist, two days, and other texts are none."""
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("QD 123/QD-UBND", "123/QĐ-UBND"), ("số 3210/SXD-QHKT ngày 22/12/2025", "3210/SXD-QHKT"),
     ("06/NQ-TW", "06/NQ-TW"), ("06-NQ/TW", "06-NQ/TW"), ("58-ctr/tu", "58-CTr/TU"),
     ("nghị định 09/2019/NĐ-CP", "09/2019/NĐ-CP"), ("77/HD-BQLDA1", "77/HD-BQLDA1"),
     ("quyết định 950/qđ-ttg", "950/QĐ-TTg"), ("kế hoạch số 215", "215"), ("số 12", "12")],
)  # fmt: skip
def test_a_document_number_is_read(text: str, number: str) -> None:
    """Numbers and symbols are read with their marks restored."""
    assert read_document_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["7,2 m2/người", "hoàn thành 7/12 nhiệm vụ", "nhiệm vụ số 9", "5/3/2025", "1/QĐ-A 2/QĐ-B"],
)
def test_what_is_no_document_number_is_none(text: str) -> None:
    """Shares, counts, dates, tasks' numbers and two documents are no document number."""
    assert read_document_number(text) is None


def test_a_symbol_keeps_its_place() -> None:
    """The place of a symbol lies within the text."""
    text = "đã có QĐ 123/QĐ-UBND rồi"
    (symbol,) = find_symbols(text)
    assert text[symbol.start : symbol.end] == "123/QĐ-UBND"


def test_short_answers_are_read() -> None:
    """Progress, stage, "nothing", yes and send are read alone, and not within other words."""
    assert read_progress("dang lam") is Progress.IN_PROGRESS
    assert read_progress("xong rồi ạ") is Progress.DONE
    assert read_progress("chưa xong") is Progress.IN_PROGRESS
    assert read_progress("đang chờ Sở Tài chính") is None
    assert read_stage("đã trình") is Stage.SUBMITTED
    assert read_stage("dự thảo") is Stage.DRAFTING
    assert read_no_obstacle("Không vướng gì.")
    assert not read_no_obstacle("không có vốn")
    assert (read_yes_no("vâng"), read_yes_no("ko"), read_yes_no("60")) == ("yes", "no", None)
    assert (read_send("ok"), read_send("sửa")) == ("send", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [("tôi đồng ý", "yes"), ("toi dong y", "yes"), ("dạ đồng ý", "yes"), ("em đồng ý ạ", "yes"),
     ("Ok.", "yes"), ("không đồng ý", "no"), ("tôi không đồng ý", "no"), ("em ko ạ", "no"),
     ("tôi chưa đồng ý", None), ("tôi", None), ("dung a", None)],
)  # fmt: skip
def test_a_polite_yes_or_no_is_one(text: str, said: str | None) -> None:
    """Who says it and how softly does not matter; what denies it does."""
    assert read_yes_no(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("gửi đi", "send"), ("gửi luôn", "send"), ("đúng rồi", "send"), ("đúng, gửi đi", "send"),
     ("đừng gửi", "drop"), ("dung gui", "drop"), ("dừng lại", "drop"), ("thôi", "drop"),
     ("thôi không gửi nữa", "drop"), ("không gửi nữa", "drop"), ("dung", None),
     ("gửi lúc nào", None)],
)  # fmt: skip
def test_a_card_is_sent_or_dropped_in_words(text: str, said: str | None) -> None:
    """A yes sends, a refusal drops, and what could be either does neither."""
    assert read_send(text) == said


@pytest.mark.parametrize(
    ("text", "field"),
    [("phần trăm", "percent"), ("ty le", "percent"), ("vướng mắc", "obstacle"), ("xin chào", None)],
)
def test_a_field_is_named_in_words(text: str, field: str | None) -> None:
    """Everyday names of a report's fields are known."""
    assert read_field(text) == field


LABELS = ("Chưa thực hiện", "Đang thực hiện", "Đã hoàn thành", "Tạm hoãn")


@pytest.mark.parametrize(
    ("text", "place"),
    [("dang thuc hien", 1), ("Đang thực hiên", 1), ("tạm", 3), ("đã hoàn thàn", 2),
     ("thực hiện", None), ("3", None), ("", None), ("đang thực hiện hay chưa thực hiện", None)],
)  # fmt: skip
def test_a_label_is_matched_alone(text: str, place: int | None) -> None:
    """A label is matched without marks and with slips, but never by words that others share."""
    assert match_label(text, LABELS) == place


def test_marks_decide_between_labels_alike() -> None:
    """Two labels that differ only in their marks are told apart by the marks typed, else not."""
    labels = ("Mỹ Tú", "Mỹ Tứ")
    assert match_label("mỹ tứ", labels) == 1
    assert match_label("my tu", labels) is None


@pytest.mark.parametrize(
    "text",
    ["MẬT", "(MẬT)", "TỐI MẬT", "Độ mật: mật", "văn bản đóng dấu MẬT", "nv 7 xong, công văn MẬT",
     "tài liệu mật", '"Tuyệt mật"', unicodedata.normalize("NFD", "TUYỆT MẬT"), "TOI MAT"],
)  # fmt: skip
def test_markings_of_secrecy_are_seen(text: str) -> None:
    """MẬT, TỐI MẬT, TUYỆT MẬT as markings are seen in every form."""
    assert looks_classified(text)


@pytest.mark.parametrize(
    "text",
    ["bí mật", "bảo mật", "mật độ xây dựng", "mật khẩu", "BẢO MẬT HỆ THỐNG", "MẬT ĐỘ CÂY XANH",
     "bảo vệ bí mật nhà nước", "thông tin bảo mật", "vướng MẶT BẰNG", "mật ong"],
)  # fmt: skip
def test_other_words_are_no_marking(text: str) -> None:
    """Words that only contain "mật" are no marking."""
    assert not looks_classified(text)
