"""The demo as a newcomer meets it: the real bot, database and pages in a real browser."""

import asyncio
import os
import re
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from datetime import datetime
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.demo import prepare_demo
from bot.house import open_house
from bot.running import serve
from bot.settings import Settings
from tests.browser.chat import live, log, say, tap, waiting
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.harness.stage import MONDAY

OFFICER = "Cán bộ đầu mối Sở Xây dựng"
LEADER = "Chủ tịch UBND tỉnh"
REPORT = "nv 9 đang làm 60%, đang chờ ý kiến thẩm định"
QUESTION = "nhiệm vụ đến hạn năm 2025 của Sở Xây dựng"
FILED = "✅ Đã ghi nhận báo cáo NV 9"
PHOTO = bytes.fromhex("89504e470d0a1a0a0000000d494844520000000100000001") + b"\0" * 900
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
SERVER = """
import asyncio
from bot.clock import clock
from bot.running import run
from bot.settings import Settings

settings = Settings()
asyncio.run(run(settings, clock(settings.today), lambda address: print(address, flush=True)))
"""


def _clock() -> datetime:
    return MONDAY


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    """The demo's database, just begun."""
    made = Settings(database=tmp_path / "demo.db", demo=True, web_port=0, _env_file=None)
    await prepare_demo(made, _clock)
    return made


@pytest.fixture
async def demo(settings: Settings) -> AsyncIterator[str]:
    """The address of the demo being served."""
    stop = asyncio.Event()
    address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    async with open_house(settings, _clock) as house:
        serving = asyncio.create_task(serve(house, address.set_result, stop))
        await asyncio.wait({serving, address}, return_when=asyncio.FIRST_COMPLETED)
        yield address.result() if address.done() else str(await serving)
        stop.set()
        await serving


