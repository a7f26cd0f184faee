"""An officer without the apps, on a phone: link, code, consent, a report, signing out."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.chat import live, log, say, tap
from tests.browser.conftest import OpenPage
from tests.harness.web_login import Office, Program

Picture = Callable[[Page, str], Awaitable[None]]
NAME = "Cán bộ đầu mối Sở Xây dựng"
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
ENDED = "Phiên làm việc đã kết thúc"


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[Program]:
    async with Office(tmp_path).at_work() as program:
        yield program


async def _sign_in(page: Page, code: str) -> None:
    await page.get_by_label("Mã tham gia").fill(code)
    await page.get_by_role("button", name="Tiếp tục").click()
    await expect(log(page).last).to_contain_text("Thông báo về dữ liệu cá nhân")
    await tap(page, "1. Đồng ý")
    await expect(page.get_by_role("heading", level=1)).to_have_text(NAME)


async def test_from_the_link_to_the_report_and_out(
    program: Program, open_page: OpenPage, picture: Picture
) -> None:
    """The link fills in the code; a tap sends it, one agrees, one reports, one signs out."""
    code = await program.code(await program.person(NAME))
    page = await open_page(f"{program.address}/#{code}", device_scale_factor=2)
    await expect(page.get_by_label("Mã tham gia")).to_have_value(code)
    assert code not in page.url
    assert not await page.evaluate(SIDEWAYS)
    await picture(page, "login")
    await page.get_by_role("button", name="Tiếp tục").click()
    await expect(log(page).first).to_contain_text("Thông báo về dữ liệu cá nhân")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Chưa kết nối")
    await picture(page, "consent")
    await tap(page, "1. Đồng ý")
    await expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    await live(page)
    await expect(log(page).last).to_contain_text("Đã kết nối")
    await say(page, "nv 9 đang làm 60%, đang chờ ý kiến thẩm định")
    await tap(page, "Gửi báo cáo")
    await expect(log(page).last).to_contain_text("✅ Đã ghi nhận báo cáo NV 9")
    assert not await page.evaluate(SIDEWAYS)
    await picture(page, "signed-in")
    await page.get_by_role("link", name="Đăng xuất").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Đăng xuất?")
    await picture(page, "logout")
    await page.get_by_role("button", name="Đăng xuất").click()
    await expect(page.get_by_role("status")).to_contain_text(ENDED)
    await page.go_back()
    await expect(page.get_by_label("Mã tham gia")).to_be_visible()
    await expect(page.get_by_text("NV 9")).to_have_count(0)


async def test_wrong_code_can_be_mended(
    program: Program, open_page: OpenPage, picture: Picture
) -> None:
    """A mistyped code stays in its field with the reason under it, once; a right one goes on."""
    code = await program.code(await program.person(NAME))
    page = await open_page(program.address, troubled=True, device_scale_factor=2)
    await page.get_by_label("Mã tham gia").fill("abcde 23456")
    await page.get_by_role("button", name="Tiếp tục").click()
    await expect(page.get_by_role("alert")).to_contain_text("Mã không đúng")
    await expect(page.get_by_label("Mã tham gia")).to_have_value("abcde 23456")
    assert not await page.evaluate(SIDEWAYS)
    await picture(page, "wrong-code")
    await page.reload()
    await expect(page.get_by_label("Mã tham gia")).to_have_value("")
    await expect(page.get_by_role("alert")).to_have_count(0)
    await _sign_in(page, code.lower())


async def test_who_is_taken_off_sees_the_login_page(program: Program, open_page: OpenPage) -> None:
    """A page whose session is over shows the login; words typed wait for the same person."""
    person = await program.person(NAME)
    page = await open_page(program.address, troubled=True)
    await _sign_in(page, await program.code(person))
    await live(page)
    async with program.writer() as writer:
        await writer.revoke(person.id)
    await say(page, "nv 9 đang làm 60%")
    await expect(page.get_by_label("Mã tham gia")).to_be_visible()
    async with program.writer() as writer:
        assert await writer.restore(person.id) is not None
    await _sign_in(page, await program.code(person))
    await expect(page.get_by_role("textbox", name="Nội dung")).to_have_value("nv 9 đang làm 60%")


async def test_words_of_one_person_are_not_anothers(program: Program, open_page: OpenPage) -> None:
    """On a shared machine the next person finds neither the words typed nor the conversation."""
    page = await open_page(program.address)
    await _sign_in(page, await program.code(await program.person(NAME)))
    await live(page)
    await say(page, "menu")
    await expect(log(page).last).to_contain_text("báo cáo")
    await page.get_by_role("textbox", name="Nội dung").fill("dở dang")
    await page.get_by_role("link", name="Đăng xuất").click()
    await page.get_by_role("button", name="Đăng xuất").click()
    code = await program.code(await program.person("Cán bộ B", "so-y-te"))
    await page.get_by_label("Mã tham gia").fill(code)
    await page.get_by_role("button", name="Tiếp tục").click()
    await tap(page, "1. Đồng ý")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Cán bộ B")
    await live(page)
    await expect(page.get_by_role("textbox", name="Nội dung")).to_have_value("")
    await expect(page.get_by_text(NAME)).to_have_count(0)
