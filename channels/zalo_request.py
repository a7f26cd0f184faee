"""The methods of the Zalo Bot API; HTTP 200 does not mean success, an answer tells by `ok`."""

import json
from collections.abc import Mapping
from typing import Any

from channels.zalo_http import Failed, Unclear, ZaloHttp

SILENCE = 408
"""The code of a poll that found nothing, and of a call that took too long."""
TOKEN_REFUSED = 401
TOO_MANY = 429


class ZaloRequest(ZaloHttp):
    """Calls methods of one bot; used as `async with`, which holds the connections."""

    def __init__(self, token: str, base_url: str) -> None:
        super().__init__(base_url)
        self._token = token
        self._address = f"{base_url.rstrip('/')}/bot{token}"

    async def call(
        self, method: str, params: Mapping[str, object] | None = None, *, patience: float = 0
    ) -> Any:
        """Call a method and return its result; raise a ZaloError."""
        url = f"{self._address}/{method}"
        status, body = await self.post(url, json=params or {}, patience=patience)
        try:
            envelope = json.loads(body)
        except ValueError:
            envelope = None
        if not isinstance(envelope, dict) or "ok" not in envelope:
            raise Unclear(f"no answer of the API, HTTP {status}")
        if envelope["ok"] is True:
            return envelope.get("result")
        code = envelope.get("error_code")
        description = str(envelope.get("description", "")).replace(self._token, "***")
        raise Failed(code if isinstance(code, int) else status, description)
