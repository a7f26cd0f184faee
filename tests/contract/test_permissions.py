"""Who may report and see what: by text, number, tap, stale tap and forged tap.

What somebody may not see is tested by its absence: the same questions are asked in worlds that
differ only in other agencies' reports, and the answers must be the same, letter by letter.
"""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from dialogue.messages import Message, Press
from dialogue.state import Question
from domain.figure import FigureDraft
from domain.person import REPORTERS, Role
from domain.report import Progress, TaskReportDraft
from storage.chats import find_chat
from storage.gate import Writer
from tests.harness.rehearsal import Rehearsal
from tests.harness.stage import PLAN

POLICE = "cong-an-tinh"
"""Leads NV 33, alone."""
OURS, NEIGHBOURS = "ubnd-tx-vinh-chau", ("ubnd-tp-soc-trang", "ubnd-tx-nga-nam")
"""Lead NV 12 together, each owing its own report."""
SECRET = "chờ vốn đối ứng của chủ đầu tư"
STRANGERS = "Đây là kênh nội bộ. Đề nghị gửi mã tham gia do cơ quan cấp."
SEERS = (Role.LEADER, Role.FOCAL)
WATCHERS = [role for role in Role if role not in REPORTERS]
ON_NV_33 = (
    "nv 33",
    "chi tiết 33",
    "nv 33 xong chưa?",
    "khó khăn của NV 33 là gì?",
    "nhiệm vụ của Công an tỉnh",
    "nhiệm vụ quá hạn của Công an tỉnh",
    "Công an tỉnh có bao nhiêu nhiệm vụ quá hạn",
    "Công an tỉnh đã hoàn thành nhiệm vụ nào",
    "nv 9 và nv 33 thế nào rồi",
)
"""Who may see the report on NV 33 hears of it in every answer."""
ON_CT_3 = (
    "tỷ lệ đô thị hóa năm 2025 đạt bao nhiêu?",
    "chỉ tiêu 3 năm 2025 đã đạt chưa",
    "chỉ tiêu nào chưa có số liệu",
    "chi tiết ct 3",
)
"""The same with the figure of CT 3, which Sở Xây dựng alone follows."""
ON_OTHERS = (
    "nv 12",
    "chi tiết 12",
    "chi tiết 4",
    "chi tiết 9",
    "lịch sử báo cáo nv 33",
    "Công an tỉnh đã báo cáo chưa",
    "nhiệm vụ quá hạn",
    "nhiệm vụ đã hoàn thành",
    "nhiệm vụ nào đang vướng mắc",
    "có bao nhiêu nhiệm vụ đang thực hiện",
    "nhiệm vụ chưa có báo cáo",
    "ai chưa báo cáo",
    "kỳ này cơ quan nào chưa báo cáo",
    "ai chưa báo cáo nhiệm vụ đang thực hiện",
    "nhiệm vụ của UBND thành phố Sóc Trăng",
    "nhiệm vụ quá hạn của UBND thành phố Sóc Trăng",
    "nhiệm vụ của UBND cấp huyện đã hoàn thành",
    "nhiệm vụ",
    "báo cáo",
    "tỷ lệ đất giao thông đô thị đạt bao nhiêu",
    "chỉ tiêu nào chưa đạt",
    "chỉ tiêu của Sở Xây dựng",
    "chi tiết ct 5",
    "ct 5",
    "chỉ tiêu",
    "menu",
    "các nhiệm vụ còn lại không thay đổi",
    "thu hồi",
    "tổng hợp",
    "theo cơ quan",
    "tóm tắt tuần",
    "vướng mắc",
    "vướng mắc của Công an tỉnh",
    "VM 1",
    "minh chứng nv 33",
    "gia hạn đang chờ",
    "chờ duyệt",
    "kết quả đôn đốc",
    "đôn đốc Công an tỉnh",
    "/nhac",
)
"""Whatever else might tell of somebody's reports."""


@pytest.fixture
async def stage(tmp_path: Path) -> Rehearsal:
    """A new database with Plan 179."""
    made = Rehearsal(tmp_path / "baocao.db")
    await made.prepare()
    return made


def _words(messages: list[Message]) -> str:
    return "\n".join(message.text for message in messages)


async def _filed(stage: Rehearsal) -> list[tuple[object, ...]]:
    return await stage.rows("SELECT agency, task FROM task_reports WHERE withdrawn_at IS NULL")


async def _question(stage: Rehearsal, chat: str) -> Question:
    question = (await stage.chat(chat)).state.talks[-1].question
    assert question is not None
    return question


