"""The web chat's door for people on the roster: a code opens a session, a cookie holds it.

The code goes into the ordinary turn, as if typed into a chat of its own: who it is for, the notice
and the consent, and what becomes of wrong codes are the dialogue's matter on every channel.
"""

import hmac
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from secrets import token_hex
from urllib.parse import parse_qs

from aiohttp import web

from bot.signing_in import SigningIn
from bot.web import Part
from bot.web_chat import ChatSite, Seat, Visit
from bot.web_guard import Problem, SignedOut, TooOften, guard
from bot.web_limits import Limits, client_of
from bot.web_pages import Pages, assets
from bot.web_refusals import Refusals, Refused, refused_by
from bot.web_requests import read_body
from channels.webchat import NotAcknowledged, WebChannel
from channels.webhooks import is_secret
from dialogue.texts import Texts
from storage.people import CODE_LENGTH
from storage.web_sessions import LONGEST, WebSession

PROOF = "X-Baocao-Page"
"""The header in which the page's script shows that it is the page's script."""
TRIES = (0.1, 20)
"""Codes a second from one client, and how many at once: an office shares an address."""
TRIES_OF_ALL = (2, 100)
"""The same from everybody."""
WORDS = (1, 20)
"""What one browser may say a second, and at once."""


def login_part(
    channel: WebChannel,
    texts: Texts,
    signing_in: SigningIn,
    clock: Callable[[], datetime],
    home: str | None,
) -> Part:
    """The web chat for people with a code; `home` is its https address behind a reverse proxy.

    Without a `home` only this very machine may ask for it.
    """
    pages = Pages(texts)
    door = _Login(channel, pages, signing_in, clock, home)
    return Part(
        routes=(
            *ChatSite(channel, pages, door).routes(""),
            web.post("/", door.log_in),
            web.get("/logout", door.ask_to_leave),
            web.post("/logout", door.log_out),
            assets(),
        ),
        guard=guard(door.refuse, loopback=home is None, home=home),
        close=channel.close,
    )


