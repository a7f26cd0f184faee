"""What the storage tests share: an open database with Plan 179 loaded."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.harness.records import Records, open_records


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[Records]:
    """A new database with Plan 179, on Monday 02/03/2026 at 09:14."""
    async with open_records(tmp_path / "baocao.db") as opened:
        yield opened
