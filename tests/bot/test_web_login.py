"""The web chat by code: who comes in, who stays out, and when it is over."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.settings import Settings
from storage.people import CODE_DAYS, FREE_GUESSES
from storage.web_sessions import IDLE
from tests.harness.web_login import Browser, Office, Program

HOME = "https://baocao.example.vn"
WRONG = "Mã không đúng hoặc đã hết hiệu lực"
NOTICE = "Thông báo về dữ liệu cá nhân"
ENDED = "Phiên làm việc đã kết thúc"
LOGIN = 'name="code"'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
async def program(office: Office) -> AsyncIterator[Program]:
    async with office.at_work() as program:
        yield program


@pytest.fixture
async def browser(program: Program) -> AsyncIterator[Browser]:
    async with Browser.opened(program) as browser:
        yield browser


@pytest.fixture
async def other(program: Program) -> AsyncIterator[Browser]:
    async with Browser.opened(program) as browser:
        yield browser


async def test_code_consent_chat(program: Program, browser: Browser) -> None:
    """A code leads to the notice, the consent to the chat, and the page says who is signed in."""
    code = await program.code(await program.person())
    assert await browser.look() == 200
    assert LOGIN in browser.page
    assert await browser.log_in(code) == 200
    assert "Chưa kết nối" in browser.page
    (notice,) = await browser.heard()
    assert NOTICE in notice
    assert await browser.say("đồng ý") == 200
    assert await browser.look() == 200
    assert "Cán bộ A" in browser.page
    assert "Sở Xây dựng" in browser.page
    assert "Đã kết nối" in (await browser.heard())[-1]
    assert await browser.say("nv 9 đang làm 60%") == 200
    assert "Nhiệm vụ 9" in (await browser.heard())[-1]


async def test_a_stranger_learns_nothing(program: Program, browser: Browser) -> None:
    """Without a session there is a login page, and neither page, voice, file nor stream."""
    await program.code(await program.person())
    await browser.look()
    assert "179" not in browser.page
    assert await browser.say("nhiệm vụ") == 401
    assert await browser.send_file() == 401
    assert await browser.heard() == ["(ended)"]
    assert await browser.look("/logout") == 200
    assert LOGIN in browser.page
    assert await browser.look("/chat/1") == 404
    assert await program.rows("SELECT * FROM addresses") == []


@pytest.mark.parametrize("typed", ["{lower}", " {spaced} ", "{dashed}", "https://x.vn/#{code}"])
async def test_code_as_people_type_it(program: Program, browser: Browser, typed: str) -> None:
    """Case, spaces and dashes of a code do not matter, and its whole link can be pasted."""
    code = await program.code(await program.person())
    said = typed.format(
        lower=code.lower(), spaced=" ".join(code), dashed=f"{code[:5]}-{code[5:]}", code=code
    )
    assert await browser.log_in(said) == 200
    assert NOTICE in (await browser.heard())[-1]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Chưa nhập mã"),
        ("  ", "Chưa nhập mã"),
        ("ABCDE2345", "10 chữ cái và chữ số"),
        ("ĂBCDE23456", "tắt bộ gõ tiếng Việt"),
        ("x" * 5000, "10 chữ cái và chữ số"),
        ("<script>'\"", "&lt;script&gt;"),
    ],
)
async def test_what_is_no_code_leaves_nothing(
    program: Program, browser: Browser, typed: str, why: str
) -> None:
    """What cannot be a code is answered on the page, with what was typed, and stored nowhere."""
    assert await browser.log_in(typed) == 400
    assert why in browser.page
    assert "<script>'" not in browser.page
    assert await program.rows("SELECT * FROM addresses") == []


async def test_wrong_code_is_told_on_the_login_page(program: Program, browser: Browser) -> None:
    """A wrong code gets the bot's own answer beside the field; the code is stored nowhere."""
    assert await browser.log_in("ABCDE23456") == 403
    assert WRONG in browser.page
    assert LOGIN in browser.page
    assert 'value="ABCDE23456"' in browser.page
    assert await browser.look() == 200
    assert LOGIN in browser.page
    assert WRONG in browser.page
    for table in ("inbox", "outbox", "talks"):
        assert "ABCDE23456" not in str(await program.rows(f"SELECT * FROM {table}"))


