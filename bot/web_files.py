"""A kept file as an answer of the web server: pictures are shown, all else is saved."""

from urllib.parse import quote

from aiohttp import web

from bot.web_guard import Problem
from dialogue.messages import Attachment
from storage.files import FileStore
from storage.media_types import JPEG, PNG, WEBP

SHOWN = frozenset({JPEG, PNG, WEBP})
"""What a browser shows by itself, and cannot hold a script."""


async def file_response(
    files: FileStore, attachment: Attachment, *, public: bool = False
) -> web.FileResponse:
    """Return a file under its own name; a Problem where it is not on disk any more.

    A `public` one may be shown by a platform's own app. Nobody keeps a copy on the way.
    """
    if not await files.has(attachment.sha256):
        raise Problem(404, "web-evidence-missing", name=attachment.name)
    way = "inline" if attachment.media_type in SHOWN else "attachment"
    headers = {
        "Content-Type": attachment.media_type,
        "Content-Disposition": f"{way}; filename*=UTF-8''{quote(attachment.name, safe='')}",
        "Cache-Control": "private, no-store",
    }
    if public:
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return web.FileResponse(files.path(attachment.sha256), headers=headers)
