"""Fetching what somebody sent over Zalo; its address does not last."""

import asyncio
from contextlib import aclosing

import structlog

from channels.zalo_http import ZaloError, ZaloHttp
from dialogue.messages import File
from storage.files import BadType, FileStore, TooLarge

log = structlog.get_logger()


async def fetch(http: ZaloHttp, files: FileStore, file: File, seconds: float) -> File:
    """Bring a file to disk and return it with its hash, or with its problem."""
    if file.size > files.max_bytes:
        return file.model_copy(update={"problem": "too-large"})
    try:
        async with asyncio.timeout(seconds), aclosing(http.chunks(file.ref)) as chunks:
            kept = await files.keep(chunks)
    except TooLarge:
        return file.model_copy(update={"problem": "too-large"})
    except BadType:
        return file.model_copy(update={"problem": "bad-type"})
    except (ZaloError, TimeoutError) as error:
        log.warning("zalo.file_not_kept", error=type(error).__name__)
        return file.model_copy(update={"problem": "unfetched"})
    found = {"sha256": kept.sha256, "size": kept.size, "media_type": kept.media_type}
    return file.model_copy(update={**found, "problem": None})
