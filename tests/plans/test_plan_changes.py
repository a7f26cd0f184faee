"""What a newer reading of a plan changes: every difference told once, none made up."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue.texts import Texts
from domain.plan import Plan
from plans.changes import REST, Change, ChangeKind, changes
from plans.yaml_form import PLAN_179, load_plan

PLAN = load_plan(PLAN_179)
TEXTS = Texts("vi")


def plan_with(**parts: Any) -> Plan:
    """Plan 179 with some of its parts changed, read anew."""
    return Plan(**{name: getattr(PLAN, name) for name in Plan.model_fields} | parts)


def with_task(number: int, **fields: Any) -> Plan:
    """Plan 179 with some fields of a task changed."""
    return plan_with(
        tasks=tuple(
            each.model_copy(update=fields) if each.number == number else each for each in PLAN.tasks
        )
    )


def cells(number: int, **words: str) -> Any:
    """A task's cells with other words in some."""
    return PLAN.task_by_number[number].cells.model_copy(update=words)


def told(change: Change) -> str:
    """A change in Vietnamese."""
    return TEXTS.plain(f"change-{change.kind}", **change.model_dump(exclude={"kind"}))


def test_the_same_plan_has_no_changes() -> None:
    """Nothing is told where nothing is different."""
    assert changes(PLAN, PLAN) == ()


def test_a_task_that_is_gone_ends_the_duties_on_it() -> None:
    """The task is named, and each agency that no longer owes it."""
    newer = plan_with(tasks=tuple(t for t in PLAN.tasks if t.number != 9))
    assert [told(each) for each in changes(PLAN, newer)] == [
        "Bỏ NV 9: Chương trình phát triển đô thị toàn tỉnh.",
        "Sở Xây dựng không còn phải báo cáo: NV 9.",
    ]
    assert [told(each) for each in changes(newer, PLAN)] == [
        "Thêm NV 9: Chương trình phát triển đô thị toàn tỉnh.",
        "Sở Xây dựng phải báo cáo thêm: NV 9.",
    ]


def test_another_lead_moves_the_duty() -> None:
    """Who owes it now and who no longer does are both told."""
    found = changes(PLAN, with_task(9, leads=("so-tnmt",)))
    assert [told(each) for each in found] == [
        "NV 9 Chương trình phát triển đô thị toàn tỉnh: cơ quan chủ trì đổi từ “Sở Xây dựng” "
        "thành “Sở TN&MT”.",
        "Sở Xây dựng không còn phải báo cáo: NV 9.",
        "Sở Tài nguyên và Môi trường phải báo cáo thêm: NV 9.",
    ]


@pytest.mark.parametrize("field", ["timing", "product", "content", "note"])
def test_another_cell_is_told_with_its_words(field: str) -> None:
    """The plan's words then and now stand in the line."""
    before = cells(9)
    found = changes(PLAN, with_task(9, cells=cells(9, **{field: "khác hẳn"})))
    assert [each.field for each in found] == [field]
    assert found[0].after == "khác hẳn"
    assert found[0].before == getattr(before, field)


def test_of_long_words_the_part_that_differs_is_shown() -> None:
    """A word changed at the end of a long cell can be seen."""
    content = cells(9).content
    found = changes(PLAN, with_task(9, cells=cells(9, content=content + " trước tháng 6")))
    assert found[0].after.startswith("…")
    assert found[0].after.endswith("trước tháng 6")
    assert len(found[0].after) < 60


def test_another_target_is_told_with_its_year() -> None:
    """A target is named by indicator and year."""
    first = PLAN.indicators[0]
    year = min(first.targets)
    target = first.targets[year].model_copy(update={"text": "99"})
    newer = first.model_copy(update={"targets": first.targets | {year: target}})
    found = changes(PLAN, plan_with(indicators=(newer, *PLAN.indicators[1:])))
    assert [each.field for each in found] == ["target"]
    assert f"mục tiêu năm {year} đổi từ" in told(found[0])


def test_another_member_of_a_group_gains_its_duties() -> None:
    """Whoever joins a group owes what the group leads."""
    group = next(each for each in PLAN.agencies if len(each.members) > 3)
    smaller = group.model_copy(update={"members": group.members[1:]})
    older = plan_with(agencies=tuple(smaller if a is group else a for a in PLAN.agencies))
    kinds = [each.kind for each in changes(older, PLAN)]
    assert kinds[0] is ChangeKind.AGENCY
    assert ChangeKind.DUTIES_GAINED in kinds
    assert ChangeKind.DUTIES_LOST not in kinds


def test_agencies_and_indicators_come_and_go() -> None:
    """An agency or indicator that is new or gone is named."""
    rest = {"tasks": (), "focal": PLAN.agencies[1].id}
    bare = plan_with(indicators=(), **rest)
    fewer = plan_with(indicators=(), agencies=PLAN.agencies[1:], **rest)
    assert [each.kind for each in changes(bare, fewer)] == [ChangeKind.AGENCY_REMOVED]
    assert [each.kind for each in changes(fewer, bare)] == [ChangeKind.AGENCY_ADDED]
    most = plan_with(indicators=PLAN.indicators[:-1])
    assert changes(PLAN, most)[0].kind is ChangeKind.INDICATOR_REMOVED
    assert changes(most, PLAN)[0].kind is ChangeKind.INDICATOR_ADDED


def test_what_has_no_name_is_told_once() -> None:
    """A change that no field shows is not kept back."""
    task = PLAN.task_by_number[9]
    found = changes(PLAN, with_task(9, lead_inferred=not task.lead_inferred))
    assert [each.field for each in found] == [REST]
    assert told(found[0]).endswith("các mục khác được sửa.")


@given(st.data())
def test_any_difference_is_told(data: st.DataObject) -> None:
    """Whatever field is different, there is at least one line, and every line can be said."""
    where = data.draw(st.sampled_from(["", "agencies", "tasks", "indicators", "groups"]))
    items = getattr(PLAN, where) if where else (PLAN,)
    at = data.draw(st.integers(0, len(items) - 1))
    fields = {
        name: value
        for name, value in items[at].model_dump().items()
        if isinstance(value, str | bool) and name not in ("id", "kind", "group")
    }
    name = data.draw(st.sampled_from(sorted(fields)))
    value = not fields[name] if isinstance(fields[name], bool) else f"{fields[name]}x"
    item = items[at].model_copy(update={name: value})
    newer = plan_with(**{where: (*items[:at], item, *items[at + 1 :])} if where else {name: value})
    if (where, name) != ("", "focal"):
        found = changes(PLAN, newer)
        assert found
        assert all(told(each) for each in found)
