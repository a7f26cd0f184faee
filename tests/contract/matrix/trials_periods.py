"""Trials of periods, deputies and briefs."""

from datetime import timedelta

from domain.person import Role
from storage.chats import find_chat
from storage.closing import Closing, Excluding
from storage.delegations import Delegation
from storage.gate import Writer
from tests.contract.matrix.table import Scope
from tests.contract.matrix.trial import AGENCY, SECRET, Trial
from tests.harness.rehearsal import Rehearsal

PERIOD = "2026-Q1"
DEPUTY = "Chuyên viên trực"


async def _colleagues(world: Rehearsal) -> None:
    """Both agencies have somebody who can stand in for others."""
    for scope in Scope:
        await world.seat(Role.OFFICER, AGENCY[scope], f"{DEPUTY} {scope.value}")


async def _left_out(world: Rehearsal) -> None:
    """Both agencies are left out of the period."""
    focal = await world.seat(Role.FOCAL, "so-xay-dung")
    for scope in Scope:
        async with world.open() as database, database.write() as connection:
            chat = await find_chat(connection, world.channel, focal)
            await _exclude(Writer(connection, world.plan, world.now, chat=chat), scope)


def _excluding(scope: Scope) -> Excluding:
    return Excluding(agency=AGENCY[scope], period=PERIOD, excluded=True, reason=SECRET[scope])


async def _exclude(writer: Writer, scope: Scope) -> None:
    await writer.exclude(_excluding(scope))


async def _close(writer: Writer, _scope: Scope) -> None:
    await writer.close_period(Closing(period=PERIOD))


async def _delegate(writer: Writer, scope: Scope) -> None:
    (deputy,) = [
        each
        for each in await writer.people_in(AGENCY[scope], Role.OFFICER)
        if each.name.startswith(DEPUTY)
    ]
    today = writer.now.date()
    named = Delegation(deputy=deputy, starts=today, ends=today + timedelta(days=3))
    await writer.delegate(named)


async def _stop_briefs(writer: Writer, scope: Scope) -> None:
    """Stop one's own briefs, or those of the first on the roster."""
    person = writer.person if scope is Scope.OWN else await writer.person_by_id(1)
    assert person is not None
    await writer.stop_briefs(person)


TRIALS = {
    "close-period": Trial(
        lines={Scope.OTHER: ["chốt kỳ", "1", "chốt kỳ"]},
        facts="SELECT id FROM closings",
        write=_close,
        scopes=(Scope.OTHER,),
    ),
    "exclude": Trial(
        lines={
            Scope.OWN: ["loại trừ Sở Nội vụ kỳ này, lý do sắp xếp bộ máy", "đồng ý"],
            Scope.OTHER: ["loại trừ Công an tỉnh kỳ này, lý do sắp xếp bộ máy", "đồng ý"],
        },
        facts="SELECT id FROM exclusions",
        write=_exclude,
    ),
    "told-excluded": Trial(
        prepare=_left_out,
        notice={scope: ("excluded", {"draft": _excluding(scope).model_dump()}) for scope in Scope},
        seen=SECRET,
    ),
    "delegate": Trial(
        prepare=_colleagues,
        lines={
            Scope.OWN: [f"tôi nghỉ từ 5/3 đến 10/3, ủy quyền cho {DEPUTY} own", "đồng ý"],
            Scope.OTHER: [f"tôi nghỉ từ 5/3 đến 10/3, ủy quyền cho {DEPUTY} other", "hủy"],
        },
        facts="SELECT id FROM delegations",
        write=_delegate,
    ),
    "see-brief": Trial(
        lines={Scope.OTHER: ["tóm tắt tuần"]},
        seen={Scope.OTHER: "cơ quan chưa báo cáo đủ"},
        scopes=(Scope.OTHER,),
    ),
    "told-brief": Trial(
        notice={Scope.OWN: ("brief_came", {"since": "2026-02-23"})},
        seen={Scope.OWN: "cơ quan chưa báo cáo đủ"},
        scopes=(Scope.OWN,),
    ),
    "own-briefs": Trial(
        prepare=_colleagues,
        lines={Scope.OWN: ["ngừng tóm tắt"]},
        facts="SELECT person FROM brief_stops",
        write=_stop_briefs,
    ),
}
