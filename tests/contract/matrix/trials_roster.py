"""Trials of the roster: seeing it, changing it, acting for a further agency."""

from domain.person import Role
from domain.roster import Admission
from storage.gate import Writer
from tests.contract.matrix.table import Scope
from tests.contract.matrix.trial import AGENCY, Trial
from tests.harness.rehearsal import Rehearsal

FURTHER = "so-y-te"


async def _two(world: Rehearsal) -> None:
    """Somebody of either agency is on the roster, number 1 and number 2."""
    for scope in Scope:
        await world.seat(Role.OFFICER, AGENCY[scope], f"Trực ban {scope.value}")


async def _several_agencies(world: Rehearsal) -> None:
    """Whoever will act works for a further agency besides the own one."""
    async with world.open() as database, database.write() as connection:
        writer = Writer(connection, world.plan, world.now)
        for name in [f"actor {role.value}" for role in Role]:
            await writer.import_person(name, Role.OFFICER, AGENCY[Scope.OWN])
        await connection.execute(
            "INSERT INTO memberships (person, agency) SELECT id, ? FROM people", (FURTHER,)
        )


def _number(scope: Scope) -> int:
    return {Scope.OWN: 1, Scope.OTHER: 2}[scope]


async def _admit(writer: Writer, scope: Scope) -> None:
    admission = Admission(name="Cán bộ mới", role=Role.OFFICER, agency=AGENCY[scope])
    await writer.admit(admission)


async def _remove(writer: Writer, scope: Scope) -> None:
    await writer.remove(_number(scope))


async def _promote(writer: Writer, scope: Scope) -> None:
    await writer.give_role((_number(scope), Role.ADMIN))


async def _switch(writer: Writer, scope: Scope) -> None:
    await writer.switch_agency(FURTHER if scope is Scope.OWN else AGENCY[Scope.OTHER])


TRIALS = {
    "see-roster": Trial(
        prepare=_two,
        lines={scope: ["/quantri", f"người dùng {_number(scope)}"] for scope in Scope},
        seen={scope: f"Trực ban {scope.value}" for scope in Scope},
    ),
    "add-person": Trial(
        lines={
            Scope.OWN: ["thêm người Cán bộ mới, Sở Nội vụ, cán bộ", "gửi"],
            Scope.OTHER: ["thêm người Cán bộ mới, Công an tỉnh, cán bộ", "gửi"],
        },
        facts="SELECT id FROM people WHERE name = 'Cán bộ mới'",
        write=_admit,
    ),
    "take-off": Trial(
        prepare=_two,
        lines={
            scope: [f"người dùng {_number(scope)}", "đưa ra khỏi danh sách", "đồng ý"]
            for scope in Scope
        },
        facts="SELECT id FROM people WHERE name LIKE 'Trực ban%' AND revoked_at IS NOT NULL",
        write=_remove,
    ),
    "change-role": Trial(
        prepare=_two,
        lines={
            scope: [f"người dùng {_number(scope)}", "đổi vai trò", "quản trị hệ thống", "đồng ý"]
            for scope in Scope
        },
        facts="SELECT role FROM people WHERE name LIKE 'Trực ban%'",
        write=_promote,
    ),
    "switch-agency": Trial(
        prepare=_several_agencies,
        lines={
            Scope.OWN: ["đổi cơ quan Sở Y tế", "Sở Y tế"],
            Scope.OTHER: ["đổi cơ quan Công an tỉnh", "Công an tỉnh"],
        },
        facts="SELECT agency FROM people WHERE name LIKE 'actor%' AND agency <> 'so-noi-vu'",
        write=_switch,
    ),
}
