"""Several reports approved in one confirmation, chosen by the tasks' own numbers, or all."""

from collections.abc import Sequence

from markupsafe import Markup

from dialogue.kinds import OneOf, Pick
from dialogue.talk import Talk
from domain.reviewing import Act
from handlers.review import still_waiting
from handlers.review_news import after_review
from handlers.submission_wording import in_order, key_of, label, said
from handlers.wording import agency_short, lines
from storage.gate import Reader, Writer
from storage.reviews import Decision, Waiting, What
from understanding.words import read_send

NAMED = 8


async def review_several(talk: Talk, db: Reader) -> None:
    """Approve what was chosen of what waits, once confirmed; one of them may be looked at first."""
    found = in_order(await db.awaiting(talk.person))
    chosen = _chosen(talk, found)
    if not chosen and talk.given("verdict") is not None:
        chosen = await _returnable(talk, db)
    if not chosen:
        rest = talk.text("none-rest", count=str(len(found))) if found else None
        talk.say("none", rest=lines([rest]))
        return
    _say_missing(talk, chosen)
    if talk.given("verdict") is not None or len(chosen) == 1:
        what = chosen[0] if len(chosen) == 1 else await _one(talk, chosen)
        talk.hand_over("review", report=what.id, **_told(talk))
    answer = await talk.ask(
        "sure",
        Pick(talk.labels("sure", ("send", "see", "drop")), words=read_send),
        of=[what.id for what in chosen],
        count=str(len(chosen)),
        lines=await _lines(talk, db, chosen),
    )
    if answer == "drop":
        talk.say("dropped")
        return
    if answer == "see":
        talk.hand_over("review", report=(await _one(talk, chosen)).id)
    reports = tuple(what.id for what in chosen)
    reviewed = await talk.finish(Writer.review, Decision(reports=reports, act=Act.ACCEPTED))
    await after_review(talk, db, reviewed)
    done = talk.text("done", count=str(len(reviewed)))
    talk.say("approved", text=lines([done, await still_waiting(talk, db)]))


async def _one(talk: Talk, chosen: Sequence[What | Waiting]) -> What | Waiting:
    """One of the chosen, by its task and agency."""
    return await talk.ask(
        "which",
        OneOf(
            chosen,
            key=lambda what: str(what.id),
            label=lambda what: f"{label(what)} {agency_short(talk, what.agency)}",
        ),
        of=[what.id for what in chosen],
    )


def _told(talk: Talk) -> dict[str, object]:
    """A verdict that was said together with the number, and the reason with it."""
    told = {"said": talk.given("verdict"), "reason": talk.given("reason")}
    return {key: value for key, value in told.items() if value is not None}


def _chosen(talk: Talk, found: Sequence[Waiting]) -> list[What | Waiting]:
    if (ids := talk.given("reports")) is not None:
        return [what for what in found if what.id in ids]
    if talk.given("everything"):
        return list(found)
    return [what for what in found if key_of(what) in _named(talk)]


async def _returnable(talk: Talk, db: Reader) -> list[What | Waiting]:
    """What was approved or closed already, and can still be returned by who is here."""
    found: list[What | Waiting] = []
    for number in talk.given("tasks") or []:
        known = number in talk.plan.task_by_number
        for agency in talk.plan.responsible(number) if known else ():
            latest = await db.latest(number, agency)
            submission = None if latest is None else await db.submission(latest.id)
            if submission is not None and await db.reviewer_of(talk.person, submission):
                found.append(submission.what)
    return found


def _named(talk: Talk) -> list[tuple[str, int]]:
    tasks = [("nv", number) for number in talk.given("tasks") or []]
    return [*tasks, *(("ct", number) for number in talk.given("indicators") or [])]


def _say_missing(talk: Talk, chosen: Sequence[What | Waiting]) -> None:
    """Name what was asked for and does not wait."""
    there = [key_of(what) for what in chosen]
    missing = [f"{each[0].upper()} {each[1]}" for each in _named(talk) if each not in there]
    if missing:
        talk.say("missing", of=missing, names=", ".join(missing))


async def _lines(talk: Talk, db: Reader, chosen: Sequence[What | Waiting]) -> Markup:
    filed = await db.filed(chosen[:NAMED])
    shown: list[Markup | None] = [_line(talk, filed[each.id]) for each in chosen[:NAMED]]
    if len(chosen) > NAMED:
        shown.append(talk.text("line-more", rest=str(len(chosen) - NAMED)))
    return lines(shown)


def _line(talk: Talk, what: What) -> Markup:
    agency = agency_short(talk, what.agency)
    return talk.text("line", what=label(what), agency=agency, said=said(talk, what))
