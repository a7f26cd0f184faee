"""Our pages from their templates, and how a refusal is shown."""

from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.web_guard import Problem
from dialogue.texts import Texts

PAGES = Path(__file__).parent / "pages"
SCRIPTED = ("/events", "/say", "/file")
"""How addresses end that only the chat page's script asks for."""


class Pages:
    """Renders pages and refusals in the language of the texts."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._templates = Environment(
            loader=FileSystemLoader(PAGES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(say=texts.plain, language=texts.language)

    def show(self, template: str, *, status: int = 200, **values: object) -> web.Response:
        """Render a page; values in it are escaped."""
        body = self._templates.get_template(template).render(status=status, **values)
        return web.Response(text=body, content_type="text/html", status=status)

    def refuse(self, request: web.Request, problem: Problem) -> web.Response:
        """Say what went wrong: as a page to who opens one, as JSON to the chat page."""
        sentence = self.texts.plain(problem.text, **problem.values)
        if request.path.endswith(SCRIPTED):
            body = {"problem": sentence}
            return web.json_response(body, status=problem.status, headers=problem.headers)
        home = problem.status != 421
        return self.show("problem.html", status=problem.status, sentence=sentence, home=home)


def assets() -> web.StaticDef:
    """The addresses of what the pages load."""
    return web.static("/assets", PAGES / "assets")
