"""What a change among the agencies makes of reports, people and what is owed."""

from datetime import timedelta

from bot.talks import Talks
from domain.person import Role
from domain.report import Progress
from domain.succession import AgencyChange, Assignment, Succession
from plans.yaml_form import PLAN_179, load_change
from storage import succession
from storage.plans import load_amended
from tests.harness.records import Records
from tests.harness.stage import LEXICON, TEXTS

MERGERS = load_change(PLAN_179.with_name("agencies-2025-03-01.yaml"))


async def _merged(records: Records, change: AgencyChange = MERGERS) -> None:
    async with records.database.write() as connection:
        await succession.apply(connection, records.plan.id, change, records.now)
        await succession.settle(connection, records.now)
        records.plan = (await load_amended(connection)).on(records.now.date())


async def test_reports_pass_to_who_comes_after_and_keep_who_filed_them(records: Records) -> None:
    """Sở Xây dựng has NV 32 with all that Sở GTVT reported on it."""
    await records.seat(Role.OFFICER, "so-gtvt", "a")
    report = await records.report("a", 32, "so-gtvt")
    async with records.writer() as writer:
        assert (await writer.standing()).latest(32, "so-gtvt") is not None
    await _merged(records)
    async with records.writer() as writer:
        for standing in (await writer.standing(), await writer.standing("so-xay-dung")):
            latest = standing.latest(32, "so-xay-dung")
            assert latest is not None
            assert latest.id == report.id
    assert await records.rows("SELECT agency_then FROM task_reports") == [("so-gtvt",)]


async def test_who_comes_after_owes_what_was_owed_and_not_what_was_reported(
    records: Records,
) -> None:
    """The view of obligations follows, report or none."""
    await records.seat(Role.OFFICER, "so-gtvt", "a")
    report = await records.report("a", 32, "so-gtvt")
    await _merged(records)
    async with records.writer() as writer:
        owed = {each.task: each for each in await writer.owed("so-xay-dung")}
        every = {(each.agency, each.task) for each in await writer.owed()}
    assert owed[32].report == report.id
    assert owed[7].report is None
    assert ("so-xay-dung", 32) in every
    assert not [pair for pair in every if pair[0] == "so-gtvt"]


async def test_people_belong_to_the_new_agency_and_go_on_reporting(records: Records) -> None:
    """They are bound as they were; two of one name are told apart."""
    await records.seat(Role.OFFICER, "so-gtvt", "a")
    async with records.writer() as writer:
        await writer.import_person("a", Role.OFFICER, "so-xay-dung")
    await _merged(records)
    people = await records.rows("SELECT name, agency FROM people ORDER BY id")
    assert people == [("a (Sở GTVT)", "so-xay-dung"), ("a", "so-xay-dung")]
    report = await records.report("a", 32, "so-xay-dung", Progress.DONE)
    assert report.agency == "so-xay-dung"


async def test_where_a_split_leaves_it_open_reports_and_people_wait(records: Records) -> None:
    """Nobody is guessed; once the task is assigned, its reports pass on."""
    await records.seat(Role.OFFICER, "so-gtvt", "a")
    await records.report("a", 32, "so-gtvt")
    split = AgencyChange(
        effective=records.now.date(),
        basis="Quyết định",
        ended=(Succession(agency="so-gtvt", by=("so-xay-dung", "so-cong-thuong")),),
    )
    await _merged(records, split)
    assert records.plan.responsible(32) == ()
    assert await records.rows("SELECT agency FROM task_reports") == [("so-gtvt",)]
    assert await records.rows("SELECT agency FROM people") == [("so-gtvt",)]
    assignment = Assignment(task=32, leads=("so-cong-thuong",), since=records.now.date())
    async with records.database.write() as connection:
        await succession.assign(
            connection, records.plan, assignment, person=None, reason=None, now=records.now
        )
        records.plan = (await load_amended(connection)).on(records.now.date())
    assert records.plan.responsible(32) == ("so-cong-thuong",)
    async with records.writer() as writer:
        assert (await writer.standing()).latest(32, "so-cong-thuong") is not None


