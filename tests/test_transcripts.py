"""The conversations of tests/transcripts happen word for word, with a restart before every line."""

import os
from pathlib import Path

import pytest

from dialogue.texts import Texts
from tests.harness.stage import Stage
from tests.harness.transcript import Transcript, transcripts

FOLDER = Path(__file__).parent / "transcripts"


CAPTIONED = FOLDER / "captioned"
"""Files with captions, which not every channel has: these are not played on the channels."""


@pytest.mark.parametrize(
    "path", [*transcripts(FOLDER), *transcripts(CAPTIONED)], ids=lambda path: path.stem
)
async def test_the_conversation_goes_as_written(path: Path, stage: Stage) -> None:
    """Every line of the bot is exactly what people read in the transcript."""
    written = _written(path)
    played = await Transcript(stage).play(written)
    if os.environ.get("BAOCAO_RECORD"):
        _record(path, played)
    assert played == written


@pytest.mark.parametrize("path", transcripts(FOLDER / "english"), ids=lambda path: path.stem)
async def test_the_conversation_goes_in_english_too(path: Path, stage: Stage) -> None:
    """The bot says it all in English where that is the language set."""
    stage.texts = Texts("en")
    written = _written(path)
    played = await Transcript(stage).play(written)
    if os.environ.get("BAOCAO_RECORD"):
        _record(path, played)
    assert played == written


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _record(path: Path, played: str) -> None:
    path.write_text(played, encoding="utf-8")
