"""The web chat's addresses: who may ask, what is asked, and a clear sentence to every mistake."""

import asyncio
import io
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.web import Part, serving, web_app
from bot.web_chat import Seat
from bot.web_guard import host_allowed
from bot.web_seats import Seats, demo_part
from channels.webchat import WebChannel
from dialogue.texts import LOCALES, Texts
from storage.files import FileStore
from tests.fakes.web_bot import CARD, NOW, OFFICER, Roster, WebBot, WebDesk, roster, web_desk

CHAT = f"/chat/{OFFICER.id}"
ID = "0b7c9a52-0001"
CUT_SHORT = (
    b'--b\r\nContent-Disposition: form-data; name="id"\r\n\r\nx\r\n'
    b'--b\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-1.7'
)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[WebDesk]:
    async with web_desk(tmp_path) as made:
        yield made


@pytest.fixture
async def client(desk: WebDesk) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(desk.address) as session:
        yield session


async def _say(
    client: aiohttp.ClientSession, body: object, **headers: str
) -> tuple[int, dict[str, str]]:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    sent = {"Content-Type": "application/json", **headers}
    async with client.post(f"{CHAT}/say", data=raw, headers=sent) as answer:
        return answer.status, await answer.json()


@asynccontextmanager
async def _served(*parts: Part) -> AsyncIterator[aiohttp.ClientSession]:
    async with (
        serving(web_app(parts), "127.0.0.1", 0) as address,
        aiohttp.ClientSession(address) as session,
    ):
        yield session


def _demo(directory: Path, seats: Seats) -> Part:
    channel = WebChannel(WebBot().timeline, FileStore(directory, 1, ()), lambda: NOW)
    return demo_part(channel, Texts("vi"), seats)


async def _events(
    answer: aiohttp.ClientResponse, count: int
) -> list[tuple[str, dict[str, object]]]:
    """The next events of a stream, signs of life left out."""
    events: list[tuple[str, dict[str, object]]] = []
    async with asyncio.timeout(5):
        while len(events) < count:
            name = (await answer.content.readline()).decode().strip()
            if name.startswith("event: ") and name != "event: live":
                line = (await answer.content.readline()).decode()
                while not line.startswith("data: "):
                    line = (await answer.content.readline()).decode()
                events.append((name.removeprefix("event: "), json.loads(line[6:])))
    return events


async def test_roster_names_everybody(client: aiohttp.ClientSession) -> None:
    """Demo mode's first page shows each person, the role as a heading, with a link to the chat."""
    page = await (await client.get("/")).text()
    for seat in roster():
        assert f'href="/chat/{seat.id}"' in page
        assert seat.name in page
    assert page.count("<h2") == 4


async def test_committed_is_acknowledged_and_shown(
    desk: WebDesk, client: aiohttp.ClientSession
) -> None:
    """Words are answered with 200 once committed, and the timeline tells them with their time."""
    assert await _say(client, {"id": ID, "text": "nv 9 đang làm 60%"}) == (200, {})
    async with client.get(f"{CHAT}/events") as answer:
        (_, hello), (_, echo), (_, card) = await _events(answer, 3)
    assert "edition" in hello
    assert echo == {
        "id": 1,
        "kind": "echo",
        "of": ID,
        "text": "nv 9 đang làm 60%",
        "time": "09:14",
        "day": "Ngày 23/11/2026",
    }
    assert card["text"] == CARD
    assert card["choices"][0] == {"key": "send", "caption": "1. Gửi báo cáo"}  # type: ignore[index]


async def test_press_becomes_an_edit(desk: WebDesk, client: aiohttp.ClientSession) -> None:
    """A press names its message, and the message's new words come as an edit."""
    await _say(client, {"id": ID, "text": "nv 9"})
    press = {"id": "p-1", "token": "q1", "key": "send", "message": "2"}
    assert await _say(client, press) == (200, {})
    async with client.get(f"{CHAT}/events", headers={"Last-Event-ID": "2"}) as answer:
        _, (_, edit), (_, saved) = await _events(answer, 3)
    assert (edit["kind"], edit["message"]) == ("edit", "2")
    assert saved["kind"] == "message"