async def test_an_assigned_task_is_owed_at_once(records: Records) -> None:
    """NV 18 has no lead in the plan; the one who gets it owes a report on it."""
    assignment = Assignment(task=18, leads=("so-y-te",), since=records.now.date())
    async with records.writer() as writer:
        assert 18 not in {each.task for each in await writer.owed()}
    async with records.database.write() as connection:
        await succession.assign(
            connection, records.plan, assignment, person=None, reason="Công văn", now=records.now
        )
        records.plan = (await load_amended(connection)).on(records.now.date())
    async with records.writer() as writer:
        assert ("so-y-te", 18) in {(each.agency, each.task) for each in await writer.owed()}


async def test_a_running_program_takes_a_change_up_on_its_day(records: Records) -> None:
    """Nothing need be started anew at midnight; and nothing is read twice without need."""
    tomorrow = records.now.date() + timedelta(days=1)
    later = MERGERS.model_copy(update={"effective": tomorrow})
    talks = Talks(records.plan, LEXICON, TEXTS)
    async with records.database.write() as connection:
        await succession.apply(connection, records.plan.id, later, records.now)
        await talks.renew(connection, records.now)
        assert talks.plan is records.plan
        records.now += timedelta(days=1)
        await talks.renew(connection, records.now)
        plan = talks.plan
        await talks.renew(connection, records.now)
    assert plan is talks.plan
    assert plan.responsible(32) == ("so-xay-dung",)
    assert talks.lexicon.plan is plan


async def test_a_change_is_carried_out_once(records: Records) -> None:
    """What came later is not passed on again: a report stays with who was given the task since."""
    await records.seat(Role.OFFICER, "so-gtvt", "a")
    await _merged(records)
    await records.report("a", 32, "so-xay-dung")
    async with records.database.write() as connection:
        assert await succession.settle(connection, records.now + timedelta(days=1)) == ()
    assert await records.rows("SELECT agency, agency_then FROM task_reports") == [
        ("so-xay-dung", None)
    ]


async def test_an_earlier_day_is_told_by_the_agencies_of_that_day(records: Records) -> None:
    """On the eve NV 32 was Sở GTVT's; today it is Sở Xây dựng's, by the same report."""
    await records.seat(Role.OFFICER, "so-gtvt", "a")
    report = await records.report("a", 32, "so-gtvt", Progress.DONE)
    eve = records.now.date()
    records.now += timedelta(days=1)
    await _merged(records, MERGERS.model_copy(update={"effective": records.now.date()}))
    async with records.writer() as writer:
        then, now = await writer.standing_on(eve), await writer.standing()
    assert then.plan.responsible(32) == ("so-gtvt",)
    assert then.done(32, "so-gtvt")
    assert now.done(32, "so-xay-dung")
    latest = then.latest(32, "so-gtvt")
    assert latest is not None
    assert latest.id == report.id


async def test_what_an_agency_has_open_passes_with_the_task(records: Records) -> None:
    """An obstacle, and a later date that was granted."""
    await records.seat(Role.OFFICER, "so-gtvt", "a")
    async with records.database.write() as connection:
        plan, day = records.plan.id, records.now.isoformat()
        await connection.execute(
            "INSERT INTO obstacles (plan, task, agency, opened_at) VALUES (?, 32, 'so-gtvt', ?)",
            (plan, day),
        )
        await connection.execute(
            "INSERT INTO extensions (plan, task, agency, due, until, reason, asked_by, asked_at)"
            " VALUES (?, 32, 'so-gtvt', '2026-12-31', '2027-06-30', 'chờ vốn', 1, ?)",
            (plan, day),
        )
    await _merged(records)
    assert await records.rows("SELECT agency FROM obstacles") == [("so-xay-dung",)]
    assert await records.rows("SELECT agency FROM extensions") == [("so-xay-dung",)]


