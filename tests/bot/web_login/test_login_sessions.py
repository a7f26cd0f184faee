"""The web chat by code: what a session opens, and when it is over."""

import aiohttp

from storage.web_sessions import IDLE
from tests.harness.web_login import Browser, Office, Program

HOME = "https://baocao.example.vn"
ENDED = "Phiên làm việc đã kết thúc"
LOGIN = 'name="code"'


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
        http.post("/", data={"code": "ABCDE23456", **form}, allow_redirects=False) as answer,
    ):
        cookies = answer.headers.getall("Set-Cookie")
        return next(cookie for cookie in cookies if "baocao=" in cookie)


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
