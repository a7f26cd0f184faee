"""A lookup code asked for with its word: "mã tra cứu 0153", "tra mã 153"."""

import re

from domain.query import LookupQuery
from understanding.sentence import Sentence

_ASKED = re.compile(
    r"(?:(?:cho|xin|vui|long|em|toi|anh|chi|minh|hoi|please|show|me|the|find|look|lookup|report"
    r"|xem|giup|dum|tra|tim|coi|up|mo|kiem|cuu|bao|cao|so|lieu|phieu|co|biet|ve|of|with|figure) )*"
    r"(?:ma(?: tra cuu)?|ma so|ma bao cao|code|lookup code|tra cuu"
    r"|(?:bao cao|report)(?= (?:so )?0))"
    r"(?: (?:so|la|number|no|bao cao))*"
    r" (?P<code>\d{1,9})(?: (?:a|nhe|nha|voi|em|di|la gi|the nao|o dau|giup"
    r"|minh|cua ai|la cua ai|please))*"
)
_DIGITS = 4
"""A lookup code has at least so many digits."""


def read_lookup(sentence: Sentence) -> LookupQuery | None:
    """Return the code that a text asks for and says nothing else, or None."""
    said = " ".join(word for word in sentence.text.folded if word != "?")
    found = _ASKED.fullmatch(said)
    return None if found is None else LookupQuery(code=found["code"].zfill(_DIGITS))