async def test_a_code_works_once(program: Program, browser: Browser, other: Browser) -> None:
    """A used code opens no other browser."""
    code = await program.code(await program.person())
    await browser.join(code)
    assert await other.log_in(code) == 403
    assert WRONG in other.page


async def test_a_code_expires(office: Office, program: Program, browser: Browser) -> None:
    """After its days a code is as good as a wrong one."""
    code = await program.code(await program.person())
    office.now += timedelta(days=CODE_DAYS)
    assert await browser.log_in(code) == 403
    assert WRONG in browser.page


async def test_opening_a_link_uses_nothing(program: Program, browser: Browser) -> None:
    """However often pages are fetched, with the code in the address or not, it is good still."""
    code = await program.code(await program.person())
    for path in ("/", f"/?code={code}", "/logout"):
        await browser.look(path)
    assert await program.rows("SELECT used_at FROM codes") == [(None,)]
    await browser.join(code)


async def test_guessing_is_barred_as_in_every_chat(
    office: Office, program: Program, browser: Browser
) -> None:
    """After the free guesses a browser waits, with a right code too; then it may go on."""
    code = await program.code(await program.person())
    for number in range(FREE_GUESSES):
        assert await browser.log_in(f"ABCDE2345{number + 2}") == 403
    assert await browser.log_in(code) == 403
    assert "Đã nhập sai mã nhiều lần. Đề nghị thử lại sau 09:19" in browser.page
    office.now += timedelta(minutes=6)
    await browser.join(code)


async def test_who_declines_is_not_bound(program: Program, browser: Browser) -> None:
    """Without consent nobody is signed in, the login page is back and the code is good still."""
    code = await program.code(await program.person())
    await browser.log_in(code)
    await browser.look()
    async with browser.follow() as events:
        await events.until("live")
        await browser.say("không đồng ý")
        assert await events.until("ended") == []
    await browser.look()
    assert LOGIN in browser.page
    assert "Mã vẫn còn hiệu lực" in browser.page
    await browser.join(code)


async def test_a_stranger_sends_no_files(program: Program, browser: Browser) -> None:
    """Before the consent no file is taken, and none is kept."""
    await browser.log_in(await program.code(await program.person()))
    await browser.look()
    assert await browser.send_file() == 403
    assert "Cần hoàn thành kết nối" in browser.problem
    evidence = program.house.settings.evidence
    assert [path for path in evidence.rglob("*") if path.is_file()] == []


async def test_token_is_new_at_every_login(
    program: Program, browser: Browser, other: Browser
) -> None:
    """A token that was in the browser before the login opens nothing after it (fixation)."""
    await browser.log_in("ABCDE23456")
    planted = browser.cookie
    other.given(planted)
    await other.join(await program.code(await program.person()))
    assert other.cookie != planted
    assert await browser.heard() == ["(ended)"]
    await browser.look()
    assert LOGIN in browser.page


async def test_made_up_token_is_nobodys(program: Program, browser: Browser) -> None:
    """A token that the server never gave is not taken over by a login."""
    browser.given("x" * 43)
    await browser.look()
    assert LOGIN in browser.page
    await browser.join(await program.code(await program.person()))
    assert browser.cookie != "x" * 43
    assert len(await program.rows("SELECT * FROM web_sessions")) == 1


async def _cookie(program: Program, **form: str) -> str:
    """The cookie that a wrong code is answered with."""
    async with (
        aiohttp.ClientSession(program.address) as http,
        http.post("/", data={"code": "ABCDE23456", **form}) as answer,
    ):
        return answer.headers["Set-Cookie"]


