"""Facts exactly once: SIGKILL at random, under load, on a Telegram that fails and repeats itself.

The seed is printed where a run fails; BAOCAO_KILL_SEED plays its choices again (the machine's own
timing cannot be).
"""

import asyncio
import os
import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from tests.fakes.telegram_chat import Sent
from tests.fakes.telegram_desk import acknowledged
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.kill.officer import RECEIPT, Officer
from tests.kill.program import Program, shown

KILLS = 14
STARTING = 3
"""How many of them fall into the start of the program."""
HELD = 2
"""How many of them fall into a time in which another process keeps the program from writing."""
WINDOW = 8
"""How many messages a chat may get again after a kill: those sent and not marked yet."""
AGENCIES = {
    7001: ("so-xay-dung", (4, 7, 9)),
    7002: ("so-xay-dung", (7, 9, 31)),
    7003: ("so-tnmt", (26, 27, 28, 29)),
    7004: ("so-noi-vu", (8,)),
    7005: ("ubnd-h-ke-sach", (1, 3, 10)),
    7006: ("ubnd-tp-soc-trang", (12, 14, 15)),
    7007: ("ban-qlda-1", (21,)),
    7008: ("cong-an-tinh", (33,)),
}


@pytest.mark.kill
@pytest.mark.timeout(240)
@pytest.mark.parametrize("way", ["getUpdates", "webhook"])
async def test_no_kill_loses_doubles_or_invents_a_report(tmp_path: Path, way: str) -> None:
    """What was acknowledged is stored, once, after every kill; chats keep their order."""
    seed = int(os.environ.get("BAOCAO_KILL_SEED") or random.randrange(10**6))
    print(f"BAOCAO_KILL_SEED={seed}")  # noqa: T201 - shown where the test fails
    rng = random.Random(seed)
    async with FakeTelegram(seed=seed) as fake, _program(tmp_path, fake, way) as program:
        officers = await _hire(fake, program, rng)
        _fail(fake, way)
        boundaries = await _kill_and_restart(fake, program, officers, rng, way)
        await acknowledged(fake)
        assert await program.stop() == 0
    with closing(sqlite3.connect(program.database)) as stored:
        _check_inbox(stored, officers, way)
        _check_reports(stored, officers, fake.sent)
        for officer in officers:
            _check_order(stored, officer, fake.sent, boundaries)
    reports = sum(len(officer.confirmed) for officer in officers)
    print(f"{len(boundaries)} kills, {reports} reports, {fake.faults.met} faults")  # noqa: T201
    assert len(boundaries) == KILLS
    assert reports > KILLS // 2, "the machine was too busy for this to tell anything"


@asynccontextmanager
async def _program(folder: Path, fake: FakeTelegram, way: str) -> AsyncIterator[Program]:
    """A program that is killed at the end whatever happens, and whose complaints are shown."""
    settings = {"BAOCAO_TELEGRAM_TOKEN": TOKEN, "BAOCAO_TELEGRAM_BASE_URL": fake.url}
    if way == "webhook":
        settings["BAOCAO_TELEGRAM_WEBHOOK_URL"] = "https://baocao.example.vn/telegram"
    program = Program(folder, settings, called=way == "webhook")
    fake.hook.lead_to(program.address)
    try:
        yield program
    finally:
        await program.kill()
        harmless = ('"level": "info"', '"level": "warning"')
        lines = program.log().splitlines()
        complaints = [line for line in lines if not any(level in line for level in harmless)]
        print(*complaints, sep="\n")  # noqa: T201
    assert complaints == []


async def _hire(fake: FakeTelegram, program: Program, rng: random.Random) -> list[Officer]:
    names = {chat: f"Cán bộ {chat}" for chat in AGENCIES}
    codes = await program.prepare({names[chat]: agency for chat, (agency, _) in AGENCIES.items()})
    return [
        Officer(fake.user(chat), codes[names[chat]], tasks, random.Random(rng.random()))
        for chat, (_, tasks) in AGENCIES.items()
    ]


def _fail(fake: FakeTelegram, way: str) -> None:
    """Let every kind of fault befall a share of the calls."""
    for method, share in (("sendMessage", 0.02), ("editMessageText", 0.02), (way, 0.03)):
        for kind in ("bad-gateway", "reset-before", "reset-after"):
            fake.faults.at_random(method, Fault(kind), share / 2)
        fake.faults.at_random(method, Fault("too-many", seconds=0.2), share / 2)
        fake.faults.at_random(method, Fault("slow", seconds=0.1), share)
    fake.faults.at_random(way, Fault("duplicate"), 0.1)
    fake.faults.at_random("answerCallbackQuery", Fault("reset-before"), 0.1)


