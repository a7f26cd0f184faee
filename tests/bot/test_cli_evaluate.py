"""`baocao evaluate`: predictions and scores of files."""

import json

import pytest

from tests.harness.command_line import CommandLine
from tests.understanding.examples import DATA

DAY = ("--today", "2026-02-15")
BEHIND = (
    "--reports", DATA / "fixture_reports.json", "--figures", DATA / "fixture_figures.json",
)  # fmt: skip


def test_questions_become_predictions(baocao: CommandLine) -> None:
    """Every question is answered in one line of JSON under its id, by reports and figures given."""
    asked = baocao.file(
        "asked.jsonl",
        '{"id": "a", "text": "Sở Xây dựng có nhiệm vụ nào quá hạn"}\n'
        '{"id": "b", "text": "đô thị hóa năm 2025 đạt bao nhiêu"}\n',
    )
    ended = baocao("evaluate", "questions", asked, *BEHIND, *DAY)
    overdue, figure = map(json.loads, ended.out.splitlines())
    assert overdue == {"id": "a", "kind": "tasks", "tasks": [7], "indicators": [], "value": None}
    assert (figure["id"], figure["kind"], figure["indicators"]) == ("b", "figure", [3])
    assert isinstance(figure["value"], float)


def test_the_day_decides_what_is_overdue(baocao: CommandLine) -> None:
    """Without the option the day is that of BAOCAO_TODAY; without reports nothing is done."""
    asked = baocao.file("asked.jsonl", '{"text": "Sở Xây dựng có bao nhiêu nhiệm vụ quá hạn"}')
    for options, overdue in (((), [4, 7]), (("--today", "2024-12-01"), [])):
        assert json.loads(baocao("evaluate", "questions", asked, *options).out)["tasks"] == overdue


def test_reports_become_predictions(baocao: CommandLine) -> None:
    """A report is read for the unit that stands beside it, by name or id."""
    for unit in ("Sở Xây dựng", "so-xay-dung"):
        said = baocao.file(
            "said.jsonl", json.dumps({"id": "a", "unit": unit, "text": "nv 9 xong 60%"})
        )
        filled = json.loads(baocao("evaluate", "reports", said, *DAY).out)
        assert (filled["id"], filled["task"], filled["percent"]) == ("a", 9, 60)


@pytest.mark.parametrize(
    ("kind", "behind", "score"),
    [
        ("questions", BEHIND, "exact-set accuracy  80/80 = 100.0%"),
        ("reports", (), "all fields right  25/25 = 100.0%"),
    ],
)
def test_gold_scores(
    baocao: CommandLine, kind: str, behind: tuple[object, ...], score: str
) -> None:
    """With --gold the scores stand in place of the predictions."""
    ended = baocao("evaluate", kind, DATA / f"{kind}.jsonl", *behind, *DAY, "--gold")
    assert ended.out.splitlines()[0] == score


def test_another_plan_is_read(baocao: CommandLine) -> None:
    """The plan is the file given."""
    asked = baocao.file("asked.jsonl", '{"text": "Sở Xây dựng chủ trì nhiệm vụ nào"}')
    plan = (DATA.parents[2] / "plans" / "179-KH-UBND.yaml").read_text("utf-8")
    other = baocao.file("other.yaml", plan.replace("Sở Xây dựng", "Sở Hạ tầng"))
    ended = baocao("evaluate", "questions", asked, "--plan", other)
    assert json.loads(ended.out)["tasks"] == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"text": "a"}\n{"text"', "line 2: no JSON"),
        ('{"id": "a"}', "line 1: text: Field required"),
        (b"\xff", "not UTF-8"),
    ],
)
def test_what_is_wrong_in_a_file_is_told(
    baocao: CommandLine, content: str | bytes, told: str
) -> None:
    """The place and the mistake, in one line."""
    asked = baocao.file("asked.jsonl", content)
    assert told in baocao("evaluate", "questions", asked).refusal


def test_what_cannot_be_evaluated_is_told(baocao: CommandLine) -> None:
    """A unit that is in no plan, a text without a right answer to score by, a file not there."""
    said = baocao.file("said.jsonl", '{"text": "a", "unit": "Sở Lạ"}')
    assert "không có cơ quan “Sở Lạ”" in baocao("evaluate", "reports", said).refusal
    asked = baocao.file("asked.jsonl", '{"text": "a"}')
    assert "không có câu trả lời đúng" in baocao("evaluate", "questions", asked, "--gold").refusal
    assert "không có tệp" in baocao("evaluate", "questions", "none.jsonl").refusal
    wrong = baocao.file("reports.json", '{"figures": []}')
    refused = baocao("evaluate", "questions", asked, "--reports", wrong).refusal
    assert "reports.json: reports: Field required" in refused
