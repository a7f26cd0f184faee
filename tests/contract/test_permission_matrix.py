"""The table of permissions is what happens: every cell by words, forged and stale taps, writes."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.person import Role
from handlers import DIALOGUES
from tests.contract.matrix.room import Room, fresh
from tests.contract.matrix.table import Row, Scope, grants, read_table
from tests.contract.matrix.trial import Trial
from tests.contract.matrix.trials import TRIALS
from tests.harness.rehearsal import Rehearsal

TABLE = read_table("docs/permissions.md")
BY_KEY = {row.key: row for row in TABLE}
EVERY = [pytest.param(row, id=row.key) for row in TABLE]


def test_every_dialogue_stands_in_the_table_and_none_besides() -> None:
    """A new dialogue is not there before it is written down who may use it."""
    assert {dialogue for row in TABLE for dialogue in row.dialogues} == set(DIALOGUES)


def test_every_row_is_tried() -> None:
    """A row of the table that nothing tries promises what nobody has seen."""
    assert set(TRIALS) == set(BY_KEY)
    assert len(BY_KEY) == len(TABLE)


def test_both_languages_grant_the_same() -> None:
    """The Vietnamese table has the same rows, dialogues and cells."""
    assert read_table("docs/permissions.vi.md") == TABLE


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """A new database with Plan 179, made once."""
    made = Rehearsal(tmp_path_factory.mktemp("matrix") / "prepared.db")
    asyncio.run(made.prepare())
    return made


@pytest.fixture
async def world(prepared: Rehearsal, tmp_path: Path) -> AsyncIterator[Room]:
    """A world to prepare a row's trials in."""
    room = fresh(prepared, tmp_path / "world.db")
    async with room.opened():
        yield room


@pytest.mark.parametrize("row", EVERY)
async def test_the_row_is_what_happens(row: Row, world: Room) -> None:
    """Who is granted something does it; who is not cannot, whatever is said, pressed, written."""
    trial = TRIALS[row.key]
    if trial.prepare is not None:
        await trial.prepare(world)
    wrong = []
    for role, cell in row.cells.items():
        for scope in trial.scopes:
            room = fresh(world, world.path.with_name("room.db"))
            async with room.opened():
                granted = grants(cell, scope)
                wrong += [
                    f"{role or 'stranger'}, {scope.value}: {each}"
                    for each in await _mistakes(room, row, trial, role, scope, granted)
                ]
    assert not wrong, f"{row.key}: " + "; ".join(wrong)


async def _mistakes(
    room: Room, row: Row, trial: Trial, role: Role | None, scope: Scope, granted: bool
) -> list[str]:
    chat = "stranger" if role is None else f"actor {role.value}"
    if role is not None:
        await room.seat(role, trial.agency, chat)
    found = []
    said = scope in trial.lines
    if said and await _done(room, trial, scope, chat) is not granted:
        found.append("by words" if not granted else "not by words")
    if trial.notice is not None and trial.seen is not None:
        told = trial.seen[scope] in await room.told(chat, *trial.notice[scope])
        return [] if told is granted else ["told" if not granted else "not told"]
    if trial.write is None:
        return found
    if not said or not granted:
        written = await _written(room, trial, scope, chat)
        if written is not granted:
            found.append("by the Writer" if not granted else "not by the Writer")
    if not granted and scope in trial.lines:
        found += await _stolen(room, row, trial, role, scope, chat)
    return found


async def _done(room: Room, trial: Trial, scope: Scope, chat: str) -> bool:
    before = await _facts(room, trial)
    heard = await room.say_all(chat, trial.lines[scope])
    if trial.seen is not None:
        return trial.seen[scope] in heard
    return await _facts(room, trial) != before


async def _written(room: Room, trial: Trial, scope: Scope, chat: str) -> bool:
    """Write without a dialogue; whatever is raised is a refusal, and nothing is written."""
    before = await _facts(room, trial)
    try:
        async with room.acting(chat) as writer:
            assert trial.write is not None
            await trial.write(writer, scope)
    except Exception:  # noqa: BLE001 - each room of the program refuses by its own
        assert await _facts(room, trial) == before
        return False
    return True


async def _stolen(
    room: Room, row: Row, trial: Trial, role: Role | None, scope: Scope, chat: str
) -> list[str]:
    """Let somebody who may come to the last step; press that from another chat, then as another."""
    allowed = [each for each, cell in row.cells.items() if each and grants(cell, scope)]
    if not allowed or len(trial.lines[scope]) < 2:
        return []
    victim = "victim"
    await room.seat(allowed[0], trial.agency, victim)
    *before, last = trial.lines[scope]
    await room.say_all(victim, before)
    offered = [(q.token, offer.key) for q in await room.questions(victim) for offer in q.offers]
    facts = await _facts(room, trial)
    await room.forge(chat, offered)
    found = ["by a forged tap"] if await _facts(room, trial) != facts else []
    if role is None or not trial.stays:
        await room.change_role(victim, role, trial.agency)
        await room.say_all(victim, [last])
    if await _facts(room, trial) != facts:
        found.append("by a talk begun in another role")
    return found


async def _facts(room: Room, trial: Trial) -> list[tuple[object, ...]]:
    return [] if trial.facts is None else await room.rows(trial.facts)
