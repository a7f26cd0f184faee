"""The collector of garbage waits while much is built, and only then."""

import gc

import pytest

from bot.uncollected import uncollected


def test_garbage_is_collected_again_afterwards() -> None:
    """Even where building fails, the collector goes on; one inside another does not wake it."""
    with uncollected():
        with pytest.raises(KeyError), uncollected():
            raise KeyError
        assert not gc.isenabled()
    assert gc.isenabled()
