from collections.abc import Callable
from pathlib import Path

import pytest

from plans.checking import check
from plans.reading import Reading

PRINTED = Path(__file__).parent.parent / "data" / "plan-179.txt"


@pytest.fixture(scope="session")
def reading() -> Reading:
    """Plan 179 as read from its tables."""
    return check(PRINTED)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the printed plan with texts replaced, each found once."""

    def change(*replacements: tuple[str, str]) -> Path:
        text = PRINTED.read_text(encoding="utf-8")
        for old, new in replacements:
            assert text.count(old) == 1, (old, text.count(old))
            text = text.replace(old, new)
        path = tmp_path / "plan.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return change
