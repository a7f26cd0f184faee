"""What the reading of Plan 179 must get right, counted in the plan itself."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from domain.indicator import Target, TargetKind
from domain.plan import Plan
from domain.task import DeadlineKind
from plans.reading import Reading

CITY, VINH_CHAU, NGA_NAM = "ubnd-tp-soc-trang", "ubnd-tx-vinh-chau", "ubnd-tx-nga-nam"
DISTRICTS = "ubnd-cap-huyen"


@pytest.fixture
def plan(reading: Reading) -> Plan:
    """The plan alone."""
    return reading.plan


def test_the_plan_says_what_it_is(plan: Plan) -> None:
    """Number, issuer, date, title and focal agency are read, none of them typed beside."""
    assert (plan.id, plan.number) == ("179-KH-UBND", "179/KH-UBND")
    assert (plan.issuer, plan.issued_on) == ("UBND tỉnh Sóc Trăng", date(2024, 11, 15))
    assert plan.focal == "so-xay-dung"
    assert plan.title.startswith("Kế hoạch thực hiện Nghị quyết số 148/NQ-CP ngày 11/11/2022")


def test_groups_hold_the_tasks_of_the_plan(plan: Plan) -> None:
    """Five groups: I without numbered tasks, then 1 to 6, 7 to 8, 9 to 30, 31 to 33."""
    assert [group.key for group in plan.groups] == ["I", "II", "III", "IV", "V"]
    assert [task.number for task in plan.tasks] == list(range(1, 34))
    assert Counter(task.group for task in plan.tasks) == {"II": 6, "III": 2, "IV": 22, "V": 3}
    assert plan.groups[2].title.startswith("Nâng cao chất lượng quy hoạch")


def test_group_one_keeps_its_unnumbered_duty(plan: Plan) -> None:
    """The duty of group I is its text, and no other group has one."""
    assert [group.key for group in plan.groups if group.duty] == ["I"]
    assert (plan.groups[0].duty or "").startswith("Các Sở, ban, ngành tỉnh và UBND các huyện")


def test_deadlines_are_counted_as_in_the_plan(plan: Plan) -> None:
    """Every way of writing a timing is read, "2025- 2027" with its stray blank too."""
    deadlines = Counter((task.deadline.start, task.deadline.end) for task in plan.tasks)
    assert deadlines == {
        (2025, 2025): 19,
        (2024, 2025): 5,
        (2025, 2026): 2,
        (2025, 2027): 1,
        (2026, 2027): 1,
        (None, None): 5,
    }
    kinds = {
        kind: [task.number for task in plan.tasks if task.deadline.kind is kind]
        for kind in DeadlineKind
    }
    assert kinds[DeadlineKind.OPEN] == [23, 32]
    assert kinds[DeadlineKind.MISSING] == [18, 28, 29]
    assert kinds[DeadlineKind.RANGE] == [1, 2, 3, 4, 5, 6, 9, 26, 31]


def test_a_task_is_due_on_the_last_day_of_its_last_year(plan: Plan) -> None:
    """The due date is 31 December of the end year, or none at all."""
    assert plan.task_by_number[9].deadline.due == date(2026, 12, 31)
    assert plan.task_by_number[18].deadline.due is None


def test_leads_are_counted_as_in_the_plan(plan: Plan) -> None:
    """The group cell leads twelve tasks, three named towns two, and one task has no lead."""
    leads = Counter(task.leads for task in plan.tasks)
    assert leads[(DISTRICTS,)] == 12
    assert leads[(CITY, VINH_CHAU, NGA_NAM)] == 2
    assert leads[(CITY,)] == 2
    assert leads[("so-xay-dung",)] == 4
    assert leads[("ban-qlda-1", "ban-qlda-2")] == 1
    assert [task.number for task in plan.tasks if not task.leads] == [18]


def test_merged_leads_are_inferred_and_marked(plan: Plan) -> None:
    """27 to 29 belong to the merged cell of 26; each is marked, no other task is."""
    inferred = [task for task in plan.tasks if task.lead_inferred]
    assert [task.number for task in inferred] == [27, 28, 29]
    assert {task.leads for task in inferred} == {("so-tnmt",)}
    marked = [each for each in plan.indicators if each.lead_inferred]
    assert [each.number for each in marked] == [1, 2, 4, 7]
    assert {each.leads for each in marked} == {("so-xay-dung",)}


def test_a_group_lead_is_owed_by_every_member(plan: Plan) -> None:
    """Eleven committees owe task 1, three owe task 12, two boards owe task 21, nobody owes 18."""
    owing = {number: len(plan.responsible(number)) for number in (1, 12, 21, 18)}
    assert owing == {1: 11, 12: 3, 21: 2, 18: 0}
    assert plan.responsible(1)[0] == CITY


@pytest.mark.parametrize(
    ("agency", "led"),
    [
        ("so-xay-dung", [4, 7, 9, 31]),
        ("so-khdt", [5]),
        ("so-tnmt", [26, 27, 28, 29]),
        (CITY, [1, 3, 10, 11, 12, 13, 14, 15, 16, 17, 20, 22, 23, 24, 25, 30]),
        (NGA_NAM, [1, 3, 10, 11, 12, 13, 16, 17, 20, 22, 23, 24, 25, 30]),
        ("ubnd-h-ke-sach", [1, 3, 10, 11, 13, 17, 20, 22, 23, 24, 25, 30]),
        ("so-y-te", []),
    ],
)
def test_each_agency_leads_what_the_plan_gives_it(plan: Plan, agency: str, led: list[int]) -> None:
    """An agency leads its own cells and, as a member, those of its group."""
    assert [task.number for task in plan.led_by(agency)] == led


def test_the_golden_example(plan: Plan) -> None:
    """Due in 2025 for Sở Xây dựng: it leads 4 and 7, and coordinates 8 by name."""
    due = [t.number for t in plan.led_by("so-xay-dung") if t.deadline.end == 2025]
    assert due == [4, 7]
    assert [task.number for task in plan.coordinated_by("so-xay-dung")] == [8, 28, 32]


@pytest.mark.parametrize(
    ("number", "named", "generic"),
    [
        (8, ("so-xay-dung", "so-tnmt", DISTRICTS), None),
        (9, (DISTRICTS,), "Các Sở, ngành"),
        (4, (), "Các Sở, ngành, địa phương có liên quan"),
        (21, (DISTRICTS,), "Các sở, ngành, địa phương có liên quan"),
        (30, ("so-y-te",), "các sở, ngành tỉnh"),
        (31, ("so-noi-vu", DISTRICTS), "các sở, ngành"),
        (18, (), None),
    ],
)
def test_coordination_is_named_or_generic(
    plan: Plan, number: int, named: tuple[str, ...], generic: str | None
) -> None:
    """Named agencies are kept apart from words that mean many at once."""
    task = plan.task_by_number[number]
    assert (task.coordinators, task.generic_coordination) == (named, generic)


@pytest.mark.parametrize(
    ("product", "numbers"),
    [
        ("Đề án", [19, 26, 31, 33]),
        ("Danh mục đầu tư 2025-2030", [10, 11, 12, 17, 20]),
        ("Quyết định phê duyệt", [8, 9]),
        ("Báo cáo đề xuất dự án", [14, 15, 16]),
        ("Hướng dẫn", [21, 27]),
    ],
)
def test_products_are_items_of_their_cell(plan: Plan, product: str, numbers: list[int]) -> None:
    """Two products joined by "hoặc" or a comma are two, a product of several words is one."""
    assert [task.number for task in plan.tasks if product in task.products] == numbers


def test_a_row_printed_twice_is_one_task_in_full(plan: Plan) -> None:
    """Task 17 is kept from its second, whole copy."""
    cells = plan.task_by_number[17].cells
    assert cells.content.endswith("bãi đỗ xe tại các đô thị")
    assert cells.product == "Danh mục đầu tư 2025-2030"


def test_a_row_split_by_a_page_is_joined(plan: Plan) -> None:
    """Task 30 runs on over the page without losing or doubling a word."""
    content = plan.task_by_number[30].cells.content
    assert "tăng cường năng lực phòng, chống và giảm thiểu thiên tai" in content
    assert content.endswith("dịch bệnh tại các đô thị")


def test_cells_are_kept_as_written(plan: Plan) -> None:
    """The plan's own words stay, its slips included, beside what was read from them."""
    assert plan.task_by_number[8].cells.coordinators.startswith("Sở Xây dựng, Sở tài và")
    assert plan.task_by_number[1].cells.timing == "2025- 2027"
    assert plan.task_by_number[27].cells.lead == ""


