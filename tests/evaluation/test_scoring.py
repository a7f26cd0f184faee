"""When an answer is right: the rules of the examples, one by one."""

import pytest

from evaluation.lines import Question, Report
from evaluation.predictions import Answer, Filled
from evaluation.scores import question_scores, report_scores
from evaluation.scoring import obstacle_right, question_right, report_right

LIST = {"text": "…", "kind": "tasks", "tasks": [4, 7], "alt": [{"tasks": [4, 7, 8]}]}
NONE = {"text": "…", "kind": "tasks"}
COUNT = {"text": "…", "kind": "count", "tasks": [4, 7], "value": 2}
TARGET = {"text": "…", "kind": "target", "indicators": [2], "value": 45}
RANGE = {"text": "…", "kind": "target", "indicators": [2], "range": [8, 10]}
NO_FIGURE = {"text": "…", "kind": "figure", "indicators": [2]}
OUTSIDE = {"text": "…", "kind": "out_of_scope"}
HELP = {"text": "…", "kind": "help", "accept_kinds": ["help", "out_of_scope"]}


@pytest.mark.parametrize(
    ("gold", "said", "right"),
    [
        (LIST, {"kind": "tasks", "tasks": [7, 4]}, True),
        (LIST, {"kind": "detail", "tasks": [4, 7, 8]}, True),
        (LIST, {"kind": "tasks", "tasks": [4]}, False),
        (LIST, {"kind": "out_of_scope"}, False),
        (LIST, {"kind": "ask"}, False),
        (NONE, {"kind": "count", "value": 0}, True),
        (NONE, {"kind": "indicators"}, False),
        (NONE, {"kind": "out_of_scope"}, False),
        (COUNT, {"kind": "count", "value": 2}, True),
        (COUNT, {"kind": "tasks", "tasks": [1, 2]}, True),
        (COUNT, {"kind": "count", "value": 3, "tasks": [1]}, False),
        (COUNT, {"kind": "indicators", "indicators": [1, 2]}, False),
        (TARGET, {"kind": "indicators", "indicators": [2], "value": 45}, True),
        (TARGET, {"kind": "target", "indicators": [2]}, False),
        (TARGET, {"kind": "target", "indicators": [3], "value": 45}, False),
        (RANGE, {"kind": "target", "indicators": [2]}, True),
        (RANGE, {"kind": "target", "indicators": [2], "value": 9}, True),
        (RANGE, {"kind": "target", "indicators": [2], "value": 11}, False),
        (NO_FIGURE, {"kind": "figure", "indicators": [2]}, True),
        (NO_FIGURE, {"kind": "figure", "indicators": [2], "value": 1}, False),
        (NO_FIGURE, {"kind": "target", "indicators": [2]}, False),
        (OUTSIDE, {"kind": "help"}, True),
        (OUTSIDE, {"kind": "tasks"}, False),
        (OUTSIDE, {"kind": "out_of_scope", "value": 1}, False),
        (HELP, {"kind": "out_of_scope"}, True),
        (HELP, {"kind": "tasks"}, False),
    ],
)
def test_an_answer_is_judged_by_what_it_claims(
    gold: dict[str, object], said: dict[str, object], right: bool
) -> None:
    """Sets must be equal, numbers too where they are asked for, and silence claims nothing."""
    assert question_right(Question.model_validate(gold), Answer.model_validate(said)) is right


DONE = {
    "text": "…",
    "unit": "…",
    "gold": {"kind": "task_report", "task": 7, "status": "done", "document_number": "1/QĐ-UBND"},
    "accept": {"task": [8]},
}
FIGURE = {
    "text": "…",
    "unit": "…",
    "gold": {"kind": "indicator_report", "indicator": 6, "value": 7.2},
}
ASK = {"text": "…", "unit": "…", "gold": {"kind": "ask"}, "accept_kinds": ["ask", "query"]}


@pytest.mark.parametrize(
    ("gold", "said", "right"),
    [
        (DONE, {"task": 7, "status": "done", "document_number": "1/qd-ubnd"}, True),
        (DONE, {"task": 8, "status": "done", "document_number": "1/QĐ-UBND"}, True),
        (DONE, {"task": 7, "status": "done", "document_number": "1/QĐ-UBND", "percent": 100}, True),
        (DONE, {"task": 7, "status": "done", "document_number": "1/QĐ-UBND", "percent": 60}, False),
        (DONE, {"task": 7, "status": "done"}, False),
        (DONE, {"kind": "ask"}, False),
        (FIGURE, {"kind": "indicator_report", "indicator": 6, "value": 7.2}, True),
        (FIGURE, {"kind": "indicator_report", "indicator": 6, "value": 72}, False),
        (FIGURE, {"kind": "indicator_report", "indicator": 6, "value": 7.2, "year": 2025}, False),
        (ASK, {"kind": "query"}, True),
        (ASK, {"task": 7}, False),
    ],
)
def test_a_report_is_judged_by_its_fields(
    gold: dict[str, object], said: dict[str, object], right: bool
) -> None:
    """Every field must be one of those accepted; what was not said must be left empty."""
    filled = Filled.model_validate({"kind": "task_report", **said})
    assert report_right(Report.model_validate(gold), filled) is right


def test_obstacles_are_compared_loosely() -> None:
    """Half of the words are enough; an invented obstacle is wrong."""
    stuck = Report(text="…", unit="…", gold={"obstacle": "vướng giải phóng mặt bằng"})
    free = Report(text="…", unit="…", gold={})
    for words, with_one, without in (("mặt bằng vướng", True, False), (None, False, True)):
        said = Filled(kind="task_report", obstacle=words)
        assert (obstacle_right(stuck, said), obstacle_right(free, said)) == (with_one, without)


def test_scores_name_what_was_wrong() -> None:
    """The shares count right and wrong, and every miss is shown with its text."""
    answered = [
        (Question(id="a", text="một", kind="tasks", tasks=(4,), style="formal"),
         Answer(kind="tasks", tasks=(4,))),
        (Question(id="b", text="hai", kind="tasks"), Answer(kind="tasks", tasks=(9,))),
        (Question(id="c", text="ba", kind="out_of_scope"), Answer(kind="tasks", tasks=(9,))),
    ]  # fmt: skip
    told = question_scores(answered)
    for line in (
        "exact-set accuracy  1/3 = 33.3%",
        "  formal  1/1 = 100.0%",
        "false answers out of scope  1/1 = 100.0%",
        'invented answers where "none" is right  1/1 = 100.0%',
        "- b hai",
    ):
        assert line in told.splitlines()
    wrong = (Report.model_validate({**ASK, "id": "r"}), Filled(kind="task_report", task=7))
    assert "wrongly pre-filled  1/1 = 100.0%" in report_scores([wrong]).splitlines()
