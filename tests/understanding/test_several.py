"""Several tasks in one text: each with the words said of it, never with another's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understanding.examples import TODAY, lexicon, reports, words
from understanding.reports import ReportKind, ReportReading
from understanding.several import MOST, read_several

SXD = "so-xay-dung"


def said(text: str, agency: str = SXD) -> list[tuple[int | None, str, str, str]]:
    """Return of each report its number, progress, share and obstacle, empty where not said."""
    return [
        (
            each.task or each.indicator or next(iter(each.candidates), None),
            "" if each.progress is None else each.progress.value,
            "" if each.percent is None else str(each.percent),
            each.obstacle or "",
        )
        for each in read_several(text, lexicon(), agency, TODAY)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("nv 4 xong rồi, nv 7 đang làm 60%", [(4, "done", "", ""), (7, "in_progress", "60", "")]),
        ("nv 4 xong nv 7 dang lam 60%", [(4, "done", "", ""), (7, "in_progress", "60", "")]),
        ("xong nv 4, đang làm nv 7 60%", [(4, "done", "", ""), (7, "in_progress", "60", "")]),
        ("NV 4, 7 và 9 đã hoàn thành", [(n, "done", "", "") for n in (4, 7, 9)]),
        (
            "nv 4 va nv 7 chua lam do thieu von",
            [(n, "not_started", "", "thieu von") for n in (4, 7)],
        ),
        (
            "nv 4 vướng vốn; nv 7 đang làm, chờ thẩm định. nv 9 không vướng gì, đạt 30%",
            [(4, "", "", "vướng vốn"), (7, "in_progress", "", "chờ thẩm định"),
             (9, "in_progress", "30", "")],
        ),
        ("task 4 done, task 7 60%", [(4, "done", "", ""), (7, "in_progress", "60", "")]),
        ("đã xong nv 4, nv 7 thì đang làm 30%",
         [(4, "done", "", ""), (7, "in_progress", "30", "")]),
        ("nv 4 & nv 7 xong", [(4, "done", "", ""), (7, "done", "", "")]),
        ("nv 4 xong, 7 đang làm 30%, 9 60%",
         [(4, "done", "", ""), (7, "in_progress", "30", ""), (9, "in_progress", "60", "")]),
        ("nv 9 60%, 13 chưa làm", [(9, "in_progress", "60", ""), (13, "not_started", "", "")]),
        ("rà soát bệnh viện xong rồi, quy chế kiến trúc mới được 30%",
         [(4, "done", "", ""), (7, "in_progress", "30", "")]),
        ("nv 9 60%, ct 3 năm 2025 đạt 45,2%", [(9, "in_progress", "60", ""), (3, "", "", "")]),
    ],
)  # fmt: skip
def test_each_task_has_its_own_words(
    text: str, wanted: list[tuple[int | None, str, str, str]]
) -> None:
    """What is said of one is never another's; what is said of all is each one's."""
    assert said(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["nv 4 và nv 7 ai chủ trì", "xong nv 4 dang lam nv 7", "nv 9 xong", "xin chào",
     "nv 9 à không nv 7 đạt 30%", "nv 9 60%, 13 tuyến đường chưa làm",
     "đã xong nv 4, nv 7, nv 9 thì đang làm 30%",
     "nv 1, 2, 3, 4, 5, 6, 7, 8 và 9 xong", "nv 4 và nv 7 xong chưa?"],
)  # fmt: skip
def test_what_is_in_doubt_is_not_parted(text: str) -> None:
    """A question, one task alone, too many, or words that could be said of either."""
    assert said(text) == []


def test_a_document_of_several_is_none_of_theirs() -> None:
    """One number said of two tasks proves neither."""
    for each in read_several("nv 4 và 7 xong, QĐ 12/QĐ-UBND", lexicon(), SXD, TODAY):
        assert each.document_number is None


def test_a_task_that_is_only_mentioned_is_left_over() -> None:
    """Another agency's task without a word about it is kept among the words not taken."""
    (read,) = read_several("nv 9 đang làm, tham khảo nv 8", lexicon(), SXD, TODAY)
    assert (read.task, read.leftover) == (9, "tham khảo nv 8")


def test_reports_on_one_task_are_left_alone() -> None:
    """No report of the corpus on one task or indicator is parted."""
    told = [each for each in reports() if each.gold_kind in ("task_report", "indicator_report")]
    parted = [
        each.text
        for each in told
        if read_several(each.text, lexicon(), words().agency(each.unit), TODAY)
    ]
    assert parted == []


@settings(max_examples=200, deadline=None)
@given(
    parts=st.lists(
        st.sampled_from(["nv 4", "nv 7", "9", "và", ",", ".", "xong", "đang làm 60%", "chưa", "?",
                         "ct 3", "vướng vốn", "không thay đổi", "12/QĐ-UBND", "nv 33", "do"]),
        max_size=12,
    )
)  # fmt: skip
def test_any_text_is_parted_or_not(parts: list[str]) -> None:
    """Never an exception, never too many, and a task is claimed only by its agency."""
    found: tuple[ReportReading, ...] = read_several(" ".join(parts), lexicon(), SXD, TODAY)
    assert len(found) <= MOST
    for each in found:
        assert each.kind is not ReportKind.TASK or each.task in (4, 7, 9, 31, None)
