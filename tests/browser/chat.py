"""The chat page in a person's hands."""

from playwright.async_api import Locator, Page, expect


def log(page: Page) -> Locator:
    """What has been said, bubble by bubble."""
    return page.get_by_role("log").locator(".words")


def waiting(page: Page) -> Locator:
    """What is being sent."""
    return page.locator("#waiting .bubble")


async def say(page: Page, text: str) -> None:
    """Type something and send it."""
    await page.get_by_role("textbox", name="Nội dung").fill(text)
    await page.get_by_role("button", name="Gửi", exact=True).click()


async def tap(page: Page, caption: str) -> None:
    """Tap the newest choice that is called so."""
    await page.locator(".choices").get_by_role("button", name=caption).last.click()


async def live(page: Page) -> None:
    """Wait until the page has heard all there is."""
    await expect(page.locator("#log")).to_have_attribute("aria-busy", "false")
    await expect(page.locator("#connection")).to_be_empty()
