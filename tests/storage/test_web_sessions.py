"""Sessions of browsers: told by a secret that is not stored, over in time, over with the person."""

from datetime import timedelta

import pytest

from dialogue.messages import Inbound, Kind, Message
from domain.person import Role
from storage.chats import find_chat, queue, receive, save_talks
from storage.consents import Agreement
from storage.people import Binding, code_hash
from storage.web_sessions import (
    IDLE,
    LONGEST,
    STEP,
    UNJOINED,
    WebSession,
    end_overdue_sessions,
    extend_session,
    find_session,
    lasts_too_short,
    open_session,
)
from tests.harness.records import Records
from tests.harness.stage import CHANNEL

AGENCY = "so-xay-dung"
AGREEMENT = Agreement(version="1", language="vi", words="Thông báo")


async def _open(records: Records, chat: str, *, kept: bool = False) -> str:
    async with records.database.write() as connection:
        return await open_session(connection, CHANNEL, chat, records.now, kept=kept)


async def _found(records: Records, token: str) -> WebSession | None:
    async with records.database.read() as connection:
        return await find_session(connection, token, records.now)


async def _use(records: Records, token: str) -> None:
    """What a request in a session does."""
    session = await _found(records, token)
    assert session is not None
    if lasts_too_short(session, records.now):
        async with records.database.write() as connection:
            await extend_session(connection, session, records.now)


async def _join(records: Records, chat: str) -> int:
    """Somebody new joins in a chat."""
    async with records.writer(chat) as writer:
        person, _ = await writer.import_person(f"person of {chat}", Role.OFFICER, AGENCY)
        code = await writer.issue_code(person.id)
        await writer.join(Binding(code_hash=code_hash(code), agreement=AGREEMENT))
        return person.id


async def _sweep(records: Records) -> int:
    async with records.database.write() as connection:
        return await end_overdue_sessions(connection, records.now)


async def test_only_the_token_tells_a_session(records: Records) -> None:
    """A session is found by its token alone, which stands nowhere in the database."""
    token = await _open(records, "browser")
    other = await _open(records, "other")
    session = await _found(records, token)
    assert session is not None
    assert (session.chat, session.person, len(token) >= 43) == ("browser", None, True)
    assert await _found(records, session.hash) is None
    assert await _found(records, "") is None
    stored = await records.rows("SELECT * FROM web_sessions")
    assert token not in str(stored)
    assert other != token


async def test_a_session_has_the_person_of_its_chat(records: Records) -> None:
    """Who joins in the chat is who is signed in."""
    token = await _open(records, "browser")
    person = await _join(records, "browser")
    session = await _found(records, token)
    assert session is not None
    assert session.person is not None
    assert session.person.id == person


async def test_a_new_token_of_a_chat_ends_the_old_one(records: Records) -> None:
    """A token known before does not open what is begun with another."""
    before = await _open(records, "browser")
    after = await _open(records, "browser")
    assert await _found(records, before) is None
    assert await _found(records, after) is not None


@pytest.mark.parametrize("kept", [False, True])
async def test_idle_session_ends_unless_kept(records: Records, kept: bool) -> None:
    """Twelve hours without use end a session, but not on a device of one's own."""
    token = await _open(records, "browser", kept=kept)
    await _join(records, "browser")
    await _use(records, token)
    records.now += IDLE - timedelta(seconds=1)
    await _use(records, token)
    records.now += IDLE
    assert (await _found(records, token) is not None) is kept


@pytest.mark.parametrize("kept", [False, True])
async def test_no_session_lasts_for_ever(records: Records, kept: bool) -> None:
    """Thirty days after its beginning a session is over, however it is used."""
    token = await _open(records, "browser", kept=kept)
    await _join(records, "browser")
    for _ in range(LONGEST // timedelta(hours=6) - 1):
        await _use(records, token)
        records.now += timedelta(hours=6)
    assert await _found(records, token) is not None
    await _use(records, token)
    records.now += timedelta(hours=6)
    assert await _found(records, token) is None


async def test_consent_must_be_given_soon(records: Records) -> None:
    """A browser nobody has joined in is forgotten after an hour, used or not."""
    token = await _open(records, "browser", kept=True)
    records.now += UNJOINED - timedelta(seconds=1)
    await _use(records, token)
    records.now += timedelta(seconds=1)
    assert await _found(records, token) is None


async def test_use_is_written_in_steps(records: Records) -> None:
    """Not every request of a session costs a write."""
    token = await _open(records, "browser")
    await _join(records, "browser")
    await _use(records, token)
    records.now += STEP - timedelta(seconds=1)
    session = await _found(records, token)
    assert session is not None
    assert not lasts_too_short(session, records.now)
    assert lasts_too_short(session, records.now + timedelta(seconds=1))


async def test_signing_out_ends_this_browser_alone(records: Records) -> None:
    """The session of the chat is over at once; another chat of the same person goes on."""
    here, there = await _open(records, "here"), await _open(records, "there")
    person = await _join(records, "here")
    async with records.writer("there") as writer:
        await writer.bind(person)
    async with records.writer("here") as writer:
        assert writer.person is not None
        await writer.sign_out(writer.person)
    assert await _found(records, here) is None
    assert await _found(records, there) is not None


async def test_who_is_taken_off_is_signed_out_everywhere(records: Records) -> None:
    """All sessions of a revoked person are over at once; nobody else's."""
    tokens = [await _open(records, name) for name in ("here", "there", "other")]
    person = await _join(records, "here")
    async with records.writer("there") as writer:
        await writer.bind(person)
    await _join(records, "other")
    async with records.writer() as writer:
        await writer.revoke(person)
    assert [await _found(records, token) is not None for token in tokens] == [False, False, True]


async def test_an_ended_session_leaves_its_chat_to_nobody(records: Records) -> None:
    """The chat of a session whose time is over is bound no more, and its open talk is gone."""
    token = await _open(records, "browser")
    await _join(records, "browser")
    await _use(records, token)
    async with records.database.write() as connection:
        await save_talks(connection, await find_chat(connection, CHANNEL, "browser"), records.now)
    assert await _sweep(records) == 0
    records.now += IDLE
    assert await _sweep(records) == 1
    assert (await records.chat("browser")).person is None
    assert await records.rows("SELECT * FROM talks") == []
    assert len(await records.rows("SELECT * FROM consents")) == 1


async def test_nothing_is_left_of_a_stranger(records: Records) -> None:
    """A browser in which nobody joined is forgotten whole; a signed-in one stays."""
    joined = await _open(records, "joined")
    await _join(records, "joined")
    await _use(records, joined)
    await _open(records, "stranger")
    async with records.database.write() as connection:
        for name in ("stranger", "joined"):
            chat = await find_chat(connection, CHANNEL, name)
            inbound = Inbound(
                channel=CHANNEL,
                chat=name,
                id="1",
                kind=Kind.TEXT,
                sent_at=records.now,
                received_at=records.now,
            )
            await receive(connection, chat, inbound, keep=False)
            await queue(connection, chat.address, Message(text="x"), records.now)
            await save_talks(connection, chat, records.now)
    records.now += UNJOINED
    assert await _sweep(records) == 1
    assert await records.rows("SELECT chat FROM addresses") == [("joined",)]
    for table in ("inbox", "outbox", "talks", "web_sessions"):
        assert len(await records.rows(f"SELECT * FROM {table}")) == 1, table
