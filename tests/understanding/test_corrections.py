"""Corrections of a report that is being made."""

import pytest

from tests.understanding.examples import TODAY, reports
from understanding.corrections import Correction, read_correction


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("bỏ vướng mắc đi", "xoa kho khan giup em", "remove obstacle"),
         Correction(removed=("obstacle",))),
        (("bỏ phần trăm",), Correction(removed=("percent",))),
        (("bỏ ngày văn bản đi",), Correction(removed=("document_date",))),
        (("bỏ số văn bản",), Correction(removed=("document_number",))),
        (("à không, nv 7 chứ không phải nv 9", "nhầm, nv 7", "khong phai nv 9 ma la nv 7",
          "à nhầm nv 7 mới đúng", "not task 9 but task 7"), Correction(task=7)),
        (("sửa lại ngày văn bản 12/10", "ngay ky 12/10/2025 chu"),
         Correction(document_date="2025-10-12")),
        (("nhầm, ngày 31/02",), Correction(document_date="31/02")),
        (("nv 7 xong rồi", "nhầm, 65% chứ", "thêm vướng mắc: thiếu vốn", "bỏ qua", "bỏ", ""), None),
    ],
)  # fmt: skip
def test_what_is_to_be_otherwise_is_read(texts: tuple[str, ...], wanted: Correction | None) -> None:
    """A field that goes, another task, another day; a report or a command corrects nothing."""
    assert {text: read_correction(text, TODAY) for text in texts} == dict.fromkeys(texts, wanted)


def test_reports_are_no_corrections() -> None:
    """No text of the corpus that reports is taken for one."""
    told = [each for each in reports() if each.gold_kind == "task_report"]
    assert [each.text for each in told if read_correction(each.text, TODAY)] == []
