"""An officer on Zalo with a PDF, on a phone: the link, the page, the file in the report."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import FilePayload, Page, expect

from domain.person import Role
from tests.browser.conftest import OpenPage
from tests.contract.desk_zalo_uploads import UploadDesk, content_of
from tests.contract.desks import Way
from tests.fakes.zalo_server import FakeZalo

Picture = Callable[[Page, str], Awaitable[None]]
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
LONG = "Quyết định phê duyệt Quy hoạch tổng thể đơn vị hành chính các cấp (bản ký số, đóng dấu).pdf"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[UploadDesk]:
    async with FakeZalo() as fake, UploadDesk(Way.TYPING, fake).at_work(tmp_path, "vi") as desk:
        yield desk


@pytest.fixture
async def chat(desk: UploadDesk) -> str:
    """An officer who is reporting and has been given a link."""
    chat = await desk.seat(Role.OFFICER, "so-noi-vu")
    await desk.say(chat, "nv 8 đang làm 60%")
    await desk.send_file(chat, LONG)
    return chat


def _file(name: str) -> FilePayload:
    return {"name": name, "mimeType": "", "buffer": content_of(name)}


async def _send(page: Page, *names: str) -> None:
    await page.locator('input[type="file"]').set_input_files([_file(name) for name in names])
    await page.get_by_role("button", name="Gửi", exact=True).click()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
async def test_files_go_into_the_report(
    desk: UploadDesk, chat: str, open_page: OpenPage, picture: Picture, script: bool
) -> None:
    """Two files by one form; what became of each is said, and where to go on; then one more."""
    page = await open_page(
        desk.link, troubled=True, java_script_enabled=script, device_scale_factor=2
    )
    await expect(page.get_by_role("heading", level=1)).to_have_text("Gửi tệp")
    await expect(page.get_by_label("Chọn tệp")).to_be_visible()
    assert not await page.evaluate(SIDEWAYS)
    await picture(page, "upload")
    await _send(page, LONG, "la.exe", "phu-luc.xlsx")
    await expect(page.get_by_role("status")).to_contain_text("Đã nhận 2 tệp")
    await expect(page.get_by_role("status")).to_contain_text("quay lại Zalo")
    await expect(page.get_by_role("alert")).to_contain_text("la.exe")
    assert not await page.evaluate(SIDEWAYS)
    await picture(page, "upload-done")
    (answer,) = await desk.answered(chat)
    assert "Đã nhận 2 tệp kèm theo báo cáo đang lập." in answer.text
    await expect(page.get_by_label("Gửi thêm tệp")).to_be_visible()
    await _send(page, "anh.jpg")
    await expect(page.get_by_role("status")).to_contain_text("Đã nhận 1 tệp")
    assert "Đã nhận 3 tệp" in (await desk.answered(chat))[0].text


async def test_a_link_that_is_over_says_what_to_do(
    desk: UploadDesk, chat: str, open_page: OpenPage, picture: Picture
) -> None:
    """Who comes too late reads how to get a new link."""
    desk.token = "x" * 32
    page = await open_page(desk.link, troubled=True)
    await expect(page.get_by_text("gửi lại tệp trong cuộc trò chuyện")).to_be_visible()
    await picture(page, "upload-ended")


async def test_the_page_is_readable_in_the_dark(
    desk: UploadDesk, chat: str, open_page: OpenPage, picture: Picture
) -> None:
    """The same page on a phone that is set to dark."""
    page = await open_page(desk.link, color_scheme="dark", device_scale_factor=2)
    await _send(page, "anh.jpg")
    await expect(page.get_by_role("status")).to_contain_text("Đã nhận 1 tệp")
    await picture(page, "upload-dark")
