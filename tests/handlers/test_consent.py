"""Words that people agreed to: known by their version, agreed to anew where they change."""

import hashlib

import pytest

from dialogue.messages import Message, Press
from dialogue.texts import Texts, plain
from domain.person import Role
from domain.privacy import NOTICE
from tests.harness.stage import Stage

AGENCY = "so-xay-dung"
WORDS = {
    "2026-11": {
        "vi": "86551921af1315866ea988c048c596e3e4e7733bced17b7077a58b989ab95e3f",
        "en": "cefcbc5ed8d00bec737988f8db3ea1b4e07075a4af5ae3550e963ad8d17c9ff8",
    }
}
"""What every version of the notice says, as the hash of its words: new words, new version."""


@pytest.fixture
async def officer(stage: Stage) -> str:
    """Somebody who agreed to a notice that has changed since."""
    chat = await stage.seat(Role.OFFICER, AGENCY)
    async with stage.open() as database, database.write() as connection:
        await connection.execute(
            "INSERT INTO consents (person, address, version, agreed_at) "
            "SELECT person, id, '2026-01', '2026-01-05T02:00:00.000+00:00' FROM addresses"
        )
    return chat


def _words(messages: list[Message]) -> str:
    return "\n".join(message.text for message in messages)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_new_words_are_a_new_version(language: str) -> None:
    """Whoever changes the notice gives it a new version, so that people are asked anew."""
    words = plain(Texts(language).say("privacy-notice"))
    assert WORDS[NOTICE][language] == hashlib.sha256(words.encode()).hexdigest()


async def test_the_new_notice_comes_before_what_was_wanted(stage: Stage, officer: str) -> None:
    """A report in one sentence waits behind the question, and its card comes with the answer."""
    asked = _words(await stage.say(officer, "nv 9 đang làm 60%"))
    assert "Thông báo về dữ liệu cá nhân đã thay đổi" in asked
    card = _words(await stage.say(officer, "đồng ý"))
    assert "Đã ghi nhận sự đồng ý" in card
    assert "ước đạt 60%" in card
    await stage.say(officer, "gửi")
    assert await stage.rows("SELECT task FROM task_reports") == [(9,)]
    assert "chủ trì 4 nhiệm vụ" in _words(await stage.say(officer, "nhiệm vụ"))
    versions = await stage.rows("SELECT version FROM consents ORDER BY id")
    assert versions == [("2026-01",), (NOTICE,)]


async def test_several_reports_wait_together(stage: Stage, officer: str) -> None:
    """Each of the reports in one text has its card, one after the other."""
    await stage.say(officer, "nv 4 xong rồi, nv 7 đang làm 60%")
    assert "NV 4" in _words(await stage.tap(officer, "Đồng ý"))
    chat = await stage.chat(officer)
    assert [talk.dialogue for talk in chat.state.talks] == ["report_task"]
    assert len(chat.state.talks[0].then) == 1


async def test_a_button_waits_too(stage: Stage, officer: str) -> None:
    """A button of an old reminder opens what it says, once the notice is answered."""
    press = Press(token="q99", key="digest/NV 9")
    assert "đã thay đổi" in _words(await stage.press(officer, press))
    assert "Nhiệm vụ 9" in _words(await stage.say(officer, "1"))


async def test_who_declines_is_asked_again_and_can_leave(stage: Stage, officer: str) -> None:
    """Nothing is done without the consent; seeing and withdrawing need none."""
    await stage.say(officer, "nv 9 đang làm 60%")
    assert "chưa được xử lý" in _words(await stage.say(officer, "không đồng ý"))
    assert (await stage.chat(officer)).state.talks == []
    assert "đã thay đổi" in _words(await stage.say(officer, "nhiệm vụ"))
    await stage.say(officer, "không")
    assert "đang lưu" in _words(await stage.say(officer, "/dulieu"))
    await stage.say(officer, "4")
    assert "Đã rút lại" in _words(await stage.say(officer, "1"))
    assert (await stage.chat(officer)).person is None


async def test_an_open_talk_is_not_interrupted(stage: Stage) -> None:
    """Who is reporting when the notice changes ends the report first."""
    chat = await stage.seat(Role.OFFICER, AGENCY)
    await stage.say(chat, "nv 9 đang làm 60%")
    async with stage.open() as database, database.write() as connection:
        await connection.execute(
            "INSERT INTO consents (person, address, version, agreed_at) "
            "SELECT person, id, '2026-01', '2026-01-05T02:00:00.000+00:00' FROM addresses"
        )
    assert "Đã ghi nhận báo cáo" in _words(await stage.say(chat, "1"))
    assert "đã thay đổi" in _words(await stage.say(chat, "nhiệm vụ"))


async def test_somebody_never_asked_is_not_asked_now(stage: Stage) -> None:
    """Only a consent that is outdated is asked for again: the demo's offices never joined."""
    chat = await stage.seat(Role.OFFICER, AGENCY)
    assert "đã thay đổi" not in _words(await stage.say(chat, "nhiệm vụ"))


async def test_a_stranger_is_asked_nothing(stage: Stage, officer: str) -> None:
    """Who was taken off the roster is a stranger, whatever was agreed to."""
    async with stage.open() as database, database.write() as connection:
        await connection.execute("UPDATE people SET revoked_at = '2026-01-06'")
    assert "Đây là kênh nội bộ" in _words(await stage.say(officer, "nhiệm vụ"))
