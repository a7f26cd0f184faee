"""Phone numbers and accounts, shown so far only that their owner knows them again."""

import re

_PHONE = re.compile(r"(?<![\w/])(?:\+?84|0)(?:[\s.-]?\d){8,10}(?![\w/])")
_SHOWN = 3


def without_phones(text: str) -> str:
    """Return a text with every phone number in it masked: 0912 345 678 as 09xx…678."""
    return _PHONE.sub(_masked_phone, text)


def masked(account: str) -> str:
    """Return a platform's id of an account, masked but for its end."""
    return f"…{account[-_SHOWN:]}" if len(account) > 2 * _SHOWN else "…"


def _masked_phone(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found.group())
    local = digits if digits.startswith("0") else f"0{digits.removeprefix('84')}"
    return f"{local[:2]}xx…{local[-_SHOWN:]}"
