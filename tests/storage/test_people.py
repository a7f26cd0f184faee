"""The roster: codes that work once, guessing that grows slow, people who leave at once."""

from datetime import timedelta
from pathlib import Path

import pytest

from dialogue.state import ChatState, Question, TalkState
from domain.person import Role
from storage.chats import find_chat, save_talks
from storage.consents import Agreement
from storage.people import (
    BAR,
    CODE_DAYS,
    CODE_LENGTH,
    CODE_LETTERS,
    FREE_GUESSES,
    Binding,
    CodeSpent,
    code_hash,
)
from tests.harness.records import Records
from tests.harness.stage import CHANNEL

AGENCY = "so-xay-dung"
AGREEMENT = Agreement(version="1", language="vi", words="Thông báo")
NAME = "Phòng Quy hoạch"


async def _issue(records: Records, name: str = NAME) -> tuple[int, str]:
    async with records.writer() as writer:
        person, _ = await writer.import_person(name, Role.OFFICER, AGENCY)
        return person.id, await writer.issue_code(person.id)


async def _join(records: Records, chat: str, code: str) -> None:
    async with records.writer(chat) as writer:
        await writer.join(Binding(code_hash=code_hash(code), agreement=AGREEMENT))


async def _hold_a_talk(records: Records, chat: str) -> ChatState:
    """Leave a question open in a chat, as a turn does."""
    async with records.database.write() as connection:
        found = await find_chat(connection, CHANNEL, chat)
        question = Question(name="progress", token=found.state.new_token(), asked_at=records.now)
        found.state.talks.append(
            TalkState(
                dialogue="report_task",
                opened_at=records.now,
                touched_at=records.now,
                question=question,
            )
        )
        await save_talks(connection, found, records.now)
        return found.state


async def test_a_code_binds_the_chat_to_its_person(records: Records) -> None:
    """Who gives a code is the person it was issued to, and the consent is kept."""
    person, code = await _issue(records)
    await _join(records, "phone", code)
    chat = await records.chat("phone")
    assert chat.person is not None
    assert (chat.person.id, chat.person.name, chat.person.agency) == (person, NAME, AGENCY)
    assert await records.rows("SELECT person, version FROM consents") == [(person, "1")]


async def test_a_code_works_once(records: Records) -> None:
    """A second chat cannot join with a code that was used."""
    _, code = await _issue(records)
    await _join(records, "phone", code)
    with pytest.raises(CodeSpent):
        await _join(records, "tablet", code)
    assert (await records.chat("tablet")).person is None


async def test_a_code_expires(records: Records) -> None:
    """A code is good up to its last moment, and not after it."""
    _, code = await _issue(records)
    issued = records.now
    records.now = issued + timedelta(days=CODE_DAYS, milliseconds=-1)
    async with records.writer() as writer:
        assert await writer.person_by_code(code_hash(code)) is not None
    records.now = issued + timedelta(days=CODE_DAYS)
    async with records.writer() as writer:
        assert await writer.person_by_code(code_hash(code)) is None
    with pytest.raises(CodeSpent):
        await _join(records, "phone", code)


async def test_a_new_code_makes_the_old_one_worthless(records: Records) -> None:
    """Of all codes of a person only the newest works."""
    _, old = await _issue(records)
    _, new = await _issue(records)
    with pytest.raises(CodeSpent):
        await _join(records, "phone", old)
    await _join(records, "phone", new)


async def test_no_code_stands_in_the_file(records: Records) -> None:
    """Whoever reads the file, or a copy of it, learns no code."""
    _, code = await _issue(records)
    path = records.database.path
    bytes_at_rest = b"".join(_read(path.with_name(path.name + end)) for end in ("", "-wal"))
    assert NAME.encode() in bytes_at_rest
    assert code.encode() not in bytes_at_rest


async def test_a_code_can_be_read_over_the_phone(records: Records) -> None:
    """No letter of a code looks like a digit; spaces, dashes and small letters do not matter."""
    _, code = await _issue(records)
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(CODE_LETTERS)
    assert not set("01IO") & set(CODE_LETTERS)
    assert code_hash(f" {code[:5].lower()}-{code[5:]} ") == code_hash(code)


async def test_guessing_waits_longer_each_time(records: Records) -> None:
    """After the free guesses a chat is barred, each time twice as long, at most a day."""
    waits = []
    for _ in range(FREE_GUESSES + 10):
        async with records.writer("guesser") as writer:
            await writer.count_wrong_code(writer.failed_codes)
        until = (await records.chat("guesser")).barred_until
        waits.append(None if until is None else until - records.now)
    free, barred = waits[: FREE_GUESSES - 1], waits[FREE_GUESSES - 1 :]
    assert free == [None] * (FREE_GUESSES - 1)
    assert barred[:4] == [BAR, 2 * BAR, 4 * BAR, 8 * BAR]
    assert barred[-1] == timedelta(days=1)


