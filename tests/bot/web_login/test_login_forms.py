"""The web chat by code: who comes in, and what the door answers."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.settings import Settings
from storage.people import CODE_DAYS
from tests.harness.web_login import Browser, Office, Program

WRONG = "Mã không đúng hoặc đã hết hiệu lực"
NOTICE = "Thông báo về dữ liệu cá nhân"
LOGIN = 'name="code"'


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
    refusal = await browser.refused(typed)
    assert why in (browser.page if "script" in typed else refusal)
    assert "<script>'" not in browser.page
    assert await program.rows("SELECT * FROM addresses") == []


async def test_wrong_code_is_told_on_the_login_page(program: Program, browser: Browser) -> None:
    """A wrong code gets the bot's own answer beside the field, once; it is stored nowhere."""
    for _ in range(2):
        assert WRONG in await browser.refused("ABCDE23456")
        assert LOGIN in browser.page
        assert 'value="ABCDE23456"' in browser.page
        for _ in range(2):
            assert await browser.look() == 200
            assert LOGIN in browser.page
            assert browser.refusal == ""
            assert "ABCDE23456" not in browser.page
            assert "Phiên làm việc đã kết thúc" not in browser.page
    for table in ("inbox", "outbox", "talks"):
        assert "ABCDE23456" not in str(await program.rows(f"SELECT * FROM {table}"))


async def test_a_code_works_once(program: Program, browser: Browser, other: Browser) -> None:
    """A used code opens no other browser."""
    code = await program.code(await program.person())
    await browser.join(code)
    assert WRONG in await other.refused(code)


async def test_a_code_expires(office: Office, program: Program, browser: Browser) -> None:
    """After its days a code is as good as a wrong one."""
    code = await program.code(await program.person())
    office.now += timedelta(days=CODE_DAYS)
    assert WRONG in await browser.refused(code)


async def test_opening_a_link_uses_nothing(program: Program, browser: Browser) -> None:
    """However often pages are fetched, with the code in the address or not, it is good still."""
    code = await program.code(await program.person())
    for path in ("/", f"/?code={code}", "/logout"):
        await browser.look(path)
    assert await program.rows("SELECT used_at FROM codes") == [(None,)]
    await browser.join(code)


async def test_who_declines_is_not_bound(program: Program, browser: Browser) -> None:
    """Without consent nobody is signed in, the login page is back and the code is good still."""
    code = await program.code(await program.person())
    await browser.refused("ABCDE23456")
    await browser.log_in(code)
    await browser.look()
    async with browser.follow() as events:
        await events.until("live")
        await browser.say("không đồng ý")
        assert await events.until("ended") == []
    await browser.look()
    assert LOGIN in browser.page
    assert "Mã vẫn còn hiệu lực" in browser.refusal
    await browser.look()
    assert browser.refusal == ""
    await browser.join(code)


async def test_a_stranger_sends_no_files(program: Program, browser: Browser) -> None:
    """Before the consent no file is taken, and none is kept."""
    await browser.log_in(await program.code(await program.person()))
    await browser.look()
    assert await browser.send_file() == 403
    assert "Cần hoàn thành kết nối" in browser.problem
    evidence = program.house.settings.evidence
    assert [path for path in evidence.rglob("*") if path.is_file()] == []


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
    assert "Hệ thống đang bận" in await browser.refused(code)
    await program.rows("PRAGMA query_only = OFF")
    await browser.join(code)
