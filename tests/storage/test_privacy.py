"""Consents with their words, requests with their clock, and deletions that leave the records."""

from datetime import timedelta

import pytest

from dialogue.messages import Inbound, Kind
from domain.person import Person, Role
from domain.privacy import EXTENSION, Outcome, RequestKind
from storage.chats import find_chat, receive
from storage.consents import Agreement
from storage.gate import Writer
from storage.people import Binding, code_hash
from storage.privacy import Extension, RequestClosed, Verdict, Wish
from storage.session import NotAllowed
from tests.harness.records import Records
from tests.harness.stage import CHANNEL

AGENCY = "so-xay-dung"
OLD = Agreement(version="1", language="vi", words="Thông báo cũ")
NEW = Agreement(version="2", language="vi", words="Thông báo mới")


async def _join(records: Records, chat: str, role: Role = Role.OFFICER) -> Person:
    async with records.writer() as writer:
        person, _ = await writer.import_person(chat, role, AGENCY)
        code = await writer.issue_code(person.id)
    async with records.writer(chat) as writer:
        return await writer.join(Binding(code_hash=code_hash(code), agreement=OLD))


async def _ask(records: Records, chat: str, kind: RequestKind) -> int:
    async with records.writer(chat) as writer:
        return (await writer.ask_about_data(Wish(kind=kind, words="sai chức danh"))).id


async def _answer(records: Records, chat: str, request: int, outcome: Outcome) -> None:
    async with records.writer(chat) as writer:
        await writer.answer_request(
            Verdict(request=request, outcome=outcome, reason="lý do", farewell="Đã xóa")
        )


async def test_the_words_agreed_to_are_kept_once_and_found(records: Records) -> None:
    """What people agreed to can be shown word for word, version by version."""
    person = await _join(records, "phone")
    await _join(records, "other")
    async with records.writer("phone") as writer:
        await writer.agree_anew(NEW)
        found = await writer.consents_of(person)
        assert await writer.agreed_version(person) == "2"
    assert [(each.version, each.words) for each in found] == [
        ("1", "Thông báo cũ"),
        ("2", "Thông báo mới"),
    ]
    kept = "SELECT count(*) FROM privacy_notices WHERE version IN ('1', '2')"
    assert await records.rows(kept) == [(2,)]


async def test_consents_from_before_the_words_were_kept_have_them_too(records: Records) -> None:
    """The words of the first version are known: it had but these."""
    person = await _join(records, "phone")
    async with records.database.write() as connection:
        await connection.execute("UPDATE consents SET version = '2026-01', notice = NULL")
    async with records.writer() as writer:
        (consent,) = await writer.consents_of(person)
    assert consent.words is not None
    assert consent.words.startswith("Thông báo về dữ liệu cá nhân. Hệ thống lưu tên, cơ quan")


async def test_withdrawing_consent_ends_every_way_in(records: Records) -> None:
    """All chats are unbound at once; the consent stays as proof, ended; reports stay."""
    person = await _join(records, "phone")
    await records.report("phone", 9, AGENCY)
    async with records.writer("phone") as writer:
        await writer.withdraw_consent(person)
        assert await writer.agreed_version(person) is None
    assert (await records.chat("phone")).person is None
    assert await records.rows("SELECT count(*) FROM task_reports") == [(1,)]
    assert await records.rows("SELECT version, withdrawn_at IS NULL FROM consents") == [("1", 0)]


async def test_nobody_withdraws_the_consent_of_another(records: Records) -> None:
    """An administrator neither."""
    person = await _join(records, "phone")
    await _join(records, "admin", Role.ADMIN)
    for chat in ("admin", "stranger"):
        with pytest.raises(NotAllowed):
            async with records.writer(chat) as writer:
                await writer.withdraw_consent(person)
    assert (await records.chat("phone")).person == person


