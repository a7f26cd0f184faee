"""Trials of joining, of one's own account, and of personal data."""

from domain.person import Role
from domain.privacy import Outcome, RequestKind
from storage.chats import find_chat
from storage.gate import Writer
from storage.people import code_hash
from storage.privacy import Verdict, Wish
from tests.contract.matrix.table import Scope
from tests.contract.matrix.trial import AGENCY, Trial
from tests.harness.rehearsal import Rehearsal

CODE = "ABCDEFGHJK"


async def _code(world: Rehearsal) -> None:
    """A code has been issued to somebody who has not joined yet."""
    async with world.open() as database, database.write() as connection:
        writer = Writer(connection, world.plan, world.now)
        person, _ = await writer.import_person("Cán bộ mới", Role.OFFICER, AGENCY[Scope.OWN])
        await writer.issue_code(person.id)
        await connection.execute("UPDATE codes SET hash = ?", (code_hash(CODE),))


async def asked(world: Rehearsal) -> None:
    """Somebody of the own agency, and of the other one, has asked for a correction."""
    for scope in Scope:
        await world.seat(Role.OFFICER, AGENCY[scope])
        async with world.open() as database, database.write() as connection:
            chat = await find_chat(connection, world.channel, f"officer {AGENCY[scope]}")
            writer = Writer(connection, world.plan, world.now, chat=chat)
            await writer.ask_about_data(Wish(kind=RequestKind.CORRECT, words="sai chức danh"))


async def _answer(writer: Writer, scope: Scope) -> None:
    id_ = {Scope.OWN: 1, Scope.OTHER: 2}[scope]
    await writer.answer_request(Verdict(request=id_, outcome=Outcome.DONE))


async def _about_data(writer: Writer, scope: Scope) -> None:
    """Ask about one's own data; or withdraw the consent of the first on the roster."""
    if scope is Scope.OWN:
        await writer.ask_about_data(Wish(kind=RequestKind.DELETE))
    person = await writer.person_by_id(1)
    assert person is not None
    await writer.withdraw_consent(person)


async def _answered(world: Rehearsal) -> None:
    """Somebody was refused what was asked about the own data."""
    await asked(world)
    admin = await world.seat(Role.ADMIN, AGENCY[Scope.OTHER], "quản trị")
    async with world.open() as database, database.write() as connection:
        chat = await find_chat(connection, world.channel, admin)
        writer = Writer(connection, world.plan, world.now, chat=chat)
        await writer.answer_request(Verdict(request=1, outcome=Outcome.REFUSED, reason="đã đúng"))


TRIALS = {
    "told-data-answer": Trial(
        prepare=_answered,
        notice={Scope.OTHER: ("data_answer", {"request": 1})},
        seen={Scope.OTHER: "DL001"},
        scopes=(Scope.OTHER,),
    ),
    "told-data-request": Trial(
        prepare=asked,
        notice={
            Scope.OWN: ("data_request_came", {"request": 1}),
            Scope.OTHER: ("data_request_came", {"request": 2}),
        },
        seen={Scope.OWN: "DL001", Scope.OTHER: "DL002"},
    ),
    "told-moved": Trial(
        notice={
            scope: ("moved", {"agency": "so-gtvt", "to": AGENCY[scope], "day": "2025-03-01"})
            for scope in Scope
        },
        seen=dict.fromkeys(Scope, "01/03/2025"),
    ),
    "told-unassigned": Trial(
        notice={Scope.OTHER: ("unassigned", {"tasks": [18], "day": "2025-03-01"})},
        seen={Scope.OTHER: "NV 18"},
        scopes=(Scope.OTHER,),
    ),
    "join": Trial(
        prepare=_code,
        lines={Scope.OWN: [CODE, "đồng ý"]},
        facts="SELECT id FROM consents",
    ),
    "own-account": Trial(lines={Scope.OWN: ["/toi"]}, seen={Scope.OWN: "Vai trò"}),
    "own-data": Trial(
        prepare=asked,
        lines={Scope.OWN: ["/dulieu", "2", "sai tên cơ quan"]},
        facts="SELECT id FROM data_requests",
        write=_about_data,
    ),
    "answer-data-requests": Trial(
        prepare=asked,
        lines={
            Scope.OWN: ["/dulieu", "5", "1", "đã thực hiện"],
            Scope.OTHER: ["/dulieu", "5", "2", "đã thực hiện"],
        },
        facts="SELECT id FROM data_requests WHERE outcome IS NOT NULL",
        write=_answer,
    ),
}
