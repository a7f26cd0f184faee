"""Agencies in a question about tasks, each with its part: lead, coordinating, or either."""

from domain.query import AgencyTerm, Part
from understanding.sentence import Sentence

_MOST_WORDS = 10_000
Place = tuple[int, int, tuple[str, ...]]
"""Where agencies are named, and which."""


def find_terms(sentence: Sentence, own_agency: str | None) -> tuple[AgencyTerm, ...]:
    """Return the agencies that a sentence asks about; without a role word they lead."""
    places = [(m.start, m.end, m.agencies) for m in sentence.mentions if m.known]
    if not places and own_agency and sentence.has("own"):
        places = [(span.start, span.end, (own_agency,)) for span in sentence.having("own")[:1]]
    parts = _parts(sentence, places)
    named, alone = sentence.has("named"), sentence.has("alone")
    terms = []
    for n, (_, _, ids) in enumerate(places):
        terms += [AgencyTerm(agency=id_, part=parts[n], named=named, alone=alone) for id_ in ids]
    return tuple(dict.fromkeys(terms))


def _parts(sentence: Sentence, places: list[Place]) -> list[Part]:
    """Give each agency the role word that goes with it: after it in Vietnamese, before in lists."""
    said = [span for span in sentence.having("part", "own") if span.value]
    roles = [(span.start, Part(str(span.value))) for span in said]
    roles = [role for role in roles if not _is_topic_word(sentence, role, places)]
    kinds = {part for _, part in roles}
    if kinds == {Part.COORDINATE} and len(places) == 2 and _with(sentence, roles[0][0], places):
        return [Part.COORDINATE, Part.LEAD]
    if len(kinds) < 2 or len(places) < 2:
        return [_only_part(kinds)] * len(places)
    before = roles[0][0] < places[0][0]
    return [_part_near(roles, places, n, before=before) for n in range(len(places))]


def _with(sentence: Sentence, role: int, places: list[Place]) -> bool:
    """Whether one agency coordinates "với" (with) the other, which then leads."""
    between = sentence.text.folded[role : places[1][0]]
    return places[0][0] < role < places[1][0] and bool({"voi", "with", "cho"} & set(between))


def _part_near(roles: list[tuple[int, Part]], places: list[Place], n: int, *, before: bool) -> Part:
    """Return the role word between an agency and its neighbours, on the side where roles stand."""
    left = places[n - 1][1] if n else 0
    right = places[n + 1][0] if n + 1 < len(places) else _MOST_WORDS
    ahead = [part for at, part in roles if left <= at < places[n][0]]
    behind = [part for at, part in roles if places[n][1] <= at < right]
    sides = (ahead, behind) if before else (behind, ahead)
    return next((side[0] for side in sides if side), Part.LEAD)


def _only_part(kinds: set[Part]) -> Part:
    if Part.INVOLVED in kinds or len(kinds) > 1:
        return Part.INVOLVED
    return next(iter(kinds), Part.LEAD)


def _is_topic_word(sentence: Sentence, role: tuple[int, Part], places: list[Place]) -> bool:
    """Whether "liên quan (đến)" goes with words of a topic and not with an agency."""
    at, part = role
    if part is not Part.INVOLVED:
        return False
    end = next(span.end for span in sentence.having("part") if span.start == at)
    return bool(places) and not any(end <= start <= end + 2 or start < at for start, _, _ in places)
