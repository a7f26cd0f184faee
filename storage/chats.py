"""Chats: who is bound to one, its open talks, what came in and what is to go out."""

import json
from datetime import datetime

import aiosqlite
from pydantic import ValidationError

from dialogue.messages import (
    Attachment,
    Chart,
    Content,
    Delivery,
    Echo,
    Edit,
    File,
    Inbound,
    Message,
)
from dialogue.state import ChatState
from domain.model import Model
from domain.person import Person, Role
from storage.database import QUERIES
from storage.moments import moment, stamp

_CONTENT: dict[str, type[Content]] = {
    "message": Message,
    "edit": Edit,
    "echo": Echo,
    "chart": Chart,
    "attachment": Attachment,
}


class Chat(Model):
    """A chat as stored: its person if bound, its talks, and how guessing codes goes.

    `state_lost` tells that open talks were stored in a form this version cannot read;
    `unreachable` that the platform refused to send here at last; `agreed` is the version of the
    privacy notice that the person agreed to last.
    """

    address: int
    person: Person | None
    state: ChatState
    state_lost: bool = False
    unreachable: bool = False
    agreed: str | None = None
    failed_codes: int = 0
    barred_until: datetime | None = None


async def find_chat(connection: aiosqlite.Connection, channel: str, chat: str) -> Chat:
    """Return a chat, made if it is new."""
    row = await QUERIES.chat_of(connection, channel=channel, chat=chat)
    if row is None:
        address = await QUERIES.add_address(connection, channel=channel, chat=chat)
        return Chat(address=address, person=None, state=ChatState())
    state, lost = _state(row)
    person = None
    if row["person"] is not None:
        person = Person(
            id=row["person"], name=row["name"], role=Role(row["role"]), agency=row["agency"]
        )
    return Chat(
        address=row["id"],
        person=person,
        state=state,
        state_lost=lost,
        unreachable=row["unreachable_at"] is not None,
        agreed=row["agreed"],
        failed_codes=row["failed_codes"],
        barred_until=moment(row["barred_until"]) if row["barred_until"] else None,
    )


async def receive(
    connection: aiosqlite.Connection, chat: Chat, inbound: Inbound, *, keep: bool
) -> int | None:
    """Put an update into the inbox and return its id, or None for one already there.

    Its words are kept only where `keep`: not a stranger's, not what looks classified. Who writes
    can be reached again.
    """
    if chat.unreachable:
        await QUERIES.mark_reachable(connection, address=chat.address)
    shown = {"kind": inbound.kind.value, "sent_at": inbound.sent_at.isoformat()}
    if keep:
        shown["text"] = inbound.text
        if inbound.press is not None:
            shown["press"] = f"{inbound.press.token}:{inbound.press.key}"
    found: int | None = await QUERIES.receive(
        connection,
        address=chat.address,
        external=inbound.id,
        content=json.dumps(shown, ensure_ascii=False),
        now=stamp(inbound.received_at),
    )
    return found


async def save_talks(connection: aiosqlite.Connection, chat: Chat, now: datetime) -> None:
    """Store a chat's open talks, open for the person who held them and nobody else."""
    await QUERIES.save_talks(
        connection,
        address=chat.address,
        person=None if chat.person is None else chat.person.id,
        serial=chat.state.serial,
        state=chat.state.model_dump_json(),
        now=stamp(now),
    )


async def park(connection: aiosqlite.Connection, inbox: int, problem: str) -> None:
    """Set a poisonous update aside so that the queue goes on."""
    await QUERIES.park(connection, inbox=inbox, problem=problem)


async def store_evidence(
    connection: aiosqlite.Connection, address: int, file: File, now: datetime
) -> int:
    """Store the row of a file that came in, fetched or not, and return its id."""
    id_: int = await QUERIES.store_evidence(
        connection,
        address=address,
        ref=file.ref,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        problem=file.problem,
        now=stamp(now),
    )
    return id_


async def queue(
    connection: aiosqlite.Connection, address: int, content: Content, now: datetime
) -> int:
    """Put something into the outbox and return its id."""
    id_: int = await QUERIES.queue(
        connection, address=address, content=dump_content(content), now=stamp(now)
    )
    return id_


def dump_content(content: Content) -> str:
    """Return a delivery's content as stored."""
    kind = type(content).__name__.lower()
    return json.dumps(
        {"kind": kind, **content.model_dump(mode="json", exclude_defaults=True)},
        ensure_ascii=False,
    )


def load_content(stored: str) -> Content:
    """Return a delivery's content from the outbox."""
    fields = json.loads(stored)
    return _CONTENT[fields.pop("kind")].model_validate(fields)


def delivery_from(row: aiosqlite.Row) -> Delivery:
    """Return the delivery of an outbox row joined with its address."""
    return Delivery(
        id=row["id"],
        channel=row["channel"],
        chat=row["chat"],
        content=load_content(row["content"]),
        queued_at=moment(row["queued_at"]),
    )


def _state(row: aiosqlite.Row) -> tuple[ChatState, bool]:
    """Return the open talks, none of another person's, and whether they could not be read."""
    fresh = ChatState(serial=row["serial"] or 0)
    if row["state"] is None or row["talker"] != row["person"]:
        return fresh, False
    try:
        return ChatState.model_validate_json(row["state"]), False
    except ValidationError:
        return fresh, True
