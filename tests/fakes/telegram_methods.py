"""The methods of the Bot API a fake Telegram answers, as strict as the true one."""

import itertools
import json
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from tests.fakes.telegram_chat import Chat, Sent
from tests.fakes.telegram_faults import ApiError, Faults
from tests.fakes.telegram_hook import Hook
from tests.fakes.telegram_html import read_html, utf16
from tests.fakes.telegram_updates import Updates

Params = dict[str, Any]

_LARGEST_FILE = 20 * 1024 * 1024
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


class Telegram:
    """One bot's Telegram: its chats, its updates and what the bot sent."""

    def __init__(self, faults: Faults) -> None:
        self.me = {
            "id": 110201543,
            "is_bot": True,
            "first_name": "Báo cáo thử",
            "username": "baocao_thu_bot",
        }
        self.updates = Updates()
        self.hook = Hook(self.updates, faults)
        self.chats: dict[int, Chat] = {}
        self.sent: list[Sent] = []
        self.answered: list[str] = []
        self.commands: list[dict[str, str]] = []
        self._messages = itertools.count(1)
        self._numbers = itertools.count(1)
        self._queries: set[str] = set()
        self._files: dict[str, tuple[str, bytes]] = {}
        self._methods: dict[str, Callable[[Params], Any]] = {
            "getme": lambda _: self.me,
            "deletewebhook": self._delete_webhook,
            "setwebhook": self._set_webhook,
            "getwebhookinfo": lambda _: self.hook.info(),
            "setmycommands": self._set_commands,
            "sendchataction": lambda params: bool(self._chat(params)),
            "sendmessage": self._send_message,
            "editmessagetext": self._edit_message,
            "answercallbackquery": self._answer_query,
            "sendphoto": lambda params: self._send_file(params, "photo"),
            "senddocument": lambda params: self._send_file(params, "document"),
            "getfile": self._get_file,
        }

    def add_file(self, content: bytes, folder: str) -> dict[str, Any]:
        """Take a file and return its handle."""
        number = next(self._numbers)
        key = f"file-{number}"
        self._files[key] = (f"{folder}/file_{number}", content)
        return {"file_id": key, "file_unique_id": f"u{number}", "file_size": len(content)}

    def file_at(self, path: str) -> bytes | None:
        """The file for download, where there is one."""
        return next((content for place, content in self._files.values() if place == path), None)

    def new_message(self) -> int:
        """The next message's number."""
        return next(self._messages)

    def new_query(self) -> str:
        """The next press's id."""
        query = str(next(self._numbers))
        self._queries.add(query)
        return query

    def call(self, method: str, params: Params) -> Any:
        """Answer one method but getUpdates; ApiError where it is refused."""
        do = self._methods.get(method)
        if do is None:
            raise ApiError(404, "Not Found")
        return do(params)

    def poll(self, params: Params) -> Awaitable[list[bytes]]:
        """Answer getUpdates."""
        return self.updates.poll(
            int(params.get("offset") or 0),
            int(params.get("limit") or 100),
            float(params.get("timeout") or 0),
            _parsed(params.get("allowed_updates")),
        )

    def _delete_webhook(self, params: Params) -> bool:
        self.hook.set_up({})
        if str(params.get("drop_pending_updates", "")).lower() == "true":
            self.updates.drop()
        return True

    def _set_webhook(self, params: Params) -> bool:
        self.hook.set_up(params)
        self.updates.allow(_parsed(params.get("allowed_updates")))
        return True

    def _set_commands(self, params: Params) -> bool:
        commands = _parsed(params.get("commands")) or []
        for command in commands:
            if not _COMMAND.fullmatch(command["command"]):
                raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands = commands
        return True

    def _send_message(self, params: Params) -> Params:
        chat = self._chat(params)
        return self._post(chat, "sendMessage", self._words(params) | _markup(params))

    def _edit_message(self, params: Params) -> Params:
        chat = self._chat(params)
        number = int(params.get("message_id") or 0)
        message = chat.messages.get(number)
        if message is None:
            raise ApiError(400, "Bad Request: message to edit not found")
        if message["from"] is not self.me:
            raise ApiError(400, "Bad Request: message can't be edited")
        fresh = self._words(params) | _markup(params)
        keys = ("text", "entities", "reply_markup")
        if all(message.get(key) == fresh.get(key) for key in keys):
            raise ApiError(
                400,
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message",
            )
        kept = {key: value for key, value in message.items() if key not in keys}
        changed = kept | fresh | {"edit_date": int(time.time())}
        return self._show(chat, "editMessageText", changed)

    def _answer_query(self, params: Params) -> bool:
        query = str(params.get("callback_query_id"))
        if query not in self._queries:
            raise ApiError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        self.answered.append(query)
        return True

    def _send_file(self, params: Params, field: str) -> Params:
        chat = self._chat(params)
        content = params.get(field)
        if isinstance(content, str) and content in self._files:
            content = self._files[content][1]
        if not isinstance(content, bytes) or not content:
            raise ApiError(400, f"Bad Request: there is no {field} in the request")
        caption = str(params.get("caption") or "")
        if utf16(caption) > 1024:
            raise ApiError(400, "Bad Request: message caption is too long")
        handle = self.add_file(content, f"{field}s")
        sizes = [handle | {"width": 1, "height": 1}]
        body = {field: sizes if field == "photo" else handle, "caption": caption}
        return self._post(chat, f"send{field.title()}", body | _markup(params), content)

    def _get_file(self, params: Params) -> Params:
        key = str(params.get("file_id"))
        if key not in self._files:
            raise ApiError(400, "Bad Request: invalid file_id")
        path, content = self._files[key]
        if len(content) > _LARGEST_FILE:
            raise ApiError(400, "Bad Request: file is too big")
        return {
            "file_id": key,
            "file_unique_id": key,
            "file_size": len(content),
            "file_path": path,
        }

    def _chat(self, params: Params) -> Chat:
        try:
            chat = self.chats[int(params.get("chat_id") or 0)]
        except (KeyError, ValueError):
            raise ApiError(400, "Bad Request: chat not found") from None
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def _words(self, params: Params) -> Params:
        text = str(params.get("text") or "")
        entities: list[dict[str, Any]] = []
        if str(params.get("parse_mode") or "").upper() == "HTML":
            text, entities = read_html(text)
        text = text.strip()
        if not text:
            raise ApiError(400, "Bad Request: message text is empty")
        if len(text) > 2048 and utf16(text) > 4096:
            raise ApiError(400, "Bad Request: message is too long")
        return {"text": text, "entities": entities} if entities else {"text": text}

    def _post(self, chat: Chat, method: str, body: Params, content: bytes | None = None) -> Params:
        head = {"message_id": self.new_message(), "from": self.me, "date": int(time.time())}
        return self._show(chat, method, head | {"chat": chat.as_json} | body, content)

    def _show(
        self, chat: Chat, method: str, message: Params, content: bytes | None = None
    ) -> Params:
        chat.messages[message["message_id"]] = message
        sent = Sent(
            chat=chat.id,
            method=method,
            message_id=message["message_id"],
            text=message.get("text") or message.get("caption", ""),
            entities=message.get("entities", []),
            keyboard=message.get("reply_markup", {}).get("inline_keyboard", []),
            content=content,
        )
        self.sent.append(sent)
        chat.show(sent)
        return message


def _markup(params: Params) -> Params:
    markup = _parsed(params.get("reply_markup"))
    if not markup:
        return {}
    for row in markup.get("inline_keyboard", ()):
        for button in row:
            if not button.get("text"):
                raise ApiError(400, "Bad Request: inline keyboard button text must be non-empty")
            if not 1 <= len(button.get("callback_data", "").encode()) <= 64:
                raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    return {"reply_markup": markup} if markup.get("inline_keyboard") else {}


def _parsed(value: Any) -> Any:
    """A parameter that is JSON: as text in forms, as it is in a JSON body."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value) if value else None
    except ValueError:
        raise ApiError(400, "Bad Request: can't parse JSON object") from None
