"""What all tests share: a stage with Plan 179 loaded."""

from pathlib import Path

import pytest

from tests.harness.stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> Stage:
    """A new database with Plan 179, on Monday 02/03/2026 at 09:14."""
    made = Stage(tmp_path / "baocao.db")
    await made.prepare()
    return made