async def test_failed_turn_is_to_be_sent_again(
    desk: WebDesk, client: aiohttp.ClientSession
) -> None:
    """503 where nothing was committed; the same id is then taken, once."""
    desk.bot.failing.append(OSError("disk full"))
    status, answer = await _say(client, {"id": ID, "text": "menu"})
    assert (status, answer["problem"][:19]) == (503, "Hệ thống đang bận, ")
    assert (await _say(client, {"id": ID, "text": "menu"}))[0] == 200
    assert (await _say(client, {"id": ID, "text": "menu"}))[0] == 200
    assert desk.bot.texts(f"p{OFFICER.id}") == ["menu", "Đã nghe: menu"]


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        (b"{", 400, "không đúng dạng JSON"),
        (b"\xff\xfe", 400, "không đúng dạng JSON"),
        (b'{"id": "x", "text": "\\ud800"}', 400, "không đúng dạng JSON"),
        ({"text": "menu"}, 400, "thiếu mã tin"),
        ({"id": "không hợp lệ", "text": "menu"}, 400, "mã tin không hợp lệ"),
        ({"id": "x" * 65, "text": "menu"}, 400, "mã tin không hợp lệ"),
        ({"id": "x"}, 400, "không đúng mẫu"),
        ([1, 2], 400, "không đúng mẫu"),
        ({"id": "x", "text": "menu", "chat": "p1"}, 400, "không đúng mẫu"),
        ({"id": "x", "token": "q1", "key": ""}, 400, "không đúng mẫu"),
        ({"id": "x", "text": " \n "}, 400, "Chưa có nội dung"),
        ({"id": "x", "text": "a" * 10_001}, 413, "tối đa 10.000 ký tự"),
        ({"id": "x", "text": "ạ" * 50_000}, 413, "quá lớn"),
    ],
)
async def test_mistakes_are_named(
    desk: WebDesk, client: aiohttp.ClientSession, body: object, status: int, sentence: str
) -> None:
    """What cannot be understood is refused with a sentence that says why, and makes no turn."""
    got, answer = await _say(client, body)
    assert got == status
    assert sentence in answer["problem"]
    assert desk.bot.inbox == []


async def test_longest_text_is_taken(desk: WebDesk, client: aiohttp.ClientSession) -> None:
    """Ten thousand characters are not too many, in any script."""
    assert (await _say(client, {"id": ID, "text": "ạ" * 10_000}))[0] == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://example.org"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Host": "example.org"}, 421),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
async def test_other_sites_cannot_speak(
    desk: WebDesk, client: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    """A page of another site, or a name rebound to this machine, makes no turn."""
    got, answer = await _say(client, {"id": ID, "text": "menu"}, **headers)
    assert got == status
    assert answer["problem"].endswith(".")
    assert desk.bot.inbox == []


async def test_own_page_may_speak(desk: WebDesk, client: aiohttp.ClientSession) -> None:
    """The page's own origin is let in."""
    headers = {"Origin": desk.address, "Sec-Fetch-Site": "same-origin"}
    assert (await _say(client, {"id": ID, "text": "menu"}, **headers))[0] == 200


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("127.0.0.1:8080", True),
        ("localhost", True),
        ("LOCALHOST:80", True),
        ("[::1]:8080", True),
        ("example.org", False),
        ("127.0.0.1.example.org", False),
        ("localhost.example.org:8080", False),
        ("user@example.org", False),
        ("[::1", False),
        ("", False),
    ],
)
def test_only_this_machine_by_name(host: str, allowed: bool) -> None:
    """Only this machine's own names are let in to the demo."""
    assert host_allowed(host) is allowed


