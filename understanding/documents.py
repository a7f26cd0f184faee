"""Numbers and symbols of documents (Nghị định 30: 123/QĐ-UBND, 3210/SXD-QHKT, 58-CTr/TU)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from understanding.folding import composed, fold

_KINDS = (
    "NQ QĐ CT QC QyĐ TC TB CTr KH PA BC BB TTr CĐ BGN BTT GUQ GM GGT GNP PG PC PB CV NĐ TT QH KL"
)
KINDS = {fold(kind).upper(): kind for kind in _KINDS.split()} | {"HD": "", "DA": ""}
"""Short forms of kinds of documents by their unaccented form; two of them have two readings."""
_SYMBOL = re.compile(
    r"(?<![\w/.,])(?i:qđ|qd|kh|bc|cv|vb|ttr|nq|tb)?(?P<number>\d{1,6})\s?(?P<mark>[/-])\s?"
    r"(?P<symbol>[^\W\d_][^\W_]*(?:\s?[-/.&]\s?[^\W_]*[^\W\d_][^\W_]*){0,4})"
)
_YEARED = re.compile(
    r"(?<![\w/.,])(?P<number>\d{1,6})/(?P<year>(?:19|20)\d\d)/(?P<symbol>[^\W\d_][^\W_]*(?:-[^\W_]+){0,3})"
)
_NUMBER_ONLY = re.compile(
    r"\b(?:vb|van ban|cong van|cv|quyet dinh|qd|ke hoach|kh|bao cao|bc|to trinh|ttr|de an"
    r"|huong dan|so hieu)(?:\s+so)?(?:\s*:\s*|\s+)(\d{1,6})"
    r"(?![\d/%,.]|\s*(?:%|phan tram|thang|nam))"
)
_APART = re.compile(
    r"\b(?:qd|quyet dinh|cv|cong van|vb|van ban|ttr|to trinh|kh|ke hoach|bc|bao cao|hd|huong dan)"
    r"(?:\s+so)?\s*:?\s*(?P<number>\d{1,5})\s+(?P<symbol>ubnd|[bcdghklmnpqrstvx]{3,6})\b(?!/)"
)
"""A document whose symbol is typed apart from its number: "vb số 12 sxd"."""
_WHOLE = re.compile(r"\s*so\s*:?\s*(\d{1,6})\s*")
_UNITS = {"M", "M2", "NGUOI", "HA", "NAM", "THANG", "QUY", "NGAY", "DV", "HUYEN", "DON", "TASK"}


class Symbol(NamedTuple):
    """A document's number and symbol in the usual spelling, with its place in the text."""

    number: int
    written: str
    start: int
    end: int


@lru_cache(maxsize=64)
def find_symbols(text: str) -> tuple[Symbol, ...]:
    """Return the document numbers of a text, their kinds' marks restored ("QD" is "QĐ")."""
    text = composed(text)
    return tuple(sorted(_symbols(text), key=lambda each: each.start))


def read_document_number(text: str) -> str | None:
    """Return the one document number that a text gives, or None if it gives none or several."""
    found = {symbol.written for symbol in find_symbols(text)}
    if len(found) == 1:
        return found.pop()
    folded = fold(composed(text))
    if whole := _WHOLE.fullmatch(folded):
        return whole[1]
    bare = _NUMBER_ONLY.findall(folded) if not found else []
    return bare[0] if len(set(bare)) == 1 else None


def read_apart(text: str) -> str | None:
    """Return the one document whose symbol is typed apart: "vb số 12 sxd" is 12/SXD."""
    found = {
        f"{match['number']}/{match['symbol'].upper()}"
        for match in _APART.finditer(fold(composed(text)))
    }
    return found.pop() if len(found) == 1 else None


def _symbols(text: str) -> Iterator[Symbol]:
    taken: list[tuple[int, int]] = []
    for match in _YEARED.finditer(text):
        taken.append(match.span())
        written = f"{match['number']}/{match['year']}/{_with_marks(match['symbol'])}"
        yield Symbol(int(match["number"]), written, *match.span())
    for match in _SYMBOL.finditer(text):
        symbol = re.sub(r"\s", "", match["symbol"])
        inside = any(start < match.end() and match.start() < end for start, end in taken)
        if not inside and _is_symbol(symbol, match["mark"]):
            end = match.end() - len(match["symbol"]) + len(match["symbol"].rstrip())
            written = f"{match['number']}{match['mark']}{_with_marks(symbol)}"
            yield Symbol(int(match["number"]), written, match.start(), end)


def _is_symbol(symbol: str, mark: str) -> bool:
    parts = [fold(part).upper() for part in re.split(r"[-/.&]", symbol)]
    if parts[0] in _UNITS or (symbol.startswith("n") and len(symbol) > 6):
        return False
    if mark == "-":
        return len(parts) > 1 and parts[0] in KINDS
    return len(parts) > 1 or parts[0] in KINDS or (symbol.isupper() and len(symbol) > 1)


def _with_marks(symbol: str) -> str:
    def restored(part: re.Match[str]) -> str:
        written = part.group()
        plain = fold(written).upper().replace("DD", "D")
        if KINDS.get(plain):
            return KINDS[plain]
        if written == "ttg" or plain == "TTG":
            return "TTg"
        return written.upper() if written.islower() else written

    return re.sub(r"[^\W_]+", restored, symbol)
