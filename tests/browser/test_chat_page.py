"""The chat page in a real browser: nothing lost, nothing doubled, usable by hand, key and ear."""

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import FilePayload, Route, expect

from tests.browser.chat import live, log, say, waiting
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.fakes.bad_line import BadLine
from tests.fakes.web_bot import OFFICER, UNSPOKEN, WebDesk, roster, web_desk

CHAT = f"/chat/{OFFICER.id}"
REPORT = "nv 9 đang làm 60%, đang chờ ý kiến thẩm định"
OTHER = next(seat for seat in roster() if seat.name == "Chuyên viên Sở Nội vụ")


def _answered(*texts: str) -> list[str]:
    return [line for text in texts for line in (text, f"Đã nghe: {text}")]


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desk"])
async def test_report_by_words_and_button(
    desk: WebDesk, open_page: OpenPage, viewport: dict[str, int]
) -> None:
    """A person chooses a seat, types a report, taps the card's button and sees it recorded."""
    page = await open_page(desk.address, viewport=viewport)
    await page.get_by_role("searchbox").fill("so xay dung chuyen vien bao cao")
    await page.get_by_role("link", name="Chuyên viên Sở Xây dựng").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Chuyên viên Sở Xây dựng")
    await say(page, REPORT)
    await page.get_by_role("button", name="1. Gửi báo cáo").click()
    await expect(log(page)).to_have_count(3)
    await expect(log(page).nth(0)).to_have_text(REPORT)
    await expect(log(page).nth(1)).to_contain_text("Đã chọn: 1. Gửi báo cáo")
    await expect(log(page).nth(2)).to_contain_text("Đã ghi nhận báo cáo NV 9")
    await expect(page.get_by_role("button", name="1. Gửi báo cáo")).to_have_count(0)
    await expect(waiting(page)).to_have_count(0)
    assert [inbound.kind for inbound in desk.bot.inbox] == ["text", "press"]


async def test_hasty_typing_is_not_lost(desk: WebDesk, open_page: OpenPage) -> None:
    """What is typed before the page has come to life stays, and can be sent when it has."""
    page = await open_page(desk.address)
    held: asyncio.Future[Route] = asyncio.Future()

    async def hold(route: Route) -> None:
        held.set_result(route)

    await page.route("**/chat.js", hold)
    await page.goto(desk.address + CHAT, wait_until="commit")
    await page.get_by_role("textbox").fill("menu")
    await expect(page.get_by_role("button", name="Gửi", exact=True)).to_be_disabled()
    await (await held).continue_()
    await page.get_by_role("button", name="Gửi", exact=True).click()
    await expect(log(page)).to_have_text(_answered("menu"))


async def test_double_tap_is_one_press(desk: WebDesk, open_page: OpenPage) -> None:
    """Two quick taps on a button are one press."""
    page = await open_page(desk.address + CHAT)
    await say(page, "nv 9")
    await page.get_by_role("button", name="3. Hủy").dblclick()
    await expect(log(page)).to_have_count(3)
    assert [inbound.kind for inbound in desk.bot.inbox] == ["text", "press"]


async def test_older_buttons_stay_but_stand_back(desk: WebDesk, open_page: OpenPage) -> None:
    """Only the newest set of buttons is prominent; an older one can still be pressed."""
    page = await open_page(desk.address + CHAT)
    await say(page, "nv 9")
    await say(page, "nv 9")
    await expect(page.get_by_role("button", name="2. Sửa")).to_have_count(2)
    await expect(page.locator(".newest")).to_have_count(1)
    await page.get_by_role("button", name="2. Sửa").first.click()
    await expect(log(page).nth(1)).to_contain_text("Đã chọn: 2. Sửa")


