"""Words marked as a state secret are stored nowhere, at whatever question they are said."""

import asyncio
import re
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from dialogue.messages import Kind
from domain.person import Role
from tests.contract.matrix.room import Room, fresh
from tests.contract.matrix.table import ROOT
from tests.contract.matrix.trial import OURS, Prepare
from tests.contract.matrix.trials_following import extension_asked
from tests.contract.matrix.trials_people import asked
from tests.contract.matrix.trials_reports import reported
from tests.harness.rehearsal import Rehearsal

PHRASE = "khu vực cấm số 5566"
SECRET = f"Văn bản MẬT về {PHRASE}"
WARNING = "dấu hiệu chứa bí mật nhà nước"


@dataclass(frozen=True)
class Way:
    """How somebody comes to a question that takes free words."""

    role: Role
    lines: tuple[str, ...]
    agency: str = OURS
    prepare: Prepare | None = None


OFFICER, HEAD, FOCAL_ROLE, ADMIN = Role.OFFICER, Role.HEAD, Role.FOCAL, Role.ADMIN
WAYS = {
    "assign": [Way(FOCAL_ROLE, ("phân công nv 18 cho Công an tỉnh",))],
    "data_request": [
        Way(ADMIN, ("/dulieu", "5", "1", "2"), prepare=asked),
        Way(ADMIN, ("/dulieu", "5", "1", "3"), prepare=asked),
    ],
    "exclude": [Way(FOCAL_ROLE, ("loại trừ Công an tỉnh kỳ này",))],
    "extend": [Way(OFFICER, ("xin gia hạn nv 8 đến 30/6/2027",))],
    "extension": [
        Way(
            FOCAL_ROLE,
            ("gia hạn đang chờ", "NV 33 Công an tỉnh", "không đồng ý"),
            prepare=extension_asked,
        )
    ],
    "my_data": [Way(OFFICER, ("/dulieu", "2"))],
    "report_indicator": [Way(OFFICER, ("ct 8", "2025", "chưa có số liệu"), "so-tttt")],
    "report_task": [Way(OFFICER, ("báo cáo", "nv 8", "đang thực hiện", "bỏ qua", "bỏ qua"))],
    "review": [Way(FOCAL_ROLE, ("duyệt nv 33", "yêu cầu chỉnh lý"), prepare=reported)],
    "roster_add": [Way(ADMIN, ("/quantri", "1"))],
    "roster_find": [Way(ADMIN, ("/quantri", "2"))],
    "say_of_obstacle": [Way(FOCAL_ROLE, ("VM 2", "trả lời"), prepare=reported)],
    "tell_obstacle": [Way(OFFICER, ("báo vướng mắc nv 8",))],
}
"""The ways to every question for free words, by the module that asks it."""
EVERY = [
    pytest.param(way, id=f"{module}-{place}")
    for module, ways in WAYS.items()
    for place, way in enumerate(ways)
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    """A new database with Plan 179, made once."""
    made = Rehearsal(tmp_path_factory.mktemp("classified") / "prepared.db")
    asyncio.run(made.prepare())
    return made


@pytest.fixture
def room(prepared: Rehearsal, tmp_path: Path) -> Room:
    """A world of one test's own."""
    return fresh(prepared, tmp_path / "room.db")


def _stored(room: Room) -> str:
    """All that stands in the database."""
    with closing(sqlite3.connect(room.path)) as connection:
        return "\n".join(connection.iterdump())


def test_every_question_for_free_words_is_tried() -> None:
    """A dialogue that asks for words in its own way stands in the list above, or this fails."""
    asking = Counter(
        {
            path.stem: len(re.findall(r"\bWords\(", path.read_text(encoding="utf-8")))
            for path in sorted((ROOT / "handlers").glob("*.py"))
        }
    )
    assert +asking == Counter({module: len(ways) for module, ways in WAYS.items()})


@pytest.mark.parametrize("way", EVERY)
async def test_marked_words_answer_no_question(way: Way, room: Room) -> None:
    """The question waits still, the person is warned, and the words are nowhere."""
    async with room.opened():
        if way.prepare is not None:
            await way.prepare(room)
        chat = await room.seat(way.role, way.agency, "actor")
        await room.say_all(chat, list(way.lines))
        question = (await room.questions(chat))[0]
        assert question.free, question.text
        assert WARNING in await room.say_all(chat, [SECRET])
        assert (await room.questions(chat))[0].name == question.name
        await room.say_all(chat, ["nội dung bình thường"])
    stored = _stored(room)
    assert "nội dung bình thường" in stored
    assert PHRASE not in stored


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.EDITED, Kind.CONTACT, Kind.OTHER, Kind.GROUP])
async def test_marked_words_are_stored_by_no_kind_of_message(kind: Kind, room: Room) -> None:
    """A report in one sentence, an edited message, anything else that carries words."""
    chat = await room.seat(OFFICER, OURS, "actor")
    said = f"nv 8 đang làm 40%, vướng mắc: {SECRET}"
    assert WARNING in "".join(m.text for m in await room.send_kind(chat, kind, said))
    assert PHRASE not in _stored(room)


async def test_marked_files_are_stored_by_no_name_or_caption(room: Room) -> None:
    """Neither the name of a file nor what stands under it is kept."""
    chat = await room.seat(HEAD, OURS, "actor")
    for name, caption in ((f"{SECRET}.pdf", ""), ("a.pdf", SECRET)):
        assert WARNING in (await room.send_file(chat, name, text=caption))[0].text
    assert PHRASE not in _stored(room)
    assert await room.rows("SELECT id FROM evidence") == []
