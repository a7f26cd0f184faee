"""Files on Zalo Bot, of which the platform gives nothing away: a sentence, a link, and its page."""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from dialogue.messages import Content, Message
from domain.person import Role
from storage.gate import Writer
from storage.uploads import LASTS, MOST
from tests.contract.desk_zalo_uploads import UploadDesk, content_of
from tests.contract.desks import Way
from tests.fakes.zalo_server import FakeZalo
from tests.harness.stage import PLAN
from tests.harness.transcript import Transcript

WRITTEN = Path(__file__).parent.parent / "transcripts" / "zalo" / "uploads.txt"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[UploadDesk]:
    async with FakeZalo() as fake, UploadDesk(Way.TYPING, fake).at_work(tmp_path, "vi") as desk:
        yield desk


@pytest.fixture
async def chat(desk: UploadDesk) -> str:
    """An officer who has been given a link."""
    chat = await desk.seat(Role.OFFICER, "so-noi-vu")
    await desk.send_file(chat, "quyet-dinh.pdf")
    assert desk.token
    return chat


async def _rows(desk: UploadDesk, sql: str) -> list[tuple[object, ...]]:
    async with desk.house.database.read() as connection:
        return [tuple(row) for row in await connection.execute_fetchall(sql)]


async def test_the_conversation_goes_as_written(desk: UploadDesk) -> None:
    """Files come into the report being made, into a report made before, and never from nobody."""
    written = WRITTEN.read_text(encoding="utf-8")
    played = await Transcript(desk).play(written)
    if os.environ.get("BAOCAO_RECORD"):
        WRITTEN.write_text(played, encoding="utf-8")
    assert played == written


async def _count(desk: UploadDesk, table: str) -> int:
    ((count,),) = await _rows(desk, f"SELECT count(*) FROM {table}")
    return int(str(count))


async def test_looking_uses_nothing_up(desk: UploadDesk, chat: str) -> None:
    """Apps open links by themselves; the page is kept nowhere, and tells no other site of it."""
    for _ in range(3):
        shown = await desk.look()
        assert (shown.status, "còn nhận 5 tệp" in shown.text) == (200, True)
    assert shown.headers["Cache-Control"] == "no-store"
    assert shown.headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in shown.headers
    assert desk.token not in shown.text
    async with desk._phone.get("/assets/page.css") as style:
        assert style.status == 200


async def test_a_form_sent_twice_is_handed_in_once(desk: UploadDesk, chat: str) -> None:
    """Two taps, or one sent again on a bad line, are one; the page says the same to both."""
    files = {"a.pdf": content_of("a.pdf"), "b.jpg": content_of("b.jpg")}
    first, second = await asyncio.gather(desk.send(files), desk.send(files))
    assert (first.status, second.status) == (200, 200)
    assert "Đã nhận 2 tệp" in first.text
    assert "Đã nhận 2 tệp" in second.text
    assert "còn nhận 3 tệp" in second.text
    assert await _rows(desk, "SELECT name FROM evidence") == [("a.pdf",), ("b.jpg",)]


async def test_the_same_file_can_be_sent_anew(desk: UploadDesk, chat: str) -> None:
    """Who opens the page again and sends the same file means it."""
    await desk.post("a.pdf")
    await desk.post("a.pdf")
    assert await _count(desk, "evidence") == 2


async def test_a_link_takes_so_many_files(desk: UploadDesk, chat: str) -> None:
    """What is too much for a link is refused as a whole; a full one asks for no more."""
    await desk.post("1.pdf", "2.pdf", "3.pdf", "4.pdf")
    refused = await desk.post("5.pdf", "6.pdf")
    assert (refused.status, "chỉ còn nhận 1 tệp" in refused.text) == (400, True)
    assert await _count(desk, "evidence") == 4
    full = await desk.post("5.pdf")
    assert "Đã nhận 1 tệp" in full.text
    assert 'type="file"' not in full.text
    assert "đã nhận đủ số tệp" in (await desk.look()).text
    assert await _count(desk, "evidence") == MOST