async def test_markup_typed_by_a_person_stays_text(desk: WebDesk, open_page: OpenPage) -> None:
    """What looks like markup or script in a person's words is shown letter by letter."""
    page = await open_page(desk.address + CHAT)
    hostile = '<img src=x onerror="document.title=1"><b>đậm</b> &lt;i&gt; &amp; <script>1</script>'
    await say(page, hostile)
    await expect(log(page)).to_have_text([hostile, f"Đã nghe: {hostile}"])
    assert await page.locator("#log img, #log script, #log b").count() == 0


async def test_only_bold_and_italic_come_of_markup(desk: WebDesk, open_page: OpenPage) -> None:
    """Of the server's markup only <b> and <i> take effect, also crossed, unclosed or in tags."""
    await desk.tell(
        OFFICER.id, "<b>a<i>b</b>c", "<u>d</u></b>e", "<b onclick=1>f</b>", "&amp;lt;b&amp;gt;"
    )
    page = await open_page(desk.address + CHAT)
    await expect(log(page)).to_have_text(["abc", "<u>d</u>e", "<b onclick=1>f", "&lt;b&gt;"])
    assert await page.locator("#log b").all_inner_texts() == ["abc"]


async def test_line_cut_in_mid_answer(desk: WebDesk, line: BadLine, open_page: OpenPage) -> None:
    """A stream that breaks in the middle of an event goes on with nothing lost or doubled."""
    page = await open_page(line.address + CHAT, troubled=True)
    await live(page)
    line.cut_at = b"Tin hai"
    texts = ["Tin một", "Tin hai, phần sau", "Tin ba"]
    await desk.tell(OFFICER.id, *texts)
    await expect(log(page)).to_have_text(texts)
    assert line.cut_at is None


async def test_lost_connection_is_told_and_comes_back(
    desk: WebDesk, line: BadLine, open_page: OpenPage
) -> None:
    """While the server is away the page says so, keeps what is said in order, and then sends it."""
    page = await open_page(line.address + CHAT, troubled=True)
    await live(page)
    line.dead = True
    line.cut()
    await expect(page.get_by_role("status")).to_have_text("Mất kết nối. Đang kết nối lại…")
    for text in ("một", "hai", "ba"):
        await say(page, text)
    await expect(waiting(page)).to_have_count(3)
    await expect(waiting(page).first).to_contain_text("Chưa gửi được, sẽ tự gửi lại")
    line.dead = False
    await expect(log(page)).to_have_text(_answered("một", "hai", "ba"))
    await live(page)
    await expect(waiting(page)).to_have_count(0)


async def test_reload_offline_keeps_the_queue(desk: WebDesk, open_page: OpenPage) -> None:
    """What waits is there after a reload, under the same ids, with the words half typed."""
    page = await open_page(desk.address + CHAT, troubled=True)
    await live(page)
    desk.bot.failing = [OSError("disk full")] * 3
    await say(page, "một")
    await say(page, "hai")
    await page.get_by_role("textbox").fill("còn dở")
    await expect(waiting(page).first).to_contain_text("Chưa gửi được")
    await page.reload()
    await expect(page.get_by_role("textbox")).to_have_value("còn dở")
    await expect(log(page)).to_have_text(_answered("một", "hai"))
    await expect(waiting(page)).to_have_count(0)
    assert desk.bot.texts(f"p{OFFICER.id}") == _answered("một", "hai")


async def test_lost_acknowledgement_doubles_nothing(desk: WebDesk, open_page: OpenPage) -> None:
    """Words that were committed although the browser was told otherwise are said once."""
    desk.bot.lost_answers = 1
    page = await open_page(desk.address + CHAT, troubled=True)
    await say(page, "một")
    await say(page, "hai")
    await expect(log(page)).to_have_text(_answered("một", "hai"))
    await expect(waiting(page)).to_have_count(0)
    assert desk.bot.texts(f"p{OFFICER.id}") == _answered("một", "hai")


async def test_words_not_repeated_go(desk: WebDesk, open_page: OpenPage) -> None:
    """Words that the server takes but does not keep are not left standing as if being sent."""
    page = await open_page(desk.address + CHAT)
    await say(page, UNSPOKEN)
    await expect(log(page)).to_have_text([f"Đã nghe: {UNSPOKEN}"])
    await expect(waiting(page)).to_have_count(0)