async def test_a_deletion_empties_chats_and_leaves_records(records: Records) -> None:
    """Messages, talks and bindings go; reports, name and role, consents and the request stay."""
    person = await _join(records, "phone")
    await _join(records, "admin", Role.ADMIN)
    await records.report("phone", 9, AGENCY)
    async with records.database.write() as connection:
        chat = await find_chat(connection, CHANNEL, "phone")
        await receive(
            connection,
            chat,
            Inbound(
                channel=CHANNEL,
                chat="phone",
                id="u1",
                kind=Kind.TEXT,
                sent_at=records.now,
                received_at=records.now,
                text="nv 9 xong",
            ),
            keep=True,
        )
    request = await _ask(records, "phone", RequestKind.DELETE)
    await _answer(records, "admin", request, Outcome.DONE)
    assert (await records.chat("phone")).person is None
    assert await records.rows("SELECT content FROM inbox") == [("",)]
    farewell = "SELECT content FROM outbox WHERE content <> ''"
    ((content,),) = await records.rows(farewell)
    assert "Đã xóa" in str(content)
    assert await records.rows("SELECT reporter FROM task_reports") == [(person.id,)]
    assert await records.rows(f"SELECT name, role FROM people WHERE id = {person.id}") == [
        ("phone", "officer")
    ]
    assert await records.rows("SELECT count(*) FROM consents") == [(2,)]
    assert await records.rows("SELECT outcome FROM data_requests") == [("done",)]


async def test_a_refused_deletion_deletes_nothing(records: Records) -> None:
    """Who is refused stays connected, with every message."""
    person = await _join(records, "phone")
    await _join(records, "admin", Role.ADMIN)
    request = await _ask(records, "phone", RequestKind.DELETE)
    await _answer(records, "admin", request, Outcome.REFUSED)
    assert (await records.chat("phone")).person == person


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
async def test_only_administrators_answer(records: Records, role: Role) -> None:
    """Nobody else answers a request or gives it more time, their own neither."""
    await _join(records, "phone", role)
    request = await _ask(records, "phone", RequestKind.CORRECT)
    with pytest.raises(NotAllowed):
        await _answer(records, "phone", request, Outcome.DONE)
    with pytest.raises(NotAllowed):
        async with records.writer("phone") as writer:
            await writer.extend_request(Extension(request=request, reason="x"))
    assert await records.rows("SELECT outcome, extended_at FROM data_requests") == [(None, None)]


async def test_a_request_is_answered_once(records: Records) -> None:
    """The second answer is refused, whatever it says."""
    await _join(records, "phone")
    await _join(records, "admin", Role.ADMIN)
    request = await _ask(records, "phone", RequestKind.CORRECT)
    await _answer(records, "admin", request, Outcome.REFUSED)
    with pytest.raises(RequestClosed):
        await _answer(records, "admin", request, Outcome.DONE)
    assert await records.rows("SELECT outcome FROM data_requests") == [("refused",)]


async def test_the_time_is_extended_once(records: Records) -> None:
    """By fifteen days, not twice; the list goes by what is due first."""
    await _join(records, "phone")
    await _join(records, "admin", Role.ADMIN)
    first = await _ask(records, "phone", RequestKind.CORRECT)
    records.now += timedelta(hours=1)
    second = await _ask(records, "phone", RequestKind.DELETE)

    async def extend(writer: Writer) -> None:
        await writer.extend_request(Extension(request=first, reason="cần xác minh"))

    async with records.writer("admin") as writer:
        before = await writer.data_request(first)
        await extend(writer)
        after = await writer.data_request(first)
        assert before is not None
        assert after is not None
        assert after.due_at == before.due_at + EXTENSION
        assert [each.id for each in await writer.open_requests()] == [second, first]
    with pytest.raises(RequestClosed):
        async with records.writer("admin") as writer:
            await extend(writer)


async def test_who_leaves_is_unbound_and_stays_named(records: Records) -> None:
    """An officer taken off the roster keeps name and role in the history of reports."""
    person = await _join(records, "phone")
    report = await records.report("phone", 9, AGENCY)
    async with records.writer() as writer:
        await writer.revoke(person.id)
    assert (await records.chat("phone")).person is None
    named = f"""
        SELECT p.name, p.role, p.agency FROM task_reports r JOIN people p ON p.id = r.reporter
        WHERE r.id = {report.id}
    """
    assert await records.rows(named) == [("phone", "officer", AGENCY)]