async def test_cookie_is_for_the_server_alone(program: Program) -> None:
    """No script reads the cookie, no other site's form sends it, a closed browser forgets it."""
    name, *flags = (await _cookie(program)).split("; ")
    assert name.startswith("baocao=")
    assert set(flags) == {"HttpOnly", "Path=/", "SameSite=Lax"}


async def test_cookie_is_secure_behind_https(office: Office) -> None:
    """With an https address the cookie is bound to it and never goes in the clear."""
    office.home = HOME
    async with office.at_work() as program:
        name, *flags = (await _cookie(program)).split("; ")
    assert name.startswith("__Host-baocao=")
    assert set(flags) == {"HttpOnly", "Path=/", "SameSite=Lax", "Secure"}


async def test_own_device_keeps_the_cookie(program: Program) -> None:
    """Who asks to stay signed in on a device of their own keeps the cookie for thirty days."""
    assert f"Max-Age={30 * 24 * 3600}" in await _cookie(program, keep="on")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"X-Baocao-Page": ""}, 403),
        ({"X-Baocao-Page": "0" * 64}, 403),
        ({"X-Baocao-Page": "đúng"}, 403),
        ({"Host": "evil.example"}, 421),
    ],
)
async def test_other_pages_cannot_speak(
    program: Program, browser: Browser, headers: dict[str, str], status: int
) -> None:
    """A foreign page, or one that does not know the session's proof, makes no turn."""
    await browser.join(await program.code(await program.person()))
    before = await program.rows("SELECT count(*) FROM inbox")
    assert await browser.say("menu", **headers) == status
    assert browser.problem
    assert await program.rows("SELECT count(*) FROM inbox") == before


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}])
async def test_other_pages_cannot_log_in(
    program: Program, browser: Browser, headers: dict[str, str]
) -> None:
    """No foreign page can sign a browser in as somebody else: the login form must be our own."""
    code = await program.code(await program.person())
    browser.headers = headers
    assert await browser.log_in(code) == 403
    assert "một trang khác" in browser.page
    assert await program.rows("SELECT * FROM web_sessions") == []


@pytest.mark.parametrize("proof", ["", "0" * 64])
async def test_other_pages_cannot_log_out(program: Program, browser: Browser, proof: str) -> None:
    """Signing out needs the page's proof, for coming back needs a new code."""
    await browser.join(await program.code(await program.person()))
    assert await browser.log_out(proof) == 403
    assert await browser.look() == 200
    assert "Cán bộ A" in browser.page


async def test_only_the_public_address_may_speak(office: Office) -> None:
    """Behind a proxy our pages come from the public address, whatever Host the proxy names."""
    office.home = HOME
    async with office.at_work() as program, Browser.opened(program) as browser:
        browser.headers = {"Origin": HOME, "Sec-Fetch-Site": "same-origin"}
        assert await browser.log_in("ABCDE23456") == 403
        assert WRONG in browser.page
        browser.headers = {"Origin": program.address}
        assert await browser.log_in("ABCDE23456") == 403
        assert "một trang khác" in browser.page


async def test_pages_are_not_kept_by_the_browser(program: Program, browser: Browser) -> None:
    """What a shared machine has shown is not shown again by its history."""
    await browser.join(await program.code(await program.person()))
    for path in ("/", "/logout", "/events"):
        async with browser.http.get(path) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    for text in ("thoát", "đăng xuất", "1"):
        await browser.say(text)
    async with browser.http.get("/") as answer:
        assert answer.headers["Clear-Site-Data"] == '"cache"'


async def test_codes_are_tried_slowly(office: Office, program: Program) -> None:
    """A client that tries code after code without cookies is told to wait, and may then go on."""
    async with AsyncExitStack() as stack:
        statuses = []
        for _ in range(21):
            browser = await stack.enter_async_context(Browser.opened(program))
            statuses.append(await browser.log_in("ABCDE23456"))
        assert statuses == [403] * 20 + [429]
        assert "Đề nghị thử lại sau 10 giây" in browser.page
        async with browser.http.post("/", data={"code": "ABCDE23456"}) as answer:
            assert answer.headers["Retry-After"] == "10"
        office.now += timedelta(seconds=10)
        assert await browser.log_in("ABCDE23456") == 403