async def test_press_while_offline(desk: WebDesk, line: BadLine, open_page: OpenPage) -> None:
    """A button pressed without connection shows it, and counts once the server is back."""
    page = await open_page(line.address + CHAT, troubled=True)
    await say(page, "nv 9")
    button = page.get_by_role("button", name="1. Gửi báo cáo")
    await expect(button).to_be_visible()
    line.dead = True
    line.cut()
    await button.click()
    await expect(button).to_have_attribute("aria-disabled", "true")
    line.dead = False
    await expect(log(page).last).to_contain_text("Đã ghi nhận")
    assert len(desk.bot.inbox) == 2


async def test_server_begun_anew(tmp_path: Path, open_page: OpenPage) -> None:
    """A page that outlives its server shows the new server's conversation, and no other."""
    async with web_desk(tmp_path) as first:
        page = await open_page(first.address + CHAT, troubled=True)
        await say(page, "cũ")
        await expect(log(page)).to_have_text(_answered("cũ"))
        await first.tell(OFFICER.id, "cũ nữa")
        await expect(log(page)).to_have_count(3)
    async with web_desk(tmp_path, port=first.port) as second:
        await second.tell(OFFICER.id, "mới")
        await expect(log(page)).to_have_text(["mới"])


async def test_reload_shows_the_same(desk: WebDesk, open_page: OpenPage) -> None:
    """A reload shows the whole conversation again, edited messages as they are now."""
    page = await open_page(desk.address + CHAT)
    await say(page, "nv 9")
    await page.get_by_role("button", name="1. Gửi báo cáo").click()
    await expect(log(page)).to_have_count(3)
    before = await page.locator("#log").inner_text()
    await page.reload()
    await live(page)
    assert await page.locator("#log").inner_text() == before
    assert await page.locator("#log button").count() == 0


async def test_tabs_of_one_and_of_two_people(desk: WebDesk, open_page: OpenPage) -> None:
    """Two tabs of a person share a chat; another person's tab shows none of it."""
    one = await open_page(desk.address + CHAT)
    same = await open_page(desk.address + CHAT)
    other = await open_page(f"{desk.address}/chat/{OTHER.id}")
    await say(one, "của tôi")
    await say(other, "của người khác")
    await expect(log(one)).to_have_text(_answered("của tôi"))
    await expect(log(same)).to_have_text(_answered("của tôi"))
    await expect(log(other)).to_have_text(_answered("của người khác"))


async def test_hidden_tabs_hold_no_connection(desk: WebDesk, open_page: OpenPage) -> None:
    """Eight tabs of one browser all work, though it opens only six connections to a server."""
    first = await open_page(desk.address + CHAT)
    hide = "Object.defineProperty(document, 'visibilityState', {get: () => window.seen});"
    await first.context.add_init_script(f"window.seen = 'visible'; {hide}")
    change = "seen => { window.seen = seen; document.dispatchEvent(new Event('visibilitychange')) }"
    tabs = []
    for _ in range(7):
        tab = await first.context.new_page()
        await tab.goto(desk.address + CHAT)
        await live(tab)
        await tab.evaluate(change, "hidden")
        tabs.append(tab)
    await say(first, "menu")
    await expect(log(first)).to_have_text(_answered("menu"))
    await expect(log(tabs[0])).to_have_text([])
    await tabs[0].evaluate(change, "visible")
    await expect(log(tabs[0])).to_have_text(_answered("menu"))