class _Login:
    """A door that knows people by their cookies; see `Door`."""

    def __init__(
        self,
        channel: WebChannel,
        pages: Pages,
        signing_in: SigningIn,
        clock: Callable[[], datetime],
        home: str | None,
    ) -> None:
        self._channel = channel
        self._pages = pages
        self._signing_in = signing_in
        self._clock = clock
        self._proxied = home is not None
        self._cookie = "__Host-baocao" if self._proxied else "baocao"
        self._refusals = Refusals(f"{self._cookie}-said", secure=self._proxied)
        self._tries = Limits(*TRIES)
        self._tries_of_all = Limits(*TRIES_OF_ALL)
        self._words = Limits(*WORDS)

    # ---- The door of the chat.

    async def open(self, request: web.Request) -> Seat:
        """Who is signed in, or is being asked for consent."""
        session = await self._session(request)
        if not await self._goes_on(session):
            raise SignedOut(await self._signing_in.last_words(session.chat))
        await self._signing_in.used(session)
        return self._signing_in.seat(session, self._proof(request))

    async def visit(self, request: web.Request) -> Visit:
        """The chat of the session; what changes something must come from its own page."""
        session = await self._session(request)
        if request.method == "POST":
            self._check_proof(request, request.headers.get(PROOF, ""))
            self._pass(self._words, session.hash, "web-too-fast")
            if session.person is None and request.path.endswith("/file"):
                raise Problem(403, "web-file-stranger")
            await self._signing_in.used(session)

        async def still() -> bool:
            now = await self._signing_in.session(self._token(request))
            same = now is not None and (now.hash, now.person) == (session.hash, session.person)
            return same and await self._goes_on(session)

        return Visit(session.chat, still)

    # ---- Coming and going.

    async def log_in(self, request: web.Request) -> web.Response:
        """Hand in a code and lead to the page: of the chat, or that tells why it does not."""
        fields = await _form(request)
        typed, kept = fields.get("code", ""), "keep" in fields
        former = await self._signing_in.session(self._token(request))
        if former is not None and former.person is not None:
            return _to("/")
        self._pass(self._tries, client_of(request, proxied=self._proxied), "web-login-often")
        self._pass(self._tries_of_all, "", "web-login-often")
        code = _code(typed)
        if code is None:
            why = "web-login-shape" if typed.strip() else "web-login-empty"
            return self._refusals.redirect(Refused(why=why, typed=typed, kept=kept))
        token, chat = await self._signing_in.begin(former, kept=kept)
        try:
            await self._channel.say(chat, token_hex(8), code)
        except NotAcknowledged as error:
            raise Problem(503, "web-login-busy") from error
        session = await self._signing_in.session(token)
        if session is not None and await self._goes_on(session):
            answer = _to("/")
            self._refusals.forget(answer)
        else:
            answer = self._refusals.redirect(Refused(typed=typed, kept=kept))
        self._set_cookie(answer, token, kept=kept)
        return answer

    async def ask_to_leave(self, request: web.Request) -> web.Response:
        """Ask before somebody signs out, for it takes a new code to come back."""
        session = await self._session(request)
        proof = self._proof(request)
        page = self._pages.show("logout.html", seat=self._signing_in.seat(session, proof))
        page.headers["Cache-Control"] = "no-store"
        return page

    async def log_out(self, request: web.Request) -> web.Response:
        """End the session, and every stream of it."""
        session = await self._session(request)
        self._check_proof(request, (await _form(request)).get("proof", ""))
        await self._signing_in.sign_out(session)
        self._channel.wake(session.chat)
        return _to("/")

    def refuse(self, request: web.Request, problem: Problem) -> web.Response:
        """Show the login page to who is not signed in, and what is wrong with a code beside it."""
        if isinstance(problem, SignedOut) and request.path == "/logout":
            return _to("/")
        if request.path != "/" or problem.status == 421:
            return self._pages.refuse(request, problem)
        refused = refused_by(problem) if request.method == "POST" else None
        if refused is not None:
            return self._refusals.redirect(refused)
        if not isinstance(problem, SignedOut):
            why = self._pages.texts.plain(problem.text, **problem.values)
            page = self._form(problem.status, why)
            page.headers.update(problem.headers)
            return page
        return self._let_in(request, problem.why)

    def _let_in(self, request: web.Request, said: str) -> web.Response:
        """Show the login page, and once why a code was refused; `said` is the bot's own answer."""
        pending = self._refusals.pending(request)
        if pending is not None:
            texts, why = self._pages.texts, pending.why
            why = texts.plain(why, seconds=pending.seconds) if why else said
            page = self._form(200, why, typed=pending.typed, kept=pending.kept)
        else:
            over = bool(self._token(request)) and not said
            page = self._form(200, "" if self._refusals.seen(request) else said, ended=over)
            if over:
                page.headers["Clear-Site-Data"] = '"cache"'
                page.del_cookie(self._cookie, secure=self._proxied, httponly=True, samesite="Lax")
        if said:
            self._refusals.told(page)
        else:
            self._refusals.forget(page)
        return page

    # ---- Cookie, proof and limits.

    def _token(self, request: web.Request) -> str:
        return request.cookies.get(self._cookie, "")

    async def _session(self, request: web.Request) -> WebSession:
        session = await self._signing_in.session(self._token(request))
        if session is None:
            raise SignedOut
        return session

    async def _goes_on(self, session: WebSession) -> bool:
        """Whether there is more to a session than the answer to a code: a person, or the notice."""
        return session.person is not None or await self._signing_in.is_asked(session.chat)

    def _set_cookie(self, answer: web.Response, token: str, *, kept: bool) -> None:
        """Give the browser its token: until it is closed, or for as long as it is kept."""
        answer.set_cookie(
            self._cookie,
            token,
            max_age=int(LONGEST.total_seconds()) if kept else None,
            secure=self._proxied,
            httponly=True,
            samesite="Lax",
        )

    def _proof(self, request: web.Request) -> str:
        """What only a page made for this very session knows; the token cannot be told from it."""
        token = self._token(request).encode(errors="replace")
        return hmac.digest(token, b"page", sha256).hex()

    def _check_proof(self, request: web.Request, shown: str) -> None:
        if not is_secret(shown, self._proof(request)):
            raise Problem(403, "web-stale-page")

    def _pass(self, limits: Limits, key: str, text: str) -> None:
        if (wait := limits.wait(key, self._clock().timestamp())) > 0:
            raise TooOften(text, wait)

    def _form(self, status: int, why: str, **values: object) -> web.Response:
        shown = {"typed": "", "kept": False, "ended": False, **values}
        page = self._pages.show("login.html", status=status, why=why, **shown)
        page.headers["Cache-Control"] = "no-store"
        return page


async def _form(request: web.Request) -> dict[str, str]:
    """The fields of a posted form, of each the first."""
    if request.content_type != "application/x-www-form-urlencoded":
        raise Problem(415, "web-bad-message")
    try:
        fields = parse_qs((await read_body(request)).decode(), max_num_fields=8)
    except ValueError as error:
        raise Problem(400, "web-bad-message") from error
    return {name: values[0] for name, values in fields.items()}


def _code(typed: str) -> str | None:
    """A code as typed or pasted, alone or as the end of its link; None for what cannot be one."""
    said = "".join(sign for sign in typed.rpartition("#")[2] if sign.isalnum())
    return said if said.isascii() and len(said) == CODE_LENGTH else None


def _to(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path})
