"""Whatever is odd about a plan is listed with its place, in both languages."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dialogue.texts import Texts
from domain.task import DeadlineKind
from plans.anomalies import Anomaly, AnomalyKind, Part, Place
from plans.checking import check
from plans.errors import PlanUnreadable, Problem, Slip
from plans.reading import Reading
from plans.yaml_form import PLAN_179, dump_plan


def listed(reading: Reading, kind: AnomalyKind) -> list[tuple[str, str]]:
    """Return where an oddity was found: (row, cell)."""
    return [(each.where.row, each.cell) for each in reading.anomalies if each.kind is kind]


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        (AnomalyKind.ROW_TWICE, [("17", "content")]),
        (AnomalyKind.ROW_SPLIT, [("30", "content")]),
        (AnomalyKind.MISSPELT_AGENCY, [("8", "coordinators"), ("19", "lead")]),
        (AnomalyKind.NO_LEAD, [("18", "lead")]),
        (AnomalyKind.NO_TIMING, [("18", "timing"), ("28", "timing"), ("29", "timing")]),
        (AnomalyKind.OPEN_TIMING, [("23", "timing"), ("32", "timing")]),
        (AnomalyKind.UNNUMBERED_DUTY, [("I", "content")]),
        (
            AnomalyKind.MERGED_CELL,
            [(row, "lead") for row in ("1", "2", "4", "7", "27", "28", "29")],
        ),
        (
            AnomalyKind.EMPTY_CELL,
            [
                ("18", "coordinators"),
                ("18", "product"),
                ("18", "note"),
                ("28", "product"),
                ("28", "note"),
                ("29", "product"),
            ],
        ),
        (AnomalyKind.UNKNOWN_AGENCY, []),
        (AnomalyKind.UNREAD_CELL, []),
        (AnomalyKind.NO_FOCAL, []),
    ],
)
def test_every_oddity_of_plan_179_is_listed(
    reading: Reading, kind: AnomalyKind, places: list[tuple[str, str]]
) -> None:
    """The list is complete and names nothing that is in order."""
    assert listed(reading, kind) == places


def test_oddities_come_in_the_order_of_the_file(reading: Reading) -> None:
    """A person walks down the file once; each line leads to the row that is odd."""
    lines = [each.line for each in reading.anomalies]
    assert lines == sorted(lines)
    printed = (Path(__file__).parent.parent / "data" / "plan-179.txt").read_text("utf-8")
    for each in reading.anomalies:
        if each.where.part is Part.TASK and each.kind is not AnomalyKind.ROW_SPLIT:
            row = printed.split("\n")[each.line - 1]
            assert row.split("\t")[0] == each.where.row


def test_an_unknown_agency_is_listed_and_left_out(changed: Callable[..., Path]) -> None:
    """A lead that the register does not know is nobody, and both facts are listed."""
    reading = check(changed(("\tSở NN&PTNT\t", "\tChi cục Thủy lợi\t")))
    assert reading.plan.task_by_number[6].leads == ()
    assert listed(reading, AnomalyKind.UNKNOWN_AGENCY) == [("6", "lead")]
    assert ("6", "lead") in listed(reading, AnomalyKind.NO_LEAD)


def test_an_unreadable_timing_is_listed_and_left_empty(changed: Callable[..., Path]) -> None:
    """A timing in words nobody taught is MISSING, with its words kept."""
    reading = check(changed(("\t2026-2027\t", "\tquý III\t")))
    task = reading.plan.task_by_number[31]
    assert (task.deadline.kind, task.cells.timing) == (DeadlineKind.MISSING, "quý III")
    assert listed(reading, AnomalyKind.UNREAD_CELL) == [("31", "timing")]


def test_an_unreadable_target_is_listed_and_left_empty(changed: Callable[..., Path]) -> None:
    """A target that cannot be read has no entry for its year."""
    reading = check(changed(("\tPhấn đấu đạt 28\t", "\tkhoảng 28\t"), ("\t23\t", "\t\t")))
    assert list(reading.plan.indicator_by_number[7].targets) == [2030]
    assert listed(reading, AnomalyKind.UNREAD_CELL) == [("7", "target")]
    assert ("1", "target") in listed(reading, AnomalyKind.EMPTY_CELL)


def test_a_plan_that_names_no_focal_agency_is_still_read(changed: Callable[..., Path]) -> None:
    """The tables alone can be looked over; the missing focal agency is listed."""
    reading = check(changed(("theo dõi, đôn đốc, giám sát", "giám sát")))
    assert reading.plan.focal == ""
    assert listed(reading, AnomalyKind.NO_FOCAL) == [("", "focal")]


def test_a_reviewed_plan_lists_what_is_still_to_confirm() -> None:
    """The YAML shows the same oddities at its own lines, but for those of the print."""
    reviewed = check(PLAN_179)
    assert listed(reviewed, AnomalyKind.NO_LEAD) == [("18", "lead")]
    assert len(listed(reviewed, AnomalyKind.MERGED_CELL)) == 7
    assert len(listed(reviewed, AnomalyKind.MISSPELT_AGENCY)) == 2
    assert not listed(reviewed, AnomalyKind.ROW_TWICE)
    text = PLAN_179.read_text(encoding="utf-8").split("\n")
    no_lead = next(each for each in reviewed.anomalies if each.kind is AnomalyKind.NO_LEAD)
    assert text[no_lead.line - 1] == "- number: 18"


def test_a_reviewed_plan_lists_every_oddity_but_those_of_the_print(
    changed: Callable[..., Path], tmp_path: Path
) -> None:
    """Misspelt agencies and missing targets too; only how the pages were cut is gone."""
    printed = check(changed(("\t23\t", "\t\t")))
    path = tmp_path / "reviewed.yaml"
    path.write_text(dump_plan(printed.plan), encoding="utf-8")
    kept = [
        (each.kind, each.cell, each.where, each.note)
        for each in printed.anomalies
        if each.kind not in (AnomalyKind.ROW_TWICE, AnomalyKind.ROW_SPLIT)
    ]
    found = [(each.kind, each.cell, each.where, each.note) for each in check(path).anomalies]
    assert Counter(found) == Counter(kept)
    assert AnomalyKind.MISSPELT_AGENCY in {kind for kind, *_ in found}
    assert "target" in {cell for _, cell, *_ in found}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_oddity_and_every_error_has_words(language: str) -> None:
    """Each kind has its message in each language, and the message names the line."""
    texts = Texts(language)
    place = Place(part=Part.TASK, row="18")
    for kind in AnomalyKind:
        odd = Anomaly(kind=kind, line=148, cell="lead", where=place, note="…")
        assert texts.plain(f"anomaly-{kind}", **odd.facts)
    for problem in Problem:
        error = PlanUnreadable(problem, 148, "timing", "…")
        assert texts.plain(f"unreadable-{problem}", **error.facts)
    said = {
        texts.plain("unreadable-field", **PlanUnreadable(Problem.FIELD, 1, "x", slip).facts)
        for slip in Slip
    }
    assert len(said) == len(Slip)


def test_a_message_reads_like_the_office_writes() -> None:
    """Row, line and column are named as the plan names them."""
    odd = Anomaly(
        kind=AnomalyKind.EMPTY_CELL,
        line=148,
        cell="product",
        where=Place(part=Part.TASK, row="18"),
    )
    said = Texts("vi").plain(f"anomaly-{odd.kind}", **odd.facts)
    assert said == "Dòng 148: nhiệm vụ 18 để trống ô “Sản phẩm, kết quả”."
