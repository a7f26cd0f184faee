"""Trials of following up: reviews, obstacles, urging, extensions."""

from datetime import date

from domain.extension import Decision as ExtensionDecision
from domain.extension import ExtensionDraft
from domain.obstacle import Saying
from domain.person import Role
from domain.reviewing import Act, ReviewRules
from storage.assignments import AssignmentDraft
from storage.chats import find_chat
from storage.gate import Writer
from storage.obstacles import Telling, Word
from storage.reviews import Decision
from tests.contract.matrix.table import Scope
from tests.contract.matrix.trial import AGENCY, SECRET, TASK, Trial
from tests.contract.matrix.trials_reports import both, reported
from tests.harness.rehearsal import Rehearsal
from tests.harness.stage import PLAN

UNTIL = date(2027, 6, 30)
FOCAL = PLAN.focal


async def _confirmed_first(world: Rehearsal) -> None:
    """The plan has heads confirm reports; both agencies have a head, and have reported."""
    world.plan = PLAN.model_copy(update={"review": ReviewRules(head=True)})
    await world.say(await world.seat(Role.LEADER, FOCAL), "menu")  # the words of this plan, once
    for scope in Scope:
        await world.seat(Role.HEAD, AGENCY[scope])
    await reported(world)


async def _urgeable(world: Rehearsal) -> None:
    """Both agencies have an officer who can be reached."""
    for scope in Scope:
        await world.seat(Role.OFFICER, AGENCY[scope])


async def _urged(world: Rehearsal) -> None:
    """Both agencies were urged."""
    await _urgeable(world)
    focal = await world.seat(Role.FOCAL, FOCAL)
    await world.say(focal, "đôn đốc Sở Nội vụ và Công an tỉnh")
    await world.say(focal, "1")


async def extension_asked(world: Rehearsal) -> None:
    """Both agencies ask for an extension."""
    for scope in Scope:
        await world.seat(Role.OFFICER, AGENCY[scope])
        async with world.open() as database, database.write() as connection:
            chat = await find_chat(connection, world.channel, f"officer {AGENCY[scope]}")
            await _ask_extension(Writer(connection, world.plan, world.now, chat=chat), scope)


async def _focal_asks(world: Rehearsal) -> None:
    """The focal agency asks for an extension of a task of its own."""
    officer = await world.seat(Role.OFFICER, FOCAL)
    for line in ("xin gia hạn nv 9 đến 30/6/2027 vì chưa bố trí được vốn", "gửi"):
        await world.say(officer, line)


async def _ask_extension(writer: Writer, scope: Scope) -> None:
    await writer.ask_extension(
        ExtensionDraft(
            task=TASK[scope],
            agency=AGENCY[scope],
            due=date(2025, 12, 31),
            until=UNTIL,
            reason=SECRET[scope],
        )
    )


def _number(scope: Scope) -> int:
    """What of both agencies was kept in this order has these numbers."""
    return {Scope.OWN: 1, Scope.OTHER: 2}[scope]


async def _decide(writer: Writer, scope: Scope) -> None:
    decision = ExtensionDecision(extension=_number(scope), granted=UNTIL)
    await writer.decide_extension(decision)


async def _decide_on_focal(writer: Writer, _scope: Scope) -> None:
    await writer.decide_extension(ExtensionDecision(extension=1, granted=UNTIL))


async def _tell(writer: Writer, scope: Scope) -> None:
    await writer.tell_obstacle(Telling(task=TASK[scope], words="thiếu kinh phí"))


async def _speak(writer: Writer, scope: Scope) -> None:
    focal = writer.person is not None and writer.person.role is Role.FOCAL
    kind = Saying.ANSWERED if focal else Saying.REPLIED
    await writer.say_of_obstacle(Word(obstacle=_number(scope), kind=kind, words="đã rõ"))


async def _close(writer: Writer, scope: Scope) -> None:
    await writer.say_of_obstacle(Word(obstacle=_number(scope), kind=Saying.CLOSED))


async def _urge(writer: Writer, scope: Scope) -> None:
    await writer.urge(await writer.urging([AGENCY[scope]]))


async def _assign(writer: Writer, _scope: Scope) -> None:
    draft = AssignmentDraft(task=18, lead=AGENCY[Scope.OTHER], since=writer.now.date())
    await writer.assign(draft)


async def _accept(writer: Writer, scope: Scope) -> None:
    await writer.review(Decision(reports=(_number(scope),), act=Act.ACCEPTED))


async def _returned(world: Rehearsal) -> None:
    """Both agencies have reported, and the focal agency has returned it."""
    await reported(world)
    focal = await world.seat(Role.FOCAL, FOCAL)
    for scope in Scope:
        async with world.open() as database, database.write() as connection:
            chat = await find_chat(connection, world.channel, focal)
            writer = Writer(connection, world.plan, world.now, chat=chat)
            reason = SECRET[scope].upper()
            await writer.review(
                Decision(reports=(_number(scope),), act=Act.RETURNED, reason=reason)
            )


async def _extension_decided(world: Rehearsal) -> None:
    """Both requests for extension were refused."""
    await extension_asked(world)
    focal = await world.seat(Role.FOCAL, FOCAL)
    for scope in Scope:
        async with world.open() as database, database.write() as connection:
            chat = await find_chat(connection, world.channel, focal)
            writer = Writer(connection, world.plan, world.now, chat=chat)
            await writer.decide_extension(
                ExtensionDecision(extension=_number(scope), refusal=SECRET[scope])
            )