async def test_who_is_moved_is_told_once(records: Records) -> None:
    """A notice lies ready for the officer of Sở GTVT, and for nobody else."""
    await records.seat(Role.OFFICER, "so-gtvt", "a")
    await records.seat(Role.OFFICER, "so-y-te", "b")
    await _merged(records)
    told = await records.rows("SELECT person, dialogue, key FROM notices")
    assert told == [(1, "moved", "moved/so-gtvt/2025-03-01")]


async def test_after_a_split_the_focal_agency_is_told_what_needs_a_lead(records: Records) -> None:
    """Nobody has to look for it."""
    await records.seat(Role.FOCAL, "so-xay-dung", "a")
    split = AgencyChange(
        effective=records.now.date(),
        basis="Quyết định",
        ended=(Succession(agency="so-gtvt", by=("so-xay-dung", "so-cong-thuong")),),
    )
    await _merged(records, split)
    ((given,),) = await records.rows("SELECT given FROM notices WHERE dialogue = 'unassigned'")
    assert '"tasks": [32]' in str(given)


async def test_a_task_given_to_an_agency_that_had_ended_goes_to_its_successor(
    records: Records,
) -> None:
    """The file is applied after the fact: what was assigned meanwhile is not stranded."""
    await records.seat(Role.OFFICER, "so-ldtbxh", "a")
    assignment = Assignment(task=18, leads=("so-ldtbxh",), since=records.now.date())
    async with records.database.write() as connection:
        await succession.assign(
            connection, records.plan, assignment, person=None, reason=None, now=records.now
        )
        records.plan = (await load_amended(connection)).on(records.now.date())
    await records.report("a", 18, "so-ldtbxh")
    await _merged(records)
    assert records.plan.responsible(18) == ("so-noi-vu",)
    async with records.writer() as writer:
        assert (await writer.standing()).latest(18, "so-noi-vu") is not None


async def test_further_agencies_pass_on_too(records: Records) -> None:
    """Who works for Sở GTVT besides works for Sở Xây dựng besides."""
    person = await records.seat(Role.OFFICER, "so-y-te", "a")
    async with records.database.write() as connection:
        await connection.execute("INSERT INTO memberships VALUES (?, 'so-gtvt')", (person.id,))
    await _merged(records)
    async with records.writer() as writer:
        assert await writer.further_agencies(person.id) == ("so-xay-dung",)


async def test_two_changes_of_one_day_are_both_told(records: Records) -> None:
    """Each has tasks that nobody took."""
    await records.seat(Role.FOCAL, "so-xay-dung", "a")
    for agency in ("so-gtvt", "so-khdt"):
        split = AgencyChange(
            effective=records.now.date(),
            basis="Quyết định",
            ended=(Succession(agency=agency, by=("so-xay-dung", "so-cong-thuong")),),
        )
        await _merged(records, split)
    told = await records.rows("SELECT given FROM notices WHERE dialogue = 'unassigned'")
    assert len(told) == 2


async def test_a_day_that_is_only_shown_settles_nothing(records: Records) -> None:
    """Looked at as of a later day the plan is that day's; what is stored stays as it is."""
    await records.seat(Role.OFFICER, "so-gtvt", "a")
    later = MERGERS.model_copy(update={"effective": records.now.date() + timedelta(days=9)})
    talks = Talks(records.plan, LEXICON, TEXTS, settles=False)
    async with records.database.write() as connection:
        await succession.apply(connection, records.plan.id, later, records.now)
        await talks.renew(connection, records.now + timedelta(days=9))
    assert talks.plan.responsible(32) == ("so-xay-dung",)
    assert await records.rows("SELECT agency FROM people") == [("so-gtvt",)]
    assert await records.rows("SELECT settled_at FROM agency_changes") == [(None,)]
