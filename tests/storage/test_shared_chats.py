"""One chat used by two people, one after the other: each has what is their own, and no more."""

from datetime import timedelta

from dialogue.messages import Inbound, Kind, Message
from domain.person import Person, Role
from domain.privacy import Outcome, RequestKind
from storage.chats import find_chat, queue, receive, save_talks
from storage.own_data import OwnDataReader
from storage.privacy import Verdict, Wish
from tests.harness.records import Records
from tests.harness.stage import CHANNEL, PLAN

SHARED = "shared"


async def _talks(records: Records, text: str) -> None:
    """Take one text in the shared chat and answer it."""
    async with records.database.write() as connection:
        chat = await find_chat(connection, CHANNEL, SHARED)
        inbound = Inbound(
            channel=CHANNEL,
            chat=SHARED,
            id=text,
            kind=Kind.TEXT,
            sent_at=records.now,
            received_at=records.now,
            text=text,
        )
        assert await receive(connection, chat, inbound, keep=True) is not None
        await queue(connection, chat.address, Message(text=f"re {text}"), records.now)
        await save_talks(connection, chat, records.now)
        await connection.execute("UPDATE outbox SET state = 'sent'")


async def _both(records: Records) -> tuple[Person, Person]:
    """A, who has a chat besides, wrote in the shared chat first, and B after A."""
    await records.seat(Role.ADMIN, PLAN.focal, "admin")
    first = await records.seat(Role.OFFICER, "so-xay-dung", "first")
    async with records.writer(SHARED) as writer:
        await writer.bind(first.id)
    await _talks(records, "lời của A")
    async with records.writer(SHARED) as writer:
        second, _ = await writer.import_person("second", Role.OFFICER, "so-noi-vu")
        await writer.bind(second.id)
    await _talks(records, "lời của B")
    return first, second


async def _erase(records: Records) -> None:
    """The first person's data are deleted, as asked for."""
    async with records.writer("first") as writer:
        request = await writer.ask_about_data(Wish(kind=RequestKind.DELETE))
    records.now += timedelta(minutes=1)
    async with records.writer("admin") as writer:
        answer = Verdict(request=request.id, outcome=Outcome.DONE, farewell="Đã xóa")
        await writer.answer_request(answer)


async def test_a_copy_holds_nothing_that_another_has_written(records: Records) -> None:
    """Whoever the chat belongs to now; what nobody can be said to have written is in no copy."""
    both = await _both(records)
    async with records.database.write() as connection:
        chat = await find_chat(connection, CHANNEL, SHARED)
        await connection.execute(
            "INSERT INTO inbox (address, external, content, received_at) VALUES (?, 'old', ?, ?)",
            (chat.address, '{"text": "từ trước"}', records.now.isoformat()),
        )
    async with records.database.read() as connection:
        reader = OwnDataReader(connection, PLAN, records.now)
        found = [await reader.own_data(person) for person in both]
    assert [[said.text for said in each.messages] for each in found] == [
        ["lời của A"],
        ["lời của B"],
    ]


async def test_a_deletion_leaves_what_another_has_written(records: Records) -> None:
    """Messages, answers and the open talk of the other one; the own ones go."""
    await _both(records)
    await _erase(records)
    inbox = await records.rows("SELECT content FROM inbox WHERE content <> ''")
    outbox = await records.rows("SELECT content FROM outbox WHERE state = 'sent' AND content <> ''")
    assert ["A" in str(row) for row in inbox] == [False]
    assert ["re lời của A" in str(row) for row in outbox] == [False]
    assert await records.rows("SELECT count(*) FROM talks WHERE state IS NOT NULL") == [(1,)]


async def test_a_deletion_empties_old_messages_of_ones_own_chat(records: Records) -> None:
    """What was kept before it was known by whom was written goes where nobody else has been."""
    await _both(records)
    async with records.database.write() as connection:
        for name in ("first", SHARED):
            chat = await find_chat(connection, CHANNEL, name)
            await connection.execute(
                "INSERT INTO inbox (address, external, content, received_at) "
                "VALUES (?, 'old', ?, ?)",
                (chat.address, f"từ trước {name}", records.now.isoformat()),
            )
    await _erase(records)
    kept = await records.rows("SELECT content FROM inbox WHERE content LIKE 'từ trước%'")
    assert kept == [("từ trước shared",)]
