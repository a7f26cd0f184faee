"""The fake Telegram driven from another process: POST /control/<what> with a JSON object.

user       {"chat", "name"?}                     make a person
do         {"chat", "act", …}                    an act of Chat: say, tap, press, edit, block …
fail       {"method", "faults": [Fault …]}       plan faults; with "share" they befall at random
calm       {}                                    no more faults
replies    {"chat", "count"}                     wait for that many new messages, return them
sent       {"since": n}                          all records from the n-th on
status     {}                                    updates waiting, polls, calls by method, faults
"""

from typing import TYPE_CHECKING, Any

from tests.fakes.telegram_faults import Fault

if TYPE_CHECKING:
    from tests.fakes.telegram_server import FakeTelegram

_ACTS = frozenset(
    {"say", "tap", "press", "edit", "sticker", "contact", "location", "voice", "block", "unblock"}
)


async def control(fake: "FakeTelegram", what: str, given: dict[str, Any]) -> Any:
    """Do what a driver asks and return what it is told."""
    match what:
        case "user":
            return fake.user(**_renamed(given)).as_json
        case "do" if given.get("act") in _ACTS:
            rest = {name: value for name, value in given.items() if name not in ("chat", "act")}
            return getattr(fake.user(given["chat"]), given["act"])(**rest)
        case "fail":
            faults = [Fault(**fault) for fault in given["faults"]]
            if "share" not in given:
                fake.faults.plan(given["method"], *faults)
            else:
                for fault in faults:
                    fake.faults.at_random(given["method"], fault, given["share"])
            return True
        case "calm":
            fake.faults.clear()
            return True
        case "replies":
            found = await fake.replies(given["chat"], given.get("count", 1))
            return [sent.as_json() for sent in found]
        case "sent":
            return [sent.as_json() for sent in fake.sent[given.get("since", 0) :]]
        case "status":
            return {
                "waiting": len(fake.telegram.updates),
                "polls": fake.telegram.updates.polls,
                "calls": fake.calls,
                "faults": fake.faults.met,
                "answered": len(fake.answered),
            }
    return {"unknown": what}


def _renamed(given: dict[str, Any]) -> dict[str, Any]:
    return {"chat_id" if name == "chat" else name: value for name, value in given.items()}
