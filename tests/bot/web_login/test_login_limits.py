"""The web chat by code: who stays out, and who is told to wait."""

from contextlib import AsyncExitStack
from datetime import timedelta
from urllib.parse import parse_qs

import pytest

from storage.people import FREE_GUESSES
from tests.harness.web_login import Browser, Office, Program

HOME = "https://baocao.example.vn"
WRONG = "Mã không đúng hoặc đã hết hiệu lực"
LOGIN = 'name="code"'


async def _reason(browser: Browser) -> str:
    """Send what is no code; return the reason that goes with the redirect."""
    async with browser.http.post(
        "/", data={"code": "x"}, headers=browser.headers, allow_redirects=False
    ) as answer:
        cookie = next(value for value in answer.headers.getall("Set-Cookie") if "-said=" in value)
        return parse_qs(cookie.partition("=")[2].strip('"'))["why"][0]


async def test_guessing_is_barred_as_in_every_chat(
    office: Office, program: Program, browser: Browser
) -> None:
    """After the free guesses a browser waits, with a right code too; then it may go on."""
    code = await program.code(await program.person())
    for number in range(FREE_GUESSES):
        assert WRONG in await browser.refused(f"ABCDE2345{number + 2}")
    refusal = await browser.refused(code)
    assert "Đã nhập sai mã nhiều lần. Đề nghị thử lại sau 09:19" in refusal
    office.now += timedelta(minutes=6)
    await browser.join(code)


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
        assert await browser.log_in("ABCDE23456") == 200
        assert LOGIN in browser.page
        browser.headers = {"Origin": program.address}
        assert await browser.log_in("ABCDE23456") == 403
        assert "một trang khác" in browser.page


async def test_codes_are_tried_slowly(office: Office, program: Program) -> None:
    """A client that tries code after code without cookies is told to wait, and may then go on."""
    async with AsyncExitStack() as stack:
        refusals = []
        for _ in range(21):
            browser = await stack.enter_async_context(Browser.opened(program))
            refusals.append(await browser.refused("ABCDE23456"))
        assert all(WRONG in each for each in refusals[:20])
        assert "Đề nghị thử lại sau 10 giây" in refusals[20]
        office.now += timedelta(seconds=10)
        assert WRONG in await browser.refused("ABCDE23456")


async def test_the_proxy_tells_who_tries(office: Office) -> None:
    """Behind the proxy clients are told apart by its word, and by the last word alone."""
    office.home = HOME
    async with office.at_work() as program, Browser.opened(program) as browser:
        for number in range(20):
            browser.headers = {"X-Forwarded-For": f"10.9.9.{number}, 10.0.0.1"}
            assert await _reason(browser) == "web-login-shape"
        assert await _reason(browser) == "web-login-often"
        browser.headers = {"X-Forwarded-For": "10.0.0.2"}
        assert await _reason(browser) == "web-login-shape"


async def test_without_a_proxy_nobodys_word_is_taken(program: Program, browser: Browser) -> None:
    """A client cannot make itself many by a header of its own."""
    for number in range(20):
        browser.headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        assert await _reason(browser) == "web-login-shape"
    browser.headers = {"X-Forwarded-For": "10.0.0.99"}
    assert await _reason(browser) == "web-login-often"


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
