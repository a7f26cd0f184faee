"""Debian's chromium, headless, for tests of the pages; skipped where there is none."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

from tests.fakes.bad_line import BadLine, bad_line
from tests.fakes.web_bot import WebDesk, web_desk

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_EXPECTED = ("net::ERR_", "responded with a status of")

OpenPage = Callable[..., Awaitable[Page]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A fresh chromium; a skip, or with BAOCAO_BROWSER_REQUIRED=1 a failure, where none is."""
    found = shutil.which("chromium")
    if found is None:
        if os.environ.get("BAOCAO_BROWSER_REQUIRED") == "1":
            pytest.fail("chromium is required (BAOCAO_BROWSER_REQUIRED=1) and not installed")
        pytest.skip("chromium is not installed: the pages are not tested in a browser")
    async with async_playwright() as driver:
        opened = await driver.chromium.launch(executable_path=found, args=_ARGS)
        yield opened
        await opened.close()


@pytest.fixture
async def open_page(browser: Browser) -> AsyncIterator[OpenPage]:
    """Opens pages, each like a tab of its own machine; none may have complained at the end.

    `troubled=True` lets a page complain of broken connections and refusals. Other options are the
    browser context's: viewport, color_scheme, reduced_motion.
    """
    complaints: list[str] = []

    async def opened(address: str, *, troubled: bool = False, **options: object) -> Page:
        def hear(message: ConsoleMessage) -> None:
            expected = troubled and any(sign in message.text for sign in _EXPECTED)
            if message.type in ("error", "warning") and not expected:
                complaints.append(message.text)

        options.setdefault("viewport", PHONE)
        context = await browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        page = await context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(address)
        return page

    yield opened
    assert complaints == []


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[WebDesk]:
    """A web chat with the scripted bot, served."""
    async with web_desk(tmp_path) as made:
        yield made


@pytest.fixture
async def line(desk: WebDesk) -> AsyncIterator[BadLine]:
    """A line to the desk that can be cut."""
    async with bad_line(desk.port) as made:
        yield made


@pytest.fixture
def picture() -> Callable[[Page, str], Awaitable[None]]:
    """Keeps a picture of a page in BAOCAO_PICTURES, a folder, where that is set."""

    async def keep(page: Page, name: str) -> None:
        if folder := os.environ.get("BAOCAO_PICTURES"):
            await page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled")

    return keep
