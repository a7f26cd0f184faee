"""What one run of a dialogue says, shows and has for others; a Talk asks besides."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from dialogue.messages import Attachment, Chart
from dialogue.state import Notice, TalkState, mark, plain_json
from dialogue.texts import Texts, plain
from domain.person import Person


class DialogueError(Exception):
    """A dialogue is wrongly written: a name used twice, or something asked after its write."""


class Speech:
    """The texts of one dialogue, and what a run of it has said with them."""

    def __init__(self, state: TalkState, texts: Texts) -> None:
        self.texts = texts
        self.lines: list[Markup] = []
        self.charts: list[Chart] = []
        self.notices: list[Notice] = []
        self.attachments: list[Attachment] = []
        self._state = state
        self._names: set[str] = set()
        self._finished = False

    def text(self, name: str, /, **facts: object) -> Markup:
        """Render a text of this dialogue, or a shared one."""
        own = self._id(name)
        return self.texts.say(own if self.texts.has(own) else name, **facts)

    def plain(self, name: str, /, **facts: object) -> str:
        """Render a text without markup, for a label."""
        return plain(self.text(name, **facts))

    def labels(self, name: str, /, keys: Sequence[str]) -> Mapping[str, str]:
        """Labels of choices by key: the texts `name-key`."""
        return {key: self.plain(f"{name}-{key.replace('_', '-')}") for key in keys}

    def say(self, name: str, /, *, of: object = None, **facts: object) -> None:
        """Say something once in this talk, and again when `of` changes."""
        self._once(f"say/{name}")
        if self._state.said.get(name) != (seen := mark(of)):
            self._state.said[name] = seen
            self.lines.append(self.text(name, **facts))

    def draw(self, chart: Chart) -> None:
        """Send a picture after the question shown in this run; where none is, nothing."""
        self.charts.append(chart)

    def enclose(self, attachment: Attachment) -> None:
        """Send a kept file after what is said in this run; it needs no question beside it."""
        self.attachments.append(attachment)

    def notify(
        self,
        people: Iterable[Person],
        dialogue: str,
        key: str,
        *,
        not_before: datetime | None = None,
        **given: object,
    ) -> None:
        """Tell others of what was written: a dialogue opens in each one's chat, on the facts then.

        It is once for ever a person and key. A dialogue that has nothing to say any more is not
        sent. It waits while a question is open there, and until `not_before`.
        """
        if not self._finished:
            raise DialogueError("others are told of what was written, not of what may be")
        self.notices += [
            Notice(
                person=person.id,
                key=key,
                dialogue=dialogue,
                given=plain_json(given),
                not_before=not_before,
            )
            for person in people
        ]

    def leave_rest(self) -> None:
        """Open nothing behind this talk, whatever was to follow it."""
        self._state.then = ()

    def _id(self, name: str) -> str:
        return f"{self._state.dialogue}-{name}".replace("_", "-")

    def _once(self, name: str) -> None:
        if name in self._names:
            raise DialogueError(f"{name!r} is used twice in one run of {self._state.dialogue}")
        self._names.add(name)