async def test_the_proxy_tells_who_tries(office: Office) -> None:
    """Behind the proxy clients are told apart by its word, and by the last word alone."""
    office.home = HOME
    async with office.at_work() as program, Browser.opened(program) as browser:
        for number in range(20):
            browser.headers = {"X-Forwarded-For": f"10.9.9.{number}, 10.0.0.1"}
            assert await browser.log_in("x") == 400
        assert await browser.log_in("x") == 429
        browser.headers = {"X-Forwarded-For": "10.0.0.2"}
        assert await browser.log_in("x") == 400


async def test_without_a_proxy_nobodys_word_is_taken(program: Program, browser: Browser) -> None:
    """A client cannot make itself many by a header of its own."""
    for number in range(20):
        browser.headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        assert await browser.log_in("x") == 400
    browser.headers = {"X-Forwarded-For": "10.0.0.99"}
    assert await browser.log_in("x") == 429


async def test_a_browser_speaks_slowly(
    office: Office, program: Program, browser: Browser, other: Browser
) -> None:
    """Who sends without end is told to wait; what others send is taken."""
    await browser.join(await program.code(await program.person()))
    await other.join(await program.code(await program.person("Cán bộ B")))
    office.now += timedelta(minutes=1)
    assert [await browser.say("menu") for _ in range(21)] == [200] * 20 + [429]
    assert "Gửi quá nhanh" in browser.problem
    assert await other.say("menu") == 200
    office.now += timedelta(seconds=1)
    assert await browser.say("menu") == 200


async def test_signing_out_by_the_button(program: Program, browser: Browser) -> None:
    """The button asks first; then session, stream and cookie are gone, and the chat unbound."""
    await browser.join(await program.code(await program.person()))
    async with browser.follow() as events:
        await events.until("live")
        assert await browser.look("/logout") == 200
        assert "Phiên làm việc của Cán bộ A" in browser.page
        assert await browser.log_out() == 200
        assert await events.until("ended") == []
        assert await events.is_over()
    assert ENDED in browser.page
    assert browser.cookie == ""
    assert await program.rows("SELECT * FROM web_sessions") == []
    assert await program.rows("SELECT person FROM addresses") == [(None,)]


async def test_signing_out_by_words(program: Program, browser: Browser) -> None:
    """The dialogue ends session and stream too; the next person has a chat of their own."""
    await browser.join(await program.code(await program.person()))
    await browser.say("nv 9 đang làm 60%")
    await browser.say("hủy")
    async with browser.follow() as events:
        await events.until("live")
        for text in ("/toi", "đăng xuất", "1"):
            assert await browser.say(text) == 200
        assert "Nhiệm vụ 9" not in str(await events.until("ended"))
    await browser.look()
    assert ENDED in browser.page
    await browser.join(await program.code(await program.person("Cán bộ B")))
    assert "Nhiệm vụ 9" not in str(await browser.heard())
    assert "Cán bộ A" not in browser.page


async def test_revoking_ends_session_and_stream(
    program: Program, browser: Browser, other: Browser
) -> None:
    """Who is taken off the roster hears nothing more, and the very next request finds the door."""
    person = await program.person()
    await browser.join(await program.code(person))
    async with browser.follow() as events:
        await events.until("live")
        async with program.writer() as writer:
            await writer.revoke(person.id)
        assert await browser.say("menu") == 401
        await program.rows(
            "INSERT INTO outbox (address, content, queued_at)"
            """ VALUES (1, '{"kind": "message", "text": "nội bộ"}', '2026-03-02')"""
        )
        await other.log_in("ABCDE23456")  # a turn has the outbox look, and that wakes the stream
        assert await events.until("ended") == []
        assert await events.is_over()
    assert await browser.heard() == ["(ended)"]
    await browser.look()
    assert LOGIN in browser.page


