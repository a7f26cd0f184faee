"""Assignments as the focal agency types them."""

import pytest

from understanding.assignment_words import AssignmentAsked, read_assignment


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("phân công nv 18 cho Sở Y tế", (18, "Sở Y tế", None)),
        ("phan cong nv 18 cho so y te", (18, "so y te", None)),
        ("giao nhiệm vụ 18: Sở Y tế", (18, "Sở Y tế", None)),
        ("chuyển nv 32 sang Sở Xây dựng theo CV 12/UBND-TH", (32, "Sở Xây dựng", "CV 12/UBND-TH")),
        ("xác định chủ trì nv 18: SYT, căn cứ Công văn 12", (18, "SYT", "Công văn 12")),
        ("phân công nv 18", (18, None, None)),
        ("giao Sở Y tế chủ trì nv 18", (18, "Sở Y tế", None)),
        ("giao so y te chu tri nhiem vu 18", (18, "so y te", None)),
        ("phân công cho SYT làm chủ trì nv 18, theo CV 12", (18, "SYT", "CV 12")),
        ("assign task 18 to Sở Y tế", (18, "Sở Y tế", None)),
        ("phân công", (None, None, None)),
        ("/phancong", (None, None, None)),
        ("nhiệm vụ cần xác định chủ trì", (None, None, None)),
    ],
)
def test_who_is_to_lead_is_read(
    text: str, asked: tuple[int | None, str | None, str | None]
) -> None:
    """The task, the words for the agency, the decision; nothing of them is needed."""
    assert read_assignment(text) == AssignmentAsked(*asked)


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm vụ nào chưa có cơ quan chủ trì",
        "nv 18 ai chủ trì?",
        "phân công nv 18 cho ai?",
        "nv 18 đã giao cho Sở Y tế",
        "đã giao Sở Y tế chủ trì nv 18",
        "giao ai chủ trì nv 18",
        "giao Sở Y tế chủ trì nv 18 và nv 19",
        "ai chủ trì nv 18",
        "báo cáo nv 18",
    ],
)
def test_a_question_or_a_report_assigns_nothing(text: str) -> None:
    """It is asked or told, not decided."""
    assert read_assignment(text) is None
