"""What somebody reads who is urged: what the agency still owes, and how to report it at once."""

from dialogue.kinds import Pick
from dialogue.talk import Talk
from domain.person import REPORTERS
from handlers.digest import DIGEST
from handlers.wording import agency_short, label, lines, period_asked, period_name
from storage.gate import Reader

NAMED = 5
"""So many tasks are named, and can be tapped."""


async def urged(talk: Talk, db: Reader) -> None:
    """Tell what the agency owes in the period; nothing where it has reported meanwhile."""
    agency = str(talk.given("agency"))
    if talk.person.agency != agency or talk.person.role not in REPORTERS:
        return
    owed = [each for each in await db.owed(agency) if each.report is None]
    if not owed:
        return
    numbers = [each.task for each in owed]
    named = [talk.text("task", task=label(talk.plan.task_by_number[n])) for n in numbers[:NAMED]]
    rest = len(numbers) - NAMED
    choice = await talk.ask(
        "list",
        Pick({f"{DIGEST}/NV {n}": f"NV {n}" for n in numbers[:NAMED]}, worded=True),
        loose=True,
        urger=str(talk.given("urger")),
        agency=agency_short(talk, agency),
        period=period_name(talk, period_asked(talk, None)),
        due=owed[0].due,
        count=str(len(numbers)),
        tasks=lines([*named, talk.text("more", rest=str(rest)) if rest > 0 else None]),
        first=str(numbers[0]),
    )
    talk.hand_over("report_task", task=choice.rpartition(" ")[2])
