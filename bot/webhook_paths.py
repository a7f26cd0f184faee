"""The paths at which platforms call us: none may be one of our own pages, or another's."""

from collections.abc import Mapping

OWN = frozenset({
    "", "assets", "attachment", "chart", "chat", "events", "evidence", "file", "health", "logout",
    "metrics", "picture", "say", "upload",
})  # fmt: skip
"""How the addresses of our own pages begin."""


def colliding(paths: Mapping[str, str]) -> str | None:
    """Return what is wrong with paths by the setting that names them, None where nothing is."""
    seen: dict[str, str] = {}
    for setting, path in paths.items():
        if path.strip("/").partition("/")[0] in OWN:
            return f"{setting}: {path} is a page of our own; choose another path"
        for other, taken in seen.items():
            if path == taken or path.startswith(f"{taken}/") or taken.startswith(f"{path}/"):
                return f"{setting}: {path} is in the way of {other}; choose another path"
        seen[setting] = path
    return None
