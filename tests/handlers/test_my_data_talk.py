"""The talks about one's own data, word for word; what they say of accounts differs by channel."""

import os
from pathlib import Path

import pytest

from dialogue.texts import Texts
from tests.harness.stage import Stage
from tests.harness.transcript import Transcript

FOLDER = Path(__file__).parents[1] / "transcripts" / "by_channel"


@pytest.mark.parametrize(("name", "language"), [("my-data", "vi"), ("my-data-english", "en")])
async def test_the_conversation_goes_as_written(name: str, language: str, stage: Stage) -> None:
    """Every line of the bot is exactly what people read in the transcript."""
    stage.texts = Texts(language)
    path = FOLDER / f"{name}.txt"
    written = path.read_text(encoding="utf-8")
    played = await Transcript(stage).play(written)
    if os.environ.get("BAOCAO_RECORD"):
        path.write_text(played, encoding="utf-8")
    assert played == written
