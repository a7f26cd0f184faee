"""Đôn đốc as it is asked for: "đôn đốc Sở Y tế", "nhắc các đơn vị chưa báo cáo", and its result."""

import re
from datetime import date

from domain.agency import AgencyKind
from domain.model import Model
from understanding.agency_kinds import kind_nouns, kinds_of
from understanding.folding import composed, fold
from understanding.lexicon import Lexicon
from understanding.sentence import Sentence


class UrgingAsked(Model):
    """Agencies are to be urged: these, or all of these kinds, or all; or its `result` is asked."""

    agencies: tuple[str, ...] = ()
    kinds: tuple[AgencyKind, ...] = ()
    result: bool = False


_RESULT = re.compile(
    r"(?:(?:xem|cho)\s+)?(?:ket qua|tinh hinh|lich su|so|nhat ky)\s+(?:gui\s+)?don doc"
    r"|da don doc (?:ai|nhung ai|don vi nao|co quan nao)|don doc (?:den dau|the nao)(?: roi)?"
    r"|urging results?|results? of (?:the )?urging"
)
_HEAD = re.compile(
    r"(?:(?:hay|nho|giup|em|de nghi|vui long|please)\s+)*"
    r"(?P<verb>/dondoc|don doc|giuc|nhac(?: nho)?(?=\s)|urge|remind(?=\s))\b(?P<rest>.*)"
)
_OWING = re.compile(
    r"\b(?:con\s+)?(?:chua\s+(?:(?:gui|nop|co)\s+)?bao cao|chua nop|chua gui|no bao cao"
    r"|cham bao cao|who (?:have|has) not reported|that (?:have|has) not reported|not reported)\b"
)
_FILLER = re.compile(
    r"\b(?:cac|nhung|tat ca|toan bo|moi|het|ca|cho|ho|gui|nop|bao cao|trong|ky|nay|quy|di|nhe|nha|a"
    r"|ngay|giup|em|voi|va|all|the|who|to|report|them|va|noi|ai|nguoi|thuc hien|of)\b|[?.,:]"
)


def read_urging(text: str, lexicon: Lexicon, today: date) -> UrgingAsked | None:
    """Read a text that has agencies urged, or asks what came of it, and says nothing else.

    "Nhắc" alone is a reminder of one's own: it urges only with whom, or that they have not
    reported.
    """
    written = " ".join(composed(text).split())
    folded = fold(written)
    if len(folded) != len(written):
        return None
    if _RESULT.fullmatch(folded.rstrip(" ?.")):
        return UrgingAsked(result=True)
    found = _HEAD.fullmatch(folded)
    if found is None:
        return None
    rest = written[found.start("rest") :]
    sentence = Sentence.of(rest, lexicon, today)
    mentions = sentence.mentions
    if not all(mention.known for mention in mentions):
        return None
    nouns = kind_nouns(sentence)
    named = {n for each in mentions for n in range(each.start, each.end)}
    named |= {n for each in nouns for n in range(each.start, each.end)}
    left = " ".join(w for n, w in enumerate(sentence.text.folded) if n not in named)
    owing = _OWING.search(left) is not None
    if _FILLER.sub(" ", _OWING.sub(" ", left)).strip():
        return None
    if found["verb"] not in {"/dondoc", "don doc", "giuc", "urge"} and not (mentions or owing):
        return None
    agencies = lexicon.plan.expand(*(each for mention in mentions for each in mention.agencies))
    return UrgingAsked(agencies=agencies, kinds=() if mentions else kinds_of(nouns))
