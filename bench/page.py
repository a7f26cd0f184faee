"""The table of figures, on the terminal and in docs/performance.md."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.figures import Row

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
HEADINGS = (
    "bot",
    "way",
    "turns/s",
    "ours : it",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "CPU s / 1,000",
    "peak MB",
    "to poll s",
    "API calls a turn",
)


def show(rows: Sequence[Row], notes: Sequence[str]) -> None:
    """Print the table."""
    table = Table(*HEADINGS)
    for row in rows:
        table.add_row(*_cells(row))
    console = Console(width=150)
    console.print(table)
    for note in notes:
        console.print(note)


def write(rows: Sequence[Row], notes: Sequence[str]) -> None:
    """Put the table into the page; the words around it stay."""
    put_table("figures", HEADINGS, [_cells(row) for row in rows], notes, write=True)


def put_table(
    mark: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    notes: Iterable[str],
    *,
    write: bool,
) -> list[str]:
    """Return a table as lines of Markdown; if told to `write`, put them between the page's marks.

    The marks are `<!-- mark -->` and `<!-- end of mark -->`.
    """
    table = [headings, tuple("---" for _ in headings), *rows]
    lines = [f"| {' | '.join(cells)} |" for cells in table]
    lines += ["", *(f"- {note}" for note in notes)]
    if write:
        begin, end = f"<!-- {mark} -->", f"<!-- end of {mark} -->"
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
        _, _, after = rest.partition(end)
        figures = "\n".join([begin, "", *lines, "", end])
        PAGE.write_text(before + figures + after, encoding="utf-8")
    return lines


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.bot,
        row.way,
        f"{row.turns_per_second:.0f}",
        f"{row.ratio:.2f}",
        f"{row.p50:.1f}",
        f"{row.p95:.1f}",
        f"{row.p99:.1f}",
        f"{row.processor_per_1000:.2f}",
        f"{row.peak_megabytes:.0f}",
        f"{row.to_first_poll:.2f}",
        row.calls,
    )