async def _kill_and_restart(
    fake: FakeTelegram, program: Program, officers: list[Officer], rng: random.Random, way: str
) -> list[int]:
    """Kill the program again and again while all officers work; return what was sent by then."""
    stop, boundaries = asyncio.Event(), []
    kinds = ["starting"] * STARTING + ["held"] * HELD
    kinds += ["working"] * (KILLS - len(kinds))
    rng.shuffle(kinds)
    async with asyncio.TaskGroup() as work:
        for officer in officers:
            work.create_task(officer.work(stop))
        for kind in kinds:
            await program.start()
            match kind:
                case "starting":
                    await asyncio.sleep(rng.uniform(0.05, 1.5))
                case "held":
                    await _held(fake, program, way)
                case _:
                    await _moment(fake, program, rng, way)
            await program.kill()
            boundaries.append(len(fake.sent))
            _check_remains(program, fake.sent)
        await program.start()
        stop.set()
        fake.faults.clear()
    return boundaries


async def _moment(fake: FakeTelegram, program: Program, rng: random.Random, way: str) -> None:
    """A moment while the program works: at some call from now on, or a little later."""
    method, most = rng.choice((("sendMessage", 50), ("editMessageText", 15), (way, 25)))
    await _called(fake, program, method, rng.randint(1, most))
    await asyncio.sleep(rng.uniform(0, 0.03))


async def _held(fake: FakeTelegram, program: Program, way: str) -> None:
    """Kill while updates are in hand that could not be written, and more come in."""
    await _called(fake, program, "sendMessage", 1)
    with closing(sqlite3.connect(program.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        if way == "webhook":
            await asyncio.sleep(1)
        else:
            await _called(fake, program, way, 3)
        await program.kill()


async def _called(fake: FakeTelegram, program: Program, method: str, count: int) -> None:
    """Return when the program has called a method so often from now on, or not for long."""
    calls = fake.calls.get(method.lower(), 0) + count
    called = asyncio.create_task(fake.called(method, calls))
    ended = asyncio.create_task(program.ended())
    await asyncio.wait((called, ended), timeout=10, return_when=asyncio.FIRST_COMPLETED)
    assert not ended.done(), "the program has ended by itself"
    for task in (called, ended):
        task.cancel()
    await asyncio.gather(called, ended, return_exceptions=True)


def _check_remains(program: Program, sent: list[Sent]) -> None:
    """Every report acknowledged before the kill is in what the kill has left."""
    with program.remains() as left:
        assert left.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        stored = dict(left.execute("SELECT id, task FROM task_reports"))
    for task, code in _acknowledged(sent):
        assert stored.get(code) == task, f"NV {task} ({code:04}) was acknowledged and is not stored"


def _check_inbox(stored: sqlite3.Connection, officers: list[Officer], way: str) -> None:
    """Every update was taken, once, and each chat's in the order they were made.

    A webhook is brought a chat's words and its presses side by side: each of them in order.
    """
    for officer in officers:
        taken = stored.execute(
            "SELECT i.external, i.parked FROM inbox i JOIN addresses a ON a.id = i.address "
            "WHERE a.chat = ? ORDER BY i.id",
            (str(officer.chat.id),),
        ).fetchall()
        made = [(str(update), None) for update in officer.updates]
        if way == "webhook":
            pressed = {str(update) for update in officer.presses}
            taken.sort(key=lambda update: update[0] in pressed)
            made.sort(key=lambda update: update[0] in pressed)
        assert taken == made


def _check_reports(stored: sqlite3.Connection, officers: list[Officer], sent: list[Sent]) -> None:
    """The reports are those that were sent off, one each, and each was acknowledged."""
    reports = stored.execute("SELECT task, obstacle, id FROM task_reports").fetchall()
    confirmed = [each for officer in officers for each in officer.confirmed]
    assert sorted((task, mark) for task, mark, _ in reports) == sorted(confirmed)
    assert _acknowledged(sent) == {(task, id_) for task, _, id_ in reports}


def _check_order(
    stored: sqlite3.Connection, officer: Officer, sent: list[Sent], boundaries: list[int]
) -> None:
    """A chat got everything in order; after a kill its last messages may have come again."""
    rows = stored.execute(
        "SELECT o.content, o.state FROM outbox o JOIN addresses a ON a.id = o.address "
        "WHERE a.chat = ? ORDER BY o.id",
        (str(officer.chat.id),),
    ).fetchall()
    assert {state for _, state in rows} == {"sent"}
    queued = [shown(content) for content, _ in rows]
    places = {-1}
    for number, each in enumerate(sent):
        if each.chat != officer.chat.id:
            continue
        got = (each.method, each.text)
        recent = sum(number - 200 <= boundary <= number for boundary in boundaries)
        back = WINDOW if recent else 0
        again = {at for at in places if got in queued[max(0, at - back) : at + 1]}
        onward = {at + 1 for at in places if queued[at + 1 : at + 2] == [got]}
        places = again | onward
        assert places, f"{officer.chat.id} got out of order, or what was never queued: {got}"
    assert len(queued) - 1 in places, f"{officer.chat.id} did not get everything"


def _acknowledged(sent: list[Sent]) -> set[tuple[int, int]]:
    """Task and lookup code of every receipt that has arrived."""
    found = (RECEIPT.search(each.text) for each in sent if each.method == "sendMessage")
    return {(int(match[1]), int(match[2])) for match in found if match is not None}