async def _others_report(
    stage: Rehearsal, progress: Progress, duties: Collection[tuple[str, int]]
) -> None:
    """Have an officer of each agency report a task."""
    for agency, task in duties:
        async with _officer(stage, agency) as writer:
            await writer.file_task_report(
                TaskReportDraft(
                    task=task,
                    agency=agency,
                    progress=progress,
                    obstacle=SECRET,
                    reported_on=stage.now.date(),
                )
            )


async def _others_measure(
    stage: Rehearsal, value: Decimal, duties: Collection[tuple[str, int]]
) -> None:
    """Have an officer of each agency report the figure of an indicator."""
    for agency, indicator in duties:
        async with _officer(stage, agency) as writer:
            await writer.file_figure(
                FigureDraft(
                    indicator=indicator,
                    year=2025,
                    agency=agency,
                    value=value,
                    reported_on=stage.now.date(),
                )
            )


@asynccontextmanager
async def _officer(stage: Rehearsal, agency: str) -> AsyncIterator[Writer]:
    async with stage.open() as database, database.write() as connection:
        chat = await find_chat(connection, "records", agency)
        writer = Writer(connection, PLAN, stage.now, chat=chat)
        person, _ = await writer.import_person(f"records {agency}", Role.OFFICER, agency)
        acting = chat.model_copy(update={"person": person})
        yield Writer(connection, PLAN, stage.now, chat=acting)


async def _answers(stage: Rehearsal, role: Role, questions: Collection[str]) -> dict[str, str]:
    chat = await stage.seat(role, OURS)
    answers = {}
    for question in questions:
        answers[question] = _words(await stage.say(chat, question))
        await stage.say(chat, "hủy")
    return answers


async def _worlds(
    stage: Rehearsal, role: Role, questions: Collection[str]
) -> tuple[dict[str, str], ...]:
    """The answers where nobody has reported; where some are at work; where all others are done."""
    folder = stage.path.parent
    at_work, done = stage.copy(folder / "at-work.db"), stage.copy(folder / "done.db")
    some = [(POLICE, 33), ("so-xay-dung", 4), *((agency, 12) for agency in NEIGHBOURS)]
    every = [
        (agency, task.number)
        for task in PLAN.tasks
        for agency in PLAN.responsible(task.number)
        if agency != OURS
    ]
    measured = [
        (agency, indicator.number)
        for indicator in PLAN.indicators
        for agency in PLAN.measured_by(indicator.number)
        if agency != OURS
    ]
    await _others_report(at_work, Progress.IN_PROGRESS, some)
    await _others_measure(at_work, Decimal(1), [("so-xay-dung", 3), (NEIGHBOURS[0], 5)])
    await _others_report(done, Progress.DONE, every)
    await _others_measure(done, Decimal(99), measured)
    return tuple([await _answers(world, role, questions) for world in (stage, at_work, done)])


@pytest.mark.parametrize("role", [role for role in Role if role not in SEERS])
async def test_other_agencies_reports_change_no_answer(stage: Rehearsal, role: Role) -> None:
    """Who may not see other agencies' reports cannot tell from any answer what they say."""
    nobody, at_work, done = await _worlds(stage, role, ON_NV_33 + ON_CT_3 + ON_OTHERS)
    assert at_work == nobody
    assert done == nobody
    assert all(nobody.values())


@pytest.mark.parametrize("role", SEERS)
async def test_leaders_and_the_focal_agency_see_every_report(stage: Rehearsal, role: Role) -> None:
    """To them the same questions tell how a task of another agency stands."""
    nobody, at_work, done = await _worlds(stage, role, ON_NV_33 + ON_CT_3)
    for question in ON_NV_33 + ON_CT_3:
        assert len({nobody[question], at_work[question], done[question]}) > 1, question
    assert SECRET in at_work["chi tiết 33"]


@pytest.mark.parametrize("role", REPORTERS)
@pytest.mark.parametrize("said", ["nv 12 đang làm 30%", "bao cao nv 12 dang lam 30%"])
async def test_reporters_report_their_own_agencys_tasks(
    stage: Rehearsal, role: Role, said: str
) -> None:
    """An officer, a head and the focal agency file for the agency they belong to."""
    chat = await stage.seat(role, OURS)
    await stage.say(chat, said)
    assert "Đã ghi nhận" in _words(await stage.tap(chat, "Gửi báo cáo"))
    assert await _filed(stage) == [(OURS, 12)]


@pytest.mark.parametrize("role", WATCHERS)
@pytest.mark.parametrize("said", ["nv 12 đang làm 30%", "nv 12 xong", "báo cáo", "NV 12"])
async def test_leaders_and_administrators_file_nothing(
    stage: Rehearsal, role: Role, said: str
) -> None:
    """Whatever they type, no report is begun, even on a task of their own agency."""
    chat = await stage.seat(role, OURS)
    messages = [*await stage.say(chat, said), *await stage.say(chat, "1")]
    assert all("Gửi báo cáo" not in c.caption for m in messages for c in m.choices)
    assert await _filed(stage) == []


