"""What heads and the focal agency type: approving, returning, a leave, leaving an agency out."""

from datetime import date

import pytest

from understanding.absence_words import Absence, read_absence, read_return
from understanding.exclusion_words import ExclusionAsked, read_exclusion
from understanding.review_words import Reviewing, Verdict, read_reviewing, read_verdict

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("duyệt", Verdict.APPROVE),
        ("dong y", Verdict.APPROVE),
        ("Xác nhận.", Verdict.APPROVE),
        ("trả lại", Verdict.RETURN),
        ("không duyệt", Verdict.RETURN),
        ("yeu cau chinh ly", Verdict.RETURN),
        ("so với kỳ trước", Verdict.COMPARE),
        ("xem so với kỳ trước", Verdict.COMPARE),
        ("nv 9", None),
        ("duyệt nv 9", None),
        ("bao giờ duyệt", None),
        ("chờ duyệt", None),
        ("cho duyet", None),
        ("chua duyet dau", None),
    ],
)
def test_what_is_said_to_one_report(text: str, verdict: Verdict | None) -> None:
    """A word of approval, of return, or the wish to compare; nothing else."""
    assert read_verdict(text) is verdict


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("duyệt tất cả", Reviewing(Verdict.APPROVE, everything=True)),
        ("duyet het nhe", Reviewing(Verdict.APPROVE, everything=True)),
        ("duyệt nv 4, 9", Reviewing(Verdict.APPROVE, (4, 9))),
        ("duyet nv 4 va 9", Reviewing(Verdict.APPROVE, (4, 9))),
        ("xác nhận nv 4, ct 3 và 5", Reviewing(Verdict.APPROVE, (4,), (3, 5))),
        (
            "trả lại nv 9 vì thiếu số văn bản",
            Reviewing(Verdict.RETURN, (9,), reason="thiếu số văn bản"),
        ),
        (
            "Chỉnh lý CT 3: số liệu của năm 2024.",
            Reviewing(Verdict.RETURN, (), (3,), reason="số liệu của năm 2024"),
        ),
        ("yêu cầu chỉnh lý nv 20", Reviewing(Verdict.RETURN, (20,))),
        ("chờ duyệt nv 9", None),
        ("phê duyệt chương trình", None),
        ("nv 9 đã duyệt quy hoạch", None),
        ("duyệt quy hoạch 9", None),
    ],
)
def test_reports_are_named_by_number(text: str, read: Reviewing | None) -> None:
    """By NV or CT, several at once, or all; a return may give its reason."""
    assert read_reviewing(text) == read


@pytest.mark.parametrize(
    ("text", "absence"),
    [
        (
            "tôi nghỉ từ 5/3 đến 10/3, ủy quyền cho Phó Giám đốc",
            Absence(date(2026, 3, 5), date(2026, 3, 10), "Phó Giám đốc"),
        ),
        (
            "toi nghi tu 5 den 10/3 uy quyen cho can bo dau moi",
            Absence(date(2026, 3, 5), date(2026, 3, 10), "can bo dau moi"),
        ),
        ("ủy quyền cho Phó Giám đốc đến 10/3", Absence(TODAY, date(2026, 3, 10), "Phó Giám đốc")),
        ("tôi đi công tác ngày 5/3", Absence(date(2026, 3, 5), date(2026, 3, 5), None)),
        ("tôi nghỉ từ mai đến 10/3", Absence(date(2026, 3, 3), date(2026, 3, 10))),
        ("toi nghi tu mai den 10/3", Absence(date(2026, 3, 3), date(2026, 3, 10))),
        ("tôi nghỉ mai", Absence(date(2026, 3, 3), date(2026, 3, 3))),
        ("tôi nghỉ đến thứ sáu", Absence(TODAY, date(2026, 3, 6))),
        ("toi nghi tu thu 4 den thu hai tuan sau", Absence(date(2026, 3, 4), date(2026, 3, 9))),
        ("ủy quyền cho chị Mai đến 10/3", Absence(TODAY, date(2026, 3, 10), "chị Mai")),
        ("ủy quyền", Absence()),
        ("ai được ủy quyền?", None),
        ("nv 9 đã ủy quyền cho sở ký", None),
        ("chế độ nghỉ hưu", None),
    ],
)
def test_a_leave_is_read_with_its_days_and_deputy(text: str, absence: Absence | None) -> None:
    """In one sentence, or only that there is one: the rest is asked."""
    assert read_absence(text, TODAY) == absence


@pytest.mark.parametrize("text", ["tôi đã đi làm lại", "ket thuc uy quyen", "hủy ủy quyền"])
def test_a_leave_is_over_by_word(text: str) -> None:
    """However it is said."""
    assert read_return(text)
    assert not read_return("ủy quyền")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "loại trừ Sở Y tế kỳ này, lý do: đang sáp nhập",
            ExclusionAsked(True, "Sở Y tế kỳ này", "đang sáp nhập"),
        ),
        ("loai tru so y te vi dang sap nhap", ExclusionAsked(True, "so y te", "dang sap nhap")),
        ("loại trừ", ExclusionAsked(True, "", None)),
        (
            "loại trừ Sở Y tế khỏi số liệu chỉ tiêu vì đang sáp nhập",
            ExclusionAsked(True, "Sở Y tế", "đang sáp nhập", figures=True),
        ),
        ("dua lai so y te vao chi tieu", ExclusionAsked(False, "so y te", None, figures=True)),
        ("đưa lại Sở Y tế vào", ExclusionAsked(False, "Sở Y tế vào", None)),
        (
            "đưa Sở Y tế trở lại kỳ này",
            ExclusionAsked(False, "Sở Y tế trở lại kỳ này", None),
        ),
        ("nhiệm vụ của Sở Y tế", None),
        ("loại trừ cơ quan nào?", None),
    ],
)
def test_an_agency_is_left_out_or_taken_back(text: str, asked: ExclusionAsked | None) -> None:
    """With the reason if it is given."""
    assert read_exclusion(text) == asked
