"""What may be told of an error."""

import traceback
from pathlib import Path

FRAMES = 8
"""How many of the innermost frames of an error are told."""


def raised_at(error: BaseException) -> dict[str, str]:
    """What a log tells of an error: its name and where it arose, never its words.

    They may repeat what somebody wrote.
    """
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return {"error": type(error).__name__, "at": " > ".join(places)}
