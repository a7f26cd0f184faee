"""What comes in from a channel and what goes out to one; no dialogue knows more of a platform.

Texts going out are light markup: HTML with only <b> and <i>, every value escaped, every tag closed
on its own line. A channel renders it by its own abilities.
"""

from datetime import datetime
from enum import StrEnum

from domain.model import Model


class Kind(StrEnum):
    """What an inbound update is, whatever the platform calls it.

    WITHHELD is one of which the platform gives nothing away, as of files on some.
    """

    TEXT = "text"
    PRESS = "press"
    FILE = "file"
    EDITED = "edited"
    CONTACT = "contact"
    STICKER = "sticker"
    OTHER = "other"
    WITHHELD = "withheld"
    GROUP = "group"


class Press(Model):
    """A tapped choice: the question's token and the choice's key, as the button carried them.

    `message` is the platform's id of the pressed message, where known: it is edited into its
    answer.
    """

    token: str
    key: str
    message: str | None = None


class File(Model):
    """A file that came in; `sha256` names it on disk, None while it could not be fetched.

    `ref` is the platform's handle to fetch it again; `problem` is "too-large", "bad-type" or
    "unfetched" where it is not on disk; stored it is "lost" once it can be had no more.
    """

    ref: str
    name: str
    media_type: str
    size: int
    sha256: str | None = None
    problem: str | None = None


class Inbound(Model):
    """One update from a platform; (channel, chat, id) is unique for ever.

    `channel` names the channel and, where it has several, the bot ("telegram", "webchat").
    A photo's caption is `text`.
    """

    channel: str
    chat: str
    id: str
    kind: Kind
    sent_at: datetime
    received_at: datetime
    text: str = ""
    press: Press | None = None
    files: tuple[File, ...] = ()


class Choice(Model):
    """Something that can be tapped, or chosen by typing its number or its words.

    `number` is shown before the label where the list is numbered; a task's choice has none, its
    label begins with its own number ("NV 9 …"). `label` is plain text, not markup.
    """

    key: str
    label: str
    number: int | None = None

    @property
    def caption(self) -> str:
        """What a button shows: the number, so that it can also be typed, and the label."""
        return self.label if self.number is None else f"{self.number}. {self.label}"


class Message(Model):
    """One message to a person: markup, and the choices under it with their question's token."""

    text: str
    choices: tuple[Choice, ...] = ()
    token: str | None = None


class Edit(Model):
    """The pressed message made into its answer: no choices left, the chosen caption shown."""

    message: str
    text: str


class Echo(Model):
    """What the person said, for a channel that keeps its own timeline (the web chat).

    `text` is plain, as it was typed; `of` is the id of the Inbound it repeats, so that a browser
    can put it in the place of what it shows as being sent.
    """

    text: str
    of: str | None = None


class Tone(StrEnum):
    """What a series of a chart stands for, whatever colour a picture gives it."""

    BAD = "bad"
    OPEN = "open"
    NEUTRAL = "neutral"
    GOOD = "good"
    LATE = "late"
    CLOSED = "closed"


class Series(Model):
    """One kind of number in every bar of a chart."""

    label: str
    tone: Tone


class Bar(Model):
    """One row of a chart: whose numbers, in the order of the series."""

    label: str
    values: tuple[int, ...]


class Chart(Model):
    """Numbers for a channel that takes pictures; another leaves it out, the words have said it.

    All texts are plain. `note` stands under the title, `foot` below the bars.
    """

    title: str
    note: str
    foot: str = ""
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]

    @property
    def words(self) -> str:
        """The picture for who cannot see it: every bar with its numbers."""
        return "\n".join([f"{self.title}. {self.note}", *map(self._row, self.bars)])

    def _row(self, bar: Bar) -> str:
        named = zip(self.series, bar.values, strict=True)
        return f"{bar.label}: " + ", ".join(f"{s.label} {value}" for s, value in named if value)


class Attachment(Model):
    """A kept file for a channel that takes such files; another says what is told instead.

    `evidence` is its row, `sha256` names it on disk, `size` is in bytes. The rest is plain text for
    whatever comes of it: the `caption` under it, what introduces a link to it where only that can
    be sent (`linked`), what is said where nothing can (`unsent`) or it is not on disk (`missing`).
    """

    evidence: int
    name: str
    media_type: str
    size: int
    sha256: str
    caption: str
    linked: str
    unsent: str
    missing: str


Content = Message | Edit | Echo | Chart | Attachment
"""What goes out to a chat."""


class Delivery(Model):
    """One row of the outbox on its way to a chat; `id` grows in the order of sending per chat.

    `queued_at` is the time a channel with its own timeline shows beside it.
    """

    id: int
    channel: str
    chat: str
    content: Content
    queued_at: datetime | None = None
