"""Logs: events as words or as JSON lines; never a token, a phone or what somebody wrote."""

import logging
import sys
import traceback
from pathlib import Path
from typing import Literal

import structlog

FRAMES = 8
"""How many of the innermost frames of an error are told."""


def set_up_logs(form: Literal["console", "json"]) -> None:
    """Log to standard error; libraries only from WARNING on."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(message)s")
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            renderer,
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )


def raised_at(error: BaseException) -> dict[str, str]:
    """What a log tells of an error: its name and where it arose, never its words.

    They may repeat what somebody wrote.
    """
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return {"error": type(error).__name__, "at": " > ".join(places)}
