"""Reviews once and notices at least once: SIGKILL at random while reports are reviewed.

The seed is printed where a run fails; BAOCAO_KILL_SEED plays its choices again (the machine's own
timing cannot be).
"""

import asyncio
import os
import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing, suppress
from datetime import datetime
from pathlib import Path

import pytest

from dialogue.texts import ZONE
from domain.reviewing import ReviewRules, ReviewState
from storage.chats import find_chat
from storage.database import open_database
from storage.gate import Reader, Writer
from storage.plans import save_plan
from tests.fakes.telegram_chat import Sent
from tests.fakes.telegram_desk import acknowledged
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.harness.stage import PLAN as PLAN_179
from tests.kill.program import Program, shown
from tests.kill.reviewed import (
    AGENCY,
    FOCAL,
    HEADS,
    OFFICERS,
    PEOPLE,
    SEVERAL,
    Filed,
    Reviewed,
    acts_of,
    filed_in,
    needs_head,
    receipts_of,
    reviews_in,
    state_of,
)
from tests.kill.reviewer import CARD, REASON, RETURNED, Reported, Reviewer

PLAN = PLAN_179.model_copy(update={"review": ReviewRules(head=True, focal=True)})
JOINED = datetime(2026, 3, 2, 0, 0, tzinfo=ZONE)
AFTER = ("2026-03-04", "2026-03-05", "2026-03-06", "2026-03-09")
"""Days on which every notice may be sent; one whose card is open holds back those behind it."""
QUARTER = "2026-Q1"
KILLS = 5
COURSES = ("c", "a", "r", "ca", "cr", "ar", "car")
"""What may become of a report, by the first letters of the acts."""


@pytest.mark.kill
@pytest.mark.timeout(240)
async def test_no_kill_reviews_twice_or_loses_or_misleads_a_notice(tmp_path: Path) -> None:
    """Each acknowledged act is stored once, its notice reaches whom it is for, and nobody else."""
    seed = int(os.environ.get("BAOCAO_KILL_SEED") or random.randrange(10**6))
    print(f"BAOCAO_KILL_SEED={seed}")  # noqa: T201 - shown where the test fails
    rng = random.Random(seed)
    async with FakeTelegram(seed=seed) as fake, _program(tmp_path, fake) as program:
        await _seat(program)
        reviewers = await _kill_and_restart(fake, program, rng)
        await acknowledged(fake)
        assert await program.stop() == 0
        await _settle(program)
    with closing(sqlite3.connect(program.database)) as stored:
        filed, reviews = filed_in(stored), reviews_in(stored)
        assert receipts_of(fake.sent) == {(each.task, each.id) for each in filed}
        _check_reviews(filed, reviews, reviewers)
        assert acts_of(fake.sent) <= {(each.chat, (each.report, each.act)) for each in reviews}
        _check_several(reviews, fake.sent)
        _check_told_nobody_else(filed, reviews, fake.sent)
        _check_notices(stored, filed, reviews)
        _check_sent(stored, fake.sent)
    await _check_states(program, filed, reviews)
    acts = Counter(review.act for review in reviews)
    print(f"{len(filed)} reports, {dict(acts)}, {fake.faults.met} faults")  # noqa: T201
    assert len(reviews) > KILLS // 2, "the machine was too busy for this to tell anything"


@asynccontextmanager
async def _program(folder: Path, fake: FakeTelegram) -> AsyncIterator[Program]:
    """A program that is killed at the end whatever happens, and that complains of nothing."""
    settings = {"BAOCAO_TELEGRAM_TOKEN": TOKEN, "BAOCAO_TELEGRAM_BASE_URL": fake.url}
    program = Program(folder, settings, called=False)
    try:
        yield program
    finally:
        await program.kill()
        complaints = [line for line in program.log().splitlines() if '"level": "error"' in line]
        print(*complaints, sep="\n")  # noqa: T201
    assert complaints == []


async def _seat(program: Program) -> None:
    """Put everybody on the roster, each with a chat of the own."""
    async with open_database(program.database) as database, database.write() as connection:
        await save_plan(connection, PLAN, JOINED)
        for role, people in PEOPLE.items():
            for chat, (agency, _) in people.items():
                found = await find_chat(connection, "telegram", str(chat))
                writer = Writer(connection, PLAN, JOINED, chat=found)
                person, _ = await writer.import_person(f"Người {chat}", role, agency)
                await writer.bind(person.id)