async def test_by_keyboard_alone(desk: WebDesk, open_page: OpenPage) -> None:
    """Enter sends, Shift+Enter breaks the line, and Tab leads on to the next question's buttons."""
    page = await open_page(desk.address + CHAT, viewport=DESKTOP)
    await expect(page.get_by_role("textbox")).to_be_focused()
    await page.keyboard.type("nv 9")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("đang làm")
    await page.keyboard.press("Enter")
    await expect(log(page).first).to_have_text("nv 9\nđang làm")
    await expect(page.get_by_role("textbox")).to_have_value("")
    change = page.get_by_role("button", name="2. Sửa")
    await expect(change).to_be_visible()
    for _ in range(4):
        await page.keyboard.press("Shift+Tab")
        if await change.evaluate("button => button === document.activeElement"):
            break
    await expect(change).to_be_focused()
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert await page.evaluate(outline) == "solid"
    await page.keyboard.press("Enter")
    await expect(log(page).last).to_have_text("Chọn lại:")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="1. Gửi báo cáo")).to_be_focused()


async def test_quick_commands(desk: WebDesk, open_page: OpenPage) -> None:
    """Menu and help are one tap away, and are said as words."""
    page = await open_page(desk.address + CHAT)
    await page.get_by_role("button", name="Menu").click()
    await page.get_by_role("button", name="Trợ giúp").click()
    await expect(log(page)).to_have_text(_answered("menu", "trợ giúp"))


def _file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


async def test_file_is_sent(desk: WebDesk, open_page: OpenPage) -> None:
    """An attached file arrives under its own name."""
    page = await open_page(desk.address + CHAT)
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("button", name="Đính kèm tệp").click()
    chooser = await choosing.value
    await chooser.set_files(_file("Quyết định 12.pdf", b"%PDF-1.7" + b"x" * 500_000))
    await expect(log(page)).to_have_text(["Quyết định 12.pdf", "Đã nhận tệp Quyết định 12.pdf."])
    await expect(waiting(page)).to_have_count(0)
    assert desk.bot.inbox[0].files[0].size == 500_008


@pytest.mark.parametrize(
    ("name", "size", "sentence"),
    [
        ("chương trình.exe", 10, "Chỉ nhận tệp PDF"),
        ("lớn.pdf", 1024 * 1024 + 1, "tối đa 1 MB"),
        ("rỗng.pdf", 0, "Chưa có nội dung"),
    ],
)
async def test_unfit_file_is_told_at_once(
    desk: WebDesk, open_page: OpenPage, name: str, size: int, sentence: str
) -> None:
    """A file that cannot be taken is refused before it is sent, with the reason."""
    page = await open_page(desk.address + CHAT)
    await page.locator("#file").set_input_files(_file(name, b"x" * size))
    await expect(page.get_by_role("alert")).to_contain_text(sentence)
    assert desk.bot.inbox == []


async def test_file_the_server_refuses(desk: WebDesk, open_page: OpenPage) -> None:
    """A file that is not what it calls itself is refused with the reason, and holds up nothing."""
    page = await open_page(desk.address + CHAT, troubled=True)
    await page.locator("#file").set_input_files(_file("giả.pdf", b"MZ\x90\x00"))
    await expect(page.get_by_role("alert")).to_contain_text("Chỉ nhận tệp PDF")
    await say(page, "menu")
    await expect(log(page)).to_have_text(_answered("menu"))


async def test_too_long_text_is_kept_in_the_box(desk: WebDesk, open_page: OpenPage) -> None:
    """A text that is too long is not cut and not lost: the page says how long it may be."""
    page = await open_page(desk.address + CHAT)
    await say(page, "a" * 10_001)
    await expect(page.get_by_role("alert")).to_contain_text("tối đa 10.000 ký tự")
    assert len(await page.get_by_role("textbox").input_value()) == 10_001
    assert desk.bot.inbox == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_fits_the_screen(
    desk: WebDesk,
    open_page: OpenPage,
    viewport: dict[str, int],
    scheme: str,
) -> None:
    """No page scrolls sideways, whatever is said, and the box to write in is always in sight."""
    page = await open_page(desk.address, viewport=viewport, color_scheme=scheme)
    sideways = "document.documentElement.scrollWidth > innerWidth"
    assert not await page.evaluate(sideways)
    await page.goto(desk.address + CHAT)
    await say(page, "x" * 300 + " " + "Nghiêng" * 60)
    await say(page, REPORT)
    for number in range(8):
        await desk.tell(OFFICER.id, f"Tin {number}")
    await expect(log(page)).to_have_count(12)
    assert not await page.evaluate(sideways)
    assert not await page.evaluate("scroll.scrollWidth > scroll.clientWidth")
    await expect(page.get_by_role("textbox")).to_be_in_viewport(ratio=1)
    await expect(page.get_by_role("button", name="Gửi", exact=True)).to_be_in_viewport(ratio=1)
    await expect(log(page).last).to_be_in_viewport()


