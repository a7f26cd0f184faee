"""Messages as an Official Account sends them: whole, plain, within Zalo's limits."""

import unicodedata

import pytest

from channels.oa_render import (
    BUTTONS,
    TEXT_LIMIT,
    TITLE_LIMIT,
    message_of,
    template_data,
    upload_kind,
)
from dialogue.messages import Choice, Message
from storage.files import MEGABYTE
from storage.media_types import DOC, DOCX, HEIC, JPEG, PDF, PNG, XLSX


def _choices(count: int, label: str = "Chọn", key: str = "k") -> tuple[Choice, ...]:
    return tuple(Choice(key=f"{key}{n}", label=label, number=n) for n in range(1, count + 1))


def _buttons(message: Message) -> list[dict[str, str]]:
    """The buttons under the last message."""
    attachment = message_of(message)[-1].body.get("attachment")
    return [] if attachment is None else list(attachment["payload"]["buttons"])


def test_a_tap_shows_nothing_of_the_payload() -> None:
    """The token and key come back without standing in the chat as the person's words."""
    (button,) = _buttons(Message(text="?", choices=_choices(1), token="q3"))
    assert button == {"title": "1. Chọn", "type": "oa.query.hide", "payload": "#q3:k1"}


def test_what_is_not_asked_has_no_buttons() -> None:
    """Without a question's token nothing could be answered by a tap: the choices are lines."""
    message = Message(text="?", choices=_choices(2), token=None)
    assert _buttons(message) == []
    assert message_of(message)[-1].text == "?\n1. Chọn\n2. Chọn"


@pytest.mark.parametrize(("length", "buttons"), [(900, BUTTONS), (1000, 0)])
def test_a_payload_that_is_too_long_makes_no_buttons(length: int, buttons: int) -> None:
    """Zalo refuses a whole message for one of them; then all can be typed."""
    message = Message(text="?", choices=_choices(BUTTONS, key="k" * length), token="q3")
    assert len(_buttons(message)) == buttons
    assert ("\n1. Chọn" in message_of(message)[-1].text) is (buttons == 0)


@pytest.mark.parametrize(("over", "lines"), [(0, False), (1, True)])
def test_a_caption_as_long_as_a_button_stands_on_it_alone(over: int, lines: bool) -> None:
    """One letter more, and it stands whole as a line too."""
    label = "x" * (TITLE_LIMIT - len("1. ") + over)
    (said,) = message_of(Message(text="?", choices=_choices(1, label), token="q3"))
    assert (f"\n1. {label}" in said.text) is lines


@pytest.mark.parametrize("label", ["A & B", "A &amp; B", "a <b> c", "&lt;"])
def test_a_line_reads_as_its_label(label: str) -> None:
    """Signs of markup in a label are words."""
    (said,) = message_of(Message(text="?", choices=_choices(BUTTONS + 1, label), token="q3"))
    assert said.text.splitlines()[1] == f"1. {label}"


def test_letters_are_composed() -> None:
    """Decomposed Vietnamese would count twice against Zalo's limit."""
    (said,) = message_of(Message(text=unicodedata.normalize("NFD", "Kế hoạch")))
    assert said.body["text"] == unicodedata.normalize("NFC", "Kế hoạch")


def test_a_long_message_comes_in_parts() -> None:
    """Each part is plain and short enough, nothing is lost, and the buttons stand last."""
    text = "\n".join(f"<b>Dòng {n}</b> &lt;{'x' * 90}&gt;" for n in range(60))
    said = message_of(Message(text=text, choices=_choices(1), token="q3"))
    assert len(said) > 1
    assert all(len(each.body["text"]) <= TEXT_LIMIT for each in said)
    words = "\n".join(each.body["text"] for each in said).split("\n")
    assert words == [f"Dòng {n} <{'x' * 90}>" for n in range(60)]
    assert ["attachment" in each.body for each in said] == [False] * (len(said) - 1) + [True]
    assert [each.text for each in said] == [each.body["text"] for each in said]


def test_a_template_has_one_short_field() -> None:
    """What is too long for the field is cut after a word, on one line."""
    (field,) = template_data("Nhắc việc\n" + "nhiệm vụ " * 100).values()
    assert len(field) <= 400
    assert field.startswith("Nhắc việc nhiệm vụ")
    assert field.endswith("…")


@pytest.mark.parametrize(
    ("media_type", "size", "kind"),
    [
        (JPEG, MEGABYTE, "image"),
        (PNG, 1, "image"),
        (JPEG, MEGABYTE + 1, None),
        (HEIC, 1, None),
        (PDF, 5 * MEGABYTE, "file"),
        (DOC, 1, "file"),
        (DOCX, 1, "file"),
        (PDF, 5 * MEGABYTE + 1, None),
        (XLSX, 1, None),
    ],
)
def test_what_zalo_takes_by_upload(media_type: str, size: int, kind: str | None) -> None:
    """Pictures to a megabyte, PDF and Word to five; no workbook."""
    assert upload_kind(media_type, size) == kind