async def _kill_and_restart(
    fake: FakeTelegram, program: Program, rng: random.Random
) -> list[Reviewer]:
    """Kill the program again and again while everybody works; return who reviewed."""
    reported = [
        Reported(fake.user(chat), tasks, random.Random(rng.random()))
        for chat, (_, tasks) in OFFICERS.items()
    ]
    reviewers = [
        Reviewer(fake.user(chat), tasks, random.Random(rng.random()))
        for chat, (_, tasks) in {**HEADS, **FOCAL}.items()
    ]
    _fail(fake)
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as work:
        for officer in reported:
            work.create_task(officer.work(stop))
        for reviewer in reviewers:
            work.create_task(reviewer.work(stop))
        for _ in range(KILLS):
            await program.start()
            await _moment(fake, program, rng)
            await program.kill()
            _check_remains(program, fake.sent)
        await program.start()
        stop.set()
        fake.faults.clear()
    return reviewers


def _fail(fake: FakeTelegram) -> None:
    """Let every kind of fault befall a share of the calls."""
    for method in ("sendMessage", "editMessageText", "getUpdates"):
        for kind in ("bad-gateway", "reset-before", "reset-after"):
            fake.faults.at_random(method, Fault(kind), 0.01)
        fake.faults.at_random(method, Fault("too-many", seconds=0.2), 0.01)
        fake.faults.at_random(method, Fault("slow", seconds=0.1), 0.02)
    fake.faults.at_random("getUpdates", Fault("duplicate"), 0.1)


async def _moment(fake: FakeTelegram, program: Program, rng: random.Random) -> None:
    """A moment while the program works: at some message from its start on, or a little later."""
    await _called(fake, program, "getUpdates", 1, seconds=60)
    await _called(fake, program, "sendMessage", rng.randint(20, 90), seconds=10)
    await asyncio.sleep(rng.uniform(0, 0.03))