@pytest.mark.parametrize("role", REPORTERS)
@pytest.mark.parametrize(
    "said",
    ["nv 33 xong", "nv 33 đang làm 60%", "báo cáo nv 33", "NV 33", "chi tiết 33", "nv 18 xong"],
)
async def test_nobody_reports_another_agencys_task_by_words(
    stage: Rehearsal, role: Role, said: str
) -> None:
    """No sentence that names it opens a report on it; what follows files nothing."""
    chat = await stage.seat(role, OURS)
    await stage.say(chat, said)
    assert (await stage.chat(chat)).state.talks == []
    for more in ("báo cáo", "1", "đã hoàn thành", "gửi"):
        await stage.say(chat, more)
    assert (POLICE, 33) not in await _filed(stage)


@pytest.mark.parametrize("role", REPORTERS)
@pytest.mark.parametrize("said", ["33", "nv 33", "NV 33", "Công an tỉnh"])
async def test_nobody_chooses_another_agencys_task_from_the_list(
    stage: Rehearsal, role: Role, said: str
) -> None:
    """The list of one's own tasks takes no number that is not on it; it stays open."""
    chat = await stage.seat(role, OURS)
    await stage.say(chat, "báo cáo")
    await stage.say(chat, said)
    assert (await _question(stage, chat)).name == "task"
    assert (await stage.chat(chat)).state.talks[-1].answers == {}


@pytest.mark.parametrize("role", REPORTERS)
async def test_a_forged_tap_chooses_no_task_of_another_agency(stage: Rehearsal, role: Role) -> None:
    """A press that carries a true token and another agency's task is refused in words."""
    chat = await stage.seat(role, OURS)
    await stage.say(chat, "báo cáo")
    token = (await _question(stage, chat)).token
    for key in ("33", "18", "9", "99", "-1", "", "task:33"):
        assert "không còn hiệu lực" in _words(await stage.press(chat, Press(token=token, key=key)))
    assert (await _question(stage, chat)).name == "task"
    assert (await stage.chat(chat)).state.talks[-1].answers == {}


async def test_a_forged_tap_on_a_list_opens_nothing_that_was_not_on_it(stage: Rehearsal) -> None:
    """The lists of answers take only what they offered, whatever the press carries."""
    chat = await stage.seat(Role.OFFICER, OURS)
    await stage.say(chat, "nhiệm vụ quá hạn của cơ quan em")
    token = (await _question(stage, chat)).token
    assert "không còn hiệu lực" in _words(await stage.press(chat, Press(token=token, key="33")))


@pytest.mark.parametrize("role", REPORTERS)
@pytest.mark.parametrize(
    "said", ["đô thị hóa năm 2025 đạt 36,5%", "ct 3 năm 2025 đạt 36,5", "ct 3"]
)
async def test_nobody_reports_another_agencys_figure(
    stage: Rehearsal, role: Role, said: str
) -> None:
    """No sentence, number or forged tap reports an indicator that another agency follows."""
    chat = await stage.seat(role, POLICE)
    for words in (said, "1", "36,5", "gửi"):
        await stage.say(chat, words)
    other = await stage.seat(role, OURS)
    await stage.say(other, "báo cáo chỉ tiêu")
    await stage.say(other, said)
    await stage.press(other, Press(token="q1", key="3"))
    await stage.say(other, "gửi")
    assert await stage.rows("SELECT id FROM figures") == []


async def _card(stage: Rehearsal) -> tuple[str, Press]:
    """An officer with a card on the table; return the chat and the press that sends it."""
    chat = await stage.seat(Role.OFFICER, OURS)
    await stage.say(chat, "nv 12 đang làm 30%")
    question = await _question(stage, chat)
    assert [offer.key for offer in question.offers] == ["send", "change", "drop"]
    return chat, Press(token=question.token, key="send")


async def _writer(stage: Rehearsal, chat: str, change: str) -> None:
    """What happens between the card and the tap."""
    async with stage.open() as database, database.write() as connection:
        found = await find_chat(connection, "stage", chat)
        writer = Writer(connection, PLAN, stage.now, chat=found)
        assert found.person is not None
        if change == "revoked":
            await writer.revoke(found.person.id)
        elif change == "promoted":
            await writer.import_person(found.person.name, Role.LEADER, OURS)
        elif change == "signed out":
            await writer.sign_out(found.person)
        else:
            successor, _ = await writer.import_person("người khác", Role.OFFICER, change)
            await writer.bind(successor.id)