async def test_names_and_roles(desk: WebDesk, open_page: OpenPage) -> None:
    """A screen reader finds the landmarks, the live log, every control by a name, the speakers."""
    page = await open_page(desk.address + CHAT)
    await say(page, "nv 9")
    await expect(log(page)).to_have_count(2)
    for role in ("banner", "main", "navigation", "log", "status", "textbox"):
        await expect(page.get_by_role(role)).to_have_count(1)
    await expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    await expect(page.locator("html")).to_have_attribute("lang", "vi")
    for control in await page.locator("button:visible, a:visible, textarea").all():
        await expect(control).to_have_accessible_name(re.compile(r"\w"))
    speakers = await page.locator("#log .speaker").all_inner_texts()
    assert [speaker.strip() for speaker in speakers] == ["Anh/chị:", "Hệ thống:"]
    small = "[...document.querySelectorAll('button')].filter(b => b.offsetParent)"
    assert await page.evaluate(f"{small}.every(b => b.offsetHeight >= 44 && b.offsetWidth >= 44)")


CONTRAST = """() => {
  const channel = (c) => (c <= 10.31 ? c / 3294.6 : ((c / 255 + .055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const rgba = (text) => text.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const weak = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.offsetParent || element.closest(".unseen, .drawn, .skip")) continue;
    const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) weak.push(`${element.tagName} ${element.textContent}: ${ratio.toFixed(2)}`);
  }
  return weak;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_contrast(desk: WebDesk, open_page: OpenPage, scheme: str) -> None:
    """Every text stands out from its ground by at least 4.5 to 1, in both looks."""
    page = await open_page(desk.address, color_scheme=scheme, reduced_motion="reduce")
    assert await page.evaluate(CONTRAST) == []
    await page.goto(desk.address + CHAT)
    await say(page, "nv 9")
    await say(page, "nv 9")
    await page.locator("#file").set_input_files(_file("x.exe", b"x"))
    await expect(log(page)).to_have_count(4)
    assert await page.evaluate(CONTRAST) == []


async def test_reduced_motion(desk: WebDesk, open_page: OpenPage) -> None:
    """Who asks for less motion gets none."""
    page = await open_page(desk.address + CHAT, reduced_motion="reduce")
    await say(page, "menu")
    await expect(log(page)).to_have_count(2)
    moving = "getComputedStyle(document.querySelector('.bubble')).animationName"
    assert await page.evaluate(moving) == "none"


async def test_narrowing_the_roster(desk: WebDesk, open_page: OpenPage) -> None:
    """Typing narrows forty people by name, role or agency, with or without marks."""
    page = await open_page(desk.address)
    links = page.locator(".people a:visible")
    await expect(links).to_have_count(len(roster()))
    for typed, names in {
        "my tu": ["Chuyên viên Ủy ban nhân dân huyện Mỹ Tú"],
        "ĐẦU MỐI": ["Chuyên viên tổng hợp"],
        "không ai cả": [],
    }.items():
        await page.get_by_role("searchbox").fill(typed)
        await expect(links.locator(".name")).to_have_text(names)
    await expect(page.get_by_role("status")).to_have_text("Không có người nào phù hợp.")
