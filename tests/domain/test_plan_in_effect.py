"""Agencies merge, split, are renamed; tasks change hands: the plan of each day."""

from datetime import date, timedelta

import pytest

from domain.agency import Agency, AgencyKind
from domain.succession import (
    AgencyChange,
    Assignment,
    Succession,
    Transfer,
    UnknownAgency,
    came_after,
    in_effect,
)
from plans.yaml_form import PLAN_179, load_change, load_plan

PLAN = load_plan(PLAN_179)
MERGERS = load_change(PLAN_179.with_name("agencies-2025-03-01.yaml"))
DAY = date(2025, 3, 1)
DISTRICTS = PLAN.agency_by_id["ubnd-cap-huyen"].members


def _agency(id_: str) -> Agency:
    return Agency(id=id_, name=id_, short=id_, kind=AgencyKind.DEPARTMENT)


def _change(**parts: object) -> AgencyChange:
    return AgencyChange.model_validate({"effective": DAY, "basis": "Quyết định", **parts})


def test_until_its_day_a_change_changes_nothing() -> None:
    """On the eve the plan is the very same object."""
    assert in_effect(PLAN, [MERGERS], [], DAY - timedelta(days=1)) is PLAN


def test_the_mergers_of_march_2025_pass_the_tasks_on() -> None:
    """Sở Xây dựng takes NV 32 of Sở GTVT; NN&MT those of both that it was made of."""
    plan = in_effect(PLAN, [MERGERS], [], DAY)
    assert [task.number for task in plan.led_by("so-xay-dung")] == [4, 7, 9, 31, 32]
    assert [task.number for task in plan.led_by("so-nnmt")] == [6, 26, 27, 28, 29]
    assert [task.number for task in plan.led_by("so-khcn")] == [19]
    assert [each.number for each in plan.indicators_of("so-khcn")] == [8]
    assert plan.led_by("so-gtvt") == ()


def test_who_has_ended_stays_known_with_the_last_day_and_the_successor() -> None:
    """Old reports and old names still have an agency."""
    plan = in_effect(PLAN, [MERGERS], [], DAY)
    old = plan.agency_by_id["so-gtvt"]
    assert (old.valid_to, old.successors) == (date(2025, 2, 28), ("so-xay-dung",))
    assert plan.agency_by_id["so-nnmt"].valid_from == DAY


def test_who_coordinates_a_task_and_then_leads_it_does_not_coordinate_with_itself() -> None:
    """NV 32 named Sở Xây dựng as its coordinator."""
    plan = in_effect(PLAN, [MERGERS], [], DAY)
    assert "so-xay-dung" in PLAN.task_by_number[32].coordinators
    assert "so-xay-dung" not in plan.task_by_number[32].coordinators


def test_a_split_leaves_open_who_takes_what_is_not_said() -> None:
    """Of several successors none is guessed."""
    split = _change(
        agencies=[_agency("mot"), _agency("hai")],
        ended=[Succession(agency="so-xay-dung", by=("mot", "hai"))],
        transfers=[Transfer(task=4, agency="so-xay-dung", to="hai")],
    )
    plan = in_effect(PLAN, [split], [], DAY)
    assert plan.task_by_number[4].leads == ("hai",)
    assert plan.task_by_number[7].leads == ()
    assert came_after(plan, "so-xay-dung") == ("mot", "hai")


def test_one_member_of_a_group_can_be_merged_or_give_away_one_task() -> None:
    """The other members' parts stay theirs."""
    merged = _change(ended=[Succession(agency=DISTRICTS[1], by=(DISTRICTS[0],))])
    plan = in_effect(PLAN, [merged], [], DAY)
    assert plan.responsible(10) == (DISTRICTS[0], *DISTRICTS[2:])
    given = _change(transfers=[Transfer(task=10, agency=DISTRICTS[1], to="so-y-te")])
    plan = in_effect(PLAN, [given], [], DAY)
    assert plan.responsible(10) == (DISTRICTS[0], "so-y-te", *DISTRICTS[2:])
    assert plan.responsible(11) == DISTRICTS


def test_what_came_after_is_followed_through_several_changes() -> None:
    """Sở GTVT, then Sở Xây dựng, then another: the old name finds the newest."""
    later = AgencyChange(
        effective=DAY + timedelta(days=120),
        basis="Quyết định",
        agencies=(_agency("so-moi"),),
        ended=(Succession(agency="so-xay-dung", by=("so-moi",)),),
    )
    plan = in_effect(PLAN, [later, MERGERS], [], later.effective)
    assert came_after(plan, "so-gtvt") == ("so-moi",)
    assert plan.focal == "so-moi"
    assert in_effect(PLAN, [later, MERGERS], [], DAY).focal == "so-xay-dung"


def test_an_assignment_gives_a_task_a_lead_from_its_day_on() -> None:
    """NV 18 has no lead in the plan."""
    assignment = Assignment(task=18, leads=("so-y-te",), since=DAY)
    assert in_effect(PLAN, [], [assignment], DAY).responsible(18) == ("so-y-te",)
    assert in_effect(PLAN, [], [assignment], DAY - timedelta(days=1)) is PLAN


def test_the_last_of_several_assignments_counts() -> None:
    """A task can be transferred again, also on one day."""
    steps = [Assignment(task=18, leads=(lead,), since=DAY) for lead in ("so-y-te", "so-noi-vu")]
    assert in_effect(PLAN, [], steps, DAY).responsible(18) == ("so-noi-vu",)


def test_an_assignment_before_a_merger_passes_to_the_successor() -> None:
    """What Sở GTVT was given goes to Sở Xây dựng with the rest."""
    assignment = Assignment(task=18, leads=("so-gtvt",), since=DAY - timedelta(days=9))
    assert in_effect(PLAN, [MERGERS], [assignment], DAY).responsible(18) == ("so-xay-dung",)


@pytest.mark.parametrize(
    "parts",
    [
        {"ended": [{"agency": "so-khong-co", "by": ["so-y-te"]}]},
        {"ended": [{"agency": "so-y-te", "by": ["so-khong-co"]}]},
        {"ended": [{"agency": "so-y-te", "by": ["so-y-te"]}]},
        {"transfers": [{"task": 4, "agency": "so-y-te", "to": "so-noi-vu"}]},
        {"transfers": [{"task": 99, "agency": "so-y-te", "to": "so-noi-vu"}]},
        {"transfers": [{"indicator": 99, "agency": "so-y-te", "to": "so-noi-vu"}]},
    ],
)
def test_a_change_that_does_not_fit_the_plan_is_refused(parts: dict[str, object]) -> None:
    """A name that nobody bears, a task that the agency does not lead."""
    with pytest.raises(UnknownAgency):
        in_effect(PLAN, [_change(**parts)], [], DAY)


def test_an_agency_cannot_end_twice() -> None:
    """The same merger once more is a mistake in the file."""
    again = MERGERS.model_copy(update={"effective": DAY + timedelta(days=1)})
    with pytest.raises(UnknownAgency, match="so-khdt"):
        in_effect(PLAN, [MERGERS, again], [], again.effective)
