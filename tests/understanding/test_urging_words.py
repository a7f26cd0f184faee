"""Urging as the focal agency types it, and what only sounds like it."""

from datetime import date

import pytest

from domain.agency import AgencyKind
from tests.harness.stage import LEXICON
from tests.understanding.examples import questions, reports
from understanding.urging_words import read_urging

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("said", "agencies", "kinds"),
    [
        ("đôn đốc", (), ()),
        ("don doc", (), ()),
        ("/dondoc", (), ()),
        ("Đôn đốc 22 đơn vị", (), ()),
        ("đôn đốc các đơn vị chưa báo cáo kỳ này", (), ()),
        ("nhắc các đơn vị chưa báo cáo", (), ()),
        ("nhac cac don vi chua bao cao", (), ()),
        ("đôn đốc Sở Y tế", ("so-y-te",), ()),
        ("don doc so noi vu", ("so-noi-vu",), ()),
        ("nhắc Sở Nội vụ nộp báo cáo đi", ("so-noi-vu",), ()),
        ("đôn đốc UBND huyện Kế Sách và Sở Nội vụ", ("ubnd-h-ke-sach", "so-noi-vu"), ()),
        ("đôn đốc các sở", (), (AgencyKind.DEPARTMENT,)),
        ("urge all agencies that have not reported", (), ()),
    ],
)
def test_who_is_to_be_urged(
    said: str, agencies: tuple[str, ...], kinds: tuple[AgencyKind, ...]
) -> None:
    """All who owe, some by name, or a kind."""
    found = read_urging(said, LEXICON, TODAY)
    assert found is not None
    assert (found.agencies, found.kinds, found.result) == (agencies, kinds, False)


@pytest.mark.parametrize("said", ["kết quả đôn đốc", "ket qua don doc?", "đã đôn đốc ai"])
def test_what_came_of_it_is_asked(said: str) -> None:
    """With and without marks."""
    found = read_urging(said, LEXICON, TODAY)
    assert found is not None
    assert found.result


@pytest.mark.parametrize(
    "said",
    [
        *("nhắc", "nhắc lại", "nhắc việc", "nhắc lại ngày mai", "tạm ngừng nhắc NV 4", "remind me"),
        *("đừng nhắc NV 4 nữa", "nhiệm vụ nào nhắc đến tầm nhìn đến năm 2045?", "đôn đốc NV 12"),
        *("cơ quan nào đôn đốc kế hoạch", "ai chưa báo cáo", "đôn đốc Sở Ngoại vụ", "", "👍"),
    ],
)
def test_reminders_and_questions_urge_nobody(said: str) -> None:
    """ "Nhắc" is first of all one's own reminder."""
    assert read_urging(said, LEXICON, TODAY) is None


def test_no_question_or_report_of_the_corpus_urges() -> None:
    """Whoever asked or reported before in any words is understood as before."""
    for text in [line.text for line in (*questions(), *reports())]:
        assert read_urging(text, LEXICON, TODAY) is None, text