@pytest.mark.parametrize("path", ["/không-có", "/chat/9999", "/chat/abc"])
async def test_unknown_page_says_so(client: aiohttp.ClientSession, path: str) -> None:
    """An unknown address gets a page in Vietnamese with a way back."""
    answer = await client.get(path)
    page = await answer.text()
    assert answer.status == 404
    assert "Không có" in page
    assert 'lang="vi"' in page
    assert 'href="/"' in page


async def test_unknown_person_gets_no_stream(client: aiohttp.ClientSession) -> None:
    """A person who is not on the roster has neither stream nor voice."""
    assert (await client.get("/chat/9999/events")).status == 404
    body = {"id": ID, "text": "menu"}
    assert (await client.post("/chat/9999/say", json=body)).status == 404


@pytest.mark.parametrize("after", ["-1", "x", "²", "9" * 19])
async def test_position_is_a_number(client: aiohttp.ClientSession, after: str) -> None:
    """A stream begins after a number, or not at all."""
    answer = await client.get(f"{CHAT}/events", params={"after": after})
    assert answer.status == 400
    assert "problem" in await answer.json()


@pytest.mark.parametrize("path", ["/", CHAT, "/assets/chat.js", "/none"])
async def test_every_answer_is_hardened(client: aiohttp.ClientSession, path: str) -> None:
    """No answer may run foreign or inline scripts, be framed, sniffed or told to others."""
    headers = (await client.get(path)).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


async def test_file_reaches_the_turn(desk: WebDesk, client: aiohttp.ClientSession) -> None:
    """A file comes with its name, folders left out, and the hash it is kept under."""
    form = aiohttp.FormData({"id": ID}, quote_fields=False)
    form.add_field("file", b"%PDF-1.7 x", filename="C:\\tệp\\quyết định.pdf")
    answer = await client.post(f"{CHAT}/file", data=form)
    assert answer.status == 200
    (file,) = desk.bot.inbox[0].files
    assert (file.name, file.media_type) == ("quyết định.pdf", "application/pdf")


@pytest.mark.parametrize(
    ("fields", "content", "status", "sentence"),
    [
        ({"id": ID}, b"MZ\x90", 415, "Chỉ nhận tệp PDF"),
        ({"id": ID}, b"%PDF-" + b"x" * 1024 * 1024, 413, "tối đa 1 MB"),
        ({"id": ID}, b"%PDF-" + b"x" * 1200 * 1024, 413, "tối đa 1 MB"),
        ({"id": ID}, None, 400, "Chưa có tệp"),
        ({"id": "../x"}, b"%PDF-", 400, "mã tin không hợp lệ"),
        ({"other": "x"}, b"%PDF-", 400, "thiếu mã tin"),
    ],
    ids=["type", "larger", "far larger", "no file", "bad id", "no id"],
)
async def test_unfit_file_is_refused(
    desk: WebDesk,
    client: aiohttp.ClientSession,
    fields: dict[str, str],
    content: bytes | None,
    status: int,
    sentence: str,
) -> None:
    """A file that cannot be taken is refused with a sentence, and makes no turn."""
    form = aiohttp.FormData(fields)
    if content is None:
        form.add_field("other", "x", filename="x")
    else:
        form.add_field("file", io.BytesIO(content), filename="x.pdf")
    answer = await client.post(f"{CHAT}/file", data=form)
    assert (answer.status, desk.bot.inbox) == (status, [])
    assert sentence in (await answer.json())["problem"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=b", b"nothing of the kind"),
        ("multipart/form-data; boundary=b", b"--b\r\nbroken"),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="id"\r\n',
        ),
        ("application/json", b"{}"),
    ],
)
async def test_broken_form_is_refused(
    desk: WebDesk, client: aiohttp.ClientSession, kind: str, body: bytes
) -> None:
    """What is no form at all is refused with a sentence."""
    answer = await client.post(f"{CHAT}/file", data=body, headers={"Content-Type": kind})
    assert (answer.status, desk.bot.inbox) == (400, [])
    assert (await answer.json())["problem"]


