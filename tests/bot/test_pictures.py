"""Pictures are drawn once for who asks again, and few are kept."""

from bot.pictures import KEPT, Pictures
from dialogue.messages import Bar, Chart, Series, Tone


def _chart(number: int) -> Chart:
    return Chart(
        title=f"Hình {number}",
        note="",
        series=(Series(label="Quá hạn", tone=Tone.BAD),),
        bars=(Bar(label="Sở Y tế", values=(number,)),),
    )


async def test_a_picture_is_drawn_once() -> None:
    """Who asks again for the same numbers is given the same picture, and for others another."""
    pictures = Pictures()
    first = await pictures.draw(_chart(1))
    assert await pictures.draw(_chart(1)) is first
    assert await pictures.draw(_chart(2)) != first


async def test_only_the_latest_are_kept() -> None:
    """Memory does not grow with the days: the one not asked for longest goes first."""
    pictures = Pictures()
    first, second = await pictures.draw(_chart(1)), await pictures.draw(_chart(2))
    for number in range(3, KEPT + 1):
        await pictures.draw(_chart(number))
    assert await pictures.draw(_chart(1)) is first
    await pictures.draw(_chart(KEPT + 1))
    assert await pictures.draw(_chart(1)) is first
    assert await pictures.draw(_chart(2)) is not second
