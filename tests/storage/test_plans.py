"""Loading a plan: the same again changes nothing, a changed one replaces only what it says."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from domain.person import Role
from storage.database import open_database
from storage.plans import NoPlan, load_plan, save_plan
from tests.harness.records import Records
from tests.harness.stage import MONDAY

AGENCY = "so-xay-dung"
COMPUTED = ("agencies", "duties", "periods", "obligations")


async def _computed(records: Records) -> dict[str, set[tuple[object, ...]]]:
    return {name: set(await records.rows(f"SELECT * FROM {name}")) for name in COMPUTED}


async def _load(records: Records) -> None:
    async with records.database.write() as connection:
        await save_plan(connection, records.plan, records.now)


async def test_a_plan_comes_back_as_it_was_loaded(records: Records) -> None:
    """The stored document is the plan, with nothing lost on the way."""
    async with records.database.read() as connection:
        assert await load_plan(connection, records.now.date()) == records.plan


async def test_without_a_plan_it_is_said_so(tmp_path: Path) -> None:
    """A database no plan was loaded into raises NoPlan."""
    async with open_database(tmp_path / "empty.db") as database, database.read() as connection:
        with pytest.raises(NoPlan):
            await load_plan(connection, MONDAY.date())


async def test_the_same_plan_again_changes_nothing(records: Records) -> None:
    """Agencies, duties, periods and obligations are the same after another loading."""
    before = await _computed(records)
    records.now += timedelta(days=1)
    await _load(records)
    assert await _computed(records) == before
    assert all(before.values())


async def test_loading_never_touches_people_and_reports(records: Records) -> None:
    """A corrected plan replaces the duties; what was reported, and who reported, stays."""
    await records.seat(Role.OFFICER, AGENCY, "one")
    await records.report("one", 7, AGENCY)
    kept = ("people", "addresses", "task_reports")
    before = {name: await records.rows(f"SELECT * FROM {name}") for name in kept}
    given_away = records.plan.task_by_number[7].model_copy(update={"leads": ("so-tnmt",)})
    records.plan = records.plan.model_copy(
        update={
            "tasks": tuple(given_away if t.number == 7 else t for t in records.plan.tasks),
        }
    )
    await _load(records)
    assert {name: await records.rows(f"SELECT * FROM {name}") for name in kept} == before
    assert await records.rows(
        "SELECT DISTINCT agency FROM duties WHERE subject = 'task' AND number = 7"
    ) == [("so-tnmt",)]


async def test_every_day_of_the_plan_lies_in_one_period(records: Records) -> None:
    """Periods of a rhythm leave no day out and count none twice, from issue to the last target."""
    for subject in ("task", "indicator"):
        rows = await records.rows(
            f"SELECT starts, ends, date(ends, '+1 day') FROM periods "
            f"WHERE subject = '{subject}' ORDER BY starts"
        )
        assert str(rows[0][0]) <= records.plan.issued_on.isoformat() <= str(rows[0][1])
        for (_, _, after), (starts, _, _) in pairwise(rows):
            assert after == starts
        assert str(rows[-1][1]) > "2030-12-31"