@pytest.mark.parametrize(
    ("number", "year", "kind", "low", "high"),
    [
        (1, 2025, TargetKind.EXACT, "23", None),
        (2, 2030, TargetKind.EXACT, "100", None),
        (3, 2025, TargetKind.AT_LEAST, "45", None),
        (3, 2030, TargetKind.AT_LEAST, "50", None),
        (4, 2025, TargetKind.RANGE, "1.5", "1.9"),
        (5, 2030, TargetKind.RANGE, "16", "26"),
        (6, 2030, TargetKind.RANGE, "8", "10"),
        (7, 2025, TargetKind.AT_LEAST, "28", None),
        (8, 2025, TargetKind.EXACT, "80", None),
        (9, 2030, TargetKind.EXACT, "80", None),
    ],
)
def test_targets_are_typed(
    plan: Plan, number: int, year: int, kind: TargetKind, low: str, high: str | None
) -> None:
    """Exact, at least and range are told apart, decimal commas and percent signs read."""
    read: Target = plan.indicator_by_number[number].targets[year]
    assert (read.kind, read.low) == (kind, Decimal(low))
    assert read.high == (None if high is None else Decimal(high))


def test_indicators_keep_units_and_leads(plan: Plan) -> None:
    """Nine indicators; units lose the print's stray blanks, leads are agencies or the group."""
    assert [each.number for each in plan.indicators] == list(range(1, 10))
    units = {each.number: each.unit for each in plan.indicators}
    assert (units[1], units[6], units[7], units[9]) == ("đô thị", "m²", "m²/người", "%")
    leads = {each.number: each.leads for each in plan.indicators}
    assert leads[5] == (DISTRICTS,)
    assert (leads[8], leads[9]) == (("so-tttt",), ("nhnn",))