async def test_restart_keeps_the_session(office: Office) -> None:
    """A new start of the program finds the browser signed in, with the same conversation."""
    async with office.at_work() as program, Browser.opened(program) as browser:
        await browser.join(await program.code(await program.person()))
        token, page, heard = browser.cookie, browser.page, await browser.heard()
    async with office.at_work() as program, Browser.opened(program) as browser:
        browser.given(token)
        browser.page, browser.serial = page, 10
        assert await browser.say("menu") == 200
        assert (await browser.heard())[: len(heard)] == heard


async def test_idle_session_is_over(office: Office, program: Program, browser: Browser) -> None:
    """After twelve hours without use the browser is signed out."""
    await browser.join(await program.code(await program.person()))
    office.now += IDLE
    assert await browser.say("menu") == 401
    await browser.look()
    assert ENDED in browser.page


async def test_two_people_hear_only_their_own(
    program: Program, browser: Browser, other: Browser
) -> None:
    """Two people in two browsers never see each other's words, live or on opening."""
    await browser.join(await program.code(await program.person()))
    await other.join(await program.code(await program.person("Cán bộ B", "so-y-te")))
    async with browser.follow() as mine, other.follow() as theirs:
        await mine.until("live")
        await theirs.until("live")
        await browser.say("nv 9 đang làm 60%")
        await other.say("chào")
        assert "chào" not in str(await mine.until("live"))
        assert "nv 9" not in str(await theirs.until("live"))
    assert "nv 9" not in str(await other.heard())
    assert "chào" not in str(await browser.heard())


async def test_one_person_in_two_browsers(
    program: Program, browser: Browser, other: Browser
) -> None:
    """With a second code a person has a second chat; signing out of one leaves the other."""
    person = await program.person()
    await browser.join(await program.code(person))
    await other.join(await program.code(person))
    bound = await program.rows("SELECT DISTINCT person, count(*) FROM addresses")
    assert bound == [(person.id, 2)]
    await browser.say("menu")
    assert "menu" not in await other.heard()
    await browser.log_out()
    assert await other.say("menu") == 200


async def test_a_code_from_ones_own_chat(
    program: Program, browser: Browser, other: Browser
) -> None:
    """The code that a chat gives its person for another channel opens a second browser."""
    await browser.join(await program.code(await program.person()))
    await browser.say("/toi")
    await browser.say("1")
    code = (await browser.heard())[-1].split("<b>")[1].split("</b>")[0]
    assert await other.log_in(code) == 200
    if "Chưa kết nối" in other.page:
        await other.say("1")
        await other.look()
    assert "Cán bộ A" in other.page


async def test_a_second_login_changes_nobody(
    program: Program, browser: Browser, other: Browser
) -> None:
    """Who is signed in stays so when another tab sends a code, and the code is good still."""
    await browser.join(await program.code(await program.person()))
    code = await program.code(await program.person("Cán bộ B"))
    assert await browser.log_in(code) == 200
    assert "Cán bộ A" in browser.page
    await other.join(code)


async def test_off_by_default(tmp_path: Path) -> None:
    """Nobody is let in unless the setting says so; with it there are no seats to choose."""
    assert Settings(_env_file=None).web_chat is False
    async with Office(tmp_path).at_work() as program, Browser.opened(program) as browser:
        await browser.look()
        assert LOGIN in browser.page
        assert "/chat/" not in browser.page


async def test_busy_database_asks_to_try_again(program: Program, browser: Browser) -> None:
    """While nothing can be written the login page says so, and the code is good still."""
    code = await program.code(await program.person())
    await program.rows("PRAGMA query_only = ON")
    assert await browser.log_in(code) == 503
    assert "Hệ thống đang bận" in browser.page
    await program.rows("PRAGMA query_only = OFF")
    await browser.join(code)
