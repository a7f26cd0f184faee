"""What stands in the database for good, and which answers may change it."""

from dialogue.kinds import Said, chosen
from dialogue.messages import Press
from dialogue.state import ChatState, Question
from tests.harness.stage import Stage
from understanding.words import read_send, read_yes_no

CONFIRMED_BY = {
    ("report_task", "sure"): ("send",),
    ("report_indicator", "sure"): ("send",),
    ("unchanged", "sure"): ("send",),
    ("withdraw", "sure"): ("yes",),
    ("join", "agree"): ("yes",),
    ("me", "sure"): ("yes",),
    ("attach", "which"): None,
    ("say_of_obstacle", "sure"): ("send",),
    ("urge", "sure"): ("send",),
    ("say_of_obstacle", "certain"): ("yes",),
    ("tell_obstacle", "sure"): ("send",),
    ("assign", "sure"): ("send",),
    ("consent", "agree"): ("yes",),
    ("my_data", "sure-withdraw"): ("yes",),
    ("my_data", "sure-delete"): ("yes",),
    ("my_data", "wrong"): None,
    ("extend", "sure"): ("send",),
    ("roster_add", "sure"): ("send",),
    ("roster_person", "sure"): ("yes",),
    ("switch_agency", "agency"): None,
}
"""The questions whose answer writes, and the keys that do; None for every one."""
DECIDING = {
    "extension",
    "review",
    "review_several",
    "waiting",
    "data_request",
    "delegate",
    "close_period",
    "exclude",
}
"""The dialogues in which words or a button of their own decide: what may be written in them, and by
whom, is tried cell by cell (test_permission_matrix.py, test_commands_first.py)."""
_FACTS = {
    "reports": "SELECT id, task, agency, withdrawn_at FROM task_reports ORDER BY id",
    "figures": "SELECT id, indicator, agency, withdrawn_at FROM figures ORDER BY id",
    "people": "SELECT id, role, agency, revoked_at FROM people ORDER BY id",
    "bindings": "SELECT id, person FROM addresses WHERE person IS NOT NULL ORDER BY id",
    "codes": "SELECT hash, used_at FROM codes WHERE used_at IS NOT NULL ORDER BY hash",
    "consents": "SELECT count(*) FROM consents",
    "assignments": "SELECT id, task, leads FROM assignments ORDER BY id",
    "extensions": "SELECT id, until, granted, refusal FROM extensions ORDER BY id",
    "reviews": "SELECT id, report, figure, act FROM reviews ORDER BY id",
    "exclusions": "SELECT id, agency, excluded FROM exclusions ORDER BY id",
    "closings": "SELECT id, period FROM closings ORDER BY id",
    "delegations": "SELECT id, person, deputy, ended_at FROM delegations ORDER BY id",
    "data requests": "SELECT id, kind, outcome, extended_at FROM data_requests ORDER BY id",
    "urgings": "SELECT id, person, day FROM urgings ORDER BY id",
    "obstacles": "SELECT id, obstacle, kind FROM obstacle_words ORDER BY id",
    "evidence": "SELECT id, report, figure FROM evidence WHERE report IS NOT NULL ORDER BY id",
}


async def facts(stage: Stage) -> dict[str, list[tuple[object, ...]]]:
    """Return everything that a confirmation is needed for."""
    async with stage.open() as database, database.read() as connection:
        return {
            name: [tuple(row) for row in await connection.execute_fetchall(sql)]
            for name, sql in _FACTS.items()
        }


def open_questions(state: ChatState) -> list[tuple[tuple[str, str], Question]]:
    """Return the questions that wait in a chat, by dialogue and name."""
    return [
        ((talk.dialogue, talk.question.name), talk.question)
        for talk in state.talks
        if talk.question is not None
    ]


def confirms_by_text(state: ChatState, text: str) -> bool:
    """Whether a text says yes to something that waits for it."""
    side = state.side
    if side is not None and chosen(Said(text=text), side.offers) is not None:
        text = side.text
    for name, question in open_questions(state):
        if name[0] in DECIDING:
            return True
        if question.free and name in CONFIRMED_BY and CONFIRMED_BY[name] is None:
            return True  # whatever is written there is what was asked for
        if name in CONFIRMED_BY:
            said = chosen(Said(text=text), question.offers), read_send(text), read_yes_no(text)
            if any(_writes(name, key) for key in said):
                return True
    return False


def confirms_by_press(state: ChatState, press: Press) -> bool:
    """Whether a press is exactly a button that says yes to something that waits for it."""
    if press.key.partition("/")[0] in DECIDING:
        return True
    side = state.side
    if side is not None and press.token == side.token:
        offered = any(offer.key == press.key for offer in side.offers)
        return offered and confirms_by_text(state.model_copy(update={"side": None}), side.text)
    return any(
        question.token == press.token
        and any(offer.key == press.key for offer in question.offers)
        and (name[0] in DECIDING or _writes(name, press.key))
        for name, question in open_questions(state)
    )


def _writes(name: tuple[str, str], key: str | None) -> bool:
    if name not in CONFIRMED_BY or key is None:
        return False
    keys = CONFIRMED_BY[name]
    return keys is None or key in keys