async def test_more_than_ever_fits_is_left_over(desk: UploadDesk, chat: str) -> None:
    """Of six files in one form five are taken and the sixth is named."""
    shown = await desk.post(*(f"{number}.pdf" for number in range(1, 7)))
    assert "Đã nhận 5 tệp" in shown.text
    assert "6.pdf&#34; chưa được nhận" in shown.text


async def test_after_the_link_a_new_one_is_given(desk: UploadDesk, chat: str) -> None:
    """A full link, and one about to end, are replaced; then the old one is over."""
    await desk.post("1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf")
    await desk.seen(desk._places[chat])
    old = desk.token
    await desk.send_file(chat, "6.pdf")
    assert desk.token != old
    older, desk.now = desk.token, desk.now + LASTS - timedelta(minutes=9)
    await desk.send_file(chat, "7.pdf")
    assert desk.token != older
    desk.token = old
    assert (await desk.look()).status == 404


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("virus.pdf", b"MZ\x90", "chỉ nhận ảnh, PDF, Word, Excel"),
        ("lon.pdf", b"%PDF-" + bytes(1024 * 1024), "vượt 1 MB"),
        ("TỐI MẬT ke hoach.pdf", b"%PDF-1.7", "bí mật nhà nước"),
    ],
    ids=["of no allowed type", "too large", "marked"],
)
async def test_what_is_not_taken_is_named_with_its_reason(
    desk: UploadDesk, chat: str, name: str, content: bytes, why: str
) -> None:
    """A wrong file is told on the page and not kept; the good one beside it is taken."""
    alone = await desk.send({name: content})
    assert (alone.status, why in alone.text) == (400, True)
    assert await _count(desk, "inbox") == 3
    both = await desk.send({name: content, "a.pdf": content_of("a.pdf")})
    assert (both.status, why in both.text, "Đã nhận 1 tệp" in both.text) == (200, True, True)
    assert await _rows(desk, "SELECT name FROM evidence") == [("a.pdf",)]
    kept = await asyncio.to_thread(lambda: list(desk.house.settings.evidence.iterdir()))
    assert len(kept) == 1


async def test_no_file_chosen_is_said(desk: UploadDesk, chat: str) -> None:
    """An empty form is answered by what is missing, with the form still there."""
    shown = await desk.send({})
    assert (shown.status, "Chưa chọn tệp" in shown.text) == (400, True)
    assert 'type="file"' in shown.text


async def test_a_form_too_long_is_refused_unread(desk: UploadDesk, chat: str) -> None:
    """What cannot be taken by any count is refused by its length alone."""
    shown = await desk.send({"a.pdf": bytes(MOST * 1024 * 1024 + 200_000)})
    assert (shown.status, "tối đa 5 tệp, mỗi tệp 1 MB" in shown.text) == (413, True)


async def test_no_form_is_no_upload(desk: UploadDesk, chat: str) -> None:
    """What is no form of files is refused."""
    async with desk._phone.post(f"/upload/{desk.token}", json={}) as answer:
        assert answer.status == 400
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    path = f"/upload/{desk.token}"
    async with desk._phone.post(path, data=b"broken", headers=headers) as answer:
        assert answer.status == 400


async def test_the_link_is_over_with_the_binding(desk: UploadDesk, chat: str) -> None:
    """Who was taken off the roster can send nothing more; a guess never could."""
    right = desk.token
    desk.token = "x" * 32
    guessed = await desk.look()
    assert (guessed.status, "hết hạn" in guessed.text) == (404, True)
    desk.token = right
    assert (await desk.look()).status == 200
    ((person,),) = await _rows(desk, "SELECT person FROM addresses WHERE person IS NOT NULL")
    async with desk.house.database.write() as connection:
        await Writer(connection, PLAN, desk.now).revoke(int(str(person)))
    assert (await desk.post("a.pdf")).status == 404
    assert await _count(desk, "evidence") == 0


