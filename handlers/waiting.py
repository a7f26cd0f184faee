"""What waits for one's review, by the tasks' own numbers; one card, one task's reports, or all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from dialogue.kinds import OneOf
from dialogue.talk import Talk
from handlers.submission_wording import in_order, key_of, label, said, subject
from handlers.task_list import by_page
from handlers.wording import agency_short
from storage.gate import Reader
from storage.reviews import Waiting, What

WAITING = "waiting"
ALL = "all"
NAMED = 2
Row = tuple[Waiting, ...]


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
    filed = await db.filed(what for row in rows if len(row) == 1 for what in row)
    if len(rows) == 1:
        talk.hand_over("review_several", reports=[what.id for what in found])
    chosen = await talk.ask(
        "list",
        OneOf(
            [*rows, found],
            key=lambda row: _key(row, len(found)),
            label=lambda row: _label(talk, row, len(found)),
            own_number=lambda row: -1 if len(row) == len(found) else key_of(row[0])[1],
        ),
        loose=True,
        count=str(len(found)),
        lines=by_page(rows, lambda row: _line(talk, row, filed)),
    )
    if len(chosen) == 1:
        talk.hand_over("review", report=chosen[0].id)
    if len(chosen) == len(found):
        talk.hand_over("review_several", everything=True)
    talk.hand_over("review_several", reports=[what.id for what in chosen])


def by_number(found: Sequence[Waiting]) -> list[Row]:
    """What waits, gathered by task, and by indicator and year, in the plan's order."""
    rows: defaultdict[str, list[Waiting]] = defaultdict(list)
    for what in in_order(found):
        rows[label(what)].append(what)
    return [tuple(row) for row in rows.values()]


def _key(row: Row, count: int) -> str:
    """A single report by its own number; several by all of theirs, but all there are by a word."""
    if len(row) == count:
        return f"{WAITING}/{ALL}"
    return f"{WAITING}/{'+'.join(str(what.id) for what in row)}"


def _label(talk: Talk, row: Row, count: int) -> str:
    if len(row) == count:
        return talk.plain("all", count=str(count))
    return (
        label(row[0])
        if len(row) == 1
        else talk.plain("group", what=label(row[0]), count=str(len(row)))
    )


def _line(talk: Talk, row: Row, filed: Mapping[int, What]) -> Markup:
    first = row[0]
    if len(row) > NAMED:
        return talk.text("line-group", subject=subject(talk, first), count=str(len(row)))
    if len(row) > 1:
        agencies = ", ".join(agency_short(talk, what.agency) for what in row)
        return talk.text("line-few", subject=subject(talk, first), agencies=agencies)
    agency = agency_short(talk, first.agency)
    told = said(talk, filed[first.id])
    return talk.text("line", subject=subject(talk, first), agency=agency, said=told)
