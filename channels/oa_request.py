"""The methods of the Zalo Official Account API; an error comes under HTTP 200 as a number."""

import io
import json
from collections.abc import Mapping
from typing import Any

import aiohttp

from channels.oa_tokens import Tokens
from channels.zalo_http import Failed, Unclear, ZaloHttp

_TOKEN_ENDED = frozenset({-216, -220, -124, -14014})
"""What Zalo answers where the access token is wrong or has ended."""


class OaRequest:
    """Calls methods of one account over some connections, with whatever token works."""

    def __init__(self, http: ZaloHttp, tokens: Tokens, base_url: str) -> None:
        self._http = http
        self._tokens = tokens
        self._base = base_url.rstrip("/")

    async def call(self, path: str, body: Mapping[str, object]) -> dict[str, Any]:
        """Post JSON and return the answer's data; raise a ZaloError."""
        return await self._tried(path, lambda: {"json": body})

    async def upload(self, kind: str, content: bytes, name: str) -> dict[str, Any]:
        """Upload an "image" or a "file" and return the answer's data; raise a ZaloError."""

        def form() -> dict[str, object]:
            data = aiohttp.FormData()
            data.add_field("file", io.BytesIO(content), filename=name)
            return {"data": data}

        return await self._tried(f"/v2.0/oa/upload/{kind}", form)

    async def _tried(self, path: str, content: Any) -> dict[str, Any]:
        """Call once, and once more with a new token where the old one had ended."""
        token = await self._tokens.access()
        try:
            return await self._once(path, token, content())
        except Failed as refused:
            if refused.code not in _TOKEN_ENDED:
                raise
        token = await self._tokens.access(instead_of=token)
        return await self._once(path, token, content())

    async def _once(self, path: str, token: str, content: Mapping[str, Any]) -> dict[str, Any]:
        headers = {"access_token": token}
        status, body = await self._http.post(self._base + path, headers=headers, **content)
        try:
            envelope = json.loads(body)
        except ValueError:
            envelope = None
        if not isinstance(envelope, dict) or not isinstance(envelope.get("error"), int):
            raise Unclear(f"no answer of the API, HTTP {status}")
        if envelope["error"] != 0:
            raise Failed(envelope["error"], str(envelope.get("message", "")).replace(token, "***"))
        data = envelope.get("data")
        return data if isinstance(data, dict) else {}
