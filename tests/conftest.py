"""What all tests share: a stage with Plan 179 loaded."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.harness.stage import Stage

settings.register_profile(
    "busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("busy machine")


@pytest.fixture
async def stage(tmp_path: Path) -> Stage:
    """A new database with Plan 179, on Monday 02/03/2026 at 09:14."""
    made = Stage(tmp_path / "baocao.db")
    await made.prepare()
    return made
