"""Charts as pictures for a phone: stacked bars, one row a name, the numbers in them.

matplotlib is loaded with the first picture, which takes about a second; drawing one takes half of
that. Both belong in a thread, and one picture is drawn at a time.
"""

import os
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from itertools import accumulate
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from dialogue.messages import Chart, Tone

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

DPI = 270
WIDTH = 4.0
"""Inches; 1,080 pixels, which a phone shows at a readable size without turning it."""
_LABELS = 1.6
_MARGIN = 0.1
_ROW = 0.3
_LINE = 0.17
_GAP = 0.1
_LETTERS = 22
_WIDE = 54
_BOLD = 44
_FONT = 8.5


class _Matplotlib(NamedTuple):
    figure: "type[Figure]"
    patch: "type[Rectangle]"


class _Look(NamedTuple):
    fill: str
    ink: str
    hatch: str = ""


_LOOKS = {
    Tone.BAD: _Look("#D55E00", "white"),
    Tone.OPEN: _Look("#DDDDDD", "black"),
    Tone.NEUTRAL: _Look("white", "black", "...."),
    Tone.GOOD: _Look("#00735C", "white"),
    Tone.LATE: _Look("#F0E442", "black"),
    Tone.CLOSED: _Look("#9AD0F0", "black"),
}
"""Told apart also by who sees no red or no green (the colours of Okabe and Ito), and in grey."""


def draw(chart: Chart) -> bytes:
    """Return the chart as a PNG, 1,080 pixels wide."""
    picture = BytesIO()
    figure_of(chart).savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


def figure_of(chart: Chart) -> "Figure":
    """Return the chart laid out, every text inside the figure."""
    head = [*wrap(chart.title, _BOLD), *wrap(chart.note, _WIDE)]
    foot = wrap(chart.foot, _WIDE)
    series = [
        place for place in range(len(chart.series)) if any(b.values[place] for b in chart.bars)
    ]
    legend = -(-len(series) // 2)
    above = _MARGIN + _LINE * (len(head) + legend) + 2 * _GAP
    below = _MARGIN + _LINE * len(foot) + _GAP * bool(foot)
    height = above + _ROW * len(chart.bars) + below
    figure = _matplotlib().figure(figsize=(WIDTH, height), dpi=DPI, facecolor="white")
    _write(figure, head, height - _MARGIN, bold=len(wrap(chart.title, _BOLD)))
    _explain(figure, chart, series, height - _MARGIN - _LINE * len(head) - _GAP)
    _write(figure, foot, below - _GAP)
    axes = figure.add_axes(
        (
            _LABELS / WIDTH,
            below / height,
            (WIDTH - _LABELS - _MARGIN) / WIDTH,
            _ROW * len(chart.bars) / height,
        )
    )
    _stack(axes, chart, series)
    return figure


def _write(figure: "Figure", lines: Sequence[str], top: float, *, bold: int = 0) -> None:
    """Put lines of text one below the other, `top` inches above the lower edge."""
    height = figure.get_figheight()
    for place, line in enumerate(lines):
        figure.text(
            _MARGIN / WIDTH,
            (top - _LINE * place) / height,
            line,
            fontsize=_FONT + 1 if place < bold else _FONT,
            fontweight="bold" if place < bold else "normal",
            va="top",
            parse_math=False,
        )


def _explain(figure: "Figure", chart: Chart, series: Sequence[int], top: float) -> None:
    """The legend, in two columns."""
    height = figure.get_figheight()
    column = (WIDTH - _MARGIN) / 2
    for place, which in enumerate(series):
        left = _MARGIN + column * (place % 2)
        base = top - _LINE * (place // 2 + 1)
        look = _LOOKS[chart.series[which].tone]
        figure.add_artist(
            _matplotlib().patch(
                (left / WIDTH, (base + 0.03) / height),
                0.14 / WIDTH,
                0.11 / height,
                facecolor=look.fill,
                edgecolor="#555555",
                hatch=look.hatch,
                linewidth=0.5,
            )
        )
        figure.text(
            (left + 0.2) / WIDTH,
            (base + 0.085) / height,
            chart.series[which].label,
            fontsize=_FONT,
            va="center",
            parse_math=False,
        )


def _stack(axes: "Axes", chart: Chart, series: Sequence[int]) -> None:
    rows = range(len(chart.bars))
    longest = max((sum(bar.values) for bar in chart.bars), default=0) or 1
    ends = [
        list(accumulate((bar.values[each] for each in series), initial=0)) for bar in chart.bars
    ]
    for place, which in enumerate(series):
        look = _LOOKS[chart.series[which].tone]
        drawn = axes.barh(
            rows,
            [bar.values[which] for bar in chart.bars],
            left=[end[place] for end in ends],
            height=0.74,
            color=look.fill,
            hatch=look.hatch,
            edgecolor="#555555",
            linewidth=0.5,
        )
        room = longest * 0.028
        axes.bar_label(
            drawn,
            [
                str(value) if value and value > room * len(str(value)) else ""
                for value in (bar.values[which] for bar in chart.bars)
            ],
            label_type="center",
            color=look.ink,
            fontsize=_FONT - 0.5,
            bbox={"facecolor": look.fill, "edgecolor": "none", "pad": 0.6} if look.hatch else None,
        )
    axes.set_xlim(0, longest * 1.01)
    axes.set_ylim(len(chart.bars) - 0.5, -0.5)
    axes.set_yticks(rows, [_named(bar.label) for bar in chart.bars])
    for name in axes.get_yticklabels():
        name.set(fontsize=_FONT - 0.5, parse_math=False)
    axes.set_xticks([])
    axes.tick_params(axis="y", length=0, pad=3)
    axes.spines[["top", "right", "bottom"]].set_visible(False)


def _named(label: str) -> str:
    """A name on at most two lines."""
    return "\n".join(wrap(label, _LETTERS, max_lines=2, placeholder="…"))


@cache
def _matplotlib() -> _Matplotlib:
    """Load matplotlib's figures; its cache of fonts is kept nowhere unless a folder is set."""
    with TemporaryDirectory() as folder:
        chosen = os.environ.setdefault("MPLCONFIGDIR", folder)
        try:
            from matplotlib.figure import Figure  # noqa: PLC0415 - with the first picture
            from matplotlib.patches import Rectangle  # noqa: PLC0415
        finally:
            if chosen == folder:
                del os.environ["MPLCONFIGDIR"]
    return _Matplotlib(Figure, Rectangle)
