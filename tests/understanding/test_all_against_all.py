"""No pattern steals another's text: each entry of the corpus reads as its own, politely or not."""

import pytest

from evaluation.predictions import fill_in
from evaluation.scoring import question_right, report_right
from tests.understanding.examples import TODAY, answers, lexicon, questions, reports, words
from understanding.commands import Command, read_command
from understanding.questions import reads_as_question
from understanding.reports import ReportKind, read_report

ALLOWED = 0.01


@pytest.mark.parametrize(
    ("before", "after"),
    [("", " ạ"), ("", " nhé"), ("", " nha anh"), ("", " với em ơi"), ("em ơi ", ""),
     ("cho em hỏi ", ""), ("dạ ", ""), ("", " please"), ("", "  "), ("", "\n")],
)  # fmt: skip
def test_polite_words_change_nothing(before: str, after: str) -> None:
    """But for one text in a hundred, where the word beside them is a word of the plan."""
    gold = [*questions(), *reports()]
    changed = [each.text for each in questions()
               if not question_right(each, answers().to(before + each.text + after))]  # fmt: skip
    for line in reports():
        said = fill_in(before + line.text + after, lexicon(), words().agency(line.unit), TODAY)
        if not report_right(line, said):
            changed.append(line.text)
    assert len(changed) <= ALLOWED * len(gold), changed


def test_questions_are_no_reports() -> None:
    """An officer who asks is hardly ever shown a card, and never one of another's task."""
    asked = [each for each in questions() if each.kind not in ("help", "out_of_scope")]
    taken = [
        each.text
        for each in asked
        if read_report(each.text, lexicon(), "so-xay-dung", TODAY).kind
        in (ReportKind.TASK, ReportKind.INDICATOR)
    ]
    assert len(taken) <= ALLOWED * len(asked), taken


def test_reports_are_no_questions() -> None:
    """A report in mid-dialogue is hardly ever taken for a question."""
    told = [each for each in reports() if each.gold_kind in ("task_report", "indicator_report")]
    taken = [each.text for each in told if reads_as_question(each.text, lexicon(), TODAY)]
    assert len(taken) <= 3 * ALLOWED * len(told), taken


def test_only_commands_are_commands() -> None:
    """No question about the plan and no report is swallowed by a command's words."""
    taken = {each.text: read_command(each.text) for each in [*questions(), *reports()]
             if each.gold_kind != "help"}  # fmt: skip
    assert {text: found for text, found in taken.items() if found not in (None, Command.HELP)} == {}