async def test_a_bar_is_lifted_by_time_and_by_joining(records: Records) -> None:
    """A barred chat may try again after its wait, and starts afresh once it is bound."""
    _, code = await _issue(records)
    for _ in range(FREE_GUESSES):
        async with records.writer("guesser") as writer:
            await writer.count_wrong_code(writer.failed_codes)
    async with records.writer("guesser") as writer:
        assert writer.barred_until == records.now + BAR
    records.now += BAR
    async with records.writer("guesser") as writer:
        assert writer.barred_until is None
    await _join(records, "guesser", code)
    chat = await records.chat("guesser")
    assert (chat.failed_codes, chat.barred_until) == (0, None)


async def test_importing_again_changes_only_what_differs(records: Records) -> None:
    """The same line adds nobody twice; another role is taken over."""
    async with records.writer() as writer:
        first, added = await writer.import_person(NAME, Role.OFFICER, AGENCY)
        again, changed = await writer.import_person(NAME, Role.OFFICER, AGENCY)
        head, promoted = await writer.import_person(NAME, Role.HEAD, AGENCY)
    assert (added, changed, promoted) == (True, False, True)
    assert first.id == again.id == head.id
    assert await records.rows("SELECT role FROM people") == [("head",)]


async def test_a_revoked_person_is_gone_at_once(records: Records) -> None:
    """Chats are unbound, codes void, open talks dropped; what was reported stays."""
    person, code = await _issue(records)
    await _join(records, "phone", code)
    await records.report("phone", 7, AGENCY)
    _, unused = await _issue(records)
    held = await _hold_a_talk(records, "phone")
    async with records.writer() as writer:
        await writer.revoke(person)
        assert await writer.roster() == ()
    chat = await records.chat("phone")
    assert (chat.person, chat.state.talks) == (None, [])
    assert chat.state.serial == held.serial
    assert await records.rows("SELECT state FROM talks") == [(None,)]
    with pytest.raises(CodeSpent):
        await _join(records, "tablet", unused)
    assert await records.rows("SELECT task FROM task_reports") == [(7,)]


async def test_talks_belong_to_the_person_who_held_them(records: Records) -> None:
    """After signing out, and for the next person in the chat, nothing is open; tokens count on."""
    _, code = await _issue(records)
    await _join(records, "phone", code)
    held = await _hold_a_talk(records, "phone")
    async with records.writer("phone") as writer:
        assert writer.person is not None
        await writer.sign_out(writer.person)
    signed_out = await records.chat("phone")
    assert (signed_out.state.talks, signed_out.state.serial) == ([], held.serial)
    _, other = await _issue(records, "Văn phòng Sở")
    await _join(records, "phone", other)
    successor = await records.chat("phone")
    assert (successor.state.talks, successor.state.serial) == ([], held.serial)


async def test_who_comes_back_after_leaving_is_somebody_new(records: Records) -> None:
    """A name imported again after its revocation does not inherit the old chats."""
    person, code = await _issue(records)
    await _join(records, "phone", code)
    async with records.writer() as writer:
        await writer.revoke(person)
    again, _ = await _issue(records)
    assert again != person
    assert (await records.chat("phone")).person is None


async def test_the_roster_tells_who_has_joined(records: Records) -> None:
    """The roster shows chats and open codes, in the order people were added."""
    _, code = await _issue(records)
    async with records.writer() as writer:
        before = await writer.roster()
    await _join(records, "phone", code)
    async with records.writer() as writer:
        after = await writer.roster()
    valid_until = records.now + timedelta(days=CODE_DAYS)
    assert [(line.person.name, line.chats, line.code_until) for line in before] == [
        (NAME, 0, valid_until)
    ]
    assert [(line.chats, line.code_until) for line in after] == [(1, None)]


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


async def test_a_phone_number_in_a_name_is_masked(records: Records) -> None:
    """It is neither stored nor shown; the same line imported again is the same person."""
    name = "Văn thư 0912 345 678"
    async with records.writer() as writer:
        person, new = await writer.import_person(name, Role.OFFICER, AGENCY)
        again, changed = await writer.import_person(name, Role.OFFICER, AGENCY)
    assert (person.name, new) == ("Văn thư 09xx…678", True)
    assert (again.id, changed) == (person.id, False)
    assert await records.rows("SELECT name FROM people") == [("Văn thư 09xx…678",)]
