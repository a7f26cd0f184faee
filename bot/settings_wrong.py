"""What is wrong with a setting: a text and its facts, carried by the errors of pydantic."""

from typing import LiteralString

from pydantic_core import ErrorDetails, PydanticCustomError

from bot.user_error import UserError

_KINDS = {
    "date": "cli-setting-date",
    "int": "cli-setting-number",
    "float": "cli-setting-number",
    "bool": "cli-setting-bool",
    "greater": "cli-setting-small",
    "less": "cli-setting-large",
    "literal": "cli-setting-choice",
}
"""How pydantic's own errors are called, by the first word of their type."""


class SettingsError(UserError):
    """A setting is wrong; the text names it."""


def wrong(text: LiteralString, **facts: str) -> PydanticCustomError:
    """Return what a validator raises for a value that does not fit."""
    return PydanticCustomError(text, text, facts)


def settings_error(mistake: ErrorDetails) -> SettingsError:
    """Say what is wrong with a setting, and with which; its value is not told."""
    kind, facts = mistake["type"], mistake.get("ctx", {})
    if kind.startswith("cli-"):
        why = UserError(kind, **facts)
    else:
        text = _KINDS.get(kind.partition("_")[0], "cli-setting-unreadable")
        limit = facts.get("ge", facts.get("le"))
        known = {"limit": f"{limit:g}" if limit is not None else "", "known": facts.get("expected")}
        why = UserError(text, **known)
    if not mistake["loc"]:
        return SettingsError(why.text, **why.facts)
    name = "BAOCAO_" + "_".join(map(str, mistake["loc"])).upper()
    return SettingsError("cli-setting", name=name, why=why)