@asynccontextmanager
async def _process(settings: Settings, port: int) -> AsyncIterator[tuple[str, Callable[[], None]]]:
    """A process of its own that serves the database as it is; its address, and how to kill it."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("BAOCAO_")}
    own = {"DATABASE": settings.database, "DEMO": 1, "TODAY": "2026-03-02", "WEB_PORT": port}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", SERVER),
        cwd=settings.database.parent,
        env=plain | {f"BAOCAO_{name}": str(value) for name, value in own.items()},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    try:
        yield (await process.stdout.readline()).decode().strip(), process.kill
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def _sit_down(page: Page, typed: str, name: str) -> None:
    """Choose a person by typing into the search."""
    await page.get_by_role("searchbox").fill(typed)
    await page.get_by_role("link").filter(has=page.get_by_text(name, exact=True)).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(name)
    await live(page)


def _reports(settings: Settings, task: int) -> list[tuple[object, ...]]:
    """The reports on a task that were filed today, by plain SQL."""
    sql = (
        "SELECT progress, percent, obstacle, document_number, document_date FROM task_reports"
        " WHERE task = ? AND reported_on = '2026-03-02'"
    )
    with closing(sqlite3.connect(settings.database)) as connection:
        return list(connection.execute(sql, (task,)))


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_report_and_question(
    demo: str,
    settings: Settings,
    open_page: OpenPage,
    picture: Callable[[Page, str], Awaitable[None]],
    viewport: dict[str, int],
) -> None:
    """A whole report takes a sentence and a tap; a question names its tasks, one tap opens one."""
    page = await open_page(demo, viewport=viewport, device_scale_factor=2)
    assert not await page.evaluate(SIDEWAYS)
    await _sit_down(page, "can bo so xay dung", OFFICER)
    await say(page, REPORT)
    await expect(log(page).last).to_contain_text("ước đạt 60% (báo cáo trước: đang thực hiện")
    await tap(page, "Gửi báo cáo")
    await expect(log(page).last).to_contain_text(f"{FILED} lúc 09:14 ngày 02/03/2026")
    await say(page, QUESTION)
    await expect(log(page).last).to_contain_text("Sở Xây dựng phối hợp: NV 8")
    await expect(page.locator(".newest .choices button")).to_have_text(["NV 4", "NV 7"])
    await expect(waiting(page)).to_have_count(0)
    if viewport == PHONE:
        await picture(page, "webchat")
    await tap(page, "NV 7")
    await expect(log(page).last).to_contain_text("Sản phẩm: Kế hoạch hoặc Báo cáo")
    assert set(await page.locator("#log time").all_inner_texts()) == {"09:14"}
    assert not await page.evaluate(SIDEWAYS)
    assert _reports(settings, 9) == [("in_progress", "60", "đang chờ ý kiến thẩm định", None, None)]


async def test_by_buttons_alone(demo: str, settings: Settings, open_page: OpenPage) -> None:
    """Who types nothing can report too, and two quick taps at the end send one report."""
    page = await open_page(demo)
    await _sit_down(page, "can bo so xay dung", OFFICER)
    await page.get_by_role("button", name="báo cáo", exact=True).click()
    steps = ("NV 9", "Đang thực hiện", "Đã trình", "Bỏ qua", "Không có")
    for caption in steps:
        await tap(page, caption)
    send = page.get_by_role("button", name="Gửi báo cáo")
    await expect(send).to_be_in_viewport()
    await send.dblclick()
    await expect(log(page).last).to_contain_text(FILED)
    await expect(log(page)).to_have_count(len(steps) + 3)
    assert _reports(settings, 9) == [("in_progress", None, None, None, None)]


async def test_done_with_document_and_photo(
    demo: str, settings: Settings, open_page: OpenPage
) -> None:
    """A finished task takes the document's number, its date, and a photo that is kept as it is."""
    page = await open_page(demo)
    await _sit_down(page, "so noi vu can bo", "Cán bộ đầu mối Sở Nội vụ")
    await say(page, "nv 8")
    await tap(page, "Đã hoàn thành")
    await say(page, "45/QĐ-UBND")
    await say(page, "27/2")
    await expect(log(page).last).to_contain_text("minh chứng")
    await page.locator("#file").set_input_files(
        {"name": "ảnh hiện trường.png", "mimeType": "image/png", "buffer": PHOTO}
    )
    await expect(log(page).last).to_contain_text("Đã nhận 1 tệp")
    await tap(page, "Tiếp tục")
    await expect(log(page).last).to_contain_text("số 45/QĐ-UBND ngày 27/02/2026")
    await tap(page, "Gửi báo cáo")
    await expect(log(page).last).to_contain_text("Đã ghi nhận báo cáo NV 8")
    assert _reports(settings, 8) == [("done", None, None, "45/QĐ-UBND", "2026-02-27")]
    kept = [path for path in settings.evidence.rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [PHOTO]


async def test_leader_sees_the_report_at_once(demo: str, open_page: OpenPage) -> None:
    """What an officer sends in one tab, a leader reads in the other at the next question."""
    officer, leader = await open_page(demo), await open_page(demo)
    await _sit_down(officer, "can bo so xay dung", OFFICER)
    await _sit_down(leader, "chu tich tinh", LEADER)
    await say(leader, "nv 9")
    await expect(log(leader).last).to_contain_text("10/12/2025: đang thực hiện")
    await say(officer, REPORT)
    await tap(officer, "Gửi báo cáo")
    await expect(log(officer).last).to_contain_text(FILED)
    await say(leader, "nv 9")
    await expect(log(leader)).to_have_count(4)
    await expect(log(leader).last).to_contain_text(
        re.compile("02/03/2026: đang thực hiện, ước đạt 60%.*đang chờ ý kiến thẩm định")
    )


async def test_reload_in_mid_dialogue(demo: str, settings: Settings, open_page: OpenPage) -> None:
    """A reload in mid-report shows the question that waits, and its buttons go on."""
    page = await open_page(demo)
    await _sit_down(page, "can bo so xay dung", OFFICER)
    await say(page, "nv 9")
    await tap(page, "Tạm hoãn")
    await expect(log(page).last).to_contain_text("Khó khăn, vướng mắc")
    await page.reload()
    await say(page, "chờ bố trí vốn")
    await expect(log(page)).to_have_count(5)
    await page.reload()
    await tap(page, "Gửi báo cáo")
    await expect(log(page).last).to_contain_text(FILED)
    assert _reports(settings, 9) == [("paused", None, "chờ bố trí vốn", None, None)]


async def test_killed_in_mid_dialogue(settings: Settings, open_page: OpenPage) -> None:
    """After a kill -9 the page finds the server again, and the report goes on where it was."""
    async with _process(settings, 0) as (address, kill):
        page = await open_page(address, troubled=True)
        await _sit_down(page, "can bo so xay dung", OFFICER)
        await say(page, "nv 9")
        await tap(page, "Chưa thực hiện")
        await expect(log(page).last).to_contain_text("Khó khăn, vướng mắc")
        kill()
        await expect(page.get_by_role("status")).to_have_text("Mất kết nối. Đang kết nối lại…")
        await tap(page, "Không có")
    async with _process(settings, int(address.rpartition(":")[2])) as _:
        await expect(log(page).last).to_contain_text("Tình hình thực hiện: chưa thực hiện")
        await live(page)
        await tap(page, "Gửi báo cáo")
        await expect(log(page).last).to_contain_text(FILED)
    assert _reports(settings, 9) == [("not_started", None, None, None, None)]


async def test_a_leader_sees_the_picture_of_the_plan(
    demo: str, open_page: OpenPage, picture: Callable[[Page, str], Awaitable[None]]
) -> None:
    """The summary's picture shows under its words, in this chat and for nobody else."""
    page = await open_page(demo, viewport=PHONE, device_scale_factor=2)
    await _sit_down(page, "chu tich tinh", LEADER)
    await say(page, "tinh hinh chung")
    shown = page.get_by_role("log").get_by_role("img")
    await expect(shown).to_have_attribute(
        "alt", re.compile("33 nhiệm vụ.*UBND TP Sóc Trăng: ", re.DOTALL)
    )
    await expect(shown).to_have_js_property("naturalWidth", 1080)
    await expect(shown).to_be_in_viewport()
    assert not await page.evaluate(SIDEWAYS)
    await picture(page, "summary-chat")
    own = str(await page.locator(".picture a").evaluate("link => link.href"))
    seat = page.url.rpartition("/")[2]
    foreign = own.replace(f"/chat/{seat}/", f"/chat/{int(seat) + 1}/")
    assert (await page.request.get(own)).headers["content-type"] == "image/png"
    assert (await page.request.get(foreign)).status == 404
