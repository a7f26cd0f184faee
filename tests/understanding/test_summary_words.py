"""How people ask for the summary, and what is another question."""

import pytest

from understanding.folding import fold
from understanding.summary_words import asks_for_summary

ASKED = [
    "tình hình thực hiện kế hoạch thế nào",
    "Tình hình thực hiện Kế hoạch 179/KH-UBND đến nay ra sao?",
    "cho tôi xem tổng hợp",
    "tiến độ chung thế nào rồi",
    "anh cho em hỏi tình hình chung ạ",
    "kế hoạch thực hiện đến đâu rồi?",
    "kết quả thực hiện kế hoạch",
    "how is the plan going?",
]
OTHER = [
    "tình hình NV 9 thế nào",
    "tình hình thực hiện của Sở Xây dựng",
    "đang tổng hợp ý kiến",
    "nhiệm vụ nào quá hạn",
    "nv 9 đang triển khai kế hoạch",
    "",
]


@pytest.mark.parametrize("text", [*ASKED, *map(fold, ASKED)])
def test_the_summary_is_asked_for(text: str) -> None:
    """With and without diacritics, politely or in two words."""
    assert asks_for_summary(text)


@pytest.mark.parametrize("text", OTHER)
def test_another_question_stays_another(text: str) -> None:
    """One task, one agency, or words of a report are not the whole plan."""
    assert not asks_for_summary(text)
