"""The tokens of a Zalo Official Account: a pair that changes as a whole, kept in a file of its own.

A refresh token works once. Who lost the new pair must ask a person for consent again: so it is on
the disk before it is used, where the disk takes it; one at a time refreshes, and who stops waits.
That it is asked for is written first. Who is killed between Zalo's answer and the disk tries the
old refresh token, and where that is used up says what was lost. The file stands beside the
database, never in it, so that no backup carries a token.
"""

import asyncio
import base64
import hashlib
import json
import os
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import structlog
from pydantic import BaseModel, ValidationError

from channels.zalo_http import NotReached, Unclear, ZaloError, ZaloHttp
from channels.zalo_turns import seen_through

log = structlog.get_logger()

OAUTH = "https://oauth.zaloapp.com"
"""Zalo's own server of consents."""
_SPARE = timedelta(hours=3)
"""An access token is renewed so long before its end, and goes on while a person connects anew."""
_AGAIN = timedelta(minutes=10)
"""So long nothing is asked with a refresh token that was refused."""
_LOST = "the answer to an earlier renewal was lost"


class NotConnected(ZaloError):
    """There are no tokens, or Zalo takes them no more: an administrator has to connect again."""


class Pair(BaseModel):
    """The two tokens, and when the access token ends.

    `asked_at` is when the next pair was asked for; it stays where the answer was lost.
    """

    access: str
    refresh: str
    expires_at: datetime
    asked_at: datetime | None = None


class App(BaseModel):
    """The Zalo application an account is linked with."""

    id: str
    secret: str


class _Refusal(NamedTuple):
    """A refresh token that Zalo did not take, why, and when."""

    refresh: str
    why: str
    at: datetime


class Tokens:
    """Gives the access token that works now, renewing the pair where its time has come."""

    def __init__(
        self,
        app: App,
        file: Path,
        http: ZaloHttp,
        clock: Callable[[], datetime],
        *,
        oauth_url: str = OAUTH,
    ) -> None:
        self._app = app
        self._file = file
        self._http = http
        self._clock = clock
        self._address = f"{oauth_url.rstrip('/')}/v4/oa/access_token"
        self._refreshing = asyncio.Lock()
        self._unkept: Pair | None = None
        self._refused: _Refusal | None = None

    @property
    def refused(self) -> str | None:
        """Why Zalo renews the tokens no more; None while it does."""
        return None if self._refused is None else self._refused.why

    async def access(self, *, instead_of: str | None = None) -> str:
        """Return a token that works, another than one that was refused.

        Raise NotConnected, or NotReached where none is to be had now.
        """
        async with self._refreshing:
            pair = self._load()
            works = pair.access != instead_of and self._clock() < pair.expires_at
            if works and self._clock() < pair.expires_at - _SPARE:
                return pair.access
            try:
                return (await seen_through(self._renew(pair, can_wait=works))).access
            except ZaloError as failure:
                if works:
                    return pair.access
                if isinstance(failure, NotConnected):
                    raise
                raise NotReached(f"no token: {failure}") from None

    async def connect(self, code: str, verifier: str) -> None:
        """Trade the code of a consent for the first pair; raise a ZaloError, or an OSError."""
        async with self._refreshing:
            self._save(
                await self._ask(grant_type="authorization_code", code=code, code_verifier=verifier)
            )

    async def _renew(self, pair: Pair, *, can_wait: bool) -> Pair:
        """Trade a pair for the next one, and keep that before anybody uses it."""
        now, refused = self._clock(), self._refused
        if refused is not None and now < refused.at + _AGAIN:
            raise NotConnected(refused.why)
        lost = pair.asked_at is not None
        self._intend(pair, can_wait=can_wait)
        try:
            renewed = await self._ask(grant_type="refresh_token", refresh_token=pair.refresh)
        except NotConnected as refusal:
            why = f"{_LOST}, {refusal}" if lost else str(refusal)
            self._refused = _Refusal(pair.refresh, why, now)
            self._keep_as_it_was(pair)
            raise NotConnected(why) from None
        self._unkept, self._refused = renewed, None
        self._keep(renewed)
        return renewed

    def _intend(self, pair: Pair, *, can_wait: bool) -> None:
        """Write down that a pair is traded; a disk that cannot take that takes no answer either."""
        try:
            self._save(pair.model_copy(update={"asked_at": self._clock()}))
        except OSError as full:
            log.error("oa.tokens_not_kept", error=type(full).__name__)
            if can_wait:
                raise NotReached(type(full).__name__) from None

    def _keep_as_it_was(self, pair: Pair) -> None:
        """Write that nothing is asked for any more: this answer was not lost."""
        try:
            self._save(pair)
        except OSError as full:
            log.error("oa.tokens_not_kept", error=type(full).__name__)

    async def _ask(self, **form: str) -> Pair:
        """Ask for a pair."""
        status, body = await self._http.post(
            self._address,
            headers={"secret_key": self._app.secret},
            data={"app_id": self._app.id, **form},
        )
        answer = _read(status, body)
        lasts = timedelta(seconds=int(answer["expires_in"]))
        pair = Pair(
            access=answer["access_token"],
            refresh=answer["refresh_token"],
            expires_at=self._clock() + lasts,
        )
        log.info("oa.tokens_renewed", until=pair.expires_at.isoformat())
        return pair

    def _load(self) -> Pair:
        """Read the pair; another than was refused is one that a person has connected."""
        if self._unkept is not None:
            return self._keep(self._unkept)
        try:
            pair = Pair.model_validate_json(self._file.read_bytes())
        except (FileNotFoundError, ValidationError) as error:
            raise NotConnected(type(error).__name__) from None
        if self._refused is not None and pair.refresh != self._refused.refresh:
            self._refused = None
        return pair

    def _keep(self, pair: Pair) -> Pair:
        """Write a pair, or go on with it in mind where the disk does not take it."""
        try:
            self._save(pair)
        except OSError as full:
            log.error("oa.tokens_not_kept", error=type(full).__name__)
        else:
            self._unkept = None
        return pair

    def _save(self, pair: Pair) -> None:
        """Write the pair whole, readable by nobody else, and survive a power cut."""
        partial = self._file.with_name(self._file.name + ".partial")
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(pair.model_dump_json().encode())
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, self._file)
        directory = os.open(self._file.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)


def new_verifier() -> tuple[str, str]:
    """Return a PKCE verifier of 43 characters and its S256 challenge, for one consent."""
    verifier = secrets.token_urlsafe(32)
    digest = hashlib.sha256(verifier.encode()).digest()
    return verifier, base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _read(status: int, body: bytes) -> dict[str, Any]:
    """Read an answer; what holds no tokens tells by its code why, or is unclear."""
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise Unclear(f"no answer of the API, HTTP {status}")
    if not {"access_token", "refresh_token", "expires_in"} <= answer.keys():
        code = answer.get("error", status)
        raise NotConnected(f"refused: {code}") if status < 500 else Unclear(f"HTTP {status}")
    return answer
