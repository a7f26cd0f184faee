"""The web chat by code: a file that was sent in a chat is given to that session alone."""

from tests.harness.web_login import PHOTO, Browser, Office, Program


async def _shown(browser: Browser) -> str:
    """Report with a photo and have it shown; the address of what is shown."""
    await browser.say("nv 9 đang làm 60%")
    assert await browser.send_file() == 200
    await browser.say("1")
    await browser.say("minh chứng nv 9")
    async with browser.follow() as events:
        while (event := await events.next())[1].get("kind") != "file":
            assert event[0] != "live", "no file was shown"
    assert event[1]["picture"] is True
    assert "nh.jpg" in str(event[1]["text"])
    return f"/attachment/{event[1]['id']}"


async def test_a_session_is_given_its_file(program: Program, browser: Browser) -> None:
    """A photo is shown as it was sent, under its own name, and kept in no shared place."""
    await browser.join(await program.code(await program.person()))
    async with browser.http.get(await _shown(browser)) as answer:
        assert (answer.status, answer.content_type) == (200, "image/jpeg")
        assert await answer.read() == PHOTO
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Disposition"].startswith("inline; filename*=UTF-8''")


async def test_another_session_is_given_nothing(
    program: Program, browser: Browser, other: Browser
) -> None:
    """Neither a stranger nor another person of the same agency opens it by its address."""
    await browser.join(await program.code(await program.person()))
    path = await _shown(browser)
    assert await other.look(path) == 401
    await other.join(await program.code(await program.person("Cán bộ B")))
    assert await other.look(path) == 404


async def test_who_has_signed_out_is_given_nothing(program: Program, browser: Browser) -> None:
    """The address outlives no session."""
    await browser.join(await program.code(await program.person()))
    path = await _shown(browser)
    await browser.log_out()
    assert await browser.look(path) == 401


async def test_a_file_that_is_gone_is_told_of(
    office: Office, program: Program, browser: Browser
) -> None:
    """The page names the file, and who can help."""
    await browser.join(await program.code(await program.person()))
    path = await _shown(browser)
    for kept in office.settings.evidence.iterdir():
        kept.unlink()
    assert await browser.look(path) == 404
    assert "nh.jpg" in browser.page
    assert "không còn đọc được" in browser.page


async def test_what_is_no_file_is_not_found(program: Program, browser: Browser) -> None:
    """A message's number, or one that never was, opens nothing."""
    await browser.join(await program.code(await program.person()))
    for number in ("1", "999"):
        assert await browser.look(f"/attachment/{number}") == 404