async def test_upload_cut_short_leaves_nothing(tmp_path: Path) -> None:
    """A file whose connection breaks on the way is neither kept nor handed in."""
    async with web_desk(tmp_path) as desk:
        reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
        head = (
            f"POST {CHAT}/file HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999\r\n"
            "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
        )
        writer.write(head.encode() + CUT_SHORT)
        writer.write_eof()
        await reader.read()
        writer.close()
        await writer.wait_closed()
    assert desk.bot.inbox == []
    assert list((tmp_path / "files").iterdir()) == []


async def test_values_in_pages_are_escaped(tmp_path: Path) -> None:
    """A name with markup in it stays a name."""
    hostile = roster()[0].model_copy(update={"name": '"><script>alert(1)</script>'})

    class Hostile:
        async def people(self) -> list[Seat]:
            return [hostile]

        async def sit(self, person_id: int) -> str:
            return "p1"

    async with _served(_demo(tmp_path, Hostile())) as client:
        for path in ("/", "/chat/1"):
            assert "<script>alert" not in await (await client.get(path)).text()


async def test_only_the_page_sits_down(tmp_path: Path) -> None:
    """Who signs out stays signed out while talking on; opening the page sits down again."""
    seated = []

    class Counting:
        async def people(self) -> list[Seat]:
            return roster()

        async def sit(self, person_id: int) -> str:
            seated.append(person_id)
            return "p1"

    async with _served(_demo(tmp_path, Counting())) as client:
        await client.get("/chat/1")
        for number in range(3):
            await client.post("/chat/1/say", json={"id": f"x{number}", "text": "đăng xuất"})
        assert seated == [1]
        await client.get("/chat/1")
        await client.post("/chat/2/say", json={"id": "y", "text": "menu"})
        assert seated == [1, 1, 2]


async def test_without_the_demo_nobody_is_chosen() -> None:
    """Outside the demo there is no list of people and no chat, under whatever name one asks."""
    async with _served(Part(routes=())) as client:
        for host in ("127.0.0.1", "example.org"):
            named = {"Host": host}
            assert (await client.get("/", headers=named)).status == 404
            assert (await client.get("/chat/1", headers=named)).status == 404
            said = await client.post("/chat/1/say", json={"id": "x", "text": "y"}, headers=named)
            assert said.status == 404


async def test_each_part_has_its_own_guard(tmp_path: Path) -> None:
    """What stands beside the demo's pages is not held to their host name; the pages are."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text="open")

    named = {"Host": "baocao.example.org"}
    beside = Part(routes=(web.get("/beside", answer),))
    async with _served(_demo(tmp_path, Roster()), beside) as client:
        assert await (await client.get("/beside", headers=named)).text() == "open"
        for path in ("/", "/assets/chat.js", "/none"):
            assert (await client.get(path, headers=named)).status == 421


async def test_shutdown_ends_streams(tmp_path: Path) -> None:
    """The server stops at once although a stream is open, and the stream ends whole."""
    async with aiohttp.ClientSession() as session:
        async with asyncio.timeout(4):
            async with web_desk(tmp_path) as desk:
                answer = await session.get(f"{desk.address}{CHAT}/events")
                await _events(answer, 1)
            await answer.read()
        answer.close()


def test_texts_of_the_pages_stand_in_both_languages() -> None:
    """Every text that a page or script names is there, and none is there in vain."""
    folder = LOCALES.parent / "bot"
    named = set()
    for path in (
        *folder.glob("*.py"),
        *folder.glob("pages/*.html"),
        *folder.glob("pages/*/*.js"),
    ):
        named |= set(re.findall(r'"(web-[a-z-]+)"', path.read_text(encoding="utf-8")))
    for language in ("vi", "en"):
        ids = Texts(language).ids
        assert named == {id_ for id_, path in ids.items() if path.name == "web.ftl"}
