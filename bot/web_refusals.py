"""What a login form was answered with, on its way through the redirect to the page: told once.

A form is answered by a redirect, so that going back never asks to send it again. Why it was refused
travels in a short-lived cookie. What the bot itself said stays in the chat of the browser; the
cookie then remembers that it was told, for the next person at this browser.
"""

from urllib.parse import parse_qsl, urlencode

from aiohttp import web

from bot.web_guard import Problem
from domain.model import Model

LONGEST = 200
"""Signs of what was typed that are shown again."""
_SECONDS = 60
_SEEN = "seen"
_REASONS = (
    "web-login-shape", "web-login-empty", "web-login-often", "web-login-busy", "web-busy",
)  # fmt: skip


class Refused(Model):
    """A refused form: the id of the reason, "" where the bot gave it, and what was filled in."""

    why: str = ""
    seconds: int = 0
    typed: str = ""
    kept: bool = False


class Refusals:
    """The cookie `name`; `secure` where people come by https."""

    def __init__(self, name: str, *, secure: bool) -> None:
        self._name = name
        self._secure = secure

    def redirect(self, refused: Refused) -> web.Response:
        """Lead from a refused form to the page that tells why."""
        answer = web.Response(status=303, headers={"Location": "/"})
        fields = {"why": refused.why, "seconds": refused.seconds, "typed": refused.typed[:LONGEST]}
        self._set(answer, urlencode(fields | ({"kept": 1} if refused.kept else {})), _SECONDS)
        return answer

    def pending(self, request: web.Request) -> Refused | None:
        """Return the refusal that the page has to tell."""
        fields = dict(parse_qsl(request.cookies.get(self._name, ""), keep_blank_values=True))
        if fields.get("why") not in {"", *_REASONS}:
            return None
        seconds = fields.get("seconds", "")[:4]
        return Refused(
            why=fields["why"],
            seconds=int(seconds) if seconds.isdecimal() else 0,
            typed=fields.get("typed", "")[:LONGEST],
            kept="kept" in fields,
        )

    def seen(self, request: web.Request) -> bool:
        """Whether what the bot said last was told in this browser."""
        return request.cookies.get(self._name) == _SEEN

    def told(self, answer: web.Response) -> None:
        """Remember that what the bot said last has been told."""
        self._set(answer, _SEEN, None)

    def forget(self, answer: web.Response) -> None:
        """Begin anew: what the bot says next has not been told."""
        answer.del_cookie(self._name, secure=self._secure, httponly=True, samesite="Lax")

    def _set(self, answer: web.Response, value: str, seconds: int | None) -> None:
        answer.set_cookie(
            self._name,
            value,
            max_age=seconds,
            secure=self._secure,
            httponly=True,
            samesite="Lax",
        )


def refused_by(problem: Problem) -> Refused | None:
    """Return a problem with a form that the login page can tell, None for any other."""
    if problem.text not in _REASONS:
        return None
    seconds = problem.values.get("seconds")
    return Refused(why=problem.text, seconds=seconds if isinstance(seconds, int) else 0)
