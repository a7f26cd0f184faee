"""The chart, really drawn: a phone's width, nothing cut off, nothing empty."""

import os
import subprocess
import sys
import zlib
from itertools import pairwise
from pathlib import Path

import pytest

from dialogue.messages import Bar, Chart, Series, Tone
from exports.charts import draw, figure_of
from tests.contract.desks import PNG
from tests.harness.stage import PLAN

SERIES = tuple(Series(label=f"Hoàn thành {tone.value}", tone=tone) for tone in Tone)
LEADING = [agency for agency in PLAN.agencies if PLAN.led_by(agency.id)]
NAMES = sorted((agency.name for agency in PLAN.agencies), key=len)[-12:]


def _chart(labels: list[str], scale: int = 1) -> Chart:
    bars = [
        Bar(label=label, values=tuple((place + each) % 4 * scale for each in range(len(SERIES))))
        for place, label in enumerate(labels)
    ]
    return Chart(
        title="Kế hoạch 179/KH-UBND theo cơ quan chủ trì",
        note="Số liệu đến 02/03/2026. 33 nhiệm vụ, hoàn thành 3, quá hạn 23, trong hạn 3.",
        foot="Nhiệm vụ nhiều cơ quan cùng chủ trì được tính cho từng cơ quan.",
        series=SERIES,
        bars=tuple(bars),
    )


@pytest.mark.parametrize(
    "chart",
    [
        _chart([agency.short for agency in LEADING]),
        _chart(NAMES, scale=40),
        _chart(["Sở Xây dựng"]),
        _chart(["Sở $x$ & <b> Xây_dựng^2"]),
    ],
    ids=["short", "longest", "one", "signs"],
)
def test_every_word_lies_inside_and_none_on_another(chart: Chart) -> None:
    """No label is cut off at the picture's edge, and no name runs into the next one's line."""
    figure = figure_of(chart)
    figure.canvas.draw()
    axes = figure.axes[0]
    assert not any(label.get_parse_math() for label in axes.get_yticklabels())
    names = [label.get_window_extent() for label in axes.get_yticklabels()]
    words = [text.get_window_extent() for text in figure.texts]
    for box in [*names, *words]:
        assert box.x0 >= 0
        assert box.y0 >= 0
        assert box.x1 <= figure.bbox.x1
        assert box.y1 <= figure.bbox.y1
    for above, below in pairwise(names):
        assert above.y0 >= below.y1 - 1
    for place, box in enumerate(words):
        assert not any(box.overlaps(other) for other in words[place + 1 :])


def test_the_numbers_stand_in_the_bars() -> None:
    """Every number but zero can be read off, in the order of the series."""
    chart = _chart([agency.short for agency in LEADING])
    shown = [text.get_text() for text in figure_of(chart).axes[0].texts if text.get_text()]
    values = [bar.values[each] for each in range(len(SERIES)) for bar in chart.bars]
    assert shown == [str(value) for value in values if value]


def test_the_picture_is_a_png_of_a_phones_width() -> None:
    """1,080 pixels wide, taller than wide, and drawn on."""
    picture = draw(_chart([agency.short for agency in LEADING]))
    assert picture.startswith(PNG)
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    assert width == 1080
    assert width < height < 3 * width
    assert len(zlib.compress(picture)) > 50_000


def test_a_chart_in_words_tells_every_number() -> None:
    """Who cannot see the picture reads the same."""
    chart = _chart(["Sở Xây dựng", "Sở Y tế"])
    assert chart.words.splitlines()[1] == (
        "Sở Xây dựng: Hoàn thành open 1, Hoàn thành neutral 2, Hoàn thành good 3, "
        "Hoàn thành closed 1"
    )


def test_drawing_leaves_nothing_behind(tmp_path: Path) -> None:
    """matplotlib writes no cache and warns of none, also where there is no home to write to."""
    code = (
        "from exports.charts import draw\n"
        "from dialogue.messages import Bar, Chart, Series, Tone\n"
        "import sys\n"
        "assert 'matplotlib' not in sys.modules\n"
        "draw(Chart(title='a', note='b', series=(Series(label='c', tone=Tone.BAD),),"
        " bars=(Bar(label='d', values=(1,)),)))\n"
    )
    home = tmp_path / "home"
    home.mkdir()
    kept = {"HOME": str(home), "TMPDIR": str(tmp_path), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], env=kept, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(tmp_path.rglob("*")) == [home]
