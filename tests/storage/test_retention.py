"""Messages are not kept for ever; reports, consents and what tells a redelivery from news are."""

from datetime import timedelta

from dialogue.messages import Inbound, Kind, Message
from domain.person import Role
from storage.chats import find_chat, queue, receive, save_talks
from storage.people import CODE_DAYS
from storage.retention import BATCH, Cleaned, clean
from tests.harness.records import Records
from tests.harness.stage import CHANNEL

AGENCY = "so-xay-dung"
DAYS = 90


async def _talk(records: Records, chat: str, id_: str) -> None:
    """Have a message come in and an answer go out, with a talk left open."""
    async with records.database.write() as connection:
        found = await find_chat(connection, CHANNEL, chat)
        inbound = Inbound(
            channel=CHANNEL,
            chat=chat,
            id=id_,
            kind=Kind.TEXT,
            sent_at=records.now,
            received_at=records.now,
            text="nv 9 đang làm 60%",
        )
        await receive(connection, found, inbound, keep=True)
        await queue(connection, found.address, Message(text="Đã ghi nhận"), records.now)
        await connection.execute("UPDATE outbox SET state = 'sent'")
        await save_talks(connection, found, records.now)


async def _kept(records: Records) -> list[tuple[object, ...]]:
    return await records.rows(
        "SELECT 'in', external FROM inbox WHERE content <> '' "
        "UNION ALL SELECT 'out', id FROM outbox WHERE content <> '' "
        "UNION ALL SELECT 'talk', address FROM talks WHERE state IS NOT NULL"
    )


async def test_what_is_older_is_emptied_and_what_is_younger_stays(records: Records) -> None:
    """After so many days nothing of a message can be read; a day before that all of it can."""
    await records.seat(Role.OFFICER, AGENCY, "phone")
    await _talk(records, "phone", "old")
    records.now += timedelta(days=DAYS)
    await records.seat(Role.HEAD, AGENCY, "other")
    await _talk(records, "other", "young")
    assert (await clean(records.database, DAYS, records.now)).received == 0
    records.now += timedelta(minutes=1)
    done = await clean(records.database, DAYS, records.now)
    assert (done.received, done.sent, done.talks) == (1, 1, 1)
    assert await _kept(records) == [("in", "young"), ("out", 2), ("talk", 2)]
    again = await clean(records.database, DAYS, records.now)
    assert again == Cleaned(received=0, sent=0, secrets=0, talks=0, codes=0, links=0, sessions=0)


async def test_a_message_that_comes_again_is_known_even_when_it_is_emptied(
    records: Records,
) -> None:
    """Redelivery after the cleaning is a duplicate still: its row stays."""
    await records.seat(Role.OFFICER, AGENCY, "phone")
    await _talk(records, "phone", "old")
    records.now += timedelta(days=DAYS, minutes=1)
    await clean(records.database, DAYS, records.now)
    await _talk(records, "phone", "old")
    assert await records.rows("SELECT count(*) FROM inbox") == [(1,)]


async def test_reports_and_consents_stay(records: Records) -> None:
    """What was filed is an official record, whatever becomes of the messages it came by."""
    await records.seat(Role.OFFICER, AGENCY, "phone")
    await records.report("phone", 9, AGENCY)
    tables = ("task_reports", "people", "consents")
    before = [await records.rows(f"SELECT * FROM {table}") for table in tables]
    records.now += timedelta(days=10 * DAYS)
    await clean(records.database, DAYS, records.now)
    assert [await records.rows(f"SELECT * FROM {table}") for table in tables] == before


async def test_what_waits_to_be_sent_is_not_emptied(records: Records) -> None:
    """An answer that could not be sent yet goes out whole, however long a platform was away."""
    await records.seat(Role.OFFICER, AGENCY, "phone")
    async with records.database.write() as connection:
        found = await find_chat(connection, CHANNEL, "phone")
        await queue(connection, found.address, Message(text="Đã ghi nhận"), records.now)
    records.now += timedelta(days=2 * DAYS)
    await clean(records.database, DAYS, records.now)
    assert await records.rows("SELECT count(*) FROM outbox WHERE content <> ''") == [(1,)]


async def test_codes_that_open_nothing_are_forgotten(records: Records) -> None:
    """A code that has run out long ago goes; one that works stays."""
    person = await records.seat(Role.OFFICER, AGENCY, "phone")
    async with records.writer() as writer:
        await writer.issue_code(person.id)
    records.now += timedelta(days=DAYS + CODE_DAYS, minutes=1)
    async with records.writer() as writer:
        await writer.issue_code(person.id)
    done = await clean(records.database, DAYS, records.now)
    assert done.codes == 1
    assert await records.rows("SELECT count(*) FROM codes") == [(1,)]


async def test_very_many_messages_are_emptied_in_batches(records: Records) -> None:
    """More than one batch is emptied at once, to the last row."""
    await records.seat(Role.OFFICER, AGENCY, "phone")
    await _talk(records, "phone", "first")
    async with records.database.write() as connection:
        await connection.execute_fetchall(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :most) "
            "INSERT INTO inbox (address, external, content, received_at) "
            "SELECT address, 'n' || i, content, received_at FROM inbox, n",
            {"most": BATCH + 1},
        )
    records.now += timedelta(days=DAYS, minutes=1)
    done = await clean(records.database, DAYS, records.now)
    assert done.received == BATCH + 2
    assert await records.rows("SELECT count(*) FROM inbox WHERE content <> ''") == [(0,)]


async def test_the_days_are_told_to_people(records: Records) -> None:
    """What "/dulieu" says of messages is what the program was last told."""
    async with records.writer() as writer:
        assert await writer.days_kept() == DAYS
    await clean(records.database, 30, records.now)
    async with records.writer() as writer:
        assert await writer.days_kept() == 30


async def test_a_message_that_told_a_code_is_emptied_a_day_later(records: Records) -> None:
    """Of a code only the hash stays; what else was said stays, and so does what still waits."""
    person = await records.seat(Role.OFFICER, AGENCY, "phone")
    async with records.writer() as writer:
        code = await writer.issue_code(person.id)
    async with records.database.write() as connection:
        chat = await find_chat(connection, CHANNEL, "phone")
        for text in (f"Mã kết nối: <b>{code}</b>\nDùng một lần.", "Mã tra cứu 0001"):
            await queue(connection, chat.address, Message(text=text), records.now)
        await connection.execute("UPDATE outbox SET state = 'sent'")
        waiting = Message(text=f"Mã: {code}")
        await queue(connection, chat.address, waiting, records.now)
    assert (await clean(records.database, DAYS, records.now)).secrets == 0
    records.now += timedelta(days=1, minutes=1)
    async with records.database.write() as connection:
        await queue(connection, chat.address, Message(text="Tin mới"), records.now)
    assert (await clean(records.database, DAYS, records.now)).secrets == 1
    kept = "SELECT id FROM outbox WHERE content <> '' ORDER BY id"
    assert await records.rows(kept) == [(2,), (3,), (4,)]
