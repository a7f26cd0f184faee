"""What waits for one's review, by the tasks' own numbers; one card, one task's reports, or all."""

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from handlers.submission_wording import in_order, key_of, label, said, subject
from handlers.task_list import by_page
from handlers.wording import agency_short
from storage.gate import Reader
from storage.reviews import What

WAITING = "waiting"
NAMED = 2
Row = tuple[What, ...]


async def waiting(talk: Talk, db: Reader) -> None:
    """List what waits; who reviews nothing is told so, a notice of nothing is not sent."""
    found = await db.awaiting(talk.person)
    if not found:
        if not talk.given("notice"):
            talk.say("none" if await db.reviewers(talk.person) else "not-a-reviewer")
        return
    if len(found) == 1:
        talk.hand_over("review", report=found[0].id, notice=talk.given("notice"))
    rows = by_number(found)
    if len(rows) == 1:
        talk.hand_over("review_several", reports=[what.id for what in found])
    chosen = await talk.ask(
        "list",
        OneOf(
            [*rows, tuple(found)],
            key=_key,
            label=lambda row: _label(talk, row, len(found)),
            own_number=lambda row: -1 if len(row) == len(found) else key_of(row[0])[1],
        ),
        loose=True,
        count=str(len(found)),
        lines=by_page(rows, lambda row: _line(talk, row)),
    )
    if len(chosen) == 1:
        talk.hand_over("review", report=chosen[0].id)
    talk.hand_over("review_several", reports=[what.id for what in chosen])


def by_number(found: Sequence[What]) -> list[Row]:
    """What waits, gathered by task, and by indicator and year, in the plan's order."""
    rows: defaultdict[str, list[What]] = defaultdict(list)
    for what in in_order(found):
        rows[label(what)].append(what)
    return [tuple(row) for row in rows.values()]


def _key(row: Row) -> str:
    """A single report by its own number; several by all of theirs."""
    return f"{WAITING}/{'+'.join(str(what.id) for what in row)}"


def _label(talk: Talk, row: Row, count: int) -> str:
    if len(row) == count:
        return talk.plain("all", count=str(count))
    return (
        label(row[0])
        if len(row) == 1
        else talk.plain("group", what=label(row[0]), count=str(len(row)))
    )


def _line(talk: Talk, row: Row) -> Markup:
    first = row[0]
    if len(row) > NAMED:
        return talk.text("line-group", subject=subject(talk, first), count=str(len(row)))
    if len(row) > 1:
        agencies = ", ".join(agency_short(talk, what.agency) for what in row)
        return talk.text("line-few", subject=subject(talk, first), agencies=agencies)
    agency = agency_short(talk, first.agency)
    return talk.text("line", subject=subject(talk, first), agency=agency, said=said(talk, first))
