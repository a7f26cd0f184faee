"""Telegram's updates as the dialogues know them."""

from datetime import datetime
from typing import Any

import structlog
from telegram import Bot, CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Update, User
from telegram import Message as TelegramMessage
from telegram.constants import UpdateType

from dialogue.messages import File, Inbound, Kind, Press

ALLOWED = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.MY_CHAT_MEMBER,
)
"""The updates that are asked for; a webhook set by somebody else may have asked for others."""

log = structlog.get_logger()

_OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)


def read_update(item: dict[str, Any], bot: Bot) -> Update:
    """Read one update; an unreadable one is let go of and reported without its words."""
    try:
        return Update.de_json(item, bot)
    except (KeyError, TypeError, ValueError, AttributeError) as unreadable:
        log.error(
            "telegram.update_unreadable",
            update=item["update_id"],
            fields=sorted(item),
            error=type(unreadable).__name__,
        )
        return Update(update_id=item["update_id"])


def inbound_of(update: Update, me: User, channel: str, received_at: datetime) -> Inbound | None:
    """One update as an Inbound with its files not yet fetched; None where nobody is to answer."""
    if update.callback_query is not None:
        return _pressed(update, update.callback_query, channel, received_at)
    if update.my_chat_member is not None:
        return _invited(update, update.my_chat_member, channel, received_at)
    message = update.message or update.edited_message
    if message is None or (message.from_user is not None and message.from_user.is_bot):
        return None
    if message.chat.type != Chat.PRIVATE:
        if update.edited_message is not None or not _is_addressed(message, me):
            return None
        kind = Kind.GROUP
    else:
        kind = Kind.EDITED if update.edited_message is not None else _kind(message)
    return Inbound(
        channel=channel,
        chat=str(message.chat.id),
        id=str(update.update_id),
        kind=kind,
        sent_at=message.edit_date or message.date,
        received_at=received_at,
        text=message.text or message.caption or "",
        files=_files(message) if kind is Kind.FILE else (),
    )


def _pressed(
    update: Update, query: CallbackQuery, channel: str, received_at: datetime
) -> Inbound | None:
    if query.message is None or query.message.chat.type != Chat.PRIVATE:
        return None
    token, colon, key = (query.data or "").partition(":")
    return Inbound(
        channel=channel,
        chat=str(query.message.chat.id),
        id=str(update.update_id),
        kind=Kind.PRESS,
        sent_at=received_at,
        received_at=received_at,
        press=Press(
            token=token if colon else "",
            key=key if colon else token,
            message=str(query.message.message_id),
        ),
    )


def _invited(
    update: Update, change: ChatMemberUpdated, channel: str, received_at: datetime
) -> Inbound | None:
    """A group the bot was taken into; being blocked shows when something is sent."""
    was, now = change.old_chat_member.status, change.new_chat_member.status
    if change.chat.type == Chat.PRIVATE or was not in _OUTSIDE or now in _OUTSIDE:
        return None
    return Inbound(
        channel=channel,
        chat=str(change.chat.id),
        id=str(update.update_id),
        kind=Kind.GROUP,
        sent_at=change.date,
        received_at=received_at,
    )


def _kind(message: TelegramMessage) -> Kind:
    if message.text is not None:
        return Kind.TEXT
    if message.photo or message.document:
        return Kind.FILE
    if message.contact:
        return Kind.CONTACT
    if message.sticker:
        return Kind.STICKER
    return Kind.OTHER


def _files(message: TelegramMessage) -> tuple[File, ...]:
    if message.document is not None:
        sent = message.document
        return (
            File(
                ref=sent.file_id,
                name=sent.file_name or sent.file_unique_id,
                media_type=sent.mime_type or "application/octet-stream",
                size=sent.file_size or 0,
                problem="unfetched",
            ),
        )
    largest = max(message.photo, key=lambda photo: photo.width * photo.height)
    return (
        File(
            ref=largest.file_id,
            name=f"{largest.file_unique_id}.jpg",
            media_type="image/jpeg",
            size=largest.file_size or 0,
            problem="unfetched",
        ),
    )


def _is_addressed(message: TelegramMessage, me: User) -> bool:
    """Whether words in a group are for the bot: a command, a mention or a reply to it."""
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == me.id:
        return True
    words = (message.text or message.caption or "").lower()
    if f"@{me.username}".lower() in words:
        return True
    return words.startswith("/") and "@" not in words.split(maxsplit=1)[0]
