"""The paths at which platforms call us: none may be one of our own pages, or another's."""

from collections.abc import Mapping

from bot.user_error import UserError

OWN = frozenset({
    "", "assets", "attachment", "chart", "chat", "events", "evidence", "file", "health", "logout",
    "metrics", "picture", "say", "upload",
})  # fmt: skip
"""How the addresses of our own pages begin."""


def colliding(paths: Mapping[str, str]) -> UserError | None:
    """Return what is wrong with paths by the setting that names them, None where nothing is."""
    seen: dict[str, str] = {}
    for setting, path in paths.items():
        if path.strip("/").partition("/")[0] in OWN:
            return UserError("cli-setting-own-page", setting=setting, path=path)
        for other, taken in seen.items():
            if path == taken or path.startswith(f"{taken}/") or taken.startswith(f"{path}/"):
                return UserError("cli-setting-in-the-way", setting=setting, path=path, other=other)
        seen[setting] = path
    return None
