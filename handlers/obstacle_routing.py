"""What a text or a button about obstacles opens."""

from datetime import date

from dialogue.runner import Start
from dialogue.state import TalkState
from domain.obstacle import Saying
from domain.person import REPORTERS, Person
from handlers.obstacle import OBSTACLE
from understanding.lexicon import Lexicon
from understanding.obstacle_words import (
    Act,
    read_obstacle_list,
    read_of_obstacle,
    read_of_task,
    read_telling,
)

_KINDS = {
    Act.SPEAK: Saying.REPLIED,
    Act.CLOSE: Saying.CLOSED,
    Act.REOPEN: Saying.REOPENED,
}


def route_obstacle(
    text: str, top: TalkState | None, person: Person, lexicon: Lexicon, today: date
) -> Start | None:
    """Return what a text about obstacles opens: one by its number, a list, or a new one.

    What is said while the card of one stands there needs no number.
    """
    shown = top.given.get("obstacle") if top is not None and top.dialogue == OBSTACLE else None
    named = read_of_obstacle(text, shown)
    if named is not None:
        given = {"obstacle": named.number}
        if named.act is Act.SHOW:
            return Start(dialogue="obstacle", given=given)
        said = {**given, "kind": _KINDS[named.act].value}
        if named.words is not None:
            said["words"] = named.words
        return Start(dialogue="say_of_obstacle", given=said)
    listed = read_obstacle_list(text, lexicon, today)
    if listed is not None:
        return Start(dialogue="obstacles", given=listed.model_dump(exclude_defaults=True))
    of_task = read_of_task(text)
    if of_task is not None and of_task.words is None:
        return Start(dialogue="obstacles", given={"task": of_task.task})
    telling = read_telling(text) or (of_task if person.role in REPORTERS else None)
    if telling is None:
        return None
    task = {} if telling.task is None else {"task": str(telling.task)}
    words = {} if telling.words is None else {"words": telling.words}
    return Start(dialogue="tell_obstacle", given={**task, **words})


def obstacle_pressed(key: str) -> Start | None:
    """Return what a button of an obstacle's card opens, long after it was shown."""
    group, _, rest = key.partition("/")
    number, _, kind = rest.partition("/")
    if group != OBSTACLE or not number.isdecimal() or kind not in set(Saying):
        return None
    given = {"obstacle": int(number), "kind": kind}
    return Start(dialogue="say_of_obstacle", given=given)
