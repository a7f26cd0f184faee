"""Lines about requests on personal data that several dialogues say the same way."""

from datetime import timedelta

from markupsafe import Markup, escape

from dialogue.talk import Talk
from domain.privacy import DataRequest

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


def time_left(talk: Talk, request: DataRequest) -> Markup:
    """How long there is to answer a request, or for how long it is overdue."""
    left = abs(request.due_at - talk.now)
    late = request.is_overdue(talk.now)
    if left >= 2 * _DAY:
        return talk.text("data-late-days" if late else "data-left-days", days=str(left // _DAY))
    return talk.text("data-late-hours" if late else "data-left-hours", hours=str(left // _HOUR))


def request_kind(talk: Talk, request: DataRequest) -> Markup:
    """What is asked for, in a few words."""
    return talk.text(f"data-kind-{request.kind.value}")


def channel_name(talk: Talk, channel: str) -> Markup:
    """A channel as people call it; one that has no such name by its own."""
    known = talk.texts.has(f"channel-{channel}")
    return talk.text(f"channel-{channel}") if known else escape(channel)