def _notice(dialogue: str, name: str) -> dict[Scope, tuple[str, dict[str, object]]]:
    return {scope: (dialogue, {name: _number(scope)}) for scope in Scope}


TRIALS = {
    "told-returned": Trial(
        prepare=_returned,
        notice=_notice("returned", "report"),
        seen={scope: SECRET[scope].upper() for scope in Scope},
    ),
    "told-reported-for": Trial(
        prepare=reported,
        notice=_notice("reported_for", "report"),
        seen={scope: f"NV {TASK[scope]}" for scope in Scope},
    ),
    "told-urged": Trial(
        notice={
            scope: ("urged", {"agency": AGENCY[scope], "urger": "Cơ quan đầu mối"})
            for scope in Scope
        },
        seen={scope: f"NV {TASK[scope]}" for scope in Scope},
    ),
    "told-extension-came": Trial(
        prepare=extension_asked,
        notice=_notice("extension_came", "id"),
        seen=SECRET,
    ),
    "told-extension-result": Trial(
        prepare=_extension_decided,
        notice=_notice("extension_result", "id"),
        seen=SECRET,
    ),
    "assign": Trial(
        lines={Scope.OTHER: ["phân công nv 18 cho Công an tỉnh", "bỏ qua", "gửi"]},
        facts="SELECT * FROM assignments",
        write=_assign,
        scopes=(Scope.OTHER,),
    ),
    "told-assigned": Trial(
        notice={
            scope: ("assigned", {"task": TASK[scope], "lead": AGENCY[scope]}) for scope in Scope
        },
        seen={scope: f"NV {TASK[scope]}" for scope in Scope},
    ),
    "accept": Trial(
        prepare=reported,
        lines=both("duyệt nv #", "duyệt"),
        facts="SELECT id FROM reviews",
        write=_accept,
    ),
    "return": Trial(
        prepare=reported,
        lines=both("trả lại nv # vì chưa rõ khối lượng", "yêu cầu chỉnh lý"),
        facts="SELECT id FROM reviews",
    ),
    "confirm": Trial(
        prepare=_confirmed_first,
        lines=both("duyệt nv #", "xác nhận"),
        facts="SELECT id FROM reviews",
        write=_accept,
    ),
    "see-obstacles": Trial(
        prepare=reported,
        lines={Scope.OWN: ["vướng mắc", "VM 1"], Scope.OTHER: ["vướng mắc", "VM 2"]},
        seen=SECRET,
    ),
    "tell-obstacle": Trial(
        lines=both("báo vướng mắc nv #: thiếu kinh phí đo đạc", "gửi"),
        facts="SELECT id FROM obstacles",
        write=_tell,
    ),
    "answer-obstacle": Trial(
        prepare=reported,
        lines={
            scope: [f"trả lời vm {_number(scope)}: đã nhận, đang xử lý", "gửi"] for scope in Scope
        },
        facts="SELECT id FROM obstacle_words WHERE kind IN ('answered', 'replied')",
        write=_speak,
    ),
    "close-obstacle": Trial(
        prepare=reported,
        lines={scope: [f"VM {_number(scope)} đã tháo gỡ", "đồng ý"] for scope in Scope},
        facts="SELECT id FROM obstacles WHERE closed_at IS NOT NULL",
        write=_close,
    ),
    "urge": Trial(
        prepare=_urgeable,
        lines={
            Scope.OWN: ["đôn đốc Sở Nội vụ", "gửi đôn đốc"],
            Scope.OTHER: ["đôn đốc Công an tỉnh", "gửi đôn đốc"],
        },
        facts="SELECT * FROM urgings",
        write=_urge,
    ),
    "see-urging": Trial(
        prepare=_urged,
        lines={scope: ["kết quả đôn đốc"] for scope in Scope},
        seen={scope: f"officer {AGENCY[scope]}" for scope in Scope},
    ),
    "ask-extension": Trial(
        lines=both("xin gia hạn nv # đến 30/6/2027 vì chưa bố trí được vốn", "gửi"),
        facts="SELECT id FROM extensions",
        write=_ask_extension,
    ),
    "see-extensions": Trial(
        prepare=extension_asked,
        lines={
            Scope.OWN: ["gia hạn đang chờ", "NV 8 Sở Nội vụ"],
            Scope.OTHER: ["gia hạn đang chờ", "NV 33 Công an tỉnh"],
        },
        seen=SECRET,
    ),
    "decide-extension": Trial(
        prepare=extension_asked,
        lines={
            Scope.OWN: ["gia hạn đang chờ", "NV 8 Sở Nội vụ", "đồng ý"],
            Scope.OTHER: ["gia hạn đang chờ", "NV 33 Công an tỉnh", "đồng ý"],
        },
        facts="SELECT id FROM extensions WHERE decided_at IS NOT NULL",
        write=_decide,
    ),
    "decide-extension-of-focal": Trial(
        prepare=_focal_asks,
        lines={Scope.OTHER: ["gia hạn đang chờ", "NV 9 Sở Xây dựng", "đồng ý"]},
        facts="SELECT id FROM extensions WHERE decided_at IS NOT NULL",
        write=_decide_on_focal,
        scopes=(Scope.OTHER,),
    ),
}
