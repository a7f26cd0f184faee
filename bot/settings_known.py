"""Settings that nobody knows: a typing error is not taken for a default without a word."""

import os
import re
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from bot.user_error import UserError

_ASSIGNED = re.compile(r"^\s*(?:export\s+)?(BAOCAO_\w+)\s*=", re.MULTILINE | re.IGNORECASE)
_NEAR = 0.7
"""How alike a name has to be to one that is known to be taken for it."""


def unknown_settings(names: Collection[str], env_file: Path) -> list[UserError]:
    """Name each setting of the environment or the file that is none, with the nearest that is.

    `names` are the known settings as they are written, BAOCAO_ included.
    """
    written = {name.upper() for name in os.environ if name.upper().startswith("BAOCAO_")}
    if env_file.is_file():
        text = env_file.read_text(encoding="utf-8", errors="replace")
        written |= {found.upper() for found in _ASSIGNED.findall(text)}
    told = []
    for name in sorted(written - set(names)):
        near = get_close_matches(name, sorted(names), n=1, cutoff=_NEAR)
        if near:
            told.append(UserError("cli-setting-unknown-but", name=name, near=near[0]))
        else:
            told.append(UserError("cli-setting-unknown", name=name))
    return told