@pytest.mark.parametrize("change", ["revoked", "promoted", "signed out", POLICE, OURS])
@pytest.mark.parametrize("way", ["stale tap", "number", "words"])
async def test_a_card_is_worth_nothing_once_its_person_is_another(
    stage: Rehearsal, change: str, way: str
) -> None:
    """Who was taken off the roster, promoted, or gave the chat to another files nothing with it."""
    chat, send = await _card(stage)
    await _writer(stage, chat, change)
    if way == "stale tap":
        await stage.press(chat, send)
    else:
        await stage.say(chat, "1" if way == "number" else "gửi")
    assert await _filed(stage) == []


async def test_a_tap_from_another_chat_is_not_this_chats_answer(stage: Rehearsal) -> None:
    """The token of somebody else's card means nothing in one's own chat."""
    chat, send = await _card(stage)
    other = await stage.seat(Role.OFFICER, POLICE)
    assert "không còn hiệu lực" in _words(await stage.press(other, send))
    assert await _filed(stage) == []
    await stage.press(chat, send)
    assert await _filed(stage) == [(OURS, 12)]


@pytest.mark.parametrize(
    ("role", "agency"),
    [(Role.HEAD, OURS), (Role.LEADER, OURS), (Role.OFFICER, POLICE), (Role.ADMIN, OURS)],
)
async def test_nobody_takes_back_another_persons_report(
    stage: Rehearsal, role: Role, agency: str
) -> None:
    """Withdrawing knows one's own reports only, a colleague's of the same agency not."""
    chat, send = await _card(stage)
    await stage.press(chat, send)
    other = await stage.seat(role, agency)
    assert "Không có báo cáo nào" in _words(await stage.say(other, "thu hồi"))
    await stage.say(other, "1")
    assert await _filed(stage) == [(OURS, 12)]


async def test_nobody_takes_back_a_report_by_a_forged_tap(stage: Rehearsal) -> None:
    """The confirmation belongs to the report it named, and comes too late after ten minutes."""
    chat, send = await _card(stage)
    await stage.press(chat, send)
    await stage.say(chat, "thu hồi")
    token = (await _question(stage, chat)).token
    await stage.press(chat, Press(token=token, key="2"))
    stage.now += timedelta(minutes=11)
    assert "Không có báo cáo nào" in _words(await stage.press(chat, Press(token=token, key="yes")))
    assert await _filed(stage) == [(OURS, 12)]


@pytest.mark.parametrize(
    ("role", "agency"),
    [(Role.HEAD, OURS), (Role.LEADER, OURS), (Role.OFFICER, POLICE), (Role.ADMIN, OURS)],
)
async def test_nobody_attaches_a_file_to_another_persons_report(
    stage: Rehearsal, role: Role, agency: str
) -> None:
    """A file is attached to one's own reports only; without one it is not attached at all."""
    chat, send = await _card(stage)
    await stage.press(chat, send)
    other = await stage.seat(role, agency)
    assert "chưa gửi báo cáo nào" in _words(await stage.send_file(other, "anh.jpg"))
    await stage.say(other, "1")
    assert await stage.rows("SELECT report FROM evidence") == [(None,)]


async def test_a_forged_tap_attaches_no_file_to_another_persons_report(stage: Rehearsal) -> None:
    """Even with a question open, the code of somebody else's report is no answer."""
    chat, send = await _card(stage)
    await stage.press(chat, send)
    await stage.report(POLICE, 33, Progress.IN_PROGRESS)
    other = f"{Role.OFFICER.value} {POLICE}"
    await stage.send_file(other, "anh.jpg")
    token = (await _question(stage, other)).token
    assert "không còn hiệu lực" in _words(await stage.press(other, Press(token=token, key="0001")))
    await stage.say(other, "mã 0001")
    assert await stage.rows("SELECT report FROM evidence") == [(None,)]


@pytest.mark.parametrize("how", ["never joined", "revoked", "signed out"])
async def test_a_stranger_learns_nothing_and_does_nothing(stage: Rehearsal, how: str) -> None:
    """Questions, reports, taps and files of a stranger get one sentence without a word of ours."""
    chat, send = "stranger", Press(token="q1", key="send")
    if how != "never joined":
        chat, send = await _card(stage)
        await _writer(stage, chat, how)
    for said in (*ON_NV_33, *ON_OTHERS, "nv 12 xong", "1", "gửi", "/toi", "x" * 9_000):
        assert _words(await stage.say(chat, said)) == STRANGERS
    assert _words(await stage.send_file(chat, "anh.jpg")) == STRANGERS
    answer = _words(await stage.press(chat, send))
    assert answer in (STRANGERS, "Lựa chọn này không còn hiệu lực.")
    assert await _filed(stage) == []