async def test_another_person_in_the_chat_gets_another_link(desk: UploadDesk, chat: str) -> None:
    """A link is its person's, also where somebody else signs in to the same chat."""
    first = desk.token
    other = await desk.person(Role.OFFICER, "so-y-te")
    await _bound_to(desk, other.id)
    assert (await desk.look()).status == 404
    await desk.send_file(chat, "a.pdf")
    assert desk.token != first
    assert (await desk.look()).status == 200


async def _bound_to(desk: UploadDesk, person: int) -> None:
    async with desk.house.database.write() as connection:
        await connection.execute_fetchall(
            "UPDATE addresses SET person = ? WHERE person IS NOT NULL", (person,)
        )


async def test_the_browser_of_an_app_is_no_other_site(desk: UploadDesk, chat: str) -> None:
    """A browser inside an app may tell no true origin: who has the address has the key."""
    files = {"a.pdf": content_of("a.pdf")}
    headers = {"Origin": "null", "Sec-Fetch-Site": "cross-site"}
    assert (await desk.send(files, **headers)).status == 200


async def test_who_asks_too_often_waits(desk: UploadDesk, chat: str) -> None:
    """Guessing is slow, and the answer says how long to wait; another office is let in."""
    right, desk.token = desk.token, "x" * 32
    answers = [await desk.look() for _ in range(70)]
    assert (answers[0].status, answers[-1].status) == (404, 429)
    assert int(answers[-1].headers["Retry-After"]) > 0
    desk.token = right
    assert (await desk.look(**{"X-Forwarded-For": "198.51.100.9"})).status == 200
    desk.now += timedelta(minutes=1)
    assert (await desk.look()).status == 200


async def test_a_link_takes_only_so_many_forms(desk: UploadDesk, chat: str) -> None:
    """Forms that are sent without end by one link are slowed down."""
    answers = [await desk.send({}) for _ in range(12)]
    assert [answer.status for answer in answers] == [*[400] * 10, 429, 429]


async def test_a_disk_that_fails_loses_nothing(desk: UploadDesk, chat: str) -> None:
    """While files cannot be kept the page says so, counts nothing, and takes the form later."""
    folder = desk.house.settings.evidence
    away = folder.with_name("away")
    await asyncio.to_thread(folder.rename, away)
    await asyncio.to_thread(folder.touch)
    busy = await desk.post("a.pdf")
    assert (busy.status, "đang bận" in busy.text) == (503, True)
    await asyncio.to_thread(folder.unlink)
    await asyncio.to_thread(away.rename, folder)
    assert "còn nhận 4 tệp" in (await desk.post("a.pdf")).text


async def test_the_token_is_nowhere_but_in_the_message(desk: UploadDesk, chat: str) -> None:
    """No log tells it, and the table of links has only its hash."""
    with capture_logs() as logs:
        await desk.post("a.pdf")
        right, desk.token = desk.token, "wrong-token-nobody-gave"
        await desk.look()
    assert right not in str(logs)
    assert desk.token not in str(logs)
    assert right not in str(await _rows(desk, "SELECT * FROM uploads"))
    assert right not in str(await _rows(desk, "SELECT external, content FROM inbox"))


async def test_without_a_public_address_there_is_no_link(tmp_path: Path) -> None:
    """Where no page can be reached, the sentence tells what to type, and the stranger nothing."""

    class Inside(UploadDesk):
        def settings(self) -> dict[str, object]:
            return super().settings() | {"web_url": None}

        def shows(self, content: Content) -> bool:
            return isinstance(content, Message)

    async with FakeZalo() as fake, Inside(Way.TYPING, fake).at_work(tmp_path, "vi") as desk:
        (told,) = await desk.send_file(await desk.seat(Role.OFFICER, "so-noi-vu"), "a.pdf")
        assert "số, ký hiệu, ngày văn bản" in told.text
        assert "http" not in told.text
        desk.token = "x" * 32
        async with desk._phone.get(f"/upload/{desk.token}") as answer:
            assert answer.status == 404