async def _called(
    fake: FakeTelegram, program: Program, method: str, count: int, *, seconds: float
) -> None:
    """Return when the program has called a method so often from now on, or not for so long."""
    calls = fake.calls.get(method.lower(), 0) + count
    called = asyncio.create_task(fake.called(method, calls))
    ended = asyncio.create_task(program.ended())
    await asyncio.wait((called, ended), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    assert not ended.done(), f"the program has ended by itself: {program.log()}"
    for task in (called, ended):
        task.cancel()
    await asyncio.gather(called, ended, return_exceptions=True)


def _check_remains(program: Program, sent: Sequence[Sent]) -> None:
    """Every report and every act acknowledged before the kill is in what the kill has left."""
    with program.remains() as left:
        reports = {(each.task, each.id) for each in filed_in(left)}
        acts = {(each.report, each.act) for each in reviews_in(left)}
    assert receipts_of(sent) <= reports, "a report was acknowledged and is not stored"
    assert {act for _, act in acts_of(sent)} <= acts, "an act was acknowledged and is not stored"


async def _settle(program: Program) -> None:
    """Run on further days until nothing waits to be sent any more."""
    for day in AFTER:
        if not program.queued():
            break
        await program.start(BAOCAO_TODAY=day)
        with suppress(TimeoutError):
            async with asyncio.timeout(10):
                while program.queued():  # noqa: ASYNC110 - another process tells nobody
                    await asyncio.sleep(0.05)
        assert await program.stop() == 0
    assert not program.queued(), "some of what was to be sent waits for ever"


def _check_reviews(
    filed: Sequence[Filed], reviews: Sequence[Reviewed], reviewers: Sequence[Reviewer]
) -> None:
    """Each act once, in an order that leads somewhere, by who may and never by the reporter."""
    reports = {each.id: each for each in filed}
    given = {reviewer.chat.id: reviewer.said for reviewer in reviewers}
    course: defaultdict[int, str] = defaultdict(str)
    assert all(AGENCY[each.chat] == each.agency for each in filed)
    for review in reviews:
        report = reports[review.report]
        assert review.chat != report.chat, f"{report} was reviewed by its reporter"
        part = "focal" if review.chat in FOCAL else "head"
        assert part == "focal" or AGENCY[review.chat] == report.agency
        awaited = "head" if needs_head(report) and not course[report.id] else "focal"
        assert part == awaited, f"{report} was {review.act} by {review.chat}"
        assert review.act in ("returned", "confirmed" if part == "head" else "accepted")
        assert review.reason is None or review.reason in given[review.chat]
        course[report.id] += review.act[0]
    assert set(course.values()) <= set(COURSES), dict(course)
    reasons = [each.reason for each in reviews if each.reason and each.reason.startswith(REASON)]
    assert len(reasons) == len(set(reasons)), "a reason was given for two reports"


def _check_several(reviews: Sequence[Reviewed], sent: Sequence[Sent]) -> None:
    """What was acknowledged for none by itself was for several at once, by their number."""
    alone = {act for _, act in acts_of(sent)}
    together = Counter(
        (each.chat, each.at) for each in reviews if (each.report, each.act) not in alone
    )
    told = {(each.chat, int(found[1])) for each in sent if (found := SEVERAL.match(each.text))}
    assert {(chat, count) for (chat, _), count in together.items()} == told


def _check_told_nobody_else(
    filed: Sequence[Filed], reviews: Sequence[Reviewed], sent: Sequence[Sent]
) -> None:
    """Of a return only the reporter is told, and the reason; of what waits only who reviews it."""
    reports = {each.id: each for each in filed}
    reasons = {each.report: each.reason for each in reviews if each.act == "returned"}
    for each in sent:
        if found := RETURNED.match(each.text):
            report = reports[int(found[1])]
            assert (each.chat, int(found[2])) == (report.chat, report.task)
            assert f"Lý do: {reasons[report.id]}\n" in each.text
        if found := CARD.search(each.text):
            report = reports[int(found[1])]
            assert each.chat != report.chat
            assert each.chat in FOCAL or AGENCY[each.chat] == report.agency


def _check_notices(
    stored: sqlite3.Connection, filed: Sequence[Filed], reviews: Sequence[Reviewed]
) -> None:
    """Whoever is to be told has one notice, and got it, or it was settled before its turn came."""
    rows = stored.execute(
        "SELECT CAST(a.chat AS INTEGER), n.key, o.state, o.problem FROM notices n "
        "JOIN addresses a ON a.person = n.person LEFT JOIN outbox o ON o.notice = n.id"
    ).fetchall()
    newest = {(each.task, each.agency): each.id for each in filed}
    acted = {each.report for each in reviews}
    wanted: dict[tuple[int, str], bool] = {}  # by person and key: whether it must have been sent
    for each in filed:
        last = newest[each.task, each.agency] == each.id
        for head in HEADS if needs_head(each) else ():
            if AGENCY[head] == each.agency:
                wanted[head, f"review/{each.id}"] = last and each.id not in acted
        if any(review.report == each.id and review.act == "returned" for review in reviews):
            wanted[each.chat, f"returned/{each.id}"] = last
    keys = Counter((chat, key) for chat, key, *_ in rows if key.startswith(("review/", "returned")))
    assert keys == Counter(wanted.keys())
    for chat, key, state, problem in rows:
        must = wanted.get((chat, key), False)
        assert state == "sent" or (not must and problem == "moot"), (chat, key, state, problem)
    waiting = Counter((chat, key) for chat, key, *_ in rows if key.startswith("waiting/"))
    assert {chat for chat, _ in waiting} == set(FOCAL)
    assert set(waiting.values()) == {1}, "somebody was to be told of a day's reports twice"


def _check_sent(stored: sqlite3.Connection, sent: Sequence[Sent]) -> None:
    """What is marked as sent has arrived, and nothing else has."""
    rows = stored.execute(
        "SELECT CAST(a.chat AS INTEGER), o.content FROM outbox o "
        "JOIN addresses a ON a.id = o.address WHERE o.state = 'sent'"
    )
    queued = {(chat, *shown(content)) for chat, content in rows}
    assert queued == {(each.chat, each.method, each.text) for each in sent}


async def _check_states(
    program: Program, filed: Sequence[Filed], reviews: Sequence[Reviewed]
) -> None:
    """How each duty stands is what the acts about its last report say."""
    acts: defaultdict[int, set[str]] = defaultdict(set)
    for review in reviews:
        acts[review.report].add(review.act)
    said = {(each.task, each.agency): state_of(each, acts[each.id]) for each in filed}
    async with open_database(program.database) as database, database.read() as connection:
        duties = await Reader(connection, PLAN, JOINED).duties_in(QUARTER)
    assert {
        (duty.number, duty.agency): duty.state
        for duty in duties
        if duty.state is not ReviewState.NOT_FILED
    } == said
