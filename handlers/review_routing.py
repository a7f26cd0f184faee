"""What words and buttons of a review open."""

from dialogue.runner import Start
from handlers.review import REVIEW
from handlers.waiting import WAITING
from understanding.review_words import Verdict, read_reviewing


def route_review(text: str) -> Start | None:
    """Open what a text says to reports that wait, named by number."""
    found = read_reviewing(text)
    if found is None:
        return None
    given: dict[str, object] = {"tasks": found.tasks, "indicators": found.indicators}
    if found.everything:
        given["everything"] = True
    if found.verdict is Verdict.RETURN:
        given |= {"verdict": found.verdict.value, "reason": found.reason}
    return Start(dialogue="review_several", given=given)


def review_pressed(key: str) -> Start | None:
    """A button under a card or a list, which may be long past: it opens that report as it is."""
    group, _, rest = key.partition("/")
    if group == REVIEW:
        id_, _, verdict = rest.partition("/")
        if id_.isdigit() and verdict in set(Verdict):
            return Start(dialogue="review", given={"report": int(id_), "verdict": key})
    if group == WAITING:
        ids = [int(each) for each in rest.split("+") if each.isdigit()]
        if len(ids) == 1:
            return Start(dialogue="review", given={"report": ids[0]})
        if ids:
            return Start(dialogue="review_several", given={"reports": ids})
    return None
